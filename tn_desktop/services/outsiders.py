"""What outsiders may see of surveys, feedback and reach: the rule of model/small_numbers on our tables.

Whoever exports a list or shows results to a room asks here. A survey result is hidden as a whole, since n and mean of
the others and of the network would give it away; so is the feedback of a session, for which the others stand beside
that of the whole workshop.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.voices import Feedback, Survey
from tn_desktop.model.entities.workshops import WorkshopSession
from tn_desktop.model.small_numbers import guarded, too_few
from tn_desktop.services import feedback, surveys
from tn_desktop.services.feedback import QUESTIONS, Question, Summary, WorkshopFeedback
from tn_desktop.services.surveys import Results

_survey, _feedback, _session = table_of(Survey), table_of(Feedback), table_of(WorkshopSession)

HIDDEN_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "surveys": ("n", "mean", "notes"),
    "feedback": (*QUESTIONS, "quotation", "made_by"),
    "reach": ("number",),
}
"""List -> what of a row is left out where too few stand behind it."""
Row = Mapping[str, Any]


def hides(connection: Connection, name: str) -> Callable[[Row], bool]:
    """Of a list of `HIDDEN_FIELDS`: whether too few stand behind a row for outsiders."""
    if name == "surveys":
        results = hidden_results(connection)
        return lambda row: row["id"] in results
    if name == "feedback":
        sessions = hidden_sessions(connection)
        return lambda row: row["session_id"] in sessions
    return lambda row: too_few(row["number"])


def hidden_results(connection: Connection) -> frozenset[int]:
    """The survey results that outsiders may not see.

    Those of one indicator and wave stand beside each other: those of communities, those of workshops, and those of the
    whole network, which are a total.
    """
    columns = (_survey.c.id, _survey.c.community_id, _survey.c.workshop_id, _survey.c.n)
    groups: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
    totals = set()
    rows = connection.execute(select(*columns, _survey.c.wave, _survey.c.indicator).where(_survey.c.alive == 1))
    for row in rows:
        place = (row.indicator, row.wave)
        whose = "community" if row.community_id else "workshop" if row.workshop_id else ""
        if not whose:
            totals.add(place)
        groups.setdefault((place, whose), []).append((row.id, row.n or 0))
    hidden = set()
    for (place, whose), own in groups.items():
        kept = guarded([n for _key, n in own], total_shown=bool(whose) and place in totals).counts
        hidden |= {key for (key, _n), count in zip(own, kept, strict=True) if count is None}
    return frozenset(hidden)


def results(connection: Connection, kind: str, key: int) -> Results:
    """The results of a community, a workshop or the network, and its waves of those alone that are shown.

    Raises:
        NotFound: as services/surveys.results.
    """
    found, hidden = surveys.results(connection, kind, key), hidden_results(connection)
    rows = tuple(replace(row, hidden=True, n=0, mean="") if row.id in hidden else row for row in found.rows)
    return replace(found, rows=rows, series=surveys.series(row for row in rows if not row.hidden))


def hidden_sessions(connection: Connection) -> frozenset[int]:
    """The sessions whose feedback outsiders may not see."""
    counted = (
        select(_session.c.workshop_id, _session.c.id, func.count())
        .join(_feedback, _feedback.c.session_id == _session.c.id)
        .where(_feedback.c.alive == 1)
        .group_by(_session.c.workshop_id, _session.c.id)
    )
    workshops: dict[int, dict[int, int]] = {}
    for workshop, session, forms in connection.execute(counted):
        workshops.setdefault(workshop, {})[session] = forms
    return frozenset(key for forms in workshops.values() for key in _hidden(forms))


def workshop_feedback(connection: Connection, workshop: int, session: int | None = None) -> WorkshopFeedback:
    """The feedback of a workshop, or of one of its sessions, as a room may see it.

    How often each score was given is in no case shown, since the mean would complete it. Sentences are those of the
    sessions that are shown, and do not say of which.
    """
    found = feedback.workshop_feedback(connection, workshop, session)
    forms = {one.id: one.forms or 0 for one in found.sessions}
    hidden = _hidden(forms)
    sessions = tuple(replace(one, forms=None if one.id in hidden else one.forms) for one in found.sessions)
    total = guarded(list(forms.values())).total
    if found.session in hidden or (found.session is None and total is None):
        bare = tuple(Question(name, 0, None, (0,) * feedback.BEST) for name in QUESTIONS)
        return replace(found, sessions=sessions, summary=Summary(None, bare, ()))
    questions = tuple(_question(connection, one, found, list(forms)) for one in found.summary.questions)
    visible = [number for number, one in enumerate(found.sessions, start=1) if one.id not in hidden]
    said = (one for one in found.summary.quotations if found.session is not None or one.session in visible)
    quotations = tuple(replace(one, session=0) for one in said)
    return replace(found, sessions=sessions, summary=Summary(found.summary.forms, questions, quotations))


def _question(connection: Connection, one: Question, found: WorkshopFeedback, sessions: list[int]) -> Question:
    """A question as the sessions of the workshop let it be seen: some may have left it out."""
    column = _feedback.c[one.name]
    counted = (
        select(_feedback.c.session_id, func.count())
        .where(_feedback.c.session_id.in_(sessions), _feedback.c.alive + 0 == 1, column.is_not(None))
        .group_by(_feedback.c.session_id)
    )
    answers = dict.fromkeys(sessions, 0) | {row[0]: int(row[1]) for row in connection.execute(counted)}
    told = guarded(list(answers.values()))
    gone = told.total is None if found.session is None else found.session in _hidden(answers)
    bare = (0,) * feedback.BEST
    return Question(one.name, 0, None, bare) if gone else replace(one, counts=bare)


def _hidden(counts: Mapping[int, int]) -> set[int]:
    kept = guarded(list(counts.values())).counts
    return {key for key, count in zip(counts, kept, strict=True) if count is None}


def blank(row: Row, fields: Iterable[str]) -> dict[str, Any]:
    """The row without these fields."""
    return {**row, **dict.fromkeys(fields)}
