"""What goes into an attendance workbook, in plain values: the database fills it, the writers read it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


@dataclass(frozen=True)
class Selection:
    """Which sessions: one, those of a workshop, those of a span of days (either end may be open); empty for all.

    Or which rows of a list: those of a community.

    Attributes:
        session, workshop, community: local ids.
        first, last: days, both included.
    """

    session: int | None = None
    workshop: int | None = None
    first: date | None = None
    last: date | None = None
    community: int | None = None


class SessionRow(NamedTuple):
    """One session of the scope, numbered from 1 in the order of time.

    Attributes:
        order: its place among the sessions of its workshop, from 1.
        starts_at: local ISO text to the minute, like ends_at; None if not known.
        mode, status: stored values of the vocabulary.
        province: ISO 3166-2.
        counted: False for one that was cancelled; its marks are left out.
        minors, guests: head counts without names.
    """

    number: int
    workshop: str
    order: int
    title: str | None
    starts_at: str | None
    ends_at: str | None
    zone: str | None
    mode: str | None
    venue: str | None
    province: str | None
    facilitators: str
    status: str | None
    capacity: int | None
    minors: int | None
    guests: int | None
    counted: bool = True


class PersonRow(NamedTuple):
    """One person of the scope, numbered from 1 in the order of the Turkish alphabet.

    Attributes:
        label: what tells namesakes apart.
        province: ISO 3166-2.
        phone: E.164.
        agreed: ISO day since which she agrees to be contacted, where that was asked for.
    """

    number: int
    given_name: str | None
    family_name: str | None
    label: str | None
    institution: str | None
    subject: str | None
    province: str | None
    district: str | None
    phone: str | None
    email: str | None
    agreed: str | None = None

    @property
    def name(self) -> str:
        """Given and family name, whichever there is."""
        return f"{self.given_name or ''} {self.family_name or ''}".strip()


class MarkRow(NamedTuple):
    """One person at one session; any tuple of this shape will do.

    Attributes:
        session, person: their numbers.
        status, mode: stored values of the vocabulary; a status of None is an unmarked person.
        minutes: as noted with the mark.
    """

    session: int
    person: int
    status: str | None
    mode: str | None
    minutes: int | None
    walk_in: int | None


Marks = Sequence[tuple[int, int, str | None, str | None, int | None, int | None]]
"""Some marks, each of the shape of `MarkRow`."""


@dataclass(frozen=True)
class AttendanceScope:
    """Everything of one export.

    The row sources are called anew for every pass, so that nothing has to be held in memory.

    Attributes:
        title: what the workbook is about: a workshop's title; "" for more than one workshop.
        about: the scope in words of the reader; "" until somebody who knows the language says it.
        first_day, last_day: of the sessions, or as they were asked for.
        sessions: in the order of their numbers.
        people: in the order of their numbers.
        some_people: those of the numbers given, in any order.
        marks: of counted sessions only, in the order of the sessions, some hundred or thousand at a time.
        mark_count: about how many marks to expect, or fewer where they are many; for choices of layout.
        labels: whether any person has a label.
    """

    title: str
    about: str
    organisation: str
    facilitator: str
    first_day: date | None
    last_day: date | None
    made_at: datetime
    sessions: Callable[[], Iterable[SessionRow]]
    people: Callable[[], Iterable[PersonRow]]
    some_people: Callable[[Collection[int]], Iterable[PersonRow]]
    marks: Callable[[], Iterable[Marks]]
    mark_count: int = 0
    labels: bool = False
