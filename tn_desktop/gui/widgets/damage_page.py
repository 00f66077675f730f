"""What stands in the window when the data file is damaged: the best backup, a rescue, or looking once more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import sentence, translate
from tn_desktop.gui.widgets.empty import BUTTON_HEIGHT
from tn_desktop.gui.widgets.look import Heading
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from tn_desktop.services.rescue import Offer

WIDEST = 620
COUNTED = ("people", "communities", "workshops", "sessions", "attendance", "stakeholders", "needs")
"""What is told of a backup, in this order."""


class DamagePage(QWidget):
    """Says what is wrong and what can be done; nothing is done before a button is pressed.

    Attributes:
        restore: goes back to the best backup; hidden until one is known.
        rescue: rescues what can be read.
        retry: looks once more.

    Signals:
        restore_wanted(Path): go back to that backup.
        rescue_wanted: rescue what can be read.
        retry_wanted: open the data as they are.
    """

    restore_wanted = Signal(object)
    rescue_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = error
        self._offer: Offer | None = None
        self._looked = False
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        self.title = Heading("", by=1.4)
        self.what = QLabel()
        self.held = QLabel()
        self.how = QLabel()
        self.restore, self.rescue, self.retry = QPushButton(), QPushButton(), QPushButton()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.title)
        for label in (self.what, self.held, self.how):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            inner.addWidget(label)
        inner.addSpacing(8)
        for button in (self.restore, self.rescue, self.retry):
            button.setAutoDefault(True)
            button.setMinimumSize(320, BUTTON_HEIGHT)
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self.restore.hide()
        self.restore.clicked.connect(self._restore)
        self.rescue.clicked.connect(self.rescue_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        self._say()

    def show_offer(self, offer: "Offer | None") -> None:
        """The best backup is known; None if there is none."""
        self._offer, self._looked = offer, True
        self.restore.setVisible(offer is not None)
        self._say()
        (self.restore if offer is not None else self.rescue).setFocus()

    def _restore(self) -> None:
        assert self._offer is not None
        self.restore_wanted.emit(self._offer.backup.file)

    def _say(self) -> None:
        self.title.setText(self.tr("The data file is damaged"))
        self.what.setText(sentence(self._error))
        self.held.setText(self._about_backup())
        self.how.setText(
            self.tr(
                "A rescue reads every page that can still be read into a new file and takes what is lost from the "
                "backup. It tells you in numbers what was read and what was lost. Whichever you choose, the damaged "
                "file is kept."
            )
        )
        if self._offer is not None:
            made = f"{self._offer.backup.made_at:%d.%m.%Y %H:%M}"
            self.restore.setText(self.tr("Go back to the backup of {time}").format(time=made))
        self.rescue.setText(self.tr("Rescue what can be read"))
        self.retry.setText(self.tr("Try to open it again"))

    def _about_backup(self) -> str:
        if not self._looked:
            return self.tr("Looking for the best backup …")
        if self._offer is None:
            return self.tr("There is no backup that can be opened.")
        from tn_desktop.model.registry import ENTITIES

        held = self._offer.contents
        counts = [
            f"{translate('entities', ENTITIES[name].title)}: {self.locale().toString(held.rows[ENTITIES[name].table])}"
            for name in COUNTED
            if held.rows.get(ENTITIES[name].table)
        ]
        text = self.tr("The newest sound backup was made on {time}.").format(
            time=f"{self._offer.backup.made_at:%d.%m.%Y %H:%M}"
        )
        if held.written_at is not None:
            last = self.tr("The last change in it is of {time}.").format(time=f"{held.written_at:%d.%m.%Y %H:%M}")
            text = f"{text} {last}"
        return "\n".join([text, " · ".join(counts)]) if counts else text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
