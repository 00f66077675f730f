"""What the program showed as saved, and whether a database holds it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any


@dataclass
class Told:
    """What the rounds said until now.

    Attributes:
        marks: (session, person) -> every status that was shown as saved, in order.
        fields: (table, row, column) -> what may stand there: the value saved last, and what was typed after it.
        votes: need -> the number that was shown last.
        lists: family name -> how many of the list there may be.
    """

    marks: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    fields: dict[tuple[str, int, str], list[str]] = field(default_factory=dict)
    votes: dict[int, int] = field(default_factory=dict)
    lists: dict[str, set[int]] = field(default_factory=dict)

    def take(self, line: Sequence[Any]) -> None:
        """One line of what the program says, see kill_typist."""
        match line:
            case ["saved", "mark", session, person, status]:
                if status:  # one that was taken away leaves nothing to look for
                    self.marks.setdefault((session, person), []).append(status)
            case ["try", "field", table, row, name, text]:
                self.fields.setdefault((table, row, name), [""]).append(text)
            case ["saved", "field", table, row, name]:
                del self.fields[table, row, name][:-1]
            case ["saved", "votes", need, number]:
                self.votes[need] = number
            case ["try", "list", family, count]:
                self.lists[family] = {0, count}
            case ["saved", "list", family, count]:
                self.lists[family] = {count}

    def losses(self, connection: Any) -> list[str]:
        """What was acknowledged and is not in the database, a line each. What stands there now is what must stay."""
        lost = []
        held = _marks(connection, {session for session, _person in self.marks})
        for place, statuses in self.marks.items():
            if not goes_through(held.get(place, ()), statuses):
                lost.append(f"mark {place}: {statuses} of {held.get(place)}")
        for (table, key, name), allowed in self.fields.items():
            row = connection.execute(f"SELECT {name} FROM {table} WHERE id = ?", (key,)).fetchone()
            value = _text(row[0] if row else None)
            if "" in allowed:  # nothing of this field was acknowledged yet, so the demo's own value may stand
                allowed[:] = [value] if value not in allowed else allowed
            if value not in allowed:
                lost.append(f"field {table} {key} {name}: {value!r}, not {allowed}")
            allowed[:] = [value]
        for need, number in self.votes.items():
            row = connection.execute("SELECT votes FROM need WHERE id = ?", (need,)).fetchone()
            if row is None or (row[0] or 0) < number:
                lost.append(f"votes of {need}: {row} after {number}")
        for family, counts in self.lists.items():
            statement = "SELECT count(*) FROM person WHERE alive = 1 AND lower(family_name) = ?"
            (found,) = connection.execute(statement, (family,)).fetchone()
            if found not in counts:
                lost.append(f"list {family}: {found} people, not one of {sorted(counts)}")
            self.lists[family] = {found}
        return lost


def _text(value: Any) -> str:
    """A stored text; lists of words are JSON."""
    if isinstance(value, str) and value.startswith("["):
        return ", ".join(json.loads(value))
    return value or ""


def _marks(connection: Any, sessions: Iterable[int]) -> dict[tuple[int, int], list[str]]:
    """(session, person) -> every status her mark had, one after the other, from the history."""
    now = {}
    for session in sessions:
        statement = "SELECT id, person_id, status FROM attendance WHERE session_id = ?"
        for row, person, status in connection.execute(statement, (session,)):
            now[row] = (session, person, status)
    before: dict[int, list[str]] = {}
    statement = "SELECT row_id, before FROM history_row WHERE entity = 'attendance' AND before IS NOT NULL ORDER BY id"
    for row, values in connection.execute(statement):
        if row in now and (status := json.loads(values).get("status")):
            before.setdefault(row, []).append(status)
    return {(session, person): [*before.get(row, ()), status] for row, (session, person, status) in now.items()}


def goes_through(held: Iterable[str], said: Iterable[str]) -> bool:
    """Whether the statuses said stand in this order among those held; marking the same again writes nothing."""
    rest = iter(held)
    return all(status in rest for status, _ in groupby(said))
