"""Runs a command: opens the profile, prints the answer, turns every failure into one line."""

import argparse
import json
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import AppError, Refused, TornIndex
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.log import start_log
from tn_desktop.store.places import profile_of
from tn_desktop.store.profile import Profile
from tn_desktop.store.traces import clear, keep_to


def run(arguments: argparse.Namespace) -> int:
    """Run parsed arguments and return the exit status."""
    speech = Speech(arguments.lang)
    profile: Profile | None = None
    try:
        _check_text(arguments)
        profile = profile_of(Path(arguments.profile) if arguments.profile else None, arguments.database)
        profile.check()
        keep_to(profile)
        from tn_desktop.cli import commands
        from tn_desktop.cli.secrecy import unlocked

        profile = unlocked(profile, arguments, speech)
        answer = commands.COMMANDS[arguments.command](profile, arguments)
        return _print(answer, arguments, speech)
    except AppError as error:
        if isinstance(error, TornIndex) and profile is not None:
            _mend_search(profile)
        return _refuse(error.text(speech.translate))
    except KeyboardInterrupt:
        return _refuse(speech(QT_TRANSLATE_NOOP("cli", "Stopped.")))
    except BrokenPipeError:
        return _nobody_reads()
    except (SystemExit, GeneratorExit):
        raise
    # Also what is no Exception: some readers written in Rust panic past it.
    except BaseException as error:  # noqa: BLE001 - a traceback is never an answer
        log = _keep(error, profile, arguments.command)
        if log is None:
            return _refuse(speech(QT_TRANSLATE_NOOP("cli", "Something went wrong inside the program.")))
        return _refuse(
            speech(QT_TRANSLATE_NOOP("cli", "Something went wrong inside the program. Details: {file}"), file=log)
        )
    finally:
        if profile is not None:
            clear(profile)


def _mend_search(profile: Profile) -> None:
    """What met a torn search index says so; the next command finds it whole."""
    from tn_desktop.cli.rescuing import mend_search
    from tn_desktop.store.database import Database

    with suppress(AppError), Database.open(profile) as db:
        mend_search(db)


def _check_text(arguments: argparse.Namespace) -> None:
    for name in ("fields", "where", "search", "map"):
        given = getattr(arguments, name, None) or []
        for text in [given] if isinstance(given, str) else [part for pair in given for part in pair]:
            if any("\ud800" <= char <= "\udfff" for char in text):
                raise Refused(
                    QT_TRANSLATE_NOOP("errors", "The text given is not valid UTF-8. Check the terminal's encoding.")
                )


def _print(answer: Answer, arguments: argparse.Namespace, speech: Speech) -> int:
    text = json.dumps(answer.json, ensure_ascii=False) if arguments.json else "\n".join(answer.lines(speech))
    try:
        if text:
            sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _nobody_reads()
    except OSError:
        _nobody_reads()
        return _refuse(
            speech(QT_TRANSLATE_NOOP("cli", "It was done, but the answer could not be written to standard output."))
        )
    return _refuse(answer.reason(speech), answer.status) if answer.reason else 0


def _refuse(sentence: str, status: int = 1) -> int:
    try:
        sys.stderr.write(" ".join(sentence.split()) + "\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody listens any more; the status still tells
    return status


def _nobody_reads() -> int:
    """Whoever read our output has gone (… | head -1): what was asked is done, so nothing is said."""
    # Python flushes standard output once more when it ends, and would complain then.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _keep(error: BaseException, profile: Profile | None, command: str) -> Path | None:
    """Write where it happened to the profile's log; return the file, None if it cannot be written."""
    if profile is None:
        return None
    try:
        profile.make()
        file = start_log(profile)
    except (AppError, OSError):
        return None
    logging.getLogger("tn_desktop.cli").error("the command %s failed", command, exc_info=error)
    return file
