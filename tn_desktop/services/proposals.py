"""Who could help with a need: stakeholders and people with a matching discipline, theme or place, ranked, with reasons.

What they are good at is told in words (“okuma”, “kütüphane”), and so is the need: its themes, its title, what gathered
its community. A word matches another that begins with it, however it is spelled, so that “okuma” finds “okumaya”.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from tn_desktop.model.derived import full_name, province_key
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.needs import Need
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.stakeholders import CommunityStakeholder, Engagement, Stakeholder
from tn_desktop.model.errors import NotFound
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.model.text import fold
from tn_desktop.store.search import hits, words_of

_need, _community, _person = table_of(Need), table_of(Community), table_of(Person)
_stakeholder, _engagement = table_of(Stakeholder), table_of(Engagement)
_supports, _membership = table_of(CommunityStakeholder), table_of(Membership)

STAKEHOLDER, PERSON = "stakeholder", "person"
PROPOSED: Final = 12
STEM: Final = 4
"""A word of fewer letters matches itself alone."""
LOOKED_AT: Final = 20_000
"""At most so many people of a province are looked through."""
TAGS_MATCHED: Final = 200
CANDIDATES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody who could help, and why.

    Attributes:
        kind: "stakeholder" or "person".
        id: the local id of that row.
        themes: of its themes, those that match; disciplines: of its disciplines (a person's expertise and subject).
        same_province: whether it is in the need's province; nationwide: whether it is in none.
        member: of a person, whether she is in the need's community; of a stakeholder, whether it supports it.
        engagements: how many there were with it; last: the latest one's day, ISO.
        score: what it is ranked by, the greatest first.
    """

    kind: str
    id: int
    name: str
    type: str
    province: str
    themes: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    same_province: bool = False
    nationwide: bool = False
    member: bool = False
    engagements: int = 0
    last: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a need is about.

    Attributes:
        themes: folded, as they were given to it.
        words: folded words of its themes, title, group and description, and of what gathered its community.
        province: ISO code of its community's, or None.
    """

    themes: frozenset[str]
    words: frozenset[str]
    province: str | None
    community: int | None


def for_need(connection: Connection, need: int, limit: int = PROPOSED) -> tuple[Proposal, ...]:
    """The best `limit` proposals for a living need.

    Raises:
        NotFound: no such need, or it was removed.
    """
    wanted = wanted_by(connection, need)
    organisations = _stakeholders(connection, wanted)
    taken = {person for _proposal, person in organisations if person is not None}
    found = [proposal for proposal, _person_id in organisations]
    found += [one for one in _people(connection, wanted) if one.id not in taken]
    ranked = sorted(found, key=lambda one: (-one.score, one.kind != STAKEHOLDER, fold(one.name), one.id))
    return tuple(ranked[:limit])


def wanted_by(connection: Connection, need: int) -> Wanted:
    """What a need is about."""
    row = connection.execute(
        select(_need, _community.c.issue, _community.c.province)
        .outerjoin(_community, _community.c.id == _need.c.community_id)
        .where(_need.c.id == need, _need.c.alive == 1)
    ).one_or_none()
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("errors", "This record was removed in the meantime."))
    themes = [fold(word) for word in _tags(row.themes)]
    texts = (*themes, row.title, row.cluster, row.description, row.issue)
    words = {word for text in texts for word in words_of(text or "")}
    return Wanted(frozenset(themes), frozenset(words), row.province, row.community_id)


def weight(tag: str, wanted: Wanted) -> int:
    """How well a theme or discipline matches: 3 for one of the need's themes, 2 for words in its text, 0 for none."""
    folded = fold(tag)
    if folded in wanted.themes:
        return 3
    words = folded.split()
    return 2 if words and all(_begins_any(word, wanted.words) for word in words) else 0


def _begins_any(word: str, words: Iterable[str]) -> bool:
    if word in words:
        return True
    return len(word) >= STEM and any(other.startswith(word) for other in words)


def _tags(stored: str | None) -> list[str]:
    return json.loads(stored) if stored else []


# --- stakeholders


def _stakeholders(connection: Connection, wanted: Wanted) -> list[tuple[Proposal, int | None]]:
    """Matching stakeholders, each with the person it is."""
    known = _known_tags(connection)
    weights = {tag: value for tag in known if (value := weight(tag, wanted))}
    if not weights:
        return []
    keys = candidates(connection, [*weights][:TAGS_MATCHED])
    rows = connection.execute(select(_stakeholder).where(_stakeholder.c.id.in_(keys))).all()
    found: list[tuple[Proposal, int | None]] = []
    for row in rows:
        themes = tuple(tag for tag in _tags(row.themes) if tag in weights)
        disciplines = tuple(tag for tag in _tags(row.disciplines) if tag in weights and tag not in themes)
        if row.alive and (themes or disciplines):
            found.append((_of_stakeholder(row, themes, disciplines, weights, wanted), row.person_id))
    talks = _talks(connection, [proposal.id for proposal, _person_id in found])
    supporters = _supporters(connection, wanted)
    return [(_known_better(proposal, talks, supporters), person) for proposal, person in found]


