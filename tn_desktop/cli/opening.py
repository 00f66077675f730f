"""The data as commands open them: who only reads waits for nobody, who writes waits for others who do."""

import argparse
import signal
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
    """What says on standard error that others write: once, or in the `line` of a command that shows how far it is.

    Ctrl+C ends the waiting.
    """
    told = stopped = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal stopped
        stopped = True
        raise KeyboardInterrupt

    def unraisable(what: "sys.UnraisableHookArgs") -> None:
        if what.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(what)

    # Ctrl+C mostly comes while SQLite waits. Python then raises in whatever it runs first afterwards, which may be the
    # end of an object, where it is lost but for a traceback; what is noted is not.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)
        sys.unraisablehook = unraisable

    def waits() -> None:
        nonlocal told
        if stopped:
            raise KeyboardInterrupt
        if line is not None:
            line.tell(say(_WAITS))
        elif not told and sys.stderr is not None:
            sys.stderr.write(say(_WAITS) + "\n")
            sys.stderr.flush()
        told = True

    return waits
