"""The import wizard: what is in the file, who is who, done. Nothing is written before the second page's yes."""

import threading
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.feedback_tables import FEEDBACK
from tn_desktop.exchange.importing import list_title, plan_import
from tn_desktop.exchange.mapping import ATTENDANCE_LONG, ATTENDANCE_WIDE, STAKEHOLDERS
from tn_desktop.exchange.plan import ImportPlan, ImportResult, Target, reason_text
from tn_desktop.exchange.record_tables import RECORDS
from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.export_noting import Leaving, copy_text
from tn_desktop.gui.forms.import_wizard import Ui_ImportWizard
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.import_decision import of_people
from tn_desktop.gui.widgets.import_file_page import REMEMBERED, FilePage, languages
from tn_desktop.gui.widgets.import_rows_page import LeftItem, RowsPage
from tn_desktop.gui.widgets.look import larger, roomy, wrong_colour
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log, lists, settings, undo
from tn_desktop.services.lists import ListQuery
from tn_desktop.store.unit_of_work import UnitOfWork

FILE, ROWS, DONE = range(3)
LABEL: Final = QT_TRANSLATE_NOOP("history", "Import a list")
UNDO_LABEL: Final = QT_TRANSLATE_NOOP("history", "Undo")
Wanted = tuple[str, int] | None


