"""The painted sheet: PDF files with their text, refusals, pictures."""

import errno
import os
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from tests.unit.sheets.samples import people, sessions, sheet
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import untranslated
from tn_desktop.services.sheet_content import SessionSheet, SheetPerson
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.session_sheet import SheetDocument, paint, write_pdf

MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))


def text_of(path: Path) -> str:
    out = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return unicodedata.normalize("NFKC", out.translate(MARKS))


def information(path: Path) -> dict[str, str]:
    out = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in out.splitlines())}


@pytest.mark.needs("pdftotext")
def test_names_can_be_found_in_the_pdf(tmp_path: Path) -> None:
    names: tuple[str, ...] = (
        "Işık İrem Ağaoğlu",
        "Çağrı Öğüt Şişmanoğlu",
        "Rojîn Ebdê Ûnal",
        "Əliyeva Zelîxe",
        "Ömer D’Angelo",
    )
    names += ("fişek afiyet", "محمد عبد الله الأحمد", "ئازاد کوردستانی")
    listed = tuple(SheetPerson(number, name) for number, name in enumerate(names, 1))
    path = tmp_path / "İmza listesi.pdf"
    assert (
        write_pdf(
            SessionSheet("Öğretmen Ağı", "Şiir Atölyesi", sessions(1), listed), path, SheetOptions(), untranslated
        )
        == 1
    )
    text = text_of(path)
    for name in names:
        assert name in text
    assert "14.03.2026" in text and "13:00–16:00" in text


@pytest.mark.needs("pdftotext")
def test_all_five_hundred_are_in_the_pdf_and_pages_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    count = write_pdf(sheet(500), path, SheetOptions(), untranslated)
    assert information(path)["Pages"] == str(count)
    numbers = {line.split()[0] for line in text_of(path).splitlines() if line.split()}
    assert {str(number) for number in range(1, 506)} <= numbers


@pytest.mark.needs("pdfinfo", "pdffonts")
def test_the_file_says_what_it_is_and_carries_its_fonts(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(sheet(3), path, SheetOptions(), untranslated)
    found = information(path)
    assert found["Title"] == "Attendance sheet – Eleştirel Düşünme Atölyesi"
    assert found["Creator"] == "TN Desktop"
    assert "A4" in found["Page size"]
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert fonts and all("TNSans" in line and line.split()[-5] == "yes" for line in fonts)


@pytest.mark.needs("pdfinfo")
def test_landscape_pages_are_landscape_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(sheet(3, 5), path, SheetOptions(), untranslated)
    width, _, height = information(path)["Page size"].split()[:3]
    assert float(width) > float(height)


def test_paints_on_any_paged_device() -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    assert paint([sheet(30), sheet(2, 4)], SheetOptions(), writer, untranslated) == 3
    del writer
    assert buffer.data().startsWith(b"%PDF")


def test_a_page_can_be_painted_alone_for_the_preview() -> None:
    document = SheetDocument([sheet(500)], SheetOptions(), untranslated)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.paint_page(painter, 7, 2.0)
    painter.end()
    dark = [(x, y) for x in range(420) for y in range(594) if image.pixelColor(x, y).lightness() < 128]
    assert len(dark) > 500
    # The margins stay white.
    assert min(x for x, _ in dark) > 24 and max(x for x, _ in dark) < 396


def test_a_logo_stands_in_the_heading(tmp_path: Path) -> None:
    logo = QImage(300, 150, QImage.Format.Format_RGB32)
    logo.fill(QColor("red"))
    logo.save(str(tmp_path / "logo.png"))
    page = SheetDocument([sheet(3)], SheetOptions(logo=str(tmp_path / "logo.png")), untranslated).page(0)
    assert page.pictures[0].rect.width / page.pictures[0].rect.height == pytest.approx(2.0)


def test_a_logo_that_is_none_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("no picture")
    with pytest.raises(FileRefused, match="logo") as caught:
        SheetDocument([sheet(3)], SheetOptions(logo=str(tmp_path / "logo.png")), untranslated)
    assert "logo.png" in caught.value.text(untranslated)


def test_a_missing_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        write_pdf(sheet(3), tmp_path / "none" / "sheet.pdf", SheetOptions(), untranslated)
    assert "does not exist" in caught.value.text(untranslated)


def test_a_folder_in_the_files_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(FileRefused, match="is a folder"):
        write_pdf(sheet(3), tmp_path / "sheet.pdf", SheetOptions(), untranslated)
    assert [found.name for found in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "no room left"), (errno.EROFS, "read-only"), (errno.EACCES, "read-only"), (errno.EIO, "cannot be")],
)
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefused) as caught:
        write_pdf(SessionSheet("", "", sessions(1), people(2)), path, SheetOptions(), untranslated)
    assert sentence in caught.value.text(untranslated)
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["sheet.pdf"]


def test_replaces_an_older_file(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    write_pdf(sheet(2), path, SheetOptions(), untranslated)
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.needs("pdftotext")
def test_consents_and_a_funders_id_are_columns_left_to_the_pen(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    options = SheetOptions(language="en", consents=True, funder_id=True)
    # The text stands on a page of its own, behind the list.
    without = write_pdf(sheet(8), path, replace(options, consents=False), untranslated)
    assert write_pdf(sheet(8), path, options, untranslated) == without + 1
    text = " ".join(text_of(path).split())
    for there in ("ID for the funder", "Photos and videos of the activity", "You may take part without ticking"):
        assert there in text
    plain = write_pdf(sheet(8), path, SheetOptions(), untranslated)
    assert plain == 1 and "funder" not in text_of(path)
