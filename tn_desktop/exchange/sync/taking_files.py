"""After the workbooks: files of outputs that were chosen with them, or lie beside them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tn_desktop.exchange.sync import attachments
from tn_desktop.exchange.sync.report import APPLIED, DUPLICATE, REFUSED, FileReport, SyncReport
from tn_desktop.exchange.sync.sealed import Secret
from tn_desktop.model.errors import Cancelled, FileRefused
from tn_desktop.store.database import Database


def is_attachment(file: Path) -> bool:
    """Whether a file that somebody chose is the file of an output rather than a workbook."""
    return file.suffix.lower() == attachments.ENDING


def take_in(
    db: Database,
    report: SyncReport,
    files: Sequence[Path],
    passphrase: str = "",
    rehearse: bool = False,
    progress: Callable[[str, int, int], None] = lambda file, done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> SyncReport:
    """Take in those of the files that are files of outputs, and what lies beside all of them; tell it in the report.

    Raises:
        Cancelled: `cancelled()` became true; what was taken in stays. StoreError: it cannot be kept.
    """
    secret = Secret(passphrase)

    def watch(done: int, of: int) -> None:
        if cancelled():
            raise Cancelled
        progress(attachments.FOLDER, done, of)

    workbooks = len(report.files)
    for file in filter(is_attachment, files):
        watch(0, 0)
        # The record that leads to it may be in a workbook of the same choice, which a rehearsal does not keep.
        untold = rehearse and workbooks
        report.files.append(FileReport(file.name, APPLIED) if untold else _one(db, file, secret, rehearse=rehearse))
    if not rehearse:
        report.beside = attachments.take_beside(db, [file.parent for file in files], secret, progress=watch)
    return report


def _one(db: Database, file: Path, secret: Secret, *, rehearse: bool) -> FileReport:
    try:
        attachments.take_file(db, file, secret, rehearse=rehearse)
    except attachments.There as there:
        return FileReport(file.name, DUPLICATE, there)
    except FileRefused as refusal:
        return FileReport(file.name, REFUSED, refusal)
    return FileReport(file.name, APPLIED)
