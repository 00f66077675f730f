"""The algebra of the join, and what it reports as lost."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.model.join import Cell, RowState, conflict_uid, effective, join, later, lives, sparse, state_of
from tn_desktop.model.marks import DELIBERATE, has_to_say_deliberate
from tn_desktop.model.stamps import covers, make_stamp, see

DEVICES = ("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc")


def stamp(time: int, device: int = 0) -> str:
    return make_stamp(time, 0, DEVICES[device])


def seen(*stamps: str) -> dict[str, str]:
    text = "{}"
    for one in stamps:
        text = see(text, one)
    return dict(json.loads(text))


def row(table: str = "person", created: str = "", gone: dict[str, str] | None = None, **cells: Cell) -> RowState:
    known = {cell.stamp for cell in cells.values() if cell.stamp} | ({created} if created else set())
    return RowState(table, created, cells, later(seen(*known), gone or {}), gone)


class TestFields:
    def test_each_field_keeps_its_later_write(self) -> None:
        mine = row(created=stamp(1), name=Cell(stamp(1), "Ayşe"), phone=Cell(stamp(5, 1), "1"))
        theirs = row(created=stamp(1), name=Cell(stamp(7, 2), "Ayşe Nur"), phone=Cell(stamp(1), None))
        joined = join(mine, theirs).state
        assert {name: cell.value for name, cell in joined.cells.items()} == {"name": "Ayşe Nur", "phone": "1"}

    def test_a_field_that_one_of_them_does_not_know_stays(self) -> None:
        mine, theirs = row(created=stamp(1), a=Cell(stamp(1), 1)), row(created=stamp(1), b=Cell(stamp(2, 1), 2))
        assert set(join(mine, theirs).state.cells) == {"a", "b"}

    def test_clearing_is_a_write(self) -> None:
        kept = row(created=stamp(1), phone=Cell(stamp(1), "1"))
        cleared = row(created=stamp(1), phone=Cell(stamp(3), None))
        assert join(kept, cleared).state.cells["phone"] == Cell(stamp(3), None)

    def test_equal_stamps_fall_to_the_greater_value_and_are_told(self) -> None:
        copied, original = (row(created=stamp(1), name=Cell(stamp(2), value)) for value in ("Ali", "Veli"))
        joined = join(copied, original)
        assert joined.state.cells["name"].value == "Veli"
        assert [(one.field, one.cell.value) for one in joined.lost] == [("name", "Ali")]


class TestLost:
    def test_a_value_that_the_winner_had_not_seen_is_reported(self) -> None:
        mine = row(created=stamp(1), phone=Cell(stamp(5, 0), "1"))
        theirs = row(created=stamp(1), phone=Cell(stamp(6, 1), "2"))
        lost = join(mine, theirs).lost
        assert [(one.field, one.cell, one.kept) for one in lost] == [
            ("phone", Cell(stamp(5, 0), "1"), Cell(stamp(6, 1), "2"))
        ]

    def test_a_chain_of_writes_is_no_conflict(self) -> None:
        first = row(created=stamp(1), phone=Cell(stamp(5, 0), "1"))
        after = dataclasses.replace(
            row(created=stamp(1), phone=Cell(stamp(6, 1), "2")), seen=seen(stamp(1), stamp(5, 0), stamp(6, 1))
        )
        assert join(first, after).lost == () == join(after, first).lost

    def test_a_chain_is_none_even_if_the_later_clock_was_slow(self) -> None:
        # The clock rule makes the stamp exceed what was seen; the join does not rely on it for the alarm.
        first = row(created=stamp(1), phone=Cell(stamp(9, 0), "1"))
        after = dataclasses.replace(
            first, cells={"phone": Cell(stamp(10, 1), "2")}, seen=later(first.seen, seen(stamp(10, 1)))
        )
        assert not join(first, after).lost

    def test_the_same_value_written_twice_is_no_conflict(self) -> None:
        pair = [row(created=stamp(1), phone=Cell(stamp(5, device), "1")) for device in (0, 1)]
        assert join(*pair).lost == ()

    def test_a_stub_loses_nothing(self) -> None:
        stub = RowState("workshop_session", "", {"workshop": Cell("", "x")}, {})
        real = row("workshop_session", created=stamp(1), workshop=Cell(stamp(1), "y"))
        joined = join(stub, real)
        assert joined.state.cells["workshop"].value == "y" and not joined.lost
        assert not stub.alive and joined.state.alive

    def test_two_laptops_name_one_conflict_alike(self) -> None:
        assert conflict_uid(b"\1" * 16, "phone", stamp(5)) == conflict_uid(b"\1" * 16, "phone", stamp(5))
        assert conflict_uid(b"\1" * 16, "phone", stamp(5)) != conflict_uid(b"\1" * 16, "phone", stamp(5, 1))
        # Frozen: laptops of any version must agree.
        assert conflict_uid(b"\1" * 16, "phone", stamp(5)).hex() == "9c12d44da7d8545a9ed513a1c9ca4870"


class TestRemoval:
    def test_a_removed_row_lives_on_for_a_write_the_remover_had_not_seen(self) -> None:
        base = row(created=stamp(1), name=Cell(stamp(1), "Ayşe"))
        removed = dataclasses.replace(
            base, seen=later(base.seen, seen(stamp(4, 1))), gone=later(base.seen, seen(stamp(4, 1)))
        )
        edited = row(created=stamp(1), name=Cell(stamp(2, 2), "Ayşe Nur"))
        assert not removed.alive
        for joined in (join(removed, edited).state, join(edited, removed).state):
            assert joined.alive and joined.cells["name"].value == "Ayşe Nur"

    def test_a_relation_made_twice_lives_on_when_one_of_them_is_removed(self) -> None:
        # Made on two laptops apart; the one that is removed has the later stamps, so that all its values win.
        first = row("enrolment", created=stamp(1, 0), status=Cell(stamp(1, 0), "enrolled"))
        second = row("enrolment", created=stamp(5, 1), status=Cell(stamp(5, 1), "enrolled"))
        gone = later(second.seen, seen(stamp(6, 1)))
        removed = dataclasses.replace(second, seen=gone, gone=gone)
        assert join(first, removed).state.alive

    def test_two_removals_remove_what_either_saw(self) -> None:
        base = row(created=stamp(1), name=Cell(stamp(1), "Ayşe"))
        ends = [later(base.seen, seen(stamp(4, device))) for device in (1, 2)]
        both = join(*(dataclasses.replace(base, seen=end, gone=end) for end in ends)).state
        assert not both.alive

    def test_nobody_lives_who_was_never_written(self) -> None:
        assert (
            not lives({}, None) and lives({DEVICES[0]: "x"}, None) and not lives({DEVICES[0]: "x"}, {DEVICES[0]: "x"})
        )


class TestStoredForm:
    def test_absent_stamps_follow_the_rule(self) -> None:
        cells = effective(
            stamp(1), {"phone": stamp(3), "email": stamp(4)}, {"name": "Ayşe", "phone": "1", "note": None}
        )
        assert cells == {"name": Cell(stamp(1), "Ayşe"), "phone": Cell(stamp(3), "1"), "email": Cell(stamp(4), None)}

    def test_sparse_takes_out_just_what_the_rule_gives_back(self) -> None:
        cells = {
            "name": Cell(stamp(2), "Ayşe"),
            "old": Cell(stamp(1), "x"),
            "cleared": Cell(stamp(2), None),
            "stub": Cell("", "y"),
        }
        stamps = sparse(stamp(2), cells)
        assert stamps == {"old": stamp(1), "cleared": stamp(2), "stub": ""}
        assert effective(stamp(2), stamps, {name: cell.value for name, cell in cells.items()}) == cells

    def test_stamps_are_resolved_before_created_is_joined(self) -> None:
        early = state_of("enrolment", stamp(1), "{}", {"status": "enrolled"}, json.dumps(seen(stamp(1))), None)
        late = state_of(
            "enrolment", stamp(9, 1), json.dumps({"status": stamp(9, 1)}), {}, json.dumps(seen(stamp(9, 1))), None
        )
        joined = join(early, late).state
        assert joined.created == stamp(9, 1)
        assert joined.cells["status"] == Cell(stamp(9, 1), None)
        again = join(early, dataclasses.replace(late, cells={})).state
        assert again.cells["status"] == Cell(stamp(1), "enrolled")
        assert sparse(again.created, again.cells) == {"status": stamp(1)}


def mark(time: int, device: int, status: str | None, made_by: str | None, *, knowing: bool = False) -> RowState:
    at = stamp(time, device)
    cells = {"status": Cell(at, status), "made_by": Cell(at, made_by)}
    if knowing:
        cells[DELIBERATE] = Cell(at, None)
    return RowState("attendance", at, cells, seen(at))


class TestMarks:
    def test_a_deliberate_mark_outranks_a_later_bulk_one_and_the_difference_is_told(self) -> None:
        typed, bulk = mark(1, 0, "absent", "key"), mark(9, 1, "present", "bulk")
        for joined in (join(typed, bulk), join(bulk, typed)):
            assert joined.state.cells["status"].value == "absent"
            assert [(one.field, one.cell.value) for one in joined.lost] == [("status", "present")]

    def test_the_same_status_twice_is_no_difference(self) -> None:
        joined = join(mark(1, 0, "present", "key"), mark(9, 1, "present", "bulk"))
        assert joined.lost == () and joined.state.cells["made_by"].value == "key"

    @pytest.mark.parametrize("made_by", ["key", "bulk"])
    def test_equals_fall_to_the_later(self, made_by: str) -> None:
        assert join(mark(1, 0, "absent", made_by), mark(2, 1, "late", made_by)).state.cells["status"].value == "late"

    def test_a_mark_wins_as_one(self) -> None:
        typed = dataclasses.replace(mark(1, 0, "late", "key"))
        bulk = mark(9, 1, "present", "bulk")
        bulk = dataclasses.replace(
            bulk, cells={**bulk.cells, "minutes": Cell(stamp(9, 1), 60), "note": Cell(stamp(9, 1), "x")}
        )
        joined = join(typed, bulk)
        assert "minutes" not in joined.state.cells and joined.state.cells["note"].value == "x"
        assert {one.field for one in joined.lost} == {"status", "minutes"}

    def test_a_bulk_mark_over_a_deliberate_one_keeps_the_weight_of_what_it_knew(self) -> None:
        typed = mark(1, 0, "absent", "key")
        knowing = mark(9, 1, "present", "bulk", knowing=True)
        knowing = dataclasses.replace(knowing, seen=later(knowing.seen, typed.seen))
        joined = join(typed, knowing)
        assert joined.state.cells["status"].value == "present" and joined.lost == ()

    def test_who_has_to_carry_the_marker(self) -> None:
        say = has_to_say_deliberate
        assert say({"made_by": "key", "status": "absent"}, {}, "bulk")
        assert say({"made_by": None, "status": None}, {"made_by": stamp(2)}, "bulk"), "taken back by hand"
        assert not say({"made_by": None, "status": None}, {}, "bulk"), "there never was a mark"
        assert not say({"made_by": "bulk", "status": "absent"}, {}, "bulk")
        assert not say({"made_by": "key"}, {}, "paper") and not say({"made_by": "key"}, {DELIBERATE: stamp(2)}, "bulk")

    def test_outside_attendance_fields_stand_alone(self) -> None:
        one = row("enrolment", created=stamp(1), status=Cell(stamp(9, 1), "a"), made_by=Cell(stamp(1), "key"))
        other = row("enrolment", created=stamp(1), status=Cell(stamp(1), "b"), made_by=Cell(stamp(9, 1), "bulk"))
        assert {name: cell.value for name, cell in join(one, other).state.cells.items()} == {
            "status": "a", "made_by": "bulk",
        }  # fmt: skip


stamps = st.builds(stamp, st.integers(0, 4), st.integers(0, 2)) | st.just("")
values = st.sampled_from([None, "a", "b", 1, "present"])
seens = st.dictionaries(st.sampled_from(DEVICES), st.integers(0, 4).map(lambda time: stamp(time)[:12]), max_size=3)


@st.composite
def states(draw: st.DrawFn, table: str) -> RowState:
    names = ["status", "minutes", "made_by", "note", DELIBERATE]
    cells: dict[str, Cell] = {}
    for name in draw(st.lists(st.sampled_from(names), unique=True)):
        value: Any = {"made_by": st.sampled_from([None, "key", "bulk"]), DELIBERATE: st.none()}.get(name, values)
        cell = Cell(draw(stamps), draw(value))
        if cell != Cell("", None):
            cells[name] = cell
    return RowState(table, draw(stamps), cells, draw(seens), draw(st.none() | seens))


@pytest.mark.parametrize("table", ["attendance", "person"])
class TestAlgebra:
    """Held for any states at all, also for such as no laptop would make."""

    @given(data=st.data())
    def test_commutative(self, table: str, data: st.DataObject) -> None:
        a, b = data.draw(states(table)), data.draw(states(table))
        one, other = join(a, b), join(b, a)
        assert one.state == other.state
        assert {lost.field for lost in one.lost} == {lost.field for lost in other.lost}

    @given(data=st.data())
    def test_associative(self, table: str, data: st.DataObject) -> None:
        a, b, c = (data.draw(states(table)) for _ in range(3))
        assert join(join(a, b).state, c).state == join(a, join(b, c).state).state

    @given(data=st.data())
    def test_idempotent(self, table: str, data: st.DataObject) -> None:
        a, b = data.draw(states(table)), data.draw(states(table))
        assert join(a, a) == (a, ())
        joined = join(a, b).state
        assert join(joined, a).state == joined == join(joined, b).state

    @given(data=st.data())
    def test_stored_and_read_back(self, table: str, data: st.DataObject) -> None:
        state = data.draw(states(table))
        held = {name: cell.value for name, cell in state.cells.items()}
        assert effective(state.created, sparse(state.created, state.cells), held) == state.cells

    @given(data=st.data())
    def test_nothing_is_lost_silently(self, table: str, data: st.DataObject) -> None:
        a, b = data.draw(states(table)), data.draw(states(table))
        joined = join(a, b)
        told = {lost.field for lost in joined.lost} | {"made_by"}
        for given_up, other in ((a, b), (b, a)):
            for name, cell in given_up.cells.items():
                now = joined.state.cells.get(name, Cell("", None))
                assert now.value == cell.value or name in told or covers(other.seen, cell.stamp)
