"""What was talked about with stakeholders, and what is to be done next."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, and_, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Person
from tn_desktop.model.entities.stakeholders import Engagement, Stakeholder
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import show_tags
from tn_desktop.model.text import clean, fold
from tn_desktop.services import records
from tn_desktop.services.page_values import values_of
from tn_desktop.services.proposals import PERSON
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_engagement, _stakeholder = table_of(Engagement), table_of(Stakeholder)
_person, _community, _need = table_of(Person), table_of(Community), table_of(Need)
LISTED: Final = 500
KIND_WORDS: Final = {
    "enquiry": ("soru", "talep", "eposta", "mesaj", "enquiry", "mail"),
    "call": ("telefon", "arama", "aradim", "call", "phone"),
    "visit": ("ziyaret", "visit"),
    "meeting": ("toplanti", "bulusma", "gorusme", "meeting"),
    "agreement": ("protokol", "anlasma", "sozlesme", "agreement"),
}
"""How a line begins that says of which kind an engagement was; folded, in both languages."""
STEP_MARK: Final = re.compile(r"\s*(?:→|->|>)\s*")
DAY: Final = re.compile(r"\b(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?\s*$")


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """An engagement in a stakeholder's log. date and due are ISO, "" where unknown."""

    engagement_id: int
    date: str
    kind: str
    summary: str
    next_step: str
    due: str
    done: bool
    person: str
    about: str


def log(connection: Connection, stakeholder: int) -> tuple[EngagementRow, ...]:
    """The engagements with a stakeholder, latest first."""
    rows = connection.execute(
        select(
            _engagement,
            _person.c.given_name,
            _person.c.family_name,
            _community.c.name.label("community"),
            _need.c.title.label("need"),
        )
        .outerjoin(_person, and_(_person.c.id == _engagement.c.person_id, _person.c.alive == 1))
        .outerjoin(_community, and_(_community.c.id == _engagement.c.community_id, _community.c.alive == 1))
        .outerjoin(_need, and_(_need.c.id == _engagement.c.need_id, _need.c.alive == 1))
        .where(_engagement.c.stakeholder_id.in_(twins.as_one("stakeholder", stakeholder)), _engagement.c.alive + 0 == 1)
        .order_by(_engagement.c.date.desc(), _engagement.c.id.desc())
        .limit(LISTED)
    )
    return tuple(
        EngagementRow(
            row.id,
            row.date or "",
            row.kind or "",
            row.summary or "",
            row.next_step or "",
            row.due or "",
            bool(row.done),
            full_name(row._mapping),
            " · ".join(part for part in (row.need, row.community) if part),
        )
        for row in rows
    )


def parse_line(typed: str, today: date) -> dict[str, Any]:
    """The fields of an engagement from one line: “telefon: Salon sorduk → yanıtı al 21.03”.

    A word for its kind and a colon may begin it; what follows an arrow is the next step, and a day at its end (with
    or without a year, the next such day) is when that is due.
    """
    text = clean(typed)
    values: dict[str, Any] = {"date": today.isoformat(), "kind": "call"}
    head, colon, rest = text.partition(":")
    kind = next((kind for kind, words in KIND_WORDS.items() if fold(head) in words), None) if colon else None
    if kind is not None:
        values["kind"], text = kind, clean(rest)
    summary, *steps = STEP_MARK.split(text, maxsplit=1)
    values["summary"] = clean(summary)
    if steps:
        step = clean(steps[0])
        day = DAY.search(step)
        if day is not None and (due := _next_day(day, today)):
            values["due"] = due.isoformat()
            step = clean(step[: day.start()])
        values["next_step"] = step
    return values


def _next_day(found: re.Match[str], today: date) -> date | None:
    day, month, year = (int(part) if part else 0 for part in found.groups())
    try:
        if year:
            return date(year, month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def add_line(uow: UnitOfWork, stakeholder: int, typed: str, today: date) -> Changes:
    """Log an engagement from one line, see `parse_line`.

    Raises:
        FieldError: nothing was typed.
    """
    values = parse_line(typed, today)
    if not values["summary"] and not values.get("next_step"):
        raise FieldError("summary", QT_TRANSLATE_NOOP("errors", "Type what it was about."))
    return records.add(uow, "engagements", {"stakeholder": stakeholder, **values})


def log_proposal(uow: UnitOfWork, kind: str, key: int, need: int, today: date) -> Changes:
    """Log an enquiry about a need with somebody who was proposed; a person becomes a stakeholder (an expert) by it.

    told["stakeholder"] is the stakeholder's id.

    Raises:
        NotFound: one of them was removed.
    """
    values = values_of(uow.connection, "needs", need)
    stakeholder = _as_stakeholder(uow, key) if kind == PERSON else key
    values_of(uow.connection, "stakeholders", stakeholder)
    added = records.add(
        uow,
        "engagements",
        {
            "stakeholder": stakeholder,
            "date": today.isoformat(),
            "kind": "enquiry",
            "summary": values["title"],
            "need": need,
            "community": values["community"],
        },
    )
    return uow.changes(subject=added.subject, stakeholder=stakeholder)


def _as_stakeholder(uow: UnitOfWork, person: int) -> int:
    """The stakeholder that a person is, made if there is none."""
    held = uow.connection.execute(
        select(_stakeholder.c.id).where(_stakeholder.c.person_id == person, _stakeholder.c.alive + 0 == 1).limit(1)
    ).scalar()
    if held is not None:
        return int(held)
    row = uow.connection.execute(select(_person).where(_person.c.id == person, _person.c.alive == 1)).one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    subjects = [part for part in (show_tags(row.expertise), row.subject) if part]
    made = records.add(
        uow,
        "stakeholders",
        {
            "name": full_name(row._mapping),
            "type": "expert",
            "person": person,
            "province": row.province,
            "disciplines": ", ".join(subjects),
        },
    )
    assert made.subject is not None
    return made.subject
