"""Values that gave way in a merge: looking at them, and saying which is right."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from tn_desktop.model.changes import VERDICTS, Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Conflict, Device
from tn_desktop.model.entities.people import Person
from tn_desktop.model.errors import NotFound, Refused
from tn_desktop.model.marks import BULK, MADE_BY, MARK, MARKED, MARKED_BY
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.model.stamps import stamp_device, stamp_milliseconds
from tn_desktop.model.travel import BYTES, KEY, Traveller, travellers_by_field
from tn_desktop.services import same_as
from tn_desktop.services.judged_pairs import JudgedPair, pair_of
from tn_desktop.services.keyboard import at_keyboard
from tn_desktop.services.session_rules import refresh_workshops
from tn_desktop.store.unit_of_work import UnitOfWork

KEEP, TAKE = "keep", "take"
_NOT_COME: Final = QT_TRANSLATE_NOOP("errors", "The record of this value has not come yet, so it cannot be written.")
_conflict, _device, _person = table_of(Conflict), table_of(Device), table_of(Person)
_SHOWN: Final = or_(_conflict.c.entity != MARKED, _conflict.c.field != MARKED_BY)
"""Who was at the keyboard is told of a mark, and is no question of its own."""
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict that waits.

    Attributes:
        id: of the conflict; row_id of the row, None where it has not come yet.
        entity: plural name, or the table's where it has no list.
        kept, lost: values as records name them: other rows by their uids.
        kept_at, lost_at: milliseconds since 1970; 0 where nobody wrote it.
        kept_by, lost_by: who wrote it, by name where she told it, else the device.
        outranked: it is a mark that was made for everybody together and gave way to a deliberate one
            (model/marks.py), which is therefore right as a rule.
        pair: the two rows, where it is a verdict on them that gave way; `row_id` is the verdict's, and `alive` says
            whether both live.
    """

    id: int
    entity: str
    uid: str
    row_id: int | None
    alive: bool
    field: str
    kept: Any
    lost: Any
    kept_at: int
    lost_at: int
    kept_by: str
    lost_by: str
    outranked: bool = False
    pair: JudgedPair | None = None


def count_open(connection: Connection) -> int:
    """How many wait."""
    statement = select(func.count()).select_from(_conflict).where(_conflict.c.resolved.is_(None), _SHOWN)
    return int(connection.execute(statement).scalar() or 0)


def open_conflicts(connection: Connection, limit: int = 100, after: int = 0) -> list[OpenConflict]:
    """Those that wait, in the order in which they came, from the one after the id `after` on."""
    statement = (
        select(_conflict).where(_conflict.c.resolved.is_(None), _SHOWN, _conflict.c.id > after).order_by(_conflict.c.id)
    )
    names = {row.device: row.owner for row in connection.execute(select(_device.c.device, _device.c.owner))}
    return [_shown(connection, row, names) for row in connection.execute(statement.limit(limit))]


def _shown(connection: Connection, row: Any, names: dict[str, str]) -> OpenConflict:
    held = _row(connection, row.entity, row.row_uid)
    link = travellers_by_field(row.entity).get(row.field) if row.entity in BY_TABLE else None
    kept, stamp = (None, "") if held is None or link is None else _now(connection, held, link)
    pair = pair_of(connection, held) if held is not None and row.entity == VERDICTS else None

    def who(of: str) -> str:
        device = stamp_device(of)
        return names.get(device) or device

    return OpenConflict(
        row.id,
        _ENTITY_OF.get(row.entity, row.entity),
        str(UUID(bytes=row.row_uid)),
        None if held is None else held["id"],
        bool(held and held["alive"]) if pair is None else pair.alive,
        row.field,
        _readable(kept, link),
        _readable(json.loads(row.lost), link),
        stamp_milliseconds(stamp) if stamp else 0,
        stamp_milliseconds(row.lost_stamp),
        _marker(connection, held, row, lost=False) or (who(stamp) if stamp else ""),
        _marker(connection, held, row, lost=True) or who(row.lost_stamp),
        _outranked(held, row, stamp),
        pair,
    )


def _marker(connection: Connection, held: dict[str, Any] | None, conflict: Any, *, lost: bool) -> str:
    """The name of who was at the keyboard for a mark that stands, or for one that gave way; "" where nobody said."""
    if held is None or conflict.entity != MARKED or conflict.field not in MARK:
        return ""
    if not lost:
        return _name(connection, _person.c.id == held["marked_by_id"])
    beside = connection.execute(select(_conflict.c.lost).where(*_beside(conflict))).scalar()
    uid = None if beside is None else json.loads(beside)
    return _name(connection, _person.c.uid == bytes.fromhex(uid)) if uid else ""


def _beside(conflict: Any) -> tuple[Any, ...]:
    """The conflict about who was at the keyboard for the mark that another one is about."""
    of = _conflict.c
    return of.row_uid == conflict.row_uid, of.lost_stamp == conflict.lost_stamp, of.field == MARKED_BY


