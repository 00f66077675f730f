"""Rows in the leaf pages of a table's tree, one by one, so that what stands beside a damaged one is still read.

SQLite's published file format again: a leaf of a table holds cells of (length, rowid, record), and a long record goes
on in a chain of pages. Everything is doubted: a cell that cannot be one is skipped.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

LEAF, INNER = 0x0D, 0x05
INDEX_LEAF, INDEX_INNER = 0x0A, 0x02
_FIRST_HEAD: Final = 100
_LARGEST: Final = 50_000_000
"""Bytes of a record beyond which it is no record of this program's."""
_WHOLE: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Serial type of a whole number -> its bytes."""


class Unreadable(Exception):
    """These bytes are no cell, or part of it is lost."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its rowid, and the values as they are stored (a key column that is the rowid holds None)."""

    rowid: int
    values: tuple[Any, ...]


def kind(number: int, page: bytes) -> int:
    """The first byte of a page's tree header."""
    return page[_FIRST_HEAD if number == 1 else 0]


def children(number: int, page: bytes) -> list[int]:
    """The pages below an inner page of a tree."""
    at = _FIRST_HEAD if number == 1 else 0
    count = struct.unpack_from(">H", page, at + 3)[0]
    found = [struct.unpack_from(">I", page, at + 8)[0]]
    for place in range(min(count, (len(page) - at - 12) // 2)):
        cell = struct.unpack_from(">H", page, at + 12 + 2 * place)[0]
        if cell + 4 <= len(page):
            found.append(struct.unpack_from(">I", page, cell)[0])
    return found


def rows(number: int, page: bytes, usable: int, page_of: Callable[[int], bytes | None]) -> Iterator[Row | None]:
    """The rows of a leaf; None for one that cannot be read. `page_of` gives the pages where long rows go on."""
    at = _FIRST_HEAD if number == 1 else 0
    count = struct.unpack_from(">H", page, at + 3)[0]
    for place in range(min(count, (len(page) - at - 8) // 2)):
        cell = struct.unpack_from(">H", page, at + 8 + 2 * place)[0]
        try:
            yield _row(page, cell, usable, page_of)
        except (Unreadable, IndexError, struct.error, UnicodeDecodeError, OverflowError):
            yield None


def keys(number: int, page: bytes, usable: int) -> Iterator[tuple[Any, ...] | None]:
    """The short records of a page of an index; None for one that cannot be read."""
    at = _FIRST_HEAD if number == 1 else 0
    inner = page[at] == INDEX_INNER
    head = 12 if inner else 8
    count = struct.unpack_from(">H", page, at + 3)[0]
    for place in range(min(count, (len(page) - at - head) // 2)):
        try:
            cell = struct.unpack_from(">H", page, at + head + 2 * place)[0] + 4 * inner
            size, cell = _varint(page, cell)
            if cell + size > usable:
                raise Unreadable
            yield _record(page[cell : cell + size])
        except (Unreadable, IndexError, struct.error, UnicodeDecodeError):
            yield None


def _row(page: bytes, at: int, usable: int, page_of: Callable[[int], bytes | None]) -> Row:
    size, at = _varint(page, at)
    rowid, at = _varint(page, at)
    if not 0 < size <= _LARGEST:
        raise Unreadable
    here = _kept_here(size, usable)
    content = page[at : at + here]
    if len(content) < here or at + here > usable:
        raise Unreadable
    if here < size:
        content += _rest(size - here, struct.unpack_from(">I", page, at + here)[0], usable, page_of)
    return Row(_signed(rowid), _record(content))


def _kept_here(size: int, usable: int) -> int:
    """How much of a record stands in the leaf itself."""
    most = usable - 35
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (usable - 4)
    return here if here <= most else least


def _rest(size: int, number: int, usable: int, page_of: Callable[[int], bytes | None]) -> bytes:
    parts = []
    while size > 0:
        page = page_of(number)
        if page is None:
            raise Unreadable
        number = struct.unpack_from(">I", page, 0)[0]
        parts.append(page[4 : min(usable, 4 + size)])
        size -= len(parts[-1])
    return b"".join(parts)


def _record(content: bytes) -> tuple[Any, ...]:
    head, at = _varint(content, 0)
    kinds = []
    while at < head:
        one, at = _varint(content, at)
        kinds.append(one)
    if at != head:
        raise Unreadable
    values = []
    for one in kinds:
        value, at = _value(content, at, one)
        values.append(value)
    if at != len(content):
        raise Unreadable
    return tuple(values)


def _value(content: bytes, at: int, serial: int) -> tuple[Any, int]:
    if serial == 0:
        return None, at
    if serial in (8, 9):
        return serial - 8, at
    if serial in _WHOLE:
        end = at + _WHOLE[serial]
        return int.from_bytes(_part(content, at, end), "big", signed=True), end
    if serial == 7:
        return struct.unpack_from(">d", content, at)[0], at + 8
    if serial < 12:
        raise Unreadable
    end = at + (serial - 12) // 2
    part = _part(content, at, end)
    return (part.decode("utf-8") if serial % 2 else part), end


def _part(content: bytes, at: int, end: int) -> bytes:
    if end > len(content):
        raise Unreadable
    return content[at:end]


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = content[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise Unreadable


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value
