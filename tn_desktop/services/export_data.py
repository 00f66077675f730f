"""The attendance of a session, a workshop or a span of days, read in small pieces for a workbook.

A million marks pass through here without being held: sessions and people are walked over by their ids, some
hundred at a time, so that no query is long, memory stays level and the work can be stopped in between.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, union

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, ENROLLED
from tn_desktop.services import one_roster, organisation, same_as, settings
from tn_desktop.services.consents import CONTACT, standing_days
from tn_desktop.services.export_scope import AttendanceScope, Marks, PersonRow, Selection, SessionRow
from tn_desktop.services.workshops import facilitator_names
from tn_desktop.store import twins

_session, _workshop, _person = table_of(WorkshopSession), table_of(Workshop), table_of(Person)
_attendance, _enrolment = table_of(Attendance), table_of(Enrolment)
_PERSON_FIELDS: Final = tuple(_person.c[name] for name in PersonRow._fields[1:] if name != "agreed")
_SESSIONS_AT_ONCE: Final = 50
_PIECES_COUNTED: Final = 4
_NO_MARK: Final = (None, None, None, None)
_PEOPLE_AT_ONCE: Final = 500
_LISTS_HELD: Final = 5_000
"""Most workshops whose lists are kept for their next sessions: some 5 MB."""
_PEOPLE_HELD: Final = 30_000
"""Most people that are kept for the next pass over them: some 30 MB."""
_SESSIONS_HELD: Final = 20_000
"""Most sessions that are kept for the next pass over them: some 20 MB."""


def attendance_scope(connection: Connection, selection: Selection, *, consents: bool = False) -> AttendanceScope:
    """The sessions chosen, whoever is on their rosters, and the marks; read when the scope's sources are called.

    With `consents` people tell since when they agree to be contacted.

    The connection has to stay open, in one transaction, until the workbook is written.

    Raises:
        NotFound: the session or workshop was removed.
    """
    _check_there(connection, selection)
    source = _Source(connection, selection, consents)
    days = connection.execute(
        select(func.min(_session.c.starts_at), func.max(_session.c.starts_at)).where(_chosen(selection))
    ).one()
    owner = settings.get(connection, settings.OWNER) or {}
    return AttendanceScope(
        title=_title(connection, selection),
        about="",
        organisation=organisation.name_of(connection),
        facilitator=str(owner.get("name") or ""),
        first_day=selection.first or _day(days[0]),
        last_day=selection.last or _day(days[1]),
        made_at=datetime.now().astimezone(),
        sessions=source.sessions,
        people=source.people,
        some_people=source.some_people,
        marks=source.marks,
        mark_count=source.about_how_many(),
        labels=source.any_label(),
    )


def people_count(connection: Connection, selection: Selection) -> int:
    """How many people are on the rosters of the sessions chosen, cancelled ones left out; entered twice is one."""
    there = and_(_person.c.id.in_(_shown_people(connection, selection)), _person.c.alive == 1)
    return int(connection.execute(select(func.count()).where(there)).scalar() or 0)


def people_ids(connection: Connection, selection: Selection) -> "array[int]":
    """Those people's ids, in the order of the Turkish alphabet."""
    ordered = (
        select(_person.c.id)
        .where(_person.c.id.in_(_shown_people(connection, selection)), _person.c.alive == 1)
        .order_by(_person.c.sort_key, _person.c.id)
    )
    return array("q", connection.execute(ordered).scalars())


def session_ids(connection: Connection, selection: Selection) -> "array[int]":
    """Ids of the sessions chosen, in the order of time; one that was entered twice, once."""
    ordered = select(_session.c.id).where(_chosen(selection)).order_by(_session.c.starts_at, _session.c.id)
    return array("q", _once(connection.execute(ordered).scalars(), one_roster.all_as_one(connection)))


def _once(sessions: Iterable[int], as_one: Mapping[int, tuple[int, ...]]) -> Iterator[int]:
    """Of sessions that are one, the one they are seen as, or else the first of those that are there."""
    there = list(sessions)
    chosen = set(there)
    shown = {key: next(one for one in as_one[key] if one in chosen) for key in there if key in as_one}
    return (key for key in there if shown.get(key, key) == key)


def _beside(connection: Connection, selection: Selection) -> tuple[list[int], list[int]]:
    """Sessions that are one with some of those chosen, and workshops whose lists count as theirs."""
    if not twins.any_twin(connection):
        return [], []
    as_one = one_roster.all_as_one(connection)
    rows = connection.execute(select(_session.c.id, _session.c.workshop_id).where(_counted(selection))).all()
    groups = same_as.groups(connection, "workshops")
    programmes = {groups[row.workshop_id] for row in rows if row.workshop_id in groups}
    others = {other for row in rows for other in as_one.get(row.id, ())}
    return sorted(others), sorted(key for key, group in groups.items() if group in programmes)


