"""Parts of a view as they were painted before.

Each call that Python makes of Qt, or Qt of Python, takes some microseconds; a row of words and signs is made of dozens.
Where most of what is painted looks as it did, it is painted once and then copied.
"""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

Paint = Callable[[QPainter, QRect], None]


class Pictures:
    """So many of the pictures of a view that were used last; `paint` has to fill the whole of a picture.

    A picture's key names all that is seen in it, but for what every picture of the view shows alike: its palette, its
    font and its language, which are looked after here, and the `look` that is given to `begin`.

    Attributes:
        kept: how many.
    """

    def __init__(self, view: QWidget, kept: int) -> None:
        self._view = view
        self.kept = kept
        self._held: dict[Hashable, QPixmap] = {}
        self._look: Hashable = None
        self._ratio = 1.0

    def __len__(self) -> int:
        return len(self._held)

    def begin(self, *look: Hashable) -> bool:
        """To be called before each painting; with another look than last time all is painted anew: whether it is so."""
        view = self._view
        self._ratio = view.devicePixelRatioF()
        palette = view.palette()
        own = (self._ratio, palette.cacheKey(), palette.currentColorGroup(), view.font().key(), QLocale().name())
        if (*own, *look) == self._look:
            return False
        self._look = (*own, *look)
        self.forget()
        return True

    def forget(self) -> None:
        """Paint everything anew: words that stand in pictures are other ones."""
        self._held.clear()

    def draw(self, painter: QPainter, place: QRect, key: Hashable, paint: Paint) -> None:
        """Copy a picture to its place, or paint it first."""
        size = place.size()
        key = (key, size.width(), size.height())
        picture = self._held.pop(key, None)
        if picture is None:
            picture = QPixmap(size * self._ratio)
            picture.setDevicePixelRatio(self._ratio)
            fresh = QPainter(picture)
            fresh.setFont(self._view.font())
            paint(fresh, QRect(QPoint(0, 0), size))
            fresh.end()
            while len(self._held) >= self.kept:
                del self._held[next(iter(self._held))]
        # What was used last stands last.
        self._held[key] = picture
        painter.drawPixmap(place.topLeft(), picture)
