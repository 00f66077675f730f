"""The impact report as pages to print."""

from functools import partial
from typing import Final

from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.impact import NOTE, NOTHING, REPORT, TITLE, ImpactReport, Year
from tn_desktop.sheets.agenda_sheet import heading
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, paragraph, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.page import Shade
from tn_desktop.sheets.table_bands import Value, rows_of, text
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import DOT, Words

_SMALL: Final = 9.0
_THOUSANDS: Final = QT_TRANSLATE_NOOP("report", ",")
"""What parts the thousands of a number."""


class ImpactDocument(PagedDocument):
    """The report, its heading the organisation's."""

    def __init__(self, report: ImpactReport, translate: Translate) -> None:
        """Lay the pages out.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        title = translate(REPORT, TITLE)
        bands = [paragraph(translate(REPORT, NOTE if report.tables else NOTHING), _SMALL), gap(2.0)]
        for table in report.tables:
            bands += [heading(table.title), *rows_of(table.headings, table.rows, partial(_shown, translate)), gap(5.0)]
        layout = FlowLayout(bands, _opens(report, title), _goes_on(report, title), Words(translate))
        super().__init__([layout], f"{title} – {report.period}")


def _shown(translate: Translate, value: Value) -> str:
    """A value as it is printed: thousands are parted as the language does."""
    if isinstance(value, int) and not isinstance(value, Year):
        return f"{value:,}".replace(",", translate(REPORT, _THOUSANDS))
    return text(value)


def _opens(report: ImpactReport, title: str) -> Band:
    texts = [
        (fit(report.organisation, AREA.width, 12.0, smallest=9.0, bold=True), Shade.BLACK, 0.4),
        (fit(report.about, AREA.width, _SMALL, smallest=7.0), Shade.GREY, 3.0),
        (fit(title, AREA.width, 20.0, bold=True), Shade.BLACK, 0.6),
        (fit(f"{report.period}{DOT}{report.made_at:%d.%m.%Y}", AREA.width, 10.0), Shade.GREY, 2.6),
    ]
    return stacked([one for one in texts if any(one[0].lines)], ruled=True, below=3.4)


def _goes_on(report: ImpactReport, title: str) -> Band:
    line = fit(DOT.join((report.organisation, title, report.period)), AREA.width, 8.0, smallest=7.0)
    return stacked(((line, Shade.GREY, 2.6),), ruled=False, below=0.0)
