"""Which part of the agenda runs now, and for how long still: a line above the roster while the session runs."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.attendance_head import ElidedLabel
from tn_desktop.model.changes import Changes
from tn_desktop.services import agenda
from tn_desktop.services.agenda import Agenda, Running

BEAT: Final = 10_000
"""Milliseconds after which the line is said anew."""
SHOWN: Final = ("agenda_block", "engagement_tool", "workshop_session")


class AgendaNow(ElidedLabel):
    """Takes no room while nothing runs."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session: int | None = None
        self._agenda: Agenda | None = None
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self.say)
        context.tasks.changed.connect(self._on_changed)
        self.hide()

    def follow(self, session: int | None) -> None:
        """Say what runs in that session."""
        if session != self._session:
            self._session, self._agenda = session, None
            self.say()
            self._read()

    def say(self) -> None:
        """Say it as it is at this moment."""
        found = agenda.running(self._agenda, self._context.now()) if self._agenda is not None else None
        self.setVisible(found is not None)
        if found is not None:
            self.show_text(self._sentence(found))

    def _sentence(self, found: Running) -> str:
        language = self._context.language
        left = self.tr("{minutes} min left").format(minutes=found.left)
        if found.row is None:
            return self.tr("The agenda is over · {left} of the session").format(left=left)
        parts = [self.tr("Now: {part}").format(part=found.row.titles[language]), left]
        if found.following is not None:
            following = found.following
            parts.append(self.tr("then {time} {part}").format(time=following.starts, part=following.titles[language]))
        return "▶ " + " · ".join(parts)

    def _read(self) -> None:
        session = self._session
        if session is None:
            self._beat.stop()
            return
        self._beat.start()
        self._context.tasks.read(
            lambda connection: agenda.agenda(connection, session),
            lambda found: self._show(session, found),
            failed=lambda _error: None,  # the session was removed
            owner=self,
            channel="now",
        )

    def _show(self, session: int, found: Agenda) -> None:
        if session == self._session:
            self._agenda = found
            self.say()

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(*SHOWN):
            self._read()
