"""The panes of the window: each is imported and made when it is first shown, and kept after that."""

from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tn_desktop.gui.context import Context
from tn_desktop.gui.places import PANES

TRAIL: Final = 20


class PaneHost(QObject):
    """Shows one pane at a time in a stack.

    Attributes:
        current: name of the pane that is shown, "" before the first.

    Signals:
        shown(str): another pane is shown.
    """

    shown = Signal(str)

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.current = ""
        self._context = context
        self._stack = stack
        self._panes: dict[str, Any] = {}
        self._trail: list[str] = []

    def show(self, name: str) -> Any:
        """Show a pane and put the cursor where its work begins; returns it."""
        pane = self.pane(name)
        if name != self.current:
            if self.current:
                self._trail = [*self._trail, self.current][-TRAIL:]
            self.current = name
        self._stack.setCurrentWidget(pane)
        focus = getattr(pane, "focus_list", pane.setFocus)
        focus()
        self.shown.emit(name)
        return pane

    def pane(self, name: str) -> Any:
        """The pane of that name, made now if it was never shown."""
        if name not in self._panes:
            module, cls, _title = PANES[name]
            pane: QWidget = getattr(import_module(module), cls)(self._context)
            self._panes[name] = pane
            self._stack.addWidget(pane)
        return self._panes[name]

    def ask(self, question: str) -> Any:
        """What the shown pane answers: `export_scope` or `import_target`; None of a pane that does not know it."""
        answer = getattr(self._panes.get(self.current), question, None)
        return answer() if answer is not None else None

    def name_of(self, part: QWidget) -> str:
        """The name of the pane that a widget is on; "" for none."""
        return next((name for name, pane in self._panes.items() if pane is part or pane.isAncestorOf(part)), "")

    def back(self) -> None:
        """Return to the pane before this one."""
        name = self._trail.pop() if self._trail else "today"
        self.current = ""
        self.show(name)

    def remember(self) -> None:
        """Let every pane keep its widths, filters and order."""
        for pane in self._panes.values():
            if hasattr(pane, "remember"):
                pane.remember()

    def rebuild(self) -> None:
        """Make every pane again, in another language; the one that is shown comes back at its place."""
        self.remember()
        places = {name: pane.place() for name, pane in self._panes.items() if hasattr(pane, "place")}
        self._drop()
        for name, place in places.items():
            if place is not None:
                self.pane(name).return_to(place)
        if self.current:
            name, self.current = self.current, ""
            self.show(name)

    def clear(self) -> None:
        """Take every pane away: the data they show are being replaced."""
        self.remember()
        self._drop()
        self._trail.clear()
        self.current = ""

    def _drop(self) -> None:
        for pane in self._panes.values():
            self._stack.removeWidget(pane)
            pane.deleteLater()
        self._panes.clear()
