"""Joining two states of one row: the rule by which all laptops come to the same data, whatever arrives when.

A state is what exchange.md calls a row: per field a value with the stamp of its write, and per row who has seen what.
`join` is commutative, associative and idempotent, so that files may come late, twice and in any order. It touches no
database and no clock.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from tn_desktop.model.marks import DELIBERATE, MADE_BY, MARK, MARKED, weight
from tn_desktop.model.stamps import EMPTY_STAMP, canonical, covers, relation_bytes

Seen = Mapping[str, str]
"""Device -> time part of the latest stamp of that device."""

CONFLICT: Final = "conflict"
"""What is hashed into the uid of a conflict beside the row's uid, the field and the stamp."""


class Cell(NamedTuple):
    """A field's value and the stamp of the write that made it; the empty stamp where nobody wrote it."""

    stamp: str
    value: Any


NOTHING: Final = Cell(EMPTY_STAMP, None)


@dataclass(frozen=True, slots=True)
class RowState:
    """One row as one laptop knows it.

    Attributes:
        table: what the row is.
        created: stamp of its creation; empty for a stub, which stands for a row that has not come yet.
        cells: field -> cell, with effective stamps; a field that is null and was never written is left out.
        seen: the latest stamp of each device seen for this row.
        gone: the `seen` of whoever removed it, or None.
    """

    table: str
    created: str
    cells: Mapping[str, Cell]
    seen: Seen
    gone: Seen | None = None

    @property
    def alive(self) -> bool:
        """Whether the row lives: somebody wrote to it who had not seen its removal."""
        return lives(self.seen, self.gone)


class Lost(NamedTuple):
    """A value that gave way to one whose writer had not seen it.

    Attributes:
        field: of the row.
        cell: what gave way.
        kept: what stands there now.
    """

    field: str
    cell: Cell
    kept: Cell


class Joined(NamedTuple):
    """What `join` gives: the state, and the values to keep for review."""

    state: RowState
    lost: tuple[Lost, ...]


def join(a: RowState, b: RowState) -> Joined:
    """The state that holds every write of both.

    Per field the greater (stamp, canonical value) wins; created, seen and gone take the pointwise maximum. The fields
    of a mark win or lose together (model/marks.py). What loses is reported only if the values differ and whoever
    wrote the winner had not seen the loser: no false alarm on chains, and no trust in clocks. How a mark was made is
    no value of its own to review.
    """
    together = dict.fromkeys(MARK, _ranked_marks(a, b)) if a.table == MARKED else {}
    cells: dict[str, Cell] = {}
    lost: list[Lost] = []
    for field in sorted({*a.cells, *b.cells}):
        # Most fields of two states are alike; then neither the winner matters nor can anything be lost.
        if (same := _same_cell(a.cells.get(field), b.cells.get(field))) is not None:
            cells[field] = same
            continue
        winner, loser = together.get(field) or _ranked(field, a, b)
        kept, given_up = winner.cells.get(field, NOTHING), loser.cells.get(field, NOTHING)
        if kept != NOTHING:
            cells[field] = kept
        if field != MADE_BY and _is_lost(kept, given_up, winner.seen):
            lost.append(Lost(field, given_up, kept))
    state = RowState(a.table, max(a.created, b.created), cells, later(a.seen, b.seen), _joined_gone(a.gone, b.gone))
    return Joined(state, tuple(lost))


def _ranked(field: str, a: RowState, b: RowState) -> tuple[RowState, RowState]:
    """The state whose cell wins, and the other."""
    mine, theirs = a.cells.get(field, NOTHING), b.cells.get(field, NOTHING)
    if mine.stamp != theirs.stamp:
        return (a, b) if mine.stamp > theirs.stamp else (b, a)
    return (a, b) if _order(mine) >= _order(theirs) else (b, a)


_PLAIN: Final = (str, int, type(None))
"""Types whose values of one type are equal just where their canonical texts are."""


def _same_cell(one: Cell | None, other: Cell | None) -> Cell | None:
    """The cell of both, where it is plainly the same."""
    if one is None or one != other or one == NOTHING:
        return None
    return one if type(one.value) in _PLAIN and type(one.value) is type(other.value) else None


def _order(cell: Cell) -> tuple[str, str]:
    return cell.stamp, canonical(cell.value)


def _ranked_marks(a: RowState, b: RowState) -> tuple[RowState, RowState]:
    """The state whose whole mark wins, and the other."""
    return (a, b) if _mark_order(a) >= _mark_order(b) else (b, a)


def _mark_order(state: RowState) -> tuple[int, str, str]:
    """The rank of a state's mark: deliberate over bulk, then the later; equal ranks are equal marks."""
    cells = [state.cells.get(field, NOTHING) for field in MARK]
    stamp = max(cell.stamp for cell in cells)
    made_by = state.cells.get(MADE_BY, NOTHING).value
    return weight(stamp, made_by, DELIBERATE in state.cells), stamp, canonical(cells)


def _is_lost(kept: Cell, given_up: Cell, seen: Seen) -> bool:
    if type(kept.value) is type(given_up.value) and type(kept.value) in _PLAIN:
        if kept.value == given_up.value:
            return False
    elif canonical(kept.value) == canonical(given_up.value):
        return False
    # One stamp under two values is the work of a copied disk: neither writer can have seen the other.
    twins = kept.stamp == given_up.stamp != EMPTY_STAMP
    return twins or not covers(seen, given_up.stamp)


def later(a: Seen, b: Seen) -> dict[str, str]:
    """The pointwise maximum."""
    return {device: max(a.get(device, EMPTY_STAMP), b.get(device, EMPTY_STAMP)) for device in {*a, *b}}


def _joined_gone(a: Seen | None, b: Seen | None) -> Seen | None:
    if a is None or b is None:
        return b if a is None else a
    return later(a, b)


def lives(seen: Seen, gone: Seen | None) -> bool:
    """Whether some write to the row is not covered by its removal.

    Counted over every write and not only over those whose value still stands: a relation that two laptops made apart
    holds one set of values, yet whoever removed one of them had not seen the other (exchange.md, property 4).
    """
    known = gone or {}
    return any(time > known.get(device, EMPTY_STAMP) for device, time in seen.items())


def effective(created: str, stamps: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Cell]:
    """The cells of a stored row: an absent stamp is `created` where there is a value, else the empty stamp.

    Resolved before anything is joined, since the join changes `created`.
    """
    cells = {
        field: Cell(stamps.get(field, created), value)
        for field, value in values.items()
        if value is not None or field in stamps
    }
    for field, stamp in stamps.items():
        if field not in cells:
            cells[field] = Cell(stamp, None)
    return cells


def sparse(created: str, cells: Mapping[str, Cell]) -> dict[str, str]:
    """The stamps to store with the cells' values: those that the rule of `effective` does not give."""
    return {
        field: cell.stamp
        for field, cell in cells.items()
        if cell.stamp != (created if cell.value is not None else EMPTY_STAMP)
    }


def state_of(table: str, created: str, fields: str, values: Mapping[str, Any], seen: str, gone: str | None) -> RowState:
    """A state from the texts that a row stores."""
    return RowState(
        table,
        created,
        effective(created, json.loads(fields), values),
        json.loads(seen),
        None if gone is None else json.loads(gone),
    )


def conflict_uid(row: bytes, field: str, stamp: str) -> bytes:
    """The uid of a conflict: the same on every laptop that meets the same two writes."""
    return relation_bytes(CONFLICT, row, field.encode(), b"\0", stamp.encode("ascii"))
