"""Pictures of the window itself, Today, the first start, settings and help."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tests.gui.keys import type_text
from tests.shots.registry import NOW, Stage, shot
from tn_desktop.gui.widgets.damage_page import DamagePage
from tn_desktop.gui.widgets.unlock_page import UnlockPage
from tn_desktop.model.errors import Damaged, Refused, StoreError


@shot("today")
def today(stage: Stage) -> QWidget:
    """A day with sessions."""
    return stage.window


@shot("today-first-day", empty=True)
def today_first_day(stage: Stage) -> QWidget:
    """The first day."""
    return stage.window


@shot("today-small", size=(1024, 640))
def today_small(stage: Stage) -> QWidget:
    """The smallest screen everything has to fit."""
    return stage.window


@shot("today-smallest", size=(800, 500))
def today_smallest(stage: Stage) -> QWidget:
    """A 1366×768 screen at 150 %."""
    return stage.window


@shot("search")
def search(stage: Stage) -> QWidget:
    """The search over everything."""
    stage.window.ui.search.begin()
    type_text(stage.window.ui.search, "öğ")
    stage.wait(stage.window.ui.search.results.isVisible)
    return stage.window


@shot("menu")
def menu(stage: Stage) -> QWidget:
    """The menu of the window."""
    stage.window._show_menu()
    stage.settle()
    shown = stage.window._actions.menu
    shown.hide()
    return shown


@shot("told")
def told(stage: Stage) -> QWidget:
    """After a change, with a failure above the panes."""
    from tn_desktop.services import records

    key = stage.first_id("people")
    stage.context.tasks.write("Change a person", lambda uow: records.change(uow, "people", key, {"label": "A"}))
    stage.settle()
    stage.context.tasks.failed.emit(Refused("This was taken back already."))
    return stage.window


@shot("refused", empty=True)
def refused(stage: Stage) -> QWidget:
    """The store could not be opened."""
    sentence = "The folder {folder} cannot be written to. Make it writable, or start with another (--profile)."
    stage.context.tasks.refused.emit(StoreError(sentence, folder="D:/TN"))
    return stage.window


@shot("damaged")
def damaged(stage: Stage) -> QWidget:
    """The data file is damaged, and there is a backup."""
    from tn_desktop.services.backups import make_due
    from tn_desktop.services.rescue import best_backup

    database = stage.context.tasks.database
    assert database is not None
    make_due(database, NOW, anyhow=True)
    page = DamagePage(Damaged("The data file is damaged. Restore the latest backup."))
    page.show_offer(best_backup(database.profile))
    stage.window.safety.show_page(page)
    page.restore.setFocus()
    return stage.window


@shot("crash")
def crash(stage: Stage) -> QWidget:
    """A bug."""
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        stage.window.show_crash(error)
    assert stage.window._crash is not None
    return stage.window._crash


@shot("first-run", empty=True)
def first_run(stage: Stage) -> QWidget:
    """The first start."""
    from tn_desktop.gui.dialogs.first_run import FirstRun

    dialog = FirstRun(stage.context, stage.window)
    dialog.show()
    return dialog


@shot("first-run-again", empty=True)
def first_run_again(stage: Stage) -> QWidget:
    """Asking who works here after the one who did was erased."""
    from tn_desktop.gui.dialogs.first_run import FirstRun

    dialog = FirstRun(stage.context, stage.window, again=True)
    dialog.show()
    stage.settle()
    return dialog


@shot("first-run-wrong", empty=True)
def first_run_wrong(stage: Stage) -> QWidget:
    """The first start without a name."""
    from tn_desktop.gui.dialogs.first_run import FirstRun

    dialog = FirstRun(stage.context, stage.window)
    dialog.show()
    dialog.ui.begin.click()
    stage.settle()
    return dialog


@shot("settings")
def settings(stage: Stage) -> QWidget:
    """The settings."""
    from tn_desktop.gui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(stage.context, stage.window)
    dialog.show()
    dialog.ui.folder.setText("C:/Users/ayse/AppData/Local/tn-desktop")
    return dialog


@shot("drafts")
def drafts(stage: Stage) -> QWidget:
    """What was being typed when the program ended."""
    from tn_desktop.gui.dialogs.drafts import DraftsDialog
    from tn_desktop.services.drafts import Draft, Field

    fields = (Field("title", "Başlık", "Problem Ağacı"), Field("venue", "Yer", "İnönü İlkokulu"))
    dialog = DraftsDialog([Draft("PlanWorkshop", "Atölye planla", "", fields)], stage.window)
    dialog.show()
    return dialog


@shot("keyboard")
def keyboard(stage: Stage) -> QWidget:
    """Who is at the keyboard."""
    from tn_desktop.gui.dialogs.keyboard import KeyboardDialog

    dialog = KeyboardDialog(stage.context, stage.window)
    dialog.show()
    stage.settle()
    return dialog


@shot("stick")
def stick(stage: Stage) -> QWidget:
    """Making a notebook on a stick."""
    from tn_desktop.gui.dialogs.portable import PortableDialog

    dialog = PortableDialog(stage.context, stage.window)
    dialog.folder.setText("E:/")
    type_text(dialog.passphrase, "dort sozcuk")
    dialog.show()
    return dialog


@shot("backups")
def backups(stage: Stage) -> QWidget:
    """The backups, with what happens when one goes back."""
    from tn_desktop.gui.dialogs.backups import BackupsDialog
    from tn_desktop.services.backups import make_due

    database = stage.context.tasks.database
    assert database is not None
    for hours in (0, 1, 3, 30, 100, 1000):
        make_due(database, NOW - timedelta(hours=hours), anyhow=True)
    dialog = BackupsDialog(stage.context, stage.window.safety.keeper, stage.window)
    dialog.show()
    stage.settle()
    dialog.ui.goBack.click()
    return dialog


@shot("protect")
def protect(stage: Stage) -> QWidget:
    """Giving a passphrase, two of which are not the same."""
    from tn_desktop.gui.dialogs.protect import ProtectDialog

    dialog = ProtectDialog(False, stage.window)
    dialog.show()
    type_text(dialog.ui.passphrase, "kırmızı şemsiye 7")
    type_text(dialog.ui.again, "kırmızı şemsiye")
    dialog.ui.protect.click()
    return dialog


@shot("recovery")
def recovery(stage: Stage) -> QWidget:
    """The recovery key."""
    from tn_desktop.gui.dialogs.protect import RecoveryDialog

    dialog = RecoveryDialog("7KQ2-M4XH-9WTD-CJ6B-PN3V-5RGF-YE8Z-AU2S", stage.window)
    dialog.show()
    return dialog


@shot("unlock")
def unlock(stage: Stage) -> QWidget:
    """The locked window."""
    database = stage.context.tasks.database
    assert database is not None
    stage.window.close_panes()
    stage.window.safety.ask_to_unlock(database.profile)
    page = stage.window.ui.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page._on_refused(Refused("This is not the passphrase of this notebook. Try again."))
    return stage.window


@shot("unlock-recovery")
def unlock_recovery(stage: Stage) -> QWidget:
    """The locked window, the passphrase forgotten."""
    unlock(stage)
    page = stage.window.ui.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.ui.byRecovery.click()
    return stage.window


@shot("help")
def help_page(stage: Stage) -> QWidget:
    """The help."""
    from tn_desktop.gui.dialogs.help import HelpViewer

    viewer = HelpViewer(stage.context.language, stage.window)
    viewer.show()
    return viewer


@shot("help-keys")
def help_keys(stage: Stage) -> QWidget:
    """The keys."""
    from tn_desktop.gui.dialogs.help import HelpViewer

    viewer = HelpViewer(stage.context.language, stage.window)
    viewer.show_part("keys")
    viewer.show()
    return viewer
