"""The short ways of the exchange say just what the general ones do: plain new rows, records piece by piece, a sieve."""

import subprocess
import sys
from datetime import date

import pytest

from tests.unit.sync.laptops import Laptop
from tn_desktop.exchange.sync.new_rows import NewRows
from tn_desktop.exchange.sync.record import columns_of_state, pointed_to, record_of, state_in
from tn_desktop.exchange.sync.stored import StoredRow, rows_above
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.services import demo

AWKWARD = 'tek " ters \\ sekme \t satır \n \x7f \u2028 İıŞğ e\u0301 🙂 </c> _x0041_'


@pytest.fixture
def rows(ayse: Laptop) -> list[StoredRow]:
    """Rows of every kind: as they were made, edited, removed, with awkward texts."""
    demo.fill(ayse.db, 60, 20, 1, date(2026, 3, 18))
    person, other = (row["uid"] for row in ayse.rows("people")[:2])
    ayse.set("people", person, notes=AWKWARD, phone=None)
    ayse.remove("people", other)
    with ayse.db.read() as connection:
        return [row for table in BY_TABLE for row in rows_above(connection, table, -1) if row.columns["created"]]


def test_a_record_made_piece_by_piece_is_canonical(rows: list[StoredRow]) -> None:
    for row in rows:
        assert record_of(row.record.table, row.record.uid, state_in(row.record)) == row.record
    assert any("\\u2028" not in row.record.body and "_x0041_" in row.record.body for row in rows)


def test_a_plain_new_row_is_what_its_state_gives(rows: list[StoredRow]) -> None:
    makers = {table: NewRows(table) for table in BY_TABLE}
    plain = 0
    for row in rows:
        record = row.record
        made = makers[record.table].row(record)
        if made is None:
            continue
        plain += 1
        state = state_in(record)
        keys: dict[str, dict[bytes, int]] = {}
        for one, uid in pointed_to(record.table, state).items():
            # The short way looks the local ids up later, for many rows at once.
            keys.setdefault(one.target, {})[uid] = uid.hex()  # type: ignore[assignment]
        values = dict(zip(makers[record.table].columns, made[0], strict=True))
        assert columns_of_state(record.table, state, keys).items() <= values.items()
        assert values["uid"] == record.uid
    assert plain > 0.9 * len(rows)


@pytest.mark.some(2)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"family_name":"', '"family_name":1,"x":"'),
        ('"given_name":"', '"given_name":["'),
        ('["', '["v'),
        ('"given_name"', '"shoe_size"'),
        ('{"', '{"given_name":"zzzzzzzzzzzzzzzzzzzzzzzz'),
    ],
)
def test_what_is_not_plain_goes_the_general_way(rows: list[StoredRow], old: str, new: str) -> None:
    record = next(row.record for row in rows if row.record.table == "person" and row.alive)
    maker = NewRows("person")
    assert maker.row(record) is not None
    assert maker.row(record._replace(body=record.body.replace(old, new, 1))) is None


def test_a_stamp_that_nobody_saw_and_a_number_that_is_a_truth_are_not_plain(rows: list[StoredRow]) -> None:
    record = next(row.record for row in rows if row.record.table == "attendance")
    maker = NewRows("attendance")
    made = maker.row(record)
    assert made is not None
    assert maker.row(record._replace(seen="{}")) is None
    assert maker.row(record._replace(uid=bytes(16))) is None
    numbered = Record(record.table, record.uid, record.seen, record.body.replace('"status"', '"minutes":1,"status"'))
    assert maker.row(numbered) is not None
    assert maker.row(numbered._replace(body=numbered.body.replace('"minutes":1', '"minutes":true'))) is None


def test_the_reading_process_stays_light() -> None:
    """It starts anew for every file."""
    loaded = "import sys, tn_desktop.exchange.sync.sieve; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
