"""Printable documents, painted with QtGui."""
