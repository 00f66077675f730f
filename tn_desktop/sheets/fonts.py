"""The fonts of printed sheets, shipped with the program, and widths measured in them.

A sheet never relies on fonts of the computer. Widths are measured once at a size of 1000 units and scale
linearly, since nothing is hinted: what is laid out here comes out alike on a printer, in a PDF and on screen.
"""

import threading
from functools import cache, lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.resources import resource_path

FAMILIES: Final = ("TN Sans", "TN Sans Arabic")
_FILES: Final = ("TNSans-Regular.ttf", "TNSans-Bold.ttf", "TNSansArabic-Regular.ttf", "TNSansArabic-Bold.ttf")
_EM: Final = 1000
_of_thread = threading.local()


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; needs a QGuiApplication. Does nothing the second time.

    Raises:
        FileRefused: a font file is missing or unreadable.
    """
    if not all(QFontDatabase.applicationFontFamilies(number) for number in _font_ids()):
        # Another QGuiApplication has taken the place of the one that knew them.
        _font_ids.cache_clear()
        _font_ids()


@cache
def _font_ids() -> tuple[int, ...]:
    numbers = tuple(QFontDatabase.addApplicationFont(str(resource_path("fonts", name))) for name in _FILES)
    if -1 in numbers:
        raise FileRefused(QT_TRANSLATE_NOOP("errors", "The fonts for printing are missing. Install the program again."))
    return numbers


def sheet_font(pixels: float, bold: bool) -> QFont:
    """The font at a size in units of the painter it is used with, unhinted."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    return font


@lru_cache(maxsize=50_000)
def advance(text: str, bold: bool) -> float:
    """Width of `text` set in one line, in ems."""
    return _metrics(bold).horizontalAdvance(text) / _EM


def _metrics(bold: bool) -> QFontMetricsF:
    # A sheet may be written in another thread than it is shown in, and Qt shares no font between threads.
    held: dict[bool, QFontMetricsF] = _of_thread.__dict__.setdefault("metrics", {})
    if bold not in held:
        load_fonts()
        held[bold] = QFontMetricsF(sheet_font(_EM, bold))
    return held[bold]
