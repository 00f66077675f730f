"""What the window opens on a pane's wish: dialogs are imported only when they are wanted."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import Context, PlanWish

if TYPE_CHECKING:
    from tn_desktop.gui.main_window import MainWindow


def open_print(context: Context, sessions: tuple[int, ...], parent: QWidget) -> None:
    """The preview of the sheet of these sessions."""
    from tn_desktop.gui.dialogs.print_start import show_print_preview

    show_print_preview(context, sessions, parent)


def open_plan(context: Context, wish: PlanWish, parent: QWidget) -> None:
    """The planning page, begun from a community or its needs."""
    from tn_desktop.gui.dialogs.plan_workshop import plan

    plan(context, wish, parent)


def open_export(context: Context, scope: Any, parent: QWidget) -> None:
    """The export of attendance of a scope, see `Navigator.export_wanted`."""
    from tn_desktop.gui.dialogs.export_dialog import ExportDialog

    _open(ExportDialog(context, scope, parent))


def open_import(context: Context, wish: Any, parent: QWidget) -> None:
    """The import wizard for a wish: see `Navigator.import_wanted`."""
    from tn_desktop.gui.dialogs.import_wizard import ImportWizard

    source, target = wish if isinstance(wish, tuple) else (wish, None)
    _open(ImportWizard(context, source, target, parent))


def open_personal_data(context: Context, parent: QWidget) -> None:
    """Requests, retention, the log of exports, the destruction log."""
    from tn_desktop.gui.dialogs.personal_data import PersonalData

    _open(PersonalData(context, parent))


def open_texts(context: Context, version: str, parent: QWidget) -> None:
    """A version of the texts to sign."""
    from tn_desktop.gui.dialogs.personal_data import PersonalData

    _open(PersonalData(context, parent, version=version))


def open_help(language: str, parent: QWidget, page: str = "") -> None:
    """The help pages, or one of them."""
    from tn_desktop.gui.dialogs.help import HelpViewer

    viewer = HelpViewer(language, parent)
    viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    viewer.show_part(page)
    viewer.show()


def open_settings(window: "MainWindow") -> None:
    """The settings."""
    from tn_desktop.gui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window.context, window)
    dialog.language_wanted.connect(window.use_language)
    dialog.settled.connect(window.show_owner)
    dialog.passphrase_wanted.connect(window.safety.ask_passphrase)
    dialog.recovery_wanted.connect(window.safety.renew_recovery_key)
    dialog.forget_wanted.connect(window.safety.forget_passphrase)
    dialog.stick_wanted.connect(lambda: open_portable(window))
    _open(dialog)


def open_portable(window: "MainWindow") -> None:
    """Making a notebook on a stick."""
    from tn_desktop.gui.dialogs.portable import PortableDialog

    _open(PortableDialog(window.context, window))


def open_first_run(window: "MainWindow", *, again: bool = False) -> None:
    """The page of the first start, or of the next one to work here."""
    from tn_desktop.gui.dialogs.first_run import FirstRun

    dialog = FirstRun(window.context, window, again=again)
    dialog.language_wanted.connect(window.use_language)
    dialog.settled.connect(window.show_owner)
    dialog.protection_wanted.connect(window.safety.ask_passphrase)
    dialog.stick_wanted.connect(lambda: open_from_stick(window))
    _open(dialog)


def open_from_stick(window: "MainWindow") -> None:
    """Ask for a notebook on a stick, and go on with it in the place of this one."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QFileDialog

    from tn_desktop.gui import demo_notebook
    from tn_desktop.services.portable import place_in

    title = QCoreApplication.translate("PortableDialog", "Choose the stick")
    chosen = QFileDialog.getExistingDirectory(window, title)
    if not chosen:
        return
    place = place_in(Path(chosen))
    if not place.portable:
        text = QCoreApplication.translate(
            "PortableDialog", "There is no notebook on “{folder}”. Choose another folder."
        )
        window.ui.messages.tell(text.format(folder=chosen))
        return
    if demo_notebook.open_window(place):
        window.left_for_stick = True
        window.close()


def dropped_file(data: QMimeData) -> Path | None:
    """The one file on this computer that is dropped or pasted, if it is one."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None


def pasted_table(data: QMimeData) -> str:
    """Pasted text that looks like a list: several lines, or cells parted by tabs; "" otherwise."""
    text = data.text() if data.hasText() else ""
    lines = [line for line in text.splitlines() if line.strip()]
    return text if len(lines) > 1 or "\t" in text else ""


def _open(dialog: Any) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
