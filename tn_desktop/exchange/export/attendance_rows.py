"""The rows of the attendance sheets, as values or as fragments of a writer: both are made by the same code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final, TypeVar

from tn_desktop.exchange.export.layout import Value
from tn_desktop.exchange.export.scope import AttendanceScope, Options, PersonRow, SessionRow, Watch
from tn_desktop.exchange.export.tally import OTHER, State, Tally, totals
from tn_desktop.exchange.export.words import Words, word
from tn_desktop.model.errors import Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name

Fragment = TypeVar("Fragment", bytes, tuple[Value, ...])
"""The cells of some columns: XML with the row left open, or plain values. Both are joined with +."""

Make = Callable[[int, Sequence[Value]], Fragment]
"""(position of the first column, values) -> fragment."""

_KNOWN_PEOPLE: Final = 50_000
"""Most people whose cells are kept for their next mark: about 40 MB."""
DATA_SESSION: Final = ("session_number", "workshop", "session", "day", "starts", "ends", "session_province")
"""Keys of the data sheet's columns that tell the session."""


class RowSource:
    """Values of the rows of one export."""

    def __init__(
        self, scope: AttendanceScope, options: Options, words: Words, session_count: int, *, zones: bool
    ) -> None:
        self.scope = scope
        self.words = words
        self._session_count = session_count
        self._labels = scope.labels
        self._contacts = options.contacts
        self._zones = zones

    def data(self, tally: Tally, make: Make[Fragment], watch: Watch) -> Iterator[list[Fragment]]:
        """The rows of the data sheet, a session's at a time, counting them in `tally`.

        Raises:
            Cancelled: the watch says so.
        """
        person_at = len(DATA_SESSION)
        mark_at = person_at + len(self.person(PersonRow(0, *[None] * 9)))
        sessions = iter(self.scope.sessions())
        people: dict[int, Fragment] = {}
        codes: dict[State, int] = {}
        said: list[Fragment] = []
        done = 0
        for marks in self.scope.marks():
            check(watch, done, self._session_count)
            self._know(people, {mark[1] for mark in marks}, make, person_at)
            for number, group in groupby(marks, key=itemgetter(0)):
                session = next(row for row in sessions if row.number == number)
                before: Any = make(0, self.session_of_data(session))
                some = list(group)
                for state in sorted({mark[2:] for mark in some if mark[2:] not in codes}, key=repr):
                    codes[state] = tally.code(state)
                    said.append(make(mark_at, self._mark(state)))
                who, what = [mark[1] for mark in some], [codes[mark[2:]] for mark in some]
                tally.add(number, who, what)
                yield [before + people[person] + said[code] for person, code in zip(who, what, strict=True)]
                done = number

    def _know(self, people: dict[int, Fragment], wanted: set[int], make: Make[Fragment], position: int) -> None:
        """Make the cells of the people wanted, keeping those of earlier ones while they are few."""
        missing = {person for person in wanted if person not in people}
        if len(people) + len(missing) > _KNOWN_PEOPLE:
            people.clear()
            missing = wanted
        for person in self.scope.some_people(missing) if missing else ():
            people[person.number] = make(position, self.person(person))

    def session_of_data(self, session: SessionRow) -> tuple[Value, ...]:
        """The columns of the data sheet that tell the session."""
        day, starts, ends = moments(session)
        return (
            session.number,
            session.workshop,
            self.words.session_name(session.title, session.order),
            day,
            starts,
            ends,
            province_name(session.province),
        )

    def person(self, person: PersonRow) -> tuple[Value, ...]:
        """Number, name, (label), institution, subject, province, district, (phone, e-mail, agreed since)."""
        label = (person.label,) if self._labels else ()
        since = date.fromisoformat(person.agreed) if person.agreed else None
        contacts = (show_phone(person.phone), person.email, since) if self._contacts else ()
        return (
            person.number,
            person.name,
            *label,
            person.institution,
            person.subject,
            province_name(person.province),
            person.district,
            *contacts,
        )

    def _mark(self, state: Sequence[Any]) -> tuple[Value, ...]:
        status, mode, minutes, walk_in = state
        words = self.words
        return (
            words.status[None] if status is None else word(words.status, status),
            word(words.mode, mode),
            minutes,
            words.yes if walk_in else None,
        )

    def sessions(self, tally: Tally) -> Iterator[tuple[Value, ...]]:
        """The rows of the sessions' sheet."""
        words = self.words
        none = (0,) * (OTHER + 1)
        for session in self.scope.sessions():
            day, starts, ends = moments(session)
            yield (
                session.number,
                session.workshop,
                words.session_name(session.title, session.order),
                day,
                starts,
                ends,
                *((session.zone,) if self._zones else ()),
                word(words.mode, session.mode),
                session.venue,
                province_name(session.province),
                session.facilitators,
                word(words.session_status, session.status),
                session.capacity,
                *totals(tally.sessions.get(session.number, none)),
                session.minors,
                session.guests,
            )

    def people(self, tally: Tally) -> Iterator[tuple[Value, ...]]:
        """The rows of the people's sheet."""
        for person in self.scope.people():
            yield (*self.person(person), *totals(tally.of_person(person.number)))

    def grid(self, tally: Tally) -> Iterator[tuple[tuple[Value, ...], bytes, tuple[Value, ...]]]:
        """The rows of people × sessions: the person's values, the slot + 1 of each session, the totals."""
        for person in self.scope.people():
            row = tally.row_of(person.number)
            counts = [row.count(slot + 1) for slot in range(OTHER + 1)]
            yield self.head_of_grid(person), row, totals(counts)

    def head_of_grid(self, person: PersonRow) -> tuple[Value, ...]:
        """The columns of people × sessions that tell the person."""
        label = (person.label,) if self._labels else ()
        return (person.number, person.name, *label, person.institution)


def check(watch: Watch, done: int, total: int) -> None:
    """Tell how far the work is; stop it if that is wanted."""
    if watch.cancelled():
        raise Cancelled(QT_TRANSLATE_NOOP("errors", "Stopped. No file was written."))
    watch.progress(done, max(done, total))


def moments(session: SessionRow) -> tuple[date | None, time | None, time | None]:
    """Day, start and end of a session."""
    starts, ends = session.starts_at, session.ends_at
    return (
        date.fromisoformat(starts[:10]) if starts else None,
        time.fromisoformat(starts[11:16]) if starts and len(starts) >= 16 else None,
        time.fromisoformat(ends[11:16]) if ends and len(ends) >= 16 else None,
    )


def sample(rows: Iterable[Any], most: int = 500) -> list[Any]:
    """The first rows of a source that may hold a cursor open, which is closed again."""
    source = iter(rows)
    taken = list(islice(source, most))
    close = getattr(source, "close", None)
    if close is not None:
        close()
    return taken
