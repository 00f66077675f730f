"""The importer scored on hundreds of made-up sheets, and on a sample of them as real files of every format."""

import html
import io
from pathlib import Path

import openpyxl
import pytest

from tests.everyday import examples
from tests.unit.exchange.layouts import MAKERS, Layout, layout
from tests.unit.exchange.scoring import score
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.exchange.values import text_of
from tn_desktop.model.text import fold

ROUNDS = examples(30)
SEEDS = range(len(MAKERS) * ROUNDS)
NO_PEOPLE = ("toplam", "total", "ortalama", "sayisi", "imza", "muduru")


def test_people_are_found_exactly_on_hundreds_of_layouts() -> None:
    scores = {seed: score(layout(seed)) for seed in SEEDS}
    failed = {seed: found.notes[:3] for seed, found in scores.items() if found.share < 1}
    assert sum(found.share for found in scores.values()) / len(scores) >= 0.99, failed
    # Refusing a readable list is a failure, too: no layout may be lost altogether.
    assert not [seed for seed, found in scores.items() if found.share < 0.5], failed
    names = [name for found in scores.values() for name in found.names]
    assert len(names) > 100 * ROUNDS
    assert not [name for name in names if any(word in fold(name) for word in NO_PEOPLE)]


def as_xlsx(made: Layout) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook[workbook.sheetnames[0]]
    for number, row in enumerate(made.sheet.rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    for top, left, bottom, right in made.sheet.merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def shown(value: Cell) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else text_of(value)


def as_csv(made: Layout, delimiter: str, encoding: str) -> bytes:
    width = max(len(row) for row in made.sheet.rows)
    lines = []
    for row in made.sheet.rows:
        cells = [shown(value) for value in row] + [""] * (width - len(row))
        lines.append(delimiter.join(f'"{cell}"' if delimiter in cell or "\n" in cell else cell for cell in cells))
    return "\r\n".join(lines).encode(encoding, errors="replace")


def as_html(made: Layout) -> bytes:
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(shown(value))}</td>" for value in row) + "</tr>" for row in made.sheet.rows
    )
    return f"<html><head><meta charset=windows-1254></head><body><table>{rows}</table></body></html>".encode(
        "cp1254", errors="xmlcharrefreplace"
    )


FORMATS = {
    "xlsx": as_xlsx,
    "csv": lambda made: as_csv(made, ";", "cp1254"),
    "comma": lambda made: as_csv(made, ",", "utf-8"),
    "tabs": lambda made: as_csv(made, "\t", "utf-16"),
    "html": as_html,
}


@pytest.mark.some(3)
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seed", [0, 4, 7, 8, 11])
def test_the_same_from_real_files(tmp_path: Path, form: str, seed: int) -> None:
    made = layout(seed)
    path = tmp_path / "liste.xls"
    path.write_bytes(FORMATS[form](made))
    found = score(made, read_spreadsheet(path).sheets)
    assert found.share >= 0.99, found.notes
