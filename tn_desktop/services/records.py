"""Adding, changing, removing, showing and listing rows of any entity, by its field names.

What is told of an entity in model/registry.py is enough to check a value, store it and show it again; what an
entity does beyond that (a session moves its workshop's first date) is in consequences.py.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, false, func, or_, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.model.fields import MANY, RELATION, TAGS, EntitySpec, FieldSpec, parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES, entity
from tn_desktop.model.tool_library import in_language
from tn_desktop.services import consequences, one_relation
from tn_desktop.services.row_rules import check_row
from tn_desktop.store import twins
from tn_desktop.store.search import matching, walking, words_of
from tn_desktop.store.unit_of_work import UnitOfWork

LIST_LIMIT = 100


def add(uow: UnitOfWork, name: str, values: Mapping[str, object]) -> Changes:
    """Make a row of entity `name` from field values as people write them; `subject` of the result is its id.

    Raises:
        FieldError: a value is wrong, or a needed one is missing. NotFound: a relation names no row.
    """
    spec = entity(name)
    row, many = _parsed(uow.connection, spec, {}, values, {spec.column: spec.default for spec in spec.fields})
    _complete(spec, row)
    if spec.cls.relation is not None:
        _not_there_yet(uow, spec, row)
    row |= consequences.before_add(uow, spec, row, values)
    key = uow.create(spec.cls, row)
    for field, ids in many.items():
        _set_many(uow, spec, key, field, ids)
    told = consequences.after(uow, spec, key, row, None, values)
    return uow.changes(subject=key, **told)


def change(uow: UnitOfWork, name: str, key: int, values: Mapping[str, object]) -> Changes:
    """Change fields of a row; `told["fields"]` of the result lists those whose value really changed.

    Raises:
        FieldError: as in `add`; also for a field that is fixed once the row is made.
    """
    spec = entity(name)
    stored = _stored(uow.connection, spec, key)
    row, many = _parsed(uow.connection, spec, stored, values, {})
    for field in values:
        if spec.field(field).fixed and row.get(spec.field(field).column) != stored[spec.field(field).column]:
            raise FieldError(
                field,
                QT_TRANSLATE_NOOP("errors", "“{name}” cannot be changed. Remove this row and add another."),
                name=field,
            )
    _complete(spec, {**stored, **row})
    columns = uow.change(spec.cls, key, row)
    changed = [field.name for field in spec.fields if field.column in columns]
    changed += [field.name for field, ids in many.items() if _set_many(uow, spec, key, field, ids)]
    told: dict[str, object] = {}
    if changed or name in consequences.SHOWN_WITH_OTHERS:
        written = {*changed, *(field for field in values if spec.field(field).kind != MANY)}
        told = consequences.after(uow, spec, key, {**stored, **row}, stored, written)
    return uow.changes(subject=key, fields=tuple(changed), **told)


def remove(uow: UnitOfWork, name: str, key: int) -> Changes:
    """Remove a row; undo, or an edit made elsewhere meanwhile, brings it back."""
    spec = entity(name)
    stored = _stored(uow.connection, spec, key)
    uow.remove(spec.cls, key)
    told = consequences.after_removal(uow, spec, key, stored)
    return uow.changes(subject=key, **told)


def id_of(connection: Connection, name: str, uid: str | uuid.UUID) -> int:
    """The local id of a living row.

    Raises:
        NotFound: no such row, or it was removed. Refused: the text is no uid.
    """
    spec = entity(name)
    table = table_of(spec.cls)
    try:
        value = uid if isinstance(uid, uuid.UUID) else uuid.UUID(uid)
    except ValueError:
        raise Refused(QT_TRANSLATE_NOOP("errors", "“{uid}” is not a uid."), uid=uid) from None
    found = connection.execute(select(table.c.id).where(table.c.uid == value.bytes, table.c.alive == 1)).scalar()
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no row {uid} in {entity}."), uid=str(value), entity=name)
    return int(found)


def uid_of(connection: Connection, name: str, key: int) -> str:
    """The uid of a row, as text."""
    table = table_of(entity(name).cls)
    found = connection.execute(select(table.c.uid).where(table.c.id == key)).scalar()
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "There is no such record."))
    return str(uuid.UUID(bytes=found))


def show(connection: Connection, name: str, key: int, language: str | None = None) -> dict[str, Any]:
    """One row as its fields: relations as uids, lists as lists, and its own uid first.

    With a language, an engagement tool that still has the library's words says them in it.
    """
    row = _worded(entity(name), _stored(connection, entity(name), key), language)
    return _present(connection, entity(name), [row])[0]


def listing(
    connection: Connection,
    name: str,
    search: str = "",
    where: Mapping[str, str] | None = None,
    limit: int = LIST_LIMIT,
    language: str | None = None,
) -> tuple[int, list[dict[str, Any]]]:
    """How many living rows match, and the first `limit` of them in their usual order; `language` as in `show`.

    Raises:
        FieldError: a condition names no field, or a value the field cannot have.
    """
    spec = entity(name)
    table = table_of(spec.cls)
    conditions = [table.c.alive == 1, *twins.shown(table), *_parents_alive(spec)]
    conditions += one_relation.told_once(connection, spec.name)
    if words := words_of(search):
        conditions.append(_found(spec, words))
    for field, value in (where or {}).items():
        conditions.append(_condition(connection, spec, spec.field(field), value))
    total = connection.execute(select(func.count()).select_from(table).where(and_(*conditions))).scalar() or 0
    statement = _ordered(spec, select(table).where(and_(*conditions))).limit(limit)
    rows = [_worded(spec, row, language) for row in connection.execute(statement).mappings()]
    return int(total), _present(connection, spec, with_kept_ends(connection, spec, rows))


def living_ids(connection: Connection, name: str) -> Select[Any]:
    """The ids of the rows that `listing` lists, in their usual order, as a statement: for whoever walks over all."""
    spec = entity(name)
    table = table_of(spec.cls)
    conditions = [table.c.alive == 1, *twins.shown(table), *_parents_alive(spec)]
    return _ordered(spec, select(table.c.id).where(*conditions, *one_relation.told_once(connection, name)))


def _parsed(
    connection: Connection,
    spec: EntitySpec,
    stored: Mapping[str, Any],
    values: Mapping[str, object],
    defaults: Mapping[str, Any],
) -> tuple[dict[str, Any], dict[FieldSpec, list[int]]]:
    given = {field.name: values[field.name] for field in spec.fields if field.name in values}
    for name in values:
        spec.field(name)
    row: dict[str, Any] = {column: value for column, value in defaults.items() if value is not None}
    many: dict[FieldSpec, list[int]] = {}
    # Declared order: a phone is read in the country, a district in the province given with it.
    for field in sorted(spec.fields, key=lambda f: f.kind in ("phone", "district")):
        if field.name not in given:
            continue
        value = given[field.name]
        if field.kind == MANY:
            many[field] = [_target(connection, field, one) for one in _uids(value)]
        elif field.kind == RELATION:
            row[field.column] = None if value in (None, "") else _target(connection, field, value)
        else:
            row[field.column] = parse(field, value, {**stored, **row})
    return row, many


def _uids(value: object) -> list[object]:
    if value in (None, ""):
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return list(value) if isinstance(value, Sequence) else [value]


def _target(connection: Connection, field: FieldSpec, value: object) -> int:
    """A relation's target: an id inside the program, a uid from outside."""
    if isinstance(value, int):
        return value
    try:
        return id_of(connection, field.target, value if isinstance(value, uuid.UUID) else str(value))
    except Refused as error:
        raise FieldError(field.name, error.message, **error.values) from None


