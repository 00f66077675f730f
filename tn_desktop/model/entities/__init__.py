"""The mapped classes, one file per area."""
