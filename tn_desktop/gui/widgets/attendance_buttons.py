"""A row of buttons that gathers those for which there is no room under one, which opens a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from tn_desktop.gui.widgets.look import ROOMY


class ButtonRow(QWidget):
    """A button for each action, from the left, as many as fit; the rest in a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[tuple[QPushButton, QAction]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.more = QPushButton()
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAutoDefault(True)
        self.more.setMinimumHeight(ROOMY)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_actions(self, actions: Sequence[QAction]) -> None:
        """Make the buttons; called once."""
        for action in actions:
            button = QPushButton()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(True)
            button.setMinimumHeight(ROOMY)
            button.setCheckable(action.isCheckable())
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: self._take(button, action))
            self._take(button, action)
            self._row.insertWidget(len(self._buttons), button)
            self._buttons.append((button, action))
        self.fit()

    def name_rest(self, text: str) -> None:
        """The text of the button that opens the menu."""
        self.more.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(100, max(ROOMY, self.more.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return self.more.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for."""
        gap, room = self._row.spacing(), self.width()
        widths = [button.sizeHint().width() + gap for button, _ in self._buttons]
        fitting = len(widths)
        if sum(widths) - gap > room:
            room -= self.more.sizeHint().width()
            while fitting and sum(widths[:fitting]) > room:
                fitting -= 1
        self._menu.clear()
        for place, (button, action) in enumerate(self._buttons):
            button.setVisible(place < fitting)
            if place >= fitting:
                self._menu.addAction(action)
        self.more.setVisible(fitting < len(widths))

    def _take(self, button: QPushButton, action: QAction) -> None:
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setChecked(action.isChecked())
        button.setEnabled(action.isEnabled())
