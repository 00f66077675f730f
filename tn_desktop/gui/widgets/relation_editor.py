"""Editors of fields that point to other rows: typed by name, shown by name, one click away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.chips import ChosenField
from tn_desktop.gui.widgets.look import ROOMY
from tn_desktop.gui.widgets.people_picker import Picker, RecordPicker
from tn_desktop.model.fields import MANY, RELATION, FieldSpec
from tn_desktop.services.known_people import Known

LEAST = 96
"""Pixels that a name takes at least."""
PADDING = 6
NEW = 0
"""The id of somebody who has no row yet: she is made when the field is stored."""


def relation_editor_for(spec: FieldSpec, context: Context) -> Any:
    """The editor of a field that points to one row or to several; None for any other kind."""
    if spec.kind == RELATION:
        return RelationEditor(spec, context)
    if spec.kind == MANY:
        return ManyEditor(spec, context)
    return None


class ChosenRow(QToolButton):
    """The row that a field points to: a click or Enter goes there, Del or Backspace takes it out of the field.

    Signals:
        dropped: it is to be taken out.
    """

    dropped = Signal()

    def minimumSizeHint(self) -> QSize:
        """A long name is cut off rather than that the form grows beyond its page."""
        hint = self.sizeHint()
        return QSize(min(LEAST, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        styled: Any = option
        room = self.width() - 2 * PADDING
        styled.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class RelationEditor(QWidget):
    """One row of another entity.

    Attributes:
        picker: the line in which its name is typed, shown while there is none.
        row: the row, shown when there is one.

    Signals:
        left: another row was chosen, or none.
    """

    left = Signal()

    def __init__(self, spec: FieldSpec, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target, self._navigator = spec.target, context.navigator
        self._shown: Known | None = None
        self._chosen: Known | None = None
        self.picker = RecordPicker(spec.target)
        self.picker.set_up(context, allow_new=spec.target == "people")
        self.picker.setPlaceholderText(hint(spec))
        self.row = ChosenRow()
        self.row.setMinimumHeight(ROOMY)
        self.row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.away = QToolButton()
        self.away.setText("✕")
        self.away.setMinimumSize(QSize(ROOMY, ROOMY))
        self.away.setToolTip(QCoreApplication.translate("RelationEditor", "Take away"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.picker, 1)
        line.addWidget(self.row)
        line.addWidget(self.away)
        line.addStretch(0)
        self.picker.picked.connect(self._take)
        self.picker.entered.connect(lambda name: self._take(Known(NEW, name)))
        self.row.dropped.connect(self._drop)
        self.away.clicked.connect(self._drop)
        self.row.clicked.connect(self._go)
        self._display()

    def show_value(self, value: Known | None) -> None:
        """Show what is stored."""
        self._shown = self._chosen = value
        self._display()

    def typed(self) -> Known | None:
        """What is chosen."""
        return self._chosen

    def changed(self) -> bool:
        """Whether another row is chosen than was shown."""
        return self._id(self._chosen) != self._id(self._shown)

    def revert(self) -> None:
        """Choose again what was shown."""
        self.show_value(self._shown)

    def put_back(self, typed: Known | None) -> None:
        """Show a choice that was not accepted."""
        self._chosen = typed
        self._display()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """The name is the line's, which has the focus."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)
        self.away.setAccessibleName(QCoreApplication.translate("RelationEditor", "Take away: {name}").format(name=name))

    def _go(self) -> None:
        if self._chosen is not None and self._chosen.id != NEW:
            self._navigator.record_wanted.emit(self._target, self._chosen.id)

    def _take(self, known: Known) -> None:
        self._chosen = known
        self._display()
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _drop(self) -> None:
        self._chosen = None
        self._display()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _display(self) -> None:
        known = self._chosen
        self.row.setText(known.name if known is not None else "")
        self.row.setToolTip(" · ".join(filter(None, (known.name, known.detail))) if known is not None else "")
        self.row.setVisible(known is not None)
        self.away.setVisible(known is not None)
        self.picker.setVisible(known is None)
        self.setFocusProxy(self.picker if known is None else self.row)

    @staticmethod
    def _id(known: Known | None) -> tuple[int, str] | None:
        return None if known is None else (known.id, known.name if known.id == NEW else "")


class ManyEditor(QWidget):
    """Several rows of another entity.

    Attributes:
        field: the chosen ones, and the line in which more are typed.

    Signals:
        left: one was added or taken away.
    """

    left = Signal()

    def __init__(
        self, spec: FieldSpec, context: Context, parent: QWidget | None = None, picker: Picker | None = None
    ) -> None:
        super().__init__(parent)
        self._shown: tuple[Known, ...] = ()
        picker = picker or RecordPicker(spec.target)
        self.field = ChosenField(picker)
        picker.set_up(context, allow_new=spec.target == "people")
        picker.setPlaceholderText(hint(spec))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self.left)

    def show_value(self, value: Sequence[Known] | None) -> None:
        """Show what is stored."""
        self._shown = tuple(value or ())
        self.field.show_chosen(self._shown)

    def typed(self) -> tuple[Known, ...]:
        """What is chosen."""
        return self.field.chosen

    def changed(self) -> bool:
        """Whether others are chosen than were shown."""
        return self.field.chosen != self._shown

    def revert(self) -> None:
        """Choose again what was shown."""
        self.field.show_chosen(self._shown)

    def put_back(self, typed: Sequence[Known]) -> None:
        """Show a choice that was not accepted."""
        self.field.show_chosen(typed)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """The name is the line's, which has the focus."""
        super().setAccessibleName(name)
        self.field.picker.setAccessibleName(name)


def hint(spec: FieldSpec) -> str:
    """What to do in an empty line."""
    if spec.target == "people":
        return QCoreApplication.translate("RelationEditor", "Type a name, Enter adds")
    return QCoreApplication.translate("RelationEditor", "Type a name, ↓ shows all")
