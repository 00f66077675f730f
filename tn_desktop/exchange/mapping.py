"""What each column of a table means: guessed from headings and content, corrected by the user, remembered."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tn_desktop.exchange import guessing
from tn_desktop.exchange.headers import FULL_NAME, FULL_NAME_REVERSED, PERSON_FIELDS, PLACE, SessionInfo, session_of
from tn_desktop.exchange.own_table import own_columns, own_stakeholder_columns
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.tables import Column, Table
from tn_desktop.exchange.values import text_of
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.text import fold

PEOPLE, ATTENDANCE_WIDE, ATTENDANCE_LONG, STAKEHOLDERS = "people", "attendance_wide", "attendance_long", "stakeholders"
KINDS: Final = (PEOPLE, ATTENDANCE_WIDE, ATTENDANCE_LONG, STAKEHOLDERS)
SESSION: Final = "session"

_PERSON: Final = (FULL_NAME, FULL_NAME_REVERSED, *PERSON_FIELDS, PLACE, "community")
FIELDS: Final[Dict[str, tuple[str, ...]]] = {
    PEOPLE: _PERSON,
    ATTENDANCE_WIDE: (*_PERSON, SESSION),
    ATTENDANCE_LONG: (
        *_PERSON, "status", "date", "time", SESSION, "workshop", "mode", "minutes", "person_number",
    ),
    STAKEHOLDERS: (
        "name", "type", "disciplines", "themes", "role", "province", PLACE, "status", "web", "phone", "email", "notes",
        "contact_name", "contact_role", "contact_phone", "contact_email",
    ),
}  # fmt: skip
"""The fields that a column of each kind of table may mean."""


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields that a column may mean: of the kinds above, or of another entity's list."""
    return FIELDS[kind] if kind in FIELDS else tuple(field.name for field in ENTITIES[kind].fields)


FIELD_LABELS: Final = {
    FULL_NAME: QT_TRANSLATE_NOOP("import", "Full name"),
    FULL_NAME_REVERSED: QT_TRANSLATE_NOOP("import", "Full name, family name first"),
    PLACE: QT_TRANSLATE_NOOP("import", "Province and district"),
    SESSION: QT_TRANSLATE_NOOP("import", "Session"),
    "community": QT_TRANSLATE_NOOP("import", "Community"),
    "status": QT_TRANSLATE_NOOP("import", "Status"),
    "date": QT_TRANSLATE_NOOP("import", "Date"),
    "time": QT_TRANSLATE_NOOP("import", "Time"),
    "workshop": QT_TRANSLATE_NOOP("import", "Workshop"),
    "person_number": QT_TRANSLATE_NOOP("import", "The person's number in this list"),
    "mode": QT_TRANSLATE_NOOP("import", "In person or online"),
    "minutes": QT_TRANSLATE_NOOP("import", "Minutes"),
    "name": QT_TRANSLATE_NOOP("import", "Name"),
    "contact_name": QT_TRANSLATE_NOOP("import", "Contact: name"),
    "contact_role": QT_TRANSLATE_NOOP("import", "Contact: role"),
    "contact_phone": QT_TRANSLATE_NOOP("import", "Contact: phone"),
    "contact_email": QT_TRANSLATE_NOOP("import", "Contact: e-mail"),
}
"""Labels of fields that no entity has, to translate in context "import"; the others have theirs in the registry."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column is taken for: a field (None: left out), which session it holds, how sure, and why."""

    index: int
    field: str | None
    session: SessionInfo | None = None
    confidence: float = 0.0
    why: Remark | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a table's columns mean.

    family_first: full names are written family name first.
    title_field: "community" where the title over the table names it, else None.
    marks: the user's word on doubtful marks (letter -> status).
    """

    kind: str
    columns: tuple[ColumnUse, ...]
    family_first: bool = False
    title_field: str | None = None
    marks: Dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> list[int]:
        """The places of the columns taken for a field."""
        return [use.index for use in self.columns if use.field == name]

    @property
    def sessions(self) -> list[ColumnUse]:
        """The columns that each hold the marks of one session."""
        return [use for use in self.columns if use.field == SESSION and self.kind == ATTENDANCE_WIDE]

    @property
    def names_people(self) -> bool:
        """Whether rows would have a name."""
        return bool(
            {use.field for use in self.columns} & {FULL_NAME, FULL_NAME_REVERSED, "given_name", "family_name", "name"}
        )

    def with_column(self, index: int, name: str | None, session: SessionInfo | None = None) -> "Mapping":
        """This mapping with the user's word on one column; a field that only one column can have moves there."""
        single = name not in (None, SESSION, "notes", "community") or (name == SESSION and self.kind != ATTENDANCE_WIDE)
        why = Remark(QT_TRANSLATE_NOOP("import", "You chose this."))
        columns = []
        for use in self.columns:
            if use.index == index:
                columns.append(ColumnUse(index, name, session, 1.0, why))
            elif single and use.field == name:
                columns.append(replace(use, field=None, session=None))
            else:
                columns.append(use)
        return replace(self, columns=tuple(columns))


def guess_kind(table: Table) -> str:
    """What a table most likely lists: one of KINDS."""
    return guessing.Guess(table).kind()


