"""This computer's own clock, before others are blamed: a laptop whose battery is dead says 2015.

Workbooks more than a day ahead wait (exchange.md). By a clock that is years behind every one of them is ahead; they
would wait for years, and their senders would be named for it. So the clock is held against what it cannot be behind:

- the year in which this program was made. A clock that says less is certainly wrong: workbooks are taken in all the
  same, up to some years after the latest entry here, and the user is asked to set it;
- the latest entry of this notebook, of which none comes from more than a day ahead unless somebody said so. Up to a day
  after it workbooks are taken in; later ones wait until the clock is set, or somebody releases them.

Her own writes come after all that she has seen in any case (model/stamps.py).
"""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import History
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.stamps import stamp_milliseconds

DAY: Final = 24 * 60 * 60 * 1000
MADE: Final = 1_735_689_600_000
"""The first of January 2025, in milliseconds: no clock that says less is right."""
_YEARS: Final = 3 * 366 * DAY
_CERTAIN: Final = QT_TRANSLATE_NOOP(
    "errors", "The clock of this computer says {day}, which cannot be right: please set it. Nothing is lost meanwhile."
)
_LIKELY: Final = QT_TRANSLATE_NOOP(
    "errors",
    "The clock of this computer says {day}, but the latest entry here is of {latest}: please set the clock if it is "
    "wrong.",
)
_history = table_of(History)


@dataclass(frozen=True, slots=True)
class Clock:
    """What this computer's clock says, and the latest entry of the notebook, in milliseconds since 1970."""

    now: int
    newest: int

    @property
    def is_impossible(self) -> bool:
        """Whether it is certainly wrong."""
        return self.now < MADE

    @property
    def is_behind(self) -> bool:
        """Whether it is wrong as far as one can tell."""
        return self.is_impossible or self.now < self.newest - DAY

    @property
    def time(self) -> int:
        """The time as far as it is known."""
        return max(self.now, self.newest, MADE) if self.is_behind else self.now

    @property
    def horizon(self) -> int:
        """The latest time of a write that is believed."""
        return self.time + (_YEARS if self.is_impossible else DAY)

    @property
    def wrong(self) -> Refused:
        """What is said of a clock that is behind."""
        day, latest = (f"{datetime.fromtimestamp(one / 1000).astimezone():%d.%m.%Y}" for one in (self.now, self.newest))
        return Refused(_CERTAIN, day=day) if self.is_impossible else Refused(_LIKELY, day=day, latest=latest)


def own_clock(connection: Connection) -> Clock:
    """The clock of this computer."""
    latest = connection.execute(select(_history.c.stamp).order_by(_history.c.id.desc()).limit(1)).scalar()
    return Clock(int(time.time() * 1000), stamp_milliseconds(latest) if latest else 0)
