"""Personal data at a glance: what people asked, what is past its time, what left the program, what was destroyed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QSpinBox, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.dialogs.document_preview import DocumentPreview
from tn_desktop.gui.dialogs.erase_person import ErasePerson
from tn_desktop.gui.dialogs.privacy_texts import PrivacyTexts
from tn_desktop.gui.export_noting import Leaving
from tn_desktop.gui.export_words import kind_word, moment_of, name_word, recipient_word
from tn_desktop.gui.forms.personal_data import Ui_PersonalData
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.privacy_words import due_colour, due_word, request_kind, request_status
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.services import data_requests, destruction, erasure, export_log, organisation, retention
from tn_desktop.services.data_requests import RequestRow
from tn_desktop.services.due_notes import CONTACT, ENGAGEMENT
from tn_desktop.services.retention import EXPORTS, NOTES, PEOPLE, REQUESTS, Due
from tn_desktop.sheets.destruction_list import DestructionDocument
from tn_desktop.sheets.language import sheet_translate

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TABLES: Final = ("data_request", "person", "consent", "attendance", "membership", "engagement", "contact")
RULES: Final = {
    erasure.REQUEST: QT_TRANSLATE_NOOP("PersonalData", "A person's request"),
    destruction.EXCHANGE: QT_TRANSLATE_NOOP("PersonalData", "Erased by a colleague, taken in with her file"),
    PEOPLE: QT_TRANSLATE_NOOP("PersonalData", "People past their time"),
    NOTES: QT_TRANSLATE_NOOP("PersonalData", "Notes about stakeholders past their time"),
    REQUESTS: QT_TRANSLATE_NOOP("PersonalData", "Closed requests past their time"),
    EXPORTS: QT_TRANSLATE_NOOP("PersonalData", "Log of exports past its time"),
}
LAST: Final = {
    "attended": QT_TRANSLATE_NOOP("PersonalData", "last session"),
    "enrolled": QT_TRANSLATE_NOOP("PersonalData", "last enrolled"),
    "member": QT_TRANSLATE_NOOP("PersonalData", "member of a community that is no longer active"),
    "led": QT_TRANSLATE_NOOP("PersonalData", "led a workshop"),
    "facilitated": QT_TRANSLATE_NOOP("PersonalData", "facilitated a session"),
    "spoke": QT_TRANSLATE_NOOP("PersonalData", "spoke at a session"),
    "raised": QT_TRANSLATE_NOOP("PersonalData", "raised a need"),
    "carried_out": QT_TRANSLATE_NOOP("PersonalData", "carried out a round"),
    "made": QT_TRANSLATE_NOOP("PersonalData", "made an output"),
    "talked": QT_TRANSLATE_NOOP("PersonalData", "was spoken with"),
    "signed": QT_TRANSLATE_NOOP("PersonalData", "signed a slip"),
    "asked": QT_TRANSLATE_NOOP("PersonalData", "asked about her data"),
    "entered": QT_TRANSLATE_NOOP("PersonalData", "was entered, and nothing since"),
}
_MOST: Final = 2_000
_PAUSE: Final = 150
"""Milliseconds without a key before what was typed is searched for."""


@dataclass(frozen=True)
class _Line:
    """A row with a number for its id."""

    number: int
    row: Any


class PersonalData(QDialog):
    """Esc closes; nothing is destroyed without a yes to that batch.

    Attributes:
        dialog: what was opened last from here: an erasure or a preview.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, tab: str = "", *, version: str = "") -> None:
        super().__init__(parent)
        self._context = context
        self._due: Due | None = None
        self._on_yes: Callable[[], None] = lambda: None
        self.dialog: QDialog | None = None
        self.ui = Ui_PersonalData()
        self.ui.setupUi(self)
        roomy(self)
        self.ui.sure.hide()
        self._spins = {
            PEOPLE: self.ui.peopleYears,
            NOTES: self.ui.notesYears,
            REQUESTS: self.ui.requestsYears,
            EXPORTS: self.ui.exportsYears,
        }
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self.texts = PrivacyTexts(context, self)
        self.ui.tabs.addTab(self.texts, self.tr("&Texts to sign"))
        self._set_up_tables()
        self._connect()
        if tab == "exports":
            self.ui.tabs.setCurrentWidget(self.ui.exportsTab)
        if version:
            self.ui.tabs.setCurrentWidget(self.texts)
            self.texts.show_version(version)
        self._read()

    # --- building

    def _set_up_tables(self) -> None:
        ui = self.ui
        self._requests = self._model(ui.requests, self._request_cells(), "request_id")
        ui.requests.empty_text = self.tr("Nobody has asked anything about her data.")
        self._people = self._model(ui.due, self._due_cells(), "person_id")
        ui.due.empty_text = self.tr("Nobody is past the time that data is kept.")
        self._notes = self._model(ui.notes, self._note_cells(), "id")
        ui.notes.empty_text = self.tr("No note about a stakeholder is past the time that it is kept.")
        ui.which.addItem(self.tr("People"), PEOPLE)
        ui.which.addItem(self.tr("Notes about stakeholders"), NOTES)
        ui.notes.hide()
        self._exports = self._model(ui.exports, self._export_cells(), "number")
        ui.exports.empty_text = self.tr("Nothing has left the program yet, in a file or on paper.")
        self._destroyed = self._model(ui.destroyed, self._destroyed_cells(), "id")
        ui.destroyed.empty_text = self.tr("Nothing was destroyed yet.")

    def _model(self, table: Any, cells: tuple[Cell, ...], key: str) -> RowsModel:
        model = RowsModel(cells, key, self)
        table.set_rows_model(model)
        return model

    def _request_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("name", self.tr("Person"), lambda row: row.name or self.tr("erased"), width=20, grows=True),
            Cell("kind", self.tr("Asks for"), request_kind, width=10),
            Cell("received", self.tr("Came"), lambda row: show_date(row.received), width=10),
            Cell("status", self.tr("Status"), request_status, width=18),
            Cell("due", self.tr("Answer by"), self._due_word, colour=due_colour, width=26),
        )

    def _due_word(self, row: RequestRow) -> str:
        days = row.days or 0
        left = self.tr("%n day(s) late", "", -days) if days < 0 else self.tr("%n day(s) left", "", days)
        return due_word(row, left)

    def _due_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("name", self.tr("Person"), lambda row: row.name, width=20),
            Cell("institution", self.tr("School, institution"), lambda row: row.institution, width=18, spare=1),
            Cell("province", self.tr("Province"), lambda row: province_name(row.province), width=10, spare=2),
            Cell("last", self.tr("Last activity"), lambda row: show_date(row.last), width=11),
            Cell("what", self.tr("What it was"), lambda row: translate("PersonalData", LAST[row.what]), grows=True),
        )

    def _note_cells(self) -> tuple[Cell, ...]:
        kinds = {ENGAGEMENT: self.tr("engagement"), CONTACT: self.tr("contact")}
        return (
            Cell("about", self.tr("Stakeholder"), lambda row: row.about, width=20),
            Cell("entity", self.tr("What it is"), lambda row: kinds[row.entity], width=12, spare=1),
            Cell("text", self.tr("Note"), lambda row: row.text, grows=True, tooltip=lambda row: row.text),
            Cell("last", self.tr("Date"), lambda row: show_date(row.last), width=11),
        )

    def _export_cells(self) -> tuple[Cell, ...]:
        yes = self.tr("yes")
        return (
            Cell("at", self.tr("When"), lambda line: moment_of(line.row.at), width=16),
            Cell("what", self.tr("What"), lambda line: kind_word(line.row.kind), width=18),
            Cell("name", self.tr("File"), lambda line: name_word(line.row.name), width=20, grows=True),
            Cell("people", self.tr("How many people"), lambda line: self.locale().toString(line.row.people), width=8,
                 alignment=RIGHT),
            Cell("contacts", self.tr("Contact details"), lambda line: yes if line.row.contacts else "", width=8,
                 spare=1),
            Cell("recipient", self.tr("Given to"), lambda line: recipient_word(line.row.recipient), width=20),
        )  # fmt: skip

    def _destroyed_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("at", self.tr("Date"), lambda row: show_date(row.at[:10]), width=11),
            Cell(
                "rule", self.tr("Rule"), lambda row: translate("PersonalData", RULES.get(row.rule, row.rule)), width=30
            ),
            Cell("count", self.tr("Count"), lambda row: self.locale().toString(row.count), width=8, alignment=RIGHT),
            Cell("authority", self.tr("On whose decision"), lambda row: row.authority, width=20, grows=True),
        )

    def _connect(self) -> None:
        ui = self.ui
        for rule, spin in self._spins.items():
            spin.setSpecialValueText(self.tr("for ever"))
            spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
            spin.editingFinished.connect(lambda rule=rule: self._set_years(rule))
        ui.requests.opened.connect(self._open_person)
        ui.due.opened.connect(self._open_person)
        ui.due.selectionModel().selectionChanged.connect(self._name_button)
        ui.notes.selectionModel().selectionChanged.connect(self._name_button)
        ui.which.currentIndexChanged.connect(self._show_which)
        ui.destroy.clicked.connect(self._ask_chosen)
        ui.destroyRest.clicked.connect(self._ask_rest)
        ui.no.clicked.connect(ui.sure.hide)
        ui.yes.clicked.connect(lambda: self._on_yes())
        ui.search.textChanged.connect(lambda: self._typing.start())
        self._typing.timeout.connect(self._read_exports)
        ui.peopleOnly.toggled.connect(self._read_exports)
        ui.printLog.clicked.connect(self._print_log)
        ui.closeButton.clicked.connect(self.accept)
        self._context.tasks.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ui.tabs.setFocus()

    # --- reading

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*TABLES):
            self._read()

    def _read(self) -> None:
        today = self._today()
        read: Callable[..., Any] = self._context.tasks.read
        read(
            lambda connection: data_requests.every(connection, today), self._show_requests, owner=self, channel="asked"
        )
        read(lambda connection: retention.due(connection, today), self._show_due, owner=self, channel="due")
        read(destruction.lines, self._show_destroyed, owner=self, channel="destroyed")
        self._read_exports()

    def _read_exports(self, *_on: object) -> None:
        search, people_only = self.ui.search.text(), self.ui.peopleOnly.isChecked()

        def query(connection: "Connection") -> Any:
            return export_log.exports(connection, _MOST, search, people_only=people_only)

        self._context.tasks.read(query, self._show_exports, owner=self, channel="exports")

    def _show_requests(self, rows: Any) -> None:
        self.ui.requests.show_rows(rows)

    def _show_exports(self, rows: Any) -> None:
        self.ui.exports.show_rows([_Line(number, row) for number, row in enumerate(rows)])

    def _show_destroyed(self, rows: Any) -> None:
        self.ui.destroyed.show_rows(rows)
        self.ui.printLog.setEnabled(bool(rows))

    def _show_due(self, found: Due) -> None:
        self._due = found
        for rule, spin in self._spins.items():
            if not spin.hasFocus():
                spin.setValue(found.years[rule])
            spin.setSuffix(" " + self.tr("year(s)", "", found.years[rule]))
        self.ui.due.show_rows(found.people.rows)
        self.ui.notes.show_rows(found.notes.rows)
        parts = [
            self.tr("%n person(s) past their time", "", found.people.count),
            self.tr("%n old note(s) about stakeholders", "", found.notes.count),
            self.tr("%n old request(s)", "", found.requests),
            self.tr("%n old line(s) of the log of exports", "", found.exports),
        ]
        text = " · ".join(parts) + ". " + self.tr("Nothing is destroyed before you say so.")
        listed = found.notes if self._which == NOTES else found.people
        if listed.count > len(listed.rows):
            text += " " + self.tr("The first %n are shown.", "", len(listed.rows))
        self.ui.dueText.setText(text)
        self.ui.destroyRest.setEnabled(bool(found.requests or found.exports))
        self._name_button()

    def _name_button(self, *_at: object) -> None:
        count = len(self._table.chosen_rows())
        notes = self._which == NOTES
        text = self.tr("Destroy the %n chosen…", "", count) if notes else self.tr("Erase the %n chosen…", "", count)
        self.ui.destroy.setText(text)
        self.ui.destroy.setEnabled(bool(count))

    @property
    def _which(self) -> str:
        return str(self.ui.which.currentData())

    @property
    def _table(self) -> Any:
        return self.ui.notes if self._which == NOTES else self.ui.due

    def _show_which(self) -> None:
        self.ui.sure.hide()
        self.ui.due.setVisible(self._which == PEOPLE)
        self.ui.notes.setVisible(self._which == NOTES)
        if self._due is not None:
            self._show_due(self._due)

    # --- acting

    def _open_person(self, row: Any) -> None:
        if row.person_id is not None:
            self.accept()
            self._context.navigator.person_wanted.emit(row.person_id)

    def _set_years(self, rule: str) -> None:
        spin: QSpinBox = self._spins[rule]
        wanted = spin.value()
        if self._due is None or wanted == self._due.years[rule]:
            return

        def service(uow: "UnitOfWork") -> Changes:
            retention.set_years(uow, rule, wanted)
            return uow.changes()

        label = QT_TRANSLATE_NOOP("history", "Change the settings")
        self._context.tasks.write(label, service, lambda _changes: self._read(), self.ui.refusal.say, owner=self)

    def _ask_chosen(self) -> None:
        if self._which == PEOPLE:
            self._ask_people()
            return
        rows = self.ui.notes.chosen_rows()
        if rows:
            what = self.tr("%n old note(s) about stakeholders", "", len(rows))
            self._ask(what, lambda: self._destroy_notes([row.uid for row in rows]))

    def _ask(self, what: str, yes: Callable[[], None]) -> None:
        """Ask for a yes to what is about to be destroyed."""
        self._on_yes = yes
        self.ui.sureText.setText(self.tr("{what} will be destroyed. It cannot be undone.").format(what=what))
        self.ui.sure.show()
        self.ui.no.setFocus()

    def _destroy_notes(self, uids: list[bytes]) -> None:
        database, today = self._context.tasks.database, self._today()
        authority = self.tr("Retention rule")
        self.ui.sure.hide()

        def work(_task: object) -> int:
            assert database is not None
            return retention.destroy_notes(database, uids, today, authority)

        self._context.tasks.alone(work, lambda _count: self._read(), self.ui.refusal.say, owner=self)

    def _ask_people(self) -> None:
        rows = self.ui.due.chosen_rows()
        if rows:
            title = self.tr("Erase %n person(s) for good", "", len(rows))
            dialog = ErasePerson(self._context, [row.person_id for row in rows], title, PEOPLE, self)
            dialog.erased.connect(self._read)
            self.dialog = dialog
            dialog.open()

    def _ask_rest(self) -> None:
        assert self._due is not None
        parts = []
        if self._due.requests:
            parts.append(self.tr("%n old request(s)", "", self._due.requests))
        if self._due.exports:
            parts.append(self.tr("%n old line(s) of the log of exports", "", self._due.exports))
        self._ask(" · ".join(parts), self._destroy_rest)

    def _destroy_rest(self) -> None:
        database, today = self._context.tasks.database, self._today()
        authority = self.tr("Retention rule")
        self.ui.sure.hide()

        def work(_task: object) -> None:
            assert database is not None
            for rule in (REQUESTS, EXPORTS):
                retention.destroy_rest(database, rule, today, authority)

        self._context.tasks.alone(work, lambda _none: self._read(), self.ui.refusal.say, owner=self)

    def _print_log(self) -> None:
        def query(connection: "Connection") -> Any:
            return organisation.name_of(connection), destruction.lines(connection)

        self._context.tasks.read(query, self._show_log, owner=self)

    def _show_log(self, found: Any) -> None:
        name, lines = found
        words = {rule: translate("PersonalData", text) for rule, text in RULES.items()}
        language: Any = "en" if self._context.language == "en" else "tr"
        document = DestructionDocument(name, lines, words, sheet_translate(language))
        leaving = Leaving(export_log.DESTRUCTIONS, asks=True)
        self.dialog = DocumentPreview(self._context, document, document.title, leaving, self)
        self.dialog.open()

    def _today(self) -> date:
        return self._context.now().date()
