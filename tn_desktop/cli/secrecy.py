"""The passphrase on the command line: from a file or typed unseen, never an argument that others can list."""

import argparse
import sys
import time
from getpass import getpass
from pathlib import Path

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.file_kind import is_plain
from tn_desktop.store.profile import Profile


def first_line(file: Path) -> str:
    """The first line of a file that holds a password.

    Raises:
        Refused: there is none.
    """
    try:
        # Editors of Windows begin a file with a mark that nobody typed.
        return file.read_text(encoding="utf-8-sig").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        raise Refused(QT_TRANSLATE_NOOP("errors", "The file {file} holds no password."), file=str(file)) from None


def unlocked(profile: Profile, arguments: argparse.Namespace, speech: Speech) -> Profile:
    """The profile with its key, where its data are encrypted and a passphrase is given, or can be asked for.

    Raises:
        WrongPassphrase: it is another. StoreError: the key file is damaged.
    """
    if profile.server or is_plain(profile.database) or not profile.key_file.exists():
        return profile
    from tn_desktop.services import secrecy
    from tn_desktop.store import keys

    if arguments.passphrase_file is not None:
        passphrase = first_line(arguments.passphrase_file)
    elif sys.stdin is not None and sys.stdin.isatty():
        passphrase = getpass(speech(QT_TRANSLATE_NOOP("cli", "Passphrase: ")))
    else:
        return profile
    try:
        _wait(secrecy.wait_before(profile), speech)
        return secrecy.unlock(profile, passphrase)
    except keys.WrongPassphrase:
        # The one of a backup from elsewhere, which then takes the place of what it cannot open.
        if arguments.command == "restore":
            return profile
        raise


def _wait(seconds: int, speech: Speech) -> None:
    """After wrong passphrases; said where somebody sits at a terminal."""
    if not seconds:
        return
    if sys.stderr is not None and sys.stderr.isatty():
        text = QT_TRANSLATE_NOOP("cli", "Earlier passphrases were wrong: waiting {seconds} seconds.")
        sys.stderr.write(speech(text, seconds=seconds) + "\n")
    time.sleep(seconds)


def protect(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Encrypt the data, or change their passphrase: {"recovery_key"}, null where the passphrase was changed."""
    from tn_desktop.cli.painting import refuse_beside_window
    from tn_desktop.services import secrecy

    wanted = first_line(arguments.new)
    if profile.key is not None:
        secrecy.change_passphrase(profile, wanted)
        return Answer(
            {"recovery_key": None}, lambda say: [say(QT_TRANSLATE_NOOP("cli", "The passphrase was changed."))]
        )
    refuse_beside_window(profile)
    recovery = secrecy.protect(profile, wanted)[1]

    def lines(say: Speech) -> list[str]:
        return [
            say(QT_TRANSLATE_NOOP("cli", "The data are encrypted now.")),
            say(QT_TRANSLATE_NOOP("cli", "Write this recovery key down and keep it apart: {key}"), key=recovery),
        ]

    return Answer({"recovery_key": recovery}, lines)
