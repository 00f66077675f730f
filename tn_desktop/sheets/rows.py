"""The rows of the table: their texts set into the columns, and their heights. Lengths are millimetres."""

from dataclasses import dataclass
from typing import Final

from tn_desktop.services.sheet_content import SheetPerson
from tn_desktop.sheets.columns import (
    DETAIL_SIZE,
    LABEL_GAP,
    LABEL_SIZE,
    NAME_SIZE,
    PAD,
    ColumnPlan,
    TextColumn,
    label_of,
)
from tn_desktop.sheets.page import Page, Rect, Shade
from tn_desktop.sheets.typesetting import TextBlock, fit

ROW_HEIGHT: Final = 9.2
"""Least height of a row: comfortable to sign in."""
_PAD_ABOVE: Final = 0.75
_TALLEST: Final = 40.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at an offset from the top left of its cell's content."""

    dx: float
    dy: float
    block: TextBlock
    shade: Shade = Shade.BLACK


@dataclass(frozen=True, slots=True)
class Row:
    """A row ready to be put anywhere: its number and, for each text column, its blocks."""

    number: str
    cells: tuple[tuple[Placed, ...], ...]
    height: float


def person_row(person: SheetPerson, plan: ColumnPlan) -> Row:
    """A person's row, as high as the highest of its cells."""
    cells = tuple(
        _name_cell(person, label_of(person, plan.columns), width - 2 * PAD)
        if column.is_name
        else _plain_cell(column, person, width - 2 * PAD)
        for column, width in zip(plan.columns, plan.widths, strict=True)
    )
    return Row(str(person.number), cells, max(ROW_HEIGHT, max(map(_cell_height, cells)) + 2 * _PAD_ABOVE))


def blank_row(number: int, plan: ColumnPlan) -> Row:
    """A row for someone who comes unannounced."""
    return Row(str(number), ((),) * len(plan.columns), ROW_HEIGHT)


def _plain_cell(column: TextColumn, person: SheetPerson, width: float) -> tuple[Placed, ...]:
    text = column.value(person)
    if not text:
        return ()
    block = fit(text, width, column.size, smallest=6.5, height=_TALLEST, one_line=column.one_line)
    return (Placed(0.0, 0.0, block),)


def _name_cell(person: SheetPerson, label_text: str, width: float) -> tuple[Placed, ...]:
    """The name, and after or under it in smaller letters what tells namesakes apart."""
    name = fit(person.full_name, width, NAME_SIZE, smallest=7.5, height=_TALLEST * 0.7, one_line=NAME_SIZE * 0.9)
    if not label_text:
        return (Placed(0.0, 0.0, name),)
    label = fit(label_text, width, LABEL_SIZE, smallest=6.0, height=_TALLEST * 0.3)
    beside = name.width + LABEL_GAP
    if len(name.lines) == len(label.lines) == 1 and beside + label.width <= width:
        # On one baseline, unless the label's own line is the higher of the two.
        dy = max(0.0, name.ascent - label.ascent)
        if dy + label.height <= name.height:
            return (Placed(0.0, 0.0, name), Placed(beside, dy, label, Shade.GREY))
    return (Placed(0.0, 0.0, name), Placed(0.0, name.height, label, Shade.GREY))


def _cell_height(cell: tuple[Placed, ...]) -> float:
    return max((placed.dy + placed.block.height for placed in cell), default=0.0)


def put_row(page: Page, row: Row, plan: ColumnPlan, left: float, top: float) -> None:
    """Put a row's texts onto a page."""
    number_cell = Rect(left, top, plan.number_width, row.height).inset(PAD, 0.0)
    page.text(number_cell, fit(row.number, number_cell.width, DETAIL_SIZE), right=True, middle=True, shade=Shade.GREY)
    x = left + plan.number_width
    for width, cell in zip(plan.widths, row.cells, strict=True):
        inner = Rect(x, top, width, row.height).inset(PAD, 0.0)
        above = (row.height - _cell_height(cell)) / 2
        for placed in cell:
            rest = Rect(inner.x + placed.dx, inner.y, inner.width - placed.dx, inner.height)
            page.text(
                Rect(rest.x, top + above + placed.dy, rest.width, placed.block.height), placed.block, shade=placed.shade
            )
        x += width
