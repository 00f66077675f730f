"""Backups and taking them back."""

from dataclasses import replace
from pathlib import Path

from tn_desktop.model.errors import AppError, Damaged, FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import erasure
from tn_desktop.store import keys
from tn_desktop.store.backup import back_up
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile
from tn_desktop.store.restore import adopt, opens, replace_with


def backup(db: Database, target: Path, *, files: bool = True) -> None:
    """Write a copy of all data into `target`, which appears only when the copy is good.

    Of encrypted data the copy is encrypted as well, and the key file is put beside it. The files of outputs are in it,
    unless another place keeps them.

    Raises:
        FileRefused: the target is a folder, or a file of the profile itself. StoreError: it cannot be written.
    """
    if target.is_dir():
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{file}” is a folder. Choose a name for the file."), file=target.name
        )
    own = [db.profile.device_file, db.profile.content_file] if not db.on_server else [db.profile.device_file]
    if db.path is not None:
        own += [db.path, *(db.path.with_name(db.path.name + part) for part in ("-wal", "-shm"))]
    if target.resolve() in {file.resolve() for file in own}:
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "“{file}” holds the data themselves. Choose another name for the backup."),
            file=target.name,
        )
    if db.on_server:
        from tn_desktop.store.server_backup import back_up_server

        back_up_server(db, target)
        return
    back_up(db.reader_engine, target, db.profile.key, db.files if files else None)
    if db.profile.key is not None:
        keys.copy_key_file(db.profile.key_file, target.parent)


def is_foreign(profile: Profile, file: Path) -> bool:
    """Whether a backup is under another key than the profile's, and its own key file lies beside it."""
    return file.is_file() and not opens(file, profile.key) and (file.parent / keys.KEY_FILE).exists()


def restore(profile: Profile, file: Path, passphrase: str = "") -> Path | None:
    """Put a backup in the place of a profile's data, closed here; return where the former data are kept.

    A backup that another key encrypts than the profile's needs its passphrase, and the key file beside it; the
    profile's data are under that passphrase afterwards. Whoever was erased since the backup was made is erased again.

    Raises:
        PasswordNeeded: the backup has a passphrase, and none was given. WrongPassphrase: it is another.
        FileRefused, StoreError: as `replace_with`; nothing has changed then.
    """
    erased = _erased_until_now(profile)
    if is_foreign(profile, file):
        if not passphrase:
            raise PasswordNeeded(
                QT_TRANSLATE_NOOP("errors", "This backup is protected by a passphrase. Give it with --passphrase-file.")
            )
        key_file = file.parent / keys.KEY_FILE
        key = keys.unlock(key_file, passphrase)
        opened = replace(profile, key=key)
        kept = replace_with(opened, file) if profile.server else adopt(profile, file, key, key_file)
        profile = opened
    else:
        kept = replace_with(profile, file)
    # Brings an older schema up to date and takes a new device id.
    with Database.open(profile) as db:
        erasure.replay(db, erased)
    return kept


def _erased_until_now(profile: Profile) -> list[erasure.Erasure]:
    """Who was erased, as the data say that are about to be replaced, or what can be read of them."""
    if not profile.server and not profile.database.exists():
        return []
    try:
        with Database.open(profile) as db, db.read() as connection:
            return erasure.erasures(connection)
    except Damaged:
        from tn_desktop.services.rescue import erased_in

        return erased_in(profile)
    except AppError:
        return []
