"""What the line of a survey's results says of a result that is not stored yet, see drafted.py."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.widgets.drafted import Drafted


class ResultDraft(Drafted):
    """Of a page with `fields` and the results that are `shown`."""

    fields: dict[str, Any]
    shown: Any

    def draft_fields(self) -> dict[str, QWidget]:
        return dict(self.fields)

    def is_typed(self, name: str, field: QWidget) -> bool:
        # The rest stays for the next result.
        return name == "mean" and super().is_typed(name, field)

    def is_at(self, place: Mapping[str, Any]) -> bool:
        return super().is_at(place) and self.shown is not None
