"""Who writes: the device id, bound to this machine and place by a file beside the database.

A restored backup or a copied disk must not write under the old id (exchange.md, "Traps"), or two laptops would
issue the same stamps. The id is therefore taken anew whenever the file, the database and the machine disagree.
"""

import hashlib
import json
import os
import sys
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tn_desktop.model.stamps import EMPTY_STAMP, new_device_id

DEVICE_KEY = "device"
"""Key of the setting that holds the id inside the database."""


@dataclass(frozen=True)
class Device:
    """What the device file holds: the id, what it is bound to, and the highest stamp that ever left."""

    device: str
    binding: str
    highest_exported: str = EMPTY_STAMP


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


def settle_device(file: Path, database: Path, stored: str | None, latest: str) -> str:
    """The id to write under: the stored one if every witness agrees, else a new one, bound to this place.

    `stored` is the id in the database, `latest` its greatest stamp; a database whose stamps end before what was
    exported has been restored from a backup.
    """
    binding = machine_binding(database)
    held = read_device(file)
    if held and held.device == stored and held.binding == binding and held.highest_exported <= latest:
        return held.device
    device = Device(new_device_id(), binding)
    write_device(file, device)
    return device.device
