"""Everything that is kept about one person, to be handed to her: the right of access (Law No. 6698, Art. 11).

Rows that are about her are given whole. Of rows in which she is only named (a workshop she led, a need she raised)
her part, the title, the day and what was written are given, not the other people in them. Feedback and surveys know no
person. Rows that were said to be the same as hers are hers.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model import vocabulary
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.fields import LONG, MANY, RELATION, EntitySpec, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.normalise import show_phone, show_tags
from tn_desktop.model.places import province_name
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.stamps import stamp_milliseconds
from tn_desktop.services import export_log, organisation, records, same_as
from tn_desktop.services.called import row_names
from tn_desktop.services.export_lists import walk

SUBJECT: Final = "subject"
"""Translation context of what such a file says."""
TITLE: Final = QT_TRANSLATE_NOOP("subject", "Your data")
EXPLAINED: Final = QT_TRANSLATE_NOOP(
    "subject",
    "This is everything the network keeps about you. Feedback forms and surveys are kept without names, so none can be "
    "yours. You may have mistakes corrected, have your data erased, or object to their use: write to us, and you are "
    "answered within thirty days.",
)
"""What stands on such a file."""
OWN: Final = ("people", "memberships", "enrolments", "attendance", "contacts", "consents", "requests")
"""Entities of which a row that points to her is about her alone."""
DAYS: Final = ("date", "raised_at", "carried_out_at", "starts_at", "started", "due")
MOST_FILES: Final = 10_000

Value = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class SubjectTable:
    """One kind of rows: its title, a heading for each column, and the values."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class SubjectData:
    """Everything about a person, in the language it was asked in; empty tables are left out.

    Attributes:
        rows: how many rows she was entered as.
    """

    name: str
    organisation: str
    made_at: datetime
    tables: tuple[SubjectTable, ...]
    rows: int


def subject_data(connection: Connection, person: int, translate: Translate, now: datetime) -> SubjectData:
    """Everything about a living person.

    Raises:
        NotFound: there is no such person.
    """
    own = records.show(connection, "people", person)
    people = same_as.ids_of_group(connection, "people", person)
    tables = [_own(connection, ENTITIES[name], people, translate) for name in OWN]
    tables += [_named(connection, people, translate), _given(connection, people, translate)]
    filled = tuple(table for table in tables if table.rows)
    return SubjectData(full_name(own), organisation.name_of(connection), now, filled, len(people))


def _own(connection: Connection, spec: EntitySpec, people: Sequence[int], translate: Translate) -> SubjectTable:
    table = table_of(spec.cls)
    if spec.name == "people":
        ids = list(people)
    else:
        found = select(table.c.id).where(table.c.person_id.in_(people), table.c.alive == 1).order_by(table.c.id)
        ids = list(connection.execute(found).scalars())
    fields = [field for field in spec.fields if spec.name == "people" or field.name != "person"]
    shows = [shower(field, translate) for field in fields]
    rows = [
        tuple(show(row[field.name]) for field, show in zip(fields, shows, strict=True))
        for row in walk(connection, spec, array("q", ids))
    ]
    used = [at for at in range(len(fields)) if any(row[at] not in (None, "") for row in rows)]
    return SubjectTable(
        translate("entities", spec.title),
        tuple(translate("fields", fields[at].label) for at in used),
        tuple(tuple(row[at] for at in used) for row in rows),
    )


def _named(connection: Connection, people: Sequence[int], translate: Translate) -> SubjectTable:
    """Rows that name her: what she was there, which list, what it is called, when, what was written."""
    rows: list[tuple[Value, ...]] = []
    for spec in ENTITIES.values():
        if spec.name in OWN:
            continue
        for field in spec.fields:
            if field.target == "people" and field.kind in (RELATION, MANY):
                rows += _rows_naming(connection, spec, field, people, translate)
    heads = (
        QT_TRANSLATE_NOOP("subject", "As"),
        QT_TRANSLATE_NOOP("subject", "List"),
        QT_TRANSLATE_NOOP("subject", "What"),
        QT_TRANSLATE_NOOP("subject", "Date"),
        QT_TRANSLATE_NOOP("subject", "What was written"),
    )
    title = translate(SUBJECT, QT_TRANSLATE_NOOP("subject", "Named in"))
    return SubjectTable(title, tuple(translate(SUBJECT, head) for head in heads), tuple(rows))


