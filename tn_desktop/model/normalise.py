"""What people type, brought to the form that is stored; whatever has no one meaning is refused with a sentence.

Every function takes a field's name (for the error) and the text, and raises `FieldError`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final

from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import find_district, find_province, provinces
from tn_desktop.model.stamps import canonical
from tn_desktop.model.text import clean, fold

NO_WORD: Final = QT_TRANSLATE_NOOP("errors", "“{value}” is not allowed here. Allowed: {allowed}.")
"""Of a choice: what was given, and the words that may be."""
_EMAIL: Final = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")
_DAMAGED_NUMBER: Final = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")
_YEARS: Final = (1800, 2200)
"""The first and the last year of a date; whoever types another has missed a key."""
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_DATE_TIME: Final = re.compile(r"(\S+)[ T]+(\d{1,2}[:.]\d{2}(?::\d{2})?)")
MAX_TEXT: Final = 500
MAX_LONG_TEXT: Final = 20_000


def phone(field: str, text: str, country: str | None = "TR") -> str:
    """E.164 of a phone number; one without a country code is read as one of `country` (ISO 3166-1 alpha-2).

    Raises:
        FieldError: not a valid number, or damaged by a spreadsheet (5.3E+09), where digits are lost.
    """
    import phonenumbers

    text = clean(text)
    if _DAMAGED_NUMBER.fullmatch(text.replace(" ", "")):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP(
                "errors",
                "The phone number “{value}” was shortened by a spreadsheet and has lost digits. Type it in again.",
            ),
            value=text,
        )
    digits = re.sub(r"\.0+$", "", text)
    try:
        number = phonenumbers.parse(digits, country or "TR")
    except phonenumbers.NumberParseException:
        number = None
    if number is not None and not phonenumbers.is_valid_number(number) and re.fullmatch(r"90\d{10}", digits):
        number = phonenumbers.parse("+" + digits, None)
    if number is None or not phonenumbers.is_valid_number(number) or re.search(r"[^\W\d_]", digits):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a phone number. Write it like 0532 123 45 67 or +49 30 …"),
            value=text,
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(stored: str | None) -> str:
    """A stored phone as people read it: 0532 123 45 67 in Turkey, +49 30 … elsewhere."""
    if not stored:
        return ""
    if stored.startswith("+90") and len(stored) == 13:
        return f"0{stored[3:6]} {stored[6:9]} {stored[9:11]} {stored[11:]}"
    import phonenumbers

    try:
        number = phonenumbers.parse(stored, None)
    except phonenumbers.NumberParseException:
        return stored
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def email(field: str, text: str) -> str:
    """An e-mail address, its letters as typed but the domain in lower case."""
    address = re.sub(r"\s", "", clean(text)).removeprefix("mailto:").strip("<>.,;")
    if not _EMAIL.fullmatch(address):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not an e-mail address. Write it like ad@okul.org"),
            value=clean(text),
        )
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def province(field: str, text: str) -> str:
    """The ISO 3166-2 code of a province."""
    found = find_province(text)
    if found is None:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP(
                "errors", "There is no province “{value}”. Correct its spelling, or choose it from the list."
            ),
            value=clean(text),
        )
    return found


def district(field: str, text: str, of_province: str | None) -> str:
    """A district's proper name; checked where the province is in Turkey, kept as typed elsewhere."""
    if of_province is None or of_province not in provinces():
        return plain(field, text)
    found = find_district(of_province, text)
    if found is None:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "There is no district “{value}” in {province}. Choose one of the list."),
            value=clean(text),
            province=provinces()[of_province].name,
        )
    return found


def country(field: str, text: str) -> str:
    """An ISO 3166-1 alpha-2 code."""
    code = clean(text).upper().replace("İ", "I")
    if fold(text) in ("turkiye", "turkey", "tc", "turkiye cumhuriyeti"):
        return "TR"
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a country code. Write two letters, like TR or DE."),
            value=text,
        )
    return code


