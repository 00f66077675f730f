"""Whose notebook a profile is: the facilitator who works with it, and the organisation it prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from tn_desktop.model import normalise
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.model.text import clean
from tn_desktop.services import organisation, records, settings
from tn_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Owner:
    """What the notebook knows of its owner: name, province (by name), organisation ("" where nothing is said)."""

    name: str = ""
    province: str = ""
    organisation: str = ""


def owner(connection: Connection) -> Owner:
    """The owner as forms show her; empty fields before the first start is done."""
    held: Mapping[str, Any] = settings.get(connection, settings.OWNER) or {}
    return Owner(held.get("name", ""), province_name(held.get("province")), organisation.name_of(connection))


def settle(uow: UnitOfWork, wanted: Owner, demo: bool = False) -> Changes:
    """Keep who works here; the first time she becomes a person of the notebook too, as a facilitator.

    told["owner"] is what is kept. With `demo` the notebook is one of made-up data.

    Raises:
        FieldError: the name is empty, or there is no such province.
    """
    name = clean(wanted.name)
    if not name:
        raise FieldError("name", QT_TRANSLATE_NOOP("errors", "Fill in your name, as it shall stand on sheets."))
    province = normalise.province("province", wanted.province) if wanted.province.strip() else None
    held = settings.get(uow.connection, settings.OWNER) or {}
    kept = {"name": name, "person": held.get("person"), "province": province}
    if demo or held.get("demo"):
        kept["demo"] = True
    if kept["person"] is None:
        given, _space, family = name.rpartition(" ")
        values = {"given_name": given or family, "family_name": family if given else None, "province": province}
        key = records.add(uow, "people", {**values, "roles": ["facilitator"]}).subject
        assert key is not None
        kept["person"] = records.uid_of(uow.connection, "people", key)
    settings.put(uow, settings.OWNER, kept)
    called = clean(wanted.organisation) or settings.DEFAULT_ORGANISATION
    settings.put(uow, settings.ORGANISATION, called)
    organisation.rename(uow, clean(wanted.organisation))
    return uow.changes(owner=kept)
