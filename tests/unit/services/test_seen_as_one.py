"""What somebody said to be the same is shown, found and counted once everywhere, for as long as she says so."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select

from tn_desktop.exchange import matching
from tn_desktop.exchange.ical import CalendarScope, export_calendar
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Twin
from tn_desktop.model.messages import untranslated
from tn_desktop.services import (
    agenda,
    attendance,
    community_page,
    community_path,
    enrolling,
    export_lists,
    feedback,
    figures,
    find,
    lists,
    places,
    reach,
    records,
    related,
    same_as,
    session_calendar,
    stakeholder_page,
    to_do,
    today,
    undo,
    walk_ins,
    workshop_page,
    workshops,
)
from tn_desktop.services.export_scope import Selection
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.reach import Numbers
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

WHEN = "14.03.2026 13:00"
DAY = date(2026, 3, 14)
NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


class Notebook:
    """A notebook in which everything may be entered twice."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def add(self, entity: str, **values: Any) -> int:
        with self.db.write("add") as uow:
            key = records.add(uow, entity, values).subject
        assert key is not None
        return key

    def say(self, entity: str, one: int, other: int, verdict: str | None = "same") -> tuple[int, int]:
        """Judge two rows; returns the one that both are seen as, and the other."""
        with self.db.write("judge") as uow:
            same_as.judge(uow, entity, one, other, verdict)
        with self.db.read() as connection:
            kept = same_as.ids_of_group(connection, entity, one)[0]
        return (kept, other if kept == one else one) if verdict == "same" else (one, other)

    def plan(self, title: str, *people: int, capacity: int | None = None, repeats: int = 1) -> tuple[int, list[int]]:
        session = {} if capacity is None else {"capacity": capacity}
        with self.db.write("plan") as uow:
            made = workshops.plan(uow, WorkshopPlan({"title": title, "province": "36"}, WHEN, "", session, repeats))
            enrolling.enrol(uow, made.subject or 0, people)
        return made.subject or 0, list(made.told["sessions"])  # type: ignore[call-overload]

    def listed(self, name: str, search: str = "", **filters: Any) -> list[int]:
        """The ids of a list, which its outline, its pages and the command line must agree with."""
        query = ListQuery(name, search, tuple(filters.items()))
        with self.db.read() as connection:
            page, outline = lists.first_page(connection, query)
            ids = [row.id for row in page.rows]
            assert lists.outline(connection, query).total == len(ids) == (outline.total if outline else len(ids))
            assert [lists.position(connection, query, key) for key in ids] == list(range(len(ids)))
            if not filters:
                total, rows = records.listing(connection, name, search)
                assert total == len(rows) == len(ids)
        return ids

    def rows(self, name: str, **where: str) -> list[dict[str, Any]]:
        with self.db.read() as connection:
            total, rows = records.listing(connection, name, where=where)
        assert total == len(rows)
        return rows

    def uid(self, name: str, key: int) -> str:
        with self.db.read() as connection:
            return records.uid_of(connection, name, key)


@pytest.fixture
def book(db: Database) -> Notebook:
    return Notebook(db)


def test_every_list_and_search_has_it_once_and_both_again_when_the_verdict_is_taken_back(book: Notebook) -> None:
    pairs = {
        "people": [
            book.add("people", given_name=name, family_name="Işık", province="36") for name in ("Ayşe", "Ayşen")
        ],
        "communities": [book.add("communities", name=name, province="36") for name in ("Köy okulları", "Köy okulu")],
        "stakeholders": [book.add("stakeholders", name=name, type="ngo") for name in ("Işık Derneği", "Işık Vakfı")],
        "workshops": [book.plan(title)[0] for title in ("Ölçme", "Ölçüm")],
    }
    words = {"people": "ayşen", "communities": "okulu", "stakeholders": "vakfı", "workshops": "ölçüm"}
    for name, (one, other) in pairs.items():
        assert set(book.listed(name)) == {one, other}
        assert book.listed(name, words[name]) == [other]
        kept, twin = book.say(name, one, other)
        assert book.listed(name) == [kept]
        # It is found by the words of either row.
        for word in (words[name], {"people": "ayse", "workshops": "olcme"}.get(name, "")):
            assert book.listed(name, word) == [kept]
        with book.db.read() as connection:
            assert {hit.id for hit in find.find(connection, words[name], NOW) if hit.kind == name} == {kept}
            assert [known.id for known in related.suggest(connection, name, words[name])] in ([kept], [])
            query = ListQuery(name)
            assert lists.position(connection, query, twin) == 0
            assert export_lists.entity_rows(connection, name).count == 1
        book.say(name, one, other, None)
        assert set(book.listed(name)) == {one, other}
        assert book.listed(name, words[name]) == [other]


