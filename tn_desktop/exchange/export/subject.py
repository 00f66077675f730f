"""Everything about one person as a workbook: a sheet for each kind of rows, and one that says what it is."""

from datetime import date, datetime
from pathlib import Path
from typing import Final

from tn_desktop.exchange.export.layout import (
    LARGEST_SHEET,
    Choices,
    Column,
    Kind,
    Line,
    Page,
    Sheet,
    fitted,
    table_name,
)
from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.export.target import new_file
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.subject_data import EXPLAINED, SUBJECT, TITLE, SubjectData, SubjectTable

_LONG: Final = 60
_NO_KIND: Final = QT_TRANSLATE_NOOP("errors", "“{file}”: choose a name that ends in .xlsx or .pdf.")


def check_kind(path: Path) -> str:
    """“xlsx” or “pdf”, as the file's ending asks for.

    Raises:
        FileRefused: it is another.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("xlsx", "pdf"):
        raise FileRefused(_NO_KIND, file=path.name)
    return kind


def write_subject(data: SubjectData, path: Path, translate: Translate) -> Report:
    """Write the workbook.

    Raises:
        FileRefused: it cannot be written; nothing is left of it.
    """
    about = {"title": data.name, "author": data.organisation, "made_at": data.made_at}
    first = _about(data, translate)
    names = [first.name]
    with new_file(path) as file, XlsxBook(file, **about) as book:  # type: ignore[arg-type]
        book.page(first)
        count = 0
        for table in data.tables:
            sheet = _sheet(table, len(names))
            names.append(sheet.name)
            book.rows(sheet, table.rows, Choices("", {}), LARGEST_SHEET)
            count += len(table.rows)
        book.close(names)
    return Report(path, count, 1)


def _sheet(table: SubjectTable, number: int) -> Sheet:
    columns = tuple(_column(table, at, heading) for at, heading in enumerate(table.headings))
    name = table.title[:31]
    return Sheet(name, f"{table_name(name)}_{number}", fitted(columns, table.rows), frozen=0, ruled=True)


def _column(table: SubjectTable, at: int, heading: str) -> Column:
    values = [row[at] for row in table.rows if row[at] not in (None, "")]
    if values and all(isinstance(one, datetime) for one in values):
        return Column(f"c{at}", heading, Kind.MOMENT, 17)
    if values and all(isinstance(one, date) and not isinstance(one, datetime) for one in values):
        return Column(f"c{at}", heading, Kind.DATE, 12)
    if values and all(isinstance(one, int) for one in values):
        return Column(f"c{at}", heading, Kind.NUMBER, 9)
    long = any(isinstance(one, str) and len(one) > _LONG for one in values)
    return Column(f"c{at}", heading, Kind.LONG if long else Kind.TEXT, 40 if long else 14, wrap=True)


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
