"""A layout that sets its items in as few lines as their words have room in, each as wide as the others."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from tn_desktop.gui.widgets.flow import FlowLayout


class EvenRows(FlowLayout):
    """Items side by side in equal widths; on two lines or more where one would cut off their words."""

    def columns(self, width: int) -> int:
        """How many items stand side by side in that width."""
        shown = self._shown()
        widest = max((item.sizeHint().width() for item in shown), default=1)
        room = max(1, (width + self.spacing()) // max(1, widest + self.spacing()))
        lines = -(-len(shown) // min(room, max(1, len(shown))))
        return max(1, -(-len(shown) // max(1, lines)))

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        shown = self._shown()
        wide = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((item.sizeHint().height() for item in shown), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, apply: bool) -> int:
        """Place the items in `rect` (or only ask) and return the height they need."""
        shown, gap = self._shown(), self.spacing()
        if not shown:
            return 0
        columns = self.columns(rect.width())
        height = max(item.sizeHint().height() for item in shown)
        for number, item in enumerate(shown):
            line, place = divmod(number, columns)
            left, right = ((rect.width() + gap) * at // columns for at in (place, place + 1))
            if apply:
                item.setGeometry(QRect(rect.x() + left, rect.y() + line * (height + gap), right - left - gap, height))
        lines = -(-len(shown) // columns)
        return lines * height + (lines - 1) * gap
