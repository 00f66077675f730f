"""One community at a glance: its fields, members, the mix of their subjects, its workshops."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from tn_desktop.model.changes import Changes
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Membership, Person
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity
from tn_desktop.model.normalise import show_phone
from tn_desktop.services import lists, records
from tn_desktop.services.known_people import add_named
from tn_desktop.services.list_rows import WorkshopRow
from tn_desktop.services.page_values import values_of
from tn_desktop.store import twins
from tn_desktop.store.unit_of_work import UnitOfWork

_membership, _person = table_of(Membership), table_of(Person)
_workshop, _for_community = table_of(Workshop), table_of(WorkshopCommunity)
MEMBERS_SHOWN = 5_000
WORKSHOPS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member; joined and left are ISO dates, "" where unknown; who has left stands last."""

    membership_id: int
    person_id: int
    name: str
    label: str
    institution: str
    subject: str
    phone: str
    role: str
    joined: str
    left: str


@dataclass(frozen=True, slots=True)
class SubjectShare:
    """How many members today teach a subject; "" stands for those whose subject is not known."""

    subject: str
    count: int


@dataclass(frozen=True, slots=True)
class CommunityPage:
    """What the Communities pane shows of one community. values: field -> stored value."""

    id: int
    values: dict[str, Any]
    members: tuple[MemberRow, ...]
    subjects: tuple[SubjectShare, ...]
    workshops: tuple[WorkshopRow, ...]
    total: int

    @property
    def today(self) -> int:
        """How many are members today."""
        return sum(share.count for share in self.subjects)


def community_page(connection: Connection, community: int) -> CommunityPage:
    """One living community.

    Raises:
        NotFound: no such community, or it was removed.
    """
    values = values_of(connection, "communities", community)
    held = [
        _membership.c.community_id.in_(twins.group_of(connection, "community", community)),
        _membership.c.alive == 1,
        _person.c.alive == 1,
    ]
    joined = _membership.join(_person, _person.c.id == twins.ways(connection)("person", _membership.c.person_id))
    people = func.count(_person.c.id.distinct())
    total = connection.execute(select(people).select_from(joined).where(*held)).scalar() or 0
    return CommunityPage(
        community,
        values,
        _members(connection, joined, held),
        _subjects(connection, joined, held),
        _workshops(connection, community),
        int(total),
    )


def _members(connection: Connection, joined: Any, held: list[Any]) -> tuple[MemberRow, ...]:
    rows = connection.execute(
        select(
            _membership.c.id.label("membership_id"),
            _membership.c.role,
            _membership.c.joined,
            _membership.c.left,
            _person.c.id,
            _person.c.given_name,
            _person.c.family_name,
            _person.c.label,
            _person.c.institution,
            _person.c.subject,
            _person.c.phone,
        )
        .select_from(joined)
        .where(*held)
        .order_by(_membership.c.left.is_not(None), _person.c.sort_key, _person.c.id)
        .limit(MEMBERS_SHOWN)
    )
    # Whoever was entered twice, or into each of two communities that are one, is a member once.
    first = {row.id: row for row in reversed(list(rows))}
    return tuple(
        MemberRow(
            row.membership_id,
            row.id,
            full_name(row._mapping),
            row.label or "",
            row.institution or "",
            row.subject or "",
            show_phone(row.phone),
            row.role or "",
            row.joined or "",
            row.left or "",
        )
        for row in reversed(first.values())
    )


def _subjects(connection: Connection, joined: Any, held: list[Any]) -> tuple[SubjectShare, ...]:
    """Shares of the members of today, the largest first; spellings that sort alike count together."""
    many = func.count(_person.c.id.distinct())
    rows = connection.execute(
        select(func.min(_person.c.subject).label("subject"), many)
        .select_from(joined)
        .where(*held, _membership.c.left.is_(None))
        .group_by(_person.c.subject_key)
        .order_by(_person.c.subject_key == "", many.desc(), _person.c.subject_key)
    )
    return tuple(SubjectShare(row[0] or "", row[1]) for row in rows)


def _workshops(connection: Connection, community: int) -> tuple[WorkshopRow, ...]:
    workshops = select(twins.ways(connection)("workshop", _for_community.c.workshop_id)).where(
        _for_community.c.community_id.in_(twins.group_of(connection, "community", community)),
        _for_community.c.alive == 1,
    )
    ids = connection.execute(
        select(_workshop.c.id)
        .where(_workshop.c.id.in_(workshops), _workshop.c.alive + 0 == 1)
        .order_by(_workshop.c.first_starts_at.desc(), _workshop.c.id.desc())
        .limit(WORKSHOPS_SHOWN)
    )
    return tuple(lists.rows_of(connection, "workshops", [row[0] for row in ids]))


def add_members(uow: UnitOfWork, community: int, people: Iterable[int]) -> Changes:
    """Make known people members; told["count"] is how many were not before. Who had left is a member again."""
    kept = twins.ways(uow.connection)
    rows = uow.connection.execute(
        select(
            kept("person", _membership.c.person_id).label("person_id"),
            _membership.c.id,
            _membership.c.left,
            _membership.c.alive,
        )
        .where(_membership.c.community_id.in_(twins.group_of(uow.connection, "community", community)))
        # Of several, one that stands now is the last to be put.
        .order_by(_membership.c.alive, _membership.c.left.is_(None), _membership.c.id)
    )
    held = {row.person_id: row for row in rows}
    count = 0
    people = list(people)
    same = twins.kept_of(uow.connection, "person", people)
    for person in dict.fromkeys(same.get(one, one) for one in people):
        row = held.get(person)
        if row is None or not row.alive:
            uow.create(
                Membership,
                {"person_id": person, "community_id": community, "role": "member", "joined": None, "left": None},
            )
        elif row.left is not None:
            uow.change(Membership, row.id, {"left": None})
        else:
            continue
        count += 1
    return uow.changes(subject=community, count=count)


def add_new_member(uow: UnitOfWork, community: int, typed: str) -> Changes:
    """Make a person of a typed name, in the community's province, and a member; told["person"] is her id.

    Raises:
        FieldError: the name is empty. NotFound: the community was removed.
    """
    province = values_of(uow.connection, "communities", community)["province"]
    person = add_named(uow, typed, province).subject
    assert person is not None
    records.add(uow, "memberships", {"person": person, "community": community})
    return uow.changes(subject=community, person=person, count=1)
