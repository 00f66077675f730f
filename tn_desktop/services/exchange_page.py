"""What the pane of the exchange shows: who has what of whom, what was sent and taken in, and what waits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Device, HeldFile, SyncBatch, SyncSent
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.fields import RELATION, FieldSpec
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import conflicts, peers, related
from tn_desktop.services.conflicts import OpenConflict
from tn_desktop.services.known_people import Known
from tn_desktop.services.names_of import names_of_uids
from tn_desktop.services.peers import PeerState

BATCHES_SHOWN: Final = 200
_batch, _sent, _device = table_of(SyncBatch), table_of(SyncSent), table_of(Device)
_history, _row, _held = table_of(History), table_of(HistoryRow), table_of(HeldFile)


@dataclass(frozen=True, slots=True)
class Laptop:
    """Another laptop; waiting counts our changes that it has not said to have, None where it has said nothing yet."""

    number: int
    state: PeerState
    waiting: int | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was taken in; undone where it was taken back. batch names all files of one call."""

    id: int
    batch: int
    at: str
    file: str
    owner: str
    added: int
    changed: int
    removed: int
    conflicts: int
    undone: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The pane at a glance.

    Attributes:
        sent_at, sent_name: the last workbook that left, "" where none did.
        waiting: rows that were written since; None where nothing was sent yet.
        conflicts, held: how many wait.
    """

    laptops: tuple[Laptop, ...]
    taken: tuple[TakenIn, ...]
    sent_at: str
    sent_name: str
    waiting: int | None
    conflicts: int
    held: int


def overview(connection: Connection, now: datetime | None = None) -> Overview:
    """Everything at a glance; nothing in it is longer than `BATCHES_SHOWN`."""
    sent = connection.execute(select(_sent).order_by(_sent.c.sequence.desc()).limit(1)).one_or_none()
    counted: dict[int, int | None] = {}

    def since(lsn: int) -> int | None:
        if lsn not in counted:
            counted[lsn] = rows_since(connection, lsn)
        return counted[lsn]

    states = peers.peers(connection, now)
    return Overview(
        tuple(Laptop(number, state, since(state.acknowledged_lsn)) for number, state in enumerate(states, 1)),
        _taken(connection),
        sent.at if sent is not None else "",
        sent.name if sent is not None else "",
        since(sent.to_lsn if sent is not None else 0),
        conflicts.count_open(connection),
        int(connection.execute(select(func.count()).select_from(_held)).scalar() or 0),
    )


def names_of_rows(connection: Connection, found: Sequence[OpenConflict]) -> dict[int, str]:
    """Conflict id -> what the row is called, where it is there; of a verdict what both are called."""
    ids: dict[str, set[int]] = {}
    for one in found:
        if one.pair is not None:
            ids.setdefault(one.pair.entity, set()).update(key for key in one.pair.ids if key is not None)
        elif one.row_id is not None and one.entity in ENTITIES:
            ids.setdefault(one.entity, set()).add(one.row_id)
    named = {
        (entity, known.id): known
        for entity, keys in ids.items()
        for known in related.known(connection, entity, [*keys])
    }
    return {one.id: _name(one, named) for one in found}


def _name(one: OpenConflict, named: Mapping[tuple[str, int], Known]) -> str:
    if one.pair is None:
        known = named.get((one.entity, one.row_id or 0))
        return "" if known is None else known.name
    ends = [named.get((one.pair.entity, key or 0)) for key in one.pair.ids]
    names = ["–" if end is None else end.name for end in ends]
    details = [end.detail for end in ends if end is not None]
    if len({*names}) == 1 and len({*details}) == 2:
        # Who was entered twice has one name as a rule: what stands beside it tells one row from the other.
        return f"{names[0]}: {' ↔ '.join(detail or '–' for detail in details)}"
    return " ↔ ".join(names)


def names_in_values(connection: Connection, found: Sequence[OpenConflict], language: str) -> dict[str, str]:
    """Uid -> what the rows are called that stand against each other in conflicts, where they are there."""
    wanted: dict[str, set[str]] = {}
    for one in found:
        of = next((spec for spec in _relations(one.entity) if spec.name == one.field), None)
        if of is not None:
            wanted.setdefault(of.target, set()).update(uid for uid in (one.kept, one.lost) if uid)
    return names_of_uids(connection, wanted, language)


def _relations(entity: str) -> list[FieldSpec]:
    return [one for one in ENTITIES[entity].fields if one.kind == RELATION] if entity in ENTITIES else []


def rows_since(connection: Connection, lsn: int) -> int | None:
    """How many rows were written after a change; None where there is none yet: then everything is new to the other."""
    if not lsn:
        return None
    written = select(_row.c.entity, _row.c.row_id).where(_row.c.history_id > lsn).distinct().subquery()
    return int(connection.execute(select(func.count()).select_from(written)).scalar() or 0)


def _taken(connection: Connection) -> tuple[TakenIn, ...]:
    statement = (
        select(_batch, _history.c.undone_by, _device.c.owner)
        .join(_history, _history.c.id == _batch.c.history_id, isouter=True)
        .join(_device, _device.c.device == _batch.c.device, isouter=True)
        .order_by(_batch.c.id.desc())
        .limit(BATCHES_SHOWN)
    )
    return tuple(_taken_row(row) for row in connection.execute(statement))


def _taken_row(row: Any) -> TakenIn:
    counts = json.loads(row.counts)
    return TakenIn(
        row.id,
        row.batch,
        row.at,
        row.name,
        row.owner or "",
        counts.get("added", 0),
        counts.get("changed", 0),
        counts.get("removed", 0),
        counts.get("conflicts", 0),
        row.undone_by is not None,
    )
