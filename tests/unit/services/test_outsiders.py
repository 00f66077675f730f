"""What outsiders see of surveys, feedback and reach, and that they cannot compute what was hidden from them."""

import csv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.rows import add as add_row
from tn_desktop.exchange.export.exporting import Options, export_list
from tn_desktop.services import feedback, outsiders, surveys, workshops
from tn_desktop.services.feedback import WorkshopFeedback
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
Add = Callable[..., int]


@pytest.fixture
def add(db: Database) -> Add:
    return partial(add_row, db)


def survey(add: Add, n: int, mean: str, wave: int = 1, **whose: int) -> int:
    return add("surveys", indicator="well_being", wave=wave, n=n, mean=mean, **whose)


def exported(db: Database, name: str, out: Path, **options: Any) -> list[dict[str, str]]:
    """The rows of a list as a file has them."""
    with db.read() as connection:
        export_list(connection, name, out, lambda _context, text: text, options=Options(**options))
    return list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))


def test_a_small_result_and_what_the_network_would_give_away(db: Database, add: Add, tmp_path: Path) -> None:
    places = [add("communities", name=name) for name in ("Ardahan", "Bursa", "Çorum")]
    small, next_one, _large = (
        survey(add, n, mean, community=place)
        for place, n, mean in zip(places, (3, 8, 20), ("2", "4", "5"), strict=True)
    )
    survey(add, 31, "4.5")
    with db.read() as connection:
        assert outsiders.hidden_results(connection) == {small, next_one}
    told = [row["Answers"] for row in exported(db, "surveys", tmp_path / "s.csv")]
    assert sorted(told) == ["", "", "20", "31"]
    # The network's 31 minus the 20 that are shown are 11 people, whom nobody can part.
    every = exported(db, "surveys", tmp_path / "all.csv", small_numbers=True)
    assert sorted(int(row["Answers"]) for row in every) == [3, 8, 20, 31]


def test_without_a_total_only_the_small_result_is_hidden(db: Database, add: Add) -> None:
    places = [add("communities", name=name) for name in ("Ardahan", "Bursa")]
    small = survey(add, 3, "2", community=places[0])
    survey(add, 8, "4", community=places[1])
    survey(add, 30, "4", wave=2)
    with db.read() as connection:
        assert outsiders.hidden_results(connection) == {small}


def test_waves_on_the_screen_are_of_what_is_shown(db: Database, add: Add) -> None:
    place = add("communities", name="Ardahan")
    survey(add, 3, "1", community=place)
    survey(add, 9, "4", community=place)
    survey(add, 2, "5", wave=2, community=place)
    with db.read() as connection:
        seen = outsiders.results(connection, "community", place)
        own = surveys.results(connection, "community", place)
    assert [(row.wave, row.n, row.mean, row.hidden) for row in seen.rows if row.hidden] == [
        (2, 0, "", True),
        (1, 0, "", True),
    ]
    assert [(point.wave, point.n, point.mean) for point in seen.series["well_being"]] == [(1, 9, 4.0)]
    assert sum(row.n for row in own.rows) == 14


def held(db: Database, forms: tuple[int, ...], skipped: int = 0) -> tuple[int, list[int]]:
    """A workshop whose sessions have so many forms; in the first one so many leave the second question out."""
    with db.write("plan") as uow:
        made = workshops.plan(uow, WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", repeats=len(forms)))
    sessions: Any = made.told["sessions"]
    with db.write("forms") as uow:
        for at, (session, count) in enumerate(zip(sessions, forms, strict=True)):
            for number in range(count):
                scores = {"useful": 1 + number % 5, "content": 3}
                if not at and number < skipped:
                    del scores["content"]
                feedback.add_form(uow, session, scores, f"söz {at}-{number}")
    assert made.subject is not None
    return made.subject, list(sessions)


def seen(db: Database, workshop: int, session: int | None = None) -> WorkshopFeedback:
    with db.read() as connection:
        return outsiders.workshop_feedback(connection, workshop, session)


def test_a_session_of_few_forms_cannot_be_had_from_the_others(db: Database) -> None:
    workshop, (few, some, many) = held(db, (3, 6, 12))
    whole = seen(db, workshop)
    assert [one.forms for one in whole.sessions] == [None, None, 12] and whole.summary.forms == 21
    for session in (few, some):
        found = seen(db, workshop, session).summary
        assert found.forms is None and not found.quotations
        assert all((one.n, one.mean) == (0, None) for one in found.questions)
    assert seen(db, workshop, many).summary.questions[0].n == 12
    assert {one.text[4] for one in whole.summary.quotations} == {"2"}, "and their sentences are not among the others"
    assert {one.session for one in whole.summary.quotations} == {0}


def test_no_distribution_stands_beside_its_mean(db: Database) -> None:
    workshop, (session,) = held(db, (6,))
    found = seen(db, workshop, session).summary
    assert found.questions[0].mean is not None and not any(found.questions[0].counts)


def test_a_question_that_few_answered_in_one_session(db: Database) -> None:
    workshop, (first, second) = held(db, (7, 9), skipped=4)
    for session in (first, second):
        useful, content, *_rest = seen(db, workshop, session).summary.questions
        assert useful.mean is not None and content.mean is None
    # Three answered there: the whole would give them away, since nobody is left to hide among.
    assert seen(db, workshop).summary.questions[1].mean is None


def test_a_workshop_of_few_forms_shows_nothing(db: Database) -> None:
    workshop, _sessions = held(db, (2, 2))
    found = seen(db, workshop)
    assert [one.forms for one in found.sessions] == [None, None] and found.summary.forms is None


def test_forms_of_small_sessions_leave_without_their_answers(db: Database, tmp_path: Path) -> None:
    held(db, (2, 5, 12))
    rows = exported(db, "feedback", tmp_path / "f.csv")
    assert len(rows) == 19
    assert sorted(row["Quotation"] for row in rows if row["Quotation"]) == sorted(f"söz 2-{n}" for n in range(12))
    assert sum(bool(row["Content"]) for row in rows) == 12


def test_reach_of_a_few_is_left_out(db: Database, add: Add, tmp_path: Path) -> None:
    for number in (3, 40):
        add(
            "reach",
            date="2026-03-14",
            province="TR-76",
            number=number,
            basis="counted",
            output=add("outputs", title="Kılavuz"),
        )
    assert sorted(row["Number"] for row in exported(db, "reach", tmp_path / "r.csv")) == ["", "40"]
