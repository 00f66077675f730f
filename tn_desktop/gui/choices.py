"""What somebody chose in the window and what steers where data go, at hand on the main thread and kept in the database.

Looks (geometry, language, widths) stay in the window's state, which is neither encrypted nor signed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from tn_desktop.gui.tasks import Tasks
    from tn_desktop.store.database import Database

LOOKS: Final = ("language", "appearance", "window/geometry")
LOOKS_OF_LISTS: Final = ("splitter", "columns", "sort", "descending")
"""Below the name of a list."""
VIEWS: Final = ("workshops/view", "solutions/shown", "voices/shown")
NEEDED_BEFORE_OPENING: Final = ("lock/remembered", "health/checked")
"""Whether the keyring is asked for this notebook's key, which then has to fit; the day of the last look for damage."""


def is_look(key: str) -> bool:
    """Whether that key may stand in the window's state: it neither steers data nor names anybody."""
    group, _slash, name = key.partition("/")
    return key in (*LOOKS, *VIEWS, *NEEDED_BEFORE_OPENING) or (bool(group) and name in LOOKS_OF_LISTS)


class Choices:
    """Choices of one notebook on this laptop (services/local_choices.py); empty while it is closed.

    Attributes:
        lost: the shared folder and the second place were known once, and cannot be trusted or do not fit here.
    """

    def __init__(self, tasks: "Tasks", state: Path) -> None:
        self.lost = False
        self._tasks = tasks
        self._state = state
        self._held: dict[str, Any] = {}
        self._place = ""
        tasks.prepare = self.load
        if tasks.database is not None:
            self.load(tasks.database)

    def load(self, database: "Database") -> None:
        """Read them, on the thread that opens the database. What an older version kept beside it is taken over once,
        and never from a notebook that is carried along: others may have written there."""
        from tn_desktop.services import local_choices

        found = self._take_from_state()
        before: dict[str, Any] = found
        if database.profile.portable:
            before = {}
        if self._place == database.profile.place:
            before = before | self._held  # the same window has just put a backup in its place
        self._held, self.lost = local_choices.settle(database, before)
        if database.profile.portable and any(
            found.get(key) and not self._held.get(key) for key in local_choices.STEERING
        ):
            self.lost = True
        self._place = database.profile.place

    def value(self, key: str, default: Any = None) -> Any:
        """What is kept under a key."""
        return self._held.get(key, default)

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value; None forgets it."""
        self.put_all({key: value})

    def put_all(self, values: Mapping[str, Any]) -> None:
        """Keep several."""
        changed = {key: value for key, value in values.items() if self._held.get(key) != value}
        self._held = {key: value for key, value in (self._held | changed).items() if value is not None}
        database = self._tasks.database
        if not changed or database is None:
            return

        def work(_task: object) -> None:
            from tn_desktop.services import local_choices

            with database.write("choices") as uow:
                local_choices.put(uow, database.device, changed)

        self._tasks.alone(work)

    def forget(self) -> None:
        """The notebook was locked: nothing of it stays at hand."""
        self._held, self._place = {}, ""

    def _take_from_state(self) -> dict[str, Any]:
        """What stands in the window's state and is no look, which goes from there."""
        if not self._state.is_file():
            return {}
        state = QSettings(str(self._state), QSettings.Format.IniFormat)
        found: dict[str, Any] = {}
        for key in state.allKeys():
            if is_look(key):
                continue
            held = state.value(key)
            if isinstance(held, str | int | bool):
                found[key] = held == "true" if held in ("true", "false") else held
            state.remove(key)
        state.sync()
        return found
