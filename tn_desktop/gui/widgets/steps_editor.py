"""The editor of a tool's steps: a row for each with its minutes, which add up below."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.widgets.icons import icon
from tn_desktop.gui.widgets.look import ROOMY
from tn_desktop.model.tool_steps import LONGEST, Step, read_steps, steps_text, total_minutes

MINUTES_WIDTH = 52


class StepText(QPlainTextEdit):
    """What one does in a step, as high as its text.

    Signals:
        next_wanted: Enter: a step below.
        gone_back: Backspace with nothing typed.
    """

    next_wanted = Signal()
    gone_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.gone_back.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        margins = 2 * (self.document().documentMargin() + self.frameWidth())
        self.setFixedHeight(max(ROOMY, int(lines * self.fontMetrics().lineSpacing() + margins + 2)))


class StepRow(QWidget):
    """A step: minutes, text, and a button that takes it out."""

    def __init__(self, step: Step, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes = QLineEdit("" if step.minutes is None else str(step.minutes))
        self.minutes.setValidator(QIntValidator(0, LONGEST, self))
        self.minutes.setFixedWidth(MINUTES_WIDTH)
        self.minutes.setMinimumHeight(ROOMY)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes.setPlaceholderText(self.tr("min"))
        self.text = StepText()
        self.text.setPlainText(step.text)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close"))
        self.remove.setAutoRaise(True)
        self.remove.setFixedSize(ROOMY, ROOMY)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.setToolTip(self.tr("Take this step out"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.minutes, 0, top)
        row.addWidget(self.text, 1, top)
        row.addWidget(self.remove, 0, top)
        self.show_number(number)

    def show_number(self, number: int) -> None:
        """Say which step it is to who cannot see it."""
        self.minutes.setAccessibleName(self.tr("Minutes of step {number}").format(number=number))
        self.text.setAccessibleName(self.tr("Step {number}").format(number=number))

    def step(self) -> Step:
        """What is typed."""
        typed = self.minutes.text().strip()
        return Step(int(typed) if typed.isdigit() else None, " ".join(self.text.toPlainText().split()))


class StepsEditor(QWidget):
    """See `Editor` in editors.py; the value is the stored text of the steps.

    Enter goes on to the next step and makes one at the end, Alt with an arrow moves a step, Backspace in an empty one
    takes it out.

    Signals:
        left: a step was left, moved or taken out.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.rows: list[StepRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        column.addLayout(self._column)
        below = QHBoxLayout()
        self.add_button = QPushButton(self.tr("+ Step"))
        self.add_button.setAutoDefault(False)
        self.add_button.setMinimumHeight(ROOMY)
        self.add_button.clicked.connect(lambda: self.add_step())
        self.total = QLabel()
        below.addWidget(self.total)
        below.addStretch(1)
        below.addWidget(self.add_button)
        column.addLayout(below)
        self._sum_up()

    # --- what a form asks

    def show_value(self, value: Any) -> None:
        """Show stored steps; the same ones again leave the cursor where it is."""
        self._shown = value or ""
        if self.typed() != self._shown:
            self._fill(read_steps(self._shown))

    def typed(self) -> str:
        """The steps as they are stored."""
        return steps_text(row.step() for row in self.rows) or ""

    def changed(self) -> bool:
        """Whether they differ from those shown."""
        return self.typed() != self._shown

    def revert(self) -> None:
        """Take back what was typed."""
        self._fill(read_steps(self._shown))

    def put_back(self, typed: Any) -> None:
        """Show what was not accepted."""
        self._fill(read_steps(str(typed)))

    def hasFocus(self) -> bool:  # noqa: N802
        """Whether the cursor is in one of the steps."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Go to the first step."""
        target: QWidget = self.rows[0].minutes if self.rows else self.add_button
        target.setFocus(reason)

    # --- steps

    def add_step(self, after: StepRow | None = None) -> None:
        """Begin a step below another one, or at the end."""
        place = self.rows.index(after) + 1 if after is not None else len(self.rows)
        row = self._insert(place, Step(None, ""))
        self._number()
        row.minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_step(self, row: StepRow, by: int) -> None:
        """Move a step up or down."""
        place = self.rows.index(row)
        target = place + by
        if not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        self._chain()
        self._settle()

    def take_out(self, row: StepRow) -> None:
        """Take a step out; the cursor goes to its neighbour."""
        place = self.rows.index(row)
        had_focus = self.hasFocus()
        self.rows.remove(row)
        self._drop(row)
        if had_focus:
            target = self.rows[max(0, place - 1)].text if self.rows else self.add_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def _fill(self, steps: Sequence[Step]) -> None:
        focused = QApplication.focusWidget()
        place = next((n for n, row in enumerate(self.rows) if focused and row.isAncestorOf(focused)), None)
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for step in steps:
            self._insert(len(self.rows), step)
        self._number()
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].minutes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insert(self, place: int, step: Step) -> StepRow:
        row = StepRow(step, place + 1)
        row.minutes.textChanged.connect(self._sum_up)
        row.minutes.returnPressed.connect(lambda: row.text.setFocus(Qt.FocusReason.OtherFocusReason))
        row.text.next_wanted.connect(lambda: self._go_on(row))
        row.text.gone_back.connect(lambda: self.take_out(row) if not row.minutes.text() else None)
        row.remove.clicked.connect(lambda: self.take_out(row))
        for child in (row.minutes, row.text):
            child.installEventFilter(self)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()  # at once, so that the cursor can go there
        self._chain()
        return row

    def _chain(self) -> None:
        """Let Tab go through the steps in their order, to the button behind them."""
        chained: list[QWidget] = [child for row in self.rows for child in (row.minutes, row.text)]
        before = self.add_button.previousInFocusChain()
        if chained and before is not None and before not in chained:
            QWidget.setTabOrder(before, chained[0])
        for one, following in pairwise([*chained, self.add_button]):
            QWidget.setTabOrder(one, following)

    def _drop(self, row: StepRow) -> None:
        for child in (row.minutes, row.text):
            child.removeEventFilter(self)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _go_on(self, row: StepRow) -> None:
        place = self.rows.index(row)
        if place + 1 < len(self.rows):
            self.rows[place + 1].minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_step(row)

    def _settle(self) -> None:
        self._number()
        self.left.emit()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.show_number(number)
        self._sum_up()

    def _sum_up(self) -> None:
        total = total_minutes(row.step() for row in self.rows)
        self.total.setText("" if total is None else self.tr("Together {minutes} min").format(minutes=total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move the step; one that is left is stored."""
        row = next((row for row in self.rows if watched in (row.minutes, row.text)), None)
        if row is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
                self.move_step(row, steps[Qt.Key(event.key())])
                return True
        if row is not None and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self._on_left(row)
        return super().eventFilter(watched, event)

    def _on_left(self, row: StepRow) -> None:
        # From the minutes to the text of one step is not yet leaving it; the focus is there after this event only.
        focused = QApplication.focusWidget()
        if focused is None or not row.isAncestorOf(focused):
            self.left.emit()
