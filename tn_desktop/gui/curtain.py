"""The curtain (Perde modu): while the projector shows the screen, nothing that is personal is on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from tn_desktop.gui.context import Context


class Curtain(QObject):
    """Whether it is drawn, for every part of the window alike.

    Signals:
        changed(bool): it was drawn, or opened.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawn = False

    def draw(self, drawn: bool) -> None:
        """Draw it, or open it."""
        if drawn != self.drawn:
            self.drawn = drawn
            self.changed.emit(drawn)


class CurtainButton(QPushButton):
    """Draws and opens it from a page with results."""

    def __init__(self, context: "Context", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Curtain"))
        self.setToolTip(self.tr("Hide groups of fewer than five while the projector shows this"))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setChecked(context.curtain.drawn)
        self.toggled.connect(context.curtain.draw)
        context.curtain.changed.connect(self.setChecked)
