"""The needs of one status as cards: pages on demand like any long list, and each can be dragged away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from tn_desktop.gui.models.paged import Column, PagedModel
from tn_desktop.gui.tasks import Tasks
from tn_desktop.services.need_rows import NeedRow

Index = QModelIndex | QPersistentModelIndex
MIME: Final = "application/x-tn-desktop-need"


class CardModel(PagedModel):
    """Needs as cards, one below the other."""

    def __init__(self, tasks: Tasks, title: str, parent: QObject | None = None) -> None:
        super().__init__(tasks, "needs", (Column("card", title, _words, tooltip=_tooltip, width=12),), parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        keys = [self.id_at(index.row()) for index in indexes]
        data = QMimeData()
        data.setData(MIME, " ".join(str(key) for key in keys if key is not None).encode("ascii"))
        return data


def dragged(data: QMimeData) -> int | None:
    """The id of the need that is dragged, if it is one."""
    held = bytes(data.data(MIME).data()).decode("ascii").split()
    return int(held[0]) if held else None


def _words(row: NeedRow) -> str:
    """What a screen reader says of a card."""
    return ", ".join(part for part in (row.title, str(row.votes), *row.themes, row.community) if part)


def _tooltip(row: NeedRow) -> str:
    return "\n".join(part for part in (row.title, ", ".join(row.themes), row.community, row.cluster) if part)
