"""Tabs of a page that never scroll: those for which there is no room stand in a menu at the end of the line."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

CLOSE: Final = 14
"""Pixels beside a tab's word, both sides together, where the words are many; the style's own where they are not."""
BEFORE_BUTTON: Final = 2
STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PageTabs(QTabWidget):
    """Shows as many tabs as there is room for, the chosen one always among them.

    Every tab stays in reach of the keyboard: Ctrl+Tab, ← and → go through all of them, a tab's letter works in the
    menu as well.

    Attributes:
        more: the button with the menu of the tabs that have no room; it is seen only when there are any.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(self)
        self._last_fetched = -1
        self._shortcuts: list[QShortcut] = []
        self._letters: list[tuple[int, str]] = []
        self.setTabBar(self._bar)
        self.setUsesScrollButtons(False)
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        self.more.setText(QCoreApplication.translate("PageTabs", "More"))
        self.more.setAccessibleName(QCoreApplication.translate("PageTabs", "More parts of this page"))
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self.more.hide()
        self.currentChanged.connect(self._on_current)

    def left_over(self) -> list[int]:
        """Numbers of the tabs that stand in the menu."""
        return [number for number in range(self.count()) if not self.isTabVisible(number)]

    def step(self, by: int) -> None:
        """Choose the next tab that can be chosen, seen or not; after the last comes the first."""
        for away in range(1, self.count()):
            number = (self.currentIndex() + by * away) % self.count()
            if self.isTabEnabled(number):
                self.setCurrentIndex(number)
                return

    def fit(self) -> None:
        """Decide anew which tabs are seen."""
        numbers = range(self.count())
        self._bar.stand_close(self._bar.roomy_width(numbers) > self.width())
        seen = set(numbers)
        if self._width_of(numbers) > self.width():
            seen = self._those_with_room(self.width() - self.more.sizeHint().width() - BEFORE_BUTTON)
        if [self.isTabVisible(number) for number in numbers] == [number in seen for number in numbers]:
            self._place_button(self._width_of(sorted(seen)), len(seen) < self.count())
            return
        # The chosen one first: while it cannot be seen, Qt chooses whichever tab comes to be seen instead.
        for number in sorted(numbers, key=lambda one: (one != self.currentIndex(), one not in seen)):
            self.setTabVisible(number, number in seen)
        self._bar.updateGeometry()
        self._place_button(self._width_of(sorted(seen)), len(seen) < self.count())

    def _width_of(self, numbers: "range | list[int]") -> int:
        return self._bar.shown_width(numbers)

    def _those_with_room(self, room: int) -> set[int]:
        """The chosen tab, the one last fetched from the menu, and the others from the first on."""
        seen: set[int] = set()
        for number in dict.fromkeys((self.currentIndex(), self._last_fetched, *range(self.count()))):
            if not 0 <= number < self.count():
                continue
            room -= self._width_of([number])
            if room < 0 and seen:
                break
            seen.add(number)
        return seen

    def _place_button(self, left: int, wanted: bool) -> None:
        self.more.setVisible(wanted)
        if wanted:
            height = self._bar.sizeHint().height()
            self.more.setGeometry(left + BEFORE_BUTTON, 0, self.more.sizeHint().width(), height)
            self.more.raise_()
        left_over = [(number, self.tabText(number)) for number in self.left_over()]
        if left_over != self._letters:
            self._letters = left_over
            for shortcut in self._shortcuts:
                shortcut.deleteLater()
            self._shortcuts = [self._shortcut(number) for number, _text in left_over]

    def _shortcut(self, number: int) -> QShortcut:
        """The letter of a tab that is not seen; Qt keeps it for those that are."""
        shortcut = QShortcut(QKeySequence.mnemonic(self.tabText(number)), self)
        shortcut.activated.connect(lambda: self._choose(number))
        return shortcut

    def _choose(self, number: int) -> None:
        if self.isTabEnabled(number):
            self.setCurrentIndex(number)

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for number in self.left_over():
            action = menu.addAction(self.tabText(number))
            action.setEnabled(self.isTabEnabled(number))
            action.triggered.connect(lambda _checked=False, number=number: self._fetch(number))

    def _fetch(self, number: int) -> None:
        self.setCurrentIndex(number)
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, number: int) -> None:
        if number >= 0 and not self.isTabVisible(number):
            self._last_fetched = number
            self.fit()

    def setTabText(self, index: int, text: str) -> None:  # noqa: N802
        super().setTabText(index, text)
        self.fit()

    def tabInserted(self, index: int) -> None:  # noqa: N802
        super().tabInserted(index)
        self.fit()

    def tabRemoved(self, index: int) -> None:  # noqa: N802
        super().tabRemoved(index)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._bar.forget_widths()
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab go through all tabs."""
        keys = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.key() in keys and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _Bar(QTabBar):
    """The line of tabs; narrow where its owner says so."""

    def __init__(self, owner: PageTabs) -> None:
        super().__init__(owner)
        self._owner = owner
        self._close_style: _CloseStyle | None = None
        self._widths: dict[str, int] = {}

    @property
    def _is_close(self) -> bool:
        return self._close_style is not None and self._close_style.close

    def roomy_width(self, numbers: Iterable[int]) -> int:
        """What these tabs need with the style's own room; of each word it is measured once."""
        return sum(self._roomy_width(number) for number in numbers)

    def shown_width(self, numbers: Iterable[int]) -> int:
        """What these tabs need as they stand now."""
        saved = self._saved() if self._is_close else 0
        return sum(self._roomy_width(number) - saved for number in numbers)

    def forget_widths(self) -> None:
        """Measure anew: the font or the style is another one."""
        self._widths.clear()

    def _roomy_width(self, number: int) -> int:
        text = self.tabText(number)
        if text not in self._widths:
            self._widths[text] = self.tabSizeHint(number).width() + (self._saved() if self._is_close else 0)
        return self._widths[text]

    def _saved(self) -> int:
        """How much narrower a tab is where they stand close."""
        usual = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_TabBarTabHSpace, None, self)
        return max(0, usual - CLOSE)

    def stand_close(self, close: bool) -> None:
        """Leave less room beside the words, or the style's own."""
        if close and self._close_style is None:
            self._close_style = _CloseStyle(QApplication.style().name())
            self.setStyle(self._close_style)
        if self._close_style is not None and self._close_style.close != close:
            self._close_style.close = close
            # The widths of the tabs are kept until something about them changes.
            self.setIconSize(self.iconSize())

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        # A page may be narrower than all its tabs.
        return QSize(0, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → go through all tabs."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._owner.step(by)


class _CloseStyle(QProxyStyle):
    """The program's style with less room beside a tab's word."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.close = True

    def pixelMetric(  # noqa: N802
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        usual = super().pixelMetric(metric, option, widget)
        return min(usual, CLOSE) if self.close and metric == QStyle.PixelMetric.PM_TabBarTabHSpace else usual
