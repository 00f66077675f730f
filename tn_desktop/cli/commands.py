"""The commands. Each opens the profile, calls one service and says what came of it."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.cli import due, duplicates, files, privacy, reporting, rescuing, secrecy, sync, texts
from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.showing import FIELDS, row_line, row_lines
from tn_desktop.cli.speech import Speech
from tn_desktop.model.changes import Changes
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import entity
from tn_desktop.services import export_log, records
from tn_desktop.store.profile import Profile
from tn_desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection

Command = Callable[[Profile, argparse.Namespace], Answer]


def add(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Make a row: {"uid"}."""
    entity(arguments.entity)
    with opened(profile, arguments) as db:
        fields = files.kept(db, arguments.entity, dict(arguments.fields))
        with db.write(QT_TRANSLATE_NOOP("history", "Add a record")) as uow:
            key = records.add(uow, arguments.entity, fields).subject
            assert key is not None
            uid = records.uid_of(uow.connection, arguments.entity, key)
    return Answer({"uid": uid}, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Added: {uid}"), uid=uid)])


def change(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Change fields of a row: {"uid", "changed"}."""
    name = entity(arguments.entity).name
    with opened(profile, arguments) as db:
        fields = files.kept(db, name, dict(arguments.fields))
        with db.write(QT_TRANSLATE_NOOP("history", "Change a record")) as uow:
            key = records.id_of(uow.connection, name, arguments.uid)
            told = _change(uow, name, key, fields, arguments).told["fields"]
            uid = records.uid_of(uow.connection, name, key)
    assert isinstance(told, tuple)
    changed = [str(field) for field in told]

    def lines(say: Speech) -> list[str]:
        if not changed:
            return [say(QT_TRANSLATE_NOOP("cli", "Nothing to change: it was so already."))]
        labels = ", ".join(say.translate(FIELDS, entity(name).field(field).label) for field in changed)
        return [say(QT_TRANSLATE_NOOP("cli", "Changed: {fields}"), fields=labels)]

    return Answer({"uid": uid, "changed": changed}, lines)


def _change(
    uow: UnitOfWork, name: str, key: int, fields: Mapping[str, object], arguments: argparse.Namespace
) -> Changes:
    if name == "tools":
        from tn_desktop.services import tools

        return tools.change(uow, key, fields, Speech(arguments.lang).language)
    return records.change(uow, name, key, fields)


def remove(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Remove a row: {"uid"}."""
    name = entity(arguments.entity).name
    with opened(profile, arguments) as db, db.write(QT_TRANSLATE_NOOP("history", "Remove a record")) as uow:
        key = records.id_of(uow.connection, name, arguments.uid)
        records.remove(uow, name, key)
        uid = records.uid_of(uow.connection, name, key)
    return Answer({"uid": uid}, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Removed: {uid}"), uid=uid)])


def show(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Show a row; with --save-file the file of an output is written as well."""
    spec = entity(arguments.entity)
    with opened(profile, arguments) as db:
        with db.read() as connection:
            key = records.id_of(connection, spec.name, arguments.uid)
            row = records.show(connection, spec.name, key, Speech(arguments.lang).language)
            names = _names(connection, spec, [row], arguments)
        if arguments.save_file is not None:
            files.file_out(db, spec.name, row, arguments.save_file)
            out = arguments.save_file.name
            privacy.note_export(
                db, export_log.Exported(out, export_log.FILE, "", 0, False, recipient=arguments.recipient)
            )

    def lines(say: Speech) -> list[str]:
        written = QT_TRANSLATE_NOOP("cli", "Written: {file}")
        out = arguments.save_file
        return [*row_lines(spec, row, say, names), *([say(written, file=out)] if out is not None else [])]

    return Answer(row, lines)


def listing(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """List rows: {"total", "rows"}."""
    spec = entity(arguments.entity)
    with opened(profile, arguments) as db, db.read() as connection:
        where, language = dict(arguments.where or []), Speech(arguments.lang).language
        total, rows = records.listing(connection, spec.name, arguments.search, where, arguments.limit, language)
        names = _names(connection, spec, rows, arguments)

    def lines(say: Speech) -> list[str]:
        count = say(QT_TRANSLATE_NOOP("cli", "Shown: {shown} of {total}"), shown=len(rows), total=total)
        return [*(row_line(spec, row, say, names) for row in rows), count]

    return Answer({"total": total, "rows": rows}, lines)


def _names(
    connection: "Connection", spec: EntitySpec, rows: Sequence[Mapping[str, Any]], arguments: argparse.Namespace
) -> Mapping[str, str]:
    """What people read in place of uids; JSON has the uids."""
    if arguments.json:
        return {}
    from tn_desktop.services.names_of import names_of

    return names_of(connection, spec, rows, Speech(arguments.lang).language)


def mark(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Mark a person at a session: {"uid"} of the attendance."""
    from tn_desktop.services import attendance

    with opened(profile, arguments) as db, db.write(QT_TRANSLATE_NOOP("history", "Take attendance")) as uow:
        session = records.id_of(uow.connection, "sessions", arguments.session)
        person = records.id_of(uow.connection, "people", arguments.person)
        key = attendance.mark(
            uow, session, person, arguments.status, mode=arguments.mode, minutes=arguments.minutes
        ).subject
        assert key is not None
        uid = records.uid_of(uow.connection, "attendance", key)
    return Answer({"uid": uid}, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Marked: {uid}"), uid=uid)])


def sheet(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write the printable session sheet: {"file", "pages"}."""
    from tn_desktop.cli.painting import paint_sheet
    from tn_desktop.cli.privacy import note_export
    from tn_desktop.services.sheet_data import session_sheet_data

    with opened(profile, arguments) as db:
        with db.read() as connection:
            content = session_sheet_data(connection, [records.id_of(connection, "sessions", arguments.session)])
        speech = Speech(arguments.lang)
        pages = paint_sheet(content, arguments.out, speech, agenda=arguments.agenda, consents=arguments.consents)
        people = max((len(sheet.people) for sheet in content), default=0)
        note_export(
            db,
            export_log.Exported(
                arguments.out.name,
                export_log.SHEET,
                "",
                people,
                False,
                # As a sheet is meant, unless told: signed in its session.
                recipient=arguments.recipient.strip() or export_log.ITSELF,
            ),
        )
    answer = {"file": str(arguments.out), "pages": pages}
    return Answer(answer, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Written: {file} ({pages} pages)"), **answer)])


def backup(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write a copy of all data: {"file"}."""
    from tn_desktop.services import safety

    target: Path = arguments.out
    with opened(profile, arguments) as db:
        safety.backup(db, target)
        with db.read() as connection:
            people = records.listing(connection, "people", limit=0)[0]
        privacy.note_export(db, export_log.Exported(target.name, export_log.BACKUP, "", people, True))
    return Answer(
        {"file": str(target)},
        lambda say: [say(QT_TRANSLATE_NOOP("cli", "Backed up into {file}"), file=target)],
    )


def restore(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Put a backup in the place of the data: {"file", "backup"}, the latter a copy of what was there."""
    from tn_desktop.cli.painting import refuse_beside_window
    from tn_desktop.services import safety

    # Nobody who has the old data before her may go on writing them into the restored ones.
    refuse_beside_window(profile)
    given = arguments.passphrase_file
    kept = safety.restore(profile, arguments.file, secrecy.first_line(given) if given is not None else "")

    def lines(say: Speech) -> list[str]:
        told = [say(QT_TRANSLATE_NOOP("cli", "Restored from {file}"), file=arguments.file)]
        if kept is not None:
            told.append(say(QT_TRANSLATE_NOOP("cli", "What was there before is kept in {file}"), file=kept))
        return told

    return Answer({"file": str(arguments.file), "backup": None if kept is None else str(kept)}, lines)


def demo(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Fill an empty profile with made-up data: {entity: count}."""
    from datetime import datetime

    from tn_desktop.services.demo import fill

    with opened(profile, arguments) as db:
        counts = fill(db, arguments.people, arguments.sessions, arguments.seed, datetime.now().astimezone().date())
    return Answer(counts, lambda say: _counted(say, counts))


def _counted(say: Speech, counts: Mapping[str, int]) -> list[str]:
    return [f"{say.translate('entities', entity(name).title)}: {count}" for name, count in counts.items()]


COMMANDS: Final[Mapping[str, Command]] = {
    "add": add,
    "set": change,
    "remove": remove,
    "show": show,
    "list": listing,
    "mark": mark,
    "import": files.take_in,
    "export": files.give_out,
    "sheet": sheet,
    "report": reporting.report,
    "demo": demo,
    "backup": backup,
    "restore": restore,
    "check": rescuing.check,
    "rescue": rescuing.rescue,
    "sync": sync.sync,
    "duplicates": duplicates.duplicates,
    "erase": sync.erase,
    "subject-export": privacy.subject_export,
    "slip": privacy.slip,
    "exports": privacy.exports,
    "texts": texts.texts,
    "due": due.due,
    "protect": secrecy.protect,
}
"""Command -> what runs it."""
