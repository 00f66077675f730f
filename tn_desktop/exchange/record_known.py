"""Which stored row a row of a list means: by its name and place, by what it connects, or by all that it says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.plan import FieldChange
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.fields import MANY, EntitySpec, FieldSpec
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import LANGUAGES, in_language
from tn_desktop.services.figures import stored_titles
from tn_desktop.services.related import NAMES

PLACES: Final[Mapping[str, tuple[str, ...]]] = {"milestones": ("date",), "workshops": ("province",)}
"""What tells rows of one name apart; of other lists the first of `USUAL_PLACES` that they have."""
USUAL_PLACES: Final = ("community", "stakeholder", "solution")
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "sessions": ("workshop", "starts_at"),
    "agenda": ("session", "position"),
}
"""What rows without a name of their own are known by; of other lists what they connect, or all that they say."""

Several = Mapping[str, Sequence[int]]
"""Field -> the ids of the rows that are called what it says, where that is more than one."""


class StoredRecords:
    """The rows of an entity that are stored already, by what tells them apart."""

    def __init__(self, connection: Connection, spec: EntitySpec) -> None:
        self._spec = spec
        self._named = next((name for name in NAMES if any(f.name == name and f.required for f in spec.fields)), "")
        usual = [name for name in USUAL_PLACES if any(f.name == name for f in spec.fields)][:1]
        self._places = [spec.field(name) for name in PLACES.get(spec.name, usual)]
        self._keys = [field for field in spec.fields if field.kind != MANY and self._tells_apart(field)]
        self._rows: dict[Any, list[dict[str, Any]]] = {}
        table = table_of(spec.cls)
        for row in connection.execute(select(table).where(table.c.alive == 1)).mappings():
            for held in self._in_each_language(dict(row)):
                rows = self._rows.setdefault(self._key(held), [])
                if all(other["id"] != held["id"] for other in rows):
                    rows.append(held)

    def like(self, values: Mapping[str, Any], several: Several) -> list[dict[str, Any]]:
        """The stored rows that the values may mean, only those that say just the same if there are any.

        One of this list has no id. What `several` says is not among the values.
        """
        found: dict[int, dict[str, Any]] = {}
        for said in self._readings(values, several):
            for row in self._rows.get(self._key(self._as_row(said)), []):
                if all(self._fits(row, field, said) for field in self._places):
                    found[id(row)] = row
        rows = list(found.values())
        if len(rows) > 1:
            known = [row for row in rows if not any(compare(self._spec, row, values)) and agrees(row, several)]
            rows = known[:1] or rows
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


def compare(
    spec: EntitySpec, stored: Mapping[str, Any], values: Mapping[str, Any]
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
    """What a row of a list would fill in of a stored one, and where the two differ; lists of rows are not compared."""
    fills, differs = [], []
    for field in spec.fields:
        given = values.get(field.name)
        if given is None or field.kind == MANY:
            continue
        held = stored.get(field.column)
        if held in (None, ""):
            fills.append(FieldChange(field.name, None, given))
        elif held != given and name_key(spec.name, str(held)) != name_key(spec.name, str(given)):
            differs.append(FieldChange(field.name, held, given))
    return tuple(fills), tuple(differs)
