"""What stands on a session sheet, as plain values: filled from the database, painted by sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tn_desktop.model.privacy_texts import PrivacyText


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session: times are local ISO text to the minute (YYYY-MM-DDTHH:MM), "" where unknown."""

    number: int
    title: str = ""
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    mode: str = ""
    facilitators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """One row.

    Attributes:
        number: the row's number in attendance entry too, so that marks are typed in from paper by it.
        label: printed beside the name.
        namesake: somebody else on the sheet has the same name; where the institution has no column of its own, it
            takes the place of a missing label.
    """

    number: int
    full_name: str
    label: str = ""
    namesake: bool = False
    institution: str = ""
    subject: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """A part of an agenda: clock times (HH:MM, "" where unknown), minutes, titles by language."""

    starts: str
    ends: str
    minutes: int | None
    titles: Mapping[str, str]
    led_by: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class SheetAgenda:
    """The agenda of a session, and by language what has to be brought."""

    session: SheetSession
    blocks: tuple[SheetBlock, ...]
    materials: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A sign-in sheet of one session, or of several of one workshop side by side.

    walk_ins counts those of the people who are not enrolled: they came before it was printed. agendas holds those of
    the sessions that have one. contact is where somebody asks about her data,
    texts what she reads about them, by language.
    """

    organisation: str
    workshop: str
    sessions: tuple[SheetSession, ...]
    people: tuple[SheetPerson, ...] = ()
    walk_ins: int = 0
    agendas: tuple[SheetAgenda, ...] = ()
    contact: str = ""
    texts: Mapping[str, PrivacyText] = field(default_factory=dict)

    @property
    def enrolled(self) -> int:
        """How many of the people are enrolled."""
        return len(self.people) - self.walk_ins

    @property
    def facilitators(self) -> tuple[str, ...]:
        """Everyone who facilitates one of the sessions, each once, in order of first appearance."""
        return tuple(dict.fromkeys(name for session in self.sessions for name in session.facilitators if name))
