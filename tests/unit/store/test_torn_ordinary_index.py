"""Pages of ordinary indexes that are torn: they are made anew from their tables, and no record is touched.

Where more than indexes is torn, or an index may know of rows that its table lost, nothing is done: that is a rescue's.
"""

import argparse
import random
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from tests.unit.store.damage import PAGE
from tests.unit.store.test_torn_index import assert_everybody_is_found, is_of_records, seeds
from tn_desktop.cli import rescuing
from tn_desktop.model.errors import AppError, Damaged, TornIndex
from tn_desktop.services import records
from tn_desktop.services.checks import check_database
from tn_desktop.store import index_repair
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import mend, mend_file
from tn_desktop.store.health import Look
from tn_desktop.store.profile import Profile
from tn_desktop.store.sqlite_file import connect

PEOPLE = 900
"""So many that indexes of people have more pages than one."""
INTERIOR = 2
Tree = tuple[str, str, int]


@pytest.fixture(params=["plain", "encrypted"])
def notebook(request: pytest.FixtureRequest, full: Callable[[str, int], Profile]) -> Profile:
    """A full notebook in a folder of its own, closed."""
    return full(request.param, PEOPLE)


def trees(profile: Profile) -> list[Tree]:
    """(sort, name, root page) of every table and index."""
    with closing(connect(profile.database, profile.key, reading=True)) as raw:
        rows: list[Tree] = raw.execute("SELECT type, name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
        return rows


def pages_of(profile: Profile, root: int) -> list[int]:
    """Pages of an index: of an encrypted file only the first, which nobody can read from outside."""
    content = profile.database.read_bytes()

    def walk(number: int) -> Iterator[int]:
        yield number
        page = content[(number - 1) * PAGE : number * PAGE]
        if profile.key is None and page[0] == INTERIOR:
            cells = int.from_bytes(page[3:5])
            yield from walk(int.from_bytes(page[8:12]))
            for at in range(cells):
                cell = int.from_bytes(page[12 + 2 * at : 14 + 2 * at])
                yield from walk(int.from_bytes(page[cell : cell + 4]))

    return list(walk(root))


def tear(profile: Profile, number: int, chance: random.Random) -> None:
    """Hurt one page as disks do."""
    content = bytearray(profile.database.read_bytes())
    start = (number - 1) * PAGE
    blow = chance.choice(["noise", "zero", "sector", "cut"])
    if blow == "noise":
        content[start : start + PAGE] = chance.randbytes(PAGE)
    elif blow == "zero":
        content[start : start + PAGE] = bytes(PAGE)
    elif blow == "sector":
        content[start : start + 512] = chance.randbytes(512)
    else:
        content[start + PAGE // 2 : start + PAGE] = bytes(PAGE // 2)
    profile.database.write_bytes(content)


def rows_of(profile: Profile) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of records."""
    with closing(connect(profile.database, profile.key, reading=True)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: raw.execute(f'SELECT * FROM "{name}" NOT INDEXED').fetchall() for name in names if is_of_records(name)
        }


def assert_sound(profile: Profile) -> None:
    with closing(connect(profile.database, profile.key)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert Look(profile.database, profile.key).run() is None
    with Database.open(profile) as db:
        assert db.mended == () and check_database(db) == []
        assert_everybody_is_found(db)
        with db.write("add") as uow:
            records.add(uow, "people", {"given_name": "Sonradan"})


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", seeds(2, 30))
def test_torn_pages_of_indexes_are_mended_and_no_record_is_touched(notebook: Profile, seed: int) -> None:
    before, chance = rows_of(notebook), random.Random(seed)
    indexes = [one for one in trees(notebook) if one[0] == "index"]
    large = [one for one in indexes if "person" in one[1]]
    for _sort, _name, root in chance.sample(indexes, chance.choice([1, 2, 5])) + chance.sample(large, 1):
        tear(notebook, chance.choice(pages_of(notebook, root)), chance)
    assert isinstance(Look(notebook.database, notebook.key).run(), TornIndex)
    try:
        with Database.open(notebook) as db:
            assert db.mended or mend(db)
            assert mend(db) == ()
            assert check_database(db) == []
    except Damaged as error:
        pytest.fail(f"{error}")
    assert rows_of(notebook) == before
    assert_sound(notebook)


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", seeds(1, 12))
def test_torn_pages_of_the_tables_of_a_search_index_too(notebook: Profile, seed: int) -> None:
    before, chance = rows_of(notebook), random.Random(seed)
    shadows = [one for one in trees(notebook) if "_fts_" in one[1]]
    for _sort, _name, root in chance.sample(shadows, chance.choice([1, 3])):
        tear(notebook, root, chance)
    assert isinstance(Look(notebook.database, notebook.key).run(), TornIndex)
    assert mend_file(notebook.database, notebook.key)
    assert rows_of(notebook) == before
    assert_sound(notebook)


@pytest.mark.some(1)
@pytest.mark.parametrize("seed", seeds(2, 40))
def test_any_page_may_be_torn_and_rows_are_never_lost_without_a_word(notebook: Profile, seed: int) -> None:
    before, chance = rows_of(notebook), random.Random(seed)
    for _ in range(chance.choice([1, 1, 2])):
        tear(notebook, chance.randrange(2, notebook.database.stat().st_size // PAGE + 1), chance)
    hurt = notebook.database.read_bytes()
    if mend_file(notebook.database, notebook.key):
        assert rows_of(notebook) == before
        assert_sound(notebook)
    else:
        assert notebook.database.read_bytes() == hurt, "what is a rescue's is left as it is"


@pytest.mark.some(1)
def test_a_torn_table_is_left_to_the_rescue(notebook: Profile) -> None:
    chance, known = random.Random(1), {name: root for _sort, name, root in trees(notebook)}
    tear(notebook, known["milestone"], chance)
    tear(notebook, known["ix_person_alive_sort_key_id"], chance)
    hurt = notebook.database.read_bytes()
    assert isinstance(Look(notebook.database, notebook.key).run(), Damaged)
    assert mend_file(notebook.database, notebook.key) == ()
    assert notebook.database.read_bytes() == hurt


@pytest.mark.some(3)
@pytest.mark.parametrize(("lost", "mended"), [("twin", False), ("ix_twin_entity_kept_id", True)])
def test_an_index_that_knows_more_than_its_table_is_not_thrown_away(notebook: Profile, lost: str, mended: bool) -> None:
    """A write that never reached the disk: of a table rows are missing that its index has, or the other way about."""
    root = next(root for _sort, name, root in trees(notebook) if name == lost)
    start, content = (root - 1) * PAGE, notebook.database.read_bytes()
    with closing(connect(notebook.database, notebook.key, isolation_level=None)) as raw:
        assert raw.execute("SELECT count(*) FROM twin").fetchone()[0] == 0
        raw.execute("INSERT INTO twin (entity, id, kept_id) VALUES ('stakeholder', 900, 900)")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    written = bytearray(notebook.database.read_bytes())
    written[start : start + PAGE] = content[start : start + PAGE]
    notebook.database.write_bytes(written)
    answer = rescuing.check(notebook, argparse.Namespace(lang="en"))
    assert answer.json["ok"] == mended == ("mended" in answer.json)
    if mended:
        assert [row[0] for row in rows_of(notebook)["milestone"]] and Look(
            notebook.database, notebook.key
        ).run() is None
        assert_sound(notebook)
    else:
        with pytest.raises(Damaged):
            index_repair.survey(notebook.database, notebook.key, ["?"])


@pytest.mark.some(1)
def test_stopped_half_way_it_is_torn_as_before_and_can_be_mended(notebook: Profile) -> None:
    before, chance = rows_of(notebook), random.Random(5)
    torn = [one for one in trees(notebook) if one[1].startswith("ix_person")][:3]
    for _sort, _name, root in torn:
        tear(notebook, root, chance)

    class Stop(Exception):
        pass

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise Stop

    found = index_repair.survey(notebook.database, notebook.key, ["?"])
    assert {name for name, _table in found.indexes} == {name for _sort, name, _root in torn}
    with pytest.raises(Stop):
        index_repair.put_right(notebook.database, notebook.key, found, stop)
    assert index_repair.survey(notebook.database, notebook.key, ["?"]) == found
    assert mend_file(notebook.database, notebook.key) == ("person",)
    assert rows_of(notebook) == before
    assert_sound(notebook)


@pytest.mark.some(1)
def test_nothing_of_a_torn_index_stays_in_the_file(notebook: Profile) -> None:
    """Its pages hold names; whoever is erased later would be found in what was left behind."""
    known = {name: root for _sort, name, root in trees(notebook)}
    tear(notebook, known["ix_person_alive_sort_key_id"], random.Random(2))
    assert mend_file(notebook.database, notebook.key)
    with closing(connect(notebook.database, notebook.key)) as raw:
        assert raw.execute("PRAGMA freelist_count").fetchone()[0] == 0
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.some(1)
def test_the_command_mends_and_says_so(notebook: Profile) -> None:
    known = {name: root for _sort, name, root in trees(notebook)}
    tear(notebook, known["ix_person_alive_sort_key_id"], random.Random(3))
    answer = rescuing.check(notebook, argparse.Namespace(lang="en"))
    assert answer.json["ok"] and answer.json["mended"]
    assert_sound(notebook)


@pytest.mark.some(1)
def test_who_meets_it_meanwhile_goes_on_after_it_is_mended(notebook: Profile) -> None:
    with Database.open(notebook) as db:
        with closing(connect(notebook.database, notebook.key)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        known = {name: root for _sort, name, root in trees(notebook)}
        db.reconnect()
        tear(notebook, known["ix_person_alive_sort_key_id"], random.Random(4))

        def look() -> int:
            with db.read() as connection:
                return records.listing(connection, "people", limit=5)[0]

        with pytest.raises((AppError, driver.Error)), db.read() as connection:
            connection.exec_driver_sql("SELECT sum(1) FROM person INDEXED BY ix_person_alive_sort_key_id").scalar()
        assert mend(db) == ("person",)
        assert look() > 0 and check_database(db) == []