def test_three_rows_are_one_whatever_pairs_were_judged_and_the_next_is_kept_when_one_goes(book: Notebook) -> None:
    people = [book.add("people", given_name="Ayşe", family_name=f"Işık{n}") for n in range(3)]
    book.say("people", people[0], people[2])
    book.say("people", people[1], people[2])
    (kept,) = book.listed("people")
    with book.db.read() as connection:
        group = same_as.ids_of_group(connection, "people", people[0])
    assert group[0] == kept and set(group) == set(people)
    with book.db.write("remove") as uow:
        removed = records.remove(uow, "people", kept)
    (next_kept,) = book.listed("people")
    assert next_kept in people and next_kept != kept
    with book.db.write("undo") as uow:
        undo.undo(uow, removed.lsn)
    assert book.listed("people") == [kept]


def test_relations_are_told_of_the_row_that_is_seen(book: Notebook) -> None:
    one, other = (book.add("people", given_name="Ayşe", family_name=name) for name in ("Işık", "Isik"))
    mine, theirs = (book.add("communities", name=name) for name in ("Köy", "Köyler"))
    book.add("memberships", person=one, community=mine)
    book.add("memberships", person=other, community=theirs, role="coordinator")
    cem = book.add("people", given_name="Cem", family_name="Öz")
    book.add("memberships", person=cem, community=theirs)
    kept, _twin = book.say("people", one, other)
    group, _twin_group = book.say("communities", mine, theirs)
    uid = book.uid("people", kept)
    assert [row["person"] for row in book.rows("memberships", person=uid)] == [uid]
    assert {row["community"] for row in book.rows("memberships")} == {book.uid("communities", group)}
    assert set(book.listed("people", community=group)) == {kept, cem}
    with book.db.read() as connection:
        page = community_page.community_page(connection, group)
        assert (page.total, page.today, [row.person_id for row in page.members]) == (2, 2, [kept, cem])
        assert community_path.figures(connection, group).members == 2
        (row,) = lists.rows_of(connection, "communities", [group])
        assert row.members == 2
    with book.db.write("again") as uow:
        assert community_page.add_members(uow, group, [one, other, cem]).told["count"] == 0


def test_workshops_that_are_one_have_their_sessions_list_and_places_together(book: Notebook) -> None:
    ayse, ayse_again, cem, zeynep, ela = (
        book.add("people", given_name=name, family_name="Işık") for name in ("Ayşe", "Ayşe", "Cem", "Zeynep", "Ela")
    )
    mine, (here, _) = book.plan("Ölçme", ayse, cem, capacity=3, repeats=2)
    theirs, (there, _) = book.plan("Ölçme", ayse_again, zeynep, ela, capacity=3, repeats=2)
    book.add("reach", session=here, number=30, basis="counted", audience="Veliler")
    with book.db.write("mark") as uow:
        attendance.mark(uow, here, cem, "present")
        attendance.mark(uow, there, zeynep, "present")
        feedback.add_form(uow, here, {"useful": 5})
        feedback.add_form(uow, there, {"useful": 4})
    kept_ayse, _ = book.say("people", ayse, ayse_again)
    kept, twin = book.say("workshops", mine, theirs)
    with book.db.read() as connection:
        page = workshop_page.workshop_page(connection, kept)
        grid = attendance.grid(connection, kept)
        (row,) = lists.rows_of(connection, "workshops", [kept])
        forms = feedback.workshop_feedback(connection, kept)
        shown = [session.id for session in page.sessions]
        assert (
            {head.id for head in attendance.session_heads(connection, twin)}
            == set(shown)
            == {one.id for one in forms.sessions}
        )
        # A session that is asked for by itself is that one.
        assert attendance.session_head(connection, there).id == there
    assert [session.number for session in page.sessions] == [1, 2]
    assert len(shown) == 2 and not {here, there}.issubset(shown)
    assert {one.person_id: (one.status, one.attended) for one in page.enrolled} == {
        kept_ayse: ("enrolled", 0), cem: ("enrolled", 1), zeynep: ("enrolled", 1), ela: ("enrolled", 0),
    }  # fmt: skip
    assert (page.places.capacity, page.places.enrolled, page.places.free) == (3, 4, 0)
    assert (row.sessions, row.enrolled) == (2, 4)
    assert {one.person_id for one in grid.rows} == {kept_ayse, cem, zeynep, ela}
    assert [head.id for head in grid.sessions] == shown
    assert forms.summary.forms == 2
    with book.db.write("enrol") as uow:
        assert enrolling.enrol(uow, kept, [ayse_again, zeynep]).told["count"] == 0
        enrolling.withdraw(uow, kept, [kept_ayse])
    with book.db.read() as connection:
        assert places.places(connection, twin).enrolled == 3
    book.say("workshops", mine, theirs, None)
    with book.db.read() as connection:
        assert [row.sessions for row in lists.rows_of(connection, "workshops", [mine, theirs])] == [2, 2]


