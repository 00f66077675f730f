"""Writing a workbook for the exchange: what of, with which passphrase, and where to."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from tn_desktop.gui.context import SENT_TO, Context, translate
from tn_desktop.gui.dialogs.export_dialog import show_in_folder
from tn_desktop.gui.file_names import documents, with_ending
from tn_desktop.gui.forms.send import Ui_SendDialog
from tn_desktop.gui.remembering import WORKBOOKS, keep_workbooks, recall_workbooks
from tn_desktop.gui.tasks import Task
from tn_desktop.gui.widgets.editors import FoldedCompleter
from tn_desktop.gui.widgets.look import roomy
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import find_province, provinces
from tn_desktop.services import known_people, peers, records
from tn_desktop.sheets.document import file_name

if TYPE_CHECKING:
    from tn_desktop.exchange.sync.sending import Order, Sent

FOLDER: Final = "exchange/folder"
EVERYTHING, CHANGES, PROVINCE, COMMUNITY = "all", "delta", "province", "community"
SHORTEST: Final = 8
COMMUNITIES: Final = 500


class SendDialog(QDialog):
    """Asks what to send; with a passphrase unless she says otherwise. Esc stops what runs.

    Attributes:
        sent: what was written, None before.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stop: threading.Event | None = None
        self.sent: Sent | None = None
        self._silent: list[str] = []
        self.ui = Ui_SendDialog()
        self.ui.setupUi(self)
        roomy(self)
        for what, text in (
            (EVERYTHING, self.tr("Everything")),
            (CHANGES, self.tr("Only what the others do not have yet")),
            (PROVINCE, self.tr("One province")),
            (COMMUNITY, self.tr("One community")),
        ):
            self.ui.what.addItem(text, what)
        self.ui.province.setCompleter(FoldedCompleter([one.name for one in provinces().values()], self))
        self.ui.progress.hide()
        self.ui.written.hide()
        self.ui.what.currentIndexChanged.connect(self._show_choice)
        self.ui.open.toggled.connect(lambda without: self.ui.passphrase.setEnabled(not without))
        self.ui.send.clicked.connect(self._send)
        self.ui.closeButton.clicked.connect(self.reject)
        self.ui.folderButton.clicked.connect(self._show_folder)
        self._show_choice()
        context.tasks.read(
            lambda connection: (
                known_people.suggest_communities(connection, "", COMMUNITIES),
                known_people.owner_province(connection),
                peers.peers(connection, context.now().astimezone()),
            ),
            self._on_places,
            owner=self,
        )
        self._offer_to_remember()
        self.ui.recipient.set_up(context, SENT_TO)
        self.ui.passphrase.setFocus()

    def _offer_to_remember(self) -> None:
        """Fill in what this computer's keyring remembers; on a computer that is not hers nothing is."""
        database = self._context.tasks.database
        self.ui.remember.setVisible(database is not None and not database.profile.portable)
        self.ui.remember.setChecked(bool(self._context.choices.value(WORKBOOKS, False)))
        recall_workbooks(self._context, self, self._on_recalled)

    def _on_recalled(self, passphrase: str) -> None:
        if not self.ui.passphrase.text():
            self.ui.passphrase.setText(passphrase)

    def _on_places(self, found: tuple[list[Any], str | None, list[peers.PeerState]]) -> None:
        communities, province, others = found
        self._silent = [one.owner or one.device for one in others if one.silent]
        self.ui.recipient.offer([one.owner for one in others])
        self._show_choice()
        for known in communities:
            self.ui.community.addItem(known.name, known.id)
        if province and not self.ui.province.text():
            self.ui.province.setText(provinces()[province].name)

    def _show_folder(self) -> None:
        if self.sent is not None:
            show_in_folder(self.sent.files[0])

    def _show_choice(self) -> None:
        what = self.ui.what.currentData()
        self.ui.provinceLabel.setVisible(what == PROVINCE)
        self.ui.province.setVisible(what == PROVINCE)
        self.ui.communityLabel.setVisible(what == COMMUNITY)
        self.ui.community.setVisible(what == COMMUNITY)
        silent = what == CHANGES and bool(self._silent)
        self.ui.silent.setVisible(silent)
        if silent:
            self.ui.silent.setText(
                self.tr(
                    "Nothing has come from these for {days} days, so this file does not wait for what they lack: "
                    "{names}. Send them everything."
                ).format(days=peers.SILENT_DAYS, names=", ".join(self._silent[:5] + ["…"] * (len(self._silent) > 5)))
            )

    # --- sending

    def _send(self) -> None:
        self.ui.refusal.take_back()
        passphrase = "" if self.ui.open.isChecked() else self.ui.passphrase.text()
        if not self.ui.open.isChecked() and len(passphrase) < SHORTEST:
            self.ui.refusal.say(
                self.tr("Give a passphrase of at least {least} letters, or tick “Without a passphrase”.").format(
                    least=SHORTEST
                )
            )
            self.ui.passphrase.setFocus()
            return
        province = ""
        if self.ui.what.currentData() == PROVINCE:
            province = find_province(self.ui.province.text()) or ""
            if not province:
                self.ui.refusal.say(self.tr("There is no province of that name."))
                self.ui.province.setFocus()
                return
        path = self._ask_path()
        if path is not None:
            self._write(path, passphrase, province)

    def _ask_path(self) -> Path | None:
        folder = str(self._context.choices.value(FOLDER, "")) or documents()
        name = file_name(self.tr("TN exchange {day}").format(day=f"{self._context.now():%d.%m.%Y %H.%M}"))
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the workbook"), str(Path(folder) / f"{name}.xlsx"), self.tr("Excel workbook (*.xlsx)")
        )
        if not file:
            return None
        path = with_ending(file, ".xlsx")
        self._context.choices.put(FOLDER, str(path.parent))
        return path

    def _write(self, path: Path, passphrase: str, province: str) -> None:
        database = self._context.tasks.database
        if database is None:
            return
        what, community = self.ui.what.currentData(), self.ui.community.currentData()
        given = self.ui.recipient.given
        self.ui.recipient.remember()
        stop = self._stop = threading.Event()

        def progress(done: int, of: int) -> None:
            if stop.is_set():
                raise Cancelled(QT_TRANSLATE_NOOP("errors", "Stopped. No file was written."))
            self._context.tasks.on_main_thread(self, self._show_progress, (done, of))

        def work(_task: Task) -> "Sent":
            from tn_desktop.exchange.sync.sending import send

            assert database is not None
            order = replace(_order(database, what, passphrase, province, community), recipient=given)
            return send(database, path, translate, order, None, progress)

        with_files = self.ui.withFiles.isChecked()

        def give(sent: "Sent") -> int:
            from tn_desktop.exchange.sync import attachments
            from tn_desktop.exchange.sync.sealed import Secret

            assert database is not None
            return len(attachments.give(database, sent.outputs, path.parent, Secret(passphrase), progress))

        def then(sent: "Sent") -> None:
            if not with_files or not sent.outputs:
                self._on_sent(sent, 0)
                return
            # Files may be large, and others write meanwhile.
            self._context.tasks.run(
                lambda _task: give(sent), lambda count: self._on_sent(sent, count), self._on_refused, owner=self
            )

        self._show_running(True)
        self._context.tasks.alone(work, then, self._on_refused, owner=self)

    def _show_progress(self, so_far: tuple[int, int]) -> None:
        done, of = so_far
        # A bar counts in 32 bits; files are counted in bytes.
        self.ui.progress.setRange(0, 1000)
        self.ui.progress.setValue(1000 * done // max(1, of))

    def _on_sent(self, sent: "Sent", attached: int) -> None:
        self._stop, self.sent = None, sent
        if self.ui.remember.isVisibleTo(self) and not self.ui.open.isChecked():
            kept = self.ui.passphrase.text() if self.ui.remember.isChecked() else ""
            keep_workbooks(self._context, self, kept, self.ui.refusal.say)
        self._show_running(False)
        names = ", ".join(file.name for file in sent.files)
        text = self.tr("Written: {files}, with data of %n person(s).", "", sent.people).format(files=names)
        if attached:
            text += " " + self.tr("%n file(s) of outputs lie in “TN-files” beside it: send them along.", "", attached)
        self.ui.told.set_tone("good")
        self.ui.told.setText(f"✓ {text}")
        self.ui.written.show()
        self.ui.folderButton.setFocus()
        self.adjustSize()

    def _on_refused(self, error: AppError) -> None:
        self._stop = None
        self._show_running(False)
        self.ui.refusal.say(error)

    def _show_running(self, running: bool) -> None:
        self.ui.progress.setRange(0, 0)
        self.ui.progress.setVisible(running)
        self.ui.send.setEnabled(not running)
        self.ui.written.setVisible(False)
        self.ui.closeButton.setText(self.tr("Stop") if running else self.tr("Close"))

    def reject(self) -> None:
        """Stop what runs, or close."""
        if self._stop is not None:
            self._stop.set()
            return
        super().reject()


def _order(database: Any, what: str, passphrase: str, province: str, community: int | None) -> "Order":
    from tn_desktop.exchange.sync.scope import EVERYTHING as ALL
    from tn_desktop.exchange.sync.scope import Scope
    from tn_desktop.exchange.sync.sending import Order

    scope = ALL
    if what == PROVINCE:
        scope = Scope(province=province)
    elif what == COMMUNITY and community is not None:
        with database.read() as connection:
            scope = Scope(community=records.uid_of(connection, "communities", community))
    return Order(scope, delta=what == CHANGES, passphrase=passphrase)
