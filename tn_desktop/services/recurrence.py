"""The days of a series of sessions: a rhythm from the first day on, days off left out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from tn_desktop.model.messages import QT_TRANSLATE_NOOP

DAILY, WEEKLY, FORTNIGHTLY, MONTHLY = "daily", "weekly", "fortnightly", "monthly"
RHYTHM: Final[Mapping[str, str]] = {
    DAILY: QT_TRANSLATE_NOOP("words", "Daily"),
    WEEKLY: QT_TRANSLATE_NOOP("words", "Weekly"),
    FORTNIGHTLY: QT_TRANSLATE_NOOP("words", "Every two weeks"),
    MONTHLY: QT_TRANSLATE_NOOP("words", "Monthly, same weekday"),
}
STEP: Final = {DAILY: 1, WEEKLY: 7, FORTNIGHTLY: 14}
SKIPPED_AT_MOST: Final = 400
"""Days in a row that may be left out before a series is given up as impossible."""


@dataclass(frozen=True, slots=True)
class Series:
    """The days of a series, and the days of its rhythm that were left out on the way."""

    days: tuple[date, ...]
    skipped: tuple[date, ...]


def series(first: date, rhythm: str, count: int, left_out: Callable[[date], bool] = lambda _day: False) -> Series:
    """`count` days of a rhythm from `first` on; a day that is left out is made up for at the end.

    `first` itself is never left out unless `left_out` says so. Monthly means the same weekday of the month (the
    second Saturday); a fifth one is taken as the last.
    """
    days: list[date] = []
    skipped: list[date] = []
    for day in _rhythm(first, rhythm):
        if len(days) == count or len(skipped) == SKIPPED_AT_MOST:
            break
        (skipped if left_out(day) else days).append(day)
    # What was left out behind the last day is of no interest.
    return Series(tuple(days), tuple(day for day in skipped if not days or day < days[-1]))


def _rhythm(first: date, rhythm: str) -> Iterator[date]:
    for number in range(10_000):
        yield _in_month(first, number) if rhythm == MONTHLY else first + timedelta(days=number * STEP[rhythm])


def _in_month(first: date, months: int) -> date:
    """The day of the month `months` later that is the same weekday, and as manieth of it."""
    which = (first.day - 1) // 7
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    start = date(year, month + 1, 1)
    day = start + timedelta(days=(first.weekday() - start.weekday()) % 7)
    later = day + timedelta(days=7 * which)
    return later if later.month == day.month else later - timedelta(days=7)


class DaysOff:
    """A country's public holidays, of whatever year is asked.

    Attributes:
        known: whether the country's holidays are known at all.
    """

    def __init__(self, country: str, language: str) -> None:
        self._days = _holidays(country, language)
        self.known = self._days is not None

    def name(self, day: date) -> str:
        """What is celebrated on a day; "" on any other."""
        return str(self._days.get(day) or "") if self._days is not None else ""


@cache
def _holidays(country: str, language: str) -> Any:
    # Imported only here: 0.1 s that nobody else has to wait for.
    import holidays

    spoken = {"tr": "tr", "en": "en_US"}.get(language, language)
    try:
        return holidays.country_holidays(country, language=spoken)
    except NotImplementedError:
        return None
