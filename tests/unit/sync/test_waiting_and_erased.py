"""Workbooks that wait, and people in them who are erased: no copy of such a file stays."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.unit.sync.books import edit
from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tn_desktop.exchange.sync import held
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model import stamps
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.messages import untranslated
from tn_desktop.services import erasure
from tn_desktop.services.safety import backup, restore
from tn_desktop.store.server_backup import restore_to_server

HOUR = 3_600_000

pytestmark = pytest.mark.both_engines


@pytest.fixture
def office(make_laptop: Callable[[str], Laptop], ayse: Laptop) -> Laptop:
    """Where files wait: on a server in one of the two runs."""
    return make_laptop("office")


def ahead(laptop: Laptop, monkeypatch: pytest.MonkeyPatch, secret: str = "") -> Path:
    """A workbook of a laptop whose clock is more than a day ahead."""
    real = stamps.now_milliseconds
    with monkeypatch.context() as patch:
        patch.setattr(stamps, "now_milliseconds", lambda: real() + 30 * HOUR)
        laptop.add("workshops", title="Yarınki atölye")
        return laptop.send(order=Order(passphrase=secret))


def waiting(laptop: Laptop) -> list[str]:
    with laptop.db.read() as connection:
        return [one.name for one in held.held_files(connection)]


def traces(laptop: Laptop) -> list[str]:
    """What is kept beside files that wait."""
    table = table_of(Setting)
    with laptop.db.read() as connection:
        return list(connection.execute(select(table.c.value).where(table.c.key.like("waiting:%"))).scalars())


@pytest.mark.some(1)
@pytest.mark.parametrize("secret", ["", "parola"])
def test_whoever_is_erased_takes_the_files_along_in_which_she_is(
    ayse: Laptop, office: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    ali = ayse.add("people", given_name="Ali")
    baran.add("people", given_name="Veli")
    exchange(ayse, office)
    files = [ahead(ayse, monkeypatch, secret), ahead(baran, monkeypatch, secret)]
    report = office.receive(*files, passphrase=secret or None)
    assert [one.status for one in report.files] == ["held", "held"] and len(waiting(office)) == 2
    content, store = files[0].read_bytes(), office.profile.directory / "files.db"
    assert office.db.on_server or content[2_000:2_200] in store.read_bytes()
    forgotten = office.erase(ali)
    assert forgotten.waited == [files[0].name] and waiting(office) == [files[1].name]
    assert len(traces(office)) == 1 and ali.replace("-", "")[-12:] not in traces(office)[0]
    with office.db.read() as connection:
        (left,) = held.held_files(connection)
    assert set(office.db.files.all()) == {left.fingerprint}
    if not office.db.on_server:
        # Not a piece of it is left in the file either.
        assert content[2_000:2_200] not in store.read_bytes()
    assert office.problems() == []


def test_an_erasure_that_comes_by_a_file_reaches_them_too(
    ayse: Laptop, office: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of somebody whom the office never had: only the file that waits speaks of her."""
    ali = ayse.add("people", given_name="Ali")
    baran.receive(ayse.send())
    office.receive(ahead(baran, monkeypatch))
    assert len(waiting(office)) == 1
    ayse.erase(ali)
    assert told(office.receive(ayse.send())) == [("applied", "")]
    assert waiting(office) == [] == traces(office) and office.db.files.all() == {}


