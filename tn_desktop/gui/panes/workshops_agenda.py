"""The agenda of a workshop's session: tools and other parts in their order, with running clock times."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.dialogs.choose_tool import ChooseTool
from tn_desktop.gui.forms.agenda import Ui_AgendaPart
from tn_desktop.gui.models.rows import Cell
from tn_desktop.gui.tool_words import minutes_text
from tn_desktop.gui.widgets.agenda_table import AgendaModel
from tn_desktop.gui.widgets.editors import show_moment
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.gui.write_labels import ADDING
from tn_desktop.model.changes import Changes
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.tool_steps import read_steps
from tn_desktop.services import agenda
from tn_desktop.services.agenda import Agenda, AgendaRow, Source
from tn_desktop.services.workshop_page import WorkshopPage

if TYPE_CHECKING:
    from tn_desktop.gui.panes.workshops_page import WorkshopDetail

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOVE = QT_TRANSLATE_NOOP("history", "Move a part of the agenda")
COPY = QT_TRANSLATE_NOOP("history", "Copy an agenda")
SHOWN = ("agenda_block", "engagement_tool", "workshop_session", "session_facilitator", "session_speaker", "person")
"""Tables whose changes show here."""


class AgendaTab(QWidget):
    """The tab ‹Agenda› of a workshop's page, for the session that is chosen among its sessions.

    Attributes:
        agenda: what is shown, None while there is no session.
    """

    def __init__(self, page: "WorkshopDetail") -> None:
        super().__init__()
        self.agenda: Agenda | None = None
        self._page = page
        self._context: Context = page.context
        self._sessions: dict[int, Any] = {}
        self._picker: ChooseTool | None = None
        self.ui = Ui_AgendaPart()
        self.ui.setupUi(self)
        roomy(self)
        self._model = AgendaModel(self._cells(()), "id", self)
        table = self.ui.blocks
        table.set_rows_model(self._model)
        table.empty_text = self.tr(
            "No agenda yet. “+ Tool” chooses from the library what fits into the session; other parts are typed above."
        )
        table.opened.connect(self._open)
        table.removed.connect(lambda rows: self._remove([row.id for row in rows]))
        table.stepped.connect(lambda row, by: self._move(row.id, lambda uow: agenda.move(uow, row.id, by)))
        table.dropped.connect(lambda row, to: self._move(row.id, lambda uow: agenda.move_to(uow, row.id, to)))
        self._model.edited.connect(self._on_edited)
        self.ui.session.activated.connect(lambda _number: self._choose_session())
        self.ui.add_tool.clicked.connect(self.choose_tool)
        self.ui.add_part.returnPressed.connect(self._add_part)
        self._menu = QMenu(self.ui.copy)
        self.ui.copy.setMenu(self._menu)
        tabs = page.ui.tabs
        tabs.insertTab(tabs.indexOf(page.ui.sessions_tab) + 1, self, self.tr("A&genda"))
        tabs.currentChanged.connect(lambda _number: self._follow_sessions())
        self._context.tasks.changed.connect(self._on_changed)

    # --- showing

    def forget(self) -> None:
        """Another workshop is coming."""
        self.agenda = None
        self.ui.add_part.clear()
        self.ui.refusal.take_back()
        self._close_picker()

    def show_page(self, page: WorkshopPage) -> None:
        """Offer a workshop's sessions, and read the agenda of the chosen one."""
        self._sessions = {row.id: row for row in page.sessions}
        with QSignalBlocker(self.ui.session):
            self.ui.session.clear()
            for row in page.sessions:
                parts = (self.tr("Session {number}").format(number=row.number), show_moment(row.starts_at), row.title)
                self.ui.session.addItem(" · ".join(part for part in parts if part), row.id)
        for widget in (self.ui.session, self.ui.copy, self.ui.add_tool, self.ui.add_part):
            widget.setEnabled(bool(page.sessions))
        self._follow_sessions()

    @property
    def session(self) -> int | None:
        """The session whose agenda is shown."""
        key = self.ui.session.currentData()
        return int(key) if key is not None else None

    def _follow_sessions(self) -> None:
        """Show the session that is chosen in the table of sessions."""
        chosen = self._page.sessions.current()
        self.ui.session.setCurrentIndex(max(0, self.ui.session.findData(chosen)))
        if self.isVisible():
            self._read()

    def _choose_session(self) -> None:
        if self.session is not None:
            self._page.ui.sessions.choose(self.session)
        self._close_picker()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while another tab was shown."""
        super().showEvent(event)
        self._read()

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if self.isVisible() and changes.touches(*SHOWN):
            self._read()

    def _read(self) -> None:
        session = self.session
        if session is None:
            self.agenda = None
            self._model.set_rows(())
            self.ui.fits.setText(self.tr("Add a session first: an agenda belongs to a session."))
            self.ui.materials.hide()
            return
        self._context.tasks.read(
            lambda connection: (agenda.agenda(connection, session), agenda.sources(connection, session)),
            lambda found: self._show(session, *found),
            failed=lambda _error: None,  # the session was removed; the page is read again
            owner=self,
            channel="agenda",
        )

    def _show(self, session: int, found: Agenda, sources: list[Source]) -> None:
        if session != self.session:
            return
        if self.agenda is None or self.agenda.leaders != found.leaders:
            self._model.set_cells(self._cells(found.leaders))
        self.agenda = found
        self.ui.blocks.show_rows(found.rows)
        text, tone = self._fits(found)
        self.ui.fits.set_tone(tone)
        self.ui.fits.setText(text)
        needed = found.materials(self._context.language)
        self.ui.materials.setVisible(bool(needed))
        self.ui.materials.setText(self.tr("To bring: {things}").format(things=", ".join(needed)))
        self._offer_sources(sources)
        if self._picker is not None:
            self._picker.show_left(found.spare)

    def _fits(self, found: Agenda) -> tuple[str, str]:
        """How the agenda goes with the session's length, in words, and their colour."""
        total = self.tr("Agenda {total} min").format(total=found.total)
        if found.length is None or found.spare is None:
            return (self.tr("{agenda} · the session's end is not known").format(agenda=total), "quiet")
        both = self.tr("{agenda} · session {length} min").format(agenda=total, length=found.length)
        if found.spare < 0:
            over = self.tr("{minutes} min too long").format(minutes=-found.spare)
            return (f"▲ {both} · {over}", "wrong")
        if found.spare:
            left = self.tr("{minutes} min left").format(minutes=found.spare)
            return (f"{both} · {left}", "quiet")
        exactly = self.tr("it fits exactly")
        return (f"✓ {both} · {exactly}", "good")

    def _cells(self, leaders: tuple[tuple[int, str], ...]) -> tuple[Cell, ...]:
        language = self._context.language
        return (
            Cell("clock", self.tr("Time"), _clock, width=11, spare=1),
            Cell(
                "minutes",
                self.tr("Min"),
                lambda row: "" if row.minutes is None else str(row.minutes),
                edit=lambda row: "" if row.minutes is None else str(row.minutes),
                alignment=RIGHT,
                width=4,
            ),
            Cell(
                "title",
                self.tr("What"),
                lambda row: f"◆ {row.titles[language]}" if row.tool_id is not None else row.titles[language],
                edit=lambda row: row.titles[language],
                tooltip=lambda row: row.titles[language],
                grows=True,
            ),
            Cell(
                "led_by",
                self.tr("Led by"),
                lambda row: row.led_by,
                edit=lambda row: row.led_by_id,
                choices=((None, "–"), *leaders),
                width=14,
                spare=2,
            ),
            Cell(
                "notes",
                self.tr("Note"),
                lambda row: row.notes,
                edit=lambda row: row.notes,
                tooltip=lambda row: row.notes,
                width=14,
                spare=3,
            ),
        )

    def _offer_sources(self, sources: list[Source]) -> None:
        self._menu.clear()
        parted = False
        for source in sources:
            if not source.here and not parted:
                parted = True
                self._menu.addSection(self.tr("Other workshops"))
            parts = (show_moment(source.starts_at), source.title if source.here else source.workshop)
            action = self._menu.addAction(" · ".join(part for part in parts if part).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, key=source.session_id: self._copy(key))
        self.ui.copy.setEnabled(bool(sources))
        self.ui.copy.setToolTip("" if sources else self.tr("No other session has an agenda yet"))

    # --- writing

    def choose_tool(self) -> None:
        """Choose tools from the library; each one is added at once."""
        if self.agenda is None:
            return
        if self._picker is None:
            row = self._sessions.get(self.agenda.session_id)
            mode, people = (row.mode, row.listed) if row is not None else ("", 0)
            self._picker = ChooseTool(self._context, self.agenda.spare, mode, people, self.window())
            self._picker.chosen.connect(self._add_tool)
            self._picker.finished.connect(lambda _result: self._on_picker_closed())
        self._picker.open()

    def _on_picker_closed(self) -> None:
        self._picker = None
        self.ui.blocks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.reject()

    def _add_tool(self, tool: int) -> None:
        session = self.session
        if session is not None:
            self._page.write(
                ADDING["agenda"],
                lambda uow: agenda.add_tool(uow, session, tool),
                self.ui.refusal,
                done=self._choose_new,
            )

    def _add_part(self) -> None:
        session, typed = self.session, self.ui.add_part.text()
        steps = read_steps(typed)
        if session is None or not steps:
            return
        self.ui.add_part.clear()
        self._page.write(
            ADDING["agenda"],
            lambda uow: agenda.add_part(uow, session, steps[0].text, steps[0].minutes),
            self.ui.refusal,
            done=self._choose_new,
            failed=lambda _error: self.ui.add_part.setText(typed),
        )

    def _choose_new(self, changes: Changes) -> None:
        if changes.subject is not None:
            self.ui.blocks.choose(changes.subject, 1)

    def _move(self, block: int, service: Any) -> None:
        def follow(_changes: Changes) -> None:
            self.ui.blocks.choose(block)

        self._page.write(MOVE, service, self.ui.refusal, done=follow)

    def _copy(self, source: int) -> None:
        session = self.session
        if session is not None:
            self._page.write(COPY, lambda uow: agenda.copy_from(uow, source, session), self.ui.refusal)

    def _remove(self, keys: list[int]) -> None:
        self._page.remove_rows("agenda", keys, self.ui.refusal)

    def _open(self, row: AgendaRow) -> None:
        """Enter: the card of a tool; another part is edited."""
        if row.tool_id is not None:
            self._context.navigator.record_wanted.emit("tools", row.tool_id)
        else:
            self.ui.blocks.edit_cell("title")

    def _on_edited(self, row: AgendaRow, name: str, value: Any) -> None:
        if name == "title" and row.tool_id is not None and not str(value).strip():
            value = None  # the tool's own title again
        if name == "led_by" and value is None:
            value = ""
        self._page.change_cell("agenda", self.ui.blocks, row.id, name, value, self.ui.refusal)


def _clock(row: AgendaRow) -> str:
    return f"{row.starts}–{row.ends}" if row.starts else minutes_text(row.minutes)
