"""Tables of feedback forms: columns found by words of their questions, in Turkish or English.

An online form writes its questions as headings and its answers as numbers or as words of a scale (“Kesinlikle
katılıyorum”). Names, addresses and times are never taken: feedback belongs to nobody.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tn_desktop.exchange.mapping import ColumnUse
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.reading.book import Book, Cell, RawSheet, Remark
from tn_desktop.exchange.tables import SAMPLES, Column, Table, TableRow
from tn_desktop.exchange.values import text_of
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold

FEEDBACK: Final = "feedback"
QUESTIONS: Final = ("useful", "content", "facilitation", "atmosphere", "recommend")
SEARCHED_ROWS: Final = 30
_STEMS: Final[Mapping[str, tuple[str, ...]]] = {
    "session": ("oturum", "session"),
    "recommend": ("tavsiye", "oneririm", "onerir misiniz", "onerirsiniz", "onerir miydiniz", "recommend"),
    "facilitation": ("kolaylastir", "egitmen", "egitimci", "konusmaci", "anlatim", "facilit", "trainer", "speaker"),
    "atmosphere": ("ortam", "atmosfer", "mekan", "salon", "atmosphere", "venue", "environment"),
    "content": ("icerik", "icerig", "konular", "content", "material", "topic"),
    "useful": ("yarar", "fayda", "katki", "ise yara", "mesleg", "useful", "helpful", "relevan"),
    "quotation": (
        "gorus", "yorum", "eklemek", "dusunce", "oneriler", "paylasmak", "alinti", "cumle", "comment",
        "anything else", "quotation", "in your own words", "kendi sozleriniz",
    ),
}  # fmt: skip
"""Field -> how words of such a question begin; the first field that matches counts."""
_PERSONAL: Final = ("zaman", "timestamp", "e posta", "eposta", "e mail", "email", "ad soyad", "adiniz", "isim", "name")

SCALE: Final[Mapping[str, int]] = {
    word: score
    for score, words in (
        (5, ("kesinlikle katiliyorum", "tamamen katiliyorum", "cok iyi", "mukemmel", "cok memnunum",
             "cok memnun kaldim", "strongly agree", "completely agree", "excellent", "very good", "very satisfied")),
        (4, ("katiliyorum", "iyi", "memnunum", "memnun kaldim", "agree", "good", "satisfied")),
        (3, ("kararsizim", "ne katiliyorum ne katilmiyorum", "kismen katiliyorum", "kismen", "orta", "notr",
             "undecided", "neutral", "neither agree nor disagree", "fair", "average")),
        (2, ("katilmiyorum", "kotu", "zayif", "memnun degilim", "memnun kalmadim", "disagree", "poor",
             "dissatisfied")),
        (1, ("kesinlikle katilmiyorum", "hic katilmiyorum", "cok kotu", "cok zayif", "hic memnun degilim",
             "hic memnun kalmadim", "strongly disagree", "very poor", "very bad", "very dissatisfied")),
    )
    for word in words
}  # fmt: skip
"""Folded words of the usual five-step scales."""
_NO_ANSWER: Final = ("fikrim yok", "bilmiyorum", "yanit yok", "no opinion", "n a", "not applicable", "yok")
_NUMBER: Final = re.compile(r"([1-5])(?:[.,]0+)?(?:\s*/\s*5)?(?:\s*[-–:).]\s*\D*)?")
_BY_QUESTION: Final = QT_TRANSLATE_NOOP("import", "By words of its question.")
_NOT_NEEDED: Final = QT_TRANSLATE_NOOP("import", "Not needed.")
_ANONYMOUS: Final = QT_TRANSLATE_NOOP("import", "Left out on purpose: feedback is never linked to a person or a time.")
_TAKEN: Final = QT_TRANSLATE_NOOP("import", "Another column already holds this.")
_NO_SCORE: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is no score from 1 to 5 and no word of a five-step scale.")


def question_of(heading: str, labels: Mapping[str, str]) -> str | None:
    """The field that a heading asks for, or None; `labels` are the fields' own names, folded."""
    folded = fold(heading)
    if folded in labels:
        return labels[folded]
    if any(folded.startswith(word) for word in _PERSONAL):
        return None
    words = f" {folded}"
    return next((name for name, stems in _STEMS.items() if any(f" {stem}" in words for stem in stems)), None)


def score_of(field: str, cell: Cell) -> int | None:
    """What a cell says on the scale from 1 to 5; None for no answer.

    Raises:
        FieldError: it is neither a number from 1 to 5 nor a known word.
    """
    text = text_of(cell).strip()
    folded = fold(text)
    stars = text.count("★") + text.count("⭐")
    if (not folded and not stars) or folded in _NO_ANSWER:
        return None
    if stars and stars <= len(QUESTIONS):
        return stars
    if number := _NUMBER.fullmatch(text):
        return int(number[1])
    if folded in SCALE:
        return SCALE[folded]
    raise FieldError(field, _NO_SCORE, value=text)


def feedback_tables(book: Book, labels: Mapping[str, str]) -> list[Table]:
    """The tables of the visible sheets that ask at least one question to be scored."""
    found = [_table(sheet, labels) for sheet in book.sheets if not sheet.hidden]
    return [table for table in found if table is not None and table.rows]


def feedback_mapping(table: Table, labels: Mapping[str, str]) -> ColumnMapping:
    """What the columns ask; of two that ask the same the first counts."""
    columns, taken = [], set()
    for column in table.columns:
        name = question_of(column.header, labels)
        personal = any(fold(column.header).startswith(word) for word in _PERSONAL)
        why = _ANONYMOUS if personal else _NOT_NEEDED if name is None else _TAKEN if name in taken else _BY_QUESTION
        used = None if name in taken else name
        columns.append(ColumnUse(column.index, used, None, 0.9 if used else 0.0, Remark(why)))
        taken.add(name)
    return ColumnMapping(FEEDBACK, tuple(columns))


def asks_anything(mapping: ColumnMapping) -> bool:
    """Whether some column holds scores or a quotation."""
    return any(use.field in (*QUESTIONS, "quotation") for use in mapping.columns)


def _table(sheet: RawSheet, labels: Mapping[str, str]) -> Table | None:
    best, head = 0, -1
    for place, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        asked = {question_of(cell, labels) for cell in row if isinstance(cell, str)} & set(QUESTIONS)
        if len(asked) > best:
            best, head = len(asked), place
    if head < 0:
        return None
    rows = tuple(
        TableRow(sheet.number(place), sheet.rows[place])
        for place in range(head + 1, len(sheet.rows))
        if any(cell is not None for cell in sheet.rows[place])
    )
    return Table(sheet.name, _title(sheet.rows[:head]), sheet.number(head), _columns(sheet.rows[head], rows), rows)


def _title(rows: Sequence[Sequence[Cell]]) -> str:
    return " ".join(text_of(cell) for row in rows for cell in row if cell is not None)


def _columns(head: Sequence[Cell], rows: Sequence[TableRow]) -> tuple[Column, ...]:
    return tuple(
        Column(index, text_of(cell), (cell,), None, tuple(row.value(index) for row in rows[:SAMPLES]))
        for index, cell in enumerate(head)
        if cell is not None
    )
