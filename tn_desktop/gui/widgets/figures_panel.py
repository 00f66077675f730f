"""Key figures of the organisation: the latest of each large, those before behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.figure_tile import FigureTile
from tn_desktop.gui.widgets.look import Heading, ToneLabel
from tn_desktop.services import figures
from tn_desktop.services.organisation import MilestoneRow, Snapshot

COLUMNS = 2
BEHIND = 3
"""So many earlier values stand below the latest."""


def figure_title(title: str) -> str:
    """What a figure is called in the running language; one that the program does not count as it is stored."""
    name = figures.stored_titles().get(title)
    return translate("figures", figures.TITLES[name]) if name else title


class FiguresPanel(QWidget):
    """Tiles of the figures, and the button that takes today's.

    Attributes:
        take: the button.
        tiles: one a figure, in their order.

    Signals:
        wanted: today's figures are to be taken.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[FigureTile] = []
        self.take = QPushButton()
        self.show_busy(False)
        self.take.setToolTip("Ctrl+Enter")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.wanted)
        self._empty = ToneLabel(
            self.tr("No figure yet. The program counts what it can: people reached, sessions, provinces, communities …")
        )
        self._empty.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(Heading(self.tr("Key figures"), by=1.15))
        column_.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column_.addWidget(self._empty)
        column_.addLayout(self._grid)
        column_.addStretch(1)

    def show_busy(self, busy: bool) -> None:
        """Say that it is being counted: that takes a while in a large notebook."""
        self.take.setText(self.tr("Counting …") if busy else self.tr("Count &today’s figures"))
        self.take.setEnabled(not busy)

    def show_figures(self, shown: Sequence[Snapshot]) -> None:
        """Show these; their number may differ from before."""
        while len(self.tiles) > len(shown):
            tile = self.tiles.pop()
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        while len(self.tiles) < len(shown):
            tile = FigureTile()
            self._grid.addWidget(tile, len(self.tiles) // COLUMNS, len(self.tiles) % COLUMNS)
            self.tiles.append(tile)
        for tile, one in zip(self.tiles, shown, strict=True):
            before = " · ".join(self._dated(row) for row in one.before[:BEHIND])
            line = "\n".join(part for part in (show_date(one.latest.date), before) if part)
            tile.show_figure(self.locale().toString(one.latest.number or 0), line, figure_title(one.title))
            tile.setToolTip(one.latest.description)
        self._empty.setVisible(not shown)

    def _dated(self, row: MilestoneRow) -> str:
        return f"{row.date[:4]}: {self.locale().toString(row.number or 0)}"
