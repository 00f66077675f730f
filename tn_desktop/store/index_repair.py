"""Ordinary indexes after damage: found out by reading each tree by itself, and made anew where all tables are whole.

An index holds nothing that its table does not. SQLite's own check may end at the first torn page, and a connection to
an encrypted file reads nothing more after one, so trees are read one by one, and on a new connection after a torn one.
REINDEX would walk through the torn pages to free them; they are left behind instead: the index is given an empty root,
is filled from its table and checked, in one transaction, and the pages that nothing leads to any more go with VACUUM.
So it is with the tables in which a search index is kept, which full_text.py then makes anew.
"""

import logging
import re
from collections.abc import Callable, Sequence, Set
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import Cancelled, Damaged
from tn_desktop.store.engine import BUSY_MILLISECONDS, DAMAGED, known_error
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

log = logging.getLogger(__name__)
Held = Callable[[Any], AbstractContextManager[None]]
Step = Callable[[int, int], None]
LINES: Final = 10_000
"""So many lines of SQLite's check are read: a torn index may leave a page behind for each."""
_LEFT: Final = re.compile(r"Page \d+: never used")
_NAMED: Final = re.compile(r"(?:missing from|entries in|entry in|of) index (\w+)")
_TREE: Final = re.compile(r"Tree (\d+)\b")
_ROOM, _ROOT = "torn_index_room", "torn_index_root"


