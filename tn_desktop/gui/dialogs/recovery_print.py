"""The recovery key on paper: one page that says what it is for."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def recovery_page(key: str) -> QTextDocument:
    """The page as a document."""
    title = QCoreApplication.translate("RecoveryPage", "Recovery key of a TN Desktop notebook")
    how = QCoreApplication.translate(
        "RecoveryPage",
        "Whoever has this key and the laptop can read the notebook. Keep this paper apart from the laptop. If the "
        "passphrase is forgotten, choose “Passphrase forgotten?” on the locked page and type the key.",
    )
    made = QCoreApplication.translate("RecoveryPage", "Made on {day}")
    made = made.format(day=f"{datetime.now():%d.%m.%Y}")  # noqa: DTZ005
    document = QTextDocument()
    document.setHtml(
        f"<h1>{title}</h1><p>{how}</p><p style='font-family: monospace; font-size: 18pt'><b>{key}</b></p><p>{made}</p>"
    )
    return document


def print_recovery_key(key: str, parent: QWidget) -> None:
    """Ask for a printer and print the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        recovery_page(key).print_(printer)
