"""What an import would do, row by row, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from tn_desktop.exchange.marks import Mark
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate

MARKS: Final = "marks"
"""Among the fields to take: the marks of attendance."""
NEW, KNOWN, SAME, DOUBTFUL, REFUSED = "new", "known", "same", "doubtful", "refused"
VERDICTS: Final = {
    NEW: QT_TRANSLATE_NOOP("import", "New"),
    KNOWN: QT_TRANSLATE_NOOP("import", "Already known"),
    SAME: QT_TRANSLATE_NOOP("import", "Nothing to change"),
    DOUBTFUL: QT_TRANSLATE_NOOP("import", "Doubtful"),
    REFUSED: QT_TRANSLATE_NOOP("import", "Refused"),
}
"""Verdict -> text to translate in context "import"."""

SAME_NAME: Final = QT_TRANSLATE_NOOP("import", "the same name")
SAME_PHONE: Final = QT_TRANSLATE_NOOP("import", "the same phone, another name")
SAME_EMAIL: Final = QT_TRANSLATE_NOOP("import", "the same e-mail, another name")
SAME_IN_FILE: Final = QT_TRANSLATE_NOOP("import", "the same name further up in this list")


class Reason(Protocol):
    """What is told about a row: a remark, an error, or where it differs."""

    def text(self, translate: Translate) -> str:
        """The whole sentence in the user's language."""
        ...


def reason_text(reason: Reason, translate: Translate) -> str:
    """A reason as a sentence in the user's language."""
    return reason.text(translate)


@dataclass(frozen=True, slots=True)
class Target:
    """Where the rows go (local ids). workshop_title: make a workshop of that title where there is none yet."""

    community: int | None = None
    workshop: int | None = None
    session: int | None = None
    workshop_title: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a known row: what is stored, and what the list says (both in stored form).

    texts: how people call both, where they are other rows, so that no id is shown.
    """

    field: str
    stored: Any
    given: Any
    texts: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a doubtful row might be: a stored person's id, or None for the row `row` of this plan.

    evidence: text to translate in context "import". fills, differs, marks: as in `PlanRow`, if it is she.
    """

    person: int | None
    name: str
    detail: str
    evidence: str
    row: int | None = None
    fills: tuple[FieldChange, ...] = ()
    differs: tuple[FieldChange, ...] = ()
    marks: "tuple[PlannedMark, ...]" = ()


@dataclass(frozen=True, slots=True)
class PlannedMark:
    """A mark to write: the position of its session in the plan's sessions, and what it says.

    was: the mark that is stored there already, which an import does not overwrite unless told to.
    """

    session: int
    mark: Mark
    was: Mark | None = None

    @property
    def stored(self) -> str | None:
        """The status that is stored there already."""
        return self.was.status if self.was is not None else None

    @property
    def differs(self) -> bool:
        """Whether it says something else than what is stored; what it does not say is no difference."""
        if self.was is None or self.was.status is None or self.mark.status is None:
            return False
        return (
            self.mark.status != self.was.status
            or self.mark.minutes not in (None, self.was.minutes)
            or self.mark.mode not in (None, self.was.mode)
        )


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the list and what would become of it.

    Attributes:
        row: its position in the plan, by which decisions name it.
        sheet, number: where it stands in the file.
        name, detail: how it is shown.
        verdict: new, known, same, doubtful or refused.
        person: id of the known person.
        values: field -> value in stored form, without those that were wrong.
        fills: fields that are empty in the store and would be filled.
        differs: fields with another value in the store; kept unless decided.
        candidates: whom a doubtful row might mean.
        reasons: why it is refused, doubtful, or what has to be told about it.
        joins: the community's or workshop's lists it would be put on: "community", "workshop".
        community: id of the community it joins.
        duplicate_of: position of an earlier row about the same person.
    """

    row: int
    sheet: str
    number: int
    name: str
    detail: str
    verdict: str
    person: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    fills: tuple[FieldChange, ...] = ()
    differs: tuple[FieldChange, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[Reason, ...] = ()
    joins: tuple[str, ...] = ()
    community: int | None = None
    duplicate_of: int | None = None
    marks: tuple[PlannedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of the list: the stored one's id, or its date and time to make one; neither where it is unknown.

    Attributes:
        title: what the heading says.
        starts_at: YYYY-MM-DDTHH:MM.
        number: row of the heading in the file.
        remark: what was assumed (a year), or why its marks cannot be taken.
        workshop: title of the workshop, in a list that names several.
    """

    title: str
    session: int | None
    starts_at: str
    number: int = 0
    remark: Remark | None = None
    workshop: str = ""

    @property
    def known(self) -> bool:
        """Whether marks can go there."""
        return self.session is not None or bool(self.starts_at)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    `kind` is people, attendance or stakeholders. `dropped` holds (sheet, row number, reason key) of rows that are no
    data (tables.DROPPED has their words).
    """

    kind: str
    target: Target
    rows: tuple[PlanRow, ...]
    sessions: tuple[PlannedSession, ...] = ()
    remarks: tuple[Remark, ...] = ()
    dropped: tuple[tuple[str, int, str], ...] = ()

    def counts(self) -> dict[str, int]:
        """How many rows have each verdict."""
        found = dict.fromkeys(VERDICTS, 0)
        for row in self.rows:
            found[row.verdict] += 1
        return found


@dataclass(frozen=True, slots=True)
class Decision:
    """The user's word on a row.

    Attributes:
        action: "new" (make a person), "person" (it is `person`), "row" (it is whoever row `person` of this plan is),
            "skip"; "" leaves the plan's verdict.
        person: id for action "person", position of a row for action "row".
        take: fields of a known person whose stored value the list's value replaces; "marks" for all her marks.
        without_wrong: take a refused row without its wrong values.
        marks: positions of the sessions whose stored mark the list's mark replaces.
    """

    action: str = ""
    person: int | None = None
    take: frozenset[str] = frozenset()
    without_wrong: bool = False
    marks: frozenset[int] = frozenset()

    def takes(self, mark: PlannedMark) -> bool:
        """Whether the list's mark is wanted instead of the stored one."""
        return MARKS in self.take or mark.session in self.marks


def decision_of(value: "Decision | str | int") -> Decision:
    """A decision from its short forms: "new", "skip", or a person's id."""
    if isinstance(value, Decision):
        return value
    return Decision("person", value) if isinstance(value, int) else Decision(value)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. skipped and refused hold (row number in the file, reason); batch names it for undo.

    added, changed, same count rows; marks counts written marks, sessions the sessions made, waiting
    those of the people for whom the workshop had no place left. differs holds (row number, what stays as it is
    stored) of rows that say something else: none of them is among the same ones, some may be among the changed.
    """

    added: int
    changed: int
    same: int
    skipped: tuple[tuple[int, Reason], ...]
    refused: tuple[tuple[int, Reason], ...]
    batch: int | None
    marks: int = 0
    sessions: int = 0
    waiting: int = 0
    changes: Changes | None = None
    differs: tuple[tuple[int, Reason], ...] = ()
