"""An erased person as the one who worked with a notebook: what laptops keep of whose they are forgets her name."""

from collections.abc import Mapping, Sequence, Set
from typing import Any, Final

from sqlalchemy import and_, delete, select

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Conflict, Device
from tn_desktop.model.entities.local import HistoryRow
from tn_desktop.model.text import fold
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

_device, _conflict, _history_row = table_of(Device), table_of(Conflict), table_of(HistoryRow)
_NAMES: Final = ("given_name", "family_name", "other_names")


def forget(uow: UnitOfWork, uid: bytes, person: Mapping[str, Any]) -> None:
    """Forget her name where it says who works on a laptop; `person` is her row, empty where it is not here.

    That she has the laptop no longer is written as a change of this laptop's, which all others get: one that never
    had her row cannot know by itself whose name it is. A namesake's laptop says its name again with its next file.
    """
    names = {fold(name) for name in _names_of(person)}
    held = settings.get(uow.connection, settings.OWNER)
    if held and str(held.get("person") or "").replace("-", "") == uid.hex():
        names.add(fold(held.get("name") or ""))
        settings.put(uow, settings.OWNER, {**held, "name": "", "person": None})
    _clear(uow, names - {""})


def forget_cleared(uow: UnitOfWork) -> None:
    """Leave nothing of what laptops without a name were called before: after others told of it."""
    statement = select(_device.c.id, _device.c.uid).where(_device.c.owner.is_(None), _device.c.alive == 1)
    rows = uow.connection.execute(statement).all()
    _forget_before(uow, [row.id for row in rows], [row.uid for row in rows])


def _names_of(person: Mapping[str, Any]) -> list[str]:
    """What she may have called herself: with the names that she had before, too."""
    given, family, other = (person.get(name) or "" for name in _NAMES)
    before = [f"{given} {other}", f"{other} {family}", other] if other else []
    return [full_name(person), *before] if given or family else []


def _clear(uow: UnitOfWork, names: Set[str]) -> None:
    statement = select(_device.c.id, _device.c.uid, _device.c.owner).where(
        _device.c.owner.is_not(None), _device.c.alive == 1
    )
    hers = [row for row in uow.connection.execute(statement) if fold(row.owner) in names] if names else []
    for row in hers:
        uow.change(Device, row.id, {"owner": None})
    _forget_before(uow, [row.id for row in hers], [row.uid for row in hers])


def _forget_before(uow: UnitOfWork, keys: Sequence[int], uids: Sequence[bytes]) -> None:
    """Delete what these rows held before, and values of theirs that gave way."""
    if not keys:
        return
    here = and_(_history_row.c.entity == _device.name, _history_row.c.row_id.in_(keys))
    uow.connection.execute(delete(_history_row).where(here, _history_row.c.before.is_not(None)))
    about = and_(_conflict.c.row_uid.in_(uids), _conflict.c.field == _device.c.owner.name)
    waiting = list(uow.connection.execute(select(_conflict.c.id).where(about)).scalars())
    gone = and_(_history_row.c.entity == _conflict.name, _history_row.c.row_id.in_(waiting))
    uow.connection.execute(delete(_history_row).where(gone))
    uow.connection.execute(delete(_conflict).where(about))
