"""Spreadsheets for people: attendance workbooks and lists as xlsx, ods or csv."""
