"""What goes into an attendance workbook, in plain values; the service fills it, the writers read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple


class SessionRow(NamedTuple):
    """One session of the scope, numbered from 1 in the order of time.

    Attributes:
        order: its place among the sessions of its workshop, from 1.
        starts_at: local ISO text to the minute, like ends_at; None if not known.
        mode, status: stored values of the vocabulary.
        province: ISO 3166-2.
        counted: False for one that was cancelled or postponed; it has no marks then.
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
        given_name … email: the person's, as in `PersonRow`, so that no writer has to hold all people.
    """

    session: int
    person: int
    status: str | None
    mode: str | None
    minutes: int | None
    walk_in: int | None
    given_name: str | None
    family_name: str | None
    label: str | None
    institution: str | None
    subject: str | None
    province: str | None
    district: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class AttendanceScope:
    """Everything of one export.

    The three row sources are called anew for every pass, so that none has to be held in memory.

    Attributes:
        title: what the workbook is about: a workshop's title, or the name of a period.
        about: the scope in words: session and time, workshop, dates.
        first_day, last_day: of the sessions, or of the period that was asked for.
        sessions: in the order of their numbers.
        people: in the order of their numbers.
        marks: counted sessions only, in the order of the sessions.
        mark_count: how many marks to expect, for the progress and for choices of layout.
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
    marks: Callable[[], Iterable[tuple[object, ...]]]
    mark_count: int = 0
    labels: bool = False


@dataclass(frozen=True)
class Options:
    """What the user chose.

    Attributes:
        contacts: phone and e-mail are written too.
        grid_sessions: most sessions that the people × sessions sheet takes.
        sheet_rows: most rows below the heading of one sheet.
        grid_cells: most cells of the people × sessions sheet.
        formula_cells: most comparisons that the formulas of one sheet may cost; above it, values are written.
    """

    contacts: bool = False
    grid_sessions: int = 500
    sheet_rows: int = 1_048_575
    grid_cells: int = 32_000_000
    formula_cells: int = 20_000_000


@dataclass(frozen=True)
class Report:
    """What was written: the file, its data rows, and of how many people."""

    file: Path
    rows: int
    people: int


class Watch:
    """How far the work is, and whether to stop.

    `progress(done, total)` is called now and then; `cancelled()` is asked as often.
    """

    def __init__(
        self,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self.progress = progress
        self.cancelled = cancelled
