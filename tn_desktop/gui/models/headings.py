"""Headings of columns of numbers, and the gap that keeps numbers apart from the column on their right."""

from typing import Final

from PySide6.QtCore import Qt

GAP: Final = "\u2002"
"""Stands behind a number that is set to the right: an en space, which a style keeps where it would drop a plain one."""


def heading(title: str, alignment: Qt.AlignmentFlag) -> str:
    """A column's heading, as far from its right edge as the numbers below it."""
    return title + GAP if title and alignment & Qt.AlignmentFlag.AlignRight else title
