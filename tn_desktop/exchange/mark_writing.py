"""Writing the marks of a planned import: made where none is stored; where there is another, by the user's word only."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from tn_desktop.exchange.differing import compared
from tn_desktop.exchange.plan import Decision, ImportPlan, PlannedMark, PlanRow
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Attendance, Enrolment, WorkshopSession
from tn_desktop.model.vocabulary import ENROLLED, HELD, IN_PERSON, ONLINE, PLANNED
from tn_desktop.services import attendance
from tn_desktop.services.session_rules import refresh_workshop
from tn_desktop.store.unit_of_work import UnitOfWork

_MADE_BY = "import"


class MarkWriter:
    """Writes the marks of a plan.

    `people` says whom each row became or means, `sessions` which session each position of the plan is; `create` makes
    the rows that are not there yet.

    Attributes:
        touched: the rows whose marks were written.
        written: how many marks.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        plan: ImportPlan,
        decisions: Mapping[int, Decision],
        people: Mapping[int, int],
        sessions: Mapping[int, int],
    ) -> None:
        self.touched: set[int] = set()
        self.written = 0
        self._uow = uow
        self._plan = plan
        self._decisions = decisions
        self._people = people
        self._sessions = sessions

    def write(self, workshop: int | None, create: Callable[[list[Mapping[str, Any]]], None]) -> None:
        """Write them; a stored mark stays unless the user took the list's."""
        modes = self._modes(list(self._sessions.values()))
        held = self._held(list(self._sessions.values()))
        enrolled = self._enrolled(workshop)
        fresh: dict[tuple[int, int], dict[str, Any]] = {}
        for row, person, planned in self._planned():
            session = self._sessions[planned.session]
            decision = self._decisions.get(row.row, Decision())
            stored = held.get((session, person))
            if planned.stored is not None:
                if planned.differs and decision.takes(planned):
                    self._take(session, person, planned)
                    self._wrote(row)
                continue
            values = {
                "status": planned.mark.status,
                "minutes": planned.mark.minutes,
                "mode": planned.mark.mode or modes[session],
                "made_by": _MADE_BY if planned.mark.status else None,
            }
            if stored is None or not stored["alive"]:
                ends = {"session_id": session, "person_id": person, "walk_in": None if person in enrolled else 1}
                if stored is None:
                    fresh.setdefault((session, person), {**values, **ends})
                    self.touched.add(row.row)
                else:
                    self._uow.create(Attendance, {**values, **ends})
                    self._wrote(row)
            elif _may_overwrite(stored, planned, decision):
                self._uow.change(Attendance, stored["id"], values)
                self._wrote(row)
        create(list(fresh.values()))
        self.written += len(fresh)
        self._settle(self._sessions.values(), workshop)

    def _planned(self) -> Iterable[tuple[PlanRow, int, PlannedMark]]:
        for row in self._plan.rows:
            person = self._people.get(row.row)
            if person is None:
                continue
            beside = compared(row, self._decisions.get(row.row, Decision()))
            for planned in beside.marks or row.marks:
                if planned.session in self._sessions:
                    yield row, person, planned

    def _take(self, session: int, person: int, planned: PlannedMark) -> None:
        """Put the list's mark over the stored one, wherever that one stands, as whoever marks by hand does."""
        assert planned.was is not None and planned.mark.status is not None
        same = planned.mark.status == planned.was.status
        minutes = planned.mark.minutes if planned.mark.minutes is not None or not same else planned.was.minutes
        attendance.mark(
            self._uow, session, person, planned.mark.status, mode=planned.mark.mode, minutes=minutes, made_by=_MADE_BY
        )

    def _wrote(self, row: PlanRow) -> None:
        self.touched.add(row.row)
        self.written += 1

    def _modes(self, sessions: Sequence[int]) -> dict[int, str]:
        table = table_of(WorkshopSession)
        rows = self._uow.connection.execute(select(table.c.id, table.c.mode).where(table.c.id.in_(sessions)))
        return {row.id: ONLINE if row.mode == ONLINE else IN_PERSON for row in rows}

    def _held(self, sessions: Sequence[int]) -> dict[tuple[int, int], Mapping[str, Any]]:
        table = table_of(Attendance)
        rows = self._uow.connection.execute(select(table).where(table.c.session_id.in_(sessions))).mappings()
        return {(row["session_id"], row["person_id"]): dict(row) for row in rows}

    def _enrolled(self, workshop: int | None) -> set[int]:
        if workshop is None:
            return set()
        table = table_of(Enrolment)
        rows = self._uow.connection.execute(
            select(table.c.person_id).where(
                table.c.workshop_id == workshop, table.c.alive == 1, table.c.status == ENROLLED
            )
        )
        return {row[0] for row in rows}

    def _settle(self, sessions: Iterable[int], workshop: int | None) -> None:
        """Sessions with marks were held; the workshop's dates and status follow."""
        table, marks = table_of(WorkshopSession), table_of(Attendance)
        if workshop is None:
            return
        marked = select(marks.c.session_id).where(
            marks.c.session_id.in_(list(sessions)), marks.c.alive == 1, marks.c.status.is_not(None)
        )
        planned = self._uow.connection.execute(
            select(table.c.id).where(table.c.id.in_(marked), table.c.status == PLANNED)
        ).all()
        for row in planned:
            self._uow.change(WorkshopSession, row.id, {"status": HELD})
        if sessions:
            refresh_workshop(self._uow, workshop)


def _may_overwrite(stored: Mapping[str, Any], planned: PlannedMark, decision: Decision) -> bool:
    """Of a row of which nobody knew before whom it means."""
    if planned.mark.status is None or stored["status"] == planned.mark.status:
        return False
    return stored["status"] is None or decision.takes(planned)
