"""Twins in numbers: one state of a workshop, one row of a mark, one agenda, for as long as somebody says so."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.clocks import clock_moves_on
from tests.unit.services.test_seen_as_one import Notebook
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.services import agenda, attendance, export_lists, lists, records, same_as, sheet_data, undo
from tn_desktop.services.checks import check_database
from tn_desktop.services.export_scope import Selection
from tn_desktop.store.database import Database

__all__ = ["clock_moves_on"]
pytestmark = pytest.mark.both_engines


@pytest.fixture
def book(db: Database) -> Notebook:
    return Notebook(db)


class Twice:
    """A workshop that two laptops planned, each with a session of its own and one of both; nothing is judged yet."""

    def __init__(self, book: Notebook) -> None:
        self.book = book
        self.person = book.add("people", given_name="Ayşe", family_name="Yılmaz")
        self.here, (self.early, self.both_here) = book.plan("Ölçme", self.person, repeats=2)
        self.there = book.add("workshops", title="Ölçme", province="36")
        self.both_there = book.add("sessions", workshop=self.there, starts_at="21.03.2026 13:00")
        self.late = book.add("sessions", workshop=self.there, starts_at="04.04.2026 13:00")

    def states(self) -> list[tuple[str, str]]:
        with self.book.db.read() as connection:
            assert check_database(self.book.db) == []
            table = table_of(Workshop)
            stored = select(table.c.status, table.c.first_starts_at)
            rows = [connection.execute(stored.where(table.c.id == key)).one() for key in (self.here, self.there)]
            return [(row.status, row.first_starts_at[:10]) for row in rows]

    def mark(self, session: int) -> int:
        with self.book.db.write("mark") as uow:
            attendance.mark(uow, session, self.person, "present")
            return uow.lsn


@pytest.fixture
def twice(book: Notebook) -> Twice:
    return Twice(book)


def test_the_state_of_a_workshop_follows_from_the_sessions_of_all_its_twins(twice: Twice) -> None:
    twice.mark(twice.early)
    twice.mark(twice.both_here)
    assert twice.states() == [("held", "2026-03-14"), ("planned", "2026-03-21")]
    twice.book.say("workshops", twice.here, twice.there)
    assert twice.states() == [("planned", "2026-03-14")] * 2, "one session of the other list has not been held"
    twice.mark(twice.late)
    assert twice.states() == [("held", "2026-03-14")] * 2, "the session of both was marked on one of them"
    with twice.book.db.write("cancel") as uow:
        records.change(uow, "sessions", twice.early, {"status": "cancelled"})
    assert twice.states() == [("held", "2026-03-21")] * 2
    twice.book.say("workshops", twice.here, twice.there, None)
    assert twice.states() == [("held", "2026-03-21"), ("planned", "2026-03-21")]


def test_a_session_that_is_one_with_another_workshops_was_held_where_either_was_marked(twice: Twice) -> None:
    twice.mark(twice.late)
    twice.book.say("sessions", twice.both_here, twice.both_there)
    assert twice.states() == [("planned", "2026-03-14"), ("planned", "2026-03-21")]
    twice.mark(twice.both_here)
    assert twice.states() == [("planned", "2026-03-14"), ("held", "2026-03-21")]
    with twice.book.db.write("clear") as uow:
        attendance.clear_mark(uow, twice.both_here, twice.person)
        records.change(uow, "sessions", twice.both_here, {"status": "planned"})
    assert twice.states() == [("planned", "2026-03-14"), ("planned", "2026-03-21")]


def test_undo_removal_and_a_third_twin_keep_the_states_right(twice: Twice) -> None:
    twice.mark(twice.early)
    apart = twice.states()
    with twice.book.db.write("judge") as uow:
        same_as.judge(uow, "workshops", twice.here, twice.there, "same")
        judged = uow.lsn
    together = twice.states()
    assert together == [("planned", "2026-03-14")] * 2 != apart
    with twice.book.db.write("undo") as uow:
        undo.undo(uow, judged)
        undone = uow.lsn
    assert twice.states() == apart
    with twice.book.db.write("redo") as uow:
        undo.undo(uow, undone)
        again = uow.lsn
    assert twice.states() == together
    with twice.book.db.write("undo") as uow:
        undo.undo(uow, again)
    with twice.book.db.read() as connection:
        assert same_as.verdict_on(connection, "workshops", twice.here, twice.there) is None
    twice.book.say("workshops", twice.here, twice.there)
    third = twice.book.add("workshops", title="Ölçme", province="36")
    before = twice.book.add("sessions", workshop=third, starts_at="01.03.2026 10:00")
    twice.book.say("workshops", twice.there, third)
    assert twice.states() == [("planned", "2026-03-01")] * 2
    with twice.book.db.write("remove") as uow:
        records.remove(uow, "sessions", before)
    assert twice.states() == together
    with twice.book.db.write("remove") as uow:
        records.remove(uow, "workshops", twice.here)
    assert twice.states()[1] == ("planned", "2026-03-21")


def test_the_list_of_workshops_is_narrowed_and_sorted_by_the_state_of_all_twins(twice: Twice) -> None:
    twice.mark(twice.early)
    twice.mark(twice.both_here)
    kept, _other = twice.book.say("workshops", twice.here, twice.there)
    with twice.book.db.read() as connection:
        rows = lists.rows_of(connection, "workshops", [kept])
        found = records.listing(connection, "workshops")[1]
    assert [(row.status, row.starts_at[:10]) for row in rows] == [("planned", "2026-03-14")]
    assert len(found) == 1


def listed(book: Notebook, entity: str) -> list[dict[str, Any]]:
    """What the command line lists and what it exports, which are as many."""
    rows = book.rows(entity)
    with book.db.read() as connection:
        exported = export_lists.entity_rows(connection, entity)
        assert records.listing(connection, entity, limit=0)[0] == exported.count == len(rows)
        assert len(list(exported.rows())) == len(rows)
    return rows


def test_marks_are_listed_once_and_the_deliberate_one_stands(book: Notebook) -> None:
    ayse, again, cem = (book.add("people", given_name=name, family_name="Işık") for name in ("Ayşe", "Ayse", "Cem"))
    _mine, (here,) = book.plan("Ölçme", ayse, cem)
    _theirs, (there,) = book.plan("Ölçme", again, cem)
    for session, person, status, made_by in (
        (here, ayse, "absent", "key"),
        (there, again, "present", "bulk"),
        (here, cem, "present", "bulk"),
        (there, cem, "late", "key"),
    ):
        with book.db.write("mark") as uow:
            attendance.mark(uow, session, person, status, made_by=made_by)
    before = listed(book, "attendance")
    assert len(before) == 4
    shown, _twin = book.say("sessions", here, there)
    assert sorted(row["status"] for row in listed(book, "attendance")) == ["absent", "late", "present"]
    kept, _twin = book.say("people", ayse, again)
    rows = {row["person"]: row for row in listed(book, "attendance")}
    assert {uid: row["status"] for uid, row in rows.items()} == {
        book.uid("people", kept): "absent",
        book.uid("people", cem): "late",
    }
    assert {row["session"] for row in rows.values()} == {book.uid("sessions", shown)}
    for row in rows.values():
        assert book.rows("attendance", person=row["person"], session=row["session"]) == [row]
        assert book.rows("attendance", person=row["person"], status="present") == []
    with book.db.read() as connection:
        assert export_lists.entity_rows(connection, "attendance").people({"person"}) == 2
    book.say("people", ayse, again, None)
    book.say("sessions", here, there, None)
    assert listed(book, "attendance") == before


def test_places_and_memberships_are_listed_once_by_the_better_one(book: Notebook) -> None:
    ayse, again = (book.add("people", given_name=name, family_name="Işık") for name in ("Ayşe", "Ayse"))
    mine, theirs = (book.add("workshops", title="Ölçme") for _ in range(2))
    book.add("enrolments", person=ayse, workshop=mine, status="withdrawn")
    book.add("enrolments", person=ayse, workshop=theirs, status="waiting")
    book.add("enrolments", person=again, workshop=theirs)
    one, other = (book.add("communities", name=name) for name in ("Köy", "Köyler"))
    book.add("memberships", person=ayse, community=one, left="2026-01-01")
    book.add("memberships", person=again, community=other, role="coordinator")
    assert (len(listed(book, "enrolments")), len(listed(book, "memberships"))) == (3, 2)
    programme, _twin = book.say("workshops", mine, theirs)
    assert [row["status"] for row in listed(book, "enrolments")] == ["waiting", "enrolled"]
    kept, _twin = book.say("people", ayse, again)
    group, _twin = book.say("communities", one, other)
    (place,), (membership,) = listed(book, "enrolments"), listed(book, "memberships")
    uids = book.uid("people", kept), book.uid("workshops", programme), book.uid("communities", group)
    assert (place["person"], place["workshop"], place["status"]) == (*uids[:2], "enrolled")
    assert (membership["person"], membership["community"], membership["role"]) == (uids[0], uids[2], "coordinator")
    with book.db.read() as connection:
        selection = Selection(workshop=mine)
        assert export_lists.entity_rows(connection, "enrolments", selection).count == 1
    for entity, first, second in (("people", ayse, again), ("workshops", mine, theirs), ("communities", one, other)):
        book.say(entity, first, second, None)
    assert (len(listed(book, "enrolments")), len(listed(book, "memberships"))) == (3, 2)


class Plans:
    """Two sessions that somebody may call the same, each with an agenda of its own."""

    def __init__(self, book: Notebook, first: str, second: str) -> None:
        self.book = book
        self.mine, (self.here,) = book.plan("Ölçme")
        self.theirs, (self.there,) = book.plan("Ölçme")
        for session, titles in ((self.here, first), (self.there, second)):
            for title in titles.split():
                self.part(session, title)

    def part(self, session: int, title: str, minutes: int = 10, before: int | None = None) -> int:
        with self.book.db.write("part") as uow:
            return agenda.add_part(uow, session, title, minutes, before).subject or 0

    def say(self, verdict: str | None = "same") -> int:
        return self.book.say("sessions", self.here, self.there, verdict)[0]

    def rows(self, session: int) -> dict[str, int]:
        with self.book.db.read() as connection:
            return {row.titles["tr"]: row.id for row in agenda.agenda(connection, session).rows}

    def told(self, session: int) -> dict[str, tuple[str, str]]:
        """Title -> notes and leader."""
        with self.book.db.read() as connection:
            return {row.titles["tr"]: (row.notes, row.led_by) for row in agenda.agenda(connection, session).rows}

    def order(self, session: int) -> str:
        """The titles, with notes."""
        with self.book.db.read() as connection:
            rows = agenda.agenda(connection, session).rows
        return " ".join(f"{row.titles['tr']}({row.notes})" if row.notes else row.titles["tr"] for row in rows)

    def shown(self) -> str:
        """The titles, which are the same on both."""
        with self.book.db.read() as connection:
            plans = [agenda.agenda(connection, one) for one in (self.here, self.there)]
        one, other = (" ".join(row.titles["tr"] for row in plan.rows) for plan in plans)
        assert one == other and plans[0].total == plans[1].total
        return one

    def apart(self) -> tuple[str, str]:
        return " ".join(self.rows(self.here)), " ".join(self.rows(self.there))


def test_the_agendas_of_both_sessions_are_shown_and_what_is_alike_once(book: Notebook) -> None:
    plans = Plans(book, "Açılış Çember Ara", "Açılış Harita Ara Kapanış")
    assert plans.say() == plans.here
    assert plans.shown() == "Açılış Çember Ara Harita Kapanış"
    with book.db.read() as connection:
        (sheet,) = sheet_data.session_sheet_data(connection, [plans.there])
        assert [len(one.blocks) for one in sheet.agendas] == [5]
        assert agenda.sources(connection, plans.here) == [], "its own agenda is none to copy"
    plans.say(None)
    assert plans.apart() == ("Açılış Çember Ara", "Açılış Harita Ara Kapanış")


def test_lists_and_files_of_agendas_have_once_what_is_alike_with_what_either_says(book: Notebook) -> None:
    plans = Plans(book, "Açılış Çember Ara Ara", "Açılış Harita Ara Ara Kapanış")
    ayse = book.add("people", given_name="Ayşe")
    with book.db.write("change") as uow:
        theirs = plans.rows(plans.there)
        records.change(uow, "agenda", theirs["Açılış"], {"notes": "Karton", "led_by": book.uid("people", ayse)})
        records.change(uow, "agenda", theirs["Kapanış"], {"notes": "Pano"})
    plans.part(book.plan("Başka")[1][0], "Ara")
    before = book.rows("agenda")
    kept = plans.say()
    uid = book.uid("sessions", kept)

    def listed() -> list[tuple[str, str | None, bool]]:
        return [(row["title"], row["notes"], row["led_by"] is not None) for row in book.rows("agenda", session=uid)]

    once = [
        ("Açılış", "Karton", True), ("Çember", None, False), ("Ara", None, False), ("Ara", None, False),
        ("Harita", None, False), ("Kapanış", "Pano", False),
    ]  # fmt: skip
    assert listed() == once and len(book.rows("agenda")) == 7
    assert {row["session"] for row in book.rows("agenda", session=uid)} == {uid}
    with book.db.read() as connection:
        walked = list(export_lists.entity_rows(connection, "agenda").rows())
    assert [(row["title"], row["notes"]) for row in walked][:6] == [(title, notes) for title, notes, _led in once]
    assert len(walked) == 7 and walked[0]["led_by"] == "Ayşe"
    plans.say(None)
    assert book.rows("agenda") == before


def test_a_block_that_is_alike_is_changed_and_removed_as_one_and_undo_brings_both_back(book: Notebook) -> None:
    plans = Plans(book, "Açılış Çember Ara", "Açılış Harita Ara")
    plans.say()
    rows = plans.rows(plans.there)
    with book.db.write("remove") as uow:
        records.remove(uow, "agenda", rows["Ara"])
        removed = uow.lsn
    assert plans.shown() == "Açılış Çember Harita"
    with book.db.write("undo") as uow:
        undo.undo(uow, removed)
    assert plans.shown() == "Açılış Çember Ara Harita"
    with book.db.write("change") as uow:
        records.change(uow, "agenda", rows["Açılış"], {"minutes": 25})
    assert plans.shown() == "Açılış Çember Ara Harita"
    with book.db.write("change") as uow:
        records.change(uow, "agenda", rows["Harita"], {"title": "Çember"})
    assert plans.shown() == "Açılış Çember Ara", "it is alike now"
    plans.say(None)
    assert plans.apart() == ("Açılış Çember Ara", "Açılış Çember Ara")


def test_notes_and_leader_of_a_block_are_those_of_all_that_are_alike(book: Notebook) -> None:
    plans = Plans(book, "Açılış Çember Ara", "Açılış Harita Ara")
    kept = plans.say()
    people = [book.add("people", given_name=name) for name in ("Ayşe", "Can")]
    with book.db.read() as connection:
        uids = [records.uid_of(connection, "people", one) for one in people]
    plans.say(None)
    ours, theirs = plans.rows(plans.here), plans.rows(plans.there)

    def write(block: int, **values: Any) -> int:
        with book.db.write("change") as uow:
            records.change(uow, "agenda", block, values)
            return uow.lsn

    write(ours["Açılış"], notes="Pano")
    write(theirs["Açılış"], notes="Karton", led_by=uids[0])
    write(theirs["Ara"], notes="Çay")
    plans.say()
    assert plans.told(kept) == {
        "Açılış": ("Pano\nKarton", "Ayşe"), "Çember": ("", ""), "Ara": ("Çay", ""), "Harita": ("", ""),
    }  # fmt: skip
    with book.db.read() as connection:
        (sheet,) = sheet_data.session_sheet_data(connection, [plans.there])
        assert [block.led_by for block in sheet.agendas[0].blocks] == ["Ayşe", "", "", ""]
    # What is written goes to both, even where the row that is shown said so already.
    write(ours["Açılış"], led_by=uids[1])
    done = write(ours["Ara"], notes="")
    write(ours["Açılış"], notes="Pano")
    assert [plans.told(kept)[one] for one in ("Açılış", "Ara")] == [("Pano", "Can"), ("", "")]
    with book.db.write("undo") as uow:
        undo.undo(uow, done)
    assert plans.told(kept)["Ara"] == ("Çay", "")
    plans.say(None)
    assert plans.told(plans.there) == {"Açılış": ("Pano", "Can"), "Harita": ("", ""), "Ara": ("Çay", "")}
    assert plans.told(plans.here) == {"Açılış": ("Pano", "Can"), "Çember": ("", ""), "Ara": ("", "")}


def test_blocks_that_are_alike_are_moved_as_one(book: Notebook) -> None:
    plans = Plans(book, "Açılış Ara Çember Ara", "Açılış Önce Ara Harita Çember Ara")
    with book.db.write("notes") as uow:
        for session, word in ((plans.here, "bizim"), (plans.there, "onların")):
            rows = [row.id for row in agenda.agenda(uow.connection, session).rows if row.titles["tr"] == "Ara"]
            for number, key in enumerate(rows):
                records.change(uow, "agenda", key, {"notes": f"{word} {number}"})
    plans.say()
    before = plans.order(plans.here)
    first = plans.rows(plans.here)["Çember"]
    with book.db.write("move") as uow:
        agenda.move_to(uow, first, 0)
        moved = uow.lsn
    plans.say(None)
    assert plans.order(plans.here) == "Çember Açılış Ara(bizim 0) Ara(bizim 1)"
    assert plans.order(plans.there) == "Çember Önce Açılış Harita Ara(onların 0) Ara(onların 1)"
    plans.say()
    with book.db.write("undo") as uow:
        undo.undo(uow, moved)
    assert plans.order(plans.here) == before
    # Of two breaks that are alike the first goes behind the second, in both.
    with book.db.write("move") as uow:
        breaks = [row.id for row in agenda.agenda(uow.connection, plans.here).rows if row.titles["tr"] == "Ara"]
        agenda.move(uow, breaks[0], 2)
    plans.say(None)
    assert plans.order(plans.here) == "Açılış Çember Ara(bizim 1) Ara(bizim 0)"
    assert plans.order(plans.there) == "Açılış Önce Çember Harita Ara(onların 1) Ara(onların 0)"
    # A place that is written as a number, as the command line and an import do it.
    plans.say()
    with book.db.write("place") as uow:
        records.change(uow, "agenda", plans.rows(plans.here)["Açılış"], {"position": 99})
    plans.say(None)
    assert plans.order(plans.there).startswith("Çember Önce Ara(onların 1)") and plans.order(plans.there).endswith(
        "lış"
    )


def test_what_is_put_into_the_agenda_of_both_is_seen_and_can_be_moved(book: Notebook) -> None:
    plans = Plans(book, "Açılış Çember", "Harita Kapanış")
    plans.say()
    new = plans.part(plans.here, "Son")
    assert plans.shown() == "Açılış Çember Harita Kapanış Son"
    for by, order in ((-1, "Harita Son Kapanış"), (-5, "Son Harita Kapanış"), (9, "Harita Kapanış Son")):
        with book.db.write("move") as uow:
            agenda.move(uow, new, by)
        assert plans.shown() == f"Açılış Çember {order}"
    plans.part(plans.there, "Önce", before=plans.rows(plans.here)["Çember"])
    assert plans.shown() == "Açılış Önce Çember Harita Kapanış Son"
    plans.part(plans.there, "Açılış")
    assert plans.shown().split().count("Açılış") == 2, "what is there alike is not what was just put in"
    plans.say(None)
    _other, (copied,) = book.plan("Başka")
    with book.db.write("copy") as uow:
        assert agenda.copy_from(uow, plans.there, copied).told["count"] == 3
    assert " ".join(plans.rows(copied)) == "Harita Kapanış Son"
