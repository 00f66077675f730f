"""The contents of files after damage: whether their database is sound, and reading what can be read into a new one.

Contents are named by their SHA-256, so that each piece that is read proves itself: what is whole is kept, what is not
is missing from then on and comes again from a backup, a colleague's folder or whoever has the file.
"""

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import AppError, Damaged, DamagedFiles, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.engine import known_error, told_apart
from tn_desktop.store.file_store import FileStore
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.profile import CONTENT_FILE, Profile
from tn_desktop.store.sqlite_file import connect, remove
from tn_desktop.store.swap import put_files_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tn_desktop.store.keys import DataKey

_DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "The file with the contents of outputs' files is damaged. Your records are not touched by that."
)


@dataclass(frozen=True, slots=True)
class SavedFiles:
    """What came of it, in contents.

    Attributes:
        read: read from the damaged file. backed: taken from beside a backup. lost: needed, and not to be found here.
        kept: where the damaged file is kept; None where there was none.
    """

    read: int = 0
    backed: int = 0
    lost: int = 0
    kept: Path | None = None


def damage_of(file: Path, key: "DataKey | None") -> AppError | None:
    """The damage of a database of contents; None where it opens and its tables can be read, or there is none.

    The contents themselves are checked when they are read: that would take minutes here.
    """
    if not file.exists():
        return None
    try:
        with closing(connect(file, key, reading=True)) as raw:
            refuse_foreign(raw)
            tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "kept_file" in tables:
                raw.execute("SELECT count(*), sum(length(digest)), max(size) FROM kept_file").fetchone()
                raw.execute("SELECT count(*) FROM file_piece").fetchone()
    except driver.Error as error:
        found = known_error(error)
        return DamagedFiles(_DAMAGED) if found is None or isinstance(found, Damaged) else None
    return None


def save_files(profile: Profile, needed: "Iterable[str]", beside: "Iterable[Path]" = ()) -> SavedFiles:
    """Read what can be read of a damaged database of contents into a new one, which takes its place.

    Args:
        needed: digests that records refer to; what is lost of them is looked for beside backups.
        beside: folders of backups.

    Raises:
        StoreError: there is no room, or the folder cannot be written to; the damaged file is as it was.
    """
    file = profile.content_file
    made = file.with_name(file.name + ".rescued.part")
    remove(made)
    old, new = FileStore.at(file, profile.key), FileStore.at(made, profile.key)
    try:
        read = _take(old, new, _digests(file, profile.key))
        there = {digest[:32] for digest in new.all()}
        missing = {digest for digest in needed if digest[:32] not in there}
        backed = 0
        for folder in beside:
            store = FileStore.at(folder / CONTENT_FILE, profile.key)
            with suppress(StoreError):
                wanted = [digest for digest in store.all() if any(digest.startswith(one) for one in missing)]
                backed += _take(store, new, wanted)
            store.close()
        there = {digest[:32] for digest in new.all()}
        lost = sum(1 for digest in missing if digest[:32] not in there)
        old.close()
        new.close()
        with told_apart():
            kept = put_files_in_place(profile, made)
    except BaseException:
        remove(made)
        raise
    finally:
        old.close()
        new.close()
    return SavedFiles(read, backed, lost, kept)


def _digests(file: Path, key: "DataKey | None") -> list[str]:
    """Those that a damaged file still names: in any order the index or the table gives them."""
    found: dict[str, None] = {}
    for statement in (
        "SELECT digest FROM kept_file NOT INDEXED WHERE digest IS NOT NULL",
        "SELECT digest FROM kept_file WHERE digest IS NOT NULL ORDER BY digest",
        "SELECT digest FROM kept_file WHERE digest IS NOT NULL ORDER BY digest DESC",
    ):
        with suppress(driver.Error), closing(connect(file, key, reading=True)) as raw:
            refuse_foreign(raw)
            for row in raw.execute(statement):
                if isinstance(row[0], bytes) and len(row[0]) == 32:
                    found[row[0].hex()] = None
    return list(found)


def _take(source: FileStore, target: FileStore, digests: "Iterable[str]") -> int:
    taken = 0
    for digest in digests:
        try:
            if target.add(_pieces(source, digest)) == digest:
                taken += 1
            else:
                target.remove([digest])
        except _Unreadable:
            continue
    return taken


class _Unreadable(Exception):
    """A content that cannot be read; one that cannot be written is another thing."""


def _pieces(source: FileStore, digest: str) -> "Iterator[bytes]":
    try:
        yield from source.read(digest)
    except (StoreError, driver.Error) as error:
        raise _Unreadable from error
