"""What people see of a sync workbook: a sheet for each entity, with the row's code, an action, and its fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.exchange.export.layout import Column, Kind
from tn_desktop.exchange.export.shown import KINDS, WIDTHS, Show, lists_of, shower, yes_no_words
from tn_desktop.exchange.sync.prints import ACTION, CODE
from tn_desktop.exchange.sync.record import places
from tn_desktop.model import vocabulary
from tn_desktop.model.fields import CHOICE, FLAG, MANY, RELATION, EntitySpec, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.registry import ENTITIES

SYNC: Final = "sync"
"""Translation context of everything that a sync workbook says."""
DELETE: Final = QT_TRANSLATE_NOOP("sync", "DELETE")
"""What is written into the action column to remove a row: SİL in Turkish."""
DELETING: Final = ("sil", "delete")
"""The same in every language, folded."""


@dataclass(frozen=True)
class VisibleSheet:
    """The sheet of one entity, in one language.

    Attributes:
        spec: of the entity.
        name: of the sheet.
        fields: those that have a column, in order.
        lists: fields that list other rows: shown behind the others, and changed in sheets of their own.
        columns: code, action, the fields, the lists.
        shows: for each field, what a cell shows of a stored value; None where it names another row.
        places: for each field, where its value stands among a stored row's cells.
    """

    spec: EntitySpec
    name: str
    fields: tuple[FieldSpec, ...]
    lists: tuple[FieldSpec, ...]
    columns: tuple[Column, ...]
    shows: tuple[Show | None, ...]
    places: tuple[int, ...]

    def makers(self, references: Mapping[int, Mapping[int, str]]) -> list[Show]:
        """For each field, what a cell shows of what is stored; `references` as in a batch of stored rows."""
        return [
            references[place].get if show is None else show for place, show in zip(self.places, self.shows, strict=True)
        ]


def visible_sheets(translate: Translate) -> dict[str, VisibleSheet]:
    """The sheet of every entity by its table, in the order of the entities."""
    return {spec.table: _sheet(spec, translate) for spec in ENTITIES.values()}


def _sheet(spec: EntitySpec, translate: Translate) -> VisibleSheet:
    # A list of other rows is kept as rows of its own, so it has no cell to write into.
    fields = tuple(field for field in spec.fields if field.kind != MANY)
    lists = tuple(field for field in spec.fields if field.kind == MANY)
    code = Column(CODE, translate(SYNC, QT_TRANSLATE_NOOP("sync", "Code")), width=13)
    act = Column(ACTION, translate(SYNC, QT_TRANSLATE_NOOP("sync", "Action")), Kind.CHOICE, 10, ACTION, unlocked=True)
    shown = (Column(f"_{field.name}", translate("fields", field.label), width=24) for field in lists)
    columns = (code, act, *(_column(spec, field, translate) for field in fields), *shown)
    return VisibleSheet(
        spec,
        translate("entities", spec.title)[:31],
        fields,
        lists,
        columns,
        tuple(None if field.kind == RELATION else shower(spec, field, translate) for field in fields),
        tuple(places(spec.table)[field.column] for field in fields),
    )


def _column(spec: EntitySpec, field: FieldSpec, translate: Translate) -> Column:
    offered = {"choice": f"{spec.name}_{field.name}", "province": "province", "flag": "yes_no"}.get(field.kind, "")
    return Column(
        field.name,
        translate("fields", field.label),
        KINDS.get(field.kind, Kind.TEXT),
        WIDTHS.get(field.kind, 34 if field.kind == RELATION else 14),
        choices=offered,
        open_list=field.kind == "province",
        # The ends of a relation are its name: a changed end would be another row.
        unlocked=not field.fixed,
    )


def drop_downs(translate: Translate) -> dict[str, tuple[str, Sequence[str]]]:
    """Every list that a column offers: key -> (heading, values)."""
    lists: dict[str, tuple[str, Sequence[str]]] = {
        ACTION: (translate(SYNC, QT_TRANSLATE_NOOP("sync", "Action")), [translate(SYNC, DELETE)])
    }
    for spec in ENTITIES.values():
        for key, held in lists_of(spec, translate).items():
            lists[key if key in ("province", "yes_no") else f"{spec.name}_{key}"] = held
    return lists


def spoken(translate: Translate) -> dict[str, dict[str, dict[str, str]]]:
    """The words of a workbook, for whoever reads it in another language: entity -> field -> stored value -> word."""
    yes, no = yes_no_words(translate)
    words: dict[str, dict[str, dict[str, str]]] = {}
    for spec in ENTITIES.values():
        for field in spec.fields:
            if field.kind == CHOICE:
                said = {value: translate(vocabulary.WORDS, text) for value, text in field.choices.items()}
            elif field.kind == FLAG:
                said = {"1": yes, "0": no}
            elif field.name == "roles":
                said = {value: translate(vocabulary.WORDS, text) for value, text in vocabulary.PERSON_ROLE.items()}
            else:
                continue
            words.setdefault(spec.name, {})[field.name] = said
    return words


def key_row(table: str, keys: Sequence[str]) -> list[str]:
    """The hidden first row of a table's sheet: the first key says the table too."""
    return [f"{keys[0]} {table}", *keys[1:]]


def sheet_heads(sheets: Iterable[VisibleSheet]) -> dict[str, dict[str, object]]:
    """What the header says of the sheets: table -> name, keys, headings."""
    return {
        sheet.spec.table: {
            "name": sheet.name,
            "keys": [column.key for column in sheet.columns],
            "headings": [column.heading for column in sheet.columns],
        }
        for sheet in sheets
    }
