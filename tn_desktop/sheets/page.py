"""A laid-out page: boxes of text, rules and pictures at their places, in millimetres from the paper's corner."""

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtGui import QImage

from tn_desktop.sheets.typesetting import TextBlock


class Shade(Enum):
    """The greys of a sheet, dark enough for any printer."""

    BLACK = 0x000000
    GREY = 0x4D4D4D
    RULE = 0x808080
    FAINT = 0xB3B3B3


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def inset(self, dx: float, dy: float) -> "Rect":
        """Smaller by dx on the left and right, by dy above and below."""
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)


@dataclass(frozen=True, slots=True)
class TextItem:
    """A block of text whose lines begin at (x, y), within `cell`."""

    x: float
    y: float
    block: TextBlock
    cell: Rect
    shade: Shade = Shade.BLACK

    @property
    def rect(self) -> Rect:
        """The place that the text itself takes."""
        return Rect(self.x, self.y, self.block.width, self.block.height)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, `weight` mm thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.18
    shade: Shade = Shade.RULE


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture filling `rect`."""

    rect: Rect
    image: QImage


@dataclass(slots=True)
class Page:
    """What is painted on one page."""

    width: float
    height: float
    texts: list[TextItem] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def text(
        self, cell: Rect, block: TextBlock, *, right: bool = False, middle: bool = False, shade: Shade = Shade.BLACK
    ) -> None:
        """Put a block into a cell: at its left or (one line) right edge, at its top or in the middle of its height."""
        if not block.lines:
            return
        x = cell.right - block.width if right else cell.x
        y = cell.y + ((cell.height - block.height) / 2 if middle else 0.0)
        self.texts.append(TextItem(x, y, block, cell, shade))

    def across(self, x1: float, x2: float, y: float, weight: float = 0.18, shade: Shade = Shade.RULE) -> None:
        """A horizontal rule."""
        self.rules.append(Rule(x1, y, x2, y, weight, shade))

    def down(self, x: float, y1: float, y2: float, weight: float = 0.18, shade: Shade = Shade.FAINT) -> None:
        """A vertical rule."""
        self.rules.append(Rule(x, y1, x, y2, weight, shade))
