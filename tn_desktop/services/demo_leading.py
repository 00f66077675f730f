"""The made-up story's people behind the workshops: who initiated, led and spoke, who supports, what repeats what.

Most workshops are led by teachers: by a community's facilitators, or by a member who took part in others before. Some
are led by academics or administrators, and of some nobody wrote it down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import WorkshopStakeholder
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.entities.workshops import SessionSpeaker, WorkshopLeader
from tn_desktop.model.stamps import canonical, relation_bytes
from tn_desktop.services.demo_story import CommunityPlan, WorkshopPlan
from tn_desktop.services.demo_world import World

FORMATS: Final = {
    "workshop": "workshop", "talk": "talk", "meeting": "meeting", "hybrid_program": "program", "project": "program",
}  # fmt: skip
"""Kind of workshop -> the shipped format it has."""
SKILLS: Final = (
    "eleştirel düşünme", "yaratıcı düşünme", "iletişim", "iş birliği", "problem çözme", "sorgulama", "öz değerlendirme",
)  # fmt: skip
ROLES: Final = ("host", "funder", "partner", "supporter")
UNSAID, OTHERS, MEMBERS = 0.12, 0.30, 0.62
"""Running shares of the workshops of which nobody said who led, that others led, and that a member led."""
_tool = table_of(EngagementTool)


@dataclass(frozen=True, slots=True)
class Leader:
    """Who led a workshop (0 if nobody said), and who facilitates its sessions."""

    person: int
    facilitators: tuple[int, ...]


class Leading:
    """Decides batch by batch, so that a network of any size is made in one pass."""

    def __init__(self, world: World, others: Mapping[str, Sequence[int]]) -> None:
        self._world = world
        self._others = others
        self._chance = world.chance("leading")
        self._held: dict[str, tuple[str, int]] = {}
        self._last: dict[tuple[int, str], tuple[str, int, str]] = {}
        rows = world.uow.connection.execute(select(_tool.c.shipped, _tool.c.id).where(_tool.c.shipped.is_not(None)))
        self._formats = {row.shipped: row.id for row in rows}
        self._near: dict[str, list[tuple[int, bytes, Mapping[str, Any]]]] = {}
        for one in world.stakeholders:
            self._near.setdefault(one[2]["province"], []).append(one)

    def prepare(self, batch: Sequence[WorkshopPlan], circles: Sequence[CommunityPlan], first: int) -> list[Leader]:
        """Who leads each workshop; also gives its row what it says of them. `first` is the id of the first row."""
        leaders = []
        for key, plan in enumerate(batch, first):
            circle = circles[plan.community]
            leader = self._leader(circle)
            plan.values |= {
                "format_id": self._formats.get(FORMATS.get(plan.values["kind"], "")),
                "initiated_by_id": circle.facilitators[0] if leader.person and self._chance.random() < 0.7 else None,
                "teacher_led": None if not leader.person else int(leader.person not in self._others_of(circle)),
                "skills": canonical(sorted(self._chance.sample(SKILLS, 2))),
                "repeat_of_id": self._repeated(plan, key),
            }
            leaders.append(leader)
        return leaders

    def _leader(self, circle: CommunityPlan) -> Leader:
        lot = self._chance.random()
        members = [person for person in circle.members[2:7] if person not in circle.facilitators]
        usual = tuple(circle.facilitators)
        if lot < UNSAID:
            return Leader(0, usual)
        if lot < OTHERS and self._others_of(circle):
            return Leader(self._chance.choice(self._others_of(circle)), usual)
        if lot < MEMBERS and members:
            person = self._chance.choice(members)
            return Leader(person, (person, *usual[:1]))
        return Leader(usual[0], usual)

    def _others_of(self, circle: CommunityPlan) -> Sequence[int]:
        """People of the province who are no teachers."""
        return self._others.get(circle.block.iso, ())

    def _repeated(self, plan: WorkshopPlan, key: int) -> int | None:
        """The earlier workshop that this one repeats in another year or place; it then has its title."""
        values, day = plan.values, plan.sessions[0].values["starts_at"]
        held, again = self._held.get(values["title"]), self._last.get((plan.community, values["kind"]))
        repeats = None
        if held is not None and held[0] < day:
            repeats = held[1] if self._chance.random() < 0.8 else None
        elif again is not None and again[0] < day and self._chance.random() < 0.25:
            repeats, values["title"] = again[1], again[2]
        self._held[values["title"]] = (day, key)
        self._last[plan.community, values["kind"]] = (day, key, values["title"])
        return repeats

    def relate(
        self,
        batch: Sequence[WorkshopPlan],
        ids: range,
        uids: Sequence[bytes],
        leaders: Sequence[Leader],
        sessions: Sequence[tuple[int, bytes]],
    ) -> None:
        """Write who led, spoke and supports."""
        led, spoke, support = [], [], []
        following = iter(sessions)
        for plan, key, uid, leader in zip(batch, ids, uids, leaders, strict=True):
            own = [next(following) for _ in plan.sessions]
            if leader.person:
                ends = {"workshop_id": key, "person_id": leader.person}
                led.append({"uid": self._uid("workshop_leader", uid, leader.person), **ends})
            near = self._near.get(plan.values["province"], ())
            if near and self._chance.random() < 0.5:
                stakeholder, other, values = self._chance.choice(near)
                speaks = plan.values["kind"] == "talk" and values.get("person_id")
                if speaks and values["person_id"] not in leader.facilitators:
                    session, session_uid = own[0]
                    ends = {"session_id": session, "person_id": values["person_id"]}
                    spoke.append({"uid": self._uid("session_speaker", session_uid, values["person_id"]), **ends})
                roles = ["speaker"] if speaks else [self._chance.choice(ROLES)]
                support.append(
                    {
                        "uid": relation_bytes("workshop_stakeholder", uid, other),
                        "workshop_id": key,
                        "stakeholder_id": stakeholder,
                        "roles": canonical(roles),
                    }
                )
        for cls, rows in ((WorkshopLeader, led), (SessionSpeaker, spoke), (WorkshopStakeholder, support)):
            self._world.write(cls, rows)

    def _uid(self, relation: str, uid: bytes, person: int) -> bytes:
        return relation_bytes(relation, uid, self._world.uid_of(person))
