"""Planning and applying a list of people (and of attendance, whose rows are people with marks)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange import matching
from tn_desktop.exchange.drafts import NO_NAME, Draft
from tn_desktop.exchange.matching import People, compare
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    KNOWN,
    NEW,
    REFUSED,
    SAME,
    SAME_IN_FILE,
    SAME_NAME,
    SAME_PHONE,
    Candidate,
    FieldChange,
    PlannedMark,
    PlanRow,
    Target,
)
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community, Membership
from tn_desktop.model.entities.workshops import Enrolment
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.specs.people import PEOPLE
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import WITHDRAWN

_community, _membership, _enrolment = table_of(Community), table_of(Membership), table_of(Enrolment)
_ORDER: Final = sorted(PEOPLE.fields, key=lambda spec: spec.kind in ("phone", "district"))
Progress = Callable[[int, int], None]
"""Called with (rows done, rows in all); may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A draft with its values in stored form; `wrong` are the values that have no meaning for their field."""

    draft: Draft
    values: dict[str, Any]
    wrong: tuple[FieldError, ...]

    @property
    def name(self) -> str:
        """The folded full name."""
        return fold(full_name(self.values))


def parse_draft(draft: Draft) -> Parsed:
    """Bring a draft's texts to the form that is stored."""
    values: dict[str, Any] = {}
    wrong = list(draft.problems)
    for spec in _ORDER:
        text = draft.values.get(spec.name)
        if not text:
            continue
        try:
            parsed = parse(spec, text, values)
        except FieldError as problem:
            wrong.append(problem)
            continue
        if parsed is not None:
            values[spec.name] = parsed
    return Parsed(draft, values, tuple(wrong))


def plan_people(
    connection: Connection,
    drafts: Iterable[Draft],
    target: Target,
    workshop: int | None,
    marks: Callable[[Draft], tuple[PlannedMark, ...]] | None = None,
    progress: Progress | None = None,
    among: Callable[[Draft], Collection[int]] | None = None,
) -> tuple[PlanRow, ...]:
    """What would become of each draft.

    `workshop` is the stored workshop of the target, if any, whose people are meant by their names; `marks` gives a
    draft's planned marks, `among` those of whom a draft surely means one.
    """
    parsed = []
    listed = list(drafts)
    for number, draft in enumerate(listed):
        parsed.append(parse_draft(draft))
        if progress and number % 500 == 0:
            progress(number, 2 * len(listed))
    planner = _Planner(connection, parsed, target, workshop)
    rows = []
    for position, one in enumerate(parsed):
        near = among(one.draft) if among else ()
        rows.append(planner.row(position, one, marks(one.draft) if marks else (), near))
        if progress and position % 500 == 0:
            progress(len(listed) + position, 2 * len(listed))
    return tuple(rows)


