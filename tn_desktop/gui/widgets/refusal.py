"""The sentence that says what was wrong, beside the thing that it is about."""

from PySide6.QtWidgets import QWidget

from tn_desktop.gui.context import sentence
from tn_desktop.gui.widgets.look import ToneLabel
from tn_desktop.model.errors import AppError


class Refusal(ToneLabel):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "wrong", parent)
        self.setWordWrap(True)
        self.hide()

    def say(self, what: str | AppError) -> None:
        """Say it, or take it back with ""."""
        text = sentence(what) if isinstance(what, AppError) else what
        self.setText(f"▲ {text}" if text else "")
        self.setVisible(bool(text))

    def take_back(self) -> None:
        """Say nothing any more."""
        self.say("")
