"""The texts that are handed out here: those that came with the program, and the organisation's own.

A text is never changed once it was kept: another wording is another version, and whoever agreed to an older one is
asked again. Own versions are rows that travel, so that a text that somebody signed on one laptop can be read on each;
which version is handed out, everybody chooses on her own.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.entities.privacy import OwnText
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.privacy_texts import LANGUAGES, PrivacyText, current_version, privacy_text
from tn_desktop.model.privacy_texts import versions as shipped
from tn_desktop.model.stamps import canonical, content_bytes
from tn_desktop.model.vocabulary import CONSENT_PURPOSE
from tn_desktop.services import settings
from tn_desktop.store.unit_of_work import UnitOfWork

IN_USE: Final = "privacy-version"
"""Setting: the version that is handed out; without it the newest that came with the program."""
BEFORE: Final = "privacy-version-before"
"""Setting: the one before, handed out again where the keeping of the present one is taken back."""
CAME: Final = "privacy-versions-came"
"""Setting: versions that came with files and that nobody has looked at here."""
NO_VERSION: Final = QT_TRANSLATE_NOOP("errors", "There is no version “{version}” of the texts.")
LONGEST: Final = 6_000
"""Letters of a notice: what does not fit on two pages is read by nobody."""
_DAY: Final = len("2026-03-14")
"""How an own version begins."""
_setting, _text = table_of(Setting), table_of(OwnText)


@dataclass(frozen=True, slots=True)
class Wording:
    """What can be worded in one language: paragraphs of the notice, the sentence above the purposes, and theirs."""

    notice: tuple[str, ...]
    consent: str
    purposes: Mapping[str, str]


def current(connection: Connection) -> str:
    """The version that is handed out today."""
    known = versions(connection)
    chosen = (str(settings.get(connection, key) or "") for key in (IN_USE, BEFORE))
    return next((one for one in chosen if one in known), current_version())


def current_in_sql() -> ColumnElement[str]:
    """The same, as part of a query."""
    own = select(_text.c.version).where(_text.c.alive == 1)
    held = func.replace(_setting.c.value, '"', "")
    chosen = (
        select(held).where(_setting.c.key == key, or_(held.in_(shipped()), held.in_(own))).scalar_subquery()
        for key in (IN_USE, BEFORE)
    )
    return func.coalesce(*chosen, current_version())


def versions(connection: Connection) -> tuple[str, ...]:
    """Every version there is a text of, the oldest first."""
    return (*shipped(), *sorted(own(connection)))


def own(connection: Connection) -> frozenset[str]:
    """The versions with an organisation's own words, made here or on another laptop."""
    return frozenset(connection.execute(select(_text.c.version).where(_text.c.alive == 1).distinct()).scalars())


def note_came(uow: UnitOfWork, versions: Iterable[str]) -> None:
    """Keep that versions came with a file, until somebody looks at them: the latest ones, where several came."""
    days = sorted(set(versions) - {current(uow.connection)})
    new = [one for one in days if one[:_DAY] == days[-1][:_DAY]]
    if new:
        settings.put(uow, CAME, list(dict.fromkeys([*(settings.get(uow.connection, CAME) or ()), *new])))
        uow.tell(OwnText, "changed", ())


def came(connection: Connection) -> tuple[str, ...]:
    """Versions that came with files and that nobody has looked at here, the newest first."""
    noted = settings.get(connection, CAME)
    if not noted:
        return ()
    # A file may have been taken back since.
    there = own(connection) - {current(connection)}
    return tuple(sorted((one for one in noted if one in there), reverse=True))


def look_at(uow: UnitOfWork, version: str) -> None:
    """Somebody looks at a version: it is news no longer."""
    noted = settings.get(uow.connection, CAME) or ()
    if version in noted:
        settings.put(uow, CAME, [one for one in noted if one != version] or None)
        uow.tell(OwnText, "changed", ())


def text(connection: Connection, language: str, version: str = "") -> PrivacyText:
    """A version (the current one unless told) in a language; the program's own where it is not known here."""
    version = version or current(connection)
    said = language if language in LANGUAGES else "tr"
    # Also one whose keeping was taken back: somebody may have signed it.
    found = select(_text).where(_text.c.version == version, _text.c.language == said).order_by(_text.c.alive.desc())
    own = connection.execute(found.limit(1)).one_or_none()
    if own is None:
        return privacy_text(language, version if version in shipped() else "")
    frame = privacy_text(language)
    words = _read(own)
    return PrivacyText(version, language, words.notice, words.consent, words.purposes, frame.labels)


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
    # Of the content, so that two laptops that word alike on one day agree, and others do not.
    said = canonical({language: _columns(one) for language, one in clean.items()})
    version = f"{today.isoformat()}-{hashlib.sha256(said.encode()).hexdigest()[:6]}"
    for language, one in clean.items():
        _keep(uow, {"version": version, "language": language, **_columns(one)})
    _hand_out(uow, version)
    return version


def use(uow: UnitOfWork, version: str) -> str:
    """Hand out a version that is there already, also one that came from another laptop; the one before.

    Raises:
        NotFound: there is no such version.
    """
    if version not in versions(uow.connection):
        raise NotFound(NO_VERSION, version=version)
    before = current(uow.connection)
    if version != before:
        _hand_out(uow, version)
    return before


def _hand_out(uow: UnitOfWork, version: str) -> None:
    look_at(uow, version)
    settings.put(uow, BEFORE, settings.get(uow.connection, IN_USE))
    settings.put(uow, IN_USE, version)


def _keep(uow: UnitOfWork, row: Mapping[str, str]) -> None:
    uid = content_bytes(_text.name, [row[name] for name in OwnText.content])
    held = uow.connection.execute(select(_text.c.id, _text.c.alive).where(_text.c.uid == uid)).one_or_none()
    if held is None:
        uow.create_many(OwnText, [{**row, "uid": uid}])
    elif not held.alive:
        uow.revive(OwnText, held.id)


def _columns(one: Wording) -> dict[str, str]:
    purposes = (f"{name}: {one.purposes[name]}" for name in CONSENT_PURPOSE if name in one.purposes)
    return {"notice": "\n".join(one.notice), "consent": one.consent, "purposes": "\n".join(purposes)}


def _read(row: Any) -> Wording:
    """A row's words; a purpose that it does not know is worded as the program does."""
    told = (line.partition(": ") for line in (row.purposes or "").split("\n"))
    frame: Mapping[str, str] = privacy_text(row.language).purposes
    purposes = {**frame, **{name: said for name, _colon, said in told if name in frame and said}}
    notice: Sequence[str] = (row.notice or "").split("\n")
    return Wording(tuple(notice), row.consent or "", purposes)


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
