"""Counting while the marks go by, so that no total needs a second pass or the rows in memory."""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any, Final

from tn_desktop.exchange.export.words import STATUSES
from tn_desktop.model import vocabulary

SLOT: Final = {status: slot for slot, status in enumerate(STATUSES)}
"""Status -> its place among the counts; a status of a newer version has the place after these."""
OTHER: Final = len(SLOT)
SLOTS: Final = OTHER + 1

State = tuple[Any, ...]
"""What a mark says: status, mode, minutes, walk_in."""


def totals(counts: Sequence[int]) -> tuple[int | float | str, ...]:
    """The values of the total columns from the counts by slot; the rate is "" while nobody is marked."""
    listed = sum(counts)
    present, late, excused, absent, unmarked = counts[:OTHER]
    attended = present + late
    marked = listed - unmarked
    return (listed, present, late, excused, absent, unmarked, attended, attended / marked if marked else "")


class Tally:
    """The counts of one export.

    Attributes:
        rows: marks seen.
        sessions: session number -> counts by slot.
        grid: the slot + 1 of each person at each grid session, or None if there is no such sheet.
    """

    def __init__(self, grid_columns: dict[int, int] | None, most_cells: int) -> None:
        self.rows = 0
        self._states: list[State] = []
        self._slots: list[int] = []
        self._times: list[int] = []
        self.sessions: dict[int, list[int]] = {}
        self.columns = grid_columns or {}
        self.grid: bytearray | None = None if grid_columns is None else bytearray()
        self._width = len(self.columns)
        self._most_cells = most_cells
        self._people = array("I")
        self._counted = (-1, 0, 0)

    def code(self, state: State) -> int:
        """A number for a state, from 0 in the order of the calls."""
        self._slots.append(SLOT.get(state[0], OTHER))
        self._times.append(0)
        self._states.append(state)
        return len(self._states) - 1

    def add(self, session: int, people: Sequence[int], codes: Sequence[int]) -> None:
        """Count the marks of a session: the people's numbers, and the code of each one's state."""
        self.rows += len(people)
        times, slots, tally = self._times, self._slots, self._people
        counts = self.sessions.setdefault(session, [0] * SLOTS)
        most = (max(people, default=0) + 1) * SLOTS
        if most > len(tally):
            tally.extend([0] * max(most - len(tally), len(tally) // 2, 1024))
        for person, code in zip(people, codes, strict=True):
            slot = slots[code]
            tally[person * SLOTS + slot] += 1
            counts[slot] += 1
            times[code] += 1
        column = self.columns.get(session)
        if column is not None:
            for person, code in zip(people, codes, strict=True):
                self._cell(person, column, slots[code])

    def _cell(self, person: int, column: int, slot: int) -> None:
        """Remember a mark for people × sessions; give that up when it would become too large."""
        if self.grid is None:
            return
        place = person * self._width + column
        if place >= len(self.grid):
            if place >= self._most_cells:
                self.grid = None
                return
            self.grid.extend(bytes(min(max(place + 1 - len(self.grid), 65536), self._most_cells - len(self.grid))))
        self.grid[place] = slot + 1

    def of_person(self, number: int) -> Sequence[int]:
        """The counts of a person by slot."""
        place = number * SLOTS
        return self._people[place : place + SLOTS] if place + SLOTS <= len(self._people) else [0] * SLOTS

    def people(self) -> tuple[int, int]:
        """How many people have a mark or a place on a list, and how many of them took part at least once."""
        if self._counted[0] == self.rows:
            return self._counted[1:]
        counts = self._people
        listed = attended = 0
        took_part = [SLOT[status] for status in vocabulary.ATTENDED]
        for place in range(0, len(counts) - SLOTS + 1, SLOTS):
            slots = counts[place : place + SLOTS]
            listed += any(slots)
            attended += any(slots[slot] for slot in took_part)
        self._counted = (self.rows, listed, attended)
        return listed, attended

    def row_of(self, person: int) -> bytes:
        """The grid's row of a person: 0 where not listed, else slot + 1."""
        if self.grid is None:
            return b""
        place = person * self._width
        return bytes(self.grid[place : place + self._width]).ljust(self._width, b"\0")

    def states(self) -> Iterator[tuple[State, int]]:
        """Each state with how many marks have it."""
        return zip(self._states, self._times, strict=True)

    def count(self, *, mode: str | None = None, walk_in: bool | None = None, attended: bool = False) -> int:
        """How many marks have this mode, are (no) walk-ins, or count as having taken part."""
        return sum(
            times
            for (status, how, _, walked), times in self.states()
            if (not attended or status in vocabulary.ATTENDED)
            and (mode is None or how == mode)
            and (walk_in is None or bool(walked) == walk_in)
        )

    def by_slot(self) -> list[int]:
        """How many marks there are of each status."""
        counts = [0] * SLOTS
        for state, times in self.states():
            counts[SLOT.get(state[0], OTHER)] += times
        return counts
