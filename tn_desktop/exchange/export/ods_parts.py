"""The XML of an OpenDocument spreadsheet: cells, styles, drop-downs, filters, frozen headings, pages."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Final

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import Choices, Column, Kind, Sheet, Value
from tn_desktop.exchange.export.xlsx_rows import letters

MIMETYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{_URN}office:1.0",
        "table": f"{_URN}table:1.0",
        "text": f"{_URN}text:1.0",
        "style": f"{_URN}style:1.0",
        "number": f"{_URN}datastyle:1.0",
        "fo": f"{_URN}xsl-fo-compatible:1.0",
        "config": f"{_URN}config:1.0",
        "meta": f"{_URN}meta:1.0",
        "of": f"{_URN}of:1.2",
        "ooo": "http://openoffice.org/2004/office",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_NAMES: Final = ("content.xml", "styles.xml", "settings.xml", "meta.xml")
MANIFEST: Final = (
    f'{DECLARATION}<manifest:manifest xmlns:manifest="{_URN}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
    + "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in _NAMES)
    + "</manifest:manifest>"
)
_STYLE_OF: Final = {
    Kind.LONG: "long",
    Kind.ORDINAL: "ordinal",
    Kind.NUMBER: "number",
    Kind.COUNT: "number",
    Kind.DECIMAL: "decimal",
    Kind.PERCENT: "percent",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.MOMENT: "moment",
    Kind.MARK: "mark",
}
_RUN: Final = re.compile("  +")
_EMPTY: Final = "<table:table-cell/>"


def text_cell(style: str, text: str, more: str = "") -> str:
    """A cell of text; line breaks make paragraphs, runs of spaces are kept, a tab is one space."""
    # LibreOffice drops tabs from cells.
    text = safe.plain(text).replace("\t", " ")
    if not text:
        return f'<table:table-cell table:style-name="{style}"{more}/>' if more else _EMPTY
    paragraphs = "".join(f"<text:p>{_RUN.sub(_kept, safe.xml(line))}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}"{more} office:value-type="string">{paragraphs}</table:table-cell>'
    )


def _kept(run: re.Match[str]) -> str:
    return f' <text:s text:c="{len(run[0]) - 1}"/>'


def percent_cell(value: float, prefix: str = "") -> str:
    """A cell of a share."""
    return (
        f'<table:table-cell table:style-name="{prefix}percent" office:value-type="percentage" office:value="{value!r}">'
        f"<text:p>{round(value * 100)}%</text:p></table:table-cell>"
    )


def value_cell(style: str, value: Value, more: str = "") -> str:
    """A cell of whatever type the value has."""
    if value is None:
        return text_cell(style, "", more)
    if isinstance(value, str):
        return text_cell(style, value, more)
    if isinstance(value, datetime):
        return _typed(style, f'date" office:date-value="{value:%Y-%m-%dT%H:%M:%S}', f"{value:%d.%m.%Y %H:%M}", more)
    if isinstance(value, date):
        shown = f"{value.day:02d}.{value.month:02d}.{value.year:04d}"
        return _typed(style, f'date" office:date-value="{value.isoformat()}', shown, more)
    if isinstance(value, time):
        return _typed(style, f'time" office:time-value="PT{value:%HH%MM%SS}', f"{value:%H:%M}", more)
    return _typed(style, f'float" office:value="{value!r}', str(value), more)


def _typed(style: str, value: str, shown: str, more: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}"{more} office:value-type="{value}"><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def cell_maker(column: Column, choices: Choices, ruled: bool) -> Callable[[Value], str]:
    """What makes the cells of a column; ruled ones have a thin line below, also where they are empty."""
    more = f' table:content-validation-name="list_{column.choices}"' if column.choices in choices.lists else ""
    prefix = _RULED if ruled else ""
    style = prefix + _STYLE_OF.get(column.kind, "long" if column.wrap else "plain")
    empty = f'<table:table-cell table:style-name="{style}"{more}/>' if ruled or more else _EMPTY
    if column.kind is Kind.PERCENT:
        return lambda value: percent_cell(value, prefix) if isinstance(value, float) else empty
    return lambda value: empty if value is None or value == "" else value_cell(style, value, more)


def validations(lists: Iterable[tuple[Choices, int]]) -> str:
    """The drop-downs, each from its column of the lists' sheet."""
    rules = []
    for choices, index in lists:
        key = list(choices.lists)[index]
        last = len(choices.lists[key][1]) + 1
        column = letters(index)
        place = f"[${_quoted(choices.name)}.${column}$2:.${column}${last}]"
        condition = safe.xml(f"of:cell-content-is-in-list({place})")
        rules.append(
            f'<table:content-validation table:name="list_{key}" table:condition="{condition}"'
            ' table:allow-empty-cell="true" table:display-list="unsorted"><table:error-message'
            ' table:message-type="warning" table:display="true"/></table:content-validation>'
        )
    return f"<table:content-validations>{''.join(rules)}</table:content-validations>" if rules else ""


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def content_head(widths: Mapping[str, float], *, percent_first: bool) -> str:
    """content.xml up to the first sheet; `widths` are the column styles in characters."""
    sign = "<number:text>%</number:text>"
    share = sign + _WHOLE if percent_first else _WHOLE + sign
    percent = f'<number:percentage-style style:name="n-percent">{share}</number:percentage-style>'
    cells = "".join(
        _cell_style(name, data, align, wraps, text, box) + _cell_style(_RULED + name, data, align, wraps, text, _RULE)
        for name, data, align, wraps, text, box in _CELL_STYLES
    )
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{width * 0.2 + 0.1:.2f}cm"/></style:style>'
        for name, width in widths.items()
    )
    return (
        f'{DECLARATION}<office:document-content {SPACES} office:version="1.3"><office:automatic-styles>{_FORMATS}'
        f"{percent}{columns}"
        '<style:style style:name="table" style:family="table" style:master-page-name="table"/>'
        '<style:style style:name="page" style:family="table" style:master-page-name="page"/>'
        f"{cells}"
        "</office:automatic-styles><office:body><office:spreadsheet>"
    )


