"""Which rows are seen as one, so that no list has to find it out."""

import sqlalchemy as sa
from alembic import op

from tn_desktop.store.migration_steps import index
from tn_desktop.store.twins import rebuild

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "twin",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kept_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "id", name=op.f("pk_twin")),
    )
    index("twin", "entity", "kept_id")
    # It follows from other tables alone: should its shape change, it is made anew.
    rebuild(op.get_bind())
