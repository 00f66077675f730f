"""The preview of a document without choices: its pages, and the buttons that print it or save it as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.dialogs.print_preview import ask_pdf, ask_printer
from tn_desktop.gui.export_noting import Leaving, note_leaving
from tn_desktop.gui.file_names import documents, with_ending
from tn_desktop.gui.forms.document_preview import Ui_DocumentPreview
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError
from tn_desktop.services.export_log import PRINT
from tn_desktop.sheets.document import PagedDocument, file_name, save_pdf

SIZE = (720, 700)


class DocumentPreview(QDialog):
    """Enter or Ctrl+P prints, Ctrl+S saves, Esc closes. Whatever leaves it is written into the log of exports.

    Attributes:
        ask_printer, ask_pdf: the system's dialogs, replaced in tests.

    Signals:
        left(str): it was printed (services/export_log.PRINT) or saved under that name.
    """

    left = Signal(str)

    def __init__(
        self, context: Context, document: PagedDocument, title: str, leaving: Leaving, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._leaving = context, leaving
        self.ask_printer: Callable[[QPrinter, int, QWidget], bool] = ask_printer
        self.ask_pdf: Callable[[str, str, QWidget], str] = ask_pdf
        self._document = document
        self.ui = Ui_DocumentPreview()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        roomy(self)
        self.ui.message.hide()
        self.ui.recipient.set_up(context)
        self.ui.recipientLabel.setVisible(leaving.asks)
        self.ui.recipient.setVisible(leaving.asks)
        self.ui.pages.show_document(document)
        self.ui.print_button.clicked.connect(self.print_pages)
        self.ui.save_button.clicked.connect(self.save)
        self.ui.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_pages)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._document.title)
        printer.setPageLayout(self._document.page_layout(0))
        if not self.ask_printer(printer, self._document.page_count, self):
            return
        try:
            self._document.paint(printer)
        except AppError as error:
            self._tell(f"⚠ {sentence(error)}")
        else:
            self._tell(self.tr("Sent to the printer."))
            self._leave(PRINT)

    def save(self) -> None:
        """Ask for a name and write the PDF."""
        suggested = Path(documents()) / f"{file_name(self._document.title)}.pdf"
        typed = self.ask_pdf(str(suggested), self.tr("Save as PDF"), self)
        if not typed:
            return
        path = with_ending(typed, ".pdf")
        try:
            save_pdf(self._document, path)
        except AppError as error:
            self._tell(f"⚠ {sentence(error)}")
        else:
            self._tell(self.tr("Saved: {file}").format(file=path.name))
            self._leave(path.name)

    def _leave(self, name: str) -> None:
        asks = self._leaving.asks
        if asks:
            self.ui.recipient.remember()
        note_leaving(self._context, name, self._leaving, self.ui.recipient.given if asks else "")
        self.left.emit(name)

    def _tell(self, text: str) -> None:
        self.ui.message.setText(text)
        self.ui.message.show()
