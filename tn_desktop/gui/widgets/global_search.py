"""The search of the whole window (Ctrl+K): people, communities, needs, workshops … as one types."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.icons import icon
from tn_desktop.gui.widgets.look import quiet_colour
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.services.find import Hit

PAUSE: Final = 40
"""Milliseconds after a letter before it is searched."""
HIT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
GROUPS: Final = {
    "people": QT_TRANSLATE_NOOP("GlobalSearch", "People"),
    "communities": QT_TRANSLATE_NOOP("GlobalSearch", "Communities"),
    "needs": QT_TRANSLATE_NOOP("GlobalSearch", "Needs"),
    "workshops": QT_TRANSLATE_NOOP("GlobalSearch", "Workshops"),
    "stakeholders": QT_TRANSLATE_NOOP("GlobalSearch", "Stakeholders"),
    "tools": QT_TRANSLATE_NOOP("GlobalSearch", "Engagement tools"),
    "decisions": QT_TRANSLATE_NOOP("GlobalSearch", "Decisions"),
    "solutions": QT_TRANSLATE_NOOP("GlobalSearch", "Solutions"),
    "outputs": QT_TRANSLATE_NOOP("GlobalSearch", "Outputs"),
    "quotations": QT_TRANSLATE_NOOP("GlobalSearch", "Quotations"),
    "surveys": QT_TRANSLATE_NOOP("GlobalSearch", "Surveys"),
}
WIDTH: Final = 560
ROWS: Final = 12


class GlobalSearch(QLineEdit):
    """A search field with its results in a list below; the cursor stays in the field.

    Signals:
        chosen(str, int): a row was chosen: its list and its id.
    """

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._before: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.results = QListWidget(self.window())
        self.results.setObjectName("search-results")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setFrameShape(QFrame.Shape.StyledPanel)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.results.itemClicked.connect(self._choose)
        self.results.hide()
        self.textEdited.connect(lambda _text: self._pause.start())
        self.setClearButtonEnabled(True)
        self.retranslate()

    def give(self, context: Context) -> None:
        """Start to search in this profile, also for what was typed until now."""
        self._context = context
        if self.text().strip():
            self._search()

    def retranslate(self) -> None:
        """Say the hint in the running language."""
        hint = QCoreApplication.translate("GlobalSearch", "Search people, communities, workshops, solutions, outputs …")
        self.setPlaceholderText(f"{hint}   Ctrl+K")
        every = QCoreApplication.translate(
            "GlobalSearch",
            "Finds people, communities, needs, decisions, workshops, solutions, outputs, stakeholders, tools, "
            "quotations and surveys by the beginnings of their words.",
        )
        self.setToolTip(every)
        self.setAccessibleName(hint)
        self.results.setAccessibleName(QCoreApplication.translate("GlobalSearch", "Search results"))

    def begin(self) -> None:
        """Ctrl+K: put the cursor here, and remember where it was."""
        focused = self.window().focusWidget()
        if focused is not self:
            self._before = focused
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text().strip():
            self._search()

    def leave(self) -> None:
        """Esc: close the list and go back to where one was."""
        self._pause.stop()
        self.results.hide()
        self.clear()
        before, self._before = self._before, None
        # Its pane may have been made anew since, in another language.
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    # --- searching

    def _search(self) -> None:
        text = self.text()
        if self._context is None or self._context.tasks.database is None:
            return
        if not text.strip():
            self.results.hide()
            return
        now, language = self._context.now(), self._context.language
        network = QCoreApplication.translate("GlobalSearch", "Surveys of the whole network")
        self._context.tasks.read(
            lambda connection: _find(connection, text, now, language, network),
            self._show,
            owner=self,
            channel="search",
        )

    def _show(self, hits: "list[Hit]") -> None:
        self.results.clear()
        kind = ""
        for hit in hits:
            if hit.kind != kind:
                kind = hit.kind
                self._add_heading(QCoreApplication.translate("GlobalSearch", GROUPS[kind]))
            item = QListWidgetItem(icon(hit.kind), _text_of(hit))
            item.setData(HIT_ROLE, hit)
            item.setToolTip(_text_of(hit))
            self.results.addItem(item)
        if not hits:
            self._add_heading(QCoreApplication.translate("GlobalSearch", "Nothing matches."))
        first = next((row for row in range(self.results.count()) if self._hit(row)), -1)
        self.results.setCurrentRow(first)
        self._place()
        self.results.setVisible(self.hasFocus())

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(quiet_colour())
        self.results.addItem(item)

    def _place(self) -> None:
        """Below the field, as wide as is good to read, inside the window."""
        window = self.window()
        if self.results.parent() is not window:
            self.results.setParent(window)
        rows = self.results.count()
        height = self.fontMetrics().height() + 12
        for row in range(rows):
            hint = self.results.item(row).sizeHint()
            hint.setHeight(height)
            self.results.item(row).setSizeHint(hint)
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        width = min(max(self.width(), WIDTH), window.width() - 32)
        left = max(16, min(corner.x(), window.width() - width - 16))
        self.results.setGeometry(left, corner.y(), width, min(rows, ROWS) * height + 6)
        self.results.raise_()

    def _hit(self, row: int) -> Any:
        return self.results.item(row).data(HIT_ROLE)

    def _choose(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT_ROLE)
        if hit is not None:
            self._before = None
            self.leave()
            self.chosen.emit(hit.kind, hit.id)

    def _move(self, by: int) -> None:
        row = self.results.currentRow() + by
        while 0 <= row < self.results.count():
            if self._hit(row) is not None:
                self.results.setCurrentRow(row)
                return
            row += by

    # --- keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            elif self.results.isVisible() and self.results.currentItem() is not None:
                self._choose(self.results.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.results.underMouse():
            self.results.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _find(connection: "Connection", text: str, now: datetime, language: str, network: str) -> "list[Hit]":
    from tn_desktop.services.find import find

    return find(connection, text, now, language=language, network=network)


def _text_of(hit: "Hit") -> str:
    more = hit.more
    if hit.session is not None:
        when = datetime.fromisoformat(hit.session[1]).strftime("%d.%m.%Y %H:%M")
        more = f"{when} · {more}" if more else when
    return f"{hit.name}   {more}" if more else hit.name