class _Planner:
    """Decides on one row after the other, remembering those before it."""

    def __init__(self, connection: Connection, parsed: Sequence[Parsed], target: Target, workshop: int | None) -> None:
        self._people = People(connection, matching.near(connection, target.community, workshop, target.session))
        self._people.prepare([one.values for one in parsed])
        self._target = target
        self._communities = _communities(connection, {one.draft.community for one in parsed} - {""})
        wanted = {target.community, *self._communities.values()} - {None}
        self._members = _members(connection, [key for key in wanted if key is not None])
        self._enrolled = _enrolled(connection, workshop)
        self._enrols = target.workshop is not None or bool(target.workshop_title)
        self._earlier: dict[str, list[tuple[int, Parsed, int | None]]] = {}
        self._phones: dict[str, list[int]] = {}
        self._parsed = parsed
        self._said: dict[int, dict[str, Any]] = {}

    def row(self, position: int, one: Parsed, marks: tuple[PlannedMark, ...], among: Collection[int] = ()) -> PlanRow:
        """The plan for one row."""
        draft = one.draft
        base = PlanRow(
            position, draft.sheet, draft.number, draft.name, matching.details(one.values), NEW, None, one.values,
            marks=marks,
        )  # fmt: skip
        community, reasons = self._community_of(draft)
        base = replace(base, community=community, reasons=reasons)
        found = self._people.match(one.values, among)
        nameless = [problem.message for problem in one.wrong] == [NO_NAME]
        if nameless and found.candidates:
            # A number that agreed in a chat: she knows whose it is.
            why = Remark(QT_TRANSLATE_NOOP("import", "The row has no name; say whether it is {name}."))
            why = replace(why, values={"name": found.candidates[0].name})
            return replace(base, verdict=DOUBTFUL, candidates=found.candidates, reasons=(*reasons, why))
        if one.wrong:
            return replace(base, verdict=REFUSED, reasons=(*one.wrong, *reasons))
        twin = self._twin(one, found.person["id"] if found.person else None)
        if twin is not None:
            fills, differs = self._beside(twin, one.values, found.person or {})
            why = Remark(
                QT_TRANSLATE_NOOP("import", "Row {number} already says the same person."),
                {"number": self._parsed[twin].draft.number},
            )
            verdict = KNOWN if marks or fills or differs else SAME
            told = replace(base, verdict=verdict, duplicate_of=twin, reasons=(*reasons, why))
            return replace(told, fills=fills, differs=differs)
        known_id = found.person["id"] if found.person else None
        in_file = () if found.person else self._in_file(position, one)
        self._remember(position, one, known_id)
        if found.person is not None:
            return self._known(base, found.person)
        candidates = (*in_file, *found.candidates)
        if candidates:
            return replace(base, verdict=DOUBTFUL, candidates=candidates, reasons=(*reasons, _doubt(candidates[0])))
        return replace(base, joins=self._joins(None, community))

    def _beside(
        self, earlier: int, values: Mapping[str, Any], stored: Mapping[str, Any]
    ) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
        """What a row fills in of what the store and earlier rows say of her, and where it differs."""
        held = self._said.setdefault(earlier, {**self._parsed[earlier].values, **_told(stored)})
        fills, differs = compare(held, values)
        held.update((change.field, change.given) for change in fills)
        return fills, differs

    def _known(self, base: PlanRow, person: Mapping[str, Any]) -> PlanRow:
        fills, differs = compare(person, base.values)
        joins = self._joins(person["id"], base.community)
        written = fills or joins or any(mark.stored is None and mark.mark.status for mark in base.marks)
        return replace(
            base,
            verdict=KNOWN if written or differs else SAME,
            person=person["id"],
            fills=fills,
            differs=differs,
            joins=joins,
        )

    def _joins(self, person: int | None, community: int | None) -> tuple[str, ...]:
        joins = []
        if community is not None and (person is None or (person, community) not in self._members):
            joins.append("community")
        if self._enrols and (person is None or person not in self._enrolled):
            joins.append("workshop")
        return tuple(joins)

    def _community_of(self, draft: Draft) -> tuple[int | None, tuple[Remark, ...]]:
        if self._target.community is not None:
            return self._target.community, ()
        if not draft.community:
            return None, ()
        found = self._communities.get(fold(draft.community))
        if found is None:
            return None, (
                Remark(
                    QT_TRANSLATE_NOOP("import", "There is no community “{name}”; the row is taken without it."),
                    {"name": draft.community},
                ),
            )
        return found, ()

    def _twin(self, one: Parsed, person: int | None) -> int | None:
        """An earlier row of this list about surely the same person."""
        for position, other, other_person in self._earlier.get(one.name, ()):
            if person is not None and person == other_person:
                return position
            if _same_facts(one, other) and (person is None) == (other_person is None):
                return position
        return None

    def _in_file(self, position: int, one: Parsed) -> tuple[Candidate, ...]:
        """Earlier rows that could be the same person."""
        found = []
        for earlier, other, person in self._earlier.get(one.name, ()):
            if person is None and not _tells_apart(one, other):
                found.append(self._row_candidate(position, earlier, other, SAME_IN_FILE))
        phone = one.values.get("phone")
        for earlier in self._phones.get(phone, ()) if phone else ():
            other = self._parsed[earlier]
            if other.name != one.name:
                found.append(self._row_candidate(position, earlier, other, SAME_PHONE))
        return tuple(found)

    def _row_candidate(self, here: int, position: int, other: Parsed, evidence: str) -> Candidate:
        fills, differs = compare(other.values, self._parsed[here].values)
        detail = matching.details(other.values)
        return Candidate(None, other.draft.name, detail, evidence, position, fills=fills, differs=differs)

    def _remember(self, position: int, one: Parsed, person: int | None) -> None:
        self._earlier.setdefault(one.name, []).append((position, one, person))
        if phone := one.values.get("phone"):
            self._phones.setdefault(phone, []).append(position)


