"""The properties of the join over thousands of random histories, and each rule taken out so that one of them fails."""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.everyday import examples
from tests.unit.sync.histories import Rules, first_failure
from tn_desktop.model.join import Cell, Joined, Lost, RowState, join

HISTORIES = max(3_000, int(os.environ.get("TN_DESKTOP_HISTORIES", "0")) * 10)


def test_thousands_of_histories_hold() -> None:
    assert first_failure(Rules(), examples(HISTORIES)) is None


def whole_rows(a: RowState, b: RowState) -> Joined:
    """The later write to any field takes the row."""
    joined = join(a, b).state
    winner = max((a, b), key=lambda state: (max(state.seen.values(), default=""), repr(state)))
    return Joined(RowState(a.table, joined.created, winner.cells, joined.seen, joined.gone), ())


def nothing_told(a: RowState, b: RowState) -> Joined:
    return Joined(join(a, b).state, ())


def everything_told(a: RowState, b: RowState) -> Joined:
    """Whatever loses is a conflict, whether its loss was knowing or not."""
    joined = join(a, b).state
    lost = [
        Lost(name, cell, joined.cells[name])
        for state in (a, b)
        for name, cell in state.cells.items()
        if name in joined.cells and cell.value != joined.cells[name].value and cell.stamp
    ]
    return Joined(joined, tuple(lost))


def mine_wins(a: RowState, b: RowState) -> Joined:
    joined = join(a, b)
    state = joined.state
    cells = {**b.cells, **a.cells}
    return Joined(RowState(state.table, state.created, cells, state.seen, state.gone), joined.lost)


def values_not_compared(a: RowState, b: RowState) -> Joined:
    """Of equal stamps the one that is there stays: only a copied disk makes such, or one that kept its device id."""
    joined = join(a, b)
    cells = dict(joined.state.cells)
    for name, cell in a.cells.items():
        if name in cells and cells[name].stamp == cell.stamp:
            cells[name] = cell
    state = joined.state
    return Joined(RowState(state.table, state.created, cells, state.seen, state.gone), joined.lost)


def seen_of_the_later(a: RowState, b: RowState) -> Joined:
    joined = join(a, b)
    state = joined.state
    seen = max((a.seen, b.seen), key=lambda known: (max(known.values(), default=""), sorted(known.items())))
    return Joined(RowState(state.table, state.created, state.cells, seen, state.gone), joined.lost)


def gone_of_the_later(a: RowState, b: RowState) -> Joined:
    joined = join(a, b)
    state = joined.state
    gone = max((a.gone or {}, b.gone or {}), key=lambda known: (max(known.values(), default=""), sorted(known.items())))
    return Joined(RowState(state.table, state.created, state.cells, state.seen, gone or None), joined.lost)


def removal_hides_all(a: RowState, b: RowState) -> Joined:
    """A removal covers whatever it meets, seen or not."""
    joined = join(a, b)
    state = joined.state
    gone = state.seen if state.gone is not None else None
    return Joined(RowState(state.table, state.created, state.cells, state.seen, gone), joined.lost)


def stamps_resolved_late(a: RowState, b: RowState) -> Joined:
    """An absent stamp is read as the joined `created` instead of the row's own."""
    created = max(a.created, b.created)

    def read_late(state: RowState) -> RowState:
        cells = {n: Cell(created, c.value) if c.stamp == state.created else c for n, c in state.cells.items()}
        return RowState(state.table, created, cells, state.seen, state.gone)

    return join(read_late(a), read_late(b))


def marks_field_by_field(a: RowState, b: RowState) -> Joined:
    """The weight of a mark is compared for each field as it stands, knowing nothing of causes."""
    other = RowState("attendance?", a.created, a.cells, a.seen, a.gone)
    joined = join(other, RowState("attendance?", b.created, b.cells, b.seen, b.gone))
    weights = [int((state.cells.get("made_by") or Cell("", None)).value == "key") for state in (a, b)]
    cells = dict(joined.state.cells)
    if a.table == "attendance" and weights[0] != weights[1]:
        heavy = a if weights[0] else b
        cells |= {name: heavy.cells[name] for name in ("status", "made_by") if name in heavy.cells}
    state = joined.state
    return Joined(RowState(a.table, state.created, cells, state.seen, state.gone), joined.lost)


WRONG = (
    whole_rows,
    nothing_told,
    everything_told,
    mine_wins,
    seen_of_the_later,
    gone_of_the_later,
    removal_hides_all,
    stamps_resolved_late,
    marks_field_by_field,
)


@pytest.mark.some(3)
@pytest.mark.parametrize("rule", WRONG, ids=lambda rule: rule.__name__)
def test_a_join_without_a_rule_breaks_a_property(rule: Callable[[RowState, RowState], Joined]) -> None:
    assert first_failure(Rules(join=rule), HISTORIES) is not None


@pytest.mark.parametrize("rule", ["heeds_clock", "new_device", "remembers_deliberate", "stamps_revived"])
def test_a_laptop_without_a_rule_breaks_a_property(rule: str) -> None:
    without: Any = {rule: False}
    assert first_failure(replace(Rules(), **without), HISTORIES) is not None


def test_comparing_values_settles_what_a_copied_disk_wrote_under_one_stamp() -> None:
    assert first_failure(Rules(join=values_not_compared, new_device=False), HISTORIES) is not None
