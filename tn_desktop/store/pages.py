"""The pages of a database file as bytes, read without SQLite, which gives up where one page is damaged.

What is known here is SQLite's published file format (sqlite.org/fileformat2.html: pages, the write-ahead log) and
SQLCipher's page: its text, then 16 bytes of start vector and 64 of HMAC-SHA512, made with the page's number. This
program's files have pages of 4,096 bytes, so that a file whose header is lost can still be read.
"""

import hashlib
import hmac
import io
import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

PAGE: Final = 4096
_SALT, _VECTOR, _SEAL = 16, 16, 64
_FRAME_HEAD, _LOG_HEAD = 24, 32
_LOG_MARKS: Final = {0x377F0682: "<", 0x377F0683: ">"}
"""First word of a write-ahead log -> byte order of its checksums."""


class Pages:
    """A file's pages as they were last committed, the write-ahead log beside it included.

    Attributes:
        usable: bytes of a page that hold content.
        count: pages there are.
    """

    def __init__(self, file: Path, key: "DataKey | None" = None) -> None:
        self._opener = None if key is None else _Opener(key)
        log = file.with_name(file.name + "-wal")
        self.usable = PAGE if key is None else PAGE - _VECTOR - _SEAL
        self._newer = _committed(log)
        self._file = file.open("rb") if file.exists() else io.BytesIO()
        self._log = log.open("rb") if self._newer else io.BytesIO()
        size = self._file.seek(0, os.SEEK_END)
        self.count = max(-(-size // PAGE), *self._newer, 0) if self._newer else -(-size // PAGE)

    def page(self, number: int) -> bytes | None:
        """The content of a page; None where it is damaged or none."""
        if not 0 < number <= self.count:
            return None
        place = self._newer.get(number)
        source = self._file if place is None else self._log
        source.seek((number - 1) * PAGE if place is None else place)
        raw = source.read(PAGE)
        if len(raw) < PAGE:
            return None
        return raw if self._opener is None else self._opener.page(number, raw)

    def __enter__(self) -> "Pages":
        return self

    def __exit__(self, *exc: object) -> None:
        self._file.close()
        self._log.close()


class _Opener:
    """Opens SQLCipher's pages with the key of the data; one that was changed on the disk is told by its seal."""

    def __init__(self, key: "DataKey") -> None:
        self._secret, salt = key.secret[:32], key.secret[32:]
        self._seal = hashlib.pbkdf2_hmac("sha512", self._secret, bytes(byte ^ 0x3A for byte in salt), 2, 32)

    def page(self, number: int, raw: bytes) -> bytes | None:
        """The content of a page, or None if it is damaged."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        start = _SALT if number == 1 else 0
        end = PAGE - _VECTOR - _SEAL
        sealed = raw[start : end + _VECTOR]
        made = hmac.new(self._seal, sealed + struct.pack("<I", number), hashlib.sha512).digest()
        if not hmac.compare_digest(made, raw[-_SEAL:]):
            return None
        cipher = Cipher(algorithms.AES(self._secret), modes.CBC(raw[end : end + _VECTOR])).decryptor()
        return bytes(start) + cipher.update(raw[start:end]) + cipher.finalize() + bytes(PAGE - end)


def _committed(log: Path) -> dict[int, int]:
    """Page -> where its last committed content begins in a write-ahead log, as far as the log's checksums hold."""
    found: dict[int, int] = {}
    try:
        opened = log.open("rb")
    except OSError:
        return found
    with opened:
        head = opened.read(_LOG_HEAD)
        if len(head) < _LOG_HEAD:
            return found
        mark, _version, size = struct.unpack(">III", head[:12])
        order = _LOG_MARKS.get(mark)
        if order is None or size != PAGE:
            return found
        sums = _add(order, head[:24], (0, 0))
        if sums != struct.unpack(">II", head[24:32]):
            return found
        pending: dict[int, int] = {}
        while len(frame := opened.read(_FRAME_HEAD + PAGE)) == _FRAME_HEAD + PAGE:
            number, committed = struct.unpack(">II", frame[:8])
            sums = _add(order, frame[_FRAME_HEAD:], _add(order, frame[:8], sums))
            if frame[8:16] != head[16:24] or sums != struct.unpack(">II", frame[16:24]):
                break
            pending[number] = opened.tell() - PAGE
            if committed:
                found |= pending
                pending = {}
    return found


def _add(order: str, content: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    """SQLite's running checksum over pairs of 32-bit words."""
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return first, second
