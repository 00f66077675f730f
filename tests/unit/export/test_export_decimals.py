"""Numbers with places: as numbers in workbooks, with the comma of the language in text."""

from pathlib import Path

import openpyxl
import pytest

from tn_desktop.cli.showing import value_text
from tn_desktop.cli.speech import Speech
from tn_desktop.exchange.export.exporting import Options, export_list
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import entity
from tn_desktop.services import records
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database


@pytest.fixture
def surveyed(db: Database) -> Database:
    with db.write("add") as uow:
        community = records.add(uow, "communities", {"name": "A"}).subject
        for mean in ("3,85", "4", "123456,7891"):
            values = {"community": community, "indicator": "support", "n": 5, "mean": mean, "scale_max": 200_000}
            records.add(uow, "surveys", values)
    return db


def test_a_workbook_holds_numbers(surveyed: Database, tmp_path: Path) -> None:
    for name in ("s.xlsx", "s.ods"):
        with surveyed.read() as connection:
            export_list(connection, "surveys", tmp_path / name, untranslated)
        cells = [cell for sheet in read_spreadsheet(tmp_path / name).sheets for row in sheet.rows for cell in row]
        assert {3.85, 123456.7891} <= {cell for cell in cells if isinstance(cell, float)}, name
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[0]
    (mean,) = [cell for row in sheet for cell in row if cell.value == 3.85]
    # No format of its own: whoever opens it sees every place, with her own comma or point.
    assert mean.number_format == "General"


@pytest.mark.parametrize(("language", "shown"), [("tr", "3,85"), ("en", "3.85")])
def test_text_has_the_comma_of_its_language(surveyed: Database, tmp_path: Path, language: str, shown: str) -> None:
    translate = sheet_translate("tr") if language == "tr" else untranslated
    with surveyed.read() as connection:
        export_list(connection, "surveys", tmp_path / "s.csv", translate)
    text = (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    assert shown in text and shown.replace("3", "123456")[:6] in text
    assert value_text(entity("surveys").field("mean"), "3.85", Speech(language), {}) == shown


def test_results_of_fewer_than_five_are_left_out_unless_they_are_wanted(surveyed: Database, tmp_path: Path) -> None:
    with surveyed.write("few") as uow:
        values = {
            "indicator": "well_being",
            "n": 3,
            "mean": "2,75",
            "scale_max": 5,
            "notes": "Üçü de Ayşe'nin okulundan",
        }
        records.add(uow, "surveys", values)

    def held(name: str, options: Options | None = None) -> str:
        with surveyed.read() as connection:
            export_list(connection, "surveys", tmp_path / name, untranslated, options=options)
        return str([cell for sheet in read_spreadsheet(tmp_path / name).sheets for row in sheet.rows for cell in row])

    guarded = held("few.xlsx")
    assert "Well-being" in guarded and "2.75" not in guarded and "Ayşe" not in guarded
    assert "Groups of fewer than five" in guarded
    assert "2.75" in held("all.xlsx", Options(small_numbers=True))
