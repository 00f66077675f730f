"""Password-protected workbooks: Excel's own encryption, old and new. Runs in the child process."""

import io

from tn_desktop.exchange.reading.preflight import DAMAGED, DOCUMENT, NOT_A_LIST
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.text import composed

NEEDED = QT_TRANSLATE_NOOP(
    "errors", "This file is protected by a password, ask the person who sent it for the password."
)
WRONG = QT_TRANSLATE_NOOP("errors", "The password does not open this file, check capital letters and try again.")
ODS_ENCRYPTED = QT_TRANSLATE_NOOP(
    "errors", "This OpenDocument file is protected by a password, open it in LibreOffice and save it as .xlsx."
)

ENDLESS = QT_TRANSLATE_NOOP(
    "errors", "Opening this file would take hours, as no spreadsheet program makes it, so it was not opened."
)
MOST_SPINS = 1_000_000
"""Rounds of hashing a password; Excel takes 100,000, which are a fifth of a second."""

# Excel encrypts with this where only the structure was locked, and opens such files without asking.
_DEFAULT_PASSWORD = "VelvetSweatshop"


def open_ole(data: bytes, password: str | None) -> tuple[str, bytes]:
    """What an OLE file holds: ("xls" or "zip", plain bytes), decrypted where needed.

    Raises:
        PasswordNeeded: no password, or a wrong one.
        FileRefused: damaged, or no workbook.
    """
    import olefile  # type: ignore[import-untyped]

    try:
        ole = olefile.OleFileIO(io.BytesIO(data))
        streams = {"/".join(path).lower() for path in ole.listdir(streams=True, storages=False)}
    except Exception as error:  # olefile raises many kinds for a broken file, all of which mean the same here
        raise FileRefused(DAMAGED) from error
    if "encryptedpackage" in streams:
        return "zip", _decrypt(data, password)
    if "worddocument" in streams:
        raise FileRefused(DOCUMENT)
    if not streams & {"workbook", "book"}:
        raise FileRefused(NOT_A_LIST)
    if "workbook" in streams and _xls_encrypted(data):
        return "xls", _decrypt(data, password)
    return "xls", data


class _InMemory:
    """What a library takes of the module tempfile."""

    TemporaryFile = io.BytesIO


def _xls_encrypted(data: bytes) -> bool:
    from msoffcrypto.format.xls97 import Xls97File

    try:
        return bool(Xls97File(io.BytesIO(data)).is_encrypted())
    # A broken stream: the reader itself will say so.
    except Exception:  # noqa: BLE001
        return False


def _decrypt(data: bytes, password: str | None) -> bytes:
    # As it was given, then as keyboards type the same letters.
    for attempt in dict.fromkeys((password, composed(password or ""), _DEFAULT_PASSWORD)):
        if attempt:
            plain = _try(data, attempt)
            if plain is not None:
                return plain
    raise PasswordNeeded(WRONG if password else NEEDED)


def _refuse_endless(info: object) -> None:
    """The file itself says how often its password is hashed: it may not keep us busy for hours."""
    spins = info.get("spinValue", 0) if isinstance(info, dict) else 0
    if not 0 <= spins <= MOST_SPINS:
        raise FileRefused(ENDLESS)


def _try(data: bytes, password: str) -> bytes | None:
    """The decrypted bytes, or None where the password is wrong."""
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError
    from msoffcrypto.format import xls97

    # It would lay what it has decrypted into the system's temporary folder.
    xls97.tempfile = _InMemory
    out = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        _refuse_endless(getattr(office, "info", None))
        if office.format == "ooxml":
            office.load_key(password=password, verify_password=True)
        else:
            office.load_key(password=password)
    except InvalidKeyError:
        return None
    except FileRefused:
        raise
    except Exception as error:  # malformed headers raise whatever they trip over
        raise FileRefused(DAMAGED) from error
    try:
        if getattr(office, "type", "") == "agile":
            # Without this check a flipped bit goes unnoticed.
            office.decrypt(out, verify_integrity=True)
        else:
            office.decrypt(out)
    except Exception as error:
        raise FileRefused(DAMAGED) from error
    return out.getvalue()
