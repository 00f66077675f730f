"""A wire in the place of workbooks, for tests that exchange thousands of times: the same rows of the machine's sheet,
through the same writer and receiver of records, but as a pickle instead of a spreadsheet in a process of its own."""

import pickle
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from tn_desktop.exchange.reading.book import Row
from tn_desktop.exchange.sync import machine
from tn_desktop.exchange.sync.incoming import Incoming, Receiver
from tn_desktop.exchange.sync.sieve import Sieve
from tn_desktop.exchange.sync.workbook import Contents, Written
from tn_desktop.model.messages import Translate


def write_wire(file: BinaryIO, contents: Contents, translate: Translate) -> Written:
    """Every row that the hidden sheet would hold."""
    written = Written()
    rows = []
    for _table, stored in contents.tables:
        for batch in stored:
            records = batch.texts().records()
            written.rows += len(records)
            contents.watch(len(records))
            rows += [machine.record_cells(record, "") for record in records]
    rows += [machine.record_cells(record, "") for record in contents.carried]
    header = {**contents.header, "rows": written.rows, "people": 0, "sheets": {}}
    digest = machine.Digest()
    sent = []
    for cells in chain([machine.header_cells(header)], (machine.erased_cells(*one) for one in contents.erased), rows):
        digest.add(cells)
        sent.append(cells)
    sent.append(machine.end_cells(digest.count, digest.hex))
    pickle.dump(sent, file)
    return written


def read_wire(path: Path, passphrase: str | None = None, cancelled: Callable[[], bool] | None = None) -> Incoming:
    """What the receiver makes of it."""
    rows: list[Row] = pickle.loads(path.read_bytes())
    receiver = Receiver()
    messages: list[tuple[Any, ...]] = [("sheet", machine.SHEET, True), ("rows", rows), ("done", "xlsx", ())]
    sieve = Sieve(receiver.take)
    for message in messages:
        sieve.take(message)
    return receiver.result()
