"""The page of one output: its file or link, whom it reached, the chain it stands in, its fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.output_detail import Ui_OutputDetail
from tn_desktop.gui.openers import dropped_file
from tn_desktop.gui.panes.solutions_output_file import OutputFile
from tn_desktop.gui.widgets.chain_view import ChainView
from tn_desktop.gui.widgets.detail_page import RecordPage, show_count
from tn_desktop.gui.widgets.editors import show_date
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.reach_panel import ReachPanel
from tn_desktop.model import vocabulary
from tn_desktop.services import output_files
from tn_desktop.services.output_page import OutputPage, output_page

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMES = ("http", "https", "mailto")
"""What a link may be: nothing that runs a program or opens a folder."""


@dataclass(frozen=True)
class Shown:
    """What the page shows, and whether the content of the output's file is on this computer."""

    page: OutputPage
    file_is_here: bool


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
    """One output. A file dropped on it, or pasted, is kept with it.

    Attributes:
        output_form: its fields.
        file: what can be done with its file.
        open_url: opens a file or a page with the system's program.
    """

    tables = ("output", "output_person", "reach", "solution", "workshop", "community", "iteration", "person")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shown: Shown | None = None
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
        self.file = OutputFile(self, self.ui)
        self.ui.open.clicked.connect(self.open_it)
        self.output_form.take_away.clicked.connect(self.file.detach)
        self.begin(self.tr("Choose an output on the left to see whom it reached. Ctrl+N adds a new one."))

    # --- showing

    def new_head(self) -> str:
        return self.tr("New output")

    def show_key(self, key: int | None) -> None:
        if key != self.key:
            self.ui.refusal.take_back()
            self.follow(key)
        super().show_key(key)

    def follow(self, key: int | None) -> None:
        self.chain.show_chain("outputs", key)

    def begin_new(self, values: Any = None) -> None:
        self.follow(None)
        self.output_form.show_file(None)
        super().begin_new(values)

    def query(self, key: int) -> "Callable[[Connection], Shown]":
        database = self.context.tasks.database

        def read(connection: "Connection") -> Shown:
            page = output_page(connection, key)
            return Shown(page, database is not None and output_files.is_here(database, page.values["file"]))

        return read

    def show_page(self, page: Shown) -> None:
        self._shown = page
        output, values = page.page, page.page.values
        kind = vocabulary.word(vocabulary.OUTPUT_KIND, values["kind"], translate)
        line = " · ".join(part for part in (show_date(values["date"]), output.community, output.source) if part)
        where = output_files.name_of(values["file"]) or values["link"] or ""
        if output_files.reference(values["file"]) is not None and not page.file_is_here:
            where = self.tr("{name} – the file has not come yet; it comes with the next exchange").format(name=where)
        by = ", ".join(output.contributors)
        people = self.tr("by {names}").format(names=by) if by else ""
        self.ui.head.show_head(values["title"] or "", "\n".join(part for part in (line, people, where) if part), kind)
        self.reach.show_output(output.id, output.reach, output.reached)
        show_count(self.ui.tabs, self.ui.reach_tab, self.tr("&Reach"), len(output.reach))
        self.file.show(values["file"] if page.file_is_here else None, replaces=bool(values["file"]))
        self.ui.open.setEnabled(page.file_is_here or self._link() is not None)
        self.ui.open.setToolTip(where)

    # --- its file and its link

    def _link(self) -> QUrl | None:
        """The link, where it leads to a page."""
        text = (self._shown.page.values["link"] if self._shown else None) or ""
        url = QUrl.fromUserInput(text.strip())
        return url if text.strip() and url.isValid() and url.scheme() in SCHEMES else None

    def open_it(self) -> None:
        """Open the file with the system's program, or the link in the browser."""
        link = self._link()
        if self.file.kept is not None:
            self.file.open(self._open)
        elif link is not None:
            self._open(link)

    def _open(self, url: QUrl) -> None:
        if self.open_url(url):
            self.ui.refusal.take_back()
        else:
            self.ui.refusal.say(
                self.tr("This computer has no program that opens it. “Save a copy…” keeps it elsewhere.")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A copied file may be pasted while an output is shown."""
        source = (
            dropped_file(QApplication.clipboard().mimeData()) if event.matches(QKeySequence.StandardKey.Paste) else None
        )
        if source is not None and self.key is not None:
            event.accept()
            self.file.attach(source)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped while an output is shown."""
        if self.key is not None and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the dropped file."""
        source = dropped_file(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.file.attach(source)
