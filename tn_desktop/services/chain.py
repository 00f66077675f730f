"""The chain need → workshop → solution → iteration → output → reach, seen from any of its members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, func, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community
from tn_desktop.model.entities.solutions import Iteration, Output, Reach, Solution, SolutionNeed, SolutionWorkshop
from tn_desktop.model.entities.workshops import Workshop, WorkshopNeed, WorkshopSession
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services import reach
from tn_desktop.services.reach import Numbers

STAGES: Final = ("needs", "workshops", "solutions", "iterations", "outputs", "reach")
"""The entities of the chain in its order."""
NOBODY: Final = Numbers()
SHOWN: Final = 8
"""So many cards of a stage at most; how many more there are is said."""
_LOOKED_AT: Final = 400

_need, _workshop, _solution = table_of(Need), table_of(Workshop), table_of(Solution)
_iteration, _output, _reach = table_of(Iteration), table_of(Output), table_of(Reach)
_session, _community = table_of(WorkshopSession), table_of(Community)
_workshop_need, _solution_need, _solution_workshop = (
    table_of(WorkshopNeed),
    table_of(SolutionNeed),
    table_of(SolutionWorkshop),
)
_TABLES: Final[Mapping[str, Table]] = {
    "needs": _need,
    "workshops": _workshop,
    "solutions": _solution,
    "iterations": _iteration,
    "outputs": _output,
}
TABLES: Final = (
    *(table.name for table in _TABLES.values()),
    *("reach", "workshop_session", "attendance", "workshop_need", "solution_need", "solution_workshop"),
)
"""Tables whose rows a chain shows."""

_STEPS: Final[Sequence[tuple[str, str, Column[Any], Column[Any]]]] = (
    ("needs", "workshops", _workshop_need.c.need_id, _workshop_need.c.workshop_id),
    ("needs", "solutions", _solution_need.c.need_id, _solution_need.c.solution_id),
    ("workshops", "solutions", _solution_workshop.c.workshop_id, _solution_workshop.c.solution_id),
    ("workshops", "iterations", _iteration.c.workshop_id, _iteration.c.id),
    ("solutions", "iterations", _iteration.c.solution_id, _iteration.c.id),
    ("workshops", "outputs", _output.c.workshop_id, _output.c.id),
    ("solutions", "outputs", _output.c.solution_id, _output.c.id),
    ("iterations", "outputs", _output.c.iteration_id, _output.c.id),
)
"""What follows from what: stage, next stage, and the columns of one table that hold their ids."""


@dataclass(frozen=True, slots=True)
class Card:
    """A member of a chain.

    Attributes:
        stage: one of `STAGES`.
        id: of its row; of reach, the id of the row in `of` that it is about.
        of: the entity that `id` belongs to: the stage itself, or for reach "outputs" or "workshops".
        title: what it is called; of an iteration what changed, of reach "".
        day: ISO date, or "".
        word: its status, or kind, as stored.
        beside: the community of a need.
        number: the round of an iteration, the votes of a need; else 0.
        numbers: of reach.
    """

    stage: str
    id: int
    of: str
    title: str = ""
    day: str = ""
    word: str = ""
    beside: str = ""
    number: int = 0
    numbers: Numbers = NOBODY


@dataclass(frozen=True, slots=True)
class Chain:
    """The cards of each stage, what leads to what, and where it was begun.

    Attributes:
        stages: in the order of `STAGES`, each stage's cards.
        more: stage -> how many it has beyond those.
        links: pairs of (stage, place in its cards), from cause to consequence; those that follow from others are
            left out.
        start: (stage, place) of the member asked for, or None if it is not among the cards.
    """

    stages: tuple[tuple[Card, ...], ...]
    more: Mapping[str, int]
    links: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    start: tuple[int, int] | None


_Found = dict[str, list[int]]


def chain(connection: Connection, entity: str, key: int) -> Chain:
    """What led to a need, workshop, session, solution, iteration, output or reach entry, and what came of it.

    Raises:
        NotFound: no such row, or it was removed.
    """
    stage, start = _start(connection, entity, key)
    more: dict[str, int] = {}
    ahead = _follow(connection, stage, start, forward=True, more=more)
    behind = _follow(connection, stage, start, forward=False, more=more)
    ids = {name: list(dict.fromkeys((*behind.get(name, ()), *ahead.get(name, ())))) for name in _TABLES}
    cards = {name: _cards(connection, name, ids[name]) for name in _TABLES}
    cards["reach"], sources = _reached(connection, cards, stage)
    places = {(card.stage, card.id): at for name in _TABLES for at, card in enumerate(cards[name])}
    links = _links(connection, ids, places)
    links |= {
        ((STAGES.index(source), places[source, card.id]), (len(STAGES) - 1, at))
        for at, (source, card) in enumerate(zip(sources, cards["reach"], strict=True))
    }
    at = places.get((stage, start))
    return Chain(
        tuple(tuple(cards[name]) for name in STAGES),
        more,
        _reduced(links),
        (STAGES.index(stage), at) if at is not None else None,
    )


def _start(connection: Connection, entity: str, key: int) -> tuple[str, int]:
    """The stage and id that a row stands for in the chain."""
    if entity == "sessions":
        found = connection.execute(select(_session.c.workshop_id).where(_session.c.id == key)).scalar()
        entity, key = "workshops", int(found or 0)
    elif entity == "reach":
        row = connection.execute(select(_reach.c.output_id, _reach.c.session_id).where(_reach.c.id == key)).first()
        if row is not None and row.output_id is None and row.session_id is not None:
            return _start(connection, "sessions", row.session_id)
        entity, key = "outputs", int((row.output_id if row else 0) or 0)
    table = _TABLES[entity]
    if connection.execute(select(table.c.alive).where(table.c.id == key)).scalar() != 1:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    return entity, key


def _follow(connection: Connection, stage: str, start: int, forward: bool, more: dict[str, int]) -> _Found:
    """Ids of each stage that lie before or behind the start; of each stage only the first are followed."""
    found: _Found = {stage: [start]}
    order = list(_TABLES) if forward else [*_TABLES][::-1]
    for name in order[order.index(stage) + 1 :]:
        ids: dict[int, None] = {}
        for source, target, out, into in _STEPS:
            here, there, begins, ends = (source, target, out, into) if forward else (target, source, into, out)
            if there == name and here in found:
                ids.update(dict.fromkeys(_next(connection, begins, ends, found[here])))
        first, left = _first(connection, name, list(ids))
        if first:
            found[name] = first
        if left:
            more[name] = more.get(name, 0) + left
    return found


def _next(connection: Connection, begins: Column[Any], ends: Column[Any], ids: Sequence[int]) -> list[int]:
    statement = select(ends).distinct().where(begins.in_(ids), begins.table.c.alive + 0 == 1, ends.is_not(None))
    return [row[0] for row in connection.execute(statement.order_by(ends).limit(_LOOKED_AT))]


_ORDER: Final[Mapping[str, Sequence[Any]]] = {
    "needs": (func.coalesce(_need.c.votes, 0).desc(), _need.c.id),
    "workshops": (_workshop.c.first_starts_at, _workshop.c.id),
    "solutions": (_solution.c.started, _solution.c.id),
    "iterations": (_iteration.c.date, _iteration.c.id),
    "outputs": (_output.c.date, _output.c.id),
}


def _first(connection: Connection, name: str, ids: Sequence[int]) -> tuple[list[int], int]:
    """The first living ones of a stage in its order, and how many there are beyond."""
    if not ids:
        return [], 0
    table = _TABLES[name]
    living = select(table.c.id).where(table.c.id.in_(ids), table.c.alive + 0 == 1).order_by(*_ORDER[name])
    found = [row[0] for row in connection.execute(living)]
    return found[:SHOWN], max(0, len(found) - SHOWN)


def _cards(connection: Connection, name: str, ids: Sequence[int]) -> list[Card]:
    if not ids:
        return []
    table = _TABLES[name]
    statement = select(table).where(table.c.id.in_(ids), table.c.alive + 0 == 1).order_by(*_ORDER[name])
    if name == "needs":
        statement = statement.add_columns(_community.c.name.label("beside")).join(
            _community, _community.c.id == _need.c.community_id, isouter=True
        )
    elif name == "iterations":
        # Those of a solution side by side, in the order in which the solutions stand.
        statement = statement.join(_solution, _solution.c.id == _iteration.c.solution_id).order_by(None)
        statement = statement.order_by(*_ORDER["solutions"], *_ORDER["iterations"])
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rounds = _rounds(connection, {row["solution_id"] for row in rows}) if name == "iterations" else {}
    return [_card(name, row, rounds.get(row["id"], 0)) for row in rows]


def _card(name: str, row: Mapping[str, Any], number: int) -> Card:
    day = next(
        (str(row[column]) for column in ("first_starts_at", "started", "date", "raised_at") if row.get(column)), ""
    )
    return Card(
        name,
        row["id"],
        name,
        row.get("title") or row.get("what_changed") or "",
        day[:10],
        (row.get("kind") if name in ("workshops", "outputs") else row.get("status")) or "",
        row.get("beside") or "",
        number or row.get("votes") or 0,
    )


def _rounds(connection: Connection, solutions: set[int]) -> dict[int, int]:
    """Iteration -> its place among its solution's rounds, from 1."""
    statement = (
        select(_iteration.c.id, _iteration.c.solution_id)
        .where(_iteration.c.solution_id.in_(solutions), _iteration.c.alive + 0 == 1)
        .order_by(_iteration.c.solution_id, _iteration.c.date, _iteration.c.id)
    )
    found: dict[int, int] = {}
    seen: dict[int, int] = {}
    for key, solution in connection.execute(statement):
        seen[solution] = found[key] = seen.get(solution, 0) + 1
    return found


