"""Drafts of forms: what was typed and not saved yet, kept in the database, where no kill and no empty battery takes it.

They are no data of the network: they never travel, have no history, and go when the form is saved or given up.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Draft as DraftTable
from tn_desktop.store.unit_of_work import UnitOfWork

_draft = table_of(DraftTable)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form as it is read: its name in the form, what it is called, and what was typed."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was not saved.

    Attributes:
        form: its name; one draft is kept of each.
        title: what it is called.
        at: ISO moment of the last key that is in it.
        fields: the texts in which something stands, to be read.
        place: where the form is, as the form says it; {} where it cannot be opened again.
        values: what stands in it, as the form says it, chosen words and rows included.
    """

    form: str
    title: str
    at: str
    fields: tuple[Field, ...]
    place: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


def drafts(connection: Connection) -> list[Draft]:
    """All that are kept, the oldest first."""
    rows = connection.execute(select(_draft).order_by(_draft.c.at))
    return [_draft_of(row) for row in rows]


def keep(uow: UnitOfWork, draft: Draft) -> None:
    """Keep a draft in the place of the former one of its form."""
    forget(uow, draft.form)
    fields = [(one.name, one.label, one.text) for one in draft.fields]
    content = json.dumps({"fields": fields, "place": draft.place, "values": draft.values}, ensure_ascii=False)
    row = {"form": draft.form, "at": draft.at, "title": draft.title, "content": content}
    uow.connection.execute(insert(_draft), row)


def forget(uow: UnitOfWork, form: str = "") -> None:
    """The form was saved or given up; without a name all drafts go."""
    uow.connection.execute(delete(_draft).where(_draft.c.form == form) if form else delete(_draft))


def _draft_of(row: Any) -> Draft:
    content = json.loads(row.content)
    if isinstance(content, list):  # of a version that kept the texts alone
        content = {"fields": content}
    fields = tuple(Field(*one) for one in content["fields"])
    return Draft(row.form, row.title, row.at, fields, content.get("place", {}), content.get("values", {}))
