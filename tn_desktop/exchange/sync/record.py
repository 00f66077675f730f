"""A row as it travels: texts that name other rows by their uids, so that every laptop can read them."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, Final, NamedTuple

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.join import Cell, RowState, effective, sparse
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.shapes import is_plain
from tn_desktop.model.stamps import EMPTY_STAMP, canonical, covers, make_stamp
from tn_desktop.model.travel import BYTES, KEY, Traveller, travellers, travellers_by_field

_STAMP: Final = re.compile(r"[0-9a-v]{24}")
_DEVICE: Final = re.compile(r"[0-9a-v]{12}")
_TIME: Final = re.compile(r"[0-9a-v]{12}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")
LAST_STAMP: Final = make_stamp(7_258_118_400_000, 0, "")
"""Of the year 2200. No clock is that wrong; a laptop that had seen a later one could soon write nothing any more."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row's whole state as two texts.

    Attributes:
        table: what the row is; a newer program may send tables that this one does not know.
        uid: its 16 bytes.
        seen: canonical JSON, device -> time part. Equal texts mean equal rows.
        body: canonical JSON: [created, stamps of fields, gone, values]; other rows are named by their uids in
            hexadecimal, null values are left out.
    """

    table: str
    uid: bytes
    seen: str
    body: str


def record_of(table: str, uid: bytes, state: RowState) -> Record:
    """A state as a record."""
    values = {field: cell.value for field, cell in state.cells.items() if cell.value is not None}
    body = [state.created, sparse(state.created, state.cells), state.gone, values]
    return Record(table, uid, canonical(dict(state.seen)), canonical(body))


class Named(NamedTuple):
    """Another row as records and cells name it: its uid, and what people call it."""

    uid: bytes
    title: str


@cache
def places(table: str) -> Mapping[str, int]:
    """Column -> its place in a row of the table, in that order."""
    return {column.name: place for place, column in enumerate(table_of(BY_TABLE[table]).columns)}


@cache
def key_columns(table: str) -> tuple[tuple[int, str], ...]:
    """(place, table it points to) of every column that names another row, in the order of `travellers`."""
    at = places(table)
    return tuple((at[one.column], one.target) for one in travellers(table) if one.form == KEY)


@cache
def _writing(table: str) -> tuple[tuple[str, int, str, int], ...]:
    """(name as JSON, place, form, which of the keys) of every field, in the order of canonical JSON."""
    at, keys = places(table), [place for place, _target in key_columns(table)]
    return tuple(
        (f'"{one.field}":', at[one.column], one.form, keys.index(at[one.column]) if one.form == KEY else -1)
        for one in sorted(travellers(table), key=lambda one: one.field)
    )


@cache
def _system(table: str) -> Callable[[Sequence[Any]], tuple[bytes, str, str, str, str | None, str | None]]:
    return itemgetter(*(places(table)[name] for name in ("uid", "created", "fields", "seen", "gone", "extra")))


def stored_record(table: str, row: Sequence[Any], named: Sequence[Named | None]) -> Record:
    """A stored row as a record; `row` are its columns in order, `named` the rows that its keys point to."""
    # Piece by piece, in the order of canonical JSON: the general encoder would take half the time of an export.
    pieces = []
    for name, place, form, key in _writing(table):
        value = row[place]
        if value is None:
            continue
        if form == KEY:
            other = named[key]
            if other is not None:
                pieces.append(f'{name}"{other.uid.hex()}"')
        elif type(value) is str:
            pieces.append(name + encode_basestring(value))
        elif type(value) is int:
            pieces.append(f"{name}{value}")
        else:
            pieces.append(f'{name}"{value.hex()}"' if form == BYTES else name + canonical(value))
    uid, created, fields, seen, gone, extra = _system(table)(row)
    values = f"{{{','.join(pieces)}}}"
    if extra:
        values = canonical(json.loads(extra) | json.loads(values))
    # The stamps are JSON texts already: parsing them to write them again would double the time of an export.
    return Record(table, uid, seen, f'["{created}",{fields},{gone or "null"},{values}]')


def state_in(record: Record) -> RowState:
    """The state that a record tells.

    Raises:
        FileRefused: it is none; only a damaged or made-up file holds such a record.
    """
    try:
        created, stamps, gone, values = strict_json(record.body)
        seen = strict_json(record.seen)
        _check(record.table, created, stamps, seen, gone, values)
        if record.table == "conflict":
            _check_conflict(values)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise FileRefused(DAMAGED) from error
    # A stub knows nothing yet; what it had to be given to be stored is no value.
    cells = effective(created, stamps, values) if created != EMPTY_STAMP or stamps else {}
    return RowState(record.table, created, cells, seen, gone)


def strict_json(text: str) -> Any:
    """The value of a JSON text that can be stored.

    Raises:
        ValueError: it is none; it holds a number that is none, a half of a letter (a lone surrogate) or a zero byte.
        RecursionError: it is nested too deeply.
    """
    if _UNSTORABLE.search(text) is None:
        return _DECODE(text)
    held = _DECODE(text)
    whole = json.dumps(held, ensure_ascii=False)
    whole.encode()  # no text can hold half a letter
    if "\\u0000" in whole:
        raise ValueError
    return held


def _no_number(name: str) -> Any:
    raise ValueError(name)


_DECODE: Final = json.JSONDecoder(parse_constant=_no_number).decode
_UNSTORABLE: Final = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)|[\ud800-\udfff]")
"""Escapes that may be half a letter, or a zero byte; and such halves themselves."""


def _check(table: str, created: Any, stamps: Any, seen: Any, gone: Any, values: Any) -> None:
    known = travellers_by_field(table) if table in BY_TABLE else {}
    written = (created, *stamps.values())
    sound = (
        _NAME.fullmatch(table)
        and all(stamp == EMPTY_STAMP or (_STAMP.fullmatch(stamp) and stamp < LAST_STAMP) for stamp in written)
        and all(_is_time_of(device, time) for device, time in seen.items())
        and (gone is None or all(_is_time_of(device, time) for device, time in gone.items()))
        # Whoever writes has seen her own write: a stamp that nobody saw would win for ever, whatever came after it.
        and all(covers(seen, stamp) for stamp in written)
        and (gone is None or all(seen.get(device, EMPTY_STAMP) >= time for device, time in gone.items()))
        and all(field in known or _NAME.fullmatch(field) for field in (*stamps, *values))
        and all(known[field].accepts(value) if field in known else is_plain(value) for field, value in values.items())
    )
    if not sound:
        raise ValueError


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


def columns_of_state(table: str, state: RowState, keys: Mapping[tuple[str, bytes], int]) -> dict[str, Any]:
    """What a row stores of a state, but for id, uid, lsn and derived columns.

    `keys` gives the local ids of the rows it points to, by table and uid.
    """
    columns: dict[str, Any] = {}
    for one in travellers(table):
        cell = state.cells.get(one.field)
        value = None if cell is None else cell.value
        if value is not None and one.form == KEY:
            value = keys[one.target, bytes.fromhex(value)]
        elif value is not None and one.form == BYTES:
            value = bytes.fromhex(value)
        columns[one.column] = value
    known = travellers_by_field(table)
    extra = {name: cell.value for name, cell in state.cells.items() if name not in known and cell.value is not None}
    columns["created"] = state.created
    columns["fields"] = _stamps_text(sparse(state.created, state.cells))
    columns["seen"] = _stamps_text(state.seen)
    columns["gone"] = None if state.gone is None else _stamps_text(state.gone)
    columns["extra"] = canonical(extra) if extra else None
    columns["alive"] = int(state.alive)
    return columns


def _stamps_text(stamps: Mapping[str, str]) -> str:
    """`canonical`, several times as fast for the few stamps that most rows have: names and stamps need no escapes."""
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
