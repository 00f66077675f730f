"""A keyring in memory: a whole backend of the keyring package, and one that is locked."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.errors
from keyring.backend import KeyringBackend


class MemoryKeyring(KeyringBackend):
    """Keeps secrets as long as it lives.

    Attributes:
        held: (service, name) -> secret.
    """

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The secret."""
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        if (service, username) not in self.held:
            raise keyring.errors.PasswordDeleteError(username)
        del self.held[service, username]


class LockedKeyring(MemoryKeyring):
    """She did not open it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise keyring.errors.KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuse."""
        raise keyring.errors.KeyringLocked("locked")


@contextmanager
def using(backend: KeyringBackend) -> Iterator[None]:
    """Make it this computer's keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
