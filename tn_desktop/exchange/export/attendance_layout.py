"""The sheets of the attendance workbook: columns, drop-downs and formulas, the same for every format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tn_desktop.exchange.export.layout import (
    Choices,
    Column,
    Highlight,
    Kind,
    Sheet,
    reference,
    table_name,
    unique_headings,
)
from tn_desktop.exchange.export.scope import AttendanceScope, Options, SessionRow
from tn_desktop.exchange.export.words import STATUSES, Words
from tn_desktop.model import vocabulary
from tn_desktop.model.places import provinces

TOTALS: Final = ("listed", "present", "late", "excused", "absent", "unmarked", "attended", "rate")
"""Keys of the columns that count marks."""

_MOST_HEADING: Final = 60
RULED_ROWS: Final = 3000
"""Above it data rows stay one line high, so that a spreadsheet need not measure each one on opening."""
_PAGE_COLUMNS: Final = 22
"""Session columns that are readable on one sheet of paper across."""


@dataclass(frozen=True)
class AttendanceSheets:
    """The table sheets; `grid` is None where people × sessions was left out."""

    words: Words
    grid: Sheet | None
    data: Sheet
    sessions: Sheet
    people: Sheet
    choices: Choices

    def order(self) -> list[str]:
        """The names of all sheets from left to right."""
        name = self.words.sheet
        grid = [self.grid.name] if self.grid else []
        return [
            name["summary"], *grid, self.data.name, self.sessions.name, self.people.name, self.choices.name,
            name["about"],
        ]  # fmt: skip


def attendance_sheets(
    scope: AttendanceScope, options: Options, words: Words, grid_sessions: Sequence[SessionRow] | None, *, zones: bool
) -> AttendanceSheets:
    """The sheets for a scope, without formulas yet: what those would cost is known after counting.

    grid_sessions: the sessions that are columns of people × sessions, or None to leave that sheet out.
    zones: the sessions are not all in one time zone.
    """
    wrap = scope.mark_count <= RULED_ROWS
    person = _person_columns(words, options, labels=scope.labels)
    data = _table(words, "data", (*_session_columns(words, wrap), *person, *_mark_columns(words)))
    data = replace(
        data,
        ruled=wrap,
        columns=tuple(replace(column, wrap=column.wrap and wrap) for column in data.columns),
        highlights=tuple(Highlight(("status",), words.status[status], status) for status in STATUSES if status),
    )
    people = _table(words, "people", (*_numbered(person, words), *_total_columns(words)), frozen=2)
    return AttendanceSheets(
        words=words,
        grid=None if grid_sessions is None else _grid(words, grid_sessions, labels=scope.labels),
        data=data,
        sessions=_table(words, "sessions", _all_session_columns(words, zones=zones), frozen=3),
        people=people,
        choices=_choices(words),
    )


def _table(words: Words, key: str, columns: Iterable[Column], frozen: int = 0) -> Sheet:
    name = words.sheet[key]
    return Sheet(name, table_name(name), tuple(columns), frozen=frozen)


def _column(words: Words, key: str, kind: Kind = Kind.TEXT, width: float = 14, **more: object) -> Column:
    return Column(key, words.heading[key], kind, width, **more)  # type: ignore[arg-type]


def _session_columns(words: Words, wrap: bool) -> tuple[Column, ...]:
    return (
        _column(words, "session_number", Kind.ORDINAL, 10),
        _column(words, "workshop", width=24, wrap=wrap),
        _column(words, "session", width=14, wrap=wrap),
        _column(words, "day", Kind.DATE, 12),
        _column(words, "starts", Kind.TIME, 11),
        _column(words, "ends", Kind.TIME, 9),
        _column(words, "session_province", Kind.CHOICE, 13, choices="province", open_list=True),
    )


def _person_columns(words: Words, options: Options, *, labels: bool) -> tuple[Column, ...]:
    label = (_column(words, "label", width=14, wrap=True),) if labels else ()
    contacts = (
        (
            _column(words, "phone", Kind.PHONE, 16),
            _column(words, "email", width=24),
            _column(words, "agreed", Kind.DATE, 12),
        )
        if options.contacts
        else ()
    )
    return (
        _column(words, "person_number", Kind.ORDINAL, 9),
        _column(words, "name", width=20, wrap=True),
        *label,
        _column(words, "institution", width=20, wrap=True),
        _column(words, "subject", width=14, wrap=True),
        _column(words, "province", Kind.CHOICE, 13, choices="province", open_list=True),
        _column(words, "district", width=13, wrap=True),
        *contacts,
    )


def _numbered(person: Sequence[Column], words: Words) -> tuple[Column, ...]:
    return (_column(words, "number", Kind.ORDINAL, 7), *person[1:])


def _mark_columns(words: Words) -> tuple[Column, ...]:
    return (
        _column(words, "status", Kind.CHOICE, 12, choices="status"),
        _column(words, "mode", Kind.CHOICE, 12, choices="mode"),
        _column(words, "minutes", Kind.NUMBER, 10),
        _column(words, "walk_in", Kind.CHOICE, 10, choices="yes_no"),
    )


def _all_session_columns(words: Words, *, zones: bool) -> tuple[Column, ...]:
    zone = (_column(words, "zone", width=16),) if zones else ()
    return (
        _column(words, "number", Kind.ORDINAL, 7),
        _column(words, "workshop", width=24, wrap=True),
        _column(words, "session", width=13, wrap=True),
        _column(words, "day", Kind.DATE, 12),
        _column(words, "starts", Kind.TIME, 12),
        _column(words, "ends", Kind.TIME, 9),
        *zone,
        _column(words, "session_mode", Kind.CHOICE, 12, choices="session_mode"),
        _column(words, "venue", width=18, wrap=True),
        _column(words, "session_province", Kind.CHOICE, 13, choices="province", open_list=True),
        _column(words, "facilitators", width=18, wrap=True),
        _column(words, "session_status", Kind.CHOICE, 13, choices="session_status"),
        _column(words, "capacity", Kind.NUMBER, 12),
        *_total_columns(words),
        _column(words, "minors", Kind.NUMBER, 10),
        _column(words, "guests", Kind.NUMBER, 10),
    )


def _total_columns(words: Words) -> tuple[Column, ...]:
    counts = (
        Column(status or "unmarked", words.status[status], Kind.NUMBER, max(11, len(words.status[status]) + 4))
        for status in STATUSES
    )
    return (
        _column(words, "listed", Kind.NUMBER, 11),
        *counts,
        _column(words, "attended", Kind.NUMBER, 11),
        _column(words, "rate", Kind.PERCENT, 11),
    )


def _grid(words: Words, sessions: Sequence[SessionRow], *, labels: bool) -> Sheet:
    one_workshop = len({session.workshop for session in sessions}) <= 1
    headings = unique_headings(_grid_heading(session, words, one_workshop) for session in sessions)
    label = (_column(words, "label", width=14, wrap=True),) if labels else ()
    person = (
        _column(words, "number", Kind.ORDINAL, 7),
        _column(words, "name", width=22, wrap=True),
        *label,
        _column(words, "institution", width=22, wrap=True),
    )
    marks = tuple(
        Column(f"s{session.number}", heading, Kind.MARK, 13, choices="letter")
        for session, heading in zip(sessions, headings, strict=True)
    )
    keys = tuple(column.key for column in marks)
    sheet = _table(words, "grid", (*person, *marks, *_total_columns(words)), frozen=2)
    return replace(
        sheet,
        pages_wide=max(1, -(-len(marks) // _PAGE_COLUMNS)),
        highlights=tuple(Highlight(keys, words.letter[status], status) for status in STATUSES if status and keys),
        prompt=words.legend(),
        foot=words.legend(),
    )


def _grid_heading(session: SessionRow, words: Words, one_workshop: bool) -> str:
    starts = session.starts_at or ""
    day = f"{starts[8:10]}.{starts[5:7]}.{starts[:4]} {starts[11:16]}".strip() if len(starts) >= 10 else "?"
    name = words.session_name(session.title, session.order)
    title = name if one_workshop else f"{session.workshop} {name}"
    title = " ".join(title.split())
    return f"{day} {title if len(title) <= _MOST_HEADING else title[: _MOST_HEADING - 1] + '…'}"


def _choices(words: Words) -> Choices:
    heading = words.heading
    attendance_modes = [words.mode[mode] for mode in vocabulary.ATTENDANCE_MODE]
    return Choices(
        words.sheet["lists"],
        {
            "status": (heading["status"], [words.status[status] for status in STATUSES]),
            "letter": (heading["letter"], [words.letter[status] for status in STATUSES]),
            "mode": (heading["mode"], attendance_modes),
            "session_mode": (heading["session_mode"], list(words.mode.values())),
            "session_status": (heading["session_status"], list(words.session_status.values())),
            "yes_no": (heading["yes_no"], [words.yes, words.no]),
            "province": (heading["province"], [province.name for province in provinces().values()]),
        },
    )


def with_counts(sheet: Sheet, key: str, data: Sheet, words: Words) -> Sheet:
    """The sheet of sessions or people with its totals as formulas over the data; `key` is the data's number column."""
    number = reference(sheet.table, words.heading["number"], this_row=True)
    numbers, statuses = reference(data.table, words.heading[key]), reference(data.table, words.heading["status"])
    counts = {
        status or "unmarked": f'COUNTIFS({numbers},{number},{statuses},"{words.status[status]}")' for status in STATUSES
    }
    return _with_formulas(sheet, counts | {"listed": f"COUNTIFS({numbers},{number})"}, words)


def with_letter_counts(grid: Sheet, words: Words) -> Sheet:
    """People × sessions with its totals as formulas over the letters of each row."""
    marks = [column.heading for column in grid.columns if column.kind is Kind.MARK]
    if not marks:
        return grid
    cells = reference(grid.table, marks[0], this_row=True, to=marks[-1])
    counts = {status or "unmarked": f'COUNTIF({cells},"{words.letter[status]}")' for status in STATUSES}
    return _with_formulas(grid, counts | {"listed": f"COUNTA({cells})"}, words)


def _with_formulas(sheet: Sheet, counts: dict[str, str], words: Words) -> Sheet:
    def cell(key: str) -> str:
        return reference(sheet.table, sheet.columns[sheet.index(key)].heading, this_row=True)

    marked = f"({cell('listed')}-{cell('unmarked')})"
    formulas = counts | {
        "attended": f"{cell(vocabulary.PRESENT)}+{cell(vocabulary.LATE)}",
        "rate": f'IF({marked}=0,"",{cell("attended")}/{marked})',
    }
    return replace(
        sheet, columns=tuple(replace(column, formula=formulas.get(column.key, "")) for column in sheet.columns)
    )
