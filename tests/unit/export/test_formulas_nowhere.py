"""No text that people typed becomes a formula in anything that leaves: every field of every list, in every format, and
on the clipboard; LibreOffice opens the files and has the last word."""

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.exporting import Options, export_attendance, export_list
from tn_desktop.exchange.export.scope import Selection
from tn_desktop.exchange.ical import CalendarScope, export_calendar
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.errors import Refused
from tn_desktop.model.fields import LONG, PLAIN, TAGS
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import records
from tn_desktop.services.demo import fill
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

MARK = "ZEHIR"
POISON = tuple(
    f"{begin}{MARK}(1)"
    for begin in (
        *("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00a0=", "\u200b=", "\ufeff=", "'=", '"=', ";=", ",="),
        *("＝", "＋", "－", "＠", "﹦", "=cmd|' /C calc'!", "=1+1+", "x\n=", "x\t=", 'x";=', "x;="),
    )
)
"""Beginnings that a spreadsheet may take for a formula, and ways of getting to the beginning of a cell."""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> Iterator[Database]:
    """A notebook in which every text that can be typed is one of them."""
    with Database.open(new_profile(tmp_path_factory.mktemp("poisoned"))) as db:
        fill(db, 40, 8, 3, date(2026, 3, 14))
        with db.write("poison") as uow:
            for name, spec in ENTITIES.items():
                fields = [field for field in spec.fields if field.kind in (PLAIN, LONG, TAGS) and not field.fixed]
                rows = records.listing(uow.connection, name, limit=len(POISON))[1]
                for at, row in enumerate(rows):
                    key = records.id_of(uow.connection, name, row["uid"])
                    for place, field in enumerate(fields):
                        text = POISON[(at + place) % len(POISON)]
                        try:
                            records.change(uow, name, key, {field.name: [text] if field.kind == TAGS else text})
                        except Refused:
                            continue  # this field takes no such text
        yield db


@pytest.mark.parametrize("text", POISON)
def test_nothing_on_the_clipboard_begins_a_cell_as_a_formula(text: str) -> None:
    for copied in (text, f"Ad\t{text}", f"{text}\tSoyad\nBaşka\t{text}\r\n{text}", f"• Ayşe\r{text}"):
        for line in re.split(r"[\r\n]", safe.clipboard(copied)):
            for cell in line.split("\t"):
                bare = cell.lstrip(" \u00a0\u200b\ufeff")
                assert not bare or bare[0] not in "=+-@＝＋－＠﹦", (copied, cell)


def test_what_is_no_formula_is_copied_as_it_is() -> None:
    text = "Bizi özledik:\n• Ayşe Yılmaz\n14\t“Bu satırda ad yok.” 3 - 4"
    assert safe.clipboard(text) == text


def written(db: Database, folder: Path, kind: str) -> list[Path]:
    """Every list, and the attendance, in a format."""
    files = []
    with db.read() as connection:
        for name in ENTITIES:
            file = folder / f"{name}.{kind}"
            if name == "attendance":
                export_attendance(connection, file, Selection(), untranslated, Options(contacts=True))
            else:
                export_list(connection, name, file, untranslated, options=Options(contacts=True))
            files.append(file)
    return files


def test_every_list_was_poisoned(poisoned: Database) -> None:
    with poisoned.read() as connection:
        held = {name: str(records.listing(connection, name, limit=50)[1]).count(MARK) for name in ENTITIES}
    texts = {
        name
        for name, spec in ENTITIES.items()
        if any(field.kind in (PLAIN, LONG) and not field.fixed for field in spec.fields)
    }
    empty = {name for name in texts if not held[name]}
    with poisoned.read() as connection:
        assert all(records.listing(connection, name)[0] == 0 for name in empty)
    assert held["people"] > 100 and held["workshops"] and held["sessions"] and held["needs"]


def without_names(formula: str) -> str:
    """A formula without the names of columns, which stand in brackets: [28.02.2026 =x(1)] is a name, however it reads.

    A bracket in a name has an apostrophe before it.
    """
    return re.sub(r"\[(?:[^\[\]']|'.)*\]", "", formula, flags=re.DOTALL)