def candidates(connection: Connection, tags: Sequence[str]) -> list[int]:
    """Ids of stakeholders with the words of one of these themes or disciplines, through the index of words."""
    found: dict[int, None] = {}
    for tag in tags:
        # One after another: joined by "or", SQLite would walk the table instead.
        statement = hits(connection, _stakeholder, words_of(tag), CANDIDATES - len(found))
        found.update(dict.fromkeys(connection.execute(statement).scalars()))
    return list(found)[:CANDIDATES]


def _known_tags(connection: Connection) -> list[str]:
    """Every theme and discipline of a stakeholder, once."""
    found: dict[str, None] = {}
    for column in (_stakeholder.c.themes, _stakeholder.c.disciplines):
        held = select(column).distinct().where(_stakeholder.c.alive == 1, column.is_not(None))
        for row in connection.execute(held):
            found.update(dict.fromkeys(_tags(row[0])))
    return list(found)


def _of_stakeholder(
    row: Any, themes: tuple[str, ...], disciplines: tuple[str, ...], weights: Mapping[str, int], wanted: Wanted
) -> Proposal:
    near = row.province is not None and row.province == wanted.province
    score = sum(weights[tag] for tag in (*themes, *disciplines))
    score += 2 if near else 1 if row.province is None else 0
    return Proposal(
        STAKEHOLDER,
        row.id,
        row.name or "",
        row.type or "",
        province_name(row.province),
        themes,
        disciplines,
        near,
        row.province is None,
        score=score - (2 if row.status == "past" else 0),
    )


def _talks(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Stakeholder -> how many engagements there were, and the latest one's day."""
    rows = connection.execute(
        select(_engagement.c.stakeholder_id, func.count(), func.max(_engagement.c.date))
        .where(_engagement.c.stakeholder_id.in_(keys), _engagement.c.alive + 0 == 1)
        .group_by(_engagement.c.stakeholder_id)
    )
    return {row[0]: (row[1], row[2] or "") for row in rows}


def _supporters(connection: Connection, wanted: Wanted) -> set[int]:
    if wanted.community is None:
        return set()
    rows = connection.execute(
        select(_supports.c.stakeholder_id).where(
            _supports.c.community_id == wanted.community, _supports.c.alive + 0 == 1
        )
    )
    return {row[0] for row in rows}


def _known_better(proposal: Proposal, talks: Mapping[int, tuple[int, str]], supporters: set[int]) -> Proposal:
    count, last = talks.get(proposal.id, (0, ""))
    member = proposal.id in supporters
    score = proposal.score + min(count, 4) / 4 + (1 if member else 0)
    return replace(proposal, engagements=count, last=last, member=member, score=score)


# --- people


def _people(connection: Connection, wanted: Wanted) -> list[Proposal]:
    """People of the need's community or province who know about it."""
    members = _members(connection, wanted)
    rows = {row.id: row for row in connection.execute(_named(sorted(members)))} if members else {}
    if wanted.province is not None:
        there = neighbours(wanted.province)
        known = connection.execute(select(there.c.expertise).distinct()).scalars().all()
        good = [text for text in known if any(weight(tag, wanted) for tag in _tags(text))]
        if good:
            ids = connection.execute(
                select(there.c.id).where(there.c.expertise.in_(good[:TAGS_MATCHED])).limit(CANDIDATES)
            ).scalars()
            rows |= {row.id: row for row in connection.execute(_named([key for key in ids if key not in rows]))}
    found = [_of_person(row, row.id in members, wanted) for row in rows.values()]
    return [proposal for proposal in found if proposal.disciplines]


def neighbours(province: str) -> Any:
    """People of a province who have an expertise, in the order of names, as a subquery; not more than are read fast."""
    there = (
        select(_person.c.id, _person.c.expertise)
        .where(_person.c.alive == 1, _person.c.province_key == province_key(province), _person.c.province == province)
        .order_by(_person.c.sort_key, _person.c.id)
        .limit(LOOKED_AT)
        .subquery()
    )
    return select(there).where(there.c.expertise.is_not(None)).subquery()


def _members(connection: Connection, wanted: Wanted) -> set[int]:
    if wanted.community is None:
        return set()
    rows = connection.execute(
        select(_membership.c.person_id).where(
            _membership.c.community_id == wanted.community,
            _membership.c.alive + 0 == 1,
            _membership.c.left.is_(None),
        )
    )
    return {row[0] for row in rows}


def _named(keys: Sequence[int]) -> Select[Any]:
    return select(
        _person.c.id,
        _person.c.given_name,
        _person.c.family_name,
        _person.c.province,
        _person.c.expertise,
        _person.c.subject,
    ).where(_person.c.id.in_(keys[:CANDIDATES]), _person.c.alive + 0 == 1)


def _of_person(row: Any, member: bool, wanted: Wanted) -> Proposal:
    tags = dict.fromkeys([*_tags(row.expertise), *([row.subject] if row.subject else [])])
    weights = {tag: value for tag in tags if (value := weight(tag, wanted))}
    near = row.province is not None and row.province == wanted.province
    return Proposal(
        PERSON,
        row.id,
        full_name(row._mapping),
        "",
        province_name(row.province),
        disciplines=tuple(weights),
        same_province=near,
        member=member,
        score=sum(weights.values()) + (2 if near else 0) + (1 if member else 0),
    )
