"""The program on a PostgreSQL server, in real processes: the main job by command line, its window, and its ends."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtGui import QImage

from tn_desktop.services.checks import check_database
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of

ROOT = Path(__file__).resolve().parents[2]
LIST = "Ad Soyad;Telefon;İl;Okul\n" + "\n".join(
    f"{name};0532 000 {number:02d} 00;Iğdır;Atatürk Ortaokulu"
    for number, name in enumerate(("Ayşe Yılmaz", "Mehmet Işık", "İrem Güneş", "Çağla Öztürk"))
)


class Office:
    """Runs tn-desktop over a server's database."""

    def __init__(self, profile: Path, address: str) -> None:
        self.profile = profile
        self.address = address

    def start(self, *words: object) -> subprocess.Popen[str]:
        place = ["--profile", self.profile, *(["--database", self.address] if self.address else [])]
        command = [sys.executable, "-m", "tn_desktop", *place, *words]
        return subprocess.Popen(
            [str(word) for word in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def __call__(self, *words: object) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        process = self.start(*words)
        out, error = process.communicate(timeout=600)
        assert "secret" not in out + error
        return process.returncode, out, error

    def json(self, *words: object) -> dict[str, Any]:
        status, out, error = self(*words, "--json")
        assert (status, error) == (0, "")
        answer = json.loads(out)
        assert isinstance(answer, dict)
        return answer

    def refused(self, *words: object) -> str:
        """The reason, one line; nothing on standard output."""
        status, out, error = self(*words)
        assert (status, out) == (1, "") and error.count("\n") == 1
        return error.strip()


@pytest.fixture
def office(tmp_path: Path, server_database: str) -> Office:
    return Office(tmp_path / "profile", server_database)


def test_the_main_job_on_a_server(office: Office, tmp_path: Path) -> None:
    source = tmp_path / "liste.csv"
    source.write_text(LIST, encoding="utf-8")
    workshop = office.json("add", "workshops", "title=Eleştirel Düşünme", "province=Iğdır")["uid"]
    session = office.json("add", "sessions", f"workshop={workshop}", "starts_at=2026-03-14T13:00")["uid"]
    assert office.json("import", source, "--workshop", workshop)["added"] == 4
    assert office.json("import", source, "--workshop", workshop, "--as", "people")["same"] == 4
    people = office.json("list", "people", "--search", "ataturk")["rows"]
    assert [row["given_name"] for row in people] == ["Ayşe", "Çağla", "İrem", "Mehmet"]
    for person, status in zip(people, ("present", "late", "excused", "absent"), strict=True):
        office.json("mark", session, person["uid"], status)
    assert office.json("export", "attendance", tmp_path / "katilim.xlsx", "--session", session)["rows"] == 4
    assert office.json("sheet", session, tmp_path / "liste.pdf")["pages"] == 1
    office.json("remove", "people", people[0]["uid"])
    assert office.json("list", "attendance")["total"] == 3
    assert office.json("check") == {"ok": True, "problems": []}
    assert not (office.profile / "tn-desktop.db").exists()
    for file in office.profile.rglob("*"):
        assert not file.is_file() or b"secret" not in file.read_bytes(), file


@pytest.mark.thorough
def test_demo_data_and_a_picture_of_the_window(office: Office, tmp_path: Path) -> None:
    assert office.json("demo", "--people", "80", "--sessions", "10")["people"] == 80
    picture = tmp_path / "window.png"
    assert office("--screenshot", picture) == (0, "", "")
    assert QImage(str(picture)).width() == 1366
    log = (office.profile / "logs" / "tn-desktop.log").read_text(encoding="utf-8")
    assert "secret" not in log and "127.0.0.1" not in log


def test_a_server_that_is_away_is_one_line(tmp_path: Path) -> None:
    office = Office(tmp_path / "profile", "postgresql://tn:secret@127.0.0.1:1/tn")
    assert "127.0.0.1:1" in office.refused("list", "people")
    assert "127.0.0.1:1" in office.refused("--screenshot", tmp_path / "window.png")
    assert not (tmp_path / "window.png").exists()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a signal that no program can catch")
def test_a_program_that_is_killed_while_it_writes_leaves_nothing_half_done(office: Office) -> None:
    address = office.address.replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        busy = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY person%'"
        program = office.start("demo", "--people", "30000", "--sessions", "200")
        while program.poll() is None and connection.execute(busy).fetchone() == (0,):
            continue
        program.send_signal(signal.SIGKILL)
        program.communicate()
    with Database.open(profile_of(office.profile, office.address)) as db:
        with db.read() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM person").scalar() == 0
        assert check_database(db) == []
    assert office.json("add", "people", "given_name=Ayşe")["uid"]


@pytest.fixture
def provinces(tmp_path: Path) -> list[Path]:
    """The workbooks of three laptops, of 150 people each."""
    files = []
    for number in range(3):
        laptop = Office(tmp_path / f"laptop{number}", "")
        laptop.json("demo", "--people", "150", "--sessions", "12", "--seed", number)
        files.append(tmp_path / f"il{number}.xlsx")
        laptop.json("sync", "export", files[-1])
    return files


@pytest.mark.thorough
def test_two_programs_that_take_the_same_files_in_take_each_in_once(office: Office, provinces: list[Path]) -> None:
    office.json("sync", "conflicts")  # makes the tables
    orders = [provinces, provinces[::-1]]
    running = [office.start("sync", "apply", *order, "--json") for order in orders]
    answers = [program.communicate(timeout=600) for program in running]
    assert [program.returncode for program in running] == [0, 0], answers
    told = [json.loads(out) for out, _error in answers]
    for number in range(3):
        both = {one["status"] for answer in told for one in answer["files"] if one["file"] == f"il{number}.xlsx"}
        assert both == {"applied", "duplicate"}
    with Database.open(profile_of(office.profile, office.address)) as db:
        with db.read() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM person").scalar() == 450
            assert reading.exec_driver_sql("SELECT count(*) FROM sync_batch").scalar() == 3
        assert check_database(db) == []


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="a signal that no program can catch")
def test_taking_in_many_files_goes_on_after_a_kill(office: Office, provinces: list[Path]) -> None:
    """Whenever it is killed, each file is taken in whole or not at all, and the next run does the rest."""
    chance = random.Random(5)
    for _ in range(5):
        program = office.start("sync", "apply", *provinces)
        try:
            program.communicate(timeout=chance.uniform(0.5, 4))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            program.communicate()
        with Database.open(profile_of(office.profile, office.address)) as db:
            with db.read() as reading:
                people = reading.exec_driver_sql("SELECT count(*) FROM person").scalar()
                batches = reading.exec_driver_sql("SELECT count(*) FROM sync_batch").scalar()
            assert people == 150 * batches and check_database(db) == []
    told = office.json("sync", "apply", *provinces)["files"]
    assert {one["status"] for one in told} <= {"applied", "duplicate"}
    assert office.json("list", "people", "--limit", "1")["total"] == 450
    assert {one["status"] for one in office.json("sync", "apply", *provinces)["files"]} == {"duplicate"}


@pytest.mark.thorough
def test_the_shared_folder_of_an_office_and_a_laptop(office: Office, tmp_path: Path) -> None:
    """Two computers of the office keep one folder at once; all come to rest, equal."""
    folder = tmp_path / "Ortak"
    folder.mkdir()
    laptop = Office(tmp_path / "laptop", "")
    second = Office(tmp_path / "second", office.address)
    uid = laptop.json("add", "people", "given_name=Işık")["uid"]
    other = office.json("add", "people", "given_name=Umut")["uid"]
    assert len(laptop.json("sync", "folder", folder)["written"]) == 1
    both = [one.start("sync", "folder", folder, "--json") for one in (office, second)]
    answers = [json.loads(process.communicate(timeout=600)[0]) for process in both]
    statuses = sorted(file["status"] for answer in answers for file in answer["files"])
    assert statuses in (["applied"], ["applied", "duplicate"]), answers
    assert laptop.json("sync", "folder", folder)["added"] == 1
    assert office.json("show", "people", uid)["given_name"] == "Işık"
    assert laptop.json("show", "people", other)["given_name"] == "Umut"
    for _ in range(8):
        passes = [one.json("sync", "folder", folder) for one in (office, second, laptop)]
        if not any(answer["written"] or answer["files"] for answer in passes):
            break
    else:
        pytest.fail("they never come to rest")
    office.json("set", "people", uid, "institution=Ofis")
    second.json("sync", "folder", folder)
    assert laptop.json("sync", "folder", folder)["changed"] == 1
    assert laptop.json("show", "people", uid)["institution"] == "Ofis"
    for one in (office, laptop):
        assert one.json("check") == {"ok": True, "problems": []}
