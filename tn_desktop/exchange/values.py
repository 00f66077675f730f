"""What a cell says: dates, phones, provinces, words, each read or refused with a reason; nothing is guessed."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from tn_desktop.exchange.reading.book import Cell
from tn_desktop.model.errors import FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import clean, clean_lines, fold

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "ocak oca january jan januar",
            "subat sub february feb februar",
            "mart mar march marz",
            "nisan nis april apr",
            "mayis may mai",
            "haziran haz june jun juni",
            "temmuz tem july jul juli",
            "agustos agu august aug",
            "eylul eyl september sep sept",
            "ekim eki october oct oktober okt",
            "kasim kas november nov",
            "aralik ara december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "pazartesi pzt pts monday mon",
            "sali sal tuesday tue tues",
            "carsamba car crs wednesday wed",
            "persembe per prs thursday thu thur thurs",
            "cuma cum friday fri",
            "cumartesi cmt cts saturday sat",
            "pazar paz pzr sunday sun",
        )
    )
    for name in names.split()
}
_WEEKDAY_WORD: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_MONTH_WORD: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_CLOCK: Final = r"(?P<h>[01]?\d|2[0-3])[:.](?P<mi>[0-5]\d)(?::[0-5]\d)?"
_ISO: Final = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d.])(?P<d>\d{1,2})\s?(?P<sep>[-./])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>(?:19|20)?\d\d)(?!\d)"
)
_SHORT: Final = re.compile(r"(?<![\d.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})\.?(?![\d.])")
_WORDED: Final = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:\s*[-/&,+]\s*\d{{1,2}})*[.\s-]*(?:st|nd|rd|"
    rf"th)?\s*(?P<mon>{_MONTH_WORD})\b\.?[\s,-]*(?P<y>(?:19|20)\d\d|'?\d\d(?!\d|[:.]))?"
)
_WORDED_US: Final = re.compile(
    rf"\b(?P<mon>{_MONTH_WORD})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>(?:19|20)\d\d))?(?!\d)"
)
_TIME: Final = re.compile(rf"(?<![\d.]){_CLOCK}(?![\d.])")
_DAMAGED: Final = re.compile(r"\s*\d[.,]\d{1,6}\s*[eE]\s*\+?\s*\d{1,2}\s*")
_PHONE: Final = re.compile(r"(?<![\w.@])\(?\+?\(?\d[\d\s().\u00a0/–-]{6,22}\d(?![\w@])")
_SESSION_WORD: Final = re.compile(
    rf"(?:oturum|ders|hafta|gun|session|week|day|toplanti|bulusma|atolye|seans|katilim|yoklama|tarih|date|"
    rf"meeting|{_WEEKDAY_WORD})[a-z]*|\d{{1,3}}"
)
EMAIL: Final = re.compile(r"[^\s@,;<>()\[\]:\"']+@[^\s@,;<>()\[\]:\"']+\.[^\W\d_]{2,}", re.UNICODE)


@dataclass(frozen=True, slots=True)
class When:
    """A date as people write it: ISO parts, where known.

    `year` is None where the text gives none; `complete` is the ISO date where day, month and year are known.
    """

    day: int
    month: int
    year: int | None
    time: str | None = None

    @property
    def complete(self) -> str | None:
        """YYYY-MM-DD, or None without a year."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}" if self.year else None


def text_of(value: Cell) -> str:
    """A cell as one line of text, the way the spreadsheet shows it; "" for an empty one."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dt.datetime):
        return value.strftime("%d.%m.%Y %H:%M")
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)


def lines_of(value: Cell) -> str:
    """A cell as text whose line breaks stay."""
    return clean_lines(value) if isinstance(value, str) else text_of(value)


def find_when(value: Cell) -> When | None:
    """The first date in a cell, if there is one that exists in the calendar."""
    if isinstance(value, dt.datetime):
        at = value.strftime("%H:%M") if value.time() != dt.time() else None
        return When(value.day, value.month, value.year, at)
    if isinstance(value, dt.date):
        return When(value.day, value.month, value.year)
    if not isinstance(value, str):
        return None
    text = _fold_keeping_marks(value)
    at = _clock(text)
    for pattern in (_ISO, _NUMERIC, _WORDED, _WORDED_US, _SHORT):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = _MONTHS[parts["mon"]] if parts.get("mon") else int(parts["m"])
            year = _year(parts.get("y"))
            if pattern is _SHORT and not _short_is_date(text, match):
                continue
            if _exists(int(parts["d"]), month, year):
                return When(int(parts["d"]), month, year, at)
    return None


def _clock(text: str) -> str | None:
    """HH:MM of a time in folded text; "14.03" is rather a date, so a dot counts only where no month fits."""
    for match in _TIME.finditer(text):
        if ":" in match.group() or int(match["mi"]) > 12 or match["mi"] == "00":
            return f"{int(match['h']):02d}:{match['mi']}"
    return None


def _short_is_date(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers such as 14.03 or 1/2 are a date: beside words of sessions, or with a written-out month."""
    rest = text[: match.start()] + " " + text[match.end() :]
    words = re.findall(r"\w+", rest)
    if all(_SESSION_WORD.fullmatch(word) for word in words):
        return True
    return len(match["m"]) == 2 and len(match["d"]) == 2


