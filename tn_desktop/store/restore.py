"""Putting a backup in the place of a profile's data.

The backup is first copied into the profile and checked there, so that a stick may be pulled out meanwhile. It then
goes into the database through SQLite's backup interface, which is one transaction: other programs that have the
data open see the old state or the new one, and a power cut leaves the old one.
"""

import os
import time
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as driver

from tn_desktop.model.errors import FileRefused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.backup import PAGES_A_STEP, back_up
from tn_desktop.store.encrypting import encrypt_file, wipe
from tn_desktop.store.engine import BUSY_MILLISECONDS, sqlite_engine, told_apart
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.file_store import SHORT, TABLES, FileStore, copy_missing
from tn_desktop.store.full_text import is_sound
from tn_desktop.store.guesses import tries_file
from tn_desktop.store.keys import copy_key_file
from tn_desktop.store.own_schema import refuse_foreign
from tn_desktop.store.profile import CONTENT_FILE, Profile
from tn_desktop.store.revision import HEAD
from tn_desktop.store.sqlite_file import connect, remove

if TYPE_CHECKING:
    from tn_desktop.store.keys import DataKey

NEEDED: Final = {"person", "workshop_session", "attendance", "history", "setting", "alembic_version"}
_NOT_OURS: Final = QT_TRANSLATE_NOOP("errors", "“{file}” is no backup of TN Desktop, or it is damaged. Choose another.")


def replace_with(profile: Profile, file: Path) -> Path | None:
    """Replace the profile's data by those of a backup; return where the former data are kept, None if there were none.

    The next opening takes a new device id (exchange.md, "Traps") and brings an older schema up to date.

    Raises:
        FileRefused: the file is missing, damaged, or no backup. StoreError: it is from a newer version, or the
            profile cannot be written. Nothing has changed then.
    """
    if not file.is_file():
        raise FileRefused(QT_TRANSLATE_NOOP("errors", "There is no file “{file}”."), file=file.name)
    if not profile.server and profile.database.exists() and file.samefile(profile.database):
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{file}” is the data file itself, no backup of it."), file=file.name
        )
    profile.make()
    incoming = profile.directory / "incoming.db.part"
    try:
        _fetch(file, incoming, profile.key)
        _bring_files(profile, file.parent, incoming)
        if profile.server:
            from tn_desktop.store.server_backup import restore_to_server

            return restore_to_server(profile, incoming)
        kept = _keep_current(profile)
        # Before the data: without this file a new device id is taken, and one too many does no harm.
        profile.device_file.unlink(missing_ok=True)
        with told_apart():
            _pour(incoming, profile.database, profile.key)
        return kept
    except OSError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder {folder} cannot be written to. Make it writable, or start with another (--profile).",
            ),
            folder=str(profile.directory),
        ) from error
    finally:
        remove(incoming)


def adopt(profile: Profile, file: Path, key: "DataKey", key_file: Path) -> Path | None:
    """Put a backup that another key encrypts in the place of a closed profile's data, which then are under that key.

    Raises:
        As `replace_with`.
    """
    profile.make()
    incoming = profile.directory / "incoming.db.part"
    try:
        _fetch(file, incoming, key)
        kept = _keep_current(profile)
        for store in (profile.content_file, profile.backups / CONTENT_FILE):
            _under(store, profile.key, key)
        _bring_files(replace(profile, key=key), file.parent, incoming)
        profile.device_file.unlink(missing_ok=True)
        if kept is not None and is_plain(kept):
            encrypt_file(kept, key)
        copy_key_file(key_file, profile.directory)
        tries_file(profile.key_file).unlink(missing_ok=True)  # they were about another passphrase
        if profile.database.exists():
            wipe(profile.database)
        remove(profile.database)
        os.replace(incoming, profile.database)
        return kept
    except OSError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder {folder} cannot be written to. Make it writable, or start with another (--profile).",
            ),
            folder=str(profile.directory),
        ) from error
    finally:
        remove(incoming)


def opens(file: Path, key: "DataKey | None") -> bool:
    """Whether a database file is unencrypted, or encrypted by that key."""
    if is_plain(file):
        return True
    try:
        with closing(connect(file, key, reading=True)) as raw:
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error:
        return False
    return key is not None


def _fetch(file: Path, copy: Path, key: "DataKey | None") -> None:
    remove(copy)
    try:
        # One made before the notebook had its passphrase is encrypted on its way.
        source = connect(file, None if is_plain(file) else key, reading=True)
        with closing(source), closing(connect(copy, None if is_plain(file) else key)) as target:
            refuse_foreign(source)
            source.backup(target, pages=PAGES_A_STEP)
            target.execute("PRAGMA journal_mode=DELETE")
            tables = {row[0] for row in target.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            sound = tables >= NEEDED and is_sound(target)
            revision = target.execute("SELECT version_num FROM alembic_version").fetchone() if sound else None
    # A damaged text is found only when it is read.
    except (driver.Error, UnicodeError) as error:
        raise FileRefused(_NOT_OURS, file=file.name) from error
    if revision is None or not isinstance(revision[0], str):
        raise FileRefused(_NOT_OURS, file=file.name)
    if key is not None and is_plain(copy):
        encrypt_file(copy, key)
    if revision[0] > HEAD:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "These records were written by a newer TN Desktop. Install the newest version to open them; "
                "nothing was changed.",
            )
        )


