"""One key at the door: the person under the cursor has signed the slip, for the purposes that were chosen before."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tn_desktop.gui.context import Context, sentence, translate
from tn_desktop.gui.panes.attendance_text import date_and_time
from tn_desktop.model import vocabulary
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import consents
from tn_desktop.services.consents import Slip
from tn_desktop.services.rosters import SessionHead

RECORD: Final = QT_TRANSLATE_NOOP("history", "Record a consent")
_PURPOSES: Final = "attendance/slip-purposes"


class SlipKeeper(QObject):
    """Records signed slips. Nobody has to sign: marks know nothing of it.

    Signals:
        told(str): what came of it.
        signed(object): who of the people shown has signed a slip with the purposes chosen (frozenset of ids).
    """

    told = Signal(str)
    signed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._people: tuple[int, ...] = ()
        context.tasks.changed.connect(self._on_changed)

    @property
    def purposes(self) -> tuple[str, ...]:
        """What the slips of this room ask for, beside the notice that each has."""
        kept = str(self._context.choices.value(_PURPOSES, "contact") or "").split(",")
        return tuple(purpose for purpose in vocabulary.CONSENT_PURPOSE if purpose in kept)

    def menu(self, parent: QWidget) -> QMenu:
        """The purposes, each with a box; what is chosen holds for every slip from now on."""
        menu = QMenu(parent)
        menu.addSection(self.tr("6: she signed the notice, and agrees to"))
        for purpose, word in vocabulary.CONSENT_PURPOSE.items():
            action = QAction(translate(vocabulary.WORDS, word), menu, checkable=True)
            action.setChecked(purpose in self.purposes)
            action.toggled.connect(lambda on, purpose=purpose: self._choose(purpose, on))
            menu.addAction(action)
        return menu

    def choose(self, parent: QWidget, at: QPoint) -> None:
        """Open the menu."""
        self.menu(parent).popup(at)

    def _choose(self, purpose: str, on: bool) -> None:
        kept = [one for one in self.purposes if one != purpose] + ([purpose] if on else [])
        self._context.choices.put(_PURPOSES, ",".join(kept))
        self._look()

    def look(self, people: Sequence[int]) -> None:
        """Find out who of these people has signed; told again whenever that changes."""
        self._people = tuple(people)
        self._look()

    def _look(self) -> None:
        people, purposes = self._people, self.purposes
        if people:
            self._context.tasks.read(
                lambda connection: consents.signed(connection, people, purposes),
                self.signed.emit,
                owner=self,
                channel="signed",
            )

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches("consent", "same_as"):
            self._look()

    def record(self, person: int, name: str, head: SessionHead) -> None:
        """This person signed her slip in this session."""
        slip = Slip(
            f"{self._context.now():%Y-%m-%d}",
            "en" if self._context.language == "en" else "tr",
            "paper",
            self.purposes,
            evidence=f"{head.workshop}, {date_and_time(head.starts_at)}",
        )
        words = [translate(vocabulary.WORDS, vocabulary.CONSENT_KIND[vocabulary.NOTICE])]
        words += [translate(vocabulary.WORDS, vocabulary.CONSENT_PURPOSE[purpose]) for purpose in slip.purposes]

        def done(changes: Changes) -> None:
            if changes.told.get("count"):
                text = self.tr("{name} · slip recorded: {what}. Undo: Ctrl+Z")
            else:
                text = self.tr("{name} · was recorded already: {what}")
            self.told.emit(text.format(name=name, what=", ".join(words)).removeprefix(" · "))

        def failed(error: AppError) -> None:
            self.told.emit(sentence(error))

        self._context.tasks.write(RECORD, lambda uow: consents.record(uow, [person], slip), done, failed, owner=self)
