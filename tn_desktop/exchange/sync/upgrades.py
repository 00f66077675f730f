"""Files of older programs: their records are brought up to date by the same changes as the database was.

A change that only adds columns needs nothing here: what a record does not name is null and was never written. A
revision that renames or splits a field puts its step into `STEPS`, beside the migration that does it to the tables.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tn_desktop.exchange.sync.held_records import RecordList, Records
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.store.revision import HEAD

Step = Callable[[Record], Record]

STEPS: Final[Mapping[str, Sequence[Step]]] = {}
"""Revision -> what it does to records of the one before."""


def upgraded(
    records: Iterable[Record], schema: str, steps: Mapping[str, Sequence[Step]] = STEPS, head: str = HEAD
) -> Iterator[Record]:
    """Records of a file of `schema` as this program's own would be; those of a newer one are left as they are."""
    due = [step for revision in sorted(steps) if schema < revision <= head for step in steps[revision]]
    for record in records:
        for step in due:
            record = step(record)
        yield record


def brought_up(records: Records, schema: str) -> Records | RecordList:
    """The records of a file of `schema`, brought up to date where something is due."""
    if not any(schema < revision <= HEAD for revision in STEPS):
        return records
    return RecordList(upgraded(records.every(), schema))
