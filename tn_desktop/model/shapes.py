"""What a stored value looks like, for values that come from other programs: `fields.parse` reads what people type, and
all that was ever stored came out of it, so that pages may rely on its forms. A record has to keep to them too.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Integer, SmallInteger

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.fields import (
    CHOICE,
    COUNTRY,
    DATE,
    DECIMAL,
    FLAG,
    MOMENT,
    PHONE,
    PROVINCE,
    TAGS,
    ZONE,
)
from tn_desktop.model.registry import BY_TABLE, ENTITIES

LONGEST: Final = 1_000_000
"""Characters of a text; ten times what a form takes."""
MOST_BITS: Final = 63
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    CHOICE: re.compile(r"[a-z0-9_]{1,64}"),
    COUNTRY: re.compile(r"[A-Z]{2}"),
    DECIMAL: re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?"),
    PHONE: re.compile(r"\+?[0-9]{2,20}"),
    PROVINCE: re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"),
    ZONE: re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}"),
}
"""Unknown words of a list are let through: a newer program may have them, and the word itself is shown."""
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")

Check = Callable[[Any], bool]


@cache
def check_of(table: str, column: str) -> Check:
    """What tells whether a value other than null may stand in a column of text or numbers."""
    kind = _kinds(table).get(column, "")
    if isinstance(table_of(BY_TABLE[table]).c[column].type, Integer):
        return _number_check(table, column, kind)
    if kind in _SHAPES:
        shape = _SHAPES[kind]
        return lambda value: isinstance(value, str) and shape.fullmatch(value) is not None
    return {DATE: _is_day, MOMENT: _is_moment, TAGS: _is_list_of_texts}.get(kind, _is_text)


@cache
def _kinds(table: str) -> Mapping[str, str]:
    return {field.column: field.kind for spec in ENTITIES.values() if spec.table == table for field in spec.fields}


def _number_check(table: str, column: str, kind: str) -> Check:
    stored = table_of(BY_TABLE[table]).c[column].type
    # PostgreSQL keeps to the width of a column; SQLite takes 64 bits everywhere.
    width = 15 if isinstance(stored, SmallInteger) else 31 if type(stored) is Integer else MOST_BITS
    most = 1 if kind == FLAG else 2**width - 1
    return lambda value: type(value) is int and abs(value) <= most


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    try:
        return isinstance(value, str) and _MOMENT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_list_of_texts(value: Any) -> bool:
    if not (_is_text(value) and value.startswith("[")):
        return False
    try:
        held = json.loads(value)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, list) and all(isinstance(word, str) for word in held)


def is_plain(value: Any) -> bool:
    """Whether a value may be kept of a field that this program does not know: a text, a number, yes or no, nothing."""
    if isinstance(value, str):
        return len(value) <= LONGEST
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or (isinstance(value, int) and abs(value) < 2**MOST_BITS)
