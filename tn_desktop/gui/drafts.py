"""Keeps what is being typed into forms, shortly after typing stops, and offers it when the program was killed."""

from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tn_desktop.gui.places import title_of
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow
    from tn_desktop.services.drafts import Draft

PAUSE: Final = 500
"""Milliseconds without a key after which a draft is kept."""
FORMS: Final = ("PlanWorkshop", "RepeatWorkshop", "Decide", "WorkingGroup")
"""Dialogs whose text is kept as a whole."""
PARTS: Final = ("FieldForm", "DetailPage", "FeedbackEntry", "NeedCount", "NeedLine", "StepsEditor", "RoundItem")
"""Parts of a page whose field is kept while it is being typed in; when it is left, the page itself saves it."""
KEEPING = QT_TRANSLATE_NOOP("history", "Keep a draft")


class Drafts(QObject):
    """Follows the cursor from field to field."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
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

        self._window.context.tasks.read(drafts.drafts, self._offer, owner=self)

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
        self._leave()
        if new is not None and _is_text(new) and self._form_of(new):
            self._field = new
            new.textChanged.connect(self._timer.start)  # type: ignore[attr-defined]
            dialog = _dialog_of(new)
            if dialog is not None and not dialog.property(self._followed):
                form = self._form_of(new)
                dialog.setProperty(self._followed, True)
                dialog.finished.connect(lambda _result, form=form: self._forget(form))

    def _leave(self) -> None:
        field, self._field = self._field, None
        if field is None or not shiboken6.isValid(field):
            return
        field.textChanged.disconnect(self._timer.start)  # type: ignore[attr-defined]
        if _dialog_of(field) is None:
            # The page saves a field that is left.
            self._timer.stop()
            self._forget(self._form_of(field))

    def _form_of(self, widget: QWidget) -> str:
        """The name of the form that a widget belongs to; "" where no draft is kept."""
        dialog = _dialog_of(widget)
        if dialog is not None:
            name = type(dialog).__name__
            return name if name in FORMS else ""
        parent: QWidget | None = widget
        while parent is not None:
            if any(kind.__name__ in PARTS for kind in type(parent).__mro__):
                return f"page {self._window.host.current}"
            parent = parent.parentWidget()
        return ""

    # --- keeping

    def keep(self) -> None:
        """Keep what stands in the form just now."""
        field = self._field
        if field is None or not shiboken6.isValid(field) or self._window.context.tasks.database is None:
            return
        draft = self._draft_of(field)
        if draft is None:
            return
        from tn_desktop.services import drafts

        def work(_task: object) -> None:
            database = self._window.context.tasks.database
            if database is not None:
                with database.write(KEEPING) as uow:
                    drafts.keep(uow, draft)

        self._kept.add(draft.form)
        self._window.context.tasks.alone(work, failed=lambda _error: None, owner=self)

    def _draft_of(self, field: QWidget) -> "Draft | None":
        from tn_desktop.services.drafts import Draft, Field

        dialog = _dialog_of(field)
        if dialog is None:
            widgets, title = [field], title_of(self._window.host.current)
        else:
            widgets, title = [one for one in dialog.findChildren(QWidget) if _is_text(one)], dialog.windowTitle()
        fields = tuple(
            Field(one.objectName(), one.accessibleName() or one.objectName(), _text(one))
            for one in widgets
            if _is_modified(one) and _text(one).strip()
        )
        if not fields:
            return None
        at = self._window.context.now().isoformat(timespec="seconds")
        return Draft(self._form_of(field), title.removesuffix(" — TN Desktop"), at, fields)

    def _forget(self, form: str) -> None:
        self._timer.stop()
        if self._holding or form not in self._kept:
            return
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

    def _offer(self, found: "list[Draft]") -> None:
        if not found:
            return
        text = QCoreApplication.translate("Drafts", "What you were typing when the program ended was kept: {forms}.")
        forms = ", ".join(dict.fromkeys(draft.title for draft in found))
        show = QCoreApplication.translate("Drafts", "Show it")
        self._window.ui.messages.offer(text.format(forms=forms), show, lambda: self._show(found), wrong=False)

    def _show(self, found: "list[Draft]") -> None:
        from tn_desktop.gui.dialogs.drafts import DraftsDialog

        dialog = DraftsDialog(found, self._window)
        dialog.form_wanted.connect(lambda draft: self._open_form(draft))
        dialog.given_up.connect(self.forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_form(self, draft: "Draft") -> None:
        """Open the planning page again, as it was."""
        from tn_desktop.gui.context import PlanWish

        self._kept.add(draft.form)
        title = next((field.text for field in draft.fields if field.name == "title"), "")
        self._window.context.navigator.plan_wanted.emit(PlanWish(title=title))
        opened = [one for one in self._window.findChildren(QDialog) if type(one).__name__ == draft.form]
        if opened:
            _fill(opened[-1], draft)


def _fill(dialog: QDialog, draft: "Draft") -> None:
    for field in draft.fields:
        widget: Any = dialog.findChild(QWidget, field.name)
        if isinstance(widget, QLineEdit):
            widget.setText(field.text)
            widget.setModified(True)
            widget.textEdited.emit(field.text)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(field.text)
            widget.document().setModified(True)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _dialog_of(widget: QWidget) -> QDialog | None:
    window = widget.window()
    return window if isinstance(window, QDialog) else None


def _is_text(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.echoMode() == QLineEdit.EchoMode.Normal and not widget.isReadOnly()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()


def _text(widget: Any) -> str:
    return str(widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())


def _is_modified(widget: Any) -> bool:
    return bool(widget.isModified() if isinstance(widget, QLineEdit) else widget.document().isModified())
