"""The list of a workshop: who is enrolled, who waits, who has withdrawn; people are put on it by typing."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from tn_desktop.gui.context import translate
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.status_marks import MARKS, status_colour, status_text
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import enrolling, known_people, workshops
from tn_desktop.services.known_people import Known
from tn_desktop.services.workshop_page import WorkshopPage
from tn_desktop.services.workshops import EnrolledRow
from tn_desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENROL = QT_TRANSLATE_NOOP("history", "Put a person on the list")
ENROL_MEMBERS = QT_TRANSLATE_NOOP("history", "Put the members on the list")
TAKE_OFF = QT_TRANSLATE_NOOP("history", "Take people off the list")
MOVE_IN_LINE = QT_TRANSLATE_NOOP("history", "Change the order of the waiting list")
FAR = 1_000_000
"""More steps than any line has."""
CHANGE_STATUS = QT_TRANSLATE_NOOP("history", "Change an enrolment")


class PeopleTab(QObject):
    """The tab ‹Enrolled› of a workshop's page."""

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__(page)
        self._page = page
        self._ui = page.ui
        self._sessions = 0
        self._communities = 0
        self._model = RowsModel(self._cells(), "enrolment_id", self)
        table = self._ui.enrolled
        table.set_rows_model(self._model)
        table.empty_text = self.tr(
            "Nobody is on the list yet. Type a name above, take the members of the community, or add a list."
        )
        table.opened.connect(lambda row: page.context.navigator.person_wanted.emit(row.person_id))
        table.removed.connect(self._take_off)
        self._model.edited.connect(self._on_edited)
        line = self._ui.add_person
        line.set_up(page.context)
        line.picked.connect(self._add_known)
        line.entered.connect(self._add_new)
        self._ui.from_community.clicked.connect(self._add_members)
        self._ui.import_list.clicked.connect(self._import)
        self._set_up_line()

    def _cells(self) -> tuple[Cell, ...]:
        statuses = vocabulary.ENROLMENT_STATUS
        return (
            Cell("name", self.tr("Name"), _name, grows=True, tooltip=_name),
            Cell(
                "institution",
                self.tr("School"),
                lambda row: row.institution,
                tooltip=lambda row: row.institution,
                width=14,
                spare=1,
            ),
            Cell(
                "subject",
                self.tr("Subject"),
                lambda row: row.subject,
                tooltip=lambda row: row.subject,
                width=10,
                spare=2,
            ),
            Cell(
                "status",
                self.tr("Status"),
                _status,
                tooltip=self._since,
                edit=lambda row: row.status,
                choices=choices_of(statuses, translate),
                colour=lambda row: status_colour(row.status),
                width=12,
            ),
            Cell("attended", self.tr("Came"), lambda row: f"{row.attended}/{self._sessions}", alignment=RIGHT, width=5),
        )

    def _set_up_line(self) -> None:
        """What can be done with whoever waits, behind a button and by keys."""
        menu, table = QMenu(self._ui.waiting), self._ui.enrolled
        for text, key, call in (
            (self.tr("&Give a place"), "", self._give_place),
            (self.tr("&Up"), "Ctrl+Up", lambda: self._move(-1)),
            (self.tr("&Down"), "Ctrl+Down", lambda: self._move(1)),
            (self.tr("To the &head of the line"), "Ctrl+Home", lambda: self._move(-FAR)),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, call=call: call())
            if key:
                # The table's own keys, told of in the menu: it hears them while it has the focus.
                action.setText(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}")
                QShortcut(QKeySequence(key), table, call, context=Qt.ShortcutContext.WidgetShortcut)
        self._ui.waiting.setMenu(menu)
        self._ui.waiting.hide()
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._offer())

    def forget(self) -> None:
        """Another workshop is coming."""
        self._ui.enrolled_refusal.take_back()

    def show(self, page: WorkshopPage) -> None:
        """Show who is on the list."""
        self._sessions = sum(1 for row in page.sessions if row.status != vocabulary.CANCELLED)
        self._communities = len(page.communities)
        self._ui.enrolled.show_rows(page.enrolled)
        self._ui.add_person.province = page.values["province"] or ""
        self._ui.enrolled_counts.setText(self._counted(page))
        self._offer()

    def _counted(self, page: WorkshopPage) -> str:
        """How many are on the list of how many places, how many wait, how many have withdrawn."""
        held = page.places
        enrolled = f"{held.enrolled}/{held.capacity}" if held.capacity is not None else str(held.enrolled)
        withdrawn = sum(1 for row in page.enrolled if row.status == vocabulary.WITHDRAWN)
        words = vocabulary.ENROLMENT_STATUS
        counts = (
            (vocabulary.ENROLLED, enrolled),
            (vocabulary.WAITING, held.waiting),
            (vocabulary.WITHDRAWN, withdrawn),
        )
        parts = [f"{vocabulary.word(words, status, translate)} {count}" for status, count in counts if count]
        if held.free:
            parts.append(self.tr("%n place(s) free", "", held.free))
        return "   ".join(parts)

    def _offer(self) -> None:
        row = self._ui.enrolled.current_row()
        self._ui.waiting.setVisible(any(one.place for one in self._model.rows))
        self._ui.waiting.setEnabled(row is not None and row.place > 0)

    def _since(self, row: EnrolledRow) -> str:
        if not row.since:
            return ""
        return self.tr("Asked for a place: {date} {time}").format(date=show_date(row.since[:10]), time=row.since[11:16])

    # --- writing

    def _add_known(self, known: Known) -> None:
        workshop = self._page.key
        if workshop is not None:
            self._page.write(
                ENROL,
                lambda uow: enrolling.enrol(uow, workshop, [known.id]),
                self._ui.enrolled_refusal,
                done=lambda changes: self._told(known.name, changes),
            )

    def _add_new(self, name: str) -> None:
        workshop, province = self._page.key, self._ui.add_person.province
        if workshop is None:
            return

        def add(uow: UnitOfWork) -> Changes:
            person = known_people.add_named(uow, name, province or None).subject
            assert person is not None
            return enrolling.enrol(uow, workshop, [person])

        self._page.write(
            ENROL,
            add,
            self._ui.enrolled_refusal,
            done=lambda changes: self._told(name, changes),
            failed=lambda _error: self._ui.add_person.setText(name),
        )

    def _told(self, name: str, changes: Changes) -> None:
        if not changes.told.get("count"):
            self._ui.enrolled_refusal.say(self.tr("{name} is on the list already.").format(name=name))
        elif changes.told.get("waiting"):
            text = self.tr("All {capacity} places are taken: {name} is on the waiting list.")
            self._ui.enrolled_refusal.say(text.format(capacity=changes.told["capacity"], name=name))

    def _add_members(self) -> None:
        workshop = self._page.key
        if workshop is None:
            return
        if not self._communities:
            self._ui.tabs.setCurrentWidget(self._ui.details_tab)
            self._page.form.communities.picker.setFocus()  # type: ignore[attr-defined]
            text = self.tr("This workshop is for no community yet. Type its name here first.")
            self._page.context.navigator.told.emit(text)
            return

        def add(uow: UnitOfWork) -> Changes:
            return enrolling.enrol(uow, workshop, workshops.members_of_communities(uow.connection, workshop))

        def told(changes: Changes) -> None:
            count, waiting = changes.told.get("count"), changes.told.get("waiting")
            number = count if isinstance(count, int) else 0
            if number:
                text = self.tr("Put on the list: %n", "", number)
                if isinstance(waiting, int) and waiting:
                    text += " · " + self.tr("%n of them on the waiting list", "", waiting)
                self._page.context.navigator.told.emit(text)
            else:
                self._ui.enrolled_refusal.say(self.tr("All members are on the list already."))

        self._page.write(ENROL_MEMBERS, add, self._ui.enrolled_refusal, done=told)

    def _take_off(self, rows: tuple[EnrolledRow, ...]) -> None:
        workshop = self._page.key
        if workshop is not None:
            people = [row.person_id for row in rows]
            self._page.write(TAKE_OFF, lambda uow: enrolling.withdraw(uow, workshop, people), self._ui.enrolled_refusal)

    def _on_edited(self, row: EnrolledRow, _name: str, value: Any) -> None:
        self._set_status(row, str(value))

    def _give_place(self) -> None:
        row = self._ui.enrolled.current_row()
        if row is not None and row.place:
            self._set_status(row, vocabulary.ENROLLED)

    def _set_status(self, row: EnrolledRow, status: str) -> None:
        self._page.write(
            CHANGE_STATUS,
            lambda uow: enrolling.set_status(uow, row.enrolment_id, status),
            self._ui.enrolled_refusal,
        )

    def _move(self, steps: int) -> None:
        row = self._ui.enrolled.current_row()
        if row is not None and row.place:
            self._page.write(
                MOVE_IN_LINE, lambda uow: enrolling.move(uow, row.enrolment_id, steps), self._ui.enrolled_refusal
            )

    def _import(self) -> None:
        if self._page.key is not None:
            self._page.context.navigator.import_wanted.emit((None, ("workshop", self._page.key)))


def _name(row: EnrolledRow) -> str:
    return f"{row.name} · {row.label}" if row.label else row.name


def _status(row: EnrolledRow) -> str:
    if row.place:
        text = QCoreApplication.translate("PeopleTab", "waits, place {place}")
        return f"{MARKS[row.status]} {text.format(place=row.place)}"
    return status_text(vocabulary.ENROLMENT_STATUS, row.status)
