"""The command of the review list: what is past its time, and what of it is destroyed because somebody names it."""

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import records, retention
from tn_desktop.services.retention import EXPORTS, NOTES, PEOPLE, REQUESTS
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile


def due(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """What is past its time: {rule: {"years", "total", "rows"}}; with a rule and uids {"rule", "count"} destroyed."""
    today = datetime.now().astimezone().date()
    with opened(profile, arguments) as db:
        if arguments.destroy is not None:
            return _destroy(db, arguments, today)
        return _list(db, arguments, today)


def _list(db: Database, arguments: argparse.Namespace, today: date) -> Answer:
    with db.read() as connection:
        found = retention.due(connection, today)
        requests = retention.due_requests(connection, today)
        people = [
            {"uid": records.uid_of(connection, "people", row.person_id), "name": row.name, "last": row.last,
             "what": row.what}
            for row in found.people.rows
        ]  # fmt: skip
    notes = [
        {"uid": str(UUID(bytes=row.uid)), "kind": row.entity, "name": row.about, "what": row.text, "last": row.last}
        for row in found.notes.rows
    ]
    asked = [{"uid": str(UUID(bytes=uid))} for uid in requests]
    rules: dict[str, tuple[int, Sequence[dict[str, Any]]]] = {
        PEOPLE: (found.people.count, people),
        NOTES: (found.notes.count, notes),
        REQUESTS: (found.requests, asked),
        EXPORTS: (found.exports, ()),
    }
    answer: dict[str, dict[str, Any]] = {
        rule: {"years": found.years[rule], "total": total, "rows": list(rows)[: arguments.limit]}
        for rule, (total, rows) in rules.items()
    }

    def lines(say: Speech) -> list[str]:
        head = QT_TRANSLATE_NOOP("cli", "{rule}: {total} past their time (kept for {years} years)")
        told = []
        for rule, one in answer.items():
            told.append(say(head, rule=rule, total=one["total"], years=one["years"]))
            told += ["  " + " · ".join(str(part) for part in row.values() if part) for row in one["rows"]]
        told.append(say(QT_TRANSLATE_NOOP("cli", "Nothing is destroyed before you name it: due --destroy RULE UID …")))
        return told

    return Answer(answer, lines)


def _destroy(db: Database, arguments: argparse.Namespace, today: date) -> Answer:
    rule, named, authority = arguments.destroy, arguments.named, arguments.authority.strip()
    if not authority:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Say on whose decision (--authority): the destruction log keeps it."))
    if not named:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Name what is to be destroyed, by its uid as “due” lists it."))
    if rule == PEOPLE:
        count = retention.decide_people(db, named, today, authority).people
    elif rule == NOTES:
        count = retention.destroy_notes(db, [_uid(one) for one in named], today, authority)
    else:
        count = _destroy_rest(db, rule, named, today, authority)
    answer = {"rule": rule, "count": count}
    return Answer(answer, lambda say: [say(QT_TRANSLATE_NOOP("cli", "Destroyed: {count} ({rule})"), **answer)])


def _destroy_rest(db: Database, rule: str, named: Sequence[str], today: date, authority: str) -> int:
    """Requests by their uids, all that are due; lines of the log, which have none, by their number."""
    with db.read() as connection:
        wanted = {str(UUID(bytes=uid)) for uid in retention.due_requests(connection, today)}
        lines = retention.due(connection, today).exports if rule == EXPORTS else 0
    if rule == EXPORTS and list(named) != [str(lines)]:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "{count} lines of the log are past their time. Give this number to agree."),
            count=lines,
        )
    if rule == REQUESTS and set(named) != wanted:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Name every request that is past its time, and no other."))
    return retention.destroy_rest(db, rule, today, authority)


def _uid(text: str) -> bytes:
    try:
        return UUID(text).bytes
    except ValueError:
        raise Refused(QT_TRANSLATE_NOOP("errors", "“{uid}” is no uid."), uid=text) from None
