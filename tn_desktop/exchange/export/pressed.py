"""What has to wait until something else is written, compressed in memory: names of people go into no temporary file."""

import zlib
from collections.abc import Iterator
from typing import Final

_LEVEL: Final = 1
_STEP: Final = 1 << 16


class Pressed:
    """Bytes that are written one after the other, then read once from the beginning."""

    def __init__(self) -> None:
        self._press = zlib.compressobj(_LEVEL)
        self._pressed: list[bytes] = []

    def write(self, content: bytes) -> None:
        """Take bytes in."""
        self._pressed.append(self._press.compress(content))

    def pieces(self) -> Iterator[bytes]:
        """All that was written; nothing may be written afterwards."""
        self._pressed.append(self._press.flush())
        unpress = zlib.decompressobj()
        for piece in self._pressed:
            rest = piece
            while rest:
                yield unpress.decompress(rest, _STEP)
                rest = unpress.unconsumed_tail
        yield unpress.flush()