def day(field: str, text: str) -> str:
    """An ISO date from 2026-03-14 or 14.03.2026 (also with / or -)."""
    text = clean(text)
    try:
        match = _NUMERIC_DATE.fullmatch(text)
        found = date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)
        if not _YEARS[0] <= found.year <= _YEARS[1]:
            raise ValueError
        return found.isoformat()
    except ValueError:
        raise FieldError(
            field, QT_TRANSLATE_NOOP("errors", "“{value}” is not a date. Write it like 14.03.2026."), value=text
        ) from None


def moment(field: str, text: str) -> str:
    """A local time to the minute (YYYY-MM-DDTHH:MM) from 2026-03-14T13:00 or 14.03.2026 13:00."""
    text = clean(text)
    match = _DATE_TIME.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        clock = _TIME.fullmatch(match[2])
        assert clock is not None
        at = datetime.fromisoformat(f"{day(field, match[1])}T{int(clock[1]):02d}:{clock[2]}")
    except (ValueError, FieldError):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a date and time. Write it like 14.03.2026 13:00."),
            value=text,
        ) from None
    return at.isoformat(timespec="minutes")


def zone(field: str, text: str) -> str:
    """A name of the IANA time zone database."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(clean(text)).key
    except (ValueError, OSError, LookupError):
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a time zone. Write it like Europe/Istanbul."),
            value=text,
        ) from None


_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([., '’])[0-9]{3})(?:\1[0-9]{3})?")
"""1.050, 1,050, 1 050 000: one sign between groups of three digits."""


def number(field: str, text: str, largest: int = 1_000_000, least: int = 0) -> int:
    """A whole number from `least` (0 or more) to `largest`; thousands may be grouped, as the program shows them."""
    text = clean(text)
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^0-9]", "", text)
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= largest:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a whole number from {least} to {largest}."),
            value=text,
            least=least,
            largest=largest,
        )
    return int(text)


def decimal(field: str, text: str) -> str:
    """A number from 0 on as text with a point and no needless zeros, at most four places; a comma is a point."""
    typed = clean(text).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,4})?", typed):
        raise FieldError(
            field, QT_TRANSLATE_NOOP("errors", "“{value}” is not a number. Write it like 3,85."), value=clean(text)
        )
    whole, _, places = typed.partition(".")
    places = places.rstrip("0")
    return f"{int(whole)}.{places}" if places else str(int(whole))


def flag(field: str, text: str) -> int:
    """0 or 1 from yes/no, evet/hayır, true/false, 1/0."""
    folded = fold(text)
    if folded in ("1", "true", "yes", "evet", "e"):
        return 1
    if folded in ("0", "false", "no", "hayir", "h"):
        return 0
    raise FieldError(field, QT_TRANSLATE_NOOP("errors", "“{value}” is neither yes nor no."), value=text)


def choice(field: str, text: str, choices: Mapping[str, str]) -> str:
    """One of the stored values of a word list."""
    value = clean(text)
    if value not in choices:
        raise FieldError(
            field,
            NO_WORD,
            value=value,
            allowed=", ".join(choices),
        )
    return value


def plain(field: str, text: str) -> str:
    """One line of text."""
    return _limited(field, clean(text), MAX_TEXT)


def long_text(field: str, text: str) -> str:
    """Text of several lines."""
    from tn_desktop.model.text import clean_lines

    return _limited(field, clean_lines(text), MAX_LONG_TEXT)


def _limited(field: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "This text has {length} characters; at most {limit} fit. Shorten it."),
            length=len(text),
            limit=limit,
        )
    return text


def tags(field: str, value: str | Iterable[str]) -> str | None:
    """A canonical JSON array from text parted by commas or semicolons, a JSON array, or an iterable; None if empty."""
    if isinstance(value, str):
        text = value.strip()
        parts = json.loads(text) if text.startswith("[") and _is_json_list(text) else re.split(r"[,;\n]", text)
    else:
        parts = list(value)
    kept: dict[str, str] = {}
    for part in parts:
        word = _limited(field, clean(str(part)), MAX_TEXT)
        if word:
            kept.setdefault(fold(word) or word, word)
    return canonical(list(kept.values())) if kept else None


def _is_json_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


def show_tags(stored: str | None) -> str:
    """A stored list as text: its words parted by commas."""
    return ", ".join(json.loads(stored)) if stored else ""
