"""Reading what can be read of a damaged database into a new, sound one.

First SQLite copies each table whole; where it meets damage the table's rows are looked for page by page
(salvage_pages.py), and what is lost is taken from a backup of the same notebook, if there is one. Nothing is written
to the damaged file.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.entities.base import METADATA
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.store.engine import sqlite_engine, told_apart
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.own_schema import FOREIGN, is_table
from tn_desktop.store.pages import Pages
from tn_desktop.store.salvage_links import mend
from tn_desktop.store.salvage_pages import Found, Shape, rows_of, shape_of, stray_rows, survey
from tn_desktop.store.schema import make_schema
from tn_desktop.store.sqlite_file import Connection, connect, remove

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

Progress = Callable[[int, int], None]
_AT_ONCE: Final = 500
_REVISION: Final = "alembic_version"
_UNSOUND: Final = (
    "typeof(uid) <> 'blob' OR length(uid) <> 16 OR typeof(created) <> 'text' OR length(created) NOT IN (0, 24) "
    "OR NOT json_valid(fields) OR NOT json_valid(seen) OR NOT json_valid(coalesce(gone, '{}'))"
)


@dataclass
class Salvaged:
    """What came of it, in rows by table.

    Attributes:
        read: read from the damaged file.
        backed: lost there, and taken from the backup.
        lost: lost for good, as far as can be known.
        waiting: read, but of a row that is lost; they are seen again when a colleague's workbook brings it.
        damaged: tables in which damage was met.
    """

    read: dict[str, int] = field(default_factory=dict)
    backed: dict[str, int] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, int] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()


def salvage(
    damaged: Path, target: Path, key: "DataKey | None", backup: Path | None = None, progress: Progress | None = None
) -> Salvaged:
    """Read a damaged file into the new file `target`, which is encrypted if `key` is given.

    Args:
        damaged: nobody may have it open; a copy of it is read, since SQLite would tidy up the file itself.
        backup: a sound backup, for what is lost; one of another notebook is left alone.
        progress: is told (tables done, of).

    Raises:
        StoreError: there is no room, or the place cannot be written to.
    """
    work = target.with_name(target.name + ".reading")
    with told_apart():
        try:
            _copy(damaged, work)
            with Pages(work, key) as pages:
                return _Salvage(work, pages, target, key, progress or (lambda _done, _of: None)).run(backup)
        finally:
            remove(work)


def _copy(damaged: Path, work: Path) -> None:
    for ending in ("", "-wal"):
        source, copy = (file.with_name(file.name + ending) for file in (damaged, work))
        if source.exists():
            shutil.copyfile(source, copy)
        else:
            copy.unlink(missing_ok=True)


class _Salvage:
    def __init__(self, damaged: Path, pages: Pages, target: Path, key: "DataKey | None", progress: Progress) -> None:
        self._damaged, self._pages, self._target, self._key = damaged, pages, target, key
        self._progress = progress
        self._tables = [table.name for table in METADATA.sorted_tables]
        self._found: Found | None = None
        self._into: Any = None
        self._shapes: dict[str, Shape] = {}
        self.told = Salvaged()

    def run(self, backup: Path | None) -> Salvaged:
        self._make_target()
        with closing(connect(self._target, self._key, isolation_level=None)) as self._into:
            self._into.execute("PRAGMA synchronous=OFF")
            self._into.execute("PRAGMA foreign_keys=OFF")
            self._shapes = {table: shape_of(self._into, table) for table in self._tables if self._is_there(table)}
            self._tables = list(self._shapes)
            failed = self._copy_tables()
            if failed:
                self._read_pages(failed)
                if backup is not None:
                    self._fill(backup, failed)
            self._drop_unsound(failed)
            self._settle(failed)
            self._into.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._into.execute("PRAGMA journal_mode=DELETE")
        return self.told

    # --- the new file

    def _make_target(self) -> None:
        remove(self._target)
        engine = sqlite_engine(self._target, self._key, writer=True)
        try:
            make_schema(engine, self._revision())
        finally:
            engine.dispose()

    def _revision(self) -> str:
        """The schema of the damaged file, or this program's where it cannot be read."""
        with closing(driver.connect(":memory:", isolation_level=None, factory=Connection)) as connection:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA trusted_schema = OFF")
            try:
                with attached_to(connection, self._damaged, self._key):
                    if not is_table(connection, "damaged", _REVISION):
                        return "head"
                    held = connection.execute(f"SELECT version_num FROM damaged.{_REVISION}").fetchone()
            except driver.Error:
                return "head"
        return str(held[0]) if held else "head"

    def _is_there(self, table: str) -> bool:
        return bool(self._into.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone())

    # --- by SQLite

    def _copy_tables(self) -> list[str]:
        """Copy what SQLite can read; return the tables that it cannot."""
        failed = []
        for number, table in enumerate(self._tables):
            self._progress(number, len(self._tables) + 2)
            try:
                with attached_to(self._into, self._damaged, self._key):
                    if not is_table(self._into, "damaged", table):
                        raise driver.DatabaseError(FOREIGN)
                    self.told.read[table] = self._copy_table(table)
            except driver.DatabaseError as error:
                if "full" in str(error):
                    raise
                failed.append(table)
        return failed

    def _copy_table(self, table: str, beside: str = "") -> int:
        there = {row[1] for row in self._into.execute(f'PRAGMA damaged.table_info("{table}")')}
        if not there:
            raise driver.DatabaseError("no such table")
        names = ", ".join(f'"{column[0]}"' for column in self._shapes[table].columns if column[0] in there)
        return int(
            self._into.execute(
                f'INSERT OR IGNORE INTO main."{table}" ({names}) SELECT {names} FROM damaged."{table}" AS held {beside}'
            ).rowcount
        )

    # --- page by page

    def _read_pages(self, failed: list[str]) -> None:
        self._progress(len(self._tables), len(self._tables) + 2)
        self._found = found = survey(self._pages, self._shapes)
        for table in failed:
            self._insert(table, rows_of(self._pages, found, table))
        for table, row in stray_rows(self._pages, found, failed, self._uid_of):
            self._insert(table, iter([row]))
        self.told.damaged = tuple(failed)

    def _insert(self, table: str, rows: Iterator[dict[str, Any]]) -> None:
        columns = {column[0] for column in self._shapes[table].columns}
        into = self._into
        into.execute("BEGIN")
        for row in rows:
            given = {name: value for name, value in row.items() if name in columns}
            names, marks = ", ".join(f'"{name}"' for name in given), ", ".join("?" * len(given))
            written = into.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', [*given.values()])
            self.told.read[table] = self.told.read.get(table, 0) + max(0, written.rowcount)
        into.execute("COMMIT")

    def _uid_of(self, table: str, key: int) -> bytes | None:
        row = self._into.execute(f'SELECT uid FROM "{table}" WHERE id = ?', (key,)).fetchone()
        uids = {} if self._found is None else self._found.uids.get(table, {})
        return row[0] if row else uids.get(key)

    # --- from the backup

    def _fill(self, backup: Path, failed: list[str]) -> None:
        with attached_to(self._into, backup, self._key):
            if not self._is_of_this_notebook():
                return
            for table in failed:
                if table == _REVISION:
                    continue
                beside = ""
                if table in BY_TABLE:
                    # Whoever was erased since then is not brought back.
                    beside = "WHERE held.uid NOT IN (SELECT uid FROM main.erased)"
                try:
                    self.told.backed[table] = self._copy_table(table, beside)
                except driver.DatabaseError as error:
                    if "full" in str(error):
                        raise

    def _is_of_this_notebook(self) -> bool:
        """Whether rows with the same id have the same uid: ids are given by one database and mean nothing elsewhere.

        Where no row could be read there is nothing to contradict it.
        """
        same, read = 0, 0
        for table in BY_TABLE:
            if table not in self._shapes or table == "engagement_tool":  # every notebook has those
                continue
            statement = (
                f'SELECT count(*), coalesce(sum(here.uid = there.uid), 0) FROM main."{table}" AS here '
                f'JOIN damaged."{table}" AS there ON here.id = there.id '
                "WHERE here.uid NOT IN (SELECT uid FROM main.erased) AND here.created = there.created"
            )
            met, agreeing = self._into.execute(statement).fetchone()
            if met != agreeing:
                return False
            same += agreeing
            read += self.told.read.get(table, 0)
        return same > 0 or read == 0

    # --- what has to hold between rows

    def _drop_unsound(self, failed: list[str]) -> None:
        """Damage within a page may look like a row to SQLite."""
        for table in self._tables:
            if table in BY_TABLE:
                dropped = self._into.execute(f'DELETE FROM "{table}" WHERE {_UNSOUND}').rowcount
                if dropped:
                    self.told.read[table] = self.told.read.get(table, 0) - dropped
                    self.told.lost[table] = dropped
                    if table not in failed:
                        failed.append(table)
        self.told.damaged = tuple(failed)

    def _settle(self, failed: list[str]) -> None:
        self._progress(len(self._tables) + 1, len(self._tables) + 2)
        if _REVISION in failed and not self._into.execute(f"SELECT 1 FROM {_REVISION}").fetchone():
            raise AssertionError("the schema has no revision")
        if not failed:
            return
        uids = {} if self._found is None else self._found.uids
        self._count_lost(failed)
        dropped, self.told.waiting = mend(self._into, uids)
        for table, count in dropped.items():
            self.told.lost[table] = self.told.lost.get(table, 0) + count

    def _count_lost(self, failed: list[str]) -> None:
        for table in failed:
            if table not in BY_TABLE or self._found is None:
                continue
            present = {row[0] for row in self._into.execute(f'SELECT id FROM "{table}"')}
            known = self._found.ids.get(table, set())
            # Ids are given one after another, so that a gap is a row that was here; an index may be hurt as well.
            lost = max(len(known - present), max([0, *known, *present]) - len(present))
            if lost:
                self.told.lost[table] = self.told.lost.get(table, 0) + lost


@contextmanager
def attached_to(connection: Any, file: Path, key: "DataKey | None") -> Iterator[None]:
    """A file beside a connection's own, as “damaged”; anew for each use, since SQLCipher reads no more after damage."""
    under = "''" if key is None or (file.exists() and is_plain(file)) else key.pragma
    connection.execute(f"ATTACH DATABASE ? AS damaged KEY {under}", (str(file),))
    try:
        connection.execute("PRAGMA damaged.cell_size_check = ON")
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH DATABASE damaged")
