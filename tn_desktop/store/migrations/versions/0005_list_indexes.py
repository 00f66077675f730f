"""Indexes for what lists are sorted and filtered by."""

from tn_desktop.store.migration_steps import index

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for column in ("kind", "stage", "status"):
        index("community", "alive", column, "sort_key", "id")
    for column in ("status", "cluster"):
        index("need", "alive", column, "raised_at", "id")
    index("need", "alive", "themes", "id")
    index("workshop", "alive", "kind", "sort_key", "id")
    index("workshop", "alive", "status", "first_starts_at", "id")
    for column in ("type", "status"):
        index("stakeholder", "alive", column, "sort_key", "id")
    index("engagement_tool", "alive", "search_name", "id")
