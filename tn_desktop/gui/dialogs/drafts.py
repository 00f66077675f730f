"""What was being typed when the program ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.widgets.editors import show_moment
from tn_desktop.gui.widgets.look import Heading, ToneLabel, roomy

if TYPE_CHECKING:
    from tn_desktop.services.drafts import Draft


class DraftCard(QFrame):
    """One of them: what was typed, and what can be done with it.

    Attributes:
        again: opens its form, filled in; hidden where there is none.
        copy, drop: take a copy, let it go.
    """

    def __init__(self, draft: "Draft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = Heading(draft.title, by=1.05)
        when = ToneLabel(show_moment(draft.at), "quiet")
        self.text = QLabel(told(draft))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again = QPushButton(self.tr("&Go on with the form"))
        self.copy, self.drop = QPushButton(self.tr("&Copy")), QPushButton(self.tr("&Let it go"))
        self.again.setVisible(bool(draft.place))
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(when)
        row.setSpacing(8)
        for button in (self.again, self.copy, self.drop):
            button.setAutoDefault(button is self.again)
            button.setAccessibleDescription(draft.title)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(row)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told(draft)))


class DraftsDialog(QDialog):
    """Shows them, to be gone on with, copied or let go; Esc leaves them for the next time.

    Attributes:
        cards: those that are left, the newest first.

    Signals:
        form_wanted(object): open the form of that draft again.
        given_up(str): let the draft of that form go.
        left_over(list): the dialog is closing for a form; these are to be offered again.
    """

    form_wanted = Signal(object)
    given_up = Signal(str)
    left_over = Signal(list)

    def __init__(self, found: "list[Draft]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept drafts — TN Desktop"))
        self.setMinimumSize(560, 360)
        self.cards = [DraftCard(draft) for draft in reversed(found)]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("What you were typing"), by=1.3))
        why = ToneLabel(self.tr("The program ended before it was saved. Nothing else is missing."), "quiet")
        why.setWordWrap(True)
        column.addWidget(why)
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for card in self.cards:
            inner.addWidget(card)
            card.again.clicked.connect(lambda _checked=False, card=card: self._go_on(card))
            card.drop.clicked.connect(lambda _checked=False, card=card: self._drop(card))
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        column.addWidget(area, 1)
        buttons = QDialogButtonBox()
        later = buttons.addButton(self.tr("Late&r"), QDialogButtonBox.ButtonRole.RejectRole)
        later.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        roomy(self)
        first = next((card.again for card in self.cards if card.draft.place), self.cards[0].copy)
        first.setFocus()

    def _drop(self, card: DraftCard) -> None:
        self.given_up.emit(card.draft.form)
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        if self.cards:
            (self.cards[0].copy if self.cards[0].again.isHidden() else self.cards[0].again).setFocus()
        else:
            self.accept()

    def _go_on(self, card: DraftCard) -> None:
        rest = [other.draft for other in reversed(self.cards) if other is not card]
        self.accept()
        self.form_wanted.emit(card.draft)
        self.left_over.emit(rest)


def told(draft: "Draft") -> str:
    """What was typed, field by field."""
    return "\n".join(f"{field.label}: {field.text}" for field in draft.fields)
