"""The key of an encrypted profile: random, and kept only wrapped, by a passphrase and by a recovery key.

The data are encrypted by SQLCipher with 32 random bytes that never change, so that a new passphrase needs no new
encryption and opens older backups as well. Those bytes lie beside the data in `keys.json`, wrapped twice with AES-GCM:
by a key that scrypt (RFC 7914) makes of the passphrase, and by one that it makes of the recovery key, which is printed
once and kept in a drawer. Who has the file and neither of the two has nothing. Backups carry a copy of it.
"""

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tn_desktop.model.errors import Refused, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import composed

KEY_FILE: Final = "keys.json"
SHORTEST: Final = 8
"""Letters of the shortest passphrase."""
PASSPHRASE, RECOVERY = "passphrase", "recovery"

_VERSION: Final = 1
_COST: Final = {"n": 2**16, "r": 8, "p": 1}
"""What a guess costs: about a fifth of a second and 64 MB on a laptop of 2020."""
_DEAREST: Final = 4
"""A key file that asks for more than so many times a cost was not written by this program."""
_MEMORY: Final = 160 * 2**20
_BOUND: Final = b"tn-desktop data key 1 "
_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters of a recovery key: none that is taken for another when it is read aloud or off paper."""
_LETTERS: Final = 32
_GROUP: Final = 4


class WrongPassphrase(Refused):
    """The passphrase, or the recovery key, does not open the profile."""


@dataclass(frozen=True)
class DataKey:
    """What the data are encrypted with: 32 bytes of key and SQLCipher's 16 bytes of salt, one for all files."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        assert len(self.secret) == 48

    @property
    def pragma(self) -> str:
        """The key as SQLCipher's PRAGMA key and ATTACH … KEY take it; it is no passphrase, so nothing is derived."""
        return f"\"x'{self.secret.hex()}'\""


def create(file: Path, passphrase: str) -> tuple[DataKey, str]:
    """Make a new key, write its file, and return the key with the recovery key to print.

    Raises:
        Refused: the passphrase is too short. StoreError: the file cannot be written.
    """
    check_passphrase(passphrase)
    key, recovery = DataKey(os.urandom(48)), new_recovery_key()
    _write(
        file,
        {
            "version": _VERSION,
            PASSPHRASE: _wrap(key, PASSPHRASE, _of_passphrase(passphrase)),
            RECOVERY: _wrap(key, RECOVERY, _of_recovery(recovery)),
        },
    )
    return key, recovery


def unlock(file: Path, passphrase: str) -> DataKey:
    """The key of a profile, by its passphrase; takes about a fifth of a second.

    Raises:
        WrongPassphrase: it is another. StoreError: the file is missing or damaged.
    """
    return _unwrap(_read(file), PASSPHRASE, _of_passphrase(passphrase))


def unlock_by_recovery(file: Path, recovery: str) -> DataKey:
    """The key of a profile, by the printed recovery key, however it is spaced.

    Raises:
        WrongPassphrase: it is another. StoreError: the file is missing or damaged.
    """
    return _unwrap(_read(file), RECOVERY, _of_recovery(recovery))


def change_passphrase(file: Path, key: DataKey, passphrase: str) -> None:
    """Wrap the key with another passphrase; the former one opens nothing any more but older copies of this file.

    Raises:
        Refused: the passphrase is too short. StoreError: the file cannot be read or written.
    """
    check_passphrase(passphrase)
    _write(file, _read(file) | {PASSPHRASE: _wrap(key, PASSPHRASE, _of_passphrase(passphrase))})


def renew_recovery_key(file: Path, key: DataKey) -> str:
    """Make another recovery key and return it; the former one opens nothing any more.

    Raises:
        StoreError: the file cannot be read or written.
    """
    recovery = new_recovery_key()
    _write(file, _read(file) | {RECOVERY: _wrap(key, RECOVERY, _of_recovery(recovery))})
    return recovery


def check_passphrase(passphrase: str) -> None:
    """Refuse what is guessed at once.

    Raises:
        Refused: it is too short.
    """
    if len(passphrase) < SHORTEST:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "The passphrase is too short. Use at least {least} letters, or a few words."),
            least=SHORTEST,
        )


def new_recovery_key() -> str:
    """160 random bits as groups of letters and digits."""
    letters = "".join(_ALPHABET[byte % 32] for byte in os.urandom(_LETTERS))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def copy_key_file(file: Path, folder: Path) -> None:
    """Put the key file beside backups, where it is needed to open them.

    Raises:
        OSError: it cannot be written.
    """
    content = file.read_bytes()
    target = folder / KEY_FILE
    if not target.exists() or target.read_bytes() != content:
        _replace(target, content)


def _of_passphrase(passphrase: str) -> bytes:
    # One passphrase, however the keyboard composes its letters.
    return composed(passphrase).encode()


def _of_recovery(recovery: str) -> bytes:
    return "".join(letter for letter in recovery.upper() if letter.isalnum()).encode()


def _wrap(key: DataKey, kind: str, secret: bytes) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derive(secret, salt, _COST)).encrypt(nonce, key.secret, _BOUND + kind.encode())
    return {"kdf": "scrypt", **_COST, "salt": _text(salt), "nonce": _text(nonce), "key": _text(sealed)}


def _unwrap(held: dict[str, Any], kind: str, secret: bytes) -> DataKey:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        wrapped = held[kind]
        cost = {name: int(wrapped[name]) for name in _COST}
        if any(cost[name] > _DEAREST * _COST[name] for name in cost):
            raise ValueError  # nobody's key takes minutes to derive
        salt, nonce, sealed = (base64.b64decode(wrapped[name]) for name in ("salt", "nonce", "key"))
        derived = _derive(secret, salt, cost)
        return DataKey(AESGCM(derived).decrypt(nonce, sealed, _BOUND + kind.encode()))
    except InvalidTag:
        sentence = (
            QT_TRANSLATE_NOOP("errors", "This is not the passphrase of this notebook. Try again.")
            if kind == PASSPHRASE
            else QT_TRANSLATE_NOOP("errors", "This is not the recovery key of this notebook. Look at it once more.")
        )
        raise WrongPassphrase(sentence) from None
    except (KeyError, TypeError, ValueError, AssertionError) as error:
        raise _damaged() from error


def _derive(secret: bytes, salt: bytes, cost: dict[str, int]) -> bytes:
    return hashlib.scrypt(secret, salt=salt, n=cost["n"], r=cost["r"], p=cost["p"], maxmem=_MEMORY, dklen=32)


def _read(file: Path) -> dict[str, Any]:
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged() from error
    if not isinstance(held, dict) or held.get("version") != _VERSION:
        raise _damaged()
    return held


def _damaged() -> StoreError:
    return StoreError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The file {file}, without which the passphrase opens nothing, is missing or damaged. Copy it back from the "
            "folder of backups.",
        ),
        file=KEY_FILE,
    )


def _write(file: Path, held: dict[str, Any]) -> None:
    try:
        _replace(file, json.dumps(held, indent=1).encode())
    except OSError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder {folder} cannot be written to. Make it writable, or start with another (--profile).",
            ),
            folder=str(file.parent),
        ) from error


def _replace(file: Path, content: bytes) -> None:
    """Replace a file in one step: a power cut leaves the old one or the new one."""
    temporary = file.with_name(file.name + ".new")
    with temporary.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.replace(temporary, file)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
