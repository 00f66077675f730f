"""What somebody changed in the visible sheets: every touched row is held against its own record."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from tn_desktop.exchange.reading.book import Row
from tn_desktop.exchange.sync import machine, virtual
from tn_desktop.exchange.sync.cells import CellReader, moment_milliseconds
from tn_desktop.exchange.sync.codes import code_of, read_code, row_code
from tn_desktop.exchange.sync.incoming import Incoming
from tn_desktop.exchange.sync.machine import record_in
from tn_desktop.exchange.sync.prints import ACTION, CODE, cell_text
from tn_desktop.exchange.sync.record import state_in
from tn_desktop.exchange.sync.sieve import TouchedSheet
from tn_desktop.exchange.sync.visible import DELETING
from tn_desktop.exchange.sync.written_rows import (
    EMPTIED,
    Written,
    called,
    emptied,
    has_identity,
    title_of,
)
from tn_desktop.exchange.sync.written_uids import NewRow, new_uids
from tn_desktop.model.errors import AppError, FieldError, Refused
from tn_desktop.model.fields import CHOICE, FLAG, MANY, PROVINCE, RELATION, EntitySpec, FieldSpec
from tn_desktop.model.join import RowState
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.model.stamps import canonical, relation_bytes, stamp_milliseconds
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import library

_OF_WORDS: Final = 6
TOOLS: Final = "tools"
_UID: Final = re.compile("[0-9a-f]{32}")
_LATEST: Final = 366 * 24 * 60 * 60 * 1000
"""So long after it was sent, in milliseconds, a workbook may say that it was saved: later, its clock was wrong.

