"""Spreadsheets for people; `exporting` is where to begin."""
