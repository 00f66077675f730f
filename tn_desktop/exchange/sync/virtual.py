"""Hand edits as writes of a virtual laptop that saw exactly the row as the file held it.

The laptop's id is a hash of the row, what it held, and the edits; its time is just after what the row had seen, or
when the workbook was last saved if that is later. So the stamps depend on the file alone: whoever imports it makes
the same writes, however often, and an old edit that arrives late cannot beat a newer one.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from tn_desktop.model.join import Cell, RowState, later
from tn_desktop.model.marks import BULK, DELIBERATE, MADE_BY, MARKED, has_to_say_deliberate
from tn_desktop.model.stamps import DEVICE_LENGTH, TIME_LENGTH, base32, canonical, next_stamp

BY_HAND: Final = "import"
"""How a mark was made that somebody wrote into a workbook."""


def virtual_stamp(seen: Mapping[str, str], modified: int | None, *facts: object) -> str:
    """The stamp of edits: `seen` is what their writer had seen, `facts` what makes them these edits."""
    digest = hashlib.sha256(canonical([repr(fact) for fact in facts]).encode()).digest()
    device = base32(int.from_bytes(digest[:8]) & (2**60 - 1), DEVICE_LENGTH)
    newest = max(seen.values(), default="")
    return next_stamp(newest + device if newest else "", device, modified or 0)


def edited(uid: bytes, base: RowState, values: Mapping[str, Any], modified: int | None) -> RowState:
    """The row after somebody wrote these values into its cells."""
    stamp = virtual_stamp(base.seen, modified, uid, *_facts(base), dict(values))
    cells = {**base.cells, **{field: Cell(stamp, value) for field, value in values.items()}}
    if not base.alive:
        # Written again after it was removed: every value is stamped, so that it outlives the removal everywhere.
        cells = {field: Cell(stamp, cell.value) if cell.value is not None else cell for field, cell in cells.items()}
    _mark(base, values, stamp, cells)
    return RowState(base.table, base.created, cells, _seen(base, stamp), base.gone)


def _mark(base: RowState, values: Mapping[str, Any], stamp: str, cells: dict[str, Cell]) -> None:
    """A mark that somebody writes into a workbook is deliberate, unless she says otherwise, knowing what was there."""
    if base.table != MARKED or values.keys().isdisjoint(("status", "minutes", MADE_BY)):
        return
    if MADE_BY not in values and cells.get(MADE_BY, Cell("", None)).value in (None, BULK):
        cells[MADE_BY] = Cell(stamp, BY_HAND)
    held = {field: cell.value for field, cell in base.cells.items()}
    stamped = {field: cell.stamp for field, cell in base.cells.items() if cell.stamp}
    if has_to_say_deliberate(held, stamped, cells[MADE_BY].value):
        cells[DELIBERATE] = Cell(stamp, None)


def removed(uid: bytes, base: RowState, modified: int | None) -> RowState:
    """The row after somebody wrote SİL beside it."""
    stamp = virtual_stamp(base.seen, modified, uid, *_facts(base), "removed")
    seen = _seen(base, stamp)
    return RowState(base.table, base.created, base.cells, seen, seen)


def added(
    table: str, uid: bytes, export_id: str, sent: str, values: Mapping[str, Any], modified: int | None
) -> RowState:
    """A row that somebody wrote below the others; `sent` is the stamp of the file."""
    stamp = virtual_stamp({"": sent[:TIME_LENGTH]}, modified, export_id, uid, dict(values))
    cells = {field: Cell(stamp, value) for field, value in values.items() if value is not None}
    return RowState(table, stamp, cells, {stamp[TIME_LENGTH:]: stamp[:TIME_LENGTH]})


def completed(
    table: str, uid: bytes, export_id: str, since: str, values: Mapping[str, Any], modified: int | None
) -> RowState:
    """What somebody wrote into a row that she had added before; `since` is the time of what that made.

    Only her cells: the rest stands where the row is, whoever wrote it. She saw nobody's writes but what her workbook
    held, so a value that gives way to hers waits for review.
    """
    stamp = virtual_stamp({"": since}, modified, export_id, uid, dict(values))
    return RowState(
        table,
        stamp,
        {field: Cell(stamp, value) for field, value in values.items()},
        {stamp[TIME_LENGTH:]: stamp[:TIME_LENGTH]},
    )


def _facts(base: RowState) -> tuple[object, ...]:
    return sorted(base.cells.items()), sorted(base.seen.items())


def _seen(base: RowState, stamp: str) -> dict[str, str]:
    return later(base.seen, {stamp[TIME_LENGTH:]: stamp[:TIME_LENGTH]})


__all__ = ["added", "completed", "edited", "removed", "virtual_stamp"]
