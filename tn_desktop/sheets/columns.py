"""Which columns a session sheet has, how wide they are, and how many sessions a page takes. Lengths are mm."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.services.sheet_content import SessionSheet, SheetPerson, SheetSession
from tn_desktop.sheets import wording
from tn_desktop.sheets.options import SheetOptions
from tn_desktop.sheets.typesetting import text_width

PAPER: Final = (210.0, 297.0)
MARGIN_SIDE: Final = 16.0  # holes of a binder stay clear of the text
PAD: Final = 1.7
NAME_SIZE: Final = 10.0
DETAIL_SIZE: Final = 8.5
LABEL_SIZE: Final = 7.5
LABEL_GAP: Final = 1.6

_NUMBER_WIDTH: Final = 9.0
_ONE_SIGNATURE: Final = (38.0, 62.0)
_MANY_SIGNATURES: Final = (26.0, 40.0)
_LEAST_SIGNATURE: Final = 20.0


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of what is known about a person.

    Attributes:
        heading: English text of its header.
        value: what stands in it.
        least, comfortable, most: widths it must have, should have, and has at most however long its texts are.
        one_line: a text is set as small as this before it takes a second line.
    """

    heading: str
    value: Callable[[SheetPerson], str]
    least: float
    comfortable: float
    most: float
    size: float = DETAIL_SIZE
    one_line: float | None = None
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The table of every page.

    Attributes:
        width: of the page's text area.
        number_width: of the first column.
        columns, widths: the text columns after it.
        groups: the sessions of each run of pages, whose signature columns share what is left of the width.
    """

    landscape: bool
    width: float
    number_width: float
    columns: tuple[TextColumn, ...]
    widths: tuple[float, ...]
    groups: tuple[tuple[SheetSession, ...], ...]

    @property
    def signatures_x(self) -> float:
        """Where the signatures begin, from the left of the text area."""
        return self.number_width + sum(self.widths)

    def signature_width(self, group: Sequence[SheetSession]) -> float:
        """Width of each signature column of a group."""
        return (self.width - self.signatures_x) / max(1, len(group))


def plan_columns(sheet: SessionSheet, options: SheetOptions) -> ColumnPlan:
    """Choose orientation, widths and how the sessions are parted over the pages."""
    columns = _text_columns(options)
    sessions = sheet.sessions or (SheetSession(1),)
    least, most = _ONE_SIGNATURE if len(sessions) == 1 else _MANY_SIGNATURES
    number_width = max(_NUMBER_WIDTH, text_width("0" * len(str(_last_number(sheet, options))), NAME_SIZE) + 2 * PAD)
    ideal = [_ideal_width(column, columns, sheet.people) for column in columns]
    wanted = number_width + sum(min(width, column.comfortable) for width, column in zip(ideal, columns, strict=True))
    portrait_width = PAPER[0] - 2 * MARGIN_SIDE
    landscape = options.orientation == "landscape" or (
        options.orientation == "auto" and wanted + least * len(sessions) > portrait_width
    )
    width = PAPER[1] - 2 * MARGIN_SIDE if landscape else portrait_width
    capacity = max(1, int((width - wanted) / least))
    groups = _even_groups(sessions, capacity)
    largest = len(groups[0])
    # Signatures get what they need first; long texts can wrap, a pen cannot.
    room = (
        width - number_width - max(min(least * largest, width - number_width - _sum_least(columns)), _LEAST_SIGNATURE)
    )
    widths = _share(columns, ideal, room)
    spare = width - number_width - sum(widths) - most * largest
    if spare > 0:
        total = sum(widths)
        widths = [each + spare * each / total for each in widths]
    return ColumnPlan(landscape, width, number_width, columns, tuple(widths), groups)


def _text_columns(options: SheetOptions) -> tuple[TextColumn, ...]:
    name = TextColumn(wording.FULL_NAME, lambda p: p.full_name, 34, 50, 76, NAME_SIZE, is_name=True)
    institution = TextColumn(wording.INSTITUTION, lambda p: p.institution, 24, 38, 62)
    subject = TextColumn(wording.SUBJECT, lambda p: p.subject, 19, 22, 36)
    phone = TextColumn(wording.PHONE, lambda p: p.phone, 28, 30, 34, one_line=7.2)
    email = TextColumn(wording.EMAIL, lambda p: p.email, 34, 42, 58, one_line=7.2)
    chosen = [name]
    chosen += [institution] if options.institution else []
    chosen += [subject] if options.subject else []
    chosen += [phone] if options.phone else []
    chosen += [email] if options.email else []
    # Left to the pen: what nobody types in beforehand.
    chosen += [TextColumn(wording.FUNDER_ID, _empty, 26, 30, 34)] if options.funder_id else []
    chosen += [TextColumn(heading, _empty, 14, 16, 18) for heading in wording.CONSENTS] if options.consents else []
    return tuple(chosen)


def _empty(_person: SheetPerson) -> str:
    return ""


def label_of(person: SheetPerson, columns: Sequence[TextColumn]) -> str:
    """What is printed beside a name; namesakes have their institution there where it has no column."""
    if person.label or not person.namesake or any(column.heading == wording.INSTITUTION for column in columns):
        return person.label
    return person.institution


def _last_number(sheet: SessionSheet, options: SheetOptions) -> int:
    return max((person.number for person in sheet.people), default=0) + options.blank_rows


def _ideal_width(column: TextColumn, columns: Sequence[TextColumn], people: Sequence[SheetPerson]) -> float:
    """A width that takes nine of ten texts in one line, where that is not too much."""
    natural = []
    for person in people:
        width = text_width(column.value(person), column.size)
        if column.is_name and (label := label_of(person, columns)):
            width += LABEL_GAP + text_width(label, LABEL_SIZE)
        natural.append(width)
    natural.sort()
    usual = natural[(len(natural) - 1) * 9 // 10] * 1.01 if natural else 0.0
    # Rows left to the pen want room too.
    return min(column.most, max(column.comfortable * 0.9, usual + 2 * PAD))


def _sum_least(columns: Sequence[TextColumn]) -> float:
    return sum(column.least for column in columns)


def _share(columns: Sequence[TextColumn], ideal: Sequence[float], room: float) -> list[float]:
    """Ideal widths, each narrowed by the same part of what it has above its least where they do not fit."""
    excess = sum(ideal) - room
    if excess <= 0:
        return list(ideal)
    slack = [width - column.least for width, column in zip(ideal, columns, strict=True)]
    part = min(1.0, excess / sum(slack))
    return [width - part * each for width, each in zip(ideal, slack, strict=True)]


def _even_groups(sessions: tuple[SheetSession, ...], capacity: int) -> tuple[tuple[SheetSession, ...], ...]:
    """Runs of at most `capacity`, as even as can be, the larger first: 8 at 5 a page are 4 and 4."""
    count = -(-len(sessions) // capacity)
    size, longer = divmod(len(sessions), count)
    groups, start = [], 0
    for index in range(count):
        end = start + size + (index < longer)
        groups.append(sessions[start:end])
        start = end
    return tuple(groups)
