"""From a book of sheets to a plan: which tables are meant, and what an import of them would do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from tn_desktop.exchange import attendance_import
from tn_desktop.exchange import mapping as columns
from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.attendance_import import Sessions
from tn_desktop.exchange.drafts import Draft, drafts
from tn_desktop.exchange.feedback_import import FEEDBACK, plan_feedback
from tn_desktop.exchange.headers import SessionInfo
from tn_desktop.exchange.import_report import expected, report, taking
from tn_desktop.exchange.mapping import ATTENDANCE_LONG, ATTENDANCE_WIDE, STAKEHOLDERS, guess_mapping
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.marks import UNMARKED
from tn_desktop.exchange.names import looks_like_name
from tn_desktop.exchange.own_attendance import holding, left_out, plan_named
from tn_desktop.exchange.own_list import own_list, without_extras
from tn_desktop.exchange.own_table import own_columns, workshop_titles
from tn_desktop.exchange.pasted import looks_like_chat, people_of_lines
from tn_desktop.exchange.people_import import Progress, plan_people
from tn_desktop.exchange.plan import (
    ImportPlan,
    ImportResult,
    PlannedMark,
    PlannedSession,
    Target,
)
from tn_desktop.exchange.reading.book import Book, RawSheet
from tn_desktop.exchange.reading.supervise import read_spreadsheet
from tn_desktop.exchange.record_import import plan_records, sessions_called
from tn_desktop.exchange.record_tables import RECORDS, record_mapping, record_tables
from tn_desktop.exchange.stakeholder_import import plan_stakeholders
from tn_desktop.exchange.stored_marks import against_stored
from tn_desktop.exchange.tables import Table, find_tables
from tn_desktop.exchange.values import text_of
from tn_desktop.model.errors import FileRefused, Refused
from tn_desktop.model.fields import NUMBER, EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate, untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.text import fold
from tn_desktop.store.database import Database

Mapped = tuple[Table, ColumnMapping]
PEOPLE, ATTENDANCE = "people", "attendance"
KINDS: Final = (PEOPLE, ATTENDANCE, STAKEHOLDERS, *RECORDS)
"""What an import can be of."""


def tables_of(book: Book) -> list[Table]:
    """Every table of the visible sheets; of the hidden ones where there is nothing else."""
    sheets = without_extras(book.sheets)
    shown = [table for sheet in sheets if not sheet.hidden for table in _tables_on(sheet)]
    return shown or [table for sheet in sheets for table in _tables_on(sheet)]


def _tables_on(sheet: RawSheet) -> list[Table]:
    """A sheet's tables; lines such as "1. Ayşe Yılmaz - 0532 …", or a saved chat, are taken apart first."""
    tables = find_tables(sheet)
    narrow = all(len(table.columns) == 1 for table in tables) and not _names_most(tables)
    nobody = len(tables) <= 1 and not any(guess_mapping(table).names_people for table in tables)
    if looks_like_chat(sheet.rows) or ((narrow or nobody) and _all_text(sheet)):
        lines = [", ".join(text_of(cell) for cell in row if cell is not None) for row in sheet.rows]
        if taken_apart := people_of_lines(lines, sheet.name):
            return find_tables(taken_apart)
    return tables


def _all_text(sheet: RawSheet) -> bool:
    """Whether a sheet holds a few columns of text and nothing else, as a text file does."""
    return all(len(row) <= 4 and all(cell is None or isinstance(cell, str) for cell in row) for row in sheet.rows)


def _names_most(tables: Sequence[Table]) -> bool:
    """Whether most rows of one-column tables are names and nothing else."""
    values = [value for table in tables for row in table.rows for value in row.cells if isinstance(value, str)]
    return sum(looks_like_name(value) for value in values) >= 0.6 * len(values)


def choose(tables: Sequence[Table], kind: str | None = None, orders: Sequence[str] = ()) -> list[Mapped]:
    """The tables that belong together, with their guessed mappings: those like the first that names somebody.

    `kind` is people, attendance or stakeholders (guessed where None); `orders` are of the form "COLUMN=FIELD".

    Raises:
        Refused: an unknown kind or order. FileRefused: no table names anybody.
    """
    if kind is not None and kind not in KINDS:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no kind of list “{kind}”. Kinds: {known}."),
            kind=kind,
            known=", ".join(KINDS),
        )
    found = _ordered([(table, _mapping(table, kind)) for table in tables], orders)
    naming = [(table, mapping) for table, mapping in found if mapping.names_people and table.rows]
    if kind == ATTENDANCE:
        marked = [one for one in naming if one[1].kind == ATTENDANCE_LONG or one[1].sessions]
        naming = marked or naming
    if kind in (None, ATTENDANCE, PEOPLE):
        # Of the program's own attendance workbook, whose other sheets say the same again.
        naming = [one for one in naming if own_columns(one[0]) is not None] or naming
    if not naming:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "errors", "No list of names was found in the file; put a heading such as “Ad Soyad” over the names."
            )
        )
    naming = [one for one in naming if one[1].kind == _best(naming)[1].kind]
    return naming