def content_tail(sheets: Sequence[tuple[Sheet, int]]) -> str:
    """content.xml after the last sheet: the filter of each table."""
    ranges = "".join(
        f'<table:database-range table:name="{sheet.table}" table:target-range-address="{_area(sheet, rows)}"'
        ' table:display-filter-buttons="true"/>'
        for sheet, rows in sheets
    )
    ranges = f"<table:database-ranges>{ranges}</table:database-ranges>" if ranges else ""
    return f"{ranges}</office:spreadsheet></office:body></office:document-content>"


def _area(sheet: Sheet, rows: int) -> str:
    name = _quoted(sheet.name)
    return safe.xml(f"{name}.A1:{name}.{letters(len(sheet.columns) - 1)}{max(rows, 1) + 1}")


_DAY: Final = (
    '<number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/>'
    '<number:text>.</number:text><number:year number:style="long"/>'
)
_CLOCK: Final = '<number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'
_WHOLE: Final = '<number:number number:decimal-places="0" number:min-integer-digits="1"/>'
_FORMATS: Final = (
    f'<number:date-style style:name="n-date">{_DAY}</number:date-style>'
    f'<number:time-style style:name="n-time">{_CLOCK}</number:time-style>'
    f'<number:date-style style:name="n-moment">{_DAY}<number:text> </number:text>{_CLOCK}</number:date-style>'
    f'<number:number-style style:name="n-number">{_WHOLE}</number:number-style>'
)
_RULED: Final = "ruled-"
_RULE: Final = ' fo:border-bottom="0.5pt solid #b8c4ce"'
_BOLD: Final = 'fo:font-weight="bold"'
_CELL_STYLES: Final = (
    # name, data style, alignment, wraps, text properties, background and border
    ("plain", "", "start", False, "", ""),
    ("long", "", "start", True, "", ""),
    ("number", "n-number", "end", False, "", ""),
    ("decimal", "", "end", False, "", ""),
    ("ordinal", "n-number", "center", False, "", ""),
    ("percent", "n-percent", "end", False, "", ""),
    ("date", "n-date", "center", False, "", ""),
    ("time", "n-time", "center", False, "", ""),
    ("moment", "n-moment", "start", False, "", ""),
    ("mark", "", "center", False, "", ""),
    ("bold", "", "start", False, _BOLD, ""),
    ("total", "n-number", "start", False, _BOLD, ""),
    ("muted", "", "start", False, 'fo:color="#52606d"', ""),
    ("title", "", "start", False, f'{_BOLD} fo:font-size="18pt" fo:color="#10384f"', ""),
    ("section", "", "start", False, f'{_BOLD} fo:font-size="13pt" fo:color="#10384f"', ""),
    (
        "heading", "", "start", True, f'{_BOLD} fo:color="#10384f"',
        ' fo:background-color="#dce9f1" fo:border-bottom="1.5pt solid #2f6f8f"',
    ),
)  # fmt: skip


