"""Which columns of a row travel between laptops, under which names and in which form.

Derived from the tables alone, so that every entity travels, also one that has no list of its own (relation rows).
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import Integer, LargeBinary, SmallInteger, Table
from sqlalchemy.types import BigInteger

from tn_desktop.model.derived import derived_columns
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.shapes import Check, check_of

SYSTEM: Final = frozenset(("id", "uid", "created", "fields", "seen", "gone", "extra", "lsn", "alive"))

_UID: Final = re.compile("[0-9a-f]{32}")

TEXT, NUMBER, BYTES, KEY = "text", "number", "bytes", "key"


@dataclass(frozen=True)
class Traveller:
    """One column that travels.

    Attributes:
        field: its name in records and among the stamps.
        column: its name in the table.
        form: TEXT, NUMBER, BYTES (hexadecimal in a record) or KEY (a local id inside, a uid in a record).
        target: table that a KEY points to.
        needed: the column cannot be null.
        end: the row is a relation of which this is an end.
        check: whether a text or a number has the form that is stored there.
    """

    field: str
    column: str
    form: str
    target: str = ""
    needed: bool = False
    end: bool = False
    check: Check | None = dataclasses.field(default=None, compare=False, repr=False)

    def accepts(self, value: Any) -> bool:
        """Whether a value of a record has the form of this field."""
        if value is None:
            return True
        if self.check is not None:
            return self.check(value)
        return isinstance(value, str) and _UID.fullmatch(value) is not None


@cache
def travellers(table: str) -> tuple[Traveller, ...]:
    """The columns of a synced table that travel, in its order."""
    cls = BY_TABLE[table]
    derived = derived_columns(table)
    return tuple(
        _traveller(cls, table_of(cls), column.name)
        for column in table_of(cls).columns
        if column.name not in SYSTEM and column.name not in derived
    )


def _traveller(cls: type[Synced], table: Table, name: str) -> Traveller:
    column = table.c[name]
    needed, end = not column.nullable, name in cls.ends
    for key in column.foreign_keys:
        return Traveller(name.removesuffix("_id"), name, KEY, key.column.table.name, needed, end)
    if isinstance(column.type, LargeBinary):
        form = BYTES
    elif isinstance(column.type, Integer | SmallInteger | BigInteger):
        form = NUMBER
    else:
        form = TEXT
    check = None if form == BYTES else check_of(table.name, name)
    return Traveller(name, name, form, "", needed, end, check)


@cache
def travellers_by_field(table: str) -> Mapping[str, Traveller]:
    """The same by their names in a record."""
    return {one.field: one for one in travellers(table)}
