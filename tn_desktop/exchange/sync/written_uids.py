"""The uids of rows that somebody added below the others: they follow from the workbook alone (written_rows.py).

A row has the uid of what people call it. Rows of one sheet that are called the same are told apart by what people add
to a name: the first field in which each of them says something else, those that are known from the first before
numbers and addresses that are completed later; where there is none, by all that they say. So it does not matter in
which order they stand, and two people are never one because somebody sorted them.

A laptop that was sent only a later file, in which such rows say more than in the earlier one, or have become two,
cannot know which of them the other laptops have under which uid: no rule can, since the same file may come of either.
Then there are two rows of one person, which are proposed as one (services/duplicates.py), and never one row of two.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tn_desktop.model.fields import EMAIL, LONG, MANY, PHONE, TAGS, EntitySpec, FieldSpec
from tn_desktop.model.stamps import canonical, relation_bytes
from tn_desktop.model.text import fold

_LATE: Final = (PHONE, EMAIL)
"""Kinds of what is often completed later: they tell rows apart where nothing else does."""
_NEVER: Final = (LONG, TAGS, MANY)


class NewRow(NamedTuple):
    """A row that somebody added: its number as people see it, and its values as far as they could be read."""

    row: int
    values: Mapping[str, Any]


def naming(spec: EntitySpec) -> tuple[str, ...]:
    """The fields without which a row is none."""
    return tuple(one.name for one in spec.fields if one.required or one.name in spec.one_of)


def identity_of(spec: EntitySpec, values: Mapping[str, Any]) -> str:
    """What people call a row, in one form: the fields without which it is none; all where there are none of those."""
    names = naming(spec) or tuple(values)
    called = {name: values.get(name) for name in names}
    return canonical({name: fold(value) if isinstance(value, str) else value for name, value in called.items()})


def written_uid(export_id: str, table: str, identity: str, ordinal: int, telling: str = "") -> bytes:
    """The uid of an added row: it follows from the file alone. `telling` is what tells it from its namesakes."""
    parts = (export_id.encode(), table.encode(), identity.encode(), *([telling.encode()] if telling else []))
    return relation_bytes("written", *parts, b"%d" % ordinal)


def new_uids(export_id: str, spec: EntitySpec, rows: Sequence[NewRow]) -> dict[int, bytes]:
    """Row -> uid of the rows that somebody added to a sheet, in whatever order they stand there."""
    called: dict[str, list[NewRow]] = {}
    for row in rows:
        called.setdefault(identity_of(spec, row.values), []).append(row)
    uids: dict[int, bytes] = {}
    for identity, namesakes in called.items():
        alike: Counter[str] = Counter()
        for row, telling in zip(namesakes, _telling(spec, namesakes), strict=True):
            uids[row.row] = written_uid(export_id, spec.table, identity, alike[telling], telling)
            alike[telling] += 1
    return uids


def _telling(spec: EntitySpec, rows: Sequence[NewRow]) -> Iterator[str]:
    """What tells each of these namesakes from the others; "" for the only one, the same for those that are alike."""
    if len(rows) == 1:
        yield ""
        return
    for one in sorted(_tellers(spec), key=lambda field: field.kind in _LATE):
        said = [row.values.get(one.name) for row in rows]
        forms = [canonical({one.name: fold(value) if isinstance(value, str) else value}) for value in said]
        if None not in said and len(set(forms)) == len(rows):
            yield from forms
            return
    for row in rows:
        yield canonical({name: value for name, value in row.values.items() if value is not None})


def _tellers(spec: EntitySpec) -> list[FieldSpec]:
    return [one for one in spec.fields if one.name not in naming(spec) and one.kind not in _NEVER]
