"""Who somebody at the door might be: known people suggested while a name is typed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, union

from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import ENROLLED
from tn_desktop.services import one_roster
from tn_desktop.store import twins
from tn_desktop.store.search import NARROW, hits, matching, walking, words_of

_person, _attendance, _enrolment = table_of(Person), table_of(Attendance), table_of(Enrolment)
_session, _workshop = table_of(WorkshopSession), table_of(Workshop)
SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A suggestion while a walk-in is typed. `exact`: the folded name is the one typed."""

    person_id: int
    name: str
    detail: str
    on_roster: bool
    exact: bool = False


def suggest(connection: Connection, session: int, typed: str, limit: int = SUGGESTIONS) -> list[KnownPerson]:
    """Known people whose names begin with what was typed: exact namesakes, then the session's province, then others."""
    words = words_of(typed)
    if not words:
        return []
    name = fold(typed)
    province, workshop = _place(connection, session)
    exact = _people(connection, _person.c.search_name == name, province, limit)
    hit = select(func.count()).select_from(hits(connection, _person, words, NARROW + 1).subquery())
    if int(connection.execute(hit).scalar() or 0) <= NARROW:
        # The hits stay in the database: ten thousand ids are more than some engines take as parameters.
        found = _people(connection, matching(_person, words), province, limit)
    else:
        # Too many to sort: walk the sort index, which meets enough of them soon.
        by_name = select(_person).where(_person.c.alive == 1, walking(_person, words))
        found = list(connection.execute(by_name.order_by(_person.c.sort_key, _person.c.id).limit(limit)))
    people = list({row.id: row for row in _as_seen(connection, [*exact, *found])}.values())[:limit]
    present = _on_roster(connection, session, workshop, [row.id for row in people])
    named = {row.id for row in _as_seen(connection, exact)}
    return [
        KnownPerson(row.id, full_name(row._mapping), _detail(row), row.id in present, row.id in named) for row in people
    ]


def _as_seen(connection: Connection, rows: list[Any]) -> list[Any]:
    """Rows of people, or of those as whom they are seen."""
    kept = twins.kept_of(connection, "person", [row.id for row in rows])
    if not kept:
        return rows
    others = connection.execute(select(_person).where(_person.c.id.in_(sorted(set(kept.values())))))
    instead = {row.id: row for row in others}
    return [instead[kept[row.id]] if row.id in kept else row for row in rows]


def namesakes(connection: Connection, name: str) -> list[int]:
    """Ids of living people whose folded name is exactly that of `name`."""
    rows = connection.execute(
        select(twins.kept("person", _person.c.id))
        .where(_person.c.search_name == fold(name), _person.c.alive == 1)
        .limit(50)
    )
    return list(dict.fromkeys(rows.scalars()))


def _place(connection: Connection, session: int) -> tuple[str | None, int]:
    row = connection.execute(
        select(func.coalesce(_session.c.province, _workshop.c.province), _session.c.workshop_id)
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.id == session)
    ).one_or_none()
    return (row[0], row[1]) if row else (None, 0)


def _people(connection: Connection, which: ColumnElement[bool], province: str | None, limit: int) -> list[Any]:
    return list(
        connection.execute(
            select(_person)
            .where(_person.c.alive == 1, which)
            .order_by(func.coalesce(_person.c.province, "") != (province or ""), _person.c.sort_key, _person.c.id)
            .limit(limit)
        )
    )


def _detail(row: Any) -> str:
    return " · ".join(part for part in (row.label, row.institution, row.subject) if part)


def _on_roster(connection: Connection, session: int, workshop: int, people: list[int]) -> set[int]:
    sessions = twins.group_of(connection, "workshop_session", session)
    kept, hers = twins.ways(connection), twins.with_twins(connection, "person", people)
    enrolled = select(kept("person", _enrolment.c.person_id)).where(
        _enrolment.c.workshop_id.in_(one_roster.workshops_of(connection, workshop, sessions)),
        _enrolment.c.person_id.in_(hers),
        _enrolment.c.alive == 1,
        _enrolment.c.status == ENROLLED,
    )
    marked = select(kept("person", _attendance.c.person_id)).where(
        _attendance.c.session_id.in_(sessions), _attendance.c.person_id.in_(hers), _attendance.c.alive == 1
    )
    return set(connection.execute(union(enrolled, marked)).scalars())
