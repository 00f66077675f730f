"""The commands that need Qt: it is loaded for them alone."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tn_desktop.cli.speech import Speech
from tn_desktop.exchange.export.target import PRINTS, file_kind
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services.impact import ImpactReport
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.services.slip_content import SlipContent
from tn_desktop.services.subject_data import SubjectData
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from tn_desktop.sheets.document import PagedDocument


def paint_sheet(
    content: Sequence[SessionSheet], target: Path, speech: Speech, *, agenda: bool = False, consents: bool = False
) -> int:
    """Write sheets as one PDF in the language of `speech`, and return the number of pages.

    Raises:
        FileRefused: it cannot be written there, or is not called like a PDF.
    """
    file_kind(target, PRINTS)
    with _painting():
        from tn_desktop.sheets.options import SheetOptions
        from tn_desktop.sheets.session_sheet import write_pdf

        options = SheetOptions(language=_language(speech), agenda=agenda, consents=consents)
        return write_pdf(content, target, options, speech.translate)


def paint_slip(content: SlipContent, target: Path, speech: Speech) -> int:
    """Write consent slips as one PDF, and return the number of pages.

    Raises:
        FileRefused: it cannot be written there, or is not called like a PDF.
    """
    file_kind(target, PRINTS)
    with _painting():
        from tn_desktop.sheets.consent_slip import SlipDocument

        return _saved(SlipDocument(content, _language(speech), speech.translate), target)


def paint_subject(data: SubjectData, target: Path, speech: Speech) -> int:
    """Write everything about a person as a PDF, and return the number of pages.

    Raises:
        FileRefused: it cannot be written there.
    """
    with _painting():
        from tn_desktop.sheets.subject_sheet import SubjectDocument

        return _saved(SubjectDocument(data, speech.translate), target)


def paint_impact(report: ImpactReport, target: Path, speech: Speech) -> int:
    """Write the impact report as a PDF, and return the number of pages.

    Raises:
        FileRefused: it cannot be written there.
    """
    with _painting():
        from tn_desktop.sheets.impact_document import ImpactDocument

        return _saved(ImpactDocument(report, speech.translate), target)


def _saved(document: "PagedDocument", target: Path) -> int:
    """Write a document, and return the number of its pages."""
    from tn_desktop.sheets.document import save_pdf

    save_pdf(document, target)
    return document.page_count


def _language(speech: Speech) -> Literal["tr", "en"]:
    return "tr" if speech.language == "tr" else "en"


@contextmanager
def _painting() -> Iterator[None]:
    """Qt as far as painting needs it: there may be no screen, and none is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "*=false")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["tn-desktop"])
    try:
        yield
    finally:
        del application


def refuse_beside_window(profile: Profile) -> None:
    """Refuse what cannot be done while a window shows these data.

    Raises:
        Refused: there is such a window.
    """
    from PySide6.QtCore import QLockFile

    if not profile.directory.is_dir():
        return
    lock = QLockFile(str(profile.window_lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "TN Desktop is open with these data. Close its window and try again.")
        )
    lock.unlock()
