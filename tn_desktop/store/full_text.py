"""SQLite's full-text indexes after damage: told apart from a damaged file, and made anew from their tables.

`mend` is for every kind of index; of the others index_repair.py knows more.

All that such an index holds follows from its table. Where a power cut, a disk or another tool has torn it, no record
is touched, and nobody is to read of a damaged data file, restore a backup or lose a day.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.derived import DERIVED
from tn_desktop.model.errors import Cancelled, Damaged, StoreError, TornIndex
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store import index_repair
from tn_desktop.store.engine import BUSY_MILLISECONDS, is_of_index, known_error, told_apart
from tn_desktop.store.own_schema import full_text_of, refuse_foreign
from tn_desktop.store.revision import HEAD
from tn_desktop.store.sqlite_file import connect

if TYPE_CHECKING:
    from tn_desktop.store.database import Database
    from tn_desktop.store.keys import DataKey

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
QUICKLY, WHOLLY = "quick_check", "integrity_check"
"""SQLite's checks: only the second holds each row against each index."""
TOLD: Final = 20
"""So many lines of SQLite's own check are read; those about indexes, one each, come last."""
STEP: Final = 10_000
"""Rows that are put into a new index at once."""
QUICK: Final = 10_000
"""Up to so many rows of a table are held against its index in some tenths of a second, in which nobody can write."""
MENDED: Final = QT_TRANSLATE_NOOP(
    "errors", "The search was damaged and has been made anew from your records. None of them was touched."
)
_SHADOWS: Final = {
    "data": "(id INTEGER PRIMARY KEY, block BLOB)",
    "idx": "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "config": "(k PRIMARY KEY, v) WITHOUT ROWID",
}
"""The tables in which FTS5 keeps an index like ours."""
_TOTALS: Final = "SELECT block FROM {table}_fts_data WHERE id = 1"
_FORMAT: Final = 4
"""What FTS5 calls its version in a new index; letting it forget securely makes it 5."""


def look_through(raw: Any, check: str = QUICKLY, most: int = TOLD) -> tuple[list[str], bool]:
    """What SQLite's own check says of the file itself, and whether it says anything of a full-text index.

    On a connection that has read an index before, what it says of that index may be untrue: FTS5 then compares what
    it remembers with what another connection wrote since (SQLite 3.53). Whoever is told so asks FTS5 itself (`torn`).

    Raises:
        driver.Error: the file cannot be read.
    """
    try:
        said = _lines(raw.execute(f"PRAGMA {check}({most})"))
    except (driver.Error, MemoryError) as error:
        if isinstance(known_error(error), Cancelled):
            raise
        # An index that cannot even be opened ends the whole check. The tables, those of the indexes too, can be read.
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall()
        said = [line for (name,) in tables for line in _lines(raw.execute(f"PRAGMA {check}('{name}')"))]
        return [line for line in said if not is_of_index(line)], True
    of_file = [line for line in said if not is_of_index(line)]
    return of_file, len(of_file) < len(said)


def is_sound(raw: Any) -> bool:
    """Whether a file is whole but perhaps for its full-text indexes, which are made anew when it is opened.

    Raises:
        driver.Error: it cannot be read.
    """
    return not look_through(raw)[0]


def seems_torn(raw: Any) -> bool:
    """Whether an index says that it holds more or fewer rows than its table, or cannot be walked; only reads.

    Raises:
        driver.Error: the file cannot be read.
    """
    return any(_total(raw, table) != _count(raw, table) or not _leads_everywhere(raw, table) for table in _indexed(raw))


def is_small(raw: Any) -> bool:
    """Whether the tables that are searched are so small that all of it can be checked while somebody works."""
    return all(_count(raw, table) <= QUICK for table in _indexed(raw))


def torn(raw: Any) -> list[str]:
    """The tables whose index is damaged or does not agree with its rows, as FTS5 says itself.

    Args:
        raw: a connection that may write, in no transaction: what one index meets would pass on to the next.

    Raises:
        driver.Error: that cannot be told, as of a locked or full disk.
    """
    found = []
    for table in _indexed(raw):
        if not _is_complete(raw, table) or not _leads_everywhere(raw, table):
            found.append(table)
            continue
        try:
            raw.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
        except (driver.Error, MemoryError) as error:  # a block of noise may ask for any memory
            known = known_error(error)
            if isinstance(known, Cancelled | StoreError) and not isinstance(known, Damaged | TornIndex):
                raise
            found.append(table)
    return found


def make_anew(raw: Any, tables: Iterable[str], progress: Progress | None = None) -> None:
    """Make the indexes of some tables from their rows; in a transaction of the caller's, so that it is all or nothing.

    Raises:
        driver.Error: it cannot be written.
    """
    wanted = list(tables)
    largest = {table: raw.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] for table in wanted}
    done, of = 0, sum(largest.values())
    for table in wanted:
        _empty(raw, table)
        for start in range(0, largest[table], STEP):
            raw.execute(
                f"INSERT INTO {table}_fts(rowid, search_name, search_more) "
                f"SELECT id, search_name, search_more FROM {table} WHERE id > ? AND id <= ?",
                (start, start + STEP),
            )
            done += min(STEP, largest[table] - start)
            if progress is not None:
                progress(done, of)
        raw.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1)")
    log.info("search index made anew: %s", ", ".join(wanted))


