"""A table model over a long list of services/lists: pages come on demand, few of them are kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from tn_desktop.gui.models.headings import heading
from tn_desktop.gui.tasks import Tasks
from tn_desktop.model.changes import Changes
from tn_desktop.model.errors import AppError, Cancelled
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import lists
from tn_desktop.services.lists import PAGE, ListQuery, Outline, Page

if TYPE_CHECKING:
    from sqlalchemy import Connection

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row object itself, or None while its page is on the way."""
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The row's local id, or None while it is not known."""
KEPT_PAGES: Final = 48
VISIBLE_PAGES: Final = 3
"""A screen shows parts of two pages; a third may be on its way while one scrolls."""
NOT_YET: Final = "…"
RELATED: Final = {
    "people": (),
    "communities": ("membership",),
    "workshops": ("workshop_session", "enrolment"),
    "stakeholders": ("contact", "engagement"),
    "tools": (),
    "needs": ("community",),
    "solutions": ("iteration", "output", "solution_need"),
    "outputs": ("reach",),
    "quotations": ("community", "workshop"),
}
"""Tables whose rows are counted in a list's rows."""
_NO_INDEX: Final = QModelIndex()
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """A column of a list.

    Attributes:
        name: under which its width is remembered.
        title: translated heading.
        text: the cell's text of a row.
        sort: sort name of the list, or "" where one cannot sort by it.
        alignment: of the cells and the heading.
        tooltip: more about a row, if there is more.
        width: first width in characters.
        newest_first: the list's own order of this column is descending.
        spare: where room is short, the column of the greatest number goes first; one of 0 always stays.
        least: so many characters of its text are shown before others are left out.
    """

    name: str
    title: str
    text: Callable[[Any], str]
    sort: str = ""
    alignment: Qt.AlignmentFlag = _LEFT
    tooltip: Callable[[Any], str] | None = None
    width: int = 16
    newest_first: bool = False
    spare: int = 0
    least: int = 14


@dataclass(frozen=True)
class _Survey:
    """A list read again after a change."""

    outline: Outline
    pages: dict[int, Page]
    kept_row: int | None


