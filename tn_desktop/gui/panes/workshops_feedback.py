"""The tab ‹Feedback› of a workshop's page: forms are entered, imported and summed up; nobody is named."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.curtain import CurtainButton
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.detail_page import show_count
from tn_desktop.gui.widgets.drafted import Drafted
from tn_desktop.gui.widgets.editors import show_moment
from tn_desktop.gui.widgets.feedback_bars import FeedbackBars
from tn_desktop.gui.widgets.feedback_entry import FeedbackEntry, question_label
from tn_desktop.gui.widgets.look import ToneLabel, roomy
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model.changes import Changes
from tn_desktop.model.small_numbers import HIDDEN
from tn_desktop.services import feedback, outsiders
from tn_desktop.services.feedback import LEAST, QUESTIONS, Said, Summary, WorkshopFeedback
from tn_desktop.services.workshop_page import WorkshopPage

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

TABLES = ("feedback", "workshop_session")


class FeedbackTab(QWidget, Drafted):
    """Entry and summary of feedback for one session or the whole workshop.

    Attributes:
        shown: what is shown, None before it was read.
    """

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__()
        self.shown: WorkshopFeedback | None = None
        self._page = page
        self._context: Context = page.context
        self._stale = True
        self.session = QComboBox()
        self.session.setAccessibleName(self.tr("Session"))
        self.import_button = QPushButton(self.tr("Import a form's answers…"))
        self.import_button.setAutoDefault(False)
        self.entry = FeedbackEntry()
        self.count = ToneLabel("")
        self.count.setWordWrap(True)
        self.refusal = Refusal()
        self.bars = FeedbackBars()
        self.quotations = RowsTable()
        self._build()
        roomy(self)
        self.session.activated.connect(lambda _at: self._read())
        self.import_button.clicked.connect(self._import)
        self.entry.entered.connect(self._add)
        tabs = page.ui.tabs
        tabs.insertTab(tabs.indexOf(page.ui.grid_tab) + 1, self, self.tr("&Feedback"))
        self._context.tasks.changed.connect(self._on_changed)
        self._context.curtain.changed.connect(self._on_curtain)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.session, 1)
        top.addWidget(CurtainButton(self._context))
        top.addWidget(self.import_button)
        self._model = RowsModel(
            (
                Cell("text", self.tr("What was said"), lambda row: row.text, grows=True, tooltip=lambda row: row.text),
                Cell("session", self.tr("Session"), lambda row: str(row.session or ""), width=7, spare=1),
            ),
            "id",
            self,
        )
        self.quotations.set_rows_model(self._model)
        self.quotations.setAccessibleName(self.tr("What was said"))
        self.quotations.empty_text = self.tr("No sentence was written down yet.")
        self.quotations.removed.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.entry)
        column.addWidget(self.refusal)
        column.addWidget(self.count)
        column.addWidget(self.bars)
        column.addWidget(self.quotations, 1)

    # --- showing

    def forget(self) -> None:
        """Another workshop is coming."""
        self.shown = None
        self.session.clear()
        self.refusal.take_back()
        self.entry.clear()

    def show_page(self, _page: WorkshopPage) -> None:
        """Read the feedback of the page's workshop, when it is seen."""
        self._stale = True
        if self.isVisible() or self.shown is None:
            self._read()

    def _read(self) -> None:
        workshop, session = self._page.key, self.session.currentData()
        if workshop is None:
            return
        if self.shown is None:
            session = self._page.sessions.current()

        where: Any = outsiders if self._context.curtain.drawn else feedback

        def query(connection: "Connection") -> WorkshopFeedback:
            found: WorkshopFeedback = where.workshop_feedback(connection, workshop, session)
            return found

        self._stale = False
        self._context.tasks.read(query, self._show, failed=lambda _error: None, owner=self, channel="feedback")

    def _show(self, found: WorkshopFeedback) -> None:
        if found.workshop != self._page.key:
            return
        self.shown = found
        forms = [one.forms for one in found.sessions]
        total = found.summary.forms if found.session is None else None
        if not any(one is None for one in forms):
            total = sum(one or 0 for one in forms)
        with QSignalBlocker(self.session):
            self.session.clear()
            every = (
                self.tr("All sessions: %n form(s)", "", total or 0) if total is not None else self.tr("All sessions")
            )
            self.session.addItem(every, None)
            for number, one in enumerate(found.sessions, start=1):
                parts = (self.tr("Session {number}").format(number=number), show_moment(one.starts_at), one.title)
                text = " · ".join(part for part in parts if part)
                count = HIDDEN if one.forms is None else self.tr("%n form(s)", "", one.forms)
                self.session.addItem(f"{text}: {count}", one.id)
            self.session.setCurrentIndex(max(0, self.session.findData(found.session)))
        chosen = found.session is not None
        self.entry.setEnabled(chosen)
        self.import_button.setEnabled(chosen)
        summary = found.summary
        self.entry.show_means(summary.questions)
        self.count.setText(self._told(summary, chosen))
        self.bars.show_questions([(question_label(one.name), one) for one in summary.questions])
        self.quotations.show_rows(summary.quotations)
        show_count(self._page.ui.tabs, self, self.tr("&Feedback"), total or None)

    def _told(self, summary: Summary, chosen: bool) -> str:
        if summary.forms is None:
            return self.tr("Too few forms to be shown to a room, or others would give them away. Open the curtain.")
        parts = [self.tr("%n form(s)", "", summary.forms)]
        if summary.forms and not summary.enough:
            why = self.tr("Means are shown from {least} forms on, so that nobody's own answers can be told.")
            parts.append(why.format(least=LEAST))
        if chosen:
            parts.append(self.tr("Digits 1–5 go through the questions, 0 leaves one out, Enter saves."))
        else:
            parts.append(self.tr("Choose a session above to enter its forms."))
        parts.append(self.tr("Forms belong to nobody: neither a name nor the time of entry is shown."))
        return " · ".join(parts[:1]) + "\n" + " ".join(parts[1:])

    # --- a form that is not whole yet

    def draft_place(self) -> dict[str, Any]:
        return {"workshop": self._page.key, "session": self.session.currentData()}

    def draft_fields(self) -> dict[str, QWidget]:
        return {**dict(zip(QUESTIONS, self.entry.boxes, strict=True)), "quotation": self.entry.quotation}

    def is_typed(self, name: str, field: QWidget) -> bool:
        return isinstance(field, QLineEdit) and bool(field.text().strip())

    def is_at(self, place: Mapping[str, Any]) -> bool:
        there = self.shown is not None and self.shown.workshop == place.get("workshop")
        return self.isVisible() and there and self.session.currentData() == place.get("session")

    def come_to_draft(self, place: Mapping[str, Any]) -> None:
        super().come_to_draft(place)
        at = self.session.findData(place.get("session"))
        if at >= 0:
            self.session.setCurrentIndex(at)
            self._read()

    # --- writing

    def _add(self, scores: dict[str, int], quotation: str) -> None:
        session = self.session.currentData()
        if session is None:
            return
        self.entry.begin()
        self._page.write(
            ADDING["feedback"],
            lambda uow: feedback.add_form(uow, session, scores, quotation),
            self.refusal,
            failed=lambda _error: self.entry.put_back(scores, quotation),
        )

    def _remove(self, rows: tuple[Said, ...]) -> None:
        self._page.remove_rows("feedback", [row.id for row in rows], self.refusal)

    def _import(self) -> None:
        wish: Any = (None, ("feedback", self.session.currentData()))
        self._context.navigator.import_wanted.emit(wish)

    def _on_curtain(self, _drawn: bool) -> None:
        if self._page.key is not None:
            self._read()

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if self._page.key is None or not changes.touches(*TABLES):
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written meanwhile, and begin with the first question."""
        super().showEvent(event)
        if self._stale:
            self._read()
        # Whoever walks along the tabs by arrows stays there.
        if self.entry.isEnabled() and not self._page.ui.tabs.tabBar().hasFocus():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
