"""The first start: who works here, where, and in which language."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tn_desktop.gui import demo_notebook
from tn_desktop.gui.context import Context, sentence
from tn_desktop.gui.forms.first_run import Ui_FirstRun
from tn_desktop.gui.language import NAMES
from tn_desktop.gui.widgets.editors import FoldedCompleter
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, FieldError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import provinces
from tn_desktop.services import owner, settings
from tn_desktop.services.owner import Owner

SETTING_UP = QT_TRANSLATE_NOOP("history", "Set up the notebook")


class FirstRun(QDialog):
    """One small page; Esc or “Later” asks again at the next start.

    Args:
        again: the notebook had somebody, whose name was erased; what it knows beside that stands there already.

    Signals:
        language_wanted(str): another language was chosen.
        settled(dict): the owner was stored, as services/settings keeps it.
        protection_wanted: the notebook is to have a passphrase.
        stick_wanted: her notebook is on a stick.
    """

    language_wanted = Signal(str)
    settled = Signal(dict)
    protection_wanted = Signal()
    stick_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, again: bool = False) -> None:
        super().__init__(parent)
        self._context, self._again = context, again
        self.ui = Ui_FirstRun()
        self.ui.setupUi(self)
        roomy(self)
        self.ui.error.set_tone("wrong")
        self.ui.error.hide()
        self.ui.organisation.setText(settings.DEFAULT_ORGANISATION)
        self.ui.province.setCompleter(FoldedCompleter([province.name for province in provinces().values()], self))
        for language, name in NAMES.items():
            self.ui.language.addItem(name, language)
        self.ui.language.setCurrentIndex(self.ui.language.findData(context.language))
        self.ui.language.activated.connect(lambda _place: self.language_wanted.emit(self.ui.language.currentData()))
        self.ui.unprotected.hide()
        self.ui.protect.toggled.connect(lambda wanted: self.ui.unprotected.setVisible(not wanted))
        self.accepted.connect(self._on_accepted)
        self.ui.begin.clicked.connect(self._begin)
        self.ui.later.clicked.connect(self.reject)
        self.ui.stick.clicked.connect(self._leave_for_stick)
        if again:
            self._ask_again()
        self.ui.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        """Ask for who comes next, and for nothing that was decided already."""
        self.ui.protect.setChecked(False)
        for widget in (self.ui.demo, self.ui.protect, self.ui.unprotected, self.ui.stick):
            widget.hide()
        self._say_again()
        self._context.tasks.read(owner.owner, self._show, owner=self)

    def _say_again(self) -> None:
        self.ui.title.setText(self.tr("Who works here now?"))
        self.ui.intro.setText(
            self.tr(
                "The name of whoever worked with this notebook was erased. Its records stay; sheets and workbooks that "
                "leave carry your name from now on."
            )
        )

    def _show(self, held: Owner) -> None:
        for field, text in ((self.ui.province, held.province), (self.ui.organisation, held.organisation)):
            if not field.isModified():
                field.setText(text)

    def _leave_for_stick(self) -> None:
        self.reject()
        self.stick_wanted.emit()

    def _on_accepted(self) -> None:
        if self.ui.protect.isChecked():
            self.protection_wanted.emit()

    def _begin(self) -> None:
        wanted = Owner(self.ui.name.text(), self.ui.province.text(), self.ui.organisation.text())
        self.ui.begin.setEnabled(False)
        self._context.tasks.write(
            SETTING_UP, lambda uow: owner.settle(uow, wanted), self._on_settled, self._on_refused, owner=self
        )

    def _on_refused(self, error: AppError) -> None:
        self.ui.begin.setEnabled(True)
        self.ui.error.setText(f"▲ {sentence(error)}")
        self.ui.error.show()
        field = self.ui.province if isinstance(error, FieldError) and error.field == "province" else self.ui.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _on_settled(self, changes: Changes) -> None:
        kept = changes.told["owner"]
        self.settled.emit(kept)
        if self.ui.demo.isChecked():
            self._make_demo(self.ui.name.text())
        else:
            self.accept()

    def _make_demo(self, name: str) -> None:
        database = self._context.tasks.database
        assert database is not None
        profile, today = database.profile, self._context.now().date()
        self.ui.error.set_tone("quiet")
        self.ui.error.show()
        self._show_progress(0)
        self._context.tasks.run(
            lambda _task: demo_notebook.make(profile, name, today, self._tell_progress),
            self._on_demo,
            self._on_demo_refused,
            owner=self,
        )

    def _tell_progress(self, done: int, of: int) -> None:
        self._context.tasks.on_main_thread(self, self._show_progress, round(100 * done / max(1, of)))

    def _show_progress(self, percent: int) -> None:
        self.ui.error.setText(self.tr("Making up people and workshops: {percent}%").format(percent=percent))

    def _on_demo(self, place: object) -> None:
        demo_notebook.open_window(place)  # type: ignore[arg-type]
        self.accept()

    def _on_demo_refused(self, error: AppError) -> None:
        self._context.tasks.failed.emit(error)
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            if self._again:
                self._say_again()
