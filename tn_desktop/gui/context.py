"""What every pane and dialog is given: the parts that app.py builds, without a global object."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, Signal

from tn_desktop.gui.choices import Choices
from tn_desktop.gui.curtain import Curtain
from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.errors import AppError

RECIPIENT: Final = "export/recipient"
SENT_TO: Final = "exchange/recipient"
EVIDENCE: Final = "privacy/evidence"
TYPED: Final = (RECIPIENT, SENT_TO, EVIDENCE)
"""Keys of choices that are remembered as they were typed, and may name somebody."""


def translate(context: str, text: str) -> str:
    """The `Translate` of the window: the running language by Qt's translators."""
    return QCoreApplication.translate(context, text)


def sentence(error: AppError) -> str:
    """A known failure in the user's language."""
    return error.text(translate)


def kept_state(settings: QSettings, key: str) -> QByteArray:
    """A state that Qt kept of a window or splitter; an empty one, which changes nothing, for anything else there."""
    held = settings.value(key)
    return held if isinstance(held, QByteArray) else QByteArray()


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What a workshop is planned from.

    Attributes:
        community: id of the community it is for.
        needs: ids of the needs it answers.
        title: its title, where one is known already.
        day: ISO date of its first session.
    """

    community: int | None = None
    needs: tuple[int, ...] = ()
    title: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class NeedsWish:
    """What the Needs pane shows.

    Attributes:
        view: list, board or count.
        community: id of the community whose needs are shown, and its name.
        session: id of a session; the votes on what was raised there are counted.
    """

    view: str = "list"
    community: int | None = None
    name: str = ""
    session: int | None = None


class Navigator(QObject):
    """Asks the main window to show something, so that no pane has to know another.

    Signals:
        person_wanted(int), community_wanted(int), workshop_wanted(int), stakeholder_wanted(int): show that row.
        record_wanted(str, int): show that row of that entity, where it has a pane.
        attendance_wanted(int): take attendance of that session.
        grid_wanted(int): attendance of all sessions of that workshop.
        print_wanted(object): print the sheet of these sessions (tuple of ids).
        export_wanted(object): export the attendance of a scope, ("session", id) or ("workshop", id), or a list,
            (entity, 0) or (entity, id of a community), or what the user then chooses (None).
        import_wanted(object): import a file (Path), pasted text, or what the user then chooses (None); or a pair of
            that and where to: ("community" | "workshop" | "session", id), or (entity, 0) for a list of needs ….
        plan_wanted(object): plan a workshop from a PlanWish; the one that is made is shown.
        needs_wanted(object): show the needs of a NeedsWish.
        texts_wanted(str): show a version of the texts to sign.
        pane_wanted(str): go to a pane by its name: today, communities, needs, workshops, tools, people ….
        back_wanted: go back to the pane before this one.
        new_wanted(str): begin a new row in a pane.
        incomplete_wanted: show the people whose details are missing.
        told(str): say something in the status bar.
    """

    person_wanted = Signal(int)
    community_wanted = Signal(int)
    workshop_wanted = Signal(int)
    stakeholder_wanted = Signal(int)
    record_wanted = Signal(str, int)
    attendance_wanted = Signal(int)
    grid_wanted = Signal(int)
    print_wanted = Signal(object)
    export_wanted = Signal(object)
    import_wanted = Signal(object)
    plan_wanted = Signal(object)
    needs_wanted = Signal(object)
    texts_wanted = Signal(str)
    pane_wanted = Signal(str)
    back_wanted = Signal()
    new_wanted = Signal(str)
    incomplete_wanted = Signal()
    told = Signal(str)


@dataclass
class Context:
    """The parts of the running program.

    Attributes:
        tasks: reads and writes.
        settings: looks only (language, widths …): they lie beside the data in the clear.
        choices: what was chosen and typed, folders above all; kept in the database.
        navigator: wishes to the main window.
        language: "tr" or "en".
        now: the clock (local time), replaced in tests.
        folder_watch: keeps the shared folder in step (gui/folder_watch.py); None without a window.
        curtain: drawn while the projector shows the screen (gui/curtain.py).
    """

    tasks: Tasks
    settings: QSettings
    navigator: Navigator
    language: str = "tr"
    now: Callable[[], datetime] = datetime.now
    folder_watch: Any = None
    curtain: Curtain = field(default_factory=Curtain)
    choices: Choices = field(init=False)

    def __post_init__(self) -> None:
        self.choices = Choices(self.tasks, Path(self.settings.fileName()))
