"""The needs that a workshop answers, added and taken away one after another."""

from sqlalchemy import select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import WorkshopNeed
from tn_desktop.store.unit_of_work import UnitOfWork

_answers = table_of(WorkshopNeed)


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
