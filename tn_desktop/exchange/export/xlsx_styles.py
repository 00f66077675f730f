"""The looks of an xlsx workbook: fonts, fills, number formats and their combinations, numbered as they are used."""

from typing import Final, NamedTuple

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import Kind

_FONTS: Final = {
    name: f'{weight}<sz val="{size}"/><color rgb="{ink}"/><name val="Calibri"/><family val="2"/>'
    for name, weight, size, ink in (
        ("normal", "", 11, "FF1F2933"),
        ("bold", "<b/>", 11, "FF1F2933"),
        ("heading", "<b/>", 11, "FF10384F"),
        ("title", "<b/>", 18, "FF10384F"),
        ("section", "<b/>", 13, "FF10384F"),
        ("muted", "", 11, "FF52606D"),
        ("link", "<u/>", 11, "FF0B5CAD"),
    )
}
_FILLS: Final = {"": "", "heading": "FFDCE9F1"}
_BORDERS: Final = {
    "": "<left/><right/><top/><bottom/><diagonal/>",
    "heading": '<left/><right/><top/><bottom style="medium"><color rgb="FF2F6F8F"/></bottom><diagonal/>',
    "under": '<left/><right/><top/><bottom style="thin"><color rgb="FFB8C4CE"/></bottom><diagonal/>',
}
# Looks of highlighted cells: they stand on a letter or word and differ by weight or slant too, never by colour alone.
HIGHLIGHTS: Final = {
    look: (
        f'<dxf><font>{weight}<color rgb="{ink}"/></font>'
        f'<fill><patternFill><bgColor rgb="{paper}"/></patternFill></fill></dxf>'
    )
    for look, weight, ink, paper in (
        ("present", "", "FF14532D", "FFE3F4E6"),
        ("late", "<i/>", "FF6B4A00", "FFFFF1CC"),
        ("excused", "<u/>", "FF1E3A6E", "FFE1EBFA"),
        ("absent", "<b/>", "FF8A1C1C", "FFFBE0DE"),
    )
}
_FIRST_FORMAT: Final = 164
_BUILT_IN: Final = {"": 0, "0": 1, "@": 49}

PRESERVE: Final = ' xml:space="preserve"'
DATE: Final = "dd.mm.yyyy"
TIME: Final = "hh:mm"
MOMENT: Final = "dd.mm.yyyy hh:mm"


class Style(NamedTuple):
    """How a cell looks.

    `quoted` keeps a text a text when it is edited; `unlocked` cells can be edited where the sheet is protected.
    """

    font: str = "normal"
    fill: str = ""
    border: str = ""
    number: str = ""
    across: str = ""
    down: str = "top"
    indent: int = 0
    wrap: bool = False
    quoted: bool = False
    unlocked: bool = False


HEADING: Final = Style("heading", fill="heading", border="heading", down="center", wrap=True)


class SharedTexts:
    """Texts that are written once for all their cells: whoever makes cells decides which ones come often."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, for the value of a cell of type "s"."""
        return self._texts.setdefault(text, len(self._texts))

    def xml(self) -> str:
        """The part xl/sharedStrings.xml."""
        items = "".join(
            f"<si><t{PRESERVE if safe.keeps_space(text) else ''}>{safe.xlsx(text)}</t></si>" for text in self._texts
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            f' uniqueCount="{len(self._texts)}">{items}</sst>'
        )


