"""What an import did, or would do: counts, and each row that was not taken as the list says it."""

from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from typing import Any

from tn_desktop.exchange.differing import staying
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    MARKS,
    NEW,
    REFUSED,
    SAME,
    Decision,
    ImportPlan,
    ImportResult,
    Reason,
    reason_text,
)
from tn_desktop.exchange.tables import DROPPED
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.registry import ENTITIES


def expected(plan: ImportPlan, take: Collection[str] = ()) -> ImportResult:
    """What applying a plan would give, with no word but that these fields, or marks, are taken where they differ."""
    added = changed = same = marks = 0
    skipped: list[tuple[int, Reason]] = []
    refused: list[tuple[int, Reason]] = []
    differs: list[tuple[int, Reason]] = []
    decision = Decision(take=frozenset(take))
    meant: set[int] = set()
    for row in plan.rows:
        if row.verdict == REFUSED:
            refused.append((row.number, row.reasons[0]))
        elif row.verdict == DOUBTFUL or (row.duplicate_of is not None and row.duplicate_of not in meant):
            skipped.append((row.number, row.reasons[-1]))
        else:
            meant.add(row.row)
            fresh = [mark for mark in row.marks if mark.stored is None or (mark.differs and decision.takes(mark))]
            taken = any(change.field in decision.take for change in row.differs)
            contact = "contact_name" in row.values and row.verdict != SAME
            writes = row.fills or taken or row.joins or fresh or contact
            marks += len(fresh)
            added += row.verdict == NEW
            changed += row.verdict != NEW and bool(writes)
            if (kept := staying(plan, row, decision)) is not None:
                differs.append((row.number, kept))
            same += row.verdict != NEW and not writes and kept is None
    return ImportResult(added, changed, same, tuple(skipped), tuple(refused), None, marks=marks, differs=tuple(differs))


def taking(plan: ImportPlan, take: Collection[str]) -> dict[int, Decision]:
    """The same word on every row: take what the list says of these fields, or of marks, where it differs.

    Raises:
        Refused: such a list has no such field.
    """
    known = [field.name for field in ENTITIES.get(plan.kind, ENTITIES["people"]).fields]
    known += [MARKS] if plan.sessions else []
    for name in take:
        if name not in known:
            raise Refused(
                QT_TRANSLATE_NOOP("errors", "There is no field “{field}” for this list. Fields: {known}."),
                field=name,
                known=", ".join(known),
            )
    return {row.row: Decision(take=frozenset(take)) for row in plan.rows} if take else {}


def report(result: ImportResult, plan: ImportPlan, translate: Translate) -> dict[str, Any]:
    """The JSON of `import`: counts, and each row that was not taken, differs or is no data, with its reason."""

    def rows(told: Sequence[tuple[int, Reason]]) -> list[dict[str, Any]]:
        return [{"row": number, "reason": reason_text(reason, translate)} for number, reason in told]

    unknown = [(one.number, one.remark) for one in plan.sessions if not one.known and one.remark is not None]
    return {
        "added": result.added,
        "changed": result.changed,
        "same": result.same,
        "differs": rows(result.differs),
        "skipped": rows(result.skipped),
        "refused": rows([*result.refused, *unknown]),
        "no_data": _no_data(plan, translate),
        "batch": result.batch,
    }


def _no_data(plan: ImportPlan, translate: Translate) -> list[dict[str, Any]]:
    """The rows that are none of the list: titles, totals, notes, empty rows with a number."""
    several = len({sheet for sheet, _number, _why in plan.dropped}) > 1
    return [
        {"row": number, "reason": translate("import", DROPPED[why])} | ({"sheet": sheet} if several else {})
        for sheet, number, why in plan.dropped
    ]


def left_out(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each row of a report that was not taken, those that are no data among them, in the order of the sheet."""
    rows = sorted((*told["refused"], *told["skipped"], *told["no_data"]), key=itemgetter("row"))
    return [
        {"row": f"{one['sheet']} {one['row']}" if "sheet" in one else one["row"], "reason": one["reason"]}
        for one in rows
    ]
