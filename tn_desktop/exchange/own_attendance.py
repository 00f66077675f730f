"""The attendance workbook that this program writes, taken in again: whose sessions, and whose marks, its rows mean."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.attendance_import import (
    Sessions,
    gather,
    planned_marks,
    session_keys,
    with_doubts,
)
from tn_desktop.exchange.drafts import Draft, SessionKey, drafts
from tn_desktop.exchange.mapping import ATTENDANCE_LONG
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.people_import import Progress, plan_people
from tn_desktop.exchange.plan import ImportPlan, PlannedSession, Target
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.stored_marks import against_stored
from tn_desktop.exchange.tables import Table
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.services import same_as
from tn_desktop.store import twins

_workshop, _session = table_of(Workshop), table_of(WorkshopSession)
_attendance, _enrolment = table_of(Attendance), table_of(Enrolment)
_AT_ONCE: Final = 400

_NO_SESSION: Final = QT_TRANSLATE_NOOP("import", "“{workshop}” has no session on {day} here; its marks are left out.")
_SEVERAL: Final = QT_TRANSLATE_NOOP(
    "import", "Several sessions of “{workshop}” begin on {day} at the same time; their marks are left out."
)
_NONE_STORED: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The list is about {count} workshops, none of which is stored here. Take in the lists of workshops and sessions "
    "first, or choose the workshop that it is for.",
)
_ANOTHER: Final = QT_TRANSLATE_NOOP(
    "import", "“{workshop}” is another workshop than the chosen one; its marks are left out."
)


def plan_named(
    connection: Connection,
    chosen: Sequence[tuple[Table, ColumnMapping]],
    dropped: tuple[tuple[str, int, str], ...],
    progress: Progress | None,
) -> ImportPlan | None:
    """The plan for attendance whose rows name their workshops: each mark goes to its own session.

    None if the list names none, or only one that is not stored here: that one can be made.

    Raises:
        Refused: it names several, and none of their sessions is stored here.
    """
    if not all(mapping.kind == ATTENDANCE_LONG and mapping.of("workshop") for _table, mapping in chosen):
        return None
    found = [[with_doubts(draft) for draft in drafts(table, mapping)] for table, mapping in chosen]
    keys = session_keys(draft for listed in found for draft in listed)
    named = Named(connection, keys)
    if not any(map(named.has, keys)):
        if (count := len({fold(key.workshop) for key in keys})) > 1:
            raise Refused(_NONE_STORED, count=count)
        return None
    finder = Sessions((), None, date.min)
    places: dict[object, int] = {}
    for (table, _mapping), listed in zip(chosen, found, strict=True):
        for key in session_keys(listed):
            if key not in places:
                places[key] = finder.plan(key.title, table.first_row, partial(named.plan, key, table.first_row))
    rows = plan_people(
        connection,
        [draft for listed in found for draft in gather(listed)],
        Target(),
        None,
        planned_marks(finder.planned, places),
        progress,
        holding(connection, finder.planned, places),
    )
    rows = against_stored(connection, rows, finder.planned)
    remarks = tuple(one.remark for one in finder.planned if one.remark is not None)
    return ImportPlan("attendance", Target(), rows, tuple(finder.planned), remarks, dropped)


class Named:
    """Sessions that a list names by their workshop and the moment they begin, wherever they are stored."""

    def __init__(self, connection: Connection, keys: Iterable[SessionKey]) -> None:
        self._found: dict[tuple[str, str], list[tuple[int, str]]] = {}
        days = sorted({key.date for key in keys if key.date and key.workshop})
        if not days:
            return
        rows = connection.execute(
            select(_session.c.id, _session.c.starts_at, _session.c.title, _workshop.c.title.label("workshop"))
            .select_from(_session)
            .join(_workshop, _workshop.c.id == twins.kept("workshop", _session.c.workshop_id))
            .where(
                _session.c.alive == 1,
                twins.is_shown(_session),
                _session.c.starts_at >= days[0],
                _session.c.starts_at < f"{days[-1]}U",
                _workshop.c.alive + 0 == 1,
            )
        )
        for row in rows:
            self._found.setdefault((fold(row.workshop), row.starts_at), []).append((row.id, row.title or ""))

    def has(self, key: SessionKey) -> bool:
        """Whether one is stored that the key may mean."""
        return (fold(key.workshop), f"{key.date}T{key.time}") in self._found

    def plan(self, key: SessionKey, number: int) -> PlannedSession:
        """The session that a key means, or why its marks are left out."""
        moment = f"{key.date}T{key.time}"
        found = self._found.get((fold(key.workshop), moment), [])
        titled = [one for one in found if one[1] and fold(one[1]) == fold(key.title)]
        if len(titled or found) == 1:
            return PlannedSession(key.title, (titled or found)[0][0], moment, number, workshop=key.workshop)
        day = f"{date.fromisoformat(key.date):%d.%m.%Y}" if key.date else "–"
        why = Remark(_SEVERAL if found else _NO_SESSION, {"workshop": key.workshop, "day": day})
        return PlannedSession(key.title, None, "", number, why)


def left_out(key: SessionKey, number: int) -> PlannedSession:
    """A session of another workshop than the one a list is for."""
    return PlannedSession(key.title, None, "", number, Remark(_ANOTHER, {"workshop": key.workshop}))


def holding(
    connection: Connection, planned: Sequence[PlannedSession], places: Mapping[object, int]
) -> Callable[[Draft], set[int]]:
    """What gives the people who stand on the lists of a draft's sessions with its marks."""
    holders = Holders(connection, [one.session for one in planned if one.session is not None])
    return lambda draft: holders.of(draft, places, planned)


class Holders:
    """Who stands on the lists of stored sessions with which mark: it tells namesakes in the program's list apart."""

    def __init__(self, connection: Connection, sessions: Sequence[int]) -> None:
        kept = same_as.groups(connection, "people")
        self._held: dict[int, dict[int, str | None]] = {}
        for start in range(0, len(sessions), _AT_ONCE):
            part = sessions[start : start + _AT_ONCE]
            listed = (
                select(_session.c.id, _enrolment.c.person_id)
                .select_from(_session)
                .join(_enrolment, _enrolment.c.workshop_id == _session.c.workshop_id)
                .where(_session.c.id.in_(part), _enrolment.c.alive == 1)
            )
            for session, person in connection.execute(listed):
                self._held.setdefault(session, {}).setdefault(kept.get(person, person), None)
            marked = select(_attendance.c.session_id, _attendance.c.person_id, _attendance.c.status).where(
                _attendance.c.session_id.in_(part), _attendance.c.alive == 1
            )
            for session, person, status in connection.execute(marked):
                held = self._held.setdefault(session, {})
                held[kept.get(person, person)] = status or held.get(kept.get(person, person))

    def of(self, draft: Draft, places: Mapping[object, int], sessions: Sequence[PlannedSession]) -> set[int]:
        """The people who are on all the lists of a draft's marks; those with just these marks, if there are any."""
        said = [
            (self._held.get(sessions[places[key]].session or 0, {}), mark.status)
            for key, mark in draft.marks.items()
            if key in places and sessions[places[key]].session is not None
        ]
        if not said:
            return set()
        found = set.intersection(*(set(held) for held, _status in said))
        just = {person for person in found if all(held[person] == status for held, status in said)}
        return just or found
