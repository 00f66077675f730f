"""The right half of a pane: the page of the chosen row, read anew whenever something it shows was written."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.tasks import AFTER_PAINTING
from tn_desktop.gui.widgets.drafted import Drafted, bring_into_view, is_text
from tn_desktop.gui.widgets.empty import EmptyPage
from tn_desktop.gui.widgets.field_form import FieldForm
from tn_desktop.gui.widgets.writes import Writes
from tn_desktop.model.changes import Changes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Step = tuple[QWidget | None, Callable[[], object]]
"""A part of a page: the tab it is on, if on one, and what shows it."""


class DetailPage(QWidget, Writes, Drafted):
    """Base of the pages. A subclass sets up `ui` (with `pages`, `empty_page`, `empty_place`, `page`), then calls
    `begin`, and gives `query` and `show_page`.

    Attributes:
        tables: tables whose rows the page shows; a write to one of them has it read again.
        key: id of the row that is shown, or None.

    Signals:
        new_wanted: the button of the empty page was pressed.
    """

    tables: tuple[str, ...] = ()
    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key: int | None = None
        self.ui: Any = None
        self._stale = False

    def begin(self, empty: str) -> None:
        """Show the empty page, with what can be done, and listen to writes."""
        page = EmptyPage(empty)
        page.wanted.connect(self.new_wanted)
        self.ui.empty_place.addWidget(page)
        self.ui.pages.setCurrentWidget(self.ui.empty_page)
        self.context.tasks.changed.connect(self._on_changed)
        if self._has_tabs:
            # Whoever opens another tab sees what belongs there.
            self.ui.tabs.currentChanged.connect(lambda _number: self.context.tasks.finish_turns(self))

    @property
    def _has_tabs(self) -> bool:
        return isinstance(getattr(self.ui, "tabs", None), QTabWidget)

    def show_key(self, key: int | None) -> None:
        """Show the page of a row, or the empty one."""
        self.key = key
        if key is None:
            self.ui.pages.setCurrentWidget(self.ui.empty_page)
            return
        self.read(AFTER_PAINTING)

    def read(self, after: int = 0) -> None:
        """Read the page (again), `after` so many milliseconds."""
        key = self.key
        if key is None:
            return
        self.context.tasks.read(
            self.query(key),
            lambda page: self._on_read(key, page),
            failed=lambda _error: None,  # the list chooses another row
            owner=self,
            channel="page",
            after=after,
        )

    def query(self, key: int) -> "Callable[[Connection], Any]":
        """What reads the page."""
        raise NotImplementedError

    def show_page(self, page: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def show_rest(self, page: Any) -> Sequence[Step]:
        """What `show_page` left out, each part done and painted for itself, so that none takes long."""
        return ()

    def _on_read(self, key: int, page: Any) -> None:
        if key != self.key:
            return
        self.show_page(page)
        self.ui.pages.setCurrentWidget(self.ui.page)
        seen = self.ui.tabs.currentWidget() if self._has_tabs else None
        steps = sorted(self.show_rest(page), key=lambda step: step[0] is not seen)
        self.context.tasks.in_turns(self, [partial(self._step, key, show) for _tab, show in steps])

    def _step(self, key: int, step: Callable[[], object]) -> None:
        if key == self.key:
            step()

    def draft_place(self) -> dict[str, Any]:
        return {"key": self.key}

    def draft_fields(self) -> dict[str, QWidget]:
        return {name: field for name, field in super().draft_fields().items() if is_text(field)}

    def is_at(self, place: Mapping[str, Any]) -> bool:
        shown = self.ui.pages.currentWidget() is self.ui.page
        return self.isVisible() and shown and self.key is not None and self.key == place.get("key")

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """The lines of its tabs; the tab of the line that is filled in comes to the front."""
        fields = self.draft_fields()
        for name, value in values.items():
            if name in fields and value and is_text(fields[name]):
                bring_into_view(fields[name])
        super().take_draft({name: value for name, value in values.items() if value})

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if self.key is None or not changes.touches(*self.tables):
            return
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while another pane was shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.read()


class RecordPage(DetailPage):
    """A page with a form of fields on its tab `details_tab`, where a new row is begun as well.

    Attributes:
        form: the fields; set before `begin` is called.

    Signals:
        created(int): a new row was stored.
        new_left: the new row was given up.
    """

    created = Signal(int)
    new_left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form: FieldForm

    def place_form(self, form: FieldForm) -> None:
        """Put the form into its place."""
        self.form = form
        self.ui.form_place.addWidget(form)
        self.ui.form_place.addStretch(1)
        form.created.connect(self._on_created)

    def new_head(self) -> str:
        """Title of the page while a new row is begun."""
        raise NotImplementedError

    def show_key(self, key: int | None) -> None:
        if key is None:
            self.form.clear()
        else:
            self._allow_tabs(True)
            self.form.load(key)
        super().show_key(key)

    def begin_new(self, values: Mapping[str, Any] | None = None) -> None:
        """Show an empty form, name first."""
        self.key = None
        self.ui.pages.setCurrentWidget(self.ui.page)
        self.ui.tabs.setCurrentWidget(self.ui.details_tab)
        self._allow_tabs(False)
        saved_when = QCoreApplication.translate("RecordPage", "Saved as soon as there is a name. Esc leaves.")
        self.ui.head.show_head(self.new_head(), saved_when)
        self.ui.form_area.verticalScrollBar().setValue(0)
        self.form.start_new(values)

    def focus_form(self) -> None:
        """Go to the first field."""
        if self.key is not None or self.form.is_new:
            self.ui.tabs.setCurrentWidget(self.ui.details_tab)
            self.form.focus_first()

    def _allow_tabs(self, allowed: bool) -> None:
        tabs = self.ui.tabs
        for number in range(tabs.count()):
            tabs.setTabEnabled(number, allowed or tabs.widget(number) is self.ui.details_tab)

    def follow(self, key: int | None) -> None:
        """Tell the tabs that read by themselves of which row they are now: of another, of one just made, of none."""

    def _on_created(self, key: int) -> None:
        self.key = key
        self._allow_tabs(True)
        self.follow(key)
        self.read()
        self.created.emit(key)

    def _on_read(self, key: int, page: Any) -> None:
        if not self.form.is_new:
            super()._on_read(key, page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a new row that has not been stored."""
        if event.key() == Qt.Key.Key_Escape and self.form.is_unsent:
            self.form.clear()
            self.new_left.emit()
        else:
            super().keyPressEvent(event)


def show_count(tabs: QTabWidget, tab: QWidget, title: str, count: int | None) -> None:
    """A tab's title with the number of what it holds."""
    number = tabs.indexOf(tab)
    text = title if count is None else f"{title} ({tabs.locale().toString(count)})"
    if tabs.tabText(number) != text:
        tabs.setTabText(number, text)
