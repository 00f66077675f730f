"""Stamps and uids: what makes a write comparable with writes of other laptops.

A stamp is a reading of a hybrid logical clock as text that sorts in plain binary order: 9 characters of
milliseconds since 1970, 3 of a counter, 12 of the device id, all in base32hex digits (0-9, a-v). Stamps are
compared in Python only; SQL tests them for equality.

The byte forms here are frozen: two laptops must derive the same uid for the same attendance. Their test vectors
are in tests/unit/test_stamps.py.
"""

import hashlib
import json
import os
import time
import uuid
from collections.abc import Iterable, Mapping
from typing import Final

DIGITS: Final = "0123456789abcdefghijklmnopqrstuv"
EMPTY_STAMP: Final = ""
MAX_COUNTER: Final = 32**3 - 1
TIME_LENGTH: Final = 12
DEVICE_LENGTH: Final = 12

LAST_DEVICE: Final = "v" * DEVICE_LENGTH
"""The device id that sorts after every other."""

UID_NAMESPACE: Final = uuid.UUID("6f1d0d0a-6a0e-5c5e-9d5e-1f5a3b7c2e11")


def base32(number: int, width: int) -> str:
    """A number in base32hex digits, which sort as the numbers do."""
    out = []
    for _ in range(width):
        number, digit = divmod(number, 32)
        out.append(DIGITS[digit])
    return "".join(reversed(out))


def make_stamp(milliseconds: int, counter: int, device: str) -> str:
    """A stamp of 24 characters from milliseconds since 1970, a counter below 32,768 and a device id."""
    return base32(milliseconds, 9) + base32(counter, 3) + device


def stamp_milliseconds(stamp: str) -> int:
    """The milliseconds since 1970 in a stamp."""
    return int(stamp[:9], 32)


def stamp_device(stamp: str) -> str:
    """The device id in a stamp."""
    return stamp[TIME_LENGTH:]


def new_device_id() -> str:
    """A random device id of 60 bits, 12 characters."""
    return base32(int.from_bytes(os.urandom(8)) & (2**60 - 1), DEVICE_LENGTH)


def now_milliseconds() -> int:
    """The computer's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def next_stamp(latest: str, device: str, now: int | None = None) -> str:
    """A stamp of `device` greater than `latest`, whatever the computer's clock says.

    `latest` is the greatest stamp this database has seen, or the empty stamp; `now` is in milliseconds.
    """
    reading = now_milliseconds() if now is None else now
    if latest:
        last, counter = int(latest[:9], 32), int(latest[9:12], 32)
        if reading <= last:
            reading, counter = (last, counter + 1) if counter < MAX_COUNTER else (last + 1, 0)
            return make_stamp(reading, counter, device)
    return make_stamp(reading, 0, device)


def new_uid() -> uuid.UUID:
    """A UUIDv7 (RFC 9562): the first 48 bits are milliseconds, so new rows are close together in an index."""
    value = (now_milliseconds() & (2**48 - 1)) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


def relation_uid(relation: str, *ends: uuid.UUID) -> uuid.UUID:
    """The UUIDv5 of a relation row: the same on every laptop for the same ends in the same order.

    The hashed name is the relation's name in ASCII, a zero byte, then the 16 bytes of each end.
    """
    return uuid.UUID(bytes=relation_bytes(relation, *(end.bytes for end in ends)))


def relation_bytes(relation: str, *ends: bytes) -> bytes:
    """`relation_uid` from and to the 16 bytes of uids, several times as fast."""
    name = b"".join((UID_NAMESPACE.bytes, relation.encode("ascii"), b"\0", *ends))
    digest = bytearray(hashlib.sha1(name, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return bytes(digest)


def content_bytes(name: str, values: Iterable[object]) -> bytes:
    """The 16 bytes of the uid of a row that never changes, from all that it says: other words are another row."""
    return relation_bytes(name, canonical(list(values)).encode())


def canonical(value: object) -> str:
    """JSON text that is equal exactly when the values are: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def stamp_fields(stamped: str, names: Iterable[str], stamp: str) -> str:
    """The `fields` text with `names` stamped."""
    fields = json.loads(stamped)
    fields.update(dict.fromkeys(names, stamp))
    return canonical(fields)


def see(seen: str, stamp: str) -> str:
    """The `seen` text with `stamp` counted in: device -> the latest time part of that device."""
    known: dict[str, str] = json.loads(seen)
    device = stamp_device(stamp)
    known[device] = max(known.get(device, EMPTY_STAMP), stamp[:TIME_LENGTH])
    return canonical(known)


def covers(seen: Mapping[str, str], stamp: str) -> bool:
    """Whether whoever had `seen` knew the write that carries `stamp`."""
    return stamp == EMPTY_STAMP or seen.get(stamp_device(stamp), EMPTY_STAMP) >= stamp[:TIME_LENGTH]
