"""The stateful test of the exchange: laptops that write, send, lose, double and reorder files, restore and erase."""

import json
import pickle
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar

import sqlcipher3.dbapi2 as driver
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, differences
from tests.unit.sync.ledger import Knowledge, Ledger, Row
from tests.unit.sync.wire import read_wire, write_wire
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.model import stamps
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.join import join
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.model.stamps import new_device_id, relation_uid
from tn_desktop.services import attendance, conflicts, erasure, records, same_as, settings
from tn_desktop.store.backup import back_up
from tn_desktop.store.device import Device, machine_binding, write_device

LAPTOPS = 3
HOUR = 3_600_000
SKEWS = (0, -9 * HOUR, 7 * HOUR)
FAST = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
"""A folder in memory, where committing costs nothing."""

VERDICT = "same_as"

which = st.integers(0, LAPTOPS - 1)
pick = st.integers(0, 10_000)
texts = st.sampled_from(["A", "B", "C", None])
marks = st.sampled_from(["present", "absent", None])


def verdict_uid(one: str, other: str) -> str:
    """The uid of what is said of two rows."""
    return str(relation_uid(VERDICT, *sorted(map(uuid.UUID, (one, other)))))


class Replica(Laptop):
    """A laptop with a clock of its own, and what the ledger says that it knows."""

    def __init__(self, folder: Path, empty: Path, skew: int) -> None:
        super().__init__(folder, empty)
        self.skew = skew
        self._empty = empty
        self.reset()

    def reset(self) -> None:
        """As new, without opening another database: the statements stay compiled, which is most of a test's time."""
        self.knows = Knowledge()
        self.saved: tuple[Path, Knowledge] | None = None
        self._hasten()
        self.pour(self._empty)
        self.db.device = new_device_id()
        write_device(self.profile.device_file, Device(self.db.device, machine_binding(self.profile.database)))
        with self.db.write("settle") as uow:
            uow.connection.exec_driver_sql("DELETE FROM setting WHERE key='device'")
            settings.put(uow, "device", self.db.device)

    def pour(self, file: Path) -> None:
        """Put another database's data into this one, which stays open."""
        with closing(driver.connect(str(file))) as source, self.db.writer_engine.connect() as connection:
            source.backup(connection.connection.dbapi_connection)

    def reopen(self) -> None:
        super().reopen()
        self._hasten()

    def _hasten(self) -> None:
        with self.db.writer_engine.connect() as connection:
            connection.connection.dbapi_connection.execute("PRAGMA synchronous=OFF")