def test_a_person_whom_somebody_added_by_hand_is_found_too(
    ayse: Laptop, office: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ayse.add("people", given_name="Ali")
    base = ahead(ayse, monkeypatch)
    written = edit(base, "People", lambda sheet: sheet.append(given_name="Yeni", family_name="Gelen"))
    office.receive(written)
    ayse.receive(written, release=True)
    new = next(row["uid"] for row in ayse.rows("people") if row["given_name"] == "Yeni")
    ayse.erase(new)
    with office.db.write("erase") as uow:
        forgotten = erasure.erase(uow, _erasures(ayse))
    erasure.forget_files(office.db, forgotten.files)
    assert waiting(office) == [] and office.db.files.all() == {}


def _erasures(laptop: Laptop) -> list[erasure.Erasure]:
    with laptop.db.read() as connection:
        return erasure.erasures(connection)


def test_none_is_kept_with_somebody_who_was_erased(
    ayse: Laptop, office: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ali = ayse.add("people", given_name="Ali")
    exchange(ayse, office)
    path = ahead(ayse, monkeypatch)
    office.erase(ali)
    for rehearse in (True, False):
        ((status, reason),) = told(office.receive(path, rehearse=rehearse))
        assert status == "refused" and "was erased" in reason and "ask for a new one" in reason
    assert waiting(office) == [] and office.db.files.all() == {}
    # As it says: the sender hears of it, and what she sends then waits as any other.
    ayse.receive(office.send())
    assert told(office.receive(ayse.send()))[0][0] == "held"


def test_a_file_that_waits_and_erases_who_is_in_it_is_taken_in(ayse: Laptop, office: Laptop) -> None:
    """The erasure that is in the file reaches the file itself: it is let go of once, without ado."""
    ali = ayse.add("people", given_name="Ali")
    other = ayse.add("people", given_name="Veli")
    first = ayse.send()
    ayse.erase(ali)
    removing = edit(first, "People", lambda sheet: sheet.put(sheet.find("given_name", "Veli"), "_action", "SİL"))
    assert told(office.receive(removing, trust_new=False))[0][0] == "held"
    assert told(office.receive(ayse.send(), trust_new=True)) == [("applied", "")]
    assert waiting(office) == [] and office.show("people", other) is not None


@pytest.mark.one_engine("sqlite")
def test_a_restored_backup_replays_it_on_files_that_waited_then(
    ayse: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ali = ayse.add("people", given_name="Ali")
    exchange(ayse, baran)
    baran.receive(ahead(ayse, monkeypatch))
    backup(baran.db, tmp_path / "backup.db")
    baran.erase(ali)
    baran.db.close()
    restore(baran.profile, tmp_path / "backup.db")
    baran.reopen_after_close()
    assert waiting(baran) == [] == traces(baran) and baran.db.files.all() == {} and baran.problems() == []


def test_each_rule_is_needed(ayse: Laptop, office: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken out once: a file whose people nobody wrote down stays with her in it."""
    monkeypatch.setattr(held, "spoken_of", lambda incoming: set())
    ali = ayse.add("people", given_name="Ali")
    exchange(ayse, office)
    office.receive(ahead(ayse, monkeypatch))
    assert office.erase(ali).waited == [] and len(waiting(office)) == 1


def test_data_put_back_behind_the_programs_back_forget_her_with_the_next_workbook(
    ayse: Laptop, office: Laptop, tmp_path: Path
) -> None:
    """By the server's own tools, or by copying the file: the program cannot know that there was an erasure."""
    ali = ayse.add("people", given_name="Ali")
    exchange(ayse, office)
    backup(office.db, tmp_path / "old.db")
    office.erase(ali)
    exchange(office, ayse)
    office.close()
    if office.profile.server:
        restore_to_server(office.profile, tmp_path / "old.db")
    else:
        for part in ("", "-wal", "-shm"):
            office.profile.database.with_name(office.profile.database.name + part).unlink(missing_ok=True)
        shutil.copy(tmp_path / "old.db", office.profile.database)
    office.reopen_after_close()
    assert [row["given_name"] for row in office.rows("people")] == ["Ali"]
    office.receive(ayse.send())
    assert office.rows("people") == [] and office.problems() == []
    assert differences(ayse.state(), office.state()) == {}


def test_an_erasure_that_comes_along_is_told_before_it_is_done(ayse: Laptop, office: Laptop) -> None:
    ali, veli = (ayse.add("people", given_name=name) for name in ("Ali", "Veli"))
    exchange(ayse, office)
    ayse.erase(ali)
    path = ayse.send()
    for rehearse in (True, False):
        report = office.receive(path, rehearse=rehearse)
        assert report.files[0].erased == 1 and report.as_json(untranslated)["erased"] == 1
    assert office.show("people", ali) is None and office.show("people", veli) is not None
    assert "erased" not in office.receive(ayse.send()).as_json(untranslated)
