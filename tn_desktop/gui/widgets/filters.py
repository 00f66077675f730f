"""Choices of the lists' filters that are not fixed words: provinces, and the communities there are."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from tn_desktop.gui.context import Context
from tn_desktop.model.changes import Changes
from tn_desktop.model.places import provinces
from tn_desktop.services import known_people, solution_page, stakeholder_page

if TYPE_CHECKING:
    from sqlalchemy import Connection

OFFERED = 500
"""More communities than that are found by searching, not by scrolling through a filter."""


def province_choices() -> tuple[tuple[str, str], ...]:
    """Turkey's provinces in the order of the Turkish alphabet."""
    return tuple((province.iso, province.name) for province in provinces().values())


class LiveChoices(QObject):
    """Keeps a filter's choices as they are in the database, and the remembered one among them.

    A subclass gives `table`, whose rows they come from, and `find`.
    """

    table = ""

    def __init__(self, context: Context, combo: QComboBox, remembered: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._combo = combo
        self._wanted: Any = context.choices.value(remembered)
        context.tasks.changed.connect(self._on_changed)
        self._read()

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        """(value, word) pairs in their order."""
        raise NotImplementedError

    def _on_changed(self, changes: Changes, _owner: object) -> None:
        if changes.touches(self.table):
            self._read()

    def _read(self) -> None:
        self._context.tasks.read(self.find, self._show, owner=self, channel="choices")

    def _show(self, choices: list[tuple[Any, str]]) -> None:
        combo = self._combo
        wanted = combo.currentData() if self._wanted is None else self._wanted
        # Settings kept in a file give back numbers as text.
        held = next((value for value, _word in choices if str(value) == str(wanted)), None)
        self._wanted = None
        before = combo.currentData()
        combo.blockSignals(True)
        while combo.count() > 1:
            combo.removeItem(1)
        for value, word in choices:
            combo.addItem(word, value)
        combo.setCurrentIndex(max(0, combo.findData(held) if held is not None else 0))
        combo.blockSignals(False)
        if combo.currentData() != before:
            combo.currentIndexChanged.emit(combo.currentIndex())


class CommunityChoices(LiveChoices):
    """Communities by name."""

    table = "community"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return [(known.id, known.name) for known in known_people.suggest_communities(connection, "", OFFERED)]


class DisciplineChoices(LiveChoices):
    """Disciplines of the stakeholders there are."""

    table = "stakeholder"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return [(word, word) for word in stakeholder_page.known_disciplines(connection)][:OFFERED]


class AnsweredNeedChoices(LiveChoices):
    """Needs that some solution answers."""

    table = "solution_need"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return solution_page.answered_needs(connection, OFFERED)


class ThemeChoices(LiveChoices):
    """Themes of the stakeholders there are."""

    table = "stakeholder"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return [(word, word) for word in stakeholder_page.known_themes(connection)][:OFFERED]
