"""The plan of a made-up network: provinces, communities, workshops and when their sessions are.

Everything follows from a seed and a date: two school years that have passed in part, a session today, some in the
next weeks, one that passed without attendance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tn_desktop.model.places import province_name
from tn_desktop.model.stamps import canonical
from tn_desktop.model.vocabulary import CANCELLED, HELD, HYBRID, IN_PERSON, ONLINE, PLANNED, POSTPONED
from tn_desktop.services.demo_names import School, schools_of, story
from tn_desktop.store.workshop_states import state_of

KINDS: Final = {
    "workshop": (44, (1, 3)),
    "talk": (12, (1, 1)),
    "meeting": (14, (1, 2)),
    "hybrid_program": (11, (3, 6)),
    "collaboration": (7, (2, 4)),
    "project": (5, (3, 5)),
}
"""Kind of workshop -> weight, and how many sessions it has at least and at most."""
FEWEST: Final = 15
"""Attendance rows a session has at least."""
HOURS: Final = {
    IN_PERSON: (("10:00", "13:00"), ("13:00", "16:00"), ("15:30", "17:30"), ("16:00", "18:00")),
    HYBRID: (("13:00", "15:30"), ("16:00", "18:00")),
    ONLINE: (("20:00", "21:30"), ("19:30", "21:00")),
}


@dataclass(frozen=True, slots=True)
class Block:
    """The people of one province: ids first … last - 1."""

    iso: str
    first: int
    last: int
    schools: Sequence[School]

    def near(self, people: int, least: int = 60) -> range:
        """Ids to draw a group from: this province's, and its neighbours' where it has too few."""
        missing = max(0, least - (self.last - self.first))
        return range(max(1, self.first - missing), min(people + 1, self.last + missing))


@dataclass(frozen=True, slots=True)
class CommunityPlan:
    """A community: its columns, its people, and what its workshops are about. A new one has held none yet.

    origins are the places, in the list of communities, of those a working group has grown out of.
    """

    values: Mapping[str, Any]
    block: Block
    theme: Mapping[str, Any]
    members: Sequence[int]
    facilitators: Sequence[int]
    new: bool
    origins: Sequence[int] = ()


@dataclass(slots=True)
class SessionPlan:
    """A session: its columns but for the workshop, and whether marks were made."""

    values: dict[str, Any]
    marked: bool


@dataclass(slots=True)
class WorkshopPlan:
    """A workshop of a community (its place in the list of communities) with its sessions."""

    values: dict[str, Any]
    community: int
    sessions: list[SessionPlan] = field(default_factory=list)


def blocks(chance: Random, people: int, home: str | None) -> list[Block]:
    """Share people among provinces by how many live there; a small network lives in a few of them.

    `home` is the province that is there in any case.
    """
    weights: dict[str, int] = story()["province_weights"]
    chosen = list(weights)
    wanted = max(1, min(len(chosen), people // 32))
    if wanted < len(chosen):
        # The many small provinces together weigh as much as the few large ones: the network is everywhere.
        chosen = sorted(chosen, key=lambda iso: -(chance.random() ** (1 / weights[iso] ** 0.8)))[:wanted]
        if home in weights and home not in chosen:
            chosen[-1] = home
        shares = {iso: weights[iso] ** 0.4 for iso in chosen}
    else:
        shares = {iso: float(weights[iso]) for iso in chosen}
    total, first, made, so_far = sum(shares.values()), 1, [], 0.0
    for iso in sorted(chosen):
        so_far += shares[iso]
        last = 1 + round(people * so_far / total)
        made.append(Block(iso, first, last, schools_of(chance, iso, last - first)))
        first = last
    return made


def communities(chance: Random, people: int, provinces: Sequence[Block], today: date) -> list[CommunityPlan]:
    """Communities of teachers, more than one in each large province, and a few working groups."""
    themes = story()["themes"]
    if people == 0:
        return []
    count = max(2, people // 25) if people <= 1000 else 40 + people // 50
    weights = [block.last - block.first for block in provinces]
    homes = [*provinces, *chance.choices(provinces, weights, k=count)][:count]
    names: dict[str, int] = {}
    made: list[CommunityPlan] = []
    at_home: dict[str, list[int]] = {}
    for number, block in enumerate(homes):
        theme = themes[(number + number // len(themes)) % len(themes)]
        near = block.near(people)
        circle = chance.sample(near, min(len(near), chance.randint(12, 34)))
        group = number % 9 == 8
        origins = _origins(chance, at_home.get(block.iso, []), number) if group else []
        if origins:
            theme = made[origins[0]].theme
            circle = _gathered([made[at].members for at in origins], circle)
        else:
            at_home.setdefault(block.iso, []).append(number)
        name = f"{province_name(block.iso)} {chance.choice(story()['groups']) if group else theme['name']}"
        name = name if group else f"{name} Topluluğu"
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            name = f"{name} {names[name]}"
        new = number % 7 == 6
        values = _community(chance, name, group, block, theme, today, new)
        made.append(CommunityPlan(values, block, theme, circle, circle[:2], new, origins))
    return made


def _origins(chance: Random, near: Sequence[int], number: int) -> list[int]:
    """The communities a working group grows out of: two of its province, or of anywhere."""
    others = [at for at in range(max(0, number - 9), number) if at % 9 != 8]
    return chance.sample(near if len(near) > 1 else others, 2)


def _gathered(circles: Sequence[Sequence[int]], others: Sequence[int]) -> list[int]:
    """The members of a working group: some of each community it grew out of, and a few others."""
    return list(dict.fromkeys([person for circle in circles for person in circle[1:8]] + list(others[:4])))


def _community(
    chance: Random, name: str, group: bool, block: Block, theme: Mapping[str, Any], today: date, new: bool
) -> dict[str, Any]:
    # Two school years of workshops lie behind those that are not new.
    founded = today - timedelta(days=chance.randint(10, 90) if new else chance.randint(830, 1800))
    stages = ("community", "needs", "activities", "network")
    return {
        "name": name,
        "issue": theme["issue"],
        "goals": theme["goals"],
        "motivation": theme["motivation"],
        "kind": "working_group" if group else "community",
        "province": block.iso,
        "stage": "gathering" if new else chance.choices(stages, (12, 20, 44, 24))[0],
        "founded": founded.isoformat(),
        "status": "active" if new else chance.choices(("active", "dormant", "closed"), (90, 7, 3))[0],
    }


def workshops(chance: Random, circles: Sequence[CommunityPlan], sessions: int, today: date) -> Iterator[WorkshopPlan]:
    """Workshops that have so many sessions together. The first ones lie around `today`, the others before it."""
    made, turn = 0, dict[int, int]()
    leads = _leads(today)
    kinds = list(KINDS)
    weights = [KINDS[kind][0] for kind in kinds]
    busy = [number for number, circle in enumerate(circles) if not circle.new and circle.values["status"] == "active"]
    while made < sessions:
        lead = next(leads, None)
        kind = lead[0] if lead else chance.choices(kinds, weights)[0]
        count = min(lead[1] if lead else chance.randint(*KINDS[kind][1]), sessions - made)
        number = chance.choice(busy or range(len(circles)))
        turn[number] = turn.get(number, number) + 1
        start = lead[2] if lead else _some_day(chance, today)
        yield _workshop(
            chance, circles[number], number, turn[number], kind, count, start, today, marked=lead[3] if lead else None
        )
        made += count


def _leads(today: date) -> Iterator[tuple[str, int, date, bool | None]]:
    """What the first screen is to show: kind, sessions, first day, whether marked (None: as it comes)."""
    yield "hybrid_program", 5, today - timedelta(days=14), None
    yield "workshop", 1, today - timedelta(days=3), False
    yield "workshop", 1, today + timedelta(days=4), None
    yield "talk", 1, today + timedelta(days=9), None


def _some_day(chance: Random, today: date) -> date:
    """A day of term within two school years that are over, or within the next weeks."""
    year = today.year if today.month >= 9 else today.year - 1
    start = date(year - 1, 9, 20)
    while True:
        day = start + timedelta(days=chance.randrange((today - start).days + 36))
        holiday = day.month in (7, 8) or (day.month == 1 and day.day > 19) or (day.month == 6 and day.day > 15)
        if not holiday:
            return day + timedelta(days=1) if day.weekday() == 6 else day


def _workshop(
    chance: Random,
    circle: CommunityPlan,
    number: int,
    turn: int,
    kind: str,
    count: int,
    start: date,
    today: date,
    marked: bool | None,
) -> WorkshopPlan:
    title = circle.theme["titles"][turn % len(circle.theme["titles"])]
    if kind == "talk":
        title = f"Söyleşi: {title}"
    elif kind == "hybrid_program":
        title = f"{title} Programı"
    values = {
        "title": title,
        "kind": kind,
        "province": circle.block.iso,
        "description": chance.choice(story()["descriptions"]),
        "notes": chance.choice(story()["notes"]) if chance.random() < 0.25 else None,
        "themes": canonical([circle.theme["tag"]]),
    }
    plan = WorkshopPlan(values, number)
    step = 7 if count > 2 else 14
    fates = chance.choices((None, CANCELLED, POSTPONED), (95, 3, 2), k=count)
    main_mode = chance.choices((IN_PERSON, ONLINE, HYBRID), (70, 18, 12))[0]
    slot = chance.random()
    for at in range(count):
        day = start + timedelta(days=at * step)
        mode = (ONLINE if at % 2 else IN_PERSON) if kind == "hybrid_program" else main_mode
        fate = None if at == 0 or marked is not None else fates[at]
        status = fate or (HELD if day < today else PLANNED)
        session = _session(chance, circle, day, mode, slot, status)
        if count > 1:
            titles = story()["session_titles"]
            session["title"] = titles[at % len(titles)] if at < count - 1 else titles[-1]
        plan.sessions.append(SessionPlan(session, status == HELD and marked is not False))
        if marked is False:
            session["status"] = PLANNED
    _derive(plan)
    return plan


def _session(chance: Random, circle: CommunityPlan, day: date, mode: str, slot: float, status: str) -> dict[str, Any]:
    hours = HOURS[mode]
    start, end = hours[int(slot * len(hours))]
    values: dict[str, Any] = {
        "starts_at": f"{day.isoformat()}T{start}",
        "ends_at": f"{day.isoformat()}T{end}",
        "zone": "Europe/Istanbul",
        "mode": mode,
        "status": status,
        "capacity": chance.choice((None, 25, 30, 40)),
    }
    if mode != IN_PERSON:
        values["link"] = f"https://toplanti.example.org/{chance.randrange(36**5):06d}"
    if mode != ONLINE:
        school = chance.choice(circle.block.schools)
        venue = chance.choice(story()["venues"])
        values["venue"] = (
            school.name if venue.startswith("okul") else f"{school.district} {venue}".replace("Merkez ", "")
        )
    lot = chance.random()
    if lot < 0.04:
        values["moved_from"] = f"{(day - timedelta(days=7)).isoformat()}T{start}"
    elif lot > 0.95:
        values["minors"], values["guests"] = chance.randint(0, 20), chance.randint(1, 6)
    return values


def _derive(plan: WorkshopPlan) -> None:
    states = sorted((one.values["starts_at"], one.values["status"], one.marked) for one in plan.sessions)
    plan.values["status"], plan.values["first_starts_at"] = state_of(states)
