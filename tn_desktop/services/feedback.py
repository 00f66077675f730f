"""Feedback of sessions: forms without a person, and what they say together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.voices import Feedback
from tn_desktop.model.entities.workshops import WorkshopSession
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import records
from tn_desktop.services.rosters import shown_sessions
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_feedback, _session = table_of(Feedback), table_of(WorkshopSession)
QUESTIONS: Final = ("useful", "content", "facilitation", "atmosphere", "recommend")
"""The scores of a form, in the order of the paper."""
BEST: Final = 5
LEAST: Final = 3
"""Fewer forms than that are not summed up: a mean of two would tell each of them what the other one said."""
QUOTATIONS: Final = 300


@dataclass(frozen=True, slots=True)
class Question:
    """What the forms say to one question.

    Attributes:
        n: how many answered it.
        mean: None where fewer than `LEAST` answered.
        counts: how many gave 1, 2, 3, 4 and 5; zeros where there is no mean.
    """

    name: str
    n: int
    mean: float | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of a form; session is that form's, by its number in the workshop."""

    id: int
    text: str
    session: int


@dataclass(frozen=True, slots=True)
class SessionForms:
    """How many forms a session of a workshop has, None where that is hidden (services/outsiders.py).

    Attributes:
        starts_at: ISO, "" where unknown.
    """

    id: int
    title: str
    starts_at: str
    forms: int | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the forms of a session or workshop say together.

    Attributes:
        forms: how many there are; None where that is hidden.
        questions: in the order of `QUESTIONS`.
        quotations: the latest ones of them, in no order that tells when they were written.
    """

    forms: int | None
    questions: tuple[Question, ...]
    quotations: tuple[Said, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough forms to be summed up."""
        return self.forms is not None and self.forms >= LEAST


@dataclass(frozen=True, slots=True)
class WorkshopFeedback:
    """What the feedback tab of a workshop shows: its sessions, and the summary of one of them or of all."""

    workshop: int
    session: int | None
    sessions: tuple[SessionForms, ...]
    summary: Summary


def add_form(
    uow: UnitOfWork, session: int, scores: Mapping[str, int], quotation: str = "", made_by: str = "paper"
) -> Changes:
    """Store one form; questions that were left empty are not in `scores`.

    Raises:
        FieldError: nothing was filled in, or a score is not from 1 to 5.
    """
    if not scores and not quotation.strip():
        raise FieldError(QUESTIONS[0], QT_TRANSLATE_NOOP("errors", "The form is empty. Type a score or a sentence."))
    return records.add(uow, "feedback", {"session": session, **scores, "quotation": quotation, "made_by": made_by})


def workshop_feedback(connection: Connection, workshop: int, session: int | None = None) -> WorkshopFeedback:
    """The feedback of a workshop, or of one of its sessions."""
    sessions = _sessions(connection, workshop)
    chosen = session if session in {one.id for one in sessions} else None
    wanted = [chosen] if chosen is not None else [one.id for one in sessions]
    return WorkshopFeedback(workshop, chosen, sessions, summary(connection, wanted))


def summary(connection: Connection, sessions: Sequence[int]) -> Summary:
    """What the forms of some sessions say together."""
    groups = twins.groups_of(connection, "workshop_session", sessions)
    own = _of([key for group in groups.values() for key in group])
    numbers = {key: number for number, session in enumerate(sessions, start=1) for key in groups[session]}
    forms = int(connection.execute(select(func.count()).select_from(_feedback).where(own)).scalar() or 0)
    return Summary(
        forms,
        tuple(_question(connection, name, own) for name in QUESTIONS),
        _quotations(connection, own, numbers),
    )


def _of(sessions: Sequence[int]) -> ColumnElement[bool]:
    return _feedback.c.session_id.in_(sessions) & (_feedback.c.alive + 0 == 1)


def _question(connection: Connection, name: str, own: ColumnElement[bool]) -> Question:
    column = _feedback.c[name]
    rows = connection.execute(select(column, func.count()).where(own, column.is_not(None)).group_by(column))
    found = {int(row[0]): int(row[1]) for row in rows}
    n = sum(found.values())
    if n < LEAST:
        return Question(name, n, None, (0,) * BEST)
    mean = sum(score * count for score, count in found.items()) / n
    return Question(name, n, mean, tuple(found.get(score, 0) for score in range(1, BEST + 1)))


def _quotations(connection: Connection, own: ColumnElement[bool], numbers: Mapping[int, int]) -> tuple[Said, ...]:
    """By their words, not by when they came in."""
    rows = connection.execute(
        select(_feedback.c.id, _feedback.c.quotation, _feedback.c.session_id)
        .where(own, _feedback.c.quotation.is_not(None))
        .order_by(_feedback.c.id.desc())
        .limit(QUOTATIONS)
    ).all()
    said = [Said(row.id, row.quotation, numbers.get(row.session_id, 0)) for row in rows]
    return tuple(sorted(said, key=lambda one: (one.session, one.text, one.id)))


def _sessions(connection: Connection, workshop: int) -> tuple[SessionForms, ...]:
    rows = shown_sessions(connection, workshop)
    groups = twins.groups_of(connection, "workshop_session", [row.id for row in rows])
    statement = select(_feedback.c.session_id, func.count()).where(
        _of([key for group in groups.values() for key in group])
    )
    forms = {row[0]: int(row[1]) for row in connection.execute(statement.group_by(_feedback.c.session_id))}
    return tuple(
        SessionForms(row.id, row.title or "", row.starts_at or "", sum(forms.get(key, 0) for key in groups[row.id]))
        for row in rows
    )
