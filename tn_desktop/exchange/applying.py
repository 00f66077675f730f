"""Writing a planned import: one unit of work, so that one undo takes it back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from tn_desktop.exchange.differing import compared, left
from tn_desktop.exchange.mark_writing import MarkWriter
from tn_desktop.exchange.matching import compare
from tn_desktop.exchange.people_import import Progress
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    REFUSED,
    Decision,
    FieldChange,
    ImportPlan,
    ImportResult,
    PlanRow,
    Reason,
    decision_of,
)
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment, Workshop, WorkshopSession
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.specs.people import PEOPLE
from tn_desktop.model.stamps import new_uid, relation_bytes
from tn_desktop.model.vocabulary import WAITING, WITHDRAWN
from tn_desktop.services import enrolling, records
from tn_desktop.store.unit_of_work import UnitOfWork

_BATCH: Final = 500
_DEFAULTS: Final = {spec.column: spec.default for spec in PEOPLE.fields if spec.default is not None}
_SKIPPED: Final = QT_TRANSLATE_NOOP("import", "You chose to leave this row out.")


def apply_import(
    uow: UnitOfWork,
    plan: ImportPlan,
    decisions: Mapping[int, "Decision | str | int"] | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Write a plan. Doubtful rows without a decision are skipped with their reason, refused ones are told again.

    `decisions` maps positions of rows to "new", "skip", a person's id or a `Decision`. Raise Cancelled in `progress`
    to stop: the unit of work then rolls back.
    """
    if plan.kind == "stakeholders":
        from tn_desktop.exchange.stakeholder_import import apply_stakeholders

        return apply_stakeholders(uow, plan, decisions or {}, progress)
    if plan.kind not in ("people", "attendance"):
        from tn_desktop.exchange.record_import import apply_records

        return apply_records(uow, plan, decisions or {}, progress)
    return _Applying(uow, plan, {row: decision_of(value) for row, value in (decisions or {}).items()}, progress).run()


