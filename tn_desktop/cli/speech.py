"""What the command line says to people, in their language."""

import os
import sys
from collections.abc import Callable
from typing import Any, Final

from tn_desktop.model.messages import Translate
from tn_desktop.model.resources import resource_path

CONTEXT: Final = "cli"
TURKISH_ON_WINDOWS: Final = 0x1F
"""The primary language id of Turkish."""


def system_language() -> str:
    """ "tr" where the system speaks Turkish, else "en"."""
    if sys.platform == "win32":
        import ctypes

        return "tr" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == TURKISH_ON_WINDOWS else "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "tr" if value.lower().startswith("tr") else "en"
    return "en"


class Speech:
    """Looks texts up in one language; Qt's reader of translations is loaded with the first one that needs it."""

    def __init__(self, language: str | None) -> None:
        self.language = language or system_language()
        self._look_up: Callable[[str, str], str] | None = None

    @property
    def translate(self) -> Translate:
        """The `Translate` of this language."""
        return self._translated

    def __call__(self, text: str, **values: object) -> str:
        """A text of the context "cli", with its placeholders filled."""
        return self._translated(CONTEXT, text).format(**values)

    def _translated(self, context: str, text: str) -> str:
        if self.language == "en":
            return text
        if self._look_up is None:
            self._look_up = _catalogue(self.language)
        return self._look_up(context, text) or text


def _catalogue(language: str) -> Callable[[str, str], str]:
    file = resource_path("translations", f"tn_desktop_{language}.qm")
    try:
        from PySide6.QtCore import QTranslator
    except ImportError:
        return lambda _context, text: text
    translator = QTranslator()
    if not file.is_file() or not translator.load(str(file)):
        return lambda _context, text: text

    def look_up(context: str, text: str) -> str:
        found: Any = translator.translate(context, text)
        return str(found or "")

    return look_up
