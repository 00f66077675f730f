"""Long lists for the screen: the first page at once, the outline behind it, any page on demand.

A list is read in the order of an index and cut into pages of `PAGE` rows. `first_page` answers within
milliseconds, also in a million rows; `outline` then finds where each page begins (or, for few hits, their ids) and
how many rows there are; `page` fetches one page from its beginning. No list of all ids is built in Python: the
database steps through the index while the window goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, case, func, not_, or_, select, union

from tn_desktop.model.entities.base import table_of
from tn_desktop.services.list_order import before_here, from_here, in_order
from tn_desktop.services.list_specs import LISTS
from tn_desktop.store import twins
from tn_desktop.store.search import NARROW, beginnings, hits, matching, walking, words_of

PAGE: Final = 128


@dataclass(frozen=True)
class ListQuery:
    """What a list shows.

    Attributes:
        name: people, communities, workshops, stakeholders or tools.
        search: words that must begin words of a row.
        filters: field -> stored value; an empty value filters nothing. `community` takes a local id.
        sort: one of the list's sort names; the first is its usual order.
        descending: whether that order is turned round.
    """

    name: str
    search: str = ""
    filters: tuple[tuple[str, Any], ...] = ()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Page:
    """Some rows, from `start`; complete when they are the whole list."""

    start: int
    rows: tuple[Any, ...]
    complete: bool


@dataclass(frozen=True)
class Outline:
    """How long a list is and where its pages begin.

    Attributes:
        total: rows in all.
        anchors: (segment, values of the sort columns, …, id) of each page's first row; empty when `ids` is used.
        ids: ids of every row in order, where they are few.
    """

    total: int
    anchors: tuple[tuple[Any, ...], ...] = ()
    ids: tuple[int, ...] | None = None


def as_seen(connection: Connection, query: ListQuery) -> ListQuery:
    """The same for a community that was entered twice: a filter by it is one by all of its rows."""
    filters = tuple(
        (name, _as_one(connection, value) if name == "community" and isinstance(value, int) else value)
        for name, value in query.filters
    )
    return replace(query, filters=filters)


def _as_one(connection: Connection, community: int) -> int | tuple[int, ...]:
    group = twins.group_of(connection, "community", community)
    return tuple(group) if len(group) > 1 else community


def sorts(name: str) -> tuple[str, ...]:
    """The sort names of a list, the usual one first."""
    return tuple(LISTS[name].sorts)


def first_page(connection: Connection, query: ListQuery) -> tuple[Page, Outline | None]:
    """The first rows; with the outline where it costs nothing more (few hits, or a list of one page)."""
    query = as_seen(connection, query)
    narrow = _narrow(connection, query)
    if narrow is not None:
        rows = LISTS[query.name].rows(connection, narrow[:PAGE])
        return Page(0, tuple(rows), len(narrow) <= PAGE), Outline(len(narrow), ids=tuple(narrow))
    ids = _ids_from(connection, query, None, PAGE + 1)
    rows = LISTS[query.name].rows(connection, ids[:PAGE])
    if len(ids) <= PAGE:
        return Page(0, tuple(rows), True), Outline(len(ids), ids=tuple(ids))
    return Page(0, tuple(rows), False), None


def outline(connection: Connection, query: ListQuery) -> Outline:
    """Total and page beginnings of a long list; steps through the whole index, so it belongs behind the window."""
    query = as_seen(connection, query)
    anchors: list[tuple[Any, ...]] = []
    total = 0
    for number, segment in enumerate(_segments(query)):
        own = _anchors(connection, query, segment, total)
        # What follows the last page that begins here is less than a page; the rows before it are counted already.
        start = tuple(own[-1][:-1]) if own else None
        rest = select(func.count()).select_from(_window(query, segment, start).limit(PAGE).subquery())
        total += (own[-1].n - 1 if own else 0) + int(connection.execute(rest).scalar() or 0)
        anchors += [(number, *row[:-1]) for row in own]
    return Outline(total, tuple(anchors)) if anchors else Outline(0, ids=())


def page(connection: Connection, query: ListQuery, known: Outline, number: int) -> Page:
    """Page `number` (from 0) of a list whose outline is known; shorter, or empty, if rows went meanwhile."""
    query = as_seen(connection, query)
    start = number * PAGE
    if known.ids is not None:
        ids: Sequence[int] = known.ids[start : start + PAGE]
    elif number < len(known.anchors):
        ids = _ids_from(connection, query, known.anchors[number], PAGE)
    else:
        ids = ()
    return Page(start, tuple(LISTS[query.name].rows(connection, ids)), start + PAGE >= known.total)


def rows_of(connection: Connection, name: str, ids: Sequence[int]) -> list[Any]:
    """The list's rows of some ids, in their order; those that were removed are left out."""
    return LISTS[name].rows(connection, ids)


def position(connection: Connection, query: ListQuery, key: int) -> int | None:
    """The row number (from 0) at which a row stands in a list, or None if it is not in it."""
    query = as_seen(connection, query)
    table = _table(query)
    columns = [*_sort_columns(query), table.c.id]
    before = 0
    if _shadowed(table):
        key = twins.kept_of(connection, table.name, [key]).get(key, key)
    for segment in _segments(query):
        conditions = [*_conditions(query), *segment]
        own = connection.execute(select(*columns).where(table.c.id == key, *conditions)).one_or_none()
        if own is not None:
            conditions.append(before_here(columns, own, _descending(query)))
        counted = select(func.count()).select_from(table).where(*conditions)
        before += int(connection.execute(counted).scalar() or 0)
        if own is not None:
            return before
    return None


