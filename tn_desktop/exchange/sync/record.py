"""A row as it travels: texts that name other rows by their uids, so that every laptop can read them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any, Final, NamedTuple

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync.travelling import LAST_STAMP, Record, strict_json
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.join import Cell, RowState, effective, sparse
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.shapes import is_plain
from tn_desktop.model.stamps import EMPTY_STAMP, canonical, covers
from tn_desktop.model.travel import BYTES, KEY, Traveller, travellers, travellers_by_field

_STAMP: Final = re.compile(r"[0-9a-v]{24}")
_DEVICE: Final = re.compile(r"[0-9a-v]{12}")
_TIME: Final = re.compile(r"[0-9a-v]{12}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")


def record_of(table: str, uid: bytes, state: RowState) -> Record:
    """A state as a record."""
    values = {field: cell.value for field, cell in state.cells.items() if cell.value is not None}
    body = [state.created, sparse(state.created, state.cells), state.gone, values]
    return Record(table, uid, canonical(dict(state.seen)), canonical(body))


@cache
def places(table: str) -> Mapping[str, int]:
    """Column -> its place in a row of the table, in that order."""
    return {column.name: place for place, column in enumerate(table_of(BY_TABLE[table]).columns)}


@cache
def key_columns(table: str) -> tuple[tuple[int, str], ...]:
    """(place, table it points to) of every column that names another row, in the order of `travellers`."""
    at = places(table)
    return tuple((at[one.column], one.target) for one in travellers(table) if one.form == KEY)


_KEPT: Final = 20_000
"""Most values of a field whose JSON is kept: days, words and the uids of sessions come again and again."""


class RecordTexts(NamedTuple):
    """The records of some rows, column by column.

    Attributes:
        portable: whether every body is as `machine.portable` would have it; False means that nobody looked.
    """

    table: str
    uids: Sequence[bytes]
    seens: Sequence[str]
    bodies: Sequence[str]
    portable: bool

    def records(self) -> list[Record]:
        """The same as records."""
        return list(map(Record, repeat(self.table), self.uids, self.seens, self.bodies))


class RecordMaker:
    """Makes the records of one table's rows, many at once: what is done for a whole column costs a row little.

    Args:
        uids: for the place of each column that names another row, its uid in hexadecimal by its local id.
    """

    def __init__(self, table: str, uids: Mapping[int, Mapping[int, str]]) -> None:
        at = places(table)
        self._table = table
        self._system = tuple(at[name] for name in ("uid", "created", "fields", "seen", "gone", "extra"))
        # In the order of canonical JSON.
        fields = [(one.field, at[one.column], one.form) for one in travellers(table)]
        self._fields = [
            _Link(name, place, uids[place]) if form == KEY else _Field(name, place, form)
            for name, place, form in sorted(fields)
        ]

    def texts(self, columns: Sequence[Sequence[Any]]) -> RecordTexts:
        """The records of rows, given as the values of each column in order; there has to be a row."""
        count = len(columns[0])
        nothing = (None,) * count
        # Piece by piece: the general encoder would take half the time of an export.
        pieces = [
            map(field.__getitem__, columns[field.place]) for field in self._fields if columns[field.place] != nothing
        ]
        values: Iterable[str] = map("".join, zip(*pieces, strict=True)) if pieces else repeat("", count)
        uids, *system, extras = (columns[place] for place in self._system)
        created, fields, seens, gone = system
        # The stamps are JSON texts already: parsing them to write them again would double the time of an export.
        bodies = [
            f'["{one}",{stamps},{left or "null"},{{{told[1:]}}}]'
            for one, stamps, left, told in zip(created, fields, gone, values, strict=True)
        ]
        if any(extras):
            bodies = [_with_extra(body, extra) if extra else body for body, extra in zip(bodies, extras, strict=True)]
        portable = all(field.portable for field in self._fields) and not any(extras) and "_x" not in "".join(fields)
        return RecordTexts(self._table, uids, seens, bodies, portable)


def _with_extra(body: str, extra: str) -> str:
    created, fields, gone, values = json.loads(body)
    return canonical([created, fields, gone, json.loads(extra) | values])


class _Field(dict[Any, str]):
    """One field: its name and a value as JSON, after a comma, by the value; "" for none.

    Attributes:
        place: of its column.
        portable: whether all that was made is portable.
    """

    def __init__(self, name: str, place: int, form: str) -> None:
        super().__init__({None: ""})
        self.place = place
        self.portable = "_x" not in name
        self._name, self._form = f',"{name}":', form

    def __missing__(self, value: Any) -> str:
        text = self._made(value)
        if self.portable and (not text.isprintable() or "_x" in text):
            self.portable = False
        if len(self) < _KEPT:
            self[value] = text
        return text

    def _made(self, value: Any) -> str:
        if type(value) is str:
            return self._name + encode_basestring(value)
        return f'{self._name}"{value.hex()}"' if self._form == BYTES else self._name + canonical(value)


class _Link(_Field):
    """A field that names another row, by the local id of that row; "" too if there is none."""

    def __init__(self, name: str, place: int, uids: Mapping[int, str]) -> None:
        super().__init__(name, place, KEY)
        self._uids = uids

    def __missing__(self, value: Any) -> str:
        uid = self._uids.get(value)
        text = f'{self._name}"{uid}"' if uid else ""
        if len(self) < _KEPT:
            self[value] = text
        return text


def state_in(record: Record) -> RowState:
    """The state that a record tells.

    Raises:
        FileRefused: it is none; only a damaged or made-up file holds such a record.
    """
    try:
        created, stamps, gone, values = strict_json(record.body)
        seen = seen_in(record.seen)
        _check(record.table, created, stamps, seen, gone, values)
        if record.table == "conflict":
            _check_conflict(values)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FileRefused(DAMAGED) from error
    # A stub knows nothing yet; what it had to be given to be stored is no value.
    cells = effective(created, stamps, values) if created != EMPTY_STAMP or stamps else {}
    return RowState(record.table, created, cells, seen, gone)


def _check(table: str, created: Any, stamps: Any, seen: Any, gone: Any, values: Any) -> None:
    known = travellers_by_field(table) if table in BY_TABLE else {}
    written = (created, *stamps.values())
    sound = (
        _NAME.fullmatch(table)
        and all(stamp == EMPTY_STAMP or (_STAMP.fullmatch(stamp) and stamp < LAST_STAMP) for stamp in written)
        and (gone is None or all(_is_time_of(device, time) for device, time in gone.items()))
        # Whoever writes has seen her own write: a stamp that nobody saw would win for ever, whatever came after it.
        and all(covers(seen, stamp) for stamp in written)
        and (gone is None or all(seen.get(device, EMPTY_STAMP) >= time for device, time in gone.items()))
        and all(field in known or _NAME.fullmatch(field) for field in (*stamps, *values))
        and all(known[field].accepts(value) if field in known else is_plain(value) for field, value in values.items())
    )
    if not sound:
        raise ValueError


def seen_in(text: str) -> dict[str, str]:
    """The `seen` in its text.

    Raises:
        FileRefused: it is none.
    """
    try:
        seen: dict[str, str] = strict_json(text)
        if all(_is_time_of(device, time) for device, time in seen.items()):
            return seen
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FileRefused(DAMAGED) from error
    raise FileRefused(DAMAGED)


def _is_time_of(device: str, time: str) -> bool:
    return _DEVICE.fullmatch(device) is not None and _TIME.fullmatch(time) is not None and time < LAST_STAMP


def _check_conflict(values: Mapping[str, Any]) -> None:
    """A value that gave way names its row and its field, and is one that could stand there."""
    if not values:
        return
    lost, stamp = strict_json(values["lost"]), values["lost_stamp"]
    sound = values["row_uid"] and values["entity"] and values["field"] and (not stamp or _STAMP.fullmatch(stamp))
    link = travellers_by_field(values["entity"]).get(values["field"]) if values["entity"] in BY_TABLE else None
    if not sound or not (is_plain(lost) if link is None else link.accepts(lost)):
        raise ValueError


def pointed_to(table: str, state: RowState) -> dict[Traveller, bytes]:
    """The rows that a state points to: field -> uid."""
    found = {}
    for one in travellers(table):
        if one.form == KEY and (cell := state.cells.get(one.field)) is not None and cell.value is not None:
            found[one] = bytes.fromhex(cell.value)
    return found


def columns_of_state(table: str, state: RowState, keys: Mapping[str, Mapping[bytes, int]]) -> dict[str, Any]:
    """What a row stores of a state, but for id, uid, lsn and derived columns.

    `keys` gives the local ids of the rows it points to, by table and uid.
    """
    columns: dict[str, Any] = {}
    for one in travellers(table):
        cell = state.cells.get(one.field)
        value = None if cell is None else cell.value
        if value is not None and one.form == KEY:
            value = keys[one.target][bytes.fromhex(value)]
        elif value is not None and one.form == BYTES:
            value = bytes.fromhex(value)
        columns[one.column] = value
    known = travellers_by_field(table)
    extra = {name: cell.value for name, cell in state.cells.items() if name not in known and cell.value is not None}
    columns["created"] = state.created
    columns["fields"] = stamps_text(sparse(state.created, state.cells))
    columns["seen"] = stamps_text(state.seen)
    columns["gone"] = None if state.gone is None else stamps_text(state.gone)
    columns["extra"] = canonical(extra) if extra else None
    columns["alive"] = int(state.alive)
    return columns


def stamps_text(stamps: Mapping[str, str]) -> str:
    """`canonical` of stamps, several times as fast for the few that most rows have: they need no escapes."""
    if not stamps:
        return "{}"
    if len(stamps) == 1:
        ((name, stamp),) = stamps.items()
        return f'{{"{name}":"{stamp}"}}'
    return canonical(dict(stamps))


def with_value(state: RowState, field: str, value: Any) -> RowState:
    """The state with another value under the same stamp; a field that nobody wrote stays out."""
    if field not in state.cells:
        return state
    cells = {**state.cells, field: Cell(state.cells[field].stamp, value)}
    return RowState(state.table, state.created, cells, state.seen, state.gone)


def own_columns(table: str) -> tuple[str, ...]:
    """Every column that a merge writes of a row, but for id, uid, lsn and derived ones."""
    system = ("created", "fields", "seen", "gone", "extra", "alive")
    return (*(one.column for one in travellers(table)), *system)


def blank(table: str) -> dict[str, Any]:
    """The defaults of a table's columns but for its id."""
    return {
        column.name: getattr(column.default, "arg", None)
        for column in table_of(BY_TABLE[table]).columns
        if column.name != "id"
    }
