"""The command that tells funders and the public what the network did."""

import argparse
from datetime import datetime
from pathlib import Path

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.privacy import note_export
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import day
from tn_desktop.services import export_log
from tn_desktop.services.impact import Period, impact_report
from tn_desktop.store.profile import Profile


def report(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write the impact report, as a workbook or a PDF by the file's ending: {"file", "tables"}."""
    from tn_desktop.exchange.export.impact import write_impact
    from tn_desktop.exchange.export.target import DOCUMENTS, file_kind

    out: Path = arguments.out
    kind, speech, period = file_kind(out, DOCUMENTS), Speech(arguments.lang), _period(arguments)
    with opened(profile, arguments) as db:
        with db.read() as connection:
            made = impact_report(connection, period, speech.translate, datetime.now().astimezone())
        if kind == "pdf":
            from tn_desktop.cli.painting import paint_impact

            paint_impact(made, out, speech)
        else:
            write_impact(made, out, speech.translate)
        scope = " ".join(f"{name}={value}" for name, value in (("from", period.first), ("to", period.last)) if value)
        noted = export_log.Exported(out.name, export_log.IMPACT, scope, 0, False, recipient=arguments.recipient)
        note_export(db, noted)
    answer = {"file": str(out), "tables": len(made.tables)}
    told = QT_TRANSLATE_NOOP("cli", "Written: {file} ({tables} tables)")
    return Answer(answer, lambda say: [say(told, **answer)])


def _period(arguments: argparse.Namespace) -> Period:
    """The days of --from and --to.

    Raises:
        FieldError: one of them is no day. Refused: they are the wrong way round.
    """
    told = (("from", arguments.first), ("to", arguments.last))
    first, last = (day(name, text) if text else "" for name, text in told)
    if first and last and first > last:
        raise Refused(QT_TRANSLATE_NOOP("errors", "The first day comes after the last one. Turn them round."))
    return Period(first, last)
