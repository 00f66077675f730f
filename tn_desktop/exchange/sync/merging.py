"""Merging records into the tables: what is unknown is inserted, what is equal is left, the rest is joined.

It runs inside one unit of work and writes rows with the stamps of their own writers. Whatever comes first: parents
that are missing become stubs, values that give way become conflicts, erased people stay erased.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, Final, Protocol

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync.carrying import carry
from tn_desktop.exchange.sync.keyring import KeyRing
from tn_desktop.exchange.sync.new_rows import NewRows
from tn_desktop.exchange.sync.record import blank, columns_of_state, key_columns, pointed_to, state_in
from tn_desktop.exchange.sync.scope import BESIDE, REVIEWED
from tn_desktop.exchange.sync.stored import Names, StoredRow, rows_by_id
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.model.changes import VERDICTS
from tn_desktop.model.derived import DERIVED, INPUTS
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.erasing import PAIR, falls_with, without_erased
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.join import Cell, Lost, RowState, conflict_uid, join
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import (
    EMPTY_STAMP,
    TIME_LENGTH,
    canonical,
    content_bytes,
    relation_bytes,
    stamp_device,
    stamp_milliseconds,
)
from tn_desktop.model.travel import travellers
from tn_desktop.services import erasure
from tn_desktop.services.session_rules import refresh_workshops
from tn_desktop.store.rows import find_by_uid, insert_rows, insert_values, next_id, update_rows
from tn_desktop.store.search_index import Reindexing
from tn_desktop.store.unit_of_work import UnitOfWork

AT_ONCE: Final = 2_000
_SEARCHED: Final = frozenset(("search_name", "search_more"))
SYSTEM_BEFORE: Final = ("created", "fields", "seen", "gone", "extra", "alive", "lsn")


class Source(Protocol):
    """Where records come from."""

    def tables(self) -> Iterable[str]:
        """The tables of which it has some."""

    def of(self, table: str) -> Iterator[Sequence[Record]]:
        """The records of a table, some at a time."""


class TooFarAhead(Exception):
    """A stamp lies further in the future than a clock may be wrong; the merge is given up and the file held.

    Attributes:
        device: who wrote it.
        time: its time part.
    """

    def __init__(self, device: str, time: str) -> None:
        super().__init__(device)
        self.device = device
        self.time = time


@dataclass
class Counts:
    """What a merge did, in rows that people know: those of the exchange itself are left out."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    conflicts: int = 0


