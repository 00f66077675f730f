"""A workshop's status and first date follow from the sessions of all rows that are seen as one with it."""

import sqlalchemy as sa
from alembic import op

from tn_desktop.store.workshop_states import COLUMNS, after_verdicts

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TWIN = sa.table("twin", *(sa.column(name) for name in ("entity", "id", "kept_id")))
_WORKSHOP = sa.table("workshop", *(sa.column(name) for name in ("id", *COLUMNS)))


def upgrade() -> None:
    """Apply."""
    connection = op.get_bind()
    moved = {(row.entity, key) for row in connection.execute(sa.select(_TWIN)) for key in (row.id, row.kept_id)}
    for key, state in after_verdicts(connection, moved).items():
        values = dict(zip(COLUMNS, state, strict=True))
        connection.execute(sa.update(_WORKSHOP).where(_WORKSHOP.c.id == key).values(**values))
