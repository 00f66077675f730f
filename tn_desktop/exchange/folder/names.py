"""Which files of a shared folder are workbooks for us, by their names, and whether one is all there."""

import os
import re
import struct
from pathlib import Path
from typing import BinaryIO, Final

ENDING: Final = ".xlsx"
_OWN: Final = re.compile(r"TN-([0-9a-v]{12})-(\d{6,})(?:-\d+)?\.xlsx", re.IGNORECASE)
_OF_TOOLS: Final = re.compile(
    r"""
    \..*              # hidden: .syncthing.….tmp, .~lock.…#, Nextcloud's .….~1a2b, .stfolder, .owncloudsync.log
    | ~.*             # ~syncthing~….tmp, Excel's ~$…, our own and others' temporary files
    | .*\.(?:tmp|temp|part|partial|crdownload|download|opdownload|filepart|!ut|!sync|bts|swp|lock)
    | .*~
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TEMPORARY: Final = re.compile(r"~[0-9a-f]{12}\.tmp")
_ZIP, _ZIP_END, _ZIP_END_SIZE = b"PK\x03\x04", b"PK\x05\x06", 22
_LONGEST_REMARK: Final = 65_535
_STREAM: Final = 2
_DIRECTORY: Final = 2_048
"""Bytes of a compound file's directory that are looked at: an encrypted workbook's is no longer."""
_TOO_MANY: Final = 2**63
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def own_name(device: str, sequence: int) -> str:
    """The name of a device's workbook: nobody else writes a file of that name."""
    return f"TN-{device}-{sequence:06d}{ENDING}"


def writer_of(name: str) -> str:
    """The device whose program gave a file this name; "" for any other name, such as that of a conflict copy."""
    found = _OWN.fullmatch(name)
    return found[1].lower() if found else ""


def is_workbook(name: str) -> bool:
    """Whether a file of this name may be a workbook that somebody put there.

    A conflict copy is one: “….sync-conflict-20260314-….xlsx”, “… (conflicted copy 2026-03-14).xlsx”,
    “…-LAPTOP7.xlsx”. Where two people wrote into the same workbook, the tool keeps one of them under such a name,
    and its edits are as good as the others'. Taking one in that says nothing new does no harm.
    """
    return name.lower().endswith(ENDING) and _OF_TOOLS.fullmatch(name) is None


def is_our_rest(name: str) -> bool:
    """Whether this is what a program leaves that was killed while it wrote a workbook."""
    return _TEMPORARY.fullmatch(name) is not None


def is_whole(path: Path) -> bool:
    """Whether a workbook's end is there: a zip ends with its directory, an encrypted one has all its sectors.

    Raises:
        OSError: it cannot be opened; another program may hold it.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        start = file.read(512)
        if start.startswith(_OLE):
            return size >= _ole_size(file, start)
        if not start.startswith(_ZIP):
            return False
        file.seek(max(0, size - _ZIP_END_SIZE - _LONGEST_REMARK))
        end = file.read()
    place = end.rfind(_ZIP_END)
    if place < 0 or len(end) - place < _ZIP_END_SIZE:
        return False
    remark: int = struct.unpack_from("<H", end, place + 20)[0]
    return place + _ZIP_END_SIZE + remark <= len(end)


def _ole_size(file: BinaryIO, head: bytes) -> int:
    """The least bytes that a compound file has: those of the streams in its directory."""
    if len(head) < 512:
        return _TOO_MANY
    shift = min(struct.unpack_from("<H", head, 30)[0], 16)
    (first,) = struct.unpack_from("<I", head, 48)
    file.seek((first + 1) << shift)
    directory = file.read(_DIRECTORY)
    sizes = [
        struct.unpack_from("<Q", directory, place + 120)[0]
        for place in range(0, len(directory) - 127, 128)
        if directory[place + 66] == _STREAM
    ]
    return sum(sizes) if sizes else _TOO_MANY
