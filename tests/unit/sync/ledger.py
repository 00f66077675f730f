"""What ought to come of writes, kept beside the laptops by plain sets: who wrote what, knowing which writes.

It knows nothing of stamps and joins: a write is overwritten if somebody who knew it wrote the field again; a removal
covers the writes its author knew. Everything else has to be found again after the exchange.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = tuple[str, str]
"""(entity, uid)."""


@dataclass(frozen=True)
class Write:
    """One write of one field, or of a whole row's making (field "")."""

    number: int
    row: Row
    field: str
    value: Any
    knew: frozenset[int]


@dataclass(frozen=True)
class Removal:
    """A removal, with the writes of that row that its author knew."""

    number: int
    row: Row
    knew: frozenset[int]


@dataclass
class Knowledge:
    """What one laptop, or a file, knows."""

    writes: set[int] = field(default_factory=set)
    removals: set[int] = field(default_factory=set)

    def copy(self) -> "Knowledge":
        return Knowledge(set(self.writes), set(self.removals))

    def learn(self, other: "Knowledge") -> None:
        self.writes |= other.writes
        self.removals |= other.removals


def apart(one: Write, other: Write) -> bool:
    """Whether neither of two who wrote knew of the other."""
    return one is not other and one.number not in other.knew and other.number not in one.knew


class Ledger:
    """Every write there was."""

    def __init__(self) -> None:
        self.writes: dict[int, Write] = {}
        self.removals: dict[int, Removal] = {}
        self._number = 0

    def write(self, by: Knowledge, row: Row, values: dict[str, Any]) -> None:
        """Somebody writes fields of a row."""
        for name, value in values.items():
            self._number += 1
            knew = frozenset(n for n in by.writes if self.writes[n].row == row)
            self.writes[self._number] = Write(self._number, row, name, value, knew)
        by.writes |= set(range(self._number - len(values) + 1, self._number + 1))

    def remove(self, by: Knowledge, row: Row) -> None:
        self._number += 1
        knew = frozenset(n for n in by.writes if self.writes[n].row == row)
        self.removals[self._number] = Removal(self._number, row, knew)
        by.removals.add(self._number)

    def standing(self, known: Knowledge) -> list[Write]:
        """Writes of fields that nobody wrote over knowingly.

        Two who write the same value agree: whoever writes over one of them has written over both.
        """
        alive = [self.writes[n] for n in known.writes]
        over: dict[tuple[Row, str, Any], list[tuple[Write, Write]]] = {}
        for one in alive:
            for beneath in (self.writes[n] for n in one.knew):
                if beneath.field == one.field:
                    over.setdefault((beneath.row, beneath.field, beneath.value), []).append((beneath, one))

        def is_over(write: Write) -> bool:
            return any(
                beneath is write or (apart(beneath, write) and top.number not in write.knew)
                for beneath, top in over.get((write.row, write.field, write.value), ())
            )

        return [one for one in alive if one.field and not is_over(one)]

    def lives(self, known: Knowledge, row: Row) -> bool:
        """Whether some write of the row was not known to any of those who removed it."""
        covered: set[int] = set()
        for number in known.removals:
            if self.removals[number].row == row:
                covered |= self.removals[number].knew
        return any(number not in covered for number in self._of(known, row))

    def were_apart(self, row: Row, name: str, value: Any) -> bool:
        """Whether the value was written by somebody who did not know another write, whose author did not know hers."""
        writes = [one for one in self.writes.values() if one.row == row and one.field == name]
        return any(one.value == value and any(apart(one, other) for other in writes) for one in writes)

    def _of(self, known: Knowledge, row: Row) -> Iterable[int]:
        return (number for number in known.writes if self.writes[number].row == row)
