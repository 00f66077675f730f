"""The other laptops: what we have of theirs, what they have of ours, and who writes on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, func, insert, select, update

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Device, Peer, SyncBatch
from tn_desktop.model.entities.local import History
from tn_desktop.model.stamps import relation_bytes
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

SILENT_DAYS: Final = 60
"""A laptop from which nothing came for so long is no longer waited for: it may be lost, or have a new device id. What
it lacks it is given by a file of everything."""
_peer, _batch, _device, _history = table_of(Peer), table_of(SyncBatch), table_of(Device), table_of(History)


@dataclass(frozen=True, slots=True)
class PeerState:
    """One other laptop.

    Attributes:
        owner, province: who works on it, as it says itself.
        received_lsn: up to which of its changes we have all.
        gaps: numbers of its files that never came and whose changes have not come in a later file either.
        acknowledged_lsn: up to which of our changes it has said to have all.
        heard_at: when the latest file of it was taken in, of whatever it was.
        silent: whether that is longer ago than `SILENT_DAYS`.
    """

    device: str
    owner: str
    province: str
    received_lsn: int
    received_at: str | None
    gaps: tuple[int, ...]
    acknowledged_lsn: int
    acknowledged_at: str | None
    heard_at: str | None = None
    silent: bool = False


def introduce(uow: UnitOfWork, device: str) -> None:
    """Keep, as a row that travels, who writes under this device id."""
    owner: Mapping[str, Any] = settings.get(uow.connection, settings.OWNER) or {}
    values = {"device": device, "owner": owner.get("name") or None, "province": owner.get("province")}
    uid = relation_bytes("device", device.encode("ascii"))
    key = uow.connection.execute(select(_device.c.id).where(_device.c.uid == uid)).scalar()
    if key is None:
        uow.create_many(Device, [{**values, "uid": uid}])
    else:
        uow.change(Device, key, values)


def acknowledged(connection: Connection, receiver: str = "", now: datetime | None = None) -> int:
    """Up to which change the receiver has everything of ours; without one, what every laptop has that is not silent.

    0, which asks for everything, where nobody has answered, or all are silent.
    """
    if receiver:
        return connection.execute(select(_peer.c.acknowledged_lsn).where(_peer.c.device == receiver)).scalar() or 0
    silent, heard = _silent_before(now), _heard(connection)
    rows = connection.execute(select(_peer.c.device, _peer.c.acknowledged_lsn))
    return min((row.acknowledged_lsn for row in rows if heard.get(row.device, "") >= silent), default=0)


def _silent_before(now: datetime | None) -> str:
    return f"{(now or datetime.now().astimezone()) - timedelta(days=SILENT_DAYS):%Y-%m-%dT%H:%M:%S}"


def _heard(connection: Connection) -> dict[str, str]:
    """Device -> when the latest file of it was taken in."""
    rows = connection.execute(select(_batch.c.device, func.max(_batch.c.at).label("at")).group_by(_batch.c.device))
    return {row.device: row.at for row in rows}


def received(connection: Connection) -> dict[str, int]:
    """Up to which of its changes we have everything, by device."""
    return {row.device: row.received_lsn for row in connection.execute(select(_peer)) if row.received_lsn}


def hear(uow: UnitOfWork, device: str, acknowledges: int, now: datetime) -> None:
    """Note that a laptop has everything of ours up to a change; what an older file says is no news."""
    held = uow.connection.execute(select(_peer.c.acknowledged_lsn).where(_peer.c.device == device)).scalar()
    if held is None:
        uow.connection.execute(
            insert(_peer), {"device": device, "received_lsn": 0, "received_sequence": 0, "acknowledged_lsn": 0}
        )
    if acknowledges > (held or 0):
        values = {"acknowledged_lsn": acknowledges, "acknowledged_at": f"{now:%Y-%m-%dT%H:%M:%S}"}
        uow.connection.execute(update(_peer).where(_peer.c.device == device).values(**values))


def count_received(uow: UnitOfWork, device: str) -> None:
    """Work out anew what we have of a laptop's changes from its files that were taken in and not taken back."""
    standing = [row for row in _files(uow.connection, device) if row.scope == "all"]
    have, _sequence = _complete(standing)
    values = {"received_lsn": have, "received_sequence": max((row.sequence for row in standing), default=0)}
    if standing:
        values["received_at"] = max(row.at for row in standing)
    uow.connection.execute(update(_peer).where(_peer.c.device == device).values(**values))


def _complete(standing: Sequence[Any]) -> tuple[int, int]:
    """Up to which change files of everything have all, and the number of the latest file that says so."""
    complete: dict[str, tuple[int, int, int]] = {}
    for row in standing:
        parts = {other.part for other in standing if other.export_id == row.export_id}
        if len(parts) == row.parts:
            complete[row.export_id] = (row.from_lsn, row.to_lsn, row.sequence)
    have = sequence = 0
    for from_lsn, to_lsn, number in sorted(complete.values(), key=lambda span: span[1]):
        # A delta counts only if it goes on from what is there; a snapshot begins at 0.
        if from_lsn <= have:
            have, sequence = max(have, to_lsn), max(sequence, number)
    return have, sequence


def _files(connection: Connection, device: str) -> list[Any]:
    """The files of a laptop that were taken in and not taken back."""
    taken_back = and_(_history.c.id == _batch.c.history_id, _history.c.undone_by.is_not(None))
    undone = select(_history.c.id).where(taken_back).exists()
    statement = select(_batch).where(_batch.c.device == device, ~undone).order_by(_batch.c.id)
    return list(connection.execute(statement).all())


def peers(connection: Connection, now: datetime | None = None) -> list[PeerState]:
    """Every laptop that was ever heard of, the latest first."""
    silent, heard = _silent_before(now), _heard(connection)
    names = {row.device: row for row in connection.execute(select(_device))}
    found = []
    for row in connection.execute(select(_peer).order_by(_peer.c.received_at.desc(), _peer.c.device)):
        files = _files(connection, row.device)
        came = {file.sequence for file in files}
        _have, healed = _complete([file for file in files if file.scope == "all"])
        gaps = tuple(number for number in range(healed + 1, max(came, default=0)) if number not in came)
        if not healed:
            gaps = tuple(number for number in gaps if number > min(came, default=0))
        name = names.get(row.device)
        found.append(
            PeerState(
                row.device,
                (name.owner if name else None) or "",
                (name.province if name else None) or "",
                row.received_lsn,
                row.received_at,
                gaps,
                row.acknowledged_lsn,
                row.acknowledged_at,
                heard.get(row.device),
                heard.get(row.device, "") < silent,
            )
        )
    return found
