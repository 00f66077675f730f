"""The XML around the rows: what stands before and after them in a worksheet, table objects, the workbook's parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export.layout import Choices, Column, Kind, Sheet, lines_of
from tn_desktop.exchange.export.xlsx_rows import letters, text_cell
from tn_desktop.exchange.export.xlsx_styles import HEADING, HIGHLIGHTS, StyleBook

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKSHEET: Final = f'{DECLARATION}<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
MARGINS: Final = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
_CENTRED: Final = '<printOptions horizontalCentered="1"/>'
_GRID_LINES: Final = '<printOptions horizontalCentered="1" gridLines="1"/>'
_A4: Final = 9
_COLOURS: Final = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "10384F", "lt2": "DCE9F1", "accent1": "2F6F8F", "accent2": "C7772E",
    "accent3": "4B8B5A", "accent4": "8A5A9E", "accent5": "B03A3A", "accent6": "7A7F87", "hlink": "0B5CAD",
    "folHlink": "6B4C9A",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A finished worksheet.

    Attributes:
        path: of the part, from the root of the package.
        name: of the sheet.
        titles: reference of the rows and columns printed on every page, "" if none.
        state: "" for a sheet to be seen, "hidden", or "veryHidden": one that a spreadsheet does not offer to show.
    """

    path: str
    name: str
    titles: str = ""
    state: str = ""


def table_head(sheet: Sheet, rows: int | None) -> str:
    """A worksheet's XML up to its rows; `rows` below the heading are named if they are known already."""
    dimension = ""
    if rows is not None:
        dimension = f'<dimension ref="{_range(sheet.columns, max(rows, 1))}"/>'
    corner = f"{letters(sheet.frozen)}2"
    if sheet.frozen:
        pane = (
            f'<pane xSplit="{sheet.frozen}" ySplit="1" topLeftCell="{corner}" activePane="bottomRight" state="frozen"/>'
            '<selection pane="topRight"/><selection pane="bottomLeft"/>'
            f'<selection pane="bottomRight" activeCell="{corner}" sqref="{corner}"/>'
        )
    else:
        pane = (
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
        )
    return (
        f'{WORKSHEET}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>{dimension}'
        f'<sheetViews><sheetView{selected(sheet.first)} workbookViewId="0">{pane}</sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/>'
        f"{column_widths(column.width for column in sheet.columns)}<sheetData>"
    )


def selected(first: bool) -> str:
    """The attribute of the sheet that is in front when the workbook is opened."""
    return ' tabSelected="1"' if first else ""


def column_widths(widths: Iterable[float]) -> str:
    """The element of the column widths, in characters."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width:.2f}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    return f"<cols>{columns}</cols>"


def heading_row(columns: Sequence[Column], book: StyleBook) -> str:
    """The first row of a table sheet; tall enough for the heading with the most lines."""
    cells = ""
    for index, column in enumerate(columns):
        # Over its cells: numbers stand at the right, dates and marks in the middle.
        across = book.of_kind(column.kind).across
        style = HEADING._replace(across=across, indent=1 if across == "right" else 0)
        cells += text_cell(
            f"{letters(index)}1", book.number(style), book.number(style._replace(quoted=True)), column.heading
        )
    # Room for the filter button is kept at the right.
    lines = max(lines_of(column.heading, column.width - 2) for column in columns)
    return f'<row r="1" ht="{15 * lines + 6}" customHeight="1">{cells}</row>'


def table_tail(sheet: Sheet, rows: int, choices: Choices, relation: str) -> str:
    """A worksheet's XML after its rows; `rows` below the heading."""
    last = max(rows, 1) + 1
    pages = f'fitToWidth="{sheet.pages_wide}" fitToHeight="0"'
    order = ' pageOrder="overThenDown"' if sheet.pages_wide > 1 else ""
    return (
        "</sheetData>"
        + "".join(_highlights(sheet, last))
        + _validations(sheet, last, choices)
        + (_CENTRED if sheet.ruled else _GRID_LINES)
        + MARGINS
        + f'<pageSetup paperSize="{_A4}" {pages}{order} orientation="landscape"/>'
        + page_footer(sheet.foot)
        + f'<tableParts count="1"><tablePart r:id="{relation}"/></tableParts></worksheet>'
    )


