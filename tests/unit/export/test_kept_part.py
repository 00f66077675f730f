"""A part of a workbook that is pressed while others are written."""

import io
import zipfile

from tn_desktop.exchange.export.xlsx_kept import KeptPart


def test_it_stands_in_the_archive_as_any_other_part() -> None:
    pieces = [b"<a>", b"0123456789" * 100_000, b"", "İğne".encode(), b"</a>"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        kept = KeptPart(2)
        with archive.open("before.xml", "w") as part:
            part.write(b"before")
            for piece in pieces:
                kept.write(piece)
        kept.into(archive, "kept.xml")
        archive.writestr("after.xml", "after")
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None and archive.namelist() == ["before.xml", "kept.xml", "after.xml"]
        assert archive.read("kept.xml") == b"".join(pieces) and archive.read("after.xml") == b"after"
        assert archive.getinfo("kept.xml").compress_size < 10_000


def test_one_that_stays_empty() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        KeptPart(2).into(archive, "empty.xml")
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None and archive.read("empty.xml") == b""
