"""A notebook on a stick, opened on a shared laptop by window and command line: the laptop keeps nothing of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end2end.test_attendance_kill import ROOT
from tn_desktop.services import portable, records, secrecy
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PASSPHRASE = "kırmızı şemsiye 7"
VISITOR = Path(__file__).with_name("portable_visitor.py")


@pytest.mark.thorough
def test_nothing_of_it_stays_on_the_laptop(tmp_path: Path) -> None:
    laptop, stick = tmp_path / "laptop", tmp_path / "stick"
    for folder in (laptop / "home", laptop / "temp", stick):
        folder.mkdir(parents=True)
    made, _recovery = portable.make_new(stick, PASSPHRASE)
    secret, names = stick / "secret", stick / "liste.csv"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    names.write_text("Ad;Soyad\nAyşe;Yılmaz\n", encoding="utf-8")
    home = {name: str(laptop / "home") for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    temp = {name: str(laptop / "temp") for name in ("TMPDIR", "TMP", "TEMP")}
    without = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {**without, **home, **temp, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = str(ROOT)
    place = str(made.directory)
    for command in (
        [str(VISITOR), place, PASSPHRASE],
        ["-m", "tn_desktop", "--profile", place, "--passphrase-file", str(secret), "import", str(names)],
        [
            "-m",
            "tn_desktop",
            "--profile",
            place,
            "--passphrase-file",
            str(secret),
            "export",
            "people",
            str(stick / "o.ods"),
        ],
    ):
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, timeout=600, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
    assert [str(file.relative_to(laptop)) for file in laptop.rglob("*") if file.is_file()] == []
    assert not made.temp.exists()
    with Database.open(secrecy.unlock(Profile.at(made.directory), PASSPHRASE)) as db, db.read() as connection:
        assert records.listing(connection, "people")[0] == 2
