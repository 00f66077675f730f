"""Worksheets that are no tables: pages of lines (summary, about) and the lists behind the drop-downs."""

from datetime import datetime
from typing import Final

from tn_desktop.exchange.export import safe
from tn_desktop.exchange.export import xlsx_parts as parts
from tn_desktop.exchange.export.layout import Choices, Line, Page, Value, lines_of, text_width
from tn_desktop.exchange.export.xlsx_rows import formula_cell, letters, text_cell, value_cell
from tn_desktop.exchange.export.xlsx_styles import HEADING, MOMENT, Style, StyleBook

_WIDTHS: Final = (36, 14, 12, 36)
"""Label, number, share, and room for long values, which take the last three columns together."""

_BLANK: Final = Style(down="")
_LABELS: Final = {
    "title": Style("title", down="center"),
    "section": Style("section", border="under", down="bottom"),
    "field": Style("muted", wrap=True, down="center"),
    "total": Style(border="under", wrap=True, down="center"),
    "note": Style(wrap=True, down="center"),
    "link": Style("link", down="center"),
}
_VALUES: Final = {
    "field": Style(across="left", wrap=True, down="center"),
    "total": Style("bold", border="under", number="0", across="right", down="center"),
    "link": Style(wrap=True, down="center"),
}
_LINE_HEIGHT: Final = 15


def page_sheet(page: Page, book: StyleBook) -> str:
    """The worksheet of a page."""
    rows = [_line(number, line, book) for number, line in enumerate(page.lines, 1)]
    merged = [area for number, line in enumerate(page.lines, 1) if (area := _merged(number, line))]
    links = [
        f'<hyperlink ref="A{number}" location="{safe.xlsx(_quoted(line.target) + "!A1")}"'
        f' display="{safe.xlsx(line.label)}"/>'
        for number, line in enumerate(page.lines, 1)
        if line.target
    ]
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    return (
        f'{parts.WORKSHEET}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:D{max(len(rows), 1)}"/>'
        f'<sheetViews><sheetView showGridLines="0"{parts.selected(page.first)}'
        ' workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"{parts.column_widths(_WIDTHS)}<sheetData>{''.join(rows)}</sheetData>"
        + (f'<mergeCells count="{len(merged)}">{cells}</mergeCells>' if merged else "")
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + _tail()
    )


def _tail() -> str:
    setup = '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/>'
    return f"{parts.MARGINS}{setup}{parts.page_footer('')}</worksheet>"


def _line(number: int, line: Line, book: StyleBook) -> str:
    if line.look == "gap":
        return ""
    label, value = _LABELS[line.look], _VALUES.get(line.look, _BLANK)
    cells = [_cell(f"A{number}", label, book, line.label)]
    if line.look == "section":
        cells += [f'<c r="{letter}{number}" s="{book.number(label)}"/>' for letter in "BCD"]
    if line.formula:
        cells.append(formula_cell(f"B{number}", book.number(value), line.formula, line.value))
    elif line.value is not None:
        cells.append(_cell(f"B{number}", value, book, line.value))
    if line.rate_formula:
        share = Style("muted", border="under", number=book.percent, across="right", down="center")
        cells.append(formula_cell(f"C{number}", book.number(share), line.rate_formula, line.rate))
    elif line.look == "total":
        cells.append(f'<c r="C{number}" s="{book.number(Style(border="under"))}"/>')
    return f'<row r="{number}" ht="{_height(line)}" customHeight="1">{"".join(cells)}</row>'


def _cell(where: str, style: Style, book: StyleBook, value: Value) -> str:
    return value_cell(where, style._replace(number=MOMENT) if isinstance(value, datetime) else style, book, value)


def _height(line: Line) -> float:
    # Merged cells do not grow by themselves when their text needs a second line.
    if line.look == "title":
        return 32
    if line.look == "section":
        return 26
    if line.look == "note":
        return _LINE_HEIGHT * lines_of(line.label, sum(_WIDTHS)) + 3
    right = lines_of(line.value, sum(_WIDTHS[1:])) if isinstance(line.value, str) else 1
    return _LINE_HEIGHT * max(lines_of(line.label, _WIDTHS[0]), right) + 3


def _merged(number: int, line: Line) -> str:
    if line.look in ("title", "note"):
        return f"A{number}:D{number}"
    return f"B{number}:D{number}" if line.look in ("field", "link") and line.value is not None else ""


def _quoted(sheet_name: str) -> str:
    return "'" + sheet_name.replace("'", "''") + "'"


def lists_sheet(choices: Choices, book: StyleBook) -> str:
    """The worksheet of the lists: a column each, with its heading."""
    columns = [(title, values) for title, values in choices.lists.values()]
    longest = max((len(values) for _, values in columns), default=0)
    heading, plain, quoted = book.number(HEADING), book.number(Style()), book.number(Style(quoted=True))
    rows = [_lists_row(1, [title for title, _ in columns], heading, heading)]
    for index in range(longest):
        texts = [values[index] if index < len(values) else "" for _, values in columns]
        rows.append(_lists_row(index + 2, texts, plain, quoted))
    widths = [max(text_width(text) for text in (title, *values)) + 4 for title, values in columns] or [12]
    return (
        f'{parts.WORKSHEET}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{letters(max(len(columns), 1) - 1)}{longest + 1}"/>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{parts.column_widths(widths)}'
        f"<sheetData>{''.join(rows)}</sheetData>{_tail()}"
    )


def _lists_row(number: int, texts: list[str], plain: int, quoted: int) -> str:
    cells = "".join(text_cell(f"{letters(i)}{number}", plain, quoted, text) for i, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


def list_names(choices: Choices) -> list[tuple[str, str]]:
    """The defined name of each list, and the cells it stands for."""
    return [
        (choices.range_name(key), f"{_quoted(choices.name)}!${letters(i)}$2:${letters(i)}${max(len(values), 1) + 1}")
        for i, (key, (_, values)) in enumerate(choices.lists.items())
    ]