Else one laptop without a battery for its clock would write what nobody can correct for decades."""
_SHUFFLED: Final = QT_TRANSLATE_NOOP(
    "errors",
    "In sheet “{sheet}” the column “{field}” was sorted by itself, so its cells stand beside the wrong rows. Nothing "
    "of this sheet was taken over. Undo the sorting and send the file again.",
)
_NO_CODES: Final = QT_TRANSLATE_NOOP(
    "errors",
    "In sheet “{sheet}” the column of codes is missing, so nobody can tell which row is which. Nothing of it "
    "was taken over.",
)
_UNKNOWN: Final = QT_TRANSLATE_NOOP("errors", "The code “{code}” belongs to no row of this file.")
_DOUBLE: Final = QT_TRANSLATE_NOOP(
    "errors", "The code “{code}” stands on several rows. Empty the code of a copied row to add it as a new one."
)
_ACTION: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no action. Only DELETE (SİL) may stand there.")
_FIXED: Final = QT_TRANSLATE_NOOP("errors", "“{name}” cannot be changed. Remove this row and add another.")
_NEEDED: Final = QT_TRANSLATE_NOOP("errors", "“{name}” is needed. Fill it in.")


@dataclass(frozen=True)
class Edit:
    """One thing that somebody did in a sheet.

    Attributes:
        sheet, row: where, as people see it.
        table, uid: the row; for a new one the uid it gets.
        action: change, add or remove.
        field: what was changed; "" for the others.
        before, after: values of records.
        doubt: why it is not applied by itself: damage, or something to correct in the file.
        confirmable: whether somebody may say that it is meant all the same.
        title: what people call the row, as it stands in the sheet.
        names: (uid as records have it, what people call it) of the rows that `before` and `after` name.
    """

    sheet: str
    row: int
    table: str
    uid: bytes
    action: str
    field: str = ""
    before: Any = None
    after: Any = None
    doubt: AppError | None = None
    confirmable: bool = False
    title: str = ""
    names: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """By which it is confirmed."""
        return f"{self.table}:{row_code(self.uid)}:{self.field or self.action}"


@dataclass
class HandEdits:
    """All that was found in a file.

    Attributes:
        edits: applied ones and doubtful ones.
        states: the rows as they are to be merged, by table.
        written: rows that somebody added, whose states are among those too (written_rows.py).
        problems: what concerns whole sheets.
    """

    edits: list[Edit] = field(default_factory=list)
    states: dict[str, list[tuple[bytes, RowState]]] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    problems: list[AppError] = field(default_factory=list)

    @property
    def any_applied(self) -> bool:
        """Whether the file does more than its records."""
        return bool(self.states)


class EditFinder:
    """Finds the edits of one file.

    Args:
        incoming: the file.
        confirmed: keys of doubtful edits that are meant.
    """

    def __init__(self, incoming: Incoming, confirmed: frozenset[str] = frozenset()) -> None:
        self._incoming = incoming
        self._confirmed = confirmed
        self._modified = _saved_at(incoming)
        self._places: dict[str, dict[str, int | None]] | None = None
        self._new: list[NewRow] = []

    @property
    def modified(self) -> int | None:
        """When the edits were made as the file says it, in milliseconds; None where that is not to be believed."""
        return self._modified

    def find(self) -> HandEdits:
        """Everything that was done in the visible sheets."""
        found = HandEdits()
        entities = {spec.table: spec for spec in ENTITIES.values()}
        for sheet in self._incoming.visible():
            if sheet.rows and sheet.table in entities and sheet.table in BY_TABLE:
                self._sheet(sheet, entities[sheet.table], found)
        return found

    def _sheet(self, sheet: TouchedSheet, spec: EntitySpec, found: HandEdits) -> None:
        if not sheet.has_codes:
            found.problems.append(Refused(_NO_CODES, sheet=sheet.name))
            return
        self._new = []
        reader = CellReader(spec, self._incoming.header.words, self._by_code)
        edits = [
            replace(edit, title=title_of(spec, sheet, row))
            for number, row in sheet.rows
            for edit in self._row(sheet, spec, reader, number, row)
        ]
        uids = new_uids(self._incoming.header.export_id, spec, self._new)
        edits = [replace(edit, uid=uids.get(edit.row, edit.uid)) if edit.action == "add" else edit for edit in edits]
        if shuffled := _shuffled_field(spec, edits):
            found.problems.append(Refused(_SHUFFLED, sheet=sheet.name, field=self._heading(sheet.table, shuffled)))
            return
        found.edits += edits
        self._states(sheet.table, edits, found)

    def _heading(self, table: str, key: str) -> str:
        head = self._incoming.header.sheets.get(table)
        return head.headings[head.keys.index(key)] if head and key in head.keys else key

    def _row(self, sheet: TouchedSheet, spec: EntitySpec, reader: CellReader, number: int, row: Row) -> Iterator[Edit]:
        typed = sheet.cell(row, CODE)
        fields = [one for one in spec.fields if one.kind != MANY and one.name in sheet.keys]
        if typed is None:
            if any(sheet.cell(row, one.name) is not None for one in fields):
                yield self._new_row(sheet, spec, fields, reader, number, row)
            return
        code = read_code(typed) if isinstance(typed, str) else None
        uid = self._uid(sheet.table, code) if code else None
        if code is None or uid is None:
            yield _doubtful(sheet, number, Refused(_UNKNOWN, code=cell_text(typed)))
        elif sheet.codes[code] > 1:
            yield _doubtful(sheet, number, Refused(_DOUBLE, code=code), uid)
        else:
            yield from self._known_row(sheet, fields, reader, number, row, uid)

    def _known_row(
        self, sheet: TouchedSheet, fields: list[FieldSpec], reader: CellReader, number: int, row: Row, uid: bytes
    ) -> Iterator[Edit]:
        base = self._base(sheet.table, uid)
        act = sheet.cell(row, ACTION)
        if act is not None:
            if fold(cell_text(act)) in DELETING:
                yield Edit(sheet.name, number, sheet.table, uid, "remove")
            else:
                yield _doubtful(sheet, number, Refused(_ACTION, value=cell_text(act)), uid)
            return
        values = {name: cell.value for name, cell in base.cells.items()}
        for one in fields:
            cell, before = sheet.cell(row, one.name), values.get(one.name)
            if (cell is None and before is None) or reader.is_same(one, cell, before):
                continue
            made = Edit(sheet.name, number, sheet.table, uid, "change", one.name, before)
            edit = self._cell(made, one, reader, cell, values)
            if edit is not None:
                yield self._named(edit, one)

    def _cell(
        self, made: Edit, one: FieldSpec, reader: CellReader, cell: Any, values: Mapping[str, Any]
    ) -> Edit | None:
        """The edit of one cell; None if it says the same in other words."""
        facts = {name: getattr(made, name) for name in ("sheet", "row", "table", "uid", "action", "field", "before")}
        try:
            after = reader.read(one, cell, values, made.before)
        except FieldError as error:
            return Edit(**facts, after=cell_text(cell), doubt=error)
        if after == made.before:
            return None
        if one.fixed:
            return Edit(**facts, after=after, doubt=FieldError(one.name, _FIXED, name=one.name))
        if after is None:
            if one.required:
                return Edit(**facts, doubt=FieldError(one.name, _NEEDED, name=one.name))
            return Edit(**facts, doubt=emptied(one, made.before), confirmable=True)
        return Edit(**facts, after=after)

    def _named(self, edit: Edit, one: FieldSpec) -> Edit:
        """The edit of a cell that names another row, with what people call that."""
        if one.kind != RELATION:
            return edit
        ends = [value for value in (edit.before, edit.after) if isinstance(value, str)]
        names = {uid: self._name(ENTITIES[one.target], uid) for uid in ends if _UID.fullmatch(uid)}
        doubt = edit.doubt
        if edit.confirmable and edit.before in names:
            doubt = FieldError(one.name, EMPTIED, value=names[edit.before])
        return replace(edit, names=tuple(names.items()), doubt=doubt)

    def _name(self, spec: EntitySpec, uid: str) -> str:
        """What a row is called, by its uid as records have it; its code where that is not in the file."""
        code = row_code(bytes.fromhex(uid))
        if self._uid(spec.table, code) is None:
            return code
        cells = self._base(spec.table, bytes.fromhex(uid)).cells
        return called(spec, {name: cell.value for name, cell in cells.items()}) or code

    def _new_row(
        self,
        sheet: TouchedSheet,
        spec: EntitySpec,
        fields: list[FieldSpec],
        reader: CellReader,
        number: int,
        row: Row,
    ) -> Edit:
        values: dict[str, Any] = {}
        try:
            # A phone is read in the country, a district in the province beside it.
            for one in sorted(fields, key=lambda of: of.kind in ("phone", "district")):
                cell = sheet.cell(row, one.name)
                values[one.name] = one.default if cell is None else reader.read(one, cell, values, None)
            _complete(spec, values)
        except FieldError as error:
            if has_identity(spec, values):
                # It stays one of its namesakes, for when it is corrected.
                self._new.append(NewRow(number, values))
            return _doubtful(sheet, number, error, action="add")
        cls = BY_TABLE[spec.table]
        if cls.relation is not None:
            uid = relation_bytes(cls.relation, *(bytes.fromhex(values[end.removesuffix("_id")]) for end in cls.ends))
            return Edit(sheet.name, number, sheet.table, uid, "add", after=values)
        self._new.append(NewRow(number, values))
        return Edit(sheet.name, number, sheet.table, b"", "add", after=values)

    def _states(self, table: str, edits: list[Edit], found: HandEdits) -> None:
        """The rows as the edits leave them."""
        changed: dict[bytes, dict[str, Any]] = {}
        states = found.states.setdefault(table, [])
        for edit in edits:
            if edit.doubt is not None and not (edit.confirmable and edit.key in self._confirmed):
                continue
            if edit.action == "remove":
                states.append((edit.uid, virtual.removed(edit.uid, self._base(table, edit.uid), self._modified)))
            elif edit.action == "add":
                states.append((edit.uid, self._added(edit, found)))
            else:
                changed.setdefault(edit.uid, {})[edit.field] = edit.after
        for uid, values in changed.items():
            states.append((uid, virtual.edited(uid, self._base(table, uid), values, self._modified)))
        if not states:
            del found.states[table]

    def _added(self, edit: Edit, found: HandEdits) -> RowState:
        header, table, uid = self._incoming.header, edit.table, edit.uid
        if BY_TABLE[table].relation is None:
            found.written.append(Written(edit.sheet, edit.row, table, uid, edit.after))
        elif self._uid(table, row_code(uid)) == uid:
            # It is there already, or was: what is written here is a change of it.
            given = {name: value for name, value in edit.after.items() if value is not None}
            return virtual.edited(uid, self._base(table, uid), given, self._modified)
        return virtual.added(table, uid, header.export_id, header.stamp, edit.after, self._modified)

    def _by_code(self, entity: str, code: str) -> bytes | None:
        found = self._uid(ENTITIES[entity].table, code)
        # Tools of the library travel with no file as long as nobody changed them; every laptop has them.
        return found or (_library_codes().get(code) if entity == TOOLS else None)

    def _uid(self, table: str, code: str) -> bytes | None:
        """The row of the file with that code; None for none, or for more than one."""
        place = self._index().get(table, {}).get(code)
        return None if place is None else bytes.fromhex(self._incoming.rows[place][1])

    def _base(self, table: str, uid: bytes) -> RowState:
        place = self._index()[table][row_code(uid)]
        assert place is not None
        return state_in(record_in(self._incoming.rows[place]))

    def _index(self) -> dict[str, dict[str, int | None]]:
        """Table -> code -> place of the record; made when the first touched row asks for it."""
        if self._places is None:
            self._places = {}
            for place, cells in enumerate(self._incoming.rows.rows()):
                codes = self._places.setdefault(cells[0], {})
                code = code_of(machine.uid_in(cells[1]))
                codes[code] = None if code in codes else place
        return self._places


@cache
def _library_codes() -> Mapping[str, bytes]:
    return {row_code(tool.uid): tool.uid for tool in library().values()}


def _saved_at(incoming: Incoming) -> int | None:
    """When the edits were made as the file says it, in milliseconds; None where that is not to be believed.

    Only what stands in the file may decide: whoever takes it in makes the same stamps.
    """
    saved = moment_milliseconds(incoming.modified)
    made = stamp_milliseconds(incoming.header.stamp)
    return None if saved is None or saved > made + _LATEST else saved


def _doubtful(sheet: TouchedSheet, number: int, doubt: AppError, uid: bytes = b"", action: str = "change") -> Edit:
    return Edit(sheet.name, number, sheet.table, uid, action, doubt=doubt)


def _complete(spec: EntitySpec, values: Mapping[str, Any]) -> None:
    for one in spec.fields:
        if one.required and values.get(one.name) is None:
            raise FieldError(one.name, _NEEDED, name=one.name)
    if spec.one_of and not any(values.get(name) for name in spec.one_of):
        raise FieldError(spec.one_of[0], _NEEDED, name=spec.one_of[0])


def _shuffled_field(spec: EntitySpec, edits: list[Edit]) -> str | None:
    """The field whose values were moved to other rows, as when one column is sorted alone; None if there is none."""
    by_field: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.action == "change" and edit.field:
            by_field.setdefault(edit.field, []).append(edit)
    for name, changed in by_field.items():
        before = Counter(canonical(edit.before) for edit in changed)
        after = Counter(canonical(edit.after) for edit in changed)
        moved = (before & after).total()
        # Of a few words that come again and again two may well change places; of names and phones hardly.
        least = _OF_WORDS if spec.field(name).kind in (CHOICE, FLAG, PROVINCE) else 2
        if len(changed) >= least and (moved == len(changed) or (len(changed) > 4 and moved >= 0.8 * len(changed))):
            return name
    return None
