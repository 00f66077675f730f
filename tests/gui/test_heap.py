"""Memory that was let go goes back to the system."""

import subprocess
import sys

import pytest

HOLES = """
import threading
from pathlib import Path
from tn_desktop.gui.heap import give_back, keep_small

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4

keep_small()
before = held()
blocks = [bytes(2_000) for _ in range(40_000)]  # larger than what Python keeps for itself
full = held()
kept = blocks[::500]
del blocks
give_back()
print((held() - before) / (full - before))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the others see to it by themselves")
def test_what_lies_free_between_held_blocks_is_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", HOLES], capture_output=True, text=True, check=True)
    assert float(told.stdout) < 0.2
