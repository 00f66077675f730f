"""Who writes: the device id, bound to this machine and place by a file beside the database.

A restored backup or a copied disk must not write under the old id (exchange.md, "Traps"), or two laptops would
issue the same stamps. The id is therefore taken anew whenever the file, the database and the machine disagree.

A portable notebook goes from machine to machine, so that binding it to one would give it a new id every morning: each
would stay for ever in the `seen` of the rows, and every colleague would see one more laptop that never answers. It is
bound to its medium instead, to the number of the stick's file system and its folder there. The same stick in another
machine is the same writer; there is only one of it, so that no two can issue the same stamp. A copy of its folder
elsewhere, on the stick or off it, is another writer, and so is a backup put back onto it, which ends before what was
exported. A stick that was copied sector by sector cannot be told from the first one, as with a laptop's cloned disk.
Where the system does not tell the medium, the machine binds as usual: an id too many does no harm.
"""

import hashlib
import json
import os
import sys
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tn_desktop.model.stamps import EMPTY_STAMP, new_device_id
from tn_desktop.store.volume import volume_of

DEVICE_KEY = "device"
"""Key of the setting that holds the id inside the database."""


@dataclass(frozen=True)
class Device:
    """What the device file holds: the id, what it is bound to, and the highest stamp that ever left."""

    device: str
    binding: str
    highest_exported: str = EMPTY_STAMP


def medium_binding(database: Path) -> str:
    """A hash of the medium that a portable notebook lies on, and of its place there, or of the machine."""
    volume = volume_of(database.parent)
    if volume is None:
        return machine_binding(database)
    place = database.resolve().relative_to(volume.root).as_posix()
    return hashlib.sha256(f"medium\0{volume.number}\0{place}".encode()).hexdigest()


def machine_binding(database: Path) -> str:
    """A hash of this machine's id and the database's place."""
    return hashlib.sha256(f"{_machine_id()}\0{database.resolve()}".encode()).hexdigest()


def _machine_id() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return str(uuid.getnode())
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(place).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
    return str(uuid.getnode())


def read_device(file: Path) -> Device | None:
    """The device file's content, or None if it is missing or damaged."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return Device(str(held["device"]), str(held["binding"]), str(held["highest_exported"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_device(file: Path, device: Device) -> None:
    """Replace the device file in one step."""
    temporary = file.with_name(file.name + ".new")
    with temporary.open("w", encoding="utf-8") as out:
        json.dump(asdict(device), out)
        out.flush()
        os.fsync(out.fileno())
    os.replace(temporary, file)


def note_exported(file: Path, stamp: str) -> None:
    """Keep that a stamp leaves this laptop, before it does: a database that ends before it is a restored backup."""
    held = read_device(file)
    if held is not None and stamp > held.highest_exported:
        write_device(file, replace(held, highest_exported=stamp))


def settle_device(file: Path, database: Path, stored: str | None, latest: str, *, portable: bool = False) -> str:
    """The id to write under: the stored one if every witness agrees, else a new one, bound to this place.

    `stored` is the id in the database, `latest` its greatest stamp; a database whose stamps end before what was
    exported has been restored from a backup.
    """
    held = agreed_device(file, database, stored, latest, portable=portable)
    if held is not None:
        return held
    device = Device(new_device_id(), _binding(database, portable))
    write_device(file, device)
    return device.device


def agreed_device(file: Path, database: Path, stored: str | None, latest: str, *, portable: bool = False) -> str | None:
    """The stored id where every witness agrees, as of `settle_device`; nothing is written."""
    held = read_device(file)
    if held is None or held.device != stored or held.highest_exported > latest:
        return None
    return held.device if held.binding == _binding(database, portable) else None


def _binding(database: Path, portable: bool) -> str:
    return medium_binding(database) if portable else machine_binding(database)
