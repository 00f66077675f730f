"""The export: what, with phone and e-mail or not, then a name for the file; afterwards it can be opened from here."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tn_desktop.exchange.export.entities import WITH_CONTACTS, fields_of
from tn_desktop.exchange.export.exporting import TABLES, Options, Report, Selection
from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.dialogs.export_work import (
    ATTENDANCE,
    Held,
    Order,
    Subject,
    count_people,
    read_subject,
    start_export,
)
from tn_desktop.gui.file_names import documents
from tn_desktop.gui.forms.export_dialog import Ui_ExportDialog
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services.outsiders import HIDDEN_FIELDS
from tn_desktop.sheets.document import file_name

_WHAT: Final = "export/what"
_KIND: Final = "export/kind"
_FOLDER: Final = "export/folder"
_COLUMNS: Final = "export/columns"
_LISTS: Final = (
    "people", "communities", "needs", "decisions", "solutions", "iterations", "outputs", "reach", "tools",
    "stakeholders", "engagements", "feedback", "surveys", "quotations", "milestones",
    "consents", "requests",
)  # fmt: skip
_FROM_SCOPE: Final = ("session", "workshop")


def ask_file(suggested: str, title: str, filters: list[str], chosen: str, parent: QWidget) -> tuple[str, str]:
    """The system's dialog for the name of a new file; the name ("" when it was left) and the filter chosen."""
    return QFileDialog.getSaveFileName(parent, title, suggested, ";;".join(filters), chosen)


def show_in_folder(path: Path) -> None:
    """Show a file in the system's file manager, chosen where the system knows how."""
    if sys.platform == "win32":
        subprocess.Popen(["explorer", f"/select,{path}"])
    elif sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


@dataclass
class ExportParts:
    """The system's share of the dialog, replaced in tests."""

    ask_file: Callable[[str, str, list[str], str, QWidget], tuple[str, str]] = ask_file
    open_file: Callable[[Path], Any] = lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    show_in_folder: Callable[[Path], Any] = show_in_folder


