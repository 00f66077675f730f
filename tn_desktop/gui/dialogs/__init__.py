"""Dialogs; each returns values and leaves writing to its caller."""
