"""Several people, or communities, in one field: each a small button that takes it away, and a line to add more."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.flow import FlowLayout
from tn_desktop.gui.widgets.look import ROOMY
from tn_desktop.gui.widgets.people_picker import CommunityPicker, PeoplePicker, Picker, RecordPicker, SpeakerPicker
from tn_desktop.services.known_people import Known

NEW = 0
"""The id of somebody who has no row yet: she is made when the field is stored."""


class Chip(QToolButton):
    """One of the chosen; a click, Space, Del or Backspace takes it away.

    Signals:
        dropped(object): it is to be taken away.
    """

    dropped = Signal(object)

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(ROOMY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.dropped.emit(self.known))
        self.show_known(known)

    def show_known(self, known: Known) -> None:
        """Stand for this one from now on."""
        self.known = known
        self.setText(f"{known.name}  ✕")
        self.setToolTip(known.detail)
        self.setAccessibleName(QCoreApplication.translate("Chip", "Take away: {name}").format(name=known.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit(self.known)
        else:
            super().keyPressEvent(event)


class ChosenField(QWidget):
    """What is chosen, and the line that adds to it; Tab goes on from the line to the chosen.

    Attributes:
        chosen: in the order in which they were added; one with the id NEW has no row yet.

    Signals:
        changed: something was added or taken away by the user.
    """

    changed = Signal()

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[Known, ...] = ()
        self.picker = picker
        self._chips = QWidget()
        self._buttons: list[Chip] = []
        self._flow = FlowLayout(self._chips, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(picker)
        self._chips.hide()
        self.setFocusProxy(picker)
        picker.picked.connect(self._add)
        picker.backspaced.connect(self._drop_last)
        picker.entered.connect(lambda name: self._add(Known(NEW, name)))

    def set_up(self, context: Context, name: str, placeholder: str) -> None:
        """Give it the program's parts and its words."""
        self.picker.set_up(context)
        self.picker.setAccessibleName(name)
        self.picker.setPlaceholderText(placeholder)

    def show_chosen(self, chosen: Sequence[Known]) -> None:
        """Show these, without telling `changed`."""
        if tuple(chosen) == self.chosen:
            return
        self.chosen = tuple(chosen)
        while len(self._buttons) > len(self.chosen):
            surplus = self._buttons.pop()
            self._flow.removeWidget(surplus)
            # Hidden at once: until it is gone for good, Tab would still reach it.
            surplus.hide()
            surplus.deleteLater()
        # Those that are there stay: what is shown comes anew after each save, and the focus may be on one of them.
        for chip, known in zip(self._buttons, self.chosen, strict=False):
            chip.show_known(known)
        for known in self.chosen[len(self._buttons) :]:
            chip = Chip(known)
            chip.dropped.connect(self._drop)
            self._flow.addWidget(chip)
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self.picker, chip)
            self._buttons.append(chip)
        self._chips.setVisible(bool(self.chosen))
        self._flow.invalidate()
        self.updateGeometry()

    def _add(self, known: Known) -> None:
        if any(held.id == known.id and (known.id != NEW or held.name == known.name) for held in self.chosen):
            return
        self.show_chosen((*self.chosen, known))
        self.changed.emit()

    def _drop_last(self) -> None:
        """Backspace in the empty line takes the last one away."""
        if self.chosen:
            self._drop(self.chosen[-1])

    def _drop(self, known: Known) -> None:
        self.picker.setFocus()
        self.show_chosen([held for held in self.chosen if held is not known])
        self.changed.emit()


class PeopleField(ChosenField):
    """Several people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PeoplePicker(), parent)


class CommunitiesField(ChosenField):
    """Several communities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CommunityPicker(), parent)


class NeedsField(ChosenField):
    """Several needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RecordPicker("needs"), parent)

    def set_up(self, context: Context, name: str, placeholder: str) -> None:
        super().set_up(context, name, placeholder)
        self.picker.set_up(context, allow_new=False)


class SpeakersField(ChosenField):
    """Several people, found by the names of their stakeholders too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SpeakerPicker(), parent)
