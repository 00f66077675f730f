"""Finding rows by the beginnings of their words, with Turkish folding, by an index of the folded words.

Words of one or two letters look in names only: in a million people "a" begins some word of nearly every
institution. A word matches where it begins another, and all words must match.

SQLite has a full-text table for it; PostgreSQL a GIN index over the set of a row's words (`words_sql`), in which
those of the name stand a second time behind a mark. Both find the same rows, as `walking` does without an index.
"""

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Connection, FromClause, Table, and_, column, literal, or_, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from tn_desktop.model.text import fold, key_prefixes

SHORT = 2
RANGED = 3
"""So many first letters make the ranges of names that begin with what was typed."""
NARROW = 10_000
"""Up to so many hits are sorted; more are met by walking the sort index, which then shows a page at once."""
NAME_MARK: Final = "="
"""Begins the words of a name in PostgreSQL's index; no folded word holds it."""


def words_of(search: str) -> list[str]:
    """The folded words of what was typed."""
    return fold(search).split()


def match_expression(words: list[str]) -> str:
    """SQLite's full-text expression of folded words: each a prefix, short ones in names only."""
    return " AND ".join(f'search_name : "{word}" *' if len(word) <= SHORT else f'"{word}" *' for word in words)


def query_expression(words: list[str]) -> str:
    """The same for PostgreSQL, as text of a tsquery. Folded words hold letters and digits alone."""
    return " & ".join(f"'{NAME_MARK if len(word) <= SHORT else ''}{word}':*" for word in words)


def words_sql(table: str) -> str:
    """PostgreSQL's set of a row's words; the index is over just this expression."""
    name, more = f"{table}.search_name", f"{table}.search_more"
    marked = f"'{NAME_MARK}' || replace({name}, ' ', ' {NAME_MARK}')"
    listed = f"string_to_array({marked} || ' ' || {name} || ' ' || {more}, ' ')"
    return f"array_to_tsvector(array_remove({listed}, ''))"


def matching(table: Table, words: list[str]) -> ColumnElement[bool]:
    """A condition for the rows that match, through the table's index of words."""
    return _Matching(table, words)


class _Matching(ColumnElement[bool]):
    """That condition, which each engine spells in its own way."""

    inherit_cache = True
    type = Boolean()
    _traverse_internals = [
        ("table", InternalTraversal.dp_clauseelement),
        ("full_text", InternalTraversal.dp_clauseelement),
        ("query", InternalTraversal.dp_clauseelement),
    ]

    def __init__(self, table: Table, words: list[str]) -> None:
        self.table = table
        self.full_text = literal(match_expression(words))
        self.query = literal(query_expression(words))


@compiles(_Matching, "sqlite")
def _in_full_text(matching: _Matching, compiler: Any, **given: Any) -> str:
    name = matching.table.name
    expression = compiler.process(matching.full_text, **given)
    return f"{name}.id IN (SELECT rowid FROM {name}_fts WHERE {name}_fts MATCH {expression})"


@compiles(_Matching, "postgresql")
def _in_words(matching: _Matching, compiler: Any, **given: Any) -> str:
    return f"{words_sql(matching.table.name)} @@ CAST({compiler.process(matching.query, **given)} AS tsquery)"


def hits(connection: Connection, table: Table, words: list[str], limit: int) -> Any:
    """A select of up to `limit` ids of rows that match, in no order; dead rows among them."""
    if connection.dialect.name == "postgresql":
        return select(table.c.id).where(matching(table, words)).limit(limit)
    statement = text(f"SELECT rowid FROM {table.name}_fts WHERE {table.name}_fts MATCH :match LIMIT :most")
    return statement.bindparams(match=match_expression(words), most=limit).columns(column("rowid"))


def beginnings(table: Table, words: list[str]) -> list[ColumnElement[bool]]:
    """Conditions for the rows whose name begins with the words, in the order of the sort key, each a range of it.

    A folded letter stands for several of the Turkish alphabet, which are the several ranges: "cag" begins with
    "cag", "cağ", "çag" and "çağ".
    """
    typed = " ".join(words)
    begins = table.c.search_name.like(f"{typed}%")
    return [
        and_(table.c.sort_key >= low, table.c.sort_key < low[:-1] + chr(ord(low[-1]) + 1), begins)
        for low in key_prefixes(typed[:RANGED])
    ]


def walking(table: FromClause, words: list[str]) -> ColumnElement[bool]:
    """The same condition as `matching` on each row's own folded text, for a walk along a sort index."""
    conditions = []
    for word in words:
        columns = [table.c.search_name] if len(word) <= SHORT else [table.c.search_name, table.c.search_more]
        conditions.append(or_(*(c.like(pattern) for c in columns for pattern in (f"{word}%", f"% {word}%"))))
    return and_(*conditions)
