"""Finding the heading rows of a table on a sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tn_desktop.exchange import headers
from tn_desktop.exchange.headers import FULL_NAME, FULL_NAME_REVERSED, NAME, Hint, combined_hint, hint_of, session_of
from tn_desktop.exchange.names import given_name_share
from tn_desktop.exchange.reading.book import Cell, RawSheet, Row
from tn_desktop.exchange.values import EMAIL, find_phones, find_when, month_of, text_of, weekday_of
from tn_desktop.model.text import fold

NAMING: Final = frozenset({FULL_NAME, FULL_NAME_REVERSED, NAME, "given_name"})
_LOOK_AHEAD: Final = 60
_KEY_AND_VALUE: Final = re.compile(r"[^:]{2,40}:\s*\S")


@dataclass(frozen=True, slots=True)
class Head:
    """The heading rows of a table: from row `first` to `last` (0-based), and per column what stands there.

    `parts` holds each column's headings from top to bottom, `hints` the field they name.
    """

    first: int
    last: int
    parts: dict[int, tuple[Cell, ...]]
    hints: dict[int, Hint | None]
    groups: dict[int, str]

    @property
    def naming(self) -> list[int]:
        """The columns that hold names, by their heading."""
        return [column for column, hint in self.hints.items() if hint and hint.field in NAMING]

    @property
    def naming_others(self) -> list[int]:
        """The columns that hold names of organisations, by their heading."""
        return [column for column, hint in self.hints.items() if hint and hint.field in ("stakeholder", "institution")]


def cells_of(row: Row, left: int, right: int) -> list[tuple[int, Cell]]:
    """The filled cells of a row within columns left … right - 1."""
    return [(column, row[column]) for column in range(left, min(right, len(row))) if row[column] is not None]


def find_head(sheet: RawSheet, start: int, stop: int, left: int, right: int, *, here_only: bool = False) -> Head | None:
    """The first heading from row `start` on (or only in it), or None."""
    rows = sheet.rows
    seen = 0
    for index in range(start, stop):
        cells = cells_of(rows[index], left, right)
        if not cells:
            continue
        seen += 1
        if seen > (1 if here_only else _LOOK_AHEAD):
            break
        score = _score(cells)
        if score is None or _is_data(rows, index, stop, cells):
            continue
        best, best_score = index, score
        for later in range(index + 1, min(index + 3, stop)):
            later_cells = cells_of(rows[later], left, right)
            later_score = _score(later_cells) if later_cells else None
            if later_score and later_score > best_score and not _is_data(rows, later, stop, later_cells):
                best, best_score = later, later_score
        return _complete(sheet, best, start, stop, left, right)
    if here_only:
        return None
    return _by_contrast(sheet, start, stop, left, right)


def _score(cells: list[tuple[int, Cell]]) -> float | None:
    """How much a row looks like headings, or None if it does not."""
    fields: set[str] = set()
    sessions = plausible = 0
    for _, value in cells:
        if isinstance(value, str):
            if EMAIL.search(value) or find_phones(value) or _KEY_AND_VALUE.match(value) or len(value) > 160:
                return None
            hint = hint_of(value)
            if hint and hint.weight >= headers.WHO_WEIGHT:
                fields.add(hint.field)
                plausible += 1
                continue
        info = session_of((value,))
        if info and info.weight >= 0.4:
            sessions += 1
            plausible += 1
        elif isinstance(value, str):
            plausible += 1
    if plausible < 0.8 * len(cells):
        return None
    naming = bool(fields & NAMING)
    useful = fields - headers.IGNORED
    alone = len(cells) == 1
    if naming and (alone or len(fields) >= 2 or sessions or len(cells) <= 3):
        return 10 + len(fields) + 0.1 * len(cells)
    if len(useful) >= 2 or (len(useful) == 1 and len(fields) >= 2) or (fields - {headers.TOTAL} and sessions >= 2):
        return len(fields) + 0.1 * len(cells)
    return None


def _is_data(rows: Sequence[Row], index: int, stop: int, cells: list[tuple[int, Cell]]) -> bool:
    """Whether a row's words come again in the same columns without the rest of the row: values, not headings."""
    again = 0
    single = len(cells) == 1
    if single and isinstance(cells[0][1], str) and (hint := hint_of(cells[0][1])) and hint.weight > headers.WHO_WEIGHT:
        return False
    for other in range(max(0, index - 200) if single else index + 1, min(index + 200, stop)):
        if other == index:
            continue
        row = rows[other]
        same = sum(column < len(row) and row[column] == value for column, value in cells)
        if same == 0:
            continue
        if same >= 0.6 * len(cells) and not single:
            return False
        again += 1
    return again >= (1 if single else 3)


