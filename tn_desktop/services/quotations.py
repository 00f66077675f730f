"""Quotations: sentences somebody said, with what may be shown and copied of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.voices import Quotation
from tn_desktop.model.entities.workshops import Workshop
from tn_desktop.model.normalise import show_tags
from tn_desktop.services.list_rows import in_order

_quotation, _community, _workshop = table_of(Quotation), table_of(Community), table_of(Workshop)


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation in a list.

    Attributes:
        permission: whether it may be published.
        attribution: who said it; "" unless it may be published.
        about: the community or workshop it is about.
    """

    id: int
    text: str
    source: str
    year: int | None
    permission: bool
    attribution: str
    about: str
    themes: str


def rows(connection: Connection, ids: Sequence[int]) -> list[QuotationRow]:
    """Rows of quotations in the order of `ids`."""
    found = in_order(connection, _quotation, ids)
    communities = _names(connection, _community, "name", [row.community_id for row in found])
    workshops = _names(connection, _workshop, "title", [row.workshop_id for row in found])
    return [
        QuotationRow(
            row.id,
            row.text or "",
            row.source or "",
            row.year,
            bool(row.permission),
            (row.attribution or "") if row.permission else "",
            workshops.get(row.workshop_id) or communities.get(row.community_id) or "",
            show_tags(row.themes),
        )
        for row in found
    ]


def quotation(connection: Connection, key: int) -> QuotationRow | None:
    """One living quotation."""
    return next(iter(rows(connection, [key])), None)


def may_be_published(table: Table, value: Any) -> ColumnElement[bool]:
    """Quotations with the permission ("1") or without it ("0")."""
    return func.coalesce(table.c.permission, 0) == int(value)


def for_report(row: QuotationRow) -> str:
    """A quotation as a report prints it; "" for one that may not be published."""
    if not row.permission:
        return ""
    said_by = ", ".join(str(part) for part in (row.attribution or row.source, row.year) if part)
    return f"“{row.text}”" + (f" ({said_by})" if said_by else "")


def _names(connection: Connection, table: Table, column: str, keys: Sequence[int | None]) -> dict[int | None, str]:
    wanted = sorted({key for key in keys if key is not None})
    statement = select(table.c.id, table.c[column]).where(table.c.id.in_(wanted), table.c.alive + 0 == 1)
    return {row[0]: row[1] or "" for row in connection.execute(statement)} if wanted else {}
