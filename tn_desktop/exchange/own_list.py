"""Workbooks that this program writes: what in them is a list, and of what."""

import re
from collections.abc import Sequence
from typing import Final

from tn_desktop.exchange.reading.book import Book, Cell, RawSheet
from tn_desktop.exchange.record_tables import RECORDS
from tn_desktop.exchange.values import text_of
from tn_desktop.model.messages import Translate
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.text import fold

_PROGRAM: Final = re.compile(r"TN Desktop \d[\w.+-]*")
_WORD_LISTS: Final = ("lists", "listeler")
"""Folded names of the sheet of an export that holds the words of its drop-down lists."""
_ABOUT_ROWS: Final = 40


def without_extras(sheets: Sequence[RawSheet]) -> list[RawSheet]:
    """What an export of this program holds beside its list is no list: the words to choose from, and “About”."""
    about = [sheet for sheet in sheets if any(map(_tells_the_program, sheet.rows[:_ABOUT_ROWS]))]
    if not about:
        return list(sheets)
    return [sheet for sheet in sheets if sheet not in about and fold(sheet.name) not in _WORD_LISTS]


def own_list(book: Book, translations: Sequence[Translate]) -> str | None:
    """What the list of a workbook that this program wrote is of; None of another's, and of people and attendance.

    Its sheet is called like the list, and its headings are all fields of it, in one of the languages. A csv, or a sheet
    that was saved on its own, does not say who wrote it: its headings have to be all that such a list has.
    """
    sheets = without_extras(book.sheets)
    told = len(sheets) != len(book.sheets)
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled or not (told or len(filled) == 1):
        return None
    sheet = filled[0]
    heads = {text_of(cell) for cell in sheet.rows[0] if cell is not None}
    for translate in translations:
        for kind in RECORDS:
            spec = ENTITIES[kind]
            fields = {translate("fields", field.label) for field in spec.fields}
            called = told and fold(translate("entities", spec.title)).startswith(fold(sheet.name))
            if heads == fields or (called and heads and heads <= fields):
                return kind
    return None


def _tells_the_program(row: Sequence[Cell]) -> bool:
    return any(isinstance(cell, str) and bool(_PROGRAM.fullmatch(cell)) for cell in row[1:3])
