"""What stands on a session sheet, as plain values: filled from the database, painted by sheets."""

from dataclasses import dataclass


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
    """One row. `number` is the row's number in attendance entry too, so that marks are typed in from paper by it."""

    number: int
    full_name: str
    label: str = ""
    institution: str = ""
    subject: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A sign-in sheet of one session, or of several of one workshop side by side."""

    organisation: str
    workshop: str
    sessions: tuple[SheetSession, ...]
    people: tuple[SheetPerson, ...] = ()

    @property
    def facilitators(self) -> tuple[str, ...]:
        """Everyone who facilitates one of the sessions, each once, in order of first appearance."""
        return tuple(dict.fromkeys(name for session in self.sessions for name in session.facilitators if name))
