"""Planning and applying a list of needs, outputs, engagements … : one row of the file is one row of the entity."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.differing import compared as chosen
from tn_desktop.exchange.differing import staying
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.people_import import Progress
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    KNOWN,
    NEW,
    REFUSED,
    SAME,
    SAME_IN_FILE,
    SAME_NAME,
    Candidate,
    Decision,
    ImportPlan,
    ImportResult,
    PlanRow,
    Reason,
    decision_of,
)
from tn_desktop.exchange.reading.book import Cell, Remark
from tn_desktop.exchange.record_known import Compared, Said, StoredRecords, agrees, compare, with_names
from tn_desktop.exchange.tables import Table, TableRow
from tn_desktop.exchange.values import lines_of, text_of
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import CHOICE, LONG, MANY, MOMENT, RELATION, TAGS, EntitySpec, FieldSpec, parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate, untranslated
from tn_desktop.model.normalise import NO_WORD
from tn_desktop.model.registry import entity
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import LANGUAGES, in_language
from tn_desktop.model.vocabulary import WORDS
from tn_desktop.services import records
from tn_desktop.services.called import NAMES, name_of
from tn_desktop.services.row_rules import check_row
from tn_desktop.store.unit_of_work import UnitOfWork

_UNKNOWN: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is not stored under this name, so it cannot be linked.")
_SEVERAL: Final = QT_TRANSLATE_NOOP("errors", "Several records are called “{value}”; it is not clear which is meant.")
_LEFT_OUT: Final = QT_TRANSLATE_NOOP("import", "You chose to leave this row out.")
_NAMELESS: Final = QT_TRANSLATE_NOOP(
    "import", "A request without a name is kept of somebody who was erased; it cannot be entered anew."
)
_STEP: Final = 200
_MOST: Final = 9
"""So many rows of one name are looked at."""
_workshop = table_of(Workshop)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row as it will be stored: columns for what is kept in the row, field names with ids for lists.

    unclear: what is wrong with names that several rows have, if the stored row does not tell which is meant.
    about: the names of what the row points to, which tell what it is of where it has no name of its own.
    """

    sheet: str
    number: int
    said: Said
    wrong: tuple[FieldError, ...]
    unclear: tuple[FieldError, ...]
    about: str = ""


def plan_records(
    connection: Connection,
    tables: Iterable[tuple[Table, ColumnMapping]],
    translations: Sequence[Translate] = (untranslated,),
    progress: Progress | None = None,
) -> tuple[PlanRow, ...]:
    """What would become of each row.

    A row is known where one of its name is stored, in the same community or at the same stakeholder if the list says
    where it belongs; rows without a name of their own are known only if they are stored just so.
    """
    rows: list[PlanRow] = []
    for table, mapping in tables:
        reader = _Reader(connection, entity(mapping.kind), mapping, translations)
        stored = StoredRecords(connection, reader.spec, reader.lists)
        for place, row in enumerate(table.rows):
            draft = reader.draft(table.sheet, row)
            rows.append(_plan_row(connection, len(rows), draft, reader.spec, stored))
            if progress and place % _STEP == 0:
                progress(place, len(table.rows))
    return tuple(rows)


