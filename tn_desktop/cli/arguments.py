"""What can be typed: the commands, their arguments and the options that all of them share."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

WITH_VALUE: Final = ("--profile", "--database", "--lang", "--passphrase-file")
ALONE: Final = ("--json",)
LANGUAGES: Final = ("tr", "en")
PROFILE_VARIABLE: Final = "TN_DESKTOP_PROFILE"
OPTIONS_NOTE: Final = "--profile, --database, --lang, --passphrase-file and --json are taken here as well."

COMMANDS: Final = {
    "add": "make a row",
    "set": "change fields of a row",
    "remove": "remove a row",
    "show": "show a row",
    "list": "list rows",
    "mark": "mark a person at a session",
    "import": "take in a list that somebody made in a spreadsheet",
    "export": "write a spreadsheet for people (xlsx, ods or csv by its ending), or sessions as a calendar (.ics)",
    "sheet": "write the session sheet of a session, a PDF to print",
    "report": "write the impact report, what the network did and whom it reached (xlsx or pdf by its ending)",
    "demo": "fill an empty profile with made-up data to look around in",
    "backup": "write a copy of all data",
    "restore": "put a backup in the place of the data, which are backed up first",
    "check": "look for damage in the data",
    "rescue": "read what can be read of damaged data; the damaged file is kept",
    "sync": "exchange workbooks with other laptops: export, apply, folder, undo, conflicts",
    "duplicates": "what may have been entered twice: list, decide, undo",
    "erase": "erase a person for good, here and wherever the data go",
    "subject-export": "write everything that is kept about a person (xlsx or pdf by its ending), to be handed to her",
    "slip": "write the privacy notice with the consents to sign, a PDF to print",
    "texts": "the texts of notice and consent to sign: list, show, set, use",
    "exports": "list what left the program in files and on paper",
    "due": "list what is past the time that data is kept; destroy what is named of it",
    "protect": "encrypt the data with a passphrase, or change it",
}
"""Command -> what it does."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **keywords: object) -> None:
        super().__init__(allow_abbrev=False, **keywords)  # type: ignore[arg-type]


