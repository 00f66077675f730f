"""What is done with needs: raised in a line, voted on, grouped, moved along, answered by a solution."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity, WorkshopNeed, WorkshopSession
from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import records
from tn_desktop.store.unit_of_work import UnitOfWork

_need, _community, _takes_up = table_of(Need), table_of(Community), table_of(WorkshopNeed)
_session, _workshop, _link = table_of(WorkshopSession), table_of(Workshop), table_of(WorkshopCommunity)


def raise_need(
    uow: UnitOfWork, title: str, today: date, community: int | None = None, session: int | None = None
) -> Changes:
    """Write a need down from one line of text, as raised today or, of a session, on its day in its community.

    Raises:
        FieldError: nothing was typed.
    """
    values: dict[str, object] = {"title": title, "community": community, "raised_at": today.isoformat()}
    if session is not None:
        day, own = _of_session(uow.connection, session)
        values |= {"session": session, "raised_at": day or today.isoformat(), "community": community or own}
    return records.add(uow, "needs", values)


def vote(uow: UnitOfWork, need: int, dots: int = 1) -> Changes:
    """Add dots to a need, or take some back; there are never less than none. told["votes"] is how many it then has.

    Raises:
        NotFound: it was removed.
    """
    row = uow.connection.execute(select(_need.c.votes, _need.c.alive).where(_need.c.id == need)).one_or_none()
    if row is None or not row.alive:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    votes = max(0, (row.votes or 0) + dots)
    if votes != (row.votes or 0):
        uow.change(Need, need, {"votes": votes})
    return uow.changes(subject=need, votes=votes, fields=("votes",))


def group(uow: UnitOfWork, needs: Sequence[int], name: str) -> Changes:
    """Put needs that say the same into one group in one step; an empty name takes them out of theirs.

    Raises:
        Refused: none is chosen.
    """
    if not needs:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Choose the needs that belong together first."))
    for need in needs:
        records.change(uow, "needs", need, {"cluster": name})
    return uow.changes(count=len(needs), fields=("cluster",))


def move(uow: UnitOfWork, needs: Sequence[int], status: str) -> Changes:
    """Move needs to a status of the board."""
    for need in needs:
        records.change(uow, "needs", need, {"status": status})
    return uow.changes(subject=needs[0] if needs else None, fields=("status",))


def design_solution(uow: UnitOfWork, needs: Sequence[int], today: date) -> Changes:
    """Begin a solution for needs, named after the first, of its community and province; `subject` is its id.

    It came out of the workshops that took up one of the needs and have begun by today.

    Raises:
        NotFound: the first need was removed.
    """
    row = uow.connection.execute(
        select(_need.c.title, _need.c.community_id, _community.c.province)
        .join(_community, _community.c.id == _need.c.community_id, isouter=True)
        .where(_need.c.id == needs[0], _need.c.alive == 1)
    ).one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    values: dict[str, Any] = {
        "title": row.title,
        "community": row.community_id,
        "province": row.province,
        "needs": list(needs),
        "started": today.isoformat(),
    }
    workshops = uow.connection.execute(
        select(_workshop.c.id)
        .distinct()
        .join(_takes_up, _takes_up.c.workshop_id == _workshop.c.id)
        .where(
            _takes_up.c.need_id.in_(needs),
            _takes_up.c.alive + 0 == 1,
            _workshop.c.alive + 0 == 1,
            _workshop.c.first_starts_at < (today + timedelta(days=1)).isoformat(),
        )
        .order_by(_workshop.c.id)
    )
    return records.add(uow, "solutions", {**values, "workshops": [row.id for row in workshops]})


def set_up_group(
    uow: UnitOfWork, name: str, origins: Sequence[int], members: Sequence[int], issue: str, today: date
) -> Changes:
    """Found a working group out of communities with chosen people as its members; `subject` is its id.

    Its province is that of the first community.

    Raises:
        FieldError: it has no name.
    """
    if not name.strip():
        raise FieldError("name", QT_TRANSLATE_NOOP("errors", "A working group needs a name. Fill it in."))
    province = uow.connection.execute(select(_community.c.province).where(_community.c.id.in_(origins[:1]))).scalar()
    made = records.add(
        uow,
        "communities",
        {
            "name": name,
            "issue": issue,
            "kind": "working_group",
            "province": province,
            "founded": today.isoformat(),
            "grown_from": list(origins),
        },
    ).subject
    for person in dict.fromkeys(members):
        records.add(uow, "memberships", {"person": person, "community": made, "joined": today.isoformat()})
    return uow.changes(subject=made, count=len(set(members)))


def _of_session(connection: Connection, session: int) -> tuple[str, int | None]:
    """The day of a session, and the first community its workshop is for."""
    row = connection.execute(
        select(_session.c.starts_at, _session.c.workshop_id).where(_session.c.id == session, _session.c.alive == 1)
    ).one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    community = connection.execute(
        select(_link.c.community_id)
        .join(_community, _community.c.id == _link.c.community_id)
        .where(_link.c.workshop_id == row.workshop_id, _link.c.alive == 1, _community.c.alive == 1)
        .order_by(_link.c.id)
        .limit(1)
    ).scalar()
    return (row.starts_at or "")[:10], community
