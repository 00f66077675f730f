"""The rounds of a solution on its page: read one below the other, each opened below them, a new one by one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.look import Heading, roomy
from tn_desktop.gui.widgets.rounds_view import RoundsView
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import solution_page
from tn_desktop.services.solution_page import SolutionPage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.solutions_page import SolutionDetail

BEGIN_ROUND = QT_TRANSLATE_NOOP("history", "Begin a round")


class RoundForm(FieldForm):
    """The fields of a round; what one has to tell comes first, since day and people are filled in."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "iterations", parent)
        self.add("what_changed", "why", "result", "date", "carried_out_by", "workshop", "notes")


class RoundEditor(QWidget):
    """The fields of one round below the sequence; Esc closes it."""

    def __init__(self, context: Context, close: "object", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Heading("", by=1.1)
        self.done = QPushButton(QCoreApplication.translate("RoundEditor", "Close"))
        self.done.setToolTip("Esc")
        self.done.setAutoDefault(False)
        self.form = RoundForm(context)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 4, 8, 8)
        inside.addWidget(self.form)
        inside.addStretch(1)
        area.setWidget(holder)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(area, 1)
        self._close = close
        self.done.clicked.connect(close)
        roomy(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where no field took it, closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.click()
        else:
            super().keyPressEvent(event)


class RoundsTab(QObject):
    """What stands on the tab of rounds.

    Attributes:
        view: the sequence.
        editor: the fields of the open round; hidden while none is open.
        open_key: id of that round.
    """

    def __init__(self, detail: "SolutionDetail") -> None:
        super().__init__(detail)
        self._detail = detail
        self.open_key: int | None = None
        self._revealed: int | None = None
        self.view = RoundsView()
        self.view.empty_text = QCoreApplication.translate(
            "RoundsTab",
            "No round yet. “New round” takes down what you try first: what you do, why, and what comes of it.",
        )
        self.view.setAccessibleName(QCoreApplication.translate("RoundsTab", "Rounds of this solution"))
        self.editor = RoundEditor(detail.context, self.close_editor)
        self.editor.hide()
        self.editor.form.gone.connect(self.close_editor)
        self.editor.form.opener = self.open
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(8)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.editor)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        detail.ui.rounds_column.insertWidget(0, self._splitter, 1)
        self.view.opened.connect(self.open)
        self.view.removed.connect(self._remove)

    def show(self, page: SolutionPage) -> None:
        """Show the rounds of a page that was read."""
        self.view.show_rounds(page.rounds)
        if self.open_key is not None and self.open_key not in {one.id for one in page.rounds}:
            self.close_editor()
        self._entitle()
        self.view.mark_open(self.open_key)
        if self._revealed is not None and any(one.id == self._revealed for one in page.rounds):
            self.view.reveal(self._revealed)
            self._revealed = None

    def forget(self) -> None:
        """Another solution is shown."""
        self.open_key = self._revealed = None
        self.editor.form.clear()
        self.editor.hide()

    def begin(self) -> None:
        """A new round, today, by those of the last one; its fields open below, what came before it in view."""
        solution = self._detail.key
        if solution is None:
            return
        today = self._detail.context.now().date()
        self._detail.ui.tabs.setCurrentWidget(self._detail.ui.rounds_tab)
        self._detail.write(
            BEGIN_ROUND,
            lambda uow: solution_page.begin_round(uow, solution, today),
            self._detail.ui.rounds_refusal,
            done=lambda changes: self._on_begun(solution, changes.subject),
        )

    def _on_begun(self, solution: int, key: int | None) -> None:
        if key is not None and solution == self._detail.key:
            self._revealed = key
            self._detail.read()
            self.open(key)

    def open(self, key: int) -> None:
        """Open the fields of a round."""
        self.open_key = key
        if not self.editor.isVisibleTo(self._splitter):
            self.editor.show()
            height = max(2, self._splitter.height())
            self._splitter.setSizes([height // 2, height - height // 2])
        self.editor.form.load(key)
        self._entitle()
        self.view.mark_open(key)
        self.editor.form.focus_first()
        self.view.reveal(key)

    def close_editor(self) -> None:
        """Close the fields; the cursor goes back to the round."""
        key, self.open_key = self.open_key, None
        # The cursor leaves first, so that what was typed is stored.
        if key is not None and self.editor.isAncestorOf(self._detail.focusWidget() or self._detail):
            self.view.choose(key)
        self.editor.hide()
        self.view.mark_open(None)

    def _entitle(self) -> None:
        for item in self.view.items:
            if item.round is not None and item.round.id == self.open_key:
                text = QCoreApplication.translate("ChainView", "Round {number}")
                self.editor.title.setText(text.format(number=item.round.number))

    def _remove(self, key: int) -> None:
        self._detail.remove_rows("iterations", [key], self._detail.ui.rounds_refusal)
