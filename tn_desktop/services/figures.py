"""Key figures that the program can count itself, as they are today."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Output, Solution
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.resources import resource_path
from tn_desktop.model.vocabulary import HELD
from tn_desktop.services import leaders, reach
from tn_desktop.services.reach import Numbers
from tn_desktop.store import twins

TITLES: Final[Mapping[str, str]] = {
    "reached_activities": QT_TRANSLATE_NOOP("figures", "People reached by activities"),
    "reached_outputs": QT_TRANSLATE_NOOP("figures", "People reached by outputs"),
    "participants": QT_TRANSLATE_NOOP("figures", "Different people who took part"),
    "sessions": QT_TRANSLATE_NOOP("figures", "Sessions held"),
    "provinces": QT_TRANSLATE_NOOP("figures", "Provinces with activities"),
    "communities": QT_TRANSLATE_NOOP("figures", "Active communities"),
    "teacher_led": QT_TRANSLATE_NOOP("figures", "Workshops led by teachers (%)"),
    "solutions": QT_TRANSLATE_NOOP("figures", "Solutions"),
    "outputs": QT_TRANSLATE_NOOP("figures", "Outputs"),
}
"""Name of a figure -> what it is called (context "figures"), in the order of the page. It is stored under what it was
called in the language of whoever took it."""
_community, _workshop, _session = table_of(Community), table_of(Workshop), table_of(WorkshopSession)
_output, _solution = table_of(Output), table_of(Solution)
_FIRST, _LAST = "0000", "9999"


@cache
def stored_titles() -> Mapping[str, str]:
    """Every title that one of `TITLES` is stored under, in each language -> its name there."""
    turkish: dict[str, str] = json.loads(resource_path("data", "figure-titles.json").read_text("utf-8"))
    return MappingProxyType({title: name for titles in (TITLES, turkish) for name, title in titles.items()})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure.

    Attributes:
        name: one of `TITLES`.
        number: of reach, all bases together; `parts` says which of it is known how.
        parts: of reach, the people by basis; else None.
    """

    name: str
    number: int
    parts: Numbers | None = None


def figures(connection: Connection) -> tuple[Figure, ...]:
    """Every figure there is something to say about; counts over all years, so it belongs behind the window."""
    reached = reach.summary(connection)
    led = leaders.leading(connection, _FIRST, _LAST)
    held = (_session.c.alive == 1, twins.is_shown(_session), _session.c.status == HELD, _workshop.c.alive + 0 == 1)
    joined = _session.join(_workshop, _workshop.c.id == _session.c.workshop_id)
    place = func.coalesce(_session.c.province, _workshop.c.province)
    found = (
        Figure("reached_activities", _sum(reached.activities), reached.activities),
        Figure("reached_outputs", _sum(reached.outputs), reached.outputs),
        Figure("participants", reached.participants),
        Figure("sessions", _number(connection, select(func.count()).select_from(joined).where(*held))),
        Figure("provinces", _number(connection, select(func.count(place.distinct())).select_from(joined).where(*held))),
        Figure("communities", _count(connection, _community, _community.c.status == "active")),
        Figure("teacher_led", round(100 * (led.share or 0))),
        Figure("solutions", _count(connection, _solution)),
        Figure("outputs", _count(connection, _output)),
    )
    return tuple(one for one in found if one.number)


def _sum(numbers: Numbers) -> int:
    return numbers.named + numbers.counted + numbers.estimated


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    here = (table.c.alive == 1, *twins.shown(table), *conditions)
    return _number(connection, select(func.count(table.c.id)).where(*here))


def _number(connection: Connection, statement: Select[Any]) -> int:
    return int(connection.execute(statement).scalar() or 0)
