"""The readers under a fuzzer that is led by coverage: atheris, where it is installed. It has wheels for Linux alone, so
it is none of the pinned packages: the set-up has to work on every system.

What the readers make of any bytes is a value or a refusal; whatever else they raise ends the run with the input.
"""

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]

EXPECTED: Final = ("exchange.sync.record", "exchange.sync.machine", "exchange.sync.header", "exchange.reading.child")


def fuzz(seconds: int) -> int:
    """Fuzz for so long; 0 also where there is no atheris, which is said aloud."""
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print("skipped: atheris is not installed here (Linux: pip install atheris)")
        return 0
    with atheris.instrument_imports(include=["tn_desktop.exchange", "tn_desktop.model"]):
        for name in EXPECTED:
            import_module(f"tn_desktop.{name}")
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-rss_limit_mb=2048"], _target(atheris))
    atheris.Fuzz()  # ends the process
    return 0


def in_a_process(seconds: int) -> int:
    """`fuzz` where nothing is imported yet: what is imported already cannot be watched any more."""
    return subprocess.run([sys.executable, "-m", "tests.soak.fuzz", str(seconds)], cwd=ROOT, check=False).returncode


def _target(atheris: Any) -> Callable[[bytes], None]:
    from tn_desktop.exchange.reading import child
    from tn_desktop.exchange.reading.book import Limits
    from tn_desktop.exchange.reading.collect import Collector
    from tn_desktop.exchange.reading.preflight import sniff
    from tn_desktop.exchange.sync import machine
    from tn_desktop.exchange.sync.header import read_header
    from tn_desktop.exchange.sync.record import state_in
    from tn_desktop.model.errors import FileRefused
    from tn_desktop.model.registry import BY_TABLE

    limits = Limits(rows=2_000, columns=100, cells=20_000, characters=200_000, unpacked=2_000_000)
    tables = [*BY_TABLE]

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        kind = source.ConsumeIntInRange(0, 3)
        try:
            if kind == 0:
                table, seen = source.PickValueInList(tables), source.ConsumeUnicode(200)
                uid = source.ConsumeBytes(16).hex()
                state_in(machine.record_in((table, uid, seen, "", source.ConsumeUnicode(4_000))))
            elif kind == 1:
                read_header(machine.json_in((machine.HEADER, "", "", "", source.ConsumeUnicode(4_000))))
            elif kind == 2:
                uid = source.ConsumeBytes(16).hex()
                machine.erased_in((machine.ERASED, uid, "", "", source.ConsumeUnicode(400)))
            else:
                held = source.ConsumeBytes(4_096)
                sniffed = sniff(held, limits)
                if sniffed.kind in ("csv", "html", "xml", "fods", "mhtml"):
                    child._read_text(sniffed.kind, held, Collector(lambda message: None, limits), limits)
        except FileRefused:
            return

    return one


if __name__ == "__main__":
    sys.exit(fuzz(int(sys.argv[1])))
