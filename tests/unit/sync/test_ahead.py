"""Several files at once: the next one is read while the one before it is merged, and nobody notices but the clock."""

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.sync.laptops import Laptop, differences, read_here, told
from tn_desktop.exchange.sync import receiving
from tn_desktop.exchange.sync.held_records import Records
from tn_desktop.exchange.sync.incoming import Incoming, read_incoming
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.model.errors import Cancelled

pytestmark = pytest.mark.both_engines
WAIT = 180


@pytest.fixture
def files(ayse: Laptop) -> list[Path]:
    """Three workbooks, each of one person more."""
    made = []
    for name in ("Işık", "Çağla", "Özgür"):
        ayse.add("people", given_name=name)
        made.append(ayse.send())
    return made


def names(laptop: Laptop) -> set[str]:
    return {row["given_name"] for row in laptop.rows("people")}


def test_the_next_file_is_read_while_this_one_is_merged(baran: Laptop, files: list[Path]) -> None:
    begun = {file.name: threading.Event() for file in files}

    def read(path: Path, *how: Any) -> Incoming:
        begun[path.name].set()
        return read_here(path, *how)

    def progress(file: str, _done: int, of: int) -> None:
        following = dict(zip(begun, list(begun)[1:], strict=False)).get(file)
        if of and following:
            # Within the merge of this one: what is not begun by itself never begins.
            assert begun[following].wait(WAIT)

    report = receive(baran.db, files, Options(read=read), progress=progress)
    assert [one.status for one in report.files] == ["applied"] * 3 and names(baran) == {"Işık", "Çağla", "Özgür"}


def test_a_damaged_file_among_others_is_refused_in_its_place(ayse: Laptop, baran: Laptop, files: list[Path]) -> None:
    files[1].write_bytes(files[1].read_bytes()[:2_000])
    missing = files[0].with_stem("missing")
    report = receive(baran.db, [files[0], files[1], missing, files[2], files[2]], Options(read=read_incoming))
    assert [status for status, _ in told(report)] == ["applied", "refused", "refused", "applied", "duplicate"]
    assert [one.file for one in report.files][1:3] == [files[1].name, missing.name]
    assert differences(ayse.state(), baran.state()) == {}


def test_a_rehearsal_of_several_tells_the_same(baran: Laptop, files: list[Path]) -> None:
    before = baran.state()
    rehearsed = baran.receive(*files, rehearse=True)
    assert differences(before, baran.state()) == {}
    done = baran.receive(*files)
    assert told(done) == told(rehearsed) and done.counts == rehearsed.counts and done.counts.added == 3


def test_a_file_that_is_written_after_it_was_read_is_read_again(ayse: Laptop, baran: Laptop, files: list[Path]) -> None:
    ayse.add("people", given_name="Derya")
    newer = ayse.send().read_bytes()
    reads: list[Path] = []
    second = threading.Event()

    def read(path: Path, *how: Any) -> Incoming:
        incoming = read_here(path, *how)
        reads.append(path)
        if path == files[1]:
            second.set()
        return incoming

    def progress(file: str, _done: int, of: int) -> None:
        if of and file == files[0].name:
            assert second.wait(WAIT)
            files[1].write_bytes(newer)

    receive(baran.db, files[:2], Options(read=read), progress=progress)
    assert names(baran) == {"Işık", "Çağla", "Özgür", "Derya"} and reads == [files[0], files[1], files[1]]


def test_a_stop_leaves_nothing_that_reads(baran: Laptop, files: list[Path]) -> None:
    stop = threading.Event()
    closed: list[str] = []

    def read(path: Path, passphrase: str | None, cancelled: Callable[[], bool]) -> Incoming:
        incoming = read_here(path, passphrase, cancelled)
        incoming.close = lambda: closed.append(path.name)
        return incoming

    def progress(_file: str, _done: int, of: int) -> None:
        if of:
            stop.set()

    with pytest.raises(Cancelled):
        receive(baran.db, files, Options(read=read), progress=progress, cancelled=stop.is_set)
    assert sorted(closed) == sorted([files[0].name, files[1].name]) and not _readers()
    assert [one.status for one in baran.receive(*files).files] == ["applied"] * 3


def _readers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "sync-ahead"]


def test_one_copy_of_everything_precedes_large_files(
    ayse: Laptop, ceren: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGE", 1)
    # The first laptop has a file of its own, whatever the engine of the others.
    theirs = ceren.send()
    ceren.add("people", given_name="Ceren")
    again = ceren.send()
    copies: list[int] = []
    monkeypatch.setattr(receiving, "backup", lambda *_of, **_how: copies.append(1))
    ayse.receive(theirs, again)
    assert copies == [1]
    ceren.add("people", given_name="Can")
    ayse.receive(ceren.send())
    assert copies == [1, 1]


def test_rows_are_told_only_to_whoever_asks(baran: Laptop, files: list[Path]) -> None:
    quiet = baran.receive(files[0], rows=False)
    assert not quiet.files[0].changes and quiet.counts.added == 1
    assert baran.receive(files[1]).files[0].changes.touches("person")


def test_what_was_read_of_a_file_goes_with_it_and_waits_for_no_collection(baran: Laptop, files: list[Path]) -> None:
    kept: dict[str, weakref.ref[Records]] = {}
    left: dict[str, int] = {}

    def read(path: Path, *how: Any) -> Incoming:
        incoming = read_incoming(path, *how)
        kept[path.name] = weakref.ref(incoming.rows)
        return incoming

    def progress(file: str, _done: int, of: int) -> None:
        if of:
            # This one is merged and the next one read: nothing is left of those before.
            left[file] = sum(there() is not None for name, there in kept.items() if name < file)

    gc.collect()
    gc.disable()
    try:
        receive(baran.db, files, Options(read=read), progress=progress)
    finally:
        gc.enable()
    assert [left[file.name] for file in files] == [0, 0, 0]
