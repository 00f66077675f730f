"""The backups: what each holds, a second place for them, and going back to one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tn_desktop.gui.backup_keeper import SECOND_PLACE, BackupKeeper, second_place
from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.forms.backups import Ui_BackupsDialog
from tn_desktop.gui.models.rows import Cell, RowsModel
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError
from tn_desktop.model.registry import ENTITIES

if TYPE_CHECKING:
    from tn_desktop.store.backup import Contents

COUNTED: Final = ("people", "communities", "workshops", "sessions", "attendance", "stakeholders", "needs")
"""What is told of a backup, in this order."""


@dataclass(frozen=True)
class _Line:
    number: int
    file: Path
    made_at: datetime
    size: int


class BackupsDialog(QDialog):
    """Lists the backups; nothing is replaced before it was said what would be.

    Signals:
        restore_wanted(Path, str): go back to that backup, which has that passphrase if it is under another than the
            notebook; the window closes the data first.
    """

    restore_wanted = Signal(object, str)

    def __init__(self, context: Context, keeper: BackupKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._keeper = context, keeper
        self._file: Path | None = None
        self._numbers: dict[Path, int] = {}
        self.ui = Ui_BackupsDialog()
        self.ui.setupUi(self)
        roomy(self)
        self.ui.sure.hide()
        self.ui.foreign.hide()
        self.model = RowsModel(self._cells(), "number", self)
        self.ui.backups.set_rows_model(self.model)
        self.ui.backups.empty_text = self.tr("No backup yet: the first is made within an hour of work.")
        self._connect()
        self._show_place()
        self._read()

    def _connect(self) -> None:
        ui = self.ui
        ui.backups.selectionModel().currentRowChanged.connect(self._on_chosen)
        ui.choosePlace.clicked.connect(self._choose_place)
        ui.noPlace.clicked.connect(lambda: self._use_place(""))
        ui.backUp.clicked.connect(self._back_up)
        ui.openFile.clicked.connect(self._choose_file)
        ui.goBack.clicked.connect(self._ask)
        ui.notNow.clicked.connect(self._leave)
        ui.restore.clicked.connect(self._restore)
        ui.closeButton.clicked.connect(self.accept)
        self._keeper.made.connect(self._on_made)

    def _cells(self) -> tuple[Cell, ...]:
        return (
            Cell("made", self.tr("Made"), lambda line: f"{line.made_at:%d.%m.%Y %H:%M}", width=18),
            Cell("size", self.tr("Size"), self._size, width=10),
            Cell("place", self.tr("Where"), self._where, width=40, grows=True),
        )

    def _size(self, line: _Line) -> str:
        return self.locale().formattedDataSize(line.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

    def _where(self, line: _Line) -> str:
        database = self._context.tasks.database
        here = database is not None and line.file.parent == database.profile.backups
        return self.tr("This computer") if here else str(line.file.parent)

    # --- reading

    def _read(self) -> None:
        database, second = self._context.tasks.database, second_place(self._context)
        if database is None:
            return
        profile = database.profile

        def work(_task: object) -> Any:
            from tn_desktop.services import backups

            return backups.catalogue(profile, second)

        self._context.tasks.run(work, self._show, self._refuse, owner=self)

    def _show(self, found: Any) -> None:
        # By a number that stays: the choice of one stays with it when a new one stands above it.
        numbers = [self._numbers.setdefault(one.file, len(self._numbers)) for one in found]
        lines = zip(numbers, found, strict=True)
        self.model.set_rows([_Line(number, one.file, one.made_at, one.size) for number, one in lines])
        if found and not self.ui.backups.currentIndex().isValid():
            self.ui.backups.setCurrentIndex(self.model.index(0, 0))
        if not found:
            self._know(None)

    def _on_chosen(self) -> None:
        index = self.ui.backups.currentIndex()
        file = self.model.rows[index.row()].file if index.isValid() else None
        if file is None or file != self._file:
            self._know(file)

    def _know(self, file: Path | None) -> None:
        """Show what a backup holds."""
        self._file = file
        self._leave()
        self.ui.contents.setText("")
        self.ui.foreign.hide()
        self.ui.passphrase.clear()
        self.ui.goBack.setEnabled(False)
        if file is None:
            return

        database = self._context.tasks.database
        if database is None:
            return
        profile = database.profile

        def work(_task: object) -> "Contents | None":
            from tn_desktop.services import safety
            from tn_desktop.store.backup import contents

            return None if safety.is_foreign(profile, file) else contents(file, profile.key)

        self._context.tasks.run(work, lambda held: self._on_contents(file, held), self._refuse, owner=self)

    def _on_contents(self, file: Path, held: "Contents | None") -> None:
        if file != self._file:
            return
        self.ui.foreign.setVisible(held is None)
        self.ui.goBack.setEnabled(True)
        if held is None:
            self.ui.contents.setText(file.name)
            self.ui.passphrase.setFocus()
            return
        counts = [
            self.tr("{name}: {count}").format(
                name=translate("entities", ENTITIES[name].title),
                count=self.locale().toString(held.rows[ENTITIES[name].table]),
            )
            for name in COUNTED
            if held.rows.get(ENTITIES[name].table)
        ]
        parts = [" · ".join(counts) or self.tr("Nothing was entered in it.")]
        if held.written_at is not None:
            parts.append(self.tr("Last change: {time}").format(time=f"{held.written_at:%d.%m.%Y %H:%M}"))
        self.ui.contents.setText("\n".join([file.name, *parts]))

    # --- the second place

    def _show_place(self) -> None:
        place = second_place(self._context)
        self.ui.place.setText(str(place) if place else "")
        self.ui.noPlace.setEnabled(place is not None)
        if self._keeper.trouble is not None:
            self.ui.refusal.say(self._keeper.trouble)

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Second place for backups"), self.ui.place.text())
        if chosen:
            self._use_place(chosen)

    def _use_place(self, folder: str) -> None:
        self._context.choices.put(SECOND_PLACE, folder)
        self.ui.refusal.take_back()
        self._keeper.trouble = None
        self._show_place()
        self._keeper.look()
        self._read()

    # --- making one

    def _back_up(self) -> None:
        self.ui.backUp.setEnabled(False)
        self.ui.refusal.take_back()
        self._keeper.look(anyhow=True)

    def _on_made(self, made: Any) -> None:
        self.ui.backUp.setEnabled(True)
        trouble = made if isinstance(made, AppError) else made.trouble
        if trouble is None:
            self.ui.refusal.take_back()
        else:
            self._refuse(trouble)
        self._read()

    # --- going back

    def _choose_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a backup"), "", self.tr("Backups (*.db);;All files (*)")
        )
        if file:
            self.ui.backups.clearSelection()
            self._know(Path(file))

    def _ask(self) -> None:
        assert self._file is not None
        text = self.tr(
            "What you have now is kept in the folder of backups, then “{file}” takes its place. What was entered after "
            "that backup will not be in it."
        )
        self.ui.sureText.setText(text.format(file=self._file.name))
        self.ui.sure.show()
        self.ui.notNow.setFocus()

    def _leave(self) -> None:
        self.ui.sure.hide()

    def _restore(self) -> None:
        assert self._file is not None
        self.restore_wanted.emit(self._file, self.ui.passphrase.text())
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.ui.refusal.say(error)
