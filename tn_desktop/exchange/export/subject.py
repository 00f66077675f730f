"""Everything about one person as a workbook: a sheet for each kind of rows, and one that says what it is."""

from pathlib import Path
from typing import Any

from tn_desktop.exchange.export.layout import Line, Page
from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.export.tables_book import write_tables
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.subject_data import EXPLAINED, SUBJECT, TITLE, SubjectData


def write_subject(data: SubjectData, path: Path, translate: Translate) -> Report:
    """Write the workbook.

    Raises:
        FileRefused: it cannot be written; nothing is left of it.
    """
    about: dict[str, Any] = {"title": data.name, "author": data.organisation, "made_at": data.made_at}
    count = write_tables(path, about, _about(data, translate), data.tables)
    return Report(path, count, 1)


def _about(data: SubjectData, translate: Translate) -> Page:
    def say(text: str) -> str:
        return translate(SUBJECT, text)

    lines = [
        Line(say(TITLE), look="title"),
        Line(say(QT_TRANSLATE_NOOP("subject", "Name")), data.name),
        Line(say(QT_TRANSLATE_NOOP("subject", "Kept by")), data.organisation),
        Line(say(QT_TRANSLATE_NOOP("subject", "Made on")), data.made_at.replace(tzinfo=None, microsecond=0)),
        Line(look="gap"),
        *(Line(table.title, len(table.rows), "total") for table in data.tables),
        Line(look="gap"),
        Line(say(EXPLAINED), look="note"),
    ]
    return Page(say(TITLE), tuple(lines), first=True)