@dataclass
class Merging:
    """One merge.

    Attributes:
        uow: what it writes in.
        erased: uids of rows that were erased.
        latest: greatest time part that is believed.
        watch: called with the number of rows dealt with; may raise to stop.
        join: the rule; a parameter so that tests can take parts of it out.
    """

    uow: UnitOfWork
    erased: Set[bytes]
    latest: str
    watch: Callable[[int], None] = lambda rows: None
    join: Callable[[RowState, RowState], Any] = join
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self._keys = KeyRing(self.uow)
        # Of the rows that others point to only the uids are asked here, which stay.
        self._names = Names(self.uow.connection)
        self._indexes = Reindexing(self.uow.connection)
        self._newest = EMPTY_STAMP
        self._makers: dict[str, NewRows] = {}
        self._marks = [uid.hex() for uid in self.erased]
        self._sessions: set[int] = set()
        self._workshops: set[int] = set()

    def records(self, sources: Sequence[Source]) -> None:
        """Merge records table by table, parents first; of each table the sources follow one another."""
        there = dict.fromkeys(table for source in sources for table in source.tables())
        for table in (*(name for name in BY_TABLE if name in there), *sorted(there.keys() - BY_TABLE.keys())):
            for part in _parts(chain.from_iterable(source.of(table) for source in sources)):
                if table in BY_TABLE:
                    self._records_of(table, part)
                else:
                    self._carry(table, part)
                self.watch(len(part))

    def _records_of(self, table: str, records: Sequence[Record]) -> None:
        """Merge records of one table; those with an equal `seen` are equal and are left out."""
        found = find_by_uid(self.uow.connection, table_of(BY_TABLE[table]), [record.uid for record in records], "seen")
        held = {uid: (key, seen) for uid, key, seen in found}
        news = [record for record in records if record.uid not in held or held[record.uid][1] != record.seen]
        known = {record.uid: held[record.uid][0] for record in news if record.uid in held}
        left = self._plain(table, news, known) if len({record.uid for record in news}) == len(news) else news
        self.states(table, [(record.uid, state_in(record)) for record in left], known)

    def _plain(self, table: str, records: Sequence[Record], known: Mapping[bytes, int]) -> Sequence[Record]:
        """Insert what is new and plain; returns the records that are left to be joined, or are rarer."""
        if table in BESIDE:
            return records
        maker, rows, left = self._maker(table), [], []
        checked = None
        for record in records:
            made = None if record.uid in known else maker.row(record)
            if made is None or (self.erased and self._speaks_of_erased(record)):
                left.append(record)
                continue
            row, seen = made
            if seen is not checked:
                # Rows that were written together have seen the same.
                self._check_seen(seen.devices)
                checked = seen
            rows.append(row)
        wanted = maker.wanted(rows)
        uids = maker.values(rows, "uid")
        if not rows or not wanted.get(table, set()).isdisjoint(uids):
            # Some of these point to others of these.
            return records
        ids = self._keys.ensure(wanted)
        first = next_id(self.uow.connection, table_of(BY_TABLE[table]))
        maker.fill(rows, ids, first, self.uow.lsn)
        insert_values(self.uow.connection, table_of(BY_TABLE[table]), maker.columns, rows)
        self.uow.adopt_new(BY_TABLE[table], range(first, first + len(rows)))
        if table in _pointed_at():
            self._keys.learn(table, dict(zip(uids, range(first, first + len(rows)), strict=True)))
        self._touch_new(table, rows, maker)
        self.counts.added += sum(maker.values(rows, "alive"))
        return left

    def _maker(self, table: str) -> NewRows:
        if table not in self._makers:
            self._makers[table] = NewRows(table)
        return self._makers[table]

    def _speaks_of_erased(self, record: Record) -> bool:
        return record.uid in self.erased or any(mark in record.body for mark in self._marks)

    def _touch_new(self, table: str, rows: Sequence[list[Any]], maker: NewRows) -> None:
        """`_touch` of rows that were just written."""
        if table == "attendance":
            self._sessions.update(maker.values(rows, "session_id"))
        elif table == "workshop_session":
            self._workshops.update(maker.values(rows, "workshop_id"))
        elif table == "workshop":
            self._workshops.update(maker.values(rows, "id"))

    def _carry(self, table: str, records: Sequence[Record]) -> None:
        for record in records:
            self._check_clock(state_in(record))
        carry(self.uow, table, records, self.erased)

    def states(
        self, table: str, states: Sequence[tuple[bytes, RowState]], known: Mapping[bytes, int] | None = None
    ) -> None:
        """Merge states of rows of one table; `known` are ids of rows that are there, where the caller knows them."""
        if not states:
            return
        kept: dict[bytes, RowState] = {}
        for uid, state in states:
            self._check_clock(state)
            _check_uid(table, uid, state)
            if uid not in self.erased and (person := falls_with(state, self.erased)) is not None:
                self._erase_too(uid, table, person)
            left = without_erased(uid, state, self.erased)
            if left is not None:
                kept[left[0]] = self.join(kept[left[0]], left[1]).state if left[0] in kept else left[1]
        wanted: dict[str, set[bytes]] = {}
        for state in kept.values():
            for one, uid in pointed_to(table, state).items():
                wanted.setdefault(one.target, set()).add(uid)
        self._keys.learn(table, known or {})
        keys = self._keys.ensure(wanted)
        # Looked up after the stubs were made: a row may point to another one of the same table.
        there = self._keys.find(table, kept)
        self._insert(table, {uid: state for uid, state in kept.items() if uid not in there}, keys)
        self._join(table, {there[uid]: state for uid, state in kept.items() if uid in there})

    def _erase_too(self, uid: bytes, table: str, person: bytes) -> None:
        """A row that falls with her came from somewhere that knew of no erasure: it is erased as she was."""
        (hers,) = (one for one in erasure.erasures(self.uow.connection) if one.uid == person)
        erasure.erase(self.uow, [erasure.Erasure(uid, table, hers.erased_on, hers.authority)])
        self.erased = {*self.erased, uid}
        self._marks.append(uid.hex())

    def _check_clock(self, state: RowState) -> None:
        self._check_seen(state.seen)

    def _check_seen(self, seen: Mapping[str, str]) -> None:
        for device, time in seen.items():
            if time > self.latest:
                raise TooFarAhead(device, time)
            self._newest = max(self._newest, time)

    def _insert(self, table: str, states: Mapping[bytes, RowState], keys: Mapping[str, Mapping[bytes, int]]) -> None:
        if not states:
            return
        cls = BY_TABLE[table]
        first = next_id(self.uow.connection, table_of(cls))
        defaults, derive, rows = blank(table), DERIVED.get(table), []
        for number, (uid, state) in enumerate(states.items()):
            row = defaults | columns_of_state(table, state, keys)
            row |= {"id": first + number, "uid": uid, "lsn": self.uow.lsn}
            if derive:
                row |= derive(row)
            _check_complete(table, row)
            rows.append(row)
            self._touch(table, row)
        insert_rows(self.uow.connection, table_of(cls), rows)
        self.uow.adopt(cls, "created", [(row["id"], None) for row in rows])
        self._keys.learn(table, {row["uid"]: row["id"] for row in rows})
        if table not in BESIDE:
            self.counts.added += sum(row["alive"] for row in rows)
        elif table == "conflict":
            self.counts.conflicts += sum(row["resolved"] is None for row in rows)

    def _join(self, table: str, states: Mapping[int, RowState]) -> None:
        if not states:
            return
        found = list(rows_by_id(self.uow.connection, table, sorted(states), self._names))
        joined = [(row, state_in(row.record), states[row.id]) for row in found]
        wanted: dict[str, set[bytes]] = {}
        results = []
        for row, mine, theirs in joined:
            result = self.join(mine, theirs)
            results.append((row, mine, result))
            for one, uid in pointed_to(table, result.state).items():
                wanted.setdefault(one.target, set()).add(uid)
        keys = self._keys.ensure(wanted)
        history: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
        written: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for row, mine, result in results:
            if result.state != mine:
                kind, before, new = self._changed(table, row, result.state, keys)
                history.setdefault(kind, []).append((row.id, before))
                # Rows of which the same columns change share a statement.
                written.setdefault(tuple(new), []).append((row.id, *new.values(), self.uow.lsn))
        searched = sum(len(rows) for columns, rows in written.items() if not _SEARCHED.isdisjoint(columns))
        self._indexes.expect(table_of(BY_TABLE[table]), searched)
        for columns, rows in written.items():
            update_rows(self.uow.connection, table_of(BY_TABLE[table]), (*columns, "lsn"), rows)
        for kind, befores in history.items():
            self.uow.adopt(BY_TABLE[table], kind, befores)
        if table not in BESIDE or table in REVIEWED:
            for row, _mine, result in results:
                lost = [one for one in result.lost if REVIEWED.get(table, one.field) == one.field]
                if lost:
                    self._keep_lost(table, row.record.uid, lost)

    def _changed(
        self, table: str, row: StoredRow, state: RowState, keys: Mapping[str, Mapping[bytes, int]]
    ) -> tuple[str, dict[str, Any], dict[str, Any]]:
        """What happens to a row when a joined state is written, what it held before, and its new values."""
        held = row.columns
        new = {name: value for name, value in columns_of_state(table, state, keys).items() if held[name] != value}
        before = {name: held[name] for name in new} | {name: held[name] for name in SYSTEM_BEFORE}
        values = new.keys() - SYSTEM_BEFORE
        if table in DERIVED and not INPUTS[table].isdisjoint(new):
            derived = DERIVED[table]({**held, **new})
            new |= {name: value for name, value in derived.items() if held[name] != value}
        self._touch(table, held)
        self._touch(table, {**held, **new})
        was, now = row.alive, state.alive
        kind = "created" if now and not was else "removed" if was and not now else "changed"
        if table not in BESIDE:
            self.counts.added += kind == "created"
            self.counts.removed += kind == "removed"
            self.counts.changed += kind == "changed" and was and bool(values)
        return kind, before, new

    def _keep_lost(self, table: str, uid: bytes, lost: Sequence[Lost]) -> None:
        states = []
        for one in lost:
            stamp = one.cell.stamp
            held = {
                "entity": table,
                "row_uid": uid.hex(),
                "field": one.field,
                "lost": canonical(one.cell.value),
                "lost_stamp": stamp,
            }
            cells = {name: Cell(stamp, value) for name, value in held.items()}
            seen = {stamp_device(stamp): stamp[:TIME_LENGTH]}
            states.append((conflict_uid(uid, one.field, stamp), RowState("conflict", stamp, cells, seen)))
        self.states("conflict", states)

    def _touch(self, table: str, row: Mapping[str, Any]) -> None:
        """Remember the workshops whose status and first date follow from this row."""
        if table == "attendance":
            self._sessions.add(row["session_id"])
        elif table == "workshop_session":
            self._workshops.add(row["workshop_id"])
        elif table == "workshop" and row.get("id"):
            self._workshops.add(row["id"])

    @property
    def newest(self) -> int:
        """The time of the latest write that came, in milliseconds since 1970; 0 for none."""
        return stamp_milliseconds(self._newest) if self._newest else 0

    def finish(self) -> None:
        """Bring up to date what follows from other rows, and the clock: the next local write exceeds what came."""
        self._indexes.finish()
        refresh_workshops(self.uow, self._workshops, self._sessions)
        if self._newest > self.uow.stamp[:TIME_LENGTH]:
            self.uow.saw(self._newest)


