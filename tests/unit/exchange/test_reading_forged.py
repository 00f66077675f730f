"""Real workbooks with bits turned, parts exchanged and numbers beyond all sense; and cells that no program writes:
each is taken in, or refused in one sentence, and then nothing has changed."""

import datetime as dt
import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.everyday import examples
from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.importing import choose, import_path, plan_import, tables_of
from tn_desktop.exchange.pasted import read_text
from tn_desktop.exchange.plan import Target
from tn_desktop.exchange.reading import child
from tn_desktop.exchange.reading import encrypted as encryption
from tn_desktop.exchange.reading.book import Book, Limits, RawSheet, plain
from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.reading.supervise import _Assembly
from tn_desktop.exchange.sync.passphrase import encrypted_into
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.errors import AppError, FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import SYNCED
from tn_desktop.services.checks import check_database
from tn_desktop.store.database import Database

SAMPLES = Path(__file__).parents[2] / "data" / "spreadsheets"
BOOKS = (
    "librarycarpentry-training_attendance.xlsx",
    "automail-participants.xlsx",
    "calamine-merged_range.xls",
    "calamine-issue_594_dos.ods",
    "calamine-pivots.xlsx",
    "calamine-date_1904.xlsx",
    "OOK01001R1_826.XLS",
)
NUMBERS = (b"-1", b"0", b"99999999999", b"1e400", b"NaN", b"INF", b"18446744073709551616", b"x")
SOME = Limits(rows=20_000, columns=300, cells=300_000, characters=5_000_000, unpacked=50_000_000)
NEVER_AT_ONCE = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def look_at(error: AppError) -> None:
    """A refusal is one sentence."""
    text = error.text(untranslated)
    assert text.endswith(".") and "\n" not in text and "{" not in text


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bits turned, or a piece missing, doubled or blank."""
    out = bytearray(data)
    start = chance.randrange(len(out))
    match chance.randrange(5):
        case 0:
            del out[start : start + chance.randrange(1, 400)]
        case 1:
            out[start:start] = out[start : start + 200]
        case 2:
            out[start : start + 50] = bytes(50)
        case 3:
            del out[start:]
        case _:
            for _ in range(chance.randint(1, 20)):
                out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def with_a_part_changed(data: bytes, chance: random.Random) -> bytes:
    """A sound archive with one part that is not: its bits turned, its numbers absurd, or another part's content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = chance.choice([name for name in names if name.endswith((".xml", ".rels", ".bin"))] or names)
        for name in names:
            content = old.read(name)
            if name == victim and content:
                match chance.randrange(4):
                    case 0:
                        content = flipped(content, chance)
                    case 1:
                        content = old.read(chance.choice(names))
                    case _:
                        places = [*re.finditer(rb"\d+", content)]
                        for place in chance.sample(places, min(len(places), 3)):
                            whole = content[: place.start()] + chance.choice(NUMBERS) + content[place.end() :]
                            content = whole
            new.writestr(name, content)
    return out.getvalue()


def read_here(data: bytes) -> Book:
    """As the child reads, in this process: starting one takes half a second, each time."""
    assembly = _Assembly()

    read(data, assembly.take)
    assert assembly.finished is not None
    return assembly.finished


def counts(db: Database) -> list[int]:
    with db.read() as connection:
        return [len(connection.execute(select(table_of(cls).c.id)).all()) for cls in SYNCED]


def import_book(db: Database, book: Book, target: Target | None = None) -> None:
    """Import whatever it is, as the command line does; a refusal is a sentence and changes nothing."""
    before = counts(db)
    try:
        with db.write("import") as uow:
            plan = plan_import(uow.connection, choose(tables_of(book), None), target or Target(workshop_title="Liste"))
            apply_import(uow, plan)
    except AppError as error:
        look_at(error)
        assert counts(db) == before


@settings(max_examples=examples(60), deadline=None, suppress_health_check=NEVER_AT_ONCE)
@given(seed=st.integers(0, 2**48))
def test_workbooks_with_damaged_bytes(db: Database, seed: int) -> None:
    chance = random.Random(seed)
    data = (SAMPLES / chance.choice(BOOKS)).read_bytes()
    whole = zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.7
    data = with_a_part_changed(data, chance) if whole else flipped(data, chance)
    try:
        book = read_here(data)
    except FileRefused as error:
        look_at(error)
        return
    import_book(db, book)


