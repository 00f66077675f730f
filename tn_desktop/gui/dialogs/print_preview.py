"""The print preview: the real pages on the left, beside them what changes them, shown at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QWidget

from tn_desktop.gui.context import sentence
from tn_desktop.gui.export_words import recipient_word
from tn_desktop.gui.file_names import with_ending
from tn_desktop.gui.forms.print_preview import Ui_PrintPreview
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import Translate
from tn_desktop.services.export_log import ITSELF, PRINT
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.sheets.document import file_name, save_pdf
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.options import Language, SheetOptions
from tn_desktop.sheets.session_sheet import SheetDocument

NOTICE_LIMIT = 400
SESSIONS_SHOWN = 6
SESSION_HEIGHT = 26
Sheets = tuple[SessionSheet, ...]
Failed = Callable[[AppError], None]


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """A session that can be printed: its local id and how the list names it."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class PreviewChoices:
    """What is remembered. together: several sessions share one list rather than having one each."""

    options: SheetOptions = field(default_factory=SheetOptions)
    together: bool = True


def run_at_once(_owner: QObject, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> None:
    """Do the work right here."""
    try:
        result = work()
    except AppError as error:
        failed(error)
    else:
        done(result)


def ask_printer(printer: QPrinter, pages: int, parent: QWidget) -> bool:
    """The system's print dialog."""
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return bool(dialog.exec() == QDialog.DialogCode.Accepted)


def ask_pdf(suggested: str, title: str, parent: QWidget) -> str:
    """The system's dialog for the name of a PDF file; "" when it was left."""
    return QFileDialog.getSaveFileName(parent, title, suggested, "PDF (*.pdf)")[0]


def ask_logo(title: str, parent: QWidget) -> str:
    """The system's dialog for a picture; "" when it was left."""
    return QFileDialog.getOpenFileName(parent, title, "", "PNG, JPEG (*.png *.jpg *.jpeg)")[0]


@dataclass
class PreviewParts:
    """What the dialog is given instead of a database and system dialogs.

    Attributes:
        load: (owner, session ids, together, done, failed): reads the sheets and hands them to `done`, unless the
            owner was deleted meanwhile.
        remember: keeps the choices for the next time.
        run: (owner, work, done, failed): does work that takes long, off the event loop.
        folder: where PDF files are offered to be saved.
        left: (file's name or PRINT, people on it, with contact details, who is given it): sheets were printed or saved.
    """

    load: Callable[[QObject, tuple[int, ...], bool, Callable[[Sheets], None], Failed], None]
    remember: Callable[[PreviewChoices], None]
    run: Callable[[QObject, Callable[[], Any], Callable[[Any], None], Failed], None] = run_at_once
    folder: str = ""
    left: Callable[[str, int, bool, str], None] = lambda _name, _people, _contacts, _recipient: None
    translate_for: Callable[[Language], Translate] = sheet_translate
    ask_printer: Callable[[QPrinter, int, QWidget], bool] = ask_printer
    ask_pdf: Callable[[str, str, QWidget], str] = ask_pdf
    ask_logo: Callable[[str, QWidget], str] = ask_logo


class PrintPreview(QDialog):
    """Shows session sheets as they will be printed, prints them or saves them as PDF.

    Phone and e-mail begin unchecked each time, since the sheet goes round the room. Enter or Ctrl+P prints, Ctrl+S
    saves, Esc closes.

    Attributes:
        document: what is shown, None until it was read or while no session is chosen.
    """

    def __init__(
        self,
        sessions: Sequence[SessionChoice],
        chosen: Sequence[int],
        choices: PreviewChoices,
        parts: PreviewParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_PrintPreview()
        self.ui.setupUi(self)
        roomy(self)
        self.document: SheetDocument | None = None
        self._parts = parts
        self._sheets: Sheets = ()
        self._logo = choices.options.logo
        self._typing = QTimer(self, singleShot=True, interval=250)
        self._typing.timeout.connect(self._show_changed)
        self._fill(sessions, set(chosen), choices)
        self._connect()
        self._show_hints()
        self.ui.pages.setFocus()
        self._read()

    def options(self) -> SheetOptions:
        """The sheet as it is chosen now."""
        ui = self.ui
        return SheetOptions(
            language=ui.language.currentData(),
            institution=ui.institution.isChecked(),
            subject=ui.subject.isChecked(),
            phone=ui.phone.isChecked(),
            email=ui.email.isChecked(),
            blank_rows=ui.blank_rows.value(),
            logo=self._logo,
            privacy_notice=" ".join(ui.notice.toPlainText().split())[:NOTICE_LIMIT],
            orientation=ui.orientation.currentData(),
            agenda=ui.agenda.isChecked(),
            consents=ui.consents.isChecked(),
            funder_id=ui.funder_id.isChecked(),
        )

    def chosen_sessions(self) -> tuple[int, ...]:
        """Ids of the checked sessions, in their order."""
        items = [self.ui.sessions.item(row) for row in range(self.ui.sessions.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def print_sheets(self) -> None:
        """Ask for a printer and print."""
        if self.document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.document.title)
        printer.setCreator("TN Desktop")
        printer.setPageLayout(self.document.page_layout(0))
        if not self._parts.ask_printer(printer, self.document.page_count, self):
            return
        first, last = 0, None
        if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
            first, last = printer.fromPage() - 1, max(printer.fromPage(), printer.toPage()) - 1
        try:
            self.document.paint(printer, first, last)
        except AppError as error:
            self._tell_error(error)
        else:
            self._tell(self.tr("Sent to the printer."))
            self._note(PRINT)

    def save_pdf(self) -> None:
        """Ask for a name and write the PDF."""
        document = self.document
        if document is None:
            return
        suggested = Path(self._parts.folder) / f"{file_name(document.title)}.pdf"
        typed = self._parts.ask_pdf(str(suggested), self.tr("Save as PDF"), self)
        if not typed:
            return
        path = with_ending(typed, ".pdf")
        self._parts.folder = str(path.parent)
        self.ui.save_button.setEnabled(False)
        self._parts.run(self, lambda: save_pdf(document, path), lambda _: self._saved(path), self._not_saved)

    def _fill(self, sessions: Sequence[SessionChoice], chosen: set[int], choices: PreviewChoices) -> None:
        ui, options = self.ui, choices.options
        for session in sessions:
            item = QListWidgetItem(session.text, ui.sessions)
            item.setData(Qt.ItemDataRole.UserRole, session.id)
            item.setSizeHint(QSize(0, SESSION_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if session.id in chosen else Qt.CheckState.Unchecked)
        if sessions:
            ui.sessions.setCurrentRow(0)
            rows = min(len(sessions), SESSIONS_SHOWN)
            ui.sessions.setFixedHeight(rows * ui.sessions.sizeHintForRow(0) + 2 * ui.sessions.frameWidth() + 2)
        ui.sessions_box.setVisible(len(sessions) > 1)
        for value, text in (("tr", "Türkçe"), ("en", "English")):
            ui.language.addItem(text, value)
        for value, text in (
            ("auto", self.tr("As it fits")),
            ("portrait", self.tr("Portrait")),
            ("landscape", self.tr("Landscape")),
        ):
            ui.orientation.addItem(text, value)
        ui.language.setCurrentIndex(ui.language.findData(options.language))
        ui.orientation.setCurrentIndex(ui.orientation.findData(options.orientation))
        ui.together.setChecked(choices.together)
        ui.institution.setChecked(options.institution)
        ui.subject.setChecked(options.subject)
        ui.agenda.setChecked(options.agenda)
        ui.consents.setChecked(options.consents)
        ui.funder_id.setChecked(options.funder_id)
        ui.blank_rows.setValue(options.blank_rows)
        ui.notice.setPlainText(options.privacy_notice)
        # Not the last one: the next sheet is signed in its session again.
        ui.recipient.begin_with(recipient_word(ITSELF))

    def _connect(self) -> None:
        ui = self.ui
        ui.sessions.itemChanged.connect(self._read)
        ui.together.toggled.connect(self._read)
        ui.all_sessions.clicked.connect(self._choose_all)
        for box in (ui.institution, ui.subject, ui.phone, ui.email, ui.agenda, ui.consents, ui.funder_id):
            box.toggled.connect(self._show_changed)
        ui.blank_rows.valueChanged.connect(self._show_changed)
        ui.orientation.currentIndexChanged.connect(self._show_changed)
        ui.language.currentIndexChanged.connect(self._show_changed)
        ui.notice.textChanged.connect(self._typing.start)
        ui.choose_logo.clicked.connect(self._choose_logo)
        ui.remove_logo.clicked.connect(lambda: self._set_logo(""))
        ui.smaller.clicked.connect(ui.pages.zoom_out)
        ui.fit.clicked.connect(ui.pages.fit)
        ui.larger.clicked.connect(ui.pages.zoom_in)
        ui.pages.page_changed.connect(self._show_count)
        ui.print_button.clicked.connect(self.print_sheets)
        ui.save_button.clicked.connect(self.save_pdf)
        ui.close_button.clicked.connect(self.reject)
        ui.message.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_sheets)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_pdf)

    def _choose_all(self) -> None:
        with QSignalBlocker(self.ui.sessions):
            for row in range(self.ui.sessions.count()):
                self.ui.sessions.item(row).setCheckState(Qt.CheckState.Checked)
        self._read()

    def _choose_logo(self) -> None:
        path = self._parts.ask_logo(self.tr("Choose a logo"), self)
        if path:
            self._set_logo(path)

    def _set_logo(self, path: str) -> None:
        self._logo = path
        self._show_changed()

    def _read(self) -> None:
        """Read the chosen sessions' lists; nothing can be printed until they are there."""
        ids = self.chosen_sessions()
        self._tell("")
        self.ui.together.setEnabled(len(ids) > 1)
        self.ui.all_sessions.setEnabled(len(ids) < self.ui.sessions.count())
        if not ids:
            self._show(())
            return
        together = self.ui.together.isChecked()
        # An answer that comes after the choice was changed again is dropped.
        self._parts.load(
            self,
            ids,
            together,
            lambda sheets: self._show(sheets) if self._wanted(ids, together) else None,
            lambda error: self._unreadable(error) if self._wanted(ids, together) else None,
        )

    def _wanted(self, ids: tuple[int, ...], together: bool) -> bool:
        return ids == self.chosen_sessions() and together == self.ui.together.isChecked()

    def _unreadable(self, error: AppError) -> None:
        self._show(())
        self._tell_error(error)

    def _show(self, sheets: Sheets) -> None:
        self._sheets = sheets
        planned = any(sheet.agendas for sheet in sheets)
        self.ui.agenda.setEnabled(planned)
        self.ui.agenda.setToolTip("" if planned else self.tr("None of these sessions has an agenda yet"))
        self._compose()

    def _show_changed(self) -> None:
        """A choice was changed: show it at once and remember it."""
        self._typing.stop()
        self._tell("")
        self._show_hints()
        self._compose()

    def _compose(self) -> None:
        options = self.options()
        translate = self._parts.translate_for(options.language)
        self.document = None
        if self._sheets:
            try:
                self.document = SheetDocument(self._sheets, options, translate)
            except AppError as error:
                self._tell_error(error)
                self.document = SheetDocument(self._sheets, replace(options, logo=""), translate)
        for button in (self.ui.print_button, self.ui.save_button):
            button.setEnabled(self.document is not None)
        nothing = self.tr("Choose a session to print.") if not self.chosen_sessions() else ""
        self.ui.pages.show_document(self.document, nothing)
        self.ui.notice.setPlaceholderText(SheetDocument.built_in_notice(translate))
        self._show_count()

    def _show_hints(self) -> None:
        ui = self.ui
        ui.contact_hint.setVisible(ui.phone.isChecked() or ui.email.isChecked())
        ui.remove_logo.setEnabled(bool(self._logo))
        ui.choose_logo.setToolTip(self._logo)

    def _show_count(self) -> None:
        if self.document is None:
            self.ui.count.setText("")
            return
        page = min(self.ui.pages.current_page, self.document.page_count - 1)
        width, height = self.document.page_size(page)
        text = (
            self.tr("Page {page} of {pages} · A4 landscape")
            if width > height
            else self.tr("Page {page} of {pages} · A4 portrait")
        )
        told = text.format(page=page + 1, pages=self.document.page_count)
        named = self.tr("%n person(s) named", "", self._people)
        self.ui.count.setText(f"{told} · {named}")

    def _saved(self, path: Path) -> None:
        self.ui.save_button.setEnabled(self.document is not None)
        link = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self._note(path.name)
        name = path.name.replace("&", "&amp;").replace("<", "&lt;")
        self._tell(self.tr("Saved: {file}").format(file=f'<a href="{link}">{name}</a>'))

    def _note(self, name: str) -> None:
        """Say that the sheets left the program, how many people are on them, and who is given them."""
        options = self.options()
        given = self.ui.recipient.given
        recipient = ITSELF if given in ("", recipient_word(ITSELF)) else given
        self._parts.left(name, self._people, options.phone or options.email, recipient)

    @property
    def _people(self) -> int:
        return max((len(sheet.people) for sheet in self._sheets), default=0)

    def _not_saved(self, error: AppError) -> None:
        self.ui.save_button.setEnabled(self.document is not None)
        self._tell_error(error)

    def _tell(self, text: str) -> None:
        self.ui.message.setTextFormat(Qt.TextFormat.RichText if "<a " in text else Qt.TextFormat.PlainText)
        self.ui.message.setText(text)
        self.ui.message.setVisible(bool(text))

    def _tell_error(self, error: AppError) -> None:
        self._tell(f"⚠ {sentence(error)}")

    def done(self, result: int) -> None:
        """Remember the choices, but for the columns that show how to reach people."""
        options = replace(self.options(), phone=False, email=False)
        self._parts.remember(PreviewChoices(options, self.ui.together.isChecked()))
        super().done(result)
