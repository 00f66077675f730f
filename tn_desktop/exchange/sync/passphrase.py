"""A passphrase on a workbook: Excel's own encryption, so that any spreadsheet program can open the file with it."""

import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def encrypted_into(file: BinaryIO, passphrase: str) -> Iterator[BinaryIO]:
    """A file to write a workbook into, which ends encrypted in `file`; without a passphrase `file` itself.

    The plain workbook is kept in memory only, never on the disk.
    """
    if not passphrase:
        yield file
        return
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = io.BytesIO()
    yield plain
    plain.seek(0)
    # As keyboards type it: the same letters may be made of other signs in a file.
    OOXMLFile(plain).encrypt(unicodedata.normalize("NFC", passphrase), file)
