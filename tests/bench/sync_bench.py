"""How fast sync workbooks are written and taken in, each against its floor in the same run, and in how much memory.

Everything runs in a process of its own, files are taken in as by a user on the command line. The data are those of the
program's own demo, with stamps, history, search index and the backup before a large file. Reading is measured against
calamine reading every cell of the same file, writing into the database against a bare executemany (COPY on PostgreSQL)
of the same rows into tables that have no index, writing a workbook against openpyxl's write-only mode on as many cells
of the same kinds. Floors are taken before and after what they bound; their mean counts, since other work on the
computer weighs on both.
"""

import io
import json
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final

import psycopg
import python_calamine
from sqlalchemy import select

from tests.bench.sync_child import Ran, ran
from tests.postgresql import programs, server
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import demo, records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PEOPLE: Final = 14_000
"""So many make 200,000 rows, in the proportions of a province: most of them are marks and enrolments."""
SESSIONS_OF: Final = 280 / 1_000
EXPORT_LIMIT: Final = round(1 / 6, 4)
APPLY_LIMIT: Final = 4.0
LINEAR_LIMIT: Final = 11.0
MEMORY_LIMIT: Final = 512
_EDITED: Final = {
    "people": ("institution", "Yeni Okul {}"),
    "enrolments": ("since", "2026-03-01T10:00"),
    "attendance": ("note", "Not {}"),
    "agenda": ("notes", "Not {}"),
    "feedback": ("quotation", "Söz {}"),
}
"""The large entities, and what is written into which of their fields."""
_EVERY: Final = 7
"""Every so manieth of their rows is edited, which makes more than a tenth of all."""
_SAMPLE: Final = 1_000
_CHILD: Final = (sys.executable, "-m", "tests.bench.sync_child")


def run(emit: Callable[..., None], people: int = PEOPLE) -> None:
    """Measure everything; `emit` as in the other benches."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        most = _exports(emit, folder, people)
        sender = _filled(folder / "sender", people)
        first = _exported(sender, folder / "first.xlsx")
        edited = _edit(sender)
        second = _exported(sender, folder / "second.xlsx")
        small = _exported(_filled(folder / "small", people // 10), folder / "small.xlsx")
        most = max(most, first.most, second.most)
        files = folder / "first.xlsx", folder / "second.xlsx", folder / "small.xlsx"
        rows = json.loads(second.told)["rows"]
        told = {"rows": rows, "edited": edited}
        share = rows / json.loads(small.told)["rows"]
        places: list[tuple[str, _SqlitePlace | _ServerPlace]] = [("SQLite", _SqlitePlace(folder, sender))]
        if programs() is None:
            print("PostgreSQL is not installed: only SQLite was measured.", file=sys.stderr)
        else:
            places.append(("PostgreSQL", _ServerPlace(folder, sender, stack.enter_context(server(hasty=False)))))
        for engine, place in places:
            most = max(most, _applies(emit, engine, place, files, share, told))
        emit("sync: most memory of a process", round(most / 1e6), limit=MEMORY_LIMIT, unit="MB")


def _applies(
    emit: Callable[..., None],
    engine: str,
    place: "_SqlitePlace | _ServerPlace",
    files: tuple[Path, Path, Path],
    share: float,
    told: dict[str, Any],
) -> int:
    """A whole file into an empty profile, then the same rows of which a tenth was edited; the most memory."""
    first, second, small = files
    for name in ("tenth", "whole"):
        # A profile is made once; that is not what is measured.
        ran([sys.executable, "-m", "tn_desktop", *place.profile(name), "sync", "conflicts"])
    tenth = _applied(place.profile("tenth"), small)
    floor = place.floor(first)
    new = _applied(place.profile("whole"), first)
    again = place.floor(first)
    _compared(emit, f"sync: new rows are taken in, {engine}", new, floor, again, {"rows": told["rows"]})
    floor = again
    changed = _applied(place.profile("whole"), second)
    again = place.floor(second)
    _compared(emit, f"sync: a tenth is edited, {engine}", changed, floor, again, told)
    emit(
        f"sync: time of ten times the rows, {engine}",
        round(10 * new.seconds / tenth.seconds / share, 2),
        limit=LINEAR_LIMIT,
        small_s=round(tenth.seconds, 2),
        large_s=round(new.seconds, 2),
        rows_ratio=round(share, 2),
    )
    return max(tenth.most, new.most, changed.most)


def _compared(
    emit: Callable[..., None],
    name: str,
    own: Ran,
    before: tuple[float, float],
    after: tuple[float, float],
    told: dict[str, Any],
) -> None:
    read, written = ((one + other) / 2 for one, other in zip(before, after, strict=True))
    emit(
        name,
        round(own.seconds / (read + written), 2),
        limit=APPLY_LIMIT,
        own_s=round(own.seconds, 2),
        calamine_s=round(read, 2),
        bare_s=round(written, 2),
        rows_s=round(told["rows"] / own.seconds),
        memory_mb=round(own.most / 1e6),
        **told,
    )


class _SqlitePlace:
    """Where files are taken in: profiles with a file."""

    def __init__(self, folder: Path, sender: Path) -> None:
        self._folder, self._sender = folder, sender

    def profile(self, name: str) -> list[str]:
        """The words that name a profile on the command line."""
        return ["--profile", str(self._folder / name)]

    def floor(self, file: Path) -> tuple[float, float]:
        """Seconds of reading a file, and of writing its rows."""
        bare = self._folder / "bare.db"
        read = json.loads(ran([*_CHILD, "read", file]).told)["seconds"]
        many = json.loads(ran([*_CHILD, "many", Profile.at(self._sender).database, bare]).told)["seconds"]
        for path in self._folder.glob("bare.db*"):
            path.unlink()
        return read, many


class _ServerPlace:
    """The same with databases on a server."""

    def __init__(self, folder: Path, sender: Path, address: str) -> None:
        self._folder, self._sender, self._address = folder, sender, address
        self._made: set[str] = set()

    def profile(self, name: str) -> list[str]:
        """As above; the database is made when it is first asked for."""
        if name not in self._made:
            self._made.add(name)
            with psycopg.connect(self._address.replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
        address = f"{self._address.rpartition('/')[0]}/{name}"
        return ["--profile", str(self._folder / f"server-{name}"), "--database", address]

    def floor(self, file: Path) -> tuple[float, float]:
        """As above, by COPY."""
        read = json.loads(ran([*_CHILD, "read", file]).told)["seconds"]
        database = Profile.at(self._sender).database
        return read, json.loads(ran([*_CHILD, "copy", database, self._address]).told)["seconds"]


def _applied(profile: Sequence[str], file: Path) -> Ran:
    done = ran([sys.executable, "-m", "tn_desktop", *profile, "sync", "apply", file, "--json"])
    told = json.loads(done.told)
    assert [one["status"] for one in told["files"]] == ["applied"], told
    return done


def _filled(profile: Path, people: int) -> Path:
    with Database.open(Profile.at(profile)) as db:
        demo.fill(db, people, round(people * SESSIONS_OF), 1, date(2026, 3, 18))
    return profile


def _exported(profile: Path, out: Path) -> Ran:
    return ran([sys.executable, "-m", "tn_desktop", "--profile", profile, "sync", "export", out, "--json"])


def _edit(profile: Path) -> int:
    """Edit more than a tenth of all rows, as somebody does who works on: by the program's services."""
    edited = 0
    with Database.open(Profile.at(profile)) as db, db.write("edit") as uow:
        for name, (field, value) in _EDITED.items():
            table = table_of(ENTITIES[name].cls)
            keys = uow.connection.execute(
                select(table.c.id).where(table.c.id % _EVERY == 0, table.c.alive == 1)
            ).scalars()
            for key in keys.all():
                records.change(uow, name, key, {field: value.format(key)})
                edited += 1
    return edited


