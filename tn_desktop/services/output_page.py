"""What the page of one output shows: where it came from, where it lies, whom it reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Solution
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED
from tn_desktop.services import reach, records, related
from tn_desktop.services.page_values import values_of
from tn_desktop.services.reach import Numbers, ReachRow
from tn_desktop.store.unit_of_work import UnitOfWork

_community, _solution = table_of(Community), table_of(Solution)
_workshop, _session = table_of(Workshop), table_of(WorkshopSession)


@dataclass(frozen=True, slots=True)
class OutputPage:
    """What the Outputs list shows of one output. values: field -> stored value."""

    id: int
    values: dict[str, Any]
    community: str
    source: str
    contributors: tuple[str, ...]
    reached: Numbers
    reach: tuple[ReachRow, ...]


def output_page(connection: Connection, output: int) -> OutputPage:
    """One living output.

    Raises:
        NotFound: no such output, or it was removed.
    """
    values = values_of(connection, "outputs", output)
    solution = _name(connection, _solution, "title", values["solution"])
    return OutputPage(
        output,
        values,
        _name(connection, _community, "name", values["community"]),
        solution or _name(connection, _workshop, "title", values["workshop"]),
        tuple(one.name for one in related.form_values(connection, "outputs", output, ["contributors"])["contributors"]),
        reach.of_outputs(connection, [output]).get(output, Numbers()),
        reach.rows_of_output(connection, output),
    )


def _name(connection: Connection, table: Any, column: str, key: int | None) -> str:
    if key is None:
        return ""
    found = connection.execute(select(table.c[column]).where(table.c.id == key, table.c.alive == 1)).scalar()
    return str(found or "")


@dataclass(frozen=True, slots=True)
class WorkshopReach:
    """Whom a workshop reached.

    Attributes:
        sessions: (id, title, starts_at) of those that were not cancelled.
        reached: those present once each, heads counted, and entries.
        entries: the reach entries of its sessions.
    """

    sessions: tuple[tuple[int, str, str], ...]
    reached: Numbers
    entries: tuple[ReachRow, ...]


def workshop_reach(connection: Connection, workshop: int) -> WorkshopReach:
    """Whom the sessions of a workshop reached."""
    held = (
        select(_session.c.id, _session.c.title, _session.c.starts_at)
        .where(_session.c.workshop_id == workshop, _session.c.alive + 0 == 1)
        .where(func.coalesce(_session.c.status, "") != CANCELLED)
        .order_by(_session.c.starts_at, _session.c.id)
    )
    return WorkshopReach(
        tuple((row.id, row.title or "", row.starts_at or "") for row in connection.execute(held)),
        reach.of_workshops(connection, [workshop]).get(workshop, Numbers()),
        reach.rows_of_workshop(connection, workshop),
    )


def add_reach(uow: UnitOfWork, belongs: Mapping[str, int], typed: Mapping[str, Any], today: date) -> Changes:
    """A reach entry of an output or a session: belongs is {"output": id} or {"session": id}.

    What is not typed comes from what it belongs to: the province of its community or workshop, the day of the session;
    an output's reach is of today.

    Raises:
        FieldError: the number is missing or none.
    """
    values = {name: value for name, value in typed.items() if value not in (None, "")}
    if "output" in belongs:
        day, province = today.isoformat(), _province_of_output(uow.connection, belongs["output"])
    else:
        day, province = _place_of_session(uow.connection, belongs["session"])
    return records.add(uow, "reach", {"date": day, "province": province, **values, **belongs})


def _province_of_output(connection: Connection, output: int) -> str | None:
    values = values_of(connection, "outputs", output)
    for table, name in ((_solution, "solution"), (_community, "community"), (_workshop, "workshop")):
        if values[name] is not None:
            found = connection.execute(select(table.c.province).where(table.c.id == values[name])).scalar()
            if found:
                return str(found)
    return None


def _place_of_session(connection: Connection, session: int) -> tuple[str, str | None]:
    row = connection.execute(
        select(_session.c.starts_at, _session.c.province, _workshop.c.province.label("of_workshop"))
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.id == session)
    ).one()
    return (row.starts_at or "")[:10], row.province or row.of_workshop
