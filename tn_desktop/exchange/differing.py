"""Where a row of a list differs from what is stored, as a sentence for the window and the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.exchange.mapping import FIELD_LABELS
from tn_desktop.exchange.plan import Candidate, Decision, FieldChange, PlanRow
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.registry import ENTITIES

STAYS: Final = QT_TRANSLATE_NOOP("import", "Differs, the stored value stays: {fields}")


@dataclass(frozen=True, slots=True)
class Differing:
    """What of a row of a plan of this kind stays as it is stored, although the list says something else."""

    kind: str
    changes: tuple[FieldChange, ...]

    def text(self, translate: Translate) -> str:
        """The whole sentence in the user's language."""
        return translate("import", STAYS).format(fields=listed(self.kind, self.changes, translate))


def compared(row: PlanRow, decision: Decision) -> PlanRow | Candidate:
    """What tells what a row fills in and where it differs: the row itself, or whom it means by the user's word."""
    if decision.action in ("person", "row"):
        for one in row.candidates:
            if decision.person is not None and decision.person == (
                one.person if decision.action == "person" else one.row
            ):
                return one
    return row


def staying(kind: str, row: PlanRow, decision: Decision) -> Differing | None:
    """What of a row for a stored one is not taken; None if nothing differs."""
    return left(kind, compared(row, decision).differs, decision)


def left(kind: str, differs: Sequence[FieldChange], decision: Decision) -> Differing | None:
    """Those of the differences that are not taken; None if there are none."""
    kept = tuple(change for change in differs if change.field not in decision.take)
    return Differing(kind, kept) if kept else None


def listed(kind: str, changes: Sequence[FieldChange], translate: Translate) -> str:
    """The fields that change, as people call them; of lists of rows also what they would hold."""
    texts = list[str]()
    for change in changes:
        label = field_label(kind, change.field, translate)
        texts.append(label if change.texts is None else f"{label} ({change.texts[1] or '–'})")
    return ", ".join(texts)


def field_label(kind: str, name: str, translate: Translate) -> str:
    """The word for a field of a kind of list."""
    for spec in ENTITIES.get(kind, ENTITIES["people"]).fields:
        if spec.name == name:
            return translate("fields", spec.label)
    return translate("import", FIELD_LABELS[name]) if name in FIELD_LABELS else name
