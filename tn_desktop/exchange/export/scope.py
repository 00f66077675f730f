"""What the user chose, what came of it, and how far the work is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tn_desktop.services.export_scope import AttendanceScope, PersonRow, Selection, SessionRow

__all__ = ["AttendanceScope", "Options", "PersonRow", "Report", "Selection", "SessionRow", "Watch"]


@dataclass(frozen=True)
class Options:
    """What the user chose.

    Attributes:
        contacts: phone and e-mail are written too, and of people who agreed to be contacted.
        small_numbers: groups of fewer than five are written too (services/outsiders.py); else they are left out.
        columns: the fields of a list that are written; all without any. Of them too contact data only with `contacts`.
        grid_sessions: most sessions that the people × sessions sheet takes.
        sheet_rows: most rows below the heading of one sheet.
        grid_cells: most cells of the people × sessions sheet.
        formula_cells: most comparisons that the formulas of one sheet may cost; above it, values are written.
    """

    contacts: bool = False
    columns: tuple[str, ...] = ()
    small_numbers: bool = False
    grid_sessions: int = 500
    sheet_rows: int = 1_048_575
    grid_cells: int = 32_000_000
    formula_cells: int = 20_000_000


@dataclass(frozen=True)
class Report:
    """What was written: the file, its data rows, and of how many people."""

    file: Path
    rows: int
    people: int


class Watch:
    """How far the work is, and whether to stop.

    `progress(done, total)` is called now and then; `cancelled()` is asked as often.
    """

    def __init__(
        self,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self.progress = progress
        self.cancelled = cancelled
