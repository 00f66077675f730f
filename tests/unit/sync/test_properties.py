"""The properties of the exchange over random histories, and each rule taken out once so that one of them fails."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import update

from tests.everyday import examples
from tests.unit.sync.machine_rules import HOUR, Exchange
from tn_desktop.exchange.sync.clocks import DAY
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.stamps import TIME_LENGTH, next_stamp, now_milliseconds, stamp_milliseconds
from tn_desktop.store.unit_of_work import UnitOfWork

LONG = int(os.environ.get("TN_DESKTOP_HISTORIES", "0"))
"""How many histories a long run tries; `TN_DESKTOP_HISTORIES=5000 python3 dev.py test tests/unit/sync`."""


def history_settings(histories: int, steps: int, *, shrink: bool = True) -> settings:
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    return settings(
        max_examples=LONG or examples(histories),
        stateful_step_count=60 if LONG else steps,
        phases=phases,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


def variant(empty: Path, **attributes: object) -> type[Exchange]:
    return type("Variant", (Exchange,), {"empty": empty, "pool": [], **attributes})


@pytest.mark.some(1)
@pytest.mark.parametrize("deltas", [False, True], ids=["snapshots", "deltas"])
def test_the_properties_hold(empty_database_file: Path, deltas: bool) -> None:
    run_state_machine_as_test(variant(empty_database_file, deltas=deltas), settings=history_settings(6, 25))


def scripted(machine: type[Exchange], script: Callable[[Exchange], None]) -> None:
    """One history that somebody thought of, with the properties at its end."""
    history = machine()
    history.begin()
    script(history)
    history.teardown()


def restored(history: Exchange) -> None:
    """A laptop writes, sends, goes back to yesterday's backup and writes something else under the same clock."""
    history.add_person(1)
    history.save(1)
    history.edit(1, 0, "notes", "A")
    history.send(1)
    history.deliver(0, len(history.files) - 1)
    history.restore(1)
    history.edit(1, 0, "notes", "B")


def answered_by_a_slow_clock(history: Exchange) -> None:
    """Somebody whose clock is behind corrects what she saw."""
    history.add_person(2)
    history.edit(2, 0, "notes", "A")
    history.deliver_all()
    history.edit(1, 0, "notes", "B")


def marked_again_together(history: Exchange) -> None:
    """A deliberate mark is taken back, and all are marked together."""
    history.add_person(0)
    history.mark(0, 0, "absent", "key")
    history.deliver_all()
    history.mark(1, 0, None, "key")
    history.mark(1, 0, "present", "bulk")


def erased_and_sent_again(history: Exchange) -> None:
    """Somebody is erased; an old file with her comes from a laptop that has not heard of it."""
    for _ in range(3):
        history.add_person(0)
    history.mark(0, 0, "absent", "key")
    history.enrol(0, 0, "enrolled")
    history.edit(0, 0, "notes", "A")
    history.send(0)
    history.erase(0, 0, 0)
    history.deliver(0, len(history.files) - 1)


def enrolled_again(history: Exchange) -> None:
    """Somebody is taken off a list and put on it again; another laptop, unaware of it, writes that she withdrew."""
    history.add_person(0)
    history.enrol(0, 0, "enrolled")
    history.deliver_all()
    history.withdraw(0, 0)
    history.enrol(0, 0, "enrolled")
    history.enrol(2, 0, "withdrawn")


def judged_apart(history: Exchange) -> None:
    """Two say of one pair what they think, unaware of each other; a third takes back what she has heard of it."""
    history.judge(0, 0, "same")
    history.send(0)
    history.judge(1, 0, "different")
    history.deliver(2, len(history.files) - 1)
    history.judge(2, 0, None)


def judged_apart_and_erased(history: Exchange) -> None:
    """Of one whom two judged differently everything goes, and no old file brings a conflict about her back."""
    judged_apart(history)
    history.deliver_all()
    history.resolve(1, 0, "take")
    history.send(1)
    history.judge(0, 1, "different")
    history.erase_judged(0, 1, 0)
    history.deliver(0, len(history.files) - 1)


def heard_of_after_the_erasure(history: Exchange) -> None:
    """Where somebody was erased nobody had heard of the verdicts on her, nor of the conflict between them."""
    history.judge(1, 0, "same")
    history.judge(2, 0, "different")
    history.send(2)
    history.deliver(1, len(history.files) - 1)
    history.erase_judged(0, 1, 0)


