"""What can be done with the file of the output that is shown: keep, open, save elsewhere, take away."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QFileDialog

from tn_desktop.gui.export_noting import Leaving, note_leaving
from tn_desktop.gui.forms.output_detail import Ui_OutputDetail
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log, output_files, records

if TYPE_CHECKING:
    from tn_desktop.gui.panes.solutions_output_page import OutputDetail
    from tn_desktop.store.database import Database

ATTACH = QT_TRANSLATE_NOOP("history", "Attach a file")
DETACH = QT_TRANSLATE_NOOP("history", "Take a file away")
LARGE: Final = 8 * 1024 * 1024
"""Bytes from which the progress is shown: less is done before one could read it."""
_BETWEEN: Final = 0.1
"""Seconds between two tellings of how far the work is."""

Work = Callable[["Database", output_files.Watch], Any]


class OutputFile(QObject):
    """The buttons of the page, and what they begin; one piece of work at a time, which can be stopped.

    Attributes:
        kept: what the output's `file` holds; None while there is no content on this computer.
        busy: whether something is being kept, opened or saved.
    """

    def __init__(self, page: "OutputDetail", ui: Ui_OutputDetail) -> None:
        super().__init__(page)
        self.kept: str | None = None
        self._page, self._ui = page, ui
        self._stop: threading.Event | None = None
        ui.working.hide()
        ui.attach.clicked.connect(self.choose)
        ui.save_copy.clicked.connect(self.save_copy)
        ui.stop.clicked.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether something is being kept, opened or saved."""
        return self._stop is not None

    def show(self, kept: str | None, *, replaces: bool) -> None:
        """Another output is shown; `replaces` says that it has a file, here or not."""
        self.kept = kept
        self._ui.save_copy.setEnabled(kept is not None)
        self._ui.attach.setText(self.tr("Replace the &file…") if replaces else self.tr("Choose a &file…"))

    # --- what the buttons do

    def choose(self) -> None:
        """Ask for a file and keep it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._page, self.tr("Choose a file"), "")
        if chosen:
            self.attach(Path(chosen))

    def attach(self, source: Path) -> None:
        """Keep a file with the output that is shown; what it had before can be taken back."""
        key = self._page.key
        if key is None:
            return

        def work(database: "Database", watch: output_files.Watch) -> str:
            return output_files.keep(database, source, watch)

        self._run(self.tr("“{name}” is being kept …").format(name=source.name), work, lambda kept: self._set(key, kept))

    def open(self, opener: Callable[[QUrl], None]) -> None:
        """Open a read-only copy of the file with the system's program."""
        kept = self.kept

        def work(database: "Database", watch: output_files.Watch) -> Path:
            return output_files.open_copy(database, kept, watch)

        text = self.tr("“{name}” is being opened …").format(name=output_files.name_of(kept))
        self._run(text, work, lambda copy: opener(QUrl.fromLocalFile(str(copy))))

    def save_copy(self) -> None:
        """Write the file where she wants it."""
        kept, name = self.kept, output_files.name_of(self.kept)
        if kept is None:
            return
        chosen, _kind = QFileDialog.getSaveFileName(self._page, self.tr("Save a copy"), name)
        if not chosen:
            return

        def work(database: "Database", watch: output_files.Watch) -> None:
            output_files.save(database, kept, Path(chosen), watch)

        told, context = self.tr("Saved: {file}").format(file=chosen), self._page.context

        def saved() -> None:
            note_leaving(context, Path(chosen).name, Leaving(export_log.FILE))
            context.navigator.told.emit(told)

        self._run(
            self.tr("“{name}” is being saved …").format(name=name),
            work,
            lambda _none: saved(),
        )

    def detach(self) -> None:
        """Take the file away from the output; it can be taken back for a month."""
        key = self._page.key
        if key is not None:
            self._page.write(DETACH, _change(key, None), self._ui.refusal, self._told)

    def stop(self) -> None:
        """Stop what runs."""
        if self._stop is not None:
            self._stop.set()

    # --- how it is done

    def _set(self, key: int, kept: str) -> None:
        self._page.write(ATTACH, _change(key, kept), self._ui.refusal, self._told)

    def _told(self, _changes: Changes) -> None:
        self._page.output_form.reload()

    def _run(self, text: str, work: Work, done: Callable[[Any], None]) -> None:
        tasks = self._page.context.tasks
        database = tasks.database
        if database is None or self._stop is not None:
            return
        stop = self._stop = threading.Event()
        told = 0.0

        def watch(so_far: int, of: int) -> None:
            nonlocal told
            if stop.is_set():
                raise Cancelled
            if of >= LARGE and time.monotonic() - told >= _BETWEEN:
                told = time.monotonic()
                tasks.on_main_thread(self, self._show_progress, (text, 1000 * so_far // of))

        def on_done(result: Any) -> None:
            self._end()
            done(result)

        def on_failed(error: AppError) -> None:
            self._end()
            if not isinstance(error, Cancelled):
                self._ui.refusal.say(error)

        self._ui.refusal.take_back()
        self._ui.attach.setEnabled(False)
        tasks.run(lambda _task: work(database, watch), done=on_done, failed=on_failed, owner=self)

    def _show_progress(self, so_far: tuple[str, int]) -> None:
        if self._stop is None:
            return
        text, parts = so_far
        self._ui.working_text.setText(text)
        self._ui.progress.setRange(0, 1000)
        self._ui.progress.setValue(parts)
        self._ui.working.show()

    def _end(self) -> None:
        self._stop = None
        self._ui.attach.setEnabled(True)
        self._ui.working.hide()


def _change(key: int, kept: str | None) -> Any:
    return lambda uow: records.change(uow, "outputs", key, {"file": kept})
