"""Finding rows by the beginnings of their words, with Turkish folding, by SQLite's full-text index.

Words of one or two letters look in names only: in a million people "a" begins some word of nearly every
institution. A word matches where it begins another, and all words must match.
"""

from sqlalchemy import ColumnElement, Table, and_, column, or_, text
from sqlalchemy.sql.elements import TextClause
from sqlalchemy.sql.selectable import TextualSelect

from tn_desktop.model.text import fold, key_prefixes

SHORT = 2
RANGED = 3
"""So many first letters make the ranges of names that begin with what was typed."""
NARROW = 10_000
"""Up to so many hits are sorted; more are met by walking the sort index, which then shows a page at once."""


def words_of(search: str) -> list[str]:
    """The folded words of what was typed."""
    return fold(search).split()


def match_expression(words: list[str]) -> str:
    """The full-text expression of folded words: each a prefix, short ones in names only."""
    return " AND ".join(f'search_name : "{word}" *' if len(word) <= SHORT else f'"{word}" *' for word in words)


def hits(table: Table, words: list[str], limit: int) -> TextualSelect:
    """A statement for up to `limit` ids of rows that match, in no order; dead rows among them."""
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
