"""Ways in which a disk, a stick or another program hurts a file."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

PAGE: Final = 4096
Hurt = Callable[[bytearray], bytes]


def pages(seed: int, count: int, *, zeroed: bool = False) -> Hurt:
    """Random pages, the first one perhaps among them, are written over."""

    def hurt(raw: bytearray) -> bytes:
        chance = random.Random(seed)
        for _ in range(count):
            start = chance.randrange(len(raw) // PAGE) * PAGE
            raw[start : start + PAGE] = bytes(PAGE) if zeroed else chance.randbytes(PAGE)
        return bytes(raw)

    return hurt


def page(number: int) -> Hurt:
    """One page is lost; the first is number 1."""

    def hurt(raw: bytearray) -> bytes:
        raw[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
        return bytes(raw)

    return hurt


def sectors(seed: int, count: int) -> Hurt:
    """Random sectors of 512 bytes are lost."""

    def hurt(raw: bytearray) -> bytes:
        chance = random.Random(seed)
        for _ in range(count):
            start = chance.randrange(len(raw) // 512) * 512
            raw[start : start + 512] = bytes(512)
        return bytes(raw)

    return hurt


def header(raw: bytearray) -> bytes:
    """The first page is lost."""
    return bytes(PAGE) + bytes(raw[PAGE:])


def cut(raw: bytearray) -> bytes:
    """The last two fifths are lost."""
    return bytes(raw[: len(raw) * 3 // 5])


def emptied(_raw: bytearray) -> bytes:
    """Nothing is left but the name."""
    return b""


KINDS: Final[dict[str, Hurt]] = {
    "one page": pages(1, 1),
    "some pages": pages(2, 12),
    "zeroed pages": pages(3, 12, zeroed=True),
    "sectors": sectors(6, 20),
    "header": header,
    "cut": cut,
    "emptied": emptied,
}


def apply(hurt: Hurt, file: Path) -> None:
    """Hurt a file that nobody has open."""
    file.write_bytes(hurt(bytearray(file.read_bytes())))
