"""The commands of the law on personal data: everything about a person, slips to sign, the log of exports."""

import argparse
from datetime import datetime
from pathlib import Path

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.speech import Speech
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import export_log, records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


def subject_export(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write everything about a person, as a workbook or a PDF by the file's ending: {"file", "rows"}."""
    from tn_desktop.exchange.export.subject import write_subject
    from tn_desktop.exchange.export.target import DOCUMENTS, file_kind
    from tn_desktop.services.subject_data import subject_data

    out: Path = arguments.out
    kind, speech = file_kind(out, DOCUMENTS), Speech(arguments.lang)
    now = datetime.now().astimezone()
    with opened(profile, arguments) as db:
        with db.read() as connection:
            person = records.id_of(connection, "people", arguments.person)
            data = subject_data(connection, person, speech.translate, now)
        rows = sum(len(table.rows) for table in data.tables)
        if kind == "pdf":
            from tn_desktop.cli.painting import paint_subject

            paint_subject(data, out, speech)
        else:
            write_subject(data, out, speech.translate)
        # The file's name may say who it is about; the log is to know no names.
        note_export(db, export_log.Exported(f"*{out.suffix}", export_log.SUBJECT, "", 1, True))
    answer = {"file": str(out), "rows": rows}
    return Answer(answer, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Written: {file} ({rows} rows)"), **answer)])


def note_export(db: Database, noted: export_log.Exported) -> None:
    """Write down that a command wrote a file that leaves."""
    with db.write(QT_TRANSLATE_NOOP("history", "Export")) as uow:
        export_log.note(uow, noted, datetime.now().astimezone())


def slip(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write the consent slip, blank or for a person, as PDF: {"file", "pages"}."""
    from tn_desktop.cli.painting import paint_slip
    from tn_desktop.services.slip_content import slip_content

    with opened(profile, arguments) as db:
        with db.read() as connection:
            people = [records.id_of(connection, "people", one) for one in arguments.person or []]
            content = slip_content(connection, people)
        pages = paint_slip(content, arguments.out, Speech(arguments.lang))
        note_export(
            db,
            export_log.Exported(
                arguments.out.name, export_log.SLIP, "", len(people), False, recipient=arguments.recipient
            ),
        )
    answer = {"file": str(arguments.out), "pages": pages}
    return Answer(answer, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Written: {file} ({pages} pages)"), **answer)])


def exports(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """What left in files and on paper: {"total", "rows"}."""
    with opened(profile, arguments) as db, db.read() as connection:
        total = export_log.count(connection)
        found = export_log.exports(connection, arguments.limit, arguments.search)
    rows = [
        {
            "at": one.at,
            "name": one.name,
            "kind": one.kind,
            "scope": one.scope,
            "people": one.people,
            "contacts": one.contacts,
            "recipient": one.recipient or None,
        }
        for one in found
    ]

    def lines(say: Speech) -> list[str]:
        told = QT_TRANSLATE_NOOP("cli", "{at} {name} ({kind}), people: {people}, for: {recipient}")
        itself = QT_TRANSLATE_NOOP("cli", "the session itself")
        given: dict[object, str] = {None: "–", export_log.ITSELF: say(itself)}
        count = say(QT_TRANSLATE_NOOP("cli", "Shown: {shown} of {total}"), shown=len(rows), total=total)
        return [
            *(say(told, **row | {"recipient": given.get(row["recipient"], str(row["recipient"]))}) for row in rows),
            count,
        ]

    return Answer({"total": total, "rows": rows}, lines)
