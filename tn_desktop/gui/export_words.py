"""How a line of the log of exports is shown."""

from PySide6.QtCore import QCoreApplication

from tn_desktop.gui.context import translate
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import export_log


def kind_word(kind: str) -> str:
    """What it held."""
    said = {
        export_log.SHEET: QCoreApplication.translate("ExportWords", "Sign-in sheet"),
        export_log.SLIP: QCoreApplication.translate("ExportWords", "Consent slip"),
        export_log.SYNC: QCoreApplication.translate("ExportWords", "Workbook for the exchange"),
        export_log.SUBJECT: QCoreApplication.translate("ExportWords", "Everything about one person"),
        export_log.REMINDER: QCoreApplication.translate("ExportWords", "Reminder for those who did not come"),
        export_log.LEFT_OUT: QCoreApplication.translate("ExportWords", "Rows that an import left out"),
        export_log.CARD: QCoreApplication.translate("ExportWords", "Card of an engagement tool"),
        export_log.DESTRUCTIONS: QCoreApplication.translate("ExportWords", "Destruction log"),
        export_log.FILE: QCoreApplication.translate("ExportWords", "File of an output"),
        export_log.BACKUP: QCoreApplication.translate("ExportWords", "Copy of all data"),
        export_log.PORTABLE: QCoreApplication.translate("ExportWords", "Notebook on a stick"),
        export_log.IMPACT: QCoreApplication.translate("ExportWords", "Impact report"),
    }
    if kind in said:
        return said[kind]
    return translate("entities", ENTITIES[kind].title) if kind in ENTITIES else kind


def name_word(name: str) -> str:
    """The file's name, or that it was paper, or was copied."""
    said = {
        export_log.PRINT: QCoreApplication.translate("ExportWords", "on paper"),
        export_log.CLIPBOARD: QCoreApplication.translate("ExportWords", "on the clipboard"),
    }
    return said.get(name, name)


def recipient_word(recipient: str) -> str:
    """Who was given it, or that the sheet was for its session alone."""
    itself = QCoreApplication.translate("ExportWords", "the session itself")
    return {export_log.ITSELF: itself, "": "–"}.get(recipient, recipient)


def moment_of(at: str) -> str:
    """Local ISO time as 14.03.2026 13:00."""
    return f"{at[8:10]}.{at[5:7]}.{at[:4]} {at[11:16]}".strip() if len(at) >= 10 else at