class _Source:
    """Walks over the rows of one export; the connection is its own while it does."""

    def __init__(self, connection: Connection, selection: Selection, consents: bool) -> None:
        self._connection, self._consents = connection, consents
        rows = connection.execute(
            select(_session.c.id, _session.c.workshop_id, _session.c.status)
            .where(_chosen(selection))
            .order_by(_session.c.starts_at, _session.c.id)
        ).all()
        self._twins = one_roster.all_as_one(connection)
        if self._twins:
            shown = set(_once((row[0] for row in rows), self._twins))
            rows = [row for row in rows if row[0] in shown]
        self._lists_of = self._lists_of_both(rows)
        self._sessions = array("q", [row[0] for row in rows])
        self._workshops = array("q", [row[1] for row in rows])
        self._counted = bytes(row[2] != CANCELLED for row in rows)
        self._places = _places(connection, selection)
        self._people, self._same = people_ids(connection, selection), same_as.groups(connection, "people")
        # A number for every id takes four bytes each; a dictionary of those in the scope would take a hundred.
        self.numbers = array(
            "I", bytes(4 * (1 + int(connection.execute(select(func.max(_person.c.id))).scalar() or 0)))
        )
        for number, key in enumerate(self._people, 1):
            self.numbers[key] = number
        for key, kept in self._same.items():
            self.numbers[key] = self.numbers[kept]
        self._held: list[SessionRow] = []
        self._known: dict[int, PersonRow] = {}
        self._lists: dict[int, list[int]] = {}

    def sessions(self) -> Iterator[SessionRow]:
        """The sessions in the order of their numbers."""
        if len(self._sessions) > _SESSIONS_HELD:
            return self._read_sessions()
        if not self._held:
            self._held = list(self._read_sessions())
        return iter(self._held)

    def _read_sessions(self) -> Iterator[SessionRow]:
        number = 0
        for ids in _pieces(self._sessions, _PEOPLE_AT_ONCE):
            found = {row.id: row for row in self._connection.execute(_sessions(ids))}
            names = facilitator_names(self._connection, ids)
            for key in ids:
                number += 1
                row = found[key]
                yield SessionRow(
                    number=number,
                    workshop=row.workshop or "",
                    order=self._places[key],
                    title=row.title,
                    starts_at=row.starts_at,
                    ends_at=row.ends_at,
                    zone=row.zone,
                    mode=row.mode,
                    venue=row.venue,
                    province=row.province or row.workshop_province,
                    facilitators=", ".join(names.get(key, ())),
                    status=row.status,
                    capacity=row.capacity,
                    minors=row.minors,
                    guests=row.guests,
                    counted=row.status != CANCELLED,
                )

    def people(self) -> Iterator[PersonRow]:
        """The people in the order of their numbers."""
        for start in range(1, len(self._people) + 1, _PEOPLE_AT_ONCE):
            numbers = range(start, min(start + _PEOPLE_AT_ONCE, len(self._people) + 1))
            yield from sorted(self.some_people(numbers))

    def some_people(self, numbers: Collection[int]) -> Iterator[PersonRow]:
        """The people of these numbers, in any order."""
        if len(self._people) > _PEOPLE_HELD:
            return self._read_people(numbers)
        missing = [number for number in numbers if number not in self._known]
        self._known.update((person.number, person) for person in self._read_people(missing))
        return (self._known[number] for number in numbers)

    def _read_people(self, numbers: Iterable[int]) -> Iterator[PersonRow]:
        for ids in _pieces(array("q", [self._people[number - 1] for number in numbers]), _PEOPLE_AT_ONCE):
            rows = self._connection.execute(select(_person.c.id, *_PERSON_FIELDS).where(_person.c.id.in_(ids))).all()
            agreed = standing_days(self._connection, CONTACT, [row[0] for row in rows]) if self._consents else {}
            for row in rows:
                person = PersonRow(self.numbers[row[0]], *row[1:])
                yield person._replace(agreed=agreed[row[0]]) if row[0] in agreed else person

    def marks(self) -> Iterator[Marks]:
        """The rosters with their marks, some sessions at a time, by session and by the order of the people.

        Whoever is on a workshop's list and has no attendance row is put together here: the database would need
        several times as long to do it, and so to hand over the people's names with each mark.
        """
        for start in range(0, len(self._sessions), _SESSIONS_AT_ONCE):
            end = min(start + _SESSIONS_AT_ONCE, len(self._sessions))
            places = [place for place in range(start, end) if self._counted[place]]
            marked = self._marked([self._sessions[place] for place in places])
            lists = {place: self._lists_of.get(self._sessions[place], (self._workshops[place],)) for place in places}
            self._read_lists({workshop for own in lists.values() for workshop in own})
            marks: list[tuple[Any, ...]] = []
            for place in places:
                number, lines = place + 1, marked.get(self._sessions[place], [])
                there = {line[0] for line in lines}
                listed = dict.fromkeys(person for workshop in lists[place] for person in self._lists[workshop])
                if self._sessions[place] in self._lists_of:
                    # On the other laptop's list she may be enrolled whom this one took for a walk-in.
                    lines = [(*line[:4], None if line[0] in listed else line[4]) for line in lines]
                lines += [(person, *_NO_MARK) for person in listed if person not in there]
                # No two lines have the same person, so that nothing else is ever compared.
                lines.sort()
                marks += [(number, *line) for line in lines]
            yield marks

    def _marked(self, sessions: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
        """Session id -> what its attendance rows say: person's number, status, mode, minutes, walk-in."""
        mark, people = _attendance.c, self.numbers
        rows = self._connection.execute(
            select(mark.session_id, mark.person_id, mark.status, mark.mode, mark.minutes, mark.walk_in).where(
                mark.session_id.in_(sessions), mark.alive == 1
            )
        ).all()
        found: dict[int, list[tuple[Any, ...]]] = {session: [] for session in sessions}
        for session, person, status, mode, minutes, walk_in in rows:
            number = people[person]
            if number:
                found[session].append((number, status, mode, minutes, walk_in))
        if self._same:
            found = {session: _one_to_a_person(lines) for session, lines in found.items()}
        for session in sessions:
            if session in self._twins:
                found[session] = self._marked_in_both(self._twins[session])
        return found

    def _marked_in_both(self, sessions: Sequence[int]) -> list[tuple[Any, ...]]:
        """What stands of everybody in sessions that are one."""
        cells: dict[int, list[one_roster.Held]] = {}
        for held in one_roster.held_rows(self._connection, sessions):
            if number := self.numbers[held.person_id]:
                cells.setdefault(number, []).append(held)
        lines: list[tuple[Any, ...]] = []
        for number, rows in cells.items():
            row = one_roster.standing(rows).row
            mark = _NO_MARK if row is None else (row.status, row.mode, row.minutes, row.walk_in)
            lines.append((number, *mark))
        return lines

    def _lists_of_both(self, rows: Iterable[Any]) -> dict[int, tuple[int, ...]]:
        """Session id -> the workshops whose lists are its roster's, where that is not its own workshop alone."""
        if not twins.any_twin(self._connection):
            return {}
        twice = same_as.groups(self._connection, "workshops")
        return {
            row[0]: one_roster.workshops_of(self._connection, row[1], self._twins.get(row[0], (row[0],)))
            for row in rows
            if row[0] in self._twins or row[1] in twice
        }

    def _read_lists(self, workshops: Collection[int]) -> None:
        """Know the numbers of the people on these workshops' lists; a workshop's sessions are not all read at once."""
        if len(self._lists) > _LISTS_HELD:
            self._lists.clear()
        missing = [workshop for workshop in workshops if workshop not in self._lists]
        self._lists.update((workshop, []) for workshop in missing)
        rows = self._connection.execute(
            select(_enrolment.c.workshop_id, _enrolment.c.person_id).where(
                _enrolment.c.workshop_id.in_(missing), _on_list()
            )
        ).all()
        for workshop, person in rows:
            number = self.numbers[person]
            if number and not (person in self._same and number in self._lists[workshop]):
                self._lists[workshop].append(number)

    def about_how_many(self) -> int:
        """The people on the lists of the first sessions; enough to tell a few marks from many."""
        return sum(len(marks) for marks in islice(self.marks(), _PIECES_COUNTED))

    def any_label(self) -> bool:
        """Whether a label tells any of the people apart."""
        labelled = self._connection.execute(select(_person.c.id).where(_person.c.label.is_not(None))).scalars()
        return any(self.numbers[key] for key in labelled)


def _one_to_a_person(lines: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """A session's lines where two rows of one person may both have been marked: that she was there counts more."""
    best: dict[int, tuple[Any, ...]] = {}
    for line in lines:
        held = best.get(line[0])
        if held is None or _weight(line[1]) > _weight(held[1]):
            best[line[0]] = line
    return list(best.values())


def _weight(status: str | None) -> int:
    return 2 if status in ATTENDED else int(status is not None)


def _check_there(connection: Connection, selection: Selection) -> None:
    for table, key, message in (
        (_session, selection.session, QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime.")),
        (_workshop, selection.workshop, QT_TRANSLATE_NOOP("errors", "This workshop was removed in the meantime.")),
    ):
        if (
            key is not None
            and not connection.execute(select(exists().where(table.c.id == key, table.c.alive == 1))).scalar()
        ):
            raise NotFound(message)


def _title(connection: Connection, selection: Selection) -> str:
    if selection.session is None and selection.workshop is None:
        return ""
    of_session = select(_session.c.workshop_id).where(_session.c.id == selection.session).scalar_subquery()
    key = selection.workshop if selection.workshop is not None else of_session
    return str(connection.execute(select(_workshop.c.title).where(_workshop.c.id == key)).scalar() or "")


def _chosen(selection: Selection) -> ColumnElement[bool]:
    """The condition on a session: chosen, and living like its workshop."""
    conditions = [
        _session.c.alive == 1,
        exists().where(_workshop.c.id == _session.c.workshop_id, _workshop.c.alive == 1),
    ]
    if selection.session is not None:
        conditions.append(_session.c.id == selection.session)
    if selection.workshop is not None:
        conditions.append(_session.c.workshop_id.in_(twins.as_one("workshop", selection.workshop)))
    if selection.first is not None:
        conditions.append(_session.c.starts_at >= selection.first.isoformat())
    if selection.last is not None and selection.last < date.max:
        conditions.append(_session.c.starts_at < (selection.last + timedelta(days=1)).isoformat())
    return and_(*conditions)


def _counted(selection: Selection) -> ColumnElement[bool]:
    return and_(_chosen(selection), _session.c.status.is_distinct_from(CANCELLED))


def _on_list() -> ColumnElement[bool]:
    return and_(_enrolment.c.alive == 1, _enrolment.c.status == ENROLLED)


def _shown_people(connection: Connection, selection: Selection) -> Any:
    """Ids of those as whom everybody on a roster is seen."""
    people = _people_of(connection, selection)
    return twins.all_kept("person", people) if twins.any_twin(connection) else people


def _people_of(connection: Connection, selection: Selection) -> Any:
    """Ids of everybody on a roster: enrolled in the workshop, or with an attendance row at the session."""
    twins, lists = _beside(connection, selection)
    which = or_(_counted(selection), _session.c.id.in_(twins)) if twins else _counted(selection)
    workshops: Any = select(_session.c.workshop_id).where(which)
    if lists:
        workshops = union(workshops, select(_workshop.c.id).where(_workshop.c.id.in_(lists)))
    sessions = select(_session.c.id).where(which)
    return union(
        select(_enrolment.c.person_id).where(_on_list(), _enrolment.c.workshop_id.in_(workshops)),
        select(_attendance.c.person_id).where(_attendance.c.alive == 1, _attendance.c.session_id.in_(sessions)),
    )


def _sessions(ids: Sequence[int]) -> Select[Any]:
    """Sessions by their ids, with what they take from their workshops."""
    return (
        select(_session, _workshop.c.title.label("workshop"), _workshop.c.province.label("workshop_province"))
        .join(_workshop, _workshop.c.id == _session.c.workshop_id)
        .where(_session.c.id.in_(ids))
    )


def _places(connection: Connection, selection: Selection) -> dict[int, int]:
    """Session id -> its place among the living sessions of its workshop, chosen or not, from 1: as on screen."""
    workshops: Any = select(_session.c.workshop_id).where(_chosen(selection))
    groups = twins.all_groups(connection, _workshop.name)
    if groups:
        workshops = union(workshops, select(_workshop.c.id).where(_workshop.c.id.in_(groups)))
    sibling = _session.alias("sibling")
    rows = connection.execute(
        select(sibling.c.id, sibling.c.workshop_id)
        .where(sibling.c.workshop_id.in_(workshops), sibling.c.alive == 1)
        .order_by(sibling.c.starts_at, sibling.c.id)
    )
    as_one = one_roster.all_as_one(connection)
    count: Counter[int] = Counter()
    found: dict[int, int] = {}
    for key, own in rows:
        workshop = groups.get(own, (own,))[0]
        # A session that is seen as another one of the same workshop has its number.
        known = next((found[one] for one in as_one.get(key, ()) if groups and one in found), 0)
        count[workshop] += not known
        found[key] = known or count[workshop]
    return found


def _pieces(ids: "array[int]", size: int) -> Iterator[list[int]]:
    return (ids[start : start + size].tolist() for start in range(0, len(ids), size))


def _day(starts_at: str | None) -> date | None:
    return date.fromisoformat(starts_at[:10]) if starts_at else None