class Exchange(RuleBasedStateMachine):
    """Class attributes are what a variant changes: the empty file, the rule of the join, deltas alone, the clock.

    `released`: no file waits for its time; no laptop's clock is so wrong but in the script that says otherwise.
    """

    empty: Path
    rule_of_join: Callable[..., Any] = staticmethod(join)
    deltas = False
    keep_device = False
    looked_for_damage = True
    often_erased = False
    released = True
    pool: ClassVar[list[Replica]] = []

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=FAST))
        if not self.pool:
            base = Path(tempfile.mkdtemp(dir=FAST))
            self.pool.extend(Replica(base / f"laptop-{n}", self.empty, skew) for n, skew in enumerate(SKEWS))
        self.laptops = self.pool
        for laptop in self.laptops:
            laptop.reset()
        self.ledger = Ledger()
        self.files: list[tuple[Path, Knowledge, set[Row]]] = []
        self.people: list[str] = []
        self.erased: list[str] = []
        self.judged: list[str] = []
        self._names = 0

    @contextmanager
    def clock(self, laptop: Replica) -> Iterator[None]:
        real = stamps.now_milliseconds
        stamps.now_milliseconds = lambda: real() + laptop.skew
        before = self._newest(laptop)
        try:
            yield
        finally:
            stamps.now_milliseconds = real
        # Property 6: whatever was written now exceeds every stamp its author had seen.
        now = self._newest(laptop)
        assert now == before or now[1] > before[1], "6: a stamp does not exceed what was seen"

    @initialize()
    def begin(self) -> None:
        """What all have, as if they had begun from one file: a workshop with a session, people who may be one.

        Those are on no list: marks of people who are one give way to each other, of which the ledger knows nothing.
        """
        first = self.laptops[0]
        with self.clock(first):
            self.workshop = first.add("workshops", title="Atölye")
            self.session = first.add("sessions", workshop=self.workshop, starts_at="2026-03-14T13:00")
            self.judged = [first.add("people", given_name="Ayşe") for _ in range(3)]
        self.deliver_all()

    # --- what people do ---------------------------------------------------------------------------------------------

    @rule(n=which)
    def add_person(self, n: int) -> None:
        laptop = self.laptops[n]
        self._names += 1
        with self.clock(laptop):
            uid = laptop.add("people", given_name=f"Kişi {self._names}")
        self.people.append(uid)
        self.ledger.write(laptop.knows, ("people", uid), {"given_name": f"Kişi {self._names}"})

    @precondition(lambda self: self.people)
    @rule(n=which, who=pick, field=st.sampled_from(["institution", "notes"]), value=texts)
    def edit(self, n: int, who: int, field: str, value: str | None) -> None:
        laptop, uid = self.laptops[n], self._person(who)
        row = laptop.show("people", uid)
        if row is None or row[field] == value:
            return
        with self.clock(laptop):
            laptop.set("people", uid, **{field: value})
        self.ledger.write(laptop.knows, ("people", uid), {field: value})

    @precondition(lambda self: self.people)
    @rule(n=which, who=pick)
    def remove(self, n: int, who: int) -> None:
        laptop, uid = self.laptops[n], self._person(who)
        if laptop.show("people", uid) is None:
            return
        with self.clock(laptop):
            laptop.remove("people", uid)
        self.ledger.remove(laptop.knows, ("people", uid))

    @precondition(lambda self: self.people)
    @rule(n=which, who=pick, status=st.sampled_from(["enrolled", "withdrawn"]))
    def enrol(self, n: int, who: int, status: str) -> None:
        """Put somebody onto the list. Nobody waits for a place: whoever waits moves up by herself."""
        laptop, uid = self.laptops[n], self._person(who)
        if laptop.show("people", uid) is None or laptop.show("workshops", self.workshop) is None:
            return
        relation = str(relation_uid("enrolment", uuid.UUID(uid), uuid.UUID(self.workshop)))
        held = laptop.show("enrolments", relation)
        if held is not None and held["status"] == status:
            return
        with self.clock(laptop):
            if held is None:
                laptop.add("enrolments", person=uid, workshop=self.workshop, status=status)
            else:
                laptop.set("enrolments", relation, status=status)
        self.ledger.write(laptop.knows, ("enrolments", relation), {"status": status})

    @precondition(lambda self: self.people)
    @rule(n=which, who=pick)
    def withdraw(self, n: int, who: int) -> None:
        laptop, uid = self.laptops[n], self._person(who)
        relation = str(relation_uid("enrolment", uuid.UUID(uid), uuid.UUID(self.workshop)))
        if laptop.show("enrolments", relation) is None:
            return
        with self.clock(laptop):
            laptop.remove("enrolments", relation)
        self.ledger.remove(laptop.knows, ("enrolments", relation))

    @precondition(lambda self: self.people)
    @rule(
        n=which, who=pick, status=st.sampled_from(["present", "absent", None]), made_by=st.sampled_from(["key", "bulk"])
    )
    def mark(self, n: int, who: int, status: str | None, made_by: str) -> None:
        laptop, uid = self.laptops[n], self._person(who)
        if laptop.show("people", uid) is None or laptop.show("sessions", self.session) is None:
            return
        relation = str(relation_uid("attendance", uuid.UUID(self.session), uuid.UUID(uid)))
        held = laptop.show("attendance", relation)
        if (held or {}).get("status") == status:
            return
        with self.clock(laptop), laptop.db.write("mark") as uow:
            keys = (
                records.id_of(uow.connection, "sessions", self.session),
                records.id_of(uow.connection, "people", uid),
            )
            if status is None:
                attendance.clear_mark(uow, *keys)
            else:
                attendance.mark(uow, *keys, status, made_by=made_by)
        self.ledger.write(laptop.knows, ("attendance", relation), {"status": status})

    @rule(n=which, left_out=st.integers(0, 2), verdict=st.sampled_from([same_as.SAME, same_as.DIFFERENT, None]))
    def judge(self, n: int, left_out: int, verdict: str | None) -> None:
        """Say of two people whether they are one, or take that back."""
        laptop, pair = self.laptops[n], [uid for place, uid in enumerate(self.judged) if place != left_out]
        if any(laptop.show("people", uid) is None for uid in pair):
            return
        with laptop.db.read() as connection:
            one, other = (records.id_of(connection, "people", uid) for uid in pair)
            if same_as.verdict_on(connection, "people", one, other) == verdict:
                return
        with self.clock(laptop), laptop.db.write("judge") as uow:
            same_as.judge(uow, "people", one, other, verdict)
        self.ledger.write(laptop.knows, (VERDICT, verdict_uid(*pair)), {"verdict": verdict})

    @rule(n=which, who=st.integers(0, 2), chance=st.integers(0, 3))
    def erase_judged(self, n: int, who: int, chance: int) -> None:
        self._erase(self.laptops[n], self.judged[who], n, chance)

    @rule(n=which, at=pick, choice=st.sampled_from(["keep", "take"]))
    def resolve(self, n: int, at: int, choice: str) -> None:
        laptop = self.laptops[n]
        with laptop.db.read() as connection:
            found = conflicts.open_conflicts(connection)
        found = [one for one in found if one.alive or choice == "keep"]
        if not found:
            return
        one = found[at % len(found)]
        with self.clock(laptop), laptop.db.write("resolve") as uow:
            conflicts.resolve(uow, [one.id], choice)
        if choice == "take" and one.kept != one.lost:
            self.ledger.write(laptop.knows, (one.entity, one.uid), {one.field: one.lost})

    @precondition(lambda self: len(self.people) > 2)
    @rule(n=which, who=pick, chance=st.integers(0, 3))
    def erase(self, n: int, who: int, chance: int) -> None:
        self._erase(self.laptops[n], self._person(who), n, chance)

    def _erase(self, laptop: Replica, uid: str, n: int, chance: int) -> None:
        """She goes with all who are the same."""
        if (chance and not self.often_erased) or laptop.show("people", uid) is None or len(self.erased) > 1:
            return
        with laptop.db.read() as connection:
            key = records.id_of(connection, "people", uid)
            group = same_as.group(connection, "person", uuid.UUID(uid).bytes)
        with self.clock(laptop):
            erasure.erase_person(laptop.db, key, f"2026-03-{10 + n}", f"istek {n}")
        self.erased += [str(uuid.UUID(bytes=one)) for one in sorted(group)]

    # --- what happens to laptops and files --------------------------------------------------------------------------

    @rule(n=which)
    def send(self, n: int) -> None:
        laptop = self.laptops[n]
        path = self.folder / f"{len(self.files)}.xlsx"
        with self.clock(laptop):
            send(laptop.db, path, untranslated, Order(delta=self.deltas), write=write_wire)
        rows = {
            (entity, str(uuid.UUID(cells[1])))
            for cells in pickle.loads(path.read_bytes())
            for entity in [_ENTITY_OF.get(cells[0])]
            if entity
        }
        self.files.append((path, laptop.knows.copy(), rows))

    @precondition(lambda self: self.files)
    @rule(n=which, at=pick)
    def deliver(self, n: int, at: int) -> None:
        """Any file to anybody: late, twice, out of order, or never."""
        self._take(self.laptops[n], self.files[at % len(self.files)])

    @rule(n=which)
    def save(self, n: int) -> None:
        """Make a backup."""
        laptop = self.laptops[n]
        copy = self.folder / f"backup-{n}.db"
        back_up(laptop.db.writer_engine, copy)
        laptop.saved = (copy, laptop.knows.copy())

    @precondition(lambda self: any(laptop.saved for laptop in self.laptops))
    @rule(n=which)
    def restore(self, n: int) -> None:
        """Go back to the backup, as if a disk had been copied: the program finds out by itself.

        Whom it had erased since stays so, as the program has it.
        """
        laptop = self.laptops[n]
        if laptop.saved is None:
            return
        copy, knew = laptop.saved
        with laptop.db.read() as connection:
            erased = erasure.erasures(connection)
        laptop.pour(copy)
        if not self.keep_device:
            # What opening the profile finds out (test_device.py); here the database stays open.
            laptop.db.device = new_device_id()
        erasure.replay(laptop.db, erased)
        laptop.knows = knew.copy()

    # --- the end ----------------------------------------------------------------------------------------------------

    def teardown(self) -> None:
        try:
            if hasattr(self, "workshop"):
                self.deliver_all()
                self.check()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def deliver_all(self) -> None:
        """One hears of all, and tells all."""
        hub, *others = range(LAPTOPS)
        for n in others:
            self.send(n)
            self._take(self.laptops[hub], self.files[-1])
        self.send(hub)
        for n in others:
            self._take(self.laptops[n], self.files[-1])

    def _take(self, laptop: Replica, file: tuple[Path, Knowledge, set[Row]]) -> None:
        path, knew, rows = file
        report = receive(laptop.db, [path], Options(read=read_wire, rule=self.rule_of_join, release=self.released))
        if report.files[0].status == "held" and not self.released:
            return
        assert report.files[0].status in ("applied", "duplicate"), report.files[0]
        for number in knew.writes:
            if self.ledger.writes[number].row in rows:
                laptop.knows.writes.add(number)
        laptop.knows.removals |= {n for n in knew.removals if self.ledger.removals[n].row in rows}

    def check(self) -> None:
        """The properties, after all have heard of all."""
        states = [laptop.state() for laptop in self.laptops]
        for state in states[1:]:
            assert differences(states[0], state) == {}, "1: all laptops are equal"
        laptop, known = self.laptops[0], self.laptops[0].knows
        for other in self.laptops[1:]:
            known.learn(other.knows)
        gone = self._gone()
        in_conflict = self._conflicts(laptop)
        for write in self.ledger.standing(known):
            if write.row not in gone:
                value = self._value(laptop, write.row, write.field)
                told = (*write.row, write.field, write.value) in in_conflict
                assert value == write.value or told, f"3: {write} is neither current ({value!r}) nor in conflict"
        for row in {self.ledger.writes[n].row for n in known.writes} - gone:
            assert self._lives(laptop, row) == self.ledger.lives(known, row), f"4: {row}"
        for entity, uid, field, value in in_conflict:
            assert self.ledger.were_apart((entity, uid), field, value), f"false alarm: {entity} {uid} {field} {value!r}"
        for uid in self.erased:
            self._check_erased(laptop, uid)
        if self.looked_for_damage:
            assert laptop.problems() == []

    def _gone(self) -> set[Row]:
        """Rows of erased people."""
        found: set[Row] = set()
        for uid in self.erased:
            person = uuid.UUID(uid)
            found |= {
                ("people", uid),
                ("enrolments", str(relation_uid("enrolment", person, uuid.UUID(self.workshop)))),
                ("attendance", str(relation_uid("attendance", uuid.UUID(self.session), person))),
                *((VERDICT, verdict_uid(uid, other)) for other in self.judged if other != uid),
            }
        return found

    def _check_erased(self, laptop: Replica, uid: str) -> None:
        raw, plain = uuid.UUID(uid).bytes, uuid.UUID(uid).hex
        with laptop.db.read() as connection:
            tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars().all()
            for table in tables:
                if table == "erased" or "_fts" in table or table.startswith("sqlite_"):
                    continue
                for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                    for value in row:
                        text = value if isinstance(value, str) else ""
                        assert value != raw and plain not in text and uid not in text, f"5: {uid} is in {table}"

    def _conflicts(self, laptop: Replica) -> set[tuple[str, str, str, Any]]:
        with laptop.db.read() as connection:
            rows = connection.exec_driver_sql("SELECT entity, row_uid, field, lost FROM conflict").all()
        return {(_ENTITY_OF[row[0]], str(uuid.UUID(bytes=row[1])), row[2], json.loads(row[3])) for row in rows}

    def _value(self, laptop: Replica, row: Row, field: str) -> Any:
        entity, uid = row
        table = _TABLE_OF[entity]
        with laptop.db.read() as connection:
            return connection.execute(select(table.c[field]).where(table.c.uid == uuid.UUID(uid).bytes)).scalar()

    def _lives(self, laptop: Replica, row: Row) -> bool:
        return self._value(laptop, row, "alive") == 1 if row[0] == VERDICT else laptop.show(*row) is not None

    def _person(self, who: int) -> str:
        return self.people[who % len(self.people)]

    def newest(self, n: int) -> tuple[int, str]:
        """Number and stamp of a laptop's newest unit of work."""
        return self._newest(self.laptops[n])

    def _newest(self, laptop: Replica) -> tuple[int, str]:
        """Number and stamp of the newest unit of work, whose stamp is the greatest that the laptop has seen."""
        with laptop.db.read() as connection:
            row = connection.exec_driver_sql("SELECT id, stamp FROM history ORDER BY id DESC LIMIT 1").one_or_none()
        return (0, "") if row is None else (row.id, row.stamp)


_ENTITY_OF = {spec.table: spec.name for spec in ENTITIES.values()} | {VERDICT: VERDICT}
_TABLE_OF = {name: table_of(BY_TABLE[table]) for table, name in _ENTITY_OF.items()}
assert set(_ENTITY_OF) <= set(BY_TABLE)
