"""Where the cells of an .xls or .xlsb hold errors of formulas, which calamine hands out as empty. Runs in the child.

Both kinds of file are rows of records: a number that says what it is, a length, and bytes. Only the few records are
looked at that hold an error. What is broken here says nothing: the reader of the file has the word on that.
"""

import io
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

Errors = Mapping[tuple[int, int], str]
"""(row, column), both from 0 -> the error, as every program writes it."""

_CODES: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_OTHER: Final = "#VALUE!"

# Records of an .xls.
_SHEET, _END, _FORMULA, _BOOLEAN_OR_ERROR = 0x0085, 0x000A, 0x0006, 0x0205
_IS_ERROR: Final = 2
# Records of an .xlsb.
_ROW, _ERROR, _FORMULA_ERROR, _BUNDLED_SHEET = 0, 3, 11, 156
_RELATION: Final = re.compile(rb"<Relationship\b[^>]{0,2000}?>")


def of_xls(data: bytes) -> list[Errors]:
    """The errors of each sheet, in the order in which the file names them."""
    import olefile  # type: ignore[import-untyped]

    ole = olefile.OleFileIO(io.BytesIO(data))
    name = next(one for one in ("Workbook", "Book") if ole.exists(one))
    stream = ole.openstream(name).read()
    sheets = [struct.unpack_from("<I", stream, at)[0] for kind, at, _size in _records(stream, 0) if kind == _SHEET]
    return [_in_xls_sheet(stream, place) for place in sheets]


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """(what, where its bytes begin, how many) of the records up to the end of this part."""
    depth = 0
    unpack = struct.Struct("<HH").unpack_from
    while place + 4 <= len(stream):
        kind, size = unpack(stream, place)
        yield kind, place + 4, size
        place += 4 + size
        if kind in (0x0809, 0x0409, 0x0209, 0x0009):  # a chart within a sheet begins and ends likewise
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return


def _in_xls_sheet(stream: bytes, place: int) -> Errors:
    found = {}
    for kind, at, size in _records(stream, place):
        if kind == _BOOLEAN_OR_ERROR and size >= 8:
            row, column, _style, code, is_error = struct.unpack_from("<HHHBB", stream, at)
            if is_error:
                found[row, column] = _CODES.get(code, _OTHER)
        elif kind == _FORMULA and size >= 14:
            row, column, result, code, mark = struct.unpack_from("<HH2xBxB3xH", stream, at)
            if mark == 0xFFFF and result == _IS_ERROR:  # else it is a number, or a text
                found[row, column] = _CODES.get(code, _OTHER)
    return found


def of_xlsb(data: bytes) -> list[Errors]:
    """The errors of each sheet, in the order in which the file names them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        book = next(name for name in names if name.endswith("workbook.bin"))
        folder, _, file = book.rpartition("/")
        related = _relations(archive.read(names[f"{folder}/_rels/{file}.rels".lstrip("/")]))
        found = []
        stream = archive.read(names[book])
        for kind, at, _size in _parts(stream):
            if kind == _BUNDLED_SHEET:
                target = related.get(_text(stream, at + 8), "")
                place = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                found.append(_in_xlsb_sheet(archive.read(names[place.lower()])) if place.lower() in names else {})
        return found


def _relations(xml: bytes) -> dict[str, str]:
    found = {}
    for element in _RELATION.findall(xml):
        name, target = re.search(rb'\bId="([^"]*)"', element), re.search(rb'\bTarget="([^"]*)"', element)
        if name and target:
            found[name[1].decode()] = target[1].decode()
    return found


def _parts(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """(what, where its bytes begin, how many) of each record."""
    place = 0
    while place < len(stream):
        kind = stream[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (stream[place] & 0x7F) << 7
            place += 1
        size = shift = 0
        while True:
            byte = stream[place]
            place += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift == 28:
                break
        yield kind, place, size
        place += size


def _in_xlsb_sheet(stream: bytes) -> Errors:
    found = {}
    row = 0
    for kind, at, size in _parts(stream):
        if kind == _ROW and size >= 4:
            row = struct.unpack_from("<I", stream, at)[0]
        elif kind in (_ERROR, _FORMULA_ERROR) and size >= 9:
            found[row, struct.unpack_from("<I", stream, at)[0]] = _CODES.get(stream[at + 8], _OTHER)
    return found


def _text(stream: bytes, at: int) -> str:
    (length,) = struct.unpack_from("<I", stream, at)
    return stream[at + 4 : at + 4 + 2 * length].decode("utf-16-le")