def guess_mapping(table: Table, kind: str | None = None) -> Mapping:
    """What the columns most likely mean, for a table of a kind (guessed where None).

    Raises:
        Refused: there is no such kind.
    """
    own = own_columns(table)
    if own is not None and kind in (None, ATTENDANCE_LONG, PEOPLE):
        kind = kind or ATTENDANCE_LONG
        return Mapping(kind, tuple(_own_use(column.index, own.get(column.index), kind) for column in table.columns))
    listed = own_stakeholder_columns(table) if kind in (None, STAKEHOLDERS) else None
    if listed is not None:
        known = (_own_use(column.index, listed.get(column.index), STAKEHOLDERS) for column in table.columns)
        return Mapping(STAKEHOLDERS, tuple(known))
    guess = guessing.Guess(table)
    kind = kind or guess.kind()
    if kind not in KINDS:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no kind of list “{kind}”. Kinds: {known}."),
            kind=kind,
            known=", ".join(KINDS),
        )
    uses = {index: (name, confidence, why) for index, name, confidence, why in guess.fields(kind)}
    columns = []
    for column in table.columns:
        name, confidence, why = uses.get(column.index, (None, 0.0, None))
        session = guess.session(column) if name == SESSION and kind == ATTENDANCE_WIDE else None
        columns.append(ColumnUse(column.index, name, session, confidence, why))
    return Mapping(kind, tuple(columns), guess.family_first, guess.title_field)


def _own_use(index: int, name: str | None, kind: str) -> ColumnUse:
    """What a column of the program's own sheet is taken for."""
    if name not in FIELDS[kind]:
        return ColumnUse(index, None, None, 1.0, Remark(QT_TRANSLATE_NOOP("import", "Not needed.")))
    return ColumnUse(index, name, None, 1.0, Remark(QT_TRANSLATE_NOOP("import", "This program wrote it.")))


def override(table: Table, mapping: Mapping, orders: Sequence[str]) -> Mapping:
    """A mapping with orders of the form "COLUMN=FIELD": COLUMN is a heading or a letter, an empty FIELD leaves it out.

    Raises:
        Refused: no such column or field.
    """
    for order in orders:
        column_text, equals, name = order.rpartition("=")
        if not equals:
            raise Refused(QT_TRANSLATE_NOOP("errors", "“{order}” is not of the form COLUMN=FIELD."), order=order)
        column = find_column(table, column_text.strip())
        name = name.strip()
        if name in ("", "-", "none", "ignore"):
            mapping = mapping.with_column(column.index, None)
            continue
        if name not in fields_of(mapping.kind):
            raise Refused(
                QT_TRANSLATE_NOOP("errors", "There is no field “{field}” for this list. Fields: {known}."),
                field=name,
                known=", ".join(fields_of(mapping.kind)),
            )
        session = None
        if name == SESSION and mapping.kind == ATTENDANCE_WIDE:
            session = session_of(column.parts) or SessionInfo(column.header or column.letter)
        mapping = mapping.with_column(column.index, name, session)
    return mapping


def find_column(table: Table, text: str) -> Column:
    """The column with a heading (however it is written) or, failing that, with that letter.

    Raises:
        Refused: no column, or several, of that heading.
    """
    found = [column for column in table.columns if column.header == text] or [
        column for column in table.columns if column.header and fold(column.header) == fold(text)
    ]
    if not found:
        found = [column for column in table.columns if column.letter == text.upper()]
    if len(found) != 1:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no one column “{column}”. Columns: {known}."),
            column=text,
            known=", ".join(column.header or column.letter for column in table.columns),
        )
    return found[0]


def signature(table: Table) -> str:
    """The headings of a table as one text, by which a remembered mapping is found again; "" without headings."""
    return "|".join(fold(column.header) for column in table.columns) if table.headed else ""


def remembered(table: Table, mapping: Mapping) -> dict[str, Any]:
    """A mapping as plain values (JSON) that fits every table of the same signature.

    What a column of marks holds is not remembered: its heading is another each time.
    """
    places = {column.index: position for position, column in enumerate(table.columns)}
    return {
        "signature": signature(table),
        "kind": mapping.kind,
        "family_first": mapping.family_first,
        "title_field": mapping.title_field,
        "marks": dict(mapping.marks),
        "columns": {str(places[use.index]): use.field for use in mapping.columns},
    }


def recall(table: Table, kept: Dict[str, Any]) -> Mapping | None:
    """A remembered mapping for this table, or None where it does not fit."""
    if not kept or kept.get("signature") != signature(table) or kept.get("kind") not in {*KINDS, *ENTITIES}:
        return None
    why = Remark(QT_TRANSLATE_NOOP("import", "As last time."))
    columns = []
    for position, column in enumerate(table.columns):
        name = kept.get("columns", {}).get(str(position))
        if name is not None and name not in fields_of(kept["kind"]):
            return None
        session = None
        if name == SESSION and kept["kind"] == ATTENDANCE_WIDE:
            session = session_of(column.parts) or SessionInfo(column.header or text_of(column.letter))
        columns.append(ColumnUse(column.index, name, session, 1.0, why if name else None))
    return Mapping(
        kept["kind"],
        tuple(columns),
        bool(kept.get("family_first")),
        kept.get("title_field"),
        dict(kept.get("marks", {})),
    )
