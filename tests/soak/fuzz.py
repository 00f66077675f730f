"""The readers under a fuzzer that is led by coverage: atheris, where it is installed. It has wheels for Linux alone, so
it is none of the pinned packages: the set-up has to work on every system.

What the readers make of any bytes is a value or a refusal; whatever else they raise ends the run with the input.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]

SAMPLES: Final = ROOT / "tests" / "data" / "spreadsheets"
TABLES: Final = (
    "Ad Soyad;Telefon;İl\nAyşe Yılmaz;0532 000 00 01;Iğdır\n",
    '\ufeffsep=,\nAd,Soyad\n"Ayşe, Nur",Işık\n',
    "<html><table><tr><th>Ad<th>Soyad<tr><td colspan=2>Ayşe<tr><td>Ali<td>Ak</table></html>",
    (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row>'
        '<Cell ss:Index="2"><Data ss:Type="String">Ad</Data></Cell></Row></Table></Worksheet></Workbook>'
    ),
)
"""A list as it is typed, as Excel saves it, as a web page and as old Excel's XML."""

EXPECTED: Final = ("exchange.sync.record", "exchange.sync.machine", "exchange.sync.header", "exchange.reading.child")


def fuzz(seconds: int, seeds: Path) -> int:
    """Fuzz for so long, from seeds laid into an empty folder; 0 also where there is no atheris, which is said aloud."""
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print("skipped: atheris is not installed here (Linux: pip install atheris)")
        return 0
    with atheris.instrument_imports(include=["tn_desktop.exchange", "tn_desktop.model"]):
        for name in EXPECTED:
            import_module(f"tn_desktop.{name}")
    for number, seed in enumerate(_seeds()):
        (seeds / str(number)).write_bytes(seed)
    options = [f"-max_total_time={seconds}", "-max_len=4096", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *options, str(seeds)], _target(atheris))
    atheris.Fuzz()  # ends the process
    return 0


def _seeds() -> Iterator[bytes]:
    """Inputs that get far, from which it goes on: small spreadsheets, a header, a record.

    `_target` takes numbers from the end of an input and texts from its beginning, ASCII after a byte that is odd.
    """
    for path in sorted(SAMPLES.iterdir()):
        if path.stat().st_size < 4_000:
            yield path.read_bytes() + bytes([3])
    for text in TABLES:
        yield text.encode() + bytes([3])
    yield b'\x01{"format": 1, "device": "abcdefghijkl", "base": {}, "tables": {}}' + bytes([1])
    record = b'\x01{"given_name": ["Ali", "2026"], "alive": [1, "2026"], "roles": [["teacher"], "2026"]}'
    for table in range(60):
        yield b"\x01" + b"a" * 200 + bytes(16) + record + bytes([table, 0])


def in_a_process(seconds: int) -> int:
    """`fuzz` where nothing is imported yet: what is imported already cannot be watched any more."""
    with tempfile.TemporaryDirectory(prefix="tn-desktop-fuzz-") as seeds:
        command = [sys.executable, "-m", "tests.soak.fuzz", str(seconds), seeds]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


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
    sys.exit(fuzz(int(sys.argv[1]), Path(sys.argv[2])))
