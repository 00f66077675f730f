"""Secrets that this computer's keyring remembers, where she ticked it; every call of it is made in a thread."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QSettings

from tn_desktop.gui.closed_work import ClosedWork
from tn_desktop.gui.context import sentence
from tn_desktop.model.errors import AppError

if TYPE_CHECKING:
    from tn_desktop.gui.context import Context
    from tn_desktop.gui.data_safety import DataSafety
    from tn_desktop.store.profile import Profile

NOTEBOOK: Final = "lock/remembered"
"""Setting: the keyring has been given this notebook's key. Without it the keyring is not even loaded."""
WORKBOOKS: Final = "exchange/remembered"
"""Setting: the keyring has been given the passphrase of workbooks."""


class Remembering(QObject):
    """The notebook's key in the keyring: kept after an unlocking, used at a start, forgotten."""

    def __init__(self, safety: "DataSafety") -> None:
        super().__init__(safety)
        self._safety = safety
        self._works: list[ClosedWork] = []

    @property
    def _settings(self) -> QSettings:
        return self._safety.window.context.settings

    @property
    def is_kept(self) -> bool:
        """Whether the keyring was given this notebook's key."""
        return bool(self._settings.value(NOTEBOOK, False, bool))

    def keep(self, profile: "Profile") -> None:
        """Remember an unlocked notebook on this computer."""

        def work(_progress: object) -> None:
            from tn_desktop.store import keychain

            keychain.remember_notebook(profile)

        self._settings.setValue(NOTEBOOK, True)
        self._run(work, lambda _none: None, self._on_refused)

    def forget(self, profile: "Profile") -> None:
        """Remember it no longer."""

        def work(_progress: object) -> None:
            from tn_desktop.store import keychain

            keychain.forget_notebook(profile)

        def done(_none: object) -> None:
            self._settings.setValue(NOTEBOOK, False)
            text = QCoreApplication.translate("Remembering", "This computer does not remember the passphrase any more.")
            self._safety.tell(text, True)

        self._run(work, done, self._on_refused)

    def open(
        self, profile: "Profile", opened: Callable[["Profile"], object], not_opened: Callable[[str], object]
    ) -> None:
        """Open a notebook by the keyring; `not_opened` is told a sentence, or "" where nothing needs to be said."""

        def work(_progress: object) -> "Profile | None":
            from tn_desktop.store import keychain
            from tn_desktop.store.restore import opens

            key = keychain.recall_notebook(profile)
            return replace(profile, key=key) if key is not None and opens(profile.database, key) else None

        def done(found: "Profile | None") -> None:
            if found is not None:
                opened(found)
            else:
                self._settings.setValue(NOTEBOOK, False)
                not_opened("")

        self._run(work, done, lambda error: not_opened(sentence(error)))

    def _on_refused(self, error: AppError) -> None:
        self._settings.setValue(NOTEBOOK, False)
        self._safety.tell(sentence(error), False)

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], Any], refused: Callable[[AppError], Any]) -> None:
        task = ClosedWork(self)
        self._works.append(task)
        task.done.connect(done)
        task.refused.connect(refused)
        task.crashed.connect(self._safety.window.context.tasks.crashed)
        for end in (task.done, task.refused, task.crashed):
            end.connect(lambda _value, task=task: self._works.remove(task))
        task.run(work)


def recall_workbooks(context: "Context", owner: QObject, found: Callable[[str], None]) -> None:
    """Hand over the remembered passphrase of this network's workbooks, if there is one."""
    if not context.choices.value(WORKBOOKS, False) or context.tasks.database is None:
        return
    database = context.tasks.database

    def work(_task: object) -> str:
        from tn_desktop.services import settings
        from tn_desktop.store import keychain

        with database.read() as connection:
            network = settings.organisation(connection)
        return keychain.recall_workbooks(network)

    def done(held: str) -> None:
        if held:
            found(held)

    context.tasks.run(work, done, lambda _error: None, owner=owner)


def keep_workbooks(context: "Context", owner: QObject, passphrase: str, refused: Callable[[AppError], None]) -> None:
    """Remember the passphrase of this network's workbooks; "" forgets it."""
    database = context.tasks.database
    if database is None or not (passphrase or context.choices.value(WORKBOOKS, False)):
        return

    def work(_task: object) -> None:
        from tn_desktop.services import settings
        from tn_desktop.store import keychain

        with database.read() as connection:
            network = settings.organisation(connection)
        keychain.remember_workbooks(network, passphrase)

    def done(_none: object) -> None:
        context.choices.put(WORKBOOKS, bool(passphrase))

    context.tasks.run(work, done, refused, owner=owner)
