"""A database on a PostgreSQL server, made for this run: marks, searches, plans, and many who write at once.

It needs PostgreSQL's programs on this computer; the server keeps its promises to the disk (fsync).
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, text

from tests.bench.mark_bench import _mark, _session, _timed
from tests.bench.search_bench import QUERIES, SCAN
from tests.databases import Server
from tests.plans import nodes, plans
from tests.postgresql import server
from tn_desktop.model.registry import entity
from tn_desktop.model.stamps import stamp_milliseconds
from tn_desktop.services import demo, find, lists, records, today, walk_ins, watch
from tn_desktop.services.lists import ListQuery
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile

PEOPLE: Final = 200_000
LARGE: Final = 50_000
"""A table of so many rows may not be read from end to end."""
MARK_LIMIT: Final = 6.0
"""A mark is a dozen statements, each a way to the server and back; a bare commit is three."""
WRITERS: Final = (1, 4, 8)
WRITES: Final = 200
BULK: Final = 20_000


def run(emit: Callable[..., None], people: int = PEOPLE) -> None:
    """Measure everything; `emit` as in the other benches."""
    with tempfile.TemporaryDirectory() as folder, server(hasty=False) as address:
        databases = Server(address, Path(folder))
        with databases.database(migrated=False) as small, Database.open(profile_of(Path(folder), small)) as db:
            _marks(emit, db)
            _bulk(emit, db)
        with databases.database(migrated=False) as large:
            profile = profile_of(Path(folder), large)
            with Database.open(profile) as db:
                started = time.perf_counter()
                rows = sum(demo.fill(db, people, people // 50, 1, date(2026, 3, 18)).values())
                emit("server: demo data", round(rows / (time.perf_counter() - started)), unit="rows/s", rows=rows)
                with db.writer_engine.connect() as connection:
                    connection.connection.dbapi_connection.execute("VACUUM ANALYZE")  # type: ignore[union-attr]
                _searches(emit, db)
                _plans(emit, db)
            _many_writers(emit, profile)


def _marks(emit: Callable[..., None], db: Database) -> None:
    session, people = _session(db)
    with _bare(db) as bare:
        taken: dict[str, list[float]] = {"bare": [], "mark": []}
        for person in people:
            taken["bare"].append(_timed(bare))
            taken["mark"].append(_timed(lambda person=person: _mark(db, session, person, "present")))  # type: ignore[misc]
    medians = {name: statistics.median(times[20:]) * 1e6 for name, times in taken.items()}
    ratio = round(medians["mark"] / medians["bare"], 2)
    told = {"bare_us": round(medians["bare"]), "own_us": round(medians["mark"])}
    emit("server: mark commit / bare commit", ratio, limit=MARK_LIMIT, **told)


@contextmanager
def _bare(db: Database) -> Iterator[Callable[[], None]]:
    """One row in a table without anything, committed."""
    with db.writer_engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, status text)")

        def commit() -> None:
            raw.execute("BEGIN")
            raw.execute("INSERT INTO bare (status) VALUES (%s)", ("present",))
            raw.execute("COMMIT")

        yield commit
        raw.execute("DROP TABLE bare")


def _bulk(emit: Callable[..., None], db: Database) -> None:
    """Many people at once, with stamps, history, derived columns and every index, against their bare COPY."""
    rows = [{"given_name": f"Ad{n}", "family_name": "Soyad", "province": "TR-34"} for n in range(BULK)]

    def ours() -> None:
        with db.write("bulk") as uow:
            uow.create_many(entity("people").cls, rows)

    own = _timed(ours)
    with db.writer_engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("CREATE TABLE bare AS SELECT * FROM person WITH NO DATA")
        stored = raw.execute("SELECT * FROM person").fetchall()

        def copy() -> None:
            with raw.cursor().copy("COPY bare FROM STDIN") as copying:
                for row in stored:
                    copying.write_row(row)

        bare = _timed(copy)
        raw.execute("DROP TABLE bare")
    emit("server: many rows / bare COPY", round(own / bare, 2), rows_s=round(BULK / own))


def _searches(emit: Callable[..., None], db: Database) -> None:
    ratios, shown = [], []
    slowest = (0.0, "")
    for query in QUERIES:
        for length in range(1, len(query) + 1):
            typed = query[:length]
            own = min(_read(db, _list("people", typed)) for _ in range(3))
            like = {"like": f"%{typed}%"}
            scan = _read(db, lambda connection, like=like: connection.execute(SCAN, like).scalar())  # type: ignore[misc]
            ratios.append(own / scan)
            shown.append(own)
            slowest = max(slowest, (own, typed))
    emit(
        "server: first rows of a search / LIKE scan",
        round(statistics.median(ratios), 3),
        own_ms=round(statistics.median(shown) * 1000, 1),
        slowest_ms=round(slowest[0] * 1000, 1),
        slowest=slowest[1],
    )


def _list(name: str, search: str = "", **more: Any) -> Callable[[Connection], Any]:
    """The first page of a list."""
    query = ListQuery(name, search, **more)
    return lambda connection: lists.first_page(connection, query)


def _read(db: Database, query: Callable[[Connection], Any]) -> float:
    with db.read() as connection:
        return _timed(lambda: query(connection))


def _plans(emit: Callable[..., None], db: Database) -> None:
    """How many statements of the screens read a large table from end to end; one that stops early does not."""
    with db.read() as connection:
        sizes = connection.execute(text("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")).all()
    large = {name for name, rows in sizes if rows >= LARGE}
    found, asked = [], 0
    for name, call in _screens().items():
        for statement, plan in plans(db, call):
            asked += 1
            whole = [n for n in nodes(plan) if n["Node Type"] == "Seq Scan" and n["Relation Name"] in large]
            if whole and plan["Node Type"] != "Limit":
                found.append(f"{name}: {statement[:80]}")
    emit("server: statements that read a large table whole", len(found), limit=0, unit="", asked=asked, found=found)


def _screens() -> dict[str, Callable[[Connection], Any]]:
    calls: dict[str, Callable[[Connection], Any]] = {
        "today": lambda c: today.day(c, date(2026, 3, 18)),
        "find": lambda c: find.find(c, "ayse", datetime(2026, 3, 18)),  # noqa: DTZ001 - the program's own clock is local
        "walk-in": lambda c: walk_ins.suggest(c, 1, "mehmet"),
        "command line": lambda c: records.listing(c, "people", "mehmet"),
        "watch": lambda c: watch.since(c, watch.newest(c) - 1),
    }
    for sort in lists.sorts("people"):
        for descending in (False, True):
            calls[f"people by {sort} {descending}"] = _list("people", sort=sort, descending=descending)
    for typed in ("a", "ay", "mehmet", "ataturk orta", "0532", "qa"):
        calls[f"people with {typed}"] = _list("people", typed)
    return calls


def _many_writers(emit: Callable[..., None], profile: Profile) -> None:
    """Programs that mark one session and add a person each time, all at once."""
    with Database.open(profile) as db, db.read() as connection:
        session = connection.execute(text("SELECT min(id) FROM workshop_session")).scalar()
    for writers in WRITERS:
        command = [sys.executable, "-m", "tests.unit.store.server_writer", str(profile.directory), profile.server]
        each = WRITES // writers
        running = [subprocess.Popen([*command, f"Y{n}", str(each), str(session), "1"]) for n in range(writers)]
        if any(program.wait() for program in running):
            raise SystemExit("A writer failed.")
        with Database.open(profile) as db, db.read() as connection:
            # By the stamps of the commits: how long programs take to start is not their question.
            latest = text("SELECT stamp FROM history ORDER BY id DESC LIMIT :count")
            times = [stamp_milliseconds(row[0]) for row in connection.execute(latest, {"count": each * writers})]
        emit(f"server: writes of {writers} programs", round(len(times) * 1000 / (times[0] - times[-1])), unit="/s")


if __name__ == "__main__":
    run(lambda name, value, **more: print(name, value, more), int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
