"""Who supports a workshop in which role, and which needs it answers: added one after another."""

import json

from sqlalchemy import select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import WorkshopStakeholder
from tn_desktop.model.entities.workshops import WorkshopNeed
from tn_desktop.services import records
from tn_desktop.store.unit_of_work import UnitOfWork

_support, _answers = table_of(WorkshopStakeholder), table_of(WorkshopNeed)


def add_supporter(uow: UnitOfWork, workshop: int, stakeholder: int, role: str) -> Changes:
    """Add a stakeholder in a role, or one more role to one that is there; `subject` is the relation's id.

    told["count"] is 0 if it had that role already.
    """
    held = uow.connection.execute(
        select(_support.c.id, _support.c.roles).where(
            _support.c.workshop_id == workshop, _support.c.stakeholder_id == stakeholder, _support.c.alive + 0 == 1
        )
    ).one_or_none()
    if held is None:
        ends = {"workshop": workshop, "stakeholder": stakeholder}
        made = records.add(uow, "workshop_stakeholders", {**ends, "roles": [role]})
        return uow.changes(subject=made.subject, count=1)
    roles = json.loads(held.roles or "[]")
    if role in roles:
        return uow.changes(subject=held.id, count=0)
    records.change(uow, "workshop_stakeholders", held.id, {"roles": [*roles, role]})
    return uow.changes(subject=held.id, count=1)


def add_need(uow: UnitOfWork, workshop: int, need: int) -> Changes:
    """Say that a workshop answers a need; `subject` is the relation's id, told["count"] is 0 if that was known."""
    held = uow.connection.execute(
        select(_answers.c.id).where(
            _answers.c.workshop_id == workshop, _answers.c.need_id == need, _answers.c.alive + 0 == 1
        )
    ).scalar()
    key = held or uow.create(WorkshopNeed, {"workshop_id": workshop, "need_id": need})
    return uow.changes(subject=key, count=int(held is None))


def drop_needs(uow: UnitOfWork, relations: tuple[int, ...]) -> Changes:
    """Say that a workshop does not answer these needs (ids of the relation rows)."""
    for key in relations:
        uow.remove(WorkshopNeed, key)
    return uow.changes()
