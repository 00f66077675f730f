"""The header of a sync workbook, checked before anything of the file is believed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tn_desktop.exchange.reading.preflight import DAMAGED
from tn_desktop.model.errors import FileRefused

_DEVICE: Final = re.compile(r"[0-9a-v]{12}")
_STAMP: Final = re.compile(r"[0-9a-v]{24}")
_HEX: Final = re.compile(r"[0-9a-f]{32}")

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
            str(table): SheetHead(str(one["name"]), tuple(one["keys"]), tuple(one["headings"]))
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
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FileRefused(DAMAGED) from error
    sound = (
        _DEVICE.fullmatch(header.device)
        and _STAMP.fullmatch(header.stamp)
        and _HEX.fullmatch(header.export_id)
        and 1 <= header.part <= header.parts
        and 0 <= header.from_lsn <= header.to_lsn < 2**62
    )
    if not sound:
        raise FileRefused(DAMAGED)
    return header


def _words(held: Any) -> Words:
    return {
        str(entity): {
            str(name): {str(value): str(word) for value, word in words.items()} for name, words in fields.items()
        }
        for entity, fields in held.items()
    }
