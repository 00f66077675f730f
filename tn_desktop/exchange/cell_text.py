"""What text a cell can hold. The process that reads workbooks needs it too, so this imports nothing."""

import re
from typing import Final

MAX_CELL: Final = 32_767
"""Longest text of one cell, in UTF-16 units."""

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029]")


def plain(text: str) -> str:
    """The text without characters that XML cannot hold, line ends as \\n, at most `MAX_CELL` UTF-16 units long."""
    if not text.isprintable():
        text = _ILLEGAL.sub("", _LINE_ENDS.sub("\n", text))
    if len(text) * 2 > MAX_CELL:
        text = _shortened(text)
    return text


def _shortened(text: str) -> str:
    encoded = text.encode("utf-16-le")
    if len(encoded) // 2 <= MAX_CELL:
        return text
    return encoded[: 2 * (MAX_CELL - 1)].decode("utf-16-le", errors="ignore") + "…"
