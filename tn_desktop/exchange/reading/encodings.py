"""Telling a text file's encoding."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TURKISH_DOS: Final = frozenset("çğıöşüÇĞİÖŞÜ".encode("cp857"))
_TURKISH_WINDOWS: Final = frozenset("çğıöşüÇĞİÖŞÜâîû".encode("cp1254"))
_HIGH = re.compile(rb"[\x80-\xff]")


def encoding_of(data: bytes) -> str:
    """The name of the codec that reads `data`; cp1254 (Windows Turkish) where nothing else fits.

    Windows-1254 and ISO-8859-9 have the same letters, so one codec serves both.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    if len(sample) >= 4 and b"\x00" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        half = len(sample) // 2
        if odd > half * 0.4 and even < half * 0.1:
            return "utf-16-le"
        if even > half * 0.4 and odd < half * 0.1:
            return "utf-16-be"
    if _is_utf8(data):
        return "utf-8"
    high = _HIGH.findall(data[:2_000_000])
    letters = b"".join(high)
    dos = sum(byte in _TURKISH_DOS for byte in letters)
    windows = sum(byte in _TURKISH_WINDOWS for byte in letters)
    return "cp857" if dos > windows else "cp1254"


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, allowing a sequence cut off at its end and a few damaged places."""
    if not data.isascii():
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            for start in range(0, len(data), 1 << 20):
                decoder.decode(data[start : start + (1 << 20)])
        except UnicodeDecodeError:
            sample = data[:2_000_000]
            text = sample.decode("utf-8", errors="replace")
            broken = text.count("\ufffd")
            return broken * 20 < sum(ord(char) > 127 and char != "\ufffd" for char in text)
    return True


def decode_all(data: bytes, declared: str | None = None) -> str:
    """A whole text in memory; a declared encoding counts where there is no byte order mark and no UTF-8."""
    found = encoding_of(data)
    if found in ("cp1254", "cp857") and declared:
        try:
            codec = codecs.lookup(declared)
            if codec.name not in ("utf-8", "ascii", "iso8859-1", "cp1252"):
                return data.decode(declared, errors="replace")
        except LookupError:
            pass
    return data.decode(found, errors="replace")
