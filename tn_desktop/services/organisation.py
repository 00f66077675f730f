"""The organisation's own page: who it is, what it looks back on, its key figures as they were from time to time.

There is one row, whose uid is the same on every laptop (a relation without ends), so that two facilitators who fill in
the page fill in the same one.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.organisation import Milestone, Organisation
from tn_desktop.model.stamps import relation_uid
from tn_desktop.services import records, settings
from tn_desktop.services.figures import stored_titles
from tn_desktop.services.page_values import values_of
from tn_desktop.store.unit_of_work import UnitOfWork

ORGANISATION_UID: Final[uuid.UUID] = relation_uid("organisation")
FIGURE: Final = "figure"
SHOWN: Final = 500
_organisation, _milestone = table_of(Organisation), table_of(Milestone)


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone, an award, or a key figure on a day."""

    id: int
    date: str
    kind: str
    title: str
    number: int | None
    description: str
    source: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A key figure: its latest value and, behind it, those before, the latest of them first.

    Attributes:
        name: of one that the program counts, its name in figures.TITLES, in whatever language it was taken; else "".
        title: as the latest value has it.
    """

    name: str
    title: str
    latest: MilestoneRow
    before: tuple[MilestoneRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """What the Organisation pane shows.

    Attributes:
        id: of the row, or None while nobody has filled it in.
        values: field -> stored value of it.
        history: milestones, awards and figures, the latest first.
        figures: those last taken first.
    """

    id: int | None
    values: dict[str, Any]
    history: tuple[MilestoneRow, ...]
    figures: tuple[Snapshot, ...]


def key_of(connection: Connection) -> int | None:
    """The id of the one row, or None while there is none."""
    found = connection.execute(
        select(_organisation.c.id).where(_organisation.c.uid == ORGANISATION_UID.bytes, _organisation.c.alive == 1)
    ).scalar()
    return int(found) if found is not None else None


def name_of(connection: Connection) -> str:
    """The organisation's name as sheets and workbooks print it: its page's, or else the one set on this laptop."""
    found = connection.execute(
        select(_organisation.c.name).where(_organisation.c.uid == ORGANISATION_UID.bytes, _organisation.c.alive == 1)
    ).scalar()
    return str(found) if found else settings.organisation(connection)


def rename(uow: UnitOfWork, name: str) -> None:
    """Call it by another name on its page, if it has one."""
    key = key_of(uow.connection)
    if key is not None and name:
        records.change(uow, "organisation", key, {"name": name})


def organisation_page(connection: Connection) -> OrganisationPage:
    """The page, also while nothing is filled in."""
    key = key_of(connection)
    values = values_of(connection, "organisation", key) if key is not None else {}
    statement = (
        select(_milestone)
        .where(_milestone.c.alive == 1)
        .order_by(func.coalesce(_milestone.c.date, "").desc(), _milestone.c.id.desc())
        .limit(SHOWN)
    )
    rows = tuple(
        MilestoneRow(
            row.id,
            row.date or "",
            row.kind or "",
            row.title or "",
            row.number,
            row.description or "",
            row.source or "",
        )
        for row in connection.execute(statement)
    )
    return OrganisationPage(key, values, rows, _snapshots(rows))


def _snapshots(rows: Sequence[MilestoneRow]) -> tuple[Snapshot, ...]:
    """Figures by what they count; rows come with the latest first."""
    names = stored_titles()
    counted: dict[tuple[str, str], list[MilestoneRow]] = {}
    for row in rows:
        if row.kind == FIGURE and row.number is not None:
            name = names.get(row.title, "")
            counted.setdefault((name, "" if name else row.title), []).append(row)
    found = [Snapshot(name, own[0].title, own[0], tuple(own[1:])) for (name, _title), own in counted.items()]
    # Those of one day in the order in which they were taken.
    return tuple(sorted(found, key=lambda one: (_falling(one.latest.date), one.latest.id)))


def _falling(day: str) -> int:
    return -int(day.replace("-", "") or 0) if day.replace("-", "").isdigit() else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure as it is today, in the user's words."""

    title: str
    number: int
    description: str


def take_snapshot(uow: UnitOfWork, figures: Sequence[Taken], today: date, source: str) -> Changes:
    """Keep figures as those of today; one of the day that counts the same is brought up to date. told["count"]."""
    day, names = today.isoformat(), stored_titles()
    for one in figures:
        same = [title for title, name in names.items() if name == names.get(one.title)] or [one.title]
        held = uow.connection.execute(
            select(_milestone.c.id).where(
                _milestone.c.alive == 1,
                _milestone.c.kind == FIGURE,
                _milestone.c.date == day,
                _milestone.c.title.in_(same),
            )
        ).scalar()
        values = {"number": one.number, "description": one.description, "source": source}
        if held is not None:
            records.change(uow, "milestones", held, values)
        else:
            records.add(uow, "milestones", {**values, "kind": FIGURE, "title": one.title, "date": day})
    return uow.changes(count=len(figures))
