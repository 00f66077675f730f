"""Dates, times and numbers as they are printed."""

import pytest

from tn_desktop.services.sheet_content import SheetSession
from tn_desktop.sheets.wording import date_text, number_ranges, session_dates, session_times, time_text


@pytest.mark.parametrize(
    ("moment", "day", "hour"),
    [("2026-03-14T13:00", "14.03.2026", "13:00"), ("2026-03-14", "14.03.2026", ""), ("", "", ""), ("soon", "", "")],
)
def test_dates_and_times(moment: str, day: str, hour: str) -> None:
    assert (date_text(moment), time_text(moment)) == (day, hour)


def test_dates_of_sessions_are_the_first_and_the_last() -> None:
    one = SheetSession(1, starts_at="2026-03-14T13:00", ends_at="2026-03-14T16:00")
    late = SheetSession(2, starts_at="2026-03-21T22:00", ends_at="2026-03-22T01:00")
    assert session_dates([one]) == "14.03.2026"
    assert session_dates([late]) == "21.03.2026 – 22.03.2026"
    assert session_dates([late, one]) == "14.03.2026 – 22.03.2026"
    assert session_dates([SheetSession(3)]) == ""


def test_times_without_an_end() -> None:
    assert session_times(SheetSession(1, starts_at="2026-03-14T13:00")) == "13:00"
    assert session_times(SheetSession(1)) == ""


@pytest.mark.parametrize(
    ("numbers", "text"), [([1], "1"), ([1, 2, 3], "1–3"), ([5, 1, 3, 2], "1–3, 5"), ([1, 3, 5], "1, 3, 5"), ([], "")]
)
def test_number_ranges(numbers: list[int], text: str) -> None:
    assert number_ranges(numbers) == text