def apply_records(
    uow: UnitOfWork,
    plan: ImportPlan,
    decisions: Mapping[int, "Decision | str | int"],
    progress: Progress | None = None,
) -> ImportResult:
    """Write a planned list."""
    skipped: list[tuple[int, Reason]] = []
    refused: list[tuple[int, Reason]] = []
    differs: list[tuple[int, Reason]] = []
    added = changed = same = 0
    needed = [field.name for field in entity(plan.kind).fields if field.required]
    for row in plan.rows:
        decision = decision_of(decisions.get(row.row, Decision()))
        meant = decision.person if decision.action == "person" else row.person
        complete = all(row.values.get(name) for name in needed)
        if decision.action == "skip":
            skipped.append((row.number, Remark(_LEFT_OUT)))
        elif row.verdict == REFUSED and not (decision.without_wrong and complete):
            refused.append((row.number, row.reasons[0]))
        elif row.verdict == DOUBTFUL and not decision.action:
            skipped.append((row.number, row.reasons[-1]))
        elif meant is not None and decision.action != "new":
            beside = chosen(row, decision)
            taken = {change.field: change.given for change in beside.fills}
            taken |= {change.field: change.given for change in beside.differs if change.field in decision.take}
            wrote, problem = _written(uow, plan.kind, taken, meant) if taken else (False, None)
            if problem is not None:
                refused.append((row.number, problem))
                continue
            if (kept := staying(plan, row, decision)) is not None:
                differs.append((row.number, kept))
            changed, same = changed + wrote, same + (not wrote and kept is None)
        elif row.verdict == SAME:
            same += 1  # it says nothing
        else:
            wrote, problem = _written(uow, plan.kind, row.values)
            added += wrote
            if problem is not None:
                refused.append((row.number, problem))
        if progress and row.row % _STEP == 0:
            progress(row.row, len(plan.rows))
    if added or changed:
        uow.describe({"import": plan.kind, "added": added, "changed": changed})
    changes = uow.changes(added=added, changed=changed, same=same)
    told = (tuple(skipped), tuple(refused), changes.lsn or None)
    return ImportResult(added, changed, same, *told, changes=changes, differs=tuple(differs))


def _written(
    uow: UnitOfWork, kind: str, values: Mapping[str, Any], key: int | None = None
) -> tuple[bool, FieldError | None]:
    """Make a row, or change the one of that id: whether something was written, or why it cannot be."""
    try:
        if key is None:
            records.add(uow, kind, values)
            return True, None
        return bool(records.change(uow, kind, key, values).told["fields"]), None
    except FieldError as problem:
        return False, problem


def _plan_row(connection: Connection, position: int, draft: _Draft, spec: EntitySpec, stored: StoredRecords) -> PlanRow:
    said = draft.said
    name = next((str(said.values[key]) for key in NAMES if said.values.get(key)), draft.about)
    base = PlanRow(position, draft.sheet, draft.number, name[:120], "", NEW, values=said.values)
    if draft.wrong:
        return replace(base, verdict=REFUSED, reasons=(*draft.wrong, *draft.unclear))
    found = stored.like(said)
    sure = len(found) == 1 and found[0]["id"] is not None and agrees(found[0], said.several)
    if draft.unclear and not sure:
        return replace(base, verdict=REFUSED, reasons=draft.unclear)
    if len(found) != 1 and _is_nameless_request(spec, said):
        return replace(base, verdict=REFUSED, reasons=(Remark(_NAMELESS),))
    if not found:
        if (problem := _against_rules(spec, said.values)) is not None:
            values = {name: value for name, value in said.values.items() if name != problem.field}
            return replace(base, verdict=REFUSED, reasons=(problem,), values=values)
        stored.learn(said.values)
        return base
    if len(found) > 1:
        why = Remark(
            QT_TRANSLATE_NOOP("import", "{name} is already stored and nothing else tells whether it is the same."),
            {"name": name},
        )
        candidates = tuple(_candidate(connection, spec, row, said) for row in found)
        return replace(base, verdict=DOUBTFUL, candidates=candidates, reasons=(why,))
    if found[0]["id"] is None:
        why = Remark(QT_TRANSLATE_NOOP("import", "This stands further up in the list already."))
        return replace(base, verdict=DOUBTFUL, reasons=(why,))
    compared = with_names(connection, spec, _fitting(spec, found[0], compare(spec, found[0], said)))
    return replace(
        base,
        verdict=KNOWN if compared.fills or compared.differs else SAME,
        person=found[0]["id"],
        fills=compared.fills,
        differs=compared.differs,
        reasons=tuple(error for error in draft.unclear if error.field in compared.unclear),
    )


def _against_rules(
    spec: EntitySpec, values: Mapping[str, Any], stored: Mapping[str, Any] | None = None
) -> FieldError | None:
    """Why a row that holds this, and what else is stored of it, cannot be."""
    row = {field.column: field.default for field in spec.fields} if stored is None else dict(stored)
    try:
        check_row(spec.name, row | {spec.field(name).column: value for name, value in values.items()})
    except FieldError as problem:
        return problem
    return None


