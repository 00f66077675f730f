"""Taking workbooks in: what would happen, in words, by the same code that then does it."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.dialogs.received_words import erasing, row_counts
from tn_desktop.gui.files_came import tell_files_came
from tn_desktop.gui.forms.receive import Ui_ReceiveDialog
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.remembering import recall_workbooks
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.look import roomy, wrong_colour
from tn_desktop.gui.widgets.record_values import counts_text, entity_title, field_title, value_text
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES

if TYPE_CHECKING:
    from tn_desktop.exchange.sync.edits import Edit
    from tn_desktop.exchange.sync.held import Held
    from tn_desktop.exchange.sync.report import FileReport, SyncReport
    from tn_desktop.model.privacy_texts import PrivacyText

FOLDER: Final = "exchange/folder"
TAKE_BACK: Final = QT_TRANSLATE_NOOP("history", "Take an exchange back")
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}


@dataclass(frozen=True)
class Line:
    """One line of what would happen: a file, some of its rows, or an edit that somebody made in Excel.

    Attributes:
        key: of an edit that may be confirmed, else "".
        confirmed: whether it is meant all the same.
        wrong: it stands in the colour of what needs a look.
        texts: a version of notice and consents, which Enter shows.
    """

    number: int
    what: str
    text: str
    key: str = ""
    confirmed: bool = False
    wrong: bool = False
    texts: "Mapping[str, PrivacyText] | None" = None


class ReceiveDialog(QDialog):
    """Shows first, then takes in; what was taken in can be taken back here. Esc stops what runs.

    Attributes:
        report: what was shown or done last.
        applied: whether it was done.
        slip: the texts that were shown last, as they would be printed, or None.
    """

    def __init__(
        self,
        context: Context,
        files: Sequence[Path],
        parent: QWidget | None = None,
        release: "Held | None" = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._files = list(files)
        self._release = release
        self._confirmed: frozenset[str] = frozenset()
        self._recalled = False
        self._stop: threading.Event | None = None
        self.report: SyncReport | None = None
        self.applied = False
        self.slip: QDialog | None = None
        self.ui = Ui_ReceiveDialog()
        self.ui.setupUi(self)
        roomy(self)
        self.model = RowsModel(self._cells(), "number", self)
        self.ui.lines.set_rows_model(self.model)
        self.ui.lines.empty_text = self.tr("Choose the workbooks that you were sent.")
        self.ui.lines.wrap()
        for widget in (self.ui.secret, self.ui.progress, self.ui.undo):
            widget.hide()
        self.ui.add.setVisible(release is None)
        self.ui.add.clicked.connect(self._choose)
        self.ui.again.clicked.connect(self.preview)
        self.ui.passphrase.returnPressed.connect(self.preview)
        self.ui.lines.opened.connect(self._on_enter)
        self.ui.apply.clicked.connect(self._apply)
        self.ui.undo.clicked.connect(self._undo)
        self.ui.closeButton.clicked.connect(self.reject)
        self.ui.apply.setEnabled(False)
        if self._files:
            self.preview()

    def showEvent(self, event: Any) -> None:
        """Without a file, ask for one."""
        super().showEvent(event)
        if not self._files and self.report is None:
            self.ui.add.setFocus()

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("what", self.tr("File or list"), lambda line: line.what, width=26, colour=self._colour),
            Cell(
                "text",
                self.tr("What would happen"),
                self._text,
                width=60,
                grows=True,
                tooltip=lambda line: line.text,
                colour=self._colour,
            ),
        )

    def _text(self, line: Line) -> str:
        if not line.key:
            return line.text
        if line.confirmed or self.applied:
            return f"{'☑' if line.confirmed else '☐'} {line.text}"
        hint = self.tr("(Enter confirms it.)")
        return f"☐ {line.text} {hint}"

    def _colour(self, line: Line) -> Any:
        return wrong_colour() if line.wrong and not line.confirmed else None

    # --- files

    def _choose(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose the workbooks"),
            str(self._context.choices.value(FOLDER, "")),
            self.tr("Workbooks and files of outputs (*.xlsx *.tnfile);;All files (*)"),
        )
        if files:
            self._context.choices.put(FOLDER, str(Path(files[0]).parent))
            self._files += [Path(file) for file in files if Path(file) not in self._files]
            self.preview()

    # --- looking and doing

    def preview(self) -> None:
        """See what would happen."""
        self._run(rehearse=True)

    def _apply(self) -> None:
        self._run(rehearse=False)

    def _run(self, *, rehearse: bool) -> None:
        database = self._context.tasks.database
        if database is None or self._stop is not None or not self._files:
            return
        self.ui.refusal.take_back()
        stop = self._stop = threading.Event()
        files, passphrase, confirmed = list(self._files), self.ui.passphrase.text() or None, self._confirmed
        release = self._release

        def waits() -> None:
            self._context.tasks.on_main_thread(self, self._show_waiting, None)

        def progress(file: str, done: int, of: int) -> None:
            self._context.tasks.on_main_thread(self, self._show_progress, (file, done, of))

        def work(_task: Task) -> "SyncReport":
            from tn_desktop.exchange.sync.held import done_with, taken_out
            from tn_desktop.exchange.sync.receiving import Options, receive
            from tn_desktop.exchange.sync.report import APPLIED, DUPLICATE

            options = Options(
                passphrase,
                rehearse,
                confirmed,
                release=release is not None,
                beside=False,
                trust_new=False,
                waits=waits,
            )
            if release is None:
                return receive(database, files, options, None, progress, stop.is_set)
            with taken_out(database, release) as copy:
                report = receive(database, [copy], options, None, progress, stop.is_set)
            if not rehearse and report.files[0].status in (APPLIED, DUPLICATE):
                done_with(database, release)
            return report

        def take_files(report: "SyncReport") -> "SyncReport":
            from tn_desktop.exchange.sync.taking_files import take_in

            return take_in(
                database,
                report,
                [] if release is not None else files,
                passphrase or "",
                rehearse,
                progress,
                stop.is_set,
            )

        def done(report: "SyncReport") -> None:
            # Files may be large, and others write meanwhile.
            self._context.tasks.run(
                lambda _task: take_files(report),
                lambda whole: self._on_report(whole, rehearse),
                self._on_failed,
                owner=self,
            )

        self._show_running(True)
        self.ui.summary.clear()
        self._context.tasks.alone(work, done, self._on_failed, owner=self)

    def _show_waiting(self, _none: None) -> None:
        text = self.tr("Others are writing into the data. This waits for its turn; “Stop” gives it up.")
        self.ui.summary.setText(text)

    def _show_progress(self, so_far: tuple[str, int, int]) -> None:
        _file, done, of = so_far
        # A bar counts in 32 bits; files are counted in bytes. None of none: it moves by itself.
        self.ui.progress.setRange(0, 1000 if of else 0)
        self.ui.progress.setValue(1000 * done // max(1, of))

    def _on_report(self, report: "SyncReport", rehearsed: bool) -> None:
        self._stop, self.report, self.applied = None, report, not rehearsed
        self._show_running(False)
        locked = any(isinstance(one.reason, PasswordNeeded) for one in report.files)
        self.ui.secret.setVisible(locked)
        self.model.set_rows(list(_numbered(self._lines(report))))
        self.ui.lines.fit_rows()
        self.ui.summary.setText(self._summary(report, rehearsed))
        # A file that has to wait is kept by taking it in.
        able = any(one.status in ("applied", "held") for one in report.files)
        self.ui.apply.setVisible(rehearsed)
        self.ui.apply.setEnabled(rehearsed and able)
        self.ui.add.setVisible(rehearsed and self._release is None)
        self.ui.undo.setVisible(not rehearsed and report.batch is not None)
        self.ui.closeButton.setText(self.tr("Cancel") if rehearsed else self.tr("Close"))
        if locked:
            self.ui.passphrase.setFocus()
            self._recall()
        elif rehearsed:
            self.ui.apply.setFocus()
        else:
            for one in (*report.files, *report.released):
                if one.changes:
                    self._context.tasks.changed.emit(replace(one.changes, label=""), None)
            if report.beside.taken or any(one.status == "applied" and not one.changes for one in report.files):
                tell_files_came(self._context.tasks)
            self.ui.closeButton.setFocus()

    def _recall(self) -> None:
        """Try the passphrase that this computer's keyring remembers, once."""
        if not self._recalled and not self.ui.passphrase.text():
            self._recalled = True
            recall_workbooks(self._context, self, self._on_recalled)

    def _on_recalled(self, passphrase: str) -> None:
        if not self.ui.passphrase.text() and self._stop is None:
            self.ui.passphrase.setText(passphrase)
            self.preview()

    def _on_failed(self, error: AppError) -> None:
        self._stop = None
        self._show_running(False)
        self.ui.summary.clear()
        self.ui.refusal.say(sentence(error))

    def _show_running(self, running: bool) -> None:
        self.ui.progress.setRange(0, 0)
        self.ui.progress.setVisible(running)
        for widget in (self.ui.apply, self.ui.add, self.ui.undo, self.ui.again):
            widget.setEnabled(not running)
        self.ui.closeButton.setText(self.tr("Stop") if running else self.tr("Cancel"))

    def reject(self) -> None:
        """Stop what runs, or close."""
        if self._stop is not None:
            self._stop.set()
            return
        super().reject()

    # --- words

    def _summary(self, report: "SyncReport", rehearsed: bool) -> str:
        counts = report.counts
        found = (counts.added, counts.changed, counts.removed, counts.conflicts)
        erased = sum(one.erased for one in report.files)
        # “Nothing new” is no word for somebody who goes.
        parts = [erasing(erased, done=not rehearsed)] if erased else []
        if any(found) or not erased:
            parts.insert(0, self._promised(*found) if rehearsed and any(found) else counts_text(*found))
        told = " · ".join(parts)
        if not rehearsed:
            return self.tr("Taken in: {counts}").format(counts=told)
        return self.tr("Nothing is written yet. If you take it in: {counts}").format(counts=told)

    def _promised(self, added: int, changed: int, removed: int, conflicting: int) -> str:
        parts = (
            (added, self.tr("%n row(s) will be added", "", added)),
            (changed, self.tr("%n row(s) will change", "", changed)),
            (removed, self.tr("%n row(s) will be removed", "", removed)),
            (conflicting, self.tr("%n conflict(s) to look at", "", conflicting)),
        )
        return " · ".join(text for number, text in parts if number)

    def _lines(self, report: "SyncReport") -> Iterator[Line]:
        if report.clock is not None:
            yield Line(0, self.tr("This computer"), f"▲ {sentence(report.clock)}", wrong=True)
        for one in report.files:
            yield from self._file_lines(one)
        if report.beside.taken:
            names = ", ".join(one.name for one in report.beside.taken)
            yield Line(0, self.tr("Files of outputs"), self.tr("✔ came: {names}").format(names=names))
        if report.beside.waiting:
            names = ", ".join(one.name for one in report.beside.waiting)
            text = self.tr("… have not come yet: {names}. Ask for the folder “{folder}”.")
            yield Line(0, self.tr("Files of outputs"), text.format(names=names, folder="TN-files"))

    def _file_lines(self, one: "FileReport") -> Iterator[Line]:
        words = {
            "applied": self.tr("✔ can be taken in") if not self.applied else self.tr("✔ taken in"),
            "duplicate": self.tr("= was taken in before"),
            "held": self.tr("… waits"),
            "refused": self.tr("✕ refused"),
        }
        said = words[one.status]
        sender = self.tr("from {owner}").format(owner=one.owner) if one.owner else ""
        # That a file was taken in before is said already.
        reason = sentence(one.reason) if one.reason is not None and one.status != "duplicate" else ""
        yield Line(
            0, one.file, " · ".join(part for part in (said, sender, reason) if part), wrong=one.status == "refused"
        )
        if one.status == "applied":
            yield from self._row_lines(one.changes)
            if one.erased:
                yield Line(0, f"    {entity_title('people')}", erasing(one.erased, done=self.applied), wrong=True)
            title = self.tr("Texts to sign")
            for version, texts in one.texts.items():
                text = self.tr("a new version: {version}. It is not handed out before you say so; Enter shows it.")
                yield Line(0, f"    {title}", text.format(version=version), texts=texts)
        for problem in one.problems:
            yield Line(0, "", f"▲ {sentence(problem)}", wrong=True)
        for edit in one.edits:
            yield self._edit_line(edit)

    def _row_lines(self, changes: Changes) -> Iterator[Line]:
        for table, entity in _ENTITY_OF.items():
            counts = [len(kind.get(table, ())) for kind in (changes.created, changes.changed, changes.removed)]
            if any(counts):
                yield Line(0, f"    {entity_title(entity)}", row_counts(*counts))

    def _edit_line(self, edit: "Edit") -> Line:
        entity = _ENTITY_OF.get(edit.table, edit.table)
        where = self.tr("In Excel: {sheet}, row {row}").format(sheet=edit.sheet, row=edit.row)
        if edit.action == "remove":
            text = self.tr("the row is removed")
        elif edit.action == "add":
            text = self.tr("a row is added")
        else:
            names = dict(edit.names)
            text = self.tr("{field}: “{before}” becomes “{after}”").format(
                field=field_title(entity, edit.field),
                before=value_text(entity, edit.field, edit.before, names),
                after=value_text(entity, edit.field, edit.after, names),
            )
        if edit.title:
            text = f"{edit.title}: {text}"
        if edit.doubt is not None:
            text = f"{text} — {sentence(edit.doubt)}"
        key = edit.key if edit.confirmable else ""
        return Line(0, f"    {where}", text, key, edit.key in self._confirmed, wrong=edit.doubt is not None)

    def _on_enter(self, line: Line) -> None:
        """Enter on an edit in doubt: it is meant, or not; what would happen is worked out anew. On texts: see them."""
        if line.texts is not None:
            self._show_texts(line.texts)
        elif line.key and not self.applied:
            self._confirmed ^= {line.key}
            self.preview()

    def _show_texts(self, texts: "Mapping[str, PrivacyText]") -> None:
        from tn_desktop.gui.dialogs.privacy_texts import slip_preview
        from tn_desktop.services.slip_content import SlipContent, slip_content

        def show(content: SlipContent) -> None:
            self.slip = slip_preview(self._context, content, texts, self._context.language, self)
            self.slip.open()

        self._context.tasks.read(slip_content, show, owner=self, channel="texts")

    # --- taking back

    def _undo(self) -> None:
        assert self.report is not None and self.report.batch is not None
        batch = self.report.batch

        def service(uow: Any) -> Changes:
            from tn_desktop.services.merge_undo import undo_batch

            return undo_batch(uow, batch)

        self.ui.undo.setEnabled(False)
        self._context.tasks.write(TAKE_BACK, service, self._on_undone, self._on_failed, owner=self)

    def _on_undone(self, _changes: Changes) -> None:
        self.ui.summary.setText(self.tr("It was taken back."))
        self.model.set_rows([])
        self.ui.undo.hide()


def _numbered(lines: Iterator[Line]) -> Iterator[Line]:
    for number, line in enumerate(lines, 1):
        yield replace(line, number=number)
