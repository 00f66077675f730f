"""The page of one person: her fields, the communities she is in, what she took part in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.person_detail import Ui_PersonDetail
from tn_desktop.gui.models.rows import Cell, RowsModel, choices_of
from tn_desktop.gui.panes.people_privacy import PersonPrivacy
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.editors import show_date, show_moment
from tn_desktop.gui.widgets.person_form import OFFERED, NamesakeButtons, PersonForm
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.services import community_page
from tn_desktop.services.contributions import Contribution
from tn_desktop.services.known_people import Known
from tn_desktop.services.person_page import MembershipRow, PersonPage, SessionOfPerson, WorkshopOfPerson, person_page

if TYPE_CHECKING:
    from sqlalchemy import Connection

DID = {
    "led": QT_TRANSLATE_NOOP("PersonDetail", "Led"),
    "facilitated": QT_TRANSLATE_NOOP("PersonDetail", "Facilitated"),
    "spoke": QT_TRANSLATE_NOOP("PersonDetail", "Spoke"),
    "initiated": QT_TRANSLATE_NOOP("PersonDetail", "Initiated"),
    "raised": QT_TRANSLATE_NOOP("PersonDetail", "Raised a need"),
    "carried_out": QT_TRANSLATE_NOOP("PersonDetail", "Carried out a round"),
    "made": QT_TRANSLATE_NOOP("PersonDetail", "Made an output"),
    "contact": QT_TRANSLATE_NOOP("PersonDetail", "Contact person"),
    "stakeholder": QT_TRANSLATE_NOOP("PersonDetail", "Is a stakeholder"),
    "talked": QT_TRANSLATE_NOOP("PersonDetail", "Was spoken with"),
}
"""What somebody did, by the kinds of services/contributions."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PersonDetail(RecordPage):
    """One person.

    Signals:
        existing_wanted(int): instead of a new person a known one is to be shown.

    Attributes:
        privacy: the tab of consents and requests.
    """

    tables = (
        "person", "membership", "community", "attendance", "enrolment", "workshop", "workshop_session", "contact",
        "stakeholder", "engagement", "need", "iteration", "iteration_person", "solution", "output", "output_person",
        "workshop_leader", "session_facilitator", "session_speaker", "consent", "data_request",
    )  # fmt: skip
    existing_wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_PersonDetail()
        self.ui.setupUi(self)
        form = PersonForm(context)
        self.place_form(form)
        self._namesakes = NamesakeButtons()
        self._namesakes.after = form.editors["family_name"]
        self.ui.namesakes_column.addWidget(self._namesakes)
        self.ui.namesakes.hide()
        form.keep_waiting_in(self.ui.namesakes)
        form.namesakes_found.connect(self._show_namesakes)
        self._namesakes.chosen.connect(self._open_existing)
        self._set_up_communities()
        self._set_up_workshops()
        self._set_up_marks()
        self._set_up_contributions()
        self.privacy = PersonPrivacy(context)
        self.ui.privacy_column.addWidget(self.privacy)
        self.privacy.counted.connect(self._show_consents)
        self.begin(self.tr("Choose a person on the left. Ctrl+N adds a new one."))

    def _set_up_communities(self) -> None:
        self._memberships = RowsModel(
            (
                Cell("name", self.tr("Community"), lambda row: row.name, grows=True, tooltip=lambda row: row.name),
                Cell(
                    "role",
                    self.tr("Role"),
                    lambda row: vocabulary.word(vocabulary.MEMBERSHIP_ROLE, row.role or None, translate),
                    edit=lambda row: row.role,
                    choices=choices_of(vocabulary.MEMBERSHIP_ROLE, translate),
                    width=11,
                ),
                Cell(
                    "joined",
                    self.tr("Joined"),
                    lambda row: show_date(row.joined),
                    edit=lambda row: show_date(row.joined),
                    width=9,
                    spare=1,
                ),
                Cell(
                    "left",
                    self.tr("Left"),
                    lambda row: show_date(row.left),
                    edit=lambda row: show_date(row.left),
                    width=9,
                    spare=2,
                ),
            ),
            "membership_id",
            self,
        )
        table = self.ui.memberships
        table.set_rows_model(self._memberships)
        table.empty_text = self.tr("In no community yet. Type the name of one above.")
        table.opened.connect(lambda row: self.context.navigator.community_wanted.emit(row.community_id))
        table.removed.connect(self._remove_memberships)
        self._memberships.edited.connect(self._on_membership_edited)
        self.ui.add_community.set_up(self.context)
        self.ui.add_community.picked.connect(self._join)
        self.ui.add_community.refused.connect(self.ui.communities_refusal.say)

    def _set_up_workshops(self) -> None:
        words = vocabulary.WORKSHOP_KIND
        self._workshops = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.starts_at[:10]), width=9),
                Cell("title", self.tr("Title"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
                Cell(
                    "kind",
                    self.tr("Kind"),
                    lambda row: vocabulary.word(words, row.kind or None, translate),
                    width=12,
                    spare=1,
                ),
                Cell(
                    "attended",
                    self.tr("Sessions"),
                    lambda row: f"{row.attended}/{row.sessions}",
                    alignment=RIGHT,
                    width=8,
                ),
                Cell("hours", self.tr("Hours"), self._hours_of, alignment=RIGHT, width=7),
            ),
            "workshop_id",
            self,
        )
        table = self.ui.workshops
        table.set_rows_model(self._workshops)
        table.empty_text = self.tr("Took part in nothing yet, and is on no list.")
        table.opened.connect(lambda row: self.context.navigator.workshop_wanted.emit(row.workshop_id))

    def _set_up_marks(self) -> None:
        self._marks = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_moment(row.starts_at), width=14),
                Cell("workshop", self.tr("Workshop"), _session_name, grows=True, least=16, tooltip=_session_name),
                Cell(
                    "mark",
                    self.tr("Mark"),
                    _mark,
                    colour=lambda row: status_colour(row.status),
                    width=11,
                    tooltip=self._marked_by,
                ),
                Cell("mode", self.tr("How"), _mode, width=9, spare=2),
                Cell("hours", self.tr("Hours"), self._hours_of, alignment=RIGHT, width=7, spare=1),
            ),
            "attendance_id",
            self,
        )
        table, view = self.ui.marks, self.ui.took_part_view
        table.set_rows_model(self._marks)
        table.empty_text = self.tr("Was marked in no session yet.")
        table.opened.connect(lambda row: self.context.navigator.attendance_wanted.emit(row.session_id))
        table.hide()
        view.currentIndexChanged.connect(lambda at: (table.setVisible(at == 1), self.ui.workshops.setVisible(at == 0)))

    def _set_up_contributions(self) -> None:
        self._contributions = RowsModel(
            (
                Cell("date", self.tr("Date"), lambda row: show_date(row.date), width=9),
                Cell("kind", self.tr("As"), lambda row: translate("PersonDetail", DID[row.kind]), width=14),
                Cell("title", self.tr("Title"), _contribution, grows=True, tooltip=_contribution),
            ),
            "key",
            self,
        )
        table = self.ui.contributions
        table.set_rows_model(self._contributions)
        table.empty_text = self.tr(
            "Nothing yet: whoever leads, facilitates, speaks, raises a need, carries out a round or makes an output "
            "is named there, and it stands here."
        )
        table.opened.connect(lambda row: self.context.navigator.record_wanted.emit(row.entity, row.id))

    # --- showing

    def show_key(self, key: int | None) -> None:
        self.ui.namesakes.hide()
        self.ui.communities_refusal.take_back()
        super().show_key(key)

    def query(self, key: int) -> "Callable[[Connection], PersonPage]":
        return lambda connection: person_page(connection, key)

    def show_page(self, page: PersonPage) -> None:
        values = page.values
        parts = (values["subject"], values["institution"], province_name(values["province"]))
        label = f" · {values['label']}" if values["label"] else ""
        self.ui.head.show_head(page.name + label, " · ".join(part for part in parts if part))
        self.ui.memberships.show_rows(page.memberships)
        self.ui.workshops.show_rows(page.workshops)
        today = sum(1 for row in page.memberships if not row.left)
        show_count(self.ui.tabs, self.ui.communities_tab, self.tr("&Communities"), today)
        show_count(self.ui.tabs, self.ui.took_part_tab, self.tr("Took &part"), page.sessions)
        self.ui.marks.show_rows(page.marks)
        did = page.contributions
        self.ui.contributions.show_rows(did.rows)
        show_count(self.ui.tabs, self.ui.contributions_tab, self.tr("C&ontributed"), did.total or None)
        told = [f"{translate('PersonDetail', DID[kind])} {self.locale().toString(n)}" for kind, n in did.counts.items()]
        self.ui.contributed.setText(" · ".join(told))
        self.ui.contributed.setVisible(bool(told))
        self.ui.totals.setText(self._totals(page))
        self.privacy.show_person(page.id, page.name)

    def _show_consents(self, count: int) -> None:
        show_count(self.ui.tabs, self.ui.privacy_tab, self.tr("Pri&vacy"), count or None)

    def _totals(self, page: PersonPage) -> str:
        parts = (
            self.tr("%n workshop(s)", "", page.came),
            self.tr("%n session(s)", "", page.sessions),
            self._hours(page.minutes),
            self.tr("%n row(s) of one person", "", page.rows) if page.rows > 1 else "",
        )
        return " · ".join(part for part in parts if part)

    def _marked_by(self, row: SessionOfPerson) -> str:
        """Who was at the keyboard."""
        return self.tr("Marked by {name}").format(name=row.marked_by) if row.marked_by else ""

    def _hours_of(self, row: WorkshopOfPerson | SessionOfPerson) -> str:
        return self._hours(row.minutes) if row.minutes else ""

    def _hours(self, minutes: int) -> str:
        hours = round(minutes / 30) / 2
        number = self.locale().toString(hours, "f", 0 if hours == int(hours) else 1)
        return self.tr("{hours} h").format(hours=number)

    # --- a new person

    def new_head(self) -> str:
        return self.tr("New person")

    def begin_new(self, values: Mapping[str, Any] | None = None) -> None:
        self.ui.namesakes.hide()
        super().begin_new(values)

    def _on_created(self, key: int) -> None:
        self.ui.namesakes.hide()
        super()._on_created(key)

    def _show_namesakes(self, found: list[Known]) -> None:
        self._namesakes.show_namesakes(found)
        text = self.tr("Known by this name: %n. Open instead of adding once more:", "", len(found))
        self.ui.namesakes_label.setText(text if len(found) <= OFFERED else f"{text} (1–{OFFERED})")
        self.ui.namesakes.setVisible(bool(found) and self.form.is_new)

    def _open_existing(self, key: int) -> None:
        self.form.clear()
        self.ui.namesakes.hide()
        self.existing_wanted.emit(key)

    # --- communities

    def _join(self, community: Known) -> None:
        person = self.key
        if person is None:
            return

        def told(count: object) -> None:
            if not count:
                text = self.tr("Already a member of {name}.").format(name=community.name)
                self.ui.communities_refusal.say(text)

        self.write(
            ADDING["memberships"],
            lambda uow: community_page.add_members(uow, community.id, [person]),
            self.ui.communities_refusal,
            done=lambda changes: told(changes.told.get("count")),
        )

    def _on_membership_edited(self, row: MembershipRow, name: str, value: Any) -> None:
        self.change_cell(
            "memberships", self.ui.memberships, row.membership_id, name, value, self.ui.communities_refusal
        )

    def _remove_memberships(self, rows: tuple[MembershipRow, ...]) -> None:
        self.remove_rows("memberships", [row.membership_id for row in rows], self.ui.communities_refusal)


def _session_name(row: SessionOfPerson) -> str:
    return " · ".join(part for part in (row.workshop, row.title) if part)


def _mark(row: SessionOfPerson) -> str:
    return status_text(vocabulary.ATTENDANCE_STATUS, row.status)


def _mode(row: SessionOfPerson) -> str:
    return vocabulary.word(vocabulary.ATTENDANCE_MODE, row.mode or None, translate)


def _contribution(row: Contribution) -> str:
    return " · ".join(part for part in (row.title, row.more) if part)
