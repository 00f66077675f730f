"""Forms of feedback entered one after another from paper: digits go through the questions, Enter saves."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.widgets.look import ROOMY, ToneLabel, larger
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services.feedback import QUESTIONS, Question


class ScoreBox(QLineEdit):
    """One digit from 1 to 5; 0, Space or Tab leave it empty.

    Signals:
        answered: go on to the next.
        gone_back: Backspace in the empty box.
    """

    answered = Signal()
    gone_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(ROOMY + 6)
        self.setFixedWidth(56)
        larger(self, 1.3, bold=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit replaces what stands here."""
        text = event.text()
        if text in ("1", "2", "3", "4", "5"):
            self.setText(text)
            self.answered.emit()
        elif text == "0" or event.key() == Qt.Key.Key_Space:
            self.setText("")
            self.answered.emit()
        elif (event.key() == Qt.Key.Key_Backspace and not self.text()) or event.key() == Qt.Key.Key_Left:
            self.gone_back.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.answered.emit()
        elif not text.isprintable() or not text:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.selectAll()


class FeedbackEntry(QWidget):
    """Five scores and a sentence.

    Attributes:
        boxes: the scores, in the order of the questions.
        quotation: the sentence.

    Signals:
        entered(object, str): Enter: the scores that were given, by question, and the sentence.
    """

    entered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = tuple(ScoreBox() for _ in QUESTIONS)
        self.quotation = QLineEdit()
        self._means = tuple(ToneLabel("") for _ in QUESTIONS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        centre = Qt.AlignmentFlag.AlignHCenter
        for place, (name, box) in enumerate(zip(QUESTIONS, self.boxes, strict=True)):
            label = QLabel(question_label(name))
            label.setWordWrap(True)
            label.setAlignment(centre | Qt.AlignmentFlag.AlignBottom)
            label.setBuddy(box)
            box.setAccessibleName(self.tr("{question}, 1 to 5").format(question=label.text()))
            grid.addWidget(label, 0, place)
            grid.addWidget(box, 1, place, centre)
            grid.addWidget(self._means[place], 2, place, centre)
            grid.setColumnStretch(place, 1)
            box.answered.connect(lambda at=place: self._go(at + 1))
            box.gone_back.connect(lambda at=place: self._go(at - 1))
            box.returnPressed.connect(self._enter)
        self.quotation.setPlaceholderText(self.tr("A sentence from the form, if there is one. Enter saves."))
        self.quotation.setAccessibleName(self.tr("Quotation"))
        self.quotation.setMinimumHeight(ROOMY)
        self.quotation.returnPressed.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.quotation)
        self.setFocusProxy(self.boxes[0])

    def show_means(self, questions: Sequence[Question]) -> None:
        """Show what the forms say so far below each question."""
        for label, question in zip(self._means, questions, strict=True):
            mean = self.locale().toString(question.mean, "f", 1) if question.mean is not None else "–"
            label.setText(self.tr("mean {mean}").format(mean=mean))

    def clear(self) -> None:
        """Empty everything."""
        for box in self.boxes:
            box.setText("")
        self.quotation.setText("")

    def begin(self) -> None:
        """Go to the first question of the next form."""
        self.clear()
        self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self, scores: dict[str, int], quotation: str) -> None:
        """Show a form that was not accepted."""
        for name, box in zip(QUESTIONS, self.boxes, strict=True):
            box.setText(str(scores.get(name, "")))
        self.quotation.setText(quotation)

    def _go(self, place: int) -> None:
        target = self.boxes[max(0, place)] if place < len(self.boxes) else self.quotation
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        scores = {name: int(box.text()) for name, box in zip(QUESTIONS, self.boxes, strict=True) if box.text()}
        if scores or self.quotation.text().strip():
            self.entered.emit(scores, self.quotation.text())
        else:
            self._go(0)


def question_label(name: str) -> str:
    """What a question is called."""
    return translate("fields", ENTITIES["feedback"].field(name).label)
