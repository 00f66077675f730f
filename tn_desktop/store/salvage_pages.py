"""Rows of a database whose tables SQLite cannot read any more, found page by page.

Which table a leaf belongs to is told by the trees, as far as their inner pages can be read; of a leaf that no tree
leads to, by what its rows look like. Freed pages hold nothing old: the program has SQLite overwrite them.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import relation_bytes
from tn_desktop.store import cells
from tn_desktop.store.pages import Pages

_DEEPEST: Final = 20
_LARGEST_ID: Final = 1 << 40
_STAMP: Final = re.compile(r"(?:[0-9a-v]{24})?")
_SORTS: Final = (("INT", int), ("CHAR", str), ("TEXT", str), ("BLOB", bytes))
_UID_INDEX: Final = "sqlite_autoindex_{}_1"

UidOf = Callable[[str, int], bytes | None]
"""Table and id -> the uid of a row that was rescued already."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table look: (name, kind of value, may be null, is the rowid) of each column."""

    columns: tuple[tuple[str, type, bool, bool], ...]

    def fits(self, row: cells.Row) -> bool:
        """Whether a row may be of this table; columns that were added after it was written may be missing."""
        if not len(self.columns) - 8 <= len(row.values) <= len(self.columns):
            return False
        for number, (name, sort, nullable, is_rowid) in enumerate(self.columns):
            value = row.values[number] if number < len(row.values) else None
            if value is None:
                if not (nullable or is_rowid):
                    return False
            elif not isinstance(value, sort) or not _sound(name, value):
                return False
        return True

    def named(self, row: cells.Row) -> dict[str, Any]:
        """The values by the names of their columns."""
        values = {column[0]: value for column, value in zip(self.columns, row.values, strict=False)}
        return values | {name: row.rowid for name, _sort, _null, is_rowid in self.columns if is_rowid}


@dataclass
class Found:
    """What the pages tell.

    Attributes:
        shapes: table -> how its rows look in this file.
        leaves: table -> its leaves.
        orphans: leaves that no tree leads to.
        uids: table -> id -> uid, as far as the index of uids can be read.
        ids: table -> ids of its rows, as far as any of its indexes tells.
    """

    shapes: dict[str, Shape]
    leaves: dict[str, list[int]] = field(default_factory=dict)
    orphans: list[int] = field(default_factory=list)
    uids: dict[str, dict[int, bytes]] = field(default_factory=dict)
    ids: dict[str, set[int]] = field(default_factory=dict)


def shape_of(connection: Any, table: str) -> Shape:
    """The shape of a table of an open database."""
    columns = []
    for _place, name, declared, required, _default, part in connection.execute(f'PRAGMA table_info("{table}")'):
        sort = next((sort for sign, sort in _SORTS if sign in declared.upper()), object)
        is_rowid = bool(part) and declared.upper() == "INTEGER"
        columns.append((name, sort, not required and not part, is_rowid))
    return Shape(tuple(columns))


def survey(pages: Pages, known: Mapping[str, Shape]) -> Found:
    """Find out which leaf is whose. `known` are the shapes of a sound database, where the file's own are lost."""
    found = Found(dict(known))
    kinds = {number: cells.kind(number, page) for number in range(1, pages.count + 1) if (page := pages.page(number))}
    trees = _trees(pages, kinds, found.shapes)
    taken: set[int] = set()
    for sort, name, table, root in trees:
        if sort == "table" and name in known:
            found.leaves[name] = sorted(_leaves(pages, kinds, root, taken))
        elif sort == "index" and table in BY_TABLE:
            _read_index(pages, kinds, root, found, table, name == _UID_INDEX.format(table))
    found.orphans = [number for number, kind in kinds.items() if kind == cells.LEAF and number not in taken]
    return found


def rows_of(pages: Pages, found: Found, table: str) -> Iterator[dict[str, Any]]:
    """The rows of the leaves that are surely a table's."""
    for number in found.leaves.get(table, ()):
        for row in _rows(pages, number):
            if found.shapes[table].fits(row):
                yield found.shapes[table].named(row)


