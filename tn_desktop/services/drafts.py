"""Drafts of forms: what was typed and not saved yet, kept in the database, where no kill and no empty battery takes it.

They are no data of the network: they never travel, have no history, and go when the form is saved or given up.
"""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Draft as DraftTable
from tn_desktop.store.unit_of_work import UnitOfWork

_draft = table_of(DraftTable)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: its name in the form, what it is called, and what was typed."""

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
        fields: those in which something stands.
    """

    form: str
    title: str
    at: str
    fields: tuple[Field, ...]


def drafts(connection: Connection) -> list[Draft]:
    """All that are kept, the oldest first."""
    rows = connection.execute(select(_draft).order_by(_draft.c.at))
    return [
        Draft(row.form, row.title, row.at, tuple(Field(*field) for field in json.loads(row.content))) for row in rows
    ]


def keep(uow: UnitOfWork, draft: Draft) -> None:
    """Keep a draft in the place of the former one of its form."""
    forget(uow, draft.form)
    content = json.dumps([(one.name, one.label, one.text) for one in draft.fields], ensure_ascii=False)
    row = {"form": draft.form, "at": draft.at, "title": draft.title, "content": content}
    uow.connection.execute(insert(_draft), row)


def forget(uow: UnitOfWork, form: str = "") -> None:
    """The form was saved or given up; without a name all drafts go."""
    uow.connection.execute(delete(_draft).where(_draft.c.form == form) if form else delete(_draft))
