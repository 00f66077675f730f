"""The texts that are handed out here: those that came with the program, and the organisation's own.

A text is never changed once it was kept: another wording is another version, and whoever agreed to an older one is
asked again. Own versions are settings of this notebook; the old ones stay, since consents refer to them.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.privacy_texts import LANGUAGES, PrivacyText, current_version, privacy_text
from tn_desktop.model.privacy_texts import versions as shipped
from tn_desktop.model.vocabulary import CONSENT_PURPOSE
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

OWN: Final = "privacy-texts"
"""Setting: own versions, the oldest first: {"version", "made", language: {"notice", "consent", "purposes"}}."""
IN_USE: Final = "privacy-version"
"""Setting: the version that is handed out; without it the newest that came with the program."""
LONGEST: Final = 6_000
"""Letters of a notice: what does not fit on two pages is read by nobody."""
_setting = table_of(Setting)


@dataclass(frozen=True, slots=True)
class Wording:
    """What can be worded in one language: paragraphs of the notice, the sentence above the purposes, and theirs."""

    notice: tuple[str, ...]
    consent: str
    purposes: Mapping[str, str]


def current(connection: Connection) -> str:
    """The version that is handed out today."""
    return str(settings.get(connection, IN_USE) or current_version())


def current_in_sql() -> ColumnElement[str]:
    """The same, as part of a query."""
    held = select(func.replace(_setting.c.value, '"', "")).where(_setting.c.key == IN_USE).scalar_subquery()
    return func.coalesce(held, current_version())


def versions(connection: Connection) -> tuple[str, ...]:
    """Every version there is a text of, the oldest first."""
    return (*shipped(), *(one["version"] for one in _own(connection)))


def text(connection: Connection, language: str, version: str = "") -> PrivacyText:
    """A version (the current one unless told) in a language; the program's own where it is not known here."""
    version = version or current(connection)
    own = next((one for one in _own(connection) if one["version"] == version), None)
    if own is None:
        return privacy_text(language, version if version in shipped() else "")
    frame = privacy_text(language)
    said = own[language if language in LANGUAGES else "tr"]
    return PrivacyText(version, language, tuple(said["notice"]), said["consent"], dict(said["purposes"]), frame.labels)


def wording(found: PrivacyText) -> Wording:
    """What can be worded of a text."""
    return Wording(tuple(found.notice), found.consent, dict(found.purposes))


def save(uow: UnitOfWork, wordings: Mapping[str, Wording], today: date) -> str:
    """Hand this wording out from now on; the version, which is the one before where nothing is worded otherwise.

    Raises:
        FieldError: something is empty or too long, in one of the languages.
    """
    clean = {language: _checked(language, wordings[language]) for language in LANGUAGES}
    now = {language: wording(text(uow.connection, language)) for language in LANGUAGES}
    if clean == now:
        return current(uow.connection)
    body = {language: _as_json(one) for language, one in clean.items()}
    # Of the content, so that two laptops that word alike on one day agree, and others do not.
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:4]
    version = f"{today.isoformat()}-{digest}"
    own = [one for one in _own(uow.connection) if one["version"] != version]
    settings.put(uow, OWN, [*own, {"version": version, "made": today.isoformat(), **body}])
    settings.put(uow, IN_USE, version)
    return version


def _own(connection: Connection) -> Sequence[Mapping[str, Any]]:
    return settings.get(connection, OWN) or []


def _as_json(one: Wording) -> dict[str, Any]:
    return {"notice": list(one.notice), "consent": one.consent, "purposes": dict(one.purposes)}


def _checked(language: str, one: Wording) -> Wording:
    notice = tuple(part for part in (" ".join(part.split()) for part in one.notice) if part)
    consent = " ".join(one.consent.split())
    purposes = {name: " ".join(str(one.purposes.get(name, "")).split()) for name in CONSENT_PURPOSE}
    for name, held in (("notice", " ".join(notice)), ("consent", consent), *purposes.items()):
        if not held:
            message = QT_TRANSLATE_NOOP("errors", "A part of the text is empty. Word it in each language.")
            raise FieldError(f"{language}.{name}", message)
        if len(held) > LONGEST:
            message = QT_TRANSLATE_NOOP("errors", "A part of the text is longer than {most} letters. Shorten it.")
            raise FieldError(f"{language}.{name}", message, most=LONGEST)
    return Wording(notice, consent, purposes)
