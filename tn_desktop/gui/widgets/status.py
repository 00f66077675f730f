"""The line at the foot of the window: what was saved and when, undo beside it, language and owner."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from tn_desktop.gui.context import translate
from tn_desktop.gui.language import NAMES
from tn_desktop.gui.widgets.look import LinkButton, ToneLabel


class StatusLine(QFrame):
    """Says what was saved last, and offers to take it back.

    Signals:
        undo_wanted: the button beside the last change was pressed.
        language_wanted(str): another language was chosen.
    """

    undo_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_at: datetime | None = None
        self._earlier = self._ready = False
        self._label = ""
        self._told = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        self.saved = ToneLabel("", "good")
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.undo_button = LinkButton()
        self.undo_button.clicked.connect(self.undo_wanted)
        self.undo_button.hide()
        self.owner = ToneLabel()
        self.marker = ToneLabel()
        self.language = QToolButton()
        self.language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.language.setAutoRaise(True)
        self.language.setMenu(self._language_menu())
        for widget in (self.saved, self.told, self.undo_button):
            row.addWidget(widget)
        # As high without the button as with it: else the first change moves, and paints anew, the whole window.
        row.addStrut(self.undo_button.sizeHint().height())
        row.addStretch(1)
        row.addWidget(self.marker)
        row.addWidget(self.owner)
        row.addWidget(self.language)
        self.retranslate()

    def show_start(self, written: datetime | None, now: datetime) -> None:
        """The notebook is open: when it was last written, or that nothing has to be saved by hand."""
        if self._saved_at is None:
            self._ready, self._saved_at = True, written
            self._earlier = written is not None and written.date() != now.date()
            self._show()

    def show_saved(self, at: datetime, label: str) -> None:
        """Something was stored (label in context "history") and can be taken back."""
        self._saved_at, self._label, self._told, self._earlier = at, label, "", False
        self._show()

    def tell(self, text: str) -> None:
        """Say something else; the time of the last change stays."""
        self._told = text
        self._show()

    def show_stored(self, at: datetime) -> None:
        """Something was stored that `tell` speaks of, such as an undo."""
        self._saved_at, self._earlier = at, False
        self._show()

    def forget(self) -> None:
        """Say nothing of the data any more."""
        self._saved_at, self._label, self._told, self._ready = None, "", "", False
        self.owner.clear()
        self.marker.clear()
        self._show()

    def offer_undo(self, label: str) -> None:
        """Offer to take back what `label` says, or nothing for ""."""
        self._label = label
        self._show()

    def show_marker(self, name: str) -> None:
        """Show who is at the keyboard."""
        self.marker.setText(QCoreApplication.translate("StatusLine", "At the keyboard: {name}").format(name=name))

    def show_language(self, language: str) -> None:
        """Show which language runs."""
        self.language.setText(f"{language.upper()}")
        for action in self.language.menu().actions():
            action.setChecked(action.data() == language)

    def retranslate(self) -> None:
        """Say everything again in the running language."""
        self.undo_button.setText(QCoreApplication.translate("StatusLine", "Undo"))
        self.undo_button.setToolTip("Ctrl+Z")
        self.language.setToolTip(QCoreApplication.translate("StatusLine", "Language"))
        self.language.setAccessibleName(QCoreApplication.translate("StatusLine", "Language"))
        self.owner.setToolTip(QCoreApplication.translate("StatusLine", "Whose notebook this is"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show(self) -> None:
        if self._saved_at is None:
            every = QCoreApplication.translate("StatusLine", "Everything you type is saved by itself")
            self.saved.setText(every if self._ready else "")
        else:
            time = self._saved_at.strftime("%d.%m.%Y %H:%M" if self._earlier else "%H:%M")
            self.saved.setText("✓ " + QCoreApplication.translate("StatusLine", "Last saved: {time}").format(time=time))
        done = translate("history", self._label) if self._label else ""
        self.told.setText(self._told or (f"· {done}" if done and self._saved_at else ""))
        self.undo_button.setVisible(bool(self._label))
        self.undo_button.setAccessibleName(f"{QCoreApplication.translate('StatusLine', 'Undo')}: {done}")

    def _language_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for language, name in NAMES.items():
            action = QAction(name, menu, checkable=True)
            action.setData(language)
            action.triggered.connect(lambda _checked=False, language=language: self.language_wanted.emit(language))
            group.addAction(action)
            menu.addAction(action)
        return menu
