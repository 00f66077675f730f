"""How fast attendance workbooks are written, against openpyxl's write-only mode on as many cells in the same run.

Each side is a whole process of its own: start, imports, writing, end. Both write the same attendance: one row per
person and session; ours also the sheets around it, whose cells openpyxl is given as further rows. The ratio is
our time divided by openpyxl's; the goal is an eighth.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import psutil

ROWS: Final = 200_000
LIMIT: Final = 0.125
"""Eight times as fast."""
_SESSION_SIZE: Final = 25
_PEOPLE: Final = 20_000
_GIVEN: Final = "Ayşe Mehmet Zeynep Işık İrem Çağla Ömer Şule Gökçe Hüseyin Elif Mert Sıla".split()
_FAMILY: Final = "Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Güneş Işık İnan Koç".split()
_SCHOOLS: Final = ("Ortaokulu", "İlkokulu", "Anadolu Lisesi", "Mesleki ve Teknik Anadolu Lisesi")
_STATUSES: Final = ("present",) * 7 + ("late", "excused", "absent", None)


def run(emit: Callable[..., None]) -> None:
    """Measure both writers, one after the other.

    `emit` is called with name, value (our time as a share of openpyxl's), limit, unit, and what was measured.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs, half = (Path(folder) / name for name in ("ours.xlsx", "openpyxl.xlsx", "half.xlsx"))
        _timed("ours", half, ROWS // 100)  # the disk's cache and the compiled modules are warm for both sides
        fast = _timed("ours", ours, ROWS)
        cells = int(fast["told"])
        slow = _timed("openpyxl", theirs, cells)
        less = _timed("ours", half, ROWS // 2)
    emit(
        "attendance export / openpyxl write-only",
        round(fast["seconds"] / slow["seconds"], 3),
        limit=LIMIT,
        unit="×",
        rows=ROWS,
        cells=cells,
        own_s=fast["seconds"],
        openpyxl_s=slow["seconds"],
        times_as_fast=round(slow["seconds"] / fast["seconds"], 1),
        file_mb=fast["file_megabytes"],
    )
    emit(
        "memory of an export / of half as many rows",
        round(fast["megabytes"] / less["megabytes"], 2),
        limit=1.2,
        unit="×",
        own_mb=fast["megabytes"],
        half_mb=less["megabytes"],
    )


def _timed(writer: str, path: Path, size: int) -> dict[str, Any]:
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.export_bench", writer, str(path), str(size)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        told, most = "", 0
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
                process.wait(0.05)
            except (subprocess.TimeoutExpired, psutil.NoSuchProcess):
                continue
        seconds = time.perf_counter() - started
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise RuntimeError(f"{writer} ended with {process.returncode}")
    return {
        "seconds": round(seconds, 2),
        "megabytes": round(most / 1e6),
        "file_megabytes": round(path.stat().st_size / 1e6, 1),
        "told": told,
    }


def _write_ours(path: Path, rows: int) -> int:
    """Write `rows` marks with the program's writer; return the cells of the whole workbook that hold something."""
    from tn_desktop.exchange.export.attendance import write_attendance
    from tn_desktop.exchange.export.scope import AttendanceScope, PersonRow, SessionRow
    from tn_desktop.model.messages import untranslated

    def person(number: int) -> PersonRow:
        school = f"{_FAMILY[number % 9]} {_SCHOOLS[number % len(_SCHOOLS)]}"
        given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number % len(_FAMILY)]
        return PersonRow(number, given, family, None, school, "Matematik", "TR-76", "Merkez", None, None)

    def sessions() -> Iterator[SessionRow]:
        first = datetime(2026, 1, 5, 13, tzinfo=UTC)
        for number in range(1, rows // _SESSION_SIZE + 1):
            day = f"{first + timedelta(days=number % 300):%Y-%m-%d}"
            yield SessionRow(
                number, f"Atölye {number // 3}", number % 3 + 1, None, f"{day}T13:00", f"{day}T16:00",
                "Europe/Istanbul", "in_person", "Öğretmenevi", "TR-76", "Elif Şahin", "held", 30, 0, 0,
            )  # fmt: skip

    def marks() -> Iterator[list[tuple[int, int, str | None, str | None, None, int]]]:
        for session in range(rows // _SESSION_SIZE):
            some = []
            for number in range(session * _SESSION_SIZE, (session + 1) * _SESSION_SIZE):
                status = _STATUSES[number % len(_STATUSES)]
                mode = "in_person" if status in ("present", "late") else None
                some.append((session + 1, number * 7 % _PEOPLE + 1, status, mode, None, 0))
            yield some

    scope = AttendanceScope(
        "2026", "", "Öğretmen Ağı", "Elif Şahin", date(2026, 1, 1), date(2026, 12, 31), datetime.now(UTC), sessions,
        lambda: map(person, range(1, _PEOPLE + 1)), lambda numbers: map(person, numbers), marks, rows,
    )  # fmt: skip
    write_attendance(scope, path, untranslated)
    # 17 columns of data of which two are empty in most rows, 14 of a person, 22 of a session.
    return rows * 15 + _PEOPLE * 14 + rows // _SESSION_SIZE * 22


def _write_openpyxl(path: Path, cells: int) -> int:
    """Write `cells` cells of the same kinds in openpyxl's write-only mode, without any styles."""
    from datetime import time as clock

    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Veri")
    day, starts, ends = date(2026, 3, 14), clock(13), clock(16)
    for number in range(cells // 15):
        name = f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number % len(_FAMILY)]}"
        school = f"{_FAMILY[number % 9]} {_SCHOOLS[number % len(_SCHOOLS)]}"
        sheet.append(
            [
                *(
                    number // 25,
                    f"Atölye {number // 75}",
                    "Session 1",
                    day,
                    starts,
                    ends,
                    "Iğdır",
                    number * 7 % _PEOPLE,
                ),
                *(name, school, "Matematik", "Iğdır", "Merkez", "Present", "In person"),
            ]
        )
    book.save(path)
    return cells


if __name__ == "__main__":
    if len(sys.argv) == 4:
        write = {"ours": _write_ours, "openpyxl": _write_openpyxl}[sys.argv[1]]
        print(write(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        run(lambda name, value, **facts: print(json.dumps({"name": name, "value": value} | facts)))
