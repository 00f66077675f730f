"""Others write for long: a sentence after a while, or as much patience as somebody has; and all is well afterwards."""

import threading
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.unit.store.people import add_person, names
from tn_desktop.cli import folder
from tn_desktop.model.errors import Busy, Cancelled
from tn_desktop.model.messages import untranslated
from tn_desktop.services import erasure, records
from tn_desktop.store import engine, server
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long."""
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 200)
    monkeypatch.setattr(engine, "SHORTLY", 100)
    monkeypatch.setattr(server, "_SESSION", server._SESSION.replace(f"{server.PATIENCE_SECONDS}s", "200ms"))
    monkeypatch.setattr(server, "_BEGIN_SHORTLY", server._BEGIN_SHORTLY.replace(str(engine.SHORTLY), "100"))


@pytest.fixture
def other(hasty: None, db: Database, profile: Profile, tmp_path: Path) -> Iterator[Database]:
    """A second program over the same data."""
    with Database.open(profile_of(tmp_path / "other", profile.server) if profile.server else profile) as database:
        yield database


@contextmanager
def writing(db: Database) -> Iterator[Callable[[], None]]:
    """Others write until the block ends, or what is given is called."""
    begun, done = threading.Event(), threading.Event()

    def work() -> None:
        with db.write("long"):
            begun.set()
            done.wait(180)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(180)
    try:
        yield done.set
    finally:
        done.set()
        thread.join()


def test_who_does_not_wait_is_told_and_can_write_afterwards(db: Database, other: Database) -> None:
    with writing(db):
        for _ in range(2):
            with pytest.raises(Busy) as told, other.write("short"):
                pass
            assert "so this was not saved" in told.value.text(untranslated)
        assert names(other) == [], "reading goes on"
    add_person(other, "Ayşe")
    add_person(db, "Ali")
    assert sorted(names(other)) == ["Ali", "Ayşe"]


def test_who_is_patient_waits_for_her_turn(db: Database, other: Database) -> None:
    asked = 0
    with writing(db) as end:

        def waits() -> None:
            nonlocal asked
            asked += 1
            if asked == 3:
                end()

        with other.patient(waits):
            add_person(other, "Ayşe")
    assert asked >= 3 and names(db) == ["Ayşe"]
    with writing(db), pytest.raises(Busy):
        add_person(other, "Ali")


def test_she_can_give_up_and_nothing_of_it_is_there(db: Database, other: Database) -> None:
    def stop() -> None:
        raise Cancelled

    with writing(db), pytest.raises(Cancelled), other.patient(stop):
        add_person(other, "Ayşe")
    assert names(db) == []
    add_person(other, "Ayşe")
    assert names(db) == ["Ayşe"]


def test_who_only_reads_opens_meanwhile(hasty: None, db: Database, profile: Profile, tmp_path: Path) -> None:
    add_person(db, "Ayşe")
    place = profile_of(tmp_path / "other", profile.server) if profile.server else profile
    with Database.open(place):
        pass  # a computer that was never here has to say so first
    with writing(db), Database.open(place) as other:
        assert names(other) == ["Ayşe"]


def test_opening_waits_too(hasty: None, db: Database, profile: Profile, tmp_path: Path) -> None:
    place = profile_of(tmp_path / "other", profile.server) if profile.server else profile
    with writing(db) as end, Database.open(place, end) as other:
        end()
        with other.patient(lambda: None):
            add_person(other, "Ayşe")
    assert names(db) == ["Ayşe"]


def test_who_keeps_a_folder_in_step_waits_for_whoever_writes(
    hasty: None, db: Database, profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with what she writes herself: what watches a folder at an office does not end with an import."""
    place = profile_of(tmp_path / "other", profile.server) if profile.server else profile
    add_person(db, "Ayşe")
    Database.open(place).close()
    shared = tmp_path / "shared"
    shared.mkdir()
    arguments = Namespace(lang="en", file_passphrase=None, trust_new=False, watch=False, folder=str(shared))
    with writing(db) as end:
        monkeypatch.setattr(folder, "_wait", end)
        answer = folder.folder(place, arguments)
    assert len(answer.json["written"]) == 1


def test_closing_waits_for_nobody_and_says_nothing(db: Database, other: Database) -> None:
    with writing(db):
        other.close()
    assert names(db) == []


def test_traces_are_wiped_between_the_units_of_work_of_other_threads(db: Database) -> None:
    """The one connection that writes is not taken from whoever is writing: that would take back what she wrote."""
    wiping = threading.Thread(target=erasure.wipe_traces, args=(db,))
    with db.write("Add") as uow:
        records.add(uow, "people", {"given_name": "Ayşe"})
        wiping.start()
        # All the time it may need to come in between.
        wiping.join(1)
        records.add(uow, "people", {"given_name": "Işık"})
    wiping.join(180)
    assert not wiping.is_alive() and names(db) == ["Ayşe", "Işık"]
