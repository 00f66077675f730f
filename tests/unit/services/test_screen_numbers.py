"""Every number that lists and pages show is counted anew from the rows, over made-up data with rows removed."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import HeldFile
from tn_desktop.model.entities.local import History, HistoryRow
from tn_desktop.model.vocabulary import NEED_STATUS
from tn_desktop.services import (
    attendance,
    community_network,
    community_page,
    conflicts,
    exchange_page,
    lists,
    need_page,
    places,
    records,
    stakeholder_page,
    to_do,
    today,
    tools,
    workshop_page,
)
from tn_desktop.services.day import WALKED_IN
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.privacy_rules import ANSWER_DAYS
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

DAY = date(2026, 3, 18)
CAME = ("present", "late")
_history, _row = table_of(History), table_of(HistoryRow)
Rows = dict[str, list[dict[str, Any]]]
ENTITIES = (
    "people", "communities", "memberships", "workshops", "sessions", "enrolments", "attendance", "stakeholders",
    "contacts", "engagements", "needs", "decisions", "solutions", "agenda", "tools", "community_stakeholders",
    "workshop_stakeholders",
)  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> tuple[Database, Rows]:
    from tn_desktop.services import demo

    db = Database.open(new_profile(tmp_path_factory.mktemp("numbers")))
    demo.fill(db, 260, 60, 11, DAY)
    with db.write("spoil") as uow:
        for name, every in (("people", 9), ("stakeholders", 7), ("needs", 6), ("sessions", 8), ("contacts", 5)):
            for row in records.listing(uow.connection, name, limit=10_000)[1][::every]:
                records.remove(uow, name, records.id_of(uow.connection, name, row["uid"]))
        for row in records.listing(uow.connection, "sessions", limit=10_000)[1][::9]:
            key = records.id_of(uow.connection, "sessions", row["uid"])
            records.change(uow, "sessions", key, {"status": "cancelled"})
    with db.read() as connection:
        rows = {name: records.listing(connection, name, limit=100_000)[1] for name in ENTITIES}
    return db, rows


def ids(connection: Any, name: str, rows: Rows) -> dict[int, dict[str, Any]]:
    """Local id -> row."""
    return {records.id_of(connection, name, row["uid"]): row for row in rows[name]}


def listed(connection: Any, query: ListQuery) -> list[Any]:
    page, known = lists.first_page(connection, query)
    known = known or lists.outline(connection, query)
    rows = [row for number in range(-(-known.total // lists.PAGE))
            for row in lists.page(connection, query, known, number).rows]  # fmt: skip
    assert len(rows) == known.total and tuple(rows[: len(page.rows)]) == page.rows
    return rows


def of(rows: Rows, name: str, **where: Any) -> list[dict[str, Any]]:
    return [row for row in rows[name] if all(row[field] == value for field, value in where.items())]


def test_lists_count_members_sessions_people_and_contacts(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        known = {name: ids(connection, name, rows) for name in ("communities", "workshops", "stakeholders")}
        shown = {name: listed(connection, ListQuery(name)) for name in known}
    for name, found in shown.items():
        assert {row.id for row in found} == set(known[name]), name
    for community in shown["communities"]:
        uid = known["communities"][community.id]["uid"]
        assert community.members == len(of(rows, "memberships", community=uid, left=None))
    for workshop in shown["workshops"]:
        uid = known["workshops"][workshop.id]["uid"]
        assert workshop.sessions == len(of(rows, "sessions", workshop=uid))
        assert workshop.enrolled == len(of(rows, "enrolments", workshop=uid, status="enrolled"))
    for stakeholder in shown["stakeholders"]:
        uid = known["stakeholders"][stakeholder.id]["uid"]
        waiting = [row["due"] for row in of(rows, "engagements", stakeholder=uid) if row["due"] and not row["done"]]
        assert stakeholder.contacts == len(of(rows, "contacts", stakeholder=uid))
        assert stakeholder.due == min(waiting, default="")


def test_the_columns_of_the_board_hold_the_needs_of_their_status(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        for status in NEED_STATUS:
            shown = listed(connection, ListQuery("needs", filters=(("status", status),), sort="votes"))
            assert len(shown) == len(of(rows, "needs", status=status)) > 0
            assert Counter(row.votes for row in shown) == Counter(
                row["votes"] or 0 for row in of(rows, "needs", status=status)
            )


def test_a_community_s_page_counts_members_subjects_needs_and_groups(world: tuple[Database, Rows]) -> None:
    db, rows = world
    people = {row["uid"]: row for row in rows["people"]}
    with db.read() as connection:
        for key, community in ids(connection, "communities", rows).items():
            page, network = community_page.community_page(connection, key), community_network.network(connection, key)
            held = of(rows, "memberships", community=community["uid"])
            now = [row for row in held if row["left"] is None]
            taught = Counter(people[row["person"]]["subject"] or "" for row in now)
            assert (page.total, page.today) == (len(held), len(now))
            assert {share.subject: share.count for share in page.subjects} == taught
            own = [row for row in rows["workshops"] if community["uid"] in row["communities"]]
            assert len(page.workshops) == len(own)
            assert network.total_needs == len(of(rows, "needs", community=community["uid"]))
            grown = [row for row in rows["communities"] if community["uid"] in row["grown_from"]]
            for group in network.groups:
                uid = records.uid_of(connection, "communities", group.id)
                assert group.members == len(of(rows, "memberships", community=uid, left=None))
            assert {row["uid"] for row in grown} <= {
                records.uid_of(connection, "communities", group.id) for group in network.groups
            }


def test_a_workshop_s_page_counts_places_marks_and_attendances(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        for key, workshop in ids(connection, "workshops", rows).items():
            page = workshop_page.workshop_page(connection, key)
            on_list = of(rows, "enrolments", workshop=workshop["uid"])
            status = Counter(row["status"] for row in on_list)
            sessions = {row["uid"]: row for row in of(rows, "sessions", workshop=workshop["uid"])}
            assert (page.places.enrolled, page.places.waiting) == (status["enrolled"], status["waiting"])
            rooms = [
                row["capacity"]
                for row in sessions.values()
                if row["capacity"] is not None and row["status"] != "cancelled"
            ]
            assert page.places.capacity == min(rooms, default=None)
            for session in page.sessions:
                uid = records.uid_of(connection, "sessions", session.id)
                marks = of(rows, "attendance", session=uid)
                came = [] if sessions[uid]["status"] == "cancelled" else [m for m in marks if m["status"] in CAME]
                enrolled = {row["person"] for row in on_list if row["status"] == "enrolled"}
                assert session.marked == sum(mark["status"] is not None for mark in marks)
                assert session.attended == len(came)
                assert session.listed == len(enrolled | {mark["person"] for mark in marks})
                heads = attendance.counts(attendance.roster(connection, session.id).rows)
                assert {one: heads[one] for one in CAME} == {
                    one: sum(mark["status"] == one for mark in marks) for one in CAME
                }
                assert sum(heads.values()) == session.listed
            for person in page.enrolled:
                uid = records.uid_of(connection, "people", person.person_id)
                times = [
                    mark
                    for mark in of(rows, "attendance", person=uid)
                    if mark["status"] in CAME
                    and sessions.get(mark["session"], {"status": "cancelled"})["status"] != "cancelled"
                ]
                assert person.attended == len(times)


def test_a_stakeholder_s_page_holds_its_contacts_engagements_and_what_it_supports(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        for key, stakeholder in ids(connection, "stakeholders", rows).items():
            page = stakeholder_page.stakeholder_page(connection, key)
            uid = stakeholder["uid"]
            assert len(page.contacts) == len(of(rows, "contacts", stakeholder=uid))
            assert len(page.engagements) == len(of(rows, "engagements", stakeholder=uid))
            supported = of(rows, "community_stakeholders", stakeholder=uid)
            supported += of(rows, "workshop_stakeholders", stakeholder=uid)
            assert len(page.supports) == len(supported)


def test_today_counts_what_waits(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        found, day = to_do.to_do(connection, DAY), today.day(connection, DAY)
        sessions = {records.uid_of(connection, "sessions", one.id): one for one in (*day.today, *day.coming)}
    assert found.raised == len(of(rows, "needs", status="raised"))
    answered = {uid for row in rows["workshops"] for uid in row["needs"]}
    answered |= {uid for row in rows["solutions"] for uid in row["needs"]}
    chosen = {row["uid"] for row in of(rows, "needs", status="chosen")}
    assert found.needs_count == len(chosen - answered)
    ahead = {
        row["workshop"]
        for row in rows["sessions"]
        if "2026-03-18" <= row["starts_at"] < "2026-04-18" and row["status"] not in ("cancelled", "postponed")
    }
    waiting = [row for row in of(rows, "enrolments", status="waiting") if row["workshop"] in ahead]
    assert found.waiting_people == len(waiting)
    assert sum(one.people for one in found.waiting) == found.waiting_people or len(found.waiting) == to_do.LISTED
    for uid, session in sessions.items():
        marks = of(rows, "attendance", session=uid)
        assert session.marked == sum(mark["status"] is not None for mark in marks)


def test_today_counts_follow_ups_and_those_who_walked_in_without_details(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        found, day = to_do.to_do(connection, DAY).follow_ups, today.day(connection, DAY)
    living = {row["uid"] for row in rows["stakeholders"]}
    open_ones = [row for row in rows["engagements"] if row["due"] and not row["done"] and row["stakeholder"] in living]
    week = (DAY + timedelta(days=to_do.FOLLOW_UP_DAYS)).isoformat()
    assert found.count == sum(row["due"] <= week for row in open_ones) > 0
    assert found.overdue == sum(row["due"] < DAY.isoformat() for row in open_ones)
    assert len(found.rows) == min(found.count, to_do.LISTED)
    walked_in = {mark["person"] for mark in rows["attendance"] if mark["walk_in"]}
    unknown = [row for row in rows["people"] if not row["institution"] and not row["phone"]]
    assert day.incomplete_people == sum(row["uid"] in walked_in for row in unknown)
    # And the list that the number leads to holds just these.
    with db.read() as connection:
        listed_there = listed(connection, ListQuery("people", filters=(("missing", WALKED_IN),)))
        uids = {records.uid_of(connection, "people", row.id) for row in listed_there}
    assert uids == {row["uid"] for row in unknown if row["uid"] in walked_in}


def test_a_need_s_page_adds_up_its_group_and_lists_what_came_of_it(world: tuple[Database, Rows]) -> None:
    db, rows = world
    grouped = 0
    with db.read() as connection:
        for key, need in ids(connection, "needs", rows).items():
            page = need_page.need_page(connection, key)
            same = of(rows, "needs", community=need["community"], cluster=need["cluster"]) if need["cluster"] else []
            shown = (page.group.needs, page.group.votes) if page.group else (0, 0)
            assert shown == (len(same), sum(row["votes"] or 0 for row in same))
            grouped += bool(same)
            named = ("decisions", "workshops", "solutions")
            came = [(name, row["uid"]) for name in named for row in rows[name] if need["uid"] in row["needs"]]
            came += [("engagements", row["uid"]) for row in of(rows, "engagements", need=need["uid"])]
            listed_there = [(one.entity, records.uid_of(connection, one.entity, one.id)) for one in page.follows]
            assert sorted(listed_there) == sorted(came)
        for row in listed(connection, ListQuery("decisions")):
            uid = records.uid_of(connection, "decisions", row.id)
            (decision,) = of(rows, "decisions", uid=uid)
            assert (row.votes, row.against, row.abstained, row.needs) == (
                decision["votes"], decision["votes_against"], decision["votes_abstained"], len(decision["needs"]),
            )  # fmt: skip
    assert grouped


def test_a_tool_s_card_says_in_how_many_sessions_it_was_planned(world: tuple[Database, Rows]) -> None:
    db, rows = world
    with db.read() as connection:
        used = [
            (tools.tool_page(connection, key, "tr").used, row["uid"])
            for key, row in ids(connection, "tools", rows).items()
        ]
    for count, uid in used:
        assert count == len({row["session"] for row in of(rows, "agenda", tool=uid)})
    assert any(count for count, _uid in used)


FILTERED = [
    ("people", "province", "province"),
    ("communities", "kind", "kind"), ("communities", "status", "status"), ("communities", "stage", "stage"),
    ("workshops", "kind", "kind"), ("workshops", "status", "status"), ("workshops", "province", "province"),
    ("stakeholders", "type", "type"), ("stakeholders", "status", "status"), ("stakeholders", "province", "province"),
    ("needs", "status", "status"), ("needs", "cluster", "cluster"), ("needs", "community", "community"),
    ("decisions", "community", "community"),
    ("solutions", "status", "status"), ("solutions", "community", "community"), ("solutions", "province", "province"),
    ("outputs", "kind", "kind"), ("outputs", "community", "community"),
    ("tools", "level", "level"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "filtered", "field"), FILTERED)
def test_the_number_over_a_list_is_that_of_the_rows_under_each_filter(
    world: tuple[Database, Rows], name: str, filtered: str, field: str
) -> None:
    db, rows = world
    with db.read() as connection:
        known = rows.get(name) or records.listing(connection, name, limit=100_000)[1]
        # A workshop's status is that of its sessions: only the list has it.
        derived = name == "workshops" and field == "status"
        values = {"planned", "held"} if derived else {row[field] for row in known} - {None}
        assert values
        for value in values:
            wanted = records.id_of(connection, "communities", value) if field == "community" else value
            shown = listed(connection, ListQuery(name, filters=((filtered, wanted),)))
            if derived:
                assert {row.status for row in shown} == {value}
            else:
                assert len(shown) == sum(row[field] == value for row in known), value
        if derived:
            every = Counter(row.status for row in listed(connection, ListQuery(name)))
            assert {one: every[one] for one in values} == {
                one: len(listed(connection, ListQuery(name, filters=((filtered, one),)))) for one in values
            }


@pytest.mark.parametrize(("name", "filtered", "field"), [
    ("people", "role", "roles"), ("stakeholders", "discipline", "disciplines"), ("stakeholders", "theme", "themes"),
    ("needs", "theme", "themes"), ("tools", "skill", "skills"), ("tools", "mode", "mode"),
])  # fmt: skip
def test_the_number_over_a_list_is_that_of_the_rows_with_a_word(
    world: tuple[Database, Rows], name: str, filtered: str, field: str
) -> None:
    db, rows = world
    words = {word for row in rows[name] for word in row[field] or ()}
    assert words
    with db.read() as connection:
        for word in words:
            shown = listed(connection, ListQuery(name, filters=((filtered, word),)))
            assert len(shown) == sum(word in (row[field] or ()) for row in rows[name]), word


def test_the_number_of_members_without_details_is_that_of_the_rows(world: tuple[Database, Rows]) -> None:
    db, rows = world
    unknown = [row for row in rows["people"] if not (row["phone"] or row["email"]) or not row["institution"]]
    with db.read() as connection:
        assert len(listed(connection, ListQuery("people", filters=(("missing", "1"),)))) == len(unknown) > 0
        for key, community in ids(connection, "communities", rows).items():
            members = {row["person"] for row in of(rows, "memberships", community=community["uid"])}
            shown = listed(connection, ListQuery("people", filters=(("community", key),)))
            assert len(shown) == len(members)


def test_what_is_left_of_a_workshop_s_places(world: tuple[Database, Rows]) -> None:
    db, rows = world
    some = False
    with db.read() as connection:
        for key, workshop in ids(connection, "workshops", rows).items():
            sessions = [row for row in of(rows, "sessions", workshop=workshop["uid"]) if row["status"] != "cancelled"]
            rooms = [row["capacity"] for row in sessions if row["capacity"] is not None]
            free = places.places(connection, key).free
            if free is not None:
                enrolled = len(of(rows, "enrolments", workshop=workshop["uid"], status="enrolled"))
                assert free == max(0, min(rooms) - enrolled)
                some = True
    assert some


def test_today_counts_the_requests_that_wait(world: tuple[Database, Rows]) -> None:
    db, _rows = world
    with db.read() as connection:
        found = to_do.to_do(connection, DAY).requests
        every = records.listing(connection, "requests", limit=1000)[1]
    open_ones = [row for row in every if row["status"] == "open"]
    late = (DAY - timedelta(days=ANSWER_DAYS)).isoformat()
    assert (found.count, found.overdue) == (len(open_ones), sum(row["received"] < late for row in open_ones))
    assert found.count > 0 and len(found.rows) == min(found.count, to_do.LISTED)


def test_conflicts_and_files_that_wait_are_counted_from_their_rows(db: Database) -> None:
    with db.write("came") as uow:
        for number in range(3):
            values = {"at": "2026-03-01T10:00", "name": f"{number}.xlsx", "fingerprint": str(number), "reason": "later"}
            uow.connection.execute(insert(table_of(HeldFile)), {**values, "device": "0" * 12})
    with db.read() as connection:
        page = exchange_page.overview(connection)
        held = connection.execute(select(table_of(HeldFile).c.id)).all()
        waiting = conflicts.open_conflicts(connection, 1_000)
    assert (page.held, page.conflicts) == (len(held), len(waiting)) == (3, 0)


def test_what_a_colleague_has_not_yet_is_counted_from_the_history(tmp_path: Path) -> None:
    with Database.open(Profile.at(tmp_path / "own")) as db:
        for number in range(3):
            with db.write("add") as uow:
                records.add(uow, "people", {"given_name": f"A{number}"})
        with db.read() as connection:
            first = connection.execute(select(func.max(_history.c.id))).scalar_one()
            assert exchange_page.overview(connection).waiting is None
        for name in ("B1", "B2"):
            with db.write("change") as uow:
                records.change(uow, "people", 1, {"given_name": name})
        with db.write("add") as uow:
            records.add(uow, "needs", {"title": "Kitap yok"})
        with db.read() as connection:
            written = connection.execute(select(_row.c.entity, _row.c.row_id, _row.c.history_id)).all()
            # A row that was written twice is one to send.
            assert exchange_page.rows_since(connection, first) == 2
            for lsn in {row.history_id for row in written}:
                later = {(row.entity, row.row_id) for row in written if row.history_id > lsn}
                assert exchange_page.rows_since(connection, lsn) == len(later)
