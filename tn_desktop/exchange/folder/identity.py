"""Which shared folder it is, wherever it hangs on this computer.

Two computers of an office work with one database and may have the same folder as Z:\\TN and as /srv/tn. What they
remember of it is remembered in the database under the folder's own id, which a small file inside says, so that neither
takes in, nor writes anew, what the other one has dealt with. A folder into which nothing can be written, and one from
which the file was taken away, is known by its path on this computer.
"""

import hashlib
import json
import os
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Final

ID_FILE: Final = "TN-folder.json"
"""Without a dot before its name: some tools leave hidden files behind. Its name is no workbook's."""
_LARGEST: Final = 1_000


def id_in(folder: Path) -> str:
    """The id that the folder says it has; "" where it says none, or nothing sensible."""
    try:
        with (folder / ID_FILE).open("rb") as file:
            held = json.loads(file.read(_LARGEST))
        return str(uuid.UUID(held["folder"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def give_id(folder: Path) -> str:
    """The id of a folder, which gets one if it has none; "" where nothing can be written there."""
    if found := id_in(folder):
        return found
    text = json.dumps({"folder": str(uuid.uuid4())})
    temporary = folder / f"~{uuid.uuid4().hex[:12]}.tmp"
    with suppress(OSError):
        temporary.write_text(text, encoding="ascii")
        try:
            # Of two computers that do this at once, one is the first; what makes no sense is replaced.
            if (folder / ID_FILE).exists():
                os.replace(temporary, folder / ID_FILE)
            else:
                _put(temporary, folder / ID_FILE)
        finally:
            temporary.unlink(missing_ok=True)
    return id_in(folder)


def _put(temporary: Path, target: Path) -> None:
    """Put a file where none is; it is there whole or not at all."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        return
    except OSError:  # a stick, or a network drive without links
        os.replace(temporary, target)


def key_of_id(folder_id: str) -> str:
    """Under which key a folder of this id is remembered."""
    return f"folder:{folder_id}"


def key_of_path(folder: Path) -> str:
    """Under which key a folder is remembered by its place on this computer."""
    return f"folder:{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
