"""What follows from a write beyond its own row: a workshop's dates, its waiting list, who led it, a tool's minutes."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.entities.workshops import Enrolment, Workshop
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.tool_steps import read_steps, total_minutes
from tn_desktop.model.vocabulary import ENROLLED, WAITING
from tn_desktop.services import agenda_blocks, leaders, places
from tn_desktop.services.session_rules import refresh_workshop, workshop_of
from tn_desktop.store.unit_of_work import UnitOfWork

SHOWN_WITH_OTHERS: Final = ("agenda",)
"""Entities of which a row is shown with what others say beyond it: even what it says already may be new to those."""
_enrolment = table_of(Enrolment)


def before_add(uow: UnitOfWork, spec: EntitySpec, row: Mapping[str, Any], given: Collection[str]) -> dict[str, Any]:
    """Columns of a new row that follow from others, where they are not given: an enrolment waits if it is full."""
    if spec.name == "tools":
        return _minutes(row)
    if spec.name == "requests" and row.get("person_id") is None:
        # Only whoever was erased meanwhile leaves a request without a name.
        raise FieldError("person", QT_TRANSLATE_NOOP("errors", "“{name}” is needed. Fill it in."), name="person")
    if spec.name != "enrolments":
        return {}
    found: dict[str, Any] = {}
    if "status" not in given:
        found["status"] = WAITING if places.places(uow.connection, row["workshop_id"]).free == 0 else ENROLLED
    if "since" not in given:
        found["since"] = places.since_now(uow, row["workshop_id"])
    return found


def after(
    uow: UnitOfWork,
    spec: EntitySpec,
    key: int,
    row: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
    written: Collection[str] = (),
) -> dict[str, object]:
    """Write what follows from a row that was added, changed or removed; returns what there is to tell.

    `row` is the row as it is now, `before` as it was; `written` names the fields that were given.
    """
    moved: tuple[int, ...] = ()
    if spec.name == "sessions":
        for workshop in {row["workshop_id"], (before or row)["workshop_id"]}:
            refresh_workshop(uow, workshop)
            moved += places.fill(uow, workshop)
    elif spec.name == "attendance" and row.get("status"):
        refresh_workshop(uow, workshop_of(uow.connection, row["session_id"]))
    elif spec.name == "enrolments" and before is not None:
        moved = places.fill(uow, row["workshop_id"])
    elif spec.name == "workshops" and "led_by" in written and "teacher_led" not in written:
        uow.change(Workshop, key, {"teacher_led": leaders.teacher_led(uow.connection, key)})
    elif spec.name == "agenda" and before is not None:
        given = {spec.field(name).column for name in written}
        _with_alike(uow, before, {name: row[name] for name in agenda_blocks.SHARED if name in given})
        if "position" in written:
            shown = agenda_blocks.blocks(uow.connection, row["session_id"])
            agenda_blocks.follow(uow, shown, [one.id for one in shown])
    elif spec.name == "tools" and not {"steps", "minutes"}.isdisjoint(written):
        uow.change(EngagementTool, key, _minutes(row))
    return _told(uow, moved)


def after_removal(uow: UnitOfWork, spec: EntitySpec, key: int, row: Mapping[str, Any]) -> dict[str, object]:
    """Write what follows from a row that was removed; returns what there is to tell."""
    if spec.name == "agenda":
        _with_alike(uow, row, None)
    if spec.name != "people":
        return after(uow, spec, key, row, row)
    moved: tuple[int, ...] = ()
    held = select(_enrolment.c.workshop_id).where(
        _enrolment.c.person_id == key, _enrolment.c.alive + 0 == 1, _enrolment.c.status == ENROLLED
    )
    for workshop in uow.connection.execute(held).scalars().all():
        moved += places.fill(uow, workshop)
    return _told(uow, moved)


def _with_alike(uow: UnitOfWork, before: Mapping[str, Any], values: Mapping[str, Any] | None) -> None:
    """Change or remove (None) what stands behind a block of an agenda, in sessions that are seen as one."""
    if values == {}:
        return
    for other in agenda_blocks.alike(uow.connection, before):
        if values is None:
            uow.remove(AgendaBlock, other)
        else:
            uow.change(AgendaBlock, other, values)


def _minutes(tool: Mapping[str, Any]) -> dict[str, Any]:
    """The minutes of a tool are those of its steps together, where they say so."""
    minutes = total_minutes(read_steps(tool["steps"])) if tool.get("steps") else None
    return {} if minutes is None else {"minutes": minutes}


def _told(uow: UnitOfWork, moved: tuple[int, ...]) -> dict[str, object]:
    return {"moved_up": places.names_of(uow.connection, moved)} if moved else {}
