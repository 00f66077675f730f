"""Random histories of laptops in memory: the join itself, the clock and the ledger, thousands of times in seconds.

What a laptop does to a row when somebody writes is told here once more, in a few lines, from exchange.md; the stateful
tests over real databases hold the program's own writing against the same ledger.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.unit.sync.ledger import Knowledge, Ledger, Row
from tn_desktop.model.join import Cell, Joined, RowState, conflict_uid, join, later
from tn_desktop.model.marks import BULK, DELIBERATE, MADE_BY, has_to_say_deliberate
from tn_desktop.model.stamps import TIME_LENGTH, next_stamp

ROWS: tuple[Row, ...] = (("person", "a"), ("enrolment", "b"), ("attendance", "c"))
FIELDS = {"person": ("name", "phone"), "enrolment": ("status",), "attendance": ("status", "note")}
VALUES = ("A", "B", None)
EMPTY = Cell("", None)


@dataclass(frozen=True)
class Rules:
    """The rules; a test takes one out."""

    join: Callable[[RowState, RowState], Joined] = join
    heeds_clock: bool = True
    new_device: bool = True
    remembers_deliberate: bool = True
    stamps_revived: bool = True


Conflicts = dict[bytes, tuple[Row, str, Any]]
Message = tuple[dict[Row, RowState], Conflicts, Knowledge]


@dataclass
class Laptop:
    device: str
    skew: int
    rows: dict[Row, RowState] = field(default_factory=dict)
    conflicts: Conflicts = field(default_factory=dict)
    knows: Knowledge = field(default_factory=Knowledge)
    newest: str = ""

    def message(self) -> Message:
        return dict(self.rows), dict(self.conflicts), self.knows.copy()


class History:
    """One history; `run` raises AssertionError where a property does not hold."""

    def __init__(self, seed: int, rules: Rules, steps: int = 60) -> None:
        self._random = random.Random(seed)
        self._rules = rules
        self._steps = steps
        self._ledger = Ledger()
        self._now = 1_000_000
        self._devices = 0
        self._laptops = [Laptop(self._device(), skew) for skew in (0, -500, 700)]
        self._sent: list[Message] = []
        self._saved: dict[int, tuple[Message, str]] = {}
        self._carrying = (self._send, self._deliver, self._deliver)

    def _device(self) -> str:
        self._devices += 1
        return f"{self._devices:012d}"

    def run(self) -> None:
        for _ in range(self._steps):
            self._now += self._random.randrange(0, 40)
            laptop = self._random.choice(self._laptops)
            self._random.choice(
                (self._write, self._write, self._remove, self._send, self._deliver, self._deliver, self._disk)
            )(laptop)
        hub, *others = self._laptops
        for other in others:
            self._take(hub, other.message())
        for other in others:
            self._take(other, hub.message())
        self._check()

    # --- what people do ---------------------------------------------------------------------------------------------

    def _stamp(self, laptop: Laptop) -> str:
        heeded = laptop.newest if self._rules.heeds_clock else ""
        stamp = next_stamp(heeded, laptop.device, self._now + laptop.skew)
        if self._rules.heeds_clock:
            assert stamp > laptop.newest, "6: a new stamp exceeds what its author saw"
        laptop.newest = max(laptop.newest, stamp)
        return stamp

    def _write(self, laptop: Laptop) -> None:
        row = self._random.choice(ROWS)
        held = laptop.rows.get(row)
        values: dict[str, Any] = {self._random.choice(FIELDS[row[0]]): self._random.choice(VALUES)}
        if held is not None and held.alive:
            values = {
                name: value for name, value in values.items() if held.cells.get(name, Cell("", None)).value != value
            }
        elif held is None:
            values = {name: value or "A" for name, value in values.items()}
        if not values and (held is None or held.alive):
            return
        stamp = self._stamp(laptop)
        made_by = {}
        if row[0] == "attendance" and "status" in values:
            made_by = {MADE_BY: self._random.choice(("key", BULK)) if values["status"] else None}
        laptop.rows[row] = self._written(row, held, {**values, **made_by}, stamp)
        if held is not None and not held.alive:
            # Who brings a row back writes every value it has.
            after = laptop.rows[row].cells
            values = {
                name: after[name].value for name in FIELDS[row[0]] if name in after and after[name].value
            } | values
        self._ledger.write(laptop.knows, row, values or {"": None})

    def _written(self, row: Row, held: RowState | None, values: dict[str, Any], stamp: str) -> RowState:
        seen = {stamp[TIME_LENGTH:]: stamp[:TIME_LENGTH]}
        if held is None:
            cells = {name: Cell(stamp, value) for name, value in values.items() if value is not None}
            return RowState(row[0], stamp, {"end": Cell(stamp, "x"), **cells}, seen)
        cells = dict(held.cells)
        if not held.alive and self._rules.stamps_revived:
            cells = {name: Cell(stamp, cell.value) if cell.value is not None else cell for name, cell in cells.items()}
        cells |= {name: Cell(stamp, value) for name, value in values.items()}
        known = {name: cell.value for name, cell in held.cells.items()}
        stamped = {name: cell.stamp for name, cell in held.cells.items() if cell.stamp}
        if self._rules.remembers_deliberate and has_to_say_deliberate(known, stamped, values.get(MADE_BY)):
            cells[DELIBERATE] = Cell(stamp, None)
        return RowState(row[0], held.created, cells, later(held.seen, seen), held.gone)

    def _remove(self, laptop: Laptop) -> None:
        row = self._random.choice(ROWS)
        held = laptop.rows.get(row)
        if held is None or not held.alive or self._random.random() < 0.5:
            return
        stamp = self._stamp(laptop)
        seen = later(held.seen, {stamp[TIME_LENGTH:]: stamp[:TIME_LENGTH]})
        laptop.rows[row] = RowState(row[0], held.created, held.cells, seen, seen)
        self._ledger.remove(laptop.knows, row)

    # --- what happens to laptops and files --------------------------------------------------------------------------

    def _send(self, laptop: Laptop) -> None:
        self._sent.append(laptop.message())

    def _deliver(self, laptop: Laptop) -> None:
        if self._sent:
            self._take(laptop, self._random.choice(self._sent))

    def _disk(self, laptop: Laptop) -> None:
        """A backup is made, or gone back to."""
        key = id(laptop)
        if key not in self._saved or self._random.random() < 0.5:
            self._saved[key] = (laptop.message(), laptop.newest)
            return
        (rows, conflicts, knew), newest = self._saved[key]
        laptop.rows, laptop.conflicts, laptop.knows = dict(rows), dict(conflicts), knew.copy()
        laptop.newest = newest
        if self._rules.new_device:
            laptop.device = self._device()

    def _take(self, laptop: Laptop, message: Message) -> None:
        rows, conflicts, knew = message
        for row, state in rows.items():
            held = laptop.rows.get(row)
            if held is None:
                laptop.rows[row] = state
            elif held.seen != state.seen:
                joined = self._rules.join(held, state)
                laptop.rows[row] = joined.state
                for lost in joined.lost:
                    uid = conflict_uid(row[1].encode(), lost.field, lost.cell.stamp)
                    laptop.conflicts.setdefault(uid, (row, lost.field, lost.cell.value))
            elif self._rules == Rules():
                assert self._rules.join(held, state).state == held, "2: rows of equal `seen` are equal"
            for device, time in state.seen.items():
                laptop.newest = max(laptop.newest, time + device)
        laptop.conflicts = {**conflicts, **laptop.conflicts}
        laptop.knows.learn(knew)

    # --- the properties ---------------------------------------------------------------------------------------------

    def _check(self) -> None:
        first, *others = self._laptops
        for other in others:
            assert first.rows == other.rows and first.conflicts == other.conflicts, "1: all laptops are equal"
        told = set(first.conflicts.values())
        for write in self._ledger.standing(first.knows):
            value = first.rows[write.row].cells.get(write.field, EMPTY).value
            known = value == write.value or (write.row, write.field, write.value) in told
            assert known, f"3: {write} is lost ({value!r} stands there)"
        for row, state in first.rows.items():
            assert state.alive == self._ledger.lives(first.knows, row), f"4: {row}"
        for row, name, value in told:
            assert name == "end" or self._ledger.were_apart(row, name, value), f"false alarm: {row} {name} {value!r}"


def first_failure(rules: Rules, histories: int) -> tuple[int, str] | None:
    """The first history that breaks a property, and which; None if none does."""
    for seed in range(histories):
        try:
            History(seed, rules).run()
        except AssertionError as error:
            return seed, str(error)
    return None
