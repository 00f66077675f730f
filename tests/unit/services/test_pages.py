"""What the panes show of one person, community, workshop and stakeholder, and the small writes beside them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.services import (
    attendance,
    community_page,
    known_people,
    planning,
    records,
    sessions,
    settings,
    stakeholder_page,
    undo,
    workshop_page,
    workshops,
)
from tn_desktop.services.known_people import named
from tn_desktop.services.page_values import values_of
from tn_desktop.services.person_page import person_page
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork

pytestmark = pytest.mark.both_engines

TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Network:
    """Three people, two of them members of a community with a workshop of three sessions."""

    ayse: int
    namesake: int
    cem: int
    community: int
    workshop: int
    sessions: tuple[int, ...]


def person(uow: UnitOfWork, given: str, family: str, **values: Any) -> int:
    return records.add(uow, "people", {"given_name": given, "family_name": family, **values}).subject


@pytest.fixture
def network(db: Database) -> Network:
    with db.write("fill") as uow:
        ayse = person(uow, "Ayşe", "Yılmaz", province="76", subject="Matematik", phone="0532 123 45 67")
        namesake = person(uow, "AYSE", "Yilmaz", province="34", institution="İnönü İlkokulu")
        cem = person(uow, "Cem", "Öz", province="76", subject="matematik")
        community = records.add(uow, "communities", {"name": "Iğdır Çemberi", "province": "76"}).subject
        community_page.add_members(uow, community, [ayse, cem])
        made = workshops.plan(
            uow,
            WorkshopPlan(
                {"title": "Eleştirel Düşünme", "province": "76", "communities": [community], "kind": "talk"},
                "14.03.2026 13:00",
                "14.03.2026 16:00",
                {"venue": "Halk Eğitim", "facilitators": [cem]},
                repeats=3,
                enrol_members=True,
            ),
        )
    return Network(ayse, namesake, cem, community, made.subject, made.told["sessions"])


def test_a_person_shows_what_she_took_part_in_with_hours(db: Database, network: Network) -> None:
    first, second, third = network.sessions
    with db.write("mark") as uow:
        attendance.mark(uow, first, network.ayse, "present")
        attendance.mark(uow, second, network.ayse, "late", minutes=30)
        attendance.mark(uow, third, network.ayse, "present")
        sessions.cancel(uow, third)
    with db.read() as connection:
        page = person_page(connection, network.ayse)
    assert (page.name, page.values["phone"], page.values["province"]) == ("Ayşe Yılmaz", "+905321234567", "TR-76")
    assert [(row.name, row.role) for row in page.memberships] == [("Iğdır Çemberi", "member")]
    (row,) = page.workshops
    assert (row.title, row.attended, row.sessions, row.minutes) == ("Eleştirel Düşünme", 2, 2, 180 + 150)
    assert (page.sessions, page.minutes) == (2, 330)


def test_a_removed_person_has_no_page(db: Database, network: Network) -> None:
    with db.write("remove") as uow:
        records.remove(uow, "people", network.cem)
    with db.read() as connection, pytest.raises(NotFound):
        person_page(connection, network.cem)


def test_namesakes_are_found_however_they_are_spelled(db: Database, network: Network) -> None:
    with db.read() as connection:
        both = known_people.namesakes(connection, "ayşe", "YILMAZ")
        other = known_people.namesakes(connection, "Ayşe", "Yılmaz", other_than=network.ayse)
        assert known_people.namesakes(connection, "", " ") == []
    assert [found.id for found in both] == [network.ayse, network.namesake]
    assert [(found.id, found.detail) for found in other] == [(network.namesake, "İnönü İlkokulu · İstanbul")]


def test_suggestions_come_from_the_own_province_first(db: Database, network: Network) -> None:
    with db.read() as connection:
        assert [k.id for k in known_people.suggest_people(connection, "ayse", "TR-34")] == [
            network.namesake,
            network.ayse,
        ]
        assert [k.name for k in known_people.suggest_people(connection, "yil ays")] == ["AYSE Yilmaz", "Ayşe Yılmaz"]
        assert known_people.suggest_people(connection, "  ") == []
        assert [k.name for k in known_people.suggest_communities(connection, "")] == ["Iğdır Çemberi"]
        assert known_people.known_subjects(connection, "mat") == ["Matematik"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Naz Nur Demir", ("Naz Nur", "Demir")), ("  Cem  ", ("Cem", "")), ("Ali  Can", ("Ali", "Can"))],
)
def test_the_last_word_of_a_name_is_the_family_name(typed: str, expected: tuple[str, str]) -> None:
    assert known_people.split_name(typed) == expected


def test_a_community_shows_members_and_the_mix_of_their_subjects(db: Database, network: Network) -> None:
    with db.write("add") as uow:
        new = community_page.add_new_member(uow, network.community, "Naz Demir").told["person"]
    with db.read() as connection:
        page = community_page.community_page(connection, network.community)
    assert [row.name for row in page.members] == ["Ayşe Yılmaz", "Cem Öz", "Naz Demir"]
    assert [(share.subject, share.count) for share in page.subjects] == [("Matematik", 2), ("", 1)]
    assert [(row.title, row.sessions, row.enrolled) for row in page.workshops] == [("Eleştirel Düşünme", 3, 2)]
    with db.read() as connection:
        assert person_page(connection, new).values["province"] == "TR-76"


def test_a_member_who_left_stands_last_and_may_come_back(db: Database, network: Network) -> None:
    with db.read() as connection:
        first = community_page.community_page(connection, network.community).members[0]
    with db.write("leave") as uow:
        records.change(uow, "memberships", first.membership_id, {"left": "01.03.2026"})
    with db.read() as connection:
        page = community_page.community_page(connection, network.community)
    assert [row.left for row in page.members] == ["", "2026-03-01"]
    assert (page.today, page.total) == (1, 2)
    with db.write("again") as uow:
        again = community_page.add_members(uow, network.community, [network.ayse, network.cem])
    assert again.told["count"] == 1
    with db.write("undo") as uow:
        undo.undo(uow, again.lsn)
    with db.read() as connection:
        assert community_page.community_page(connection, network.community).today == 1


def test_marks_of_a_cancelled_session_are_kept_and_not_counted(db: Database, network: Network) -> None:
    first = network.sessions[0]
    with db.write("mark") as uow:
        attendance.mark(uow, first, network.ayse, "present")
        sessions.cancel(uow, first)
    with db.read() as connection:
        page = workshop_page.workshop_page(connection, network.workshop)
    assert (page.sessions[0].status, page.sessions[0].attended, page.sessions[0].marked) == ("cancelled", 0, 1)
    assert [row.attended for row in page.enrolled] == [0, 0]
    with db.write("go on") as uow:
        sessions.take_up(uow, first)
    with db.read() as connection:
        page = workshop_page.workshop_page(connection, network.workshop)
    assert (page.sessions[0].status, page.sessions[0].attended) == ("held", 1)
    assert page.sessions[0].facilitators == ("Cem Öz",)
    assert [community.name for community in page.communities] == ["Iğdır Çemberi"]


def test_a_session_is_moved_and_remembers_where_it_stood(db: Database, network: Network) -> None:
    first = network.sessions[0]
    with db.write("postpone") as uow:
        sessions.postpone(uow, first)
    for day in ("21.03.2026", "28.03.2026"):
        with db.write("move") as uow:
            sessions.move(uow, first, day, "14")
    with db.read() as connection:
        values = values_of(connection, "sessions", first)
    assert (values["starts_at"], values["ends_at"]) == ("2026-03-28T14:00", "2026-03-28T16:00")
    assert (values["status"], values["moved_from"]) == ("planned", "2026-03-14T13:00")


def test_the_next_session_is_like_the_last(db: Database, network: Network) -> None:
    with db.write("next") as uow:
        added = sessions.add_next(uow, network.workshop, TODAY.isoformat()).subject
        empty = records.add(uow, "workshops", {"title": "Boş"}).subject
        only = sessions.add_next(uow, empty, TODAY.isoformat()).subject
    with db.read() as connection:
        values, lone = (values_of(connection, "sessions", key) for key in (added, only))
        leading = named(connection, sessions.facilitators_of(connection, added))
    assert (values["starts_at"], values["ends_at"]) == ("2026-04-04T13:00", "2026-04-04T16:00")
    assert (values["venue"], [known.name for known in leading]) == ("Halk Eğitim", ["Cem Öz"])
    assert lone["starts_at"] == "2026-03-10T13:00"


@pytest.mark.parametrize(
    ("date", "start", "end", "field"),
    [
        ("", "13", "", "date"),
        ("31.02.2026", "13", "", "date"),
        ("14.03.2026", "", "", "start"),
        ("14.03.2026", "25:00", "", "start"),
        ("14.03.2026", "13:00", "12.30", "end"),
        ("14.03.2026", "13:00", "abc", "end"),
    ],
)
def test_wrong_times_are_refused_by_their_field(date: str, start: str, end: str, field: str) -> None:
    with pytest.raises(FieldError) as refused:
        sessions.times(date, start, end)
    assert refused.value.field == field


def test_times_are_read_as_people_write_them() -> None:
    written = {"starts_at": "2026-03-14T09:30", "ends_at": "2026-03-14T12:00"}
    for start, end in (("9:30", "12"), ("0930", "1200"), ("09.30", "12.00")):
        assert sessions.times("14.03.2026", start, end) == written


def test_a_plan_starts_from_the_community_and_its_last_workshop(db: Database, network: Network) -> None:
    with db.write("owner") as uow:
        uid = records.uid_of(uow.connection, "people", network.cem)
        settings.put(uow, settings.OWNER, {"name": "Cem Öz", "person": uid, "province": "TR-34"})
    with db.read() as connection:
        plan = planning.plan_defaults(connection, network.community, TODAY)
        bare = planning.plan_defaults(connection, None, TODAY)
    assert (plan.province, plan.kind, plan.members, plan.venue) == ("TR-76", "talk", 2, "Halk Eğitim")
    assert (plan.date, plan.start, plan.end) == ("2026-03-14", "13:00", "16:00")
    assert plan.owner is not None and plan.owner.id == network.cem
    assert (bare.community, bare.province) == (None, "TR-34")


def test_a_plan_in_an_empty_profile_has_sensible_values(db: Database) -> None:
    with db.read() as connection:
        plan = planning.plan_defaults(connection, None, TODAY)
    assert (plan.date, plan.start, plan.end, plan.owner) == ("2026-03-11", "13:00", "16:00", None)


def test_contacts_of_a_stakeholder_are_known_or_new_people(db: Database, network: Network) -> None:
    with db.write("add") as uow:
        ngo = records.add(uow, "stakeholders", {"name": "Kitap Derneği", "province": "34"}).subject
        stakeholder_page.add_contact(uow, ngo, network.ayse, "Koordinatör")
        new = stakeholder_page.add_new_contact(uow, ngo, "Oya Gür").told["person"]
    with db.read() as connection:
        page = stakeholder_page.stakeholder_page(connection, ngo)
        contact = person_page(connection, new).contributions.rows[0]
        assert (contact.kind, contact.title) == ("contact", "Kitap Derneği")
        assert person_page(connection, new).values["province"] == "TR-34"
    assert [(row.name, row.role, row.phone) for row in page.contacts] == [
        ("Ayşe Yılmaz", "Koordinatör", "0532 123 45 67"),
        ("Oya Gür", "", ""),
    ]
    with db.write("twice") as uow, pytest.raises(Refused):
        stakeholder_page.add_contact(uow, ngo, network.ayse)
