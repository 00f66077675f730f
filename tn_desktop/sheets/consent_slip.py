"""The slip with the privacy notice and the consents, to read and sign; its words are a version's (model/privacy_texts).

Notice and consent stand apart: the notice is only read, each consent has a box of its own. Lengths are millimetres.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from tn_desktop.model.messages import Translate
from tn_desktop.model.privacy_texts import PrivacyText
from tn_desktop.services.slip_content import SlipContent
from tn_desktop.sheets.agenda_sheet import heading
from tn_desktop.sheets.document import PagedDocument
from tn_desktop.sheets.flow import AREA, Band, FlowLayout, gap, paragraph, stacked
from tn_desktop.sheets.fonts import load_fonts
from tn_desktop.sheets.options import Language
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import fit
from tn_desktop.sheets.wording import Words

_BOX: Final = 5.0
_BOX_ROOM: Final = 10.0
_LINE_ROOM: Final = 16.0
_SIZE: Final = 10.0


class SlipDocument(PagedDocument):
    """A slip for each name, each on a page of its own."""

    def __init__(self, content: SlipContent, language: Language, translate: Translate) -> None:
        """Lay the slips out.

        Raises:
            FileRefused: the program's fonts cannot be read.
        """
        load_fonts()
        words, text = Words(translate), content.text(language)
        pages = [_slip(content, text, name, words) for name in content.names]
        super().__init__(pages, text.labels["title"])


def text_pages(content: SlipContent, language: Language, words: Words) -> FlowLayout:
    """The text alone, without a place to sign: it lies beside a sheet that has a column for each consent."""
    text = content.text(language)
    return FlowLayout(_body(content, text, boxes=False), _opens(content, text), _goes_on(text), words)


def _slip(content: SlipContent, text: PrivacyText, name: str, words: Words) -> FlowLayout:
    bands = [*_body(content, text, boxes=True), gap(6.0), _signing(text, name)]
    return FlowLayout(bands, _opens(content, text), _goes_on(text), words)


def _body(content: SlipContent, text: PrivacyText, *, boxes: bool) -> list[Band]:
    said = {"organisation": content.organisation, "contact": content.contact or "………………"}
    notice = [paragraph(_filled(part, said), _SIZE) for part in text.notice]
    purposes = [_purpose(sentence, boxes=boxes) for sentence in text.purposes.values()]
    return [
        heading(text.labels["notice_title"]),
        *notice,
        gap(4.0),
        heading(text.labels["consent_title"]),
        paragraph(text.consent, _SIZE),
        gap(2.0),
        *purposes,
    ]


def _filled(part: str, said: Mapping[str, str]) -> str:
    """A paragraph with what its places stand for; other braces in it are somebody's own."""
    for name, value in said.items():
        part = part.replace(f"{{{name}}}", value)
    return part


def _purpose(sentence: str, *, boxes: bool) -> Band:
    """A purpose with a box to tick; without boxes a dash."""
    room = AREA.width - _BOX_ROOM
    block = fit(sentence, room, _SIZE, lines=4)
    height = max(block.height, _BOX) + 3.4

    def put(page: Page, y: float) -> None:
        if boxes:
            for top in (y, y + _BOX):
                page.across(AREA.x, AREA.x + _BOX, top, 0.3, Shade.BLACK)
            for left in (AREA.x, AREA.x + _BOX):
                page.down(left, y, y + _BOX, 0.3, Shade.BLACK)
        else:
            dash = fit("–", _BOX, _SIZE)
            page.text(Rect(AREA.x + 2.0, y, _BOX, dash.height), dash)
        page.text(Rect(AREA.x + _BOX_ROOM, y + 0.4, room, block.height), block)

    return Band(height, put)


def _signing(text: PrivacyText, name: str) -> Band:
    """Name, date and signature, each over a line."""
    shares: Sequence[tuple[str, float, str]] = (("name", 0.42, name), ("date", 0.2, ""), ("signature", 0.38, ""))

    def put(page: Page, y: float) -> None:
        x = AREA.x
        for label, share, value in shares:
            width = AREA.width * share - 6.0
            line = y + _LINE_ROOM
            if value:
                block = fit(value, width, 11.0, smallest=8.0, bold=True)
                page.text(Rect(x, line - block.height - 1.0, width, block.height), block)
            page.across(x, x + width, line, 0.25, Shade.BLACK)
            below = fit(text.labels[label], width, 8.0)
            page.text(Rect(x, line + 0.8, width, below.height), below, shade=Shade.GREY)
            x += AREA.width * share

    return Band(_LINE_ROOM + 8.0, put)


def _opens(content: SlipContent, text: PrivacyText) -> Band:
    version = text.labels["version_line"].format(version=text.version)
    texts = (
        (fit(content.organisation, AREA.width, 9.0), Shade.GREY, 0.8),
        (fit(text.labels["title"], AREA.width, 16.0, smallest=13.0, bold=True), Shade.BLACK, 0.8),
        (fit(version, AREA.width, 8.5), Shade.GREY, 2.4),
    )
    return stacked(texts, ruled=True, below=4.0)


def _goes_on(text: PrivacyText) -> Band:
    version = text.labels["version_line"].format(version=text.version)
    line = fit(f"{text.labels['title']} · {version}", AREA.width, 8.0, smallest=7.0)
    return stacked(((line, Shade.GREY, 2.6),), ruled=False, below=0.0)
