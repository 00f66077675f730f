"""Sync workbooks with a machine part that is whole, and whose records somebody with a program of his own made up."""

import hashlib
import json
import pickle
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, told
from tests.unit.sync.wire import read_wire
from tn_desktop.exchange.sync import machine
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Carried, Erased, HeldFile, Peer, SyncBatch
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.services import conflicts, exchange_page, lists, records
from tn_desktop.services.list_specs import LISTS
from tn_desktop.services.lists import ListQuery

Cells = tuple[str, ...]
FAR: Final = "v" * 12
DEVICE: Final = "0123456789ab"

VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 7, 2**15, 2**31, 2**63, -(2**63) - 1, 10**400, 1.5, -0.0, 1e308),
    *(float("nan"), float("inf"), float("-inf")),
    *("", " ", "x", "ş", "\ud800", "a\x00b", "\x1b[31m", "\u202e\u2066", "x" * 50_000, "=1+1", "{name}", "%n"),
    *("9999-99-99", "2026-02-30", "2026-02-30T99:99", "0000-00-00T00:00", "26-1-1", "2026-03-14T13:00"),
    *("[", '["a"', "[1]", '{"a":1}', "[" * 5_000, "TR-99", "Mars/Phobos", "../../etc/passwd", "present"),
    *("0" * 32, "f" * 31, "F" * 32, "0" * 24, "v" * 24, f"{FAR}{DEVICE}", f"000000001000{DEVICE}"),
    *([], {}, [None], {"": ""}, [[]], {"a": {"b": 1}}),
)
"""What may stand where something else is meant."""

DEEP: Final = "[" * 100_000 + "]" * 100_000
RAW: Final = ("", "null", "5", '"x"', "[]", "{}", "[1,2,3,4]", "[[],[],[],[]]", "{", DEEP, '["",{},null,{}]', "NaN")
"""Bodies."""
TABLES: Final = (
    "",
    "Person",
    "sqlite_master",
    "history",
    "setting",
    "erased",
    "x" * 200,
    "person ",
    "#x",
    "ş",
    "later",
)
UIDS: Final = ("", "00", "f" * 31, "f" * 34, "F" * 32, "g" * 32, " " * 32, "ab " * 16, "0" * 32, "ş")


def cells_of(path: Path) -> list[Cells]:
    """The machine's rows of a wire, without the end marker."""
    rows: list[Cells] = pickle.loads(path.read_bytes())
    return rows[:-1]


def sealed(rows: list[Cells], path: Path) -> Path:
    """A wire of these rows with an end marker that is right."""
    digest = machine.Digest()
    for row in rows:
        digest.add(row)
    path.write_bytes(pickle.dumps([*rows, machine.end_cells(digest.count, digest.hex)]))
    return path