def page_footer(foot: str) -> str:
    """Sheet name at the left, the sheet's own line in the middle, page x/y at the right."""
    middle = f"&C&8{_footer_text(foot)}" if foot else ""
    return f"<headerFooter><oddFooter>{safe.xml(f'&L&8&A{middle}&R&8&P / &N')}</oddFooter></headerFooter>"


def _footer_text(text: str) -> str:
    # A digit after the font size would be read as part of it; Excel allows 255 characters in all.
    text = text.replace("&", "&&")[:200]
    return " " + text if text[:1].isdigit() else text


def _highlights(sheet: Sheet, last: int) -> Iterable[str]:
    for priority, rule in enumerate(sheet.highlights, 1):
        value = rule.value.replace('"', '""')
        yield (
            f'<conditionalFormatting sqref="{_runs([sheet.index(key) for key in rule.columns], last)}">'
            f'<cfRule type="cellIs" dxfId="{list(HIGHLIGHTS).index(rule.look)}" priority="{priority}" operator="equal">'
            f"<formula>{safe.xml(chr(34) + value + chr(34))}</formula></cfRule></conditionalFormatting>"
        )


def _validations(sheet: Sheet, last: int, choices: Choices) -> str:
    by_list: dict[tuple[str, bool], list[int]] = {}
    for position, column in enumerate(sheet.columns):
        if column.choices in choices.lists:
            by_list.setdefault((column.choices, column.open_list), []).append(position)
    rules = [
        f'<dataValidation type="list" errorStyle="{"warning" if open_list else "stop"}" allowBlank="1"'
        f'{_prompt(sheet) if sheet.columns[positions[0]].kind is Kind.MARK else ""} showErrorMessage="1"'
        f' sqref="{_runs(positions, last)}"><formula1>{choices.range_name(key)}</formula1></dataValidation>'
        for (key, open_list), positions in by_list.items()
    ]
    return f'<dataValidations count="{len(rules)}">{"".join(rules)}</dataValidations>' if rules else ""


def _runs(positions: Sequence[int], last: int) -> str:
    """The areas of whole columns by their positions, neighbours as one area."""
    runs: list[list[int]] = []
    for position in sorted(positions):
        if runs and runs[-1][1] == position - 1:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    return " ".join(f"{letters(first)}2:{letters(end)}{last}" for first, end in runs)


def _prompt(sheet: Sheet) -> str:
    return f' showInputMessage="1" prompt="{safe.xlsx(sheet.prompt[:255])}"' if sheet.prompt else ""


def table_object(sheet: Sheet, number: int, rows: int) -> str:
    """The part of a table object: its range, filter buttons, columns and calculated columns."""
    area = _range(sheet.columns, max(rows, 1))
    columns = "".join(
        f'<tableColumn id="{index}" name="{safe.xlsx(column.heading)}"'
        + (
            f"><calculatedColumnFormula>{safe.xml(column.formula)}</calculatedColumnFormula></tableColumn>"
            if column.formula
            else "/>"
        )
        for index, column in enumerate(sheet.columns, 1)
    )
    return (
        f'{DECLARATION}<table xmlns="{_MAIN}" id="{number}" name="{sheet.table}" displayName="{sheet.table}"'
        f' ref="{area}" totalsRowShown="0"><autoFilter ref="{area}"/>'
        f'<tableColumns count="{len(sheet.columns)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1"'
        ' showColumnStripes="0"/></table>'
    )


