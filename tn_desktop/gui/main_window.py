"""The window: navigation, search, undo, the panes and the line of what was saved.

Imports nothing of the database: the window is painted first, the store is opened behind it, panes come then.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QListWidgetItem, QMainWindow, QWidget

from tn_desktop.gui import openers
from tn_desktop.gui.actions import KEYS, Actions
from tn_desktop.gui.context import Context, kept_state, translate
from tn_desktop.gui.data_safety import DataSafety
from tn_desktop.gui.forms.main_window import Ui_MainWindow
from tn_desktop.gui.intake import Intake
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.notices import Notices
from tn_desktop.gui.pane_host import PaneHost
from tn_desktop.gui.places import PLACES, title_of
from tn_desktop.gui.routes import connect_routes
from tn_desktop.gui.undo import FieldUndo, UndoStack
from tn_desktop.gui.watcher import Watcher
from tn_desktop.gui.widgets.icons import icon
from tn_desktop.gui.widgets.look import larger
from tn_desktop.gui.widgets.navigation import NARROW as NARROW_SIDE
from tn_desktop.gui.widgets.navigation import WIDE as WIDE_SIDE
from tn_desktop.model.changes import Changes

if TYPE_CHECKING:
    from tn_desktop.services.day import Day

log = logging.getLogger(__name__)
NARROW: Final = 1000
"""Below this width the navigation shows pictures alone."""


class MainWindow(QMainWindow):
    """The one window of a profile.

    Attributes:
        context: the parts of the program, as every pane gets them.
        host: the panes.
        undo: what can be taken back.
        safety: the backups.
        left_for_stick: she went on with a notebook on a stick, from the first page.

    Signals:
        painted: the window was painted for the first time.
        first_rows: the first pane shows the sessions of the day.
        first_data: everything that is read at the start has come.
        retry_wanted: the store could not be opened, and it shall be tried again.
        opened: the panes can be used.
        looked(object): the day's sessions (Day) are known before the database is loaded; from any thread.
        mending(object): so much of indexes stands again (done, of) before the data can be opened; from any thread.
    """

    painted = Signal()
    first_rows = Signal()
    first_data = Signal()
    retry_wanted = Signal()
    opened = Signal()
    looked = Signal(object)
    mending = Signal(object)

    def __init__(self, context: Context, languages: LanguageSwitch) -> None:
        super().__init__()
        self.context = context
        self._languages = languages
        self._was_painted = False
        self._crash: QWidget | None = None
        self._owner: dict[str, Any] | None = None
        self._attendance: tuple[str, int] | None = None
        self._waiting: list[Callable[[], object]] = []
        self._narrow: bool | None = None
        self.left_for_stick = False
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.setCentralWidget(self.ui.page)
        self.setAcceptDrops(True)
        self.host = PaneHost(context, self.ui.stack)
        self.undo = UndoStack(context.tasks, self)
        self._watcher = Watcher(context.tasks, self)
        self.safety = DataSafety(self)
        self._intake = Intake(self)
        self._field_undo = FieldUndo(self)
        self._notices = Notices(context, self)
        self._actions = self._make_actions()
        self._make_navigation()
        self._connect()
        self._paint_icons()
        self._say()
        self._restore_place()

    # --- building

    def _make_actions(self) -> Actions:
        calls: dict[str, Any] = {
            "undo": self.undo.undo,
            "redo": self.undo.redo,
            "search": self.ui.search.begin,
            "import": self._intake.take,
            "paste": self._intake.paste,
            "export": lambda: self.context.navigator.export_wanted.emit(self.host.ask("export_scope")),
            "settings": lambda: self.when_open(lambda: openers.open_settings(self)),
            "backups": lambda: self.when_open(self.safety.open_backups),
            "privacy": lambda: self.when_open(lambda: openers.open_personal_data(self.context, self)),
            "lock": self.safety.lock,
            "help": lambda: openers.open_help(self.context.language, self),
            "keys": lambda: openers.open_help(self.context.language, self, "keys"),
            "quit": self.close,
            "menu": self._show_menu,
            "back": self.host.back,
        }
        actions = Actions(self, calls | {name: lambda name=name: self.go(name) for name in PLACES})
        self.ui.undoButton.setDefaultAction(actions["undo"])
        self.ui.redoButton.setDefaultAction(actions["redo"])
        return actions

    def _make_navigation(self) -> None:
        navigation = self.ui.navigation
        for name in PLACES:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, name)
            navigation.addItem(item)
        larger(self.ui.title, 1.15, bold=True)

    def _connect(self) -> None:
        ui, tasks = self.ui, self.context.tasks
        ui.navigation.currentItemChanged.connect(self._on_navigated)
        ui.navigation.itemClicked.connect(self._on_navigated)  # also the one that is chosen, from the attendance
        ui.menuButton.clicked.connect(self._show_menu)
        ui.settingsButton.clicked.connect(lambda: self.when_open(lambda: openers.open_settings(self)))
        ui.search.chosen.connect(self.context.navigator.record_wanted)
        ui.status.undo_wanted.connect(self.undo.undo)
        ui.status.language_wanted.connect(self.use_language)
        tasks.opened.connect(self._on_opened)
        tasks.refused.connect(self.safety.refused)
        tasks.changed.connect(self._on_changed)
        tasks.failed.connect(self.safety.failed)
        tasks.torn.connect(self.safety.rescuing.mend_search)
        tasks.crashed.connect(self.show_crash)
        self.safety.reopen_wanted.connect(self.retry_wanted)
        self.undo.moved.connect(self._show_undo)
        self.undo.undone.connect(self._on_undone)
        self.undo.redone.connect(self._on_redone)
        self.host.shown.connect(self._on_shown)
        self.looked.connect(self.show_first)
        self.mending.connect(self.safety.rescuing.show_mending)
        connect_routes(self)

    # --- texts and pictures

    def _say(self) -> None:
        """Every text of the window itself, in the running language."""
        for row, name in enumerate(PLACES):
            item = self.ui.navigation.item(row)
            key = KEYS[name][0] if KEYS[name] else ""
            item.setToolTip(f"{title_of(name)} ({key})" if key else title_of(name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title_of(name))
        self._actions.retranslate()
        self._fit_side()
        self._show_undo()
        self._show_title()
        self.ui.status.show_language(self.context.language)

    def _show_menu(self) -> None:
        button = self.ui.menuButton
        self._actions.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_title(self) -> None:
        title = title_of(self.host.current)
        self.setWindowTitle(f"{title} — TN Desktop" if title else "TN Desktop")

    def show_owner(self, owner: dict[str, Any] | None) -> None:
        """Say whose notebook this is."""
        self._owner = owner
        name = (owner or {}).get("name", "")
        demo = (owner or {}).get("demo")
        self.ui.status.owner.setText(self.tr("{name} · data to try out").format(name=name) if demo else name)

    def _paint_icons(self) -> None:
        for row, name in enumerate(PLACES):
            self.ui.navigation.item(row).setIcon(icon(name))
        self.ui.menuButton.setIcon(icon("menu"))
        self.ui.settingsButton.setIcon(icon("settings"))
        self._actions["undo"].setIcon(icon("undo"))
        self._actions["redo"].setIcon(icon("redo"))
        for button in (self.ui.menuButton, self.ui.undoButton, self.ui.redoButton):
            button.setIconSize(QSize(20, 20))

    def _fit_side(self) -> None:
        """Pictures alone where the window is narrow."""
        narrow = self._narrow = self.width() < NARROW
        for row, name in enumerate(PLACES):
            self.ui.navigation.item(row).setText("" if narrow else title_of(name))
        width = NARROW_SIDE if narrow else WIDE_SIDE
        self.ui.navigation.set_width(width)
        self.ui.settingsButton.setFixedWidth(width)
        self.ui.settingsButton.wide = not narrow
        self.ui.search.setMinimumWidth(240 if narrow else 480)

    # --- going somewhere

    def go(self, name: str, key: int | None = None) -> None:
        """Show a pane, and in it a row."""
        self.when_open(lambda: self._go(name, key))

    def _go(self, name: str, key: int | None) -> None:
        pane = self.host.show(name)
        if key is not None:
            pane.go_to(key)

    def when_open(self, wish: Callable[[], object]) -> None:
        """Do something with the data: now, or as soon as they are open. No key that was pressed is lost."""
        if self.context.tasks.database is not None:
            wish()
        else:
            self._waiting.append(wish)

    def open_attendance(self, call: str, key: int) -> None:
        """Open the attendance of a session, or of all sessions of a workshop."""
        self._attendance = (call, key)
        pane = self.host.pane("attendance")
        pane.closed.connect(self.host.back, Qt.ConnectionType.UniqueConnection)
        getattr(pane, call)(key)
        self.host.show("attendance")

    def _on_navigated(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.host.current:
            focused = self.ui.navigation.hasFocus()
            self.go(item.data(Qt.ItemDataRole.UserRole))
            if focused:  # arrows in the navigation go on
                self.ui.navigation.setFocus()

    def _on_shown(self, name: str) -> None:
        if name in PLACES:
            self.ui.navigation.setCurrentRow(PLACES.index(name))
        self._show_title()

    # --- the store

    def _on_opened(self) -> None:
        from tn_desktop.services import settings, watch

        self.ui.search.give(self.context)
        self.context.tasks.read(
            lambda connection: (
                settings.get(connection, settings.OWNER),
                watch.newest(connection),
                watch.last_written(connection),
            ),
            self._on_owner,
            owner=self,
        )
        if not self.host.current:
            self._show_today()
        waiting, self._waiting = self._waiting, []
        for wish in waiting:
            wish()
        self._tell_first_data()
        self.opened.emit()

    def show_first(self, found: "Day") -> None:
        """Show the day's sessions while the database is still being loaded."""
        if not self.host.current:
            self._show_today().show_first(found)

    def _show_today(self) -> Any:
        pane = self.host.pane("today")
        pane.shown.connect(self.first_rows)
        return self.host.show("today")

    def _on_owner(self, known: tuple[dict[str, Any] | None, int, datetime | None]) -> None:
        owner, newest, written = known
        self.ui.status.show_start(written, self.context.now())
        self.show_owner(owner)
        self._watcher.start(newest)
        self.safety.start()

    @property
    def owner(self) -> dict[str, Any] | None:
        """Whose notebook this is, as services/settings keeps it."""
        return self._owner

    def ask_owner(self) -> None:
        """Ask who works here: on the first start, or after the one who did was erased."""
        openers.open_first_run(self, again=self._owner is not None)

    def _tell_first_data(self) -> None:
        """As soon as nothing is on its way."""
        if self.context.tasks.idle:
            self.first_data.emit()
        else:
            QTimer.singleShot(5, self, self._tell_first_data)

    def show_crash(self, error: object) -> None:
        """A bug: say what happened, that the data is safe, and give a report to copy. One at a time."""
        if self._crash is None and isinstance(error, BaseException | str):
            from tn_desktop.gui.dialogs.crash import CrashDialog

            dialog = CrashDialog(error, self)
            dialog.finished.connect(self._on_crash_closed)
            self._crash = dialog
            dialog.open()

    def _on_crash_closed(self) -> None:
        if self._crash is not None:
            self._crash.deleteLater()
            self._crash = None

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.label and _owner is not self.undo:
            self.ui.status.show_saved(self.context.now(), changes.label)
        if changes.label:
            self.ui.messages.hide()
        if "person" in changes.removed:  # it may be she whose notebook this is
            from tn_desktop.services import settings

            self.context.tasks.read(lambda one: settings.get(one, settings.OWNER), self.show_owner, owner=self)

    def close_panes(self) -> None:
        """Forget everything of the data that were open until now."""
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()  # what is being typed is saved first
        self.host.clear()
        self.undo.forget()
        self._watcher.stop()
        self._attendance = None
        self.ui.search.leave()
        self.ui.messages.hide()
        self.ui.status.forget()
        self._show_title()

    # --- undo

    def _show_undo(self) -> None:
        self._actions.show_undo(self.undo.undo_label, self.undo.redo_label)

    def _on_undone(self, label: str, kept: int) -> None:
        text = self.tr("Taken back: {what}").format(what=translate("history", label))
        if kept:
            text += " · " + self.tr("%n value(s) changed since then stay", "", kept)
        self._after_undo(text)

    def _on_redone(self, label: str) -> None:
        self._after_undo(self.tr("Done again: {what}").format(what=translate("history", label)))

    def _after_undo(self, text: str) -> None:
        self.ui.status.show_stored(self.context.now())
        self.ui.status.offer_undo(self.undo.undo_label)
        self.ui.status.tell(f"· {text}")

    # --- import, settings, language

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._intake.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._intake.drop(event)

    def use_language(self, language: str) -> None:
        """Speak another language from now on, at the same place."""
        if language == self.context.language:
            return
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()  # what is being typed is saved first
        self.context.language = language
        self.context.settings.setValue("language", language)
        self._languages.use(language)
        self.ui.retranslateUi(self)
        self.ui.messages.retranslate()
        self._say()
        self.show_owner(self._owner)
        if shown := self.host.current:
            self.host.rebuild()
        if shown == "attendance" and self._attendance is not None:
            self.open_attendance(*self._attendance)

    # --- the window itself

    def _restore_place(self) -> None:
        self.restoreGeometry(kept_state(self.context.settings, "window/geometry"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != (event.size().width() < NARROW):
            self._fit_side()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_actions"):
            self._paint_icons()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        self.host.remember()
        self.context.settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
