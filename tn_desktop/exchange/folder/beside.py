"""Files of outputs in a shared folder: taken in as they come, written where the folder lacks them."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tn_desktop.exchange.folder.state import keep, load
from tn_desktop.exchange.sync.attachments import FOLDER, Beside, Mark, give, names, of_rows, take_beside
from tn_desktop.exchange.sync.sealed import Secret
from tn_desktop.store.database import Database


class OutputsBeside:
    """The files of outputs in a folder, where every laptop finds those that it lacks by name.

    Args:
        folder: the shared folder.
        passphrase: of what is written there; "" for none.
    """

    def __init__(self, folder: Path, passphrase: str = "") -> None:
        self._folder = folder
        self._secret = Secret(passphrase)
        self._tried: set[Mark] = set()

    def exchange(
        self, db: Database, progress: Callable[[int, int], None] = lambda done, of: None
    ) -> tuple[Beside, tuple[str, ...]]:
        """Take in what came, write what the folder lacks, let go of ours that no output leads to any more.

        Raises:
            FileRefused: one cannot be written; those before it are there. Cancelled: `progress` says so.
        """
        came = take_beside(db, [self._folder], self._secret, self._tried, progress)
        with db.read() as connection:
            state = load(connection, self._folder, db.device)
            wanted = of_rows(connection, None, 0)
        given = [path.name for path in give(db, wanted, self._folder, self._secret, progress)]
        needed = names(wanted, self._secret)
        gone = [name for name in state.files if name not in needed]
        for name in gone:
            with suppress(OSError):
                (self._folder / FOLDER / name).unlink(missing_ok=True)
        if given or gone:
            state.files = sorted({*state.files, *given} - {*gone})
            keep(db, self._folder, state)
        return came, tuple(given)
