"""The made-up story's second half: solutions in rounds, what came out of them, and whom that reached."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tn_desktop.model.entities.solutions import (
    Iteration,
    IterationPerson,
    Output,
    OutputPerson,
    Reach,
    Solution,
    SolutionNeed,
    SolutionWorkshop,
)
from tn_desktop.model.vocabulary import ADDRESSED, CHOSEN
from tn_desktop.services.demo_needs import network_story
from tn_desktop.services.demo_story import CommunityPlan
from tn_desktop.services.demo_world import STEP, MadeNeed, MadeWorkshop, Outbox, World

NUMBERS: Final[Mapping[str, tuple[int, int, int]]] = {
    "named": (8, 40, 1),
    "counted": (25, 320, 1),
    "estimated": (100, 1200, 50),
}
"""Basis of a reach row -> least, most, rounded to."""
MEETS: Final = ("event", "exhibition")
"""Kinds of outputs that are met, not downloaded: they have no link."""


@dataclass(frozen=True, slots=True)
class _Solution:
    """A solution on its way: its row, its words, and what belongs to it."""

    key: int
    uid: bytes
    at: int
    told: Mapping[str, Any]
    needs: Sequence[MadeNeed]
    workshops: Sequence[MadeWorkshop]


@dataclass(frozen=True, slots=True)
class _Round:
    """An iteration that was written."""

    key: int
    day: date
    workshop: MadeWorkshop | None


class _Takers:
    """Uids of each kind of row, in order."""

    def __init__(self, world: World) -> None:
        self.solution, self.iteration, self.output, self.reach = (
            world.uids(name).take for name in ("solutions", "iterations", "outputs", "reach")
        )


def solutions(world: World) -> None:
    """Solutions of communities that have chosen needs, with their rounds, outputs and reach."""
    chance, take = world.chance("solutions"), _Takers(world)
    out = world.outbox(
        Solution, SolutionNeed, SolutionWorkshop, Iteration, IterationPerson, Output, OutputPerson, Reach
    )
    for at, circle in enumerate(world.circles):
        chosen = [need for need in world.needs.get(at, ()) if need.status in (CHOSEN, ADDRESSED)]
        told = network_story()["themes"][circle.theme["name"]]["solutions"]
        first = chance.randrange(2)
        for number in range(min(len(told), (len(chosen) + 1) // 2)):
            answered = chosen[2 * number : 2 * number + 2]
            _one(world, out, chance, take, at, told[(first + number) % len(told)], answered)
        out.flush(least=STEP)
    _sessions(world, out, chance, take.reach)
    out.flush()


def _one(
    world: World,
    out: Outbox,
    chance: Random,
    take: _Takers,
    at: int,
    told: Mapping[str, Any],
    answered: Sequence[MadeNeed],
) -> None:
    circle = world.circles[at]
    workshops = tuple({workshop.key: workshop for need in answered for workshop in need.workshops}.values())[:2]
    begun = max([need.raised_at for need in answered] + [one.day for one in workshops if one.day <= _iso(world.today)])
    started = min(date.fromisoformat(begun) + timedelta(days=chance.randint(3, 20)), world.today)
    days = _days(chance, started, world.today)
    uid = take.solution()
    key = out.put(
        Solution,
        uid=uid,
        title=told["title"],
        description=told["description"],
        status=_status(chance, len(days)),
        community_id=world.community_keys[at],
        started=_iso(started),
        province=circle.block.iso,
    )
    for need in answered:
        out.relate(SolutionNeed, (uid, need.uid), solution_id=key, need_id=need.key)
    for workshop in workshops:
        out.relate(SolutionWorkshop, (uid, workshop.uid), solution_id=key, workshop_id=workshop.key)
    one = _Solution(key, uid, at, told, answered, workshops)
    rounds = _rounds(world, out, chance, take.iteration, one, days)
    _outputs(world, out, chance, take, one, rounds)


def _days(chance: Random, started: date, today: date) -> list[date]:
    """The days of a solution's rounds, up to today."""
    day, found = started, list[date]()
    for _ in range(chance.choices((0, 1, 2, 3, 4), (6, 20, 28, 26, 20))[0]):
        day += timedelta(days=chance.randint(10, 55))
        if day > today:
            break
        found.append(day)
    return found


def _status(chance: Random, rounds: int) -> str:
    if rounds == 0:
        return "designed"
    if rounds == 1:
        return "running"
    return chance.choices(("running", "revised", "finished", "dropped"), (26, 34, 15 * (rounds - 1), 4))[0]


