"""Own texts of notice and consent are rows that travel; what was kept as a setting until now becomes such rows."""

import json

import sqlalchemy as sa
from alembic import op

from tn_desktop.model.stamps import content_bytes, new_device_id, next_stamp, see, stamp_device
from tn_desktop.store.migration_steps import index, synced, texts

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SETTING = sa.table("setting", sa.column("key"), sa.column("value"))
_HISTORY = sa.table("history", sa.column("id"), sa.column("stamp"), sa.column("label"))
_ROW = sa.table("history_row", sa.column("history_id"), sa.column("entity"), sa.column("row_id"))
_TEXT = sa.table(
    "own_text",
    *(sa.column(name) for name in ("id", "uid", "version", "language", "notice", "consent", "purposes")),
    *(sa.column(name) for name in ("created", "fields", "seen", "lsn", "alive")),
)
_KEPT = "privacy-texts"


def upgrade() -> None:
    """Apply."""
    synced("own_text", *texts("version", "language", "notice", "consent", "purposes"))
    index("own_text", "alive", "version")
    connection = op.get_bind()
    held = connection.execute(sa.select(_SETTING.c.value).where(_SETTING.c.key == _KEPT)).scalar()
    if held is not None:
        _move(connection, held)
        connection.execute(sa.delete(_SETTING).where(_SETTING.c.key == _KEPT))


def _move(connection: sa.Connection, held: str) -> None:
    """A unit of work of its own, whose rows leave with the next file of changes too."""
    newest = sa.select(_HISTORY.c.id, _HISTORY.c.stamp).order_by(_HISTORY.c.id.desc()).limit(1)
    last, latest = connection.execute(newest).one_or_none() or (0, "")
    stamp, lsn = next_stamp(latest, stamp_device(latest) if latest else new_device_id()), last + 1
    connection.execute(sa.insert(_HISTORY).values(id=lsn, stamp=stamp, label="Change the settings"))
    for one in json.loads(held):
        for language in ("tr", "en"):
            said = one[language]
            words = [
                one["version"],
                language,
                "\n".join(said["notice"]),
                said["consent"],
                "\n".join(f"{name}: {text}" for name, text in said["purposes"].items()),
            ]
            uid = content_bytes("own_text", words)
            named = dict(zip(("version", "language", "notice", "consent", "purposes"), words, strict=True))
            row = {
                "uid": uid,
                **named,
                "created": stamp,
                "fields": "{}",
                "seen": see("{}", stamp),
                "lsn": lsn,
                "alive": 1,
            }
            connection.execute(sa.insert(_TEXT).values(**row))
            key = connection.execute(sa.select(_TEXT.c.id).where(_TEXT.c.uid == uid)).scalar()
            connection.execute(sa.insert(_ROW).values(history_id=lsn, entity="own_text", row_id=key))