def _reached(connection: Connection, cards: Mapping[str, Sequence[Card]], stage: str) -> tuple[list[Card], list[str]]:
    """Reach of the outputs and of the workshops shown, and the stage each comes from."""
    found, sources = list[Card](), list[str]()
    numbers = {
        "workshops": reach.of_workshops(connection, [card.id for card in cards["workshops"]]),
        "outputs": reach.of_outputs(connection, [card.id for card in cards["outputs"]]),
    }
    # Seen from an output or a round, it is the output's reach that matters, not that of the workshop before it.
    wanted = ("workshops", "outputs") if stage in ("needs", "workshops", "solutions") else ("outputs",)
    for source in wanted:
        for card in cards[source]:
            if card.id in numbers[source]:
                found.append(Card("reach", card.id, source, numbers=numbers[source][card.id]))
                sources.append(source)
    return found, sources


_Link = tuple[tuple[int, int], tuple[int, int]]


def _links(connection: Connection, ids: _Found, places: Mapping[tuple[str, int], int]) -> set[_Link]:
    links: set[_Link] = set()
    for source, target, begins, ends in _STEPS:
        if not ids[source] or not ids[target]:
            continue
        statement = select(begins, ends).where(
            begins.in_(ids[source]), ends.in_(ids[target]), begins.table.c.alive + 0 == 1
        )
        for here, there in connection.execute(statement):
            if (source, here) in places and (target, there) in places:
                links.add(
                    (
                        (STAGES.index(source), places[source, here]),
                        (STAGES.index(target), places[target, there]),
                    )
                )
    return links


def _reduced(links: set[_Link]) -> tuple[_Link, ...]:
    """Without the links from which one can also go by way of others: they say nothing new."""
    following: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for here, there in links:
        following.setdefault(here, set()).add(there)

    def reaches(here: tuple[int, int], there: tuple[int, int]) -> bool:
        return any(step == there or reaches(step, there) for step in following.get(here, ()) if step[0] <= there[0])

    kept = [
        (here, there)
        for here, there in links
        if not any(step != there and reaches(step, there) for step in following[here])
    ]
    return tuple(sorted(kept))
