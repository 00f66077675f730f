"""Moments are put into cells by their day and their minute; every cell is the same as when each is worked out whole."""

from tn_desktop.exchange.export.layout import Column, Kind, Sheet
from tn_desktop.exchange.export.shown import shower
from tn_desktop.exchange.export.xlsx_rows import RowMaker
from tn_desktop.exchange.export.xlsx_styles import StyleBook
from tn_desktop.exchange.sync.sheet_xml import _Column, _Moments
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES

USUAL = [f"2026-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}" for month in (1, 12) for day in (1, 28)
         for hour in (0, 9, 23) for minute in (0, 7, 30, 59)]  # fmt: skip
STRANGE = [
    None,
    "",
    "2026-03-14",
    "2026-03-14T09",
    "2026-03-14T09:30:40",
    "2026-03-14T09:30:00",
    "2026-03-14T09:30+03:00",
    "20260314T0930",
    "1899-12-31T09:30",
    "1900-02-28T00:00",
    "0999-01-01T10:00",
    "9999-12-31T23:59",
    "2026-02-30T09:30",
    "2026-01-01T25:00",
    "2026-01-01T09:3",
    "akşam",
    "2026-01-01X09:07",
]


def test_a_moment_that_is_put_together_is_the_one_that_is_worked_out() -> None:
    spec = ENTITIES["enrolments"]
    field = next(field for field in spec.fields if field.name == "since")
    show = shower(spec, field, untranslated)

    def maker() -> RowMaker:
        return RowMaker(Sheet("Sheet", "table", (Column("since", "Since", Kind.MOMENT),)), StyleBook("0%"))

    whole, by_parts = _Column(0, show, maker().makers[0]), _Moments(0, show, maker().makers[0])
    for value in [*USUAL[:3], *STRANGE, *USUAL, *STRANGE]:
        assert by_parts[value] == whole[value], value
        assert by_parts.cells[value] == whole.cells[value], value
    assert len(whole) > len(USUAL)
