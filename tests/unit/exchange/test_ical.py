"""Calendar files: what a calendar reads in them, that they name nobody unasked, and that they bring it up to date."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tn_desktop.exchange.ical import CalendarScope, export_calendar
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.services import enrolling, records, sessions, workshops
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
ISTANBUL = ZoneInfo("Europe/Istanbul")


@pytest.fixture
def network(db: Database) -> Database:
    """A program of a community in Iğdır (2 sessions, one cancelled) with a participant, and a meeting abroad."""
    with db.write("fill") as uow:
        leader = records.add(uow, "people", {"given_name": "Ayşe", "family_name": "Yılmaz"}).subject or 0
        guest = records.add(uow, "people", {"given_name": "Cem", "family_name": "Öz"}).subject or 0
        other = records.add(uow, "people", {"given_name": "Gizli", "family_name": "Katılımcı"}).subject or 0
        community = records.add(uow, "communities", {"name": "Iğdır Çemberi", "province": "TR-76"}).subject
        plan = WorkshopPlan(
            {"title": "Eleştirel Düşünme", "province": "TR-76", "communities": [community], "themes": ["okuma"],
             "notes": "Gizli not"},
            "14.03.2026 13:00", "14.03.2026 16:00",
            {"venue": "Halk Eğitim; salon 2, kat 1", "facilitators": [leader], "speakers": [guest],
             "notes": "Gizli not"},
            repeats=2,
        )  # fmt: skip
        made = workshops.plan(uow, plan)
        held: Any = made.told["sessions"]
        enrolling.enrol(uow, made.subject or 0, [other])
        sessions.move(uow, held[0], "2026-03-16", reason="Salon dolu")
        sessions.cancel(uow, held[1], "Kar tatili")
        abroad = WorkshopPlan(
            {"title": "Berlin Buluşması"}, "29.03.2026 01:30", "29.03.2026 04:00",
            {"zone": "Europe/Berlin", "mode": "online", "link": "https://toplanti.example.org/1"},
        )  # fmt: skip
        workshops.plan(uow, abroad)
    return db


def write(db: Database, out: Path, scope: CalendarScope | None = None, **options: Any) -> list[Any]:
    """The events of a new file, by their summaries."""
    with db.read() as connection:
        report = export_calendar(connection, out, scope or CalendarScope(), untranslated, **options)
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert report.rows == len(events)
    return sorted(events, key=lambda event: str(event["summary"]))


def test_times_are_those_of_the_place_whatever_the_reader_s_zone(network: Database, tmp_path: Path) -> None:
    abroad, first, _second = write(network, tmp_path / "all.ics")
    assert first.start == datetime(2026, 3, 16, 13, tzinfo=ISTANBUL)
    assert first.end.timestamp() - first.start.timestamp() == 3 * 3600
    # The clocks go forward that night: it is an hour shorter than they say.
    assert abroad.end.timestamp() - abroad.start.timestamp() == 1.5 * 3600
    text = (tmp_path / "all.ics").read_bytes()
    assert b"DTSTART;TZID=Europe/Istanbul:20260316T130000" in text
    assert text.count(b"BEGIN:VTIMEZONE") == 2 and b"\r\n" in text


def test_what_stands_in_a_session(network: Database, tmp_path: Path) -> None:
    abroad, first, second = write(network, tmp_path / "all.ics")
    assert (str(first["summary"]), str(second["summary"])) == ("Eleştirel Düşünme", "Eleştirel Düşünme: Session 2")
    assert str(first["location"]) == "Halk Eğitim; salon 2, kat 1, Iğdır"
    assert (str(first["status"]), str(second["status"])) == ("CONFIRMED", "CANCELLED")
    assert "First planned for: 14.03.2026 13:00" in first["description"] and "Why: Salon dolu" in first["description"]
    assert "Why: Kar tatili" in second["description"] and "Communities: Iğdır Çemberi" in second["description"]
    assert str(abroad["url"]) == "https://toplanti.example.org/1"
    assert first.categories == ["Workshop", "okuma"]


def test_nobody_is_named_unasked_and_participants_never(network: Database, tmp_path: Path) -> None:
    out = tmp_path / "all.ics"
    write(network, out)
    text = out.read_text(encoding="utf-8").replace("\r\n ", "")
    assert not any(name in text for name in ("Ayşe", "Cem", "Gizli", "ATTENDEE", "ORGANIZER"))
    with network.read() as connection:
        report = export_calendar(connection, out, CalendarScope(), untranslated, names=True)
    text = out.read_text(encoding="utf-8").replace("\r\n ", "")
    assert "Facilitators: Ayşe Yılmaz" in text and "Guest speakers: Cem Öz" in text and "Gizli" not in text
    assert report.people == 2


def test_a_later_file_has_the_same_uids_and_greater_sequences_for_what_changed(
    network: Database, tmp_path: Path
) -> None:
    before = {str(one["uid"]): one for one in write(network, tmp_path / "1.ics")}
    assert write(network, tmp_path / "2.ics") and (tmp_path / "1.ics").read_bytes() == (tmp_path / "2.ics").read_bytes()
    with network.write("later") as uow:
        # A second is the finest that SEQUENCE tells.
        uow.stamp = _later(uow.stamp)
        sessions.reschedule(uow, 1, "2026-03-20")
    after = {str(one["uid"]): one for one in write(network, tmp_path / "3.ics")}
    assert before.keys() == after.keys()
    grown = {uid for uid in after if int(after[uid]["sequence"]) > int(before[uid]["sequence"])}
    with network.read() as connection:
        assert grown == {f"{records.uid_of(connection, 'sessions', 1)}@tn-desktop"}


def _later(stamp: str) -> str:
    from tn_desktop.model.stamps import make_stamp, stamp_device, stamp_milliseconds

    return make_stamp(stamp_milliseconds(stamp) + 5_000, 0, stamp_device(stamp))


@pytest.mark.some(3)
@pytest.mark.parametrize(
    ("scope", "count"),
    [
        (CalendarScope(workshop=1), 2),
        (CalendarScope(workshop=2), 1),
        (CalendarScope(community=1), 2),
        (CalendarScope(session=3), 1),
        (CalendarScope(first=date(2026, 3, 17)), 2),
        (CalendarScope(first=date(2026, 3, 16), last=date(2026, 3, 16)), 1),
        (CalendarScope(community=1, last=date(2026, 3, 16)), 1),
        (CalendarScope(first=date(2030, 1, 1)), 0),
    ],
)
def test_scopes(network: Database, tmp_path: Path, scope: CalendarScope, count: int) -> None:
    assert len(write(network, tmp_path / "some.ics", scope)) == count


def test_a_session_without_zone_or_end_is_local_and_open(db: Database, tmp_path: Path) -> None:
    with db.write("fill") as uow:
        workshops.plan(uow, WorkshopPlan({"title": "Buluşma"}, "14.03.2026 13:00", session={"zone": None}))
    (event,) = write(db, tmp_path / "one.ics")
    assert event.start.replace(tzinfo=None) == datetime(2026, 3, 14, 13) and "dtend" not in event  # noqa: DTZ001
    assert timedelta(0) == event.duration


def test_a_file_that_cannot_be_written_leaves_nothing(network: Database, tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        write(network, tmp_path / "absent" / "all.ics")
    assert list(tmp_path.iterdir()) == [tmp_path / "profile"]
