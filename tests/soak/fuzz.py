"""The readers under a fuzzer that is led by coverage: atheris, where it is installed. It has wheels for Linux alone, so
it is none of the pinned packages: the set-up has to work on every system.

It begins with small files of each kind that is read and with the words that matter in them (fuzz_seeds.py), and watches
our readers and those written in Python that they use (fuzz_targets.py).
"""

import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
LONGEST: Final = 20_000
"""Bytes of an input."""
SLOW: Final = 300
"""Seconds of one input after which the run ends with it: a hundred times what the slowest takes on a busy machine."""

WATCHED: Final = (
    *("tn_desktop.exchange", "tn_desktop.model", "tn_desktop.store.own_schema", "tests.soak.fuzz_targets"),
    *("tn_desktop.store.backup", "tn_desktop.store.restore", "tn_desktop.store.health", "tn_desktop.store.full_text"),
    *("tn_desktop.store.index_repair", "tn_desktop.store.salvage", "tn_desktop.store.pages", "tn_desktop.store.cells"),
    *("openpyxl.reader", "openpyxl.worksheet._reader", "openpyxl.worksheet._read_only", "openpyxl.packaging"),
    *("openpyxl.cell", "openpyxl.utils", "openpyxl.styles.numbers", "olefile", "msoffcrypto", "html.parser"),
    *("_markupbase",),
)
READERS: Final = (
    *("delimited", "encodings", "encrypted", "opendocument", "spreadsheetml", "webtables", "workbooks", "preflight"),
)
"""Modules that the child imports only for a file of their kind: imported later they would not be watched."""


def fuzz(seconds: int, folder: Path) -> int:
    """Fuzz for so long, from the seeds and words that lie in a folder."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=list(WATCHED)):
        for name in READERS:
            import_module(f"tn_desktop.exchange.reading.{name}")
        for name in ("openpyxl.reader.excel", "msoffcrypto", "olefile"):
            import_module(name)
        targets = import_module("tests.soak.fuzz_targets")
    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-rss_limit_mb=2048", f"-timeout={SLOW}",
        f"-dict={folder / 'words.dict'}", f"-artifact_prefix={tempfile.gettempdir()}/tn-desktop-fuzz-",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(folder / "seeds")], targets.one)
    atheris.Fuzz()  # ends the process
    return 0


def in_a_process(seconds: int) -> int:
    """`fuzz` where nothing is imported yet: what is imported already cannot be watched any more.

    0 also where there is no atheris, which is said aloud.
    """
    if find_spec("atheris") is None:
        print("skipped: atheris is not installed here (Linux: pip install atheris)")
        return 0
    from tests.soak import fuzz_seeds

    with tempfile.TemporaryDirectory(prefix="tn-desktop-fuzz-") as temporary:
        folder = Path(temporary)
        (folder / "seeds").mkdir()
        (folder / "made").mkdir()
        for number, seed in enumerate(fuzz_seeds.seeds(folder / "made")):
            (folder / "seeds" / f"{number:04}").write_bytes(seed)
        (folder / "words.dict").write_text(fuzz_seeds.dictionary(), encoding="ascii")
        command = [sys.executable, "-m", "tests.soak.fuzz", str(seconds), temporary]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(fuzz(int(sys.argv[1]), Path(sys.argv[2])))