class PagedModel(QAbstractTableModel):
    """Rows of one list in one order; unloaded rows show "…" and fetch their page.

    Attributes:
        query: what is shown, or will be as soon as it has been read.
        keep: id of the row whose place `refreshed` tells after a change.
        total: how many rows there are, or None until it is known.

    Signals:
        ready: the first rows of a new query are in the model.
        counted(int): the total is known.
        refreshed(object): read again after a change; the row number of `keep`, or None if it is not in the list.
        loaded(int, int): rows from … to … have come.
    """

    ready = Signal()
    counted = Signal(int)
    refreshed = Signal(object)
    loaded = Signal(int, int)

    def __init__(self, tasks: Tasks, name: str, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = ListQuery(name)
        self.keep: int | None = None
        self.total: int | None = None
        self._tasks = tasks
        self._columns = columns
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._last_page = -1
        self._outline: Outline | None = None
        self._count = 0
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._missed = False
        self._coming: tuple[Outline, tuple[int, ...]] | None = None
        self._fetch = QTimer(self, singleShot=True, interval=0)
        self._fetch.timeout.connect(self._fetch_wanted)

    # --- what is shown

    def set_query(self, query: ListQuery, after: int = 0) -> None:
        """Show another search, filter or order, read `after` so many milliseconds; the rows stay until then."""
        self.query = query
        self._fetch.stop()
        self._wanted.clear()
        self._tasks.read(
            lambda connection: lists.first_page(connection, query),
            lambda found: self._on_first_page(query, *found),
            owner=self,
            channel="list",
            after=after,
        )

    def refresh(self, changes: Changes, seen: bool = True) -> None:
        """Read again what a write may have changed in this list; what is not `seen` waits for `catch_up`."""
        table = ENTITIES[self.query.name].table
        if not seen:
            # Reading a list of a million rows takes a processor for a second, at each write elsewhere.
            self._missed = self._missed or changes.touches(table, *RELATED[self.query.name])
        elif changes.touches(table):
            self._reread_rows(changes.ids(table))
            self.reread()
        elif changes.touches(*RELATED[self.query.name]):
            # What is on its way may have been read before the write.
            self._coming = None
            for number in list(self._pages)[-VISIBLE_PAGES:]:
                self._want(number)

    def catch_up(self) -> None:
        """Read what was written while nobody saw the list."""
        if self._missed:
            self.reread()

    def reread(self) -> None:
        """Read the whole list again and tell where `keep` then stands."""
        self._missed = False
        query, keep, numbers = self.query, self.keep, list(self._pages)[-VISIBLE_PAGES:]
        self._tasks.read(
            lambda connection: _survey(connection, query, keep, numbers),
            lambda survey: self._on_survey(query, keep, survey),
            owner=self,
            channel="list",
        )

    def row_of(self, key: int, done: Callable[[int | None], None]) -> None:
        """Tell the row number of an id, or None if it is not in this list."""
        query = self.query
        self._tasks.read(
            lambda connection: lists.position(connection, query, key), done, owner=self, channel="position"
        )

    def id_at(self, row: int) -> int | None:
        """The id of a row, if it is known already."""
        found = self.row_at(row)
        if found is not None:
            return int(found.id)
        if self._outline is not None and self._outline.ids is not None and 0 <= row < len(self._outline.ids):
            return self._outline.ids[row]
        return None

    def row_at(self, row: int) -> Any | None:
        """The row object, or None while its page is on the way."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None or place >= len(page.rows):
            return None
        if number != self._last_page:
            self._pages.move_to_end(number)
            self._last_page = number
        return page.rows[place]

    def texts(self, row: int) -> Sequence[str]:
        """The texts of a row's cells; "…" while its page is on the way."""
        found = self.row_at(row)
        if found is None:
            self._want_row(row)
            return (NOT_YET,) * len(self._columns)
        return [column.text(found) for column in self._columns]

    def colours(self, _row: int) -> Sequence[QColor | None]:
        """The colours of those texts: all have the usual one."""
        return ()

    def column(self, number: int) -> Column:
        """The column of that number."""
        return self._columns[number]

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ROW_ROLE):
            return None
        row = self.row_at(index.row())
        if row is None:
            self._want_row(index.row())
            return NOT_YET if role == Qt.ItemDataRole.DisplayRole else None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        return column.tooltip(row) if column.tooltip else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return heading(self._columns[section].title, self._columns[section].alignment)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[section].alignment
        return None

    # --- what comes back

    def _on_first_page(self, query: ListQuery, page: Page, outline: Outline | None) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._pages[0] = page
        self._last_page = 0
        self._outline = outline
        self._count = outline.total if outline else len(page.rows)
        self.total = outline.total if outline else None
        self.endResetModel()
        self.ready.emit()
        if outline is not None:
            self.counted.emit(outline.total)
        else:
            self._tasks.read(
                lambda connection: lists.outline(connection, query),
                self._on_outline,
                owner=self,
                channel="list",
            )

    def _on_outline(self, outline: Outline) -> None:
        self._outline = outline
        self._resize(outline.total)
        self.counted.emit(outline.total)

    def _on_survey(self, query: ListQuery, keep: int | None, survey: _Survey) -> None:
        if query != self.query:
            return
        self._outline = survey.outline
        self._pages.clear()
        self._pages.update(survey.pages)
        self._last_page = -1
        self._resize(survey.outline.total)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(self._columns) - 1))
        self.counted.emit(survey.outline.total)
        if self.keep == keep or self.keep is None:
            self.refreshed.emit(survey.kept_row)
        else:
            # She went on to another row meanwhile: that one is kept.
            self.row_of(self.keep, self.refreshed.emit)

    def _resize(self, count: int) -> None:
        """More or fewer rows, as Qt sees it at the end of the list."""
        if count > self._count:
            self.beginInsertRows(_NO_INDEX, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(_NO_INDEX, count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        self.total = count

    # --- pages

    def _want_row(self, row: int) -> None:
        if row // PAGE not in self._pages:
            self._want(row // PAGE)

    def _want(self, number: int) -> None:
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        while len(self._wanted) > VISIBLE_PAGES:
            self._wanted.popitem(last=False)
        if not self._fetch.isActive():
            self._fetch.start()

    def _fetch_wanted(self) -> None:
        """Read every page asked for and not come yet; a later call replaces one on its way that lacks some of them."""
        query, outline, numbers = self.query, self._outline, tuple(self._wanted)
        if outline is None or not numbers:
            return
        if self._coming is not None and self._coming[0] is outline and set(numbers) <= set(self._coming[1]):
            # Each repaint asks again: on a slow disk the rows would never come.
            return
        self._coming = (outline, numbers)
        self._tasks.read(
            lambda connection: {number: lists.page(connection, query, outline, number) for number in numbers},
            lambda pages: self._on_pages(outline, pages),
            self._on_no_pages,
            owner=self,
            channel="pages",
        )

    def _on_no_pages(self, error: AppError) -> None:
        self._coming = None
        if not isinstance(error, Cancelled):
            self._tasks.failed.emit(error)

    def _on_pages(self, outline: Outline, pages: dict[int, Page]) -> None:
        self._coming = None
        for number, page in pages.items():
            self._wanted.pop(number, None)
            if outline is not self._outline:
                continue
            self._pages[number] = page
            self._pages.move_to_end(number)
            last = min(page.start + PAGE, self._count) - 1
            if last >= page.start:
                self.dataChanged.emit(self.index(page.start, 0), self.index(last, len(self._columns) - 1))
                self.loaded.emit(page.start, last)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)

    def _reread_rows(self, keys: frozenset[int]) -> None:
        """Show the new text of loaded rows at once; their place in the order follows."""
        held = [row.id for page in self._pages.values() for row in page.rows if row.id in keys]
        if held:
            name = self.query.name
            self._tasks.read(
                lambda connection: lists.rows_of(connection, name, held), self._on_rows, owner=self, channel="rows"
            )

    def _on_rows(self, rows: list[Any]) -> None:
        fresh = {row.id: row for row in rows}
        for number, page in list(self._pages.items()):
            places = [place for place, row in enumerate(page.rows) if row.id in fresh]
            if places:
                self._pages[number] = Page(
                    page.start, tuple(fresh.get(row.id, row) for row in page.rows), page.complete
                )
            for place in places:
                row = page.start + place
                if row < self._count:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))


def _survey(connection: "Connection", query: ListQuery, keep: int | None, numbers: list[int]) -> _Survey:
    """The outline, the pages on screen and the place of one row, as they are now."""
    page, outline = lists.first_page(connection, query)
    known = outline or lists.outline(connection, query)
    pages = {n: lists.page(connection, query, known, n) for n in numbers if 0 < n * PAGE < known.total}
    pages[0] = page
    return _Survey(known, pages, None if keep is None else lists.position(connection, query, keep))
