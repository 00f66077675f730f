"""What people and programs do to a sync workbook, with openpyxl and LibreOffice standing in for them."""

import re
import shutil
import struct
import subprocess
import zipfile
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
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
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


def as_excel_ods(document: Path) -> Path:
    """An .ods of LibreOffice with the errors of its formulas as Excel writes them: as the number 0 that is shown so."""
    target = document.with_stem(f"{document.stem}-excel")
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "content.xml":
                said = b'office:value-type="string" office:string-value="" calcext:value-type="error"'
                assert said in content
                content = content.replace(said, b'office:value-type="float" office:value="0"')
                content = re.sub(rb' calcext:value-type="[a-z]*"', b"", content)
            new.writestr(entry, content)
    return target


def as_xlsb(path: Path) -> Path:
    """The workbook as Excel's binary one, with what is in the cells and no looks; no program at hand writes them."""
    target = path.with_suffix(".xlsb")
    sheets = openpyxl.load_workbook(path).worksheets
    kinds = "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "application/vnd.ms-excel.worksheet"
    parts = [("/xl/workbook.bin", kinds[0]), *((f"/xl/worksheets/s{n}.bin", kinds[1]) for n in range(len(sheets)))]
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    related = "".join(
        f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.bin"/>' for n in range(len(sheets))
    )
    book = _record(131) + _record(143)
    for number, sheet in enumerate(sheets):
        state = 0 if sheet.sheet_state == "visible" else 2
        named = struct.pack("<II", state, number + 1) + _wide(f"r{number}") + _wide(sheet.title)
        book += _record(156, named)
    book += _record(144) + _record(132)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
        made.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types">{types}</Types>')
        first = f'<Relationship Id="r0" Type="{office}/officeDocument" Target="xl/workbook.bin"/>'
        for name, content in (("_rels/.rels", first), ("xl/_rels/workbook.bin.rels", related)):
            made.writestr(name, f'<Relationships xmlns="{package}/relationships">{content}</Relationships>')
        made.writestr("xl/workbook.bin", book)
        for number, sheet in enumerate(sheets):
            made.writestr(f"xl/worksheets/s{number}.bin", _binary(sheet))
    return target


def _binary(sheet: Worksheet) -> bytes:
    size = struct.pack("<IIII", 0, sheet.max_row - 1, 0, sheet.max_column - 1)
    done = _record(129) + _record(148, size) + _record(145)
    for number, row in enumerate(sheet.iter_rows()):
        done += _record(0, struct.pack("<II9xI", number, 0, 0))
        for column, cell in enumerate(row):
            place = struct.pack("<II", column, 0)
            if cell.data_type == "e":
                done += _record(3, place + bytes([_ERROR_CODES[str(cell.value)]]))
            elif isinstance(cell.value, int | float):
                done += _record(5, place + struct.pack("<d", cell.value))
            elif cell.value is not None:
                done += _record(6, place + _wide(str(cell.value)))
    return done + _record(146) + _record(130)


_ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}


def _record(kind: int, content: bytes = b"") -> bytes:
    said = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size = len(content)
    lengths = [size >> shift & 127 for shift in (0, 7, 14, 21) if shift == 0 or size >> shift]
    return said + bytes([part | 128 for part in lengths[:-1]] + lengths[-1:]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


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
