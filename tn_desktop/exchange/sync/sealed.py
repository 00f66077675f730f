"""A content on its way beside a workbook, encrypted with the workbook's passphrase.

The format: a mark, 16 bytes of salt and 16 of a number of its own, then the content in pieces of 256 kB, each
encrypted by AES-256-GCM. Its key comes from the passphrase by scrypt (RFC 7914) and from the number, so that no two
files share one; a piece's nonce is its number, and says whether it is the last, so that pieces that were left out,
swapped or cut off are noticed (the construction STREAM of Hoang, Reyhanitabar, Rogaway and Vizár). Neither name nor
digest of the content stands in it.
"""

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tn_desktop.exchange.reading.encrypted import NEEDED, WRONG
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import composed
from tn_desktop.store.file_store import PIECE, SHORT

MARK: Final = b"TN file 1\n"
_SALT, _TAG = 16, 16
HEAD: Final = len(MARK) + 2 * _SALT
_COST: Final = {"n": 2**15, "r": 8, "p": 1}
"""What a guess costs: a tenth of a second and 32 MB on a laptop of 2020."""
_NAMING: Final = b"tn-desktop name "
"""The salt of names: they have to be the same on every laptop that has the passphrase."""
_DAMAGED: Final = QT_TRANSLATE_NOOP("errors", "“{file}” did not come whole. Ask for it again.")


class Secret:
    """What a passphrase opens; "" is none, and contents travel as they are."""

    def __init__(self, passphrase: str) -> None:
        self._passphrase = composed(passphrase).encode()
        self._keys: dict[bytes, bytes] = {}
        self._salt = os.urandom(_SALT)

    def __bool__(self) -> bool:
        return bool(self._passphrase)

    def name_of(self, digest: str) -> str:
        """Under which name a content travels: its digest, or what the passphrase makes of that and nobody else can."""
        if not self:
            return digest[:SHORT]
        return hmac.new(self._key(_NAMING), digest[:SHORT].encode(), "sha256").hexdigest()[:SHORT]

    def size_of(self, size: int) -> int:
        """How many bytes a content of `size` bytes has on its way."""
        return size + (HEAD + _TAG * max(1, -(-size // PIECE)) if self else 0)

    def seal(self, content: Iterable[bytes]) -> Iterator[bytes]:
        """A content, in pieces of `PIECE` bytes, as it travels."""
        if not self:
            yield from content
            return
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        number = os.urandom(_SALT)
        head = MARK + self._salt + number
        cipher = AESGCM(self._of(self._salt, number))
        yield head
        count, waiting = 0, b""
        for piece in content:
            if count or waiting:
                yield cipher.encrypt(_nonce(count, last=False), waiting, head)
                count += 1
            waiting = piece
        yield cipher.encrypt(_nonce(count, last=True), waiting, head)

    def unseal(self, file: Path) -> Iterator[bytes]:
        """The content of a file that travelled.

        Raises:
            PasswordNeeded: there is no passphrase, or it is another. FileRefused: it is not whole.
            OSError: it cannot be read.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        with file.open("rb") as opened:
            head = opened.read(HEAD)
            if len(head) < HEAD or not head.startswith(MARK):
                raise FileRefused(_DAMAGED, file=file.name)
            if not self:
                raise PasswordNeeded(NEEDED)
            salt, number = head[len(MARK) : -_SALT], head[-_SALT:]
            cipher = AESGCM(self._of(salt, number))
            count, block = 0, opened.read(PIECE + _TAG)
            while True:
                following = opened.read(PIECE + _TAG)
                try:
                    yield cipher.decrypt(_nonce(count, last=not following), block, head)
                except InvalidTag:
                    # The first piece of a whole file is opened by its passphrase alone.
                    raise (PasswordNeeded(WRONG) if count == 0 else FileRefused(_DAMAGED, file=file.name)) from None
                if not following:
                    return
                count, block = count + 1, following

    def _of(self, salt: bytes, number: bytes) -> bytes:
        return hmac.new(self._key(salt), number, "sha256").digest()

    def _key(self, salt: bytes) -> bytes:
        if salt not in self._keys:
            self._keys[salt] = hashlib.scrypt(self._passphrase, salt=salt, maxmem=2**26, dklen=32, **_COST)
        return self._keys[salt]


def is_sealed(file: Path) -> bool:
    """Whether a file begins as one that travelled encrypted.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        return opened.read(len(MARK)) == MARK


def _nonce(count: int, *, last: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([last])
