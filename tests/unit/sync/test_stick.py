"""The stick is pulled out in the middle: of writing a workbook, of reading one, of a pass over a folder."""

import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.sync.laptops import Laptop, differences, told
from tn_desktop.exchange.folder.passing import FolderSync
from tn_desktop.exchange.reading import child
from tn_desktop.exchange.sync import incoming as incoming_module
from tn_desktop.exchange.sync.incoming import LIMITS, Incoming, Receiver, _Reading, read_incoming
from tn_desktop.exchange.sync.sending import Order, send
from tn_desktop.exchange.sync.sieve import Sieve
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.services.demo import fill

pytestmark = pytest.mark.both_engines


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def people(laptop: Laptop, count: int = 1_200) -> None:
    fill(laptop.db, count, 2, 3, date(2026, 3, 14))


def pulled(stick: Path) -> Callable[..., None]:
    """Pulls the stick out when it is first called."""

    def pull(*_given: Any) -> None:
        shutil.rmtree(stick, ignore_errors=True)

    return pull


@pytest.mark.thorough
def test_while_a_workbook_is_written(ayse: Laptop, baran: Laptop, stick: Path, tmp_path: Path) -> None:
    people(ayse)
    with pytest.raises(FileRefused):
        send(ayse.db, stick / "x.xlsx", untranslated, progress=pulled(stick))
    assert not stick.exists()
    # Nothing is noted as sent that nobody can have: the next file holds everything.
    again = ayse.send()
    assert told(baran.receive(again)) == [("applied", "")]
    assert differences(ayse.state(), baran.state()) == {}


def test_between_two_parts_of_a_workbook(ayse: Laptop, stick: Path) -> None:
    people(ayse)
    done: list[int] = []

    def progress(rows: int, of: int) -> None:
        done.append(rows)
        if (stick / "x.xlsx").exists():
            pulled(stick)()

    with pytest.raises(FileRefused):
        send(ayse.db, stick / "x.xlsx", untranslated, Order(rows_a_part=900), progress=progress)
    assert done and not stick.exists()


def test_before_the_second_file_is_read(ayse: Laptop, baran: Laptop, stick: Path) -> None:
    people(ayse, 20)
    first = send(ayse.db, stick / "1.xlsx", untranslated).files[0]
    ayse.add("people", given_name="Işık")
    second = send(ayse.db, stick / "2.xlsx", untranslated).files[0]

    def read(file: Path, *given: Any) -> Any:
        incoming = read_incoming(file, *given)
        pulled(stick)()
        return incoming

    report = baran.receive(first, second, read=read)
    statuses = [status for status, _reason in told(report)]
    assert statuses == ["applied", "refused"] and "2.xlsx" in told(report)[1][1]
    assert len(baran.rows("people")) == len(ayse.rows("people")) - 1
    assert baran.problems() == []


def test_a_file_that_is_cut_off_while_it_is_read_is_refused_whole(ayse: Laptop, baran: Laptop, stick: Path) -> None:
    people(ayse, 200)
    file = send(ayse.db, stick / "1.xlsx", untranslated).files[0]
    whole = file.read_bytes()
    before = baran.state()
    for share in (0.05, 0.3, 0.6, 0.95):
        file.write_bytes(whole[: int(len(whole) * share)])
        assert [status for status, _reason in told(baran.receive(file, read=read_incoming))] == ["refused"]
        assert differences(before, baran.state()) == {}
    file.write_bytes(whole)
    assert told(baran.receive(file, read=read_incoming)) == [("applied", "")]


def test_in_a_pass_over_a_folder(ayse: Laptop, baran: Laptop, stick: Path) -> None:
    people(ayse, 20)
    passing = FolderSync(stick, untranslated, clock=lambda: 4e9)
    assert passing.run(ayse.db).written
    names = {path.name for path in stick.glob("*.xlsx")}
    other = FolderSync(stick, untranslated, clock=lambda: 4e9)
    found = other.look(baran.db)
    assert {path.name for path in found.ready} == names
    away = stick.with_name("away")
    stick.rename(away)
    baran.add("people", given_name="Baran")
    # What was seen and is gone is no news; the folder itself is missed by the next look.
    assert other.take(baran.db, found.ready).files == []
    with pytest.raises(FileRefused, match="not there"):
        other.run(baran.db)
    with pytest.raises(FileRefused):
        other.write(baran.db)
    away.rename(stick)
    report = other.run(baran.db)
    assert [one.status for one in report.taken.files] == ["applied"]
    assert [one.status for one in passing.run(ayse.db).taken.files] == ["applied"]
    assert differences(ayse.state(("device",)), baran.state(("device",))) == {}


def test_what_the_visible_sheets_say_in_the_end_takes_all_of_it_back(ayse: Laptop, baran: Laptop, stick: Path) -> None:
    """The records are merged while the visible sheets are still being read."""
    people(ayse, 20)
    file = send(ayse.db, stick / "1.xlsx", untranslated).files[0]
    before = baran.state()

    def read(path: Path, *given: Any) -> Incoming:
        incoming = read_incoming(path, *given)

        def refused() -> Any:
            raise FileRefused("Too wide.")

        incoming.visible = refused
        return incoming

    assert told(baran.receive(file, read=read)) == [("refused", "Too wide.")]
    assert differences(before, baran.state()) == {} and baran.problems() == []
    assert told(baran.receive(file, read=read_incoming)) == [("applied", "")]
    assert [status for status, _reason in told(baran.receive(file, read=read_incoming))] == ["duplicate"]


@pytest.mark.thorough
def test_a_reader_that_begins_anew_has_to_read_the_same(ayse: Laptop, stick: Path) -> None:
    ayse.add("people", given_name="Işık")
    messages: list[Any] = []
    file = send(ayse.db, stick / "1.xlsx", untranslated).files[0]
    child._read(file.read_bytes(), None, LIMITS, False, Sieve(lambda message: messages.append(message)).take)
    sound: list[Incoming] = []
    receiver = Receiver(sound.append)
    for message in messages:
        receiver.take(message)
    incoming = receiver.result()
    receiver.take(("restart",))
    for message in messages:
        receiver.take(message)
    assert len(sound) == 1
    assert receiver.result().fingerprint == incoming.fingerprint and len(incoming.rows) == len(receiver.result().rows)
    assert len(incoming.visible()) == len(receiver.result().visible()) > 0
    receiver.take(("restart",))
    with pytest.raises(FileRefused):
        receiver.take(("sound", "another"))


def test_a_reader_that_begins_anew_at_once_hinders_nobody(
    ayse: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may before the thread that waits for the machine's part goes on."""
    ayse.add("people", given_name="Işık")
    messages: list[Any] = []
    file = send(ayse.db, stick / "1.xlsx", untranslated).files[0]
    child._read(file.read_bytes(), None, LIMITS, False, Sieve(lambda message: messages.append(message)).take)
    anew, merged = threading.Event(), threading.Event()

    def stream(_path: Path, sink: Receiver, **_how: Any) -> None:
        for message in messages:
            sink.take(message)
            if message[0] == "sound":
                sink.take(("restart",))
                anew.set()
                assert merged.wait(180)
                break
        for message in messages:
            sink.take(message)

    monkeypatch.setattr(incoming_module, "stream_spreadsheet", stream)
    reading = _Reading(file, None, lambda: False)
    start = reading._thread.start

    def held_back() -> None:
        start()
        assert anew.wait(180)

    monkeypatch.setattr(reading._thread, "start", held_back)
    try:
        incoming = reading.begin()
    finally:
        merged.set()
    assert len(incoming.rows) > 0 and incoming.fingerprint and len(incoming.visible()) > 0
