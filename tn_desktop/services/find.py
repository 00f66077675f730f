"""Finding anything by the beginnings of its words: what the search of the whole window shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import WorkshopSession
from tn_desktop.model.vocabulary import CANCELLED, POSTPONED
from tn_desktop.services import lists, surveys
from tn_desktop.services.list_rows import WorkshopRow
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.surveys import NETWORK
from tn_desktop.store import twins

KINDS: Final = (
    "people", "communities", "needs", "workshops", "solutions", "outputs", "stakeholders", "tools", "decisions",
    "quotations",
)  # fmt: skip
_session = table_of(WorkshopSession)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found.

    Attributes:
        kind: the list it stands in, one of `KINDS`, or surveys.
        id: its local id.
        name: what it is called.
        more: what tells it apart: a person's school and province, a community's or stakeholder's province,
            the community of a solution or an output.
        session: of a workshop: its next session, or where all have passed its first; (id, starts_at).
    """

    kind: str
    id: int
    name: str
    more: str
    session: tuple[int, str] | None = None


def find(
    connection: Connection, text: str, now: datetime, each: int = 5, language: str = "tr", network: str = ""
) -> list[Hit]:
    """Up to `each` rows of every kind that match, kinds in the order of `KINDS`; nothing for an empty text.

    Args:
        network: what the surveys of the whole network are called in the user's language.
    """
    if not text.strip():
        return []
    hits: list[Hit] = []
    for kind in KINDS:
        page, _outline = lists.first_page(connection, ListQuery(kind, text))
        rows = page.rows[:each]
        if kind == "workshops":
            hits += _with_sessions(connection, rows, now)
        elif kind == "people":
            hits += [Hit(kind, row.id, row.name, _joined(row.label, row.institution, row.province)) for row in rows]
        elif kind == "tools":
            hits += [Hit(kind, row.id, row.titles[language], "") for row in rows]
        elif kind == "needs":
            hits += [Hit(kind, row.id, row.title, row.community) for row in rows]
        elif kind == "decisions":
            hits += [Hit(kind, row.id, row.question, row.community) for row in rows]
        elif kind == "solutions":
            hits += [Hit(kind, row.id, row.title, _joined(row.community, row.province)) for row in rows]
        elif kind == "quotations":
            hits += [
                Hit(kind, row.id, row.text, _joined(row.attribution or row.source, str(row.year or ""))) for row in rows
            ]
        elif kind == "outputs":
            hits += [Hit(kind, row.id, row.title, _joined(row.community, row.source)) for row in rows]
        else:
            hits += [Hit(kind, row.id, row.name, row.province) for row in rows]
    asked = surveys.subjects(connection, text, each, network)
    hits += [Hit("surveys", one.key, network if one.kind == NETWORK else one.name, one.province) for one in asked]
    return hits


def _with_sessions(connection: Connection, rows: tuple[WorkshopRow, ...], now: datetime) -> list[Hit]:
    groups = twins.groups_of(connection, "workshop", [row.id for row in rows])
    keys = [key for group in groups.values() for key in group]
    living = (_session.c.workshop_id.in_(keys), _session.c.alive == 1, _session.c.starts_at.is_not(None))
    going = func.coalesce(_session.c.status, "").not_in((CANCELLED, POSTPONED))
    today = now.date().isoformat()
    found: dict[int, tuple[int, str]] = {}
    # Later sessions first, so that the earliest of a kind is the last to be put; those ahead of us win.
    for ahead in (_session.c.starts_at < today, _session.c.starts_at >= today):
        statement = (
            select(twins.kept("workshop", _session.c.workshop_id), _session.c.id, _session.c.starts_at)
            .where(*living, twins.is_shown(_session), going, ahead)
            .order_by(_session.c.starts_at.desc())
        )
        for row in connection.execute(statement):
            found[row[0]] = (row.id, row.starts_at)
    return [Hit("workshops", row.id, row.title, row.province, found.get(row.id)) for row in rows]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
