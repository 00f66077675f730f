"""Choosing tools for an agenda: what fits into the minutes that are left, with its card beside the list."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.choose_tool import Ui_ChooseTool
from tn_desktop.gui.models.paged import Column, PagedModel
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.tool_words import group_numbers, minutes_text
from tn_desktop.gui.widgets.list_table import ListTable
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.tool_filters import group_choices, minutes_choices
from tn_desktop.model import vocabulary
from tn_desktop.services import tools
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.tools import ToolPage

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TYPING_PAUSE: Final = 40
SIZE: Final = (1000, 620)
LEFT: Final = "left"
"""The choice of the filter by minutes that follows what is left of the session."""


class ChooseTool(QDialog):
    """A list of tools beside the card of the one that is chosen; stays open, so that several can be added.

    ↑ and ↓ go through the list from the search line too, Enter adds, Esc closes.

    Signals:
        chosen(int): a tool shall be added: its id.
    """

    chosen = Signal(int)

    def __init__(
        self, context: Context, left: int | None, mode: str, people: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._left = left
        self._added = 0
        self.ui = Ui_ChooseTool()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.model = PagedModel(context.tasks, "tools", self._columns(), self)
        self.table = ListTable(self.model)
        self.table.setAccessibleName(self.windowTitle())
        self.ui.list_place.addWidget(self.table)
        self.ui.nothing.say("", self.tr("No tool fits. Choose more minutes, or search all tools."))
        self.ui.nothing.add_button(self.tr("Show all tools")).clicked.connect(self.show_all)
        self.ui.body.setStretch(0, 1)
        self.ui.body.setStretch(1, 1)
        self._filters: dict[str, QComboBox] = {}
        self._add_filters(mode, people)
        roomy(self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self._search)
        self.ui.search.textChanged.connect(lambda _text: self._typing.start())
        self.ui.search.installEventFilter(self)
        self.table.opened.connect(self.add)
        self.table.typed.connect(self._on_typed)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_card())
        self.model.ready.connect(self._on_ready)
        self.model.loaded.connect(lambda _first, _last: self._show_card())
        self.ui.add.clicked.connect(self.add)
        self.ui.close_button.clicked.connect(self.accept)
        self.show_left(left)
        self._search()
        self.ui.search.setFocus()

    def show_left(self, left: int | None) -> None:
        """What is left of the session now."""
        before, self._left = self._left, left
        words = ""
        if left is not None:
            words = (
                self.tr("{minutes} min left").format(minutes=left)
                if left >= 0
                else self.tr("{minutes} min too long").format(minutes=-left)
            )
        added = self.tr("%n tool(s) added", "", self._added) if self._added else ""
        self.ui.left.setText(" · ".join(part for part in (added, words) if part))
        if before != left and self._filters["minutes"].currentData() == LEFT:
            self._search()

    def show_all(self) -> None:
        """Give up search and filters."""
        self.ui.search.clear()
        for combo in self._filters.values():
            combo.setCurrentIndex(0)
        self._search()

    def add(self) -> None:
        """Add the tool the cursor is on."""
        key = self._current()
        if key is not None:
            self._added += 1
            self.chosen.emit(key)
            self.ui.search.selectAll()

    def _columns(self) -> tuple[Column, ...]:
        language = self._context.language
        return (
            Column("title", self.tr("Title"), lambda row: row.titles[language], width=26),
            Column("minutes", self.tr("Time"), lambda row: minutes_text(row.minutes), alignment=RIGHT, width=7),
            Column(
                "group",
                self.tr("Group"),
                lambda row: group_numbers(row.group_min, row.group_max),
                alignment=RIGHT,
                width=8,
            ),
        )

    def _add_filters(self, mode: str, people: int) -> None:
        fitting = ((LEFT, self.tr("What is left")),) if self._left is not None else ()
        enrolled = ((people, self.tr("%n on the list", "", people)),) if people else ()
        for name, title, choices, chosen in (
            ("minutes", self.tr("Time"), (*fitting, *minutes_choices()), LEFT if (self._left or 0) > 0 else None),
            ("people", self.tr("Group"), (*enrolled, *group_choices()), None),
            ("mode", self.tr("Where"), choices_of(vocabulary.SESSION_MODE, translate), mode or None),
            ("level", self.tr("Level"), choices_of(vocabulary.TOOL_LEVEL, translate), "method"),
            ("skill", self.tr("Skill"), choices_of(vocabulary.TOOL_SKILL, translate), None),
        ):
            combo = QComboBox()
            combo.setAccessibleName(title)
            combo.addItem(title, None)
            for value, word in choices:
                combo.addItem(word, value)
            combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            combo.currentIndexChanged.connect(lambda _number: self._search())
            self._filters[name] = combo
            self.ui.filters.addWidget(combo)
        self.ui.filters.setStretch(0, 1)

    def _search(self) -> None:
        chosen: list[tuple[str, Any]] = [("put_away", "no")]
        for name, combo in self._filters.items():
            value = combo.currentData()
            if value == LEFT:
                value = max(0, self._left or 0)
            if value is not None:
                chosen.append((name, value))
        sort = "title_en" if self._context.language == "en" else "title"
        self.model.set_query(ListQuery("tools", self.ui.search.text(), tuple(chosen), sort))

    def _on_ready(self) -> None:
        rows = self.model.rowCount()
        self.ui.pages.setCurrentWidget(self.ui.list_page if rows else self.ui.nothing)
        self.ui.add.setEnabled(bool(rows))
        self.ui.card.setVisible(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_card()

    def _on_typed(self, text: str) -> None:
        self.ui.search.setFocus()
        self.ui.search.setText(text)

    def _current(self) -> int | None:
        index = self.table.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else None

    def _show_card(self) -> None:
        key, language = self._current(), self._context.language
        if key is not None:
            self._context.tasks.read(
                lambda connection: tools.tool_page(connection, key, language),
                lambda page: self._on_read(key, page),
                failed=lambda _error: None,
                owner=self,
                channel="card",
            )

    def _on_read(self, key: int, page: ToolPage) -> None:
        if key == self._current():
            self.ui.card.show_page(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ and ↓ in the search line go through the list."""
        if watched is self.ui.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.key() in steps:
                row = self.table.currentIndex().row() + steps[Qt.Key(event.key())]
                if 0 <= row < self.model.rowCount():
                    self.table.setCurrentIndex(self.model.index(row, 0))
                return True
        return super().eventFilter(watched, event)
