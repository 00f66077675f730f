"""Text set into a width: whole, inside, and as large as it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from tn_desktop.model.text import clean
from tn_desktop.sheets.fonts import FAMILIES, load_fonts, sheet_font
from tn_desktop.sheets.typesetting import POINT, TextBlock, fit, text_width

LETTERS = "aâbcçdeêəfgğhıiîjklmnoöpqrsştuûüvwxyzABCÇDEFGĞHIİÎJKLMNOÖPRSŞTUÛÜVYZ"
ARABIC = "محمد عبد الله الأحمد فاطمة ئازاد ڕۆژین"
TEXTS = st.text(alphabet=LETTERS + ARABIC + "'’- ./@\u0301ЖжΩ", max_size=160)


def test_the_shipped_fonts_hold_every_letter_of_the_names() -> None:
    load_fonts()
    latin, arabic = (QRawFont.fromFont(only_family(name)) for name in FAMILIES)
    assert [letter for letter in LETTERS + "’ʼ'éáñŞşĐđẞ–…·" if not latin.supportsCharacter(ord(letter))] == []
    assert [letter for letter in ARABIC.replace(" ", "") if not arabic.supportsCharacter(ord(letter))] == []


def only_family(name: str) -> QFont:
    font = sheet_font(100, bold=False)
    font.setFamilies([name])
    return font


def test_short_text_stays_on_one_line_at_its_size() -> None:
    block = fit("Ayşe Yılmaz", 60.0, 10.0, smallest=7.0)
    assert block.lines == ("Ayşe Yılmaz",)
    assert block.size == 10.0


def test_wraps_at_spaces_before_it_shrinks() -> None:
    block = fit("Şehit Öğretmen Aybüke Yalçın Anadolu Lisesi", 45.0, 8.5, smallest=6.5)
    assert len(block.lines) == 2
    assert block.size == 8.5


def test_shrinks_before_it_takes_a_third_line() -> None:
    block = fit("Emine Büyükkaraoğlanoğlu Yıldızhanoğulları", 44.0, 10.0, smallest=7.5)
    assert len(block.lines) == 2
    assert 7.5 <= block.size < 10.0


def test_a_long_word_is_broken_last_and_keeps_all_its_letters() -> None:
    block = fit("Ali " + "W" * 80, 40.0, 10.0, smallest=7.5)
    assert block.size == 7.5
    assert block.lines[0] == "Ali"
    assert "".join(block.lines[1:]) == "W" * 80


def test_an_address_is_set_smaller_rather_than_parted() -> None:
    block = fit("mustafa.demir@ornek-okul.k12.tr", 42.0, 8.5, one_line=7.0)
    assert block.lines == ("mustafa.demir@ornek-okul.k12.tr",)
    assert 7.0 <= block.size < 8.5


def test_a_mark_stays_with_its_letter() -> None:
    word = "q\u0323\u0307" * 60
    assert all(line.startswith("q") for line in fit(word, 20.0, 10.0).lines)


def test_only_an_absurd_text_ends_with_an_ellipsis() -> None:
    block = fit("Abcdef " * 1000, 40.0, 10.0, smallest=7.5, height=20.0)
    assert block.lines[-1].endswith("…")
    assert block.height <= 20.0
    assert "…" not in "".join(fit("Abcdef " * 60, 40.0, 10.0, smallest=7.5, height=40.0).lines)


@given(text=TEXTS, width=st.floats(15.0, 80.0), bold=st.booleans())
def test_no_letter_is_lost_and_no_line_is_wider_than_its_place(text: str, width: float, bold: bool) -> None:
    block = fit(text, width, 10.0, smallest=7.5, bold=bold, height=500.0)
    assert "".join(block.lines).replace(" ", "") == clean(text).replace(" ", "")
    for line in block.lines:
        # As it is painted, not as it was counted up.
        painted = QFontMetricsF(sheet_font(block.size * POINT * 100, bold)).horizontalAdvance(line) / 100
        assert painted <= width
    assert block.width == max((text_width(line, block.size, bold) for line in block.lines), default=0.0)


@pytest.mark.parametrize(
    "text", ["ÂÊÎÔÛ İĞÜŞÖÇ âçğşj", "Nguyễn Ẫ", "محمد عبد الله الأحمد", "إبراهيم ڕۆژین", "Ёжиков ΐ"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_ink_stays_inside_the_lines_height(text: str, bold: bool) -> None:
    block: TextBlock = fit(text, 200.0, 10.0, bold=bold)
    ink = QFontMetricsF(sheet_font(1000, bold)).tightBoundingRect(text)
    em = block.size * POINT
    assert -ink.top() / 1000 * em <= block.ascent
    assert ink.bottom() / 1000 * em <= block.pitch - block.ascent
