"""Writing from a part of the window: a refusal is said where it belongs, and taken back by the next success there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tn_desktop.gui.context import Context
from tn_desktop.gui.widgets.refusal import Refusal
from tn_desktop.gui.widgets.rows_table import RowsTable
from tn_desktop.gui.write_labels import CHANGING, REMOVING
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError
from tn_desktop.services import records

if TYPE_CHECKING:
    from tn_desktop.store.unit_of_work import UnitOfWork


class Writes:
    """What a widget takes on that writes.

    Attributes:
        context: the parts of the program.
    """

    context: Context

    def write(
        self,
        label: str,
        service: "Callable[[UnitOfWork], Changes]",
        refusal: Refusal | None = None,
        done: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Write by a service; a refusal is said where it belongs, and taken back by the next success there."""

        def on_done(changes: Changes) -> None:
            if refusal is not None:
                refusal.take_back()
            if done is not None:
                done(changes)

        def on_failed(error: AppError) -> None:
            if refusal is not None:
                refusal.say(error)
            if failed is not None:
                failed(error)

        own = on_failed if refusal is not None or failed is not None else None
        self.context.tasks.write(label, service, done=on_done, failed=own, owner=self)  # type: ignore[arg-type]

    def change_cell(self, entity: str, table: RowsTable, key: int, name: str, typed: Any, refusal: Refusal) -> None:
        """Store what was typed in a table's row of an entity; where it is refused, it stays in its cell."""
        self.write(
            CHANGING[entity],
            lambda uow: records.change(uow, entity, key, {name: typed}),
            refusal,
            failed=lambda _error: table.retry(key, name, typed),
        )

    def remove_rows(self, entity: str, keys: Sequence[int], refusal: Refusal) -> None:
        """Remove rows of an entity in one step, which one undo takes back."""

        def remove(uow: "UnitOfWork") -> Changes:
            for key in keys:
                records.remove(uow, entity, key)
            return uow.changes()

        self.write(REMOVING[entity], remove, refusal)
