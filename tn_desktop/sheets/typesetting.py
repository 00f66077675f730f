"""Text into a given width, whole: wrapped at spaces, then set smaller, then broken inside a very long word.

Lengths are millimetres, font sizes points.
"""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTextBoundaryFinder

from tn_desktop.model.text import clean
from tn_desktop.sheets.fonts import advance

POINT: Final = 25.4 / 72
_STEP: Final = 0.5
_LEAST_SIZE: Final = 3.5
# Widths of words are added up; kerning over a space and rounding may take up to this part of a line.
_SAFETY: Final = 0.995
# A line may also end behind these, without a space: in e-mail addresses and "Ortaokulu/Lisesi".
_PIECES: Final = re.compile(r"[^-/@._,;–—]*[-/@._,;–—]+|[^-/@._,;–—]+")
# Scripts whose marks reach higher and lower than those of Turkish, Greek and Cyrillic letters; Vietnamese stacks them.
_TALL: Final = re.compile("[\u0300-\u036f\u0530-\u1fff\u2e80-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one size. `width` is that of the widest line in mm."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    width: float
    tall: bool

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline."""
        return self.size * POINT * (1.12 if self.tall else 1.0)

    @property
    def pitch(self) -> float:
        """Height of one line."""
        return self.size * POINT * (1.58 if self.tall else 1.28)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.pitch * len(self.lines)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of `text` in one line."""
    return advance(text, bold) * size * POINT


def fit(
    text: str,
    width: float,
    size: float,
    *,
    smallest: float | None = None,
    bold: bool = False,
    lines: int = 2,
    height: float = 40.0,
    one_line: float | None = None,
) -> TextBlock:
    """Set `text` within `width`: no letter is left out, none lies outside.

    In one line where that is possible at `one_line` points or more. Else in up to `lines` lines at `size`; where that
    is not enough, smaller down to `smallest`; from there on in as many lines as it takes, a word longer than a line
    being broken. Only what would be higher than `height` even at a size nobody can read (over a thousand letters in
    a name's column) ends with an ellipsis.
    """
    cleaned = clean(text)
    if not cleaned:
        return TextBlock((), size, bold, 0.0, False)
    whole = advance(cleaned, bold) * POINT
    if whole * size <= width * _SAFETY:
        return _block([cleaned], size, bold)
    if one_line is not None and whole * one_line <= width * _SAFETY:
        return _block([cleaned], width * _SAFETY / whole, bold)
    words = cleaned.split(" ")
    least = min(size, smallest if smallest is not None else size)
    current = size
    while current > least:
        wrapped = _wrap(words, width / (current * POINT), bold, breaking=False)
        if wrapped is not None and len(wrapped) <= lines:
            return _block(wrapped, current, bold)
        current = max(least, current - _STEP)
    return _in_height(words, width, current, height, bold)


def _in_height(words: list[str], width: float, size: float, height: float, bold: bool) -> TextBlock:
    """In as many lines as it takes, words broken where they must be; smaller where that is too high."""
    while True:
        ems = width / (size * POINT)
        wrapped = _wrap(words, ems, bold, breaking=False) or _wrap(words, ems, bold, breaking=True) or []
        block = _block(wrapped, size, bold)
        if block.height <= height:
            return block
        if size <= _LEAST_SIZE:
            return _shortened(block, width, height)
        size = max(_LEAST_SIZE, size - _STEP)


def _block(lines: list[str], size: float, bold: bool) -> TextBlock:
    width = max((advance(line, bold) for line in lines), default=0.0) * size * POINT
    return TextBlock(tuple(lines), size, bold, width, any(_TALL.search(line) for line in lines))


def _shortened(block: TextBlock, width: float, height: float) -> TextBlock:
    kept = list(block.lines[: max(1, int(height / block.pitch))])
    while kept[-1] and text_width(kept[-1] + "…", block.size, block.bold) > width:
        kept[-1] = kept[-1][:-1]
    kept[-1] += "…"
    return _block(kept, block.size, block.bold)


def _wrap(words: list[str], ems: float, bold: bool, *, breaking: bool) -> list[str] | None:
    """Lines no wider than `ems`; None when a word does not fit in one and must not be broken."""
    room = ems * _SAFETY
    space = advance(" ", bold)
    lines: list[str] = []
    line, used = "", 0.0
    for word in words:
        glue = " " if line else ""
        for piece in [word] if advance(word, bold) <= room else _PIECES.findall(word):
            wide = advance(piece, bold)
            if line and used + wide + (space if glue else 0.0) <= room:
                line, used = line + glue + piece, used + wide + (space if glue else 0.0)
            else:
                if wide > room and not breaking:
                    return None
                if line:
                    lines.append(line)
                *whole, line = _broken(piece, room, bold) if wide > room else [piece]
                lines.extend(whole)
                used = advance(line, bold)
            glue = ""
    if line:
        lines.append(line)
    return lines


def _broken(word: str, room: float, bold: bool) -> list[str]:
    """A word in parts no wider than `room`, never between a letter and its marks."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    # Qt counts UTF-16 units.
    units = word.encode("utf-16-le", "surrogatepass")
    ends = []
    while (position := finder.toNextBoundary()) != -1:
        ends.append(position)
    clusters = [
        units[2 * start : 2 * end].decode("utf-16-le", "replace") for start, end in zip([0, *ends], ends, strict=False)
    ]
    # Letters of a script that joins them are wider or narrower together than their sum.
    joined = _TALL.search(word) is not None
    parts: list[str] = []
    part, used = "", 0.0
    for cluster in clusters:
        total = advance(part + cluster, bold) if joined else used + advance(cluster, bold)
        if part and total > room:
            parts.append(part)
            part, used = cluster, advance(cluster, bold)
        else:
            part, used = part + cluster, total
    return [*parts, part]
