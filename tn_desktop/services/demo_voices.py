"""The made-up story's other voices: what stakeholders support and agreed to, feedback, surveys, quotations."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, Final

from tn_desktop.model.entities.stakeholders import CommunityStakeholder, Engagement
from tn_desktop.model.entities.voices import Feedback, Quotation, Survey
from tn_desktop.model.resources import resource_path
from tn_desktop.model.stamps import canonical
from tn_desktop.model.vocabulary import SUPPORT_ROLE
from tn_desktop.services.demo_world import STEP, MadeSession, MadeWorkshop, World
from tn_desktop.services.feedback import QUESTIONS

FORMS_MOST: Final = 60_000
SURVEYED_MOST: Final = 1_500
DUE: Final = (-4, 0, 3)
"""Days from today by which the next steps with the first stakeholders are due, whatever else there is."""
INDICATORS: Final = ("well_being", "resilience", "support")
SCORES: Final = (1, 2, 3, 4, 5)
SHARES: Final[Mapping[str, Sequence[int]]] = {
    "useful": (1, 3, 12, 38, 46),
    "content": (1, 5, 16, 42, 36),
    "facilitation": (1, 2, 9, 33, 55),
    "atmosphere": (2, 6, 18, 40, 34),
    "recommend": (1, 3, 10, 34, 52),
}
"""How often each score is given to a question, in hundredths."""


@cache
def voices_story() -> Mapping[str, Any]:
    """The content of resources/data/demo-voices-tr.json."""
    loaded: Mapping[str, Any] = json.loads(resource_path("data", "demo-voices-tr.json").read_text(encoding="utf-8"))
    return loaded


def voices(world: World) -> None:
    """Everything of this chapter."""
    _support(world)
    _engagements(world)
    _feedback(world)
    _surveys(world)
    _quotations(world)


def _support(world: World) -> None:
    """Which communities the stakeholders of their province support."""
    chance = world.chance("support")
    near: dict[str, list[tuple[int, bytes]]] = {}
    for key, uid, row in world.stakeholders:
        near.setdefault(row["province"], []).append((key, uid))
    out = world.outbox(CommunityStakeholder)
    for at, circle in enumerate(world.circles):
        there = near.get(circle.values["province"], [])
        if not there:
            continue
        for key, uid in chance.sample(there, min(len(there), chance.randint(0, 2))):
            out.relate(
                CommunityStakeholder,
                (world.community_uids[at], uid),
                community_id=world.community_keys[at],
                stakeholder_id=key,
                roles=_roles(chance),
            )
        out.flush(least=STEP)
    out.flush()


def _roles(chance: Random) -> str | None:
    roles = chance.sample(tuple(SUPPORT_ROLE), chance.randint(1, 2))
    if chance.random() < 0.15:
        roles.append(chance.choice(voices_story()["own_roles"]))
    return canonical(roles)


def _engagements(world: World) -> None:
    """What was talked about in the last year; of the latest, the next step is sometimes still to be done."""
    chance, uids, told = world.chance("engagements"), world.uids("engagements"), voices_story()["engagements"]
    out = world.outbox(Engagement)
    for (key, _uid, _row), days in zip(world.stakeholders, DUE, strict=False):
        kind, summary, step = chance.choice(told)
        out.put(
            Engagement,
            uid=uids.take(),
            stakeholder_id=key,
            date=(world.today - timedelta(days=14)).isoformat(),
            kind=kind,
            summary=summary,
            next_step=step,
            due=(world.today + timedelta(days=days)).isoformat(),
        )
    for key, _uid, row in world.stakeholders:
        day = world.today - timedelta(days=chance.randint(150, 380))
        for _ in range(chance.randint(0 if row["status"] == "past" else 1, 4)):
            day += timedelta(days=chance.randint(12, 90))
            if day > world.today:
                break
            kind, summary, step = chance.choice(told)
            due = day + timedelta(days=chance.randint(7, 35))
            stepped = chance.random() < 0.6
            open_still = stepped and due > world.today - timedelta(days=20) and chance.random() < 0.7
            out.put(
                Engagement,
                uid=uids.take(),
                stakeholder_id=key,
                date=day.isoformat(),
                kind=kind,
                summary=summary,
                next_step=step if stepped else None,
                due=due.isoformat() if stepped else None,
                done=(None if open_still else 1) if stepped else None,
                person_id=row.get("person_id"),
            )
        out.flush(least=STEP)
    out.flush()


def _feedback(world: World) -> None:
    """Forms of about half of the sessions whose attendance was taken."""
    chance, uids, said = world.chance("feedback"), world.uids("feedback"), voices_story()["forms"]
    out, left = world.outbox(Feedback), FORMS_MOST
    for session in _held(world):
        if chance.random() < 0.5 or left <= 0:
            continue
        forms = chance.randint(2, 11)
        left -= forms
        paper = chance.random() < 0.6
        for _ in range(forms):
            scores = {
                name: chance.choices(SCORES, SHARES[name])[0] if chance.random() < 0.95 else None for name in QUESTIONS
            }
            out.put(
                Feedback,
                uid=uids.take(),
                session_id=session.key,
                quotation=chance.choice(said) if chance.random() < 0.25 else None,
                made_by="paper" if paper else "form",
                **scores,
            )
        out.flush(least=STEP)
    out.flush()


def _held(world: World) -> Iterator[MadeSession]:
    for at in range(len(world.circles)):
        workshops: Sequence[MadeWorkshop] = world.workshops.get(at, ())
        yield from (session for workshop in workshops for session in workshop.sessions if session.marked)


def _surveys(world: World) -> None:
    """Waves half a year apart in communities that have been there for a while: most do better with time."""
    chance, uids = world.chance("surveys"), world.uids("surveys")
    out, left = world.outbox(Survey), SURVEYED_MOST
    for at, circle in enumerate(world.circles):
        founded = date.fromisoformat(circle.values["founded"])
        if left <= 0 or (world.today - founded).days < 240 or chance.random() < 0.5:
            continue
        left -= 1
        means = {indicator: chance.uniform(2.7, 3.4) for indicator in INDICATORS}
        day = founded + timedelta(days=chance.randint(30, 60))
        for wave in range(1, 5):
            if day > world.today:
                break
            answers = max(4, len(circle.members) - chance.randint(0, 6))
            for indicator in INDICATORS:
                means[indicator] = min(4.8, means[indicator] + chance.uniform(-0.1, 0.4))
                out.put(
                    Survey,
                    uid=uids.take(),
                    community_id=world.community_keys[at],
                    wave=wave,
                    date=day.isoformat(),
                    indicator=indicator,
                    n=answers,
                    mean=f"{means[indicator]:.2f}".rstrip("0").rstrip("."),
                    scale_max=5,
                )
            day += timedelta(days=182)
        out.flush(least=STEP)
    out.flush()


def _quotations(world: World) -> None:
    """Sentences of the last years; most may be published, some with a name."""
    chance, uids, told = world.chance("quotations"), world.uids("quotations"), voices_story()
    out, left = world.outbox(Quotation), SURVEYED_MOST
    for at, circle in enumerate(world.circles):
        if left <= 0 or chance.random() < 0.55:
            continue
        left -= 1
        text, source = chance.choice(told["quotations"])
        permitted = chance.random() < 0.7
        out.put(
            Quotation,
            uid=uids.take(),
            text=text,
            source=source,
            year=max(int(circle.values["founded"][:4]), world.today.year - chance.randint(0, 2)),
            permission=1 if permitted else None,
            attribution=chance.choice(told["names"]) if permitted and chance.random() < 0.5 else None,
            community_id=world.community_keys[at],
            themes=canonical([circle.theme["tag"]]),
        )
        out.flush(least=STEP)
    out.flush()
