"""The right half of a pane: the page of the chosen row, read anew whenever something it shows was written."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork


class DetailPage(QWidget):
    """Base of the pages. A subclass sets up `ui` (with `pages`, `empty_page`, `empty_place`, `page`), then calls
    `begin`, and gives `query` and `show_page`.

    Attributes:
        tables: tables whose rows the page shows; a write to one of them has it read again.
        key: id of the row that is shown, or None.

    Signals:
        new_wanted: the button of the empty page was pressed.
    """

    tables: tuple[str, ...] = ()
    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key: int | None = None
        self.ui: Any = None
        self._stale = False

    def begin(self, empty: str) -> None:
        """Show the empty page, with what can be done, and listen to writes."""
        page = EmptyPage(empty)
        page.wanted.connect(self.new_wanted)
        self.ui.empty_place.addWidget(page)
        self.ui.pages.setCurrentWidget(self.ui.empty_page)
        self.context.tasks.changed.connect(self._on_changed)

    def show_key(self, key: int | None) -> None:
        """Show the page of a row, or the empty one."""
        self.key = key
        if key is None:
            self.ui.pages.setCurrentWidget(self.ui.empty_page)
            return
        self.read()

    def read(self) -> None:
        """Read the page (again)."""
        key = self.key
        if key is None:
            return
        self.context.tasks.read(
            self.query(key),
            lambda page: self._on_read(key, page),
            failed=lambda _error: None,  # the list chooses another row
            owner=self,
            channel="page",
        )

    def query(self, key: int) -> "Callable[[Connection], Any]":
        """What reads the page."""
        raise NotImplementedError

    def show_page(self, page: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def write(
        self,
        label: str,
        service: "Callable[[UnitOfWork], Changes]",
        refusal: Refusal | None = None,
        done: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Write by a service; a refusal is said where it belongs, and taken back by the next success there."""

        def on_done(changes: Changes) -> None:
            if refusal is not None:
                refusal.take_back()
            if done is not None:
                done(changes)

        def on_failed(error: AppError) -> None:
            if refusal is not None:
                refusal.say(error)
            if failed is not None:
                failed(error)

        own = on_failed if refusal is not None or failed is not None else None
        self.context.tasks.write(label, service, done=on_done, failed=own, owner=self)

    def _on_read(self, key: int, page: Any) -> None:
        if key != self.key:
            return
        self.show_page(page)
        self.ui.pages.setCurrentWidget(self.ui.page)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if self.key is None or not changes.touches(*self.tables):
            return
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while another pane was shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.read()


def show_count(tabs: QTabWidget, tab: QWidget, title: str, count: int | None) -> None:
    """A tab's title with the number of what it holds."""
    number = tabs.indexOf(tab)
    text = title if count is None else f"{title} ({tabs.locale().toString(count)})"
    if tabs.tabText(number) != text:
        tabs.setTabText(number, text)