def stray_rows(
    pages: Pages, found: Found, wanted: Sequence[str], uid_of: UidOf
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Table and row of leaves that no tree leads to. Links come last: whose they are is told by the rows they link."""
    undecided = []
    for number in found.orphans:
        rows = list(_rows(pages, number))
        candidates = [table for table in wanted if rows and all(found.shapes[table].fits(row) for row in rows)]
        if len(candidates) == 1:
            for row in rows:
                yield candidates[0], found.shapes[candidates[0]].named(row)
        elif candidates:
            undecided.append((rows, candidates))
    for rows, candidates in undecided:
        for row in rows:
            for table in candidates:
                named = found.shapes[table].named(row)
                if _follows(table, named, uid_of):
                    yield table, named
                    break


def _rows(pages: Pages, number: int) -> Iterator[cells.Row]:
    page = pages.page(number)
    if page is not None:
        for row in cells.rows(number, page, pages.usable, pages.page):
            if row is not None:
                yield row


def _trees(pages: Pages, kinds: Mapping[int, int], shapes: dict[str, Shape]) -> list[tuple[str, str, str, int]]:
    """(table or index, its name, its table, the root of its tree) from the catalogue.

    Shapes as the file itself says are put in.
    """
    trees = []
    with closing(driver.connect(":memory:")) as scratch:
        for number, kind in kinds.items():
            if kind != cells.LEAF:
                continue
            for row in _rows(pages, number):
                if not _is_entry(row):
                    break  # a leaf holds rows of one table
                sort, name, table, root, statement = row.values
                trees.append((sort, name, table, root))
                if sort == "table" and table in shapes and (own := _shape_said(scratch, table, statement)):
                    shapes[table] = own
    return trees


def _is_entry(row: cells.Row) -> bool:
    values = row.values
    return (
        len(values) == 5
        and values[0] in ("table", "index", "trigger", "view")
        and all(isinstance(value, str) for value in values[1:3])
        and isinstance(values[3], int)
        and (values[4] is None or isinstance(values[4], str))
    )


def _shape_said(scratch: Any, table: str, statement: str) -> Shape | None:
    """The shape that a table's own definition gives; SQLite reads it."""
    try:
        # What was written over may hold a zero byte, at which SQLite would stop reading.
        scratch.execute(statement.replace("\0", " "))
        return shape_of(scratch, table)
    except driver.Error:
        return None


def _leaves(pages: Pages, kinds: Mapping[int, int], root: int, taken: set[int], depth: int = 0) -> Iterator[int]:
    if root in taken or root not in kinds or depth > _DEEPEST:
        return
    if kinds[root] == cells.LEAF:
        taken.add(root)
        yield root
    elif kinds[root] == cells.INNER and (page := pages.page(root)) is not None:
        taken.add(root)
        for below in cells.children(root, page):
            yield from _leaves(pages, kinds, below, taken, depth + 1)


def _read_index(pages: Pages, kinds: Mapping[int, int], root: int, found: Found, table: str, is_of_uids: bool) -> None:
    """Which rows an index of a table knows: it may be sound where the rows are not."""
    ids, uids = found.ids.setdefault(table, set()), found.uids.setdefault(table, {})
    waiting, seen = [root], set[int]()
    while waiting:
        number = waiting.pop()
        kind = kinds.get(number)
        page = pages.page(number) if kind in (cells.INDEX_LEAF, cells.INDEX_INNER) else None
        if page is None or number in seen:
            continue
        seen.add(number)
        if kind == cells.INDEX_INNER:
            waiting += cells.children(number, page)
        for key in cells.keys(number, page, pages.usable):
            if key and isinstance(key[-1], int) and 0 < key[-1] < _LARGEST_ID:
                ids.add(key[-1])
                if is_of_uids and len(key) == 2 and isinstance(key[0], bytes):
                    uids[key[1]] = key[0]


def _follows(table: str, row: Mapping[str, Any], uid_of: UidOf) -> bool:
    """Whether a link's uid follows from its ends (exchange.md), which no other table's would."""
    cls = BY_TABLE.get(table)
    if cls is None or cls.relation is None:
        return False
    ends = []
    for end in cls.ends:
        key: Any = next(iter(cls.__table__.c[end].foreign_keys))
        uid = uid_of(key.column.table.name, row[end]) if row[end] is not None else None
        if uid is None:
            return False
        ends.append(uid)
    return bool(relation_bytes(cls.relation, *ends) == row["uid"])


def _sound(name: str, value: Any) -> bool:
    """Whether a value that the program itself makes is one: damage within a page may look like text."""
    if name == "uid":
        return len(value) == 16
    if name in ("created", "stamp"):
        return _STAMP.fullmatch(value) is not None
    if name in ("fields", "seen"):
        try:
            return isinstance(json.loads(value), dict)
        except ValueError:
            return False
    return "\0" not in value if isinstance(value, str) else True
