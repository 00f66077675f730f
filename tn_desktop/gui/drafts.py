"""Keeps what is being typed into forms, shortly after typing stops, and offers it when the program was killed.

What a form holds the form says itself (widgets/drafted.py); here it is followed, kept and offered.
"""

from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tn_desktop.gui.places import title_of
from tn_desktop.gui.widgets.drafted import drafted_of, is_alive, is_text, plain
from tn_desktop.gui.widgets.drafted_cell import CELL, cell_of
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow
    from tn_desktop.services.drafts import Draft

PAUSE: Final = 500
"""Milliseconds without a key after which a draft is kept."""
KEEPING = QT_TRANSLATE_NOOP("history", "Keep a draft")
PANE: Final = "pane"
AT: Final = "at"
"""Keys of a draft's place: the pane its form is on, and where on it."""


class Drafts(QObject):
    """Follows the cursor from form to form."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        self._form: Any = None
        self._kept: set[str] = set()
        # Each window follows for itself.
        self._followed = f"followed-{id(self):x}"
        self._running = self._holding = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.keep)

    def start(self) -> None:
        """The data are open: offer what is left of the last time, then follow the cursor."""
        database = self._window.context.tasks.database
        if database is None or database.on_server:  # several windows share it
            return
        self._holding = False
        if not self._running:
            self._running = True
            _application().focusChanged.connect(self._on_focus)
        from tn_desktop.services import drafts

        self._window.context.tasks.read(drafts.drafts, self.offer, owner=self)

    def hold(self) -> None:
        """The data are about to be closed, and with them every form: what stands in these is offered again."""
        if self._timer.isActive():
            self._timer.stop()
            self.keep()
        self._holding = True
        if self._running:
            self._running = False
            _application().focusChanged.disconnect(self._on_focus)
        self._leave()

    # --- following

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        before = self._leave()
        form = drafted_of(new) if new is not None and self._is_ours(new) else None
        if is_alive(before):
            if form is before:
                # Words chosen and rows picked between two texts are kept with them.
                self._timer.start()
            elif not isinstance(before, QDialog):
                # A page saves the field that is left; what is not saved by that stays a draft.
                self._settle(before)
        self._form = form
        if form is None or new is None:
            return
        if is_text(new):
            self._field = new
            new.textChanged.connect(self._timer.start)  # type: ignore[attr-defined]
        if isinstance(form, QDialog) and not form.property(self._followed):
            form.setProperty(self._followed, True)
            name = self._name_of(form)
            form.finished.connect(lambda _result: self._forget(name))

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether a widget is in this window or in a dialog over it."""
        return any(one is self._window for one in _upwards(widget))

    def _leave(self) -> Any:
        """Follow the field no more; return the form it was in."""
        field, form = self._field, self._form
        self._field = self._form = None
        if field is not None and shiboken6.isValid(field):
            field.textChanged.disconnect(self._timer.start)  # type: ignore[attr-defined]
        return form

    def _name_of(self, form: Any) -> str:
        name = str(form.draft_name())
        return name if isinstance(form, QDialog) else f"{self._window.host.name_of(form)}/{name}"

    # --- keeping

    def keep(self) -> None:
        """Keep what stands in the form just now."""
        if is_alive(self._form) and self._window.context.tasks.database is not None:
            self._settle(self._form)

    def _settle(self, form: Any) -> None:
        self._timer.stop()
        draft = self._draft_of(form)
        if draft is None:
            self._forget(self._name_of(form))
            return
        from tn_desktop.services import drafts

        def work(_task: object) -> None:
            database = self._window.context.tasks.database
            if database is not None:
                with database.write(KEEPING) as uow:
                    drafts.keep(uow, draft)

        self._kept.add(draft.form)
        self._window.context.tasks.alone(work, failed=lambda _error: None, owner=self)

    def _draft_of(self, form: Any) -> "Draft | None":
        from tn_desktop.services.drafts import Draft, Field

        values = form.draft_values()
        texts = form.draft_text(values)
        field = self._field
        if field is not None and not field.objectName() and form.is_typed("", field):
            # A cell of a table, which no form knows as a field of its own.
            named = {id(one) for one in form.draft_fields().values()}
            if not any(id(one) in named for one in _upwards(field)):
                text: Any = field
                shown = text.text() if hasattr(text, "text") else text.toPlainText()
                texts = [*texts, ("", field.accessibleName(), shown)]
                cell = cell_of(field)
                values = values if cell is None else {**values, CELL: cell}
        if not values and not texts:
            return None
        place = dict(form.draft_place())
        if isinstance(form, QDialog):
            title = form.windowTitle().removesuffix(" — TN Desktop")
        else:
            # Not the pane that is shown: this one may just have been left for another.
            pane = self._window.host.name_of(form)
            where = getattr(self._window.host.pane(pane), "place", None)
            title = title_of(pane)
            place |= {PANE: pane, AT: plain(where()) if where is not None else None}
        at = self._window.context.now().isoformat(timespec="seconds")
        fields = tuple(Field(*one) for one in texts)
        return Draft(self._name_of(form), title, at, fields, place if values else {}, values)

    def _forget(self, form: str) -> None:
        if self._holding or form not in self._kept:
            return
        self._timer.stop()
        self._kept.discard(form)
        self.forget(form)

    def forget(self, form: str = "") -> None:
        """Let drafts go, of one form or all."""
        from tn_desktop.services import drafts

        def work(_task: object) -> None:
            database = self._window.context.tasks.database
            if database is not None:
                with database.write(KEEPING) as uow:
                    drafts.forget(uow, form)

        if self._window.context.tasks.database is not None:
            self._window.context.tasks.alone(work, failed=lambda _error: None, owner=self)

    # --- offering

    def offer(self, found: "list[Draft]") -> None:
        """Say that drafts were kept, if there are any."""
        if not found:
            return
        text = QCoreApplication.translate("Drafts", "What you were typing when the program ended was kept: {forms}.")
        forms = ", ".join(dict.fromkeys(draft.title for draft in found))
        show = QCoreApplication.translate("Drafts", "Show it")
        self._window.ui.messages.offer(text.format(forms=forms), show, lambda: self._show(found), wrong=False)

    def _show(self, found: "list[Draft]") -> None:
        from tn_desktop.gui.dialogs.drafts import DraftsDialog

        dialog = DraftsDialog(found, self._window)
        dialog.form_wanted.connect(self._open_form)
        dialog.given_up.connect(self.forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.left_over.connect(self.offer)
        dialog.open()

    def _open_form(self, draft: "Draft") -> None:
        """Open a form again, as it was; a draft that finds its form no more is offered to be read."""
        from tn_desktop.gui.draft_opening import DraftOpening

        self._kept.add(draft.form)
        opening = DraftOpening(self._window, draft, self)
        opening.failed.connect(lambda: self.offer([draft]))
        opening.begin()


def _upwards(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    parent: QWidget | None = widget
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