def _exports(emit: Callable[..., None], folder: Path, people: int) -> int:
    """Half as many rows, all changed since then, against openpyxl; the most memory."""
    profile, small = (_to_send(folder / f"exporter-{count}", count) for count in (people // 2, people // 20))
    out, theirs, sample = folder / "changes.xlsx", folder / "openpyxl.xlsx", folder / "sample"
    _changes(profile, out)  # the disk's cache and the compiled modules are warm for both sides
    own = _changes(profile, out)
    told = json.loads(own.told)
    assert told["delta"], told
    cells = _sample(out, sample)
    slow = ran([*_CHILD, "openpyxl", sample, theirs, cells])
    again = _changes(profile, out)
    less = _changes(small, folder / "few.xlsx")
    seconds = (own.seconds + again.seconds) / 2
    emit(
        "sync: export of changes / openpyxl write-only",
        round(seconds / slow.seconds, 3),
        limit=EXPORT_LIMIT,
        rows=told["rows"],
        cells=cells,
        own_s=round(seconds, 2),
        openpyxl_s=round(slow.seconds, 2),
        times_as_fast=round(slow.seconds / seconds, 2),
        file_mb=round(out.stat().st_size / 1e6, 1),
        memory_mb=round(own.most / 1e6),
    )
    share = told["rows"] / json.loads(less.told)["rows"]
    emit(
        "sync: time of an export of ten times the rows",
        round(10 * seconds / less.seconds / share, 2),
        limit=LINEAR_LIMIT,
        small_s=round(less.seconds, 2),
        large_s=round(seconds, 2),
        rows_ratio=round(share, 2),
    )
    shutil.rmtree(profile)
    return own.most


def _to_send(profile: Path, people: int) -> Path:
    """A profile all of whose rows were written after the first change."""
    with Database.open(Profile.at(profile)) as db:
        with db.write("before") as uow:
            uow.touch()
        demo.fill(db, people, round(people * SESSIONS_OF), 1, date(2026, 3, 18))
    return profile


def _changes(profile: Path, out: Path) -> Ran:
    return ran([*_CHILD, "send", profile, out, 1])


def _sample(book: Path, out: Path) -> int:
    """Keep, of each sheet, how many of its cells are filled and rows of it, for the other writer; all filled cells."""
    sheets: list[tuple[int, list[tuple[Any, ...]]]] = []
    with python_calamine.load_workbook(io.BytesIO(book.read_bytes())) as read:
        for index in range(len(read.sheet_names)):
            rows = read.get_sheet_by_index(index).iter_rows()
            some = [tuple(None if cell == "" else cell for cell in row) for row in islice(rows, 2, _SAMPLE + 2)]
            filled = sum(len(row) - row.count(None) for row in some)
            filled += sum(len(row) - row.count("") for row in rows)
            if filled:
                sheets.append((filled, some))
    out.write_bytes(pickle.dumps(sheets))
    return sum(count for count, _some in sheets)


if __name__ == "__main__":
    run(lambda name, value, **more: print(name, value, more, flush=True), *map(int, sys.argv[1:]))
