"""The one place where synced rows are written: stamps, history and derived columns.

A unit of work is one transaction. All its writes carry one stamp, which exceeds every stamp in the database, and
one number (lsn), which is the id of its row in the history. It rolls back unless it ends normally.
"""

import json
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, literal, select, update

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import DERIVED, INPUTS, derived_columns
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import NotFound
from tn_desktop.model.marks import BULK, DELIBERATE, MADE_BY, MARKED, has_to_say_deliberate
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import LAST_DEVICE, canonical, new_uid, next_stamp, relation_bytes, see, stamp_fields
from tn_desktop.store.prepared import Prepared
from tn_desktop.store.row_statements import (
    ALL_COLUMNS,
    BLANK,
    BY_UID,
    INSERT,
    ROW,
    TARGETS,
    UID_OF,
    columns_of,
    update_of,
)
from tn_desktop.store.rows import insert_rows, next_id, quickly_checked, update_rows
from tn_desktop.store.twins import follow, rebuild
from tn_desktop.store.workshop_states import COLUMNS as STATE
from tn_desktop.store.workshop_states import after_verdicts

SYSTEM_COLUMNS = frozenset(("id", "uid", "created", "fields", "seen", "gone", "extra", "lsn", "alive"))
PART = 1_000
"""So many rows are read and written at once where there are many."""
_Row = Mapping[str, Any]
_history, _history_row = table_of(History), table_of(HistoryRow)
_LATEST = Prepared(select(_history.c.id, _history.c.stamp).order_by(_history.c.id.desc()).limit(1))
_NEW_HISTORY = Prepared(insert(_history), ("id", "stamp", "label"))
_NEW_HISTORY_ROW = Prepared(insert(_history_row), ("history_id", "entity", "row_id", "before"))


def field_name(column: str) -> str:
    """The name under which a column's stamp is kept: a relation drops its _id."""
    return column.removesuffix("_id")