def _fitting(spec: EntitySpec, stored: Mapping[str, Any], compared: Compared) -> Compared:
    """What is filled in unasked must go with what stays; otherwise it is shown beside it to be taken with the rest."""
    if _against_rules(spec, {change.field: change.given for change in compared.fills}, stored) is None:
        return compared
    return replace(compared, fills=(), differs=(*compared.fills, *compared.differs))


def _is_nameless_request(spec: EntitySpec, said: Said) -> bool:
    return spec.name == "requests" and "person" not in {*said.values, *said.several}


def _candidate(connection: Connection, spec: EntitySpec, row: Mapping[str, Any], said: Said) -> Candidate:
    name, key = name_of(spec.name, dict(row)), row["id"]
    if key is None:
        return Candidate(None, name, "", SAME_IN_FILE)
    beside = with_names(connection, spec, compare(spec, row, said))
    return Candidate(key, name, "", SAME_NAME, fills=beside.fills, differs=beside.differs)


class _Several(Exception):
    """More than one row is called so; `ids` are theirs."""

    def __init__(self, ids: tuple[int, ...], text: str) -> None:
        super().__init__(text)
        self.ids, self.text = ids, text


class _Reader:
    """Reads the rows of one table as rows of an entity."""

    def __init__(
        self, connection: Connection, spec: EntitySpec, mapping: ColumnMapping, translations: Sequence[Translate]
    ) -> None:
        self.spec = spec
        self._connection = connection
        self._columns = [(use.index, spec.field(use.field)) for use in mapping.columns if use.field is not None]
        self.lists = [field for _, field in self._columns if field.kind == MANY]
        self._words = {
            field.name: {
                fold(word): value
                for value, text in field.choices.items()
                for word in (value, *(translate(WORDS, text) for translate in translations))
            }
            for _, field in self._columns
            if field.choices
        }
        self._ids: dict[tuple[str, str], list[int]] = {}

    def draft(self, sheet: str, row: TableRow) -> _Draft:
        """What a row says, and what of it is wrong."""
        values: dict[str, Any] = {}
        wrong: list[FieldError] = []
        unclear: list[FieldError] = []
        several: dict[str, tuple[int, ...]] = {}
        lists: dict[str, tuple[tuple[int, ...], ...]] = {}
        for index, field in self._columns:
            cell = row.value(index)
            if cell is None:
                continue
            try:
                if field.kind != MANY:
                    value = self._value(field, cell, values)
                elif not (names := self._names(field, text_of(cell))):
                    continue
                else:
                    lists[field.name], doubt = self._listed(field, names)
                    unclear += doubt
                    value = None if doubt else [ids[0] for ids in lists[field.name]]
            except _Several as found:
                several[field.name] = found.ids
                unclear.append(FieldError(field.name, _SEVERAL, value=found.text))
                continue
            except FieldError as problem:
                wrong.append(problem)
                continue
            if value is not None:
                values[field.name] = value
        told = {*several, *(error.field for error in wrong)}
        for field in self.spec.fields:
            if field.required and values.get(field.name) is None and field.name not in told:
                missing = QT_TRANSLATE_NOOP("errors", "“{name}” is needed. Fill it in.")
                wrong.append(FieldError(field.name, missing, name=field.name))
        about = [text_of(row.value(index)) for index, field in self._columns if field.kind == RELATION]
        said = Said(values, several, lists)
        return _Draft(sheet, row.number, said, tuple(wrong), tuple(unclear), " · ".join(filter(None, about)))

    def _value(self, field: FieldSpec, cell: Cell, row: Mapping[str, Any]) -> Any:
        text = lines_of(cell) if field.kind == LONG else text_of(cell)
        if not text.strip("-–—. "):
            return None
        if field.kind == RELATION:
            return self._target(field, text)
        if field.kind == CHOICE:
            return self._word(field, text)
        if field.kind == TAGS:
            known = self._words.get(field.name, {})
            return parse(field, [known.get(fold(part), part) for part in _parts(text.replace(" / ", ", "))], row)
        if field.kind == MOMENT and isinstance(cell, date) and not field.required:
            # Spreadsheets hold midnight as a day alone. That something begins then has to be said.
            return parse(field, f"{cell:%Y-%m-%d}T{cell:%H:%M}", row)
        return parse(field, text, row)

    def _listed(self, field: FieldSpec, names: Iterable[str]) -> tuple[tuple[tuple[int, ...], ...], list[FieldError]]:
        """Of each name in a list the rows that are called so, and which of the names are those of several."""
        found, doubt = list[tuple[int, ...]](), list[FieldError]()
        for name in names:
            try:
                found.append((self._target(field, name),))
            except _Several as several:
                found.append(several.ids)
                doubt.append(FieldError(field.name, _SEVERAL, value=name))
        return tuple(found), doubt

    def _names(self, field: FieldSpec, text: str) -> list[str]:
        """The names in a list parted by commas, where a name may hold commas itself: the longest one that is known."""
        parts, found = _parts(text) if text.strip("-–—. ") else [], list[str]()
        while parts:
            ends = range(len(parts), 1, -1)
            end = next((end for end in ends if self._known(field.target, ", ".join(parts[:end]))), 1)
            found.append(", ".join(parts[:end]))
            parts = parts[end:]
        return found

    def _word(self, field: FieldSpec, text: str) -> str:
        known = self._words[field.name]
        if fold(text) not in known:
            raise FieldError(field.name, NO_WORD, value=text, allowed=", ".join(field.choices))
        return known[fold(text)]

    def _target(self, field: FieldSpec, text: str) -> int:
        found = self._known(field.target, text)
        if not found:
            raise FieldError(field.name, _UNKNOWN, value=text)
        if len(found) > 1:
            raise _Several(tuple(found), text)
        return found[0]

    def _known(self, target: str, text: str) -> list[int]:
        """Ids of the rows that are called so."""
        if (target, text) not in self._ids:
            self._ids[target, text] = _called(self._connection, target, text)
        return self._ids[target, text]