def _parts(blocks: Iterable[Sequence[Record]]) -> Iterator[list[Record]]:
    """Records in parts of a size that the database likes."""
    waiting: list[Record] = []
    for block in blocks:
        waiting += block
        if len(waiting) >= AT_ONCE:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


@cache
def _pointed_at() -> frozenset[str]:
    """The tables whose rows others point to."""
    return frozenset(target for name in BY_TABLE for _place, target in key_columns(name))


def _check_uid(table: str, uid: bytes, state: RowState) -> None:
    """The same ends are the same row everywhere; another uid would make two of it. A forgotten end leads nowhere.

    What never changes has its uid from what it says: nobody words it otherwise under its name.
    """
    cls = BY_TABLE[table]
    if cls.content:
        values = [cell.value if (cell := state.cells.get(field)) is not None else None for field in cls.content]
        if content_bytes(table, values) != uid:
            raise FileRefused(DAMAGED)
    # A verdict is a relation of two rows of any entity.
    relation, names = (VERDICTS, PAIR) if table == VERDICTS else (cls.relation, _ends(table))
    if relation is None:
        return
    cells = [state.cells.get(field) for field in names]
    ends = [bytes.fromhex(cell.value) for cell in cells if cell is not None and cell.value is not None]
    if len(ends) == len(cells) and relation_bytes(relation, *ends) != uid:
        raise FileRefused(DAMAGED)


@cache
def _ends(table: str) -> tuple[str, ...]:
    names = {one.column: one.field for one in travellers(table)}
    return tuple(names[column] for column in BY_TABLE[table].ends)


def _check_complete(table: str, row: Mapping[str, Any]) -> None:
    for column in _needed(table):
        if row[column] is None:
            raise FileRefused(DAMAGED)


@cache
def _needed(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in table_of(BY_TABLE[table]).columns if not column.nullable)
