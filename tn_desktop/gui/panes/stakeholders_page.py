"""The page of one stakeholder: what was talked about, whom to talk to, what it supports, and its fields."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.stakeholder_detail import Ui_StakeholderDetail
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.panes.stakeholders_engagements import EngagementsTab
from tn_desktop.gui.panes.stakeholders_supports import SupportsTab
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.status_marks import status_colour, status_text
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import show_tags
from tn_desktop.model.places import province_name
from tn_desktop.services import stakeholder_page
from tn_desktop.services.known_people import Known
from tn_desktop.services.stakeholder_page import ContactRow, StakeholderPage

if TYPE_CHECKING:
    from sqlalchemy import Connection

ADD_NEW_CONTACT = QT_TRANSLATE_NOOP("history", "Add a new person as a contact")


class StakeholderForm(FieldForm):
    """All fields of a stakeholder in groups; disciplines and themes that are in use are offered."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "stakeholders", parent)
        self.heading(self.tr("Stakeholder"))
        self.add("name", "type", "status", "province", "person")
        self.heading(self.tr("What it can do"))
        self.add("disciplines", "themes", "role")
        self.heading(self.tr("How to reach it"))
        self.add("phone", "email", "web")
        self.heading(self.tr("What you know of it"))
        self.add("notes")
        context.tasks.changed.connect(self._on_tags_changed)
        self._ask_tags()

    def _on_tags_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches("stakeholder"):
            self._ask_tags()

    def _ask_tags(self) -> None:
        self._context.tasks.read(stakeholder_page.suggested_tags, self._offer, owner=self, channel="tags")

    def _offer(self, words: Mapping[str, list[str]]) -> None:
        for name, offered in words.items():
            self.editors[name].offer(offered)


class StakeholderDetail(RecordPage):
    """One stakeholder: what was talked about, whom to talk to, what it supports, its fields."""

    tables = (
        "stakeholder", "contact", "person", "engagement", "community_stakeholder", "workshop_stakeholder", "community",
        "workshop", "need",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = Ui_StakeholderDetail()
        self.ui.setupUi(self)
        self.place_form(StakeholderForm(context))
        self.engagements = EngagementsTab(self)
        self._set_up_contacts()
        self.supports = SupportsTab(self)
        self.begin(self.tr("Choose a stakeholder on the left to see what was agreed. Ctrl+N adds a new one."))

    def _set_up_contacts(self) -> None:
        self._contacts = RowsModel(
            (
                Cell("name", self.tr("Name"), _name, grows=True, tooltip=_name),
                Cell(
                    "role",
                    self.tr("Role there"),
                    lambda row: row.role,
                    edit=lambda row: row.role,
                    tooltip=lambda row: row.role,
                    width=17,
                ),
                Cell("phone", self.tr("Phone"), lambda row: row.phone, width=13),
                Cell(
                    "email", self.tr("E-mail"), lambda row: row.email, tooltip=lambda row: row.email, width=17, spare=1
                ),
            ),
            "contact_id",
            self,
        )
        table = self.ui.contacts
        table.set_rows_model(self._contacts)
        table.empty_text = self.tr("Nobody to talk to yet. Type a name above; F2 then writes down the role there.")
        table.opened.connect(lambda row: self.context.navigator.person_wanted.emit(row.person_id))
        table.removed.connect(self._remove)
        self._contacts.edited.connect(self._on_edited)
        line = self.ui.add_contact
        line.set_up(self.context)
        line.picked.connect(self._add_known)
        line.entered.connect(self._add_new)

    def new_head(self) -> str:
        return self.tr("New stakeholder")

    def show_key(self, key: int | None) -> None:
        self.ui.contacts_refusal.take_back()
        if key != self.key:
            self.engagements.forget()
            self.supports.forget()
        super().show_key(key)

    def query(self, key: int) -> "Callable[[Connection], StakeholderPage]":
        return lambda connection: stakeholder_page.stakeholder_page(connection, key)

    def show_page(self, page: StakeholderPage) -> None:
        values = page.values
        parts = (
            vocabulary.word(vocabulary.STAKEHOLDER_TYPE, values["type"], translate),
            province_name(values["province"]),
            show_tags(values["disciplines"]),
            show_tags(values["themes"]),
        )
        self.ui.head.show_head(
            values["name"] or "",
            " · ".join(part for part in parts if part),
            status_text(vocabulary.STAKEHOLDER_STATUS, values["status"]),
            status_colour(values["status"]),
        )
        self.engagements.show(page)
        self.supports.show(page)
        self.ui.contacts.show_rows(page.contacts)
        self.ui.add_contact.province = values["province"] or ""
        show_count(self.ui.tabs, self.ui.contacts_tab, self.tr("&Contacts"), len(page.contacts))

    # --- contacts

    def _add_known(self, known: Known) -> None:
        stakeholder = self.key
        if stakeholder is not None:
            self.write(
                ADDING["contacts"],
                lambda uow: stakeholder_page.add_contact(uow, stakeholder, known.id),
                self.ui.contacts_refusal,
            )

    def _add_new(self, name: str) -> None:
        stakeholder = self.key
        if stakeholder is not None:
            self.write(
                ADD_NEW_CONTACT,
                lambda uow: stakeholder_page.add_new_contact(uow, stakeholder, name),
                self.ui.contacts_refusal,
                failed=lambda _error: self.ui.add_contact.setText(name),
            )

    def _on_edited(self, row: ContactRow, name: str, value: Any) -> None:
        self.change_cell("contacts", self.ui.contacts, row.contact_id, name, value, self.ui.contacts_refusal)

    def _remove(self, rows: tuple[ContactRow, ...]) -> None:
        self.remove_rows("contacts", [row.contact_id for row in rows], self.ui.contacts_refusal)


def _name(row: ContactRow) -> str:
    return f"{row.name} · {row.label}" if row.label else row.name
