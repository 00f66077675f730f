"""A workshop's status and first date, which follow from the sessions of all rows that are seen as one with it.

Both are stored with every row of such a group, so that a list of a million workshops is sorted and filtered by an
index, and whichever of them is shown says the same. Sessions that are seen as one count as one: it was held where one
of them says so or has a mark, and is at the time of the one that is shown.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, exists, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Attendance, Workshop, WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED, HELD, PLANNED
from tn_desktop.store import twins

COLUMNS: Final = ("status", "first_starts_at")
"""What is stored of a workshop's state, in the order in which it is told here."""
_AT_ONCE: Final = 400
_session, _attendance, _workshop = table_of(WorkshopSession), table_of(Attendance), table_of(Workshop)
State = tuple[str, str]


class _Session(NamedTuple):
    id: int
    workshop_id: int
    starts_at: str
    status: str | None
    marked: bool


def state_of(sessions: Sequence[tuple[str, str | None, bool]]) -> State:
    """Status and first start of a workshop from its living sessions by start: (start, status, somebody is marked).

    The status is "held" when every session that was not cancelled was held (said so, or somebody is marked),
    "cancelled" when all were cancelled, "planned" otherwise, also without sessions.
    """
    going = [session for session in sessions if session[1] != CANCELLED]
    if sessions and not going:
        status = CANCELLED
    elif going and all(said == HELD or marked for _start, said, marked in going):
        status = HELD
    else:
        status = PLANNED
    return status, next((start for start, _said, _marked in going or sessions), "")


def outdated(connection: Connection, workshops: Iterable[int], sessions: Iterable[int] = ()) -> dict[int, State]:
    """The workshops whose stored state is another than follows from their sessions, with the state they have.

    Args:
        connection: where to read.
        workshops: those that are looked at, with all that are seen as one with them.
        sessions: and the workshops of these, as well as of those that are seen as one with them.
    """
    wanted = set(workshops) | _workshops_of(connection, sessions)
    if not twins.any_twin(connection):
        groups = {key: [key] for key in wanted}
        joined: Mapping[int, Sequence[int]] = {}
    else:
        # Who is marked in the other of two sessions that are one is marked in this one, of whatever workshop it is.
        beside = _joined(connection, twins.groups_of(connection, _workshop.name, wanted))
        wanted |= _workshops_of(connection, {key for one in beside.values() for key in one})
        groups = twins.groups_of(connection, _workshop.name, wanted)
        joined = _joined(connection, groups)
    states = _states(connection, groups, joined)
    found: dict[int, State] = {}
    for part in _parts(states):
        statement = select(_workshop.c.id, *(_workshop.c[name] for name in COLUMNS)).where(_workshop.c.id.in_(part))
        for key, *stored in connection.execute(statement):
            if tuple(stored) != states[key]:
                found[key] = states[key]
    return found


def after_verdicts(connection: Connection, moved: Collection[tuple[str, int]]) -> dict[int, State]:
    """`outdated`, where these rows (table, id) are seen as another row than before, or are no more."""
    workshops = {key for name, key in moved if name == _workshop.name}
    sessions = {key for name, key in moved if name == _session.name}
    return outdated(connection, workshops, sessions) if workshops or sessions else {}


def _states(
    connection: Connection, groups: Mapping[int, Sequence[int]], joined: Mapping[int, Sequence[int]]
) -> dict[int, State]:
    """The state of each member of these groups; `joined` are sessions that are seen as one with others."""
    rows = {row.id: row for row in _sessions(connection, _workshop_ids(groups))}
    beside = {key for key, one in joined.items() if key in rows for key in one} - rows.keys()
    known = rows | {row.id: row for row in _sessions(connection, beside, _session.c.id)}
    of: dict[int, list[_Session]] = {}
    for row in rows.values():
        of.setdefault(row.workshop_id, []).append(row)
    states: dict[int, State] = {}
    for members in groups.values():
        if members[0] not in states:
            held = [row for member in members for row in of.get(member, ())]
            state = state_of(sorted(_as_one(held, joined, known), key=lambda one: one[0]))
            states |= dict.fromkeys(members, state)
    return states


def _as_one(
    held: Iterable[_Session], joined: Mapping[int, Sequence[int]], known: Mapping[int, _Session]
) -> Iterator[tuple[str, str | None, bool]]:
    """The sessions of a workshop, each once: start, status, whether somebody is marked."""
    there = {row.id: row for row in held}
    for key, row in there.items():
        group = joined.get(key, (key,))
        shown = next(one for one in group if one in there)
        if shown != key:
            continue
        rows = [known[one] for one in group if one in known]
        said = HELD if any(one.status == HELD for one in rows) else row.status
        yield row.starts_at, said, any(one.marked for one in rows)


def _joined(connection: Connection, groups: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """The sessions of these groups that are seen as one with others -> all of them, the one that is shown first."""
    own = [row.id for row in _sessions(connection, _workshop_ids(groups))]
    return {key: one for key, one in twins.groups_of(connection, _session.name, own).items() if len(one) > 1}


def _workshop_ids(groups: Mapping[int, Sequence[int]]) -> set[int]:
    return {member for members in groups.values() for member in members}


def _workshops_of(connection: Connection, sessions: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in _parts(set(sessions)):
        of = select(_session.c.workshop_id).where(_session.c.id.in_(part)).distinct()
        found |= set(connection.execute(of).scalars())
    return found


def _sessions(connection: Connection, keys: Iterable[int], column: Any = _session.c.workshop_id) -> Iterator[_Session]:
    """The living sessions of workshops, or with these ids."""
    marked = exists(
        select(_attendance.c.id).where(
            _attendance.c.session_id == _session.c.id, _attendance.c.alive + 0 == 1, _attendance.c.status.is_not(None)
        )
    )
    columns = (_session.c.id, _session.c.workshop_id, _session.c.starts_at, _session.c.status)
    statement = select(*columns, marked.label("marked"))
    for part in _parts(keys):
        for row in connection.execute(statement.where(column.in_(part), _session.c.alive + 0 == 1)):
            yield _Session(row.id, row.workshop_id, row.starts_at or "", row.status, bool(row.marked))


def _parts(keys: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
