"""A clock for tests in which several laptops write one after the other."""

from threading import Lock

import pytest

from tn_desktop.model import stamps


@pytest.fixture(autouse=True)
def clock_moves_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written later has a later time: two laptops that write within a millisecond have no order, nor has what
    is written before and after the system sets its clock back. Tests that mean such a case say so themselves.
    """
    plain, turn, last = stamps.now_milliseconds, Lock(), 0

    def later() -> int:
        nonlocal last
        with turn:
            last = max(plain(), last + 1)
            return last

    monkeypatch.setattr(stamps, "now_milliseconds", later)
