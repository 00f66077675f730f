"""Send / Receive: the other laptops, conflicts to look at, what was taken in, files that wait."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.dialogs.receive import ReceiveDialog
from tn_desktop.gui.dialogs.send import SendDialog
from tn_desktop.gui.forms.exchange import Ui_ExchangePane
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.panes.exchange_duplicates import Duplicates
from tn_desktop.gui.panes.exchange_waiting import DueFiles
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.folder_row import FolderRow
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.widgets.record_values import counts_text, entity_title, field_title, moment_text, value_text
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import conflicts, exchange_page, settings
from tn_desktop.services.conflicts import OpenConflict
from tn_desktop.services.exchange_page import Laptop, Overview, TakenIn
from tn_desktop.services.judged_pairs import QUESTION, verdict_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.exchange.sync.held import Held

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CONFLICTS_SHOWN = 500
DECIDE = QT_TRANSLATE_NOOP("history", "Decide a conflict")
TAKE_BACK = QT_TRANSLATE_NOOP("history", "Take an exchange back")


def _moment(stored: str | None) -> str:
    return datetime.fromisoformat(stored).strftime("%d.%m.%Y %H:%M") if stored else "–"


class ExchangePane(QWidget):
    """Everything about the exchange with colleagues and the office; workbooks may be dropped on it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._names: dict[int, str] = {}
        self._named: dict[str, str] = {}
        self.ui = Ui_ExchangePane()
        self.ui.setupUi(self)
        roomy(self)
        self.setAcceptDrops(True)
        self.laptops = RowsModel(self._laptop_cells(), "number", self)
        self.conflicts = RowsModel(self._conflict_cells(), "id", self)
        self.taken = RowsModel(self._taken_cells(), "id", self)
        self.held = RowsModel(self._held_cells(), "id", self)
        for table, model, empty in (
            (
                self.ui.laptops,
                self.laptops,
                self.tr("Nobody has exchanged with this laptop yet. Send a workbook first."),
            ),
            (self.ui.conflicts, self.conflicts, self.tr("No conflicts.")),
            (self.ui.taken, self.taken, self.tr("No workbook was taken in yet. Drop one here.")),
            (self.ui.held, self.held, self.tr("No file waits.")),
        ):
            table.set_rows_model(model)
            table.empty_text = empty
        self.folder = FolderRow(context, parent=self)
        self.ui.laptopsColumn.addWidget(self.folder)
        self.due = DueFiles(context, self)
        self.due.taken.connect(self._on_due_taken)
        self.due.stopped.connect(self.read)
        self.due.failed.connect(self._refuse)
        self.duplicates = Duplicates(context, self.ui, self)
        self.duplicates.counted.connect(self._show_duplicates)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.send.clicked.connect(self.send)
        ui.receive.clicked.connect(lambda: self.receive([]))
        ui.conflicts.decided.connect(self._decide)
        ui.conflicts.opened.connect(self._open_row)
        ui.keep.clicked.connect(lambda: self._decide_current(conflicts.KEEP))
        ui.take.clicked.connect(lambda: self._decide_current(conflicts.TAKE))
        ui.undo.clicked.connect(self._take_back)
        ui.release.clicked.connect(self._release)
        ui.drop.clicked.connect(self._put_aside)
        for table in (ui.conflicts, ui.taken, ui.held):
            table.selectionModel().currentRowChanged.connect(self._show_buttons)
        QShortcut(QKeySequence("Ctrl+N"), self, self.send)
        self.context.tasks.changed.connect(self._on_changed)

    # --- what the window asks

    def focus_list(self) -> None:
        """Put the cursor where something waits."""
        tab = self.ui.tabs.currentWidget()
        tables = {
            self.ui.laptopsTab: self.ui.laptops,
            self.ui.conflictsTab: self.ui.conflicts,
            self.ui.duplicatesTab: self.ui.duplicates,
            self.ui.takenTab: self.ui.taken,
            self.ui.heldTab: self.ui.held,
        }
        target = tables[tab] if tables[tab].model().rowCount() else self.ui.send
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Write a workbook for others."""
        self._open(SendDialog(self.context, self))

    def receive(self, files: list[Path]) -> None:
        """Take workbooks in; without any she chooses them."""
        self._open(ReceiveDialog(self.context, files, self))

    def _open(self, dialog: QDialog) -> None:
        if isinstance(dialog, ReceiveDialog):
            dialog.finished.connect(lambda _result: self.due.learn(dialog.ui.passphrase.text()))
        dialog.finished.connect(lambda _result: self.read())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- columns

    def _laptop_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("owner", self.tr("Who"), self._who, width=24, grows=True),
            Cell("received", self.tr("Last received"), lambda row: _moment(row.state.received_at), width=16),
            Cell("gaps", self.tr("Files that never came"), self._gaps, width=20, spare=1),
            Cell("has", self.tr("Has ours of"), lambda row: _moment(row.state.acknowledged_at), width=16),
            Cell("waiting", self.tr("Does not have yet"), self._waiting, width=18, alignment=RIGHT),
        )

    def _who(self, row: Laptop) -> str:
        from tn_desktop.model.places import province_name

        silent = self.tr("silent since {day}").format(day=_moment(row.state.heard_at)[:10]) if row.state.silent else ""
        parts = (row.state.owner or row.state.device, province_name(row.state.province), silent)
        return " · ".join(part for part in parts if part)

    def _gaps(self, row: Laptop) -> str:
        return ", ".join(map(str, row.state.gaps)) or "–"

    def _waiting(self, row: Laptop) -> str:
        return self.tr("everything") if row.waiting is None else self.tr("%n change(s)", "", row.waiting)

    def _conflict_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("entity", self.tr("Record"), self._record, width=22, grows=True, tooltip=self._record),
            Cell("field", self.tr("Field"), self._field, width=12, tooltip=self._field),
            Cell("kept", self.tr("Stands"), self._kept, width=30, grows=True, tooltip=self._kept),
            Cell("lost", self.tr("The other"), self._lost, width=30, grows=True, tooltip=self._lost),
        )

    def _record(self, row: OpenConflict) -> str:
        name = self._names.get(row.id, "")
        if row.pair is not None and row.pair.entity == "people" and name:
            return name  # the verdicts speak of persons themselves, and two names need the room
        kind = entity_title(row.entity if row.pair is None else row.pair.entity)
        return f"{kind}: {name}" if name else kind

    def _field(self, row: OpenConflict) -> str:
        return field_title(row.entity, row.field) if row.pair is None else translate("words", QUESTION)

    def _kept(self, row: OpenConflict) -> str:
        how = self.tr("marked for this person alone") if row.outranked else ""
        return self._said(row, row.kept, row.kept_by, row.kept_at, how)

    def _lost(self, row: OpenConflict) -> str:
        how = self.tr("all marked together") if row.outranked else ""
        return self._said(row, row.lost, row.lost_by, row.lost_at, how)

    def _said(self, row: OpenConflict, value: Any, who: str, at: int, how: str) -> str:
        database = self.context.tasks.database
        by = self.tr("you") if database is not None and who == database.device else who
        if row.pair is None:
            text = value_text(row.entity, row.field, value, self._named)
        else:
            text = verdict_text(row.pair.entity, value, translate)
        parts = (text, how, by, moment_text(at))
        return " · ".join(part for part in parts if part)

    def _taken_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("at", self.tr("When"), lambda row: _moment(row.at), width=16),
            Cell("file", self.tr("File"), lambda row: row.file, width=30, grows=True),
            Cell("owner", self.tr("From"), lambda row: row.owner or "–", width=18),
            Cell("counts", self.tr("What came of it"), self._counts, width=40, spare=1),
            Cell("state", self.tr("State"), self._state, width=14),
        )

    def _counts(self, row: TakenIn) -> str:
        return counts_text(row.added, row.changed, row.removed, row.conflicts)

    def _state(self, row: TakenIn) -> str:
        return self.tr("↺ taken back") if row.undone else self.tr("✔ taken in")

    def _held_cells(self) -> tuple[Cell, ...]:
        return (
            Cell("at", self.tr("Came"), lambda row: _moment(row.at), width=16),
            Cell("file", self.tr("File"), lambda row: row.name, width=26),
            Cell("why", self.tr("Why it waits"), self._why, width=50, grows=True, tooltip=self._why),
        )

    def _why(self, row: "Held") -> str:
        if why := self.due.why(row.id):
            return why
        text = translate("errors", row.reason).replace("{device}", row.owner or row.device)
        due = ""
        if row.until and not row.waits_for_a_yes:
            due = self.tr("From {time} on.").format(time=moment_text(row.until))
        return f"{text} {due}".strip()

    # --- reading

    def read(self) -> None:
        """Read everything anew."""
        database = self.context.tasks.database
        if database is None:
            self._stale = True
            return
        self._stale = False
        now, language = self.context.now().astimezone(), self.context.language

        def query(connection: "Connection") -> Any:
            from tn_desktop.exchange.folder.state import PASSPHRASE
            from tn_desktop.exchange.sync.clocks import own_clock
            from tn_desktop.exchange.sync.held import due, held_files

            waiting = conflicts.open_conflicts(connection, CONFLICTS_SHOWN)
            named = connection, waiting, language
            return (
                exchange_page.overview(connection, now),
                waiting,
                (exchange_page.names_of_rows(connection, waiting), exchange_page.names_in_values(*named)),
                held_files(connection),
                {one.id for one in due(connection, database, own_clock(connection).time)},
                str(settings.get(connection, PASSPHRASE) or ""),
            )

        self.context.tasks.read(query, self._show, owner=self, channel="exchange")

    def _show(self, found: tuple[Overview, list[OpenConflict], Any, list[Any], set[int], str]) -> None:
        page, open_ones, (self._names, self._named), waiting, due, secret = found
        ui = self.ui
        ui.laptops.show_rows(page.laptops)
        ui.conflicts.show_rows(tuple(open_ones))
        ui.taken.show_rows(page.taken)
        ui.held.show_rows(tuple(waiting))
        for table in (ui.conflicts, ui.taken, ui.held):
            if table.current_row() is None and table.rows_model.rowCount():
                table.setCurrentIndex(table.rows_model.index(0, 0))
        ui.state.setText(self._state_text(page))
        show_count(ui.tabs, ui.laptopsTab, self.tr("&Laptops"), len(page.laptops) or None)
        show_count(ui.tabs, ui.conflictsTab, self.tr("C&onflicts"), page.conflicts or None)
        show_count(ui.tabs, ui.takenTab, self.tr("Taken &in"), None)
        show_count(ui.tabs, ui.heldTab, self.tr("&Waiting files"), page.held or None)
        self._show_buttons()
        self.due.look(due, secret)

    def _on_due_taken(self, count: int) -> None:
        self.context.navigator.told.emit(self.tr("%n file(s) that had waited were taken in.", "", count))
        self.read()

    def _show_duplicates(self, count: int) -> None:
        show_count(self.ui.tabs, self.ui.duplicatesTab, self.tr("D&uplicates"), count or None)

    def _state_text(self, page: Overview) -> str:
        if not page.sent_at:
            return self.tr("Nothing was sent from this laptop yet.")
        sent = self.tr("Last sent: {time} ({file}).").format(time=_moment(page.sent_at), file=page.sent_name)
        since = self.tr("%n change(s) since then.", "", page.waiting or 0)
        return f"{sent} {since}"

    def _show_buttons(self, *_given: object) -> None:
        ui = self.ui
        conflict = ui.conflicts.current_row() is not None
        ui.keep.setEnabled(conflict)
        ui.take.setEnabled(conflict)
        row = ui.taken.current_row()
        ui.undo.setEnabled(isinstance(row, TakenIn) and not row.undone)
        waiting = ui.held.current_row() is not None
        ui.release.setEnabled(waiting)
        ui.drop.setEnabled(waiting)

    def _on_changed(self, _changes: Changes, _owner: object) -> None:
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    # --- conflicts

    def _decide_current(self, choice: str) -> None:
        row = self.ui.conflicts.current_row()
        if row is not None:
            self._decide(row, choice, False)
            self.ui.conflicts.setFocus()

    def _decide(self, row: OpenConflict, choice: str, alike: bool) -> None:
        rows = [row]
        if alike:
            rows = [one for one in self.conflicts.rows if _kind(one) == _kind(row)]
        ids = [one.id for one in rows]
        self.context.tasks.write(
            DECIDE,
            lambda uow: conflicts.resolve(uow, ids, choice),
            done=lambda _changes: self.ui.refusal.take_back(),
            failed=self._refuse,
            owner=self,
        )

    def _open_row(self, row: OpenConflict) -> None:
        if row.pair is not None:
            there = [key for key in row.pair.ids if key is not None]
            if there:
                self.context.navigator.record_wanted.emit(row.pair.entity, there[0])
        elif row.row_id is not None:
            self.context.navigator.record_wanted.emit(row.entity, row.row_id)

    # --- what was taken in, and what waits

    def _take_back(self) -> None:
        row = self.ui.taken.current_row()
        if not isinstance(row, TakenIn):
            return
        batch = row.batch

        def work(uow: Any) -> Changes:
            from tn_desktop.services.merge_undo import undo_batch

            return undo_batch(uow, batch)

        self.context.tasks.write(TAKE_BACK, work, done=self._on_taken_back, failed=self._refuse, owner=self)

    def _on_taken_back(self, changes: Changes) -> None:
        self.ui.refusal.take_back()
        kept = int(changes.told.get("kept", 0))
        text = self.tr("It was taken back.")
        if kept:
            text += " " + self.tr("%n row(s) stay, since somebody built on them.", "", kept)
        self.context.navigator.told.emit(text)
        self.read()

    def _release(self) -> None:
        row = self.ui.held.current_row()
        if row is not None:
            self._open(ReceiveDialog(self.context, [Path(row.name)], self, release=row))

    def _put_aside(self) -> None:
        row = self.ui.held.current_row()
        database = self.context.tasks.database
        if row is None or database is None:
            return

        def work(_task: Task) -> None:
            from tn_desktop.exchange.sync.held import forget

            forget(database, row.id)

        self.context.tasks.alone(work, lambda _none: self.read(), self._refuse, owner=self)

    def _refuse(self, error: AppError) -> None:
        self.ui.refusal.say(sentence(error))

    # --- files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workbooks(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := _workbooks(event.mimeData()):
            event.acceptProposedAction()
            self.receive(files)


def _kind(row: OpenConflict) -> tuple[str, str, bool]:
    """What Shift decides together; marks that a deliberate one outranks are a kind of their own."""
    return row.entity, row.field, row.outranked


def _workbooks(data: Any) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in (".xlsx", ".tnfile")]
