"""A pane of several parts, one of which is shown at a time and answers for the pane."""

from typing import Any

from PySide6.QtWidgets import QWidget


class PartsPane(QWidget):
    """Hands what the window asks on to the part that is shown; a subclass gives `shown`."""

    @property
    def shown(self) -> Any:
        """The part that is shown: a ListPane, or something like it."""
        raise NotImplementedError

    def new_record(self) -> None:
        """Begin a new row of the part that is shown."""
        self.shown.new_record()

    def focus_list(self) -> None:
        """Put the cursor into the list."""
        self.shown.focus_list()

    def import_target(self) -> tuple[str, int] | None:
        """Where an imported list goes."""
        target: tuple[str, int] | None = self.shown.import_target()
        return target

    def export_scope(self) -> tuple[str, int] | None:
        """What an export begins with."""
        scope: tuple[str, int] | None = self.shown.export_scope()
        return scope

    def place(self) -> dict[str, Any]:
        """Where one is, to come back to after the pane was made again."""
        return {"shown": self.shown.name, "place": self.shown.place()}