def _rounds(
    world: World, out: Outbox, chance: Random, take: Callable[[], bytes], one: _Solution, days: Sequence[date]
) -> list[_Round]:
    circle, made = world.circles[one.at], list[_Round]()
    for number, day in enumerate(days):
        words = one.told["first"] if number == 0 else chance.choice(network_story()["rounds"][number - 1])
        near = [workshop for workshop in one.workshops if workshop.day <= _iso(day)]
        workshop = near[-1] if near and chance.random() < 0.6 else None
        uid = take()
        key = out.put(
            Iteration,
            uid=uid,
            solution_id=one.key,
            date=_iso(day),
            what_changed=words[0],
            why=words[1],
            result=words[2],
            workshop_id=workshop.key if workshop else None,
        )
        for person in _some(chance, circle):
            out.relate(IterationPerson, (uid, world.uid_of(person)), iteration_id=key, person_id=person)
        made.append(_Round(key, day, workshop))
    return made


def _some(chance: Random, circle: CommunityPlan) -> list[int]:
    """One to three members, as a rule with a facilitator."""
    people = [circle.facilitators[0]] if chance.random() < 0.6 else []
    return list(
        dict.fromkeys((*people, *chance.sample(circle.members, min(len(circle.members), chance.randint(1, 2)))))
    )


def _outputs(
    world: World, out: Outbox, chance: Random, take: _Takers, one: _Solution, rounds: Sequence[_Round]
) -> None:
    """What came out of a solution that has been carried out more than once."""
    circle = world.circles[one.at]
    for number, (kind, title) in enumerate(one.told["outputs"][: max(0, len(rounds) - 1)]):
        if number and chance.random() < 0.25:
            continue
        made_in = rounds[min(len(rounds) - 1, number + 1)]
        day = min(world.today, made_in.day + timedelta(days=chance.randint(2, 25)))
        uid = take.output()
        key = out.put(
            Output,
            uid=uid,
            title=title,
            kind=kind,
            link=None if kind in MEETS else f"https://arsiv.example.org/{chance.randrange(36**4):07d}",
            date=_iso(day),
            community_id=world.community_keys[one.at],
            workshop_id=made_in.workshop.key if made_in.workshop else None,
            solution_id=one.key,
            iteration_id=made_in.key,
        )
        for person in _some(chance, circle):
            out.relate(OutputPerson, (uid, world.uid_of(person)), output_id=key, person_id=person)
        for _ in range(chance.randint(1, 4)):
            by_name = chance.random() < (0.5 if kind in MEETS else 0.15)
            basis = "named" if by_name else chance.choice(("counted", "estimated"))
            later = min(world.today, day + timedelta(days=chance.randint(0, 240)))
            _reach(world, out, chance, take.reach(), basis, "output", _iso(later), circle, output_id=key)


def _sessions(world: World, out: Outbox, chance: Random, take: Callable[[], bytes]) -> None:
    """Whom a session reached beyond those on its list: children at an exhibition, parents at the door."""
    for at, workshops in world.workshops.items():
        for workshop in workshops:
            for session in workshop.sessions:
                if session.marked and chance.random() < (0.16 if workshop.kind in ("talk", "project") else 0.05):
                    basis = chance.choice(("counted", "counted", "estimated"))
                    day = session.starts_at[:10]
                    _reach(world, out, chance, take(), basis, "session", day, world.circles[at], session_id=session.key)
        out.flush(least=STEP)


def _reach(
    world: World,
    out: Outbox,
    chance: Random,
    uid: bytes,
    basis: str,
    what: str,
    day: str,
    circle: CommunityPlan,
    **belongs: int,
) -> None:
    least, most, step = NUMBERS[basis]
    if what == "session":
        least, most = least // 2, most // 4
    number = max(step, chance.randint(least, most) // step * step)
    world.reached[what] = world.reached.get(what, 0) + number
    elsewhere = what == "output" and chance.random() < 0.25
    out.put(
        Reach,
        uid=uid,
        date=day,
        province=chance.choice(world.circles).block.iso if elsewhere else circle.block.iso,
        audience=chance.choice(network_story()["audiences"][what]),
        number=number,
        basis=basis,
        notes=chance.choice(network_story()["reach_notes"]) if what == "output" and basis != "named" else None,
        **belongs,
    )


def _iso(day: date) -> str:
    return day.isoformat()
