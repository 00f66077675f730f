"""Row codes: what a person sees of a row's uid, short enough to read out on the phone, with a check digit.

A code names the same row in every workbook. Its 31 digits leave out those that are easily taken for one another, and
since 31 is prime the check digit finds every wrong digit and every two that changed places.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

DIGITS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH: Final = 9
_IN_TEXT: Final = re.compile(rf"\[([{DIGITS}]{{5}}-[{DIGITS}]{{5}})\]\s*$")


_BASE: Final = len(DIGITS)
_OF_THREE: Final = _BASE**3
_ALL: Final = _BASE**LENGTH


@lru_cache(maxsize=100_000)
def row_code(uid: bytes) -> str:
    """`code_of`, kept for rows that are named again and again."""
    return code_of(uid)


def code_of(uid: bytes) -> str:
    """The code of a row, such as 7Q2MK-9TD5H: nine digits of a hash of its uid and one that checks them."""
    return codes_of([uid])[0]


def codes_of(uids: Iterable[bytes]) -> list[str]:
    """The code of each of these rows."""
    texts, early, middle, late = _threes()
    made, hashed, number, digits = [], hashlib.blake2b, int.from_bytes, DIGITS
    for uid in uids:
        rest, first = divmod(number(hashed(uid, digest_size=8).digest(), "big") % _ALL, _OF_THREE)
        third, second = divmod(rest, _OF_THREE)
        text, check = texts[second], digits[(early[first] + middle[second] + late[third]) % _BASE]
        made.append(f"{texts[first]}{text[:2]}-{text[2]}{texts[third]}{check}")
    return made


@cache
def _threes() -> tuple[list[str], list[int], list[int], list[int]]:
    """Every three digits, the lowest first, and what they add to the check as the first, the second, the last three."""
    texts = [a + b + c for c in DIGITS for b in DIGITS for a in DIGITS]
    places = range(_BASE)
    early, middle, late = (
        [start * a + (start + 1) * b + (start + 2) * c for c in places for b in places for a in places]
        for start in (2, 5, 8)
    )
    return texts, early, middle, late


def _check(digits: list[int]) -> int:
    return sum(place * digit for place, digit in enumerate(digits, 2)) % len(DIGITS)


def read_code(text: str) -> str | None:
    """A code as somebody typed it, in its proper form; None if it is none, or a digit is wrong."""
    plain = "".join(char for char in text.upper().replace("İ", "I") if not char.isspace() and char != "-")
    if len(plain) != LENGTH + 1 or any(char not in DIGITS for char in plain):
        return None
    digits = [DIGITS.index(char) for char in plain]
    return f"{plain[:5]}-{plain[5:]}" if _check(digits[:-1]) == digits[-1] else None


def reference(title: str, uid: bytes) -> str:
    """How a cell names another row: what people call it, and its code."""
    return f"{title} [{row_code(uid)}]".strip()


def code_in(text: str) -> str | None:
    """The code in a cell that names another row, or that is the code itself; None if there is none."""
    found = _IN_TEXT.search(text)
    return read_code(found[1] if found else text)


def without_code(text: str) -> str:
    """The text of a cell that names another row, without its code."""
    return _IN_TEXT.sub("", text).strip()
