"""A file that appears whole or not at all: written under a temporary name beside it, then moved into its place."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from tn_desktop.model.errors import AppError, FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP


class Formats(NamedTuple):
    """What a file may be: how its name ends, without the dot, and what is said of any other name."""

    endings: tuple[str, ...]
    refusal: str


TABLES: Final = Formats(
    ("xlsx", "ods", "csv"), QT_TRANSLATE_NOOP("errors", "“{file}”: choose a name that ends in .xlsx, .ods or .csv.")
)
"""Lists for people."""
DOCUMENTS: Final = Formats(
    ("xlsx", "pdf"), QT_TRANSLATE_NOOP("errors", "“{file}”: choose a name that ends in .xlsx or .pdf.")
)
"""What is read as well as reckoned with."""
PRINTS: Final = Formats(("pdf",), QT_TRANSLATE_NOOP("errors", "“{file}”: choose a name that ends in .pdf."))
WORKBOOKS: Final = Formats(("xlsx",), QT_TRANSLATE_NOOP("errors", "“{file}”: a sync workbook's name ends in .xlsx."))
"""What the exchange sends."""

_FULL: Final = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_FOLDER: Final = QT_TRANSLATE_NOOP("errors", "The folder “{folder}” does not exist. Choose another folder.")
_READ_ONLY: Final = QT_TRANSLATE_NOOP("errors", "The folder “{folder}” cannot be written to. Choose another folder.")
_IN_USE: Final = QT_TRANSLATE_NOOP(
    "errors", "“{file}” is open in another program or write-protected. Close it there, or choose another name."
)
_DISK_FULL: Final = QT_TRANSLATE_NOOP(
    "errors", "The disk of “{folder}” is full. Make room or choose another disk; nothing was left behind."
)
_IS_FOLDER: Final = QT_TRANSLATE_NOOP("errors", "“{file}” is a folder. Choose a name for the file.")
_BAD_NAME: Final = QT_TRANSLATE_NOOP("errors", "“{file}” cannot be the name of a file here. Choose another name.")
_FAILED: Final = QT_TRANSLATE_NOOP("errors", "“{file}” could not be written ({reason}). Choose another folder or name.")


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write; on leaving normally it is on disk under `path`, otherwise nothing is left of it.

    Raises:
        FileRefused: with a sentence for what a user can meet: no such folder, read-only, file open in Excel, disk full.
    """
    path = Path(path)
    temporary = path.with_name(f"~{secrets.token_hex(6)}.tmp")
    try:
        _check_replaceable(path)
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _move(temporary, path)
    except AppError:
        _discard(temporary)
        raise
    except OSError as error:
        _discard(temporary)
        raise _refusal(error, path) from error
    except BaseException:
        _discard(temporary)
        raise


def _check_replaceable(path: Path) -> None:
    # Found out before minutes of work: Excel on Windows keeps the file it shows from being replaced.
    if path.is_dir():
        raise FileRefused(_IS_FOLDER, file=path.name)
    if path.exists():
        try:
            with path.open("r+b"):
                pass
        except PermissionError as error:
            raise FileRefused(_IN_USE, file=path.name) from error


def _move(temporary: Path, path: Path) -> None:
    try:
        os.replace(temporary, path)
    except PermissionError as error:
        raise FileRefused(_IN_USE, file=path.name) from error


def _discard(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        # The folder vanished or became read-only; the first failure is the one to tell.
        return


def _refusal(error: OSError, path: Path) -> FileRefused:
    folder = str(path.parent)
    if error.errno in _FULL:
        return FileRefused(_DISK_FULL, folder=folder)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileRefused(_NO_FOLDER, folder=folder)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FileRefused(_READ_ONLY, folder=folder)
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return FileRefused(_BAD_NAME, file=path.name)
    return FileRefused(_FAILED, file=path.name, reason=error.strerror or type(error).__name__)


def file_kind(path: Path, formats: Formats = TABLES) -> str:
    """The format that a file's ending asks for.

    Raises:
        FileRefused: it is none of those.
    """
    kind = Path(path).suffix.lower().removeprefix(".")
    if kind not in formats.endings:
        raise FileRefused(formats.refusal, file=Path(path).name)
    return kind
