"""Sending: what this laptop has, as workbooks that stand alone."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

from sqlalchemy import Connection, func, insert, select

from tn_desktop.exchange.export.target import WORKBOOKS, file_kind, new_file
from tn_desktop.exchange.sync.attachments import of_rows
from tn_desktop.exchange.sync.passphrase import encrypted_into
from tn_desktop.exchange.sync.record import places
from tn_desktop.exchange.sync.scope import EVERYTHING, Ids, Scope, ids_in, parts_of
from tn_desktop.exchange.sync.stored import Batch, Names, Taking, batches_above, batches_by_id
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.exchange.sync.visible import spoken
from tn_desktop.exchange.sync.workbook import Contents, Written, write_workbook
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Carried, Erased, SyncSent
from tn_desktop.model.entities.local import History
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.places import province_name
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import EMPTY_STAMP
from tn_desktop.services import export_log, organisation, peers, settings
from tn_desktop.services.called import many_names
from tn_desktop.services.output_files import Reference
from tn_desktop.store.database import Database
from tn_desktop.store.device import note_exported
from tn_desktop.store.revision import HEAD

FORMAT: Final = 1
OLDEST_READER: Final = "0003"
ROWS_A_PART: Final = 250_000
"""More would need more memory to read than an old laptop has."""
MOST_ROWS_A_PART: Final = 1_000_000
"""A sheet of Excel or LibreOffice holds 1,048,576 rows; those of the head and of erasures need some of them."""

ALWAYS: Final = frozenset(("person",))
"""Tables that have a sheet in every part."""

Progress = Callable[[int, int], None]
"""(rows done, rows in all); may raise Cancelled."""
Writer = Callable[[BinaryIO, Contents, Translate], Written]
"""Writes one workbook; tests that make thousands of them have a faster one."""


@dataclass(frozen=True)
class Sent:
    """What was written: the files, records, people, whether only changes are in it, and up to which change.

    outputs are the files of outputs that belong with it: `attachments.give` writes them beside it.
    """

    files: tuple[Path, ...]
    rows: int
    people: int
    delta: bool
    to_lsn: int = 0
    outputs: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Order:
    """What to send.

    Attributes:
        scope: which rows.
        delta: only what the receiver has not acknowledged; a snapshot if nobody has acknowledged anything.
        since: only what was written after this change; 0 for what `delta` says.
        receiver: device id of whom it is for; without one it is for every laptop that answers (services/peers.py).
        passphrase: the workbooks are encrypted with it; "" for none.
        rows_a_part: most records of one workbook.
        recipient: who is given it, for the log of exports.
    """

    scope: Scope = EVERYTHING
    delta: bool = False
    since: int = 0
    receiver: str = ""
    passphrase: str = ""
    rows_a_part: int = ROWS_A_PART
    recipient: str = ""


def send(
    db: Database,
    out: Path,
    translate: Translate,
    order: Order | None = None,
    now: datetime | None = None,
    progress: Progress = lambda done, of: None,
    write: Writer = write_workbook,
) -> Sent:
    """Write one workbook, or several where there are too many rows: OUT.xlsx, OUT-2.xlsx …

    Raises:
        FileRefused: a file cannot be written, or is no .xlsx; what was written of the others is taken away.
        Refused: there is no such province or community. Cancelled: `progress` says so.
    """
    order, now = order or Order(), now or datetime.now().astimezone()
    file_kind(out, WORKBOOKS)
    with db.write(QT_TRANSLATE_NOOP("history", "Prepare an exchange")) as uow:
        peers.introduce(uow, db.device)
    files: list[Path] = []
    try:
        with db.read() as connection:
            plan = _plan(connection, db, order, translate, now)
            outputs = of_rows(connection, plan.ids, plan.header["from_lsn"])
            note_exported(db.profile.device_file, plan.header["stamp"])
            writer = partial(_written, write, translate)
            total = _write_parts(connection, plan, out, order, writer, progress, files)
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
    _log(db, plan, out, total, order, now)
    delta, to_lsn = plan.header["from_lsn"] > 0, plan.header["to_lsn"]
    return Sent(tuple(files), total.rows, total.people, delta, to_lsn, outputs)


def _written(write: Writer, translate: Translate, file: BinaryIO, contents: Contents) -> Written:
    return write(file, contents, translate)


@dataclass(frozen=True)
class _Plan:
    header: dict[str, Any]
    ids: Ids | None
    counts: dict[str, int]
    living: bytes
    erased: Sequence[tuple[bytes, str, str, str]]
    carried: Sequence[Record]
    owner: str
    organisation: str
    made_at: datetime


def _plan(connection: Connection, db: Database, order: Order, translate: Translate, now: datetime) -> _Plan:
    history, sent = table_of(History), table_of(SyncSent)
    newest = connection.execute(select(history.c.id, history.c.stamp).order_by(history.c.id.desc()).limit(1)).one()
    from_lsn = order.since or (peers.acknowledged(connection, order.receiver, now) if order.delta else 0)
    ids = _narrowed(connection, ids_in(connection, order.scope), from_lsn)
    owner = settings.get(connection, settings.OWNER) or {}
    header = {
        "format": FORMAT,
        "schema": HEAD,
        "oldest_reader": OLDEST_READER,
        "export_id": uuid.uuid4().hex,
        "device": db.device,
        "owner": owner.get("name") or "",
        "sequence": (connection.execute(select(func.max(sent.c.sequence))).scalar() or 0) + 1,
        "stamp": newest.stamp,
        "scope": order.scope.text,
        "from_lsn": from_lsn,
        "to_lsn": newest.id,
        "acknowledgements": peers.received(connection),
        "made_at": now.isoformat(timespec="seconds"),
        "words": spoken(translate),
    }
    sender = ", ".join(filter(None, (owner.get("name"), province_name(owner.get("province"))))) or db.device
    erased = table_of(Erased)
    rows = connection.execute(select(erased).order_by(erased.c.uid))
    return _Plan(
        header,
        ids,
        _counts(connection, ids, from_lsn),
        _living(connection, ids, from_lsn),
        [(row.uid, row.entity, row.erased_on, row.authority) for row in rows],
        _carried(connection, from_lsn) if ids is None else [],
        sender,
        organisation.name_of(connection),
        now,
    )


def _carried(connection: Connection, lsn: int) -> list[Record]:
    table = table_of(Carried)
    rows = connection.execute(select(table).where(table.c.lsn > lsn).order_by(table.c.entity, table.c.uid))
    return [Record(row.entity, row.uid, row.seen, row.body) for row in rows]


def _narrowed(connection: Connection, ids: Ids | None, lsn: int) -> Ids | None:
    """Those of the rows that are to be sent: written after `lsn`, and no stubs, which know nothing."""
    if ids is None:
        return None
    narrow: Ids = {}
    for name, chosen in ids.items():
        table = table_of(BY_TABLE[name])
        statement = select(table.c.id).where(table.c.created != EMPTY_STAMP)
        if lsn:
            statement = statement.where(table.c.lsn > lsn)
        found = (connection.execute(statement.where(table.c.id.in_(part))).scalars() for part in parts_of(chosen))
        narrow[name] = set(chain.from_iterable(found))
    return narrow


def _counts(connection: Connection, ids: Ids | None, lsn: int) -> dict[str, int]:
    """How many rows there are to send of each table that is to have a sheet."""
    if ids is not None:
        return {table: len(chosen) for table, chosen in ids.items() if chosen or table in ALWAYS}
    tables = {name: table_of(cls) for name, cls in BY_TABLE.items()}
    rows = [select(func.count()).select_from(table) for table in tables.values()]
    to_send = [
        one.where(table.c.lsn > lsn, table.c.created != EMPTY_STAMP)
        for one, table in zip(rows, tables.values(), strict=True)
    ]
    sent = connection.execute(select(*(one.scalar_subquery() for one in to_send))).one()
    # A snapshot shows the sheet of tools that came with the program too, to add others to them.
    held = sent if lsn else connection.execute(select(*(one.scalar_subquery() for one in rows))).one()
    every = zip(tables, sent, held, strict=True)
    return {name: count for name, count, any_held in every if any_held or name in ALWAYS}


def _living(connection: Connection, ids: Ids | None, lsn: int) -> bytes:
    """Of each person to send whether she is there (1) or removed (0), in order of the ids."""
    people = table_of(BY_TABLE["person"])
    statement = select(people.c.alive).order_by(people.c.id)
    if ids is None:
        known = statement.where(people.c.lsn > lsn, people.c.created != EMPTY_STAMP)
        return bytes(connection.execute(known).scalars().all())
    found = (connection.execute(statement.where(people.c.id.in_(part))).scalars() for part in parts_of(ids["person"]))
    return bytes(chain.from_iterable(found))


def _rows(connection: Connection, plan: _Plan, table: str, names: Names) -> Iterator[Batch]:
    """The rows of a table to send."""
    if plan.ids is not None:
        yield from batches_by_id(connection, table, sorted(plan.ids[table]), names)
        return
    created = places(table)["created"]
    for batch in batches_above(connection, table, plan.header["from_lsn"], names):
        if EMPTY_STAMP in batch.columns[created]:
            batch = batch.some([row for row in batch.rows if row[created] != EMPTY_STAMP])
        yield batch


def _write_parts(
    connection: Connection,
    plan: _Plan,
    out: Path,
    order: Order,
    write: Callable[[BinaryIO, Contents], Written],
    progress: Progress,
    files: list[Path],
) -> Written:
    total, in_all = Written(), sum(plan.counts.values())
    most = rows_a_part(order.rows_a_part)
    parts = max(1, -(-in_all // most))
    names = Names(connection)
    sources = {table: Taking(_rows(connection, plan, table, names)) for table in BY_TABLE}

    def watch(rows: int) -> None:
        total.rows += rows
        progress(total.rows, in_all)

    left, sent = dict(plan.counts), 0
    for part in range(1, parts + 1):
        path = out if part == 1 else out.with_stem(f"{out.stem}-{part}")
        shares = _shares(left, most)
        people = shares.get("person", 0)
        contents = Contents(
            {**plan.header, "part": part, "parts": parts},
            [(table, sources[table].take(count)) for table, count in shares.items()],
            sum(shares.values()),
            sum(plan.living[sent : sent + people]),
            plan.erased,
            plan.carried if part == parts else [],
            plan.made_at,
            plan.owner,
            plan.organisation,
            partial(many_names, connection),
            watch,
        )
        with new_file(path) as file, encrypted_into(file, order.passphrase) as inner:
            written = write(inner, contents)
        files.append(path)
        sent += people
        total.people += written.people
    progress(in_all, in_all)
    return total


def rows_a_part(wanted: int) -> int:
    """How many rows a part takes at most."""
    return max(1, min(wanted, MOST_ROWS_A_PART))


def _shares(left: dict[str, int], room: int) -> dict[str, int]:
    """How many rows of each table the next part takes, which are taken off `left`."""
    shares: dict[str, int] = {}
    for table, count in list(left.items()):
        if count <= room:
            shares[table] = left.pop(table)
        elif room:
            shares[table] = room
            left[table] -= room
        room -= shares.get(table, 0)
    return {table: shares.get(table, 0) for table in BY_TABLE if table in shares or table in ALWAYS}


def _log(db: Database, plan: _Plan, out: Path, total: Written, order: Order, now: datetime) -> None:
    header = plan.header
    with db.write(QT_TRANSLATE_NOOP("history", "Send an exchange")) as uow:
        table = table_of(SyncSent)
        taken = uow.connection.execute(select(func.max(table.c.sequence))).scalar() or 0
        row = {name: header[name] for name in ("export_id", "scope", "from_lsn", "to_lsn")}
        row |= {"sequence": max(taken + 1, header["sequence"]), "at": f"{now:%Y-%m-%dT%H:%M:%S}"}
        uow.connection.execute(insert(table), row | {"name": out.name, "rows": total.rows})
        one = export_log.Exported(
            out.name, export_log.SYNC, header["scope"], total.people, True, recipient=order.recipient
        )
        export_log.note(uow, one, now)


__all__ = ["Order", "Sent", "send"]
