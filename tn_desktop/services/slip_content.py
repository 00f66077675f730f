"""What a consent slip prints: whose it is, and who keeps the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from tn_desktop.model.privacy_texts import LANGUAGES, PrivacyText, privacy_text
from tn_desktop.services import organisation, owner, privacy_versions, records
from tn_desktop.services.related import known


@dataclass(frozen=True, slots=True)
class SlipContent:
    """The slips of some people, one after the other; of nobody, one to be filled in by hand.

    Attributes:
        contact: where requests go: the organisation's e-mail, phone or address, or else the facilitator.
        texts: language -> what is handed out today (services/privacy_versions.py).
        names: printed on the slips; "" leaves the line to the pen.
    """

    organisation: str
    contact: str
    names: tuple[str, ...] = ("",)
    texts: Mapping[str, PrivacyText] = field(default_factory=dict)

    def text(self, language: str) -> PrivacyText:
        """The text in that language."""
        return self.texts.get(language) or privacy_text(language)


def slip_content(connection: Connection, people: Sequence[int] = ()) -> SlipContent:
    """The slips of these people, in their order."""
    names = tuple(one.name for one in known(connection, "people", people)) or ("",)
    return SlipContent(organisation.name_of(connection), contact_of(connection), names, texts_of(connection))


def texts_of(connection: Connection, version: str = "") -> dict[str, PrivacyText]:
    """The texts of a version, by language; of the one that is handed out today unless told."""
    return {language: privacy_versions.text(connection, language, version) for language in LANGUAGES}


def contact_of(connection: Connection) -> str:
    """Where somebody asks about her data."""
    key = organisation.key_of(connection)
    held = records.show(connection, "organisation", key) if key is not None else {}
    parts = [str(held[name]) for name in ("email", "address", "web") if held.get(name)]
    return " · ".join(parts) or owner.owner(connection).name