def _by_contrast(sheet: RawSheet, start: int, stop: int, left: int, right: int) -> Head | None:
    """A heading in words that no rule knows, told by the unlike values below it."""
    rows = sheet.rows
    for index in range(start, min(start + 10, stop)):
        cells = cells_of(rows[index], left, right)
        if len(cells) < 2 or not all(isinstance(value, str) and len(value) < 60 for _, value in cells):
            continue
        if any(EMAIL.search(text) or find_phones(text) for _, value in cells if (text := str(value))):
            return None
        below = [rows[row] for row in range(index + 1, min(index + 40, stop)) if cells_of(rows[row], left, right)]
        if len(below) < 2:
            return None
        if any(_contrasts(str(value), [row[column] for row in below if column < len(row)]) for column, value in cells):
            return _complete(sheet, index, start, stop, left, right)
        return None
    return None


def _contrasts(heading: str, values: Sequence[Cell]) -> bool:
    filled = [value for value in values if value is not None]
    if len(filled) < 2 or find_phones(heading) or EMAIL.search(heading) or any(char.isdigit() for char in heading):
        return False
    unlike = sum(
        not isinstance(value, str)
        or bool(EMAIL.search(value))
        or bool(find_phones(value))
        or find_when(value) is not None
        for value in filled
    )
    if unlike >= 0.7 * len(filled):
        return True
    texts = [value for value in filled if isinstance(value, str) and " " in value]
    return len(texts) >= 3 and given_name_share(texts) >= 0.6 and given_name_share([heading]) == 0.0


def _complete(sheet: RawSheet, base: int, start: int, stop: int, left: int, right: int) -> Head:
    """The heading around row `base`, with the rows above and below it that belong to it."""
    rows = sheet.rows
    labels = dict(cells_of(rows[base], left, right))
    layers = [labels]
    first = last = base
    below = base + 1
    if below < stop and (under := dict(cells_of(rows[below], left, right))) and _is_sub(labels, under):
        layers = [_spread(sheet, base, labels, under, right), under]
        last = below
    above = base - 1
    if above >= start and (over := dict(cells_of(rows[above], left, right))) and _is_super(sheet, above, over, labels):
        layers.insert(0, _spread(sheet, above, over, labels, right))
        first = above
        higher = above - 1
        if higher >= start:
            top = dict(cells_of(rows[higher], left, right))
            if (
                top
                and _is_super(sheet, higher, top, over)
                and any(month_of(value) or weekday_of(value) is not None for value in top.values())
            ):
                layers.insert(0, _spread(sheet, higher, top, over, right))
                first = higher
    return _head(first, last, layers, labels)


def _head(first: int, last: int, layers: list[dict[int, Cell]], labels: dict[int, Cell]) -> Head:
    parts: dict[int, tuple[Cell, ...]] = {}
    hints: dict[int, Hint | None] = {}
    groups: dict[int, str] = {}
    for column in sorted({column for layer in layers for column in layer}):
        stack = tuple(layer[column] for layer in layers if column in layer)
        parts[column] = stack
        texts = [part for part in stack if isinstance(part, str)]
        groups[column] = " ".join(texts[:-1])
        hints[column] = combined_hint(groups[column], texts[-1]) if texts else None
    return Head(first, last, parts, hints, groups)


