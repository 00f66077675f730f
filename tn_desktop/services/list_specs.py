"""What each long list can be sorted and filtered by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, and_, select

from tn_desktop.model.derived import province_key
from tn_desktop.model.entities.base import Synced, table_of
from tn_desktop.model.entities.needs import Decision, Need
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.solutions import Output, Solution, SolutionNeed
from tn_desktop.model.entities.stakeholders import Engagement, Stakeholder
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.entities.voices import Quotation
from tn_desktop.model.entities.workshops import Workshop, WorkshopCommunity
from tn_desktop.services import consents, list_rows, list_rows_solutions, need_rows, quotations, tool_rows
from tn_desktop.services.day import WALKED_IN
from tn_desktop.services.follow_ups import waiting_until
from tn_desktop.services.today import walked_in
from tn_desktop.store import twins

_engagement = table_of(Engagement)


@dataclass(frozen=True)
class ListSpec:
    """A long list.

    Attributes:
        sorts: sort name -> columns, each with an index that begins with `alive`; the first is the usual order.
        filters: filter name -> condition of a value.
        rows: rows of ids, in their order.
        newest_first: whether the usual order goes down.
        falling: other sorts whose usual order goes down: most votes first.
    """

    cls: type[Synced]
    sorts: Mapping[str, tuple[str, ...]]
    filters: Mapping[str, Callable[[Table, Any], ColumnElement[bool]]]
    rows: Callable[[Connection, Sequence[int]], list[Any]]
    newest_first: bool = False
    falling: frozenset[str] = frozenset()


def equals(column: str) -> Callable[[Table, Any], ColumnElement[bool]]:
    """Rows whose column is the value."""
    return lambda table, value: table.c[column] == value


def of_community(table: Table, community: Any) -> ColumnElement[bool]:
    """Rows of the community of that id."""
    return _is_of(table.c.community_id, community)


def _is_of(column: ColumnElement[Any], community: Any) -> ColumnElement[bool]:
    """One id, so that an index gives its rows in their order, or those of communities that are one."""
    return column == community if isinstance(community, int) else column.in_(community)


def in_community(through: type[Synced], column: str) -> Callable[[Table, Any], ColumnElement[bool]]:
    """Rows that a relation joins to the community of that id."""

    def condition(table: Table, community: Any) -> ColumnElement[bool]:
        relation = table_of(through)
        theirs = _is_of(relation.c.community_id, community)
        return table.c.id.in_(select(twins.kept(table.name, relation.c[column])).where(theirs, relation.c.alive == 1))

    return condition


def has_tag(column: str) -> Callable[[Table, Any], ColumnElement[bool]]:
    """Rows whose list of words has the value."""
    # Letters A to Z in either case, on every engine.
    return lambda table, value: table.c[column].icontains(f'"{value}"', autoescape=True)


def missing(table: Table, value: Any) -> ColumnElement[bool]:
    """People whose contact or school is not known yet; of `WALKED_IN` those of whom only the name is."""
    if value == WALKED_IN:
        return walked_in(table)
    return and_(table.c.phone.is_(None), table.c.email.is_(None)) | table.c.institution.is_(None)


def follow_up_due(table: Table, last: Any) -> ColumnElement[bool]:
    """Stakeholders with a next step that is due by that ISO day."""
    return table.c.id.in_(select(twins.kept(table.name, _engagement.c.stakeholder_id)).where(waiting_until(last)))


def in_province(table: Table, iso: Any) -> ColumnElement[bool]:
    """Rows of a province."""
    # The sort key leads an index that keeps the province's rows in order.
    return and_(table.c.province_key == province_key(iso), table.c.province == iso)


def answers_need(table: Table, need: Any) -> ColumnElement[bool]:
    """Solutions that answer the need of that id."""
    relation = table_of(SolutionNeed)
    return table.c.id.in_(select(relation.c.solution_id).where(relation.c.need_id == need, relation.c.alive == 1))


LISTS: Final[Mapping[str, ListSpec]] = {
    "people": ListSpec(
        Person,
        {
            "name": ("sort_key",),
            "province": ("province_key", "sort_key"),
            "institution": ("institution_key", "sort_key"),
            "subject": ("subject_key", "sort_key"),
        },
        {
            "province": in_province,
            "community": in_community(Membership, "person_id"),
            "role": has_tag("roles"),
            "missing": missing,
            "without": consents.lacks,
        },
        list_rows.people,
    ),
    "communities": ListSpec(
        Community,
        {
            "name": ("sort_key",),
            "province": ("province_key", "sort_key"),
            "stage": ("stage", "sort_key"),
            "status": ("status", "sort_key"),
        },
        {"province": in_province, "kind": equals("kind"), "status": equals("status"), "stage": equals("stage")},
        list_rows.communities,
    ),
    "workshops": ListSpec(
        Workshop,
        {
            "date": ("first_starts_at",),
            "title": ("sort_key",),
            "province": ("province_key", "sort_key"),
            "kind": ("kind", "sort_key"),
            "status": ("status", "first_starts_at"),
        },
        {
            "province": in_province,
            "kind": equals("kind"),
            "status": equals("status"),
            "community": in_community(WorkshopCommunity, "workshop_id"),
        },
        list_rows.workshops,
        newest_first=True,
    ),
    "stakeholders": ListSpec(
        Stakeholder,
        {
            "name": ("sort_key",),
            "type": ("type", "sort_key"),
            "province": ("province_key", "sort_key"),
            "status": ("status", "sort_key"),
        },
        {
            "province": in_province,
            "type": equals("type"),
            "status": equals("status"),
            "discipline": has_tag("disciplines"),
            "theme": has_tag("themes"),
            "due": follow_up_due,
        },
        list_rows.stakeholders,
    ),
    "tools": ListSpec(
        EngagementTool,
        {
            "title": ("sort_key",),
            # What is searched of a shipped tool begins with its English title.
            "title_en": ("search_name",),
            "level": ("level", "sort_key"),
            "minutes": ("minutes",),
        },
        {
            "put_away": tool_rows.is_put_away,
            "minutes": tool_rows.takes_at_most,
            "people": tool_rows.for_group,
            "mode": has_tag("mode"),
            "level": equals("level"),
            "skill": has_tag("skills"),
        },
        tool_rows.tools,
    ),
    "needs": ListSpec(
        Need,
        {
            "date": ("raised_at",),
            "title": ("sort_key",),
            "votes": ("votes",),
            "status": ("status", "sort_key"),
        },
        {
            "community": of_community,
            "status": equals("status"),
            "theme": need_rows.of_theme,
            "province": need_rows.of_province,
            "cluster": equals("cluster"),
        },
        need_rows.needs,
        newest_first=True,
        falling=frozenset(("votes",)),
    ),
    "decisions": ListSpec(
        Decision,
        {"date": ("date",)},
        {"community": of_community},
        need_rows.decisions,
        newest_first=True,
    ),
    "solutions": ListSpec(
        Solution,
        {
            "title": ("sort_key",),
            "started": ("started",),
            "province": ("province_key", "sort_key"),
            "status": ("status", "sort_key"),
        },
        {
            "community": of_community,
            "status": equals("status"),
            "province": in_province,
            "need": answers_need,
        },
        list_rows_solutions.solutions,
    ),
    "outputs": ListSpec(
        Output,
        {"date": ("date",), "title": ("sort_key",), "kind": ("kind", "sort_key")},
        {"kind": equals("kind"), "community": of_community},
        list_rows_solutions.outputs,
        newest_first=True,
    ),
    "quotations": ListSpec(
        Quotation,
        {"year": ("year",), "text": ("sort_key",)},
        {
            "permission": quotations.may_be_published,
            "year": equals("year"),
            "community": of_community,
            "theme": has_tag("themes"),
        },
        quotations.rows,
        newest_first=True,
    ),
}