def _complete(spec: EntitySpec, row: Mapping[str, Any]) -> None:
    for field in spec.fields:
        if field.required and row.get(field.column) is None:
            raise FieldError(
                field.name, QT_TRANSLATE_NOOP("errors", "“{name}” is needed. Fill it in."), name=field.name
            )
    if spec.one_of and not any(row.get(name) for name in spec.one_of):
        raise FieldError(spec.one_of[0], QT_TRANSLATE_NOOP("errors", "A person needs a name. Fill in at least one."))
    check_row(spec.name, row)


def _not_there_yet(uow: UnitOfWork, spec: EntitySpec, row: Mapping[str, Any]) -> None:
    uid = uow.relation_uid(spec.cls, row)
    table = table_of(spec.cls)
    if uow.connection.execute(select(table.c.id).where(table.c.uid == uid.bytes, table.c.alive == 1)).scalar():
        raise Refused(QT_TRANSLATE_NOOP("errors", "This is already in {entity}; nothing was added."), entity=spec.name)


def _stored(connection: Connection, spec: EntitySpec, key: int) -> dict[str, Any]:
    table = table_of(spec.cls)
    row = connection.execute(select(table).where(table.c.id == key, table.c.alive == 1)).mappings().one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    return dict(row)


def _ends(field: FieldSpec) -> tuple[str, str]:
    """Columns of a MANY's relation rows: the one that points here, the one that points to the target."""
    assert field.through is not None
    here, there = field.through.ends
    return here, there


