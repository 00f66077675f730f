"""The session sheet: painted on a printer, a PDF file or a preview by the same code. Needs a QGuiApplication only."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader, QPagedPaintDevice

from tn_desktop.model.errors import FileRefused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.services.sheet_content import SessionSheet
from tn_desktop.services.slip_content import SlipContent
from tn_desktop.sheets.agenda_sheet import agenda_pages
from tn_desktop.sheets.consent_slip import text_pages
from tn_desktop.sheets.continuation import continuation_pages
from tn_desktop.sheets.document import Layout, PagedDocument, save_pdf
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.layout import SheetLayout
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.wording import PRIVACY, TITLE, Words

_LOGO_PIXELS: Final = 1600


class SheetDocument(PagedDocument):
    """One or more sheets, paged through as one document; each counts its own pages."""

    def __init__(self, sheets: Sequence[SessionSheet], options: SheetOptions, translate: Translate) -> None:
        """Divide the sheets into pages.

        Raises:
            FileRefused: the logo or the program's fonts cannot be read.
        """
        load_fonts()
        words = Words(translate)
        logo = read_logo(options.logo) if options.logo else None
        layouts: list[Layout] = []
        for sheet in sheets:
            signed = SheetLayout(sheet, options, words, logo)
            layouts.append(signed)
            if continued := signed.continued:
                layouts.append(continuation_pages(sheet, continued, words))
            if options.agenda:
                layouts += [agenda_pages(sheet, agenda, options.language, words, logo) for agenda in sheet.agendas]
        if options.consents and sheets:
            # Whoever ticks a box has read what it says.
            content = SlipContent(sheets[0].organisation, sheets[0].contact, texts=sheets[0].texts)
            layouts.append(text_pages(content, options.language, words))
        workshop = sheets[0].workshop if sheets else ""
        super().__init__(layouts, " – ".join(part for part in (words(TITLE), workshop) if part))

    @staticmethod
    def built_in_notice(translate: Translate) -> str:
        """The privacy notice that stands where none is chosen."""
        return Words(translate)(PRIVACY)


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
