"""The commands that take a spreadsheet in or write one."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.privacy import note_export
from tn_desktop.cli.progress import ProgressLine, progress_line
from tn_desktop.cli.secrecy import first_line
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day
from tn_desktop.model.registry import entity
from tn_desktop.services import records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.exchange.ical import CalendarScope
    from tn_desktop.exchange.plan import Target
    from tn_desktop.services.export_scope import Selection


def take_in(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Take a spreadsheet in: {"added", "changed", "same", "differs", "skipped", "refused", "no_data", "batch"}.

    All but the first three and the batch are rows, each with its reason; "no_data" are those that are none of the
    list: titles, totals, notes, empty rows with a number.
    """
    from tn_desktop.exchange.import_report import left_out, report
    from tn_desktop.exchange.importing import import_path

    with opened(profile, arguments) as db:
        with db.read() as connection:
            target = _target(connection, arguments)
        plan, result = import_path(
            db,
            arguments.file,
            kind=arguments.kind,
            target=target,
            orders=[f"{column}={field}" for column, field in arguments.map or []],
            dry_run=arguments.dry_run,
            take=arguments.take or (),
            password=password_in(arguments.password_file),
            translations=[Speech(language).translate for language in ("en", "tr")],
        )

    def lines(say: Speech) -> list[str]:
        told = report(result, plan, say.translate)
        counts = say(
            QT_TRANSLATE_NOOP(
                "cli", "Added: {added} · changed: {changed} · already there: {same} · different: {differs}"
            ),
            added=told["added"],
            changed=told["changed"],
            same=told["same"],
            differs=len(told["differs"]),
        )
        row = QT_TRANSLATE_NOOP("cli", "Row {row} was left out: {reason}")
        rehearsal = QT_TRANSLATE_NOOP("cli", "Nothing was written: this was only a rehearsal.")
        left = [say(row, **one) for one in left_out(told)]
        stays = QT_TRANSLATE_NOOP("cli", "Row {row}: {reason}")
        different = [say(stays, **kept) for kept in told["differs"]]
        return [counts, *different, *left, *([say(rehearsal)] if arguments.dry_run else [])]

    return Answer(report(result, plan, Speech(arguments.lang).translate), lines)


def give_out(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write a workbook for people, or a calendar: {"file", "rows"}."""
    from tn_desktop.exchange.export.exporting import Options, export_attendance, export_list
    from tn_desktop.exchange.ical import ENDING, export_calendar
    from tn_desktop.services import export_log

    spec, out = entity(arguments.entity), Path(arguments.out)
    speech = Speech(arguments.lang)
    translate = speech.translate
    with opened(profile, arguments) as db:
        with db.read() as connection:
            selection = _selection(connection, arguments)
            if out.suffix.lower() == ENDING:
                scope = _calendar_scope(connection, arguments, selection)
                written = export_calendar(connection, out, scope, translate, names=arguments.names)
            elif arguments.community is not None:
                raise Refused(QT_TRANSLATE_NOOP("errors", "A community is for calendars: write to a name in .ics."))
            elif spec.name == "attendance":
                options = Options(contacts=arguments.contacts)
                written = export_attendance(connection, out, selection, translate, options)
            else:
                options = Options(
                    contacts=arguments.contacts,
                    columns=_columns(spec, arguments.columns),
                    small_numbers=arguments.small_numbers,
                )
                written = export_list(
                    connection, spec.name, out, translate, selection, language=speech.language, options=options
                )
        noted = export_log.Exported(
            out.name, spec.name, _scope(arguments), written.people, arguments.contacts, recipient=arguments.recipient
        )
        note_export(db, noted)
    answer = {"file": str(out), "rows": written.rows}
    told = QT_TRANSLATE_NOOP("cli", "Written: {file} ({rows} rows, data of {people} people)")
    return Answer(answer, lambda say: [say(told, **answer, people=written.people)])


def _columns(spec: EntitySpec, typed: str) -> tuple[str, ...]:
    """The fields of --columns, parted by commas.

    Raises:
        FieldError: there is no such field.
    """
    names = tuple(name.strip() for name in typed.split(",") if name.strip())
    for name in names:
        spec.field(name)
    return names


def kept(db: Database, name: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Fields as typed, but where an output's `file` names a file of this computer, its content is kept.

    Raises:
        FieldError: it is too large, or cannot be read.
    """
    typed = fields.get("file") if name == "outputs" else None
    if not typed or not _is_file(Path(typed)):
        return dict(fields)
    from tn_desktop.services import output_files

    with progress_line() as line:
        return {**fields, "file": output_files.keep(db, Path(typed), _percent(line))}


def file_out(db: Database, name: str, row: Mapping[str, Any], out: Path) -> None:
    """Write the file of an output's row where it is wanted.

    Raises:
        Refused: it is no output, there is no file, or it has not come yet. FileRefused: it cannot be written.
    """
    from tn_desktop.services import output_files

    if name != "outputs":
        raise Refused(QT_TRANSLATE_NOOP("errors", "Only outputs have files: show outputs UID --save-file OUT."))
    with progress_line() as line:
        output_files.save(db, row["file"], out, _percent(line))


def _percent(line: ProgressLine) -> Callable[[int, int], None]:
    return lambda done, of: line.tell(f"{100 * done // max(1, of)} %")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a text that is no path at all
        return False


def _target(connection: "Connection", arguments: argparse.Namespace) -> "Target":
    from tn_desktop.exchange.plan import Target

    return Target(
        community=_id(connection, "communities", arguments.community),
        workshop=_id(connection, "workshops", arguments.workshop),
        session=_id(connection, "sessions", arguments.session),
    )


def _selection(connection: "Connection", arguments: argparse.Namespace) -> "Selection":
    from tn_desktop.services.export_scope import Selection

    first, last = _day("from", arguments.first), _day("to", arguments.last)
    if first and last and first > last:
        raise Refused(QT_TRANSLATE_NOOP("errors", "The first day comes after the last one. Turn them round."))
    return Selection(
        session=_id(connection, "sessions", arguments.session),
        workshop=_id(connection, "workshops", arguments.workshop),
        first=first,
        last=last,
    )


def _calendar_scope(connection: "Connection", arguments: argparse.Namespace, selection: "Selection") -> "CalendarScope":
    from tn_desktop.exchange.ical import CalendarScope

    if arguments.entity != "sessions":
        raise Refused(QT_TRANSLATE_NOOP("errors", "Only sessions go into a calendar: export sessions OUT.ics."))
    community = _id(connection, "communities", arguments.community)
    return CalendarScope(selection.session, selection.workshop, community, selection.first, selection.last)


def _id(connection: "Connection", name: str, uid: str | None) -> int | None:
    return None if uid is None else records.id_of(connection, name, uid)


def _day(name: str, text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(day(name, text))


def _scope(arguments: argparse.Namespace) -> str:
    """What was chosen, for the log of exports; uids, no names."""
    chosen: Mapping[str, Any] = {
        "session": arguments.session,
        "workshop": arguments.workshop,
        "community": arguments.community,
        "from": arguments.first,
        "to": arguments.last,
        "small_numbers": "yes" if arguments.small_numbers else "",
    }
    return " ".join(f"{name}={value}" for name, value in chosen.items() if value)


def password_in(file: Path | None) -> str | None:
    """The password in a file, if one was named."""
    return None if file is None else first_line(file)