def _is_sub(labels: dict[int, Cell], under: dict[int, Cell]) -> bool:
    """Whether the row under the headings belongs to them: days under weekdays, names of parts under a group."""
    named = [
        column
        for column, value in labels.items()
        if isinstance(value, str) and (hint := hint_of(value)) and hint.field in NAMING
    ]
    if any(column in under for column in named):
        return False
    if not named and not any(column not in labels for column in under):
        return False
    fits = new = 0
    for column, value in under.items():
        over = labels.get(column)
        grouped = (
            over is None
            or month_of(over) is not None
            or weekday_of(over) is not None
            or session_of((over,)) is not None
        )
        info = session_of((value,))
        hint = hint_of(value) if isinstance(value, str) else None
        if isinstance(value, str) and (EMAIL.search(value) or find_phones(value)):
            return False
        timely = info is not None and info.weight >= 0.4 and (grouped or isinstance(over, str))
        fits += timely or (hint is not None and hint.weight >= 0.9) or (isinstance(value, str) and over is None)
        new += grouped
    return bool(new) and fits == len(under) and (len(under) >= 2 or bool(named))


def _is_super(sheet: RawSheet, index: int, over: dict[int, Cell], labels: dict[int, Cell]) -> bool:
    """Whether the row above the headings belongs to them: weekdays, months, or the names of groups of columns."""
    if any(
        isinstance(value, str) and (_KEY_AND_VALUE.match(value) or value.endswith(":") or len(value) > 80)
        for value in over.values()
    ):
        return False
    leftmost = min(labels)
    timely = sum(
        weekday_of(value) is not None or month_of(value) is not None or (session_of((value,)) is not None)
        for value in over.values()
    )
    if timely >= max(1, 0.6 * len(over)):
        return any(column > leftmost for column in over)
    spans = {(top, start): end - start + 1 for top, start, bottom, end in sheet.merged if top == index == bottom}
    width = max(labels) - leftmost + 1
    grouping = sum(1 < spans.get((index, column), 1) < width for column in over)
    if grouping:
        return True
    if len(over) < 2:
        # One word over the first of the sessions' columns: "Oturumlar".
        return all(column > leftmost and session_of((labels.get(column),)) is not None for column in over)
    # Without merged cells known: labels over gaps that the row below fills.
    placed = all(column in labels or (isinstance(value, str) and hint_of(value)) for column, value in over.items())
    return len(over) < len(labels) + 2 and placed and _filled_gaps(over, labels)


def _filled_gaps(over: dict[int, Cell], labels: dict[int, Cell]) -> bool:
    columns = sorted(over)
    wide = sum(any(column in labels for column in range(a + 1, b)) for a, b in pairwise(columns))
    return wide >= 1


def _spread(sheet: RawSheet, index: int, over: dict[int, Cell], under: dict[int, Cell], right: int) -> dict[int, Cell]:
    """A row of group labels with each label also over the other columns of its group."""
    spread = dict(over)
    spans = {start: end for top, start, _, end in sheet.merged if top == index}
    columns = sorted(over)
    for position, column in enumerate(columns):
        stop = columns[position + 1] if position + 1 < len(columns) else right
        if column in spans:
            stop = min(stop, spans[column] + 1)
        elif any(start in over for start in spans):
            stop = column + 1
        for other in range(column + 1, stop):
            if other in under:
                spread[other] = over[column]
            elif column not in spans:
                break
    return spread


def same_heading(head: Head, row: Row) -> bool:
    """Whether a row repeats the headings, as pages do."""
    lowest = [(column, parts[-1]) for column, parts in head.parts.items() if parts]
    if not lowest:
        return False
    same = missed = 0
    for column, value in lowest:
        if column < len(row) and row[column] is not None and _equal(row[column], value):
            same += 1
        else:
            missed += 1
            # Nearly every row of a long list is told from its headings by the first few cells.
            if missed > 0.4 * len(lowest):
                return False
    filled = sum(value is not None for value in row)
    return (same >= 2 and same >= 0.6 * len(lowest) and same >= 0.6 * filled) or (
        same == 1 and len(lowest) == 1 and filled == 1
    )


def _equal(one: Cell, other: Cell) -> bool:
    if one == other:
        return True
    if not isinstance(one, str) or not isinstance(other, str) or abs(len(one) - len(other)) > 2:
        return False
    if one[0] != other[0] and one[:1].isascii() and other[:1].isascii() and one[0].lower() != other[0].lower():
        return False
    return fold(one) == fold(other) != ""


def heading_text(parts: tuple[Cell, ...]) -> str:
    """Headings from top to bottom as one line."""
    return " ".join(dict.fromkeys(text_of(part) for part in parts if part is not None))