def _told(person: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in person.items() if value not in (None, "")}


def _same_facts(one: Parsed, other: Parsed) -> bool:
    """Whether two rows of one name are surely one person: same phone or e-mail, or the same school."""
    if _tells_apart(one, other):
        return False
    a, b = one.values, other.values
    if any(a.get(name) and a.get(name) == b.get(name) for name in ("phone", "email")):
        return True
    return bool(a.get("institution")) and fold(a["institution"]) == fold(b.get("institution") or "")


def _tells_apart(one: Parsed, other: Parsed) -> bool:
    """Whether two rows of one name are surely two people: a phone, e-mail, school, place, label or code differs."""
    for name in ("phone", "email", "institution", "province", "label"):
        a, b = one.values.get(name), other.values.get(name)
        if a and b and fold(a) != fold(b):
            return True
    codes = zip(one.draft.codes, other.draft.codes, strict=False)
    return any(a and b and fold(a) != fold(b) for a, b in codes)


def _doubt(candidate: Candidate) -> Remark:
    if candidate.row is not None and candidate.evidence == SAME_IN_FILE:
        return Remark(
            QT_TRANSLATE_NOOP("import", "This name stands in the list more than once; say whether it is one person.")
        )
    if candidate.evidence == SAME_NAME:
        return Remark(
            QT_TRANSLATE_NOOP(
                "import", "{name} is already stored and nothing else tells whether it is the same person."
            ),
            {"name": candidate.name},
        )
    return Remark(
        QT_TRANSLATE_NOOP("import", "{name} has the same phone or e-mail but another name."), {"name": candidate.name}
    )


def _communities(connection: Connection, names: set[str]) -> dict[str, int]:
    """Folded name -> id of living communities, where only one has that name."""
    found: dict[str, list[int]] = {}
    wanted = sorted({fold(name) for name in names})
    for start in range(0, len(wanted), 400):
        statement = select(_community.c.id, _community.c.search_name).where(
            _community.c.search_name.in_(wanted[start : start + 400]), _community.c.alive == 1
        )
        for row in connection.execute(statement):
            found.setdefault(row.search_name, []).append(row.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _members(connection: Connection, communities: Sequence[int]) -> set[tuple[int, int]]:
    """(person, community) of living memberships."""
    if not communities:
        return set()
    statement = select(_membership.c.person_id, _membership.c.community_id).where(
        _membership.c.community_id.in_(communities), _membership.c.alive == 1
    )
    return {(row.person_id, row.community_id) for row in connection.execute(statement)}


def _enrolled(connection: Connection, workshop: int | None) -> set[int]:
    if workshop is None:
        return set()
    statement = select(_enrolment.c.person_id).where(
        _enrolment.c.workshop_id == workshop, _enrolment.c.alive == 1, _enrolment.c.status != WITHDRAWN
    )
    return {row[0] for row in connection.execute(statement)}