@dataclass(frozen=True)
class Survey:
    """What is torn where every table of records can be read.

    Attributes:
        indexes: their names, with the tables they belong to.
        shadows: tables in which a search index is kept.
    """

    indexes: tuple[tuple[str, str], ...]
    shadows: tuple[str, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables of records that are concerned."""
        searched = (name.partition("_fts_")[0] for name in self.shadows)
        return tuple(dict.fromkeys([*(table for _name, table in self.indexes), *searched]))


def is_left(line: str) -> bool:
    """Whether a line of SQLite's check speaks only of a page that nothing leads to: lost room, not lost data."""
    return _LEFT.fullmatch(line) is not None


def survey(file: Path, key: "DataKey | None", said: Sequence[str] = (), held: Held | None = None) -> Survey:
    """Read every table and every index.

    Args:
        said: what SQLite's check says of the file; indexes that it calls by name are torn too.
        held: kept open around what is read on a connection, which may be interrupted meanwhile.

    Raises:
        Damaged: a table is torn or has fewer rows than an index of it remembers. Cancelled: it was interrupted.
    """
    try:
        with closing(connect(file, key, reading=True)) as raw:
            schema = raw.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE rootpage > 0").fetchall()
    except driver.Error as error:
        raise Damaged(DAMAGED) from error
    named = {name for line in said for name in _NAMED.findall(line)}
    try:
        with closing(_Reader(file, key, held)) as reader:
            indexes, shadows = _torn(reader, schema, named)
    except driver.Error as error:
        raise Damaged(DAMAGED) from error
    if not indexes and not shadows and not all(map(is_left, said)):
        return _everything(schema)
    return Survey(indexes, shadows)


def _torn(
    reader: "_Reader", schema: Sequence[tuple[str, str, str]], named: Set[str]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    rows: dict[str, int] = {}
    indexes, shadows = [], []
    for sort, name, _table in schema:
        if sort == "table" and (found := reader.rows(name)) is not None:
            rows[name] = found
        elif sort == "table" and "_fts_" in name:
            shadows.append(name)
        elif sort == "table":
            raise Damaged(DAMAGED)
    for sort, name, table in schema:
        if sort == "index":
            there = reader.entries(table, name)
            if there is not None and there > rows[table]:
                # The index may be the one that is right.
                raise Damaged(DAMAGED)
            if there is None or there < rows[table] or name in named:
                indexes.append((name, table))
    return tuple(indexes), tuple(shadows)


class _Reader:
    """Reads on one connection until something cannot be read, then on a new one."""

    def __init__(self, file: Path, key: "DataKey | None", held: Held | None) -> None:
        self._file, self._key, self._held = file, key, held
        self._raw: Any = None

    def rows(self, table: str) -> int | None:
        """How many rows a table has, each read to its end; None where they cannot be read."""
        names = [row[1] for row in self._connection().execute(f"PRAGMA table_info('{table}')")]
        # To compare a value it has to be there as a whole.
        whole = ", ".join(f"sum(\"{name}\" IS '~')" for name in names)
        return self._read(f'SELECT count(*), {whole} FROM "{table}" NOT INDEXED')

    def entries(self, table: str, index: str) -> int | None:
        """How many entries an index has; None where it cannot be walked through."""
        # SQLite counts rows by whichever index is the smallest; a sum is taken where it is told.
        return self._read(f'SELECT coalesce(sum(1), 0) FROM "{table}" INDEXED BY "{index}"')

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()
            self._raw = None

    def _connection(self) -> Any:
        if self._raw is None:
            self._raw = connect(self._file, self._key, reading=True, check_same_thread=False)
        return self._raw

    def _read(self, statement: str) -> int | None:
        raw = self._connection()
        try:
            with self._held(raw) if self._held is not None else nullcontext():
                return int(raw.execute(statement).fetchone()[0])
        except (driver.Error, UnicodeError, MemoryError) as error:
            self.close()
            if isinstance(known_error(error), Cancelled):
                raise Cancelled from error
            return None


def put_right(file: Path, key: "DataKey | None", found: Survey, step: Step | None = None) -> None:
    """Make torn indexes anew, all or none. Shadows of a search index are left empty: it is made anew by its own means.

    Raises:
        Damaged: afterwards something is wrong that no index explains; nothing was done.
        driver.Error: it cannot be written.
    """
    while found.indexes or found.shadows:
        with closing(_writing(file, key)) as raw:
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("BEGIN IMMEDIATE")
            try:
                more = _make_anew(raw, found, step)
            except (driver.Error, MemoryError) as error:
                known = known_error(error)
                if known is None or isinstance(known, Damaged):
                    raise Damaged(DAMAGED) from error
                raise
            if more is None:
                raw.execute("COMMIT")
                log.info("indexes made anew: %s", ", ".join([*(name for name, _of in found.indexes), *found.shadows]))
                return
        # As many entries as rows, but not the right ones: only the whole check tells that.
        found = Survey((*found.indexes, *more.indexes), (*found.shadows, *more.shadows))


def give_back(file: Path, key: "DataKey | None") -> None:
    """Take what was left behind out of the file: it holds what the indexes held.

    It takes as much room again while it lasts; where there is none, it is done another time.
    """
    with suppress(driver.Error, MemoryError), closing(_writing(file, key)) as raw:
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _make_anew(raw: Any, found: Survey, step: Step | None) -> Survey | None:
    """Within a transaction; None where all is sound then, else what is torn beside.

    Raises:
        Damaged: something is wrong that no index explains.
    """
    from tn_desktop.store.full_text import look_through

    for name, _table in found.indexes:
        _give_root(raw, name, of_rows=False)
    for name in found.shadows:
        statement = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        _give_root(raw, name, of_rows="WITHOUT ROWID" not in statement.upper())
    for number, (name, _table) in enumerate(found.indexes, 1):
        raw.execute(f'REINDEX "{name}"')
        if step is not None:
            step(number, len(found.indexes))
    try:
        wrong = [line for line in look_through(raw, "integrity_check", LINES)[0] if not is_left(line)]
    except driver.DatabaseError as error:
        if not isinstance(known_error(error), Damaged):
            raise
        wrong = [str(error)]  # what it met calls nothing by name
    return _explained(raw, wrong, found) if wrong else None


def _explained(raw: Any, wrong: Sequence[str], done: Survey) -> Survey:
    """What is to be made anew beside what was: what a check calls by name, or everything where it names no index.

    Raises:
        Damaged: it was made anew, and that changed nothing.
    """
    schema = raw.execute("SELECT type, name, tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
    every = _everything([row[:3] for row in schema])
    names = {str(root): name for _sort, name, _table, root in schema}
    called: set[str] = set()
    for line in wrong:
        named = {*_NAMED.findall(line), *(names.get(root, "") for root in _TREE.findall(line))}
        if not named:
            # Such as of a byte on a page: whose page it is it does not say.
            called = {name for _sort, name, _table, _root in schema}
            break
        called |= named
    indexes = tuple(one for one in every.indexes if one[0] in called and one not in done.indexes)
    shadows = tuple(name for name in every.shadows if name in called and name not in done.shadows)
    if not indexes and not shadows:
        raise Damaged(DAMAGED)
    return Survey(indexes, shadows)


def _everything(schema: Sequence[tuple[str, str, str]]) -> Survey:
    """All that follows from tables of records."""
    indexes = tuple((name, table) for sort, name, table in schema if sort == "index")
    return Survey(indexes, tuple(name for sort, name, _table in schema if sort == "table" and "_fts_" in name))


def _give_root(raw: Any, name: str, *, of_rows: bool) -> None:
    """Have an index, or a table, begin with an empty tree: one is made, and the schema told whose it is."""
    raw.execute(f"CREATE TABLE {_ROOM} (x)")
    raw.execute(f"CREATE INDEX {_ROOT} ON {_ROOM} (x)")
    root = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    taken = raw.execute(root, (_ROOM if of_rows else _ROOT,)).fetchone()[0]
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (taken, name))
    if of_rows:
        # The index beside it goes with it; the empty page of that is given back later.
        raw.execute("DELETE FROM sqlite_master WHERE tbl_name = ?", (_ROOM,))
    else:
        raw.execute("DELETE FROM sqlite_master WHERE name = ?", (_ROOT,))
    raw.execute("PRAGMA writable_schema = RESET")
    if not of_rows:
        raw.execute(f"DROP TABLE {_ROOM}")


def _writing(file: Path, key: "DataKey | None") -> Any:
    raw = connect(file, key, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
    raw.execute("PRAGMA secure_delete = ON")
    return raw
