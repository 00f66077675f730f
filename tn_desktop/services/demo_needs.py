"""The made-up story's first half: working groups, needs that communities raised, voted on and chose, decisions."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, Final

from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.entities.people import CommunityOrigin
from tn_desktop.model.entities.workshops import WorkshopNeed
from tn_desktop.model.resources import resource_path
from tn_desktop.model.stamps import canonical
from tn_desktop.model.vocabulary import ADDRESSED, CHOSEN, DISCUSSED, DROPPED, RAISED
from tn_desktop.services.demo_story import CommunityPlan
from tn_desktop.services.demo_world import STEP, MadeNeed, MadeSession, MadeWorkshop, World

STATUSES: Final = (RAISED, DISCUSSED, CHOSEN, ADDRESSED, DROPPED)
SHARES: Final[Mapping[str, Sequence[int]]] = {
    "gathering": (100, 0, 0, 0, 0),
    "community": (70, 30, 0, 0, 0),
    "needs": (30, 38, 24, 0, 8),
    "activities": (18, 18, 30, 24, 10),
    "network": (12, 14, 24, 40, 10),
}
"""Stage of a community -> how its needs are shared among the statuses."""
VOTES: Final[Mapping[str, tuple[int, int]]] = {
    RAISED: (0, 4),
    DISCUSSED: (3, 14),
    CHOSEN: (11, 26),
    ADDRESSED: (12, 28),
    DROPPED: (0, 5),
}


@cache
def network_story() -> Mapping[str, Any]:
    """The content of resources/data/demo-network-tr.json."""
    text = resource_path("data", "demo-network-tr.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def groups(world: World) -> None:
    """Say which communities each working group has grown out of."""
    out = world.outbox(CommunityOrigin)
    for at, circle in enumerate(world.circles):
        for origin in circle.origins:
            out.relate(
                CommunityOrigin,
                (world.community_uids[at], world.community_uids[origin]),
                community_id=world.community_keys[at],
                origin_id=world.community_keys[origin],
            )
    out.flush()


def needs(world: World) -> None:
    """Needs of every community, the workshops that address them, and what was decided."""
    chance, uids, decided = world.chance("needs"), world.uids("needs"), world.uids("decisions")
    out = world.outbox(Need, WorkshopNeed, Decision, DecisionNeed)
    for at, circle in enumerate(world.circles):
        held = [session for workshop in world.workshops.get(at, ()) for session in workshop.sessions if session.marked]
        held.sort(key=lambda session: session.starts_at)
        made = []
        for title, cluster in _said(chance, circle):
            status = chance.choices(STATUSES, SHARES[circle.values["stage"]])[0]
            # What has been chosen was raised some time ago.
            early = held[: -(-len(held) // 3)] if status in (CHOSEN, ADDRESSED) else held
            session = chance.choice(early) if early and chance.random() < 0.7 else None
            raised_at = _day(chance, circle, session, world.today, 2 if status in (CHOSEN, ADDRESSED) else 1)
            uid = uids.take()
            key = out.put(
                Need,
                uid=uid,
                community_id=world.community_keys[at],
                title=title,
                description=chance.choice(network_story()["need_texts"]) if chance.random() < 0.6 else None,
                raised_by_id=chance.choice(circle.members) if chance.random() < 0.8 else None,
                raised_at=raised_at,
                session_id=session.key if session else None,
                votes=chance.randint(*VOTES[status]),
                status=status,
                themes=canonical([circle.theme["tag"]]),
                cluster=cluster,
            )
            addressed_in = _workshops(chance, world.workshops.get(at, ()), status, raised_at)
            for workshop in addressed_in:
                out.relate(WorkshopNeed, (workshop.uid, uid), workshop_id=workshop.key, need_id=key)
            made.append(MadeNeed(key, uid, status, raised_at, addressed_in))
        world.needs[at] = made
        _decide(world, out, chance, decided.take, at, held)
        out.flush(least=STEP)
    out.flush()


def _said(chance: Random, circle: CommunityPlan) -> list[tuple[str, str]]:
    """Titles and groups of a community's needs, none twice."""
    told = network_story()["themes"][circle.theme["name"]]["needs"]
    return chance.sample(told, chance.randint(2, 3) if circle.new else chance.randint(4, 7))


def _day(chance: Random, circle: CommunityPlan, session: MadeSession | None, today: date, share: int) -> str:
    """The day of a session, or one in the first of so many parts of the time the community has been there."""
    if session is not None:
        return session.starts_at[:10]
    founded = date.fromisoformat(circle.values["founded"])
    return (founded + timedelta(days=chance.randrange(max(1, (today - founded).days // share)))).isoformat()


def _workshops(
    chance: Random, workshops: Sequence[MadeWorkshop], status: str, raised_at: str
) -> tuple[MadeWorkshop, ...]:
    """Workshops of the community that take a chosen need up, later than it was raised."""
    if status not in (CHOSEN, ADDRESSED):
        return ()
    later = [workshop for workshop in workshops if workshop.day > raised_at]
    return tuple(chance.sample(later, min(len(later), chance.randint(1, 2))))


def _decide(world: World, out: Any, chance: Random, take: Any, at: int, held: Sequence[MadeSession]) -> None:
    """What a community decided about the needs it chose."""
    circle = world.circles[at]
    chosen = [need for need in world.needs[at] if need.status in (CHOSEN, ADDRESSED)]
    if not chosen:
        return
    questions = network_story()["decisions"]
    after = max(need.raised_at for need in chosen)
    for number in range(chance.randint(1, 2)):
        question, result = questions[0] if number == 0 else chance.choice(questions[1:])
        session = next((one for one in held if one.starts_at[:10] >= after), None)
        there = chance.randint(9, max(10, len(circle.members)))
        against, abstained = chance.randint(0, there // 5), chance.randint(0, there // 6)
        uid = take()
        day = date.fromisoformat(session.starts_at[:10] if session else after)
        key = out.put(
            Decision,
            uid=uid,
            community_id=world.community_keys[at],
            date=min(world.today, day + timedelta(days=14 * number)).isoformat(),
            question=question,
            result=result,
            votes=there - against - abstained,
            votes_against=against,
            votes_abstained=abstained,
            session_id=session.key if session and number == 0 else None,
        )
        for need in chosen[:2] if number == 0 else chosen[:1]:
            out.relate(DecisionNeed, (uid, need.uid), decision_id=key, need_id=need.key)
