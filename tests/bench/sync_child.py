"""The floors of `sync_bench`, each in a process of its own, and what the programs of the bench are watched by."""

import io
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import psutil

_LOOK_SECONDS = 0.05
_STATUS = Path("/proc")


class Ran(NamedTuple):
    """One program's run: its standard output, seconds, and the most bytes that it or a child of it held at a time."""

    told: str
    seconds: float
    most: int


def ran(command: Sequence[object]) -> Ran:
    """Run a program and watch it and its children; each counts by itself."""
    # A program that is installed has its modules compiled, whatever this shell thinks of files beside the sources.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started, most = time.perf_counter(), 0
    words = [str(word) for word in command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                most = max(most, *(most_of(one) for one in (watched, *watched.children(recursive=True))))
                process.wait(_LOOK_SECONDS)
            except (subprocess.TimeoutExpired, psutil.Error):
                continue
        seconds = time.perf_counter() - started
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command[:6]))} … failed.")
    return Ran(told, seconds, most)


def most_of(process: psutil.Process) -> int:
    """The most memory that a process ever held, where the system tells; else what it holds now."""
    try:
        status = (_STATUS / str(process.pid) / "status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    except (OSError, IndexError, ValueError):
        return int(process.memory_info().rss)


def _read(path: str) -> dict[str, Any]:
    """Read every cell of a workbook with calamine, as Python values."""
    import python_calamine

    started = time.perf_counter()
    filled = 0
    with python_calamine.load_workbook(io.BytesIO(Path(path).read_bytes())) as book:
        for index in range(len(book.sheet_names)):
            for row in book.get_sheet_by_index(index).iter_rows():
                filled += len(row) - row.count("")
    return {"seconds": time.perf_counter() - started, "cells": filled}


def _rows(database: str) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Every row of every synced table: table -> columns, rows."""
    import sqlcipher3.dbapi2 as driver

    from tn_desktop.model.registry import BY_TABLE

    found = {}
    with driver.connect(database) as connection:
        for table in BY_TABLE:
            cursor = connection.execute(f"SELECT * FROM {table}")
            found[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    return found


def _many(database: str, out: str) -> dict[str, Any]:
    """Those rows into tables without anything beside them, in one transaction on a file that keeps its promises."""
    import sqlcipher3.dbapi2 as driver

    tables = _rows(database)
    connection = driver.connect(out, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for table, (columns, _held) in tables.items():
        others = ", ".join(f'"{name}"' for name in columns if name != "id")
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {others})")
    started = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for table, (columns, held) in tables.items():
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", held)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - started
    connection.close()
    return {"seconds": seconds, "rows": sum(len(held) for _columns, held in tables.values())}


def _copy(database: str, address: str) -> dict[str, Any]:
    """The same by COPY into a schema of its own on a server."""
    import psycopg

    from tn_desktop.model.entities.base import table_of
    from tn_desktop.model.registry import BY_TABLE

    tables = _rows(database)
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE SCHEMA bare")
        for table, (columns, _held) in tables.items():
            kinds = {column.name: column.type.python_type for column in table_of(BY_TABLE[table]).columns}
            named = {bytes: "bytea", int: "bigint", str: "text"}
            made = ", ".join(f'"{name}" {named[kinds[name]]}' for name in columns)
            connection.execute(f"CREATE TABLE bare.{table} ({made})")
        started = time.perf_counter()
        connection.execute("BEGIN")
        for table, (columns, held) in tables.items():
            names = ", ".join(f'"{name}"' for name in columns)
            with connection.cursor().copy(f"COPY bare.{table} ({names}) FROM STDIN") as copying:
                for row in held:
                    copying.write_row(row)
        connection.execute("COMMIT")
        seconds = time.perf_counter() - started
        connection.execute("DROP SCHEMA bare CASCADE")
    return {"seconds": seconds, "rows": sum(len(held) for _columns, held in tables.values())}


def _openpyxl(sample: str, out: str, cells: str) -> dict[str, Any]:
    """As many filled cells as told, of the kinds and lengths that the sample's rows have, in write-only mode."""
    from openpyxl import Workbook

    # Made by the bench just now, of plain values.
    sheets: list[tuple[int, list[tuple[Any, ...]]]] = pickle.loads(Path(sample).read_bytes())
    book, left, written = Workbook(write_only=True), int(cells), 0
    for number, (share, rows) in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        filled, place = 0, 0
        while filled < share:
            row = rows[place % len(rows)]
            sheet.append(row)
            filled += len(row) - row.count(None)
            place += 1
        written += filled
    book.save(out)
    assert written >= left
    return {"cells": written}


def _send(profile: str, out: str, since: str) -> dict[str, Any]:
    """No floor: the program's own export of what was written after a change."""
    from tn_desktop.__main__ import load_command_line

    load_command_line()
    from tn_desktop.exchange.sync.sending import Order, send
    from tn_desktop.model.messages import untranslated
    from tn_desktop.store.database import Database
    from tn_desktop.store.profile import Profile

    with Database.open(Profile.at(Path(profile))) as db:
        sent = send(db, Path(out), untranslated, Order(since=int(since)))
    return {"rows": sent.rows, "delta": sent.delta}


FLOORS: Final[Mapping[str, Callable[..., dict[str, Any]]]] = {
    "read": _read,
    "many": _many,
    "copy": _copy,
    "openpyxl": _openpyxl,
    "send": _send,
}

if __name__ == "__main__":
    print(json.dumps(FLOORS[sys.argv[1]](*sys.argv[2:])))
