"""SQL for PostgreSQL that orders as SQLite does, so that a list is the same on both."""

from typing import Any

from sqlalchemy import Column
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.sql import operators


class ServerCompiler(PGCompiler_psycopg):
    """Puts rows without a value first, in a descending order last, unless the statement says otherwise."""

    def order_by_clause(self, select: Any, **keywords: Any) -> str:
        """The ORDER BY of a select; columns that are never null are left alone, so that their indexes serve."""
        parts = [part._compiler_dispatch(self, **keywords) + _nulls(part) for part in select._order_by_clauses]
        return f" ORDER BY {', '.join(parts)}" if parts else ""


def _nulls(part: Any) -> str:
    modifier = getattr(part, "modifier", None)
    column = part.element if modifier in (operators.asc_op, operators.desc_op) else part
    if not isinstance(column, Column) or not column.nullable:
        return ""
    return " NULLS LAST" if modifier is operators.desc_op else " NULLS FIRST"