def choose_records(
    book: Book, kind: str, orders: Sequence[str] = (), translations: Sequence[Translate] = (untranslated,)
) -> list[Mapped]:
    """The tables of a list of needs, outputs … with what their columns mean.

    Raises:
        Refused: an order does not fit. FileRefused: no table has the headings that such a list needs.
    """
    spec = ENTITIES[kind]
    tables = record_tables(book, spec, translations)
    if not tables:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "errors", "No such list was found in the file; it needs a row of headings with “{needed}”."
            ),
            needed=", ".join(_needed(spec, translations[-1])) or translations[-1]("entities", spec.title),
        )
    return _ordered([(table, record_mapping(table, spec, translations)) for table in tables], orders)


def _needed(spec: EntitySpec, translate: Translate) -> list[str]:
    """What headings a list must have; of feedback one question is enough."""
    wanted = [field for field in spec.fields if field.required]
    if spec.name == FEEDBACK:
        wanted = [field for field in spec.fields if field.kind == NUMBER][:1]
    return [translate("fields", field.label) for field in wanted]


def _mapping(table: Table, kind: str | None) -> ColumnMapping:
    guessed = guess_mapping(table)
    if kind is None or guessed.kind == kind:
        return guessed
    if kind == ATTENDANCE:
        return guessed if guessed.kind in (ATTENDANCE_WIDE, ATTENDANCE_LONG) else guess_mapping(table, ATTENDANCE_WIDE)
    return guess_mapping(table, kind)


def _ordered(found: list[Mapped], orders: Sequence[str]) -> list[Mapped]:
    """The mappings with the user's orders, each of which has to fit at least one table."""
    for order in orders:
        fitted: list[Mapped] = []
        problem: Refused | None = None
        hits = 0
        for table, mapping in found:
            try:
                fitted.append((table, columns.override(table, mapping, [order])))
                hits += 1
            except Refused as refusal:
                problem = problem or refusal
                fitted.append((table, mapping))
        if not hits and problem is not None:
            raise problem
        found = fitted
    return found


def _best(naming: Sequence[Mapped]) -> Mapped:
    """The first table whose names are sure; the first of all where none is."""
    return next(((table, mapping) for table, mapping in naming if _sure(mapping)), naming[0])


def _sure(mapping: ColumnMapping) -> bool:
    return max((use.confidence for use in mapping.columns if use.field in _NAMES), default=0.0) >= 0.7


_NAMES: Final = ("full_name", "full_name_reversed", "given_name", "family_name", "name")


def plan_import(
    connection: Connection,
    chosen: Sequence[Mapped],
    target: Target | None = None,
    *,
    today: date | None = None,
    sessions: Mapping[int, int | str] | None = None,
    progress: Progress | None = None,
    translations: Sequence[Translate] = (untranslated,),
) -> ImportPlan:
    """What importing the chosen tables would do; nothing is written.

    `sessions` is the user's word on sessions by their position in the plan: a stored one's id, or a date (ISO, with
    or without a time). `progress` is called with (done, of) and may raise Cancelled. `translations` are the languages
    in which the words of other lists than people's are read.

    Raises:
        Refused: attendance without a workshop. NotFound: the target was removed.
    """
    target = target or Target()
    dropped = tuple((table.sheet, number, why) for table, _ in chosen for number, why in table.dropped)
    kinds = {mapping.kind for _, mapping in chosen}
    if FEEDBACK in kinds:
        rows = plan_feedback(connection, chosen, target, partial(sessions_called, connection), progress)
        return ImportPlan(FEEDBACK, target, rows, dropped=dropped)
    if record_kind := next(iter(kinds & set(RECORDS)), None):
        rows = plan_records(connection, chosen, translations, progress)
        return ImportPlan(record_kind, target, rows, dropped=dropped)
    if STAKEHOLDERS in kinds:
        rows = plan_stakeholders(connection, chosen, progress)
        return ImportPlan(STAKEHOLDERS, target, rows, dropped=dropped)
    workshop = attendance_import.workshop_of(connection, target)
    if workshop is None and (planned_anywhere := plan_named(connection, chosen, dropped, progress)) is not None:
        return planned_anywhere
    marked = ATTENDANCE_LONG in kinds or any(mapping.sessions for _, mapping in chosen)
    if marked or (kinds == {ATTENDANCE_WIDE} and target.session is None):
        return _plan_attendance(connection, chosen, target, workshop, today, sessions or {}, dropped, progress)
    found = [draft for table, mapping in chosen for draft in drafts(table, mapping)]
    planned: tuple[PlannedSession, ...] = ()
    marks: Callable[[Draft], tuple[PlannedMark, ...]] | None = None
    if target.session is not None:
        stored = {one.id: one for one in attendance_import.stored_sessions(connection, workshop)}
        one = stored[target.session]
        planned = (PlannedSession(one.title, one.id, one.starts_at),)

        def marks(draft: Draft) -> tuple[PlannedMark, ...]:
            return (PlannedMark(0, UNMARKED),)

    rows = plan_people(connection, found, target, workshop, marks, progress)
    return ImportPlan(PEOPLE, target, rows, planned, (), dropped)


