"""Values of any entity's fields as people read them, for reviews in which many kinds of rows stand under each other."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from tn_desktop.gui.context import translate
from tn_desktop.model.fields import RELATION, FieldSpec
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.shown import shown
from tn_desktop.services.output_files import name_of

NOTHING = "–"


def entity_title(entity: str) -> str:
    """What the rows of an entity are called."""
    return translate("entities", ENTITIES[entity].title) if entity in ENTITIES else entity


def field_title(entity: str, name: str) -> str:
    """What a field is called."""
    spec = field_of(entity, name)
    return translate("fields", spec.label) if spec is not None else name


def field_of(entity: str, name: str) -> FieldSpec | None:
    """The field of that name, if this program knows it."""
    if entity not in ENTITIES:
        return None
    return next((field for field in ENTITIES[entity].fields if field.name == name), None)


def value_text(entity: str, name: str, value: Any, names: Mapping[str, str] | None = None) -> str:
    """A stored value in the user's language; a dash for none. names: what other rows are called, by their uids."""
    spec = field_of(entity, name)
    if value is None or value == "":
        return NOTHING
    if spec is None:
        return str(value)
    if (entity, name) == ("outputs", "file"):
        return name_of(str(value))
    if spec.kind == RELATION:
        return (names or {}).get(value, str(value))
    return shown(spec, value, translate)


def moment_text(milliseconds: int) -> str:
    """A moment of a stamp as local time."""
    if not milliseconds:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000).strftime("%d.%m.%Y %H:%M")  # noqa: DTZ006 - shown as is


def counts_text(added: int, changed: int, removed: int, conflicting: int) -> str:
    """What a merge did, in words."""
    parts = (
        (added, QCoreApplication.translate("ExchangePane", "%n added", "", added)),
        (changed, QCoreApplication.translate("ExchangePane", "%n changed", "", changed)),
        (removed, QCoreApplication.translate("ExchangePane", "%n removed", "", removed)),
        (conflicting, QCoreApplication.translate("ExchangePane", "%n in conflict", "", conflicting)),
    )
    said = " · ".join(text for number, text in parts if number)
    return said or QCoreApplication.translate("ExchangePane", "nothing new")
