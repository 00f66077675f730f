"""What a facilitator can choose about a session sheet."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["tr", "en"]
Orientation = Literal["auto", "portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """Choices of the print preview.

    Attributes:
        language: of the printed words; whoever calls passes a `translate` of the same language.
        phone, email: off by default, since the sheet goes round the room.
        blank_rows: numbered rows for walk-ins after the last person.
        logo: path of a picture for the heading, or "".
        privacy_notice: replaces the built-in sentence in the foot of each page where it is not "".
        agenda: whether pages with each session's agenda and materials follow, where it has an agenda.
        consents: whether there is an empty column for each consent, and the text to read on a page of its own.
        funder_id: whether there is an empty column for an id that a funder asks for; the program keeps none.
        orientation: "auto" takes landscape only when the columns do not fit upright.
    """

    language: Language = "tr"
    institution: bool = True
    subject: bool = True
    phone: bool = False
    email: bool = False
    blank_rows: int = 5
    logo: str = ""
    privacy_notice: str = ""
    orientation: Orientation = "auto"
    agenda: bool = False
    consents: bool = False
    funder_id: bool = False
