"""Lists pasted from a spreadsheet, a chat or an e-mail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.exchange.content import is_agreement, is_district, is_institution, is_province, is_subject
from tn_desktop.exchange.names import given_name_share, looks_like_name, strip_enumerator
from tn_desktop.exchange.reading.book import Book, Limits, RawSheet, Row, plain
from tn_desktop.exchange.reading.delimited import parse, sniff_delimiter
from tn_desktop.exchange.reading.preflight import EMPTY
from tn_desktop.exchange.values import EMAIL, find_phones
from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold

# The fields a line is taken apart into. They stand as the sheet's header, so that no guess is needed later.
FIELDS: Final = ("full_name", "phone", "email", "institution", "subject", "province", "district", "notes")

_CHAT: Final = re.compile(
    r"^\W{0,3}\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+(?:[àa]s\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})"
    r"?(?:\s?[APap]\.?[Mm]\.?)?\]?\s*(?:[-–]\s*)?(?:(?P<who>[^:]{1,60}):\s?)?(?P<text>.*)$"
)
_CHAT_TIME_FIRST: Final = re.compile(
    r"^\W{0,3}\[(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?),?\s+(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\]\s*(?:(?P<who>[^:]"
    r"{1,60}):\s?)?(?P<text>.*)$"
)
_SYSTEM: Final = re.compile(
    r"uctan uca|end to end|medya dahil|media omitted|gruba (?:ekledi|katildi)|gruptan|grubu olustur|gorsel "
    r"dahil|bu mesaj silindi|message was deleted|"
    r"davet baglantisi|joined using|left the group|created group|added you|changed the|guvenlik kodu"
)
_SEPARATORS: Final = re.compile(r"\s+[-–—]+\s+|\s*[|;/•·\t]\s*|\s*,\s+|\s*:\s+|[()\[\]]|\s{3,}|\s+[-–—]+$|,$")
_GREETING: Final = re.compile(
    r"\b(?:merhaba|selam|gunaydin|iyi aksamlar|iyi gunler|arkadaslar|degerli|sevgili|hocam|hocalarim|"
    r"tesekkur\w*|rica|lutfen|listesi?|katilimcilar|"
    r"katilimci listesi|isimler|asagida\w*|saat|toplanti\w*|https?|www|hello|hi|dear|thanks|regards|list|"
    r"participants|konu|subject|from|to|kimden|kime|"
    r"tarih|date|ekleyelim|yazalim|yazin\w*|icin|olarak|olan|gelecek\w*|yarin|bugun|kadar|herkes\w*)\b"
)
_LABEL: Final = re.compile(
    r"^(?:ad[ıi]?\s*soyad[ıi]?|isim|ad[ıi]?|name|tel(?:efon)?|gsm|cep|phone|e-?\s?(?:posta|mail)|mail|"
    r"okul[ua]?|kurum[u]?|bran[şs][ıi]?|il|il[çc]e)\s*[:=]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    who: str = ""


def read_text(text: str, limits: Limits | None = None) -> Book:
    """A pasted text as a book with one sheet.

    A copied range of cells is a table as it was. Otherwise each line is taken apart into `FIELDS`, which then stand
    as row 0 of the sheet; the other rows keep the numbers of their lines.

    Raises:
        FileRefused: nothing in it.
    """
    limits = limits or Limits()
    if not text.strip():
        raise FileRefused(QT_TRANSLATE_NOOP("errors", "There is nothing to paste, copy the list first."))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if len(text) > limits.characters // 10:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "The pasted text is too long for a list, save it as a file and open that.")
        )
    lines = text.split("\n")
    if delimiter := _table_delimiter(text, lines):
        return _table(text, delimiter)
    return _people(lines)


def _table_delimiter(text: str, lines: list[str]) -> str:
    """The delimiter of a copied table, or "" for a list of lines."""
    filled = [line for line in lines if line.strip()]
    if sum("\t" in line for line in filled) >= 0.5 * len(filled):
        return "\t"
    delimiter, _ = sniff_delimiter(text)
    if delimiter in ("", "\t") or sum(delimiter in line for line in filled) < 0.8 * len(filled):
        return ""
    # A line of chat holds commas too; only a header makes it a table.
    head = fold(filled[0])
    return (
        delimiter
        if re.search(r"\b(ad|adi|isim|soyad|soyadi|name|surname|full name|isim soyisim)\b", head) and len(filled) > 1
        else ""
    )


def _table(text: str, delimiter: str) -> Book:
    rows: list[Row] = []
    for cells in parse(text.splitlines(keepends=True), delimiter, quoted='"' in text):
        row = [plain(cell) for cell in cells]
        while row and row[-1] is None:
            row.pop()
        rows.append(tuple(row))
    if not any(rows):
        raise FileRefused(EMPTY)
    return Book((RawSheet("", rows),), "text")


def _people(lines: list[str]) -> Book:
    sheet = people_of_lines(lines, "")
    if sheet is None:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "No names were found in the pasted text, copy the lines with the names.")
        )
    return Book((sheet,), "text")


def people_of_lines(lines: Sequence[str], name: str) -> RawSheet | None:
    """Lines of people as a sheet with `FIELDS` as row 0 and the lines' numbers, or None where they name nobody."""
    rows: list[Row] = [FIELDS]
    numbers = [0]
    for line in _unwrap(lines):
        for piece in _addresses(line):
            for found in _line_people(piece):
                rows.append(found)
                numbers.append(line.number)
    return RawSheet(name, rows, numbers=tuple(numbers)) if len(rows) > 1 else None