def _set_many(uow: UnitOfWork, spec: EntitySpec, key: int, field: FieldSpec, ids: Sequence[int]) -> bool:
    assert field.through is not None
    here, there = _ends(field)
    table = table_of(field.through)
    rows = uow.connection.execute(select(table.c.id, table.c[there]).where(table.c[here] == key, table.c.alive == 1))
    held = {row[1]: row[0] for row in rows}
    for target in dict.fromkeys(ids):
        if target not in held:
            uow.create(field.through, {here: key, there: target})
    for target, row_id in held.items():
        if target not in ids:
            uow.remove(field.through, row_id)
    return set(held) != set(ids)


def _parents_alive(spec: EntitySpec) -> list[Any]:
    """A relation row of a removed person, or a session of a removed workshop, is not listed."""
    conditions = []
    for field in spec.fields:
        if field.kind == RELATION and field.required:
            parent = table_of(ENTITIES[field.target].cls).alias(f"parent_{field.name}")
            own = table_of(spec.cls).c[field.column]
            conditions.append(exists(select(parent.c.id).where(parent.c.id == own, parent.c.alive == 1)))
    return conditions


def _found(spec: EntitySpec, words: list[str]) -> Any:
    table = table_of(spec.cls)
    if twins.shown(table):
        other = table.alias("other")
        return or_(matching(table, words), table.c.id.in_(twins.kept_where(table.name, other, walking(other, words))))
    if "search_name" in table.c:
        return matching(table, words)
    # A row without words of its own is found by those of what it belongs to: reach by its output, or its session's
    # workshop.
    relations = [f for f in spec.fields if f.kind == RELATION]
    direct = [f for f in relations if "search_name" in table_of(ENTITIES[f.target].cls).c]
    found = []
    for field in direct[:1] + [f for f in relations if f.target == "sessions" and f not in direct]:
        target = ENTITIES[field.target]
        own = table_of(target.cls)
        found.append(table.c[field.column].in_(select(own.c.id).where(_found(target, words))))
    return or_(*found) if found else false()


def _condition(connection: Connection, spec: EntitySpec, field: FieldSpec, value: str) -> Any:
    table = table_of(spec.cls)
    if field.kind == MANY:
        assert field.through is not None
        here, there = _ends(field)
        through = table_of(field.through)
        target = _target(connection, field, value)
        theirs = _one_of(field, through.c[there], target)
        own = twins.kept(table.name, through.c[here]) if twins.shown(table) else through.c[here]
        return table.c.id.in_(select(own).where(theirs, through.c.alive == 1))
    column = table.c[field.column]
    if value.strip() == "":
        return column.is_(None)
    if field.kind == RELATION:
        return _one_of(field, column, _target(connection, field, value))
    if field.kind == TAGS:
        one = json.dumps(value.strip(), ensure_ascii=False)
        # Letters A to Z in either case, on every engine.
        return column.icontains(one, autoescape=True)
    return column == parse(field, value, {})