def _plan_attendance(
    connection: Connection,
    chosen: Sequence[Mapped],
    target: Target,
    workshop: int | None,
    today: date | None,
    decided: Mapping[int, int | str],
    dropped: tuple[tuple[str, int, str], ...],
    progress: Progress | None,
) -> ImportPlan:
    if workshop is None and not target.workshop_title:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Choose the workshop that this attendance belongs to."))
    stored = attendance_import.stored_sessions(connection, workshop)
    years = attendance_import.years_in(text for table, _ in chosen for text in (table.title, table.sheet))
    finder = Sessions(stored, target.session, today or _today(), years, decided)
    listed: list[Draft] = []
    places: dict[object, int] = {}
    title = attendance_import.title_of(connection, workshop)
    for number, (table, mapping) in enumerate(chosen):
        if mapping.kind == ATTENDANCE_WIDE:
            listed.extend(_wide(number, table, mapping, finder, places))
        else:
            listed.extend(_long(table, mapping, finder, places, title))
    marks = attendance_import.planned_marks(finder.planned, places)
    among = holding(connection, finder.planned, places) if all(one[1].of("person_number") for one in chosen) else None
    rows = plan_people(connection, listed, target, workshop, marks, progress, among)
    rows = against_stored(connection, rows, finder.planned)
    remarks = tuple(one.remark for one in finder.planned if one.remark is not None)
    return ImportPlan(ATTENDANCE, target, rows, tuple(finder.planned), remarks, dropped)


def _wide(
    number: int, table: Table, mapping: ColumnMapping, finder: Sessions, places: dict[object, int]
) -> list[Draft]:
    """The drafts of a table with a column for each session; marks are keyed by the table's number and the column."""
    uses = mapping.sessions
    for use in uses:
        places[number, use.index] = finder.add(use.session or SessionInfo(""), table.first_row, len(uses) == 1)
    return [
        attendance_import.with_doubts(
            replace(draft, marks={(number, column): mark for column, mark in draft.marks.items()})
        )
        for draft in drafts(table, mapping)
    ]


def _long(table: Table, mapping: ColumnMapping, finder: Sessions, places: dict[object, int], title: str) -> list[Draft]:
    """The drafts of a table with a row for each person and session, one for each person; `title`: of the workshop."""
    found = [attendance_import.with_doubts(draft) for draft in drafts(table, mapping)]
    keys = attendance_import.session_keys(found)
    workshops = {fold(key.workshop) for key in keys}
    for key in keys:
        if len(workshops) > 1 and title and fold(key.workshop) != fold(title):
            places[key] = finder.plan(key.title, table.first_row, partial(left_out, key, table.first_row))
        else:
            places[key] = finder.add(key.info(), table.first_row, len(keys) == 1)
    return attendance_import.gather(found)


def _today() -> date:
    return datetime.now().astimezone().date()


def import_path(
    db: Database,
    path: Path,
    *,
    kind: str | None = None,
    target: Target | None = None,
    orders: Sequence[str] = (),
    dry_run: bool = False,
    password: str | None = None,
    today: date | None = None,
    translations: Sequence[Translate] = (untranslated,),
    take: Sequence[str] = (),
) -> tuple[ImportPlan, ImportResult]:
    """Read a file and import it without asking: doubtful rows are skipped with their reason.

    Where a row differs from what is stored that stays, but of the fields `take`, among which may be "marks".

    Attendance without a workshop makes one, titled like the list. With `dry_run` the result says what would happen.

    Raises:
        FileRefused, PasswordNeeded: the file cannot be read. Refused: an order or the target makes no sense.
    """
    book = read_spreadsheet(path, password=password)
    kind = kind or own_list(book, translations)
    if kind in RECORDS:
        chosen = choose_records(book, kind, orders, translations)
    else:
        chosen = choose(tables_of(book), kind, orders)
    target = target or Target()
    if target.workshop is None and target.session is None and chosen[0][1].kind in (ATTENDANCE_WIDE, ATTENDANCE_LONG):
        target = replace(target, workshop_title=list_title(chosen[0][0], path.stem))
    if dry_run:
        with db.read() as connection:
            plan = plan_import(connection, chosen, target, today=today, translations=translations)
        taking(plan, take)
        return plan, expected(plan, take)
    with db.write(QT_TRANSLATE_NOOP("history", "Import a list")) as uow:
        plan = plan_import(uow.connection, chosen, target, today=today, translations=translations)
        return plan, apply_import(uow, plan, taking(plan, take))


def import_file(db: Database, path: Path, translate: Translate, **options: Any) -> dict[str, Any]:
    """`import_path` with the same options, told as the command line's JSON."""
    plan, result = import_path(db, path, **options)
    return report(result, plan, translate)


def list_title(table: Table, otherwise: str) -> str:
    """A name for a list: the workshop it names, the last line of the title over it, or what is given otherwise."""
    if len(titles := workshop_titles(table)) == 1:
        return titles[0][:200]
    for line in reversed(table.title.split("\n")):
        if line.strip() and ":" not in line:
            return line.strip()[:200]
    return otherwise[:200]
