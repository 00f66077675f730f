"""Lists of anything but people: needs, outputs, engagements … found by headings that are the names of fields.

Nothing is guessed from cells here: a heading is the field's name on the command line, its label in any language the
program speaks, or a usual other word for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tn_desktop.exchange.feedback_tables import FEEDBACK, asks_anything, feedback_mapping, feedback_tables
from tn_desktop.exchange.mapping import ColumnUse
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.reading.book import Book, Cell, RawSheet, Remark
from tn_desktop.exchange.tables import SAMPLES, Column, Table, TableRow
from tn_desktop.exchange.values import text_of
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate, untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.text import fold

RECORDS: Final = (
    "communities", "memberships", "community_stakeholders", "needs", "decisions", "workshops", "workshop_stakeholders",
    "sessions", "agenda", "enrolments", "solutions", "iterations", "outputs", "reach", "tools", "contacts",
    "engagements", "surveys", "quotations", "milestones", "feedback", "consents",
    "requests",
)  # fmt: skip
"""The entities whose lists are read here."""

SEARCHED_ROWS: Final = 30
"""The headings stand in one of so many first rows."""

_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("baslik", "adi", "ad", "konu", "name", "subject", "ihtiyac", "cozum", "cikti", "arac"),
    "name": ("topluluk", "topluluk adi", "adi", "title"),
    "question": ("karar", "decision", "konu"),
    "text": ("alinti", "soz", "quote"),
    "community": ("toplulugu", "topluluk adi"),
    "stakeholder": ("kurum", "kurulus", "organisation", "organization"),
    "votes": ("oy sayisi", "oylar", "vote", "puan"),
    "themes": ("tema", "konular", "theme", "etiketler", "tags"),
    "date": ("gun", "day"),
    "number": ("kisi sayisi", "kac kisi", "count", "people"),
    "raised_by": ("kim", "who", "oneren"),
    "summary": ("gorusme", "not", "konu", "notes"),
}
"""Other usual headings, folded; they count where no field of the entity is called so itself."""

_BY_HEADING: Final = QT_TRANSLATE_NOOP("import", "By its heading.")
_NOT_NEEDED: Final = QT_TRANSLATE_NOOP("import", "Not needed.")
_TAKEN: Final = QT_TRANSLATE_NOOP("import", "Another column already holds this.")


def headings_of(spec: EntitySpec, translations: Sequence[Translate] = (untranslated,)) -> dict[str, str]:
    """Folded heading -> field of an entity."""
    found: dict[str, str] = {}
    for field in spec.fields:
        for text in (field.name, field.name.replace("_", " "), *(t("fields", field.label) for t in translations)):
            found.setdefault(fold(text), field.name)
    for field in spec.fields:
        for word in _ALIASES.get(field.name, ()):
            found.setdefault(word, field.name)
    return found


def record_tables(book: Book, spec: EntitySpec, translations: Sequence[Translate] = (untranslated,)) -> list[Table]:
    """The tables of the visible sheets whose headings name what a row of the entity needs.

    Beside the one with the most such headings only those count that have the same: a sheet of words to choose from
    may well have a heading “Name”.
    """
    headings = headings_of(spec, translations)
    if spec.name == FEEDBACK:
        return feedback_tables(book, headings)
    found = [
        (frozenset(headings.get(fold(column.header), "") for column in table.columns) - {""}, table)
        for sheet in book.sheets
        if not sheet.hidden and (table := _table(sheet, spec, headings)) is not None and table.rows
    ]
    best = max((fields for fields, _ in found), key=len, default=frozenset[str]())
    return [table for fields, table in found if fields == best]


def record_mapping(
    table: Table, spec: EntitySpec, translations: Sequence[Translate] = (untranslated,)
) -> ColumnMapping:
    """What the columns mean by their headings; of two that mean the same the first counts."""
    headings = headings_of(spec, translations)
    if spec.name == FEEDBACK:
        return feedback_mapping(table, headings)
    columns, taken = [], set()
    for column in table.columns:
        name = headings.get(fold(column.header))
        why = _NOT_NEEDED if name is None else _TAKEN if name in taken else _BY_HEADING
        used = None if name in taken else name
        columns.append(ColumnUse(column.index, used, None, 1.0 if used else 0.0, Remark(why)))
        taken.add(name)
    return ColumnMapping(spec.name, tuple(columns))


def names_rows(mapping: ColumnMapping) -> bool:
    """Whether the columns hold all that a row of the mapping's entity must have."""
    if mapping.kind == FEEDBACK:
        return asks_anything(mapping)
    used = {use.field for use in mapping.columns}
    return all(field.name in used for field in ENTITIES[mapping.kind].fields if field.required)


def _table(sheet: RawSheet, spec: EntitySpec, headings: Mapping[str, str]) -> Table | None:
    head = _head(sheet.rows[:SEARCHED_ROWS], spec, headings)
    if head is None:
        return None
    rows = tuple(
        TableRow(sheet.number(place), sheet.rows[place])
        for place in range(head + 1, len(sheet.rows))
        if any(cell is not None for cell in sheet.rows[place])
    )
    columns = tuple(
        Column(index, text_of(cell), (cell,), None, tuple(row.value(index) for row in rows[:SAMPLES]))
        for index, cell in enumerate(sheet.rows[head])
        if cell is not None
    )
    title = " ".join(text_of(cell) for row in sheet.rows[:head] for cell in row if cell is not None)
    return Table(sheet.name, title, sheet.number(head), columns, rows)


def _head(rows: Iterable[Sequence[Cell]], spec: EntitySpec, headings: Mapping[str, str]) -> int | None:
    """The row with the most headings, if what a row must have is among them."""
    needed = {field.name for field in spec.fields if field.required}
    best: tuple[int, int] | None = None
    for place, row in enumerate(rows):
        named = {headings[key] for cell in row if isinstance(cell, str) and (key := fold(cell)) in headings}
        if needed <= named and named and (best is None or len(named) > best[0]):
            best = (len(named), place)
    return best[1] if best is not None else None
