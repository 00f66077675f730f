"""Turkish-aware text: folding for search, sort keys, upper and lower case.

Python's own `str.upper` and `str.lower` follow English for i and I, which turns "Işık" into "işik"; every
comparison of names goes through this module instead.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

KEPT: Final = 16_384
"""So many results are remembered: of a long list most schools, subjects and provinces come again."""

# The Turkish alphabet with q, w, x in their Latin places and the circumflexed and Kurdish vowels after their bases.
_ALPHABET: Final = "aâbcçdeəêfgğhıiîjklmnoöôpqrsştuüûvwxyz"
_RANK: Final = {letter: chr(0x100 + 4 * position) for position, letter in enumerate(_ALPHABET)}

_TO_LOWER: Final = str.maketrans({"I": "ı", "İ": "i"})
_TO_UPPER: Final = str.maketrans({"i": "İ", "ı": "I"})
_FOLD: Final = str.maketrans(
    {
        "I": "i", "İ": "i", "ı": "i", "ə": "e", "Ə": "e", "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "ø": "o",
        "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "þ": "th", "ð": "d",
        "'": None, "’": None, "ʼ": None, "‘": None, "`": None, "´": None, "\u00ad": None, "\u200b": None,
        "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\ufeff": None,
    }
)  # fmt: skip
_NOT_WORD: Final = re.compile(r"[\W_]+")
_SPACES: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def composed(text: str) -> str:
    """Text in the signs that keyboards type (NFC), which a file may make the same letters of in another way."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Text as it is stored: composed (NFC), no invisible characters, one space between words, none at the ends."""
    return _SPACES.sub(" ", composed(_INVISIBLE.sub("", text))).strip()


def clean_lines(text: str) -> str:
    """Like `clean`, but line breaks stay: for notes and descriptions."""
    lines = [clean(line) for line in composed(text).splitlines()]
    return "\n".join(lines).strip()


@lru_cache(KEPT)
def fold(text: str) -> str:
    """Text as search compares it: lower case, no diacritics, no apostrophes, words parted by one space.

    İ, I, ı and i are one letter, as are ş and s, ğ and g, and so on, so that "ayse yilmaz" finds "Ayşe YILMAZ".
    """
    if text.isascii():
        folded = text.replace("'", "").replace("`", "").lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.translate(_FOLD)).casefold()
        # Folding case can compose or bring back what the table replaces (Þ to þ), so the table comes last as well.
        decomposed = unicodedata.normalize("NFKD", decomposed)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLD)
    return _NOT_WORD.sub(" ", folded).strip()


@lru_cache(KEPT)
def sort_key(text: str) -> str:
    """A key whose plain binary order is the order of the Turkish alphabet (… h ı i … s ş … u ü …).

    Letters of the alphabet sort after spaces and digits and before those of any other script; case and
    apostrophes make no difference; a word sorts before a longer one that it begins.
    """
    out = []
    for char in _INVISIBLE.sub("", lower_tr(composed(text))):
        rank = _RANK.get(char)
        if rank is not None:
            out.append(rank)
        elif char.isdigit():
            out.append(char if char.isascii() else str(unicodedata.digit(char, 0)))
        elif char in "'’ʼ‘`´":
            continue
        elif char.isalpha():
            base = unicodedata.normalize("NFKD", char)[0]
            # A foreign accented letter (é, á) follows its base; another script follows the whole alphabet.
            out.append(chr(ord(_RANK[base]) + 1) if base in _RANK else chr(0x400 + ord(char) % 0xD000))
        elif unicodedata.combining(char):
            continue
        elif out and out[-1] != " ":
            out.append(" ")
    return "".join(out).rstrip()


def key_prefixes(folded: str) -> list[str]:
    """Every beginning of a sort key that folded text of a-z, digits and spaces can come from, in their order."""
    found = [""]
    for letter in folded:
        variants = [_RANK[variant] for variant in _ALPHABET if fold(variant) == letter] or [letter]
        found = [prefix + variant for prefix in found for variant in sorted(variants)]
    return found


def lower_tr(text: str) -> str:
    """Lower case by Turkish rules: I becomes ı, İ becomes i."""
    return text.translate(_TO_LOWER).lower()


def upper_tr(text: str) -> str:
    """Upper case by Turkish rules: i becomes İ, ı becomes I."""
    return text.translate(_TO_UPPER).upper()


def title_tr(text: str) -> str:
    """Each word with a capital first letter by Turkish rules, the rest lower: "IŞIK irem" becomes "Işık İrem"."""
    return " ".join(upper_tr(word[:1]) + lower_tr(word[1:]) for word in text.split(" "))
