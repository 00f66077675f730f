"""What the page of one solution shows: the needs it answers, its rounds in order, what came out of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.solutions import Iteration, IterationPerson, Output, SolutionNeed
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.services import lists, records, related
from tn_desktop.services.known_people import Known
from tn_desktop.services.list_rows_solutions import OutputRow
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

_need, _answered = table_of(Need), table_of(SolutionNeed)
ROUNDS_SHOWN = 60
OUTPUTS_SHOWN = 200
_iteration, _carried, _person = table_of(Iteration), table_of(IterationPerson), table_of(Person)
_output, _workshop, _community = table_of(Output), table_of(Workshop), table_of(Community)


@dataclass(frozen=True, slots=True)
class Round:
    """An iteration: its number among its solution's (from 1), who carried it out, and what is told of it."""

    id: int
    number: int
    date: str
    people: tuple[str, ...]
    what_changed: str
    why: str
    result: str
    workshop_id: int | None
    workshop: str
    notes: str


@dataclass(frozen=True, slots=True)
class SolutionPage:
    """What the Solutions pane shows of one solution. values: field -> stored value."""

    id: int
    values: dict[str, Any]
    community: str
    needs: tuple[Known, ...]
    workshops: tuple[Known, ...]
    rounds: tuple[Round, ...]
    outputs: tuple[OutputRow, ...]


def solution_page(connection: Connection, solution: int) -> SolutionPage:
    """One living solution.

    Raises:
        NotFound: no such solution, or it was removed.
    """
    values = values_of(connection, "solutions", solution)
    named = related.form_values(connection, "solutions", solution, ("needs", "workshops"))
    community = connection.execute(
        select(_community.c.name).where(_community.c.id == values["community"], _community.c.alive == 1)
    ).scalar()
    ids = connection.execute(
        select(_output.c.id)
        .where(_output.c.solution_id == solution, _output.c.alive + 0 == 1)
        .order_by(_output.c.date.desc(), _output.c.id.desc())
        .limit(OUTPUTS_SHOWN)
    )
    outputs = lists.rows_of(connection, "outputs", [row[0] for row in ids])
    return SolutionPage(
        solution,
        values,
        community or "",
        named["needs"],
        named["workshops"],
        rounds_of(connection, solution),
        tuple(outputs),
    )


def rounds_of(connection: Connection, solution: int) -> tuple[Round, ...]:
    """The last rounds of a solution in order of their dates; those without a date come last."""
    own = (_iteration.c.solution_id == solution, _iteration.c.alive + 0 == 1)
    statement = (
        select(_iteration, _workshop.c.title.label("workshop_title"))
        .join(_workshop, _workshop.c.id == _iteration.c.workshop_id, isouter=True)
        .where(*own)
        .order_by(func.coalesce(_iteration.c.date, "9999").desc(), _iteration.c.id.desc())
        .limit(ROUNDS_SHOWN)
    )
    rows = list(reversed(list(connection.execute(statement))))
    total = connection.execute(select(func.count()).select_from(_iteration).where(*own)).scalar() or 0
    people = _people(connection, [row.id for row in rows])
    return tuple(
        Round(
            row.id,
            number,
            row.date or "",
            tuple(people.get(row.id, ())),
            row.what_changed or "",
            row.why or "",
            row.result or "",
            row.workshop_id,
            row.workshop_title or "",
            row.notes or "",
        )
        for number, row in enumerate(rows, start=total - len(rows) + 1)
    )


def _people(connection: Connection, rounds: list[int]) -> dict[int, list[str]]:
    statement = (
        select(_carried.c.iteration_id, _person.c.given_name, _person.c.family_name)
        .join(_person, _person.c.id == _carried.c.person_id)
        .where(_carried.c.iteration_id.in_(rounds), _carried.c.alive + 0 == 1, _person.c.alive + 0 == 1)
        .order_by(_carried.c.id)
    )
    found: dict[int, list[str]] = {}
    for row in connection.execute(statement):
        found.setdefault(row.iteration_id, []).append(full_name(row._mapping))
    return found


def solution_of(connection: Connection, iteration: int) -> int | None:
    """The solution that a living round belongs to."""
    found = connection.execute(
        select(_iteration.c.solution_id).where(_iteration.c.id == iteration, _iteration.c.alive == 1)
    ).scalar()
    return int(found) if found is not None else None


def answered_needs(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """(id, title) of the needs that solutions answer, by title."""
    answered = select(_answered.c.need_id).where(_answered.c.alive == 1)
    statement = (
        select(_need.c.id, _need.c.title)
        .where(_need.c.id.in_(answered), _need.c.alive + 0 == 1)
        .order_by(_need.c.sort_key, _need.c.id)
        .limit(limit)
    )
    return [(row.id, row.title or "") for row in connection.execute(statement)]


def begin_round(uow: UnitOfWork, solution: int, today: date) -> Changes:
    """A new round of a solution, today, by those who carried out the last one; `subject` is its id.

    A solution that was still being designed is being tried from now on.

    Raises:
        NotFound: the solution was removed.
    """
    values = values_of(uow.connection, "solutions", solution)
    last = uow.connection.execute(
        select(_iteration.c.id)
        .where(_iteration.c.solution_id == solution, _iteration.c.alive + 0 == 1)
        .order_by(_iteration.c.date.desc(), _iteration.c.id.desc())
        .limit(1)
    ).scalar()
    people = uow.connection.execute(
        select(_carried.c.person_id)
        .join(_person, _person.c.id == _carried.c.person_id)
        .where(_carried.c.iteration_id == last, _carried.c.alive + 0 == 1, _person.c.alive + 0 == 1)
        .order_by(_carried.c.id)
    )
    wanted = {"solution": solution, "date": today.isoformat(), "carried_out_by": [row[0] for row in people]}
    made = records.add(uow, "iterations", wanted).subject
    if values["status"] == "designed":
        records.change(uow, "solutions", solution, {"status": "running"})
    return uow.changes(subject=made)
