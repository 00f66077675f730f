"""What a person was told, what she agreed to, and what she asked: the tab of the law on personal data.

Enter on a line says that she agreed, Enter again that she took it back: both are one key, and one undo.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from tn_desktop.exchange.export.subject import write_subject
from tn_desktop.exchange.export.target import DOCUMENTS, file_kind
from tn_desktop.gui.context import EVIDENCE, Context, translate
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.erase_person import ErasePerson, title_for
from tn_desktop.gui.export_noting import Leaving, note_export
from tn_desktop.gui.file_names import documents
from tn_desktop.gui.forms.person_privacy import Ui_PersonPrivacy
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.privacy_words import (
    channel_word,
    due_colour,
    due_word,
    request_kind,
    request_status,
    state_colour,
    state_word,
    what_word,
)
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.writes import Writes
from tn_desktop.gui.write_labels import ADDING, CHANGING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.vocabulary import DONE, OPEN
from tn_desktop.services import consents, data_requests, export_log, slip_content, subject_data
from tn_desktop.services.consents import GIVEN, ConsentRow, PersonConsents, Slip, Standing
from tn_desktop.services.data_requests import RequestRow
from tn_desktop.sheets.consent_slip import SlipDocument
from tn_desktop.sheets.document import save_pdf
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.sheets.subject_sheet import SubjectDocument

if TYPE_CHECKING:
    from sqlalchemy import Connection

STAYS: Final = 200  # milliseconds
RECORD: Final = QT_TRANSLATE_NOOP("history", "Record a consent")
WITHDRAW: Final = QT_TRANSLATE_NOOP("history", "Withdraw a consent")
_CHANNEL = "privacy/channel"


@dataclass(frozen=True)
class _Line:
    """A line of the table of what stands; key is its place."""

    key: int
    standing: Standing


class PersonPrivacy(QWidget, Writes):
    """The tab.

    Attributes:
        ask_file: the system's dialog for the name of a new file, replaced in tests.

    Signals:
        counted(int): how many consents stand.
        erased: the person is gone.
    """

    counted = Signal(int)
    erased = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.person: int | None = None
        self.ask_file: Callable[[str, str, str, QWidget], str] = _ask_file
        self.dialog: QWidget | None = None
        self._name = ""
        self._unread = QTimer(self, singleShot=True, interval=STAYS)
        self._unread.timeout.connect(self._read)
        self.ui = Ui_PersonPrivacy()
        self.ui.setupUi(self)
        roomy(self)
        self._fill()
        self._set_up_standing()
        self._set_up_history()
        self._set_up_requests()
        self._connect()

    def show_person(self, person: int, name: str) -> None:
        """Read what is known of this person."""
        self._name = name
        if person != self.person:
            self.ui.refusal.take_back()
            self.ui.told.hide()
        self.person = person
        if self.isVisible():
            self._read()
        else:
            # Whoever turns pages passes many people by: only the one she stays at is read.
            self._unread.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unread.isActive():
            self._unread.stop()
            self._read()

    def _read(self) -> None:
        person, today = self.person, self.context.now().date()
        if person is None:
            return

        def query(connection: "Connection") -> tuple[PersonConsents, tuple[RequestRow, ...]]:
            return consents.of_person(connection, person), data_requests.of_person(connection, person, today)

        self.context.tasks.read(
            query, lambda found: self._show(person, *found), lambda _error: None, owner=self, channel="privacy"
        )

    # --- building

    def _fill(self) -> None:
        ui, settings = self.ui, self.context.choices
        for value, word in choices_of(vocabulary.CONSENT_CHANNEL, translate):
            ui.channel.addItem(word, value)
        ui.channel.setCurrentIndex(max(0, ui.channel.findData(settings.value(_CHANNEL, "paper"))))
        ui.evidence.setText(str(settings.value(EVIDENCE, "") or ""))
        for value, word in choices_of(vocabulary.REQUEST_KIND, translate):
            ui.kind.addItem(word, value)
        ui.told.hide()

    def _set_up_standing(self) -> None:
        self._standing = RowsModel(
            (
                Cell("what", self.tr("What"), lambda row: what_word(row.standing.purpose), width=24, grows=True),
                Cell(
                    "state",
                    self.tr("How it stands"),
                    lambda row: state_word(row.standing),
                    width=21,
                    colour=lambda row: state_colour(row.standing),
                ),
                Cell("since", self.tr("Since"), lambda row: show_date(row.standing.since), width=10),
                Cell("text", self.tr("Text"), lambda row: row.standing.version, width=8, spare=1),
            ),
            "key",
            self,
        )
        table = self.ui.standing
        table.set_rows_model(self._standing)
        rows = 1 + len(vocabulary.CONSENT_PURPOSE)
        height = rows * table.verticalHeader().defaultSectionSize() + table.horizontalHeader().sizeHint().height() + 6
        table.setFixedHeight(height)

    def _set_up_history(self) -> None:
        channels = choices_of(vocabulary.CONSENT_CHANNEL, translate)
        self._history = RowsModel(
            (
                Cell("given_at", self.tr("Given"), lambda row: show_date(row.given_at), width=10,
                     edit=lambda row: show_date(row.given_at)),
                Cell("what", self.tr("What"), lambda row: what_word(row.purpose), width=18, grows=True),
                Cell("withdrawn_at", self.tr("Withdrawn"), lambda row: show_date(row.withdrawn_at), width=10,
                     edit=lambda row: show_date(row.withdrawn_at)),
                Cell("channel", self.tr("How"), lambda row: channel_word(row.channel), width=9, spare=1,
                     edit=lambda row: row.channel, choices=channels),
                Cell("text_version", self.tr("Text"), lambda row: row.text_version, width=8, spare=3),
                Cell("evidence", self.tr("Evidence"), lambda row: row.evidence, width=12, spare=2,
                     edit=lambda row: row.evidence, tooltip=lambda row: row.evidence),
            ),
            "consent_id",
            self,
        )  # fmt: skip
        self.ui.history.set_rows_model(self._history)
        self.ui.history.setMinimumHeight(90)
        self.ui.history.empty_text = self.tr(
            "Nothing yet. Choose a line above and press Enter once she has signed; nobody has to."
        )

    def _set_up_requests(self) -> None:
        statuses = choices_of(vocabulary.REQUEST_STATUS, translate)
        self._request_rows = RowsModel(
            (
                Cell("received", self.tr("Came"), lambda row: show_date(row.received), width=10,
                     edit=lambda row: show_date(row.received)),
                Cell("kind", self.tr("Asks for"), request_kind, width=10),
                Cell("status", self.tr("Status"), request_status, width=18, grows=True,
                     edit=lambda row: row.status, choices=statuses),
                Cell("due", self.tr("Answer by"), self._due, colour=due_colour, width=23),
            ),
            "request_id",
            self,
        )  # fmt: skip
        self.ui.requests.set_rows_model(self._request_rows)
        self.ui.requests.setMinimumHeight(80)
        self.ui.requests.empty_text = self.tr("She has asked nothing about her data.")

    def _connect(self) -> None:
        ui = self.ui
        ui.standing.opened.connect(self._toggle)
        ui.standing.selectionModel().currentRowChanged.connect(self._name_button)
        ui.toggle.clicked.connect(lambda: self._toggle(ui.standing.current_row()))
        ui.channel.activated.connect(self._remember)
        ui.evidence.editingFinished.connect(self._remember)
        ui.slip.clicked.connect(self._print_slip)
        self._history.edited.connect(self._on_history_edited)
        ui.history.removed.connect(
            lambda rows: self.remove_rows("consents", [row.consent_id for row in rows], ui.refusal)
        )
        ui.ask.clicked.connect(self._ask)
        self._request_rows.edited.connect(self._on_request_edited)
        ui.requests.opened.connect(self._answer)
        ui.requests.removed.connect(
            lambda rows: self.remove_rows("requests", [row.request_id for row in rows], ui.refusal)
        )
        ui.copy.clicked.connect(self.give_copy)
        ui.erase.clicked.connect(self.ask_erase)

    # --- showing

    def _show(self, person: int, found: PersonConsents, asked: tuple[RequestRow, ...]) -> None:
        if person != self.person:
            return
        lines = [_Line(number, one) for number, one in enumerate((found.notice, *found.purposes))]
        self.ui.standing.show_rows(lines)
        if not self.ui.standing.currentIndex().isValid():
            self.ui.standing.setCurrentIndex(self._standing.index(0, 0))
        self.ui.history.show_rows(found.history)
        self.ui.requests.show_rows(asked)
        self._name_button()
        self.counted.emit(sum(1 for one in found.purposes if one.state == GIVEN))

    def _due(self, row: RequestRow) -> str:
        days = row.days or 0
        left = self.tr("%n day(s) late", "", -days) if days < 0 else self.tr("%n day(s) left", "", days)
        return due_word(row, left)

    def _name_button(self, *_at: object) -> None:
        line = self.ui.standing.current_row()
        given = line is not None and line.standing.state == GIVEN
        notice = line is not None and not line.standing.purpose
        self.ui.toggle.setText(self.tr("Withdraw   Enter") if given and not notice else self.tr("Record   Enter"))
        self.ui.toggle.setEnabled(line is not None and not (given and notice))

    # --- consents

    def _toggle(self, line: _Line | None) -> None:
        """Record what was not given yet, or is to an older text; withdraw what was given."""
        person = self.person
        if person is None or line is None:
            return
        purpose, state = line.standing.purpose, line.standing.state
        day = f"{self.context.now():%Y-%m-%d}"
        if state == GIVEN and not purpose:
            text = self.tr("The privacy notice was given already; only a consent can be withdrawn.")
            self.ui.refusal.say(text)
        elif state == GIVEN:
            self.write(WITHDRAW, lambda uow: consents.withdraw(uow, person, (purpose,), day), self.ui.refusal)
        else:
            slip = Slip(
                day,
                "en" if self.context.language == "en" else "tr",
                str(self.ui.channel.currentData()),
                (purpose,) if purpose else (),
                notice=not purpose,
                evidence=self.ui.evidence.text(),
            )
            self.write(RECORD, lambda uow: consents.record(uow, [person], slip), self.ui.refusal)

    def _remember(self, *_at: object) -> None:
        self.context.choices.put(_CHANNEL, self.ui.channel.currentData())
        self.context.choices.put(EVIDENCE, self.ui.evidence.text())

    def _on_history_edited(self, row: ConsentRow, name: str, value: Any) -> None:
        self.change_cell("consents", self.ui.history, row.consent_id, name, value, self.ui.refusal)

    def _print_slip(self) -> None:
        person = self.person
        if person is None:
            return
        self.context.tasks.read(
            lambda connection: slip_content.slip_content(connection, [person]), self._show_slip, owner=self
        )

    def _show_slip(self, content: slip_content.SlipContent) -> None:
        language: Any = "en" if self.context.language == "en" else "tr"
        document = SlipDocument(content, language, sheet_translate(language))
        self.dialog = preview = DocumentPreview(
            self.context, document, document.title, Leaving(export_log.SLIP, 1), self.window()
        )
        preview.open()

    # --- requests

    def _ask(self) -> None:
        person, kind = self.person, str(self.ui.kind.currentData())
        if person is None or self.context.tasks.is_writing(ADDING["requests"], self):
            return
        day, channel = f"{self.context.now():%Y-%m-%d}", str(self.ui.channel.currentData())
        self.write(
            ADDING["requests"],
            lambda uow: data_requests.receive(uow, person, kind, day, channel),
            self.ui.refusal,
            done=self._choose_request,
        )

    def _choose_request(self, changes: Changes) -> None:
        self.ui.requests.choose(changes.subject or 0)

    def _on_request_edited(self, row: RequestRow, name: str, value: Any) -> None:
        if name != "status":
            self.change_cell("requests", self.ui.requests, row.request_id, name, value, self.ui.refusal)
            return
        self._close(row, str(value))

    def _close(self, row: RequestRow, status: str) -> None:
        day = f"{self.context.now():%Y-%m-%d}"
        self.write(
            CHANGING["requests"], lambda uow: data_requests.close(uow, row.request_id, status, day), self.ui.refusal
        )

    def _answer(self, row: RequestRow) -> None:
        """Enter on a request does what it asks for."""
        if row.status != OPEN:
            return
        if row.kind == "access":
            self.give_copy()
        elif row.kind == "erasure":
            self.ask_erase()
        else:
            self._close(row, DONE)

    def give_copy(self) -> None:
        """Write everything about her into a file, and answer what she asked by it."""
        person = self.person
        if person is None:
            return
        suggested = str(Path(documents()) / f"{self.tr('Your data')} {self.context.now():%d.%m.%Y}.pdf")
        typed = self.ask_file(suggested, self.tr("Everything about her as"), _filters(), self)
        if not typed:
            return
        path = Path(typed) if Path(typed).suffix else Path(f"{typed}.pdf")
        try:
            kind = file_kind(path, DOCUMENTS)
        except AppError as error:
            self.ui.refusal.say(error)
            return
        now = self.context.now()
        database = self.context.tasks.database

        def work(_task: object) -> Path:
            assert database is not None
            with database.read() as connection:
                data = subject_data.subject_data(connection, person, translate, _local(now))
            if kind == "pdf":
                save_pdf(SubjectDocument(data, translate), path)
            else:
                write_subject(data, path, translate)
            return path

        def note(_path: Path, context: Context = self.context) -> None:
            note_export(context, f"*.{kind}", export_log.SUBJECT, 1, contacts=True)

        self.context.tasks.run(work, partial(self._on_copied, person), self.ui.refusal.say, owner=self, always=note)

    def _on_copied(self, person: int, path: Path) -> None:
        today = self.context.now().date()

        def answer(uow: Any) -> Changes:
            for row in data_requests.of_person(uow.connection, person, today):
                if row.kind == "access" and row.status == OPEN:
                    data_requests.close(uow, row.request_id, DONE, today.isoformat())
            return uow.changes()  # type: ignore[no-any-return]

        self.write(CHANGING["requests"], answer, self.ui.refusal)
        if person != self.person:
            return
        self.ui.told.setText(
            self.tr("Written: {file}. It is for her alone; delete it once she has it.").format(file=path.name)
        )
        self.ui.told.show()

    def ask_erase(self) -> None:
        """Ask whether she is to be erased for good."""
        if self.person is None:
            return
        dialog = ErasePerson(self.context, [self.person], title_for(self._name), parent=self.window())
        dialog.erased.connect(self.erased)
        self.dialog = dialog
        dialog.open()


def _local(now: datetime) -> datetime:
    return now if now.tzinfo else now.astimezone()


def _filters() -> str:
    return ";;".join(
        (
            translate("PersonPrivacy", QT_TRANSLATE_NOOP("PersonPrivacy", "PDF to print (*.pdf)")),
            translate("PersonPrivacy", QT_TRANSLATE_NOOP("PersonPrivacy", "Excel workbook (*.xlsx)")),
        )
    )


def _ask_file(suggested: str, title: str, filters: str, parent: QWidget) -> str:
    """The system's dialog for the name of a new file; "" when it was left."""
    return QFileDialog.getSaveFileName(parent, title, suggested, filters)[0]
