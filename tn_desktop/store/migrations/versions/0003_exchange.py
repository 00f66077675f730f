"""Exchange by workbooks: conflicts, verdicts, devices, erasures; peers, batches, held files.

A mark may lose its person, who was erased, and stay as a count.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SORT = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UID = sa.LargeBinary(16)


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=True) for name in names]


def _needed(kind: Any, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]


def _synced(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("uid", UID, nullable=False),
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


def _indexes(table: str, *indexes: tuple[str, ...], unique: bool = False) -> None:
    for columns in indexes:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), server_default="0", nullable=False)


def upgrade() -> None:
    """Apply."""
    _travelling()
    _local()
    if op.get_bind().dialect.name == "sqlite":
        _rebuild("attendance", "person_id BIGINT NOT NULL", "person_id BIGINT")
    else:
        op.alter_column("attendance", "person_id", existing_type=sa.BigInteger(), nullable=True)


def _rebuild(table: str, old: str, new: str) -> None:
    """Change a column on SQLite by making the table anew from its own text; Alembic would shuffle its constraints."""
    stored = "SELECT sql FROM sqlite_master WHERE tbl_name=? AND sql IS NOT NULL ORDER BY type DESC, name"
    text, *indexes = op.get_bind().exec_driver_sql(stored, (table,)).scalars().all()
    assert old in text
    op.execute(text.replace(old, new).replace(f"CREATE TABLE {table} ", f"CREATE TABLE {table}_new ", 1))
    op.execute(f"INSERT INTO {table}_new SELECT * FROM {table}")
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
    for index in indexes:
        op.execute(index)


def _travelling() -> None:
    _synced(
        "conflict",
        *_texts("entity"),
        sa.Column("row_uid", UID, nullable=True),
        *_texts("field", "lost"),
        sa.Column("lost_stamp", SORT, nullable=True),
        *_texts("resolved"),
    )
    _indexes("conflict", ("resolved", "id"), ("row_uid",))
    _synced(
        "same_as",
        *_texts("entity"),
        sa.Column("low_uid", UID, nullable=True),
        sa.Column("high_uid", UID, nullable=True),
        *_texts("verdict"),
    )
    _indexes("same_as", ("low_uid",), ("high_uid",), ("entity", "verdict"))
    _synced("device", *_texts("device", "owner", "province"))
    op.create_table(
        "erased",
        *_needed(UID, "uid"),
        *_needed(sa.Text(), "entity", "erased_on", "authority"),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_erased")),
    )


def _local() -> None:
    op.create_table(
        "peer",
        *_needed(sa.Text(), "device"),
        _count("received_lsn"),
        _count("received_sequence"),
        *_texts("received_at"),
        _count("acknowledged_lsn"),
        *_texts("acknowledged_at"),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_peer")),
    )
    op.create_table(
        "sync_batch",
        *_needed(KEY, "id"),
        *_needed(sa.BigInteger(), "batch"),
        sa.Column(
            "history_id",
            sa.BigInteger(),
            sa.ForeignKey("history.id", name=op.f("fk_sync_batch_history_id")),
            nullable=True,
        ),
        *_needed(sa.Text(), "at", "name", "fingerprint", "device", "export_id"),
        *_needed(sa.BigInteger(), "sequence"),
        *_needed(sa.Integer(), "part", "parts"),
        *_needed(sa.Text(), "scope"),
        *_needed(sa.BigInteger(), "from_lsn", "to_lsn"),
        *_needed(sa.Text(), "counts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_batch")),
    )
    _indexes("sync_batch", ("batch",), ("fingerprint",), ("device",))
    op.create_table(
        "sync_sent",
        *_needed(KEY, "sequence"),
        *_needed(sa.Text(), "at", "name", "export_id", "scope"),
        *_needed(sa.BigInteger(), "from_lsn", "to_lsn", "rows"),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_sync_sent")),
    )
    op.create_table(
        "held_file",
        *_needed(KEY, "id"),
        *_needed(sa.Text(), "at", "name", "fingerprint", "reason", "device"),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_file")),
    )
    _indexes("held_file", ("fingerprint",), unique=True)
    op.create_table(
        "carried",
        *_needed(KEY, "id"),
        *_needed(sa.Text(), "entity"),
        *_needed(UID, "uid"),
        *_needed(sa.Text(), "seen", "body"),
        *_needed(sa.BigInteger(), "lsn"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried")),
    )
    _indexes("carried", ("entity", "uid"), unique=True)