def both_of_a_pair_erased(history: Exchange) -> None:
    """Two laptops erase one each of those who are different, which a third judges again."""
    history.judge(2, 0, "same")
    history.judge(2, 0, "different")
    history.deliver_all()
    history.judge(2, 0, None)
    history.erase_judged(1, 1, 0)
    history.erase_judged(0, 2, 0)


def of_two_erasures(history: Exchange) -> None:
    """What fell with one of two erasures keeps its day, also where all of it is heard of at once."""
    history.judge(1, 2, "same")
    history.send(1)
    history.deliver(2, len(history.files) - 1)
    history.erase_judged(0, 0, 0)
    history.erase_judged(1, 1, 0)


def far_ahead(history: Exchange) -> None:
    """A clock is set two days ahead by mistake, then right; until somebody says that it may, its file waits."""
    wrong, history.released = history.laptops[2], False
    skew, wrong.skew = wrong.skew, 48 * HOUR
    try:
        history.add_person(2)
        history.send(2)
    finally:
        wrong.skew = skew
    for n in (0, 1):
        history.deliver(n, len(history.files) - 1)
        history.add_person(n)
        _number, newest = history.newest(n)
        assert stamp_milliseconds(newest) < now_milliseconds() + DAY, "a clock is pulled along by more than a day"
    history.released = True


SCRIPTS = (
    restored,
    answered_by_a_slow_clock,
    marked_again_together,
    erased_and_sent_again,
    enrolled_again,
    judged_apart,
    judged_apart_and_erased,
    heard_of_after_the_erasure,
    both_of_a_pair_erased,
    of_two_erasures,
    far_ahead,
)


@pytest.mark.some(1)
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.__name__)
def test_scripted_histories_hold(empty_database_file: Path, script: Callable[[Exchange], None]) -> None:
    scripted(variant(empty_database_file), script)


@pytest.mark.thorough
def test_a_restored_backup_that_keeps_its_device_id_breaks_a_property(empty_database_file: Path) -> None:
    machine = variant(empty_database_file, keep_device=True)
    with pytest.raises(AssertionError):
        scripted(machine, restored)


def heedless(latest: str, device: str, now: int | None = None) -> str:
    """A stamp that exceeds the author's own, but not what she saw."""
    return next_stamp(latest if latest[TIME_LENGTH:] == device else "", device, now)


_revive = UnitOfWork._revive


def revived_unstamped(uow: UnitOfWork, cls: type[Synced], rows: Sequence[dict[str, Any]], values: Any) -> None:
    """A row lives again, and its values bear the stamps they had."""
    _revive(uow, cls, rows, values)
    table = table_of(cls)
    for row in rows:
        uow.connection.execute(update(table).where(table.c.id == row["id"]).values(fields=row["fields"]))


TAKEN_OUT = {
    "reviving stamps every field": ("store.unit_of_work.UnitOfWork._revive", revived_unstamped, enrolled_again),
    "a file over a day ahead waits": ("exchange.sync.clocks.Clock.horizon", 2**45 - 1, far_ahead),
    "the clock heeds what it saw": ("store.unit_of_work.next_stamp", heedless, answered_by_a_slow_clock),
    "a bulk mark knows what it covers": (
        "store.unit_of_work.has_to_say_deliberate",
        lambda *facts: False,
        marked_again_together,
    ),
    "a verdict that gave way is a conflict": ("exchange.sync.merging.REVIEWED", {}, judged_apart),
    "a verdict falls with whom it is about": (
        "exchange.sync.merging.falls_with",
        lambda state, erased: None,
        heard_of_after_the_erasure,
    ),
    "erased people stay erased": (
        "exchange.sync.merging.without_erased",
        lambda uid, state, erased: (uid, state),
        erased_and_sent_again,
    ),
}


@pytest.mark.some(2)
@pytest.mark.parametrize("rule", TAKEN_OUT)
def test_taking_a_rule_out_breaks_a_property(
    empty_database_file: Path, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    place, without, script = TAKEN_OUT[rule]
    monkeypatch.setattr(f"tn_desktop.{place}", without)
    with pytest.raises(AssertionError):
        scripted(variant(empty_database_file), script)
