"""Rows that somebody adds below the others, in a workbook that may come again.

Whoever adds a row sees no code beside it, sends the workbook, completes the row in the same workbook and sends it
again. It has to be one row, on every laptop, whichever of the files reach it and in whatever order:

- **Its uid** follows from the workbook (its export id), the sheet, and what people call the row: the fields without
  which it is none (of a person both names, folded); of rows that are called the same also from what tells them apart
  (written_uids.py). Not from its place: rows are sorted, and one workbook goes to several colleagues, who all write
  into the first free row. Not from its other cells: those are completed.
- **What it said before** is kept where a file of that workbook was taken in (as digests). When it comes again, only
  cells that say something else are writes: what somebody corrected here meanwhile is not overwritten by a cell that
  nobody touched. A value in place of another one waits in a conflict, as with every correction of a correction; a cell
  that was emptied is asked about. A file that was saved before the one that is known is joined as it stands.
- **Namesakes that were sorted** in between, or of which one was taken out, are told apart by what they said before,
  and on a laptop that knows only the later file by what tells them apart in it; where they say more there than before
  they may come as rows of their own, which are proposed as the same.
- **A name that was corrected** makes another row: nobody can know whether she corrected it or wrote another person
  there, and people are never merged silently. The two are proposed as one (services/duplicates.py), with the phone,
  mail address or likeness that speaks for it. A row that somebody removed here stays so unless more is written into it.

A laptop that knows only one of the files makes the row of it, under the same uid, and all end equal by the join.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import select

from tn_desktop.exchange.reading.book import ERRORS, Row
from tn_desktop.exchange.sync import virtual
from tn_desktop.exchange.sync.codes import without_code
from tn_desktop.exchange.sync.header import Header
from tn_desktop.exchange.sync.prints import cell_text
from tn_desktop.exchange.sync.record import state_in
from tn_desktop.exchange.sync.sieve import TouchedSheet
from tn_desktop.exchange.sync.stored import rows_by_id
from tn_desktop.exchange.sync.written_uids import identity_of, naming, written_uid
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import RELATION, EntitySpec, FieldSpec
from tn_desktop.model.join import RowState
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, untranslated
from tn_desktop.model.registry import BY_TABLE, ENTITIES
from tn_desktop.model.shown import FieldValue, shown
from tn_desktop.model.stamps import TIME_LENGTH, canonical
from tn_desktop.services import settings
from tn_desktop.store.rows import find_by_uid
from tn_desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from tn_desktop.exchange.sync.edits import Edit, HandEdits

EMPTIED: Final = QT_TRANSLATE_NOOP("errors", "The cell was emptied. Confirm it if “{value}” is really to be removed.")
_AT_ONCE: Final = 1_000
_CALLED: Final = ""
"""In place of a field's name in the digest of what a row is called."""
_TITLE: Final = 80
_history = table_of(History)


class Written(NamedTuple):
    """A row that somebody added: where, as people see it, the uid it has by the file alone, and its values."""

    sheet: str
    row: int
    table: str
    uid: bytes
    values: Mapping[str, Any]


def has_identity(spec: EntitySpec, values: Mapping[str, Any]) -> bool:
    """Whether enough of a row that cannot be taken in could be read to say what it is called."""
    names = naming(spec)
    return (
        BY_TABLE[spec.table].relation is None
        and bool(names)
        and all(name in values for name in names)
        and any(values[name] is not None for name in names)
    )


def title_of(spec: EntitySpec, sheet: TouchedSheet, row: Row) -> str:
    """What people call a row of a sheet, as it stands there: of a mark, who and when, without their codes."""
    cells = [sheet.cell(row, name) for name in naming(spec)]
    texts = [without_code(cell_text(cell)) for cell in cells if cell is not None and cell not in ERRORS]
    return (" " if spec.one_of else ", ").join(texts)[:_TITLE]


def called(spec: EntitySpec, values: Mapping[str, Any]) -> str:
    """What people call a row by the values of its record: the fields without which it is none, but other rows."""
    fields = [spec.field(name) for name in naming(spec)]
    texts = [shown(one, values.get(one.name), untranslated) for one in fields if one.kind != RELATION]
    return (" " if spec.one_of else ", ").join(filter(None, texts))[:_TITLE]