class Forger:
    """Changes rows by chance; the same seed changes the same."""

    def __init__(self, rows: list[Cells], seed: int) -> None:
        self._rows = rows
        self._chance = random.Random(seed)

    def forged(self) -> list[Cells]:
        """The rows with one to three changes."""
        rows = list(self._rows)
        for _ in range(self._chance.choice((1, 1, 2, 3))):
            place = self._chance.randrange(len(rows))
            change = self._chance.choice(
                (self._value, self._value, self._value, self._value, self._stamps, self._seen, self._raw, self._name,
                 self._uid, self._twice, self._uid_of_another, self._print, self._doubled_key, self._far)
            )  # fmt: skip
            if rows[place][0] == machine.HEADER:
                change = self._header
            rows[place] = change(rows[place])
        if self._chance.random() < 0.2:
            rows.insert(self._chance.randrange(1, len(rows)), self._chance.choice(rows))
        if self._chance.random() < 0.1:
            del rows[self._chance.randrange(1, len(rows))]
        return rows

    def _body(self, row: Cells, body: Any) -> Cells:
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return (*row[:4], *machine._pieces(text)) if text.isascii() or len(text) < 1_000_000 else row

    def _held(self, row: Cells) -> Any:
        return json.loads(machine.body_of(row))

    def _value(self, row: Cells) -> Cells:
        """Another value in a field, or a field that there is not."""
        body = self._held(row)
        if row[0] == machine.ERASED:
            body[self._chance.randrange(3)] = self._chance.choice(VALUES)
            return self._body(row, body)
        values = body[3]
        known = [column.name.removesuffix("_id") for column in table_of(BY_TABLE[row[0]]).columns]
        name = self._chance.choice([*values, *known, "later_field", "x" * 70, "Ad", "id", "alive"])
        values[name] = self._chance.choice(VALUES)
        return self._body(row, body)

    def _stamps(self, row: Cells) -> Cells:
        """Another value for a part of the body: created, stamps, gone, values."""
        body = self._held(row)
        place = self._chance.randrange(len(body))
        if isinstance(body[place], dict) and body[place] and self._chance.random() < 0.7:
            body[place][self._chance.choice([*body[place]])] = self._chance.choice(VALUES)
        else:
            body[place] = self._chance.choice(VALUES)
        return self._body(row, body)

    def _seen(self, row: Cells) -> Cells:
        texts = ("", "{}", "null", "[]", "5", "{", "NaN", DEEP, "*", '{"x":"y"}', f'{{"{DEVICE}":5}}', '{"a":null}')
        far = (f'{{"{DEVICE}":"{FAR}"}}', f'{{"{DEVICE}":"0","{DEVICE}":"000000000001"}}')
        return (*row[:2], self._chance.choice((*texts, *far)), *row[3:])

    def _far(self, row: Cells) -> Cells:
        """A stamp that no clock will ever show, seen by whoever wrote it."""
        if row[0] == machine.ERASED:
            return row
        body, seen = self._held(row), json.loads(row[2])
        time = self._chance.choice((FAR, "0" * 12, "1vvvvvvvvvvv", "00000000vvvv"))
        where = self._chance.choice(("created", "stamp", "gone"))
        if where == "created":
            body[0] = time + DEVICE
        elif where == "stamp":
            body[1][self._chance.choice([*body[3], "notes"])] = time + DEVICE
        else:
            body[2] = {**seen, DEVICE: time}
        if self._chance.random() < 0.5:
            seen[DEVICE] = time
        row = (*row[:2], json.dumps(seen, sort_keys=True, separators=(",", ":")), *row[3:])
        return self._body(row, body)

    def _raw(self, row: Cells) -> Cells:
        return (*row[:4], self._chance.choice(RAW))

    def _name(self, row: Cells) -> Cells:
        return (self._chance.choice((*TABLES, *BY_TABLE)), *row[1:])

    def _uid(self, row: Cells) -> Cells:
        return (row[0], self._chance.choice(UIDS), *row[2:])

    def _uid_of_another(self, row: Cells) -> Cells:
        return (row[0], self._chance.choice(self._rows)[1] or "0" * 32, *row[2:])

    def _twice(self, row: Cells) -> Cells:
        """As another row of the same ends under a uid of its own."""
        return (row[0], f"{self._chance.getrandbits(128):032x}", *row[2:])

    def _print(self, row: Cells) -> Cells:
        return (*row[:3], self._chance.choice(("x", "0" * 16, "ş" * 99)), *row[4:])

    def _doubled_key(self, row: Cells) -> Cells:
        text = machine.body_of(row)
        return (*row[:4], text[:-2] + ',"notes":"a","notes":["b"]}]' if text.endswith("}]") else text)

    def _header(self, row: Cells) -> Cells:
        head = self._held(row)
        name = self._chance.choice([*head])
        what = self._chance.random()
        if what < 0.15:
            del head[name]
        elif isinstance(head[name], dict) and head[name] and what < 0.7:
            inner = head[name]
            key = self._chance.choice([*inner])
            if isinstance(inner[key], dict) and self._chance.random() < 0.7:
                inner, key = inner[key], self._chance.choice([*inner[key]])
            inner[key] = self._chance.choice(VALUES)
        else:
            head[name] = self._chance.choice(VALUES)
        return self._body(row, head)


# --- what must hold afterwards


def everything(laptop: Laptop) -> str:
    """A print of all that is stored, but for what a file that is held leaves on purpose."""
    found = hashlib.sha256()
    with laptop.db.read() as connection:
        for table in (*map(table_of, BY_TABLE.values()), *map(table_of, (Carried, Erased, Peer, SyncBatch))):
            found.update(repr(connection.execute(select(table)).all()).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def use(laptop: Laptop) -> None:
    """Look at everything as the window does; nothing that came in a file may break a page."""
    with laptop.db.read() as connection:
        for name in ENTITIES:
            records.listing(connection, name, limit=10_000)
        for name in LISTS:
            lists.first_page(connection, ListQuery(name))
            lists.outline(connection, ListQuery(name))
        page = exchange_page.overview(connection)
        waiting = conflicts.open_conflicts(connection, 1_000)
        exchange_page.names_of_rows(connection, waiting)
        assert page.conflicts == len(waiting)
        assert connection.execute(select(table_of(HeldFile).c.reason)).all() is not None


def try_to_take(laptop: Laptop, path: Path, read: Callable[..., Any] = read_wire) -> str:
    """What came of a file: taken in soundly, or refused in one sentence with nothing changed; its status."""
    before = everything(laptop)
    ((status, reason),) = told(laptop.receive(path, read=read))
    if status == "applied":
        assert laptop.problems() == []
        use(laptop)
    else:
        assert everything(laptop) == before
        sentence = reason.strip()
        assert status == "duplicate" or (sentence and "\n" not in sentence and "Traceback" not in sentence)
        assert "{" not in sentence
    return status


__all__ = ["Forger", "cells_of", "everything", "sealed", "try_to_take", "untranslated", "use"]
