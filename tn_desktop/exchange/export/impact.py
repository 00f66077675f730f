"""The impact report as a workbook: a page that tells it, and a sheet for each of its tables."""

from pathlib import Path

from tn_desktop.exchange.export.layout import Line, Page
from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.export.tables_book import write_tables
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.impact import NOTE, NOTHING, REPORT, TITLE, ImpactReport


def write_impact(report: ImpactReport, path: Path, translate: Translate) -> Report:
    """Write the workbook.

    Raises:
        FileRefused: it cannot be written; nothing is left of it.
    """
    title = translate(REPORT, TITLE)
    about = {"title": f"{title} – {report.period}", "author": report.organisation, "made_at": report.made_at}
    return Report(path, write_tables(path, about, _first(report, title, translate), report.tables), 0)


def _first(report: ImpactReport, title: str, translate: Translate) -> Page:
    def say(text: str) -> str:
        return translate(REPORT, text)

    lines = [
        Line(title, look="title"),
        Line(say(QT_TRANSLATE_NOOP("report", "Organisation")), report.organisation),
        Line(say(QT_TRANSLATE_NOOP("report", "About")), report.about),
        Line(say(QT_TRANSLATE_NOOP("report", "Days")), report.period),
        Line(say(QT_TRANSLATE_NOOP("report", "Made on")), report.made_at.replace(tzinfo=None, microsecond=0)),
        Line(look="gap"),
        *(Line(table.title, len(table.rows), "total") for table in report.tables),
        Line(look="gap"),
        Line(say(NOTE if report.tables else NOTHING), look="note"),
    ]
    return Page(title, tuple(lines), first=True)
