"""What the two lists of the Solutions pane share: the choice between them in place of a title."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from tn_desktop.gui.panes.list_pane import ListPane
from tn_desktop.gui.widgets.detail_page import RecordPage
from tn_desktop.gui.widgets.segments import TITLE_SIZE, Segments

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class View(ListPane):
    """One of the lists. A subclass gives `begin_new` beside what every list gives.

    Signals:
        view_wanted(str): the other list of the pane.
    """

    view_wanted = Signal(str)

    def set_up(self, detail: RecordPage) -> None:
        """Follow what is made, or given up, on the page on the right."""
        detail.created.connect(self.go_to)
        detail.new_left.connect(self._on_new_left)

    def begin_new(self, values: dict[str, Any]) -> None:
        """A new row with some values given; else those of the filters."""
        raise NotImplementedError

    def new_record(self) -> None:
        self.begin_new({})

    def show_detail(self, key: int | None) -> None:
        self._record_page().show_key(key)

    def _record_page(self) -> RecordPage:
        detail = self.detail
        assert isinstance(detail, RecordPage)
        return detail

    def _build_heading(self) -> QHBoxLayout:
        row = super()._build_heading()
        taken = row.takeAt(0)
        title = taken.widget() if taken is not None else None
        if title is not None:
            title.deleteLater()
        views = Segments(
            (
                ("solutions", QCoreApplication.translate("SolutionsPane", "Solutions")),
                ("outputs", QCoreApplication.translate("SolutionsPane", "Outputs")),
            ),
            self.name,
            TITLE_SIZE,
        )
        views.wanted.connect(self.view_wanted)
        row.insertWidget(0, views)
        return row

    def _on_new_left(self) -> None:
        self._record_page().show_key(self.current_id)
        self.focus_list()