def test_who_has_a_place_on_one_list_does_not_wait_on_the_other(book: Notebook) -> None:
    ayse, ayse_again, cem, zeynep = (
        book.add("people", given_name=name, family_name="Işık") for name in ("Ayşe", "Ayşe", "Cem", "Zeynep")
    )
    mine, _ = book.plan("Ölçme", ayse, cem, capacity=2)
    theirs, _ = book.plan("Ölçme", zeynep, capacity=1)
    with book.db.write("waits") as uow:
        enrolling.enrol(uow, theirs, [ayse_again, cem])
    book.say("people", ayse, ayse_again)
    kept, _ = book.say("workshops", mine, theirs)
    with book.db.read() as connection:
        found = places.places(connection, kept)
        assert (found.enrolled, found.waiting) == (3, 0)
        assert places.waiting_line(connection, kept) == []
        assert to_do.to_do(connection, DAY).waiting == ()
        assert len(workshop_page.workshop_page(connection, kept).enrolled) == 3


def test_calendars_today_and_figures_have_a_session_once(book: Notebook, tmp_path: Path) -> None:
    ayse = book.add("people", given_name="Ayşe", family_name="Işık")
    mine, (here,) = book.plan("Ölçme", ayse)
    theirs, (there,) = book.plan("Ölçüm", ayse)
    book.add("sessions", workshop=theirs, starts_at="2026-03-15T10:00")
    with book.db.write("held") as uow:
        for session in (here, there):
            attendance.mark(uow, session, ayse, "present")
    kept, _twin = book.say("workshops", mine, theirs)
    with book.db.read() as connection:
        days = session_calendar.days(connection, DAY, date(2026, 3, 20))
        assert [(days[day].total, [one.workshop for one in days[day].sessions]) for day in sorted(days)] == [
            (1, [kept]), (1, [kept]),
        ]  # fmt: skip
        for scope in (CalendarScope(), CalendarScope(workshop=kept)):
            report = export_calendar(connection, tmp_path / "takvim.ics", scope, untranslated)
            events = Calendar.from_ical((tmp_path / "takvim.ics").read_bytes()).walk("VEVENT")
            assert report.rows == len(events) == 2
        seen = today.day(connection, DAY)
        assert [(one.workshop_id, one.marked) for one in seen.today] == [(kept, 1)]
        assert {one.name: one.number for one in figures.figures(connection)}["sessions"] == 1
        for selection, count in ((Selection(), 2), (Selection(workshop=kept), 2)):
            assert export_lists.entity_rows(connection, "sessions", selection).count == count
        assert export_lists.entity_rows(connection, "people", Selection(workshop=kept)).count == 1
    book.say("workshops", mine, theirs, None)
    with book.db.read() as connection:
        assert session_calendar.days(connection, DAY, DAY)[DAY].total == 2


def test_stakeholders_that_are_one_have_their_people_and_talks_together(book: Notebook) -> None:
    ayse = book.add("people", given_name="Ayşe", family_name="Işık")
    mine, theirs = (book.add("stakeholders", name=name, type="ngo") for name in ("Işık Derneği", "Işık Vakfı"))
    for stakeholder in (mine, theirs):
        book.add("contacts", stakeholder=stakeholder, person=ayse, role="müdür")
        book.add("engagements", stakeholder=stakeholder, date="2026-03-01", summary="Aradık", due="2026-03-10")
    kept, _ = book.say("stakeholders", mine, theirs)
    with book.db.read() as connection:
        page = stakeholder_page.stakeholder_page(connection, kept)
        assert ([row.person_id for row in page.contacts], len(page.engagements)) == ([ayse], 2)
        (row,) = lists.rows_of(connection, "stakeholders", [kept])
        assert (row.contacts, row.due) == (1, "2026-03-10")
        found = to_do.to_do(connection, DAY).follow_ups
        assert {one.stakeholder_id for one in found.rows} == {kept} and found.count == 2
    assert book.listed("stakeholders", due="2026-03-31") == [kept]


def test_a_walk_in_is_suggested_once_and_by_either_name(book: Notebook) -> None:
    one, other = (book.add("people", given_name="Ayşe", family_name=name) for name in ("Işık", "Kaya"))
    workshop, (session,) = book.plan("Ölçme", other)
    assert workshop
    kept, _ = book.say("people", one, other)
    with book.db.read() as connection:
        for typed in ("ayşe", "ayşe ış", "ayşe kaya"):
            (found,) = walk_ins.suggest(connection, session, typed)
            assert (found.person_id, found.on_roster) == (kept, True)
        assert walk_ins.namesakes(connection, "Ayşe Kaya") == [kept]
    with book.db.read() as connection:
        roster = attendance.roster(connection, session)
    assert [row.person_id for row in roster.rows] == [kept]
    with book.db.write("mark") as uow:
        attendance.mark(uow, session, kept, "present")
    with book.db.read() as connection:
        (row,) = attendance.roster(connection, session).rows
        assert (row.status, row.enrolled, row.walk_in) == ("present", True, False)


