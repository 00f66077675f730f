"""Boards and their item models, without a window; what is typed from paper; keys."""

import pytest
from pytestqt.modeltest import ModelTester

from tn_desktop.gui.models import grid, roster
from tn_desktop.gui.models.attendance_board import Board, Mark
from tn_desktop.gui.widgets.attendance_keys import Act, Wish, read_text
from tn_desktop.gui.widgets.attendance_paper import understand
from tn_desktop.gui.widgets.attendance_walkin import WalkInModel
from tn_desktop.gui.widgets.attendance_words import short_name
from tn_desktop.model.text import fold
from tn_desktop.services.rosters import RosterRow, SessionHead
from tn_desktop.services.walk_ins import KnownPerson


def head(key: int, status: str = "held", mode: str = "in_person") -> SessionHead:
    return SessionHead(key, 1, "Atölye", "", key, 3, f"2026-03-{key + 13}T13:00", "", mode, "", "", status, None)


def person(number: int, name: str) -> RosterRow:
    return RosterRow(number, 100 + number, name, "", "Okul", "", "", None, None, None, False, True, None, fold(name))


def board(sessions: int = 1, **more: str) -> Board:
    names = ["Ali Ak", "Ayşe Yılmaz", "Can Ay", "Ömer Ali"]
    return Board([head(key, **more) for key in range(1, sessions + 1)], [person(*pair) for pair in enumerate(names, 1)])


def test_the_models_keep_qts_rules_through_every_change(qtmodeltester: ModelTester) -> None:
    for model, sessions in ((roster.RosterModel(), 1), (grid.GridModel(), 3)):
        qtmodeltester.check(model)
        model.load(board(sessions))
        token = model.put(102, 1, Mark("late", "in_person", 5))
        model.narrow("ay")
        model.settle(102, 1, token, True)
        model.refresh(model.board.sessions, model.board.people[:3], {(101, 1): Mark("present", "online")})
        model.draw_curtain(True)
        model.narrow("zzz")
        model.narrow("")
        assert model.rowCount() == 3


def test_the_walk_in_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = WalkInModel()
    qtmodeltester.check(model)
    model.offer("Ali Er")
    model.show_known([KnownPerson(1, "Ali Er", "Okul", False, True)])
    assert model.rowCount() == 2 and model.known_at(1) is not None and model.known_at(0) is None


def test_a_mark_on_its_way_is_shown_and_counted_and_goes_back_when_refused() -> None:
    shown = board()
    first = shown.put(101, 1, Mark("present", "in_person"))
    second = shown.put(101, 1, Mark("absent", "in_person"))
    assert shown.mark(101, 1).status == "absent" and shown.tally(1) == {
        "present": 0, "late": 0, "excused": 0, "absent": 1, None: 3,
    }  # fmt: skip
    shown.settle(101, 1, first, True)
    assert shown.mark(101, 1).status == "absent" and not shown.is_saved(101, 1)
    shown.settle(101, 1, second, False)
    assert shown.mark(101, 1).status == "present" and shown.is_saved(101, 1)
    assert shown.tally(1)["present"] == 1


def test_what_is_read_again_does_not_hide_a_mark_on_its_way() -> None:
    shown = board()
    token = shown.put(101, 1, Mark("present", "in_person"))
    shown.load(shown.sessions, shown.people, {})
    assert shown.mark(101, 1).status == "present"
    shown.settle(101, 1, token, True)
    assert shown.mark(101, 1).status == "present" and shown.is_saved(101, 1)


def test_the_cursor_prefers_the_unmarked_and_the_beginning_of_a_name() -> None:
    shown = board()
    shown.narrow("al")
    assert [shown.person(row).name for row in (0, 1)] == ["Ali Ak", "Ömer Ali"] and shown.best_row(1) == 0
    shown.put(101, 1, Mark("present"))
    assert shown.person(shown.best_row(1)).name == "Ömer Ali"
    shown.narrow("")
    assert shown.next_unmarked(104, 1) == 102 and shown.next_unmarked(-1, 1) == 102


def test_the_mode_of_a_session_is_the_marks_and_a_late_persons_minutes_stay() -> None:
    shown = board(mode="online")
    shown.put(101, 1, Mark("late", "in_person", 20))
    assert shown.marked(102, 1, "present") == Mark("present", "online")
    assert shown.marked(101, 1, "late") == Mark("late", "in_person", 20)
    assert shown.marked(101, 1, "present") == Mark("present", "in_person")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("3y 4y 1m 2g", {103: "absent", 104: "absent", 101: "excused", 102: "late"}),
        ("3y4y1m2g", {103: "absent", 104: "absent", 101: "excused", 102: "late"}),
        ("1, 2; 3 k", {101: "absent", 102: "absent", 103: "present"}),
        ("1A 2L 3E 4P", {101: "absent", 102: "late", 103: "excused", 104: "present"}),
        ("1y 1k", {101: "present"}),
        ("  ", {}),
    ],
)
def test_lists_from_paper_are_understood(text: str, marks: dict[int, str]) -> None:
    found = understand(text, board().numbered, 4)
    assert (found.marks, found.problem) == (marks, "")


@pytest.mark.parametrize(
    ("text", "part"), [("5y", "no row"), ("0", "no row"), ("1x", "no mark"), ("y", "needs a row"), ("1y+", "no mark")]
)
def test_what_cannot_be_meant_is_told(text: str, part: str) -> None:
    assert part in understand(text, board().numbered, 4).problem


def test_text_is_read_letter_by_letter_and_digit_by_digit() -> None:
    assert read_text("şu1ê.5") == [
        Wish(Act.LETTERS, "şu"), Wish(Act.MARK, "present"), Wish(Act.LETTERS, "ê"), Wish(Act.PAPER), Wish(Act.MODE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "short"), [("Ayşe Nur Yılmaz", "Ayşe Nur Y."), ("İrem Işık", "İrem I."), ("Naz", "Naz")]
)
def test_names_on_the_wall_are_short(name: str, short: str) -> None:
    assert short_name(name) == short
