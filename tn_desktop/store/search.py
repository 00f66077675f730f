"""Finding rows by the beginnings of their words, with Turkish folding, by SQLite's full-text index.

Words of one or two letters look in names only: in a million people "a" begins some word of nearly every
institution. A word matches where it begins another, and all words must match.
"""

from sqlalchemy import ColumnElement, Table, and_, or_, text
from sqlalchemy.sql.elements import TextClause

from tn_desktop.model.text import fold

SHORT = 2
NARROW = 3_000
"""Up to so many hits are sorted; more are met by walking the sort index, which then shows a page at once."""


def words_of(search: str) -> list[str]:
    """The folded words of what was typed."""
    return fold(search).split()


def match_expression(words: list[str]) -> str:
    """The full-text expression of folded words: each a prefix, short ones in names only."""
    return " AND ".join(f'search_name : "{word}" *' if len(word) <= SHORT else f'"{word}" *' for word in words)


def hits(table: Table, words: list[str], limit: int) -> TextClause:
    """A statement for up to `limit` ids of rows that match, in no order; dead rows among them."""
    return text(f"SELECT rowid FROM {table.name}_fts WHERE {table.name}_fts MATCH :match LIMIT :most").bindparams(
        match=match_expression(words), most=limit
    )


def matching(table: Table, words: list[str], parameter: str = "match") -> TextClause:
    """A condition for the rows that match, through the full-text index."""
    return text(
        f"{table.name}.id IN (SELECT rowid FROM {table.name}_fts WHERE {table.name}_fts MATCH :{parameter})"
    ).bindparams(**{parameter: match_expression(words)})


def walking(table: Table, words: list[str]) -> ColumnElement[bool]:
    """The same condition on each row's own folded text, for a walk along a sort index."""
    conditions = []
    for word in words:
        columns = [table.c.search_name] if len(word) <= SHORT else [table.c.search_name, table.c.search_more]
        conditions.append(or_(*(c.like(pattern) for c in columns for pattern in (f"{word}%", f"% {word}%"))))
    return and_(*conditions)
