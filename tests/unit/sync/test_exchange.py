"""Two and three laptops that exchange workbooks: what arrives, what wins, what is told."""

import pytest

from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tn_desktop.services import attendance, conflicts, destruction, keyboard, records

pytestmark = pytest.mark.both_engines


def a_session(laptop: Laptop, *people: str) -> tuple[str, str]:
    workshop = laptop.add("workshops", title="Eleştirel düşünme")
    session = laptop.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    for person in people:
        laptop.add("enrolments", person=person, workshop=workshop)
    return workshop, session


def test_everything_arrives(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add(
        "people", given_name="Işık", family_name="Şen", phone="0532 123 45 67", notes="iki\nsatır  = ‘’ \u00a0x"
    )
    workshop, session = a_session(ayse, person)
    community = ayse.add("communities", name="Köy okulları")
    ayse.set("workshops", workshop, communities=community)
    ayse.mark(session, person, "late")
    report = baran.receive(ayse.send())
    assert told(report) == [("applied", "")] and report.counts.added == 7 and report.batch == 1
    assert differences(ayse.state(), baran.state()) == {}
    assert baran.show("people", person) == ayse.show("people", person)
    assert baran.show("workshops", workshop) == ayse.show("workshops", workshop)
    assert baran.show("workshops", workshop)["communities"] == [community]
    assert baran.problems() == [] == ayse.problems()


def test_the_same_file_twice_or_renamed_is_told_as_such(ayse: Laptop, baran: Laptop) -> None:
    ayse.add("people", given_name="Işık")
    first = ayse.send()
    renamed = first.with_name("başka ad.xlsx")
    renamed.write_bytes(first.read_bytes())
    assert [status for status, _ in told(baran.receive(first, first, renamed))] == ["applied", "duplicate", "duplicate"]
    assert [status for status, _ in told(baran.receive(first, rehearse=True))] == ["duplicate"]


def test_different_fields_are_joined_and_one_field_is_a_conflict(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Işık", institution="Okul")
    exchange(ayse, baran)
    ayse.set("people", person, phone="0532 123 45 67", institution="A")
    baran.set("people", person, email="isik@okul.org", institution="B")
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        row = laptop.show("people", person)
        assert (row["phone"], row["email"], row["institution"]) == ("+905321234567", "isik@okul.org", "B")
        assert laptop.open_conflicts() == [(person, "institution", "B", "A")]
    assert differences(ayse.state(), baran.state()) == {}


def test_an_older_file_after_a_newer_one_changes_nothing(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Işık")
    old = ayse.send()
    ayse.set("people", person, given_name="Işıl")
    new = ayse.send()
    baran.receive(new)
    before = baran.state()
    report = baran.receive(old)
    assert told(report) == [("applied", "")]
    assert (report.counts.added, report.counts.changed, report.counts.conflicts) == (0, 0, 0)
    assert differences(before, baran.state()) == {}


def test_a_removal_travels_and_an_edit_it_had_not_seen_survives_it(ayse: Laptop, baran: Laptop) -> None:
    gone, edited = ayse.add("people", given_name="Ali"), ayse.add("people", given_name="Veli")
    exchange(ayse, baran)
    ayse.remove("people", gone)
    ayse.remove("people", edited)
    baran.set("people", edited, phone="0532 123 45 67")
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert laptop.show("people", gone) is None
        assert laptop.show("people", edited)["phone"] == "+905321234567"
    assert differences(ayse.state(), baran.state()) == {}


@pytest.mark.thorough
def test_two_rosters_of_one_session_become_one(ayse: Laptop, baran: Laptop) -> None:
    people = [ayse.add("people", given_name=name) for name in ("Ali", "Veli", "Can")]
    _workshop, session = a_session(ayse, *people)
    exchange(ayse, baran)
    ayse.mark(session, people[0], "absent")
    ayse.mark(session, people[1], "present")
    baran.mark_others(session)
    exchange(ayse, baran)
    marks = {row["person"]: row["status"] for row in ayse.rows("attendance")}
    assert marks == dict(zip(people, ("absent", "present", "present"), strict=True))
    assert [(field, kept, lost) for _uid, field, kept, lost in ayse.open_conflicts()] == [
        ("status", "absent", "present")
    ]
    assert differences(ayse.state(), baran.state()) == {}


def test_a_bulk_mark_after_a_mark_was_taken_back_stands(ayse: Laptop, baran: Laptop) -> None:
    from tn_desktop.services import attendance, records

    person = ayse.add("people", given_name="Ali")
    _workshop, session = a_session(ayse, person)
    ayse.mark(session, person, "absent")
    exchange(ayse, baran)
    with baran.db.write("clear") as uow:
        keys = records.id_of(uow.connection, "sessions", session), records.id_of(uow.connection, "people", person)
        attendance.clear_mark(uow, *keys)
    baran.mark_others(session)
    exchange(ayse, baran)
    assert [row["status"] for row in ayse.rows("attendance")] == ["present"]
    assert ayse.open_conflicts() == [] and ayse.problems() == []


def test_the_workshop_follows_from_what_arrived(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Ali")
    _workshop, session = a_session(ayse, person)
    baran.receive(ayse.send())
    ayse.mark(session, person, "present")
    baran.receive(ayse.send())
    with baran.db.read() as connection:
        found = connection.exec_driver_sql("SELECT status, first_starts_at FROM workshop").one()
    assert tuple(found) == ("held", "2026-03-14T13:00")
    assert baran.rows("people")[0]["given_name"] == "Ali" and baran.problems() == []


def test_what_arrives_is_found_by_the_search(ayse: Laptop, baran: Laptop) -> None:
    from tn_desktop.services import records

    person = ayse.add("people", given_name="Şükrü", family_name="Işık")
    baran.receive(ayse.send())
    ayse.set("people", person, family_name="Öz")
    baran.receive(ayse.send())
    with baran.db.read() as connection:
        assert records.listing(connection, "people", "sukru oz")[0] == 1
        assert records.listing(connection, "people", "isik")[0] == 0


def test_three_laptops_in_any_order_end_equal(ayse: Laptop, baran: Laptop, ceren: Laptop) -> None:
    laptops = (ayse, baran, ceren)
    person = ayse.add("people", given_name="Ali")
    exchange(*laptops)
    for number, laptop in enumerate(laptops):
        laptop.set("people", person, institution=f"Okul {number}")
    files = [laptop.send() for laptop in laptops]
    ayse.receive(files[2], files[1])
    baran.receive(files[0])
    baran.receive(files[2], files[0])
    ceren.receive(files[1], files[0])
    exchange(*laptops)
    assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())
    assert {lost for _uid, _field, _kept, lost in ayse.open_conflicts()} == {"Okul 0", "Okul 1"}


def test_a_local_write_exceeds_what_came_from_a_fast_clock(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Ali")
    with ayse.db.write("ahead") as uow:
        # Half a day ahead: wrong, but not so wrong that the file would be held.
        uow.stamp = _ahead(uow.stamp, 12 * 3_600_000)
        records_change(uow, person)
    baran.receive(ayse.send())
    baran.set("people", person, institution="Sonra")
    ayse.receive(baran.send())
    assert ayse.show("people", person)["institution"] == "Sonra" and ayse.open_conflicts() == []


def _ahead(stamp: str, milliseconds: int) -> str:
    from tn_desktop.model.stamps import make_stamp, stamp_device, stamp_milliseconds

    return make_stamp(stamp_milliseconds(stamp) + milliseconds, 0, stamp_device(stamp))


def records_change(uow: object, person: str) -> None:
    from tn_desktop.services import records

    records.change(uow, "people", records.id_of(uow.connection, "people", person), {"institution": "Önce"})  # type: ignore[attr-defined,arg-type]


def test_consents_and_requests_travel_and_an_erased_person_leaves_no_name(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Işık")
    given = {"kind": "consent", "purpose": "contact", "given_at": "2026-03-14", "text_version": "2026-1"}
    consent = ayse.add("consents", person=person, **given)
    request = ayse.add("requests", person=person, kind="erasure", received="2026-03-15", notes="Işık aradı")
    exchange(ayse, baran)
    assert baran.show("consents", consent) == ayse.show("consents", consent)
    assert baran.show("requests", request) == ayse.show("requests", request)
    old = ayse.send()
    baran.set("requests", request, notes="Işık yine aradı")
    baran.erase(person)
    late = ayse.send()
    exchange(ayse, baran)
    baran.receive(old, late)
    for laptop in (ayse, baran):
        row = laptop.show("requests", request)
        assert row is not None and (row["person"], row["notes"]) == (None, None)
        assert laptop.show("consents", consent) is None and laptop.problems() == []
        with laptop.db.read() as connection:
            lines = [(line.rule, line.count, line.authority) for line in destruction.lines(connection)]
        assert lines == [("request" if laptop is baran else "exchange", 1, "kendi isteği")]
    assert differences(ayse.state(), baran.state()) == {}


def test_two_who_marked_one_session_on_two_laptops_have_one_roster_and_decisions_travel(
    ayse: Laptop, baran: Laptop
) -> None:
    """Deliberate over bulk, a difference for somebody to decide, and whoever marked meanwhile is heard."""
    from tn_desktop.services import attendance, records, same_as

    def statuses(laptop: Laptop, session: str) -> dict[str, tuple[str | None, list[str]]]:
        with laptop.db.read() as connection:
            rows = attendance.roster(connection, records.id_of(connection, "sessions", session)).rows
        return {row.name: (row.status, [said.status for said in row.differs]) for row in rows}

    people = [ayse.add("people", given_name=name) for name in ("Ali", "Can", "Ece")]
    exchange(ayse, baran)
    _one, here = a_session(ayse, *people)
    _other, there = a_session(baran, *people)
    ayse.mark(here, people[0], "absent")
    ayse.mark(here, people[1], "late")
    ayse.mark_others(here)
    baran.mark(there, people[1], "excused")
    baran.mark_others(there)
    exchange(ayse, baran)
    assert statuses(ayse, here)["Ali"] == ("absent", [])
    with ayse.db.write("judge") as uow:
        one, other = (records.id_of(uow.connection, "sessions", session) for session in (here, there))
        same_as.judge(uow, "sessions", one, other, same_as.SAME)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert statuses(laptop, here) == statuses(laptop, there)
        assert statuses(laptop, here) == {
            "Ali": ("absent", []),
            "Can": ("excused", ["late"]),
            "Ece": ("present", []),
        }
    # She decides; he, who has not heard of it, corrects his own list.
    ayse.mark(here, people[1], "present")
    baran.mark(there, people[1], "absent")
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        kept, others = statuses(laptop, here)["Can"]
        assert {kept, *others, *(lost for _uid, _field, _kept, lost in laptop.open_conflicts())} >= {
            "present",
            "absent",
        }
    baran.mark(here, people[1], "present")
    exchange(ayse, baran)
    assert statuses(ayse, there)["Can"] == statuses(baran, here)["Can"] == ("present", [])
    assert differences(ayse.state(), baran.state()) == {}


@pytest.mark.thorough
def test_a_bulk_mark_that_a_deliberate_one_outranks_is_named_so_in_review(ayse: Laptop, baran: Laptop) -> None:
    from tn_desktop.services import conflicts

    people = [ayse.add("people", given_name=name) for name in ("Ali", "Can")]
    _workshop, session = a_session(ayse, *people)
    exchange(ayse, baran)
    ayse.mark(session, people[0], "absent")
    ayse.mark(session, people[1], "late")
    baran.mark(session, people[1], "excused")
    baran.mark_others(session)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        with laptop.db.read() as connection:
            found = {(one.kept, one.lost, one.outranked) for one in conflicts.open_conflicts(connection)}
        assert found == {("absent", "present", True), ("excused", "late", False)}


def test_of_two_marks_that_met_the_review_says_who_was_at_each_keyboard(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Zeynep")
    workshop = ayse.add("workshops", title="Problem Ağacı")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    exchange(ayse, baran)
    for laptop, name, status in ((ayse, "Işıl Çelik", "present"), (baran, "Can Ak", "late")):
        with laptop.db.write("sit") as uow:
            marker = keyboard.join(uow, name).told["marker"]
        assert isinstance(marker, keyboard.Marker)
        laptop.db.marker = marker.id
        laptop.mark(session, person, status)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        with laptop.db.read() as connection:
            (one,) = conflicts.open_conflicts(connection)
            assert conflicts.count_open(connection) == 1
            (row,) = attendance.roster(connection, records.id_of(connection, "sessions", session)).rows
        assert (one.field, one.kept, one.lost) == ("status", "late", "present")
        assert (one.kept_by, one.lost_by, row.marked_by) == ("Can Ak", "Işıl Çelik", "Can Ak")
    with ayse.db.write("take") as uow:
        conflicts.resolve(uow, [one.id], conflicts.TAKE)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert laptop.open_conflicts() == [] and laptop.problems() == []
        with laptop.db.read() as connection:
            (row,) = attendance.roster(connection, records.id_of(connection, "sessions", session)).rows
        assert (row.status, row.marked_by) == ("present", "Işıl Çelik"), "who took it was at the keyboard"
    assert differences(ayse.state(), baran.state()) == {}
