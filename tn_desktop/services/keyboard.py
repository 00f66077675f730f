"""Who is at the keyboard, where several people use one notebook: a short list, and the marks that say so."""

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.entities.people import Person
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import clean, fold
from tn_desktop.services import records, settings
from tn_desktop.store.prepared import Prepared
from tn_desktop.store.unit_of_work import UnitOfWork

KEYBOARD: Final = "keyboard"
"""Setting: uids of those who use this notebook, the latest first."""
_person, _setting = table_of(Person), table_of(Setting)
# Each mark asks who makes it.
_OWNER: Final = Prepared(select(_setting.c.value).where(_setting.c.key == bindparam("wanted")))
_PERSON: Final = Prepared(select(_person.c.id).where(_person.c.uid == bindparam("wanted"), _person.c.alive == 1))


@dataclass(frozen=True, slots=True)
class Marker:
    """Somebody who uses the notebook."""

    id: int
    uid: str
    name: str


def markers(connection: Connection) -> list[Marker]:
    """Those who use this notebook, who did last first; its owner is one of them. Whoever was removed is left out."""
    held = settings.get(connection, settings.OWNER) or {}
    uids = dict.fromkeys([*(settings.get(connection, KEYBOARD) or ()), *filter(None, [held.get("person")])])
    raw = {bytes.fromhex(uid.replace("-", "")): uid for uid in uids}
    statement = select(_person.c.id, _person.c.uid, _person.c.given_name, _person.c.family_name)
    rows = connection.execute(statement.where(_person.c.uid.in_(list(raw)), _person.c.alive == 1))
    found = {
        raw[row.uid]: Marker(row.id, raw[row.uid], " ".join(part for part in (row.given_name, row.family_name) if part))
        for row in rows
    }
    return [found[uid] for uid in uids if uid in found]


def at_keyboard(uow: UnitOfWork) -> int | None:
    """Who makes the marks: who said so; on a notebook of one facilitator she herself; else nobody knows."""
    if uow.marker is not None or uow.shared:
        return uow.marker
    held = _OWNER.one(uow.connection, wanted=settings.OWNER)
    uid = (json.loads(held[0]) or {}).get("person") if held else None
    found = _PERSON.one(uow.connection, wanted=bytes.fromhex(uid.replace("-", ""))) if uid else None
    return int(found[0]) if found else None


def sit_down(uow: UnitOfWork, uid: str) -> Changes:
    """Somebody of the list sits at the keyboard: she stands first in it from now on."""
    kept = [one.uid for one in markers(uow.connection)]
    settings.put(uow, KEYBOARD, list(dict.fromkeys([uid, *kept])))
    return uow.changes()


def join(uow: UnitOfWork, name: str) -> Changes:
    """Somebody new uses the notebook; told["marker"] is she. A name of the list is that person.

    Raises:
        FieldError: the name is empty.
    """
    typed = clean(name)
    if not typed:
        raise FieldError("name", QT_TRANSLATE_NOOP("errors", "Type your name."))
    known = next((one for one in markers(uow.connection) if fold(one.name) == fold(typed)), None)
    if known is None:
        given, _space, family = typed.rpartition(" ")
        values = {"given_name": given or family, "family_name": family if given else None, "roles": ["facilitator"]}
        key = records.add(uow, "people", values).subject
        assert key is not None
        known = Marker(key, records.uid_of(uow.connection, "people", key), typed)
    sit_down(uow, known.uid)
    return uow.changes(marker=known)
