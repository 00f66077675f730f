"""What came of taking files in: one value for the command line, the preview and the history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from tn_desktop.exchange.sync.attachments import Beside
from tn_desktop.exchange.sync.edits import Edit
from tn_desktop.exchange.sync.merging import Counts
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.privacy_texts import PrivacyText

APPLIED, DUPLICATE, HELD, REFUSED = "applied", "duplicate", "held", "refused"

DOUBTS_TOLD: Final = 20
"""Doubtful cells of a file that are told one by one where there is no list of them."""
_PLACE: Final = QT_TRANSLATE_NOOP("errors", "{sheet}, row {row}:")
_MORE: Final = QT_TRANSLATE_NOOP("errors", "More like these: {count}.")
TAKEN_BEFORE: Final = QT_TRANSLATE_NOOP("errors", "This file was taken in already.")


@dataclass
class FileReport:
    """One file.

    Attributes:
        file: its name without the folder.
        status: applied, duplicate, held or refused.
        reason: why it was not applied.
        owner, device: who sent it, where that is known.
        edits: what somebody changed in the visible sheets, doubtful ones among them, just these of a duplicate.
        problems: what is wrong with whole sheets.
        changes: which rows were written, by table and id; of a rehearsal the ids mean nothing later.
        history: number of the unit of work that took it in.
        erased: so many people are erased for good, since the sender's laptop says so.
        texts: versions of notice and consents that came with it: version -> language -> text.
    """

    file: str
    status: str
    reason: AppError | None = None
    owner: str = ""
    device: str = ""
    counts: Counts = field(default_factory=Counts)
    edits: Sequence[Edit] = ()
    problems: Sequence[AppError] = ()
    changes: Changes = field(default_factory=Changes)
    history: int = 0
    erased: int = 0
    texts: Mapping[str, Mapping[str, PrivacyText]] = field(default_factory=dict)


class Stuck(NamedTuple):
    """A file that waits on although its time has come."""

    file: str
    why: AppError


@dataclass
class SyncReport:
    """What one call did; `batch` is None if no file was applied, and in a rehearsal.

    Attributes:
        released: files that had waited and were taken in now.
        stuck: others that still wait although their time has come, by their ids, such as for want of their passphrase.
        beside: files of outputs that came with them, and that have not come yet.
        clock: what to say of this computer's own clock, where it is certainly behind.
    """

    files: list[FileReport] = field(default_factory=list)
    released: list[FileReport] = field(default_factory=list)
    stuck: dict[int, Stuck] = field(default_factory=dict)
    batch: int | None = None
    beside: Beside = field(default_factory=Beside)
    clock: AppError | None = None

    @property
    def counts(self) -> Counts:
        """Of all files."""
        total = Counts()
        for one in self.files:
            for name in _COUNTED:
                setattr(total, name, getattr(total, name) + getattr(one.counts, name))
        return total

    def as_json(self, translate: Translate) -> dict[str, Any]:
        """As the command line prints it."""
        counts = self.counts
        return {
            "files": [
                {
                    "file": one.file,
                    "status": one.status,
                    "reason": " ".join(_reasons(one, translate)) or None,
                }
                for one in self.files
            ],
            **{name: getattr(counts, name) for name in _COUNTED},
            "batch": self.batch,
            "attachments": {"taken": len(self.beside.taken), "waiting": len(self.beside.waiting)},
            **({"texts": texts} if (texts := sorted({name for one in self.files for name in one.texts})) else {}),
            **({"erased": erased} if (erased := sum(one.erased for one in self.files)) else {}),
            **({"released": [one.file for one in self.released]} if self.released else {}),
            **(
                {"stuck": [{"file": one.file, "reason": one.why.text(translate)} for one in self.stuck.values()]}
                if self.stuck
                else {}
            ),
            **({"clock": self.clock.text(translate)} if self.clock else {}),
        }


_COUNTED: Final = ("added", "changed", "removed", "conflicts")


def _reasons(one: FileReport, translate: Translate) -> list[str]:
    """Why it was not applied, what is wrong with its sheets, and what is doubtful in them; of many the first ones."""
    doubts = [(edit.sheet, edit.row, edit.doubt) for edit in one.edits if edit.doubt is not None]
    told = [reason.text(translate) for reason in (*([one.reason] if one.reason else []), *one.problems)]
    for sheet, row, doubt in doubts[:DOUBTS_TOLD]:
        told.append(f"{Refused(_PLACE, sheet=sheet, row=row).text(translate)} {doubt.text(translate)}")
    if len(doubts) > DOUBTS_TOLD:
        told.append(Refused(_MORE, count=len(doubts) - DOUBTS_TOLD).text(translate))
    return told