def _table(query: ListQuery) -> Table:
    return table_of(LISTS[query.name].cls)


def _descending(query: ListQuery) -> bool:
    spec, sort = LISTS[query.name], _sort_name(query)
    usual = sort in spec.falling or (spec.newest_first and sort == next(iter(spec.sorts)))
    return query.descending != usual


def _sort_name(query: ListQuery) -> str:
    known = LISTS[query.name].sorts
    return query.sort if query.sort in known else next(iter(known))


def _sort_columns(query: ListQuery) -> list[Any]:
    return [_table(query).c[column] for column in LISTS[query.name].sorts[_sort_name(query)]]


def _filters(query: ListQuery) -> list[ColumnElement[bool]]:
    known, table = LISTS[query.name].filters, _table(query)
    return [known[name](table, value) for name, value in query.filters if value not in (None, "")]


def _conditions(query: ListQuery) -> list[ColumnElement[bool]]:
    table = _table(query)
    words = words_of(query.search)
    return [table.c.alive == 1, *twins.shown(table), *_filters(query), *([_met(table, words)] if words else [])]


def _met(table: Table, words: list[str]) -> ColumnElement[bool]:
    """The condition that a row matches by its own words, or by those of a row that is seen as it."""
    met = walking(table, words)
    return or_(met, table.c.id.in_(_by_twins(table, words))) if _shadowed(table) else met


def _by_twins(table: Table, words: list[str]) -> Any:
    """The rows that are found by the words of those that are seen as them."""
    other = table.alias("other")
    return twins.kept_where(table.name, other, walking(other, words))


def _shadowed(table: Table) -> bool:
    return bool(twins.shown(table))


def _segments(query: ListQuery) -> list[list[ColumnElement[bool]]]:
    """The parts that a list is made of, one after another, each with its own conditions.

    In the order of names, whoever's name begins with what was typed comes before those in whom it stands elsewhere;
    the beginnings are ranges of the sort index, so that the first of them are there at once, "zeynep" too.
    """
    words = words_of(query.search)
    if not words or _sort_columns(query) != [_table(query).c.sort_key]:
        return [[]]
    ranges = beginnings(_table(query), words)
    parts = [[one] for one in (reversed(ranges) if _descending(query) else ranges)]
    return [*parts, [not_(or_(*ranges))]]


def _anchors(
    connection: Connection, query: ListQuery, segment: list[ColumnElement[bool]], offset: int
) -> Sequence[Any]:
    """Each row of a segment at which a page begins, with its number `n` (from 1) there; `offset` rows come before."""
    columns = [*_sort_columns(query), _table(query).c.id]
    order = in_order(columns, _descending(query))
    numbered = (
        select(*columns, func.row_number().over(order_by=order).label("n"))
        .where(*_conditions(query), *segment)
        .subquery()
    )
    begins = (numbered.c.n - 1 + offset) % PAGE == 0
    return connection.execute(select(numbered).where(begins).order_by(numbered.c.n)).all()


def _ids_from(connection: Connection, query: ListQuery, anchor: tuple[Any, ...] | None, most: int) -> list[int]:
    """Up to `most` ids in order, from an anchor (segment, sort values, id) on, or from the beginning."""
    first, start = (anchor[0], tuple(anchor[1:])) if anchor else (0, None)
    ids: list[int] = []
    for segment in _segments(query)[first:]:
        window = _window(query, segment, start).limit(most - len(ids))
        ids += [row[-1] for row in connection.execute(window)]
        start = None
        if len(ids) == most:
            break
    return ids


def _window(query: ListQuery, segment: list[ColumnElement[bool]], start: tuple[Any, ...] | None) -> Any:
    """Sort columns and id of a segment's rows in order, from `start` on (which is in)."""
    columns = [*_sort_columns(query), _table(query).c.id]
    statement = select(*columns).where(*_conditions(query), *segment)
    descending = _descending(query)
    if start is not None:
        statement = statement.where(from_here(columns, start, descending))
    return statement.order_by(*in_order(columns, descending))


def _narrow(connection: Connection, query: ListQuery) -> list[int] | None:
    """Ids of the hits in order, if they are few enough to sort; None if there are many or nothing is searched."""
    words = words_of(query.search)
    if not words:
        return None
    table = _table(query)
    if (
        connection.execute(
            select(func.count()).select_from(hits(connection, table, words, NARROW + 1).subquery())
        ).scalar_one()
        > NARROW
    ):
        return None
    columns = [*_sort_columns(query), table.c.id]
    order = in_order(columns, _descending(query))
    if len(parts := _segments(query)) > 1:
        order.insert(0, case((not_(parts[-1][0]), 0), else_=1))
    # "+ 0" keeps SQLite from walking the index that begins with `alive` instead of looking the hits up.
    living = (table.c.alive + 0 == 1, *twins.shown(table))
    found: ColumnElement[bool] = matching(table, words)
    if _shadowed(table) and twins.any_twin(connection):
        hit = select(table.c.id).where(found, *living).correlate(None)
        found = table.c.id.in_(union(hit, _by_twins(table, words)))
    statement = select(table.c.id).where(found, *living, *_filters(query)).order_by(*order)
    return [row[0] for row in connection.execute(statement)]
