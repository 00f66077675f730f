"""The path, the timeline, decisions and groups of a community, recomputed from the rows."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from tests.unit.services.community_story import Rows, by_uid, rows, tell, uid
from tn_desktop.model.errors import FieldError
from tn_desktop.services import (
    community_network,
    community_page,
    community_path,
    decisions,
    needs,
    records,
    timeline,
    undo,
)
from tn_desktop.services.community_path import Figures, steps
from tn_desktop.services.export_lists import entity_rows
from tn_desktop.services.export_scope import Selection
from tn_desktop.services.timeline import Event
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
TODAY = date(2026, 3, 14)
NOTHING = Figures(False, False, *[0] * 16)


def recomputed(found: Rows, community: str) -> Figures:
    """The figures of a community, counted in Python from what `list` gives."""
    row = by_uid(found, "communities")[community]
    people, workshops = by_uid(found, "people"), by_uid(found, "workshops")
    members = [
        m for m in found["memberships"] if m["community"] == community and not m["left"] and m["person"] in people
    ]
    own_workshops = {key for key, workshop in workshops.items() if community in workshop["communities"]}
    marks = [mark for mark in found["attendance"] if mark["status"]]
    marked = {mark["session"] for mark in marks}
    held = {
        s["uid"]: s
        for s in found["sessions"]
        if s["workshop"] in own_workshops
        and s["status"] not in ("cancelled", "postponed")
        and (s["status"] == "held" or s["uid"] in marked)
    }
    present = [mark for mark in marks if mark["session"] in held and mark["status"] in ("present", "late")]
    own = {
        name: [r for r in found[name] if r["community"] == community] for name in ("needs", "decisions", "solutions")
    }
    months = {s["starts_at"][:7] for s in held.values()} | {n["raised_at"][:7] for n in own["needs"] if n["raised_at"]}
    months |= {d["date"][:7] for d in own["decisions"] if d["date"]}
    engagements = [e for e in found["engagements"] if e["community"] == community]
    supporters = {s["stakeholder"] for s in found["community_stakeholders"] if s["community"] == community}
    supporters |= {e["stakeholder"] for e in engagements}
    supporters |= {s["stakeholder"] for s in found["workshop_stakeholders"] if s["workshop"] in own_workshops}
    return Figures(
        issue=bool(row["issue"]),
        goals=bool(row["goals"]),
        members=len(members),
        subjects=len({people[m["person"]]["subject"].lower() for m in members if people[m["person"]]["subject"]}),
        months=len(months),
        leaders=sum(m["role"] in ("facilitator", "coordinator") for m in members),
        needs=len(own["needs"]),
        votes=sum(n["votes"] or 0 for n in own["needs"]),
        chosen=sum(n["status"] in ("chosen", "addressed") for n in own["needs"]),
        decisions=len(own["decisions"]),
        held=len(held),
        people=len({mark["person"] for mark in present}),
        attendances=len(present),
        solutions=len(own["solutions"]),
        outputs=sum(o["community"] == community for o in found["outputs"]),
        stakeholders=len(supporters & set(by_uid(found, "stakeholders"))),
        engagements=len(engagements),
        groups=sum(community in c["grown_from"] for c in found["communities"]),
    )


@pytest.mark.some(2)
@pytest.mark.parametrize("seed", range(4))
def test_every_figure_of_the_path_is_that_of_the_rows(db: Database, seed: int) -> None:
    key = tell(db, seed)
    with db.read() as connection:
        found = community_path.figures(connection, key)
    assert found == recomputed(rows(db), uid(db, "communities", key))


def test_the_path_says_what_is_missing_and_how_far_it_is(db: Database) -> None:
    assert [step.missing for step in steps(NOTHING)] == [
        ("issue", "members"),
        ("goals", "leader"),
        ("need", "votes", "chosen"),
        ("activity",),
        ("stakeholder", "engagement"),
    ]
    with db.write("begin") as uow:
        key = records.add(uow, "communities", {"name": "Yeni", "issue": "Okuma"}).subject
        people = [records.add(uow, "people", {"given_name": f"K{n}"}).subject for n in range(5)]
        community_page.add_members(uow, key, people)
    with db.read() as connection:
        path = community_path.path(connection, key)
    assert (path.stage, path.reached, path.ahead) == ("gathering", "community", True)
    assert path.steps[0].done and dict(path.steps[0].facts) == {"members": 5, "subjects": 0, "months": 0}
    with db.write("go on") as uow:
        records.change(uow, "communities", key, {"stage": "needs", "goals": "Birlikte okumak"})
    with db.read() as connection:
        path = community_path.path(connection, key)
    assert (path.stage, path.reached, path.ahead) == ("needs", "community", False)


def expected_events(found: Rows, community: str) -> list[tuple[str, str, str, int]]:
    """(kind, date, title, number) of everything, counted in Python."""
    people, workshops, solutions = (by_uid(found, name) for name in ("people", "workshops", "solutions"))
    stakeholders, communities = by_uid(found, "stakeholders"), by_uid(found, "communities")
    events: list[tuple[str, str, str, int]] = []
    for row in found["sessions"]:
        workshop = workshops[row["workshop"]]
        if (
            community in workshop["communities"]
            and row["status"] not in ("cancelled", "postponed")
            and row["starts_at"][:10] <= TODAY.isoformat()
        ):
            there = [
                m for m in found["attendance"] if m["session"] == row["uid"] and m["status"] in ("present", "late")
            ]
            events.append(("session", row["starts_at"], workshop["title"], len(there)))
    for kind, entity, when, title, number in (
        ("need", "needs", "raised_at", "title", "votes"),
        ("decision", "decisions", "date", "question", "votes"),
        ("solution", "solutions", "started", "title", None),
    ):
        events += [
            (kind, row[when] or "", row[title], (row[number] if number else 0) or 0)
            for row in found[entity]
            if row["community"] == community
        ]
    own = {key for key, row in solutions.items() if row["community"] == community}
    events += [
        ("iteration", row["date"], solutions[row["solution"]]["title"], 0)
        for row in found["iterations"]
        if row["solution"] in own
    ]
    for row in found["outputs"]:
        theirs = workshops.get(row["workshop"] or "", {"communities": []})["communities"]
        if row["community"] == community or row["solution"] in own or community in theirs:
            events.append(("output", row["date"], row["title"], 0))
    events += [
        ("engagement", row["date"], stakeholders[row["stakeholder"]]["name"], 0)
        for row in found["engagements"]
        if row["community"] == community
    ]
    events += [
        ("survey", row["date"], row["mean"], row["n"]) for row in found["surveys"] if row["community"] == community
    ]
    for row in found["memberships"]:
        if row["community"] == community and row["person"] in people:
            name = people[row["person"]]["given_name"]
            events += [(kind, row[kind], name, 0) for kind in ("joined", "left") if row[kind]]
    events += [
        ("group", row["founded"], row["name"], 0) for row in found["communities"] if community in row["grown_from"]
    ]
    events.append(("founded", communities[community]["founded"], communities[community]["name"], 0))
    return events


def seen(events: tuple[Event, ...]) -> list[tuple[str, str, str, int]]:
    return [(event.kind, event.date, event.title, event.number) for event in events]


@pytest.mark.some(1)
@pytest.mark.parametrize("limit", [3, 7, 500])
def test_the_timeline_holds_everything_once_and_newest_first(db: Database, limit: int) -> None:
    key = tell(db)
    found: list[tuple[str, str, str, int]] = []
    keys: list[int] = []
    last, more = None, True
    with db.read() as connection:
        while more:
            page = timeline.timeline(connection, key, TODAY, after=last, limit=limit)
            found += seen(page.events)
            keys += [event.key for event in page.events]
            last, more = page.events[-1], page.more
    assert len(keys) == len(set(keys))
    assert [event[1] for event in found] == sorted((event[1] for event in found), reverse=True)
    assert sorted(found) == sorted(expected_events(rows(db), uid(db, "communities", key)))


@pytest.mark.some(2)
@pytest.mark.parametrize("kind", timeline.KINDS)
def test_the_timeline_of_one_kind(db: Database, kind: str) -> None:
    key = tell(db)
    with db.read() as connection:
        page = timeline.timeline(connection, key, TODAY, kind, limit=500)
        expected = [event for event in expected_events(rows(db), uid(db, "communities", key)) if event[0] == kind]
    assert sorted(seen(page.events)) == sorted(expected) and expected


@pytest.mark.one_engine("sqlite")
def test_the_timeline_reads_no_large_table_from_end_to_end(db: Database) -> None:
    key = tell(db)
    with db.read() as connection:
        for kind in ("", *timeline.KINDS):
            first = timeline.timeline(connection, key, TODAY, kind, limit=1).events[0]
            for after in (None, first):
                query = timeline.statement(key, TODAY, kind, after, 100)
                written = query.compile(connection, compile_kwargs={"literal_binds": True})
                plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {written}"))]
                tables = ("need", "membership", "workshop_session", "attendance", "person", "output", "engagement")
                assert not [step for step in plan if step.startswith(tuple(f"SCAN {table}" for table in tables))], plan


def test_a_decision_chooses_its_needs_in_the_same_step(db: Database) -> None:
    key = tell(db)
    with db.write("needs") as uow:
        open_one = needs.raise_need(uow, "Okuma köşesi", TODAY, community=key).subject
        met = records.add(uow, "needs", {"title": "Kitap", "status": "addressed", "community": key}).subject
    values: dict[str, Any] = {
        "community": key, "question": "Neyle başlayalım?", "date": "2026-03-10", "votes": 12, "votes_against": 3,
        "needs": [open_one, met],
    }  # fmt: skip
    with db.write("decide") as uow:
        made = decisions.decide(uow, values, choose=True)
    assert made.told["chosen"] == 1
    with db.read() as connection:
        first = decisions.of_community(connection, key)[0]
        assert (first.question, first.votes, first.against, first.abstained, first.needs) == (
            "Neyle başlayalım?", 12, 3, None, 2,
        )  # fmt: skip
        assert [records.show(connection, "needs", need)["status"] for need in (open_one, met)] == [
            "chosen",
            "addressed",
        ]
    with db.write("undo") as uow:
        undo.undo(uow, made.lsn)
    with db.read() as connection:
        assert records.show(connection, "needs", open_one)["status"] == "raised"
        assert "Neyle başlayalım?" not in [row.question for row in decisions.of_community(connection, key)]
    with db.write("later") as uow:
        again = decisions.decide(uow, values)
        assert again.told["chosen"] == 0
        assert decisions.choose_needs(uow, again.subject).told["chosen"] == 1
    with db.write("wrong") as uow, pytest.raises(FieldError):
        decisions.decide(uow, {"community": key})


def test_the_printed_list_and_the_exported_one_hold_the_decisions_of_one_community(db: Database) -> None:
    key = tell(db)
    with db.read() as connection:
        printed = decisions.decision_list(connection, key)
        exported = entity_rows(connection, "decisions", Selection(community=key))
        rows_of = list(exported.rows())
        whole = entity_rows(connection, "decisions").count
    found, community = rows(db), uid(db, "communities", key)
    titles = {row["uid"]: row["title"] for row in found["needs"]}
    expected = {
        row["question"]: sorted(titles[need] for need in row["needs"] if need in titles)
        for row in found["decisions"]
        if row["community"] == community
    }
    assert {row.question: sorted(row.needs) for row in printed.decisions} == expected
    assert (printed.community, exported.count) == ("Iğdır Çemberi", len(expected))
    assert {row["question"] for row in rows_of} == set(expected) and whole == len(found["decisions"]) > len(expected)


def test_decisions_and_needs_of_a_page_are_those_of_the_rows(db: Database) -> None:
    key = tell(db)
    with db.read() as connection:
        page = community_network.network(connection, key)
    found, community = rows(db), uid(db, "communities", key)
    own = [row for row in found["needs"] if row["community"] == community]
    assert page.total_needs == len(page.needs) == len(own)
    assert [row.votes for row in page.needs] == sorted((row["votes"] or 0 for row in own), reverse=True)
    living = {row["uid"] for row in found["needs"]}
    expected = [row for row in found["decisions"] if row["community"] == community]
    assert [row.date for row in page.decisions] == sorted((row["date"] for row in expected), reverse=True)
    assert {row.question: row.needs for row in page.decisions} == {
        row["question"]: len(set(row["needs"]) & living) for row in expected
    }


def test_a_working_group_grows_out_of_communities_with_chosen_members(db: Database) -> None:
    key = tell(db)
    with db.write("another") as uow:
        other = records.add(uow, "communities", {"name": "Ağrı", "province": "04"}).subject
        people = [records.add(uow, "people", {"given_name": f"Üye {n}"}).subject for n in range(3)]
    with db.write("set up") as uow:
        group = needs.set_up_group(uow, "Okuma Kulübü", [other, key], [people[0], people[2]], "Okuma", TODAY).subject
    with db.read() as connection:
        from_here = [(row.grown, row.name, row.kind, row.members) for row in community_network.groups(connection, key)]
        origins = [(row.grown, row.name) for row in community_network.groups(connection, group)]
        page = community_page.community_page(connection, group)
    assert (True, "Okuma Kulübü", "working_group", 2) in from_here
    assert origins == [(False, "Ağrı"), (False, "Iğdır Çemberi")]
    assert (page.values["province"], page.values["founded"], page.values["issue"]) == ("TR-04", "2026-03-14", "Okuma")
    assert [row.joined for row in page.members] == ["2026-03-14"] * 2
    with db.write("nameless") as uow, pytest.raises(FieldError):
        needs.set_up_group(uow, " ", [key], [], "", TODAY)
