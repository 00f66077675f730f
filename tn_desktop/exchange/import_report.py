"""What an import did, or would do: counts, and each row that was not taken as the list says it."""

from collections.abc import Sequence
from typing import Any

from tn_desktop.exchange.differing import staying
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    NEW,
    REFUSED,
    SAME,
    Decision,
    ImportPlan,
    ImportResult,
    Reason,
    reason_text,
)
from tn_desktop.model.messages import Translate


def expected(plan: ImportPlan) -> ImportResult:
    """What applying a plan without decisions would give."""
    added = changed = same = 0
    skipped: list[tuple[int, Reason]] = []
    refused: list[tuple[int, Reason]] = []
    differs: list[tuple[int, Reason]] = []
    meant: set[int] = set()
    for row in plan.rows:
        if row.verdict == REFUSED:
            refused.append((row.number, row.reasons[0]))
        elif row.verdict == DOUBTFUL or (row.duplicate_of is not None and row.duplicate_of not in meant):
            skipped.append((row.number, row.reasons[-1]))
        else:
            meant.add(row.row)
            fresh = any(mark.stored is None for mark in row.marks)
            contact = "contact_name" in row.values and row.verdict != SAME
            writes = row.fills or row.joins or fresh or contact
            added += row.verdict == NEW
            changed += row.verdict != NEW and bool(writes)
            if (kept := staying(plan.kind, row, Decision())) is not None:
                differs.append((row.number, kept))
            same += row.verdict != NEW and not writes and kept is None
    return ImportResult(added, changed, same, tuple(skipped), tuple(refused), None, differs=tuple(differs))


def report(result: ImportResult, plan: ImportPlan, translate: Translate) -> dict[str, Any]:
    """The JSON of `import`: counts, and each row that was not taken with its reason."""

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
        "batch": result.batch,
    }
