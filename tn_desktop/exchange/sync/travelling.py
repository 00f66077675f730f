"""The record: a row as it travels, and the JSON of which it is made.

The process that reads workbooks needs them too, so this imports little.
"""

import json
import re
from typing import Any, Final, NamedTuple

from tn_desktop.model.stamps import make_stamp

LAST_STAMP: Final = make_stamp(7_258_118_400_000, 0, "")
"""Of the year 2200. No clock is that wrong; a laptop that had seen a later one could soon write nothing any more."""


class Record(NamedTuple):
    """A row's whole state as two texts.

    Attributes:
        table: what the row is; a newer program may send tables that this one does not know.
        uid: its 16 bytes.
        seen: canonical JSON, device -> time part. Equal texts mean equal rows.
        body: canonical JSON: [created, stamps of fields, gone, values]; other rows are named by their uids in
            hexadecimal, null values are left out.
    """

    table: str
    uid: bytes
    seen: str
    body: str


def strict_json(text: str) -> Any:
    """The value of a JSON text that can be stored.

    Raises:
        ValueError: it is none; it holds a number that is none, a half of a letter (a lone surrogate) or a zero byte.
        RecursionError: it is nested too deeply.
    """
    if _UNSTORABLE.search(text) is None:
        return _DECODER.decode(text)
    held = _DECODER.decode(text)
    whole = json.dumps(held, ensure_ascii=False)
    whole.encode()  # no text can hold half a letter
    if "\\u0000" in whole:
        raise ValueError
    return held


def _no_number(name: str) -> Any:
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_constant=_no_number)
_UNSTORABLE: Final = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)|[\ud800-\udfff]")
"""Escapes that may be half a letter, or a zero byte; and such halves themselves."""


def quick_json(text: str) -> Any:
    """`strict_json` of a text as our own programs write it, without looking for blanks around it.

    Raises:
        ValueError: it is none, or `strict_json` has to look at it.
        RecursionError: it is nested too deeply.
    """
    if _UNSTORABLE.search(text) is not None:
        raise ValueError
    held, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError
    return held
