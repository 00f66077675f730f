"""The marks in a menu, for the mouse; each with the digit that does the same."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from tn_desktop.gui.widgets.attendance_keys import STATUS_OF_DIGIT, Act, Wish
from tn_desktop.gui.widgets.attendance_words import status_word


def marks_menu(parent: QWidget, do: Callable[[Wish], None]) -> QMenu:
    """A menu that calls `do` with the wish of what is chosen, and is gone when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offered = [(digit, status_word(status), Wish(Act.MARK, status)) for digit, status in STATUS_OF_DIGIT.items()]
    offered.append(("5", QCoreApplication.translate("Attendance", "In person / online"), Wish(Act.MODE)))
    offered.append(("0", QCoreApplication.translate("Attendance", "Clear the mark"), Wish(Act.CLEAR)))
    for digit, words, wish in offered:
        menu.addAction(f"{digit}   {words}").triggered.connect(lambda _checked=False, wish=wish: do(wish))
    return menu
