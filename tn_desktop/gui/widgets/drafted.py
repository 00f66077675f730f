"""What a form says of itself, so that what is being typed into it survives a killed program (gui/drafts.py)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStackedWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)

NO_DRAFT: Final = "no-draft"
"""Property of a text field, or of what holds it, that keeps no draft: the reason, in English."""


class Drafted:
    """Mixin of a form: a dialog, or a part of a page.

    Whatever stands in it is told by `draft_values` and put back by `take_draft`; both are made of the fields in it, and
    a form whose fields are made otherwise has its own. A dialog's module has a function `reopen(context, place,
    window)` that opens it again. A field belongs to the nearest such form above it.
    """

    def draft_name(self) -> str:
        """The form's name among all; of a dialog the module it lies in."""
        return type(self).__module__.rpartition(".")[2] if isinstance(self, QDialog) else type(self).__name__

    def draft_place(self) -> dict[str, Any]:
        """What is needed to find the form again, beside the pane it is on."""
        return {}

    def draft_fields(self) -> dict[str, QWidget]:
        """The fields by name."""
        assert isinstance(self, QWidget)
        return {
            child.objectName(): child
            for child in self.findChildren(QWidget)
            if child.objectName() and _kind(child) is not None and drafted_of(child) is self
        }

    def draft_values(self) -> dict[str, Any]:
        """What stands in the fields; {} where a kill would lose nothing."""
        fields = self.draft_fields()
        if not any(self.is_typed(name, field) for name, field in fields.items()):
            return {}
        return {name: plain(_read(field)) for name, field in fields.items()}

    def draft_text(self, values: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        """What was typed, to be read: (name, label, text) of each field."""
        fields = self.draft_fields()
        return [
            (name, fields[name].accessibleName() or name, str(value))
            for name, value in values.items()
            if name in fields and isinstance(value, str) and self.is_typed(name, fields[name])
        ]

    def is_typed(self, name: str, field: QWidget) -> bool:
        """Whether something stands in a field that she typed and nobody has stored."""
        del name
        if not is_text(field):
            return False
        modified: Any = field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()  # type: ignore[attr-defined]
        return bool(modified) and bool(str(_read(field)).strip())

    def is_at(self, place: Mapping[str, Any]) -> bool:
        """Whether the form shows what a draft is of, so that it can be put back."""
        del place
        assert isinstance(self, QWidget)
        return self.isVisible()

    def come_to_draft(self, place: Mapping[str, Any]) -> None:
        """Be brought to where a draft was typed; the pane is there already."""
        del place
        assert isinstance(self, QWidget)
        bring_into_view(self)

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Put back what `draft_values` told; the cursor goes to the last text."""
        fields = self.draft_fields()
        last: QWidget | None = None
        for name, value in values.items():
            field = fields.get(name)
            if field is not None:
                write(field, value)
                last = field if is_text(field) and str(value or "").strip() else last
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)


def drafted_of(widget: QWidget) -> Any:
    """The form that a widget belongs to: the nearest one above it in its window, or None."""
    parent: QWidget | None = widget
    while parent is not None:
        if parent.property(NO_DRAFT):
            return None
        if isinstance(parent, Drafted):
            return parent
        if parent.isWindow():
            return None
        parent = parent.parentWidget()
    return None


def bring_into_view(widget: QWidget) -> None:
    """Turn every widget of tabs above a widget to the page it is on."""
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        tabs = parent.parentWidget()
        if isinstance(parent, QStackedWidget) and isinstance(tabs, QTabWidget):
            tabs.setCurrentWidget(child)
        child, parent = parent, tabs


def is_text(widget: QWidget) -> bool:
    """Whether one types into a widget what is no secret."""
    if isinstance(widget, QLineEdit):
        inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        return widget.echoMode() == QLineEdit.EchoMode.Normal and not widget.isReadOnly() and not inside
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def has_focus(editor: QWidget) -> bool:
    """Whether the cursor is in an editor, or in a part of it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is editor or editor.isAncestorOf(focused))


def is_alive(form: Any) -> bool:
    """Whether a form is still there."""
    return form is not None and shiboken6.isValid(form)


# --- values


def plain(value: Any) -> Any:
    """A value of a field as JSON holds it."""
    from tn_desktop.services.known_people import Known  # the database is not loaded before it is needed

    if isinstance(value, Known):
        return {"known": [value.id, value.name, value.detail]}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Mapping):
        return {"map": {str(key): plain(held) for key, held in value.items()}}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def unplain(value: Any) -> Any:
    """The value again; lists come back as tuples.

    Raises:
        ValueError, TypeError, KeyError: nobody wrote it so.
    """
    from tn_desktop.services.known_people import Known

    if isinstance(value, dict):
        if "known" in value:
            key, name, detail = value["known"]
            return Known(int(key), str(name), str(detail))
        if "date" in value:
            return date.fromisoformat(value["date"])
        return {str(key): unplain(held) for key, held in value["map"].items()}
    if isinstance(value, list):
        return tuple(unplain(one) for one in value)
    return value


def _kind(field: QWidget) -> str | None:
    if hasattr(field, "typed") and hasattr(field, "put_back"):
        return "editor"
    if hasattr(field, "chosen") and hasattr(field, "show_chosen"):
        return "chosen"
    if isinstance(field, QSpinBox):
        return "number"
    if isinstance(field, QComboBox):
        return "choice"
    if isinstance(field, QCheckBox):
        return "flag"
    return "text" if is_text(field) else None


def _read(field: Any) -> Any:
    kind = _kind(field)
    if kind == "editor":
        return field.typed()
    if kind == "chosen":
        return field.chosen
    if kind == "number":
        return field.value()
    if kind == "choice":
        return field.currentData()
    if kind == "flag":
        return field.isChecked()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def write(field: Any, value: Any) -> None:
    """Put a value of `plain` into a field, as if she had typed it."""
    kind = _kind(field)
    if kind == "editor":
        field.put_back(unplain(value))
    elif kind == "chosen":
        field.show_chosen(unplain(value))
        field.changed.emit()
    elif kind == "number" and isinstance(value, int):
        field.setValue(value)
    elif kind == "choice":
        place = field.findData(value)
        if place >= 0:
            field.setCurrentIndex(place)
    elif kind == "flag":
        field.setChecked(bool(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value or ""))
        field.setModified(True)
        field.textEdited.emit(field.text())
    elif kind == "text":
        field.setPlainText(str(value or ""))
        field.document().setModified(True)