def with_kept_ends(connection: Connection, spec: EntitySpec, rows: Sequence[Mapping[Any, Any]]) -> list[dict[Any, Any]]:
    """Rows as lists tell them: their relations point to what their ends are seen as."""
    seen = one_relation.as_told(connection, spec.name, [dict(row) for row in rows])
    for field in spec.fields:
        if field.kind == RELATION and twins.shown(table := table_of(ENTITIES[field.target].cls)):
            kept = twins.kept_of(connection, table.name, {row[field.column] for row in seen} - {None})
            for row in seen if kept else ():
                row[field.column] = kept.get(row[field.column], row[field.column])
    return seen


def _one_of(field: FieldSpec, column: Any, target: int) -> Any:
    """That a column points to a row, or to one that is seen as one with it."""
    table = table_of(ENTITIES[field.target].cls)
    return column.in_(twins.as_one(table.name, target)) if twins.shown(table) else column == target


def _ordered(spec: EntitySpec, statement: Select[Any]) -> Select[Any]:
    table = table_of(spec.cls)
    if "sort_key" in table.c:
        return statement.order_by(table.c.sort_key, table.c.id)
    if "starts_at" in table.c:
        return statement.order_by(table.c.starts_at, table.c.id)
    return statement.order_by(table.c.id)


def _worded(spec: EntitySpec, row: Mapping[Any, Any], language: str | None) -> dict[str, Any]:
    return in_language(row, language) if language and spec.cls is EngagementTool else dict(row)


def _present(connection: Connection, spec: EntitySpec, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    uids = {
        field.name: _uid_map(connection, ENTITIES[field.target].cls, {row[field.column] for row in rows} - {None})
        for field in spec.fields
        if field.kind == RELATION
    }
    many = {field.name: _many_map(connection, spec, field, rows) for field in spec.fields if field.kind == MANY}
    shown = []
    for row in rows:
        one: dict[str, Any] = {"uid": str(uuid.UUID(bytes=row["uid"]))}
        for field in spec.fields:
            if field.kind == MANY:
                one[field.name] = many[field.name].get(row["id"], [])
            elif field.kind == RELATION:
                one[field.name] = uids[field.name].get(row[field.column])
            elif field.kind == TAGS:
                one[field.name] = json.loads(row[field.column]) if row[field.column] else None
            elif field.kind == "flag":
                one[field.name] = None if row[field.column] is None else bool(row[field.column])
            else:
                one[field.name] = row[field.column]
        shown.append(one)
    return shown


def _uid_map(connection: Connection, cls: type[Synced], ids: set[Any]) -> dict[int, str]:
    table = table_of(cls)
    found: dict[int, str] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 10_000):
        part = select(table.c.id, table.c.uid).where(table.c.id.in_(wanted[start : start + 10_000]))
        found.update((row.id, str(uuid.UUID(bytes=row.uid))) for row in connection.execute(part))
    return found


def _many_map(
    connection: Connection, spec: EntitySpec, field: FieldSpec, rows: Sequence[Mapping[str, Any]]
) -> dict[int, list[str]]:
    assert field.through is not None
    here, there = _ends(field)
    through, target = table_of(field.through), table_of(ENTITIES[field.target].cls)
    found: dict[int, list[str]] = {}
    wanted = [row["id"] for row in rows]
    for start in range(0, len(wanted), 10_000):
        part = (
            select(through.c[here], target.c.uid)
            .join(target, target.c.id == through.c[there])
            .where(through.c[here].in_(wanted[start : start + 10_000]), through.c.alive == 1, target.c.alive == 1)
            .order_by(through.c.id)
        )
        for key, uid in connection.execute(part):
            found.setdefault(key, []).append(str(uuid.UUID(bytes=uid)))
    return found
