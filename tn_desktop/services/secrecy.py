"""What a user does about the secrecy of her notebook: protect it, open it, change its passphrase."""

from dataclasses import replace

from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store import encrypting, guesses, keys
from tn_desktop.store.database import Database
from tn_desktop.store.encrypting import Progress, Stopped
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.profile import Profile


def is_protected(profile: Profile) -> bool:
    """Whether the profile's data are a file that is encrypted."""
    return not profile.server and not is_plain(profile.database)


def protect(
    profile: Profile, passphrase: str, progress: Progress | None = None, stopped: Stopped | None = None
) -> tuple[Profile, str]:
    """Encrypt a closed profile with its backups; return it with its key, and the recovery key to write down.

    `stopped` is asked now and then until the data themselves are encrypted.

    Raises:
        Refused: the passphrase is too short, or the data are on a server. StoreError, Cancelled: the data are as they
            were.
    """
    if profile.server:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Data on a server are protected there, not by this passphrase."))
    if not profile.database.exists() or profile.old_files.is_dir() or profile.old_held.is_dir():
        Database.open(profile).close()
    key, recovery = encrypting.encrypt(profile, passphrase, progress, stopped)
    return replace(profile, key=key), recovery


def unlock(profile: Profile, passphrase: str) -> Profile:
    """The profile with its key; whoever calls has waited as long as `wait_before` says.

    Raises:
        WrongPassphrase: it is another. StoreError: the key file is missing or damaged.
    """
    with guesses.counted(profile.key_file):
        return replace(profile, key=keys.unlock(profile.key_file, passphrase))


def wait_before(profile: Profile) -> int:
    """Seconds that the next passphrase has to wait, since earlier ones were wrong."""
    return guesses.wait_before(profile.key_file)


def unlock_by_recovery(profile: Profile, recovery: str, passphrase: str) -> Profile:
    """The profile with its key, by the recovery key; `passphrase` is its passphrase from now on.

    Raises:
        WrongPassphrase: it is another. Refused: the new passphrase is too short. StoreError: as `unlock`.
    """
    keys.check_passphrase(passphrase)
    with guesses.counted(profile.key_file):
        key = keys.unlock_by_recovery(profile.key_file, recovery)
    opened = replace(profile, key=key)
    change_passphrase(opened, passphrase)
    return opened


def change_passphrase(profile: Profile, passphrase: str) -> None:
    """Give an unlocked profile another passphrase; older backups open with it as well.

    Raises:
        Refused: it is too short. StoreError: the key file cannot be written.
    """
    assert profile.key is not None
    keys.change_passphrase(profile.key_file, profile.key, passphrase)
    _keep_beside_backups(profile)


def renew_recovery_key(profile: Profile) -> str:
    """Another recovery key for an unlocked profile, for when the former one was lost or seen.

    Raises:
        StoreError: the key file cannot be written.
    """
    assert profile.key is not None
    recovery = keys.renew_recovery_key(profile.key_file, profile.key)
    _keep_beside_backups(profile)
    return recovery


def _keep_beside_backups(profile: Profile) -> None:
    if profile.backups.is_dir():
        keys.copy_key_file(profile.key_file, profile.backups)
