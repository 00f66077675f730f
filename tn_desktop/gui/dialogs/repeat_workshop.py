"""Holding a workshop again: as last year, or in another province."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.forms.repeat_workshop import Ui_RepeatWorkshop
from tn_desktop.gui.widgets.drafted import Drafted
from tn_desktop.gui.widgets.editors import FoldedCompleter, show_date
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day
from tn_desktop.model.places import find_province, province_name, provinces
from tn_desktop.services import repeating
from tn_desktop.services.repeating import Repeat
from tn_desktop.services.workshop_page import WorkshopPage, workshop_page

REPEAT: Final = QT_TRANSLATE_NOOP("history", "Hold a workshop again")
NAMED_AT_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """The workshop that is held again, the starts of its sessions, and the proposed day (ISO)."""

    page: WorkshopPage
    starts: tuple[date, ...]
    proposed: str


class RepeatWorkshop(QDialog, Drafted):
    """Asks for day, place and what comes along; the workshop that is made is shown.

    Attributes:
        made: id of the new workshop, or None.
    """

    def __init__(self, context: Context, workshop: int, elsewhere: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: int | None = None
        self._context, self._workshop, self._elsewhere = context, workshop, elsewhere
        self._found: _Found | None = None
        self._saving = False
        self.ui = Ui_RepeatWorkshop()
        self.ui.setupUi(self)
        roomy(self)
        self._set_up()
        today = context.now().date()

        def read(connection: Any) -> _Found:
            page = workshop_page(connection, workshop)
            going = [row for row in page.sessions if row.status != "cancelled"]
            starts = tuple(date.fromisoformat(row.starts_at[:10]) for row in going)
            return _Found(page, starts, repeating.proposed_day(connection, workshop, today, elsewhere))

        context.tasks.read(read, self._show, owner=self)

    def _set_up(self) -> None:
        ui = self.ui
        names = [province.name for province in provinces().values()]
        ui.province.setCompleter(FoldedCompleter(names, ui.province))
        for widget, name in (
            (ui.title, self.tr("Title")),
            (ui.province, self.tr("Province")),
            (ui.date, self.tr("Date of the first session")),
        ):
            widget.setAccessibleName(name)
        ui.people.setChecked(not self._elsewhere)
        ui.supporters.setChecked(not self._elsewhere)
        ui.date.textChanged.connect(self._tell_days)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)

    def _show(self, found: _Found) -> None:
        self._found = found
        ui, values = self.ui, found.page.values
        where = (province_name(values["province"]), show_date(found.starts[0].isoformat()) if found.starts else "")
        ui.about.setText(" · ".join(part for part in (values["title"] or "", *where) if part))
        ui.title.setText(values["title"] or "")
        if not self._elsewhere:
            ui.province.setText(province_name(values["province"]))
        ui.date.setText(show_date(found.proposed))
        (ui.province if self._elsewhere else ui.date).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_days(self) -> None:
        """Say which days the sessions fall on."""
        first = self._first_day()
        self.ui.weekday.setText(self.locale().dayName(first.isoweekday()) if first else "")
        if first is None or self._found is None or not self._found.starts:
            self.ui.days.setText("")
            return
        later = first - self._found.starts[0]
        days = [show_date((start + later).isoformat()) for start in self._found.starts]
        text = ", ".join(days[:NAMED_AT_MOST])
        self.ui.days.setText(f"{text}, … ({len(days)})" if len(days) > NAMED_AT_MOST else text)

    def _first_day(self) -> date | None:
        try:
            return date.fromisoformat(day("date", self.ui.date.text()))
        except (AppError, ValueError):
            return None

    def draft_place(self) -> dict[str, Any]:
        return {"workshop": self._workshop, "elsewhere": self._elsewhere}

    def is_at(self, place: Mapping[str, Any]) -> bool:
        return super().is_at(place) and self._found is not None

    def wanted(self) -> Repeat:
        """What is asked for.

        Raises:
            FieldError: a value is wrong.
        """
        ui = self.ui
        if not ui.title.text().strip():
            raise FieldError("title", QT_TRANSLATE_NOOP("errors", "A workshop needs a title. Fill it in."))
        typed = ui.province.text().strip()
        province = find_province(typed) if typed else None
        if province is None and (typed or self._elsewhere):
            raise FieldError(
                "province",
                QT_TRANSLATE_NOOP("errors", "There is no province “{value}”. Choose one of the list."),
                value=typed,
            )
        first = day("date", ui.date.text())
        return Repeat(
            self._workshop,
            first,
            province,
            ui.title.text(),
            ui.people.isChecked(),
            ui.supporters.isChecked(),
            ui.enrolled.isChecked(),
        )

    def _save(self) -> None:
        if self._saving:
            return
        for name in ("title_refusal", "province_refusal", "date_refusal", "refusal"):
            getattr(self.ui, name).take_back()
        try:
            wanted = self.wanted()
        except FieldError as error:
            self._refuse(error)
            return
        self._saving = True
        self._context.tasks.write(
            REPEAT, lambda uow: repeating.repeat(uow, wanted), done=self._on_made, failed=self._refuse, owner=self
        )

    def _on_made(self, changes: Changes) -> None:
        self.made = changes.subject
        self.accept()
        if self.made is not None:
            self._context.navigator.workshop_wanted.emit(self.made)

    def _refuse(self, error: AppError) -> None:
        """Say what is wrong beside its field and go there."""
        self._saving = False
        field = error.field if isinstance(error, FieldError) else ""
        beside = f"{field}_refusal" if field in ("title", "province", "date") else "refusal"
        getattr(self.ui, beside).say(sentence(error))
        line = getattr(self.ui, field, None) if field else None
        if isinstance(line, QLineEdit):
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.selectAll()


def reopen(context: Context, place: Mapping[str, Any], window: QWidget) -> RepeatWorkshop:
    """Open the page again for what was typed into it, see drafted.py."""
    return repeat_workshop(context, int(place["workshop"]), bool(place["elsewhere"]), window)


def repeat_workshop(context: Context, workshop: int, elsewhere: bool, parent: QWidget) -> RepeatWorkshop:
    """Open the page over a pane."""
    dialog = RepeatWorkshop(context, workshop, elsewhere, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(min(560, parent.window().width() - 32), 420)
    QTimer.singleShot(0, dialog, dialog.open)
    return dialog
