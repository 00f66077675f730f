"""The rows that the lists of solutions and of outputs show."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Iteration, Output, Solution, SolutionNeed
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.places import province_name
from tn_desktop.services import reach
from tn_desktop.services.list_rows import counted, in_order
from tn_desktop.services.reach import Numbers

_solution, _iteration, _output = table_of(Solution), table_of(Iteration), table_of(Output)
_solution_need, _need = table_of(SolutionNeed), table_of(Need)
_community, _workshop = table_of(Community), table_of(Workshop)


@dataclass(frozen=True, slots=True)
class SolutionRow:
    """A solution in a list: how many needs it answers, rounds it had, outputs it has."""

    id: int
    title: str
    community: str
    province: str
    status: str
    started: str
    needs: int
    rounds: int
    outputs: int


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An output in a list. source is the solution, or else the workshop, it came from; reached, whom it reached."""

    id: int
    title: str
    kind: str
    date: str
    community: str
    source: str
    link: str
    file: str
    reached: Numbers


def solutions(connection: Connection, ids: Sequence[int]) -> list[SolutionRow]:
    """Rows of solutions in the order of `ids`."""
    rows = in_order(connection, _solution, ids)
    names = _names(connection, _community, "name", {row.community_id for row in rows})
    needs = counted(
        connection,
        select(_solution_need.c.solution_id, func.count())
        .join(_need, and_(_need.c.id == _solution_need.c.need_id, _need.c.alive + 0 == 1))
        .where(_solution_need.c.solution_id.in_(ids), _solution_need.c.alive + 0 == 1)
        .group_by(_solution_need.c.solution_id),
    )
    rounds, outputs = (
        counted(
            connection,
            select(table.c.solution_id, func.count())
            .where(table.c.solution_id.in_(ids), table.c.alive + 0 == 1)
            .group_by(table.c.solution_id),
        )
        for table in (_iteration, _output)
    )
    return [
        SolutionRow(
            row.id,
            row.title or "",
            names.get(row.community_id, ""),
            province_name(row.province),
            row.status or "",
            row.started or "",
            needs.get(row.id, 0),
            rounds.get(row.id, 0),
            outputs.get(row.id, 0),
        )
        for row in rows
    ]


def outputs(connection: Connection, ids: Sequence[int]) -> list[OutputRow]:
    """Rows of outputs in the order of `ids`."""
    rows = in_order(connection, _output, ids)
    communities = _names(connection, _community, "name", {row.community_id for row in rows})
    solved = _names(connection, _solution, "title", {row.solution_id for row in rows})
    held = _names(connection, _workshop, "title", {row.workshop_id for row in rows})
    reached = reach.of_outputs(connection, [row.id for row in rows])
    return [
        OutputRow(
            row.id,
            row.title or "",
            row.kind or "",
            row.date or "",
            communities.get(row.community_id, ""),
            solved.get(row.solution_id, "") or held.get(row.workshop_id, ""),
            row.link or "",
            row.file or "",
            reached.get(row.id, Numbers()),
        )
        for row in rows
    ]


def _names(connection: Connection, table: Table, column: str, ids: set[int | None]) -> dict[int | None, str]:
    wanted = sorted(key for key in ids if key is not None)
    if not wanted:
        return {}
    columns = table.c
    statement = select(columns.id, columns[column]).where(columns.id.in_(wanted), columns.alive + 0 == 1)
    return {row[0]: row[1] or "" for row in connection.execute(statement)}