def _called(connection: Connection, target: str, text: str) -> list[int]:
    table = table_of(entity(target).cls)
    if target == "sessions":
        return sessions_called(connection, text)
    if target == "tools":
        return _tools_called(connection, text)
    if "search_name" not in table.c:
        return _without_index(connection, target, text)
    named = select(table.c.id).where(table.c.search_name == fold(text), table.c.alive + 0 == 1).limit(_MOST)
    return [row[0] for row in connection.execute(named)]


def _without_index(connection: Connection, target: str, text: str) -> list[int]:
    """Rows of few fields, such as rounds of solutions, by what names call them."""
    table = table_of(entity(target).cls)
    rows = connection.execute(select(table).where(table.c.alive == 1)).mappings()
    return [row["id"] for row in rows if fold(name_of(target, dict(row))) == fold(text)][:_MOST]


def _tools_called(connection: Connection, text: str) -> list[int]:
    """Tools by their title, those of the library in each language."""
    table = table_of(EngagementTool)
    rows = connection.execute(select(table).where(table.c.alive == 1)).mappings()
    return [
        row["id"]
        for row in rows
        if fold(text) in {fold(in_language(row, language)["title"] or "") for language in LANGUAGES}
    ][:_MOST]


def sessions_called(connection: Connection, text: str) -> list[int]:
    """Sessions as an export writes them: the workshop's title, the session's own, its date and time."""
    table = table_of(entity("sessions").cls)
    title = text.split(",")[0].strip()
    rows = connection.execute(
        select(table)
        .join(_workshop, _workshop.c.id == table.c.workshop_id)
        .where(_workshop.c.search_name == fold(title), _workshop.c.alive + 0 == 1, table.c.alive + 0 == 1)
    ).mappings()
    found = [dict(row) for row in rows]
    exact = [row for row in found if fold(f"{title}, {name_of('sessions', row)}") == fold(text)]
    return [row["id"] for row in exact or found]


def _parts(text: str) -> list[str]:
    if text.startswith("["):
        try:
            return [str(part) for part in json.loads(text)]
        except ValueError:
            pass
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
