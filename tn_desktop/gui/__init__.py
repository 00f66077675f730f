"""The window: panes, models, dialogs, widgets."""
