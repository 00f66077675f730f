"""The day's sessions before the rest of the program is loaded, so that they stand there as soon as the window does.

Loading SQLAlchemy and opening the store takes longer than painting the window. This asks the driver alone, in one
statement, for what `today.day` will say again a moment later; whatever is unusual about the file is left to that.
"""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tn_desktop.model.vocabulary import CANCELLED, POSTPONED
from tn_desktop.services.day import AHEAD_DAYS, LISTED, Day, DaySession
from tn_desktop.store.revision import HEAD

_SESSIONS: Final = """
SELECT s.id, s.workshop_id, coalesce(w.title, ''), coalesce(s.title, ''), coalesce(s.starts_at, ''),
       coalesce(s.ends_at, ''), coalesce(nullif(s.venue, ''), s.link, ''), coalesce(s.mode, ''), coalesce(s.status, ''),
       (SELECT count(*) FROM attendance a WHERE a.session_id = s.id AND a.alive = 1 AND a.status IS NOT NULL)
FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id
WHERE s.alive = 1 AND w.alive = 1 AND s.starts_at >= ? AND s.starts_at < ?
  AND (? OR s.status IS NULL OR s.status NOT IN (?, ?))
ORDER BY s.starts_at, s.id LIMIT ?
"""
_WAIT: Final = 0.05
"""Seconds to wait for somebody who holds the file; then the ordinary reading takes its time."""


def first_look(database: Path, today: date) -> Day | None:
    """The sessions of `today` and of the days after it; None where there are none, or the file is not as usual."""
    import sqlcipher3.dbapi2 as driver

    from tn_desktop.store.own_schema import refuse_foreign

    if not database.is_file():
        return None
    day, ahead = timedelta(days=1), timedelta(days=AHEAD_DAYS + 1)
    try:
        with closing(driver.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True, timeout=_WAIT)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            refuse_foreign(connection)
            connection.execute("PRAGMA query_only=ON")
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() != (HEAD,):
                return None
            sessions = _sessions(connection, today, today + day, every=True)
            coming = _sessions(connection, today + day, today + ahead, every=False)
    except (driver.Error, UnicodeDecodeError):  # a damaged schema may be no text, nor what SQLite says of it
        return None
    return Day(sessions, coming, (), 0, False) if sessions or coming else None


def _sessions(connection: Any, first: date, end: date, *, every: bool) -> tuple[DaySession, ...]:
    """Sessions that start from `first` on and before `end`; `every` one, or those that will take place."""
    values = (first.isoformat(), end.isoformat(), every, CANCELLED, POSTPONED, LISTED)
    return tuple(DaySession(*row) for row in connection.execute(_SESSIONS, values))
