"""What Today lists, apart from how it is read: the window knows these before the database is loaded."""

from dataclasses import dataclass
from typing import Final

LISTED: Final = 50
AHEAD_DAYS: Final = 14
OVERDUE_DAYS: Final = 60
WALKED_IN: Final = "walked_in"
"""Of the people whose details are missing those that Today counts: typed at the door, known by name alone."""


@dataclass(frozen=True, slots=True)
class DaySession:
    """A session as Today lists it."""

    id: int
    workshop_id: int
    workshop: str
    title: str
    starts_at: str
    ends_at: str
    venue: str
    mode: str
    status: str
    marked: int


@dataclass(frozen=True, slots=True)
class Day:
    """Today at a glance; every list at most `LISTED` long."""

    today: tuple[DaySession, ...]
    coming: tuple[DaySession, ...]
    unmarked: tuple[DaySession, ...]
    incomplete_people: int
    empty: bool
