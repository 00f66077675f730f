"""Choices of the filters of needs: communities, themes and groups there are."""

from typing import TYPE_CHECKING, Any

from tn_desktop.gui.widgets.filters import CommunityChoices, LiveChoices
from tn_desktop.model.changes import Changes
from tn_desktop.services import need_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection


class NeedCommunities(CommunityChoices):
    """Communities by name; one that was chosen elsewhere stays among them, however many there are."""

    def _show(self, choices: list[tuple[Any, str]]) -> None:
        held, word = self._combo.currentData(), self._combo.currentText()
        if held is not None and all(value != held for value, _word in choices):
            choices = [*choices, (held, word)]
        super()._show(choices)


class WordChoices(LiveChoices):
    """Words of one field of the needs; read again only when such a word may have changed."""

    table = "need"
    field = ""

    def _on_changed(self, changes: Changes, owner: object) -> None:
        if self.field in changes.told.get("fields", (self.field,)):
            super()._on_changed(changes, owner)


class ThemeChoices(WordChoices):
    """Themes."""

    field = "themes"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return [(word, word) for word in need_rows.known_themes(connection)]


class ClusterChoices(WordChoices):
    """Groups."""

    field = "cluster"

    def find(self, connection: "Connection") -> list[tuple[Any, str]]:
        return [(word, word) for word in need_rows.known_clusters(connection)]
