"""The made-up story holds together: what follows from what, and in which order."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tn_desktop.services import demo, records
from tn_desktop.services.organisation import ORGANISATION_UID
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)
VOICES = (
    "stakeholders", "engagements", "community_stakeholders", "workshop_stakeholders", "feedback", "surveys",
    "quotations",
)  # fmt: skip
Rows = dict[str, dict[str, dict]]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> Rows:
    """Entity -> uid -> row of a network of some hundred people."""
    names = ("communities", "memberships", "workshops", "sessions", "needs", "decisions", "solutions", "iterations")
    with Database.open(new_profile(tmp_path_factory.mktemp("story"))) as db:
        demo.fill(db, 500, 90, 5, DAY)
        with db.read() as connection:
            return {
                name: {row["uid"]: row for row in records.listing(connection, name, limit=100_000)[1]}
                for name in (*names, "outputs", "reach", "organisation", "milestones", *VOICES)
            }


def test_working_groups_have_grown_out_of_communities_and_share_their_members(story: Rows) -> None:
    groups = [row for row in story["communities"].values() if row["kind"] == "working_group"]
    members: dict[str, set[str]] = {}
    for row in story["memberships"].values():
        members.setdefault(row["community"], set()).add(row["person"])
    assert groups
    for group in groups:
        assert len(group["grown_from"]) == 2
        for origin in group["grown_from"]:
            assert story["communities"][origin]["kind"] == "community"
            assert members[group["uid"]] & members[origin]


def test_needs_are_raised_by_members_in_the_sessions_of_their_community(story: Rows) -> None:
    members = {(row["community"], row["person"]) for row in story["memberships"].values()}
    raised_in = 0
    for need in story["needs"].values():
        assert need["raised_by"] is None or (need["community"], need["raised_by"]) in members
        assert need["votes"] >= 0 and need["themes"] and need["raised_at"] <= DAY.isoformat()
        if need["session"]:
            session = story["sessions"][need["session"]]
            assert need["community"] in story["workshops"][session["workshop"]]["communities"]
            assert need["raised_at"] == session["starts_at"][:10]
            raised_in += 1
    assert raised_in > len(story["needs"]) / 4
    assert {need["status"] for need in story["needs"].values()} == {
        "raised", "discussed", "chosen", "addressed", "dropped",
    }  # fmt: skip


def test_decisions_choose_needs_of_their_community(story: Rows) -> None:
    for decision in story["decisions"].values():
        assert decision["needs"] and decision["votes"] > decision["votes_against"]
        assert {story["needs"][need]["community"] for need in decision["needs"]} == {decision["community"]}


def test_solutions_answer_chosen_needs_and_their_rounds_follow(story: Rows) -> None:
    rounds: dict[str, list[str]] = {}
    for row in story["iterations"].values():
        assert row["carried_out_by"] and row["what_changed"] and row["why"] and row["result"]
        rounds.setdefault(row["solution"], []).append(row["date"])
    for solution in story["solutions"].values():
        assert {story["needs"][need]["status"] for need in solution["needs"]} <= {"chosen", "addressed"}
        days = rounds.get(solution["uid"], [])
        assert len(days) <= 4 and all(solution["started"] <= day <= DAY.isoformat() for day in days)
        assert bool(days) or solution["status"] == "designed"
    assert max(map(len, rounds.values())) == 4
    assert any(solution["workshops"] for solution in story["solutions"].values())


def test_outputs_come_out_of_rounds_and_reach_follows_them(story: Rows) -> None:
    for output in story["outputs"].values():
        made_in = story["iterations"][output["iteration"]]
        assert made_in["solution"] == output["solution"] and made_in["date"] <= output["date"]
        assert output["contributors"]
    bases = set()
    for row in story["reach"].values():
        assert (row["output"] is None) != (row["session"] is None)
        assert row["number"] > 0 and row["province"]
        since = story["outputs"][row["output"]]["date"] if row["output"] else story["sessions"][row["session"]]
        assert not row["output"] or since <= row["date"] <= DAY.isoformat()
        bases.add(row["basis"])
    assert bases == {"named", "counted", "estimated"}


def test_the_organisation_has_its_one_uid_and_figures_of_three_years(story: Rows) -> None:
    assert list(story["organisation"]) == [str(ORGANISATION_UID)]
    figures = [row for row in story["milestones"].values() if row["kind"] == "figure"]
    assert {row["date"] for row in figures} == {"2023-12-31", "2024-12-31", "2025-12-31"}
    assert all(row["number"] > 0 for row in figures)
    assert {row["kind"] for row in story["milestones"].values()} == {"milestone", "award", "figure"}


def test_a_million_people_would_have_twenty_thousand_communities() -> None:
    from random import Random

    from tn_desktop.services.demo_story import Block, communities

    # The plan alone: a million people in one province.
    plans = communities(Random(1), 1_000_000, [Block("TR-76", 1, 1_000_001, ())], DAY)
    assert len(plans) >= 20_000


def test_stakeholders_support_what_is_near_and_something_is_due(story: Rows) -> None:
    for row in story["community_stakeholders"].values():
        provinces = {story["communities"][row["community"]]["province"]}
        assert provinces == {story["stakeholders"][row["stakeholder"]]["province"]} and row["roles"]
    assert story["workshop_stakeholders"]
    assert all(row["themes"] and row["disciplines"] for row in story["stakeholders"].values())
    day = DAY.isoformat()
    assert all(row["date"] <= day and (row["due"] is None) == (row["next_step"] is None)
               for row in story["engagements"].values())  # fmt: skip
    open_still = [row for row in story["engagements"].values() if row["due"] and not row["done"]]
    assert open_still and len(open_still) < len(story["engagements"]) / 2


def test_feedback_is_of_held_sessions_and_names_nobody(story: Rows) -> None:
    assert len(story["feedback"]) > 100
    for form in story["feedback"].values():
        assert story["sessions"][form["session"]]["starts_at"][:10] <= DAY.isoformat()
        assert "person" not in form
        assert all(form[name] in (None, 1, 2, 3, 4, 5) for name in ("useful", "content", "facilitation"))


def test_surveys_come_in_waves_and_quotations_keep_their_names(story: Rows) -> None:
    waves: dict[tuple[str, str], list[int]] = {}
    for row in story["surveys"].values():
        waves.setdefault((row["community"], row["indicator"]), []).append(row["wave"])
        assert 1 <= float(row["mean"]) <= row["scale_max"] and row["n"] >= 3
    assert any(len(own) > 1 for own in waves.values())
    assert all(sorted(own) == list(range(1, len(own) + 1)) for own in waves.values())
    assert story["quotations"]
    assert all(row["permission"] or not row["attribution"] for row in story["quotations"].values())
