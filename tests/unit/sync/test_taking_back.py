"""Undo of a batch, conflicts, verdicts, erasure, a new device id: what people decide after an exchange."""

import shutil
import sqlite3
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.sync.laptops import Laptop, differences, exchange, read_here, told
from tn_desktop.exchange.sync import receiving
from tn_desktop.exchange.sync.receiving import Options
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.services import conflicts, erasure, records, same_as, settings, undo
from tn_desktop.services.merge_undo import undo_batch
from tn_desktop.services.safety import backup, restore
from tn_desktop.store import engine
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def take_back(laptop: Laptop, batch: int) -> int:
    with laptop.db.write("undo") as uow:
        return int(undo_batch(uow, batch).told["kept"])


def a_roster(laptop: Laptop) -> tuple[str, str, str]:
    person = laptop.add("people", given_name="Ali")
    workshop = laptop.add("workshops", title="Atölye")
    session = laptop.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    laptop.add("enrolments", person=person, workshop=workshop)
    laptop.mark(session, person, "present")
    return person, workshop, session


def test_a_backup_precedes_a_batch_that_is_large_as_a_whole(
    ayse: Laptop, baran: Laptop, ceren: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are small each, and many together, as those of a whole country; one backup serves them all."""
    monkeypatch.setattr(receiving, "LARGE", 12)
    for laptop, count in ((ayse, 4), (ceren, 9)):
        for number in range(count):
            laptop.add("people", given_name=f"Kişi {number}")
    small, more = ayse.send(), ceren.send()
    for laptop in (ayse, ceren):
        laptop.receive(small)
        assert backups_of(laptop) == [], "such a batch can be taken back, and each hour has a backup"
    baran.receive(small, more)
    kept = backups_of(baran)
    assert len(kept) == (0 if baran.db.on_server else 1), "a server is backed up where it runs"
    for one in kept:
        with closing(sqlite3.connect(one)) as connection:
            assert connection.execute("SELECT count(*) FROM person").fetchone() == (4,)


@pytest.mark.one_engine("sqlite")
def test_many_who_begin_together_all_come_in_with_one_backup_before(
    ayse: Laptop, baran: Laptop, ceren: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several programs take files into one notebook, as in an office that has no server."""
    monkeypatch.setattr(receiving, "LARGE", 1)
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    monkeypatch.setattr(engine, "SHORTLY", 50)
    files = []
    for laptop in (ayse, ceren):
        for number in range(2):
            laptop.add("people", given_name=f"Kişi {number}")
            files.append(laptop.send())

    held = threading.Event()
    opened, waiting = threading.Barrier(len(files) + 1, timeout=180), {file: threading.Event() for file in files}

    def take(file: Path) -> list[tuple[str, str]]:
        with Database.open(baran.profile, lambda: None) as db:
            opened.wait()
            held.wait(180)
            return told(receiving.receive(db, [file], Options(read=read_here, waits=waiting[file].set)))

    baran.reopen()
    with ThreadPoolExecutor(len(files)) as pool:
        done = [pool.submit(take, file) for file in files]
        opened.wait()
        with baran.db.write("long"):
            held.set()
            assert all(one.wait(180) for one in waiting.values()), "each has begun, and waits"
    assert [one.result() for one in done] == [[("applied", "")]] * len(files)
    assert len(baran.rows("people")) == 4 and len(backups_of(baran)) == 1 and baran.problems() == []


def backups_of(laptop: Laptop) -> list[Path]:
    return sorted(laptop.profile.backups.glob("before-exchange-*.db"))


class TestUndo:
    def test_a_batch_that_nobody_built_on_is_as_if_it_had_never_come(self, ayse: Laptop, baran: Laptop) -> None:
        person, _workshop, session = a_roster(ayse)
        exchange(ayse, baran)
        baran.set("people", person, institution="Eski")
        before = baran.state()
        ayse.set("people", person, institution="Yeni", phone="0532 123 45 67")
        ayse.add("people", given_name="Veli")
        ayse.mark(session, person, "late")
        path = ayse.send()
        report = baran.receive(path)
        assert report.counts.conflicts == 1 and report.counts.changed == 2
        assert take_back(baran, report.batch) == 0
        assert differences(before, baran.state()) == {} and baran.problems() == []
        again = baran.receive(path)
        assert told(again) == [("applied", "")] and again.counts == report.counts
        exchange(ayse, baran)
        assert differences(ayse.state(), baran.state()) == {}

    def test_what_others_built_on_is_taken_back_by_writes(self, ayse: Laptop, baran: Laptop) -> None:
        person, workshop, session = a_roster(ayse)
        report = baran.receive(ayse.send())
        own = baran.add("people", given_name="Kendi")
        baran.mark(session, own, "present")
        baran.set("people", person, institution="Benim")
        assert take_back(baran, report.batch) >= 1
        assert baran.show("people", person)["institution"] == "Benim", "somebody edited it since"
        assert baran.show("sessions", session) is None and baran.show("people", own) is not None
        assert baran.problems() == []
        exchange(ayse, baran)
        assert differences(ayse.state(), baran.state()) == {} and workshop

    def test_a_value_somebody_wrote_since_stays_and_the_others_go_back(self, ayse: Laptop, baran: Laptop) -> None:
        person = ayse.add("people", given_name="Ali", institution="Bir", notes="bir")
        exchange(ayse, baran)
        ayse.set("people", person, institution="İki", notes="iki")
        report = baran.receive(ayse.send())
        baran.set("people", person, notes="üç")
        assert take_back(baran, report.batch) == 1
        row = baran.show("people", person)
        assert (row["institution"], row["notes"]) == ("Bir", "üç")

    def test_files_of_one_call_go_back_together_and_the_window_can_do_it_too(
        self, ayse: Laptop, baran: Laptop, ceren: Laptop
    ) -> None:
        person = ayse.add("people", given_name="Ali")
        first = ayse.send()
        ayse.set("people", person, notes="sonra")
        ceren.add("people", given_name="Can")
        before = baran.state()
        report = baran.receive(first, ayse.send(), ceren.send())
        assert take_back(baran, report.batch) == 0
        assert differences(before, baran.state()) == {}
        with pytest.raises(Refused):
            take_back(baran, report.batch)
        with pytest.raises(NotFound):
            take_back(baran, 99)
        report = baran.receive(ceren.send())
        with baran.db.write("undo") as uow:
            undo.undo(uow, report.files[0].history)
        assert differences(before, baran.state()) == {}
        with baran.db.read() as connection:
            last = connection.exec_driver_sql("SELECT max(id) FROM history").scalar()
        with pytest.raises(Refused), baran.db.write("redo") as uow:
            undo.undo(uow, last)

    def test_a_removal_that_came_is_taken_back(self, ayse: Laptop, baran: Laptop) -> None:
        person = ayse.add("people", given_name="Ali")
        exchange(ayse, baran)
        ayse.remove("people", person)
        report = baran.receive(ayse.send())
        assert report.counts.removed == 1 and baran.show("people", person) is None
        take_back(baran, report.batch)
        assert baran.show("people", person) is not None and baran.problems() == []


class TestConflicts:
    @pytest.fixture
    def person(self, ayse: Laptop, baran: Laptop) -> str:
        uid = ayse.add("people", given_name="Ali")
        exchange(ayse, baran)
        ayse.set("people", uid, institution="A")
        baran.set("people", uid, institution="B")
        exchange(ayse, baran)
        return uid

    def resolve(self, laptop: Laptop, choice: str) -> None:
        with laptop.db.read() as connection:
            found = conflicts.open_conflicts(connection)
        with laptop.db.write("resolve") as uow:
            conflicts.resolve(uow, [one.id for one in found], choice)

    @pytest.mark.some(1)
    @pytest.mark.parametrize(("choice", "value"), [("keep", "B"), ("take", "A")])
    def test_a_choice_travels(self, ayse: Laptop, baran: Laptop, person: str, choice: str, value: str) -> None:
        self.resolve(ayse, choice)
        exchange(ayse, baran)
        for laptop in (ayse, baran):
            assert laptop.show("people", person)["institution"] == value and laptop.open_conflicts() == []
        assert differences(ayse.state(), baran.state()) == {}

    def test_it_says_who_and_when(self, ayse: Laptop, baran: Laptop, person: str) -> None:
        with ayse.db.write("owner") as uow:
            settings.put(uow, settings.OWNER, {"name": "Ayşe", "province": "TR-34"})
        exchange(ayse, baran)
        with baran.db.read() as connection:
            (one,) = conflicts.open_conflicts(connection)
            assert conflicts.count_open(connection) == 1
        assert (one.entity, one.uid, one.lost_by, one.kept_by) == ("people", person, "Ayşe", baran.db.device)
        assert 0 < one.lost_at < one.kept_at and one.alive

    def test_the_same_conflict_met_on_both_laptops_is_one(self, ayse: Laptop, baran: Laptop, person: str) -> None:
        for laptop in (ayse, baran):
            with laptop.db.read() as connection:
                assert connection.exec_driver_sql("SELECT count(*) FROM conflict").scalar() == 1

    def test_nonsense_is_refused(self, ayse: Laptop, person: str) -> None:
        with pytest.raises(Refused), ayse.db.write("x") as uow:
            conflicts.resolve(uow, [1], "perhaps")
        with pytest.raises(NotFound), ayse.db.write("x") as uow:
            conflicts.resolve(uow, [99], "keep")


class TestSamePerson:
    def test_verdicts_travel_and_can_be_taken_back(self, ayse: Laptop, baran: Laptop) -> None:
        pair = [laptop.add("people", given_name="Ali", family_name="Öz") for laptop in (ayse, baran)]
        exchange(ayse, baran)
        with ayse.db.write("same") as uow:
            one, other = (records.id_of(uow.connection, "people", uid) for uid in pair)
            same_as.judge(uow, "people", one, other, same_as.SAME)
        exchange(ayse, baran)
        uids = {uuid.UUID(uid).bytes for uid in pair}
        with baran.db.read() as connection:
            keys = [records.id_of(connection, "people", uid) for uid in pair]
            assert same_as.group(connection, "person", min(uids)) == uids
            group = same_as.ids_of_group(connection, "people", keys[0])
            assert same_as.groups(connection, "people") == dict.fromkeys(keys, group[0])
            assert sorted(group) == sorted(keys) and records.uid_of(connection, "people", group[0]) == min(pair)
        with baran.db.write("not") as uow:
            same_as.judge(uow, "people", keys[0], keys[1], None)
        exchange(ayse, baran)
        with ayse.db.read() as connection:
            assert same_as.group(connection, "person", min(uids)) == {min(uids)}
        assert differences(ayse.state(), baran.state()) == {}


class TestErasure:
    def erase(self, laptop: Laptop, person: str) -> erasure.Forgotten:
        with laptop.db.read() as connection:
            key = records.id_of(connection, "people", person)
        return erasure.erase_person(laptop.db, key, "2026-03-14", "kendi isteği")

    def test_nothing_is_left_here_and_marks_stay_as_counts(self, ayse: Laptop) -> None:
        person, _workshop, session = a_roster(ayse)
        ayse.set("people", person, notes="Gizlikelime", family_name="Silinecekoğlu")
        ayse.set("people", person, notes="Başkakelime")
        forgotten = self.erase(ayse, person)
        assert (forgotten.people, forgotten.marks, forgotten.rows) == (1, 1, 1)
        with ayse.db.read() as connection:
            (mark,) = connection.exec_driver_sql("SELECT person_id, status, alive FROM attendance").all()
            assert tuple(mark) == (None, "present", 1)
            assert records.listing(connection, "people")[0] == 0
        assert ayse.problems() == []
        ayse.close()
        data = b"".join(file.read_bytes() for file in ayse.profile.directory.glob("tn-desktop.db*"))
        for word in ("Gizlikelime", "Silinecek", "gizlikelime", "silinecekoglu", "Başkakelime"):
            assert word.encode() not in data, word
        ayse.reopen_after_close()
        assert ayse.show("sessions", session)

    def test_it_travels_and_old_files_cannot_bring_anybody_back(
        self, ayse: Laptop, baran: Laptop, ceren: Laptop
    ) -> None:
        person, _workshop, session = a_roster(ayse)
        old = ayse.send()
        exchange(ayse, baran, ceren)
        baran.set("people", person, notes="sonradan")
        late = baran.send()
        self.erase(ayse, person)
        baran.receive(ayse.send())
        ceren.receive(late, old)
        exchange(ayse, baran, ceren)
        for laptop in (ayse, baran, ceren):
            laptop.receive(old, late)
            assert laptop.rows("people") == [] == laptop.rows("enrolments") and laptop.problems() == []
            with laptop.db.read() as connection:
                assert connection.exec_driver_sql("SELECT person_id, status FROM attendance").all() == [
                    (None, "present")
                ]
        assert differences(ayse.state(), baran.state()) == {} == differences(baran.state(), ceren.state())
        assert (
            uuid.UUID(person).hex not in str([key for key in ayse.state() if not key.startswith("erased")]) and session
        )

    def test_whoever_is_the_same_goes_too_and_what_only_mentions_her_stays(self, ayse: Laptop) -> None:
        pair = [ayse.add("people", given_name="Ali") for _ in range(2)]
        stakeholder = ayse.add("stakeholders", name="Ali Öz", person=pair[0])
        with ayse.db.write("same") as uow:
            one, other = (records.id_of(uow.connection, "people", uid) for uid in pair)
            same_as.judge(uow, "people", one, other, same_as.SAME)
        assert self.erase(ayse, pair[1]).people == 2
        assert ayse.rows("people") == [] and ayse.show("stakeholders", stakeholder)["person"] is None
        assert ayse.problems() == []

    def test_files_that_left_are_named_for_recall(self, ayse: Laptop) -> None:
        person = ayse.add("people", given_name="Ali")
        ayse.send("giden.xlsx")
        assert [one.name for one in self.erase(ayse, person).recall] == ["giden.xlsx"]

    def test_a_restored_backup_replays_it(self, ayse: Laptop, tmp_path: Path) -> None:
        person = ayse.add("people", given_name="Ali")
        backup(ayse.db, tmp_path / "backup.db")
        self.erase(ayse, person)
        ayse.db.close()
        restore(ayse.profile, tmp_path / "backup.db")
        ayse.reopen_after_close()
        assert ayse.rows("people") == [] and ayse.problems() == []


class TestDevice:
    def test_a_copied_folder_and_a_restored_file_write_under_new_ids(self, ayse: Laptop, tmp_path: Path) -> None:
        ayse.add("people", given_name="Ali")
        first = ayse.db.device
        ayse.db.close()
        shutil.copy(ayse.profile.database, tmp_path / "old.db")
        ayse.reopen_after_close()
        assert ayse.db.device == first
        ayse.add("people", given_name="Veli")
        ayse.send()
        ayse.db.close()
        # Somebody puts yesterday's file back by hand: what left since is ahead of it.
        shutil.copy(tmp_path / "old.db", ayse.profile.database)
        ayse.reopen_after_close()
        assert ayse.db.device != first
        assert sqlite3.connect(ayse.profile.database).execute("PRAGMA quick_check").fetchone() == ("ok",)

    def test_a_restore_loses_nothing_that_was_sent(self, ayse: Laptop, baran: Laptop, tmp_path: Path) -> None:
        person = ayse.add("people", given_name="Ali")
        backup(ayse.db, tmp_path / "backup.db")
        ayse.set("people", person, institution="Gönderilen")
        baran.receive(ayse.send())
        ayse.db.close()
        restore(ayse.profile, tmp_path / "backup.db")
        ayse.reopen_after_close()
        ayse.set("people", person, institution="Yedekten sonra", notes="yeni")
        exchange(ayse, baran)
        assert differences(ayse.state(), baran.state()) == {}
        row = baran.show("people", person)
        told_values = {row["institution"], *(lost for _uid, _field, _kept, lost in baran.open_conflicts())}
        assert told_values == {"Gönderilen", "Yedekten sonra"} and row["notes"] == "yeni"
