"""Choices of the lists' filters that are not fixed words: provinces, and the communities there are."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes
from tn_desktop.model.places import provinces
from tn_desktop.services import known_people
from tn_desktop.services.known_people import Known

OFFERED = 500
"""More communities than that are found by searching, not by scrolling through a filter."""


def province_choices() -> tuple[tuple[str, str], ...]:
    """Turkey's provinces in the order of the Turkish alphabet."""
    return tuple((province.iso, province.name) for province in provinces().values())


class CommunityChoices(QObject):
    """Keeps a filter's communities as they are in the database, and the remembered choice among them."""

    def __init__(self, context: Context, combo: QComboBox, group: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._combo = combo
        self._wanted: Any = context.settings.value(f"{group}/filter-community")
        context.tasks.changed.connect(self._on_changed)
        self._read()

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches("community"):
            self._read()

    def _read(self) -> None:
        self._context.tasks.read(
            lambda connection: known_people.suggest_communities(connection, "", OFFERED),
            self._show,
            owner=self,
            channel="communities",
        )

    def _show(self, communities: list[Known]) -> None:
        combo = self._combo
        held = combo.currentData() if self._wanted is None else int(self._wanted)
        self._wanted = None
        before = combo.currentData()
        combo.blockSignals(True)
        while combo.count() > 1:
            combo.removeItem(1)
        for community in communities:
            combo.addItem(community.name, community.id)
        combo.setCurrentIndex(max(0, combo.findData(held) if held is not None else 0))
        combo.blockSignals(False)
        if combo.currentData() != before:
            combo.currentIndexChanged.emit(combo.currentIndex())
