"""Row codes: what a person sees of a row's uid, short enough to read out on the phone, with a check digit.

A code names the same row in every workbook. Its 31 digits leave out those that are easily taken for one another, and
since 31 is prime the check digit finds every wrong digit and every two that changed places.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from struct import unpack
from typing import Final

from tn_desktop.exchange.sync.hashes import SIZE, short_hashes

DIGITS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH: Final = 9
_IN_TEXT: Final = re.compile(rf"\[([{DIGITS}]{{5}}-[{DIGITS}]{{5}})\]\s*$")


_BASE: Final = len(DIGITS)
_OF_THREE: Final = _BASE**3
_OF_SIX: Final = _OF_THREE**2
_CHECKS: Final = DIGITS * 3
"""The check digit by the sum of what three times three digits add to it."""


@lru_cache(maxsize=100_000)
def row_code(uid: bytes) -> str:
    """`code_of`, kept for rows that are named again and again."""
    return code_of(uid)


def code_of(uid: bytes) -> str:
    """The code of a row, such as 7Q2MK-9TD5H: nine digits of a hash of its uid and one that checks them."""
    return codes_of([uid])[0]


def codes_of(uids: Iterable[bytes]) -> list[str]:
    """The code of each of these rows."""
    texts, parted, early, middle, late = _threes()
    three, six, checks = _OF_THREE, _OF_SIX, _CHECKS
    hashes = b"".join(short_hashes(uids))
    return [
        f"{texts[first]}{parted[second]}{texts[third]}{checks[early[first] + middle[second] + late[third]]}"
        for number in unpack(f">{len(hashes) // SIZE}Q", hashes)
        for first, second, third in ((number % three, number // three % three, number // six % three),)
    ]


@cache
def _threes() -> tuple[list[str], list[str], list[int], list[int], list[int]]:
    """Every three digits, the lowest first; the same with a hyphen before the third; what they add to the check as the
    first, the second, the last three."""
    texts = [a + rest for c in DIGITS for b in DIGITS for rest in (b + c,) for a in DIGITS]
    parted = [a + rest for c in DIGITS for b in DIGITS for rest in (f"{b}-{c}",) for a in DIGITS]
    early, middle, late = map(_added, (2, 5, 8))
    return texts, parted, early, middle, late


def _added(place: int) -> list[int]:
    """What three digits add to the check, the first of them at that place."""
    digits = range(_BASE)
    # By what the second and the third add: the same 31 numbers again, beginning with another.
    by_rest = [[(rest + place * first) % _BASE for first in digits] for rest in digits]
    return [
        number
        for third in digits
        for second in digits
        for number in by_rest[((place + 1) * second + (place + 2) * third) % _BASE]
    ]


def _check(digits: list[int]) -> int:
    return sum(place * digit for place, digit in enumerate(digits, 2)) % len(DIGITS)


def read_code(text: str) -> str | None:
    """A code as somebody typed it, in its proper form; None if it is none, or a digit is wrong."""
    plain = "".join(char for char in text.upper().replace("İ", "I") if not char.isspace() and char != "-")
    if len(plain) != LENGTH + 1 or any(char not in DIGITS for char in plain):
        return None
    digits = [DIGITS.index(char) for char in plain]
    return f"{plain[:5]}-{plain[5:]}" if _check(digits[:-1]) == digits[-1] else None


def reference(title: str, code: str) -> str:
    """How a cell names another row: what people call it, and its code."""
    return f"{title} [{code}]".strip()


def code_in(text: str) -> str | None:
    """The code in a cell that names another row, or that is the code itself; None if there is none."""
    found = _IN_TEXT.search(text)
    return read_code(found[1] if found else text)


def without_code(text: str) -> str:
    """The text of a cell that names another row, without its code."""
    return _IN_TEXT.sub("", text).strip()