def mend(db: "Database", progress: Progress | None = None, check: str = QUICKLY) -> tuple[str, ...]:
    """Make the torn indexes of an open database anew; return the tables they belong to, none where all are sound.

    Ordinary indexes too, of which SQLite speaks as of a damaged file; `check` says how it looks at them.

    Raises:
        Damaged: more than the indexes is damaged; nothing was done. StoreError: it cannot be written.
    """
    if db.on_server:
        return ()
    with told_apart():
        found = _mend(db.profile.database, db.profile.key, progress, check)
    if found:
        # A connection to an encrypted file that has met a torn page reads nothing more.
        db.reconnect()
    return found


def mend_file(file: Path, key: "DataKey | None", progress: Progress | None = None) -> tuple[str, ...]:
    """The same of a file that cannot be opened as a database of ours; nothing where that has other causes."""
    try:
        return _mend(file, key, progress)
    except (driver.Error, Damaged):
        return ()


def _mend(file: Path, key: "DataKey | None", progress: Progress | None, check: str = QUICKLY) -> tuple[str, ...]:
    with closing(_connect(file, key)) as raw:
        refuse_foreign(raw)
        said = said_of(raw, check)
    others: tuple[str, ...] = ()
    if said:
        if progress is not None:
            progress(0, 1)  # a large file is read for a while before anything is made
        survey = index_repair.survey(file, key, said)
        index_repair.put_right(file, key, survey, progress)
        others = survey.tables
    with closing(_connect(file, key)) as raw:
        found = torn(raw)
    if found:
        # A connection that has met a torn index goes on with what it remembers of it; a new one knows nothing yet.
        with closing(_connect(file, key)) as raw:
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("PRAGMA secure_delete = ON")
            raw.execute("BEGIN IMMEDIATE")
            make_anew(raw, found, progress)
            raw.execute("COMMIT")
    if said:
        index_repair.give_back(file, key)
    return tuple(dict.fromkeys([*others, *found]))


def said_of(raw: Any, check: str = QUICKLY) -> list[str]:
    """What SQLite's check says of the file itself, also where it cannot get to its end."""
    try:
        return look_through(raw, check, index_repair.LINES)[0]
    except (driver.Error, MemoryError) as error:
        known = known_error(error)
        if isinstance(known, Cancelled | StoreError) and not isinstance(known, Damaged | TornIndex):
            raise
        return [str(error)]


def _connect(file: Path, key: "DataKey | None") -> Any:
    return connect(file, key, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)


def _lines(rows: Iterable[tuple[Any, ...]]) -> list[str]:
    said = [line for row in rows for line in str(row[0]).splitlines()]
    return [line for line in said if line != "ok" and not line.startswith("***")]


def _indexed(raw: Any) -> list[str]:
    """The tables that have an index, or should have one."""
    made = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    current = "alembic_version" in made and raw.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    return [table for table in DERIVED if table in made and (current or f"{table}_fts" in made)]


def _is_complete(raw: Any, table: str) -> bool:
    """Whether the index with its triggers is in the schema; that nothing else stands in their place is seen to."""
    wanted = raw.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN (?, ?, ?, ?)",
        (f"{table}_fts", *(f"{table}_fts_{act}" for act in ("insert", "delete", "update"))),
    )
    return bool(wanted.fetchone()[0] == len(full_text_of(table)))


def _leads_everywhere(raw: Any, table: str) -> bool:
    """Whether each page of words can be come to, and in their order: FTS5's own check reads them one after the other.

    A page is named by the number of its segment and its own (SQLite's fts5_index.c); after four bytes, of which the
    last two say where the words end, it holds them, and after their end where each of them begins.
    """
    try:
        pages = raw.execute(f"SELECT id, substr(block, 1, 4), length(block) FROM {table}_fts_data WHERE id > 10")
        held = {
            (key >> 37, key & 0x7FFFFFFF)
            for key, head, size in pages
            if not key >> 31 & 0x3F and size > int.from_bytes(head[2:])
        }
        led = raw.execute(f"SELECT segid, pgno >> 1 FROM {table}_fts_idx ORDER BY segid, term").fetchall()
    except (driver.Error, TypeError):  # what is no block at all
        return False
    return led == sorted(led) and held <= set(led)


def _empty(raw: Any, table: str) -> None:
    """Leave an index that FTS5 can open, with nothing in it, whatever there was."""
    made = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE name GLOB ?", (f"{table}_fts*",))}
    index, *triggers = full_text_of(table)
    if f"{table}_fts" in made:
        for name, columns in _SHADOWS.items():
            raw.execute(f"CREATE TABLE IF NOT EXISTS '{table}_fts_{name}'{columns}")
        # Without its version FTS5 refuses everything, even to make the index anew.
        raw.execute(f"DELETE FROM {table}_fts_config")
        raw.execute(f"INSERT INTO {table}_fts_config VALUES ('version', {_FORMAT})")
    else:
        for name in _SHADOWS:
            raw.execute(f"DROP TABLE IF EXISTS {table}_fts_{name}")
        raw.execute(index)
    for act, trigger in zip(("insert", "delete", "update"), triggers, strict=True):
        if f"{table}_fts_{act}" not in made:
            raw.execute(trigger)
    raw.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('delete-all')")


def _count(raw: Any, table: str) -> int:
    return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _total(raw: Any, table: str) -> int:
    """How many rows an index says that it holds; -1 where it does not say."""
    row = raw.execute(_TOTALS.format(table=table)).fetchone()
    block = row[0] if row is not None else None
    if not isinstance(block, bytes):
        return -1
    if not block:
        return 0  # a new one
    # A number of SQLite's: seven bits a byte, the highest says whether another follows.
    total = 0
    for byte in block[:8]:
        total = total << 7 | byte & 0x7F
        if byte < 0x80:
            return total
    return -1
