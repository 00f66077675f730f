"""Settings: each is kept as soon as it is changed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop import __version__
from tn_desktop.gui import demo_notebook
from tn_desktop.gui.appearance import use_appearance
from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.forms.settings import Ui_SettingsDialog
from tn_desktop.gui.language import NAMES
from tn_desktop.gui.locking import CHOICES, IDLE_MINUTES, minutes_of
from tn_desktop.gui.remembering import NOTEBOOK
from tn_desktop.gui.widgets.editors import FoldedCompleter
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import provinces
from tn_desktop.services import owner
from tn_desktop.services.owner import Owner

SETTING = QT_TRANSLATE_NOOP("history", "Change the settings")


class SettingsDialog(QDialog):
    """Who works here, language, look, and the notebook with made-up data.

    Signals:
        language_wanted(str): another language was chosen.
        settled(dict): the owner was stored, as services/settings keeps it.
        passphrase_wanted: give the notebook a passphrase, or another one.
        recovery_wanted: make another recovery key.
        stick_wanted: make a notebook on a stick.
        forget_wanted: have this computer's keyring forget the notebook.
    """

    language_wanted = Signal(str)
    settled = Signal(dict)
    passphrase_wanted = Signal()
    recovery_wanted = Signal()
    forget_wanted = Signal()
    stick_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        database = context.tasks.database
        assert database is not None
        self._context = context
        self._profile = database.profile
        self._kept: Owner | None = None
        self.ui = Ui_SettingsDialog()
        self.ui.setupUi(self)
        roomy(self)
        self.ui.error.hide()
        self.ui.province.setCompleter(FoldedCompleter([province.name for province in provinces().values()], self))
        self.ui.folder.setText(self._profile.place)
        for language, name in NAMES.items():
            self.ui.language.addItem(name, language)
        self.ui.language.setCurrentIndex(self.ui.language.findData(context.language))
        self._say()
        self._connect()
        context.tasks.read(owner.owner, self._show, owner=self)

    def _connect(self) -> None:
        ui = self.ui
        for field in (ui.name, ui.province, ui.organisation):
            field.editingFinished.connect(self._keep)
        ui.language.activated.connect(lambda _place: self.language_wanted.emit(ui.language.currentData()))
        ui.appearance.activated.connect(self._use_appearance)
        folder = QUrl.fromLocalFile(str(self._profile.directory))
        ui.openFolder.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        ui.openDemo.clicked.connect(self._open_demo)
        ui.removeDemo.clicked.connect(self._remove_demo)
        ui.passphrase.clicked.connect(self._leave_for(self.passphrase_wanted))
        ui.recovery.clicked.connect(self._leave_for(self.recovery_wanted))
        ui.stick.clicked.connect(self._leave_for(self.stick_wanted))
        for widget in (ui.stickLabel, ui.stick):
            widget.setVisible(not self._profile.server)
        ui.forget.clicked.connect(self._leave_for(self.forget_wanted))
        ui.idle.activated.connect(self._keep_idle)
        ui.closeButton.clicked.connect(self.accept)

    def _say(self) -> None:
        """Texts that the form does not hold."""
        names = {"": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        held = str(self._context.settings.value("appearance") or "")
        self.ui.appearance.clear()
        for value, name in names.items():
            self.ui.appearance.addItem(name, value)
        self.ui.appearance.setCurrentIndex(max(0, self.ui.appearance.findData(held)))
        self._say_passphrase()
        self.ui.version.setText(f"TN Desktop {__version__}")
        self.ui.removeDemo.setVisible(demo_notebook.is_there(self._profile))

    def _say_passphrase(self) -> None:
        protected = self._profile.key is not None
        self.ui.passphrase.setText(self.tr("Change…") if protected else self.tr("Protect with a passphrase…"))
        self.ui.passphrase.setEnabled(not self._profile.server)
        for widget in (self.ui.recovery, self.ui.idle):
            widget.setVisible(protected)
        self.ui.forget.setVisible(protected and bool(self._context.settings.value(NOTEBOOK, False, bool)))
        chosen = minutes_of(self._context)
        self.ui.idle.clear()
        for minutes in CHOICES:
            text = self.tr("locks after %n minute(s)", "", minutes) if minutes else self.tr("locks by Ctrl+L only")
            self.ui.idle.addItem(text, minutes)
        self.ui.idle.setCurrentIndex(max(0, self.ui.idle.findData(chosen)))

    def _keep_idle(self, _place: int) -> None:
        self._context.choices.put(IDLE_MINUTES, self.ui.idle.currentData())

    def _leave_for(self, wanted: SignalInstance) -> Callable[[], None]:
        """Close the settings, then ask for something that takes their place."""

        def leave() -> None:
            self.accept()
            wanted.emit()

        return leave

    def _show(self, known: Owner) -> None:
        self._kept = known
        fields = {self.ui.name: known.name, self.ui.province: known.province, self.ui.organisation: known.organisation}
        for field, text in fields.items():
            if not field.hasFocus() or not field.isModified():  # what is being typed stays
                field.setText(text)

    # --- keeping

    def _keep(self) -> None:
        wanted = Owner(self.ui.name.text(), self.ui.province.text(), self.ui.organisation.text())
        if self._kept is None or wanted == self._kept:
            self.ui.error.hide()
            return
        self._context.tasks.write(
            SETTING, lambda uow: owner.settle(uow, wanted), self._on_kept, self._on_refused, owner=self
        )

    def _on_kept(self, changes: Changes) -> None:
        self.ui.error.hide()
        kept = changes.told["owner"]
        self.settled.emit(kept)
        self._context.tasks.read(owner.owner, self._show, owner=self)

    def _on_refused(self, error: AppError) -> None:
        self._tell(error)
        if isinstance(error, FieldError):
            {"province": self.ui.province}.get(error.field, self.ui.name).setFocus()

    def _tell(self, error: AppError) -> None:
        self.ui.error.set_tone("wrong")
        self.ui.error.setText(f"▲ {sentence(error)}")
        self.ui.error.show()

    def _use_appearance(self, _place: int) -> None:
        appearance = str(self.ui.appearance.currentData())
        self._context.settings.setValue("appearance", appearance)
        use_appearance(appearance)

    # --- made-up data

    def _open_demo(self) -> None:
        self.ui.openDemo.setEnabled(False)
        profile, name, today = self._profile, self.ui.name.text() or "Demo", self._context.now().date()
        self._context.tasks.run(
            lambda _task: demo_notebook.make(profile, name, today, self._tell_progress),
            self._on_demo,
            self._on_demo_refused,
            owner=self,
        )

    def _tell_progress(self, done: int, of: int) -> None:
        self._context.tasks.on_main_thread(self, self._show_progress, round(100 * done / max(1, of)))

    def _show_progress(self, percent: int) -> None:
        self.ui.error.set_tone("quiet")
        self.ui.error.setText(self.tr("Making up people and workshops: {percent}%").format(percent=percent))
        self.ui.error.show()

    def _on_demo(self, place: object) -> None:
        self.ui.openDemo.setEnabled(True)
        self.ui.error.hide()
        self.ui.removeDemo.setVisible(True)
        demo_notebook.open_window(place)  # type: ignore[arg-type]

    def _on_demo_refused(self, error: AppError) -> None:
        self.ui.openDemo.setEnabled(True)
        self._tell(error)

    def _remove_demo(self) -> None:
        try:
            demo_notebook.remove(self._profile)
        except AppError as error:
            self._tell(error)
        self.ui.removeDemo.setVisible(demo_notebook.is_there(self._profile))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._say()
