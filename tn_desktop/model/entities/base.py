"""What every table shares.

Tables are SQLAlchemy Core's, without its ORM: nothing here is written through mapped objects, and mapping classes
would cost each start of the program a fifth of a second. A class names its table and says what Core cannot.
"""

from typing import Any, ClassVar, Final

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, MetaData, SmallInteger, Table, Text
from sqlalchemy.schema import SchemaItem

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

SortText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared byte by byte on every engine: sort keys, folded text."""

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A key that is SQLite's rowid there and 64 bits wide elsewhere."""

METADATA: Final = MetaData(naming_convention=CONVENTION)
"""Every table, synced or local."""


class Stored:
    """Base of what has a table, synced or local."""

    __tablename__: ClassVar[str]
    __table__: ClassVar[Table]


class Synced(Stored):
    """What has rows that travel between laptops, with the columns of `synced_table`.

    Class attributes:
        relation: name hashed into the uid when the row is a relation of its ends, else None.
        ends: the key columns whose uids the relation's uid comes from, in order. Where the relation holds a list
            of another entity, the first end is the entity that has the list.
        content: columns that the uid comes from where a row never changes once it was made, else none.
    """

    relation: ClassVar[str | None] = None
    ends: ClassVar[tuple[str, ...]] = ()
    content: ClassVar[tuple[str, ...]] = ()


def synced_table(name: str, *own: SchemaItem) -> Table:
    """The table of rows that travel (exchange.md, "The rows"): its own columns and indexes between the shared ones.

    id is the local key and never travels. uid is the row's name everywhere: 16 bytes of a UUIDv7, or UUIDv5 for a
    relation. created is the stamp of creation. fields is JSON, field -> stamp, only where it differs from the rule
    (value present: `created`; else empty). seen is JSON, device -> time part of the latest stamp of that device seen
    for this row. gone is null, or the `seen` of whoever deleted it. extra is JSON of fields from a newer schema, kept
    and passed on. lsn is the number of the local change that wrote the row last (history.id). alive is derived: 0
    when every stamp is covered by `gone`.
    """
    return Table(
        name,
        METADATA,
        Column("id", BigKey, primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        *(item for item in own if isinstance(item, Column)),
        Column("created", SortText, nullable=False),
        Column("fields", Text, nullable=False, default="{}", server_default="{}"),
        Column("seen", Text, nullable=False),
        Column("gone", Text),
        Column("extra", Text),
        Column("lsn", BigInteger, nullable=False),
        Column("alive", SmallInteger, nullable=False, default=1, server_default="1"),
        *(item for item in own if not isinstance(item, Column)),
    )


def local_table(name: str, *own: SchemaItem) -> Table:
    """A table whose rows never travel."""
    return Table(name, METADATA, *own)


def texts(*names: str) -> tuple[Column[Any], ...]:
    """Columns of text, which may be null."""
    return tuple(Column(name, Text) for name in names)


def moments(*names: str) -> tuple[Column[Any], ...]:
    """Columns of ISO dates and times that are compared and sorted, which may be null."""
    return tuple(Column(name, SortText) for name in names)


def numbers(*names: str) -> tuple[Column[Any], ...]:
    """Columns of whole numbers, which may be null."""
    return tuple(Column(name, Integer) for name in names)


def flags(*names: str) -> tuple[Column[Any], ...]:
    """Columns of yes (1), no (0) or not said (null)."""
    return tuple(Column(name, SmallInteger) for name in names)


def keys(*names: str) -> tuple[Column[Any], ...]:
    """Derived columns of text to sort by and to search in."""
    return tuple(Column(name, SortText, nullable=False, default="") for name in names)


def to_one(column: str, table: str, *, required: bool = False) -> Column[Any]:
    """A column that points to a row of another table."""
    return Column(column, BigInteger, ForeignKey(f"{table}.id"), nullable=not required)


def table_of(cls: type[Stored]) -> Table:
    """The table of a class."""
    return cls.__table__
