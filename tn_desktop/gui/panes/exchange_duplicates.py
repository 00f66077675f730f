"""The tab with rows that may have been entered twice; looked for when it is first seen, and when she asks."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.forms.exchange import Ui_ExchangePane
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.record_values import entity_title
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.services.duplicates import Pair

SAY = QT_TRANSLATE_NOOP("history", "Say whether two rows are one")
SAME, DIFFERENT = "same", "different"


class Duplicates(QObject):
    """Fills the tab and takes her verdicts.

    Signals:
        counted(int): how many pairs wait; -1 while nobody has looked.
    """

    counted = Signal(int)

    def __init__(self, context: Context, ui: Ui_ExchangePane, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.ui = ui
        self._looking: Task | None = None
        self._looked = False
        self.pairs = RowsModel(self._cells(), "number", self)
        ui.duplicates.set_rows_model(self.pairs)
        ui.duplicates.judged.connect(self._judge)
        ui.duplicates.opened.connect(lambda row: context.navigator.record_wanted.emit(row.entity, row.one))
        ui.duplicates.other_opened.connect(lambda row: context.navigator.record_wanted.emit(row.entity, row.other))
        ui.duplicates.selectionModel().currentRowChanged.connect(self._show_buttons)
        ui.same.clicked.connect(lambda: self._judge_current(SAME))
        ui.different.clicked.connect(lambda: self._judge_current(DIFFERENT))
        ui.unsaid.clicked.connect(lambda: self._judge_current(None))
        ui.lookAgain.clicked.connect(self.look)
        ui.decided.toggled.connect(lambda _on: self.look())
        ui.tabs.currentChanged.connect(self._on_tab)
        context.tasks.changed.connect(self._on_changed)
        self._show_buttons()

    # --- looking

    def look(self) -> None:
        """Look for pairs, or for those that are decided; the earlier look is given up."""
        database = self.context.tasks.database
        if database is None:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._looked = True
        decided = self.ui.decided.isChecked()
        self._say(self.tr("Looking…"))

        def work(task: Task) -> "tuple[bool, list[Pair]]":
            from tn_desktop.services import duplicates

            with database.read() as connection:
                if decided:
                    return True, duplicates.decided(connection)
                return False, duplicates.proposed(connection, task.cancelled.is_set)

        self._looking = self.context.tasks.run(work, self._show, self._failed, owner=self)

    def _on_tab(self) -> None:
        if not self._looked and self.ui.tabs.currentWidget() is self.ui.duplicatesTab:
            self.look()

    def _show(self, found: "tuple[bool, list[Pair]]") -> None:
        self._looking = None
        decided, pairs = found
        if decided != self.ui.decided.isChecked():
            return
        self.ui.duplicates.empty_text = (
            self.tr("No verdict was given yet.") if decided else self.tr("Nothing looks as if it was entered twice.")
        )
        self._fill(pairs)
        self._say("")

    def _fill(self, pairs: "list[Pair]") -> None:
        table = self.ui.duplicates
        table.show_rows(tuple(pairs))
        if pairs and table.current_row() is None:
            table.setCurrentIndex(self.pairs.index(0, 0))
        table.viewport().update()
        if not self.ui.decided.isChecked():
            self.counted.emit(len(pairs))
        self._show_buttons()

    def _failed(self, error: AppError) -> None:
        self._looking = None
        self._say("")
        if not isinstance(error, Cancelled):
            self.ui.refusal.say(sentence(error))

    def _say(self, text: str) -> None:
        self.ui.duplicatesState.setText(text)

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if owner is not self and changes.touches("same_as") and self._looked:
            self.look()

    # --- columns

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("entity", self.tr("Record"), lambda row: entity_title(row.entity), width=14),
            Cell("one", self.tr("The one"), self._one, width=30, grows=True, tooltip=self._one),
            Cell("other", self.tr("The other"), self._other, width=30, grows=True, tooltip=self._other),
            Cell("why", self.tr("What speaks for it"), self._why, width=38, tooltip=self._why),
        )

    def _one(self, row: "Pair") -> str:
        return " · ".join(part for part in (row.one_name, row.one_detail) if part)

    def _other(self, row: "Pair") -> str:
        return " · ".join(part for part in (row.other_name, row.other_detail) if part)

    def _why(self, row: "Pair") -> str:
        if row.verdict is not None:
            return self.tr("✔ the same") if row.verdict == SAME else self.tr("✖ different")
        words = {
            "phone": self.tr("same telephone"),
            "email": self.tr("same e-mail"),
            "name_school": self.tr("same name and institution"),
            "name": self.tr("same name and province"),
            "time": self.tr("same title and time"),
        }
        # That names are nearly equal is said by how much.
        said = [words[reason] for reason in row.reasons if reason in words]
        if "name_school" in row.reasons and "name" in row.reasons:
            said.remove(words["name"])  # it says no more than the institution does
        if row.likeness < 100:
            said.append(self.tr("names {percent}% alike").format(percent=row.likeness))
        return ", ".join(said)

    # --- verdicts

    def _judge_current(self, verdict: str | None) -> None:
        row = self.ui.duplicates.current_row()
        if row is not None:
            self._judge(row, verdict)
            self.ui.duplicates.setFocus()

    def _judge(self, row: "Pair", verdict: str | None) -> None:
        def work(uow: Any) -> Changes:
            from tn_desktop.services import same_as

            return same_as.judge(uow, row.entity, row.one, row.other, verdict)

        self.context.tasks.write(SAY, work, lambda _changes: self._judged(row), self._failed, owner=self)

    def _judged(self, row: "Pair") -> None:
        self.ui.refusal.take_back()
        if self.ui.decided.isChecked():
            self.look()
        else:
            self._fill([pair for pair in self.pairs.rows if pair.number != row.number])

    def _show_buttons(self, *_given: object) -> None:
        ui, row = self.ui, self.ui.duplicates.current_row()
        verdict = row.verdict if row is not None else None
        ui.same.setEnabled(row is not None and verdict != SAME)
        ui.different.setEnabled(row is not None and verdict != DIFFERENT)
        ui.unsaid.setEnabled(verdict is not None)
