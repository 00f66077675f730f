"""One pane for each place of the navigation list; a pane knows services and models, never another pane."""
