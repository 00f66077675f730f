"""The header of a sync workbook, checked before anything of the file is believed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.exchange.sync.travelling import LAST_STAMP
from tn_desktop.model.errors import FileRefused

_DEVICE: Final = re.compile(r"[0-9a-v]{12}")
_STAMP: Final = re.compile(r"[0-9a-v]{24}")
_HEX: Final = re.compile(r"[0-9a-f]{32}")

MOST: Final = 2**62
MOST_PARTS: Final = 100_000
LONGEST: Final = 1_000
"""Characters of a name."""

Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Entity -> field -> stored value -> word."""


@dataclass(frozen=True)
class SheetHead:
    """What the sheet of a table looked like when it was written: its name, the keys of its fields, their headings."""

    name: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Header:
    """Who sent the file, and which of the sender's changes it holds.

    Attributes:
        format, schema, oldest_reader: which program wrote it, and which is the oldest that may read it.
        device, owner, sequence: the sender and the number of the file.
        stamp: the greatest stamp that the sender had seen.
        from_lsn, to_lsn: which changes it holds, from 0: all of the scope.
        acknowledgements: device -> up to which of its changes the sender has all.
        words, sheets: what the visible sheets say, for reading them again.
    """

    format: int
    schema: str
    oldest_reader: str
    export_id: str
    device: str
    owner: str
    sequence: int
    stamp: str
    scope: str
    part: int
    parts: int
    from_lsn: int
    to_lsn: int
    acknowledgements: Mapping[str, int]
    rows: int
    people: int
    words: Words = field(default_factory=dict, repr=False)
    sheets: Mapping[str, SheetHead] = field(default_factory=dict, repr=False)


def read_header(held: Any) -> Header:
    """The header in a JSON object.

    Raises:
        FileRefused: something of it is missing or makes no sense.
    """
    try:
        sheets = {
            str(table): SheetHead(str(one["name"]), _texts(one["keys"]), _texts(one["headings"]))
            for table, one in held["sheets"].items()
        }
        header = Header(
            format=int(held["format"]),
            schema=str(held["schema"]),
            oldest_reader=str(held["oldest_reader"]),
            export_id=str(held["export_id"]),
            device=str(held["device"]),
            owner=str(held["owner"]),
            sequence=int(held["sequence"]),
            stamp=str(held["stamp"]),
            scope=str(held["scope"]),
            part=int(held["part"]),
            parts=int(held["parts"]),
            from_lsn=int(held["from_lsn"]),
            to_lsn=int(held["to_lsn"]),
            acknowledgements={str(device): int(lsn) for device, lsn in held["acknowledgements"].items()},
            rows=int(held["rows"]),
            people=int(held["people"]),
            words=_words(held["words"]),
            sheets=sheets,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise FileRefused(DAMAGED) from error
    sound = (
        _DEVICE.fullmatch(header.device)
        and _STAMP.fullmatch(header.stamp)
        and _HEX.fullmatch(header.export_id)
        and header.stamp < LAST_STAMP
        and 1 <= header.part <= header.parts <= MOST_PARTS
        and 0 <= header.from_lsn <= header.to_lsn < MOST
        and all(0 <= number < MOST for number in (header.format, header.sequence, header.rows, header.people))
        and all(_DEVICE.fullmatch(device) for device in header.acknowledgements)
        and all(0 <= lsn < MOST for lsn in header.acknowledgements.values())
        and all(len(head.keys) == len(head.headings) for head in sheets.values())
        and all(len(text) <= LONGEST for text in (header.schema, header.oldest_reader, header.owner, header.scope))
    )
    if not sound:
        raise FileRefused(DAMAGED)
    return header


def _texts(held: Any) -> tuple[str, ...]:
    texts = tuple(held)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError
    return texts


def _words(held: Any) -> Words:
    return {
        str(entity): {
            str(name): {str(value): str(word) for value, word in words.items()} for name, words in fields.items()
        }
        for entity, fields in held.items()
    }