def emptied(one: FieldSpec, before: Any) -> FieldError:
    """The doubt about a cell that was emptied."""
    return FieldError(one.name, EMPTIED, value=FieldValue(one, before))


@dataclass
class _Said:
    """What an added row said when a file of its workbook was last taken in.

    Attributes:
        history: the unit of work that took it in.
        saved: when the file was saved, in milliseconds; None where it does not say.
        time: of the latest stamp that was made of it.
        digests: field -> digest of what stood there.
        called: digest of what the row is called; "" of one that an earlier program took in.
    """

    history: int
    saved: int | None
    time: str
    digests: dict[str, str] = field(default_factory=dict)
    called: str = ""


def reconsider(
    uow: UnitOfWork, header: Header, edits: "HandEdits", modified: int | None, confirmed: frozenset[str]
) -> None:
    """Of the added rows that came before, leave in `edits` only what they say now and did not then; keep what they say.

    Args:
        modified: when the file was saved, as EditFinder has it.
        confirmed: keys of doubtful edits that are meant.
    """
    for table in dict.fromkeys(one.table for one in edits.written):
        _Again(uow, header, table, modified, confirmed).apply(edits)


class _Again:
    def __init__(
        self, uow: UnitOfWork, header: Header, table: str, modified: int | None, confirmed: frozenset[str]
    ) -> None:
        self._uow, self._header, self._table = uow, header, table
        self._modified, self._confirmed = modified, confirmed
        self._spec = next(one for one in ENTITIES.values() if one.table == table)
        self._key = settings.WRITTEN_ROWS + f"{header.export_id}:{table}"
        held: dict[str, Any] = settings.get(uow.connection, self._key) or {}
        self._said = {bytes.fromhex(uid): _Said(**said) for uid, said in held.items()}
        self._forget_taken_back()

    def _forget_taken_back(self) -> None:
        """What was taken back was not said."""
        numbers = {said.history for said in self._said.values()}
        undone = select(_history.c.id).where(_history.c.id.in_(numbers), _history.c.undone_by.is_not(None))
        gone = set(self._uow.connection.execute(undone).scalars()) if numbers else set()
        self._said = {uid: said for uid, said in self._said.items() if said.history not in gone}

    def apply(self, edits: "HandEdits") -> None:
        written = [one for one in edits.written if one.table == self._table]
        rows, alone = self._told_apart(written), {row.uid for row in written}
        here = self._here([row.uid for row in rows])
        adding = {(one.sheet, one.row): one for one in edits.edits if one.action == "add" and one.doubt is None}
        states = {uid: state for uid, state in edits.states.get(self._table, []) if uid not in alone}
        for row in rows:
            said, mine = self._said.get(row.uid), here.get(row.uid)
            if said is None or mine is None or self._is_older(said):
                added = (self._header.export_id, self._header.stamp, row.values, self._modified)
                states[row.uid] = virtual.added(self._table, row.uid, *added)
                if said is None or not self._is_older(said):
                    self._note(row, states[row.uid].created)
                continue
            edit = adding[row.sheet, row.row]
            news = list(self._news(edit, row, said, mine))
            edits.edits[edits.edits.index(edit) : edits.edits.index(edit) + 1] = news
            meant = {one.field: one.after for one in news if one.doubt is None or one.key in self._confirmed}
            emptied = [one.field for one in news if one.field not in meant]
            if meant:
                states[row.uid] = self._state(row, said, mine, meant)
            self._note(
                row, states[row.uid].created if meant else said.time, {one: said.digests[one] for one in emptied}
            )
        edits.states[self._table] = list(states.items())
        self._keep()

    def _is_older(self, said: _Said) -> bool:
        """Whether this file was saved before the one that is known."""
        return said.saved is not None and self._modified is not None and self._modified < said.saved

    def _here(self, uids: Sequence[bytes]) -> dict[bytes, RowState]:
        """The rows of these uids as they are here."""
        ids: list[int] = []
        for start in range(0, len(uids), _AT_ONCE):
            part = uids[start : start + _AT_ONCE]
            ids += [key for _uid, key in find_by_uid(self._uow.connection, table_of(BY_TABLE[self._table]), part)]
        rows = rows_by_id(self._uow.connection, self._table, sorted(ids))
        return {row.record.uid: state_in(row.record) for row in rows}

    # --- what is new

    def _news(self, edit: "Edit", row: Written, said: _Said, mine: RowState) -> "Iterator[Edit]":
        """What the row says and did not say before."""
        held = {name: cell.value for name, cell in mine.cells.items()}
        for name, value in row.values.items():
            if value is not None and _digest(row.uid, name, value) == said.digests.get(name):
                continue
            one = replace(edit, uid=row.uid, action="change", field=name, before=held.get(name), after=value)
            if value is not None:
                yield one
            elif name in said.digests and one.before is not None:
                yield replace(one, doubt=emptied(self._spec.field(name), one.before), confirmable=True)

    def _state(self, row: Written, said: _Said, mine: RowState, meant: dict[str, Any]) -> RowState:
        """The row as this file has it, of a writer who saw nothing but her workbook."""
        if not mine.alive:
            # More was written into it, so it lives again, with all that it says.
            meant = {name: value for name, value in row.values.items() if value is not None} | meant
        return virtual.completed(self._table, row.uid, self._header.export_id, said.time, meant, self._modified)

    # --- namesakes

    def _told_apart(self, rows: list[Written]) -> list[Written]:
        """The rows, each under the uid that those which are called the same had when they said the most alike."""
        by_name: dict[str, list[Written]] = {}
        for row in rows:
            by_name.setdefault(identity_of(self._spec, row.values), []).append(row)
        told = []
        for identity, namesakes in by_name.items():
            known = self._known(identity)
            told += self._matched(namesakes, known) if known else namesakes
        return told

    def _known(self, identity: str) -> list[bytes]:
        """The uids of rows of that name that were taken in before."""
        uids = (written_uid(self._header.export_id, self._table, identity, number) for number in count())
        # An earlier program counted namesakes from above, and did not keep what they are called.
        known = list(takewhile(self._said.__contains__, uids))
        later = (uid for uid, said in self._said.items() if said.called == _digest(uid, _CALLED, identity))
        return list(dict.fromkeys([*known, *later]))

    def _matched(self, rows: list[Written], known: list[bytes]) -> list[Written]:
        """Each known uid goes to the row that says the most of what it said; what is left keeps its order."""
        alike = sorted(
            (-self._alike(row, uid), place, number)
            for place, row in enumerate(rows)
            for number, uid in enumerate(known)
        )
        given: dict[int, bytes] = {}
        for _score, place, number in alike:
            if place not in given and known[number] not in given.values():
                given[place] = known[number]
        used = set(given.values())
        own = {row.uid for place, row in enumerate(rows) if place not in given and row.uid not in used}
        rest = iter([row.uid for row in rows if row.uid not in used | own])
        for place, row in enumerate(rows):
            if place not in given:
                given[place] = row.uid if row.uid in own else next(rest)
        return [row._replace(uid=given[place]) for place, row in enumerate(rows)]

    def _alike(self, row: Written, uid: bytes) -> int:
        digests = self._said[uid].digests
        return sum(
            _digest(uid, name, value) == digests.get(name) for name, value in row.values.items() if value is not None
        )

    # --- what is kept

    def _note(self, row: Written, stamp: str, kept: Mapping[str, str] | None = None) -> None:
        """Keep what a row says, and the digests of what she may have emptied."""
        said = dict(kept or {}) | {
            name: _digest(row.uid, name, value) for name, value in row.values.items() if value is not None
        }
        called = _digest(row.uid, _CALLED, identity_of(self._spec, row.values))
        self._said[row.uid] = _Said(self._uow.lsn, self._modified, stamp[:TIME_LENGTH], said, called)

    def _keep(self) -> None:
        held = {uid.hex(): vars(said) for uid, said in sorted(self._said.items())}
        settings.put(self._uow, self._key, held or None)


def _digest(uid: bytes, name: str, value: Any) -> str:
    return hashlib.blake2b(canonical([uid.hex(), name, value]).encode(), digest_size=8).hexdigest()


__all__ = ["EMPTIED", "Written", "called", "emptied", "has_identity", "reconsider"]
