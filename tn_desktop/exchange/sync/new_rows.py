"""Rows that nobody here has: from records to the columns of their table, many at once.

What a record says plainly is written as it stands. Whatever is rarer (a removal, a field that this program does not
know, a damaged record) is left to the general way by states, so that there is one rule for it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync.record import blank, key_columns, places, seen_in, stamps_text
from tn_desktop.exchange.sync.travelling import LAST_STAMP, Record, quick_json
from tn_desktop.model.derived import DERIVED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import EMPTY_STAMP, content_bytes, covers, relation_bytes
from tn_desktop.model.travel import BYTES, KEY, NUMBER, TEXT, travellers

_UID: Final = re.compile("[0-9a-f]{32}")
_STAMP: Final = re.compile("[0-9a-v]{24}")
_TYPES: Final = {TEXT: str, NUMBER: int}
_KEPT: Final = 10_000
"""Most values of a field of which it is kept that they are sound."""


class Seen(NamedTuple):
    """A `seen` that was read: its devices, its canonical text."""

    devices: Mapping[str, str]
    text: str

    def knows(self, stamp: Any) -> bool:
        """Whether this is a stamp, of a write that was seen."""
        return _is_stamp(stamp) and covers(self.devices, stamp)


class NewRows:
    """Makes the rows of one table, as lists of values in the order of `columns`.

    Attributes:
        columns: of the table.
        keys: (place, table it points to) of each column that names another row.
    """

    def __init__(self, table: str) -> None:
        at = places(table)
        self.columns = tuple(at)
        self.keys = key_columns(table)
        self._table = table
        nothing: set[Any] = set()
        self._fields = {one.field: (at[one.column], one.form, nothing.copy(), one.accepts) for one in travellers(table)}
        self._relation, self._content = BY_TABLE[table].relation, BY_TABLE[table].content
        names = {one.column: one.field for one in travellers(table)}
        self._ends = [names[column] for column in BY_TABLE[table].ends]
        own = {one.column for one in travellers(table)}
        self._blank: list[Any] = [None] * len(at)
        for name, default in blank(table).items():
            if name not in own:
                self._blank[at[name]] = default
        self._system = tuple(at[name] for name in ("uid", "created", "fields", "seen", "alive"))
        self._numbering = at["id"], at["lsn"]
        self._needed = tuple(at[column.name] for column in table_of(BY_TABLE[table]).columns if not column.nullable)

    def row(self, record: Record) -> tuple[list[Any], Seen] | None:
        """The row of a record, its keys still uids in hexadecimal; None if it has to go the general way."""
        try:
            created, stamps, gone, values = quick_json(record.body)
            seen = _seen(record.seen)
            if gone is not None or created == EMPTY_STAMP or seen is None or not seen.knows(created):
                return None
            row = self._blank.copy()
            for field, value in values.items():
                if value is None:
                    continue
                place, form, accepted, accepts = self._fields[field]
                if form in (KEY, BYTES):
                    if _UID.fullmatch(value) is None:
                        return None
                # Of equal values a number may be none (1 and true), a text not.
                elif value not in accepted or type(value) is not _TYPES[form]:
                    if not accepts(value):
                        return None
                    if len(accepted) < _KEPT:
                        accepted.add(value)
                row[place] = bytes.fromhex(value) if form == BYTES else value
            if not self._is_its_relation(record.uid, values):
                return None
            fields = "{}"
            if stamps:
                if not all(field in self._fields and seen.knows(stamp) for field, stamp in stamps.items()):
                    return None
                # As `sparse` and `effective` have it: what their rule gives is not stored.
                fields = stamps_text(
                    {
                        field: stamp
                        for field, stamp in stamps.items()
                        if stamp != (created if values.get(field) is not None else EMPTY_STAMP)
                    }
                )
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return None
        uid, of_created, of_fields, of_seen, alive = self._system
        row[uid], row[of_created], row[of_fields], row[of_seen] = record.uid, created, fields, seen.text
        row[alive] = int(bool(seen.devices))
        return row, seen

    def _is_its_relation(self, uid: bytes, values: Mapping[str, Any]) -> bool:
        """The same ends are the same row everywhere; a forgotten end leads nowhere. Nor is fixed content altered."""
        if self._content:
            return content_bytes(self._table, map(values.get, self._content)) == uid
        if self._relation is None:
            return True
        ends = [value for field in self._ends if (value := values.get(field)) is not None]
        return len(ends) < len(self._ends) or relation_bytes(self._relation, *map(bytes.fromhex, ends)) == uid

    def wanted(self, rows: Sequence[list[Any]]) -> dict[str, set[bytes]]:
        """The rows that these point to, by table."""
        found: dict[str, set[bytes]] = {}
        for place, target in self.keys:
            named = set(map(itemgetter(place), rows)) - {None}
            if named:
                found.setdefault(target, set()).update(map(bytes.fromhex, named))
        return found

    def fill(self, rows: Sequence[list[Any]], ids: Mapping[str, Mapping[bytes, int]], first: int, lsn: int) -> None:
        """Give the rows their own numbers from `first` on, those of the rows they point to, and what follows.

        Raises:
            FileRefused: a value is missing that every row has.
        """
        of_id, of_lsn = self._numbering
        for number, row in enumerate(rows, first):
            row[of_id], row[of_lsn] = number, lsn
        for place, target in self.keys:
            known: dict[str | None, int | None] = {uid.hex(): key for uid, key in ids.get(target, {}).items()}
            known[None] = None
            for row in rows:
                row[place] = known[row[place]]
        derive = DERIVED.get(self._table)
        if derive is not None:
            at = places(self._table)
            for row in rows:
                for name, value in derive(dict(zip(self.columns, row, strict=True))).items():
                    row[at[name]] = value
        if any(None in map(itemgetter(place), rows) for place in self._needed):
            raise FileRefused(DAMAGED)

    def values(self, rows: Iterable[list[Any]], column: str) -> list[Any]:
        """The values of a column."""
        return list(map(itemgetter(places(self._table)[column]), rows))


@lru_cache(10_000)
def _is_stamp(text: Any) -> bool:
    return isinstance(text, str) and (text == EMPTY_STAMP or (_STAMP.fullmatch(text) is not None and text < LAST_STAMP))


@lru_cache(10_000)
def _seen(text: str) -> Seen | None:
    """Rows that were written together have seen the same."""
    try:
        devices = seen_in(text)
    except FileRefused:
        return None
    return Seen(devices, stamps_text(devices))