class UnitOfWork:
    """One transaction of writes.

    Attributes:
        connection: the open transaction; services read through it as well.
        stamp: the stamp of every write in it.
        lsn: its number in the history.
        marker: id of the person who is at the keyboard; None where nobody said.
        shared: several people write into these data, so that nobody is at the keyboard unless she says so.
    """

    def __init__(
        self, connection: Connection, device: str, label: str, marker: int | None = None, *, shared: bool = False
    ) -> None:
        self.connection = connection
        self.label = label
        self.marker, self.shared = marker, shared
        last, stamp = _LATEST.one(connection) or (0, "")
        self.stamp = next_stamp(stamp, device)
        self.lsn = last + 1
        self._first_seen = see("{}", self.stamp)
        self._written = False
        self._done: dict[str, dict[str, dict[int, None]]] = {"created": {}, "changed": {}, "removed": {}}

    def changes(self, subject: int | None = None, **told: object) -> Changes:
        """What was written so far."""
        done = {kind: {table: tuple(ids) for table, ids in tables.items()} for kind, tables in self._done.items()}
        return Changes(self.lsn if self._written else 0, self.label, **done, subject=subject, told=told)

    def settle(self) -> None:
        """The last act: which rows are seen as one follows from what was written, and more from that."""
        if any(self._done.values()):
            self._follow_verdicts(follow(self.connection, self._done))

    def see_as_one(self) -> None:
        """What `settle` does after a verdict, for whoever goes on within this unit of work."""
        self._follow_verdicts(rebuild(self.connection))

    def _follow_verdicts(self, moved: Collection[tuple[str, int]]) -> None:
        if moved:
            states = after_verdicts(self.connection, moved)
            if states:
                self.set_derived(Workshop, STATE, states)

    def create(
        self,
        cls: type[Synced],
        values: Mapping[str, Any],
        uid: uuid.UUID | None = None,
        ends: Sequence[bytes] | None = None,
    ) -> int:
        """Write a new row and return its id; a relation whose row exists is changed or revived instead.

        `values` are columns -> stored values; the uid of a relation follows from its ends, whose uids (16 bytes each)
        are looked up unless the caller has them in `ends`.
        """
        if cls.relation is not None:
            uid = uuid.UUID(bytes=relation_bytes(cls.relation, *(self._ends(cls, values) if ends is None else ends)))
            existing = BY_UID[cls.__tablename__].one(self.connection, wanted=uid.bytes)
            if existing is not None:
                key, alive = existing
                if alive:
                    self.change(cls, key, values)
                else:
                    self.revive(cls, key, values)
                return int(key)
        row = self._new_row(cls, values, (uid or new_uid()).bytes)
        self._begin()
        key = int(INSERT[cls.__tablename__].one(self.connection, **row)[0])
        self._remember(cls, "created", [(key, None)])
        return key

    def create_many(self, cls: type[Synced], rows: Sequence[Mapping[str, Any]], *, undoable: bool = True) -> range:
        """Write many new rows at once and return their ids, in order; relations must not exist yet.

        Each row may carry its own "uid" (bytes). With undoable=False no history is kept of them: only for
        filling an empty profile.
        """
        table = table_of(cls)
        first = next_id(self.connection, table)
        keys = range(first, first + len(rows))
        if not rows:
            return keys
        new = []
        for key, values in zip(keys, rows, strict=True):
            row = self._new_row(cls, values, values.get("uid") or new_uid().bytes)
            row["id"] = key
            new.append(row)
        self._begin()
        insert_rows(self.connection, table, new)
        if undoable:
            self._remember(cls, "created", [(key, None) for key in keys])
        else:
            self._done["created"].setdefault(table.name, {})
        return keys

    def change(self, cls: type[Synced], key: int, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Write the values that differ and return their columns; an equal value writes nothing.

        Raises:
            NotFound: no such row, or it was removed.
        """
        row = self._row(cls, key)
        new = _differing(_living(row), values)
        self._change(cls, [(row, new)])
        return tuple(new)

    def change_many(self, cls: type[Synced], values: Mapping[int, Mapping[str, Any]]) -> None:
        """`change` for many rows (id -> values) in a few statements.

        Raises:
            NotFound: one of them does not exist, or was removed; nothing of its part was written.
        """
        for rows in self._parts(cls, values):
            self._change(cls, [(row, _differing(_living(row), values[row["id"]])) for row in rows])

    def remove(self, cls: type[Synced], key: int) -> None:
        """Mark a row as removed; a later edit by somebody who has not seen this brings it back.

        Raises:
            NotFound: no such row, or it was removed.
        """
        self._remove(cls, [_living(self._row(cls, key))])

    def remove_many(self, cls: type[Synced], keys: Collection[int]) -> None:
        """`remove` for many rows in a few statements.

        Raises:
            NotFound: one of them does not exist, or was removed; nothing of its part was written.
        """
        for rows in self._parts(cls, keys):
            self._remove(cls, [_living(row) for row in rows])

    def revive(self, cls: type[Synced], key: int, values: Mapping[str, Any] | None = None) -> None:
        """Bring a removed row back: every value it then has is stamped, so that it outlives the removal everywhere.

        Raises:
            NotFound: no such row.
        """
        self._revive(cls, [self._row(cls, key)], values or {})

    def revive_many(self, cls: type[Synced], keys: Collection[int]) -> None:
        """`revive` for many rows in a few statements.

        Raises:
            NotFound: one of them does not exist; nothing of its part was written.
        """
        for rows in self._parts(cls, keys):
            self._revive(cls, rows, {})

    def touch(self) -> None:
        """Give this unit of work its place in the history, also where it has no rows there."""
        self._begin()

    def tell(self, cls: type[Synced], kind: str, keys: Iterable[int]) -> None:
        """Name rows in the changes that were written without history."""
        self._done[kind].setdefault(cls.__tablename__, {}).update(dict.fromkeys(keys))

    def adopt(self, cls: type[Synced], kind: str, rows: Iterable[tuple[int, Mapping[str, Any] | None]]) -> None:
        """Take rows into the history that a merge wrote itself, with the stamps of their own writers.

        `kind` is created, changed or removed; `rows` are ids with what they held before, None for a new row.
        """
        self._begin()
        self._remember(cls, kind, rows)

    def adopt_new(self, cls: type[Synced], keys: range) -> None:
        """`adopt` of new rows whose ids follow one another: the database writes their history by itself."""
        self._begin()
        table = table_of(cls)
        rows = select(literal(self.lsn), literal(table.name), table.c.id).where(table.c.id.between(keys[0], keys[-1]))
        into = insert(_history_row).from_select(["history_id", "entity", "row_id"], rows.order_by(table.c.id))
        with quickly_checked(self.connection, len(keys)):
            self.connection.execute(into)
        self._done["created"].setdefault(table.name, {}).update(dict.fromkeys(keys))

    def saw(self, time: str) -> None:
        """Keep that a stamp with this time part was seen, so that every later stamp exceeds it."""
        self._begin()
        stamp = max(self.stamp, time + LAST_DEVICE)
        self.connection.execute(update(_history).where(_history.c.id == self.lsn).values(stamp=stamp))

    def set_derived(self, cls: type[Synced], columns: Sequence[str], rows: Mapping[int, Sequence[Any]]) -> None:
        """Write columns that follow from other rows (id -> values): no stamps, no history, since they never travel."""
        table = table_of(cls)
        update_rows(self.connection, table, columns, [(key, *values) for key, values in rows.items()])
        self._done["changed"].setdefault(table.name, {}).update(dict.fromkeys(rows))

    def relation_uid(self, cls: type[Synced], values: Mapping[str, Any]) -> uuid.UUID:
        """The uid of a relation from the integer keys of its ends."""
        assert cls.relation is not None
        return uuid.UUID(bytes=relation_bytes(cls.relation, *self._ends(cls, values)))

    def describe(self, detail: Mapping[str, Any]) -> None:
        """Keep facts about this unit of work in the history (counts, file name; nothing personal)."""
        self._begin()
        self.connection.execute(
            update(_history).where(_history.c.id == self.lsn).values(detail=canonical(dict(detail)))
        )

    def mark_undone(self, undone: int) -> None:
        """Record that this unit of work takes back the unit `undone`."""
        self._begin()
        target = self.connection.execute(select(_history.c.undoes).where(_history.c.id == undone)).scalar()
        if target is not None:
            self.connection.execute(update(_history).where(_history.c.id == target).values(undone_by=None))
        self.connection.execute(update(_history).where(_history.c.id == undone).values(undone_by=self.lsn))
        self.connection.execute(update(_history).where(_history.c.id == self.lsn).values(undoes=undone))

    def _ends(self, cls: type[Synced], values: Mapping[str, Any]) -> Iterator[bytes]:
        """The uids of a relation's ends."""
        for column in cls.ends:
            found = UID_OF[TARGETS[cls.__tablename__, column]].one(self.connection, wanted=values[column])
            if found is None:
                raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
            yield found[0]

    def _new_row(self, cls: type[Synced], values: Mapping[str, Any], uid: bytes) -> dict[str, Any]:
        row = BLANK[cls.__tablename__] | dict(values)
        row.update(
            uid=uid,
            created=self.stamp,
            fields="{}",
            seen=self._first_seen,
            gone=None,
            extra=None,
            lsn=self.lsn,
            alive=1,
        )
        row.update(self._derive(cls, row))
        return row

    def _change(self, cls: type[Synced], rows: Iterable[tuple[_Row, _Row]]) -> None:
        """Write the new values of living rows, given as (row as it is, new values); no new values write nothing."""
        table = cls.__tablename__
        inputs = INPUTS.get(table, frozenset())
        # Rows of which the same columns change share a statement.
        written: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        history = []
        for row, new in rows:
            if not new:
                continue
            columns = dict(new)
            if not inputs.isdisjoint(new):
                columns |= self._derive(cls, {**row, **new})
            names = [*map(field_name, new), *self._deliberate(cls, row, new)]
            columns["fields"] = stamp_fields(row["fields"], names, self.stamp)
            columns["seen"] = see(row["seen"], self.stamp)
            columns["lsn"] = self.lsn
            written.setdefault(tuple(columns), []).append(columns | {"wanted": row["id"]})
            history.append((row["id"], {name: row[name] for name in new}))
        if history:
            self._begin()
            for changed, updates in written.items():
                update_of(table, changed).many(self.connection, updates)
            self._remember(cls, "changed", history)

    def _remove(self, cls: type[Synced], rows: Sequence[_Row]) -> None:
        self._begin()
        updates = []
        for row in rows:
            seen = see(row["seen"], self.stamp)
            updates.append({"wanted": row["id"], "gone": seen, "seen": seen, "alive": 0, "lsn": self.lsn})
        update_of(cls.__tablename__, ("gone", "seen", "alive", "lsn")).many(self.connection, updates)
        self._remember(cls, "removed", [(row["id"], {"alive": 1}) for row in rows])

    def _revive(self, cls: type[Synced], rows: Sequence[_Row], values: _Row) -> None:
        self._begin()
        own = [name for name in columns_of(cls) if name not in SYSTEM_COLUMNS and name not in self._derived(cls)]
        updates: list[dict[str, Any]] = []
        history = []
        for row in rows:
            after = {**row, **values}
            before = {name: row[name] for name in own if row[name] != after[name]}
            names = [field_name(name) for name in own if after[name] is not None or name in before]
            names += self._deliberate(cls, row, after)
            written = {name: after[name] for name in own} | self._derive(cls, after)
            written |= {"fields": stamp_fields(row["fields"], names, self.stamp), "seen": see(row["seen"], self.stamp)}
            updates.append(written | {"wanted": row["id"], "alive": 1, "lsn": self.lsn})
            history.append((row["id"], before | {"alive": 0}))
        names_written = tuple(name for name in updates[0] if name != "wanted")
        update_of(cls.__tablename__, names_written).many(self.connection, updates)
        self._remember(cls, "created", history)

    def _parts(self, cls: type[Synced], keys: Collection[int]) -> Iterator[list[_Row]]:
        """The rows of the ids, so many at a time that memory stays small."""
        table, wanted = table_of(cls), list(keys)
        for start in range(0, len(wanted), PART):
            part = wanted[start : start + PART]
            found = self.connection.execute(select(table).where(table.c.id.in_(part))).all()
            rows = {row.id: dict(zip(ALL_COLUMNS[table.name], row, strict=True)) for row in found}
            if len(rows) < len(part):
                raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such record."))
            yield [rows[key] for key in part]

    def _row(self, cls: type[Synced], key: int) -> dict[str, Any]:
        found = ROW[cls.__tablename__].one(self.connection, wanted=key)
        if found is None:
            raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such record."))
        return dict(zip(ALL_COLUMNS[cls.__tablename__], found, strict=True))

    def _deliberate(self, cls: type[Synced], row: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
        """The marker of a bulk mark that somebody puts knowingly over a deliberate one (model/marks.py)."""
        if cls.__tablename__ != MARKED or new.get(MADE_BY) != BULK:
            return ()
        return (DELIBERATE,) if has_to_say_deliberate(row, json.loads(row["fields"]), BULK) else ()

    def _derive(self, cls: type[Synced], row: Mapping[str, Any]) -> dict[str, Any]:
        derive = DERIVED.get(cls.__tablename__)
        return dict(derive(row)) if derive else {}

    def _derived(self, cls: type[Synced]) -> frozenset[str]:
        return derived_columns(cls.__tablename__)

    def _begin(self) -> None:
        if not self._written:
            self._written = True
            _NEW_HISTORY.all(self.connection, id=self.lsn, stamp=self.stamp, label=self.label)

    def _remember(self, cls: type[Synced], kind: str, rows: Iterable[tuple[int, Mapping[str, Any] | None]]) -> None:
        name = cls.__tablename__
        keep = self._done[kind].setdefault(name, {})
        history = []
        for key, before in rows:
            keep[key] = None
            history.append(
                {
                    "history_id": self.lsn,
                    "entity": name,
                    "row_id": key,
                    "before": None if before is None else canonical(dict(before)),
                }
            )
        if len(history) == 1:
            _NEW_HISTORY_ROW.all(self.connection, **history[0])
        elif history:
            insert_rows(self.connection, _history_row, history)


def _living(row: _Row) -> _Row:
    if not row["alive"]:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    return row


def _differing(row: _Row, values: _Row) -> dict[str, Any]:
    return {name: value for name, value in values.items() if row[name] != value}


def before_of(text: str | None) -> dict[str, Any] | None:
    """What a history row says its row held before; None for a row that was new."""
    return None if text is None else dict(json.loads(text))
