"""The system's keyring: Windows' Credential Manager, macOS' Keychain, Secret Service or KWallet on Linux.

What is kept there opens for whoever is logged in at this computer, so that nothing is kept unless she ticks it. Of a
notebook it is the key of the data, not the passphrase, which may open other things of hers too; of workbooks it is the
passphrase that colleagues of one network share. The package is loaded only when it is used: it takes half a second,
and on Linux it may ask her to open her keyring, so that every call here belongs into a thread.
"""

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.model.errors import StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import fold
from tn_desktop.store.keys import DataKey

if TYPE_CHECKING:
    from tn_desktop.store.profile import Profile

SERVICE: Final = "TN Desktop"
_SALT: Final = 16
_UNSAFE: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Backends that keep nothing, or keep it readable."""

log = logging.getLogger(__name__)


class NoKeychain(StoreError):
    """This computer has no keyring, or it did not open."""


def remember_notebook(profile: "Profile") -> None:
    """Keep the key of an unlocked notebook.

    Raises:
        NoKeychain: there is none, or it refused.
    """
    assert profile.key is not None
    _put(_notebook(profile.database), profile.key.secret.hex())


def recall_notebook(profile: "Profile") -> DataKey | None:
    """The key of a notebook, if it was kept and is one.

    Raises:
        NoKeychain: there is none, or it refused.
    """
    held = _get(_notebook(profile.database))
    try:
        return DataKey(bytes.fromhex(held)) if held and len(held) == 96 else None
    except ValueError:
        return None


def forget_notebook(profile: "Profile") -> None:
    """Keep it no longer.

    Raises:
        NoKeychain: there is none, or it refused.
    """
    _drop(_notebook(profile.database))


def remember_workbooks(network: str, passphrase: str) -> None:
    """Keep the passphrase of a network's workbooks; "" forgets it.

    Raises:
        NoKeychain: there is none, or it refused.
    """
    if passphrase:
        _put(_workbooks(network), passphrase)
    else:
        _drop(_workbooks(network))


def recall_workbooks(network: str) -> str:
    """The passphrase of a network's workbooks; "" where none is kept.

    Raises:
        NoKeychain: there is none, or it refused.
    """
    return _get(_workbooks(network)) or ""


def _notebook(database: Path) -> str:
    """A notebook by what its file begins with, which is random and stays, wherever it is moved to."""
    with database.open("rb") as opened:
        return f"notebook {opened.read(_SALT).hex()}"


def _workbooks(network: str) -> str:
    return f"workbooks {hashlib.sha256(fold(network).encode()).hexdigest()[:16]}"


def _put(name: str, secret: str) -> None:
    _call("set_password", name, secret)


def _get(name: str) -> str | None:
    held = _call("get_password", name)
    return held if isinstance(held, str) else None


def _drop(name: str) -> None:
    if _get(name) is not None:
        _call("delete_password", name)


def _call(function: str, name: str, *more: str) -> Any:
    try:
        import keyring

        backend = keyring.get_keyring()
        if type(backend).__module__.startswith(_UNSAFE) or backend.priority <= 0:
            raise _none()
        return getattr(backend, function)(SERVICE, name, *more)
    except StoreError:
        raise
    # Backends raise what the system below them raises: D-Bus, Windows, Keychain, each its own kind.
    except Exception as error:  # noqa: BLE001
        log.info("the keyring refused: %s", type(error).__name__)
        raise _none() from None


def _none() -> NoKeychain:
    return NoKeychain(
        QT_TRANSLATE_NOOP(
            "errors", "This computer's keyring cannot be used, so nothing was remembered or read there. All else works."
        )
    )