def test_what_follows_from_the_verdicts_is_kept_up_by_whatever_changes_them(book: Notebook) -> None:
    def twins() -> set[tuple[str, int]]:
        with book.db.read() as connection:
            table = table_of(Twin)
            return {(row.entity, row.id) for row in connection.execute(select(table))}

    mine, (here,) = book.plan("Ölçme")
    theirs, (there,) = book.plan("Ölçme")
    book.say("workshops", mine, theirs)
    assert {name for name, _key in twins()} == {"workshop", "workshop_session"}
    for values in ({"starts_at": "2026-03-14T15:00"}, {"status": "cancelled"}):
        before = twins()
        with book.db.write("change") as uow:
            changed = records.change(uow, "sessions", there, values)
        assert {name for name, _key in twins()} == {"workshop"}
        with book.db.write("undo") as uow:
            undo.undo(uow, changed.lsn)
        assert twins() == before
    with book.db.write("later") as uow:
        added = records.add(uow, "sessions", {"workshop": mine, "starts_at": "2026-04-01T10:00"})
        records.add(uow, "sessions", {"workshop": theirs, "starts_at": "2026-04-01T10:00"})
    assert len(twins()) == 3 and added.subject
    with book.db.write("remove") as uow:
        records.remove(uow, "workshops", theirs)
    assert twins() == set()
    assert here


def test_whom_a_session_reached_is_counted_once_of_each_audience(book: Notebook) -> None:
    mine, (here,) = book.plan("Ölçme")
    theirs, (there,) = book.plan("Ölçme")
    book.add("reach", session=here, number=40, basis="estimated", audience="Veliler")
    book.add("reach", session=there, number=30, basis="counted", audience="veliler")
    book.add("reach", session=there, number=5, basis="counted", audience="Öğrenciler")
    with book.db.read() as connection:
        assert reach.summary(connection).activities == Numbers(0, 35, 40)
    kept, _ = book.say("workshops", mine, theirs)
    with book.db.read() as connection:
        assert reach.summary(connection).activities == Numbers(0, 35, 0)
        assert reach.of_workshops(connection, [kept]) == {kept: Numbers(0, 35, 0)}
        assert sorted(row.number for row in reach.rows_of_workshop(connection, kept)) == [5, 30]
    book.say("workshops", mine, theirs, None)
    with book.db.read() as connection:
        assert reach.summary(connection).activities == Numbers(0, 35, 40)


def test_an_import_knows_whom_two_rows_mean(book: Notebook) -> None:
    one = book.add("people", given_name="Ayşe", family_name="Işık", institution="Atatürk Ortaokulu")
    other = book.add("people", given_name="Ayşe", family_name="Işık", phone="0532 123 45 67")
    row = {"given_name": "Ayşe", "family_name": "Işık", "institution": "Atatürk Ortaokulu", "phone": "+905321234567"}

    def meant() -> tuple[int | None, int]:
        with book.db.read() as connection:
            people = matching.People(connection, [one, other])
            people.prepare([row])
            match = people.match(row)
            plain = people.match({"given_name": "Ayşe", "family_name": "Işık"})
        return (match.person["id"] if match.person else None), len(plain.candidates)

    assert meant() == (other, 2)
    kept, _ = book.say("people", one, other)
    assert meant() == (kept, 0)


def test_the_agenda_of_either_session_is_shown(book: Notebook) -> None:
    mine, (here,) = book.plan("Ölçme")
    theirs, (there,) = book.plan("Ölçme")
    for session in (here, there):
        with book.db.write("block") as uow:
            block = {"session": session, "title": "Isınma", "minutes": 10, "position": 1}
            key = records.add(uow, "agenda", block).subject
        book.say("workshops", mine, theirs)
        with book.db.read() as connection:
            assert [len(agenda.agenda(connection, one).rows) for one in (here, there)] == [1, 1]
        book.say("workshops", mine, theirs, None)
        with book.db.write("remove") as uow:
            records.remove(uow, "agenda", key or 0)


def test_a_verdict_is_news_for_whatever_shows_these_rows(book: Notebook) -> None:
    one, other = (book.add("people", given_name="Ayşe", family_name="Işık") for _ in range(2))
    with book.db.write("judge") as uow:
        changes = same_as.judge(uow, "people", one, other, "same")
    assert changes.touches("person") and changes.touches("need", "workshop")
    assert not changes.touches("need", "membership")