def formulas_in(file: Path) -> list[str]:
    """The formulas of a workbook that hold what was typed; its own, that count, are ours."""
    book = openpyxl.load_workbook(file)
    found = [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and MARK in without_names(str(getattr(cell.value, "text", cell.value)))
    ]
    book.close()
    return found


def test_no_formula_in_workbooks(poisoned: Database, tmp_path: Path) -> None:
    files = written(poisoned, tmp_path, "xlsx")
    with poisoned.read():
        files.append(send(poisoned, tmp_path / "sync.xlsx", untranslated).files[0])
    assert [one for file in files for one in formulas_in(file)] == []
    # Neither in what is no cell: drop-downs, names, links to other programs.
    for file in files:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                text = archive.read(name).decode("utf-8", "replace")
                held = re.findall(r"<(?:f|formula1|formula2|definedName)\b[^>]*>([^<]*)<", text)
                assert [one for one in held if MARK in without_names(one)] == [], (file, name)
                assert not re.search(rf'(?:Target|ref|location)="[^"]*{MARK}', text), (file, name)


def test_no_formula_in_opendocument(poisoned: Database, tmp_path: Path) -> None:
    for file in written(poisoned, tmp_path, "ods"):
        with zipfile.ZipFile(file) as archive:
            content = archive.read("content.xml").decode()
        assert not re.search(rf'(?:formula|condition|href)="[^"]*{MARK}', content), file


def test_no_cell_of_csv_begins_like_a_formula(poisoned: Database, tmp_path: Path) -> None:
    for file in written(poisoned, tmp_path, "csv"):
        rows = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
        risky = [cell for row in rows for cell in row if MARK in cell and safe.is_risky(cell) and cell[0] != "'"]
        assert risky == [], file


@pytest.mark.thorough
@pytest.mark.needs("soffice")
@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_libreoffice_finds_no_formula(
    poisoned: Database, tmp_path: Path, soffice: Callable[[Path, str], Path], kind: str
) -> None:
    """Of CSV it takes what begins like one for a formula, as it does when somebody opens such a file."""
    folder = tmp_path / "files"
    folder.mkdir()
    files = [file for file in written(poisoned, folder, kind) if file.stat().st_size]
    command = ("soffice", f"-env:UserInstallation={(tmp_path / 'soffice').as_uri()}", "--headless")
    out = tmp_path / "converted"
    evaluating = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"  # the last: formulas are evaluated
    more = (evaluating,) if kind == "csv" else ()
    subprocess.run(
        [*command, *more, "--convert-to", "fods", "--outdir", str(out), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    shown = {file.stem: (out / f"{file.stem}.fods").read_text(encoding="utf-8") for file in files}
    assert any(MARK in text for text in shown.values())
    for name, text in shown.items():
        assert not re.search(rf'table:formula="[^"]*{MARK}', text), name


def test_libreoffice_would_have_found_one(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The check above sees a formula where there is one."""
    cell = '<table:table-cell table:formula="of:=ZEHIR(1)"/>'
    assert re.search(rf'table:formula="[^"]*{MARK}', cell)


def test_a_calendar_holds_texts_in_its_lines(poisoned: Database, tmp_path: Path) -> None:
    """A line end in a title begins no property of its own."""
    with poisoned.read() as connection:
        export_calendar(connection, tmp_path / "a.ics", CalendarScope(), untranslated, names=True)
    known = re.compile(
        r"^(BEGIN|END|PRODID|VERSION|METHOD|X-WR-\w+|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|LOCATION|STATUS|"
        r"SEQUENCE|LAST-MODIFIED|URL|TZ\w+|RRULE|RDATE|CATEGORIES|CREATED|GEO|COMMENT:This timezone| |\t)"
    )
    lines = (tmp_path / "a.ics").read_bytes().decode().split("\r\n")
    assert any(MARK in line for line in lines)
    assert [line for line in lines if line and not known.match(line)] == []


@pytest.mark.parametrize("text", POISON)
def test_the_rule_itself(text: str) -> None:
    """Whatever a spreadsheet skips before it looks for a formula, it is skipped here too."""
    kept = safe.csv(text)
    first = kept.lstrip(" \u00a0\u200b\ufeff")[:1]
    assert first == "'" or first not in "=+-@\t\r\n＝＋－＠﹦"
