"""The impact report from the Organisation pane: its days chosen, then a preview to print, or a workbook."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from tn_desktop.exchange.export.impact import write_impact
from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.export_noting import Leaving, note_leaving
from tn_desktop.gui.file_names import documents, with_ending
from tn_desktop.model.errors import AppError
from tn_desktop.services import export_log
from tn_desktop.services.impact import ImpactReport, Period, impact_report
from tn_desktop.sheets.document import file_name
from tn_desktop.sheets.impact_document import ImpactDocument
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.options import Language


class ReportMenu(QObject):
    """The menu of a button; Ctrl+P opens it.

    Attributes:
        menu: the choices.
        preview: the dialog opened last, if any.
        ask_file: the system's dialog for a name, replaced in tests.
    """

    def __init__(self, context: Context, button: QPushButton, pane: QWidget) -> None:
        super().__init__(pane)
        self._context, self._pane, self._button = context, pane, button
        self.preview: DocumentPreview | None = None
        self.ask_file: Callable[[str], str] = self._ask_file
        self.menu = QMenu(button)
        self.menu.aboutToShow.connect(self._fill)
        button.setMenu(self.menu)
        QShortcut(QKeySequence("Ctrl+P"), pane, button.showMenu)

    def _fill(self) -> None:
        self.menu.clear()
        for text, period in self._periods():
            self.menu.addAction(text).triggered.connect(partial(self._read, period, self._show))
        self.menu.addSeparator()
        for text, period in self._periods():
            words = self.tr("{days}, as a workbook …").format(days=text.replace("&", ""))
            self.menu.addAction(words).triggered.connect(partial(self._read, period, self._write))

    def _periods(self) -> tuple[tuple[str, Period], ...]:
        this = self._context.now().date().year
        return (
            (self.tr("&This year"), _year(this)),
            (self.tr("&Last year"), _year(this - 1)),
            (self.tr("&All years"), Period()),
        )

    @property
    def _language(self) -> Language:
        return "en" if self._context.language == "en" else "tr"

    def _read(self, period: Period, then: Callable[[ImpactReport, Leaving], None], _checked: bool = False) -> None:
        """Count behind the window, then show or write it."""
        self._button.setEnabled(False)
        translate, now = sheet_translate(self._language), self._context.now()
        scope = f"from={period.first} to={period.last}" if period.first else ""
        leaving = Leaving(export_log.IMPACT, scope=scope, asks=True)

        def done(report: ImpactReport) -> None:
            self._button.setEnabled(True)
            then(report, leaving)

        def failed(error: AppError) -> None:
            self._button.setEnabled(True)
            self._tell(f"⚠ {sentence(error)}")

        self._context.tasks.read(
            lambda connection: impact_report(connection, period, translate, now), done, failed, owner=self._pane
        )

    def _show(self, report: ImpactReport, leaving: Leaving) -> None:
        document = ImpactDocument(report, sheet_translate(self._language))
        self.preview = DocumentPreview(self._context, document, document.title, leaving, self._pane.window())
        self.preview.open()

    def _write(self, report: ImpactReport, leaving: Leaving) -> None:
        title = self.tr("Impact report – {days}").format(days=report.period)
        typed = self.ask_file(str(Path(documents()) / f"{file_name(title)}.xlsx"))
        if not typed:
            return
        path = with_ending(typed, ".xlsx")
        try:
            write_impact(report, path, sheet_translate(self._language))
        except AppError as error:
            self._tell(f"⚠ {sentence(error)}")
            return
        note_leaving(self._context, path.name, leaving)
        self._tell(self.tr("Saved: {file}").format(file=path.name))

    def _tell(self, text: str) -> None:
        self._context.navigator.told.emit(text)

    def _ask_file(self, suggested: str) -> str:
        title, kinds = self.tr("Save the report"), self.tr("Excel workbooks (*.xlsx)")
        chosen: Any = QFileDialog.getSaveFileName(self._pane, title, suggested, kinds)
        return str(chosen[0])


def _year(year: int) -> Period:
    return Period(date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat())
