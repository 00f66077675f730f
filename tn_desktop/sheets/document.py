"""A document of laid-out pages: painted on a printer, a PDF file or a preview by the same code.

Needs a QGuiApplication only.
"""

import contextlib
import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.sheets.fonts import sheet_font
from tn_desktop.sheets.page import Page, TextItem
from tn_desktop.sheets.typesetting import POINT

_CREATOR: Final = "TN Desktop"
_RESOLUTION: Final = 1200
# The painter's units for a millimetre: fonts are set in whole units, so that sizes come out finely.
_UNITS: Final = 100.0


class Layout(Protocol):
    """Pages of one size (in mm) that are laid out as they are asked for."""

    @property
    def page_count(self) -> int:
        """Number of pages."""

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of each page in mm."""

    def page(self, index: int) -> Page:
        """Lay out the page with this number, the first being 0."""


class PagedDocument:
    """Layouts one after the other, paged through as one document.

    Attributes:
        title: for the file's properties and a printer's queue.
        page_count: pages of all layouts together.
    """

    def __init__(self, layouts: Sequence[Layout], title: str) -> None:
        self._pages = [(layout, index) for layout in layouts for index in range(layout.page_count)]
        self.title = title
        self.page_count = len(self._pages)

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in mm."""
        return self._pages[index][0].page_size

    def page_layout(self, index: int) -> QPageLayout:
        """A page's paper, for a printer."""
        return _paper(self.page_size(index))

    def page(self, index: int) -> Page:
        """The layout of a page."""
        layout, number = self._pages[index]
        return layout.page(number)

    def paint_page(self, painter: QPainter, index: int, pixels_per_mm: float) -> None:
        """Paint a page at the painter's origin, its paper's corner there. The paper itself is not filled."""
        painter.save()
        painter.scale(pixels_per_mm / _UNITS, pixels_per_mm / _UNITS)
        _paint(painter, self.page(index))
        painter.restore()

    def paint(self, device: QPagedPaintDevice, first: int = 0, last: int | None = None) -> int:
        """Paint the pages first..last (0-based, both included) onto a printer or PDF; returns how many.

        Raises:
            FileRefused: the printer takes no pages.
        """
        end = self.page_count - 1 if last is None else min(last, self.page_count - 1)
        painter = QPainter()
        for index in range(first, end + 1):
            device.setPageLayout(self.page_layout(index))
            ready = device.newPage() if painter.isActive() else painter.begin(device)
            if not ready:
                raise FileRefused(
                    QT_TRANSLATE_NOOP("errors", "The printer does not take the page. Look whether it is switched on.")
                )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_page(painter, index, painter.device().logicalDpiX() / 25.4)
        painter.end()
        return max(0, end - first + 1)

    def to_pdf(self) -> bytes:
        """The whole document as the bytes of a PDF file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self.title)
        writer.setCreator(_CREATOR)
        self.paint(writer)
        del writer
        return bytes(buffer.data().data())


def save_pdf(document: PagedDocument, path: Path) -> None:
    """Write a document as `write_pdf` does.

    Raises:
        FileRefused: it cannot be written there, and why.
    """
    content = document.to_pdf()
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        # What could not be written may not be removable either; the reason below is the one that helps.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> FileRefused:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FileRefused(
            QT_TRANSLATE_NOOP("errors", "There is no room left on the disk for “{file}”. Choose another place."),
            file=path.name,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileRefused(
            QT_TRANSLATE_NOOP("errors", "The folder “{folder}” does not exist. Choose another place."),
            folder=str(path.parent),
        )
    if error.errno == errno.EISDIR:
        return FileRefused(QT_TRANSLATE_NOOP("errors", "“{file}” is a folder. Choose a file name."), file=path.name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” cannot be written: it is open in another program or the folder is read-only. "
                "Close it or choose another place.",
            ),
            file=path.name,
        )
    return FileRefused(
        QT_TRANSLATE_NOOP("errors", "“{file}” cannot be written there. Choose another place."), file=path.name
    )


def file_name(title: str) -> str:
    """A title as a file name that every system takes, without its ending."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", title).split()).strip(" .")[:120].rstrip(" .") or "TN Desktop"


def _paper(size: tuple[float, float]) -> QPageLayout:
    landscape = size[0] > size[1]
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )
    # The sheet has its own margins, wide enough for any printer.
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint(painter: QPainter, page: Page) -> None:
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    for picture in page.pictures:
        place = picture.rect
        painter.drawImage(
            QRectF(QPointF(place.x, place.y) * _UNITS, QSizeF(place.width, place.height) * _UNITS), picture.image
        )
    for rule in page.rules:
        pen = QPen(QColor(rule.shade.value), rule.weight * _UNITS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(rule.x1, rule.y1) * _UNITS, QPointF(rule.x2, rule.y2) * _UNITS)
    fonts: dict[tuple[float, bool], QFont] = {}
    for item in page.texts:
        _paint_text(painter, item, fonts)


def _paint_text(painter: QPainter, item: TextItem, fonts: dict[tuple[float, bool], QFont]) -> None:
    block = item.block
    kind = (block.size, block.bold)
    if kind not in fonts:
        fonts[kind] = sheet_font(block.size * POINT * _UNITS, block.bold)
    painter.setFont(fonts[kind])
    painter.setPen(QColor(item.shade.value))
    for number, line in enumerate(block.lines):
        baseline = item.y + number * block.pitch + block.ascent
        painter.drawText(QPointF(item.x, baseline) * _UNITS, line)
