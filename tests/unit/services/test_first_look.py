"""The first look at the day says what the ordinary reading says, and gives way where anything is unusual."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from tests.rows import add
from tn_desktop.services import attendance, demo, records, today
from tn_desktop.services.first_look import first_look
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

DAY = date(2026, 3, 14)


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_says_what_today_says(db: Database, seed: int) -> None:
    demo.fill(db, 150, 80, seed, DAY)
    days = [DAY + timedelta(days=n) for n in range(-30, 31)]
    with db.read() as connection:
        expected = {day: today.day(connection, day, back=0) for day in days}
    for day, ordinary in expected.items():
        looked = first_look(db.profile.database, day)
        if not ordinary.today and not ordinary.coming:
            assert looked is None
        else:
            assert looked is not None
            assert (looked.today, looked.coming) == (ordinary.today, ordinary.coming)
    assert any(day.today for day in expected.values())


def test_removed_cancelled_and_marked_sessions(db: Database) -> None:
    workshop = add(db, "workshops", title="Eleştirel Düşünme")
    gone = add(db, "workshops", title="Silinen")
    person = add(db, "people", given_name="Işıl")
    for of in (workshop, gone):
        add(db, "sessions", workshop=of, starts_at="2026-03-14T13:00", venue="Kütüphane")
    held = add(
        db, "sessions", workshop=workshop, starts_at="2026-03-14T15:00", ends_at="2026-03-14T16:00", mode="online"
    )
    add(db, "sessions", workshop=workshop, starts_at="2026-03-14T17:00", status="cancelled")
    add(db, "sessions", workshop=workshop, starts_at="2026-03-15T17:00", status="cancelled")
    add(db, "sessions", workshop=workshop, starts_at="2026-03-16T17:00", link="https://example.org/salon")
    removed = add(db, "sessions", workshop=workshop, starts_at="2026-03-14T18:00")
    with db.write("test") as uow:
        attendance.mark(uow, held, person, "present")
    with db.write("test") as uow:
        records.remove(uow, "workshops", gone)
        records.remove(uow, "sessions", removed)
    with db.read() as connection:
        ordinary = today.day(connection, DAY, back=0)
    looked = first_look(db.profile.database, DAY)
    assert looked is not None
    assert (looked.today, looked.coming) == (ordinary.today, ordinary.coming)
    assert [session.marked for session in looked.today] == [0, 1, 0]
    assert [session.venue for session in looked.coming] == ["https://example.org/salon"]


def test_it_gives_way_where_anything_is_unusual(profile: Profile, tmp_path: Path) -> None:
    assert first_look(profile.database, DAY) is None, "an empty notebook is welcomed by the ordinary reading"
    assert first_look(tmp_path / "none.db", DAY) is None
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text.db").write_bytes(b"no database at all" * 100)
    assert first_look(tmp_path / "text.db", DAY) is None
    with Database.open(profile) as db:
        add(db, "sessions", workshop=add(db, "workshops", title="Bugün"), starts_at="2026-03-14T13:00")
    assert first_look(profile.database, DAY) is not None
    raw = driver.connect(str(profile.database))
    raw.execute("UPDATE alembic_version SET version_num='0001'")
    raw.commit()
    raw.close()
    assert first_look(profile.database, DAY) is None


def test_it_needs_neither_sqlalchemy_nor_a_window() -> None:
    code = "import sys, tn_desktop.services.first_look as f; f.first_look(__import__('pathlib').Path('x'), None);"
    code += "print(*(name for name in sys.modules if name.split('.')[0] in ('sqlalchemy', 'PySide6')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
