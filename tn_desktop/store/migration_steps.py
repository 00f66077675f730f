"""What the migrations are written with: the columns and the search index that tables share.

Migrations that were released must go on making what they made, so nothing here may change; a new shape is a new
function.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from tn_desktop.store.own_schema import full_text_of

SORT: Final = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
KEY: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def texts(*names: str) -> list[sa.Column[Any]]:
    """Columns of text."""
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def keys(*names: str) -> list[sa.Column[Any]]:
    """Derived columns."""
    return [sa.Column(name, SORT, nullable=False) for name in names]


def moments(*names: str) -> list[sa.Column[Any]]:
    """Columns of ISO dates and times."""
    return [sa.Column(name, SORT, nullable=True) for name in names]


def numbers(*names: str) -> list[sa.Column[Any]]:
    """Columns of whole numbers."""
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]


def flags(*names: str) -> list[sa.Column[Any]]:
    """Columns of yes and no."""
    return [sa.Column(name, sa.SmallInteger(), nullable=True) for name in names]


def to_one(table: str, column: str, target: str, *, required: bool = False) -> sa.Column[Any]:
    """A column of `table` that points to a row of `target`."""
    key = sa.ForeignKey(f"{target}.id", name=op.f(f"fk_{table}_{column}"))
    return sa.Column(column, sa.BigInteger(), key, nullable=not required)


def synced(name: str, *columns: sa.Column[Any]) -> None:
    """Make a table whose rows travel."""
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("uid", sa.LargeBinary(16), nullable=False),
        *columns,
        sa.Column("created", SORT, nullable=False),
        sa.Column("fields", sa.Text(), server_default="{}", nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("gone", sa.Text(), nullable=True),
        sa.Column("extra", sa.Text(), nullable=True),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("alive", sa.SmallInteger(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{name}_uid")),
    )


def index(table: str, *columns: str, unique: bool = False) -> None:
    """Make an index, named after what it indexes."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def add(table: str, column: str, definition: str) -> None:
    """Add a column in place: rebuilding a table would drop the triggers that keep its search index."""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")


def add_sorted(table: str, column: str) -> None:
    """Add a column of ISO dates and times."""
    collation = ' COLLATE "C"' if op.get_bind().dialect.name == "postgresql" else ""
    add(table, column, f"TEXT{collation}")


def add_to_one(table: str, column: str, target: str) -> None:
    """Add a column that points to a row of `target`."""
    add(table, column, f"BIGINT CONSTRAINT fk_{table}_{column} REFERENCES {target} (id)")


def full_text(table: str) -> None:
    """On SQLite, an index over the folded text, kept by triggers.

    It is an external-content table, so that a token can be erased.
    """
    if op.get_bind().dialect.name != "sqlite":
        return
    index, *triggers = full_text_of(table)
    op.execute(index)
    op.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1)")
    for trigger in triggers:
        op.execute(trigger)