def store_beside(folder: Path, key: "DataKey | None") -> FileStore:
    """The contents of files beside the backups in a folder, under the key; those under another are put aside."""
    file = folder / CONTENT_FILE
    _under(file, None, key)
    return FileStore.at(file, key)


def _under(file: Path, old: "DataKey | None", key: "DataKey | None") -> None:
    """Bring contents under another key; what no key opens that we have is put aside."""
    if not file.exists() or (opens(file, key) and (key is None or not is_plain(file))):
        return
    with told_apart():
        if key is not None and is_plain(file):
            encrypt_file(file, key)
            return
    aside = _free(file.with_stem(f"{file.stem}-other"))
    os.replace(file, aside)
    if old is not None and opens(aside, old):
        copy_missing(FileStore.at(aside, old), FileStore.at(file, key))
        wipe(aside)


def _bring_files(profile: Profile, folder: Path, incoming: Path) -> None:
    """Keep the contents of files that the backup `incoming` has in it or beside it, in `folder`.

    They come before the data, and whatever is kept already stays: nothing leads to a file that is not there.
    """
    store, inside, beside = FileStore.of(profile), FileStore.at(incoming, profile.key), folder / CONTENT_FILE
    try:
        _put_aside_if_damaged(profile, store)
        copy_missing(inside, store)
        if inside.all():
            _shed(incoming, profile.key)
        if beside.is_file() and opens(beside, profile.key):
            needed = files_needed(incoming, profile.key)
            key = None if is_plain(beside) else profile.key
            copy_missing(FileStore.at(beside, key), store, lambda digest: digest[:SHORT] in needed)
    finally:
        store.close()


def _put_aside_if_damaged(profile: Profile, store: FileStore) -> None:
    try:
        store.all()
    except StoreError:
        if profile.server:
            raise
        os.replace(profile.content_file, _free(profile.content_file.with_suffix(".damaged")))


def _shed(file: Path, key: "DataKey | None") -> None:
    """Leave the contents of files out of a database file."""
    slim = file.with_name(file.name + ".slim")
    remove(slim)
    with told_apart(), closing(connect(file, key, isolation_level=None)) as raw:
        # A copy that is thrown away when this fails: neither a way back nor zeros are needed.
        for setting in ("journal_mode=OFF", "synchronous=OFF", "secure_delete=OFF"):
            raw.execute(f"PRAGMA {setting}")
        for table in TABLES:
            raw.execute(f"DROP TABLE {table}")
        # Into a file: a vacuum in place would be kept in memory.
        raw.execute("VACUUM INTO ?", (str(slim),))
    os.replace(slim, file)


def files_needed(file: Path, key: "DataKey | None") -> set[str]:
    """What the records in a database file refer to: the first digits of each content."""
    with told_apart(), closing(connect(file, key, reading=True)) as raw:
        if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'output'").fetchone():
            return set()
        needed = {row[0][:SHORT] for row in raw.execute("SELECT file FROM output WHERE file IS NOT NULL")}
        if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'held_file'").fetchone():
            needed |= {row[0][:SHORT] for row in raw.execute("SELECT fingerprint FROM held_file")}
        return needed


def _keep_current(profile: Profile) -> Path | None:
    if not profile.database.exists():
        return None
    profile.backups.mkdir(parents=True, exist_ok=True)
    if profile.content_file.exists():
        with suppress(StoreError):  # damaged as well: what it held is kept in the backups as far as it was
            copy_missing(FileStore.of(profile), store_beside(profile.backups, profile.key))
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = _free(profile.backups / f"before-restore-{moment}.db")
    try:
        engine = sqlite_engine(profile.database, profile.key, writer=False)
        try:
            back_up(engine, kept, profile.key)
        finally:
            engine.dispose()
    except (StoreError, driver.Error):
        # What is there is damaged and cannot be copied page by page: it is put aside as it is.
        kept = _free(kept.with_suffix(".damaged"))
        profile.database.rename(kept)
        for part in ("-wal", "-shm"):
            beside = profile.database.with_name(profile.database.name + part)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + part))
    return kept


def _free(file: Path) -> Path:
    number, candidate = 1, file
    while candidate.exists():
        number += 1
        candidate = file.with_stem(f"{file.stem}-{number}")
    return candidate


def _pour(source: Path, target: Path, key: "DataKey | None") -> None:
    last_step = time.monotonic() + BUSY_MILLISECONDS / 1000

    def watch(_status: int, _remaining: int, _total: int) -> None:
        # Called after the one step there is, or after each wait for another program's transaction.
        if time.monotonic() > last_step:
            raise StoreError(
                QT_TRANSLATE_NOOP("errors", "Another program holds the data file. Close it and try again.")
            )

    with closing(connect(source, key)) as incoming, closing(connect(target, key)) as into:
        copy: Any = incoming.backup
        copy(into, pages=-1, progress=watch, sleep=0.1)
