"""What a session sheet prints, from a real database."""

import pytest

from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import NotFound
from tn_desktop.services import attendance, enrolling, records, settings, workshops
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.services.sheet_data import separate_sheets, session_sheet_data
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

PEOPLE = [
    {"given_name": "Zeynep", "family_name": "Ak", "institution": "Iğdır Fen Lisesi", "subject": "Fizik"},
    {"given_name": "Ayşe", "family_name": "Yılmaz", "institution": "İnönü İlkokulu", "phone": "0532 111 22 33"},
    {"given_name": "Ayşe", "family_name": "Yılmaz", "institution": "İnönü İlkokulu", "phone": "0532 111 44 55"},
    {"given_name": "Çağla", "family_name": "Işık", "label": "6-B", "email": "cagla@ornek.tr"},
]


def sessions_of(made: Changes) -> list[int]:
    ids = made.told["sessions"]
    assert isinstance(ids, (list, tuple))
    return list(ids)


@pytest.fixture
def sessions(db: Database) -> list[int]:
    """Three sessions of a workshop in Iğdır with four people on its list."""
    with db.write("people") as uow:
        people = [records.add(uow, "people", values).subject for values in PEOPLE]
        selin = records.add(uow, "people", {"given_name": "Selin", "family_name": "Aksoy"}).subject
        made = workshops.plan(
            uow,
            WorkshopPlan(
                {"title": "Eleştirel Düşünme", "province": "76"},
                "14.03.2026 13:00",
                "14.03.2026 16:00",
                session={"venue": "Halk Eğitimi Merkezi", "facilitators": [selin]},
                repeats=3,
            ),
        )
        assert made.subject is not None
        enrolling.enrol(uow, made.subject, [person for person in people if person is not None])
    return sessions_of(made)


def sheets(db: Database, ids: list[int]) -> tuple[SessionSheet, ...]:
    with db.read() as connection:
        return session_sheet_data(connection, ids)


def test_one_session_with_its_heading_and_roster(db: Database, sessions: list[int]) -> None:
    (sheet,) = sheets(db, sessions[1:2])
    assert (sheet.organisation, sheet.workshop) == ("Öğretmen Ağı", "Eleştirel Düşünme")
    (session,) = sheet.sessions
    assert (session.number, session.starts_at, session.ends_at) == (2, "2026-03-21T13:00", "2026-03-21T16:00")
    assert session.place == "Halk Eğitimi Merkezi, Iğdır"
    assert session.facilitators == ("Selin Aksoy",)
    assert [(p.number, p.full_name) for p in sheet.people] == [
        (1, "Ayşe Yılmaz"),
        (2, "Ayşe Yılmaz"),
        (3, "Çağla Işık"),
        (4, "Zeynep Ak"),
    ]
    assert (sheet.people[2].label, sheet.people[2].email) == ("6-B", "cagla@ornek.tr")
    assert (sheet.people[3].institution, sheet.people[3].subject) == ("Iğdır Fen Lisesi", "Fizik")


def test_namesakes_of_one_school_without_a_label_have_the_end_of_their_number(
    db: Database, sessions: list[int]
) -> None:
    (sheet,) = sheets(db, sessions[:1])
    twins = [person for person in sheet.people if person.full_name == "Ayşe Yılmaz"]
    assert sorted(person.label for person in twins) == ["…2233", "…4455"]
    assert all(person.namesake for person in twins)
    assert twins[0].phone.startswith("0532 111")


def test_several_sessions_of_a_workshop_share_a_sheet_in_order_of_time(db: Database, sessions: list[int]) -> None:
    (sheet,) = sheets(db, [sessions[2], sessions[0], sessions[2]])
    assert [session.number for session in sheet.sessions] == [1, 3]
    assert len(sheet.people) == 4


def test_each_session_can_have_a_sheet_of_its_own(db: Database, sessions: list[int]) -> None:
    with db.read() as connection:
        found = separate_sheets(connection, sessions)
    assert [[session.number for session in sheet.sessions] for sheet in found] == [[1], [2], [3]]


def test_walk_ins_follow_with_the_numbers_of_attendance_entry(db: Database, sessions: list[int]) -> None:
    with db.write("walk-in") as uow:
        attendance.add_new_walk_in(uow, sessions[0], "Ali Ağa")
    (sheet,) = sheets(db, sessions[:1])
    with db.read() as connection:
        rows = attendance.roster(connection, sessions[0]).rows
    assert [(p.number, p.full_name) for p in sheet.people] == [(row.number, row.name) for row in rows]
    assert sheet.people[-1].full_name == "Ali Ağa"
    assert (sheet.enrolled, sheet.walk_ins) == (4, 1)
    (other,) = sheets(db, sessions[1:2])
    assert len(other.people) == 4


def test_sessions_of_two_workshops_make_two_sheets_and_the_organisation_is_the_one_set(
    db: Database, sessions: list[int]
) -> None:
    with db.write("plan") as uow:
        made = workshops.plan(uow, WorkshopPlan({"title": "Problem Ağacı"}, "01.04.2026 10:00"))
        settings.put(uow, settings.ORGANISATION, "Millî Eğitim Müdürlüğü")
    found = sheets(db, [sessions[0], *sessions_of(made)])
    assert [sheet.workshop for sheet in found] == ["Eleştirel Düşünme", "Problem Ağacı"]
    assert {sheet.organisation for sheet in found} == {"Millî Eğitim Müdürlüğü"}
    assert found[1].people == ()


def test_an_online_session_has_no_province_in_its_place(db: Database, sessions: list[int]) -> None:
    with db.write("online") as uow:
        records.change(uow, "sessions", sessions[0], {"mode": "online", "venue": ""})
        records.change(uow, "sessions", sessions[1], {"venue": "Iğdır Halk Eğitimi Merkezi"})
    (sheet,) = sheets(db, sessions[:2])
    assert [session.place for session in sheet.sessions] == ["", "Iğdır Halk Eğitimi Merkezi"]


def test_a_removed_session_is_said_to_be_gone(db: Database, sessions: list[int]) -> None:
    with db.write("remove") as uow:
        records.remove(uow, "sessions", sessions[0])
    with pytest.raises(NotFound):
        sheets(db, sessions)
