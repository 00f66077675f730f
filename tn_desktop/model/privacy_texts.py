"""The texts that people are given to read and sign: privacy notice and explicit consent, versioned, tr and en.

Data: resources/privacy, a file a version, never changed once it was handed to anybody: whoever wants another wording
adds a version, and whoever consented to an older one is asked again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from tn_desktop.model.resources import resource_path

LANGUAGES: Final = ("tr", "en")


@dataclass(frozen=True, slots=True)
class PrivacyText:
    """One version in one language.

    Attributes:
        notice: paragraphs; {organisation} and {contact} stand for those of the data controller.
        consent: the sentence above the purposes.
        purposes: purpose (model/vocabulary) -> what is agreed to.
        labels: words of the slip: title, notice_title, consent_title, yes, name, date, signature, version_line.
    """

    version: str
    language: str
    notice: Sequence[str]
    consent: str
    purposes: Mapping[str, str]
    labels: Mapping[str, str]


@cache
def versions() -> tuple[str, ...]:
    """Every version, the oldest first."""
    return tuple(sorted((path.stem for path in resource_path("privacy").glob("*.json")), key=_order))


def current_version() -> str:
    """The version that is handed out today."""
    return versions()[-1]


@cache
def privacy_text(language: str, version: str = "") -> PrivacyText:
    """A version (the current one unless told) in a language; Turkish where there is no other.

    Raises:
        OSError: there is no such version.
    """
    version = version or current_version()
    loaded: Mapping[str, Any] = json.loads(resource_path("privacy", f"{version}.json").read_text(encoding="utf-8"))
    said = loaded[language if language in LANGUAGES else "tr"]
    labels = {key: text for key, text in said.items() if key not in ("notice", "consent", "purposes")}
    return PrivacyText(version, language, tuple(said["notice"]), said["consent"], dict(said["purposes"]), labels)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("-"))
