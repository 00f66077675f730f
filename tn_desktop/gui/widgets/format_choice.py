"""Which of the network's formats a workshop has: a list of the engagement tools that are formats."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes
from tn_desktop.services import planning
from tn_desktop.services.known_people import Known


class FormatChoice(QComboBox):
    """One format, or none; an editor of a form's field as well.

    Signals:
        left: another one was chosen.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Known | None = None
        self._context: Context | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.addItem("–", None)
        self.setItemText(0, QCoreApplication.translate("FormatChoice", "no format"))
        self.activated.connect(lambda _row: self.left.emit())

    def set_up(self, context: Context) -> None:
        """Give it the program's parts; the formats are read, now and when tools were written."""
        self._context = context
        context.tasks.changed.connect(self._on_changed)
        self._read()

    def show_value(self, value: Known | None) -> None:
        """Show what is stored."""
        self._shown = value
        self._choose(value)

    def typed(self) -> Known | None:
        """What is chosen."""
        key = self.currentData()
        return None if key is None else Known(key, self.currentText())

    def changed(self) -> bool:
        """Whether another one is chosen than was shown."""
        return bool(self.currentData() != (None if self._shown is None else self._shown.id))

    def revert(self) -> None:
        """Choose again what was shown."""
        self._choose(self._shown)

    def put_back(self, typed: Known | None) -> None:
        """Show a choice that was not accepted."""
        self._choose(typed)

    def _choose(self, value: Known | None) -> None:
        place = self.findData(None if value is None else value.id)
        if place < 0 and value is not None:
            # One that was put away since, or is not read yet.
            self.addItem(value.name, value.id)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches("engagement_tool"):
            self._read()

    def _read(self) -> None:
        context = self._context
        if context is not None:
            context.tasks.read(
                lambda connection: planning.formats(connection, context.language),
                self._show_formats,
                owner=self,
                channel="formats",
            )

    def _show_formats(self, formats: list[Known]) -> None:
        chosen = self.typed()
        while self.count() > 1:
            self.removeItem(1)
        for known in formats:
            self.addItem(known.name, known.id)
        self._choose(chosen)
