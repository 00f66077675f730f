"""What a column's heading says, in Turkish and English.

A heading is folded (model.text.fold) and held against rules in order; the first that fits says which field it is. A
hint's weight tells a clear heading ("Telefon") from one that needs the column's content to agree ("İletişim").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tn_desktop.exchange.heading_rules import (
    CODE,
    FULL_NAME,
    FULL_NAME_REVERSED,
    IGNORED,
    NAME,
    PERSON_FIELDS,
    PERSONAL,
    PLACE,
    QUESTIONS,
    RELATIVE,
    ROW_NUMBER,
    RULES,
    SIGNATURE,
    TIMESTAMP,
    TOTAL,
    WHO_WEIGHT,
)
from tn_desktop.exchange.reading.book import Cell
from tn_desktop.exchange.values import When, find_when, month_of, serial_date, weekday_of
from tn_desktop.model.text import clean, fold

__all__ = [
    "CODE",
    "FULL_NAME",
    "FULL_NAME_REVERSED",
    "IGNORED",
    "NAME",
    "PERSONAL",
    "PERSON_FIELDS",
    "PLACE",
    "RELATIVE",
    "ROW_NUMBER",
    "SIGNATURE",
    "TIMESTAMP",
    "TOTAL",
    "WHO_WEIGHT",
    "Hint",
    "SessionInfo",
    "combined_hint",
    "hint_of",
    "session_of",
]


@dataclass(frozen=True, slots=True)
class Hint:
    """The field a heading names, and how clearly (0 to 1)."""

    field: str
    weight: float


_DIRECT: Final = frozenset(
    (
        *PERSON_FIELDS,
        FULL_NAME,
        PLACE,
        "community",
        "status",
        "mode",
        "minutes",
        "session",
        "date",
        "type",
        "disciplines",
        "web",
    )
)
_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@lru_cache(maxsize=20_000)
def hint_of(heading: str) -> Hint | None:
    """The field a heading names, or None. A field's own key ("full_name") is the clearest of all."""
    if heading in _DIRECT:
        return Hint(heading, 1.0)
    text = clean(heading)
    if not text or len(text) > 200:
        return None
    if text in ("#", "№", "Nº", "N°", "No.", "Sıra", "S.N."):
        return Hint(ROW_NUMBER, 1.0)
    if text.startswith("%") or text in ("Σ", "∑"):
        return Hint(TOTAL, 1.0)
    without = fold(_BRACKETS.sub(" ", text))
    whole = fold(text)
    for candidate in dict.fromkeys((without, whole)):
        if not candidate:
            continue
        for field, weight, pattern in RULES:
            if pattern.fullmatch(candidate):
                return Hint(field, weight if len(candidate) <= 60 else weight * 0.9)
    for field, pattern in QUESTIONS:
        if pattern.search(whole):
            return Hint(field, 0.8)
    return None


def combined_hint(group: str, heading: str) -> Hint | None:
    """The field of a heading under a group's heading: "Adı" under "Okul" is the school's name."""
    own = hint_of(heading)
    if not group:
        return own
    above = hint_of(group)
    if above is not None and (
        own is None or own.field in (NAME, CODE, ROW_NUMBER, "given_name", FULL_NAME, "phone", "email")
    ):
        if above.field == RELATIVE:
            return above
        if above.field in ("institution", "stakeholder", "contact_name", "community", "facilitator"):
            return hint_of(f"{group} {heading}") or own
    return own or above


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What a column's heading says about a session: any of its number, date (ISO, or None without a year), title.

    `when` keeps day and month where the year is missing.
    """

    title: str
    number: int | None = None
    date: str | None = None
    time: str | None = None
    when: When | None = None
    weight: float = 1.0


_SESSION_WORDS: Final = (
    r"(?:oturum\w*|seans|session|hafta|week|ders|lesson|gun|day|bulusma|toplanti|meeting|atolye|workshop|"
    r"etkinlik|egitim|modul|module|"
    r"katilim|yoklama|o|s|h|g|d|w)"
)
_NUMBERED: Final = re.compile(
    rf"(?:(?P<a>\d{{1,3}}) ?(?:inci |nci )?{_SESSION_WORDS}|{_SESSION_WORDS} ?(?:no )?(?P<b>\d{{1,3}}))\b(?P<rest>.*)"
)


def session_of(parts: tuple[Cell, ...]) -> SessionInfo | None:
    """The session that a column's headings (from top to bottom) name, or None."""
    title = " ".join(clean(part) if isinstance(part, str) else _show(part) for part in parts if part is not None)
    when = number = clock = None
    weight = 0.0
    month: tuple[int, int | None] | None = None
    for part in parts:
        if isinstance(part, bool) or part is None:
            continue
        if isinstance(part, int | float):
            if serial := serial_date(part):
                when, weight = find_when(serial), 1.0
            elif isinstance(part, int) and 1 <= part <= 99:
                if month and part <= 31:
                    when, weight = When(part, month[0], month[1]), 0.9
                else:
                    number, weight = part, max(weight, 0.4)
            continue
        if found := find_when(part):
            when, weight = found, 1.0
            clock = found.time or clock
        if isinstance(part, str):
            month = month_of(part) or month
            folded = fold(part)
            if weekday_of(part) is not None:
                weight = max(weight, 0.6)
            if match := _NUMBERED.fullmatch(folded):
                number = int(match["a"] or match["b"])
                long_word = len(re.sub(r"[\d ]", "", folded)) > 2
                weight = max(weight, 0.95 if long_word else 0.7)
            elif folded.isdecimal() and len(folded) <= 2:
                if month and 1 <= int(folded) <= 31:
                    when, weight = When(int(folded), month[0], month[1]), 0.9
                else:
                    number, weight = int(folded), max(weight, 0.4)
    if not weight:
        return None
    return SessionInfo(
        title, number, when.complete if when else None, clock or (when.time if when else None), when, weight
    )


def _show(part: Cell) -> str:
    from tn_desktop.exchange.values import text_of

    return text_of(part)
