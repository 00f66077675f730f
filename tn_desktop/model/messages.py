"""Marks for text that leaves the program in the user's language, without Qt.

Text below the window is written in English and marked with `QT_TRANSLATE_NOOP`, so that lupdate finds it;
whoever shows it passes a `Translate`, which looks the text up in the running language.
"""

from collections.abc import Callable
from typing import Final

Translate = Callable[[str, str], str]
"""(context, English text) -> text in the user's language."""

ERRORS: Final = "errors"
"""The translation context of every `AppError` sentence."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate; return it unchanged."""
    return text


def untranslated(context: str, text: str) -> str:
    """The English text itself: the `Translate` of tests and of a program without translations."""
    return text
