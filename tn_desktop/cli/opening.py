"""The data as commands open them: who only reads waits for nobody, who writes waits for others who do."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from tn_desktop.cli.progress import ProgressLine
from tn_desktop.cli.speech import Speech
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

_WAITS: Final = QT_TRANSLATE_NOOP("cli", "Others are writing into the data: waiting for its turn (Ctrl+C stops it).")


@contextmanager
def opened(profile: Profile, arguments: argparse.Namespace) -> Iterator[Database]:
    """The profile's database; while another window or an import writes, it waits for as long as that takes.

    Raises:
        StoreError, Locked, Refused: as `Database.open`.
    """
    waits = waiting(Speech(arguments.lang))
    with Database.open(profile, waits) as db, db.patient(waits):
        yield db


def waiting(say: Speech, line: ProgressLine | None = None) -> Callable[[], None]:
    """What says on standard error that others write: once, or in the `line` of a command that shows how far it is."""
    told = False

    def waits() -> None:
        nonlocal told
        if line is not None:
            line.tell(say(_WAITS))
        elif not told and sys.stderr is not None:
            sys.stderr.write(say(_WAITS) + "\n")
            sys.stderr.flush()
        told = True

    return waits
