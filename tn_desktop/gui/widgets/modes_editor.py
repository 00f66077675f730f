"""The editor of where a tool can be used: a box to tick for each of the modes."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import ROOMY
from tn_desktop.model.vocabulary import SESSION_MODE, word


class ModesEditor(QWidget):
    """See `Editor` in editors.py; the value is a list of modes.

    Signals:
        left: a box was ticked, or no longer is.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[str] = []
        self.boxes: dict[str, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for mode in SESSION_MODE:
            box = self.boxes[mode] = QCheckBox(word(SESSION_MODE, mode, translate))
            box.setMinimumHeight(ROOMY)
            box.clicked.connect(self.left)
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Any) -> None:
        """Show a stored list."""
        self._shown = _known(value or ())
        self.put_back(self._shown)

    def typed(self) -> list[str]:
        """The ticked modes, in their usual order."""
        return [mode for mode, box in self.boxes.items() if box.isChecked()]

    def changed(self) -> bool:
        """Whether others are ticked than were shown."""
        return self.typed() != self._shown

    def revert(self) -> None:
        """Tick again what was shown."""
        self.put_back(self._shown)

    def put_back(self, typed: Any) -> None:
        """Tick these."""
        for mode, box in self.boxes.items():
            box.setChecked(mode in typed)

    def hasFocus(self) -> bool:  # noqa: N802
        """Whether the cursor is on one of the boxes."""
        return any(box.hasFocus() for box in self.boxes.values())


def _known(modes: Iterable[str]) -> list[str]:
    held = set(modes)
    return [mode for mode in SESSION_MODE if mode in held]
