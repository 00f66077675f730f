"""Telling tables that stand side by side on one sheet."""

from itertools import pairwise
from typing import Final

from tn_desktop.exchange.headers import FULL_NAME, FULL_NAME_REVERSED, NAME
from tn_desktop.exchange.heads import Head, find_head
from tn_desktop.exchange.names import given_name_share, looks_like_name
from tn_desktop.exchange.reading.book import RawSheet
from tn_desktop.model.text import fold

_LOOK: Final = 400


def split_sideways(sheet: RawSheet) -> list[tuple[int, int]]:
    """Bands of columns (first, last + 1), each of which holds tables of its own."""
    used = _used_columns(sheet)
    if not used:
        return []
    parts = _components(used)
    bands: list[tuple[int, int]] = []
    for part in _by_gaps(sheet, parts):
        bands.extend(_by_repetition(sheet, *part))
    return bands


def _used_columns(sheet: RawSheet) -> list[int]:
    used: set[int] = set()
    for row in sheet.rows:
        if len(row) > len(used):
            used.update(column for column, value in enumerate(row) if value is not None)
        else:
            used.update(column for column, value in enumerate(row) if value is not None and column not in used)
    return sorted(used)


def _components(used: list[int]) -> list[tuple[int, int]]:
    """Runs of used columns without an empty one between them."""
    parts = []
    start = previous = used[0]
    for column in used[1:]:
        if column > previous + 1:
            parts.append((start, previous + 1))
            start = column
        previous = column
    return [*parts, (start, previous + 1)]


def _by_gaps(sheet: RawSheet, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join neighbouring runs of columns unless each could be a table of its own."""
    if len(parts) == 1:
        return parts
    bands = [parts[0]]
    keys = _keys(sheet, *parts[0])
    for part in parts[1:]:
        own = _keys(sheet, *part)
        if own & keys:
            bands.append(part)
            keys = own
        else:
            bands[-1] = (bands[-1][0], part[1])
            keys |= own
    return bands


def _keys(sheet: RawSheet, left: int, right: int) -> set[str]:
    """What a run of columns holds that a table holds only once: a naming heading, or full names."""
    stop = min(len(sheet.rows), _LOOK)
    head = find_head(sheet, 0, stop, left, right)
    keys: set[str] = set()
    if head is not None:
        for column, hint in head.hints.items():
            if (
                hint
                and _holds_names(sheet, column, head.last + 1)
                and hint.field in (FULL_NAME, FULL_NAME_REVERSED, NAME, "given_name", "family_name")
            ):
                keys.add("given_name" if hint.field == NAME and _has(head, "family_name") else hint.field)
        texts = [fold(part) for parts in head.parts.values() for part in parts[-1:] if isinstance(part, str)]
        if len(texts) >= 2 and not keys:
            keys.update(f"heading {text}" for text in texts)
    if not keys and _full_names(sheet, left, right):
        keys.add(FULL_NAME)
    if FULL_NAME_REVERSED in keys or (NAME in keys and _full_names(sheet, left, right)):
        keys.add(FULL_NAME)
    return keys


def _holds_names(sheet: RawSheet, column: int, start: int) -> bool:
    """Whether a column's cells could be names, most of them different; an empty column could be, too."""
    values = [row[column] for row in sheet.rows[start:_LOOK] if column < len(row) and row[column] is not None]
    shaped = {value for value in values if isinstance(value, str) and looks_like_name(value)}
    return not values or len(shaped) >= 0.4 * len(values) or len(values) <= 2


def _has(head: Head, field: str) -> bool:
    return any(hint and hint.field == field for hint in head.hints.values())


def _full_names(sheet: RawSheet, left: int, right: int) -> bool:
    """Whether some column of the run is mostly full names."""
    return any(_names_share(sheet, column) >= 0.6 for column in range(left, right))


def _names_share(sheet: RawSheet, column: int, skip: int = 0) -> float:
    cells = [row[column] for row in sheet.rows[skip:_LOOK] if column < len(row)]
    texts = [value for value in cells if isinstance(value, str)]
    if len(texts) < 2:
        return 0.0
    full = [text for text in texts if looks_like_name(text) and " " in text]
    return len(full) / len(texts) * (1.0 if given_name_share(full) >= 0.4 else 0.0)


def _by_repetition(sheet: RawSheet, left: int, right: int) -> list[tuple[int, int]]:
    """Part a run of columns whose headings come again: "No, Ad Soyad, No, Ad Soyad"."""
    stop = min(len(sheet.rows), _LOOK)
    head = find_head(sheet, 0, stop, left, right)
    if head is None:
        return _lists(sheet, left, right)
    texts = {column: fold(str(parts[-1])) for column, parts in head.parts.items() if isinstance(parts[-1], str)}
    naming = [
        column
        for column, hint in head.hints.items()
        if hint and hint.field in (FULL_NAME, FULL_NAME_REVERSED, NAME, "given_name")
    ]
    if len(naming) < 2:
        return _lists(sheet, left, right) if not naming else [(left, right)]
    same = [column for column in naming if texts.get(column) == texts.get(naming[0])]
    if len(same) < 2:
        return [(left, right)]
    columns = sorted(head.parts)
    first = texts.get(columns[0])
    starts = [left]
    for previous, column in pairwise(same):
        between = [place for place in columns if previous < place <= column]
        restart = next((place for place in between if texts.get(place) == first), column)
        starts.append(restart)
    return [(start, end) for start, end in zip(starts, [*starts[1:], right], strict=True)]


def _lists(sheet: RawSheet, left: int, right: int) -> list[tuple[int, int]]:
    """Part columns that are each a list of full names under a title of its own."""
    columns = list(range(left, right))
    if len(columns) < 2 or not all(_names_share(sheet, column, skip=1) >= 0.8 for column in columns):
        return [(left, right)]
    return [(column, column + 1) for column in columns]
