"""What people and programs do to a sync workbook, with openpyxl and LibreOffice standing in for them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

KEYS, HEADINGS, FIRST = 1, 2, 3


class Sheet:
    """One visible sheet: cells by the row's code or number and the field's key."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet

    @property
    def keys(self) -> list[str]:
        return [str(cell.value or "").split(" ")[0] for cell in self.sheet[KEYS]]

    def column(self, key: str) -> int:
        return self.keys.index(key) + 1

    def rows(self) -> list[int]:
        return [number for number in range(FIRST, self.sheet.max_row + 1) if self.sheet.cell(number, 1).value]

    def find(self, key: str, value: Any) -> int:
        """The number of the row that holds a value."""
        return next(n for n in self.rows() if self.sheet.cell(n, self.column(key)).value == value)

    def get(self, row: int, key: str) -> Any:
        return self.sheet.cell(row, self.column(key)).value

    def put(self, row: int, key: str, value: Any) -> None:
        self.sheet.cell(row, self.column(key)).value = value

    def append(self, **values: Any) -> int:
        number = self.sheet.max_row + 1
        for key, value in values.items():
            self.put(number, key, value)
        return number


def edit(path: Path, name: str, change: Callable[[Sheet], object], saved: str = "edited") -> Path:
    """The workbook with a sheet changed, saved as another file."""
    book = openpyxl.load_workbook(path)
    change(Sheet(book[name]))
    target = path.with_stem(f"{path.stem}-{saved}")
    book.save(target)
    return target


def with_libreoffice(path: Path, kind: str = "xlsx") -> Path:
    """The workbook as LibreOffice saves it again."""
    folder = path.parent / f"libreoffice-{path.stem}-{kind}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    made = folder / f"{path.stem}.{kind}"
    assert made.exists(), done.stdout + done.stderr
    shutil.rmtree(folder / "profile", ignore_errors=True)
    return made
