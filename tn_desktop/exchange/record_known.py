"""Which stored row a row of a list means: by its name and place, by what it connects, or by all that it says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.plan import FieldChange
from tn_desktop.exchange.tag_lists import filled_in, words_held
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.fields import MANY, RELATION, TAGS, EntitySpec, FieldSpec
from tn_desktop.model.registry import entity
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import LANGUAGES, in_language
from tn_desktop.services.called import NAMES, row_names
from tn_desktop.services.figures import stored_titles

PLACES: Final[Mapping[str, tuple[str, ...]]] = {"milestones": ("date",), "workshops": ("province",)}
"""What tells rows of one name apart; of other lists the first of `USUAL_PLACES` that they have."""
USUAL_PLACES: Final = ("community", "stakeholder", "solution")
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "sessions": ("workshop", "starts_at"),
    "agenda": ("session", "position"),
    "consents": ("person", "kind", "purpose", "given_at"),
    "requests": ("person", "kind", "received"),
}
"""What rows without a name of their own are known by; of other lists what they connect, or all that they say."""

Several = Mapping[str, Sequence[int]]
"""Field -> the ids of the rows that are called what it says, where that is more than one."""
Lists = Mapping[str, Sequence[Sequence[int]]]
"""Field -> of each name in its list, the ids of the rows that are called so."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a row of a list says: its values, and what of it may mean several rows.

    What `several` says is not among the values; of `lists` only what is clear without a look at the store.
    """

    values: Mapping[str, Any]
    several: Several = field(default_factory=dict)
    lists: Lists = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a row of a list would fill in of a stored one, where the two differ, and the fields that are not clear."""

    fills: tuple[FieldChange, ...] = ()
    differs: tuple[FieldChange, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return not (self.fills or self.differs or self.unclear)


class StoredRecords:
    """The rows of an entity that are stored already, by what tells them apart."""

    def __init__(self, connection: Connection, spec: EntitySpec, lists: Iterable[FieldSpec] = ()) -> None:
        """`lists`: the lists of rows that are to be compared too."""
        self._spec = spec
        self._named = next((name for name in NAMES if any(f.name == name and f.required for f in spec.fields)), "")
        usual = [name for name in USUAL_PLACES if any(f.name == name for f in spec.fields)][:1]
        self._places = [spec.field(name) for name in PLACES.get(spec.name, usual)]
        self._keys = [field for field in spec.fields if field.kind != MANY and self._tells_apart(field)]
        self._rows: dict[Any, list[dict[str, Any]]] = {}
        table = table_of(spec.cls)
        listed = {one.name: _listed(connection, one) for one in lists}
        for row in connection.execute(select(table).where(table.c.alive == 1)).mappings():
            held_lists = {name: held.get(row["id"], ()) for name, held in listed.items()}
            for held in self._in_each_language({**row, **held_lists}):
                self._rows.setdefault(self._key(held), []).append(held)

    def like(self, said: Said) -> list[dict[str, Any]]:
        """The stored rows that a row may mean, only those that say just the same if there are any.

        One of this list has no id.
        """
        found: dict[int, dict[str, Any]] = {}
        for values in self._readings(said.values, said.several):
            for row in self._rows.get(self._key(self._as_row(values)), []):
                if all(self._fits(row, place, values) for place in self._places):
                    found[id(row)] = row
        rows = list(found.values())
        if len(rows) > 1:
            known = [row for row in rows if compare(self._spec, row, said).same and agrees(row, said.several)]
            # A tool that is called alike in both languages was read in each.
            rows = known[:1] or list({row["id"] or id(row): row for row in rows}.values())
        return rows

    def learn(self, values: Mapping[str, Any]) -> None:
        """A row of this list comes again further down."""
        row = self._as_row(values)
        self._rows.setdefault(self._key(row), []).append(row | {"id": None})

    def _tells_apart(self, field: FieldSpec) -> bool:
        keys = KEYS.get(self._spec.name)
        if keys is not None:
            return field.name in keys
        ends = self._spec.cls.ends
        return field.column in ends if ends else True

    def _in_each_language(self, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """A row as it may be read in a file: a tool of the library as it is called in each language."""
        if self._spec.name != "tools":
            yield row
            return
        for language in LANGUAGES:
            yield in_language(row, language)

    def _readings(self, values: Mapping[str, Any], several: Several) -> Iterator[Mapping[str, Any]]:
        unsure = [] if self._named else [field.name for field in self._keys if field.name in several]
        for chosen in product(*(several[name] for name in unsure)):
            yield {**values, **dict(zip(unsure, chosen, strict=True))}

    def _fits(self, row: Mapping[str, Any], field: FieldSpec, said: Mapping[str, Any]) -> bool:
        return said.get(field.name) is None or row.get(field.column) in (None, said[field.name])

    def _as_row(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {field.column: values.get(field.name) for field in self._spec.fields}

    def _key(self, row: Mapping[str, Any]) -> Any:
        if self._named:
            return name_key(self._spec.name, str(row.get(self._named) or ""))
        values = ((field, row.get(field.column)) for field in self._keys)
        return tuple(field.default if value is None else value for field, value in values)


def name_key(entity: str, name: str) -> str:
    """What a name is compared by: a key figure is the same in each language."""
    figure = stored_titles().get(name) if entity == "milestones" else None
    return f"figure {figure}" if figure else fold(name)


def agrees(stored: Mapping[str, Any], several: Several) -> bool:
    """Whether a stored row holds, of each unclear name, one of those who are called so."""
    return all(stored.get(f"{name}_id") in (None, *ids) for name, ids in several.items())


def compare(spec: EntitySpec, stored: Mapping[str, Any], said: Said) -> Compared:
    """What a row of a list says beside a stored one.

    A list that only holds more than the stored one fills it in; one that lacks something of it differs.
    """
    fills, differs = list[FieldChange](), list[FieldChange]()
    unclear = [name for name in said.several if stored.get(f"{name}_id") is None]
    for one in spec.fields:
        held = stored.get(one.column)
        if one.kind == MANY:
            if one.name not in said.lists or held is None:
                continue
            given = _meant(said.lists[one.name], held)
            if given is None:
                unclear.append(one.name)
                continue
            more, other = set(given) > set(held), set(given) != set(held)
            given = [*held, *(key for key in given if key not in held)] if more else given
        elif (given := said.values.get(one.name)) is None:
            continue
        elif held in (None, ""):
            more = other = True
        elif one.kind == TAGS:
            joined = filled_in(one, held, given)
            more, other = joined is not None, not (words_held(held, given) and words_held(given, held))
            given = joined.given if joined is not None else given
        else:
            more = False
            other = held != given and name_key(spec.name, str(held)) != name_key(spec.name, str(given))
        if other:
            (fills if more else differs).append(FieldChange(one.name, held, given))
    return Compared(tuple(fills), tuple(differs), tuple(unclear))


def with_names(connection: Connection, spec: EntitySpec, compared: Compared) -> Compared:
    """What differs, with the names of the rows that a field points to."""

    def named(change: FieldChange) -> FieldChange:
        one = spec.field(change.field)
        if one.kind not in (RELATION, MANY):
            return change
        stored, given = (_as_list(value) for value in (change.stored, change.given))
        names = row_names(connection, one.target, {*stored, *given})
        texts = (", ".join(filter(None, (names.get(key) for key in keys))) for keys in (stored, given))
        return replace(change, texts=(next(texts), next(texts)))

    return replace(compared, fills=tuple(map(named, compared.fills)), differs=tuple(map(named, compared.differs)))


def _as_list(value: Any) -> list[int]:
    return [] if value is None else [value] if isinstance(value, int) else list(value)


def _meant(names: Sequence[Sequence[int]], held: Sequence[int]) -> list[int] | None:
    """The rows a list of names means beside a stored list: of several called alike those it holds; None if unclear."""
    found = list[int]()
    for ids in names:
        meant = list(ids) if len(ids) == 1 else [key for key in ids if key in held and key not in found][:1]
        if not meant:
            return None
        found += meant
    return list(dict.fromkeys(found))


def _listed(connection: Connection, one: FieldSpec) -> dict[int, tuple[int, ...]]:
    """Id -> the living rows that a list holds, in the order in which they came."""
    assert one.through is not None
    through, target = table_of(one.through), table_of(entity(one.target).cls)
    here, there = (through.c[end] for end in one.through.ends)
    found: dict[int, list[int]] = {}
    pairs = select(here, there).join(target, target.c.id == there).where(through.c.alive == 1, target.c.alive == 1)
    for key, other in connection.execute(pairs.order_by(through.c.id)):
        found.setdefault(key, []).append(other)
    return {key: tuple(others) for key, others in found.items()}