def test_the_store_is_sound_after_all_of_them(db: Database) -> None:
    for seed in range(30):
        chance = random.Random(seed)
        data = (SAMPLES / BOOKS[seed % 2]).read_bytes()
        try:
            import_book(db, read_here(with_a_part_changed(data, chance)))
        except FileRefused as error:
            look_at(error)
    assert check_database(db) == []


CELLS = st.one_of(
    st.sampled_from(
        ["Ad Soyad", "Adı", "Soyadı", "Telefon", "E-posta", "Okul", "İl", "Tarih", "14.03.2026", "Katıldı", "+", "X",
         "Ayşe Yılmaz", "0532 000 00 01", "=1+1", "1e400", "9" * 400, "\ud800", "a\x00b", "-", "1.", "31.02.2026",
         "25:61", "\u202e", "x" * 5_000, "Toplam", "İ", "ﷺ", "👩‍👩‍👧‍👧", "{name}", "%n %1"]
    ),
    st.text(max_size=30),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.none(),
)  # fmt: skip


@settings(max_examples=examples(80), deadline=None, suppress_health_check=NEVER_AT_ONCE)
@given(
    rows=st.lists(st.lists(CELLS, max_size=6), max_size=12), second=st.lists(st.lists(CELLS, max_size=4), max_size=4)
)
def test_cells_that_no_program_writes(db: Database, rows: list[list[Any]], second: list[list[Any]]) -> None:
    sheets = [RawSheet(name, [tuple(map(plain, row)) for row in held]) for name, held in (("A", rows), ("B", second))]
    import_book(db, Book(tuple(sheets), "xlsx"))


@settings(max_examples=examples(100), deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_can_be_pasted(text: str) -> None:
    try:
        tables_of(read_text(text))
    except FileRefused as error:
        look_at(error)


def test_a_giant_paste_is_refused_before_it_is_taken_apart() -> None:
    for text in ("Ayşe Yılmaz\n" * 8_500_000, "a" * 100_000_000):
        with pytest.raises(FileRefused, match="too long for a list"):
            read_text(text)


# --- passwords


@cache
def encrypted() -> bytes:
    out, inner = io.BytesIO(), io.BytesIO()
    book = xlsxwriter.Workbook(inner)
    book.add_worksheet().write("A1", "Ad Soyad")
    book.close()
    with encrypted_into(out, "gizli") as file:
        file.write(inner.getvalue())
    return out.getvalue()


def read(data: bytes, send: Callable[[tuple[object, ...]], object]) -> None:
    """As the child reads; whatever a reader trips over is a damaged file."""

    def send_on(message: tuple[object, ...]) -> None:
        send(message)

    try:
        child._read(data, "gizli", SOME, False, send_on)
    except FileRefused:
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        raise FileRefused(DAMAGED) from error


def test_a_password_hashed_for_hours_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number stands in the file; one of another length would not fit into its place, so the limit moves instead."""
    read(encrypted(), lambda message: None)
    monkeypatch.setattr(encryption, "MOST_SPINS", 99_999)
    with pytest.raises(FileRefused, match="would take hours"):
        read(encrypted(), lambda message: None)
    monkeypatch.undo()
    for spins in (-1, 1_000_001, 2**31 - 1):
        with pytest.raises(FileRefused, match="would take hours"):
            encryption._refuse_endless({"spinValue": spins})


@settings(max_examples=examples(25), deadline=None)
@given(seed=st.integers(0, 2**48))
def test_damaged_encryption(seed: int) -> None:
    try:
        read(flipped(encrypted(), random.Random(seed)), lambda message: None)
    except FileRefused as error:
        look_at(error)


def test_a_file_that_lies_about_its_length(tmp_path: Path, db: Database) -> None:
    """A zip whose directory says four gigabytes."""
    data = bytearray((SAMPLES / BOOKS[0]).read_bytes())
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 0xFFFFFFF0)
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    before = counts(db)
    with pytest.raises(FileRefused) as caught:
        import_path(db, path, today=dt.date(2026, 3, 14))
    look_at(caught.value)
    assert counts(db) == before
