"""The Needs pane: what teachers say they need, as a list, as a board by status, and to count votes."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, NeedsWish, translate
from tn_desktop.gui.models.paged import Column
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.panes.list_pane import Filter, ListPane, Words
from tn_desktop.gui.panes.needs_page import NeedDetail
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.empty import BUTTON_HEIGHT
from tn_desktop.gui.widgets.filters import province_choices
from tn_desktop.gui.widgets.look import Heading
from tn_desktop.gui.widgets.need_board import NeedBoard
from tn_desktop.gui.widgets.need_choices import ClusterChoices, NeedCommunities, ThemeChoices
from tn_desktop.gui.widgets.need_count import NeedCount
from tn_desktop.gui.widgets.need_grouping import GroupingBar
from tn_desktop.gui.widgets.status_marks import status_text
from tn_desktop.gui.write_labels import REMOVING
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.services import records
from tn_desktop.services.known_people import Known
from tn_desktop.services.need_rows import NeedRow

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LIST, BOARD, COUNT = "list", "board", "count"


class NeedsPane(ListPane):
    """Needs by date, votes, title or status.

    Attributes:
        board: the needs by status.
        counting: the view in which votes are counted.
        view: which of the three is shown: LIST, BOARD or COUNT.
    """

    name = "needs"
    list_share = 54
    view = LIST
    _stale = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        for name, choices in (("community", NeedCommunities), ("theme", ThemeChoices), ("cluster", ClusterChoices)):
            choices(context, self._filters[name], f"{self.name}/filter-{name}", self)
        self.grouping.set_up(context)
        self.table.selectionModel().selectionChanged.connect(lambda *_ranges: self._on_selected())

    # --- what the list is

    def words(self) -> Words:
        return Words(
            self.tr("Needs"),
            self.tr("Search title, theme, group"),
            self.tr("No need yet. Write down the first thing teachers say they need: one line is enough."),
            self.tr("+ New need"),
        )

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("date", self.tr("Date"), _date, "date", width=9, newest_first=True, spare=1),
            Column("title", self.tr("Title"), lambda row: row.title, "title", tooltip=_about, width=28),
            Column("votes", self.tr("Votes"), self._votes, "votes", alignment=RIGHT, width=4, newest_first=True),
            Column("status", self.tr("Status"), _status, "status", width=11),
            Column(
                "community",
                self.tr("Community"),
                lambda row: row.community,
                tooltip=lambda row: row.community,
                width=14,
                spare=2,
            ),
        )

    def filters(self) -> tuple[Filter, ...]:
        return (
            Filter("community", self.tr("Community"), ()),
            Filter("status", self.tr("Status"), choices_of(vocabulary.NEED_STATUS, translate)),
            Filter("theme", self.tr("Theme"), ()),
            Filter("province", self.tr("Province"), province_choices()),
            Filter("cluster", self.tr("Group"), ()),
        )

    def make_detail(self) -> NeedDetail:
        detail = NeedDetail(self.context)
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)
        return detail

    @property
    def page(self) -> NeedDetail:
        """The page on the right."""
        detail = self.detail
        assert isinstance(detail, NeedDetail)
        return detail

    def show_detail(self, key: int | None) -> None:
        self.page.show_key(key)

    def new_record(self) -> None:
        if self.view == COUNT and self.counting.line.isEnabled():
            self.counting.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        community = self._community()
        self.show_view(LIST)
        self.page.begin_new({"community": community.id} if community is not None else None)

    def focus_detail(self) -> None:
        self.page.focus_form()

    def export_scope(self) -> tuple[str, int]:
        """What Ctrl+E exports: the needs of the community that is looked at, or all."""
        community = self._community()
        return ("needs", community.id if community is not None else 0)

    def import_target(self) -> tuple[str, int]:
        """What a pasted list is taken for."""
        return ("needs", 0)

    # --- the three views

    def _build(self) -> None:
        super()._build()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.board = NeedBoard(self.context)
        self.board.opened.connect(self.open_need)
        self.board.left.connect(lambda: self.show_view(LIST))
        self.board.removed.connect(self._remove_card)
        self.counting = NeedCount(self.context)
        self.counting.left.connect(self._leave_counting)
        self.counting.wanted.connect(self._count_again)
        self._views = QStackedWidget()
        outer = self.layout()
        assert outer is not None
        outer.removeWidget(self.splitter)
        self._views.addWidget(self.splitter)
        for view, title in ((self.board, self.tr("Needs by status")), (self.counting, self.tr("Counting votes"))):
            self._views.addWidget(self._framed(view, title))
        outer.addWidget(self._views)

    def _framed(self, view: NeedBoard | NeedCount, title: str) -> QWidget:
        """A view that takes the whole pane, under its heading."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Heading(title))
        head.addStretch(1)
        back = QPushButton(self.tr("&List"))
        back.setToolTip("Esc")
        back.setAutoDefault(False)
        back.setMinimumHeight(BUTTON_HEIGHT)
        back.clicked.connect(view.left)
        head.addWidget(back)
        column.addLayout(head)
        column.addWidget(view, 1)
        return side

    def _build_heading(self) -> QHBoxLayout:
        row = super()._build_heading()
        for place, (text, tip, view) in enumerate(
            (
                (self.tr("&Board"), self.tr("Needs by status; cards are moved by keys or with the mouse"), BOARD),
                (self.tr("&Count votes"), self.tr("One key adds a dot, another takes it back"), COUNT),
            )
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.setMinimumHeight(BUTTON_HEIGHT)
            button.clicked.connect(lambda _checked=False, view=view: self.show_view(view))
            row.insertWidget(2 + place, button)
        return row

    def _build_list(self) -> QWidget:
        side = super()._build_list()
        self.grouping = GroupingBar()
        column = side.layout()
        assert column is not None
        column.addWidget(self.grouping)
        return side

    def show_view(self, view: str, community: Known | None = None) -> None:
        """Show the list, the board or the counting, of a community or of the one that is looked at."""
        community = community or self._community()
        self.view = view
        # Five columns take a frame to paint; the switch is a turn of its own before.
        self._views.setUpdatesEnabled(False)
        self._views.setCurrentIndex((LIST, BOARD, COUNT).index(view))
        self.context.tasks.in_turns(self._views, [lambda: self._views.setUpdatesEnabled(True)])
        if view == BOARD:
            self.board.show_community(community)
        elif view == COUNT:
            self.counting.show_community(community or self._community_of_page())
        elif self._stale:
            self._stale = False
            self.model.reread()
        self.focus_list()

    def show_wish(self, wish: NeedsWish) -> None:
        """Follow the wish of another pane."""
        if wish.session is not None:
            self.view = COUNT
            self._views.setCurrentIndex(2)
            self.counting.show_session(wish.session)
        else:
            community = Known(wish.community, wish.name) if wish.community is not None else None
            self.show_only("community", self._offer(community) if community is not None else 0)
            self.show_view(wish.view, community)
        self.focus_list()

    def _count_again(self, session: int | None, community: Known | None) -> None:
        """Show the counting as it was when the program ended."""
        if session is not None:
            self.show_wish(NeedsWish(session=session))
        else:
            self.show_view(COUNT, community)

    def _leave_counting(self) -> None:
        """Back to the list, or to the session whose needs were counted."""
        session = self.counting.session
        self.show_view(LIST)
        if session is not None:
            self.context.navigator.back_wanted.emit()

    def open_need(self, key: int) -> None:
        """From the board to the page of a need."""
        self.show_view(LIST)
        self.go_to(key)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: int) -> None:
        if self.view != LIST:
            self.view = LIST
            self._views.setCurrentIndex(0)
        super().go_to(key)

    def focus_list(self) -> None:
        if self.view == BOARD:
            self.board.focus_cards()
        elif self.view == COUNT:
            self.counting.focus_table()
        else:
            super().focus_list()

    def focus_search(self) -> None:
        if self.view == BOARD:
            self.board.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.view == LIST:
            super().focus_search()

    def place(self) -> dict[str, Any]:
        return {**super().place(), "view": self.view if self.view == BOARD else LIST}

    def return_to(self, place: dict[str, Any]) -> None:
        super().return_to(place)
        if place.get("view") == BOARD:
            self.show_view(BOARD)

    def _community(self) -> Known | None:
        """The community that is looked at: of the board, or of the list's filter."""
        if self.view == BOARD:
            chosen: Known | None = self.board.community.typed()
            return chosen
        if self.view == COUNT:
            return self.counting.community.typed()
        combo = self._filters["community"]
        key = combo.currentData()
        return Known(key, combo.currentText()) if key is not None else None

    def _community_of_page(self) -> Known | None:
        return self.page.community if self.current_id is not None else None

    def _offer(self, community: Known) -> int:
        """A community as a value of the filter, also where there are too many to offer them all."""
        combo = self._filters["community"]
        if combo.findData(community.id) < 0:
            combo.addItem(community.name, community.id)
        return community.id

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if self.view == LIST:
            super()._on_changed(changes, owner)
        else:
            self._stale = self._stale or changes.touches("need", "community")

    # --- several needs at once

    def _on_selected(self) -> None:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        self.grouping.show_chosen([self.model.id_at(row) for row in rows])

    def remove_record(self, key: int) -> None:
        """Remove the chosen need, or all that are selected, in one step."""
        chosen = [one for one in self.grouping.keys if one is not None] or [key]
        keys = chosen if key in chosen else [key]

        def remove(uow: "UnitOfWork") -> Changes:
            for one in keys:
                records.remove(uow, "needs", one)
            return uow.changes()

        self.context.tasks.write(REMOVING["needs"], remove, owner=self)

    def _remove_card(self, key: int) -> None:
        self.context.tasks.write(REMOVING["needs"], lambda uow: records.remove(uow, "needs", key), owner=self)

    def _on_new_left(self) -> None:
        self.page.show_key(self.current_id)
        self.focus_list()

    def _votes(self, row: NeedRow) -> str:
        return self.locale().toString(row.votes) if row.votes else ""


def _about(row: NeedRow) -> str:
    return "\n".join(part for part in (row.title, ", ".join(row.themes), row.cluster) if part)


def _date(row: NeedRow) -> str:
    return show_date(row.raised_at[:10])


def _status(row: NeedRow) -> str:
    return status_text(vocabulary.NEED_STATUS, row.status)
