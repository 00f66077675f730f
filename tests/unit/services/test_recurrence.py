"""The days of a series, and the public holidays in it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.services.recurrence import DAILY, FORTNIGHTLY, MONTHLY, RHYTHM, WEEKLY, DaysOff, series


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (DAILY, ["2026-03-14", "2026-03-15", "2026-03-16"]),
        (WEEKLY, ["2026-03-14", "2026-03-21", "2026-03-28"]),
        (FORTNIGHTLY, ["2026-03-14", "2026-03-28", "2026-04-11"]),
        (MONTHLY, ["2026-03-14", "2026-04-11", "2026-05-09"]),
    ],
)
def test_rhythms(rhythm: str, expected: list[str]) -> None:
    assert [day.isoformat() for day in series(date(2026, 3, 14), rhythm, 3).days] == expected


def test_the_fifth_saturday_is_the_last_one_in_shorter_months() -> None:
    assert [day.isoformat() for day in series(date(2026, 1, 31), MONTHLY, 4).days] == [
        "2026-01-31", "2026-02-28", "2026-03-28", "2026-04-25",
    ]  # fmt: skip


def test_days_off_are_made_up_for_at_the_end() -> None:
    off = {date(2026, 3, 21), date(2026, 5, 2)}
    found = series(date(2026, 3, 14), WEEKLY, 3, off.__contains__)
    assert [day.isoformat() for day in found.days] == ["2026-03-14", "2026-03-28", "2026-04-04"]
    assert found.skipped == (date(2026, 3, 21),)


def test_a_series_that_never_finds_a_day_ends() -> None:
    assert series(date(2026, 3, 14), WEEKLY, 3, lambda _day: True).days == ()


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(sorted(RHYTHM)), st.integers(1, 40), st.integers(0, 6)
)
def test_properties(first: date, rhythm: str, count: int, off: int) -> None:
    found = series(first, rhythm, count, lambda day: day.day % 7 == off)
    assert len(found.days) == count and list(found.days) == sorted(set(found.days))
    assert all(day.day % 7 != off for day in found.days) and all(day.day % 7 == off for day in found.skipped)
    if rhythm != DAILY:
        assert {day.weekday() for day in found.days} == {first.weekday()}
    both = sorted((*found.days, *found.skipped))
    if rhythm == MONTHLY:
        assert all(27 < (later - day).days < 36 for day, later in pairwise(both))
    else:
        step = {DAILY: 1, WEEKLY: 7, FORTNIGHTLY: 14}[rhythm]
        assert all(later - day == timedelta(days=step) for day, later in pairwise(both))


def test_public_holidays_are_named_in_the_language_of_the_window() -> None:
    turkey = DaysOff("TR", "tr")
    assert turkey.known
    assert turkey.name(date(2026, 10, 29)) == "Cumhuriyet Bayramı"
    assert turkey.name(date(2026, 3, 20)) == "Ramazan Bayramı"
    assert turkey.name(date(2026, 10, 28)) == ""
    assert DaysOff("TR", "en").name(date(2027, 10, 29)) == "Republic Day"
    assert not DaysOff("XX", "tr").known and DaysOff("XX", "tr").name(date(2026, 10, 29)) == ""
