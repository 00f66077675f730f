"""Filling an empty profile with a made-up network, to look around in or to measure the program with."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    Workshop,
    WorkshopCommunity,
    WorkshopSession,
)
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.registry import ENTITIES, SYNCED
from tn_desktop.model.stamps import canonical, relation_bytes
from tn_desktop.model.tool_library import library
from tn_desktop.model.vocabulary import ENROLLED, HYBRID, IN_PERSON, ONLINE, WAITING, WITHDRAWN
from tn_desktop.services import settings
from tn_desktop.services.demo_chapters import CHAPTERS
from tn_desktop.services.demo_leading import Leader, Leading
from tn_desktop.services.demo_lists import PeopleOfWorkshop, fit_rooms, people_of_workshop
from tn_desktop.services.demo_names import Uids, people_of, phone, story
from tn_desktop.services.demo_story import (
    Block,
    CommunityPlan,
    WorkshopPlan,
    blocks,
    communities,
    workshops,
)
from tn_desktop.services.demo_world import MadeSession, MadeWorkshop, World
from tn_desktop.store.bulk import bulk_write
from tn_desktop.store.database import Database
from tn_desktop.store.unit_of_work import UnitOfWork

LABEL: Final = QT_TRANSLATE_NOOP("history", "Fill with demo data")
PEOPLE_A_STEP: Final = 5_000
WORKSHOPS_A_STEP: Final = 200
MANY: Final = 20_000
"""From so many people or sessions on, indexes are made at the end rather than kept up."""
MOST_PEOPLE: Final = 5_000_000
STATUSES: Final = ("present", "late", "excused", "absent", None)
SHARES: Final = (78, 85, 91, 99, 100)
"""Running shares of the statuses in hundredths."""


def fill(
    db: Database,
    people: int,
    sessions: int,
    seed: int,
    today: date,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> dict[str, int]:
    """Fill an empty profile in one transaction and return how many rows of each entity there are now.

    The same numbers, seed and day make the same rows with the same uids. `progress` is told (done, of).

    Raises:
        Refused: the profile is not empty. Cancelled: `cancelled` said so; nothing has changed.
    """
    if people > MOST_PEOPLE or sessions > MOST_PEOPLE:
        raise Refused(QT_TRANSLATE_NOOP("errors", "At most {most} people and sessions can be made."), most=MOST_PEOPLE)
    if sessions and not people:
        raise Refused(QT_TRANSLATE_NOOP("errors", "Sessions need people: ask for some people as well."))
    write = bulk_write if people + sessions >= MANY else Database.write
    with write(db, LABEL) as uow:
        _refuse_unless_empty(uow.connection)
        owner = settings.get(uow.connection, settings.OWNER) or {}
        return _Filling(uow, seed, today, progress, cancelled).run(people, sessions, today, owner.get("province"))


def is_empty(connection: Connection) -> bool:
    """Whether nobody has written a row of a synced table, removed ones counted; the shipped tools nobody has."""
    tables = (table_of(cls) for cls in SYNCED)
    return not any(connection.execute(select(t.c.id).where(t.c.lsn > 0).limit(1)).first() for t in tables)


def _refuse_unless_empty(connection: Connection) -> None:
    if not is_empty(connection):
        raise Refused(
            QT_TRANSLATE_NOOP(
                "errors", "This profile holds data already; demo data go into an empty one. Name a new --profile."
            )
        )


class _Filling:
    """One run: counts what it makes and reports how far it is."""

    def __init__(
        self,
        uow: UnitOfWork,
        seed: int,
        today: date,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._uow = uow
        self._seed = seed
        self._progress = progress
        self._done = self._of = 0
        self._others: dict[str, list[int]] = {}
        self._world = World(uow, seed, today, cancelled)

    def run(self, people: int, sessions: int, today: date, home: str | None) -> dict[str, int]:
        """Make everything."""
        world = self._world
        self._of = people + 3 * sessions + people // 10
        provinces = blocks(self._chance("provinces"), people, home)
        circles = communities(self._chance("communities"), people, provinces, today)
        self._people(provinces, frozenset(key for circle in circles for key in circle.facilitators))
        keys, uids = self._communities(circles, today)
        world.circles, world.community_keys, world.community_uids = circles, keys, uids
        self._stakeholders(people, provinces)
        self._workshops(people, sessions, circles, keys, uids, today)
        world.made["engagement_tool"] = len(library())
        if people:
            for chapter in CHAPTERS:
                chapter(world)
        self._advance(people // 10)
        tables = {name: spec.table for name, spec in ENTITIES.items()}
        return {name: world.made[table] for name, table in tables.items() if world.made.get(table)}

    def _chance(self, what: str) -> Random:
        return self._world.chance(what)

    def _write(self, cls: type[Synced], rows: Sequence[dict[str, Any]]) -> range:
        return self._world.write(cls, rows)

    def _advance(self, done: int) -> None:
        self._done += done
        if self._progress is not None:
            self._progress(self._done, self._of)

    def _uid_of(self, person: int) -> bytes:
        return self._world.uid_of(person)

    def _people(self, provinces: Sequence[Block], facilitators: frozenset[int]) -> None:
        chance, uids = self._chance("people"), Uids(self._seed, "people")
        for block in provinces:
            for first in range(block.first, block.last, PEOPLE_A_STEP):
                count = min(PEOPLE_A_STEP, block.last - first)
                rows = people_of(chance, block.iso, block.schools, first, count, facilitators)
                for row in rows:
                    row["uid"] = uids.take()
                    self._world.people_uids += row["uid"]
                self._write(Person, rows)
                others = [key for key, row in enumerate(rows, first) if "teacher" not in row["roles"]]
                self._others.setdefault(block.iso, []).extend(others)
                self._advance(count)

    def _communities(self, circles: Sequence[CommunityPlan], today: date) -> tuple[range, list[bytes]]:
        chance, uids = self._chance("memberships"), Uids(self._seed, "communities")
        own = [uids.take() for _ in circles]
        keys = self._write(Community, [{**circle.values, "uid": uid} for circle, uid in zip(circles, own, strict=True)])
        for start in range(0, len(circles), 500):
            rows = []
            for key, uid, circle in zip(
                keys[start : start + 500], own[start : start + 500], circles[start : start + 500], strict=True
            ):
                founded = date.fromisoformat(circle.values["founded"]).toordinal()
                for place, person in enumerate(circle.members):
                    joined = date.fromordinal(chance.randint(founded, today.toordinal()))
                    left = chance.random() < 0.04 and place > 1
                    rows.append(
                        {
                            "uid": relation_bytes("membership", self._uid_of(person), uid),
                            "person_id": person,
                            "community_id": key,
                            "role": ("coordinator", "facilitator")[place] if place < 2 else "member",
                            "joined": joined.isoformat(),
                            "left": today.isoformat() if left else None,
                        }
                    )
            self._write(Membership, rows)
        return keys, own

    def _stakeholders(self, people: int, provinces: Sequence[Block]) -> None:
        chance, uids = self._chance("stakeholders"), Uids(self._seed, "stakeholders")
        kinds = story()["stakeholders"]
        count = min(max(6, people // 12), 40 + people // 400) if people else 0
        rows, contacts, named = [], [], set()
        for number in range(count):
            kind = chance.choices(kinds, [one["weight"] for one in kinds])[0]
            block = chance.choice(provinces)
            person = chance.choice(block.near(people))
            row = _stakeholder(chance, kind, block, number)
            if kind.get("person"):
                row["person_id"] = person
                row["name"] = self._name_of(person)
            if row["name"] in named:
                continue
            named.add(row["name"])
            row["uid"] = uids.take()
            rows.append(row)
            roles = story()["contact_roles"]
            contacts.append((len(rows) - 1, person, None if kind.get("person") else chance.choice(roles)))
        keys = self._write(Stakeholder, rows)
        self._world.stakeholders = [(key, row["uid"], row) for key, row in zip(keys, rows, strict=True)]
        self._write(
            Contact,
            [
                {
                    "uid": relation_bytes("contact", rows[at]["uid"], self._uid_of(person)),
                    "stakeholder_id": keys[at],
                    "person_id": person,
                    "role": role,
                }
                for at, person, role in contacts
            ],
        )

    def _name_of(self, person: int) -> str:
        from tn_desktop.model.derived import full_name

        table = table_of(Person)
        row = self._uow.connection.execute(
            select(table.c.given_name, table.c.family_name).where(table.c.id == person)
        ).one()
        return full_name(row._mapping)

    def _workshops(
        self,
        people: int,
        sessions: int,
        circles: Sequence[CommunityPlan],
        keys: Sequence[int],
        uids: Sequence[bytes],
        today: date,
    ) -> None:
        plans = workshops(self._chance("workshops"), circles, sessions, today)
        chance = self._chance("attendance")
        own, session_uids = Uids(self._seed, "workshops"), Uids(self._seed, "sessions")
        leading, first = Leading(self._world, self._others), 1
        while batch := list(islice(plans, WORKSHOPS_A_STEP)):
            made = [own.take() for _ in batch]
            leaders = leading.prepare(batch, circles, first)
            first += len(batch)
            ids = self._write(Workshop, [{**plan.values, "uid": uid} for plan, uid in zip(batch, made, strict=True)])
            self._write(
                WorkshopCommunity,
                [
                    {
                        "uid": relation_bytes("workshop_community", uid, uids[plan.community]),
                        "workshop_id": key,
                        "community_id": keys[plan.community],
                    }
                    for plan, uid, key in zip(batch, made, ids, strict=True)
                ],
            )
            lists = [
                people_of_workshop(chance, circles[plan.community], people, leader.person)
                for plan, leader in zip(batch, leaders, strict=True)
            ]
            self._enrolments(batch, zip(ids, made, lists, strict=True))
            fit_rooms(batch, lists)
            own_sessions = self._sessions(batch, ids, leaders, session_uids)
            leading.relate(batch, ids, made, leaders, own_sessions)
            self._attendance(chance, batch, lists, own_sessions)
            self._remember(batch, ids, made, own_sessions)
            self._advance(3 * sum(len(plan.sessions) for plan in batch))

    def _sessions(
        self, batch: Sequence[WorkshopPlan], ids: range, leaders: Sequence[Leader], uids: Uids
    ) -> list[tuple[int, bytes]]:
        rows = [
            {**session.values, "workshop_id": key, "uid": uids.take()}
            for plan, key in zip(batch, ids, strict=True)
            for session in plan.sessions
        ]
        made = [(key, row["uid"]) for key, row in zip(self._write(WorkshopSession, rows), rows, strict=True)]
        leading = [leader.facilitators for plan, leader in zip(batch, leaders, strict=True) for _ in plan.sessions]
        self._write(
            SessionFacilitator,
            [
                {
                    "uid": relation_bytes("session_facilitator", uid, self._uid_of(person)),
                    "session_id": key,
                    "person_id": person,
                }
                for number, ((key, uid), people) in enumerate(zip(made, leading, strict=True))
                for person in people[: 1 + number % 2]
            ],
        )
        return made

    def _remember(
        self, batch: Sequence[WorkshopPlan], ids: range, made: Sequence[bytes], sessions: Sequence[tuple[int, bytes]]
    ) -> None:
        """Keep what the chapters of the story build on."""
        following = iter(sessions)
        for plan, key, uid in zip(batch, ids, made, strict=True):
            own = [
                MadeSession(*next(following), one.values["starts_at"], one.values["status"], one.marked)
                for one in plan.sessions
            ]
            workshop = MadeWorkshop(key, uid, plan.values["kind"], plan.community, own)
            self._world.workshops.setdefault(plan.community, []).append(workshop)

    def _enrolments(self, batch: Sequence[WorkshopPlan], lists: Iterable[tuple[int, bytes, PeopleOfWorkshop]]) -> None:
        rows = []
        for plan, (key, uid, people) in zip(batch, lists, strict=True):
            start = datetime.fromisoformat(plan.sessions[0].values["starts_at"]).replace(hour=9)
            aside = len(people.aside)
            statuses = [ENROLLED] * len(people.enrolled) + [WAITING] * (aside - aside // 2) + [WITHDRAWN] * (aside // 2)
            for place, (person, status) in enumerate(
                zip((*people.enrolled, *people.aside), statuses, strict=True), -len(statuses)
            ):
                rows.append(
                    {
                        "uid": relation_bytes("enrolment", self._uid_of(person), uid),
                        "person_id": person,
                        "workshop_id": key,
                        "status": status,
                        "since": (start + timedelta(hours=5 * place)).isoformat(timespec="minutes"),
                    }
                )
        self._write(Enrolment, rows)

    def _attendance(
        self,
        chance: Random,
        batch: Sequence[WorkshopPlan],
        lists: Sequence[PeopleOfWorkshop],
        sessions: Sequence[tuple[int, bytes]],
    ) -> None:
        rows: list[dict[str, Any]] = []
        following = iter(sessions)
        for plan, people in zip(batch, lists, strict=True):
            for session in plan.sessions:
                key, uid = next(following)
                mode = session.values["mode"]
                walked_in = people.spare[: chance.randrange(3)] if session.marked else ()
                enrolled = len(people.enrolled)
                made_by = "bulk" if chance.random() < 0.3 else "paper" if chance.random() < 0.3 else "key"
                for place, person in enumerate((*people.enrolled, *walked_in)):
                    lot = chance.random()
                    rows.append(
                        {
                            "uid": relation_bytes("attendance", uid, self._uid_of(person)),
                            "session_id": key,
                            "person_id": person,
                            "mode": (ONLINE if lot * 7 % 1 < 0.35 else IN_PERSON) if mode == HYBRID else mode,
                        }
                    )
                    if session.marked:
                        _mark(rows[-1], lot, place >= enrolled, made_by)
        self._write(Attendance, rows)


def _mark(row: dict[str, Any], lot: float, walk_in: bool, made_by: str) -> None:
    if walk_in:
        row["status"], row["walk_in"], row["made_by"] = "present", 1, "key"
        return
    percent = lot * 100
    row["status"] = status = next(word for word, share in zip(STATUSES, SHARES, strict=True) if percent < share)
    row["made_by"] = made_by if status else None
    if status == "late":
        row["minutes"] = 5 * (1 + int(percent) % 6)


def _stakeholder(chance: Random, kind: dict[str, Any], block: Block, number: int) -> dict[str, Any]:
    from tn_desktop.model.places import province_name

    name = chance.choice(kind["names"]) if kind["names"] else ""
    if kind.get("local"):
        name = f"{province_name(block.iso)} {name}"
    elif name and number > 30:
        name = f"{name} {province_name(block.iso)} Temsilciliği"
    disciplines = sorted(set(chance.choices(story()["disciplines"], k=2)))
    tags = Random(f"{number} themes").sample([theme["tag"] for theme in story()["themes"]], 2 + number % 2)
    return {
        "name": name,
        "type": kind["type"],
        "disciplines": canonical(disciplines),
        "themes": canonical(sorted(tags)),
        "province": block.iso,
        "status": chance.choices(("active", "prospective", "past"), (70, 20, 10))[0],
        "web": f"https://paydas{number + 1}.example.org" if kind["type"] != "individual" else None,
        "phone": phone(3_000_000 + number),
        "email": f"bilgi@paydas{number + 1}.example.org",
    }