class ExportDialog(QDialog):
    """Chooses an export, asks for the file's name and writes it.

    Enter exports, Esc stops a running export and closes otherwise. Phone and e-mail begin unchecked each time.

    Attributes:
        report: what was written last, None before.
    """

    def __init__(
        self,
        context: Context,
        scope: tuple[str, int] | None = None,
        parent: QWidget | None = None,
        parts: ExportParts | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ExportDialog()
        self.ui.setupUi(self)
        roomy(self)
        self.report: Report | None = None
        self._context = context
        listed = scope[0] if scope is not None and scope[0] in _LISTS else ""
        self._listed = (listed, scope[1] or None) if scope is not None and listed else ("", None)
        scope = None if listed else scope
        self._parts = parts or ExportParts()
        self._subject: Subject | None = None
        self._running: Callable[[], None] | None = None
        self._count: Held | None = None
        self._offered = ""
        self._fill(scope, listed)
        self._connect()
        self._show_choice()
        if scope:
            context.tasks.read(lambda connection: read_subject(connection, scope), self._know, self._refuse, owner=self)
        else:
            self._count_people()

    def order(self) -> Order | None:
        """The export as it is chosen now; None while it is not known yet what the session belongs to."""
        ui, what = self.ui, self.ui.what.currentData()
        contacts, given = ui.contacts.isChecked(), ui.recipient.given
        if what in _LISTS:
            chosen = Selection(community=self._listed[1] if what == self._listed[0] else None)
            contacts = contacts and what in WITH_CONTACTS
            columns = ui.columns.chosen()
            if columns and contacts:
                # They are no columns to choose: they have their own box.
                columns += tuple(one.name for one in ENTITIES[what].fields if one.kind in ("phone", "email"))
            few = ui.smallNumbers.isChecked() and what in HIDDEN_FIELDS
            return Order(what, chosen, contacts, columns, given, few)
        if what == "days":
            selection = Selection(first=_day(ui.first), last=_day(ui.last))
        elif self._subject is None:
            return None
        elif what == "session":
            selection = Selection(session=self._subject.session)
        else:
            selection = Selection(workshop=self._subject.workshop)
        return Order(ATTENDANCE, selection, contacts, recipient=given)

    def export(self) -> None:
        """Ask for the file and write it."""
        order = self.order()
        if self._running is not None or order is None:
            return
        self.ui.refusal.take_back()
        if order.selection.first and order.selection.last and order.selection.first > order.selection.last:
            self.ui.refusal.say(self.tr("The first day comes after the last one. Turn them round."))
            self.ui.first.setFocus()
            return
        path = self._ask_path()
        if path is None:
            return
        self._remember(path)
        self.ui.written.hide()
        self._running = start_export(
            self._context, order, path, self, self._show_progress, self._written, self._not_written
        )
        self._show_running()

    def reject(self) -> None:
        """Stop the export that runs, or close."""
        if self._running is not None:
            self._running()
            self.ui.closeButton.setEnabled(False)
            return
        super().reject()

    def done(self, result: int) -> None:
        """However the dialog is left, no export goes on without it."""
        if self._running is not None:
            self._running()
        super().done(result)

    def _fill(self, scope: tuple[str, int] | None, listed: str) -> None:
        ui = self.ui
        if scope and scope[0] == "session":
            ui.what.addItem(self.tr("Attendance: this session"), "session")
        if scope:
            ui.what.addItem(self.tr("Attendance: this workshop"), "workshop")
        ui.what.addItem(self.tr("Attendance: sessions of some days"), "days")
        for entity in _LISTS:
            own = entity == self._listed[0] and self._listed[1] is not None
            text = self.tr("List: {name} of this community") if own else self.tr("List: {name}")
            ui.what.addItem(text.format(name=_title(entity)), entity)
        if scope is None:
            remembered = ui.what.findData(listed or str(self._context.choices.value(_WHAT, "days")))
            ui.what.setCurrentIndex(max(0, remembered))
        today = self._context.now().date()
        ui.first.setDate(QDate(today.year, today.month, 1))
        ui.last.setDate(QDate(today.year, today.month, today.day))
        ui.progress.hide()
        ui.written.hide()
        ui.what.setFocus()
        ui.recipient.set_up(self._context)

    def _connect(self) -> None:
        ui = self.ui
        ui.what.currentIndexChanged.connect(self._changed)
        ui.first.dateChanged.connect(self._changed)
        ui.last.dateChanged.connect(self._changed)
        ui.contacts.toggled.connect(self._show_people)
        ui.smallNumbers.toggled.connect(self._show_people)
        ui.columns.changed.connect(self._count_people)
        ui.exportButton.clicked.connect(self.export)
        ui.closeButton.clicked.connect(self.reject)
        ui.openButton.clicked.connect(lambda: self.report and self._parts.open_file(self.report.file))
        ui.folderButton.clicked.connect(lambda: self.report and self._parts.show_in_folder(self.report.file))

    def _know(self, subject: Subject) -> None:
        """Name the session and workshop in the choices."""
        self._subject = subject
        what = self.ui.what
        if subject.session is not None and subject.day is not None:
            text = self.tr("Attendance: session {number}, {day}")
            what.setItemText(what.findData("session"), text.format(number=subject.number, day=_shown(subject.day)))
        text = self.tr("Attendance: {workshop}, all sessions").format(workshop=subject.title)
        what.setItemText(what.findData("workshop"), text)
        self._show_choice()
        self._count_people()

    def _changed(self) -> None:
        self.ui.refusal.take_back()
        self._show_choice()
        self._count_people()

    def _show_choice(self) -> None:
        ui, what = self.ui, self.ui.what.currentData()
        for widget in (ui.daysLabel, ui.days):
            widget.setVisible(what == "days")
        ui.contacts.setVisible(what not in _LISTS or what in WITH_CONTACTS)
        ui.smallNumbers.setVisible(what in HIDDEN_FIELDS)
        for widget in (ui.columnsLabel, ui.columns):
            widget.setVisible(what in _LISTS)
        if what in _LISTS and self._offered != what:
            self._offered = what
            fields = fields_of(ENTITIES[what], Options())
            kept = str(self._context.choices.value(f"{_COLUMNS}/{what}", "") or "")
            ui.columns.offer(
                [(one.name, translate("fields", one.label)) for one in fields], kept.split(",") if kept else ()
            )
        ui.exportButton.setEnabled(self._running is None and self.order() is not None)

    def _count_people(self) -> None:
        order = self.order()
        self._count = None
        self._show_people()
        if order is not None:
            self._context.tasks.read(
                lambda connection: count_people(connection, order),
                self._counted,
                self._refuse,
                owner=self,
                channel="count",
            )

    def _counted(self, count: Held) -> None:
        self._count = count
        self._show_people()

    def _show_people(self) -> None:
        self.ui.people.setText("" if self._count is None else self._people_in_words(self._count))

    def _people_in_words(self, held: Held) -> str:
        order, count = self.order(), held.rows
        if order is None:
            return ""
        if order.entity == "people" and not order.contacts:
            return self.tr("%n person(s) will be in the file, without phone and e-mail.", "", count)
        if order.entity == "people":
            return self.tr("%n person(s) will be in the file, with phone and e-mail and who agreed to it.", "", count)
        if order.entity == "stakeholders":
            told = (
                self.tr("%n stakeholder(s) will be in the file, with phone and e-mail.", "", count)
                if order.contacts
                else self.tr("%n stakeholder(s) will be in the file, without phone and e-mail.", "", count)
            )
            return f"{told} {self._named(held.people)}" if held.people else told
        if order.entity in _LISTS:
            rows = self.tr("%n row(s) will be in the file.", "", count)
            told = f"{rows} {self._named(held.people)}"
            if order.entity in HIDDEN_FIELDS and not order.small_numbers:
                few = self.tr("Groups of fewer than five are left out, so that nobody can be recognised.")
                return f"{told} {few}"
            return told
        if not count:
            return self.tr("Nobody is on the lists of these sessions.")
        if order.contacts:
            return self.tr("%n person(s) will be in the file, with phone and e-mail.", "", count)
        return self.tr("%n person(s) will be named in the file, without phone and e-mail.", "", count)

    def _named(self, people: int) -> str:
        if not people:
            return self.tr("It names nobody.")
        return self.tr("It holds data of %n person(s).", "", people)

    def _ask_path(self) -> Path | None:
        kinds = {
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "ods": self.tr("OpenDocument spreadsheet (*.ods)"),
            "csv": self.tr("CSV text (*.csv)"),
        }
        kind = str(self._context.choices.value(_KIND, "xlsx"))
        kind = kind if kind in kinds else "xlsx"
        folder = Path(str(self._context.choices.value(_FOLDER, "")) or documents())
        suggested = folder / f"{self._proposed_name()}.{kind}"
        typed, chosen = self._parts.ask_file(
            str(suggested), self.tr("Export to"), list(kinds.values()), kinds[kind], self
        )
        if not typed:
            return None
        path = Path(typed)
        if path.suffix.lower().removeprefix(".") in TABLES.endings:
            return path
        ending = next((kind for kind, text in kinds.items() if text == chosen), kind)
        return path.with_name(f"{path.name}.{ending}")

    def _proposed_name(self) -> str:
        """What the file will be called: what it holds and its day, as 14.03.2026."""
        what, subject = self.ui.what.currentData(), self._subject
        today = _shown(self._context.now().date())
        if what in _LISTS:
            return file_name(f"{_title(what)} {today}")
        if what == "days" or subject is None:
            first, last = _shown(_day(self.ui.first)), _shown(_day(self.ui.last))
            return file_name(self.tr("Attendance {days}").format(days=first if first == last else f"{first}-{last}"))
        day = subject.day if what == "session" else None
        title = self.tr("Attendance {workshop}").format(workshop=subject.title[:80])
        return file_name(f"{title} {_shown(day) if day else today}")

    def _remember(self, path: Path) -> None:
        settings = self._context.choices
        settings.put(_FOLDER, str(path.parent))
        self.ui.recipient.remember()
        if self.ui.what.currentData() in _LISTS:
            settings.put(f"{_COLUMNS}/{self.ui.what.currentData()}", ",".join(self.ui.columns.chosen()))
        settings.put(_KIND, path.suffix.lower().removeprefix("."))
        if self.ui.what.currentData() not in _FROM_SCOPE:
            settings.put(_WHAT, self.ui.what.currentData())

    def _show_progress(self, so_far: tuple[int, int]) -> None:
        done, total = so_far
        self.ui.progress.setRange(0, total)
        self.ui.progress.setValue(done)

    def _written(self, report: Report) -> None:
        self.report = report
        self._running = None
        self._show_running()
        text = self.tr("Written: {file} (%n row(s))", "", report.rows).format(file=report.file.name)
        self.ui.told.set_tone("good")
        self.ui.told.setText(f"✓ {text}")
        self.ui.written.show()
        self.ui.openButton.setFocus()
        self._grow()

    def _not_written(self, error: AppError) -> None:
        self._running = None
        self._show_running()
        if isinstance(error, Cancelled):
            self.ui.refusal.say(self.tr("Stopped. No file was written."))
        else:
            self.ui.refusal.say(error)
        self._grow()

    def _refuse(self, error: AppError) -> None:
        self.ui.refusal.say(error)
        self._grow()

    def _grow(self) -> None:
        """Make room for a sentence that came."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _show_running(self) -> None:
        ui, running = self.ui, self._running is not None
        for widget in (ui.what, ui.days, ui.contacts, ui.columns, ui.recipient):
            widget.setEnabled(not running)
        ui.progress.setRange(0, 0)
        ui.progress.setVisible(running)
        ui.closeButton.setEnabled(True)
        ui.closeButton.setText(self.tr("Stop") if running else self.tr("Close"))
        ui.exportButton.setEnabled(not running)
        if running:
            ui.closeButton.setFocus()


def _title(entity: str) -> str:
    return translate("entities", ENTITIES[entity].title)


def _day(edit: Any) -> date:
    day: date = edit.date().toPython()
    return day


def _shown(day: date) -> str:
    return f"{day:%d.%m.%Y}"
