"""A list of one entity (people, stakeholders, …) as a table in xlsx, ods or csv."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from tn_desktop import __version__
from tn_desktop.exchange.export.attendance_rows import check, sample
from tn_desktop.exchange.export.csv_file import write_csv
from tn_desktop.exchange.export.layout import (
    LARGEST_SHEET,
    Choices,
    Column,
    Line,
    Page,
    Sheet,
    Value,
    fitted,
    table_name,
)
from tn_desktop.exchange.export.ods_book import OdsBook
from tn_desktop.exchange.export.scope import Report, Watch
from tn_desktop.exchange.export.target import file_kind, new_file
from tn_desktop.exchange.export.words import EXPORT, PERCENT, SHEETS
from tn_desktop.exchange.export.xlsx_book import XlsxBook
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate

_RULED_ROWS: Final = 3000
_STEP: Final = 1000


@dataclass(frozen=True)
class ListScope:
    """A table to write.

    Attributes:
        name: of the list, in the file's language; becomes the sheet's name.
        columns: with their headings in the file's language.
        rows: called anew for every pass; a value for each column.
        row_count: how many rows to expect.
        lists: drop-downs: key -> (heading, values).
        people: of how many people the file holds data; None for as many as there are rows.
        note: what the reader has to know of the rows, on the page about the file.
        frozen: columns that stay in view.
    """

    name: str
    organisation: str
    made_at: datetime
    columns: tuple[Column, ...]
    rows: Callable[[], Iterable[Sequence[Value]]]
    row_count: int = 0
    lists: dict[str, tuple[str, Sequence[str]]] = field(default_factory=dict)
    people: int | None = None
    note: str = ""
    frozen: int = 1


def write_list(
    scope: ListScope,
    path: Path,
    translate: Translate,
    watch: Watch | None = None,
    sheet_rows: int = LARGEST_SHEET,
) -> Report:
    """Write a list, in the format that the file's ending asks for.

    Raises:
        FileRefused: the file cannot be written; nothing is left of it.
        Cancelled: the watch says so; nothing is left either.
    """
    kind = file_kind(path)
    watch = watch or Watch()
    sheet = _sheet(scope)
    with new_file(path) as file:
        if kind == "csv":
            rows = write_csv(file, sheet, _watched(scope, watch), translate)
        else:
            rows = _write_book(scope, sheet, _open(kind, file, scope, translate), translate, watch, sheet_rows)
        check(watch, rows, rows)
    return Report(Path(path), rows, rows if scope.people is None else scope.people)


def _sheet(scope: ListScope) -> Sheet:
    ruled = scope.row_count <= _RULED_ROWS
    rows = sample(scope.rows())
    # A column in which nothing is noted, notes above all, takes no room from the others.
    used = [any(row[index] not in (None, "") for row in rows) for index in range(len(scope.columns))]
    columns = tuple(
        column if holds else replace(column, width=8) for column, holds in zip(scope.columns, used, strict=True)
    )
    columns = fitted(columns, rows)
    if not ruled:
        columns = tuple(replace(column, wrap=False) for column in columns)
    return Sheet(scope.name, table_name(scope.name), columns, frozen=scope.frozen, first=True, ruled=ruled)


def _watched(scope: ListScope, watch: Watch) -> Iterator[Sequence[Value]]:
    for count, row in enumerate(scope.rows(), 1):
        if not count % _STEP:
            check(watch, count, scope.row_count)
        yield row


def _open(kind: str, file: BinaryIO, scope: ListScope, translate: Translate) -> XlsxBook | OdsBook:
    about: dict[str, Any] = {"title": scope.name, "author": scope.organisation, "made_at": scope.made_at}
    percent = translate(EXPORT, PERCENT)
    if kind == "ods":
        return OdsBook(file, percent_first=percent.startswith("%"), **about)
    return XlsxBook(file, percent=percent, **about)


def _write_book(
    scope: ListScope, sheet: Sheet, book: XlsxBook | OdsBook, translate: Translate, watch: Watch, sheet_rows: int
) -> int:
    used = {column.choices for column in sheet.columns}
    lists = {key: values for key, values in scope.lists.items() if key in used}
    choices = Choices(translate(EXPORT, SHEETS["lists"]), lists)
    with book:
        rows = _watched(scope, watch)
        if isinstance(book, XlsxBook):
            written = book.rows(sheet, rows, choices, sheet_rows)
        else:
            written = book.table(sheet, rows, choices, sheet_rows)
        count = sum(part for _, part in written)
        if lists:
            book.lists(choices)
        about = _about(scope, count, translate)
        book.page(about)
        book.close([sheet.name, *([choices.name] if lists else []), about.name])
    return count


def _about(scope: ListScope, count: int, translate: Translate) -> Page:
    def say(text: str, **values: object) -> str:
        return translate(EXPORT, text).format(**values)

    people = count if scope.people is None else scope.people
    privacy = QT_TRANSLATE_NOOP(
        "export",
        "This file holds personal data. Pass it on only to those who need it, and delete it when it is no longer "
        "needed.",
    )
    lines = [
        Line(say(QT_TRANSLATE_NOOP("export", "About this file")), look="title"),
        Line(say(QT_TRANSLATE_NOOP("export", "List")), scope.name),
        Line(say(QT_TRANSLATE_NOOP("export", "Rows")), count, "total", ""),
        Line(say(QT_TRANSLATE_NOOP("export", "Organisation")), scope.organisation),
        Line(say(QT_TRANSLATE_NOOP("export", "Made with")), f"TN Desktop {__version__}"),
        Line(say(QT_TRANSLATE_NOOP("export", "Made at")), scope.made_at.replace(second=0, microsecond=0, tzinfo=None)),
    ]
    if scope.note:
        lines += [Line(look="gap"), Line(scope.note, look="note")]
    if people:
        lines += [
            Line(look="gap"),
            Line(say(QT_TRANSLATE_NOOP("export", "Personal data")), look="section"),
            Line(
                say(QT_TRANSLATE_NOOP("export", "Number of people whose data is in this file: {count}"), count=people),
                look="note",
            ),
            Line(say(privacy), look="note"),
        ]
    return Page(translate(EXPORT, SHEETS["about"]), tuple(lines))