class StyleBook:
    """Numbers the styles of one workbook in the order of their first use.

    Attributes:
        percent: number format of shares, which follows the language (%85 in Turkish, 85% in English).
        texts: the texts that cells share.
    """

    def __init__(self, percent: str) -> None:
        self.percent = percent
        self.texts = SharedTexts()
        self._styles: dict[Style, int] = {Style(down=""): 0}
        self._formats: dict[str, int] = {}

    def number(self, style: Style) -> int:
        """The number of a style, for the `s` attribute of a cell."""
        return self._styles.setdefault(style, len(self._styles))

    def of_kind(self, kind: Kind, *, wrap: bool = False, ruled: bool = False) -> Style:
        """The style of the cells of a column; ruled ones have a thin line below."""
        style = self._plain(kind, wrap)
        return style._replace(border="under") if ruled else style

    def _plain(self, kind: Kind, wrap: bool) -> Style:
        match kind:
            case Kind.DATE:
                return Style(number=DATE, across="center")
            case Kind.TIME:
                return Style(number=TIME, across="center")
            case Kind.MOMENT:
                return Style(number=MOMENT, across="center")
            case Kind.PERCENT:
                return Style(number=self.percent, across="right", indent=1)
            case Kind.NUMBER:
                return Style(number="0", across="right", indent=1)
            case Kind.COUNT:
                # Thousands are parted with the sign of who opens it.
                return Style(number="#,##0", across="right", indent=1)
            case Kind.DECIMAL:
                # No format of its own: every place the number has, with the comma or point of who opens it.
                return Style(across="right", indent=1)
            case Kind.ORDINAL:
                return Style(number="0", across="center")
            case Kind.MARK:
                return Style(across="center")
            case Kind.PHONE:
                return Style(number="@")
            case Kind.LONG:
                return Style(wrap=True)
            case _:
                return Style(wrap=wrap)

    def xml(self) -> str:
        """The part xl/styles.xml; every style must have been asked for before."""
        cells = "".join(self._cell_format(style) for style in self._styles)
        formats = "".join(
            f'<numFmt numFmtId="{number}" formatCode="{safe.xml(code)}"/>' for code, number in self._formats.items()
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            + (f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else "")
            + f'<fonts count="{len(_FONTS)}">'
            + "".join(f"<font>{font}</font>" for font in _FONTS.values())
            + f'</fonts><fills count="{len(_FILLS) + 1}"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill>'
            + "".join(
                f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill>'
                "</fill>"
                for colour in _FILLS.values()
                if colour
            )
            + f'</fills><borders count="{len(_BORDERS)}">'
            + "".join(f"<border>{border}</border>" for border in _BORDERS.values())
            + '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._styles)}">{cells}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            f'<dxfs count="{len(HIGHLIGHTS)}">{"".join(HIGHLIGHTS.values())}</dxfs>'
            '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>'
            "</styleSheet>"
        )

    def _cell_format(self, style: Style) -> str:
        # Fill 1 is the grey pattern every workbook must have, so ours begin at 2.
        fill = list(_FILLS).index(style.fill) + 1 if style.fill else 0
        alignment = "".join(
            f' {name}="{value}"'
            for name, value in (
                ("horizontal", style.across),
                ("vertical", style.down),
                ("indent", style.indent),
                ("wrapText", "1" if style.wrap else ""),
            )
            if value
        )
        return (
            f'<xf numFmtId="{self._format_number(style.number)}" fontId="{list(_FONTS).index(style.font)}"'
            f' fillId="{fill}" borderId="{list(_BORDERS).index(style.border)}" xfId="0"'
            + (' quotePrefix="1"' if style.quoted else "")
            + (' applyNumberFormat="1"' if style.number else "")
            + ' applyFont="1"'
            + (' applyFill="1"' if fill else "")
            + (' applyBorder="1"' if style.border else "")
            + (' applyAlignment="1"' if alignment else "")
            + (' applyProtection="1"' if style.unlocked else "")
            + self._inside(alignment, style.unlocked)
        )

    def _inside(self, alignment: str, unlocked: bool) -> str:
        parts = (f"<alignment{alignment}/>" if alignment else "") + ('<protection locked="0"/>' if unlocked else "")
        return f">{parts}</xf>" if parts else "/>"

    def _format_number(self, code: str) -> int:
        if code in _BUILT_IN:
            return _BUILT_IN[code]
        return self._formats.setdefault(code, _FIRST_FORMAT + len(self._formats))
