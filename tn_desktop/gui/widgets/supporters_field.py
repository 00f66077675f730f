"""Who supports a workshop, and how: a role and a line in which a stakeholder's name is typed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.models.rows import choices_of
from tn_desktop.gui.widgets.chips import Chip
from tn_desktop.gui.widgets.flow import FlowLayout
from tn_desktop.gui.widgets.people_picker import RecordPicker
from tn_desktop.model import vocabulary
from tn_desktop.services.known_people import Known


class SupportersField(QWidget):
    """Stakeholders with a role each; the role is chosen first, then the name is typed.

    Attributes:
        chosen: (stakeholder, role) in the order in which they were added.

    Signals:
        changed: one was added or taken away by the user.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[tuple[Known, str], ...] = ()
        self.role = QComboBox()
        for value, word in choices_of(vocabulary.SUPPORT_ROLE, translate):
            self.role.addItem(word, value)
        self.picker = RecordPicker("stakeholders")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 4)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.role)
        line.addWidget(self.picker, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addLayout(line)
        self._chips.hide()
        self.setFocusProxy(self.picker)
        self.picker.picked.connect(self._add)

    def set_up(self, context: Context, name: str) -> None:
        """Give it the program's parts and its name."""
        self.picker.set_up(context, allow_new=False)
        self.picker.setAccessibleName(name)
        self.picker.setPlaceholderText(QCoreApplication.translate("SupportersField", "Type a stakeholder's name"))
        self.role.setAccessibleName(QCoreApplication.translate("SupportersField", "Role of the next one"))

    def show_chosen(self, chosen: Sequence[tuple[Known, str]]) -> None:
        """Show these, without telling `changed`."""
        self.chosen = tuple(chosen)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for known, role in self.chosen:
            word = vocabulary.word(vocabulary.SUPPORT_ROLE, role, translate)
            chip = Chip(replace(known, name=f"{known.name} · {word}"))
            chip.dropped.connect(lambda _known, key=known.id: self._drop(key))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self.chosen))
        self._flow.invalidate()
        self.updateGeometry()

    def _add(self, known: Known) -> None:
        others = [one for one in self.chosen if one[0].id != known.id]
        self.show_chosen([*others, (known, str(self.role.currentData()))])
        self.changed.emit()

    def _drop(self, key: int) -> None:
        self.picker.setFocus()
        self.show_chosen([one for one in self.chosen if one[0].id != key])
        self.changed.emit()
