"""Looking for damage, and rescuing what can be read."""

import argparse
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.progress import progress_line
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Damaged, StoreError, TornIndex
from tn_desktop.model.messages import ERRORS, QT_TRANSLATE_NOOP
from tn_desktop.model.registry import entity
from tn_desktop.store.database import Database
from tn_desktop.store.full_text import MENDED, QUICKLY, WHOLLY, mend
from tn_desktop.store.log import start_log
from tn_desktop.store.profile import Profile


def check(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Look for damage: {"ok", "problems"}, of a damaged file "backup" too; the exit status tells it as well.

    An index that is torn is made anew at once, which is no problem any more: "mended" says so.
    """
    found, mended = _checked(profile, arguments)
    backup = _best(profile) if any(isinstance(problem, Damaged) for problem in found) else None

    def lines(say: Speech) -> list[str]:
        done = [say.translate(ERRORS, MENDED)] if mended else []
        return done + (
            [problem.text(say.translate) for problem in found]
            or [say(QT_TRANSLATE_NOOP("cli", "Everything is in order."))]
        )

    def reason(say: Speech) -> str:
        if backup is not None:
            text = QT_TRANSLATE_NOOP(
                "cli", "Problems found: {count}. Restore the best backup, {file}, or rescue what can be read: rescue"
            )
            return say(text, count=len(found), file=backup)
        return say(QT_TRANSLATE_NOOP("cli", "Problems found: {count}. Restore the latest backup."), count=len(found))

    english = Speech("en").translate
    problems = [problem.text(english) for problem in found]
    answer: dict[str, object] = {"ok": not found, "problems": problems}
    if mended:
        answer["mended"] = [MENDED]
    if any(isinstance(problem, Damaged) for problem in found):
        answer["backup"] = None if backup is None else str(backup)
    return Answer(answer, lines, reason if found else None)


def _checked(profile: Profile, arguments: argparse.Namespace) -> tuple[list[StoreError], bool]:
    """What is wrong, and whether indexes were made anew."""
    from tn_desktop.services.checks import check_database

    try:
        with opened(profile, arguments) as db:
            found, mended = _found(db), bool(db.mended)
            if any(isinstance(problem, TornIndex | Damaged) for problem in found):
                with suppress(Damaged):  # more than indexes: then it is what was found
                    if mend_search(db, WHOLLY):
                        found, mended = check_database(db), True
            return found, mended
    except StoreError as error:
        return [error], False


def _found(db: Database) -> list[StoreError]:
    from tn_desktop.services.checks import check_database

    try:
        return check_database(db)
    except Damaged as error:  # a torn index may end the check itself
        return [error]


def mend_search(db: Database, check: str = QUICKLY) -> tuple[str, ...]:
    """Make torn search indexes anew, with a line in the log; return the tables they belong to."""
    with suppress(OSError):
        start_log(db.profile)
    with progress_line() as line:
        return mend(db, lambda done, of: line.tell(f"{100 * done // max(1, of)} %"), check)


def rescue(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Read what can be read into a new file: {"read", "from_backup", "lost", "waiting", "kept", "backup"}."""
    from tn_desktop.cli.painting import refuse_beside_window
    from tn_desktop.services import rescue as service

    refuse_beside_window(profile)
    told = service.rescue(profile, arguments.second)

    def lines(say: Speech) -> list[str]:
        parts = (
            (QT_TRANSLATE_NOOP("cli", "Read: {rows}"), told.read),
            (QT_TRANSLATE_NOOP("cli", "From the backup: {rows}"), told.backed),
            (QT_TRANSLATE_NOOP("cli", "Lost: {rows}"), told.lost),
            (QT_TRANSLATE_NOOP("cli", "Waiting for a colleague's workbook: {rows}"), told.waiting),
        )
        out = [say(text, rows=_rows(say, counts)) for text, counts in parts if counts]
        out = out or [say(QT_TRANSLATE_NOOP("cli", "Nothing could be read."))]
        if told.kept is not None:
            out.append(say(QT_TRANSLATE_NOOP("cli", "The damaged file is kept in {file}"), file=told.kept))
        return out

    answer = {
        "read": told.read,
        "from_backup": told.backed,
        "lost": told.lost,
        "waiting": told.waiting,
        "kept": None if told.kept is None else str(told.kept),
        "backup": None if told.backup is None else str(told.backup),
    }
    return Answer(answer, lines)


def _best(profile: Profile) -> Path | None:
    from tn_desktop.services.rescue import best_backup

    offer = None if profile.server else best_backup(profile)
    return None if offer is None else offer.backup.file


def _rows(say: Speech, counts: Mapping[str, int]) -> str:
    return ", ".join(f"{say.translate('entities', entity(name).title)} {count}" for name, count in counts.items())
