"""The right to be forgotten: erasing a person here, everywhere the data goes, and in whatever comes later.

An erasure is grow-only and absorbing: the uid stands in `erased`, which travels whole in every workbook, and no file,
however old, brings the person back (model/erasing.py has the rule). Marks stay as counts under uids that lead nobody
back to her.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Carried, Conflict, Erased, SameAs
from tn_desktop.model.entities.local import Draft, ExportLog, HistoryRow
from tn_desktop.model.entities.people import Person
from tn_desktop.model.erasing import BESIDE, COUNTED, NOBODY, PERSONAL, counted_uid, is_herself
from tn_desktop.model.marks import MARKED
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.model.stamps import canonical, stamp_milliseconds
from tn_desktop.model.text import fold
from tn_desktop.model.travel import KEY, Traveller, travellers
from tn_desktop.services import export_log, local_choices, owner_erasure, same_as, settings, waiting_files
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork

REQUEST: Final = "request"
"""The rule of an erasure that somebody asked for, in the destruction log."""
_AT_ONCE: Final = 400
_RECALLED: Final = 1_000
_erased, _conflict, _same, _carried = table_of(Erased), table_of(Conflict), table_of(SameAs), table_of(Carried)
_history_row, _person, _log = table_of(HistoryRow), table_of(Person), table_of(ExportLog)


@dataclass(frozen=True, slots=True)
class Erasure:
    """A row that was erased: its uid and table, the day (ISO), and who decided it."""

    uid: bytes
    entity: str
    erased_on: str
    authority: str


@dataclass
class Forgotten:
    """What an erasure did.

    Attributes:
        people: rows of people that are gone, duplicates among them.
        marks: marks that stay as counts.
        rows: other rows that are gone.
        files: values of `file` of outputs that are gone; their contents go when nothing else leads to them. Those of
            workbooks that waited with one of them in it are among these.
        waited: the names of those workbooks, whose senders are to be asked for new ones.
        recall: files that left with data of people since one of them was entered, to be asked back or deleted.
        changes: what was written, for whoever shows it.
    """

    people: int = 0
    marks: int = 0
    rows: int = 0
    files: set[str] = field(default_factory=set)
    waited: list[str] = field(default_factory=list)
    recall: Sequence[export_log.Exported] = field(default_factory=tuple)
    changes: Changes | None = None


def erase_person(db: Database, person: int, day: str, authority: str) -> Forgotten:
    """Erase a person, and everybody who was found to be the same; nothing of it can be undone.

    The destruction log has a line of it, without a name.

    `day` is ISO text; `authority` says on whose request or decision.

    Raises:
        NotFound: there is no such person.
    """
    return erase_people(db, [person], day, authority)


def erase_people(db: Database, people: Sequence[int], day: str, authority: str, rule: str = REQUEST) -> Forgotten:
    """Erase several people in one step; `rule` is what the destruction log says it followed from.

    What they had asked and waits is answered by it.

    Raises:
        NotFound: one of them is not there; nobody is erased.
    """
    from tn_desktop.services import data_requests, destruction, records

    with db.write(_LABEL) as uow:
        uids: set[bytes] = set()
        for person in people:
            uid = bytes.fromhex(records.uid_of(uow.connection, "people", person).replace("-", ""))
            uids |= same_as.group(uow.connection, "person", uid)
            data_requests.answer_erasures(uow, person, day)
        since = _entered(uow.connection, uids)
        forgotten = erase(uow, [Erasure(one, "person", day, authority) for one in sorted(uids)])
        forgotten.recall = export_log.exports(uow.connection, _RECALLED, people_only=True, since=since)
        destruction.note(uow, day, rule, forgotten.people, authority)
        forgotten.changes = uow.changes()
    forget_files(db, forgotten.files)
    wipe_traces(db)
    return forgotten


def forget_files(db: Database, texts: Collection[str]) -> None:
    """Remove the contents of files of outputs that were erased, unless other outputs lead to them."""
    if texts:
        from tn_desktop.services import output_files

        output_files.forget(db, texts)


_LABEL: Final = QT_TRANSLATE_NOOP("history", "Erase a person")


def _entered(connection: Connection, uids: Iterable[bytes]) -> str:
    """When the first of these people was entered, as local ISO time: no file that left before can hold them."""
    person = table_of(BY_TABLE["person"])
    created = connection.execute(select(person.c.created).where(person.c.uid.in_(list(uids)))).scalars()
    return export_log.time_of(min((stamp_milliseconds(one) for one in created if one), default=0))


def erased_uids(connection: Connection) -> set[bytes]:
    """Every uid that was erased."""
    return set(connection.execute(select(_erased.c.uid)).scalars())


def erasures(connection: Connection) -> list[Erasure]:
    """The whole grow-only set."""
    rows = connection.execute(select(_erased).order_by(_erased.c.uid))
    return [Erasure(row.uid, row.entity, row.erased_on, row.authority) for row in rows]


def erase(uow: UnitOfWork, wanted: Iterable[Erasure]) -> Forgotten:
    """Erase rows, and those that cannot be without them; what was erased already stays so.

    Of two dates and authorities for one row the smaller stays, so that every laptop keeps the same. All that was told
    is put into the set first: what falls with another row, perhaps with two, keeps the date it was told under and
    takes none from them.
    """
    forgotten = Forgotten()
    known = {one.uid: one for one in erasures(uow.connection)}
    told: dict[bytes, Erasure] = {}
    for one in wanted:
        told[one.uid] = min(told.get(one.uid, one), one, key=lambda one: (one.erased_on, one.authority))
    for one in told.values():
        held = known.get(one.uid)
        if held is None:
            _note(uow.connection, one)
        elif (one.erased_on, one.authority) < (held.erased_on, held.authority):
            values = {"erased_on": one.erased_on, "authority": one.authority}
            uow.connection.execute(update(_erased).where(_erased.c.uid == one.uid).values(**values))
    # Marks after their people: what a person's erasure turns into a count must not be dropped before.
    for one in sorted(told.values(), key=lambda one: (one.entity == MARKED, one.uid)):
        if one.uid not in known:
            _forget(uow, one, forgotten)
    if forgotten.people or forgotten.rows:
        uow.see_as_one()
    return forgotten


def _forget(uow: UnitOfWork, one: Erasure, forgotten: Forgotten) -> None:
    """Take a row away with all that hangs on it, and put it into the set."""
    uow.touch()
    _note(uow.connection, one)
    _forget_beside(uow, one, forgotten)
    # A form that was not saved may speak of anybody.
    uow.connection.execute(delete(table_of(Draft)))
    if one.entity == "person":
        for file in waiting_files.drop_with(uow, one.uid):
            forgotten.waited.append(file.name)
            forgotten.files.add(f"{file.fingerprint}/{file.name}")
        hers = uow.connection.execute(select(_person).where(_person.c.uid == one.uid)).mappings().one_or_none()
        owner_erasure.forget(uow, one.uid, dict(hers or {}))
    if one.entity not in BY_TABLE:
        return
    table = table_of(BY_TABLE[one.entity])
    key = uow.connection.execute(select(table.c.id).where(table.c.uid == one.uid)).scalar()
    if key is None:
        return
    for name, link in _pointing_to(one.entity):
        _release(uow, name, link, key, one, forgotten)
    if one.entity == "output":
        forgotten.files |= _files_of(uow.connection, key)
    if one.entity == "person":
        _forget_named(uow.connection, key)
    _forget_history(uow.connection, one.entity, [key])
    uow.connection.execute(delete(table).where(table.c.id == key))
    uow.tell(BY_TABLE[one.entity], "removed", [key])
    forgotten.people += one.entity == "person"
    forgotten.rows += one.entity not in ("person", _same.name)


def _note(connection: Connection, one: Erasure) -> None:
    """Put a row into the set, unless it is there."""
    if connection.execute(select(_erased.c.uid).where(_erased.c.uid == one.uid)).scalar() is None:
        connection.execute(insert(_erased), {name: getattr(one, name) for name in Erasure.__slots__})


def _files_of(connection: Connection, output: int) -> set[str]:
    """The file of an output, and those it had before."""
    table = table_of(BY_TABLE["output"])
    now = connection.execute(select(table.c.file).where(table.c.id == output)).scalar()
    here = (_history_row.c.entity == table.name, _history_row.c.row_id == output)
    before = connection.execute(select(_history_row.c.before).where(*here)).scalars()
    held = [now, *(json.loads(text).get("file") for text in before if text)]
    return {text for text in held if text}


def _pointing_to(entity: str) -> Iterator[tuple[str, Traveller]]:
    for name in BY_TABLE:
        for link in travellers(name):
            if link.form == KEY and link.target == entity:
                yield name, link


def _release(uow: UnitOfWork, name: str, link: Traveller, key: int, one: Erasure, forgotten: Forgotten) -> None:
    """Let go of the row that is erased: rows that point to it."""
    table = table_of(BY_TABLE[name])
    rows = uow.connection.execute(select(table).where(table.c[link.column] == key)).mappings().all()
    for row in rows:
        if name == MARKED and link.field == COUNTED:
            _count_only(uow, dict(row), one, forgotten)
        elif link.needed or link.end or is_herself(name, link.field, row.get):
            _forget(uow, Erasure(row["uid"], name, one.erased_on, one.authority), forgotten)
        else:
            _clear(uow, name, dict(row), (link.field, *BESIDE.get(name, ())))


def _count_only(uow: UnitOfWork, row: dict[str, Any], one: Erasure, forgotten: Forgotten) -> None:
    """A mark stays as a count, under a uid that leads nobody back."""
    row_erasure = Erasure(row["uid"], MARKED, one.erased_on, one.authority)
    _note(uow.connection, row_erasure)
    _forget_beside(uow, row_erasure, forgotten)
    _forget_history(uow.connection, MARKED, [row["id"]])
    _clear(uow, MARKED, row, PERSONAL)
    table = table_of(BY_TABLE[MARKED])
    uow.connection.execute(update(table).where(table.c.id == row["id"]).values(uid=counted_uid(row["uid"])))
    forgotten.marks += 1


def _clear(uow: UnitOfWork, name: str, row: dict[str, Any], fields: tuple[str, ...]) -> None:
    """Empty fields under the stamps they have, as every laptop does that learns of the erasure."""
    stamps = json.loads(row["fields"])
    columns: dict[str, Any] = {}
    for one in travellers(name):
        if one.field in fields and (row[one.column] is not None or one.field in stamps):
            columns[one.column] = None
            stamps.setdefault(one.field, row["created"])
    table = table_of(BY_TABLE[name])
    values = {**columns, "fields": canonical(stamps), "lsn": uow.lsn}
    uow.connection.execute(update(table).where(table.c.id == row["id"]).values(**values))
    uow.tell(BY_TABLE[name], "changed", [row["id"]])
    _forget_history(uow.connection, name, [row["id"]])


def _forget_beside(uow: UnitOfWork, one: Erasure, forgotten: Forgotten) -> None:
    """Conflicts and verdicts about a row, carried rows that speak of it, and what it said in a workbook.

    A verdict is put into the set itself, as in a merge (model/erasing.py), and the conflicts about it go with it.
    """
    connection, uid = uow.connection, one.uid
    settings.forget_written(connection, uid)
    about = _conflict.c.row_uid == uid
    _forget_history(connection, _conflict.name, list(connection.execute(select(_conflict.c.id).where(about)).scalars()))
    connection.execute(delete(_conflict).where(about))
    _forget_lost(uow, uid)
    ends = or_(_same.c.low_uid == uid, _same.c.high_uid == uid)
    for verdict in connection.execute(select(_same.c.uid).where(ends)).scalars().all():
        _forget(uow, Erasure(verdict, _same.name, one.erased_on, one.authority), forgotten)
    connection.execute(delete(_carried).where(or_(_carried.c.uid == uid, _carried.c.body.like(f"%{uid.hex()}%"))))


def _forget_lost(uow: UnitOfWork, uid: bytes) -> None:
    """Where a row named her and somebody else in her place, unseen, the value that gave way is forgotten."""
    connection = uow.connection
    hers = _conflict.c.lost == canonical(uid.hex())
    named = list(connection.execute(select(_conflict.c.id).where(hers)).scalars())
    if named:
        connection.execute(update(_conflict).where(hers).values(lost=NOBODY, lsn=uow.lsn))
        _forget_history(connection, _conflict.name, named)
        uow.tell(BY_TABLE[_conflict.name], "changed", named)


def _forget_history(connection: Connection, entity: str, keys: Sequence[int]) -> None:
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        condition = and_(_history_row.c.entity == entity, _history_row.c.row_id.in_(part))
        connection.execute(delete(_history_row).where(condition))


def _forget_named(connection: Connection, person: int) -> None:
    """Her name where it was typed as the one who is given something: in the log of exports, in what is remembered."""
    row = connection.execute(select(_person).where(_person.c.id == person)).mappings().one()
    name = fold(full_name(row))
    given = connection.execute(select(_log.c.recipient).distinct().where(_log.c.recipient.is_not(None))).scalars()
    hers = [recipient for recipient in given if name and fold(recipient) == name]
    if hers:
        connection.execute(update(_log).where(_log.c.recipient.in_(hers)).values(recipient=None))
    local_choices.forget_text(connection, lambda text: bool(name) and fold(text) == name)


def replay(db: Database, erased: Sequence[Erasure]) -> None:
    """Erase again who was erased already: a backup that was restored may not know of it."""
    if erased:
        with db.write(_LABEL) as uow:
            forgotten = erase(uow, erased)
        forget_files(db, forgotten.files)
        wipe_traces(db)


def wipe_traces(db: Database) -> None:
    """Overwrite what a deletion leaves in the file: freed pages, and the write-ahead log."""
    if db.on_server:
        # Rows that are gone leave the tables; the server's own logs and backups are its keeper's to clear.
        with db.writer_engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.execute("VACUUM")
        return
    with db.between_units() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
