"""The page of one output: its file or link, whom it reached, the chain it stands in, its fields."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.output_detail import Ui_OutputDetail
from tn_desktop.gui.openers import dropped_file
from tn_desktop.gui.widgets.chain_view import ChainView
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.reach_panel import ReachPanel
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import output_files, records
from tn_desktop.services.output_page import OutputPage, output_page

if TYPE_CHECKING:
    from sqlalchemy import Connection

ATTACH = QT_TRANSLATE_NOOP("history", "Attach a file")
DETACH = QT_TRANSLATE_NOOP("history", "Take a file away")
SCHEMES = ("http", "https", "mailto")
"""What a link may be: nothing that runs a program or opens a folder."""


class OutputForm(FieldForm):
    """All fields of an output; its file by name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "outputs", parent)
        self.heading(self.tr("Output"))
        self.add("title", "kind", "date", "link")
        self.file_name = QLabel()
        self.take_away = QPushButton(self.tr("Take away"))
        self.take_away.setAutoDefault(False)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.file_name, 1)
        line.addWidget(self.take_away)
        self.add_widget(self.tr("File"), holder, "file")
        self.add("description")
        self.heading(self.tr("Where it comes from"))
        self.add("community", "workshop", "solution", "iteration", "contributors", "notes")
        self.loaded.connect(lambda values: self.show_file(values.get("file")))

    def show_file(self, kept: str | None) -> None:
        """Show the name of the file."""
        self.file_name.setText(output_files.name_of(kept) or self.tr("none"))
        self.take_away.setVisible(bool(kept))


class OutputDetail(RecordPage):
    """One output. A file dropped on it is kept with it.

    Attributes:
        output_form: its fields.
        open_url: opens a file or a page with the system's program.
    """

    tables = ("output", "output_person", "reach", "solution", "workshop", "community", "iteration", "person")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._page: OutputPage | None = None
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.ui = Ui_OutputDetail()
        self.ui.setupUi(self)
        self.output_form = OutputForm(context)
        self.place_form(self.output_form)
        self.reach = ReachPanel(context)
        self.ui.reach_column.addWidget(self.reach)
        self.chain = ChainView(context)
        self.ui.chain_column.addWidget(self.chain)
        self.setAcceptDrops(True)
        self.ui.open.clicked.connect(self.open_it)
        self.ui.attach.clicked.connect(self._choose_file)
        self.ui.save_copy.clicked.connect(self._save_copy)
        self.output_form.take_away.clicked.connect(self._detach)
        self.begin(self.tr("Choose an output on the left to see whom it reached. Ctrl+N adds a new one."))

    # --- showing

    def new_head(self) -> str:
        return self.tr("New output")

    def show_key(self, key: int | None) -> None:
        if key != self.key:
            self.ui.refusal.take_back()
            self.chain.show_chain("outputs", key)
        super().show_key(key)

    def begin_new(self, values: Any = None) -> None:
        self.chain.show_chain("outputs", None)
        self.output_form.show_file(None)
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], OutputPage]":
        return lambda connection: output_page(connection, key)

    def show_page(self, page: OutputPage) -> None:
        self._page = page
        values = page.values
        kind = vocabulary.word(vocabulary.OUTPUT_KIND, values["kind"], translate)
        line = " · ".join(part for part in (show_date(values["date"]), page.community, page.source) if part)
        place = self._place()
        where = output_files.name_of(values["file"]) or values["link"] or ""
        if values["file"] and place is None:
            where = self.tr("{name} (the file is not on this computer)").format(name=where)
        by = ", ".join(page.contributors)
        people = self.tr("by {names}").format(names=by) if by else ""
        self.ui.head.show_head(values["title"] or "", "\n".join(part for part in (line, people, where) if part), kind)
        self.reach.show_output(page.id, page.reach, page.reached)
        show_count(self.ui.tabs, self.ui.reach_tab, self.tr("&Reach"), len(page.reach))
        self.ui.save_copy.setEnabled(place is not None)
        self.ui.open.setEnabled(place is not None or self._link() is not None)
        self.ui.open.setToolTip(where)

    # --- its file and its link

    def _folder(self) -> Path | None:
        database = self.context.tasks.database
        return database.profile.files if database is not None else None

    def _place(self) -> Path | None:
        folder = self._folder()
        if folder is None or self._page is None:
            return None
        return output_files.place_of(folder, self._page.values["file"])

    def _link(self) -> QUrl | None:
        """The link, where it leads to a page."""
        text = (self._page.values["link"] if self._page else None) or ""
        url = QUrl.fromUserInput(text.strip())
        return url if text.strip() and url.isValid() and url.scheme() in SCHEMES else None

    def open_it(self) -> None:
        """Open the file with the system's program, or the link in the browser."""
        place, link = self._place(), self._link()
        if place is not None:
            # What would run is shown in its folder instead.
            target = place.parent if output_files.runs(place) else place
            opened = self.open_url(QUrl.fromLocalFile(str(target)))
        elif link is not None:
            opened = self.open_url(link)
        else:
            return
        if not opened:
            self.ui.refusal.say(
                self.tr("This computer has no program that opens it. “Save a copy…” keeps it elsewhere.")
            )

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "")
        if chosen:
            self.attach(Path(chosen))

    def attach(self, source: Path) -> None:
        """Copy a file into the profile and keep it with the output that is shown."""
        key, folder = self.key, self._folder()
        if key is None or folder is None:
            return
        self.ui.attach.setEnabled(False)

        def on_failed(error: Any) -> None:
            self.ui.attach.setEnabled(True)
            self.ui.refusal.say(error)

        self.context.tasks.run(
            lambda _task: output_files.keep(folder, source),
            done=lambda kept: self._on_kept(key, kept),
            failed=on_failed,
            owner=self,
        )

    def _on_kept(self, key: int, kept: str) -> None:
        self.ui.attach.setEnabled(True)
        database = self.context.tasks.database
        if database is not None and database.profile.key is not None:
            self.context.navigator.told.emit(self.tr("Files are kept without the passphrase, beside the data."))
        self.write(ATTACH, lambda uow: records.change(uow, "outputs", key, {"file": kept}), self.ui.refusal, self._told)

    def _detach(self) -> None:
        key = self.key
        if key is not None:
            self.write(
                DETACH, lambda uow: records.change(uow, "outputs", key, {"file": None}), self.ui.refusal, self._told
            )

    def _told(self, _changes: Changes) -> None:
        self.output_form.reload()

    def _save_copy(self) -> None:
        place = self._place()
        if place is None:
            return
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), place.name)
        if chosen:
            self.context.tasks.run(
                lambda _task: output_files.save_copy(place, Path(chosen)), failed=self.ui.refusal.say, owner=self
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped while an output is shown."""
        if self.key is not None and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the dropped file."""
        source = dropped_file(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.attach(source)
