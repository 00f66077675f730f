"""Planning a list of attendance: which sessions its columns or rows mean, and which marks would be written."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from tn_desktop.exchange.drafts import Draft, SessionKey
from tn_desktop.exchange.headers import SessionInfo
from tn_desktop.exchange.plan import PlannedMark, PlannedSession, Target
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.values import When
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold

_session, _workshop = table_of(WorkshopSession), table_of(Workshop)


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored session of the workshop: id, its place among them (from 1), start, title."""

    id: int
    number: int
    starts_at: str
    title: str


def workshop_of(connection: Connection, target: Target) -> int | None:
    """The workshop that a target means, by itself or by its session.

    Raises:
        NotFound: the session was removed.
    """
    if target.session is None:
        return target.workshop
    found = connection.execute(
        select(_session.c.workshop_id).where(_session.c.id == target.session, _session.c.alive == 1)
    ).scalar()
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This session was removed in the meantime."))
    return int(found)


def stored_sessions(connection: Connection, workshop: int | None) -> list[Stored]:
    """The living sessions of a workshop in order."""
    if workshop is None:
        return []
    rows = connection.execute(
        select(_session.c.id, _session.c.starts_at, _session.c.title)
        .where(_session.c.workshop_id == workshop, _session.c.alive == 1)
        .order_by(_session.c.starts_at, _session.c.id)
    )
    return [Stored(row.id, number, row.starts_at or "", row.title or "") for number, row in enumerate(rows, 1)]


def title_of(connection: Connection, workshop: int | None) -> str:
    """A workshop's title; "" of none."""
    if workshop is None:
        return ""
    return str(connection.execute(select(_workshop.c.title).where(_workshop.c.id == workshop)).scalar() or "")


class Sessions:
    """Finds the session that a heading or a row means, among the stored ones or as a new one.

    `years` are years that the list itself names (in its title, in other dates), by which a date without one is read.
    """

    def __init__(
        self,
        stored: Sequence[Stored],
        only: int | None,
        today: date,
        years: Sequence[int] = (),
        chosen: Mapping[int, int | str] | None = None,
    ) -> None:
        self._stored = stored
        self._only = next((one for one in stored if one.id == only), None)
        self._today = today
        self._years = list(years)
        self._chosen = chosen or {}
        self.planned: list[PlannedSession] = []
        self._places: dict[tuple[str, str | None, str | None], int] = {}

    def add(self, info: SessionInfo, number: int, alone: bool) -> int:
        """Plan a session, once for each heading, and return its position; `alone`: it is the only one of its list."""
        key = (fold(info.title), info.date, info.time)
        if key in self._places:
            return self._places[key]
        self._places[key] = len(self.planned)
        return self.plan(info.title, number, lambda: self._find(info, number, alone))

    def plan(self, title: str, number: int, find: Callable[[], PlannedSession]) -> int:
        """Plan a session, the user's word on it before what is found, and return its position."""
        position = len(self.planned)
        choice = self._chosen.get(position)
        if isinstance(choice, int):
            planned = PlannedSession(title, choice, "", number)
        elif choice:
            planned = PlannedSession(title, None, choice if "T" in choice else f"{choice}T00:00", number)
        else:
            planned = find()
        self.planned.append(planned)
        return position

    def _find(self, info: SessionInfo, number: int, alone: bool) -> PlannedSession:
        day, remark = self._day(info)
        if self._only is not None:
            if alone or (day and self._only.starts_at.startswith(day)):
                return PlannedSession(info.title, self._only.id, self._only.starts_at, number)
            why = Remark(
                QT_TRANSLATE_NOOP(
                    "import", "“{session}” is another session than the chosen one; its marks are left out."
                ),
                {"session": info.title},
            )
            return PlannedSession(info.title, None, "", number, why)
        if day:
            same = [one for one in self._stored if one.starts_at.startswith(day)]
            exact = [one for one in same if info.time and one.starts_at.endswith(info.time)] or same
            if len(exact) == 1:
                return PlannedSession(info.title, exact[0].id, exact[0].starts_at, number, remark)
            if not exact:
                return PlannedSession(info.title, None, f"{day}T{info.time or self._usual_time()}", number, remark)
        found = self._by_number_or_title(info)
        if found is not None:
            return PlannedSession(info.title, found.id, found.starts_at, number)
        why = Remark(
            QT_TRANSLATE_NOOP("import", "It is not known on which day “{session}” was; its marks are left out."),
            {"session": info.title},
        )
        return PlannedSession(info.title, None, "", number, why)

    def _by_number_or_title(self, info: SessionInfo) -> Stored | None:
        titled = [one for one in self._stored if one.title and fold(one.title) == fold(info.title)]
        if len(titled) == 1:
            return titled[0]
        if info.number is not None and info.when is None and 1 <= info.number <= len(self._stored):
            return self._stored[info.number - 1]
        return None

    def _usual_time(self) -> str:
        """The time of day at which the workshop's other sessions begin."""
        times = [one.starts_at[11:16] for one in self._stored if len(one.starts_at) >= 16]
        return max(set(times), key=times.count) if times else "00:00"

    def _day(self, info: SessionInfo) -> tuple[str, Remark | None]:
        """The ISO date of a heading, and what was assumed where it gives no year."""
        if info.date:
            return info.date, None
        if info.when is None:
            return "", None
        same_day = f"-{info.when.month:02d}-{info.when.day:02d}"
        stored = [one.starts_at[:10] for one in self._stored if one.starts_at[4:10] == same_day]
        if len(stored) == 1:
            return stored[0], None
        year = self._years[0] if len(set(self._years)) == 1 else self._nearest_year(info.when)
        day = f"{year:04d}{same_day}"
        try:
            date.fromisoformat(day)
        except ValueError:
            return "", None
        remark = Remark(
            QT_TRANSLATE_NOOP("import", "“{session}” has no year; {year} was assumed."),
            {"session": info.title, "year": year},
        )
        return day, remark

    def _nearest_year(self, when: When) -> int:
        """The year in which the day was last, or will be within two months."""
        this = self._today.year
        try:
            ahead = (date(this, when.month, when.day) - self._today).days
        except ValueError:
            return this
        return this if ahead <= 60 else this - 1


