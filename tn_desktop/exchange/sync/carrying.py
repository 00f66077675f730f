"""Rows of entities that this program is too old to know: kept as they came, joined, passed on, taken in later."""

from collections.abc import Sequence, Set
from typing import Final

from sqlalchemy import delete, insert, select, update

from tn_desktop.exchange.sync.held_records import RecordList
from tn_desktop.exchange.sync.record import record_of, state_in
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Carried
from tn_desktop.model.join import join
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.store.unit_of_work import UnitOfWork

_AT_ONCE: Final = 500
_carried = table_of(Carried)


def carry(uow: UnitOfWork, table: str, records: Sequence[Record], erased: Set[bytes]) -> None:
    """Keep records of a table that there is none of here; what speaks of somebody erased is not kept."""
    marks = [uid.hex() for uid in erased]
    for record in records:
        if record.uid in erased or any(mark in record.body for mark in marks):
            continue
        where = (_carried.c.entity == table, _carried.c.uid == record.uid)
        held = uow.connection.execute(select(_carried.c.seen, _carried.c.body).where(*where)).one_or_none()
        if held is None:
            row = {"entity": table, "uid": record.uid, "seen": record.seen, "body": record.body, "lsn": uow.lsn}
            uow.connection.execute(insert(_carried), row)
        elif held.seen != record.seen:
            mine = Record(table, record.uid, held.seen, held.body)
            both = record_of(table, record.uid, join(state_in(mine), state_in(record)).state)
            values = {"seen": both.seen, "body": both.body, "lsn": uow.lsn}
            uow.connection.execute(update(_carried).where(*where).values(**values))


def now_known(uow: UnitOfWork) -> RecordList:
    """Carried records whose tables this program has by now; they are taken out, to be merged."""
    where = _carried.c.entity.in_(tuple(BY_TABLE))
    rows = uow.connection.execute(select(_carried).where(where).order_by(_carried.c.id)).all()
    if rows:
        uow.connection.execute(delete(_carried).where(where))
    return RecordList(Record(row.entity, row.uid, row.seen, row.body) for row in rows)
