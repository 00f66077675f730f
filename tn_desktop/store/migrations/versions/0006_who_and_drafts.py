"""Who was at the keyboard when a mark was made; drafts of forms."""

import sqlalchemy as sa
from alembic import op

from tn_desktop.store.migration_steps import add_to_one, index

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    add_to_one("attendance", "marked_by_id", "person")
    # An erased person's name is taken out of the marks that she made.
    index("attendance", "marked_by_id")
    op.create_table(
        "draft",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("form", name=op.f("pk_draft")),
    )
