"""What follows from a workshop's sessions, and what a session's times must obey."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store import workshop_states
from tn_desktop.store.unit_of_work import UnitOfWork

_session = table_of(WorkshopSession)


def check_times(row: Mapping[str, Any]) -> None:
    """Refuse a session that ends before it starts.

    Raises:
        FieldError: on ends_at.
    """
    if row.get("ends_at") and row["ends_at"] <= row["starts_at"]:
        raise FieldError("ends_at", QT_TRANSLATE_NOOP("errors", "The session ends before it starts. Correct the time."))


def workshop_of(connection: Connection, session: int) -> int:
    """The workshop's id of a session."""
    return int(connection.execute(select(_session.c.workshop_id).where(_session.c.id == session)).scalar_one())


def refresh_workshop(uow: UnitOfWork, workshop: int) -> None:
    """Bring a workshop's first date and status up to its living sessions (store/workshop_states.py)."""
    refresh_workshops(uow, [workshop])


def refresh_workshops(uow: UnitOfWork, workshops: Iterable[int], sessions: Iterable[int] = ()) -> None:
    """`refresh_workshop` for many: these workshops, those of these sessions, and what is seen as one with them."""
    other = workshop_states.outdated(uow.connection, workshops, sessions)
    if other:
        uow.set_derived(Workshop, workshop_states.COLUMNS, other)
