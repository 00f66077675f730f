"""User text made safe for cells: what a spreadsheet cannot hold is taken out, nothing of it becomes a formula.

The rule for every format: a text that begins with one of `RISKY` is stored as text and stays text when it is
edited. In xlsx and ods the cell's type says so (xlsx adds the quote prefix); CSV has no types, so there an
apostrophe is put before it, which spreadsheets show and other programs may take off.
"""

import re
from typing import Final

from tn_desktop.exchange.cell_text import MAX_CELL, plain

__all__ = ["MAX_CELL", "clipboard", "csv", "is_risky", "is_simple", "keeps_space", "plain", "xlsx", "xml"]

RISKY: Final = frozenset("=+-@\t\r\n'＝＋－＠﹦﹢﹣﹫−")
"""First characters that a spreadsheet may read as the beginning of a formula, or as its own text mark."""

_SKIPPED: Final = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u2060\u202f\u3000\ufeff"
"""Blanks, seen and unseen, that a spreadsheet may pass over before it looks for a formula."""

# Excel reads _x0041_ inside a text as the letter A; the escaped underscore keeps what was typed.
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# Begins with a letter or digit and holds nothing that needs care: most names, places and titles.
_SIMPLE: Final = re.compile(r"[^\W_](?:[^\W_]|[-.,:;()[\]/@’·+]| (?=\S))*")

is_simple = _SIMPLE.fullmatch
"""Whether a text can be written as it is, everywhere; other texts may need care."""


def xml(text: str) -> str:
    """Text for XML content and for attributes in double quotes."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def xlsx(text: str) -> str:
    """`xml` of a text that Excel also searches for _xHHHH_ escapes."""
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return xml(text)


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    # Most texts begin with a letter or a digit, which is seen in a third of the time.
    return bool(text) and not text[0].isalnum() and text.lstrip(_SKIPPED)[:1] in RISKY


def keeps_space(text: str) -> bool:
    """Whether white space of the text would be lost without being marked as meant."""
    return text[:1].isspace() or text[-1:].isspace() or "  " in text or "\n" in text or "\t" in text


def clipboard(text: str) -> str:
    """Text that is copied for other programs: a line, or a cell of it, that a spreadsheet would take for a formula gets
    an apostrophe before it, as in CSV, since a clipboard has no types either."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join("'" + cell if is_risky(cell) else cell for cell in line.split("\t")) for line in lines)


def csv(text: str) -> str:
    """Text for a CSV field: risky text gets an apostrophe before it."""
    text = plain(text)
    return "'" + text if is_risky(text) else text
