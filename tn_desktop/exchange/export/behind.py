"""Writing in a second thread: compressing leaves Python free, so that the next rows are made meanwhile."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

_PIECES: Final = 4
"""Most pieces that wait; whoever makes them faster has to wait too."""


@contextmanager
def write_behind(write: Callable[[bytes], object]) -> Iterator[Callable[[bytes], None]]:
    """A function that hands pieces to `write` in another thread, in order; all are written when the block ends.

    Whatever `write` raises is raised here: by the next call, or at the end of the block.
    """
    waiting: queue.Queue[bytes | None] = queue.Queue(_PIECES)
    failures: list[Exception] = []

    def serve() -> None:
        while (piece := waiting.get()) is not None:
            if failures:
                continue
            try:
                write(piece)
            except Exception as failure:  # noqa: BLE001 - raised again in the thread that asked for it
                failures.append(failure)

    def hand_over(piece: bytes) -> None:
        if failures:
            raise failures[0]
        waiting.put(piece)

    thread = threading.Thread(target=serve, name="export-writer", daemon=True)
    thread.start()
    try:
        yield hand_over
    finally:
        waiting.put(None)
        thread.join()
    if failures:
        raise failures[0]