def looks_like_chat(rows: Sequence[Row]) -> bool:
    """Whether a sheet holds a chat that was saved as text: lines that begin with a time and somebody's name."""
    lines = [", ".join(str(cell) for cell in row if cell is not None) for row in rows[:200] if row]
    return bool(lines) and sum(bool(_CHAT.match(line) or _CHAT_TIME_FIRST.match(line)) for line in lines) >= max(
        2, 0.4 * len(lines)
    )


def _unwrap(lines: Sequence[str]) -> list[_Line]:
    """The lines that may name people: without chat stamps, system messages and blank lines."""
    kept = []
    for number, raw in enumerate(lines, start=1):
        text = raw.strip("\ufeff\u200e\u200f\u202a\u202c \t")
        who = ""
        if match := _CHAT.match(text) or _CHAT_TIME_FIRST.match(text):
            who, text = (match["who"] or "").strip("~ \u200e\u202a\u202c"), match["text"].strip("\u200e ")
            if not who:
                continue
        if text and not _SYSTEM.search(fold(text)):
            kept.append(_Line(number, text, who))
    return kept


def _addresses(line: _Line) -> list[_Line]:
    """A line of several addresses, "Name <a@b.org>, Name <c@d.org>", as a line for each."""
    found = list(EMAIL.finditer(line.text))
    if len(found) < 2:
        return [line]
    pieces = re.split(r"(?<=>)\s*[,;]?\s*" if ">" in line.text else r"\s*[,;]\s*", line.text)
    return [_Line(line.number, piece, line.who) for piece in pieces if piece.strip()]


def _line_people(line: _Line) -> list[Row]:
    if line.who and is_agreement(line.text):
        phones = find_phones(line.who)
        return [_row({"phone": line.who})] if phones else [_row({"full_name": line.who})]
    text = strip_enumerator(line.text)
    found: dict[str, str] = {}
    rest = text
    if match := EMAIL.search(rest):
        found["email"] = match.group().strip(".")
        rest = rest[: match.start()] + " , " + rest[match.end() :]
    spans = find_phones(rest)
    if spans:
        start, end = spans[0]
        found["phone"] = rest[start:end].strip()
        for first, last in reversed(spans):
            rest = rest[:first] + " , " + rest[last:]
        if len(spans) > 1:
            found["notes"] = ", ".join(text[a:b].strip() for a, b in find_phones(text)[1:])
    parts = [part.strip(' .,-–—:;<>"') for part in _SEPARATORS.split(rest) if part]
    parts = [_LABEL.sub("", part) for part in parts if part and re.search(r"\w", part)]
    parts = [
        part
        for part in parts
        if not re.fullmatch(r"(?i)tel(efon)?|gsm|cep|mail|e-?posta|e-?mail|ad soyad|isim|wp|whatsapp", part)
    ]
    names = [part for part in parts if _is_person(part)]
    if (
        len(names) >= 2
        and len(names) == len(parts)
        and not found
        and given_name_share(names) >= 0.6
        and all(" " in n for n in names)
    ):
        return [_row({"full_name": name}) for name in names]
    return _one_person(parts, found, text)


def _is_person(part: str) -> bool:
    return looks_like_name(part) and not is_institution(part) and not is_subject(part)


def _one_person(parts: list[str], found: dict[str, str], text: str) -> list[Row]:
    """One person's row, or none where the line is talk rather than a name."""
    name = next((part for part in parts if _is_person(part) and (" " in part or not is_province(part))), "")
    if not name and not found:
        return []
    if not found and (_GREETING.search(fold(text)) or (len(parts) == 1 and len(name.split()) > 4)):
        return []
    if not found and "?" in text:
        return []
    found["full_name"] = name
    notes = [found.pop("notes")] if "notes" in found else []
    for part in parts:
        if part == name:
            continue
        for field, belongs in (
            ("province", is_province),
            ("institution", is_institution),
            ("subject", is_subject),
            ("district", is_district),
        ):
            if field not in found and belongs(part):
                found[field] = part
                break
        else:
            notes.append(part)
    if notes:
        found["notes"] = ", ".join(notes)
    return [_row(found)]


def _row(found: dict[str, str]) -> Row:
    row = [found.get(field) or None for field in FIELDS]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)
