"""Files made to hurt: each is refused in one sentence, quickly, and without harm."""

import io
import os
import random
import threading
import zipfile
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
import xlsxwriter

from tn_desktop.exchange.reading import child
from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.preflight import ACTIVE_XML, sniff
from tn_desktop.exchange.reading.supervise import read_spreadsheet, stream_spreadsheet
from tn_desktop.model.errors import Cancelled, FileRefused
from tn_desktop.model.messages import untranslated

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def workbook(cells: dict[str, str]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for where, value in cells.items():
        sheet.write(where, value)
    book.close()
    return out.getvalue()


def repacked(data: bytes, part: str, content: bytes) -> bytes:
    """A workbook with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(80):
                part.write(b"<row/>" * 170_000)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ORDINARY = workbook({"A1": "Ad Soyad", "A2": "Ayşe Yılmaz"})
with zipfile.ZipFile(io.BytesIO(ORDINARY)) as _archive:
    _XML = _archive.read(SHEET)

REFUSED: dict[str, tuple[str, bytes]] = {
    "bomb": ("a.xlsx", bomb()),
    "cut off": ("a.xlsx", ORDINARY[: len(ORDINARY) // 2]),
    "entities": (
        "a.xlsx",
        repacked(ORDINARY, SHEET, _XML.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)),
    ),
    "random bytes": ("a.xlsx", random.Random(1).randbytes(40_000)),
    "random zip": ("a.xlsx", b"PK\x03\x04" + random.Random(2).randbytes(40_000)),
    "random ole": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(3).randbytes(40_000)),
    "nothing but noughts": ("a.csv", bytes(5000)),
    "endless line": ("a.csv", b"a" * 5_000_000),
    "endless cell": ("a.csv", b"Ad;Soyad\n" + b"a" * 500_000 + b";b\n"),
    "a PDF": ("liste.xlsx", b"%PDF-1.7\n" + bytes(2000)),
    "a picture": ("liste.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(2000)),
    "blank": ("a.csv", b" \r\n \r\n"),
    "lock file": ("~$liste.xlsx", b"\x05Ayse" + bytes(160)),
    "other archive": ("a.zip", b"Rar!\x1a\x07" + bytes(100)),
    "broken XML": ("a.xlsx", repacked(ORDINARY, SHEET, _XML[: len(_XML) // 2])),
    "XML of something else": ("a.xml", b"<?xml version='1.0'?><note><to>A</to></note>"),
}


@pytest.mark.some(5)
@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_sentence(tmp_path: Path, case: str) -> None:
    name, data = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileRefused) as caught:
        read_spreadsheet(path)
    sentence = caught.value.text(untranslated)
    assert sentence.endswith(".") and "\n" not in sentence and "{" not in sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    text = _XML.decode().replace("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)
    # Beyond the first piece that is looked through, too.
    for before in ("", " " * (1 << 20)):
        held = text.replace("<!DOCTYPE", f"{before}<!DOCTYPE").replace("UTF-8", encoding)
        with pytest.raises(FileRefused) as refused:
            sniff(repacked(ORDINARY, SHEET, held.encode(encoding)), Limits(ratio=100_000))
        assert refused.value.message == ACTIVE_XML


def test_a_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(workbook({"A1": "Ad Soyad", "A2": "Ayşe Yılmaz", "XFD1048576": "x"}))
    book = read_spreadsheet(path, limits=Limits(memory=400_000_000))
    assert book.sheets[0].rows == [("Ad Soyad",), ("Ayşe Yılmaz",)]
    assert "longer than" in book.remarks[0].text(untranslated)


def test_a_cell_far_to_the_right_is_said_to_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(workbook({"A1": "Ad Soyad", "A2": "Ayşe Yılmaz", "XFD2": "x"}))
    book = read_spreadsheet(path)
    assert book.sheets[0].rows == [("Ad Soyad",), ("Ayşe Yılmaz",)]
    assert "wider than" in book.remarks[0].text(untranslated)


def test_a_thinly_filled_sheet_is_read_by_the_sparse_reader(tmp_path: Path) -> None:
    """Its used area alone would take more memory than allowed; its four cells do not."""
    path = tmp_path / "thin.xlsx"
    path.write_bytes(workbook({"A1": "Ad Soyad", "A2": "Ayşe Yılmaz", "ZZ150000": "x", "B150000": "Ali Demir"}))
    book = read_spreadsheet(path, limits=Limits(seconds=600.0, memory=600_000_000))
    assert book.sheets[0].rows[149_999][1] == "Ali Demir"


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is not a file"):
        read_spreadsheet(tmp_path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="There is no file"):
        read_spreadsheet(tmp_path / "yok.xlsx")


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes have names only there")
def test_devices_and_pipes_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (Path("/dev/zero"), tmp_path / "pipe.csv"):
        with pytest.raises(FileRefused, match="is not a file"):
            read_spreadsheet(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_said_to_be_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Ad;Soyad")
    path.chmod(0)
    with pytest.raises(FileRefused, match="cannot be opened"):
        read_spreadsheet(path)


def test_an_encrypted_opendocument_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", random.Random(4).randbytes(2000))
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>")
    with pytest.raises(FileRefused, match="protected by a password, open it in LibreOffice"):
        read_spreadsheet(path)


def test_nul_bytes_within_a_text_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Ad;Soyad\nAyşe\x00;Yılmaz\n".encode())
    assert read_spreadsheet(path).sheets[0].rows[1] == ("Ayşe", "Yılmaz")


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_an_archive_that_lacks_some_bytes_is_refused(cut: int) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(FileRefused, match="damaged"):
        sniff(whole.getvalue()[:8] + whole.getvalue()[8 + cut :], Limits())


def reading_processes() -> set[int]:
    """Children of this process that read a file; others may end while they are looked at."""
    found = set()
    for process in psutil.Process().children():
        with suppress(psutil.Error):
            if "spawn_main" in " ".join(process.cmdline()):
                found.add(process.pid)
    return found


def test_too_slow_is_refused_and_leaves_no_child(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(ORDINARY)
    before = reading_processes()
    with pytest.raises(FileRefused, match="takes too long"):
        read_spreadsheet(path, limits=Limits(seconds=0.0))
    assert reading_processes() <= before


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="the system does not tell the end of a process beforehand")
def test_another_thread_may_collect_the_process_that_was_read_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts a process collects all that have ended, also that of a reading which is just ending it."""
    files = [tmp_path / name for name in ("a.csv", "b.csv")]
    for file in files:
        file.write_text("Ad;Soyad\nAli;Veli\n")
    books = [read_spreadsheet(file) for file in files]
    other = threading.Thread(target=lambda: books.append(read_spreadsheet(files[1])))
    before = set(psutil.Process().children())
    collect, collected, over = os.waitpid, threading.Event(), threading.Event()

    def held_back(pid: int, flags: int) -> tuple[int, int]:
        ended = collect(pid, flags)
        if ended[0] and threading.current_thread() is other:
            collected.set()
            # Nobody else knows yet that it has ended: the first reading gets all the time it may need to ask.
            over.wait(1)
        return ended

    class Sink:
        def take(self, message: tuple[object, ...]) -> bool:
            if message[0] != "done":
                return False
            [process] = set(psutil.Process().children()) - before
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
            other.start()
            assert collected.wait(180)
            return True

    monkeypatch.setattr(os, "waitpid", held_back)
    stream_spreadsheet(files[0], Sink())
    over.set()
    other.join(180)
    assert books[2] == books[1]


def test_too_much_memory_is_refused(tmp_path: Path) -> None:
    # Long enough to be looked at more than once: a process that just began may hold next to nothing.
    path = tmp_path / "a.csv"
    path.write_text("Ad;Soyad;Okul\n" * 300_000)
    with pytest.raises(FileRefused, match="more memory"):
        read_spreadsheet(path, limits=Limits(memory=1_000_000))


def test_stopping_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(ORDINARY)
    with pytest.raises(Cancelled):
        read_spreadsheet(path, cancelled=lambda: True)


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join("a;b;c;d" for _ in range(5000)))
    with pytest.raises(FileRefused, match=r"more than .limit. cells"):
        read_spreadsheet(path, limits=Limits(cells=10_000))


def test_the_child_loads_neither_database_nor_window() -> None:
    import subprocess
    import sys

    code = (
        "import sys, tn_desktop.exchange.reading.child; "
        "print([m for m in sys.modules if m.split('.')[0] in ('sqlalchemy', 'PySide6', 'openpyxl', 'psutil')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_workbook_without_a_sheet_is_refused_by_the_sparse_reader_too() -> None:
    """Found by the fuzzer: it was told apart from a bug only by what catches everything."""
    sheet = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    data = workbook({"A1": "Ad"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert sheet in book
    with pytest.raises(FileRefused):
        child._read(
            repacked(data, "xl/workbook.xml", book.replace(sheet, "<sheets/>").encode()), None, Limits(), True, _drop
        )


def _drop(_message: tuple[object, ...]) -> None:
    """What is read is not looked at."""
