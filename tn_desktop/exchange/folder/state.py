"""What is remembered of a shared folder, in the database itself: what we wrote there, and what we made of the rest."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange.folder.identity import give_id, id_in, key_of_id, key_of_path
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import settings
from tn_desktop.store.database import Database

LOCKED: Final = "locked"
"""Status of a file whose passphrase we do not have; the others are those of a report."""
KEEP: Final = QT_TRANSLATE_NOOP("history", "Look into the shared folder")
PASSPHRASE: Final = "folder-passphrase"
"""Setting with the passphrase of the workbooks in the shared folder; it is as safe as the notebook itself."""
_history = table_of(History)

Mark = tuple[int, int]
"""Size and time of change (ns) of a file: another mark, another file."""


def mark_of(path: Path) -> Mark:
    """The mark of a file.

    Raises:
        OSError: it is gone.
    """
    info = path.stat()
    return info.st_size, _rounded(info.st_mtime_ns)


def _rounded(time: int) -> int:
    """A time as every computer sees it: a network drive may tell one of them less of it than the other."""
    return time // 1_000 * 1_000


@dataclass
class Series:
    """What we wrote last of one kind.

    Attributes:
        files: name -> mark.
        from_lsn, to_lsn: which of our changes are in it.
        rows: how many records.
    """

    files: dict[str, Mark] = field(default_factory=dict)
    from_lsn: int = 0
    to_lsn: int = 0
    rows: int = 0


@dataclass
class FolderState:
    """One folder.

    Attributes:
        device: under which id we wrote there.
        base: everything we had.
        delta: what changed since the base; every one of them takes the place of the one before.
        answer: says only that we have what came.
        secret: what tells whether the passphrase is still the one that they were written with.
        seen: name -> (size, time, status) of others' files that are dealt with.
        told_lsn: up to which unit of work nothing is news to the others any more.
        taken: later units of work that took files of this folder in: the others have those as well.
        files: names of the files of outputs that we wrote.
        owing: whether something came of which we have not told anybody that we have it.
    """

    device: str = ""
    base: Series = field(default_factory=Series)
    delta: Series = field(default_factory=Series)
    answer: Series = field(default_factory=Series)
    secret: str = ""
    seen: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    told_lsn: int = 0
    taken: list[int] = field(default_factory=list)
    owing: bool = False
    files: list[str] = field(default_factory=list)

    @property
    def written(self) -> dict[str, Mark]:
        """All files of ours that count."""
        return self.base.files | self.delta.files | self.answer.files

    def has_news(self, connection: Connection) -> bool:
        """Whether something was written here that did not come from the folder itself."""
        known = set(self.taken)
        later = select(_history.c.id).where(_history.c.id > self.told_lsn).order_by(_history.c.id)
        # One more than we know of is one that is news.
        found = connection.execute(later.limit(len(known) + 1)).scalars()
        return any(key not in known for key in found)


def load(connection: Connection, folder: Path, device: str) -> FolderState:
    """What is remembered of a folder; what another device id wrote there is no longer ours to replace."""
    held: Any = _held(connection, folder) or {}
    seen = {name: (size, _rounded(time), status) for name, (size, time, status) in held.get("seen", {}).items()}
    if held.get("device") != device:
        return FolderState(device, seen=seen)
    base, delta, answer = (_series(held[name]) for name in ("base", "delta", "answer"))
    return FolderState(
        device,
        base,
        delta,
        answer,
        held["secret"],
        seen,
        held["told_lsn"],
        held["taken"],
        held["owing"],
        held.get("files", []),
    )


def _held(connection: Connection, folder: Path) -> Any:
    """What is remembered under the folder's id, or by its path: from before it had one, or of one that lost it."""
    by_id = settings.get(connection, key_of_id(own)) if (own := id_in(folder)) else None
    if by_id is not None:
        return by_id
    by_path = settings.get(connection, key_of_path(folder)) or {}
    return settings.get(connection, by_path["as"]) if "as" in by_path else by_path


def _series(held: Mapping[str, Any]) -> Series:
    files = {name: (size, _rounded(time)) for name, (size, time) in held["files"].items()}
    return Series(files, held["from_lsn"], held["to_lsn"], held["rows"])


def keep(db: Database, folder: Path, state: FolderState) -> None:
    """Remember it; this is no part of the history."""
    own = give_id(folder)
    with db.write(KEEP) as uow:
        settings.put(uow, key_of_id(own) if own else key_of_path(folder), asdict(state))
        if own:
            # Should the file that says the id go, or another take its place, the path still leads here.
            settings.put(uow, key_of_path(folder), {"as": key_of_id(own)})
