"""Which columns of a table hold the marks of one session each."""

from collections.abc import Mapping, Sequence
from typing import Final

from tn_desktop.exchange.headers import IGNORED, ROW_NUMBER, SIGNATURE, session_of
from tn_desktop.exchange.marks import one_alphabet
from tn_desktop.exchange.profile import Profile
from tn_desktop.exchange.tables import Column

# Headings of other things that columns of marks may carry all the same.
_MAY_HOLD_MARKS: Final = frozenset({"session", "status", "date", "minutes", ROW_NUMBER, SIGNATURE, "notes", "type"})
_MARKED: Final = 0.75
"""The least share of a column's cells that are marks."""


def find_session_columns(columns: Sequence[Column], profiles: Mapping[int, Profile]) -> list[int]:
    """Places of the columns that hold one session's marks each.

    A heading that names a session makes it certain; marks under another heading count beside such columns, or where
    they mean nothing but attendance, or where several columns hold marks of one usual set.
    """
    certain: list[Column] = []
    likely: list[Column] = []
    telling: list[Column] = []
    for column in columns:
        profile, hint = profiles[column.index], column.hint
        if hint and hint.field not in _MAY_HOLD_MARKS and (hint.field in IGNORED or hint.weight >= 0.85):
            continue
        marked = profile.count > 0 and profile.mark >= _MARKED
        info = session_of(column.parts)
        if info and info.weight >= 0.6 and (marked or profile.count == 0):
            certain.append(column)
        elif info and info.weight >= 0.4 and marked:
            likely.append(column)
        elif hint and hint.field in ("status", SIGNATURE) and marked:
            telling.append(column)
        elif marked and column.header and not (hint and hint.field == ROW_NUMBER):
            (telling if profile.telling >= 0.5 else likely).append(column)
    if not any(profiles[column.index].count for column in certain) and (len(certain) < 2 or likely):
        # Empty columns alone are sessions only where they are several and nothing else could be.
        certain = []
    if certain:
        first, last = certain[0].index, certain[-1].index
        beside = [column for column in (*likely, *telling) if first <= column.index <= last + 3]
        return sorted(column.index for column in (*certain, *beside))
    # Without a heading that says so, one odd letter is no column of marks.
    likely = [column for column in likely if profiles[column.index].count >= 2]
    if telling:
        several = len(telling) > 1 or len(likely) > 1
        return sorted(column.index for column in (*telling, *(likely if several else ())))
    numbered = [column for column in likely if session_of(column.parts)]
    if len(numbered) >= 2 or (len(likely) >= 2 and (_ticked(likely) or _side_by_side(columns, likely))):
        return sorted(column.index for column in likely)
    return []


def _ticked(columns: Sequence[Column]) -> bool:
    """Whether columns hold tick boxes (TRUE and FALSE), as online sheets write them."""
    values = [value for column in columns for value in column.samples]
    return bool(values) and all(isinstance(value, bool) for value in values)


def _side_by_side(every: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether columns stand together and hold marks of one usual set."""
    places = [column.index for column in every]
    positions = [places.index(column.index) for column in columns]
    values = [value for column in columns for value in column.samples]
    return positions[-1] - positions[0] == len(positions) - 1 and one_alphabet(values)