def _cell_style(name: str, data: str, align: str, wraps: bool, text: str, box: str) -> str:
    data_style = f' style:data-style-name="{data}"' if data else ""
    wrap = ' fo:wrap-option="wrap"' if wraps else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{data_style}>'
        f'<style:table-cell-properties style:vertical-align="{"middle" if name == "heading" else "top"}"{wrap}{box}/>'
        f'<style:paragraph-properties fo:text-align="{align}"/>'
        f'<style:text-properties style:font-name="Calibri" fo:font-family="Calibri" {text}/></style:style>'
    )


def page_styles() -> str:
    """styles.xml: A4, tables across and pages upright, one page wide, the sheet's name and page x / y at the foot."""
    pages = {"table": ("29.7cm", "21cm", "landscape"), "page": ("21cm", "29.7cm", "portrait")}
    layouts = "".join(
        f'<style:page-layout style:name="{name}-a4"><style:page-layout-properties fo:page-width="{width}"'
        f' fo:page-height="{height}" style:print-orientation="{orientation}" fo:margin-top="1.3cm"'
        ' fo:margin-bottom="1cm" fo:margin-left="1cm" fo:margin-right="1cm" style:scale-to-X="1" style:scale-to-Y="0"'
        ' style:print="charts drawings objects zero-values"/><style:header-style/><style:footer-style>'
        '<style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.2cm"/></style:footer-style>'
        "</style:page-layout>"
        for name, (width, height, orientation) in pages.items()
    )
    masters = "".join(
        f'<style:master-page style:name="{name}" style:page-layout-name="{name}-a4">'
        '<style:header style:display="false"/>'
        "<style:footer><style:region-left><text:p><text:sheet-name>?</text:sheet-name></text:p></style:region-left>"
        "<style:region-right><text:p><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count>"
        "</text:p></style:region-right></style:footer></style:master-page>"
        for name in pages
    )
    return (
        f'{DECLARATION}<office:document-styles {SPACES} office:version="1.3"><office:automatic-styles>{layouts}'
        f"</office:automatic-styles><office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def settings(names: Sequence[str], sheets: Sequence[tuple[Sheet, int]]) -> str:
    """settings.xml: the headings (and first columns) that stay in view."""
    frozen = {sheet.name: sheet.frozen for sheet, _ in sheets}
    tables = "".join(
        f'<config:config-item-map-entry config:name="{safe.xml(name)}">{_split(frozen[name])}'
        "</config:config-item-map-entry>"
        for name in names
        if name in frozen
    )
    active = (
        f'<config:config-item config:name="ActiveTable" config:type="string">{safe.xml(names[0])}</config:config-item>'
    )
    return (
        f'{DECLARATION}<office:document-settings {SPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1'
        f'</config:config-item><config:config-item-map-named config:name="Tables">{tables}'
        "</config:config-item-map-named>"
        f"{active}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )


def _split(columns: int) -> str:
    items = {
        "HorizontalSplitMode": ("short", 2 if columns else 0),
        "VerticalSplitMode": ("short", 2),
        "HorizontalSplitPosition": ("int", columns),
        "VerticalSplitPosition": ("int", 1),
        "ActiveSplitRange": ("short", 3 if columns else 2),
        "PositionLeft": ("int", 0),
        "PositionRight": ("int", columns),
        "PositionTop": ("int", 0),
        "PositionBottom": ("int", 1),
    }
    return "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, (kind, value) in items.items()
    )
