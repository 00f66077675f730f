"""What the chapters of a made-up network's story have at hand: who and what is there already, and how to write more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import func, select

from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.errors import Cancelled
from tn_desktop.model.stamps import relation_bytes
from tn_desktop.services.demo_names import Uids
from tn_desktop.services.demo_story import CommunityPlan
from tn_desktop.store.unit_of_work import UnitOfWork

STEP = 4_000
"""Rows are written so many at a time."""


@dataclass(frozen=True, slots=True)
class MadeSession:
    """A session that was written; marked when attendance was taken."""

    key: int
    uid: bytes
    starts_at: str
    status: str
    marked: bool


@dataclass(frozen=True, slots=True)
class MadeWorkshop:
    """A workshop that was written; community is a place in `World.circles`."""

    key: int
    uid: bytes
    kind: str
    community: int
    sessions: Sequence[MadeSession]

    @property
    def day(self) -> str:
        """Its first day, as ISO text."""
        return self.sessions[0].starts_at[:10]


@dataclass(frozen=True, slots=True)
class MadeNeed:
    """A need that was written, and the workshops that address it."""

    key: int
    uid: bytes
    status: str
    raised_at: str
    workshops: Sequence[MadeWorkshop]


@dataclass
class World:
    """One run that fills a profile.

    Attributes:
        uow: the unit of work that everything is written in.
        today: the day around which the story lies.
        circles: plans of the communities; community_keys and community_uids hold the rows' ids and uids.
        stakeholders: (id, uid, columns) of each.
        workshops: by community, in no order.
        needs: by community.
        made: table -> how many rows were written.
        reached: "output" or "session" -> how many people reach entries speak of.
    """

    uow: UnitOfWork
    seed: int
    today: date
    cancelled: Callable[[], bool] | None = None
    circles: Sequence[CommunityPlan] = ()
    community_keys: Sequence[int] = ()
    community_uids: Sequence[bytes] = ()
    stakeholders: Sequence[tuple[int, bytes, Mapping[str, Any]]] = ()
    workshops: dict[int, list[MadeWorkshop]] = field(default_factory=dict)
    needs: dict[int, list[MadeNeed]] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)
    people_uids: bytearray = field(default_factory=bytearray)

    def chance(self, what: str) -> Random:
        """Chance that repeats for the seed and is nobody else's."""
        return Random(f"{self.seed} {what}")

    def uids(self, what: str) -> Uids:
        """Uids that repeat for the seed."""
        return Uids(self.seed, what)

    def uid_of(self, person: int) -> bytes:
        """The uid of the person of that id."""
        return bytes(self.people_uids[16 * person - 16 : 16 * person])

    def write(self, cls: type[Synced], rows: Sequence[Mapping[str, Any]]) -> range:
        """Write rows, each with its own uid (bytes), and return their ids.

        Raises:
            Cancelled: the run is to stop.
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        table = cls.__tablename__
        self.made[table] = self.made.get(table, 0) + len(rows)
        return self.uow.create_many(cls, rows, undoable=False)

    def outbox(self, *classes: type[Synced]) -> "Outbox":
        """Rows of some tables that are written together when enough have come; parents named before children."""
        return Outbox(self, classes)


class Outbox:
    """Rows on their way, so that a chapter may go from community to community and still write in large steps.

    Ids are given out when a row is put, in the order in which the rows will be written: nobody else may write to these
    tables meanwhile.
    """

    def __init__(self, world: World, classes: Sequence[type[Synced]]) -> None:
        self._world = world
        self._rows: dict[type[Synced], list[Mapping[str, Any]]] = {cls: [] for cls in classes}
        self._next = {cls: self._first(cls) for cls in classes}

    def _first(self, cls: type[Synced]) -> int:
        return int(self._world.uow.connection.execute(select(func.max(table_of(cls).c.id))).scalar() or 0) + 1

    def put(self, cls: type[Synced], **values: Any) -> int:
        """Take a row with its uid; returns the id it will have."""
        self._rows[cls].append(values)
        key = self._next[cls]
        self._next[cls] += 1
        return key

    def relate(self, cls: type[Synced], ends: Sequence[bytes], **values: Any) -> None:
        """Take a relation's row; `ends` are the uids of its ends in the order that its uid is made of."""
        assert cls.relation is not None
        self.put(cls, uid=relation_bytes(cls.relation, *ends), **values)

    def flush(self, least: int = 0) -> None:
        """Write what has come, if it is more than `least` rows."""
        if sum(map(len, self._rows.values())) <= least:
            return
        for cls, rows in self._rows.items():
            self._world.write(cls, rows)
            rows.clear()
