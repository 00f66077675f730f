"""A passphrase on a workbook: Excel's own encryption, so that any spreadsheet program can open the file with it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from tn_desktop.model.text import composed


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
    OOXMLFile(plain).encrypt(composed(passphrase), file)
