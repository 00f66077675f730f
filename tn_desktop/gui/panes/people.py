"""The People pane: everybody the network knows, by name, school, subject or province."""

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.people_page import PersonDetail
from tn_desktop.gui.widgets.filters import CommunityChoices, province_choices
from tn_desktop.model import vocabulary
from tn_desktop.services.day import WALKED_IN
from tn_desktop.services.list_rows import PersonRow


class PeoplePane(ListPane):
    """People by name, school, subject or province."""

    name = "people"
    list_share = 55

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._communities = CommunityChoices(context, self._filters["community"], f"{self.name}/filter-community", self)

    def words(self) -> Words:
        return Words(
            self.tr("People"),
            self.tr("Search name, school, subject, phone"),
            self.tr("Nobody is here yet. Add the first person, or paste a list from Excel or WhatsApp."),
            self.tr("+ New person"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), _name, "name", width=22),
            Column(
                "institution",
                self.tr("School, institution"),
                _institution,
                "institution",
                tooltip=_institution,
                width=20,
                spare=1,
            ),
            Column("subject", self.tr("Subject"), _subject, "subject", tooltip=_subject, width=10, spare=2),
            Column(
                "province", self.tr("Province"), lambda row: row.province, "province", tooltip=_place, width=9, spare=3
            ),
            Column("phone", self.tr("Phone"), lambda row: row.phone, tooltip=lambda row: row.email, width=13),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("province", self.tr("Province"), province_choices()),
            Filter("community", self.tr("Community"), ()),
            Filter("role", self.tr("Role"), choices_of(vocabulary.PERSON_ROLE, translate)),
            Filter("without", self.tr("Notice, consent"), _without()),
            Filter("missing", self.tr("All details"), self._missing()),
        )

    def _missing(self) -> tuple[tuple[str, str], ...]:
        return (("1", self.tr("Missing details")), (WALKED_IN, self.tr("Walk-ins, known by name only")))

    def show_walk_ins(self) -> None:
        """Only the walk-ins of whom nothing but the name is known."""
        self.show_only("missing", WALKED_IN)

    def make_detail(self) -> PersonDetail:
        detail = PersonDetail(self.context)
        detail.created.connect(self.go_to)
        detail.existing_wanted.connect(self._on_existing_wanted)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> PersonDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, PersonDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        # Who is looking at one province most likely adds somebody from there.
        province = self._filters["province"].currentData()
        self.page.begin_new({"province": province} if province else None)

    def focus_detail(self) -> None:
        self.page.focus_form()

    def _on_existing_wanted(self, key: int) -> None:
        self.page.show_key(key)
        self.go_to(key)
        self.focus_list()

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()


def _name(row: PersonRow) -> str:
    return f"{row.name} · {row.label}" if row.label else row.name


def _institution(row: PersonRow) -> str:
    return row.institution


def _subject(row: PersonRow) -> str:
    return row.subject


def _place(row: PersonRow) -> str:
    return f"{row.province}, {row.district}" if row.district else row.province


def _without() -> tuple[tuple[str, str], ...]:
    """Who lacks the notice, a consent, or the newest text."""
    from PySide6.QtCore import QCoreApplication

    lacking = QCoreApplication.translate("PeoplePane", "Without: {what}")
    words = {vocabulary.NOTICE: vocabulary.CONSENT_KIND[vocabulary.NOTICE], **vocabulary.CONSENT_PURPOSE}
    found = [(value, lacking.format(what=translate(vocabulary.WORDS, text))) for value, text in words.items()]
    return (*found, ("ask_again", QCoreApplication.translate("PeoplePane", "Agreed to an older text")))
