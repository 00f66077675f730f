"""The commands that need Qt: it is loaded for them alone."""

import os
from collections.abc import Sequence
from pathlib import Path

from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.store.profile import Profile


def paint_sheet(content: Sequence[SessionSheet], target: Path, speech: Speech, *, agenda: bool = False) -> int:
    """Write sheets as one PDF in the language of `speech`, and return the number of pages.

    Raises:
        FileRefused: it cannot be written there.
    """
    # There may be no screen, and none is needed.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "*=false")
    from PySide6.QtGui import QGuiApplication

    from tn_desktop.sheets.options import SheetOptions
    from tn_desktop.sheets.session_sheet import write_pdf

    application = QGuiApplication.instance() or QGuiApplication(["tn-desktop"])
    try:
        options = SheetOptions(language="tr" if speech.language == "tr" else "en", agenda=agenda)
        return write_pdf(content, target, options, speech.translate)
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
