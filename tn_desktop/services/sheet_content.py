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
class SessionSheet:
    """A sign-in sheet of one session, or of several of one workshop side by side.

    walk_ins counts those of the people who are not enrolled: they came before it was printed.
    """

    organisation: str
    workshop: str
    sessions: tuple[SheetSession, ...]
    people: tuple[SheetPerson, ...] = ()
    walk_ins: int = 0

    @property
    def enrolled(self) -> int:
        """How many of the people are enrolled."""
        return len(self.people) - self.walk_ins

    @property
    def facilitators(self) -> tuple[str, ...]:
        """Everyone who facilitates one of the sessions, each once, in order of first appearance."""
        return tuple(dict.fromkeys(name for session in self.sessions for name in session.facilitators if name))
