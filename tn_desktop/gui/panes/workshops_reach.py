"""What came of a workshop: whom it reached beyond its list, and the chain it stands in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tn_desktop.gui.widgets.chain_view import ChainView
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.reach_panel import ReachPanel
from tn_desktop.gui.widgets.segments import Segments
from tn_desktop.model.changes import Changes
from tn_desktop.services import output_page
from tn_desktop.services.output_page import WorkshopReach

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

TABLES = ("reach", "workshop_session", "attendance", "workshop")


class ReachTab(QObject):
    """The tab “Impact” of a workshop; it reads only what is looked at.

    Attributes:
        page: the tab.
        switch: reach or chain.
        panel: numbers, the line that adds an entry, the entries.
        chain: the chain.
    """

    def __init__(self, detail: "WorkshopDetail") -> None:
        super().__init__(detail)
        self._detail = detail
        self._stale = True
        self.panel = ReachPanel(detail.context, of_sessions=True)
        self.chain = ChainView(detail.context)
        self.switch = Segments(
            (
                ("reach", QCoreApplication.translate("WorkshopReach", "Reach")),
                ("chain", QCoreApplication.translate("WorkshopReach", "Chain")),
            ),
            "reach",
        )
        self._views = QStackedWidget()
        self._views.addWidget(self.panel)
        self._views.addWidget(self.chain)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._views, 1)
        tabs = detail.ui.tabs
        title = QCoreApplication.translate("WorkshopReach", "&Impact")
        tabs.insertTab(tabs.indexOf(detail.ui.details_tab), self.page, title)
        tabs.currentChanged.connect(lambda _number: self._read_if_seen())
        self.switch.wanted.connect(self.show_view)
        detail.context.tasks.changed.connect(self._on_changed)

    def forget(self) -> None:
        """Another workshop will be shown."""
        self._stale = True

    def show(self, key: int) -> None:
        """A workshop is shown."""
        self.chain.show_chain("workshops", key)
        self._read_if_seen()

    def show_view(self, name: str) -> None:
        """Show reach or chain."""
        self.switch.choose(name)
        self._views.setCurrentWidget(self.chain if name == "chain" else self.panel)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*TABLES):
            self._stale = True
            self._read_if_seen()

    def _read_if_seen(self) -> None:
        key = self._detail.key
        if key is None or not self._stale or self._detail.ui.tabs.currentWidget() is not self.page:
            return
        self._stale = False
        self._detail.context.tasks.read(
            lambda connection: output_page.workshop_reach(connection, key),
            lambda found: self._on_read(key, found),
            owner=self,
            channel="reach",
        )

    def _on_read(self, key: int, found: WorkshopReach) -> None:
        if key == self._detail.key:
            sessions = [
                (session, " · ".join(part for part in (show_date(starts_at[:10]), title) if part))
                for session, title, starts_at in found.sessions
            ]
            self.panel.show_workshop(key, sessions, found.entries, found.reached)
