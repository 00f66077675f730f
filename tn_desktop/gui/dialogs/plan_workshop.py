"""Planning a workshop on one page; a usual one is title, date, repeat, save."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from tn_desktop.gui.context import Context, PlanWish, sentence, translate
from tn_desktop.gui.dialogs.plan_dates import PlanDates
from tn_desktop.gui.forms.plan_workshop import Ui_PlanWorkshop
from tn_desktop.gui.widgets.drafted import Drafted, plain, unplain
from tn_desktop.gui.widgets.editors import FoldedCompleter, show_date
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day
from tn_desktop.model.places import find_province, province_name, provinces
from tn_desktop.services import known_people, planning, sessions, workshops
from tn_desktop.services.known_people import Known
from tn_desktop.services.planning import PlanDefaults
from tn_desktop.services.recurrence import RHYTHM, WEEKLY, DaysOff
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.unit_of_work import UnitOfWork

SKIP_HOLIDAYS: Final = "planning/skip-holidays"
"""Setting: 1 where no session may fall on a public holiday; else its name stands beside the date."""
ADD_WORKSHOP: Final = QT_TRANSLATE_NOOP("history", "Plan a workshop")
DATES: Final = "corrected"
"""Name in a draft of the days that were corrected by hand."""
BESIDE: Final = {
    "title": "title_refusal",
    "province": "province_refusal",
    "date": "date_refusal",
    "start": "date_refusal",
    "end": "date_refusal",
    "starts_at": "date_refusal",
    "ends_at": "date_refusal",
    "capacity": "province_refusal",
}
"""Field of an error -> where it is said; any other is said above the buttons."""


class PlanWorkshop(QDialog, Drafted):
    """The planning page.

    Attributes:
        made: id of the workshop that was made, or None.
    """

    def __init__(self, context: Context, wish: PlanWish | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._wish = wish = wish or PlanWish()
        self.made: int | None = None
        self._defaults: PlanDefaults | None = None
        self._touched: set[QWidget] = set()
        self._saving = False
        self._warned = False
        self.ui = Ui_PlanWorkshop()
        self.ui.setupUi(self)
        self.dates = PlanDates(self.ui.days, self.ui.repeats_text, self)
        roomy(self)
        self._set_up()
        context.tasks.read(
            lambda connection: planning.plan_defaults(
                connection, wish.community, context.now().date(), wish.needs, context.language
            ),
            lambda found: self._show_defaults(found, first=True),
            owner=self,
        )

    def _set_up(self) -> None:
        ui = self.ui
        _fill(ui.kind, vocabulary.WORKSHOP_KIND)
        _fill(ui.mode, vocabulary.SESSION_MODE)
        names = [province.name for province in provinces().values()]
        ui.province.setCompleter(FoldedCompleter(names, ui.province))
        ui.communities.set_up(
            self.context, self.tr("Communities"), self.tr("Type the community's name (may stay empty)")
        )
        type_a_name = self.tr("Type a name, Enter adds")
        ui.facilitators.set_up(self.context, self.tr("Facilitators"), type_a_name)
        ui.speakers.set_up(self.context, self.tr("Guest speakers"), type_a_name)
        ui.supporters.set_up(self.context, self.tr("Supporters"))
        ui.needs.set_up(self.context, self.tr("Needs it answers"), self.tr("Type some of its words, ↓ shows all"))
        ui.format.set_up(self.context)
        _fill(ui.rhythm, RHYTHM)
        ui.rhythm.setCurrentIndex(ui.rhythm.findData(WEEKLY))
        ui.holidays.setChecked(str(self.context.choices.value(SKIP_HOLIDAYS, "0")) == "1")
        for widget, name in (
            (ui.title, self.tr("Title")),
            (ui.kind, self.tr("Kind")),
            (ui.province, self.tr("Province")),
            (ui.date, self.tr("Date of the first session")),
            (ui.start, self.tr("Start")),
            (ui.end, self.tr("End")),
            (ui.repeats, self.tr("Number of sessions")),
            (ui.rhythm, self.tr("How often")),
            (ui.format, self.tr("Format")),
            (ui.capacity, self.tr("Capacity")),
            (ui.days, self.tr("Dates of the sessions")),
            (ui.mode, self.tr("In person or online")),
            (ui.venue, self.tr("Place")),
            (ui.link, self.tr("Link")),
        ):
            widget.setAccessibleName(name)
        ui.title.setPlaceholderText(self.tr("Critical Thinking Workshop"))
        ui.capacity.setPlaceholderText(self.tr("any number"))
        for line in (ui.province, ui.start, ui.end, ui.venue, ui.link, ui.capacity):
            line.textEdited.connect(lambda _text, line=line: self._touched.add(line))
        for combo in (ui.kind, ui.mode, ui.format):
            combo.activated.connect(lambda _n, combo=combo: self._touched.add(combo))
        ui.date.textEdited.connect(lambda: self._touched.add(ui.date))
        ui.date.textChanged.connect(self._tell_dates)
        ui.repeats.valueChanged.connect(self._tell_dates)
        ui.rhythm.currentIndexChanged.connect(self._tell_dates)
        ui.holidays.toggled.connect(self._on_holidays_toggled)
        self.dates.refused.connect(lambda error: ui.refusal.say(sentence(error)))
        self.dates.changed.connect(ui.refusal.take_back)
        ui.repeats.setSuffix(" ×")
        ui.mode.currentIndexChanged.connect(self._tell_mode)
        ui.kind.activated.connect(self._suit_kind)
        ui.communities.changed.connect(self._on_communities_changed)
        ui.enrol.setVisible(False)
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(super().reject)
        self._tell_mode()

    # --- defaults

    def _show_defaults(self, found: PlanDefaults, first: bool) -> None:
        """Fill what was not touched."""
        ui = self.ui
        self._defaults = found
        values: tuple[tuple[QLineEdit, str], ...] = (
            (ui.province, province_name(found.province)),
            (ui.date, show_date(found.date)),
            (ui.start, found.start),
            (ui.end, found.end),
            (ui.venue, found.venue),
            (ui.link, found.link),
        )
        for line, text in values:
            if line not in self._touched:
                line.setText(text)
        for combo, value in ((ui.kind, found.kind), (ui.mode, found.mode)):
            if combo not in self._touched:
                combo.setCurrentIndex(max(0, combo.findData(value)))
        if ui.format not in self._touched:
            ui.format.show_value(found.format)
        if first:
            ui.title.setText(self._wish.title)
            if self._wish.day:
                ui.date.setText(show_date(self._wish.day))
        if first and found.community is not None:
            ui.communities.show_chosen((found.community,))
        if first and found.owner is not None:
            ui.facilitators.show_chosen((found.owner,))
        if first:
            ui.needs.show_chosen(found.needs)
            self._read_days_off()
        self._tell_members(found.members)
        self._tell_dates()
        if first:
            ui.title.setFocus(Qt.FocusReason.OtherFocusReason)
            # What the need is called is a beginning: a title of her own is typed over it.
            ui.title.selectAll()

    def _on_communities_changed(self) -> None:
        ids = [known.id for known in self.ui.communities.chosen]
        today = self.context.now().date()
        first, language = ids[0] if ids else None, self.context.language

        def read(connection: Any) -> tuple[PlanDefaults, int]:
            return planning.plan_defaults(connection, first, today, (), language), planning.members_today(
                connection, ids
            )

        def show(found: tuple[PlanDefaults, int]) -> None:
            self._show_defaults(found[0], first=False)
            self._tell_members(found[1])

        self.context.tasks.read(read, show, owner=self, channel="defaults")

    # --- what will come of it

    def _tell_members(self, count: int) -> None:
        box = self.ui.enrol
        shown = bool(self.ui.communities.chosen)
        if shown and not box.isVisibleTo(self):
            box.setChecked(True)
        box.setVisible(shown)
        box.setText(self.tr("Put all &members on the list (%n)", "", count))
        if not shown:
            box.setChecked(False)

    def _tell_dates(self) -> None:
        """Show which days the sessions fall on."""
        ui = self.ui
        first = self._first_day()
        ui.weekday.setText(self.locale().dayName(first.isoweekday()) if first else "")
        several = ui.repeats.value() > 1
        ui.rhythm.setEnabled(several)
        ui.holidays.setEnabled(several)
        self.dates.plan(first, ui.rhythm.currentData(), ui.repeats.value(), not ui.holidays.isChecked())

    def _on_holidays_toggled(self, left_out: bool) -> None:
        self.context.choices.put(SKIP_HOLIDAYS, int(left_out))
        self._tell_dates()

    def _read_days_off(self) -> None:
        province = find_province(self.ui.province.text())
        country = province[:2] if province else "TR"
        language = self.context.language
        self.context.tasks.read(
            lambda _connection: DaysOff(country, language), self.dates.use_days_off, owner=self, channel="days-off"
        )

    def _first_day(self) -> date | None:
        try:
            return date.fromisoformat(day("date", self.ui.date.text()))
        except AppError:
            return None

    def _suit_kind(self) -> None:
        """In a hybrid program some are in the room and some online; whoever chose how it is held keeps that."""
        if self.ui.kind.currentData() == "hybrid_program" and self.ui.mode not in self._touched:
            self.ui.mode.setCurrentIndex(self.ui.mode.findData(vocabulary.HYBRID))

    def _tell_mode(self) -> None:
        mode = self.ui.mode.currentData()
        online = mode != vocabulary.IN_PERSON
        self.ui.link.setVisible(online)
        self.ui.link_label.setVisible(online)

    # --- a plan that is not saved yet

    def draft_place(self) -> dict[str, Any]:
        return {"community": self._wish.community}

    def draft_values(self) -> dict[str, Any]:
        values = super().draft_values()
        return values | {DATES: plain(self.dates.corrections)} if values else {}

    def is_at(self, place: Mapping[str, Any]) -> bool:
        return super().is_at(place) and self._defaults is not None

    def take_draft(self, values: Mapping[str, Any]) -> None:
        # What is put back is hers: no default of a community takes its place.
        self._touched |= set(self.draft_fields().values())
        super().take_draft(values)
        self.dates.correct(unplain(values.get(DATES) or []))

    # --- leaving

    def reject(self) -> None:
        """Esc: leave at once when nothing was typed, else only when pressed again."""
        touched = self._touched or not self.dates.untouched or self.ui.title.text().strip() != self._wish.title
        if self._warned or not touched:
            super().reject()
            return
        self._warned = True
        self.ui.refusal.say(self.tr("Nothing is saved yet. Press Esc again to leave without saving."))

    # --- saving

    def plan(self) -> tuple[WorkshopPlan, tuple[Known, ...], tuple[Known, ...]]:
        """What is asked for, the facilitators and the guest speakers.

        Raises:
            FieldError: a value is wrong.
        """
        ui = self.ui
        if not ui.title.text().strip():
            raise FieldError("title", QT_TRANSLATE_NOOP("errors", "A workshop needs a title. Fill it in."))
        province = ui.province.text().strip()
        if province and find_province(province) is None:
            raise FieldError(
                "province",
                QT_TRANSLATE_NOOP("errors", "There is no province “{value}”. Choose one of the list."),
                value=province,
            )
        times = sessions.times(ui.date.text(), ui.start.text(), ui.end.text())
        mode = ui.mode.currentData()
        session: dict[str, object] = {"mode": mode, "venue": ui.venue.text(), "capacity": ui.capacity.text()}
        if mode != vocabulary.IN_PERSON:
            session["link"] = ui.link.text()
        if self._defaults is not None and self._defaults.zone:
            session["zone"] = self._defaults.zone
        communities = [known.id for known in ui.communities.chosen]
        chosen_format = ui.format.typed()
        plan = WorkshopPlan(
            {
                "title": ui.title.text(),
                "kind": ui.kind.currentData(),
                "format": chosen_format.id if chosen_format is not None else None,
                "province": province or None,
                "communities": communities,
                "needs": [known.id for known in ui.needs.chosen],
                "themes": list(self._defaults.themes) if self._defaults is not None and ui.needs.chosen else [],
            },
            times["starts_at"] or "",
            times["ends_at"] or "",
            session,
            days=tuple(day.isoformat() for day in self.dates.days),
            enrol_members=bool(communities) and ui.enrol.isChecked(),
            stakeholders=tuple((known.id, (role,)) for known, role in ui.supporters.chosen),
        )
        return plan, tuple(ui.facilitators.chosen), tuple(ui.speakers.chosen)

    def _save(self) -> None:
        if self._saving:
            return
        self._take_back()
        try:
            plan, facilitators, speakers = self.plan()
        except FieldError as error:
            self._refuse(error)
            return
        self._saving = True

        def make(uow: UnitOfWork) -> Changes:
            province = find_province(str(plan.values["province"])) if plan.values["province"] else None
            people = {
                "facilitators": known_people.settle(uow, facilitators, province),
                "speakers": known_people.settle(uow, speakers, province),
            }
            asked = replace(plan, session={**plan.session, **people})
            return workshops.plan(uow, asked)

        self.context.tasks.write(ADD_WORKSHOP, make, done=self._on_made, failed=self._refuse, owner=self)

    def _on_made(self, changes: Changes) -> None:
        self.made = changes.subject
        self.accept()
        if self.made is not None:
            self.context.navigator.workshop_wanted.emit(self.made)

    def _refuse(self, error: AppError) -> None:
        """Say what is wrong beside its field and go there."""
        self._saving = False
        field = error.field if isinstance(error, FieldError) else ""
        getattr(self.ui, BESIDE.get(field, "refusal")).say(sentence(error))
        place = {"starts_at": "date", "ends_at": "end"}.get(field, field)
        widget = getattr(self.ui, place, None) if place else None
        if isinstance(widget, QWidget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(widget, QLineEdit):
                widget.selectAll()

    def _take_back(self) -> None:
        self._warned = False
        for name in {*BESIDE.values(), "refusal"}:
            getattr(self.ui, name).take_back()


def reopen(context: Context, place: Mapping[str, Any], window: QWidget) -> PlanWorkshop:
    """Open the page again for what was typed into it, see drafted.py."""
    return plan(context, PlanWish(place["community"]), window)


def plan(context: Context, wish: PlanWish, parent: QWidget) -> PlanWorkshop:
    """Open the planning page over a pane; the workshop that is made is shown when it is there."""
    dialog = PlanWorkshop(context, wish, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(min(1000, parent.window().width() - 32), min(660, parent.window().height() - 24))
    QTimer.singleShot(0, dialog, dialog.open)
    return dialog


def _fill(combo: QComboBox, words: Any) -> None:
    for value in words:
        combo.addItem(vocabulary.word(words, value, translate), value)
