"""Small choices of look that several widgets share; colours follow the palette, light or dark."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

ROOMY = 30
"""Height in pixels of what is clicked or typed into: comfortable for the hand that holds the mouse while talking."""


def is_dark(palette: QPalette | None = None) -> bool:
    """Whether text is light on dark."""
    colours = palette or QApplication.palette()
    return colours.color(QPalette.ColorRole.Window).lightness() < 128


def wrong_colour(palette: QPalette | None = None) -> QColor:
    """For a sentence about something wrong: readable on the window's background (at least 4.5 to 1)."""
    return QColor("#ffb4a9") if is_dark(palette) else QColor("#a8201a")


def good_colour(palette: QPalette | None = None) -> QColor:
    """For something that went well."""
    return QColor("#8fd6a0") if is_dark(palette) else QColor("#1c6b34")


def quiet_colour(palette: QPalette | None = None) -> QColor:
    """For text of less weight."""
    return QColor("#b5b9c0") if is_dark(palette) else QColor("#55595f")


def larger(widget: QWidget, by: float, bold: bool = False) -> None:
    """Set a widget's text larger by a factor."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * by)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)


def roomy(whole: QWidget) -> None:
    """Make every button and field in a part of the window high enough, and its label level with it."""
    kinds = (QPushButton, QLineEdit, QComboBox, QAbstractSpinBox)
    for child in whole.findChildren(QWidget):
        if isinstance(child, QLabel):
            # A label stands beside its field; that of a long text stands above it.
            beside = child.buddy() is not None and not isinstance(child.buddy(), QPlainTextEdit)
            if beside and not child.wordWrap():
                child.setMinimumHeight(ROOMY)
                child.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        elif isinstance(child, kinds) and not isinstance(child.parent(), (QAbstractSpinBox, QComboBox)):
            child.setMinimumHeight(max(ROOMY, child.minimumHeight()))


def text_width(widget: QWidget, letters: int) -> int:
    """Room for so many letters or digits; digits are the wider ones in many fonts."""
    metrics = widget.fontMetrics()
    return letters * max(metrics.averageCharWidth(), metrics.horizontalAdvance("0"))


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours are apart, from 1 to 21, as the accessibility guidelines (WCAG) count it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


class Heading(QLabel):
    """The title of a pane or of a part of it."""

    def __init__(self, text: str | QWidget = "", parent: QWidget | None = None, by: float = 1.4) -> None:
        # A form made in Designer gives the parent alone.
        super().__init__("" if isinstance(text, QWidget) else text, text if isinstance(text, QWidget) else parent)
        larger(self, by, bold=True)


class ToneLabel(QLabel):
    """Text in one of the shared colours, kept right when the palette turns dark or light."""

    def __init__(self, text: str | QWidget = "", tone: str = "quiet", parent: QWidget | None = None) -> None:
        # A form made in Designer gives the parent alone.
        super().__init__("" if isinstance(text, QWidget) else text, text if isinstance(text, QWidget) else parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._paint()

    def set_tone(self, tone: str) -> None:
        """Take another of the shared colours: wrong, good or quiet."""
        self._tone = tone
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._paint()

    def _paint(self) -> None:
        base = QApplication.palette()
        colour = {"wrong": wrong_colour, "good": good_colour, "quiet": quiet_colour}[self._tone](base)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)


class SwitchButton(QToolButton):
    """One of several views of the same thing; the one that is shown is bold, for a pressed button alone is hardly seen
    on a dark ground."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(ROOMY + 6)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, checked: bool) -> None:
        font = QFont(self.font())
        font.setBold(checked)
        self.setFont(font)


class LinkButton(QPushButton):
    """A button that reads as a link within a line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = QFont(self.font())
        font.setUnderline(True)
        self.setFont(font)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._paint()

    def _paint(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, QApplication.palette().color(QPalette.ColorRole.Link))
        self.setPalette(palette)
