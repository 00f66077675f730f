"""Garbage is collected on the main thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tn_desktop.gui.collector import FEW, OLDEST, PUT_OFF, MainThreadCollector


class Knot:
    """Part of a cycle."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[MainThreadCollector]:
    """A collector that has taken over."""
    collector = MainThreadCollector()
    collector.start()
    yield collector
    collector.stop()


def test_a_thread_that_allocates_much_destroys_nothing(collector: MainThreadCollector) -> None:
    knot = Knot()
    gone: list[int] = []
    held = weakref.ref(knot, lambda _ref: gone.append(threading.get_ident()))
    del knot
    thread = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    thread.start()
    thread.join()
    assert held() is not None and gone == []
    kept = [[number] for number in range(2_000)]  # more than the first generation's limit
    collector.look()
    assert kept and gone == [threading.get_ident()]


def test_nothing_is_collected_while_the_windows_objects_are_destroyed(qtbot: QtBot) -> None:
    collector = MainThreadCollector()
    collector.start()
    collector.settle()
    assert not gc.isenabled() and gc.get_freeze_count() > 0
    collector.stop()
    assert not gc.isenabled() and gc.get_freeze_count() == 0


def test_what_is_left_after_a_lock_or_a_restore_is_not_kept_for_good(collector: MainThreadCollector) -> None:
    collector.settle()
    knot = Knot()
    held = weakref.ref(knot)
    del knot
    collector.settle()  # the data were opened again
    gc.collect()
    assert held() is None


@pytest.mark.some(1)
@pytest.mark.parametrize("generation", [1, 2])
def test_older_generations_wait_for_a_pause_but_not_for_ever(qtbot: QtBot, generation: int) -> None:
    pausing = False
    collector = MainThreadCollector(pausing=lambda: pausing)
    collector.start()
    limit = gc.get_threshold()[generation]
    held_for_good: list[object] = []

    def aged(times: int) -> weakref.ref[Knot]:
        """Garbage in that generation, whose count then is `times`."""
        gc.collect()
        if generation < OLDEST:
            held_for_good.append([[number] for number in range(FEW)])
        knot = Knot()
        held = weakref.ref(knot)
        for _ in range(times):
            gc.collect(generation - 1)
        del knot
        return held

    try:
        held = aged(limit + 1)
        collector.look()
        assert held() is not None
        pausing = True
        collector.look()
        assert held() is None
        pausing = False
        held = aged(PUT_OFF[generation] * limit + 1)
        collector.look()
        assert held() is None
    finally:
        collector.stop()


def test_few_objects_of_the_middle_generation_are_gone_through_though_somebody_works(qtbot: QtBot) -> None:
    collector = MainThreadCollector(pausing=lambda: False)
    collector.start()
    try:
        gc.collect()
        knot = Knot()
        held = weakref.ref(knot)
        for _ in range(gc.get_threshold()[1] + 1):
            gc.collect(0)
        del knot
        collector.look()
        assert held() is None
    finally:
        collector.stop()


def test_memory_is_given_back_once_in_a_pause_after_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []
    collected: list[float] = []
    clock, pausing = [0.0], [True]
    place = "tn_desktop.gui.collector"
    monkeypatch.setattr(f"{place}.give_back", lambda: given.append(clock[0]))
    monkeypatch.setattr(f"{place}.time.monotonic", lambda: clock[0])
    monkeypatch.setattr(f"{place}.gc.get_count", lambda: (0, 0, 0))  # nothing is due
    monkeypatch.setattr(f"{place}.gc.collect", lambda _generation: collected.append(clock[0]))
    collector = MainThreadCollector(pausing=lambda: pausing[0])
    collector.look()
    assert given == [], "nobody has worked yet"
    looks = ((1, False), (2, True), (3, True), (4, True), (5, False), (6, True), (90, True), (91, True), (900, True))
    for at, rests in looks:
        clock[0], pausing[0] = at, rests
        collector.look()
    assert (collected, given) == ([2, 90], [3, 91])
