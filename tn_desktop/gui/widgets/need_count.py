"""Counting dots: the open needs of a community or session under each other; a key adds a dot, another takes it back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.need_labels import VOTE, VOTE_BACK
from tn_desktop.gui.widgets.drafted import Drafted, plain, unplain
from tn_desktop.gui.widgets.look import ToneLabel, larger
from tn_desktop.gui.widgets.need_line import NeedLine
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.relation_editor import RelationEditor
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.text import fold
from tn_desktop.services import need_page, needs
from tn_desktop.services.known_people import Known
from tn_desktop.services.need_rows import NeedRow
from tn_desktop.services.related import known

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
DOTS_SHOWN: Final = 20
LARGER: Final = 1.4
ROW_PADDING: Final = 18
FORGOTTEN: Final = 2_000
"""Milliseconds after which the next letter begins a new word."""
ADD: Final = (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Enter)
TAKE: Final = (Qt.Key.Key_0, Qt.Key.Key_Delete)


class CountTable(RowsTable):
    """The needs in large letters.

    Signals:
        voted(int): the chosen need gets a dot (1), or one is taken back (-1).
        spelled(str): a letter, or "" for the last one taken back.
    """

    voted = Signal(int)
    spelled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        larger(self, LARGER)
        self.setSelectionMode(RowsTable.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        other = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & other:
            super().keyPressEvent(event)
        elif key in ADD:
            self.voted.emit(1)
        elif key in TAKE:
            self.voted.emit(-1)
        elif key == Qt.Key.Key_Backspace:
            self.spelled.emit("")
        elif text and text.isprintable() and not text.isdigit() and not text.isspace():
            self.spelled.emit(text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the counting's own."""