class _Applying:
    """One import being written; `people` maps a row's position to the person it became or meant."""

    def __init__(
        self, uow: UnitOfWork, plan: ImportPlan, decisions: Mapping[int, Decision], progress: Progress | None
    ) -> None:
        self.uow = uow
        self.plan = plan
        self.decisions = decisions
        self.progress = progress or (lambda done, total: None)
        self.people: dict[int, int] = {}
        self.follows: dict[int, int] = {}
        self.new: list[PlanRow] = []
        self.touched: set[int] = set()
        self.skipped: list[tuple[int, Reason]] = []
        self.differing: dict[int, tuple[int, Reason]] = {}
        self.refused: list[tuple[int, Reason]] = []
        self.uids: dict[int, bytes] = {}
        self.waiting = 0

    def run(self) -> ImportResult:
        """Everything, in the order in which rows point to each other."""
        self._sort_rows()
        self._create_people()
        self._follow_duplicates()
        self._change_people()
        workshop = self._workshop()
        self._memberships()
        if workshop is not None and (self.plan.target.workshop is not None or self.plan.target.workshop_title):
            self._enrolments(workshop)
        sessions, made = self._sessions(workshop)
        marks = self._marks(sessions, workshop)
        new_rows = {row.row for row in self.new}
        known = [row for row in self.people if row not in new_rows]
        changed = sum(row in self.touched for row in known)
        same = sum(row not in self.touched and row not in self.differing for row in known)
        result = ImportResult(
            len(self.new),
            changed,
            same,
            tuple(self.skipped),
            tuple(self.refused),
            None,
            marks,
            made,
            self.waiting,
            differs=tuple(self.differing.values()),
        )
        return self._told(result)

    def _told(self, result: ImportResult) -> ImportResult:
        from dataclasses import replace

        written = self.uow.changes()
        if written:
            self.uow.describe({"import": self.plan.kind, "added": result.added, "changed": result.changed})
        changes = self.uow.changes(added=result.added, changed=result.changed, same=result.same)
        return replace(result, batch=changes.lsn or None, changes=changes)

    # --- whom each row means

    def _sort_rows(self) -> None:
        for row in self.plan.rows:
            decision = self.decisions.get(row.row, Decision())
            if decision.action == "skip":
                self.skipped.append((row.number, Remark(_SKIPPED)))
            elif decision.action == "person" and decision.person is not None:
                self.people[row.row] = decision.person
            elif decision.action == "row" and decision.person is not None:
                self.follows[row.row] = decision.person
            elif row.verdict == REFUSED and not (decision.without_wrong and _has_name(row)):
                self.refused.append((row.number, row.reasons[0]))
            elif decision.action == "new" and not _has_name(row):
                self.refused.append((row.number, row.reasons[-1]))
            elif decision.action == "new" or (row.verdict == REFUSED and decision.without_wrong):
                self.new.append(row)
            elif row.verdict == DOUBTFUL:
                self.skipped.append((row.number, row.reasons[-1]))
            elif row.person is not None:
                self.people[row.row] = row.person
            elif row.duplicate_of is not None:
                self.follows[row.row] = row.duplicate_of
            else:
                self.new.append(row)

    def _create_people(self) -> None:
        for start in range(0, len(self.new), _BATCH):
            part = self.new[start : start + _BATCH]
            uids = [new_uid().bytes for _ in part]
            rows = [{**_DEFAULTS, **row.values, "uid": uid} for row, uid in zip(part, uids, strict=True)]
            for row, key, uid in zip(part, self.uow.create_many(Person, rows), uids, strict=True):
                self.people[row.row] = key
                self.uids[key] = uid
            self.progress(start + len(part), 2 * len(self.plan.rows))

    def _follow_duplicates(self) -> None:
        """A row that says the same person as an earlier one means whoever that one became."""
        by_position = {row.row: row for row in self.plan.rows}
        for position, earlier in sorted(self.follows.items()):
            person = self.people.get(earlier)
            if person is not None:
                self.people[position] = person
            else:
                row = by_position[position]
                self.skipped.append((row.number, row.reasons[-1] if row.reasons else Remark(_SKIPPED)))

    def _change_people(self) -> None:
        fresh = {row.row for row in self.new}
        for row in self.plan.rows:
            person = self.people.get(row.row)
            if person is None or row.row in fresh:
                continue
            decision = self.decisions.get(row.row, Decision())
            fills, differs = row.fills, row.differs
            if person != row.person:
                # Somebody whom she chose, or whom an earlier row of the list was about: as she is by now.
                fills, differs = self._beside(person, row)
            values = {change.field: change.given for change in fills}
            values |= {change.field: change.given for change in differs if change.field in decision.take}
            marks = compared(row, decision).marks
            if (kept := left(self.plan, differs, marks, decision)) is not None:
                self.differing[row.row] = (row.number, kept)
            if values and self.uow.change(Person, person, values):
                self.touched.add(row.row)

    def _beside(self, person: int, row: PlanRow) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
        """What a row fills in of somebody, and where it differs."""
        table = table_of(Person)
        stored = self.uow.connection.execute(select(table).where(table.c.id == person)).mappings().one()
        return compare(dict(stored), row.values)

    # --- lists they come onto

    def _memberships(self) -> None:
        by_community: dict[int, dict[int, list[int]]] = {}
        for row in self.plan.rows:
            if row.community is not None and row.row in self.people:
                by_community.setdefault(row.community, {}).setdefault(self.people[row.row], []).append(row.row)
        for community, people in by_community.items():
            ends = [{"person_id": person, "community_id": community} for person in people]
            for written in self._relate(Membership, ends, {"role": "member"}, "community_id", Community):
                self.touched.update(people[written["person_id"]])

    def _enrolments(self, workshop: int) -> None:
        rows: dict[int, list[int]] = {}
        for row, person in self.people.items():
            rows.setdefault(person, []).append(row)
        marked = {self.people[row.row] for row in self.plan.rows if row.marks and row.row in self.people}
        given = enrolling.seats(self.uow, workshop, rows, marked)
        self.waiting = sum(values["status"] == WAITING for values in given.values())
        ends: list[Mapping[str, Any]] = [
            {"person_id": person, "workshop_id": workshop, **values} for person, values in given.items()
        ]
        for written in self._relate(Enrolment, ends, {}, "workshop_id", Workshop):
            self.touched.update(rows[written["person_id"]])

    def _relate(
        self,
        cls: type[Synced],
        ends: Sequence[Mapping[str, Any]],
        values: Mapping[str, Any],
        anchor: str,
        anchor_cls: type[Synced],
    ) -> list[Mapping[str, Any]]:
        """Make relation rows that are not there yet, bring removed ones back; returns the ends that were written."""
        if not ends:
            return []
        table = table_of(cls)
        anchors = sorted({end[anchor] for end in ends})
        held: dict[tuple[int, int], Any] = {}
        for start in range(0, len(anchors), _BATCH):
            statement = select(table).where(table.c[anchor].in_(anchors[start : start + _BATCH]))
            for found in self.uow.connection.execute(statement).mappings():
                held[found["person_id"], found[anchor]] = found
        fresh, written = [], []
        for end in ends:
            stored = held.get((end["person_id"], end[anchor]))
            if stored is None:
                fresh.append(end)
            elif not stored["alive"]:
                self.uow.create(cls, {**values, **end})
                written.append(end)
            elif cls is Enrolment and stored["status"] == WITHDRAWN:
                self.uow.change(cls, stored["id"], {**values, **end})
                written.append(end)
        self._create_relations(cls, fresh, values, anchor, anchor_cls)
        return [*fresh, *written]

    def _create_relations(
        self,
        cls: type[Synced],
        fresh: Sequence[Mapping[str, Any]],
        values: Mapping[str, Any],
        anchor: str,
        anchor_cls: type[Synced],
    ) -> None:
        people = self._uids_of(Person, (end["person_id"] for end in fresh))
        anchors = self._uids_of(anchor_cls, {end[anchor] for end in fresh})
        assert cls.relation is not None
        for start in range(0, len(fresh), _BATCH):
            rows = []
            for end in fresh[start : start + _BATCH]:
                uids = [people[end[c]] if c == "person_id" else anchors[end[c]] for c in cls.ends]
                rows.append({**values, **end, "uid": relation_bytes(cls.relation, *uids)})
            self.uow.create_many(cls, rows)
            self.progress(len(self.plan.rows), 2 * len(self.plan.rows))

    def _uids_of(self, cls: type[Synced], ids: Iterable[int]) -> dict[int, bytes]:
        table = table_of(cls)
        wanted = sorted(set(ids))
        known = {key: self.uids[key] for key in wanted if cls is Person and key in self.uids}
        missing = [key for key in wanted if key not in known]
        for start in range(0, len(missing), _BATCH):
            part = missing[start : start + _BATCH]
            rows = self.uow.connection.execute(select(table.c.id, table.c.uid).where(table.c.id.in_(part)))
            known.update((row.id, row.uid) for row in rows)
        return known

    # --- sessions and marks

    def _workshop(self) -> int | None:
        """The workshop that the list is for; made where the plan says so."""
        from tn_desktop.exchange.attendance_import import workshop_of

        target = self.plan.target
        found = workshop_of(self.uow.connection, target)
        if found is None and target.workshop_title and self.people:
            values: dict[str, object] = {"title": target.workshop_title}
            if target.community is not None:
                values["communities"] = [target.community]
            return records.add(self.uow, "workshops", values).subject
        return found

    def _sessions(self, workshop: int | None) -> tuple[dict[int, int], int]:
        """Position of a planned session -> id, and how many were made."""
        ids: dict[int, int] = {}
        made = 0
        used = {mark.session for row in self.plan.rows if row.row in self.people for mark in row.marks}
        for position, planned in enumerate(self.plan.sessions):
            if planned.session is not None:
                ids[position] = planned.session
            elif planned.starts_at and workshop is not None and position in used:
                values = {"workshop": workshop, "starts_at": planned.starts_at, "title": _own_title(planned.title)}
                subject = records.add(self.uow, "sessions", values).subject
                assert subject is not None
                ids[position] = subject
                made += 1
        return ids, made

    def _marks(self, sessions: Mapping[int, int], workshop: int | None) -> int:
        writer = MarkWriter(self.uow, self.plan, self.decisions, self.people, sessions)
        writer.write(
            workshop, lambda fresh: self._create_relations(Attendance, fresh, {}, "session_id", WorkshopSession)
        )
        self.touched |= writer.touched
        return writer.written


def _has_name(row: PlanRow) -> bool:
    return bool(row.values.get("given_name") or row.values.get("family_name"))


def _own_title(title: str) -> str | None:
    """A session's title, unless it is just its date or number."""
    import re

    from tn_desktop.exchange.headers import session_of

    info = session_of((title,))
    if info is None:
        return title or None
    return title if len(re.findall(r"[^\W\d_]", title)) > 12 and info.number is None else None
