"""What somebody wrote into a cell, brought back to the value that is stored, or told as damage.

Damage is what a spreadsheet does to a value without anybody meaning it: a phone number shortened to 5.3E+09, a text
turned into a date, a cell emptied. It is shown and not applied unless somebody confirms it, or types the value anew.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from tn_desktop.exchange.reading.book import ERRORS, Cell
from tn_desktop.exchange.sync.codes import code_in
from tn_desktop.exchange.sync.header import Words
from tn_desktop.exchange.sync.prints import cell_text
from tn_desktop.model import normalise
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import (
    CHOICE,
    DATE,
    DECIMAL,
    FLAG,
    MOMENT,
    NUMBER,
    PHONE,
    RELATION,
    TAGS,
    EntitySpec,
    FieldSpec,
    parse,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.services.output_files import name_of

ByCode = Callable[[str, str], bytes | None]
"""(entity, code) -> uid of the row with that code, None if the file holds none."""

_SHORTENED: Final = re.compile(r"[1-9]\d{0,4}0{6,}")
_NOT_A_TEXT: Final = QT_TRANSLATE_NOOP(
    "errors", "“{value}” was turned into a date or a number by a spreadsheet. Type the text in again."
)
_NO_DATE: Final = QT_TRANSLATE_NOOP(
    "errors", "“{value}” was a date once and is a bare number now. Type the date in again."
)
_BROKEN: Final = QT_TRANSLATE_NOOP(
    "errors", "The cell holds “{value}”, the error of a formula, in place of a value. Type the value in again."
)
_NO_ROW: Final = QT_TRANSLATE_NOOP(
    "errors", "“{value}” names no row of this file. Write the code of the row in brackets."
)


class CellReader:
    """Reads the cells of one entity.

    Args:
        words: of the file, in its sender's language.
        by_code: finds the rows that cells name.
    """

    def __init__(self, spec: EntitySpec, words: Words, by_code: ByCode) -> None:
        self._spec = spec
        self._by_code = by_code
        self._stored = {
            field: {fold(word): value for value, word in said.items()}
            for field, said in words.get(spec.name, {}).items()
        }
        self._words = words.get(spec.name, {})

    def is_same(self, field: FieldSpec, cell: Cell, value: Any) -> bool:
        """Whether a cell shows just this value (of a record: a relation as a uid in hexadecimal)."""
        return value is not None and not isinstance(cell, float) and cell_text(cell) in self._shown(field, value)

    def _shown(self, field: FieldSpec, value: Any) -> set[str]:
        words = self._words.get(field.name, {})
        if field.kind == TAGS:
            parts = normalise.show_tags(value).split(", ")
            return {cell_text(", ".join(words.get(part, part) for part in parts))}
        if field.kind == PHONE:
            return {cell_text(normalise.show_phone(value)), value}
        if field.kind == MOMENT:
            return {str(value).removesuffix("T00:00")}
        if (self._spec.name, field.name) == ("outputs", "file"):
            # The name alone stands there, which leads to no content; workbooks of the first days show all of it.
            return {cell_text(name_of(value)), value}
        return {cell_text(words.get(str(value), value))}

    def read(self, field: FieldSpec, cell: Cell, row: Mapping[str, Any], before: Any) -> Any:
        """The value in a cell; `row` are the row's other values, `before` what stood there.

        Raises:
            FieldError: it has no one meaning, or was damaged.
        """
        if cell is None:
            return None
        if cell in ERRORS:
            raise FieldError(field.name, _BROKEN, value=cell)
        if field.kind == RELATION:
            return self._relation(field, cell)
        if isinstance(cell, date | time | timedelta):
            return self._calendar(field, cell)
        if isinstance(cell, bool):
            cell = "1" if cell else "0"
        if isinstance(cell, int | float):
            return self._number(field, cell, row, before)
        return self._text(field, cell, row)

    def _relation(self, field: FieldSpec, cell: Cell) -> str:
        code = code_in(cell) if isinstance(cell, str) else None
        uid = self._by_code(field.target, code) if code else None
        if uid is None:
            raise FieldError(field.name, _NO_ROW, value=cell_text(cell))
        return uid.hex()

    def _calendar(self, field: FieldSpec, cell: date | time | timedelta) -> str:
        if field.kind == DATE and isinstance(cell, date):
            return cell_text(cell)[:10]
        if field.kind == MOMENT and isinstance(cell, date):
            text = cell_text(cell)
            return text if "T" in text else f"{text}T00:00"
        raise FieldError(field.name, _NOT_A_TEXT, value=str(cell))

    def _number(self, field: FieldSpec, cell: float, row: Mapping[str, Any], before: Any) -> Any:
        text = cell_text(cell)
        if field.kind in (DATE, MOMENT):
            raise FieldError(field.name, _NO_DATE, value=text)
        if field.kind == PHONE and (cell != int(cell) or _SHORTENED.fullmatch(text)):
            raise FieldError(field.name, _SHORTENED_PHONE, value=text)
        if (
            field.kind not in (PHONE, NUMBER, DECIMAL, FLAG, CHOICE)
            and isinstance(before, str)
            and not before.isdigit()
        ):
            raise FieldError(field.name, _NOT_A_TEXT, value=text)
        return self._text(field, text, row)

    def _text(self, field: FieldSpec, text: str, row: Mapping[str, Any]) -> Any:
        stored = self._stored.get(field.name, {})
        if field.kind == TAGS:
            parts = [part.strip() for part in re.split(r"[,;\n]", text)]
            return parse(field, [stored.get(fold(part), part) for part in parts if part], row)
        if field.kind in (CHOICE, FLAG) and fold(text) in stored:
            return parse(field, stored[fold(text)], row)
        words = self._words.get(field.name)
        if field.kind == CHOICE and words and text not in words:
            # In the words of the sheet, as its list offers them: nobody who reads it knows what is stored.
            allowed = [words[value] for value in field.choices if value in words]
            raise FieldError(field.name, normalise.NO_WORD, value=text, allowed=", ".join(allowed))
        return parse(field, text, row)


_SHORTENED_PHONE: Final = QT_TRANSLATE_NOOP(
    "errors", "The phone number “{value}” was shortened by a spreadsheet and has lost digits. Type it in again."
)


def moment_milliseconds(text: str) -> int | None:
    """Milliseconds since 1970 of an ISO moment with a zone; None if it is none."""
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return int(moment.timestamp() * 1000) if moment.tzinfo is not None else None
