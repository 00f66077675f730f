"""Planning a list of feedback forms: each row is one form of a session, without any person."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.feedback_tables import FEEDBACK, QUESTIONS, score_of
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.people_import import Progress
from tn_desktop.exchange.plan import NEW, REFUSED, SAME, PlanRow, Reason, Target
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.tables import Table, TableRow
from tn_desktop.exchange.values import lines_of, text_of
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.voices import Feedback
from tn_desktop.model.errors import FieldError, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import long_text

__all__ = ["FEEDBACK", "plan_feedback"]
_feedback = table_of(Feedback)
_STEP: Final = 200
_NOTHING: Final = QT_TRANSLATE_NOOP("import", "Nothing is filled in here.")
_NO_SESSION: Final = QT_TRANSLATE_NOOP("errors", "Choose the session that this feedback is about.")
_WHICH: Final = QT_TRANSLATE_NOOP("errors", "Which session “{value}” means is not clear.")
_MADE_BY: Final = "form"


def plan_feedback(
    connection: Connection,
    tables: Iterable[tuple[Table, ColumnMapping]],
    target: Target,
    called: Any,
    progress: Progress | None = None,
) -> tuple[PlanRow, ...]:
    """What would become of each row; `called` finds the ids of sessions by what an export calls them.

    A file that was taken in before adds nothing: as many forms as are stored with just these answers are the same.

    Raises:
        Refused: neither the target nor a column says which session.
    """
    rows: list[PlanRow] = []
    stored: dict[int, Counter[tuple[Any, ...]]] = {}
    for table, mapping in tables:
        columns = {use.field: use.index for use in mapping.columns if use.field is not None}
        if target.session is None and "session" not in columns:
            raise Refused(_NO_SESSION)
        for place, row in enumerate(table.rows):
            values, wrong = _read(row, columns, target, called)
            rows.append(_plan_row(connection, len(rows), table.sheet, row.number, values, wrong, target, stored))
            if progress and place % _STEP == 0:
                progress(place, len(table.rows))
    return tuple(rows)


def _read(
    row: TableRow, columns: dict[str, int], target: Target, called: Any
) -> tuple[dict[str, Any], list[FieldError]]:
    values: dict[str, Any] = {"made_by": _MADE_BY}
    wrong: list[FieldError] = []
    for name in QUESTIONS:
        if name not in columns:
            continue
        try:
            score = score_of(name, row.value(columns[name]))
        except FieldError as problem:
            wrong.append(problem)
            continue
        if score is not None:
            values[name] = score
    if "quotation" in columns and (cell := row.value(columns["quotation"])) is not None:
        text = long_text("quotation", lines_of(cell))
        if text.strip("-–—. /"):
            values["quotation"] = text
    if target.session is not None:
        values["session"] = target.session
    else:
        text = text_of(row.value(columns["session"]) or "")
        found = called(text)
        if len(found) == 1:
            values["session"] = found[0]
        else:
            wrong.append(FieldError("session", _WHICH, value=text))
    return values, wrong


def _plan_row(
    connection: Connection,
    position: int,
    sheet: str,
    number: int,
    values: dict[str, Any],
    wrong: list[FieldError],
    target: Target,
    stored: dict[int, Counter[tuple[Any, ...]]],
) -> PlanRow:
    scores = " ".join(str(values.get(name, "–")) for name in QUESTIONS)
    said = str(values.get("quotation", ""))[:120]

    def planned(verdict: str, reasons: tuple[Reason, ...] = (), form: int | None = None) -> PlanRow:
        return PlanRow(position, sheet, number, scores, said, verdict, form, values=values, reasons=reasons)

    if wrong:
        return planned(REFUSED, tuple(wrong))
    answers = tuple(values.get(name) for name in (*QUESTIONS, "quotation"))
    if not any(answers):
        # The program's own list leaves the answers of small groups out, and says of which sessions they are.
        return planned(SAME if target.session is None else REFUSED, (Remark(_NOTHING),))
    session = values["session"]
    if session not in stored:
        stored[session] = _forms(connection, session)
    held = stored[session]
    if held[answers] > 0:
        held[answers] -= 1
        return planned(SAME, form=_one_like(connection, session, answers))
    return planned(NEW)


def _forms(connection: Connection, session: int) -> Counter[tuple[Any, ...]]:
    """How often each set of answers is stored."""
    columns = [_feedback.c[name] for name in (*QUESTIONS, "quotation")]
    rows = connection.execute(select(*columns).where(_feedback.c.session_id == session, _feedback.c.alive + 0 == 1))
    return Counter(tuple(row) for row in rows)


def _one_like(connection: Connection, session: int, answers: tuple[Any, ...]) -> int | None:
    names = (*QUESTIONS, "quotation")
    same = [_feedback.c[name].is_not_distinct_from(value) for name, value in zip(names, answers, strict=True)]
    return connection.execute(
        select(_feedback.c.id).where(_feedback.c.session_id == session, _feedback.c.alive + 0 == 1, *same).limit(1)
    ).scalar()