class NeedCount(QWidget, Drafted):
    """The counting view.

    Attributes:
        table: the needs.
        session: id of the session whose needs are counted, None where they are a community's.

    Signals:
        left: Esc: back to the list.
        wanted(object, object): a draft wants the counting to be shown, of a session's id or of a community.
    """

    left = Signal()
    wanted = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.session: int | None = None
        self._stale = False
        self._fresh = False
        self._reading = False
        self._typed = ""
        self._forget = QTimer(self, singleShot=True, interval=FORGOTTEN)
        self._forget.timeout.connect(self._forget_letters)
        self.model = RowsModel(
            (
                Cell(
                    "votes", self.tr("Votes"), lambda row: self.locale().toString(row.votes), alignment=RIGHT, width=4
                ),
                Cell("title", self.tr("Need"), lambda row: row.title, grows=True, tooltip=lambda row: row.title),
                Cell("dots", self.tr("Dots"), _dots, width=DOTS_SHOWN + 4, spare=1),
                Cell("status", self.tr("Status"), _status, width=10, spare=2),
            ),
            "id",
            self,
        )
        self.table = CountTable()
        self.table.setAccessibleName(self.tr("Needs to count votes of"))
        self.table.set_rows_model(self.model)
        self.table.voted.connect(self._vote)
        self.table.spelled.connect(self._spell)
        self.community = RelationEditor(ENTITIES["needs"].field("community"), context)
        self.community.setAccessibleName(translate("fields", "Community"))
        self.community.left.connect(self._on_community)
        self.place = QLabel()
        self.letters = QLabel()
        larger(self.letters, LARGER, bold=True)
        self.sum = QLabel()
        larger(self.sum, LARGER, bold=True)
        self.refusal = Refusal()
        self.line = NeedLine()
        self.line.setObjectName("line")
        self.line.set_up(context, self.refusal)
        self.line.raised.connect(self.table.choose)
        self.done = QPushButton(self.tr("&Done"))
        self.done.setToolTip("Esc")
        self.done.setAutoDefault(False)
        self.done.clicked.connect(self.left)
        # Whoever has begun to write stays at the line, however late the first reading comes.
        self.line.textEdited.connect(self._stay_at_the_line)
        self._build()
        context.tasks.changed.connect(self._on_changed)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.place)
        head.addWidget(self.community, 1)
        head.addWidget(self.letters)
        head.addWidget(self.sum)
        hint = ToneLabel(
            self.tr("Letters go to a need · 1 or Enter adds a dot · 0 or Del takes one back · Ctrl+Z · Esc leaves")
        )
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(hint)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    # --- showing

    def show_community(self, community: Known | None) -> None:
        """Count the votes on the needs of a community."""
        self.session = None
        self.place.setText(translate("fields", "Community"))
        self.community.show()
        self.community.show_value(community)
        self.read()

    def show_session(self, session: int) -> None:
        """Count the votes on what was raised in a session."""
        if session != self.session:
            self.model.set_rows(())
            self._fresh = True
        self.session = session
        self.community.hide()
        self._context.tasks.read(
            lambda connection: known(connection, "sessions", [session]), self._show_session, owner=self, channel="place"
        )
        self.read()

    def _show_session(self, found: list[Known]) -> None:
        self.place.setText(" · ".join(part for one in found for part in (one.detail, one.name) if part))

    def _on_community(self) -> None:
        self.read()
        if self.community.typed() is not None:
            self.focus_table()

    def read(self) -> None:
        """Read the needs (again)."""
        self._stale = False
        session, chosen = self.session, self.community.typed()
        community = chosen.id if chosen is not None and session is None else None
        self.line.belong_to(community, session)
        asked = community is None and session is None
        self.line.setEnabled(not asked)
        self.table.empty_text = (
            self.tr("Type the community above whose votes you count.")
            if asked
            else self.tr("No open need yet. Write the first one below; then each dot on it is one key.")
        )
        self._reading = True
        self._context.tasks.read(
            lambda connection: need_page.to_count(connection, community, session),
            self._on_read,
            owner=self,
            channel="needs",
        )

    def _on_read(self, rows: list[NeedRow]) -> None:
        self._reading = False
        self._display(rows)

    def _display(self, rows: list[NeedRow]) -> None:
        self.table.show_rows(rows)
        self.sum.setText(self.tr("%n vote(s)", "", sum(row.votes for row in rows)) if rows else "")
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(rows[0].id)
        if self._fresh and rows and self.line.hasFocus() and not self.line.text():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fresh = False

    def _stay_at_the_line(self) -> None:
        self._fresh = False

    def focus_table(self) -> None:
        """Go to the needs, or to the community while none is chosen."""
        place: QWidget = self.table
        if self.session is None and self.community.typed() is None:
            place = self.community
        elif self.session is not None and not self.model.rows:
            place = self.line  # what was just said in the room is written first
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if not changes.touches("need"):
            return
        votes = changes.told.get("votes")
        if not self.isVisible():
            self._stale = True
        elif isinstance(votes, int) and not self._reading:
            # A dot changes one number; hundreds of rows need not be read for it.
            key = changes.subject
            self._display([replace(row, votes=votes) if row.id == key else row for row in self.model.rows])
        else:
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.read()

    # --- its draft: the need that is being written, and whose it will be

    def draft_place(self) -> dict[str, Any]:
        return {"session": self.session, "community": plain(self.community.typed())}

    def is_at(self, place: Mapping[str, Any]) -> bool:
        here, community = self.community.typed(), unplain(place.get("community"))
        there = here is None if community is None else here is not None and here.id == community.id
        return self.isVisible() and self.session == place.get("session") and (there or self.session is not None)

    def come_to_draft(self, place: Mapping[str, Any]) -> None:
        self.wanted.emit(place.get("session"), unplain(place.get("community")))

    # --- counting

    def _vote(self, dots: int) -> None:
        row = self.table.current_row()
        self._forget_letters()
        if row is not None:
            label = VOTE if dots > 0 else VOTE_BACK
            self._context.tasks.write(
                label,
                lambda uow: needs.vote(uow, row.id, dots),
                done=lambda _changes: self.refusal.take_back(),
                failed=self.refusal.say,
                owner=self,
            )

    def _spell(self, letter: str) -> None:
        """Go to the next need that begins with what was typed, or one of whose words does."""
        self._typed = self._typed + letter if letter else self._typed[:-1]
        self.letters.setText(f"{self._typed}▌" if self._typed else "")
        self._forget.start()
        wanted = fold(self._typed)
        if not wanted:
            return
        rows = self.model.rows
        here = max(0, self.table.currentIndex().row())
        order = [*rows[here:], *rows[:here]]
        found = next((row for row in order if fold(row.title).startswith(wanted)), None) or next(
            (row for row in order if any(word.startswith(wanted) for word in fold(row.title).split())), None
        )
        if found is not None:
            self.table.choose(found.id)

    def _forget_letters(self) -> None:
        self._typed = ""
        self.letters.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the letters back, then leaves."""
        key: Any = event.key()
        if key == Qt.Key.Key_Escape and self._typed:
            self._forget_letters()
        elif key == Qt.Key.Key_Escape and self.line.hasFocus() and self.model.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _dots(row: NeedRow) -> str:
    """As many dots as there are votes, in fives; more than fit are counted by the number."""
    shown = min(row.votes, DOTS_SHOWN)
    fives = " ".join("●" * min(5, shown - start) for start in range(0, shown, 5))
    return f"{fives} …" if row.votes > DOTS_SHOWN else fives


def _status(row: NeedRow) -> str:
    return vocabulary.word(vocabulary.NEED_STATUS, row.status or None, translate)
