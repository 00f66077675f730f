"""The session sheet: painted on a printer, a PDF file or a preview by the same code. Needs a QGuiApplication only."""

import contextlib
import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageReader,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.sheets.fonts import load_fonts, sheet_font
from tn_desktop.sheets.layout import SheetLayout
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.page import Page, TextItem
from tn_desktop.sheets.typesetting import POINT
from tn_desktop.sheets.wording import PRIVACY, TITLE, Words

_CREATOR: Final = "TN Desktop"
_RESOLUTION: Final = 1200
# The painter's units for a millimetre: fonts are set in whole units, so that sizes come out finely.
_UNITS: Final = 100.0
_LOGO_PIXELS: Final = 1600


class SheetDocument:
    """One or more sheets, paged through as one document; each counts its own pages.

    Attributes:
        title: for the file's properties and a printer's queue.
        page_count: pages of all sheets together.
    """

    def __init__(self, sheets: Sequence[SessionSheet], options: SheetOptions, translate: Translate) -> None:
        """Divide the sheets into pages.

        Raises:
            FileRefused: the logo or the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        logo = read_logo(options.logo) if options.logo else None
        layouts = [SheetLayout(sheet, options, words, logo) for sheet in sheets]
        self._pages = [(layout, index) for layout in layouts for index in range(layout.page_count)]
        workshop = sheets[0].workshop if sheets else ""
        self.title = " – ".join(part for part in (words(TITLE), workshop) if part)
        self.page_count = len(self._pages)

    def page_size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in mm."""
        return self._pages[index][0].page_size

    def page_layout(self, index: int) -> QPageLayout:
        """A page's paper, for a printer."""
        return _paper(self.page_size(index))

    @staticmethod
    def built_in_notice(translate: Translate) -> str:
        """The privacy notice that stands where none is chosen."""
        return Words(translate)(PRIVACY)

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


def paint(
    sheet: SessionSheet | Sequence[SessionSheet], options: SheetOptions, device: QPagedPaintDevice, translate: Translate
) -> int:
    """Paint a sheet, or several one after the other, onto a printer or PDF writer; returns the number of pages."""
    return SheetDocument(_several(sheet), options, translate).paint(device)


def write_pdf(
    sheet: SessionSheet | Sequence[SessionSheet], path: Path | str, options: SheetOptions, translate: Translate
) -> int:
    """Write a PDF file, replacing one of that name only when the new one is complete; returns the number of pages.

    Raises:
        FileRefused: it cannot be written there, and why.
    """
    document = SheetDocument(_several(sheet), options, translate)
    save_pdf(document, Path(path))
    return document.page_count


def save_pdf(document: SheetDocument, path: Path) -> None:
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


def read_logo(path: str) -> QImage:
    """A picture for the heading, no larger than a printer needs.

    Raises:
        FileRefused: there is no picture in this file.
    """
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LOGO_PIXELS:
        reader.setScaledSize(size.scaled(_LOGO_PIXELS, _LOGO_PIXELS, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FileRefused(
            QT_TRANSLATE_NOOP("errors", "The logo “{file}” cannot be read. Choose a PNG or JPEG picture."),
            file=Path(path).name,
        )
    return image


def _several(sheet: SessionSheet | Sequence[SessionSheet]) -> Sequence[SessionSheet]:
    return [sheet] if isinstance(sheet, SessionSheet) else sheet


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
