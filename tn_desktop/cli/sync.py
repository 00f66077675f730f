"""The commands of the exchange: workbooks out and in, taking a batch back, conflicts, erasing a person."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.cli.answer import PARTLY, Answer
from tn_desktop.cli.files import password_in
from tn_desktop.cli.folder import COUNTS, ERASED, REHEARSED, STATUS, attachment_lines, file_lines, folder, waited_lines
from tn_desktop.cli.opening import opened, waiting
from tn_desktop.cli.progress import ProgressLine, progress_line
from tn_desktop.cli.showing import FIELDS
from tn_desktop.cli.speech import Speech
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES
from tn_desktop.model.shown import shown
from tn_desktop.services import records
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from tn_desktop.services.conflicts import OpenConflict
    from tn_desktop.services.judged_pairs import JudgedPair

CONFLICTS_SHOWN: Final = 10_000


def sync(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """One of the commands below."""
    return _ACTIONS[arguments.action](profile, arguments)


def give(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Write sync workbooks: {"file", "files", "rows", "people", "delta", "attachments"}."""
    from tn_desktop.exchange.sync import attachments
    from tn_desktop.exchange.sync.scope import Scope
    from tn_desktop.exchange.sync.sealed import Secret
    from tn_desktop.exchange.sync.sending import Order, send

    order = Order(
        Scope(province=arguments.province or "", community=arguments.community or ""),
        delta=arguments.delta,
        passphrase=password_in(arguments.file_passphrase) or "",
        recipient=arguments.recipient,
    )
    with opened(profile, arguments) as db, progress_line() as line:
        sent = send(db, arguments.out, Speech(arguments.lang).translate, order)
        wanted = () if arguments.without_files else sent.outputs
        watch = _beside(line)
        attached = attachments.give(db, wanted, arguments.out.parent, Secret(order.passphrase), watch)
    answer: dict[str, Any] = {
        "file": str(sent.files[0]),
        "files": [str(file) for file in sent.files],
        "rows": sent.rows,
        "people": sent.people,
        "delta": sent.delta,
        "attachments": [str(file) for file in attached],
    }
    written = QT_TRANSLATE_NOOP("cli", "Written: {file} ({rows} rows)")
    beside = QT_TRANSLATE_NOOP("cli", "Beside it, in {folder}: {count} files of outputs. Send them along.")

    def lines(say: Speech) -> list[str]:
        told = [say(written, file=file, rows=sent.rows) for file in sent.files]
        if attached:
            told.append(say(beside, folder=attached[0].parent, count=len(attached)))
        return told

    return Answer(answer, lines)


def _beside(line: ProgressLine) -> Callable[[int, int], None]:
    return lambda done, of: line.tell(f"{100 * done // max(1, of)} %")


class _Watch:
    """Shows how far the files are."""

    def __init__(self, line: ProgressLine, count: int, say: Speech) -> None:
        self._line, self._count, self._say = line, count, say
        self._number = 0

    def tell(self, file: str, done: int, of: int) -> None:
        """Of the file at hand so many rows are done; none of none where it begins."""
        self._number += of == 0
        number = min(self._number, self._count)
        text = QT_TRANSLATE_NOOP("cli", "{number} of {count} · {file} · {percent} %")
        percent = 100 * done // max(1, of)
        self._line.tell(self._say(text, number=number, count=self._count, file=file, percent=percent))


