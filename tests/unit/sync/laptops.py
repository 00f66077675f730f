"""Laptops for the tests of the exchange: real databases, real workbooks, the services that people use."""

import shutil
import uuid
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from tn_desktop.exchange.reading import child
from tn_desktop.exchange.sync.incoming import LIMITS, Incoming, Receiver
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.record import record_of, state_in
from tn_desktop.exchange.sync.report import SyncReport
from tn_desktop.exchange.sync.sending import Order, Sent, send
from tn_desktop.exchange.sync.sieve import Sieve
from tn_desktop.exchange.sync.stored import rows_above
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.services import attendance, conflicts, erasure, records
from tn_desktop.services.checks import check_database
from tn_desktop.store.database import Database
from tn_desktop.store.places import profile_of


def read_here(path: Path, passphrase: str | None = None, cancelled: Callable[[], bool] | None = None) -> Incoming:
    """A workbook read in this process, since starting another one takes half a second each time."""
    receiver = Receiver()
    child._read(path.read_bytes(), passphrase, LIMITS, False, Sieve(receiver.take).take, errors=True)
    return receiver.result()


class Laptop:
    """A profile with its database, and short words for what a facilitator does.

    Attributes:
        reads: how workbooks are read; tests of files use the program's own way, a process of its own.

    Args:
        server: address of an empty database on a server, which is then used instead of a copy of `empty`.
    """

    reads: Callable[..., Incoming] = staticmethod(read_here)

    def __init__(self, folder: Path, empty: Path, server: str = "") -> None:
        self.folder = folder
        self.profile = profile_of(folder / "profile", server)
        self.profile.make()
        if not server:
            shutil.copy(empty, self.profile.database)
        self.db = Database.open(self.profile)
        self._sent = 0

    def close(self) -> None:
        self.db.close()

    def reopen(self) -> None:
        self.db.close()
        self.db = Database.open(self.profile)

    def reopen_after_close(self) -> None:
        self.db = Database.open(self.profile)

    def add(self, entity: str, **values: Any) -> str:
        with self.db.write("add") as uow:
            key = records.add(uow, entity, values).subject
            return records.uid_of(uow.connection, entity, key)

    def set(self, entity: str, uid: str, **values: Any) -> None:
        with self.db.write("set") as uow:
            records.change(uow, entity, records.id_of(uow.connection, entity, uid), values)

    def remove(self, entity: str, uid: str) -> None:
        with self.db.write("remove") as uow:
            records.remove(uow, entity, records.id_of(uow.connection, entity, uid))

    def erase(self, person: str, day: str = "2026-03-14", authority: str = "kendi isteği") -> erasure.Forgotten:
        with self.db.read() as connection:
            key = records.id_of(connection, "people", person)
        return erasure.erase_person(self.db, key, day, authority)

    def mark(self, session: str, person: str, status: str, made_by: str = "key") -> None:
        with self.db.write("mark") as uow:
            connection = uow.connection
            keys = records.id_of(connection, "sessions", session), records.id_of(connection, "people", person)
            attendance.mark(uow, *keys, status, made_by=made_by)

    def mark_others(self, session: str, status: str = "present") -> None:
        with self.db.write("mark") as uow:
            attendance.mark_remaining(uow, records.id_of(uow.connection, "sessions", session), status)

    def show(self, entity: str, uid: str) -> dict[str, Any] | None:
        """The living row, or None."""
        with self.db.read() as connection:
            table = table_of(ENTITIES[entity].cls)
            found = select(table.c.id).where(table.c.uid == uuid.UUID(uid).bytes, table.c.alive == 1)
            key = connection.execute(found).scalar()
            return None if key is None else records.show(connection, entity, key)

    def rows(self, entity: str) -> list[dict[str, Any]]:
        with self.db.read() as connection:
            return records.listing(connection, entity, limit=10_000)[1]

    def send(self, name: str = "", order: Order | None = None) -> Path:
        return self.send_all(name, order).files[0]

    def send_all(self, name: str = "", order: Order | None = None) -> Sent:
        self._sent += 1
        path = self.folder / (name or f"{self.folder.name}-{self._sent}.xlsx")
        return send(self.db, path, untranslated, order)

    def receive(self, *files: Path, **options: Any) -> SyncReport:
        return receive(self.db, files, Options(**{"read": self.reads, **options}))

    def open_conflicts(self) -> list[tuple[str, str, Any, Any]]:
        """(uid, field, kept, lost) of each."""
        with self.db.read() as connection:
            found = conflicts.open_conflicts(connection, 10_000)
        return sorted((one.uid, one.field, one.kept, one.lost) for one in found)

    def state(self, without: Iterable[str] = ()) -> dict[str, Any]:
        """`state_of` this laptop."""
        return state_of(self.db, without)

    def problems(self) -> list[str]:
        """What the check of the database finds."""
        return [problem.text(untranslated) for problem in check_database(self.db)]


def state_of(db: Database, without: Iterable[str] = ()) -> dict[str, Any]:
    """Everything that travels, in one form: equal when two laptops hold the same."""
    found: dict[str, Any] = {}
    with db.read() as connection:
        for table in BY_TABLE:
            if table in without:
                continue
            for row in rows_above(connection, table, -1):
                if row.columns["created"] or row.columns["fields"] != "{}":
                    record = record_of(table, row.record.uid, state_in(row.record))
                    found[f"{table} {record.uid.hex()}"] = (record.seen, record.body, row.alive)
        for one in erasure.erasures(connection):
            found[f"erased {one.uid.hex()}"] = (one.entity, one.erased_on, one.authority)
    return found


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What two states differ in, for a failure that says it."""
    return {key: (one.get(key), other.get(key)) for key in {*one, *other} if one.get(key) != other.get(key)}


def told(report: SyncReport) -> list[tuple[str, str]]:
    """(status, reason) of each file."""
    rows = report.as_json(untranslated)["files"]
    return [(row["status"], row["reason"] or "") for row in rows]


def exchange(*laptops: Laptop) -> None:
    """Everybody sends a snapshot to everybody, twice, so that all know all."""
    for _ in range(2):
        files = [laptop.send() for laptop in laptops]
        for laptop in laptops:
            report = laptop.receive(*files)
            assert all(status in ("applied", "duplicate") for status, _reason in told(report)), told(report)
