"""What people and programs do to a sync workbook, with openpyxl and LibreOffice standing in for them."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from tn_desktop.exchange.sync import machine

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


def edited_in_libreoffice(path: Path, texts: Mapping[str, str]) -> Path:
    """The workbook as LibreOffice saves it after texts of cells were replaced in its own document."""
    document = with_libreoffice(path, "fods")
    content = document.read_text(encoding="utf-8")
    for old, new in texts.items():
        assert content.count(f"<text:p>{escape(old)}</text:p>"), old
        content = content.replace(f"<text:p>{escape(old)}</text:p>", f"<text:p>{escape(new)}</text:p>")
    document.write_text(content, encoding="utf-8")
    return with_libreoffice(document)


def as_google_sheets(path: Path, keep_machine: bool = True) -> Path:
    """The workbook as Google Sheets hands it out again.

    It is another workbook, written anew: nothing is hidden, frozen or protected as it was, every number is a decimal
    one, every sheet is filled up with blank cells that have a style, styles, names and drop-downs are gone. Whoever
    copies the sheets that she sees into a file of her own leaves the machine's out.
    """
    old, book = openpyxl.load_workbook(path), openpyxl.Workbook()
    book.remove(book.active)
    for sheet in old.worksheets:
        if sheet.title == machine.SHEET and not keep_machine:
            continue
        made = book.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy = made.cell(cell.row, cell.column, _as_google(cell.value))
                    copy.number_format = cell.number_format
                    # A text that looks like a formula has a leading apostrophe there, and is text in the file.
                    copy.data_type = cell.data_type if isinstance(cell.value, str) else copy.data_type
        for number in range(1, max(60, sheet.max_row) + 1):
            for column in range(1, min(26, max(sheet.max_column, 12)) + 1):
                cell = made.cell(number, column)
                cell.font = Font(name="Arial", size=10)
                cell.alignment = Alignment(wrap_text=False, vertical="bottom")
    target = path.with_stem(f"{path.stem}-google-{'whole' if keep_machine else 'bare'}")
    book.save(target)
    return target


def _as_google(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
