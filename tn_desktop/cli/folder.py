"""The command that keeps a profile and a shared folder in step."""

import argparse
import json
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.files import password_in
from tn_desktop.cli.progress import progress_line
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import FileRefused, PasswordNeeded
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from tn_desktop.exchange.folder.passing import FolderReport, FolderSync
    from tn_desktop.exchange.sync.report import SyncReport

AGAIN: Final = 2.5
"""Seconds that one pass waits where a file may be still on its way."""
ANSWER_AFTER: Final = 3_600.0
STATUS: Final = {
    "applied": QT_TRANSLATE_NOOP("cli", "taken in"),
    "duplicate": QT_TRANSLATE_NOOP("cli", "taken in before"),
    "held": QT_TRANSLATE_NOOP("cli", "kept for later"),
    "refused": QT_TRANSLATE_NOOP("cli", "refused"),
}
REHEARSED: Final = {**STATUS, "applied": QT_TRANSLATE_NOOP("cli", "would be taken in")}
"""The same where nothing is written."""
COUNTS: Final = QT_TRANSLATE_NOOP(
    "cli", "Added: {added} · changed: {changed} · removed: {removed} · in conflict: {conflicts}"
)
ERASED: Final = QT_TRANSLATE_NOOP("cli", "Erased for good, as was decided elsewhere: {count} (people)")
_KEPT: Final = QT_TRANSLATE_NOOP(
    "cli",
    "The data lie in a folder that {tool} keeps, which can damage them while they are open. Move them elsewhere and "
    "share a folder of workbooks instead.",
)


def folder(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """One pass, or with --watch pass after pass: what apply tells, and "written" and "waiting"; a line each."""
    from tn_desktop.exchange.folder.passing import FolderSync
    from tn_desktop.exchange.sync.receiving import Options

    say = Speech(arguments.lang)
    passphrase = password_in(arguments.file_passphrase) or ""
    answer_after = ANSWER_AFTER if arguments.watch else 0.0
    # A laptop or an office that watches a folder waits for whoever writes, however long it takes.
    options = Options(trust_new=arguments.trust_new, waits=_wait)
    sync = FolderSync(Path(arguments.folder), say.translate, passphrase, options, answer_after=answer_after)
    with Database.open(profile, _wait) as db, db.patient(_wait):
        if arguments.watch:
            _stay(sync, db, arguments, say)
        if sync.look(db).waiting:
            time.sleep(AGAIN)
        report = _pass(sync, db)
    told = report.as_json(say.translate)
    return Answer(told, lambda say: lines(told, report, profile, say))


def _wait() -> None:
    """Others write just now."""


def _pass(sync: "FolderSync", db: Database) -> "FolderReport":
    with progress_line() as line:

        def tell(file: str, done: int, of: int) -> None:
            line.tell(f"{file} {100 * done // of} %" if of else file)

        return sync.run(db, progress=tell)


def _stay(sync: "FolderSync", db: Database, arguments: argparse.Namespace, say: Speech) -> None:
    """Pass after pass until somebody stops it; trouble is told when it begins, and it goes on after it."""
    signal.signal(signal.SIGTERM, _stop)
    trouble = ""
    while True:
        try:
            report = _pass(sync, db)
            trouble = ""
            if report.says_something:
                told = report.as_json(say.translate)
                text = [json.dumps(told, ensure_ascii=False)] if arguments.json else lines(told, report, None, say)
                sys.stdout.write("\n".join(text) + "\n")
                sys.stdout.flush()
            time.sleep(arguments.every)
        except FileRefused as error:
            if error.text(say.translate) != trouble:
                trouble = error.text(say.translate)
                sys.stderr.write(f"{trouble}\n")
                sys.stderr.flush()
            time.sleep(arguments.every)
        except KeyboardInterrupt:
            raise SystemExit(0) from None


def _stop(*_signal: object) -> None:
    raise KeyboardInterrupt


def file_lines(files: list[dict[str, Any]], say: Speech, status: Mapping[str, str] = STATUS) -> list[str]:
    """A line for each file; that it was taken in before is said once."""
    from tn_desktop.exchange.sync.report import TAKEN_BEFORE

    told = say.translate("errors", TAKEN_BEFORE)
    lines = []
    for one in files:
        reason = (one["reason"] or "").removeprefix(told if one["status"] == "duplicate" else "").strip()
        lines.append(f"{one['file']}: {say(status[one['status']])}" + (f" – {reason}" if reason else ""))
    return lines


def waited_lines(report: "SyncReport", say: Speech) -> list[str]:
    """Files that had waited: those that came now, and why others wait on although their time has come."""
    came = QT_TRANSLATE_NOOP("cli", "{file}: had waited, and is taken in now")
    locked = QT_TRANSLATE_NOOP(
        "cli",
        "{file}: waits for its passphrase. Ask whoever sent it, write it into a file F and run the command again with "
        "--file-passphrase F.",
    )
    waits = QT_TRANSLATE_NOOP("cli", "{file}: waits on – {reason}")
    return [say(came, file=one.file) for one in report.released] + [
        say(locked, file=file)
        if isinstance(why, PasswordNeeded)
        else say(waits, file=file, reason=why.text(say.translate))
        for file, why in report.stuck.values()
    ]


def attachment_lines(counts: dict[str, int], say: Speech) -> list[str]:
    """What is told of the files of outputs, if there is something to tell."""
    taken = say(QT_TRANSLATE_NOOP("cli", "Files of outputs taken in: {count}"), count=counts["taken"])
    waiting = say(QT_TRANSLATE_NOOP("cli", "Files of outputs that have not come yet: {count}"), count=counts["waiting"])
    return [*([taken] if counts["taken"] else []), *([waiting] if counts["waiting"] else [])]


def lines(told: dict[str, Any], report: "FolderReport", profile: Profile | None, say: Speech) -> list[str]:
    """What people read of a pass."""
    out = [report.taken.clock.text(say.translate)] if told["files"] and report.taken.clock else []
    out += waited_lines(report.taken, say) if report.says_something else []
    out += file_lines(told["files"], say)
    if told["files"]:
        out.append(say(COUNTS, **{name: told[name] for name in ("added", "changed", "removed", "conflicts")}))
    if "erased" in told:
        out.append(say(ERASED, count=told["erased"]))
    out += attachment_lines(told["attachments"], say) if report.says_something else []
    out += [say(QT_TRANSLATE_NOOP("cli", "Written: {file}"), file=name) for name in report.written]
    waiting = QT_TRANSLATE_NOOP("cli", "Not all there yet, or held by another program: {file}")
    out += [say(waiting, file=name) for name in report.waiting]
    if not out:
        out.append(say(QT_TRANSLATE_NOOP("cli", "Nothing new on either side.")))
    if profile is not None and (tool := _keeper(profile)):
        out.append(say(_KEPT, tool=tool))
    return out


def _keeper(profile: Profile) -> str:
    from tn_desktop.exchange.folder.keepers import keeper_of

    return "" if profile.server else keeper_of(profile.database.parent)
