"""Records that somebody made up, in a workbook that is otherwise sound: each is taken in exactly, or refused in one
sentence; never an exception, never half of it, never a page that cannot be shown any more."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.everyday import examples
from tests.unit.sync.hostile import Cells, Forger, cells_of, sealed, try_to_take
from tests.unit.sync.laptops import Laptop
from tests.unit.sync.wire import write_wire
from tn_desktop.exchange.sync.sending import send
from tn_desktop.model.messages import untranslated
from tn_desktop.services.demo import fill

A_TABLE = 3
"""Rows of each table that are sent: enough for rows that point to each other."""


class Field:
    """Two laptops that have exchanged before, and the rows that one of them sends next."""

    def __init__(self, folder: Path, empty: Path) -> None:
        self.folder = folder
        self.victim, sender = Laptop(folder / "victim", empty), Laptop(folder / "sender", empty)
        fill(sender.db, 12, 3, 4, date(2026, 3, 14))
        for name in ("Ayşe", "Baran"):
            sender.add("people", given_name=name)
        self._pass(sender, self.victim)
        # Both write into the same fields, so that there are conflicts; one row is removed, one erased.
        for laptop, text in ((sender, "bir"), (self.victim, "iki")):
            laptop.set("people", sender.rows("people")[0]["uid"], notes=text)
        sender.erase(next(row["uid"] for row in sender.rows("people") if row["given_name"] == "Baran"))
        sender.remove("people", next(row["uid"] for row in sender.rows("people") if row["given_name"] == "Ayşe"))
        self._pass(self.victim, sender)
        rows = cells_of(self._pass(sender))
        count: dict[str, int] = {}
        self.rows: list[Cells] = []
        for row in rows:
            count[row[0]] = count.get(row[0], 0) + 1
            if count[row[0]] <= A_TABLE or row[0].startswith("#"):
                self.rows.append(row)
        sender.close()
        self._kept = folder / "kept.db"
        with closing(driver.connect(str(self._kept))) as copy, self.victim.db.writer_engine.connect() as connection:
            connection.connection.dbapi_connection.backup(copy)

    def _pass(self, sender: Laptop, *receivers: Laptop) -> Path:
        path = self.folder / f"{len(list(self.folder.iterdir()))}.xlsx"
        send(sender.db, path, untranslated, write=write_wire)
        for receiver in receivers:
            assert try_to_take(receiver, path) == "applied"
        return path

    def fresh(self) -> Laptop:
        """The victim as it was before any forged file; without opening it again, which takes most of a test's time."""
        with closing(driver.connect(str(self._kept))) as copy, self.victim.db.writer_engine.connect() as connection:
            copy.backup(connection.connection.dbapi_connection)
        return self.victim


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory, empty_database_file: Path) -> Iterator[Field]:
    folder = tmp_path_factory.mktemp("hostile")
    made = Field(folder, empty_database_file)
    yield made
    made.victim.close()
    shutil.rmtree(folder, ignore_errors=True)


def test_the_rows_themselves_are_taken_in(field: Field) -> None:
    victim = field.fresh()
    assert try_to_take(victim, sealed(field.rows, field.folder / "plain.xlsx")) == "applied"
    assert {row[0] for row in field.rows} >= {"#header", "#erased", "person", "attendance", "conflict", "device"}


@settings(
    max_examples=examples(120),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**48))
@example(seed=3706)  # a conflict without the value that gave way
def test_forged_records_are_taken_in_soundly_or_refused(field: Field, seed: int) -> None:
    rows = Forger(field.rows, seed).forged()
    status = try_to_take(field.fresh(), sealed(rows, field.folder / "forged.xlsx"))
    assert status in ("applied", "refused", "held", "duplicate")