def years_in(texts: Iterable[str]) -> list[int]:
    """The years that titles name; a school year "2025-2026" names none, since it means two."""
    found: list[int] = []
    for text in texts:
        without = re.sub(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d\b", " ", text)
        found.extend(int(year) for year in re.findall(r"\b20[0-4]\d\b", without))
    return found


def gather(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each person of a list with one row for each person and session, with all her marks."""
    people: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        key = (
            fold(draft.name),
            *(fold(draft.values.get(name, "")) for name in ("phone", "email", "institution", "label")),
            *draft.codes,
        )
        if draft.problems or key not in people:
            people[(*key, str(draft.number)) if draft.problems else key] = draft
            continue
        first = people[key]
        marks = dict(first.marks)
        for session, mark in draft.marks.items():
            if marks.get(session) is None or marks[session].status is None:
                marks[session] = mark
        people[key] = replace(first, marks=marks)
    return list(people.values())


def session_keys(drafts: Iterable[Draft]) -> list[SessionKey]:
    """The sessions of a long list, by date, time and title."""
    keys = {key for draft in drafts for key in draft.marks if isinstance(key, SessionKey)}
    told = (key for key in keys if key.date or key.title)
    return sorted(told, key=lambda key: (key.date, key.time, key.title, key.workshop))


def planned_marks(
    sessions: Sequence[PlannedSession], places: Mapping[object, int]
) -> Callable[[Draft], tuple[PlannedMark, ...]]:
    """What gives a draft's marks by position of their session; empty cells and unknown sessions are left out."""

    def marks(draft: Draft) -> tuple[PlannedMark, ...]:
        found = []
        for key, mark in draft.marks.items():
            position = places.get(key)
            if position is not None and sessions[position].known and mark.status is not None:
                found.append(PlannedMark(position, mark))
        return tuple(found)

    return marks


def with_doubts(draft: Draft) -> Draft:
    """A draft whose doubtful marks are problems of the row, so that they are shown and never guessed."""
    doubts = [mark.doubt for mark in draft.marks.values() if mark.doubt is not None]
    problems = tuple(FieldError("status", _DOUBTFUL_MARK, mark=doubt.values.get("mark", "")) for doubt in doubts)
    return replace(draft, problems=(*draft.problems, *problems)) if problems else draft


_DOUBTFUL_MARK = QT_TRANSLATE_NOOP("errors", "The mark “{mark}” has no one meaning here; say what it means.")
