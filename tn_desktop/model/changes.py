"""What a write did: the value that travels from services to whoever shows the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

JUDGED: Final = frozenset(("person", "community", "stakeholder", "workshop", "workshop_session"))
"""Tables of which somebody may say that two rows are the same."""
VERDICTS: Final = "same_as"


@dataclass(frozen=True)
class Changes:
    """The rows one unit of work wrote, by table name -> local ids.

    Attributes:
        lsn: number of the unit of work in the history; 0 when nothing was written.
        label: English text (context "history") of what was done.
        subject: local id of the row the call was about, if there is one.
        told: what the service has to say beyond that (counts …), by name.
    """

    lsn: int = 0
    label: str = ""
    created: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    changed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    subject: int | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was written, or may be seen as another one since."""
        wanted = {*tables, VERDICTS} if JUDGED.intersection(tables) else tables
        return any(table in kind for table in wanted for kind in (self.created, self.changed, self.removed))

    def ids(self, table: str) -> frozenset[int]:
        """Every id of that table that was written."""
        return frozenset((*self.created.get(table, ()), *self.changed.get(table, ()), *self.removed.get(table, ())))

    def __bool__(self) -> bool:
        return self.lsn != 0
