"""What is opened and closed, or made anew, leaves nothing behind: the living objects are counted, class by class."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW
from tests.gui.pane_helpers import opened_window
from tn_desktop.gui import openers
from tn_desktop.gui.closed_work import ClosedWork
from tn_desktop.gui.context import Context, PlanWish
from tn_desktop.gui.main_window import MainWindow
from tn_desktop.gui.places import PANES
from tn_desktop.services.drafts import Draft, Field
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

WARM = 1
"""Times after which what is made only once is there."""
AGAIN = 3
"""Further times, after each of which as much is there as before."""


@pytest.fixture(autouse=True)
def only_what_is_new() -> None:
    """What was there before is not counted: going through all that other tests loaded took most of the time here."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def window(qtbot: QtBot, context: Context, gui_profile: Profile) -> Iterator[MainWindow]:
    """The window over an empty notebook, whose data are opened again when that is wanted, as app.py does it."""
    with opened_window(qtbot, context) as window:
        window.retry_wanted.connect(lambda: context.tasks.start(lambda: Database.open(gui_profile)))
        yield window


def living(window: MainWindow) -> Counter[str]:
    """How many objects of each class there are: what hangs below the window, and whatever the program itself made."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    counts = Counter(f"{type(one).__name__} below the window" for one in window.findChildren(QObject))
    counts.update(
        f"{type(one).__module__}.{type(one).__qualname__}"
        for one in gc.get_objects()
        if str(type(one).__module__).startswith("tn_desktop")
    )
    return counts


def assert_nothing_stays(window: MainWindow, do: Callable[[], None]) -> None:
    """That doing it again and again leaves as many objects as there were."""
    for _ in range(WARM):
        do()
    before = living(window)
    for _ in range(AGAIN):
        do()
    after = living(window)
    assert {name: count - before[name] for name, count in after.items() if count - before[name] >= AGAIN} == {}


DRAFT = Draft("page people", "People", "2026-03-14T12:40:00", (Field("", "Notes", "Yarın aranacak"),))
DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "settings": openers.open_settings,
    "help": lambda window: openers.open_help("en", window),
    "personal data": lambda window: openers.open_personal_data(window.context, window),
    "stick": openers.open_portable,
    "first start": openers.open_first_run,
    "plan": lambda window: openers.open_plan(window.context, PlanWish(), window),
    "import": lambda window: openers.open_import(window.context, "Ad\tSoyad\nAli\tKaya", window),
    "print": lambda window: openers.open_print(window.context, (1,), window),
    "backups": lambda window: window.safety.open_backups(),
    "passphrase": lambda window: window.safety.ask_passphrase(),
    "keyboard": lambda window: window.safety.ask_who(),
    "drafts": lambda window: window.safety.drafts._show([DRAFT]),
    "crash": lambda window: window.show_crash("ValueError"),
    "send": lambda window: window.host.show("exchange").send(),
    "receive": lambda window: window.host.show("exchange").receive([]),
}
"""Name -> what opens the dialog."""


def shown(window: MainWindow) -> QWidget | None:
    """What is open over the window."""
    if (dialog := QApplication.activeModalWidget()) is not None:
        return dialog
    return next((one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window), None)


@pytest.mark.some(2)
@pytest.mark.parametrize("name", DIALOGS)
def test_a_closed_dialog_is_gone(
    qtbot: QtBot, context: Context, window: MainWindow, store: Callable[..., int], name: str
) -> None:
    store("sessions", workshop=store("workshops", title="Okuma Atölyesi"), starts_at=f"{NOW:%Y-%m-%d}T15:00")

    def open_and_close() -> None:
        DIALOGS[name](window)
        qtbot.waitUntil(lambda: shown(window) is not None and context.tasks.idle)
        QApplication.processEvents()  # nobody closes it before it is painted
        dialog = shown(window)
        assert dialog is not None
        dialog.reject() if isinstance(dialog, QDialog) else dialog.close()
        qtbot.waitUntil(lambda: shown(window) is None and context.tasks.idle)

    assert_nothing_stays(window, open_and_close)


@pytest.mark.parametrize("panes", [("people", "workshops"), pytest.param(tuple(PANES), marks=pytest.mark.thorough)])
def test_panes_that_were_made_anew_in_another_language_are_gone(
    qtbot: QtBot, context: Context, window: MainWindow, panes: tuple[str, ...]
) -> None:
    for name in panes:
        window.go(name)
        qtbot.waitUntil(lambda: context.tasks.idle)

    def speak_both() -> None:
        for language in ("tr", "en"):
            window.use_language(language)
            qtbot.waitUntil(lambda: context.tasks.idle)

    assert_nothing_stays(window, speak_both)


def test_each_work_on_closed_data_tells_its_end_and_is_gone(qtbot: QtBot) -> None:
    """The thread that tells of it is in no hurry, and several want to know."""
    ends: list[object] = []
    works, parent = 50, QObject()
    for _ in range(works):
        work = ClosedWork(parent)
        for _ in range(20):
            work.done.connect(ends.append)
        work.run(lambda _progress: None)
    qtbot.waitUntil(lambda: len(ends) == 20 * works)
    qtbot.waitUntil(lambda: not parent.children())


def test_work_on_closed_data_leaves_nothing_of_it(qtbot: QtBot, context: Context, window: MainWindow) -> None:
    def close_and_open() -> None:
        with qtbot.waitSignal(window.opened):
            window.safety.with_closed("Working …", lambda _progress: None, lambda _none: None)
        qtbot.waitUntil(lambda: context.tasks.idle and window.host.current == "today")

    assert_nothing_stays(window, close_and_open)
