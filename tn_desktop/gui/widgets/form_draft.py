"""What the detail form of an entity says of what is being typed into it, see drafted.py."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.widgets.drafted import Drafted, bring_into_view, has_focus, plain, unplain

if TYPE_CHECKING:
    from tn_desktop.gui.widgets.field_form import FieldForm


class FormDraft(Drafted):
    """The field that is being typed in, what was refused, and all of a row that is not stored yet.

    Attributes:
        opener: shows the form of a row where the page alone does not, as that of a round below its solution.
    """

    opener: Callable[[int], object] | None = None

    def draft_place(self) -> dict[str, Any]:
        form = self._form
        return {"key": form.key, "begun": plain(form.begun)} if form.key is None else {"key": form.key}

    def draft_fields(self) -> dict[str, QWidget]:
        return dict(self._form.editors)

    def draft_values(self) -> dict[str, Any]:
        form = self._form
        if form.key is None and not form.is_unsent:
            return {}
        return {
            name: plain(editor.typed())
            for name, editor in form.editors.items()
            if editor.changed() and not form.is_sent(name) and (form.is_unsent or self._is_held(name, editor))
        }

    def _is_held(self, name: str, editor: QWidget) -> bool:
        return has_focus(editor) or bool(editor.accessibleDescription())

    def draft_text(self, values: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        form, told = self._form, []
        for name in values:
            editor = form.editors[name]
            shown = editor.text() if hasattr(editor, "text") else None
            shown = editor.toPlainText() if hasattr(editor, "toPlainText") else shown
            if shown is None and isinstance(values[name], str):
                shown = values[name]
            if shown:
                told.append((name, editor.accessibleName() or name, str(shown)))
        return told

    def is_at(self, place: Mapping[str, Any]) -> bool:
        form = self._form
        shown = form.isVisible() and form.isEnabled()
        key = place.get("key")
        return shown and (form.is_unsent if key is None else form.key == key and form.is_read)

    def come_to_draft(self, place: Mapping[str, Any]) -> None:
        form = self._form
        key = place.get("key")
        if key is None:
            page: Any = form.parentWidget()
            while page is not None and not hasattr(page, "begin_new"):
                page = page.parentWidget()
            if page is not None:
                page.begin_new(unplain(place.get("begun") or {"map": {}}))
        elif self.opener is not None and form.key != key:
            self.opener(int(key))
        bring_into_view(form)

    def take_draft(self, values: Mapping[str, Any]) -> None:
        form = self._form
        known = [name for name in values if name in form.editors]
        for name in known:
            form.editors[name].put_back(unplain(values[name]))
        for name in known[:-1]:
            form.save(name)
        if known:
            form.editors[known[-1]].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _form(self) -> "FieldForm":
        form: Any = self
        return form  # type: ignore[no-any-return]
