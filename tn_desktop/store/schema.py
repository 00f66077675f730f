"""Bringing a database to the schema of this program, and refusing one that is newer."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from tn_desktop.model.errors import Damaged, StoreError
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.store.engine import DAMAGED
from tn_desktop.store.profile import Profile
from tn_desktop.store.revision import HEAD


def current_revision(connection: Connection) -> str | None:
    """The schema revision of a database; None for an empty one."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name='alembic_version'")).scalar()
    else:
        found = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if found else None


def ensure_schema(engine: Engine, looking: Engine, profile: Profile | None) -> str | None:
    """Create or upgrade the schema where it is not current; return the revision that was upgraded from.

    A database of an older version is backed up into the profile first, if one is given.

    Args:
        looking: an engine to see with whether there is something to do; on a server it waits for nobody.

    Raises:
        StoreError: the database was made by a newer version. Damaged: it was a notebook, and does not say so any more.
    """
    with looking.connect() as connection, connection.begin():
        revision = current_revision(connection)
        if revision is None and connection.dialect.name == "postgresql":
            from tn_desktop.store.server import refuse_other_encodings

            refuse_other_encodings(connection)
    if revision == HEAD:
        return None
    if revision is None and profile is not None and profile.device_file.exists():
        # A notebook was here: what said so is lost, and with it perhaps more.
        raise Damaged(DAMAGED)
    if revision is not None and revision > HEAD:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors",
                "These records were written by a newer TN Desktop. Install the newest version to open them; "
                "nothing was changed.",
            )
        )
    if revision is not None and profile is not None:
        from tn_desktop.store.backup import back_up

        profile.backups.mkdir(parents=True, exist_ok=True)
        # Of several programs that begin together one after the other makes it: they would write the same file.
        with engine.connect() as connection, connection.begin():
            if current_revision(connection) == revision:
                stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
                back_up(looking, profile.backups / f"before-{HEAD}-{stamp}.db", profile.key)
    _migrate(engine)
    return revision


def make_schema(engine: Engine, revision: str = "head") -> None:
    """Make the tables of a revision in an empty database."""
    _migrate(engine, revision)


def _migrate(engine: Engine, revision: str = "head") -> None:
    # Alembic costs 0.2 s to import, which only a new or an old database is worth.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    command.upgrade(config, revision)
