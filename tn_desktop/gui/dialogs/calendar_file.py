"""Saving sessions as a calendar file: of a workshop, of a community's workshops, of some days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from tn_desktop.exchange.export.scope import Report
from tn_desktop.exchange.ical import ENDING, CalendarScope, export_calendar
from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.export_noting import Leaving, note_leaving
from tn_desktop.gui.file_names import documents
from tn_desktop.gui.forms.calendar_file import Ui_CalendarFile
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day
from tn_desktop.services.known_people import Known
from tn_desktop.sheets.document import file_name

FOLDER: Final = "export/folder"
NAMES: Final = "calendar-file/names"


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """What the dialog begins with.

    Attributes:
        workshop: the chosen one, with its title; None offers no such choice.
        community: the one that is filtered by.
        first, last: the days that are shown.
    """

    first: date
    last: date
    workshop: Known | None = None
    community: Known | None = None


def ask_path(suggested: str, title: str, filters: str, parent: QWidget) -> str:
    """The system's dialog for the name of a new file; "" when it was left."""
    return QFileDialog.getSaveFileName(parent, title, suggested, filters)[0]


class CalendarFile(QDialog):
    """Chooses the sessions, asks for the file's name and writes it."""

    def __init__(
        self,
        context: Context,
        wish: CalendarWish,
        parent: QWidget | None = None,
        ask: Callable[[str, str, str, QWidget], str] = ask_path,
    ) -> None:
        super().__init__(parent)
        self._context, self._wish, self._ask = context, wish, ask
        self._busy = False
        self.ui = Ui_CalendarFile()
        self.ui.setupUi(self)
        roomy(self)
        ui = self.ui
        ui.community.set_up(context, self.tr("Community"), self.tr("Type the community's name"))
        ui.first.setText(show_date(wish.first.isoformat()))
        ui.last.setText(show_date(wish.last.isoformat()))
        ui.first.setAccessibleName(self.tr("First day"))
        ui.last.setAccessibleName(self.tr("Last day"))
        ui.names.setChecked(str(context.choices.value(NAMES, "0")) == "1")
        ui.recipient.set_up(context)
        ui.of_workshop.setVisible(wish.workshop is not None)
        if wish.workshop is not None:
            ui.of_workshop.setText(
                self.tr("This &workshop: {title}").format(title=wish.workshop.name.replace("&", "&&"))
            )
        if wish.community is not None:
            ui.community.show_chosen((wish.community,))
        chosen = ui.of_workshop if wish.workshop is not None else ui.of_days
        chosen.setChecked(True)
        ui.community.changed.connect(lambda: ui.of_community.setChecked(True))
        for line in (ui.first, ui.last):
            line.textEdited.connect(lambda: ui.of_days.setChecked(True))
        ui.save.clicked.connect(self.save)
        ui.cancel.clicked.connect(self.reject)

    def scope(self) -> CalendarScope:
        """The chosen sessions.

        Raises:
            FieldError: a day is none, or no community is named.
        """
        ui = self.ui
        if ui.of_workshop.isChecked() and self._wish.workshop is not None:
            return CalendarScope(workshop=self._wish.workshop.id)
        if ui.of_community.isChecked():
            if not ui.community.chosen:
                raise FieldError("community", QT_TRANSLATE_NOOP("errors", "Type the name of a community first."))
            return CalendarScope(community=ui.community.chosen[0].id)
        first, last = (date.fromisoformat(day(name, getattr(ui, name).text())) for name in ("first", "last"))
        if first > last:
            raise FieldError(
                "first", QT_TRANSLATE_NOOP("errors", "The first day comes after the last one. Turn them round.")
            )
        return CalendarScope(first=first, last=last)

    def save(self) -> None:
        """Ask for a name and write the file."""
        ui = self.ui
        for label in (ui.refusal, ui.date_refusal):
            label.take_back()
        ui.done.setText("")
        if self._busy:
            return
        try:
            scope = self.scope()
        except (FieldError, ValueError) as error:
            self._refuse(error)
            return
        folder = str(self._context.choices.value(FOLDER, "")) or documents()
        suggested = Path(folder) / f"{file_name(self._name(scope))}{ENDING}"
        typed = self._ask(str(suggested), self.tr("Save the calendar file"), self.tr("Calendar (*.ics)"), self)
        if not typed:
            return
        path = Path(typed) if typed.lower().endswith(ENDING) else Path(typed + ENDING)
        names = ui.names.isChecked()
        self._context.choices.put(FOLDER, str(path.parent))
        self._context.choices.put(NAMES, int(names))
        self._busy = True

        def work(_task: Any) -> Report:
            assert self._context.tasks.database is not None
            with self._context.tasks.database.read() as connection:
                return export_calendar(connection, path, scope, translate, names=names)

        self._context.tasks.run(work, self._written, self._not_written, owner=self)

    def _name(self, scope: CalendarScope) -> str:
        if scope.workshop is not None and self._wish.workshop is not None:
            return self._wish.workshop.name
        if scope.community is not None:
            return self.ui.community.chosen[0].name
        return f"{self.ui.first.text()}-{self.ui.last.text()}"

    def _written(self, report: Report) -> None:
        self._busy = False
        told = self.tr("%n session(s) written: {file}", "", report.rows).format(file=report.file.name)
        if report.people:
            told += " · " + self.tr("%n person(s) named", "", report.people)
        self.ui.done.setText(told)
        self.ui.recipient.remember()
        note_leaving(self._context, report.file.name, Leaving("sessions", report.people), self.ui.recipient.given)

    def _not_written(self, error: AppError) -> None:
        self._busy = False
        self.ui.refusal.say(sentence(error))

    def _refuse(self, error: FieldError | ValueError) -> None:
        """Say what is wrong beside its field and go there."""
        if not isinstance(error, FieldError):
            return
        of_days = error.field in ("first", "last")
        (self.ui.date_refusal if of_days else self.ui.refusal).say(sentence(error))
        line = getattr(self.ui, error.field, None)
        if isinstance(line, QWidget):
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(line, QLineEdit):
            line.selectAll()


def calendar_file(context: Context, wish: CalendarWish, parent: QWidget) -> CalendarFile:
    """Open it over a pane."""
    dialog = CalendarFile(context, wish, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(min(560, parent.window().width() - 32), 400)
    QTimer.singleShot(0, dialog, dialog.open)
    return dialog
