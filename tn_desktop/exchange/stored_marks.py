"""The marks that are stored already beside those of a list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.marks import Mark
from tn_desktop.exchange.plan import KNOWN, SAME, PlannedMark, PlannedSession, PlanRow
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Attendance
from tn_desktop.services import one_roster, same_as

_attendance = table_of(Attendance)
_AT_ONCE: Final = 400
Place = tuple[int, int]
"""(session, person as she is seen)."""


def against_stored(
    connection: Connection, rows: Sequence[PlanRow], sessions: Sequence[PlannedSession]
) -> tuple[PlanRow, ...]:
    """The rows with the marks that are stored already beside theirs."""
    ids = [one.session for one in sessions if one.session is not None]
    if not ids:
        return tuple(rows)
    held = stored_marks(connection, ids)
    return tuple(_beside(row, _person_of(row, rows), sessions, held) for row in rows)


def stored_marks(connection: Connection, sessions: Collection[int]) -> dict[Place, Mark]:
    """What stands of everybody at some sessions; of whoever or whatever stands in the notebook twice, as it is seen."""
    kept = same_as.groups(connection, "people")
    groups = one_roster.all_as_one(connection)
    held: dict[Place, Mark] = {}
    together: dict[int, set[int]] = {}
    columns = (_attendance.c[name] for name in ("session_id", "person_id", "status", "minutes", "mode"))
    statement = select(*columns).where(_attendance.c.alive == 1)
    ordered = sorted(sessions)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        for row in connection.execute(statement.where(_attendance.c.session_id.in_(part))):
            held[row.session_id, row.person_id] = Mark(row.status, row.minutes, row.mode)
            if row.person_id in kept:
                together.setdefault(row.session_id, set()).add(row.person_id)
    for session, people in together.items():
        if session not in groups:
            held |= _as_seen(session, one_roster.held_rows(connection, [session], people), kept)
    for session in ordered:
        if session in groups:
            held |= _as_seen(session, one_roster.held_rows(connection, groups[session]), kept)
    return held


def _as_seen(session: int, rows: Sequence[one_roster.Held], kept: Mapping[int, int]) -> dict[Place, Mark]:
    cells: dict[int, list[one_roster.Held]] = {}
    for row in rows:
        cells.setdefault(kept.get(row.person_id, row.person_id), []).append(row)
    stand = {person: one_roster.standing(cell).row for person, cell in cells.items()}
    return {(session, person): Mark(row.status, row.minutes, row.mode) for person, row in stand.items() if row}


def _person_of(row: PlanRow, rows: Sequence[PlanRow]) -> int | None:
    return row.person if row.duplicate_of is None else rows[row.duplicate_of].person


def _beside(
    row: PlanRow, person: int | None, sessions: Sequence[PlannedSession], held: Mapping[Place, Mark]
) -> PlanRow:
    if not row.marks:
        return row

    def marks(of: int) -> tuple[PlannedMark, ...]:
        return tuple(
            replace(mark, was=held.get((key, of))) if (key := sessions[mark.session].session) is not None else mark
            for mark in row.marks
        )

    candidates = tuple(
        replace(one, marks=marks(one.person)) if one.person is not None else one for one in row.candidates
    )
    if person is None:
        return replace(row, candidates=candidates)
    beside = marks(person)
    fresh = any(mark.stored is None or mark.differs for mark in beside)
    unchanged = row.verdict == KNOWN and not (row.fills or row.differs or row.joins or fresh)
    return replace(row, marks=beside, candidates=candidates, verdict=SAME if unchanged else row.verdict)