def take(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Take sync workbooks in: {"files", "added", "changed", "removed", "conflicts", "batch"}.

    "clock" is there too where that of this computer is certainly wrong: what to say of it; "erased" where people are
    erased for good since a sender's laptop says so; and where files had waited "released", the names of those that came
    now, and "stuck", why others wait on although their time has come.
    """
    from tn_desktop.exchange.sync.receiving import Options, receive

    passphrase = password_in(arguments.file_passphrase)
    with progress_line() as line, Database.open(profile, waits := waiting(Speech(arguments.lang), line)) as db:
        options = Options(
            passphrase=passphrase,
            rehearse=arguments.dry_run,
            trust_new=arguments.trust_new,
            waits=waits,
            rows=False,
        )
        watch = _Watch(line, len(arguments.files), Speech(arguments.lang))
        report = receive(db, arguments.files, options, progress=watch.tell)
    told = report.as_json(Speech(arguments.lang).translate)

    def lines(say: Speech) -> list[str]:
        words = REHEARSED if arguments.dry_run else STATUS
        files = file_lines(report.as_json(say.translate)["files"], say, words)
        rehearsal = QT_TRANSLATE_NOOP("cli", "Nothing was written: this was only a rehearsal.")
        number = {name: told[name] for name in ("added", "changed", "removed", "conflicts")}
        beside = attachment_lines(told["attachments"], say)
        clock = [report.clock.text(say.translate)] if report.clock else []
        waited = waited_lines(report, say)
        return [
            *clock,
            *waited,
            *files,
            say(COUNTS, **number),
            *([say(ERASED, count=told["erased"])] if "erased" in told else []),
            *beside,
            *([say(rehearsal)] if arguments.dry_run else []),
        ]

    def reason(say: Speech) -> str:
        return " ".join(str(one["reason"]) for one in report.as_json(say.translate)["files"] if _is_refused(one))

    refused = sum(map(_is_refused, told["files"]))
    status = PARTLY if refused < len(told["files"]) else 1
    return Answer(told, lines, reason if refused else None, status)


def _is_refused(file: Mapping[str, Any]) -> bool:
    from tn_desktop.exchange.sync.report import REFUSED

    return bool(file["status"] == REFUSED)


def undo(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Take a batch back: {"batch", "kept"}, the latter rows on which others have built."""
    from tn_desktop.services.merge_undo import undo_batch

    with opened(profile, arguments) as db, db.write(QT_TRANSLATE_NOOP("history", "Undo")) as uow:
        kept = undo_batch(uow, arguments.batch).told["kept"]
    answer = {"batch": arguments.batch, "kept": kept}
    text = QT_TRANSLATE_NOOP("cli", "Batch {batch} was taken back; rows that stay since somebody built on them: {kept}")
    return Answer(answer, lambda say: [say(text, **answer)])


def conflicts(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """What waits to be looked at: {"rows": [{"entity", "uid", "field", "kept", "lost"}]}.

    Of a verdict on two rows ("entity" is "same_as") "pair" has their {"entity", "uids"} besides.
    """
    from tn_desktop.services.conflicts import open_conflicts
    from tn_desktop.services.exchange_page import names_in_values, names_of_rows

    with opened(profile, arguments) as db, db.read() as connection:
        found = open_conflicts(connection, CONFLICTS_SHOWN)
        names = names_in_values(connection, found, arguments.lang)
        rows_named = names_of_rows(connection, found)
    rows = [_row(one) for one in found]

    def lines(say: Speech) -> list[str]:
        told = QT_TRANSLATE_NOOP("cli", "{kind}: {name}, {field}: kept “{kept}”, lost “{lost}” ({uid})")
        none = QT_TRANSLATE_NOOP("cli", "No conflicts.")
        said = [
            say(told, **_called(row, rows_named.get(one.id, ""), say), **_shown(row, names, say))
            if one.pair is None
            else _verdict_line(one, one.pair, rows_named[one.id], say)
            for one, row in zip(found, rows, strict=True)
        ]
        return said or [say(none)]

    return Answer({"rows": rows}, lines)


def _row(one: "OpenConflict") -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(one, name) for name in ("entity", "uid", "field", "kept", "lost")}
    if one.pair is not None:
        row["pair"] = {"entity": one.pair.entity, "uids": list(one.pair.uids)}
    return row


def _verdict_line(one: "OpenConflict", pair: "JudgedPair", names: str, say: Speech) -> str:
    """Both names, and the two verdicts with who gave them and when."""
    from tn_desktop.services.judged_pairs import verdict_text

    def told(verdict: str | None, who: str, at: int) -> str:
        moment = f"{datetime.fromtimestamp(at / 1000).astimezone():%d.%m.%Y %H:%M}" if at else ""
        return " · ".join(part for part in (verdict_text(pair.entity, verdict, say.translate), who, moment) if part)

    return say(
        QT_TRANSLATE_NOOP("cli", "{kind}: {names}: kept “{kept}”, lost “{lost}”"),
        kind=say.translate("entities", ENTITIES[pair.entity].title),
        names=names,
        kept=told(one.kept, one.kept_by, one.kept_at),
        lost=told(one.lost, one.lost_by, one.lost_at),
    )


def _called(row: Mapping[str, Any], name: str, say: Speech) -> dict[str, str]:
    """What people call the row and the field of a conflict."""
    spec = ENTITIES.get(row["entity"])
    field = next((one for one in spec.fields if one.name == row["field"]), None) if spec else None
    return {
        "kind": say.translate("entities", spec.title) if spec else row["entity"],
        "name": name or "–",
        "field": say.translate(FIELDS, field.label) if field else row["field"],
        "uid": row["uid"],
    }


def _shown(row: Mapping[str, Any], names: Mapping[str, str], say: Speech) -> dict[str, str]:
    """The values of a conflict as people read them."""
    fields = ENTITIES[row["entity"]].fields if row["entity"] in ENTITIES else ()
    of = next((one for one in fields if one.name == row["field"]), None)
    sides = {side: row[side] for side in ("kept", "lost")}
    if of is None:
        return {side: "–" if value is None else str(value) for side, value in sides.items()}
    return {side: names.get(str(value)) or shown(of, value, say.translate) or "–" for side, value in sides.items()}


_ACTIONS: Final[Mapping[str, Callable[[Profile, argparse.Namespace], Answer]]] = {
    "export": give,
    "apply": take,
    "undo": undo,
    "conflicts": conflicts,
    "folder": folder,
}


def erase(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Erase a person for good: {"uid", "people", "marks", "files", "waited"}.

    Those files left with data of people, the others waited to be taken in with her in them.
    """
    from tn_desktop.services.erasure import erase_person

    with opened(profile, arguments) as db:
        with db.read() as connection:
            key = records.id_of(connection, "people", arguments.person)
            uid = records.uid_of(connection, "people", key)
        day = f"{datetime.now().astimezone():%Y-%m-%d}"
        forgotten = erase_person(db, key, day, arguments.authority)
    recall = [f"{one.at} {one.name}" for one in forgotten.recall]
    answer = {"uid": uid, "people": forgotten.people, "marks": forgotten.marks, "files": recall}
    answer["waited"] = waited = forgotten.waited

    def lines(say: Speech) -> list[str]:
        done = QT_TRANSLATE_NOOP("cli", "Erased: {people} (marks that stay as counts: {marks})")
        ask = QT_TRANSLATE_NOOP("cli", "Have these files deleted where they went:")
        again = QT_TRANSLATE_NOOP("cli", "These files waited with her data and were removed; ask for new ones:")
        told = [say(done, people=forgotten.people, marks=forgotten.marks)]
        return told + ([say(ask), *recall] if recall else []) + ([say(again), *waited] if waited else [])

    return Answer(answer, lines)