def _rows_naming(
    connection: Connection, spec: EntitySpec, field: FieldSpec, people: Sequence[int], translate: Translate
) -> list[tuple[Value, ...]]:
    table = table_of(spec.cls)
    if field.kind == MANY:
        assert field.through is not None
        here, there = field.through.ends
        link = table_of(field.through)
        named = table.c.id.in_(select(link.c[here]).where(link.c[there].in_(people), link.c.alive == 1))
    else:
        named = table.c[field.column].in_(people)
    found = connection.execute(select(table).where(named, table.c.alive == 1).order_by(table.c.id)).mappings()
    rows: list[tuple[Value, ...]] = []
    held = [dict(row) for row in found]
    names = row_names(connection, spec.name, {row["id"] for row in held})
    for row in held:
        day = next((row[name] for name in DAYS if row.get(name)), "")
        called = names.get(row["id"], "")
        long = [str(row[one.name]) for one in spec.fields if one.kind == LONG and row[one.name]]
        rows.append(
            (
                translate("fields", field.label),
                translate("entities", spec.title),
                called,
                _day(day[:10]) if day else None,
                "\n".join(text for text in long if text != called) or None,
            )
        )
    return rows


def _given(connection: Connection, people: Sequence[int], translate: Translate) -> SubjectTable:
    """To whom files with people's data were given since she was entered; whether she is in one is not kept."""
    table = table_of(ENTITIES["people"].cls)
    created = connection.execute(select(table.c.created).where(table.c.id.in_(people))).scalars()
    first = min((stamp_milliseconds(one) for one in created if one), default=0)
    files = export_log.exports(connection, MOST_FILES, people_only=True, since=export_log.time_of(first))
    heads = (
        QT_TRANSLATE_NOOP("subject", "Date"),
        QT_TRANSLATE_NOOP("subject", "Given to"),
        QT_TRANSLATE_NOOP("subject", "With phone and e-mail"),
    )
    files = [one for one in files if one.kind != export_log.SUBJECT]
    yes, no = yes_no(translate)
    rows = tuple((_day(one.at[:10]), one.recipient or "–", yes if one.contacts else no) for one in files)
    title = translate(SUBJECT, QT_TRANSLATE_NOOP("subject", "Files that may hold these data"))
    return SubjectTable(title, tuple(translate(SUBJECT, head) for head in heads), rows)


def yes_no(translate: Translate) -> tuple[str, str]:
    """The words of a flag."""
    return (
        translate(SUBJECT, QT_TRANSLATE_NOOP("subject", "yes")),
        translate(SUBJECT, QT_TRANSLATE_NOOP("subject", "no")),
    )


def shower(field: FieldSpec, translate: Translate) -> Callable[[Any], Value]:
    """What is shown of a stored value of a field; dates stay dates."""
    match field.kind:
        case "choice":
            choices: Mapping[str, str] = field.choices
            return lambda value: vocabulary.word(choices, value, translate) or None
        case "province":
            return lambda value: province_name(value) or None
        case "phone":
            return lambda value: show_phone(value) if value else None
        case "date":
            return lambda value: _day(value) if value else None
        case "moment":
            return lambda value: _moment(value) if value else None
        case "flag":
            yes, no = yes_no(translate)
            return lambda value: None if value is None else yes if value else no
        case "tags":
            return lambda value: _tags(field, value, translate) if value else None
        case _:
            return lambda value: value


def _tags(field: FieldSpec, value: str, translate: Translate) -> str:
    return ", ".join(vocabulary.word(field.choices, one, translate) for one in show_tags(value).split(", "))


def _day(value: str) -> date | str:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def _moment(value: str) -> datetime | str:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return value
