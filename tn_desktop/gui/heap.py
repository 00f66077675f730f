"""What the C library keeps of the memory that the program gave back.

Left to itself, glibc makes a heap for every thread, and big blocks that were given back stay in the middle of one: a
window that holds 80 MB takes 400. Windows and macOS see to it by themselves.
"""

import sys
from typing import Any, Final

MOST_HEAPS: Final = 2
BIG: Final = 1_048_576
"""Bytes from which on a block is a mapping of its own, which goes back to the system as soon as it is let go."""
_TRIM, _MAPPED, _HEAPS = -1, -3, -8
"""Of mallopt(3): M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX."""


def keep_small() -> None:
    """Have few heaps, and big blocks go back. To be called before the threads begin."""
    if (library := _glibc()) is not None:
        library.mallopt(_HEAPS, MOST_HEAPS)
        library.mallopt(_MAPPED, BIG)
        library.mallopt(_TRIM, BIG)


def give_back() -> None:
    """Give back what lies free between blocks that are held."""
    if (library := _glibc()) is not None:
        library.malloc_trim(0)


def _glibc() -> Any:
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
