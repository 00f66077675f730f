"""What stands above a roster: title, counts, the letters typed, the last mark, and the welcome for the projector."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from tn_desktop.gui.widgets.attendance_delegate import larger_font
from tn_desktop.gui.widgets.attendance_words import ORDER, colour_of, draw_mark, status_word
from tn_desktop.gui.widgets.look import ToneLabel, quiet_colour
from tn_desktop.model.vocabulary import ATTENDED

Tally = Mapping[str | None, int]


class ElidedLabel(QLabel):
    """One line that is shortened where it does not fit, and then told whole by its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show a line."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


class ProblemLine(ToneLabel):
    """What did not go and what to do; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "wrong", parent)
        self.setWordWrap(True)
        self.hide()

    def tell(self, text: str) -> None:
        """Say a sentence, or nothing any more."""
        self.setText(f"▲ {text}" if text else "")
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class CountStrip(QWidget):
    """How many have each status: mark, word, number; where there is little room, mark and number."""

    GAP = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tally: Tally = dict.fromkeys(ORDER, 0)
        self._words = True
        self._measure()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_tally(self, tally: Tally) -> None:
        """Show these counts."""
        more = (sum(tally.values()) > 99) != (sum(self._tally.values()) > 99)
        self._tally = dict(tally)
        if more:
            self._measure()
        told = ", ".join(f"{status_word(status)} {tally.get(status, 0)}" for status in ORDER)
        self.setAccessibleName(told)
        self.setToolTip("" if self._words else told)
        self.update()

    def use_words(self, words: bool) -> None:
        """Whether there is room for the words."""
        if words != self._words:
            self._words = words
            self.updateGeometry()
            self.show_tally(self._tally)

    def width_with_words(self) -> int:
        """Pixels that the strip takes with its words."""
        return self._words_width + self._marks_width

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._measure()

    def sizeHint(self) -> QSize:
        return QSize(self._marks_width + (self._words_width if self._words else 0), self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, x, middle = self.palette(), 0, self.height() / 2
        window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        quiet, bold = quiet_colour(palette), self._bold
        for status in ORDER:
            draw_mark(painter, QRectF(x + 1, middle - 8, 16, 16), status, colour_of(status, palette), window, True)
            x += 22
            if self._words:
                painter.setFont(self.font())
                painter.setPen(quiet)
                painter.drawText(x, 0, 400, self.height(), Qt.AlignmentFlag.AlignVCenter, status_word(status))
                x += self._word_widths[status]
            painter.setFont(bold)
            painter.setPen(text)
            number = str(self._tally.get(status, 0))
            painter.drawText(x, 0, 200, self.height(), Qt.AlignmentFlag.AlignVCenter, number)
            x += self._number_width + self.GAP
        painter.end()

    def _measure(self) -> None:
        """Work out the widths. There is room for every digit, so that nothing moves while one marks."""
        self._bold = larger_font(self.font(), 1.15, QFont.Weight.Bold)
        digits = "000" if sum(self._tally.values()) > 99 else "00"
        plain, bold = QFontMetrics(self.font()), QFontMetrics(self._bold)
        self._word_widths = {status: plain.horizontalAdvance(status_word(status)) + 6 for status in ORDER}
        self._number_width, self._high = bold.horizontalAdvance(digits), bold.height() + 10
        self._words_width = sum(self._word_widths.values())
        self._marks_width = len(ORDER) * (22 + self._number_width + self.GAP)
        self.updateGeometry()


class LettersBox(QFrame):
    """The letters that narrow the list; typed anywhere in the pane, shown here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ""
        self._held = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_letters(self, letters: str, held: str = "") -> None:
        """Show what was typed, and what an input method holds."""
        self._letters, self._held = letters, held
        self.setAccessibleDescription(letters + held)
        self.update()

    def retranslate(self) -> None:
        """Take the words of the running language."""
        self.setAccessibleName(self.tr("Letters that narrow the list"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.averageCharWidth() * 20, metrics.height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, palette = QPainter(self), self.palette()
        text = self.rect().adjusted(10, 0, -10, 0)
        painter.setFont(self._font())
        if self._letters or self._held:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            shown = painter.fontMetrics().elidedText(self._letters, Qt.TextElideMode.ElideLeft, text.width() - 12)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
            left = text.left() + painter.fontMetrics().horizontalAdvance(shown)
            if self._held:
                font = self._font()
                font.setUnderline(True)
                painter.setFont(font)
                painter.drawText(text.adjusted(left - text.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._held)
                left += painter.fontMetrics().horizontalAdvance(self._held)
        else:
            left = text.left()
            painter.setPen(quiet_colour(palette))
            painter.setFont(self.font())
            painter.drawText(text.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.tr("Letters of the name"))
        high = QFontMetrics(self._font()).height()
        painter.fillRect(left + 2, (self.height() - high) // 2, 2, high, palette.color(QPalette.ColorRole.Highlight))
        painter.end()

    def _font(self) -> QFont:
        return larger_font(self.font(), 1.3, QFont.Weight.DemiBold)


class LastMark(QWidget):
    """Who was marked last and how, large; hollow until it is on disk. Also says other things that went well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._note = "", ""
        self._status: str | None = None
        self._person = 0
        self._saved, self._marked = True, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_mark(self, person: int, name: str, status: str | None, words: str, saved: bool) -> None:
        """Somebody was marked."""
        self._person, self._name, self._status, self._note = person, name, status, words
        self._saved, self._marked = saved, True
        self._tell()

    def settle(self, person: int) -> None:
        """What is shown of that person is on disk."""
        if self._marked and person == self._person:
            self._saved = True
            self.update()

    def say(self, text: str) -> None:
        """Something else, or "" for nothing."""
        self._name, self._note, self._marked = text, "", False
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(self._font()).height() + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter, palette = QPainter(self), self.palette()
        text = self.rect()
        if self._marked:
            colour = colour_of(self._status, palette)
            box = QRectF(2, self.height() / 2 - 11, 22, 22)
            draw_mark(painter, box, self._status, colour, palette.color(QPalette.ColorRole.Window), self._saved)
            text = text.adjusted(32, 0, 0, 0)
        painter.setFont(self._font())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        note_width = QFontMetrics(self.font()).horizontalAdvance(self._note) + 12 if self._note else 0
        room = max(80, text.width() - note_width)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        if self._note:
            left = text.adjusted(painter.fontMetrics().horizontalAdvance(name) + 12, 0, 0, 0)
            painter.setFont(self.font())
            painter.setPen(quiet_colour(palette))
            note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, max(0, left.width()))
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, note)
        painter.end()

    def _font(self) -> QFont:
        return larger_font(self.font(), 1.2, QFont.Weight.DemiBold)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name} {self._note}".strip())
        self.update()


class WelcomeBand(QWidget):
    """What the room sees on the wall: welcome, where one is, and how many have come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line, self._tally = "", "", dict.fromkeys(ORDER, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_session(self, title: str, line: str, tally: Tally) -> None:
        """Show these."""
        self._title, self._line, self._tally = title, line, dict(tally)
        self.setAccessibleName(f"{self.tr('Welcome')}. {title}. {line}. {self._count()}")
        self.update()

    def sizeHint(self) -> QSize:
        height = sum(QFontMetrics(font).height() for font in self._fonts()[:3])
        return QSize(400, height + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        welcome, title, line, number = self._fonts()
        count = self._count()
        wide = QFontMetrics(number).horizontalAdvance(count)
        painter.setFont(number)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)
        below = self.rect().adjusted(0, QFontMetrics(number).height(), 0, 0)
        painter.setFont(line)
        painter.setPen(quiet_colour(palette))
        came = self.tr("came")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, came)
        top, room = 8, self.width() - max(wide, QFontMetrics(line).horizontalAdvance(came)) - 24
        for words, font, quiet in (
            (self.tr("Welcome"), welcome, False),
            (self._title, title, False),
            (self._line, line, True),
        ):
            painter.setFont(font)
            painter.setPen(quiet_colour(palette) if quiet else palette.color(QPalette.ColorRole.WindowText))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(0, top + painter.fontMetrics().ascent(), shown)
            top += painter.fontMetrics().height()
        painter.end()

    def _count(self) -> str:
        return f"{sum(self._tally.get(status, 0) for status in ATTENDED)} / {sum(self._tally.values())}"

    def _fonts(self) -> tuple[QFont, QFont, QFont, QFont]:
        font = self.font()
        return (
            larger_font(font, 2.4, QFont.Weight.Bold),
            larger_font(font, 1.7, QFont.Weight.DemiBold),
            larger_font(font, 1.2),
            larger_font(font, 3.4, QFont.Weight.Bold),
        )
