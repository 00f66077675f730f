"""Decisions that a community takes, with votes, about its needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.vocabulary import ADDRESSED, CHOSEN
from tn_desktop.services import need_rows, needs, records, settings
from tn_desktop.services.need_rows import DecisionRow
from tn_desktop.services.page_values import values_of
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_decision, _about, _need = table_of(Decision), table_of(DecisionNeed), table_of(Need)
SHOWN = 500


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision as it is printed; date is ISO or "", votes None where nobody counted, needs the titles."""

    date: str
    question: str
    result: str
    votes: int | None
    against: int | None
    abstained: int | None
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionList:
    """Everything the community of this uid decided, the newest first."""

    organisation: str
    community: str
    decisions: tuple[ListedDecision, ...]
    uid: str = ""


def decide(uow: UnitOfWork, values: Mapping[str, object], *, choose: bool = False) -> Changes:
    """Write a decision down and, if it chose them, mark its needs as chosen in the same step; `subject` is its id.

    Raises:
        FieldError: the question is missing, or a value is wrong.
    """
    key = records.add(uow, "decisions", values).subject
    assert key is not None
    count = len(_mark(uow, key)) if choose else 0
    return uow.changes(subject=key, chosen=count)


def choose_needs(uow: UnitOfWork, decision: int) -> Changes:
    """Mark the needs of a decision as chosen; told["chosen"] is how many were not before."""
    return uow.changes(subject=decision, chosen=len(_mark(uow, decision)))


def of_community(connection: Connection, community: int) -> list[DecisionRow]:
    """The decisions of a community, the newest first."""
    ids = connection.execute(
        select(_decision.c.id)
        .where(_decision.c.community_id.in_(twins.as_one("community", community)), _decision.c.alive + 0 == 1)
        .order_by(_decision.c.date.desc().nulls_last(), _decision.c.id.desc())
        .limit(SHOWN)
    )
    return need_rows.decisions(connection, [row[0] for row in ids])


def decision_list(connection: Connection, community: int) -> DecisionList:
    """The decisions of a community with the titles of their needs, to print.

    Raises:
        NotFound: it was removed.
    """
    name = values_of(connection, "communities", community)["name"] or ""
    rows = of_community(connection, community)
    about = connection.execute(
        select(_about.c.decision_id, _need.c.title)
        .join(_need, _need.c.id == _about.c.need_id)
        .where(_about.c.decision_id.in_([row.id for row in rows]), _about.c.alive + 0 == 1, _need.c.alive + 0 == 1)
        .order_by(_need.c.sort_key, _need.c.id)
    )
    needs_of: dict[int, list[str]] = {}
    for row in about:
        needs_of.setdefault(row.decision_id, []).append(row.title or "")
    listed = tuple(
        ListedDecision(
            row.date[:10],
            row.question,
            row.result,
            row.votes,
            row.against,
            row.abstained,
            tuple(needs_of.get(row.id, ())),
        )
        for row in rows
    )
    uid = records.uid_of(connection, "communities", community)
    return DecisionList(settings.organisation(connection), name, listed, uid)


def _mark(uow: UnitOfWork, decision: int) -> list[int]:
    """What was addressed already stays so."""
    rows = uow.connection.execute(
        select(_need.c.id, _need.c.status)
        .join(_about, _about.c.need_id == _need.c.id)
        .where(_about.c.decision_id == decision, _about.c.alive == 1, _need.c.alive + 0 == 1)
    )
    open_ones = [row.id for row in rows if row.status not in (CHOSEN, ADDRESSED)]
    needs.move(uow, open_ones, CHOSEN)
    return open_ones
