"""The child process that reads one file. It must stay light: no database, no window."""

import gc
import os
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from tn_desktop.exchange.reading import preflight
from tn_desktop.exchange.reading.book import Limits
from tn_desktop.exchange.reading.collect import Collector, Send
from tn_desktop.exchange.reading.preflight import Sniffed, last_saved
from tn_desktop.model.errors import FileRefused, PasswordNeeded


class Sifting(Protocol):
    """Takes the messages of the reader in its process, and hands on what it pleases."""

    def take(self, message: tuple[object, ...]) -> object:
        """Take one message.

        Raises:
            FileRefused: what it tells is not wanted.
        """


Sift = Callable[[Send], Sifting]
"""Makes one that hands on to a sender; a class of a module, since its name travels to the process."""


def main(
    connection: Connection, path: str, password: str | None, limits: Limits, sparse: bool, sieve: Sift | None = None
) -> None:
    """Read `path` and send its sheets through `connection`; the last message is ("done", …) or ("refused", …).

    `sparse` leaves out calamine, after it took too much memory or died.
    """
    _silence()
    # A reader makes cells by the million and hardly a cycle: looking for those took a sixth of its time.
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)

    def send(message: tuple[object, ...]) -> None:
        connection.send_bytes(pickle.dumps(message, protocol=5))

    try:
        _read(
            Path(path).read_bytes(),
            password,
            limits,
            sparse,
            sieve(send).take if sieve else send,
            errors=sieve is not None,
        )
    except FileRefused as refusal:
        _refuse(send, refusal)
    except MemoryError:
        os._exit(3)
    except OSError:
        _refuse(send, FileRefused(preflight.DAMAGED))
    # A reader may raise anything at all, and a Rust panic is a BaseException: each means a file that cannot be read.
    except BaseException:  # noqa: BLE001
        _refuse(send, FileRefused(preflight.DAMAGED))
    connection.close()


def _refuse(send: Send, refusal: FileRefused) -> None:
    send(("refused", isinstance(refusal, PasswordNeeded), refusal.message, refusal.values))


def _silence() -> None:
    """Readers written in Rust print their panics; nobody should see them."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        try:
            os.dup2(null, stream)
        except OSError:
            continue
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123  (they live as long as the process)


def _read(data: bytes, password: str | None, limits: Limits, sparse: bool, send: Send, *, errors: bool = False) -> None:
    """Read a file; with `errors` those of formulas are told, and not taken for empty cells."""
    collector = Collector(send, limits, keeps_errors=errors)
    sniffed = preflight.sniff(data, limits)
    if sniffed.kind == "ole":
        from tn_desktop.exchange.reading.encrypted import open_ole

        kind, data = open_ole(data, password)
        sniffed = preflight.sniff(data, limits) if kind == "zip" else Sniffed("xls")
        if sniffed.kind not in ("xls", "xlsx", "xlsb", "ods"):
            raise FileRefused(preflight.NOT_A_LIST)
    if sniffed.kind in ("xlsx", "xlsb", "xls", "ods"):
        _read_workbook(sniffed.kind, data, collector, limits, sparse or sniffed.sparse or (errors and sniffed.errors))
    else:
        _read_text(sniffed.kind, data, collector, limits)
    collector.finish({"fods": "ods", "mhtml": "html"}.get(sniffed.kind, sniffed.kind))


def _read_text(kind: str, data: bytes, collector: Collector, limits: Limits) -> None:
    if kind == "xml":
        from tn_desktop.exchange.reading.spreadsheetml import read_spreadsheetml

        read_spreadsheetml(data, collector, limits)
    elif kind == "fods":
        from tn_desktop.exchange.reading.opendocument import read_fods

        read_fods(data, collector, limits)
    elif kind == "html":
        from tn_desktop.exchange.reading.webtables import read_html

        read_html(data, collector, limits)
    elif kind == "mhtml":
        from tn_desktop.exchange.reading.webtables import read_mhtml

        read_mhtml(data, collector, limits)
    else:
        from tn_desktop.exchange.reading.delimited import read_delimited

        read_delimited(data, collector, limits)


def _read_workbook(kind: str, data: bytes, collector: Collector, limits: Limits, sparse: bool) -> None:
    from tn_desktop.exchange.reading import opendocument, workbooks

    if modified := last_saved(data):
        collector.about(modified)
    if kind == "ods" and opendocument.encrypted(data):
        from tn_desktop.exchange.reading.encrypted import ODS_ENCRYPTED

        raise FileRefused(ODS_ENCRYPTED)
    if not sparse or kind in ("xls", "xlsb"):
        try:
            told = collector.keeps_errors and kind in ("xls", "xlsb")
            workbooks.read_calamine(data, collector, workbooks.errors_in(kind, data) if told else ())
            return
        except (FileRefused, MemoryError):
            raise
        # Another reader may still manage; a Rust panic is no Exception.
        except BaseException:
            if kind in ("xls", "xlsb"):
                raise
    collector.restart()
    if kind == "ods":
        opendocument.read_ods(data, collector, limits)
    else:
        workbooks.read_openpyxl(data, collector)
