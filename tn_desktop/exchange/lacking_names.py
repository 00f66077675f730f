"""Rows without a name that are a person's all the same: with her marks, her school … where those of others stand."""

from collections.abc import Collection, Sequence
from typing import Final

from tn_desktop.exchange.headers import PLACE, ROW_NUMBER, TOTAL, hint_of, session_of
from tn_desktop.exchange.heads import Head
from tn_desktop.exchange.marks import is_mark
from tn_desktop.exchange.reading.book import Cell, Row
from tn_desktop.exchange.values import text_of

_FACTS: Final = frozenset(
    ("country", "province", "district", PLACE, "institution", "subject", "expertise", "interests", "roles")
)
_BESIDE: Final = frozenset(("date", "time", "session", "workshop", "community", "mode", "minutes", TOTAL))
_LOOKED_AT: Final = 200


def columns_of_people(rows: Sequence[Row], head: Head, names: Collection[int]) -> frozenset[int]:
    """The columns that are filled beside a name in a table's first rows."""
    found: set[int] = set()
    for row in rows[head.last + 1 : head.last + 1 + _LOOKED_AT]:
        if any(row[column] is not None for column in names if column < len(row)):
            found.update(column for column, value in enumerate(row) if value is not None)
    return frozenset(found)


def lacks_name(cells: Sequence[tuple[int, Cell]], head: Head, filled: Collection[int]) -> bool:
    """Whether a row holds somebody's marks or facts, each in its column, and nothing else.

    Numbers alone are rather a total, unless the row has its number in the list. `filled`: see `columns_of_people`.
    """
    numbered = came = told = False
    for column, value in cells:
        hint = head.hints.get(column)
        field = hint.field if hint else ""
        if field == ROW_NUMBER:
            numbered = True
        elif field == "status" or (field in ("", "session", "date") and session_of(head.parts.get(column, ()))):
            text = text_of(value)
            if not is_mark(value) or (text.isdecimal() and text not in ("0", "1")):
                return False
            came = came or text == "1"
            told = told or (column in filled and not text.isdecimal())
        elif field in _FACTS:
            if not isinstance(value, str) or not any(map(str.isalpha, value)) or hint_of(value):
                return False
            told = told or column in filled
        elif field not in _BESIDE:
            return False
    return told or (numbered and came)
