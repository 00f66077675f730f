"""A sentence across the top of the panes: something did not go, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tn_desktop.gui.widgets.look import ROOMY, ToneLabel


class MessageBar(QFrame):
    """Shows one sentence until it is closed (Esc or its button); it never takes the focus.

    Attributes:
        action: a button for what can be done about it, where something can.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self.label = ToneLabel("", "wrong")
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.label, 1)
        self._wanted: Callable[[], object] | None = None
        self.action = QPushButton()
        self.action.setAutoDefault(False)
        self.action.setMinimumHeight(ROOMY)
        self.action.clicked.connect(self._act)
        row.addWidget(self.action)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.setMinimumHeight(ROOMY)
        self.button.clicked.connect(self.hide)
        row.addWidget(self.button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Take the button's text in the running language."""
        self.button.setText(QCoreApplication.translate("MessageBar", "Close"))

    def tell(self, text: str, good: bool = False) -> None:
        """Show a sentence, as a rule about what did not go."""
        self.label.set_tone("good" if good else "wrong")
        self.label.setText(f"✓ {text}" if good else f"▲ {text}")
        self.label.setAccessibleName(text)
        self.action.hide()
        self.show()

    def offer(self, text: str, action: str, wanted: Callable[[], object], *, wrong: bool = True) -> None:
        """Show a sentence with a button for what can be done about it; it closes the bar and calls `wanted`."""
        self.tell(text, not wrong)
        self._wanted = wanted
        self.action.setText(action)
        self.action.show()

    def _act(self) -> None:
        self.hide()
        if self._wanted is not None:
            self._wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