def fronted(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options that all commands share, and the rest: they may stand anywhere before a lone --."""
    options: list[str] = []
    rest: list[str] = []
    waiting = iter(argv)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word in WITH_VALUE:
            options += [word, *_one(waiting)]
        elif word in ALONE or word.startswith(tuple(f"{name}=" for name in WITH_VALUE)):
            options.append(word)
        else:
            rest.append(word)
    return options, rest


def _one(waiting: object) -> list[str]:
    following = next(waiting, None)  # type: ignore[call-overload]
    return [] if following is None else [following]


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of one command.

    Raises:
        SystemExit: 2 with the usage on standard error, or 0 after --help.
    """
    parser = _build()
    options, rest = fronted(argv)
    arguments = parser.parse_args([*options, *rest])
    for name in ("fields", "where", "map"):
        _once(parser, getattr(arguments, name, None) or [])
    return arguments


def _once(parser: argparse.ArgumentParser, pairs: Sequence[tuple[str, str]]) -> None:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            parser.error(f"{name} is given more than once")


def assignment(text: str) -> tuple[str, str]:
    """FIELD=VALUE as a pair."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form FIELD=VALUE")
    return name.strip(), value


def natural(text: str) -> int:
    """A whole number from 0."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def seconds(text: str) -> float:
    """A number of seconds from 0.1 to a day."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return value


def _build() -> argparse.ArgumentParser:
    from tn_desktop import __version__

    parser = _Parser(
        prog="tn-desktop",
        description="Communities, workshops and attendance, offline. Without a command the window opens.",
        epilog="Exit status: 0 done, 1 refused with a reason and nothing changed, 2 usage, "
        "3 some files of sync apply were refused and the others taken in.",
    )
    parser.add_argument("--version", action="version", version=f"TN Desktop {__version__}")
    parser.add_argument(
        "--profile",
        type=_folder,
        default=os.environ.get(PROFILE_VARIABLE) or None,
        metavar="DIR",
        help=f"keep every file in DIR (or in {PROFILE_VARIABLE})",
    )
    parser.add_argument("--database", metavar="URL", help="sqlite:///FILE or postgresql+psycopg://USER@SERVER/NAME")
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="the passphrase of encrypted data stands in the first line of F",
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed")
    parser.add_argument("--json", action="store_true", help="print exactly one JSON object")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    made = {
        name: commands.add_parser(name, help=text, description=text, epilog=OPTIONS_NOTE)
        for name, text in COMMANDS.items()
    }
    _rows(made)
    _day(made)
    _files(made)
    _safety(made)
    _sync(made)
    for name in ("export", "sheet", "report", "slip", "show"):
        _recipient(made[name])
    return parser


def _recipient(command: argparse.ArgumentParser) -> None:
    command.add_argument("--recipient", default="", metavar="TEXT", help="who is given it, for the log of exports")


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("the folder's name is empty")
    return Path(text)


def _rows(made: dict[str, _Parser]) -> None:
    for name in ("add", "set", "remove", "show", "list"):
        made[name].add_argument("entity", metavar="ENTITY", help="people, communities, workshops, sessions …")
    for name in ("set", "remove", "show"):
        made[name].add_argument("uid", metavar="UID")
    for name in ("add", "set"):
        made[name].add_argument("fields", metavar="FIELD=VALUE", nargs="+", type=assignment)
    made["show"].add_argument("--save-file", type=Path, metavar="OUT", help="write the file of an output to OUT")
    made["list"].add_argument("--search", default="", metavar="TEXT", help="words that begin words of a row")
    made["list"].add_argument("--where", action="append", type=assignment, metavar="FIELD=VALUE")
    made["list"].add_argument("--limit", type=natural, default=100, metavar="N", help="rows at most (100)")


def _day(made: dict[str, _Parser]) -> None:
    mark = made["mark"]
    mark.add_argument("session", metavar="SESSION", help="uid of the session")
    mark.add_argument("person", metavar="PERSON", help="uid of the person")
    mark.add_argument("status", metavar="STATUS", help="present, late, excused or absent")
    mark.add_argument("--mode", metavar="in_person|online")
    mark.add_argument("--minutes", metavar="N", help="minutes taken part, or late")
    made["sheet"].add_argument("session", metavar="SESSION", help="uid of the session")
    made["sheet"].add_argument("out", metavar="OUT.pdf", type=Path)
    made["sheet"].add_argument("--agenda", action="store_true", help="with the agenda and materials on own pages")
    made["sheet"].add_argument("--consents", action="store_true", help="with columns for consents, and their text")
    demo = made["demo"]
    demo.add_argument("--people", type=natural, default=200, metavar="N")
    demo.add_argument("--sessions", type=natural, default=24, metavar="M")
    demo.add_argument("--seed", type=natural, default=1, metavar="S", help="the same number makes the same people")


def _files(made: dict[str, _Parser]) -> None:
    incoming = made["import"]
    incoming.add_argument("file", metavar="FILE", type=Path)
    incoming.add_argument(
        "--as",
        dest="kind",
        metavar="people|attendance|stakeholders|needs|…",
        help="what the list is of; guessed unless told",
    )
    incoming.add_argument("--community", metavar="UID", help="everybody becomes a member of it")
    incoming.add_argument("--workshop", metavar="UID", help="everybody is enrolled in it; marks are of its sessions")
    incoming.add_argument("--session", metavar="UID", help="marks, or feedback, are of this session")
    incoming.add_argument("--map", action="extend", nargs="+", type=assignment, metavar="COLUMN=FIELD")
    incoming.add_argument(
        "--take",
        action="extend",
        nargs="+",
        metavar="FIELD",
        help="take the list's value of this field where it differs from the stored one; marks: of attendance",
    )
    incoming.add_argument("--password-file", type=Path, metavar="F", help="a text file with the workbook's password")
    incoming.add_argument("--dry-run", action="store_true", help="tell what would happen, change nothing")
    outgoing = made["export"]
    outgoing.add_argument("entity", metavar="ENTITY", help="attendance, people, stakeholders …")
    outgoing.add_argument("out", metavar="OUT", type=Path)
    outgoing.add_argument("--session", metavar="UID")
    outgoing.add_argument("--workshop", metavar="UID")
    outgoing.add_argument("--community", metavar="UID", help="sessions of its workshops (a calendar, .ics)")
    outgoing.add_argument("--names", action="store_true", help="with who facilitates and speaks (a calendar, .ics)")
    outgoing.add_argument(
        "--contacts", action="store_true", help="with phones and e-mail addresses, and who agreed to it"
    )
    telling = made["report"]
    telling.add_argument("out", metavar="OUT", type=Path, help="its name ends in .xlsx or .pdf")
    telling.add_argument("--from", dest="first", metavar="DATE", help="the first day it tells of")
    telling.add_argument("--to", dest="last", metavar="DATE", help="the last day it tells of")
    outgoing.add_argument("--columns", default="", metavar="FIELD,FIELD…", help="only these fields of a list")
    outgoing.add_argument(
        "--small-numbers", action="store_true", help="with groups of fewer than five: not for outsiders"
    )
    outgoing.add_argument("--from", dest="first", metavar="DATE", help="sessions of this day and later")
    outgoing.add_argument("--to", dest="last", metavar="DATE", help="sessions of this day and before")


def _safety(made: dict[str, _Parser]) -> None:
    made["backup"].add_argument("out", metavar="OUT", type=Path)
    made["restore"].add_argument("file", metavar="FILE", type=Path)
    made["rescue"].add_argument(
        "--second", metavar="DIR", type=_folder, help="the second place of backups, if there may be a better one"
    )
    made["protect"].add_argument(
        "--new-passphrase-file",
        dest="new",
        metavar="F",
        type=Path,
        required=True,
        help="its first line is the passphrase",
    )


def _sync(made: dict[str, _Parser]) -> None:
    actions = made["sync"].add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
    out = actions.add_parser("export", help="write a workbook for the exchange")
    out.add_argument("out", metavar="OUT.xlsx", type=Path)
    out.add_argument("--delta", action="store_true", help="only what the others have not acknowledged")
    _recipient(out)
    out.add_argument("--without-files", action="store_true", help="leave the files of outputs out")
    which = out.add_mutually_exclusive_group()
    which.add_argument("--province", metavar="TR-34", help="what belongs to one province")
    which.add_argument("--community", metavar="UID", help="what belongs to one community")
    into = actions.add_parser("apply", help="take workbooks in")
    into.add_argument("files", metavar="FILE", type=Path, nargs="+")
    into.add_argument("--dry-run", action="store_true", help="tell what would happen, change nothing")
    shared = actions.add_parser("folder", help="one pass through a shared folder: take in, write what others lack")
    shared.add_argument("folder", metavar="DIR", type=_folder)
    shared.add_argument("--watch", action="store_true", help="stay, and print one line or JSON object for each pass")
    shared.add_argument("--every", type=seconds, default=10.0, metavar="S", help="seconds between two passes (10)")
    for one in (out, into, shared):
        one.add_argument("--file-passphrase", type=Path, metavar="F", help="a text file with the passphrase")
    for one in (into, shared):
        one.add_argument(
            "--trust-new",
            action=argparse.BooleanOptionalAction,
            default=True,
            help="a laptop that was never heard of may remove and erase (on); without, such a file waits",
        )
    back = actions.add_parser("undo", help="take a batch back")
    back.add_argument("batch", metavar="BATCH", type=natural, help="its number, as apply told it")
    actions.add_parser("conflicts", help="list what waits to be looked at")
    _duplicates(made["duplicates"])
    _texts(made["texts"])
    erase = made["erase"]
    erase.add_argument("person", metavar="PERSON", help="uid of the person")
    erase.add_argument("--authority", metavar="TEXT", default="", help="who asked for it, or decided it")
    subject = made["subject-export"]
    subject.add_argument("person", metavar="PERSON", help="uid of the person")
    subject.add_argument("out", metavar="OUT", type=Path)
    made["slip"].add_argument("out", metavar="OUT.pdf", type=Path)
    made["slip"].add_argument("--person", action="append", metavar="UID", help="prints her name; may be given again")
    due = made["due"]
    due.add_argument("named", metavar="UID", nargs="*", help="of the exports: how many lines go")
    due.add_argument("--destroy", metavar="RULE", choices=("people", "notes", "requests", "exports"))
    due.add_argument("--authority", metavar="TEXT", default="", help="who decided it")
    due.add_argument("--limit", type=natural, default=100, metavar="N", help="rows of each rule at most (100)")
    made["exports"].add_argument("--search", default="", metavar="TEXT", help="in the file's name or the recipient")
    made["exports"].add_argument("--limit", type=natural, default=100, metavar="N", help="rows at most (100)")


def _duplicates(command: _Parser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
    shown = actions.add_parser("list", help="list pairs that may be one, the likeliest first, with what speaks for it")
    shown.add_argument("--decided", action="store_true", help="those with a verdict instead, the latest first")
    shown.add_argument("--limit", type=natural, default=100, metavar="N", help="pairs at most (100)")
    decide = actions.add_parser("decide", help="say that two rows are the same or different; later leaves it open")
    back = actions.add_parser("undo", help="take a verdict back")
    for one in (decide, back):
        one.add_argument("one", metavar="UID")
        one.add_argument("other", metavar="UID")
    decide.add_argument("verdict", choices=("same", "different", "later"))


def _texts(command: _Parser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION", parser_class=_Parser)
    actions.add_parser("list", help="list every version there is a text of")
    shown = actions.add_parser("show", help="show a version's words, with --json in every language")
    shown.add_argument("version", metavar="VERSION", nargs="?", default="", help="the one in use unless told")
    words = actions.add_parser("set", help="word them otherwise: a version of its own, handed out from now on")
    words.add_argument(
        "fields", metavar="LANGUAGE.FIELD=VALUE", nargs="*", type=assignment, help="tr.notice, tr.consent, en.contact …"
    )
    words.add_argument("--from", dest="words", type=Path, metavar="F", help="words in a file as show --json writes it")
    chosen = actions.add_parser("use", help="hand out a version that is there, also one of another laptop")
    chosen.add_argument("version", metavar="VERSION")


def usage_error(message: str) -> NoReturn:
    """End with the usage on standard error; for what only a command itself can see."""
    _build().error(message)
