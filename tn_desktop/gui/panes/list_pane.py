"""The shape of every pane: a list with search and filters on the left, the chosen row's page on the right."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.exchange.record_tables import RECORDS
from tn_desktop.gui.context import Context, kept_state
from tn_desktop.gui.models.paged import Column, PagedModel
from tn_desktop.gui.panes.list_pane_parts import Filter, Words
from tn_desktop.gui.widgets.empty import BUTTON_HEIGHT, EmptyPage
from tn_desktop.gui.widgets.even_rows import EvenRows
from tn_desktop.gui.widgets.list_table import ListTable
from tn_desktop.gui.widgets.look import Heading, roomy
from tn_desktop.gui.write_labels import REMOVING
from tn_desktop.model.changes import Changes
from tn_desktop.services import records
from tn_desktop.services.lists import ListQuery

TYPING_PAUSE = 40
"""Milliseconds after a letter before the search is read: a fast typist's next letter replaces it."""
ONE_LINE = 2
"""So many filters stand beside the search, more of them below it."""
__all__ = ["Filter", "ListPane", "Words"]


class ListPane(QWidget):
    """Base of the panes. A subclass gives `name`, `words`, `columns`, `filters`, `make_detail`, `show_detail` and
    `new_record`, and may override `focus_detail` and `remove_record`.

    Attributes:
        name: list of services/lists, entity of services/records and group of the remembered settings.
        list_share: the list's part of the width, in per cent, until she moves the edge.
        model: the rows.
        current_id: id of the chosen row, or None.
    """

    name = ""
    list_share = 50

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.current_id: int | None = None
        self.model = PagedModel(context.tasks, self.name, self.columns(), self)
        self._said = self.words()
        self._filters: dict[str, QComboBox] = {}
        self._shown_row = 0
        self._pending_go: int | None = None
        self._choosing: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self._search)
        self._build()
        roomy(self)
        self._restore()
        self.model.ready.connect(self._on_ready)
        self.model.counted.connect(self._on_counted)
        self.model.refreshed.connect(self._on_refreshed)
        self.model.loaded.connect(self._on_loaded)
        context.tasks.changed.connect(self._on_changed)
        self._search()

    # --- what a subclass gives

    def words(self) -> Words:
        """What the pane says."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        """The list's columns; the first takes the room that is left."""
        raise NotImplementedError

    def filters(self) -> tuple[Filter, ...]:
        """The list's filters."""
        return ()

    def make_detail(self) -> QWidget:
        """The page of a row, made once."""
        raise NotImplementedError

    def show_detail(self, key: int | None) -> None:
        """Show a row's page, or none; called again with the same id is harmless."""
        raise NotImplementedError

    def new_record(self) -> None:
        """Begin a new row (Ctrl+N)."""
        raise NotImplementedError

    def focus_detail(self) -> None:
        """Go to the first field of the page (Enter, F2, double click)."""
        for child in self.detail.findChildren(QLineEdit):
            if child.isVisibleTo(self.detail) and child.isEnabled():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                child.selectAll()
                return

    def remove_record(self, key: int) -> None:
        """Remove a row (Del); the status bar offers to take it back."""
        self.context.tasks.write(REMOVING[self.name], lambda uow: records.remove(uow, self.name, key), owner=self)

    # --- what the window asks

    def go_to(self, key: int) -> None:
        """Choose a row, giving up search and filters if they hide it."""
        self._pending_go = key
        self.model.row_of(key, lambda row: self._on_found(key, row))

    def import_target(self) -> tuple[str, int] | None:
        """Where an imported list goes: into the list that is shown, where it is one of records."""
        return (self.name, 0) if self.name in RECORDS else None

    def export_scope(self) -> tuple[str, int] | None:
        """What an export begins with: the list that is shown."""
        return self.name, 0

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Put the cursor into the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_only(self, name: str, value: Any = None) -> None:
        """Filter by one filter alone, by `value` or else by its first."""
        self.search.clear()
        for filter_name, combo in self._filters.items():
            place = combo.findData(value) if value is not None else 1
            combo.setCurrentIndex(max(0, place) if filter_name == name else 0)

    def place(self) -> dict[str, Any]:
        """Where one is: search and chosen row, to come back to after the pane was made again."""
        return {"search": self.search.text(), "id": self.current_id}

    def return_to(self, place: dict[str, Any]) -> None:
        """Come back to a `place`."""
        self.search.setText(place["search"])
        if place["id"] is not None:
            self.go_to(place["id"])

    def remember(self) -> None:
        """Keep widths, filters and order for the next time."""
        (settings := self.context.settings).beginGroup(self.name)
        settings.setValue("splitter", self.splitter.saveState())
        settings.setValue("columns", self.table.widths())
        settings.setValue("sort", self.model.query.sort)
        settings.setValue("descending", int(self.model.query.descending))
        settings.endGroup()
        # Words of the data: not beside them in the clear.
        chosen = {f"{self.name}/filter-{name}": combo.currentData() for name, combo in self._filters.items()}
        self.context.choices.put_all(chosen)

    # --- building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(self._build_list())
        self.detail = self.make_detail()
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, self.list_share)
        self.splitter.setStretchFactor(1, 100 - self.list_share)
        self.splitter.setSizes([20 * self.list_share, 2000 - 20 * self.list_share])  # whatever each would like
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        # Of several panes in one window, only the shown one hears these.
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_record)
        QShortcut(QKeySequence("Ctrl+F"), self, self.focus_search)

    def _build_list(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 8, 8)
        column.setSpacing(8)
        column.addLayout(self._build_heading())
        column.addLayout(self._build_filters())
        self.table = ListTable(self.model)
        self.table.setAccessibleName(self._said.title)
        self.table.opened.connect(self.focus_detail)
        self.table.removed.connect(self._remove_current)
        self.table.typed.connect(self._on_typed)
        self.table.sorted.connect(self._on_sorted)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._nothing_yet = EmptyPage(self._said.nothing_yet, self._said.new)
        self._nothing_yet.wanted.connect(self.new_record)
        self._nothing_found = EmptyPage(
            QCoreApplication.translate("ListPane", "Nothing matches this search."),
            QCoreApplication.translate("ListPane", "Clear search and filters"),
        )
        self._nothing_found.wanted.connect(self.clear_search)
        self._body = QStackedLayout()
        # First the layout, then its pages: without a parent the first would be shown as a window of its own.
        column.addLayout(self._body, 1)
        for page in (self.table, self._nothing_yet, self._nothing_found):
            self._body.addWidget(page)
        return side

    def _build_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = Heading(self._said.title)
        self.new_button = QPushButton(self._said.new)
        self.new_button.setToolTip("Ctrl+N")
        self.new_button.setAutoDefault(False)
        self.new_button.setMinimumHeight(BUTTON_HEIGHT)
        self.new_button.clicked.connect(self.new_record)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.new_button)
        return row

    def _build_filters(self) -> QVBoxLayout:
        lines, row = QVBoxLayout(), QHBoxLayout()
        lines.setSpacing(8)
        row.setSpacing(8)
        lines.addLayout(row)
        # Beside many filters there would be no room to read what one searches.
        below = EvenRows() if len(self.filters()) > ONE_LINE else None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self._said.search)
        self.search.setAccessibleName(self._said.search)
        self.search.setToolTip("Ctrl+F")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda: self._typing.start())
        row.addWidget(self.search, 1)
        for wanted in self.filters():
            combo = QComboBox()
            combo.setAccessibleName(wanted.title)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            # It is measured in capital letters, which are wider than those of a word.
            combo.setMinimumContentsLength(max(5, min(10, round(0.75 * len(wanted.title)))))
            combo.addItem(wanted.title, None)
            for value, word in wanted.choices:
                combo.addItem(word, value)
            combo.view().setMinimumWidth(200)
            combo.currentIndexChanged.connect(self._search)
            self._filters[wanted.name] = combo
            (row if below is None else below).addWidget(combo)
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("00.000"))
        row.addWidget(self.count)
        if below is not None:
            lines.addLayout(below)
        return lines

    def _restore(self) -> None:
        settings = self.context.settings
        settings.beginGroup(self.name)
        self.splitter.restoreState(kept_state(settings, "splitter"))
        widths = settings.value("columns") or []
        sound = isinstance(widths, list) and all(str(width).isdecimal() and len(str(width)) < 5 for width in widths)
        self.table.set_widths([int(width) for width in widths] if sound else [])
        sort, descending = str(settings.value("sort") or ""), str(settings.value("descending") or "0") == "1"
        for name, combo in self._filters.items():
            held = self.context.choices.value(f"{self.name}/filter-{name}")
            place = next((n for n in range(combo.count()) if str(combo.itemData(n)) == str(held)), 0)
            with QSignalBlocker(combo):
                combo.setCurrentIndex(place)
        settings.endGroup()
        self.model.query = ListQuery(self.name, sort=sort, descending=descending)
        self.table.show_order(sort, descending)

    # --- searching and sorting

    def clear_search(self) -> None:
        """Show every row again."""
        self._forget_search()
        self.focus_search()

    def _forget_search(self) -> None:
        self.search.clear()
        for combo in self._filters.values():
            combo.setCurrentIndex(0)
        self._typing.stop()
        self._search()

    def _search(self) -> None:
        chosen = tuple((name, combo.currentData()) for name, combo in self._filters.items() if combo.currentData())
        query = self.model.query
        self.model.set_query(ListQuery(self.name, self.search.text(), chosen, query.sort, query.descending))

    def _on_sorted(self, sort: str, descending: bool) -> None:
        query = self.model.query
        self.model.set_query(ListQuery(self.name, query.search, query.filters, sort, descending))

    def _on_typed(self, text: str) -> None:
        """Letters typed in the list go into the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    # --- the model's news

    def _on_ready(self) -> None:
        if self.current_id is not None and self._pending_go is None:
            key = self.current_id
            self.model.row_of(key, lambda row: self._on_still_there(key, row))
        elif self._pending_go is not None:
            self.go_to(self._pending_go)
        self._show_body()

    def _on_counted(self, total: int) -> None:
        self.count.setText(self.locale().toString(total) if total else "")
        spoken = QCoreApplication.translate("ListPane", "Rows: {count}")
        self.count.setAccessibleName(spoken.format(count=self.count.text() or 0))
        self._show_body()
        if self._pending_go is not None:
            self.go_to(self._pending_go)

    def _show_body(self) -> None:
        searched = bool(self.model.query.search.strip() or self.model.query.filters)
        nothing = self._nothing_found if searched else self._nothing_yet
        # As long as nothing was read nobody knows that there is nothing.
        page: QWidget = self.table if self.model.rowCount() or self.model.total is None else nothing
        self._body.setCurrentWidget(page)

    def _on_refreshed(self, row: int | None) -> None:
        if self._pending_go is not None:
            return  # another row is about to be chosen
        if row is not None:
            self._choose(row, scroll=False, key=self.current_id)
        elif self.current_id is not None and self.model.rowCount():
            # The row is gone: its neighbour takes its place.
            neighbour = min(self._shown_row, self.model.rowCount() - 1)
            self._choose(neighbour, scroll=False)
            self._set_current(self.model.id_at(neighbour))
        elif self.current_id is not None:
            self._set_current(None)

    def _on_loaded(self, first: int, last: int) -> None:
        row = self.table.currentIndex().row()
        if self.current_id is None and first <= row <= last:
            self._set_current(self.model.id_at(row))

    def _on_still_there(self, key: int, row: int | None) -> None:
        if row is not None and key == self.current_id:
            self._choose(row, scroll=True, key=key)

    def _on_found(self, key: int, row: int | None) -> None:
        if key != self._pending_go:
            return
        if row is not None and row < self.model.rowCount() and self.model.id_at(row) not in (None, key):
            # The list on screen is not yet as the database is: _on_counted comes.
            self.model.reread()
        elif row is not None and row < self.model.rowCount():
            self._pending_go = None
            self._choose(row, scroll=True, key=key)
            self._set_current(key)
        elif row is not None:
            pass  # the list is still growing; _on_counted comes
        elif self.model.query.search.strip() or self.model.query.filters:
            self._forget_search()
        else:
            self._pending_go = None
            gone = QCoreApplication.translate("ListPane", "This record was removed in the meantime.")
            self.context.navigator.told.emit(gone)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        self.model.refresh(changes, seen=self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.catch_up()

    # --- the chosen row

    def _choose(self, row: int, scroll: bool, key: int | None = None) -> None:
        index = self.model.index(row, 0)
        self._choosing = key  # the row may not be loaded yet: an emptied page would take the cursor out of the form
        self.table.setCurrentIndex(index)
        self._choosing = None
        if scroll:
            self.table.scrollTo(index)

    def _on_current_changed(
        self, current: QModelIndex | QPersistentModelIndex, _previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        if current.isValid():
            self._shown_row = current.row()
            self._set_current(self._choosing or self.model.id_at(current.row()))

    def _set_current(self, key: int | None) -> None:
        if key != self.current_id:
            self.current_id = key
            self.model.keep = key
            self.show_detail(key)

    def _remove_current(self) -> None:
        # The row whose page is shown, even if the list has not come to it yet.
        key = self.current_id if self._pending_go is None else self._pending_go
        if key is not None:
            self.remove_record(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list, and from the search field clears it; ↓ in the search goes to the rows."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        elif key == Qt.Key.Key_Escape:
            self.focus_list()
        elif self.search.hasFocus() and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focus_list()
            if not self.table.currentIndex().isValid() and self.model.rowCount():
                self._choose(0, scroll=True)
        else:
            super().keyPressEvent(event)
