"""The order of a long list, and what comes before or after a row in it, alike on every engine.

Rows without a value come first, in a descending order last, as SQLite has it by itself.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, literal, or_, tuple_


def in_order(columns: Sequence[Any], descending: bool) -> list[Any]:
    """What to order by."""
    return [_ordered(column, descending) for column in columns]


def from_here(columns: Sequence[Any], values: Sequence[Any], descending: bool) -> ColumnElement[bool]:
    """A condition for the row with these values of the columns, and for all that follow it in that order."""
    return _side(columns, values, "<=" if descending else ">=")


def before_here(columns: Sequence[Any], values: Sequence[Any], descending: bool) -> ColumnElement[bool]:
    """A condition for the rows that come before the one with these values."""
    return _side(columns, values, ">" if descending else "<")


def _may_be_null(column: Any) -> bool:
    return isinstance(column, Column) and bool(column.nullable)


def _ordered(column: Any, descending: bool) -> Any:
    if not _may_be_null(column):
        return column.desc() if descending else column
    return column.desc().nulls_last() if descending else column.asc().nulls_first()


def _side(columns: Sequence[Any], values: Sequence[Any], sign: str) -> ColumnElement[bool]:
    """The rows on one side, by the columns in turn; null counts as less than any value."""
    first, value = columns[0], values[0]
    if not _may_be_null(first):
        return tuple_(*columns).op(sign, is_comparison=True)(tuple_(*map(literal, values)))
    if value is not None:
        beyond = tuple_(*columns).op(sign, is_comparison=True)(tuple_(*map(literal, values)))
        return or_(beyond, first.is_(None)) if sign[0] == "<" else beyond
    rest = _side(columns[1:], values[1:], sign)
    return (first.is_(None) & rest) if sign[0] == "<" else or_(first.is_not(None), rest)
