"""Spreadsheets for people: attendance workbooks and lists as xlsx, ods or csv.

Both functions read on one connection, which stays open in one transaction while the file is written. Whoever calls
them notes the export with services/export_log.py, for which a unit of work is needed.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tn_desktop.exchange.export.attendance import write_attendance
from tn_desktop.exchange.export.entities import list_scope
from tn_desktop.exchange.export.lists import write_list
from tn_desktop.exchange.export.scope import AttendanceScope, Options, Report, Selection, Watch
from tn_desktop.exchange.export.target import TABLES, file_kind
from tn_desktop.exchange.export.words import Words
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services import organisation
from tn_desktop.services.export_data import attendance_scope
from tn_desktop.services.export_lists import entity_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["TABLES", "Options", "Report", "Selection", "Watch", "export_attendance", "export_list", "scope_in_words"]

_ALL: Final = QT_TRANSLATE_NOOP("export", "All workshops")


def export_attendance(
    connection: "Connection",
    out: Path,
    selection: Selection,
    translate: Translate,
    options: Options | None = None,
    watch: Watch | None = None,
) -> Report:
    """Write the attendance of the sessions chosen; csv holds the rows alone.

    Raises:
        FileRefused: the file cannot be written. NotFound: session or workshop was removed.
        Cancelled: the watch says so. In each case no file is left.
    """
    file_kind(out)
    scope = attendance_scope(connection, selection, consents=options is not None and options.contacts)
    words = Words.of(translate)
    about = scope_in_words(scope, selection, words)
    title = scope.title or words.say(_ALL)
    return write_attendance(replace(scope, title=title, about=about), out, translate, options, watch)


def export_list(
    connection: "Connection",
    entity: str,
    out: Path,
    translate: Translate,
    selection: Selection | None = None,
    watch: Watch | None = None,
    language: str = "tr",
    options: Options | None = None,
) -> Report:
    """Write the rows of an entity (plural name) with the fields chosen, relations by name.

    Engagement tools that still have the library's words say them in `language`, the one of `translate`.

    Raises:
        Refused: no such entity, or its rows do not belong to the sessions chosen. Else as `export_attendance`.
    """
    file_kind(out)
    options = options or Options()
    with_consents = entity == "people" and options.contacts
    rows = entity_rows(connection, entity, selection, language, consents=with_consents)
    scope = list_scope(rows, organisation.name_of(connection), datetime.now().astimezone(), translate, options)
    return write_list(scope, out, translate, watch)


def scope_in_words(scope: AttendanceScope, selection: Selection, words: Words) -> str:
    """What was chosen, as the workbook tells its reader."""
    if selection.session is not None:
        session = next(iter(scope.sessions()), None)
        if session is None:
            return ""
        name = words.session_name(session.title, session.order)
        starts = session.starts_at or ""
        moment = f"{starts[8:10]}.{starts[5:7]}.{starts[:4]} {starts[11:16]}".strip() if len(starts) >= 10 else ""
        return ", ".join(part for part in (name, moment) if part)
    text = QT_TRANSLATE_NOOP("export", "All sessions of the workshop")
    if selection.workshop is None:
        text = QT_TRANSLATE_NOOP("export", "All sessions")
    if selection.first is None and selection.last is None:
        return words.say(text)
    return words.say(QT_TRANSLATE_NOOP("export", "Sessions of these days"))
