"""People × sessions with their marks while attendance is taken: what is on disk, and what is on its way there.

No Qt: the roster of one session and the grid of a workshop are both views of a board.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import ATTENDED, CANCELLED, IN_PERSON, LATE, ONLINE
from tn_desktop.services.one_roster import Said
from tn_desktop.services.rosters import RosterRow, SessionHead

Cell = tuple[int, int]
"""(person id, session id)"""


@dataclass(frozen=True, slots=True)
class Mark:
    """How somebody took part in a session; status None while unmarked.

    differs is what another list of the same session says with equal right, until somebody decides by marking.
    """

    status: str | None = None
    mode: str | None = None
    minutes: int | None = None
    differs: tuple[Said, ...] = ()


BLANK: Final = Mark()
_TOKENS = count(1)


class Board:
    """Marks of people at sessions.

    Attributes:
        sessions: in order.
        people: in sheet order.
        visible: indexes into `people` of those who match the letters typed, in order.
        letters: what was typed, folded.
        signed: who signed a slip, None before it is known; only_unsigned: the others alone are shown.
    """

    def __init__(
        self,
        sessions: Sequence[SessionHead] = (),
        people: Sequence[RosterRow] = (),
        marks: Mapping[Cell, Mark] | None = None,
    ) -> None:
        self.letters = ""
        self.signed: frozenset[int] | None = None
        self.only_unsigned = False
        self._pending: dict[Cell, dict[int, Mark]] = {}
        self._tallies: dict[int, dict[str | None, int]] = {}
        self._attended: dict[int, int] = {}
        self._undecided: dict[int, int] = {}
        self._unsigned: int | None = None
        self.load(sessions, people, marks or {})

    def load(self, sessions: Sequence[SessionHead], people: Sequence[RosterRow], marks: Mapping[Cell, Mark]) -> None:
        """Take what was read from the disk; marks on their way stay shown, and so do the letters."""
        self.sessions, self.people = tuple(sessions), tuple(people)
        self._stored = dict(marks)
        self._index = {person.person_id: index for index, person in enumerate(self.people)}
        self._by_number = {person.number: index for index, person in enumerate(self.people)}
        self._heads = {head.id: head for head in self.sessions}
        self._tallies.clear()
        self._attended.clear()
        self._undecided.clear()
        self._unsigned = None
        self._counting = tuple(head for head in self.sessions if head.status != CANCELLED)
        self._narrow()

    # --- who is shown

    def show_signed(self, signed: frozenset[int], *, only_unsigned: bool) -> None:
        """Take who signed a slip, and whether only the others are shown."""
        self.signed, self.only_unsigned = signed, only_unsigned
        self._unsigned = None
        self._narrow()

    @property
    def unsigned(self) -> int:
        """How many have not signed."""
        if self._unsigned is None:
            signed = self.signed or frozenset()
            self._unsigned = sum(person.person_id not in signed for person in self.people)
        return self._unsigned

    def narrow(self, letters: str) -> None:
        """Show only people a word of whose name begins with each word of `letters`."""
        self.letters = fold(letters)
        self._narrow()

    def _narrow(self) -> None:
        words = self.letters.split()
        self.visible = [
            index
            for index, person in enumerate(self.people)
            if (not words or _matches(person.search, words))
            and not (self.only_unsigned and self.signed is not None and person.person_id in self.signed)
        ]
        self._row_of = {self.people[index].person_id: row for row, index in enumerate(self.visible)}

    def person(self, row: int) -> RosterRow:
        """Who stands in a shown row."""
        return self.people[self.visible[row]]

    def row_of(self, person: int) -> int:
        """The shown row of a person; -1 if she is not shown."""
        return self._row_of.get(person, -1)

    def numbered(self, number: int) -> RosterRow | None:
        """The person with that row number on the printed sheet."""
        index = self._by_number.get(number)
        return None if index is None else self.people[index]

    def best_row(self, session: int) -> int:
        """The shown row meant most likely: unmarked before marked, a name's own beginning before a later word's."""
        if not self.visible:
            return -1

        def rank(row: int) -> tuple[bool, bool]:
            person = self.person(row)
            return (self.mark(person.person_id, session).status is not None, not person.search.startswith(self.letters))

        return min(range(len(self.visible)), key=rank)

    def next_unmarked(self, person: int, session: int) -> int | None:
        """The id of the next unmarked person after `person` in sheet order, from the top again after the last.

        When everybody is marked, of the next one of whom another list says something else.
        """
        start = self._index.get(person, -1) + 1
        undecided = None
        for index in (*range(start, len(self.people)), *range(start)):
            found: int = self.people[index].person_id
            mark = self.mark(found, session)
            if mark.status is None:
                return found
            if mark.differs and undecided is None:
                undecided = found
        return undecided

    def undecided(self, session: int) -> int:
        """Of how many people another list of the session says something else."""
        found = self._undecided.get(session)
        if found is None:
            found = sum(bool(self.mark(person.person_id, session).differs) for person in self.people)
            self._undecided[session] = found
        return found

    # --- marks

    def head(self, session: int) -> SessionHead | None:
        """The session's head, if it is on the board."""
        return self._heads.get(session)

    def mark(self, person: int, session: int) -> Mark:
        """What is shown: the newest mark on its way, else what is on disk."""
        waiting = self._pending.get((person, session))
        if waiting:
            return next(reversed(waiting.values()))
        return self._stored.get((person, session), BLANK)

    def is_saved(self, person: int, session: int) -> bool:
        """Whether everything shown there is on disk."""
        return (person, session) not in self._pending

    def own_mode(self, session: int) -> str:
        """How people take part unless said otherwise."""
        head = self._heads.get(session)
        return ONLINE if head is not None and head.mode == ONLINE else IN_PERSON

    def put(self, person: int, session: int, mark: Mark) -> int:
        """Show a mark that is on its way to the disk; the number names it when it arrived or was refused."""
        before, token = self.mark(person, session), next(_TOKENS)
        self._pending.setdefault((person, session), {})[token] = mark
        self._count_again(person, session, before)
        return token

    def settle(self, person: int, session: int, token: int, stored: bool) -> None:
        """A mark arrived on the disk, or was refused and is shown no longer."""
        before, waiting = self.mark(person, session), self._pending.get((person, session), {})
        mark = waiting.pop(token, None)
        if not waiting:
            self._pending.pop((person, session), None)
        if mark is not None and stored:
            self._stored[person, session] = mark
        self._count_again(person, session, before)

    def marked(self, person: int, session: int, status: str, minutes: int | None = None) -> Mark:
        """The mark that giving this status would make of what is shown."""
        held = self.mark(person, session)
        kept = held.minutes if status == held.status == LATE and minutes is None else minutes
        return Mark(status, held.mode or self.own_mode(session), kept)

    # --- counts

    def tally(self, session: int) -> dict[str | None, int]:
        """How many have each status; None counts the unmarked."""
        found = self._tallies.get(session)
        if found is None:
            found = {"present": 0, "late": 0, "excused": 0, "absent": 0, None: 0}
            for person in self.people:
                status = self.mark(person.person_id, session).status
                found[status] = found.get(status, 0) + 1
            self._tallies[session] = found
        return found

    def attended(self, person: int) -> int:
        """How many sessions somebody took part in; cancelled ones do not count."""
        found = self._attended.get(person)
        if found is None:
            found = sum(self.mark(person, head.id).status in ATTENDED for head in self._counting)
            self._attended[person] = found
        return found

    @property
    def counting(self) -> int:
        """How many sessions count: all but the cancelled."""
        return len(self._counting)

    def _count_again(self, person: int, session: int, before: Mark) -> None:
        """What was counted stays right after somebody's mark was another one before."""
        now = self.mark(person, session)
        if now.status != before.status:
            self._attended.pop(person, None)
        if person not in self._index:
            return
        if (tally := self._tallies.get(session)) is not None:
            tally[before.status] -= 1
            tally[now.status] = tally.get(now.status, 0) + 1
        if session in self._undecided:
            self._undecided[session] += bool(now.differs) - bool(before.differs)


def _matches(name: str, words: Sequence[str]) -> bool:
    left = name.split()
    for wanted in sorted(words, key=len, reverse=True):
        found = next((own for own in left if own.startswith(wanted)), None)
        if found is None:
            return False
        left.remove(found)
    return True
