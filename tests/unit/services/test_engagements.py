"""Engagements from one line, and what is due."""

from datetime import date
from typing import Any

import pytest

from tests.unit.services.day import TODAY
from tn_desktop.model.errors import FieldError
from tn_desktop.services import engagements, follow_ups, records
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("Salon sorduk", {"kind": "call", "summary": "Salon sorduk"}),
        ("Ziyaret: Okulu gezdik", {"kind": "visit", "summary": "Okulu gezdik"}),
        ("TOPLANTI: Plan -> bütçe iste", {"kind": "meeting", "summary": "Plan", "next_step": "bütçe iste"}),
        (
            "telefon: Salon → yanıtı al 21.03",
            {"kind": "call", "summary": "Salon", "next_step": "yanıtı al", "due": "2026-03-21"},
        ),
        ("A > B 01.02", {"kind": "call", "summary": "A", "next_step": "B", "due": "2027-02-01"}),
        ("A > B 01.02.2026", {"kind": "call", "summary": "A", "next_step": "B", "due": "2026-02-01"}),
        ("A > B 31.02", {"kind": "call", "summary": "A", "next_step": "B 31.02"}),
        ("Not: bir şey", {"kind": "call", "summary": "Not: bir şey"}),
    ],
)
def test_a_line_becomes_fields(typed: str, values: dict[str, Any]) -> None:
    assert engagements.parse_line(typed, TODAY) == {"date": "2026-03-14", **values}


def test_an_empty_line_is_refused(db: Database) -> None:
    with db.write("add") as uow:
        key = records.add(uow, "stakeholders", {"name": "A"}).subject
        assert key is not None
        with pytest.raises(FieldError):
            engagements.add_line(uow, key, "telefon:", TODAY)


def test_what_is_due_is_listed_overdue_first_and_counted(db: Database) -> None:
    dues: dict[int, tuple[str | None, bool]] = {}
    with db.write("add") as uow:
        one = records.add(uow, "stakeholders", {"name": "Bir"}).subject
        gone = records.add(uow, "stakeholders", {"name": "Yok"}).subject
        for due, done in (
            ("2026-03-14", False), ("2026-02-01", False), ("2026-01-01", True), ("2026-03-20", False), (None, False),
        ):  # fmt: skip
            values = {"stakeholder": one, "summary": "x", "due": due, "done": "1" if done else ""}
            key = records.add(uow, "engagements", values).subject
            assert key is not None
            dues[key] = (due, done)
        records.add(uow, "engagements", {"stakeholder": gone, "summary": "y", "due": "2026-03-01"})
        records.remove(uow, "stakeholders", gone)
    with db.read() as connection:
        found = follow_ups.follow_ups(connection, TODAY, limit=1)
        week = follow_ups.follow_ups(connection, TODAY, ahead=7)
    waiting = sorted((due, key) for key, (due, done) in dues.items() if due and not done)
    now = [(due, key) for due, key in waiting if due <= TODAY.isoformat()]
    assert [(row.due, row.engagement_id) for row in found.rows] == now[:1]
    assert (found.count, found.overdue) == (len(now), sum(due < TODAY.isoformat() for due, _key in now))
    assert [row.engagement_id for row in week.rows] == [key for _due, key in waiting]


def test_the_log_is_latest_first_with_what_it_was_about(db: Database) -> None:
    with db.write("add") as uow:
        key = records.add(uow, "stakeholders", {"name": "A"}).subject
        assert key is not None
        person = records.add(uow, "people", {"given_name": "Ayşe", "family_name": "Öz"}).subject
        need = records.add(uow, "needs", {"title": "Kitap yok"}).subject
        engagements.add_line(uow, key, "ziyaret: İlk", date(2026, 1, 1))
        second = engagements.add_line(uow, key, "İkinci → dön 20.03", TODAY).subject
        assert second is not None
        records.change(uow, "engagements", second, {"person": person, "need": need, "done": "1"})
    with db.read() as connection:
        rows = engagements.log(connection, key)
    assert [(row.summary, row.kind) for row in rows] == [("İkinci", "call"), ("İlk", "visit")]
    assert (rows[0].person, rows[0].about, rows[0].done, rows[0].due) == ("Ayşe Öz", "Kitap yok", True, "2026-03-20")
