"""Where a row of a list differs from what is stored, as a sentence for the window and the command line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tn_desktop.exchange.mapping import FIELD_LABELS
from tn_desktop.exchange.marks import Mark
from tn_desktop.exchange.plan import (
    Candidate,
    Decision,
    FieldChange,
    ImportPlan,
    PlannedMark,
    PlannedSession,
    PlanRow,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.vocabulary import ATTENDANCE_MODE, ATTENDANCE_STATUS, word

_STAYS: Final = QT_TRANSLATE_NOOP("import", "Differs, the stored value stays: {fields}")
_MARK: Final = QT_TRANSLATE_NOOP("import", "{stored} (in the file: {given}) · {session}")
_MINUTES: Final = QT_TRANSLATE_NOOP("import", "{minutes} min")


@dataclass(frozen=True, slots=True)
class Differing:
    """What of a row of a plan of this kind stays as it is stored, although the list says something else."""

    kind: str
    changes: tuple[FieldChange, ...]
    marks: tuple[tuple[PlannedSession, PlannedMark], ...] = ()

    def text(self, translate: Translate) -> str:
        """The whole sentence in the user's language."""
        said = [listed(self.kind, self.changes, translate)] if self.changes else []
        said += (marked(session, mark, translate) for session, mark in self.marks)
        return translate("import", _STAYS).format(fields=", ".join(said))


def compared(row: PlanRow, decision: Decision) -> PlanRow | Candidate:
    """What tells what a row fills in and where it differs: the row itself, or whom it means by the user's word."""
    if decision.person is not None and decision.action in ("person", "row"):
        for one in row.candidates:
            if decision.person == (one.person if decision.action == "person" else one.row):
                return one
    return row


def staying(plan: ImportPlan, row: PlanRow, decision: Decision) -> Differing | None:
    """What of a row for a stored one is not taken; None if nothing differs."""
    beside = compared(row, decision)
    return left(plan, beside.differs, beside.marks, decision)


def left(
    plan: ImportPlan, differs: Iterable[FieldChange], marks: Iterable[PlannedMark], decision: Decision
) -> Differing | None:
    """Those of the differences that are not taken; None if there are none."""
    fields = tuple(change for change in differs if change.field not in decision.take)
    kept = tuple(mark for mark in marks if mark.differs and not decision.takes(mark))
    if not fields and not kept:
        return None
    return Differing(plan.kind, fields, tuple((plan.sessions[mark.session], mark) for mark in kept))


def listed(kind: str, changes: Sequence[FieldChange], translate: Translate) -> str:
    """The fields that change, as people call them; of lists of rows also what they would hold."""
    texts = list[str]()
    for change in changes:
        label = field_label(kind, change.field, translate)
        texts.append(label if change.texts is None else f"{label} ({change.texts[1] or '–'})")
    return ", ".join(texts)


def field_label(kind: str, name: str, translate: Translate) -> str:
    """The word for a field of a kind of list."""
    for spec in ENTITIES.get(kind, ENTITIES["people"]).fields:
        if spec.name == name:
            return translate("fields", spec.label)
    return translate("import", FIELD_LABELS[name]) if name in FIELD_LABELS else name


def marked(session: PlannedSession, mark: PlannedMark, translate: Translate) -> str:
    """A mark that differs, with what is stored and what the file says."""
    stored, given = mark_words(mark, translate)
    return translate("import", _MARK).format(session=session_words(session), stored=stored, given=given)


def mark_words(mark: PlannedMark, translate: Translate) -> tuple[str, str]:
    """What is stored and what the file says, with the mode only where that is what differs."""
    assert mark.was is not None
    modes = mark.mark.mode is not None and mark.mark.mode != mark.was.mode
    return _words(mark.was, modes, translate), _words(mark.mark, modes, translate)


def session_words(session: PlannedSession) -> str:
    """When a session begins, and what it or its workshop is called."""
    moment = f"{datetime.fromisoformat(session.starts_at):%d.%m.%Y %H:%M}" if session.starts_at else ""
    parts = (moment, session.workshop) if session.workshop else (moment, session.title)
    return " · ".join(part for part in parts if part)


def _words(mark: Mark, modes: bool, translate: Translate) -> str:
    minutes = translate("import", _MINUTES).format(minutes=mark.minutes) if mark.minutes is not None else ""
    mode = word(ATTENDANCE_MODE, mark.mode, translate) if modes else ""
    return ", ".join(part for part in (word(ATTENDANCE_STATUS, mark.status, translate), minutes, mode) if part)