def print_titles(sheet: Sheet) -> str:
    """What is printed on every page: the heading row, and the columns that stay in view."""
    name = "'" + sheet.name.replace("'", "''") + "'"
    columns = f"{name}!$A:${letters(sheet.frozen - 1)}," if sheet.frozen else ""
    return f"{columns}{name}!$1:$1"


def _range(columns: Sequence[Column], rows: int) -> str:
    return f"A1:{letters(len(columns) - 1)}{rows + 1}"


def workbook(parts: Sequence[Part], names: Sequence[tuple[str, str]]) -> str:
    """xl/workbook.xml: the sheets in their order, defined names (name, reference), print titles."""
    sheets = "".join(
        f'<sheet name="{safe.xml(part.name)}" sheetId="{number}"{_state(part)} r:id="rId{number}"/>'
        for number, part in enumerate(parts, 1)
    )
    defined = [
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{index}">{safe.xml(part.titles)}</definedName>'
        for index, part in enumerate(parts)
        if part.titles
    ] + [f'<definedName name="{name}">{safe.xml(reference)}</definedName>' for name, reference in names]
    front = next((index for index, part in enumerate(parts) if not part.state), 0)
    return (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr/>'
        '<bookViews><workbookView xWindow="240" yWindow="15" windowWidth="20000" windowHeight="12000"'
        f' firstSheet="{front}" activeTab="{front}"/></bookViews>'
        f"<sheets>{sheets}</sheets>"
        + (f"<definedNames>{''.join(defined)}</definedNames>" if defined else "")
        + '<calcPr calcId="191029"/></workbook>'
    )


def _state(part: Part) -> str:
    return f' state="{part.state}"' if part.state else ""


def workbook_relations(parts: Sequence[Part]) -> str:
    """xl/_rels/workbook.xml.rels."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/worksheet" Target="{part.path.removeprefix("xl/")}"/>'
        for number, part in enumerate(parts, 1)
    )
    others = "".join(
        f'<Relationship Id="rId{len(parts) + 1 + index}" Type="{_LINKS}/{kind}" Target="{kind}.xml"/>'
        for index, kind in enumerate(("styles", "sharedStrings"))
    )
    others += f'<Relationship Id="rId{len(parts) + 3}" Type="{_LINKS}/theme" Target="theme/theme1.xml"/>'
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{links}{others}</Relationships>'


def sheet_relations(table_number: int) -> str:
    """The relations of a worksheet with one table object."""
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_LINKS}/table"'
        f' Target="../tables/table{table_number}.xml"/></Relationships>'
    )


def package_relations() -> str:
    """_rels/.rels."""
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_LINKS}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def content_types(parts: Sequence[Part], tables: int) -> str:
    """[Content_Types].xml."""
    overrides = [
        ("/xl/workbook.xml", f"{_TYPES}.sheet.main+xml"),
        *((f"/{part.path}", f"{_TYPES}.worksheet+xml") for part in parts),
        *((f"/xl/tables/table{number}.xml", f"{_TYPES}.table+xml") for number in range(1, tables + 1)),
        ("/xl/styles.xml", f"{_TYPES}.styles+xml"),
        ("/xl/sharedStrings.xml", f"{_TYPES}.sharedStrings+xml"),
        ("/xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    )


def theme() -> str:
    """xl/theme/theme1.xml: the colours and fonts that a spreadsheet offers; our cells name their own."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="TN Desktop">'
        f'<a:themeElements><a:clrScheme name="TN Desktop">{colours}</a:clrScheme>'
        f'<a:fontScheme name="TN Desktop">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="TN Desktop"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
        + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def core_properties(title: str, author: str, made_at: datetime) -> str:
    """docProps/core.xml; a time without zone is taken as the computer's."""
    moment = f"{made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{safe.xml(title)}</dc:title><dc:creator>{safe.xml(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def app_properties(program: str, company: str) -> str:
    """docProps/app.xml."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{safe.xml(program)}</Application><Company>{safe.xml(company)}</Company></Properties>"
    )
