"""TN Desktop: an offline notebook for the field facilitators of the Teachers Network."""

__version__ = "0.1.0"
