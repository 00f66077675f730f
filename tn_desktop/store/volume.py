"""Which medium a folder lies on: the number that its file system was given when it was made."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Volume:
    """A medium.

    Attributes:
        number: of its file system. That of FAT and exFAT, which sticks have, reads alike on Windows and Linux.
        root: where it is mounted just now.
    """

    number: str
    root: Path


def volume_of(folder: Path) -> Volume | None:
    """The medium that a folder lies on; None where the system does not tell (a network, a Mac)."""
    try:
        if sys.platform == "win32":
            return _on_windows(folder)
        return _on_linux(folder) if sys.platform.startswith("linux") else None
    except OSError:
        return None


def _on_linux(folder: Path) -> Volume | None:
    place = folder.resolve()
    device = place.stat().st_dev
    root = place
    while root.parent != root and root.parent.stat().st_dev == device:
        root = root.parent
    for link in Path("/dev/disk/by-uuid").iterdir():
        if link.stat().st_rdev == device:
            return Volume(link.name.upper(), root)
    return None


def _on_windows(folder: Path) -> Volume | None:
    import ctypes

    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    root = ctypes.create_unicode_buffer(1024)
    serial = ctypes.c_ulong()
    if not kernel.GetVolumePathNameW(str(folder.resolve()), root, len(root)):
        return None
    if not kernel.GetVolumeInformationW(root.value, None, 0, ctypes.byref(serial), None, None, None, 0):
        return None
    return Volume(f"{serial.value >> 16:04X}-{serial.value & 0xFFFF:04X}", Path(root.value))