def find_phones(text: str) -> list[tuple[int, int]]:
    """Where phone numbers stand in a text, as (start, end)."""
    hidden = _ISO.sub(_blank, _NUMERIC.sub(_blank, text))
    found = []
    for match in _PHONE.finditer(hidden):
        digits = sum(char.isdigit() for char in match.group())
        if 10 <= digits <= 15:
            found.append(match.span())
    return found


def _blank(match: re.Match[str]) -> str:
    """Letters in place of a date, so that no number is found across it."""
    return "x" * len(match.group())


def weekday_of(value: Cell) -> int | None:
    """0 for Monday … 6 for Sunday where a cell holds just a weekday."""
    return WEEKDAYS.get(fold(value)) if isinstance(value, str) else None


def month_of(value: Cell) -> tuple[int, int | None] | None:
    """(month, year or None) where a cell holds just a month: "Mart", "Mart 2026"."""
    if not isinstance(value, str):
        return None
    words = fold(value).split()
    if not words or words[0] not in _MONTHS or len(words) > 2:
        return None
    if len(words) == 1:
        return _MONTHS[words[0]], None
    return (_MONTHS[words[0]], int(words[1])) if re.fullmatch(r"(19|20)\d\d", words[1]) else None


def serial_date(value: Cell) -> dt.date | None:
    """The date of a spreadsheet's day number between 2000 and 2050 that lost its format."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 36526 <= value <= 55153:
        return dt.date(1899, 12, 30) + dt.timedelta(days=int(value))
    return None


def day(field: str, value: Cell) -> str | None:
    """YYYY-MM-DD of a cell; None where it is empty.

    Raises:
        FieldError: no date, or one without its year.
    """
    if value is None:
        return None
    found = find_when(value)
    if found is None and (serial := serial_date(value)):
        return serial.isoformat()
    if found is None or not found.complete:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP("errors", "“{value}” is not a date. Write it like 14.03.2026."),
            value=text_of(value),
        )
    return found.complete


def phone_text(field: str, value: Cell) -> str:
    """A phone number as text with all its digits; "" where there is none.

    Raises:
        FieldError: a spreadsheet shortened the number and its last digits are lost.
    """
    if value is None or isinstance(value, bool):
        return ""
    damaged = isinstance(value, str) and _DAMAGED.fullmatch(value) is not None
    if isinstance(value, int) and value >= 100_000_000 and value % 1_000_000 == 0:
        # 5.32E+09 written back as a number: nobody's number ends in six noughts.
        damaged = True
    if damaged:
        raise FieldError(
            field,
            QT_TRANSLATE_NOOP(
                "errors",
                "The phone number “{value}” was shortened by a spreadsheet and has lost digits. Type it in again.",
            ),
            value=text_of(value),
        )
    text = text_of(value).lstrip("'").strip()
    text = re.sub(r"^(?:tel|telefon|gsm|cep|phone|mobile|wa|whatsapp|t|m)\s*[.:]\s*", "", text, flags=re.IGNORECASE)
    return "" if re.fullmatch(r"[-–—./?\s]*|(?i:yok|none|n/a|bilinmiyor)", text) else text


def split_place(text: str) -> tuple[str, str]:
    """(first, second) of "İl / İlçe", "İl - İlçe" or "İl, İlçe"; the second may be ""."""
    parts = [part.strip() for part in re.split(r"\s*[/,;|\n]\s*|\s+[-–]\s+|\s*[()]\s*", clean(text)) if part.strip()]
    return (parts[0] if parts else "", parts[1] if len(parts) > 1 else "")


def _fold_keeping_marks(text: str) -> str:
    """Folded word by word, so that dots, slashes and colons stay."""
    return re.sub(r"[^\W\d_]+", lambda match: fold(match.group()), clean(text))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("'"))
    return number if number > 99 else 2000 + number


def _exists(day_: int, month: int, year: int | None) -> bool:
    try:
        dt.date(year or 2024, month, day_)
    except ValueError:
        return False
    return year is None or 1900 <= year <= 2100
