"""Who is given what leaves: typed, or chosen of those who were given something before; the last one is remembered."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from tn_desktop.gui.context import RECIPIENT, Context
from tn_desktop.services import export_log


class RecipientField(QComboBox):
    """A line to type in, with those that are known below it. Leaving it empty is allowed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._key = RECIPIENT
        self.setEditable(True)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(self.tr("Who is given the file"))

    def set_up(self, context: Context, key: str = RECIPIENT) -> None:
        """Begin with the last one (remembered under `key`, one of context.TYPED) and offer those of the log."""
        self._context, self._key = context, key
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("for example the office, or a funder"))
        self.setCurrentText(str(context.choices.value(key, "") or ""))
        context.tasks.read(export_log.recipients, self.offer, owner=self)

    def begin_with(self, usual: str) -> None:
        """Begin with this, whoever was given something the last time."""
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(usual)
        self.setCurrentText(usual)

    def offer(self, known: Sequence[str]) -> None:
        """Offer these too; what is typed stays."""
        typed = self.currentText()
        self.addItems([name for name in dict.fromkeys(known) if name and self.findText(name) < 0])
        self.setCurrentText(typed)

    @property
    def given(self) -> str:
        """Who it is, "" for nobody in particular."""
        return self.currentText().strip()

    def remember(self) -> None:
        """Begin with this one the next time."""
        if self._context is not None:
            self._context.choices.put(self._key, self.given)
