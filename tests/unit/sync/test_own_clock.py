"""A laptop whose own clock is years behind: it takes in what comes, blames nobody, and asks for the clock to be set."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tn_desktop.exchange.sync import clocks, held
from tn_desktop.exchange.sync.report import SyncReport
from tn_desktop.model import stamps
from tn_desktop.model.messages import untranslated

HOUR = 3_600_000
YEAR = 365 * 24 * HOUR
Clock = Callable[[int], AbstractContextManager[None]]

pytestmark = pytest.mark.both_engines


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The computer's clock, so many milliseconds off."""
    real, reading = time.time, stamps.now_milliseconds

    @contextmanager
    def off(milliseconds: int) -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: real() + milliseconds / 1000)
            patch.setattr(stamps, "now_milliseconds", lambda: reading() + milliseconds)
            yield

    return off


def since(year: int) -> int:
    """By how much a clock is off that says the spring of that year."""
    return int(datetime(year, 3, 12, 12).timestamp() * 1000) - int(time.time() * 1000)  # noqa: DTZ001 - the local day is told


def said(report: SyncReport) -> str:
    return report.clock.text(untranslated) if report.clock else ""


def waiting(laptop: Laptop) -> int:
    with laptop.db.read() as connection:
        return len(held.held_files(connection))


@pytest.mark.some(1)
@pytest.mark.parametrize("year", [1970, 2000, 2015, 2022])
def test_a_dead_battery_holds_no_file_and_blames_nobody(ayse: Laptop, baran: Laptop, clock: Clock, year: int) -> None:
    with clock(since(2026)):
        # Not long after the program was made: more than some years beyond that are not believed.
        ali = ayse.add("people", given_name="Ali", institution="Okul")
        path = ayse.send()
    with clock(since(year)):
        for rehearse in (True, False):
            report = baran.receive(path, rehearse=rehearse)
            assert told(report) == [("applied", "")]
            assert f"12.03.{year}" in said(report) and "please set it" in said(report)
        # What is written there comes after what was seen, whatever the clock says.
        baran.set("people", ali, institution="Köy Okulu")
        answer = baran.send()
    report = ayse.receive(answer)
    assert told(report) == [("applied", "")] and said(report) == ""
    assert ayse.show("people", ali)["institution"] == "Köy Okulu" and ayse.open_conflicts() == []
    exchange(ayse, baran)
    assert differences(ayse.state(), baran.state()) == {} and baran.problems() == []


def test_what_was_entered_by_such_a_clock_is_lost_to_nobody(ayse: Laptop, baran: Laptop, clock: Clock) -> None:
    """A new laptop, whose first entries bear times of years ago."""
    with clock(since(2015)):
        veli = baran.add("people", given_name="Veli", institution="Eski")
        path = baran.send()
    assert told(ayse.receive(path)) == [("applied", "")]
    ayse.set("people", veli, institution="Yeni")
    with clock(since(2015)):
        baran.set("people", veli, notes="2015")
        baran.receive(ayse.send())
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        row = laptop.show("people", veli)
        assert (row["institution"], row["notes"]) == ("Yeni", "2015") and laptop.open_conflicts() == []


def test_a_clock_a_year_behind_its_own_entries_is_told_with_them_in_mind(
    ayse: Laptop, baran: Laptop, clock: Clock
) -> None:
    ayse.add("people", given_name="Ali")
    exchange(ayse, baran)
    ayse.add("people", given_name="Veli")
    path = ayse.send()
    with clock(-YEAR // 2):
        report = baran.receive(path)
    assert told(report) == [("applied", "")]
    assert "but the latest entry here is of" in said(report) and len(baran.rows("people")) == 2


def test_what_comes_from_long_after_waits_until_the_clock_is_set_and_names_nobody(
    ayse: Laptop, baran: Laptop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The laptop lay in a drawer for months, and its clock is behind its own entries by more than a day."""
    monkeypatch.setattr(clocks, "MADE", 0)
    with clock(-YEAR):
        baran.add("people", given_name="Can")
    ayse.add("people", given_name="Ali")
    path = ayse.send()
    with clock(-YEAR - 48 * HOUR):
        for rehearse in (True, False):
            report = baran.receive(path, rehearse=rehearse)
            ((status, reason),) = told(report)
            assert status == "held" and "until the clock of this computer is set" in reason
            assert ayse.db.device not in reason and "please set the clock" in said(report)
    assert waiting(baran) == 1
    # Once it is set, it comes by itself.
    assert [one.status for one in baran.receive().released] == ["applied"]
    assert waiting(baran) == 0 and len(baran.rows("people")) == 2


def test_a_right_clock_is_not_blamed_for_one_that_is_ahead(ayse: Laptop, baran: Laptop, clock: Clock) -> None:
    with clock(30 * HOUR):
        ayse.add("people", given_name="Yarın")
        path = ayse.send()
    report = baran.receive(path)
    assert told(report)[0][0] == "held" and ayse.db.device in told(report)[0][1] and said(report) == ""
    # Nor after somebody said that the file may come.
    assert told(baran.receive(path, release=True)) == [("applied", "")]
    assert said(baran.receive()) == ""


def test_by_its_own_clock_alone_every_file_would_wait(
    ayse: Laptop, baran: Laptop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule taken out once."""
    monkeypatch.setattr(clocks.Clock, "is_behind", False)
    monkeypatch.setattr(clocks.Clock, "is_impossible", False)
    ayse.add("people", given_name="Ali")
    path: Path = ayse.send()
    with clock(since(2015)):
        assert told(baran.receive(path))[0][0] == "held"
