"""What an impact report says of feedback and surveys: means of groups that outsiders may see."""

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.voices import Feedback, Survey
from tn_desktop.model.entities.workshops import WorkshopSession
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.small_numbers import LEAST
from tn_desktop.model.specs.voices import FEEDBACK
from tn_desktop.model.vocabulary import word
from tn_desktop.services import outsiders, surveys
from tn_desktop.services.feedback import QUESTIONS
from tn_desktop.services.surveys import SurveyRow

_feedback, _session, _survey = table_of(Feedback), table_of(WorkshopSession), table_of(Survey)
_BEST: Final = 5
_OF_BEST: Final = QT_TRANSLATE_NOOP("report", "{whole}.{part} / {best}")
Within = Callable[[Any], list[ColumnElement[bool]]]
"""Gives the conditions that a day or a moment lies in the period."""
Say = Callable[[str], str]
Table = tuple[str, tuple[str, ...], tuple[tuple[str | int | None, ...], ...]]


def feedback_table(connection: Connection, within: Within, say: Say, translate: Translate) -> Table:
    """The mean of each question over the forms of sessions that outsiders may see, where enough answered it."""
    hidden = outsiders.hidden_sessions(connection)
    columns = [part for name in QUESTIONS for part in (func.count(_feedback.c[name]), func.sum(_feedback.c[name]))]
    statement = (
        select(_feedback.c.session_id, *columns)
        .join(_session, _session.c.id == _feedback.c.session_id)
        .where(_feedback.c.alive == 1, _session.c.alive + 0 == 1, *within(_session.c.starts_at))
        .group_by(_feedback.c.session_id)
    )
    counts, sums = dict.fromkeys(QUESTIONS, 0), dict.fromkeys(QUESTIONS, 0)
    for session, *numbers in connection.execute(statement):
        if session in hidden:
            continue
        for at, name in enumerate(QUESTIONS):
            counts[name] += int(numbers[2 * at])
            sums[name] += int(numbers[2 * at + 1] or 0)
    rows = tuple(
        (_label(FEEDBACK, name, translate), counts[name], _mean(sums[name] / counts[name], _BEST, translate))
        for name in QUESTIONS
        if counts[name] >= LEAST
    )
    return say(QT_TRANSLATE_NOOP("report", "Feedback of participants")), _heads(say), rows


def survey_table(connection: Connection, within: Within, say: Say, translate: Translate) -> Table:
    """Each indicator over its waves: the mean of the results that outsiders may see, by how many answered."""
    hidden = outsiders.hidden_results(connection)
    results: dict[tuple[str, int | None], dict[str, list[SurveyRow]]] = {}
    for row in connection.execute(select(_survey).where(_survey.c.alive == 1, *within(_survey.c.date))):
        if row.id in hidden:
            continue
        whose = surveys.COMMUNITY if row.community_id else surveys.WORKSHOP if row.workshop_id else surveys.NETWORK
        result = SurveyRow(
            row.id, row.wave, row.date or "", row.indicator or "", row.n or 0, row.mean or "0", row.scale_max or _BEST
        )
        results.setdefault((result.indicator, result.wave), {}).setdefault(whose, []).append(result)
    # Whoever answered for the whole network is in those of a community, too: one kind of results counts.
    ranked = (surveys.NETWORK, surveys.COMMUNITY, surveys.WORKSHOP)
    counted = [row for by in results.values() for row in next(by[whose] for whose in ranked if whose in by)]
    rows = [
        (
            f"{word(vocabulary.SURVEY_INDICATOR, indicator, translate)} · {_wave(point.wave, say)}",
            point.n,
            _mean(point.mean, point.best, translate),
        )
        for indicator, points in surveys.series(counted).items()
        for point in points
    ]
    return say(QT_TRANSLATE_NOOP("report", "Surveys")), _heads(say), tuple(rows)


def _heads(say: Say) -> tuple[str, ...]:
    heads = (QT_TRANSLATE_NOOP("report", "What"), QT_TRANSLATE_NOOP("report", "Answers"),
             QT_TRANSLATE_NOOP("report", "Mean"))  # fmt: skip
    return tuple(map(say, heads))


def _wave(wave: int, say: Say) -> str:
    return say(QT_TRANSLATE_NOOP("report", "wave {number}")).format(number=wave)


def _mean(mean: float, best: int, translate: Translate) -> str:
    """“4.31 / 5”, with the decimal sign of the language."""
    whole, _, part = f"{mean:.2f}".partition(".")
    return translate("report", _OF_BEST).format(whole=whole, part=part, best=best)


def _label(spec: EntitySpec, name: str, translate: Translate) -> str:
    return translate("fields", spec.field(name).label)