class ImportWizard(QDialog):
    """Imports a file or pasted text.

    `source` is a file, pasted text, or None to let the user choose; `target` is ("community" | "workshop" |
    "session", id), ("feedback", id of a session), (name of another entity, 0) for a list of it, or None.

    Attributes:
        file_page, rows_page: the first two pages.
        result: what was done, once it was.
    """

    def __init__(
        self, context: Context, source: Path | str | None = None, target: Wanted = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = target
        self._running: threading.Event | None = None
        self._task: Task | None = None
        self.result_shown: ImportResult | None = None
        self.ui = Ui_ImportWizard()
        self.ui.setupUi(self)
        roomy(self)
        self.resize(1080, 660)
        larger(self.ui.step, 1.3, bold=True)
        larger(self.ui.doneTitle, 1.2, bold=True)
        palette = self.ui.message.palette()
        palette.setColor(palette.ColorRole.WindowText, wrong_colour())
        self.ui.message.setPalette(palette)
        self.ui.progress.hide()
        self.file_page = FilePage(context, self.ui, self)
        self.rows_page = RowsPage(self.ui, self)
        self._left = RowsModel(self._left_cells(), "row", self)
        self.ui.left.set_rows_model(self._left)
        if target is not None and target[0] in RECORDS:
            self.file_page.limit_to(target[0])
        self.file_page.changed.connect(self._on_file_changed)
        self.file_page.said.connect(self._say)
        self.rows_page.changed.connect(self._refresh)
        self.ui.kind.currentIndexChanged.connect(lambda _at: self._fill_targets())
        self.ui.back.clicked.connect(self._back)
        self.ui.next.clicked.connect(self._next)
        self.ui.close.clicked.connect(self.reject)
        self.ui.undoButton.clicked.connect(self._undo)
        self.ui.copyLeft.clicked.connect(self._copy_left)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)
        go = QShortcut(QKeySequence("Ctrl+Return"), self)
        go.activated.connect(self.ui.next.click)
        self._communities: list[tuple[str, int]] = []
        self._workshops: list[tuple[str, int]] = []
        self._filled_for: tuple[str, bool, Any] = ("", False, None)
        self._chosen: Wanted = None
        self.ui.target.activated.connect(lambda _at: self._choose_target())
        context.tasks.read(_places, self._on_places, owner=self)
        self._go(FILE)
        self.file_page.start(source)

    # --- moving between pages

    def _go(self, page: int) -> None:
        self.ui.pages.setCurrentIndex(page)
        self._refresh()

    def _refresh(self) -> None:
        page = self.ui.pages.currentIndex()
        busy = self._running is not None
        kind = self.rows_page.plan.kind if self.rows_page.plan is not None else "people"
        titles = (
            self.tr("1 of 3 · What is in the list"),
            self.tr("2 of 3 · Who is who") if of_people(kind) else self.tr("2 of 3 · What becomes of each row"),
            self.tr("3 of 3 · Done"),
        )
        name = self.file_page.source_name
        self.ui.step.setText(f"{titles[page]}   {name}" if name else titles[page])
        self.ui.back.setVisible(page == ROWS)
        self.ui.back.setEnabled(not busy)
        self.ui.next.setVisible(page != DONE)
        self.ui.next.setText(self.tr("&Next") if page == FILE else self.tr("&Import"))
        # Hidden on the last page, where its key must not import once more.
        self.ui.next.setEnabled(not busy and (page == ROWS or (page == FILE and self.file_page.ready)))
        self.ui.close.setText(self.tr("Close") if page == DONE else self.tr("Cancel"))
        self.ui.close.setDefault(page == DONE)
        self.ui.progress.setVisible(busy)

    def _back(self) -> None:
        self._say("")
        self._go(FILE)

    def _next(self) -> None:
        if self.ui.pages.currentIndex() == FILE:
            self._plan()
        else:
            self._apply()

    def _paste(self) -> None:
        if self.ui.pages.currentIndex() == FILE:
            self.file_page.paste()

    def reject(self) -> None:
        """Esc: stop what is running, else close; before the import nothing has been written."""
        if self._running is not None:
            self._running.set()
            if self._task is not None and self.ui.pages.currentIndex() == FILE:
                self._task.cancel()
                self._stopped()
            return
        self.file_page.stop()
        super().reject()

    # --- page 1: where to

    def _on_places(self, places: tuple[list[tuple[str, int]], list[tuple[str, int]]]) -> None:
        self._communities, self._workshops = places
        self._fill_targets()

    def _on_file_changed(self) -> None:
        """What a list is decides where it can go: that is asked anew when it is read, or taken for something else."""
        if self._filled_for != self._meant:
            self._fill_targets()
        self._refresh()

    @property
    def _meant(self) -> tuple[str, bool, Any]:
        """The kind of list, whether its rows name workshops, and the list itself."""
        mapping = self.file_page.mapping
        names = mapping is not None and bool(mapping.of("workshop"))
        return self.ui.kind.currentData() or "", names, self.file_page.table

    def _fill_targets(self) -> None:
        self._filled_for = self._meant
        kind, names_workshops, _table = self._filled_for
        box = self.ui.target
        chosen = self._chosen or self._wanted
        box.clear()
        if kind in (ATTENDANCE_WIDE, ATTENDANCE_LONG):
            if names_workshops:
                box.addItem(self.tr("the workshops that the list names"), ("named", 0))
            box.addItem(self.tr("a new workshop: {title}").format(title=self._new_title()), ("new", 0))
        elif kind == STAKEHOLDERS:
            box.addItem(self.tr("the list of stakeholders"), ("", 0))
        elif kind == FEEDBACK and self._wanted is not None and self._wanted[1]:
            box.addItem(self.tr("the session you came from"), self._wanted)
        elif kind in RECORDS:
            box.addItem(self.tr("the list of this name"), ("", 0))
        else:
            box.addItem(self.tr("the list of people only"), ("", 0))
            for name, key in self._communities:
                box.addItem(self.tr("community: {name}").format(name=name), ("community", key))
        if kind != STAKEHOLDERS and kind not in RECORDS:
            for name, key in self._workshops:
                box.addItem(self.tr("workshop: {name}").format(name=name), ("workshop", key))
        if self._wanted is not None and self._wanted[0] == "session":
            box.addItem(self.tr("the session you came from"), self._wanted)
        for at in range(box.count()):
            if chosen is not None and tuple(box.itemData(at)) == tuple(chosen):
                box.setCurrentIndex(at)

    def _choose_target(self) -> None:
        self._chosen = self.ui.target.currentData()

    def _target(self) -> Target:
        kind, key = self.ui.target.currentData() or ("", 0)
        match kind:
            case "community":
                return Target(community=key)
            case "workshop":
                return Target(workshop=key)
            case "session" | "feedback":
                return Target(session=key)
            case "new":
                return Target(workshop_title=self._new_title())
        return Target()

    def _new_title(self) -> str:
        stem = Path(self.file_page.source_name).stem or self.tr("Imported attendance")
        return list_title(self.file_page.table, stem) if self.file_page.table is not None else stem

    # --- page 2: the plan

    def _plan(self) -> None:
        chosen, target = self.file_page.chosen, self._target()
        self._say("")
        stop = self._begin()
        self._task = self._context.tasks.read(
            lambda connection: plan_import(
                connection, chosen, target, progress=self._progress(stop), translations=languages()
            ),
            self._on_plan,
            self._on_failed,
            owner=self,
        )

    def _on_plan(self, plan: ImportPlan) -> None:
        self._end()
        self.ui.pages.setCurrentIndex(ROWS)
        self.rows_page.show_plan(plan)
        self._refresh()

    # --- page 3: applied

    def _apply(self) -> None:
        plan, decisions = self.rows_page.plan, dict(self.rows_page.decisions)
        assert plan is not None
        kept = self.file_page.remember()
        stop = self._begin()
        done: list[ImportResult] = []

        def service(uow: UnitOfWork) -> Changes:
            done.append(apply_import(uow, plan, decisions, self._progress(stop)))
            settings.put(uow, REMEMBERED, kept)
            return uow.changes()

        self._context.tasks.write(LABEL, service, lambda _changes: self._on_done(done[0]), self._on_failed, owner=self)

    def _on_done(self, result: ImportResult) -> None:
        self._end()
        self.result_shown = result
        self.ui.doneTitle.setText(
            self.tr("The list was imported.") if result.batch else self.tr("There was nothing new to import.")
        )
        parts = [
            self.tr("%n added", "", result.added),
            self.tr("%n changed", "", result.changed),
            self.tr("%n were there already", "", result.same),
        ]
        if result.differs:
            parts.append(self.tr("%n differ and stay as they are stored", "", len(result.differs)))
        if result.waiting:
            parts.append(self.tr("%n on the waiting list", "", result.waiting))
        if result.sessions:
            parts.append(self.tr("%n session(s) made", "", result.sessions))
        if result.marks:
            parts.append(self.tr("%n mark(s) written", "", result.marks))
        self.ui.doneCounts.setText(" · ".join(parts))
        rows = [(number, reason_text(reason, translate)) for number, reason in (*result.refused, *result.skipped)]
        self._left.set_rows([LeftItem(at, str(number), why) for at, (number, why) in enumerate(sorted(rows))])
        for widget in (self.ui.left, self.ui.leftLabel, self.ui.copyLeft):
            widget.setVisible(bool(rows))
        self.ui.undoButton.setVisible(result.batch is not None)
        self.ui.undoButton.setEnabled(True)
        if not rows:
            self.ui.doneLayout.addStretch(1)
        self._go(DONE)
        self.ui.close.setFocus()

    def _undo(self) -> None:
        assert self.result_shown is not None and self.result_shown.batch is not None
        batch = self.result_shown.batch
        self.ui.undoButton.setEnabled(False)
        self._context.tasks.write(
            UNDO_LABEL,
            lambda uow: undo.undo(uow, batch),
            lambda _changes: self._on_undone(),
            self._on_failed,
            owner=self,
        )

    def _on_undone(self) -> None:
        self.ui.doneTitle.setText(self.tr("The import was taken back."))
        self.ui.doneCounts.setText("")

    def _copy_left(self) -> None:
        lines = [f"{item.number}\t{item.reason}" for item in self._left.rows]
        copy_text(self._context, "\n".join(lines), Leaving(export_log.LEFT_OUT))

    # --- long work

    def _begin(self) -> threading.Event:
        self._running = threading.Event()
        self.ui.progress.setValue(0)
        self._refresh()
        return self._running

    def _end(self) -> None:
        self._running = None
        self._task = None
        self._refresh()

    def _progress(self, stop: threading.Event) -> Any:
        """What long work calls with (done, of): shows it, and stops the work when that is wanted."""

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Cancelled
            self._context.tasks.on_main_thread(self, self.ui.progress.setValue, round(1000 * done / max(of, 1)))

        return progress

    def _on_failed(self, error: AppError) -> None:
        self._end()
        self._say(sentence(error))

    def _stopped(self) -> None:
        self._end()
        self._say(self.tr("Stopped. Nothing was changed."))

    def _say(self, text: str) -> None:
        self.ui.message.setText(text)
        self.ui.message.setVisible(bool(text))

    def _left_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("number", self.tr("Row"), lambda item: item.number, width=8),
            Cell("reason", self.tr("Why it was left out"), lambda item: item.reason, width=60, grows=True),
        )


def _places(connection: Any) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    communities = lists.first_page(connection, ListQuery("communities"))[0].rows
    workshops = lists.first_page(connection, ListQuery("workshops"))[0].rows
    return (
        [(row.name, row.id) for row in communities],
        [(" · ".join(part for part in (row.title, row.province) if part), row.id) for row in workshops],
    )
