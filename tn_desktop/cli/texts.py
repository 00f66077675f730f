"""The commands for the texts that are handed out to be signed: which there are, their words, other words."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.privacy_texts import LANGUAGES
from tn_desktop.model.vocabulary import CONSENT_PURPOSE
from tn_desktop.services import privacy_versions
from tn_desktop.services.privacy_versions import Wording
from tn_desktop.store.profile import Profile

CHANGE: Final = QT_TRANSLATE_NOOP("history", "Change the settings")
FIELDS: Final = ("notice", "consent", *CONSENT_PURPOSE)
LARGEST: Final = 1_000_000
"""Bytes of a file of words."""
_NO_WORDS: Final = QT_TRANSLATE_NOOP("errors", "“{file}” holds no words as “texts show VERSION --json” writes them.")


def texts(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """One of the commands below."""
    return _ACTIONS[arguments.action](profile, arguments)


def listing(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Every version, the oldest first: {"total", "rows": [{"version", "own", "in_use"}]}."""
    with opened(profile, arguments) as db, db.read() as connection:
        current, own = privacy_versions.current(connection), privacy_versions.own(connection)
        rows = [
            {"version": one, "own": one in own, "in_use": one == current}
            for one in privacy_versions.versions(connection)
        ]

    def lines(say: Speech) -> list[str]:
        marks = {"own": QT_TRANSLATE_NOOP("cli", "own words"), "in_use": QT_TRANSLATE_NOOP("cli", "in use")}
        return [
            " · ".join((str(row["version"]), *(say(text) for key, text in marks.items() if row[key]))) for row in rows
        ]

    return Answer({"total": len(rows), "rows": rows}, lines)


def show(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """A version's words: {"version", "in_use", "texts": {language: {"notice", "consent", "purposes"}}}."""
    with opened(profile, arguments) as db, db.read() as connection:
        current = privacy_versions.current(connection)
        version = arguments.version or current
        if version not in privacy_versions.versions(connection):
            raise NotFound(privacy_versions.NO_VERSION, version=version)
        words = {one: privacy_versions.wording(privacy_versions.text(connection, one, version)) for one in LANGUAGES}
    told = {
        one: {"notice": list(said.notice), "consent": said.consent, "purposes": dict(said.purposes)}
        for one, said in words.items()
    }

    def lines(say: Speech) -> list[str]:
        said = words[say.language if say.language in words else "tr"]
        return [*said.notice, said.consent, *(f"[ ] {text}" for text in said.purposes.values())]

    return Answer({"version": version, "in_use": version == current, "texts": told}, lines)


def change(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Word it otherwise, as a version of its own that is handed out from now on: {"version", "changed"}."""
    given = [*(_in_file(arguments.words) if arguments.words is not None else ()), *arguments.fields]
    if not given:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Say what is worded how: tr.consent=…, or a file with --from."))
    with opened(profile, arguments) as db, db.write(CHANGE) as uow:
        before = {one: privacy_versions.wording(privacy_versions.text(uow.connection, one)) for one in LANGUAGES}
        after = dict(before)
        for field, value in given:
            language, _dot, name = field.partition(".")
            if language not in LANGUAGES or name not in FIELDS:
                known = ", ".join(f"{language}.{name}" for language in LANGUAGES for name in FIELDS)
                message = QT_TRANSLATE_NOOP("errors", "{entity} has no field “{name}”. Fields: {known}.")
                raise FieldError(field, message, entity="texts", name=field, known=known)
            after[language] = _with(after[language], name, value)
        version = privacy_versions.save(uow, after, datetime.now().astimezone().date())
        now = {one: privacy_versions.wording(privacy_versions.text(uow.connection, one)) for one in LANGUAGES}
    changed = [f"{one}.{name}" for one in LANGUAGES for name in FIELDS if _of(before[one], name) != _of(now[one], name)]

    def lines(say: Speech) -> list[str]:
        if not changed:
            return [say(QT_TRANSLATE_NOOP("cli", "Nothing to change: it was so already."))]
        return [say(QT_TRANSLATE_NOOP("cli", "Handed out from now on: {version}"), version=version)]

    return Answer({"version": version, "changed": changed}, lines)


def use(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Hand out a version that is there already: {"version", "before"}."""
    with opened(profile, arguments) as db, db.write(CHANGE) as uow:
        before = privacy_versions.use(uow, arguments.version)
    told = QT_TRANSLATE_NOOP("cli", "Handed out from now on: {version}")
    answer = {"version": arguments.version, "before": before}
    return Answer(answer, lambda say: [say(told, version=arguments.version)])


def _of(words: Wording, name: str) -> object:
    return words.purposes.get(name) if name in CONSENT_PURPOSE else getattr(words, name)


def _with(words: Wording, name: str, value: str) -> Wording:
    if name == "notice":
        return replace(words, notice=tuple(value.splitlines()))
    if name == "consent":
        return replace(words, consent=value)
    return replace(words, purposes={**words.purposes, name: value})


def _in_file(file: Path) -> Sequence[tuple[str, str]]:
    """The fields of a file as `show --json` writes it, also of one with fewer of them.

    Raises:
        Refused: it cannot be read, or holds something else.
    """
    try:
        with file.open("rb") as opened:
            held = json.loads(opened.read(LARGEST + 1)[:LARGEST])["texts"]
        return [
            (f"{language}.{name}", "\n".join(value) if isinstance(value, list) else value + "")
            for language, words in held.items()
            for name, value in {**words, **words.get("purposes", {})}.items()
            if name != "purposes"
        ]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused(_NO_WORDS, file=file.name) from error


_ACTIONS: Final[Mapping[str, Callable[[Profile, argparse.Namespace], Answer]]] = {
    "list": listing,
    "show": show,
    "set": change,
    "use": use,
}
