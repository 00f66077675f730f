"""The law on personal data: notices and consents, requests, the destruction log; who was given an export."""

import sqlalchemy as sa
from alembic import op

from tn_desktop.store.migration_steps import KEY, add, index, moments, synced, texts, to_one

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    synced(
        "consent",
        to_one("consent", "person_id", "person", required=True),
        *texts("kind", "purpose", "text_version", "language", "channel"),
        *moments("given_at", "withdrawn_at"),
        *texts("evidence"),
    )
    index("consent", "person_id")
    index("consent", "kind", "purpose", "person_id")
    synced(
        "data_request",
        to_one("data_request", "person_id", "person"),
        *texts("kind"),
        *moments("received"),
        *texts("channel", "status"),
        *moments("closed"),
        *texts("notes"),
    )
    index("data_request", "person_id")
    index("data_request", "alive", "status", "received")
    op.create_table(
        "destruction",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction")),
    )
    add("export_log", "recipient", "TEXT")
