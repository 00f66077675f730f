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
    }
    if kind in said:
        return said[kind]
    return translate("entities", ENTITIES[kind].title) if kind in ENTITIES else kind


def name_word(name: str) -> str:
    """The file's name, or that it was paper."""
    return QCoreApplication.translate("ExportWords", "on paper") if name == export_log.PRINT else name


def moment_of(at: str) -> str:
    """Local ISO time as 14.03.2026 13:00."""
    return f"{at[8:10]}.{at[5:7]}.{at[:4]} {at[11:16]}".strip() if len(at) >= 10 else at
