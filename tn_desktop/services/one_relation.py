"""What a person has with a session, a workshop or a community, told once where several rows say it.

Two laptops that entered one person, one workshop or one session twice have two enrolments, memberships or marks of
her. Lists and their exports show the row that stands, with both ends as they are seen; the others stay as they are
and come back with the verdict. Which one stands is what rosters and pages show: of marks as services/one_roster.py
says, of places on a list the better one, of memberships one that has not ended. Blocks of an agenda that two sessions
have alike are told once too (services/agenda_blocks.py), with what only the others say.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, select

from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.people import Membership
from tn_desktop.model.entities.workshops import Attendance, Enrolment
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.vocabulary import ENROLLED, WAITING
from tn_desktop.services import agenda_blocks, one_roster
from tn_desktop.store import twins

_AT_ONCE: Final = 400
_AGENDA: Final = "agenda"
_TOLD: Final = ("led_by_id", "notes")
"""What is told of a block although only one says it that is left out."""
_PLACES: Final = {ENROLLED: 0, WAITING: 1}


class _Relation(NamedTuple):
    """The rows of a person and a thing: their class, the column of the thing, its table, and which row stands."""

    cls: type[Synced]
    end: str
    of: str
    stands: Callable[[Sequence[Any]], Any]


def _mark(rows: Sequence[one_roster.Held]) -> one_roster.Held:
    stands = one_roster.standing(rows).row
    return rows[0] if stands is None else stands


def _place(rows: Sequence[Any]) -> Any:
    return min(rows, key=lambda row: (_PLACES.get(row.status or ENROLLED, 2), row.since or "~", row.id))


def _member(rows: Sequence[Any]) -> Any:
    return min(rows, key=lambda row: (row.left is not None, row.id))


_RELATIONS: Final[Mapping[str, _Relation]] = {
    "attendance": _Relation(Attendance, "session_id", "workshop_session", _mark),
    "enrolments": _Relation(Enrolment, "workshop_id", "workshop", _place),
    "memberships": _Relation(Membership, "community_id", "community", _member),
}


def doubles(connection: Connection, name: str) -> set[int]:
    """The ids of rows of an entity that lists leave out, since another row of the same person and thing stands."""
    if name not in (*_RELATIONS, _AGENDA) or not twins.any_twin(connection):
        return set()
    if name == _AGENDA:
        return {key for key, shown in agenda_blocks.doubles(connection).items() if key != shown.id}
    relation = _RELATIONS[name]
    people, things = twins.all_groups(connection, "person"), twins.all_groups(connection, relation.of)
    cells: dict[tuple[int, int], dict[int, Any]] = {}
    for row in _rows(connection, relation, people, things):
        thing = getattr(row, relation.end)
        place = things.get(thing, (thing,))[0], people.get(row.person_id, (row.person_id,))[0]
        cells.setdefault(place, {})[row.id] = row
    hidden: set[int] = set()
    for rows in cells.values():
        if len(rows) > 1:
            hidden |= rows.keys() - {relation.stands(sorted(rows.values(), key=lambda row: row.id)).id}
    return hidden


def told_once(connection: Connection, name: str) -> list[ColumnElement[bool]]:
    """`doubles` as conditions on the rows that are listed, none where there is nothing to leave out."""
    hidden = doubles(connection, name)
    if not hidden:
        return []
    # The numbers stand in the statement itself: a database takes only so many values beside it.
    left_out: Any = bindparam("doubles", sorted(hidden), expanding=True, literal_execute=True)
    return [table_of(ENTITIES[name].cls).c.id.not_in(left_out)]


def as_told(connection: Connection, name: str, rows: list[dict[Any, Any]]) -> list[dict[Any, Any]]:
    """Rows that are listed, with what those say for which they stand."""
    if name != _AGENDA or not twins.any_twin(connection):
        return rows
    shown = agenda_blocks.doubles(connection, {row["session_id"] for row in rows})
    return [row | {one: getattr(shown[row["id"]], one) for one in _TOLD} if row["id"] in shown else row for row in rows]


def _rows(
    connection: Connection, relation: _Relation, people: Mapping[int, Any], things: Mapping[int, Any]
) -> Iterator[Any]:
    """The living rows of people and of things that are seen as one with others; some of them twice."""
    table = table_of(relation.cls)
    for column, members in ((table.c.person_id, people), (table.c[relation.end], things)):
        wanted = sorted(members)
        for start in range(0, len(wanted), _AT_ONCE):
            part = column.in_(wanted[start : start + _AT_ONCE])
            if relation.cls is Attendance:
                yield from one_roster.rows_where(connection, part)
            else:
                living = (part, table.c.alive + 0 == 1)
                yield from connection.execute(select(table).where(*living).order_by(table.c.id))
