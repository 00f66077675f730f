"""What forms of feedback say together, recomputed from the rows."""

from random import Random
from statistics import mean

import pytest

from tn_desktop.model.errors import FieldError
from tn_desktop.services import feedback, records, undo, workshops
from tn_desktop.services.feedback import QUESTIONS
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


@pytest.fixture
def planned(db: Database) -> tuple[int, tuple[int, ...]]:
    """A workshop and its three sessions."""
    with db.write("plan") as uow:
        plan = WorkshopPlan({"title": "Atölye"}, "14.03.2026 13:00", "14.03.2026 16:00", {}, repeats=3)
        made = workshops.plan(uow, plan)
    assert made.subject is not None
    return made.subject, made.told["sessions"]


def fill(db: Database, sessions: tuple[int, ...], forms: int) -> None:
    chance = Random(3)
    with db.write("fill") as uow:
        for number in range(forms):
            scores = {name: chance.randint(1, 5) for name in QUESTIONS if chance.random() < 0.8}
            quotation = f"Söz {number}" if number % 3 == 0 or not scores else ""
            feedback.add_form(uow, chance.choice(sessions), scores, quotation)


def test_means_distributions_and_counts_come_from_the_rows(db: Database, planned: tuple[int, tuple[int, ...]]) -> None:
    workshop, sessions = planned
    fill(db, sessions, 60)
    with db.read() as connection:
        uids = {key: records.uid_of(connection, "sessions", key) for key in sessions}
        rows = records.listing(connection, "feedback", limit=1000)[1]
        for chosen in (None, *sessions):
            found = feedback.workshop_feedback(connection, workshop, chosen)
            own = [row for row in rows if chosen is None or row["session"] == uids[chosen]]
            assert found.summary.forms == len(own)
            for question in found.summary.questions:
                given = [row[question.name] for row in own if row[question.name] is not None]
                assert question.n == len(given)
                assert question.mean == pytest.approx(mean(given))
                assert question.counts == tuple(given.count(score) for score in range(1, 6))
            quoted = sorted(row["quotation"] for row in own if row["quotation"])
            assert sorted(said.text for said in found.summary.quotations) == quoted
            counts = {one.id: one.forms for one in found.sessions}
            assert counts == {key: sum(row["session"] == uid for row in rows) for key, uid in uids.items()}


def test_fewer_than_three_forms_give_no_mean(db: Database, planned: tuple[int, tuple[int, ...]]) -> None:
    workshop, (first, second, _third) = planned
    with db.write("fill") as uow:
        for _ in range(2):
            feedback.add_form(uow, first, {"useful": 5, "content": 4})
        feedback.add_form(uow, second, {"useful": 2})
    with db.read() as connection:
        few = feedback.workshop_feedback(connection, workshop, first).summary
        whole = feedback.workshop_feedback(connection, workshop).summary
    assert (few.forms, few.enough) == (2, False)
    assert [(q.n, q.mean, sum(q.counts)) for q in few.questions[:2]] == [(2, None, 0), (2, None, 0)]
    assert whole.enough
    assert [(q.name, q.n, q.mean) for q in whole.questions[:2]] == [("useful", 3, 4.0), ("content", 2, None)]


def test_a_form_can_be_taken_back_and_an_empty_one_is_refused(
    db: Database, planned: tuple[int, tuple[int, ...]]
) -> None:
    workshop, sessions = planned
    with db.write("Add a feedback form") as uow:
        changes = feedback.add_form(uow, sessions[0], {"useful": 5}, "İyiydi")
    with db.write("Undo") as uow:
        undo.undo(uow, changes.lsn)
    with db.read() as connection:
        assert feedback.workshop_feedback(connection, workshop).summary.forms == 0
    with db.write("Add a feedback form") as uow:
        with pytest.raises(FieldError):
            feedback.add_form(uow, sessions[0], {}, "  ")
        with pytest.raises(FieldError):
            feedback.add_form(uow, sessions[0], {"useful": 6})


def test_quotations_do_not_tell_in_which_order_they_came(db: Database, planned: tuple[int, tuple[int, ...]]) -> None:
    workshop, sessions = planned
    with db.write("fill") as uow:
        for text in ("c", "a", "b"):
            feedback.add_form(uow, sessions[0], {}, text)
    with db.read() as connection:
        said = feedback.workshop_feedback(connection, workshop).summary.quotations
    assert [one.text for one in said] == ["a", "b", "c"]