def _name(connection: Connection, condition: Any) -> str:
    row = connection.execute(select(_person.c.given_name, _person.c.family_name).where(condition)).one_or_none()
    return "" if row is None else " ".join(part for part in row if part)


def _outranked(held: dict[str, Any] | None, conflict: Any, stamp: str) -> bool:
    """Whether a mark lost by its weight: it is later than what stands, which somebody made for this person alone."""
    if held is None or conflict.entity != MARKED or conflict.field not in MARK:
        return False
    return held[MADE_BY] not in (BULK, None) and conflict.lost_stamp > stamp != ""


def _readable(value: Any, link: Traveller | None) -> Any:
    return str(UUID(hex=value)) if value is not None and link is not None and link.form in (KEY, BYTES) else value


def _row(connection: Connection, entity: str, uid: bytes) -> dict[str, Any] | None:
    if entity not in BY_TABLE:
        return None
    table = table_of(BY_TABLE[entity])
    row = connection.execute(select(table).where(table.c.uid == uid)).mappings().one_or_none()
    return None if row is None else dict(row)


def _now(connection: Connection, row: dict[str, Any], link: Traveller) -> tuple[Any, str]:
    """What stands in the field, as a record tells it, and its stamp."""
    value = row[link.column]
    stamps = json.loads(row["fields"])
    stamp = stamps.get(link.field, row["created"] if value is not None else "")
    if value is not None and link.form == KEY:
        target = table_of(BY_TABLE[link.target])
        value = connection.execute(select(target.c.uid).where(target.c.id == value)).scalar_one().hex()
    elif value is not None and link.form == BYTES:
        value = value.hex()
    return value, stamp


def resolve(uow: UnitOfWork, ids: Sequence[int], choice: str) -> Changes:
    """Say of conflicts that what stands is right (keep), or write again what was lost (take).

    told["resolved"] counts them; of one that was resolved already nothing is changed.

    Raises:
        Refused: there is no such choice, or the row to write into is not there. NotFound: no such conflict.
    """
    if choice not in (KEEP, TAKE):
        raise Refused(QT_TRANSLATE_NOOP("errors", "A conflict is kept or taken."))
    resolved = 0
    for key in ids:
        row = uow.connection.execute(select(_conflict).where(_conflict.c.id == key)).one_or_none()
        if row is None:
            raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such conflict."))
        if row.resolved is not None:
            continue
        if choice == TAKE:
            _take(uow, row)
        uow.change(Conflict, key, {"resolved": choice})
        resolved += 1
        if row.entity == MARKED and row.field in MARK:
            for other in uow.connection.execute(select(_conflict.c.id).where(*_beside(row))).scalars().all():
                uow.change(Conflict, other, {"resolved": choice})
    return uow.changes(resolved=resolved)


def _take(uow: UnitOfWork, conflict: Any) -> None:
    """Write the lost value again; a row that was removed comes back with it."""
    held = _row(uow.connection, conflict.entity, conflict.row_uid)
    link = travellers_by_field(conflict.entity).get(conflict.field) if conflict.entity in BY_TABLE else None
    if held is None or link is None:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "The record of this value has not come yet, so it cannot be written.")
        )
    value = json.loads(conflict.lost)
    if conflict.entity == VERDICTS:
        _judge_again(uow, held, conflict.field, value)
        return
    if value is not None and link.form == KEY:
        target = table_of(BY_TABLE[link.target])
        value = uow.connection.execute(select(target.c.id).where(target.c.uid == bytes.fromhex(value))).scalar()
        if value is None:
            raise Refused(
                QT_TRANSLATE_NOOP("errors", "The record of this value has not come yet, so it cannot be written.")
            )
    cls = BY_TABLE[conflict.entity]
    values = {link.column: value}
    if conflict.entity == "attendance" and link.field in ("status", "minutes"):
        # Somebody looked at both and chose: no bulk mark may outrank it later.
        values["made_by"] = "key"
        values["marked_by_id"] = at_keyboard(uow)
    if held["alive"]:
        uow.change(cls, held["id"], values)
    else:
        uow.revive(cls, held["id"], values)
    if conflict.entity == "workshop_session":
        refresh_workshops(uow, {held["workshop_id"]})
    elif conflict.entity == "attendance":
        refresh_workshops(uow, (), {held["session_id"]})


def _judge_again(uow: UnitOfWork, held: dict[str, Any], field: str, verdict: Any) -> None:
    """Say the verdict that gave way as anybody says one, so that groups and lists follow."""
    pair = pair_of(uow.connection, held)
    one, other = (None, None) if pair is None else pair.ids
    if pair is None or field != "verdict" or one is None or other is None:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "One of these two records is not here, so nothing can be said of them.")
        )
    same_as.judge(uow, pair.entity, one, other, verdict)


__all__ = ["KEEP", "TAKE", "OpenConflict", "count_open", "open_conflicts", "resolve"]
