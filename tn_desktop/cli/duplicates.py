"""The commands for what was entered twice: which pairs there are, verdicts on them, and taking those back."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from tn_desktop.cli.answer import Answer
from tn_desktop.cli.opening import opened
from tn_desktop.cli.speech import Speech
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import entity
from tn_desktop.services import records
from tn_desktop.store.profile import Profile

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tn_desktop.services.duplicates import Pair

SAY: Final = QT_TRANSLATE_NOOP("history", "Say whether two rows are one")
LATER: Final = "later"
REASONS: Final = {
    "phone": QT_TRANSLATE_NOOP("cli", "same telephone"),
    "email": QT_TRANSLATE_NOOP("cli", "same e-mail"),
    "name_school": QT_TRANSLATE_NOOP("cli", "same name and institution"),
    "name": QT_TRANSLATE_NOOP("cli", "same name and province"),
    "time": QT_TRANSLATE_NOOP("cli", "same title and time"),
}
"""What speaks for a pair; that two names are nearly equal is said by how much."""
VERDICTS: Final = {
    "same": QT_TRANSLATE_NOOP("cli", "the same"),
    "different": QT_TRANSLATE_NOOP("cli", "different"),
    None: QT_TRANSLATE_NOOP("cli", "not decided"),
}


def duplicates(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """One of the commands below."""
    return _ACTIONS[arguments.action](profile, arguments)


def listing(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Pairs that wait for a verdict, or have one: {"total", "rows"}.

    A row is {"entity", "one", "other", "reasons", "likeness", "verdict"}; its two ends are {"uid", "name", "detail"}.
    """
    from tn_desktop.services.duplicates import judged, look

    with opened(profile, arguments) as db, db.read() as connection:
        total, pairs = judged(connection, arguments.limit) if arguments.decided else look(connection, arguments.limit)
        rows = [_row(connection, pair) for pair in pairs]

    def lines(say: Speech) -> list[str]:
        count = say(QT_TRANSLATE_NOOP("cli", "Shown: {shown} of {total}"), shown=len(rows), total=total)
        return [*(_line(row, say) for row in rows), count]

    return Answer({"total": total, "rows": rows}, lines)


def _row(connection: "Connection", pair: "Pair") -> dict[str, Any]:
    ends = (
        ("one", pair.one, pair.one_name, pair.one_detail),
        ("other", pair.other, pair.other_name, pair.other_detail),
    )
    return {
        "entity": pair.entity,
        **{
            end: {"uid": records.uid_of(connection, pair.entity, key), "name": name, "detail": detail}
            for end, key, name, detail in ends
        },
        "reasons": list(pair.reasons),
        "likeness": None if pair.verdict else pair.likeness,
        "verdict": pair.verdict,
    }


def _line(row: Mapping[str, Any], say: Speech) -> str:
    """Both uids, as `decide` takes them, then who they are and what speaks for it."""
    one, other = (
        " · ".join(part for part in (row[end]["name"], row[end]["detail"]) if part) for end in ("one", "other")
    )
    kind = say.translate("entities", entity(row["entity"]).title)
    return f"{row['one']['uid']} {row['other']['uid']}  {kind}: {one} | {other} | {_why(row, say)}"


def _why(row: Mapping[str, Any], say: Speech) -> str:
    if row["verdict"] is not None:
        return say(VERDICTS[row["verdict"]])
    told = [say(text) for reason, text in REASONS.items() if reason in row["reasons"]]
    if row["likeness"] < 100:
        told.append(say(QT_TRANSLATE_NOOP("cli", "names {percent}% alike"), percent=row["likeness"]))
    return ", ".join(told)


def decide(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Judge a pair: {"entity", "one", "other", "verdict"}, the last null for later."""
    return _say(profile, arguments, None if arguments.verdict == LATER else arguments.verdict)


def undo(profile: Profile, arguments: argparse.Namespace) -> Answer:
    """Take a verdict back; answers as `decide` does."""
    return _say(profile, arguments, None, needed=True)


def _say(profile: Profile, arguments: argparse.Namespace, verdict: str | None, needed: bool = False) -> Answer:
    from tn_desktop.services import same_as

    with opened(profile, arguments) as db:
        with db.read() as connection:
            name, one, other = same_as.pair_of(connection, arguments.one, arguments.other)
            uids = [records.uid_of(connection, name, key) for key in (one, other)]
            before = same_as.verdict_on(connection, name, one, other)
        if needed and before is None:
            raise Refused(QT_TRANSLATE_NOOP("errors", "Nobody has said yet whether these two are the same."))
        # What is so already is no new version of the verdict, that would outrank a later one made elsewhere.
        if verdict != before or one == other:
            with db.write(SAY) as uow:
                same_as.judge(uow, name, one, other, verdict)
    answer = {"entity": name, "one": uids[0], "other": uids[1], "verdict": verdict}
    told = QT_TRANSLATE_NOOP("cli", "{one} and {other}: {verdict}")
    return Answer(answer, lambda say: [say(told, one=uids[0], other=uids[1], verdict=say(VERDICTS[verdict]))])


_ACTIONS: Final[Mapping[str, Callable[[Profile, argparse.Namespace], Answer]]] = {
    "list": listing,
    "decide": decide,
    "undo": undo,
}
