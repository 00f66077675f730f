"""What remains of a row when somebody it speaks of was erased: the rule that makes an erasure final everywhere.

The rule is the same for rows in the database and for rows of files that come later, however old, so that every laptop
ends with the same rows: a row that cannot be without her is dropped; a row that only mentions her forgets it; her
marks stay as counts, without a person and a note, under uids that lead nobody back.
"""

import re
from collections.abc import Callable, Mapping, Set
from functools import partial
from typing import Final

from tn_desktop.model.changes import VERDICTS
from tn_desktop.model.join import Cell, RowState
from tn_desktop.model.marks import MARKED
from tn_desktop.model.stamps import canonical, relation_bytes
from tn_desktop.model.travel import BYTES, KEY, travellers

COUNTED: Final = "person"
"""The end of a mark that may be forgotten."""
PERSONAL: Final = ("person", "note")
"""What a mark forgets."""
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {"data_request": ("notes",)}
"""What other rows forget beside the person they point to: texts that may say who she was."""
CONFLICT: Final = "conflict"
LOST: Final = "lost"
"""The field of a conflict with the value that gave way, as canonical JSON; it may be the uid of another row."""
NOBODY: Final = canonical(None)
"""What stands there of somebody who was erased: the conflict goes on, it names her no more."""
PAIR: Final = ("low_uid", "high_uid")
"""The fields of a verdict that say of which two rows it is."""

_UID: Final = re.compile('"([0-9a-f]{32})"')
_HERSELF: Final[Mapping[str, tuple[str, str, frozenset[object]]]] = {
    "stakeholder": ("person", "type", frozenset((None, "individual", "expert")))
}
"""Rows that are somebody: the field that says who, and the field with the kinds that are one person. They go with her;
an NGO that names her only forgets her."""


def is_herself(table: str, field: str, value: Callable[[str], object]) -> bool:
    """Whether a row is the person that its field points to; `value` gives the values of its other fields."""
    who, kind, one_person = _HERSELF.get(table, ("", "", frozenset()))
    return field == who and value(kind) in one_person


def counted_uid(uid: bytes) -> bytes:
    """The uid under which a mark stays as a count."""
    return relation_bytes("erased", uid)


def without_erased(uid: bytes, state: RowState, erased: Set[bytes]) -> tuple[bytes, RowState] | None:
    """The row as it may be kept, with its uid; None if nothing of it may."""
    if not erased:
        return uid, state
    if state.table == MARKED and _points_to(state, COUNTED, erased):
        return counted_uid(uid), forgetting(state, PERSONAL)
    if uid in erased:
        return None
    if state.table == CONFLICT and _named(_value(state, LOST)) in erased:
        return uid, RowState(state.table, state.created, _naming_nobody(state.cells), state.seen, state.gone)
    forgotten = []
    for one in travellers(state.table):
        if one.form in (KEY, BYTES) and _points_to(state, one.field, erased):
            if one.needed or one.end or one.form == BYTES or is_herself(state.table, one.field, partial(_value, state)):
                return None
            forgotten += [one.field, *BESIDE.get(state.table, ())]
    return uid, forgetting(state, tuple(forgotten)) if forgotten else state


def falls_with(state: RowState, erased: Set[bytes]) -> bytes | None:
    """What was erased that a row falls with: the row is erased too, with what hangs on it, though no file said so.

    That is a row that is the person herself, and a verdict on her: a conflict about it names her by no uid, so only
    the verdict's own, once erased, keeps it from coming back.
    """
    if state.table == VERDICTS:
        return next((bytes.fromhex(str(_value(state, end))) for end in PAIR if _points_to(state, end, erased)), None)
    who = _HERSELF.get(state.table, ("",))[0]
    if not who or not _points_to(state, who, erased) or not is_herself(state.table, who, partial(_value, state)):
        return None
    return bytes.fromhex(str(_value(state, who)))


def _named(lost: object) -> bytes | None:
    """The uid that a conflict's value is, None if it is none."""
    held = _UID.fullmatch(lost) if isinstance(lost, str) else None
    return bytes.fromhex(held[1]) if held else None


def _naming_nobody(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a conflict without whom its value was."""
    return {name: Cell(cell.stamp, NOBODY) if name == LOST else cell for name, cell in cells.items()}


def _value(state: RowState, field: str) -> object:
    cell = state.cells.get(field)
    return None if cell is None else cell.value


def _points_to(state: RowState, field: str, erased: Set[bytes]) -> bool:
    cell = state.cells.get(field)
    return cell is not None and cell.value is not None and bytes.fromhex(cell.value) in erased


def forgetting(state: RowState, fields: tuple[str, ...]) -> RowState:
    """The state without the values of these fields; their stamps stay, so that no older value comes back."""
    cells = {name: Cell(cell.stamp, None) if name in fields else cell for name, cell in state.cells.items()}
    return RowState(state.table, state.created, cells, state.seen, state.gone)
