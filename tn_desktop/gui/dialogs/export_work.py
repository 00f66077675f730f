"""What the export dialog asks of the database and the writers, as tasks; nothing here is shown."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from tn_desktop.exchange.export.entities import fields_of
from tn_desktop.exchange.export.exporting import Options, Report, Selection, Watch, export_attendance, export_list
from tn_desktop.gui.context import Context, translate
from tn_desktop.gui.tasks import Task
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import attendance, export_data, export_log, records
from tn_desktop.services.export_lists import entity_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.store.unit_of_work import UnitOfWork

ATTENDANCE: Final = "attendance"
_BETWEEN_TELLINGS: Final = 0.1
"""Seconds between two tellings of how far the work is."""


@dataclass(frozen=True)
class Subject:
    """The session or workshop from which the dialog was opened; `day` and `number` are the session's."""

    workshop: int
    title: str
    session: int | None = None
    number: int = 0
    day: date | None = None


@dataclass(frozen=True)
class Order:
    """One export as it was chosen.

    Attributes:
        entity: plural name; "attendance" makes the attendance workbook.
        contacts: phone and e-mail.
        columns: fields of a list; all without any.
        recipient: who is given the file.
        small_numbers: groups of fewer than five are in it.
    """

    entity: str
    selection: Selection
    contacts: bool = False
    columns: tuple[str, ...] = ()
    recipient: str = ""
    small_numbers: bool = False


def read_subject(connection: "Connection", scope: tuple[str, int]) -> Subject:
    """What the scope ("session" or "workshop", id) is called.

    Raises:
        NotFound: it was removed.
    """
    kind, key = scope
    if kind == "session":
        head = attendance.session_head(connection, key)
        day = date.fromisoformat(head.starts_at[:10]) if head.starts_at else None
        return Subject(head.workshop_id, head.workshop, key, head.number, day)
    return Subject(key, str(records.show(connection, "workshops", key)["title"] or ""))


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows a file will have (of an attendance workbook: people), and of how many people it holds data."""

    rows: int
    people: int


def count_people(connection: "Connection", order: Order) -> Held:
    """What an export would hold."""
    if order.entity == ATTENDANCE:
        count = export_data.people_count(connection, order.selection)
        return Held(count, count)
    if order.entity == "people" and order.selection.community is None:
        count = records.listing(connection, order.entity, limit=0)[0]
        return Held(count, count)
    rows = entity_rows(connection, order.entity, order.selection)
    fields = fields_of(ENTITIES[order.entity], Options(contacts=order.contacts, columns=order.columns))
    return Held(rows.count, rows.people([field.name for field in fields]))


def start_export(
    context: Context,
    order: Order,
    path: Path,
    owner: QObject,
    progress: Callable[[tuple[int, int]], None],
    done: Callable[[Report], None],
    failed: Callable[[AppError], None],
) -> Callable[[], None]:
    """Write the file off the event loop, note it in the export log, then call `done`.

    Returns what stops it: `failed` is then called with `Cancelled`, unless the file is finished already. The task's
    own `cancel` would drop the answer and leave that open.
    """
    told, stop = [0.0], threading.Event()

    def tell(so_far: int, total: int) -> None:
        now = time.monotonic()
        if now - told[0] >= _BETWEEN_TELLINGS:
            told[0] = now
            context.tasks.on_main_thread(owner, progress, (so_far, total))

    def work(_task: Task) -> Report:
        assert context.tasks.database is not None
        watch = Watch(tell, stop.is_set)
        with context.tasks.database.read() as connection:
            options = Options(contacts=order.contacts, columns=order.columns, small_numbers=order.small_numbers)
            if order.entity == ATTENDANCE:
                return export_attendance(connection, path, order.selection, translate, options, watch)
            return export_list(
                connection, order.entity, path, translate, order.selection, watch, context.language, options
            )

    def note(report: Report) -> None:
        context.tasks.write(
            QT_TRANSLATE_NOOP("history", "Export"), lambda uow: _note(uow, order, report, context.now())
        )

    context.tasks.run(work, done, failed, owner=owner, always=note)
    return stop.set


def _note(uow: "UnitOfWork", order: Order, report: Report, now: datetime) -> Changes:
    chosen = order.selection
    scope = {
        "session": chosen.session and records.uid_of(uow.connection, "sessions", chosen.session),
        "workshop": chosen.workshop and records.uid_of(uow.connection, "workshops", chosen.workshop),
        "community": chosen.community and records.uid_of(uow.connection, "communities", chosen.community),
        "from": chosen.first,
        "to": chosen.last,
        "small_numbers": "yes" if order.small_numbers else "",
    }
    words = " ".join(f"{name}={value}" for name, value in scope.items() if value)
    one = export_log.Exported(
        report.file.name, order.entity, words, report.people, order.contacts, recipient=order.recipient
    )
    export_log.note(uow, one, now)
    return uow.changes()
