"""Who is proposed for a need, and why."""

import pytest
from sqlalchemy import select, text

from tests.rows import add
from tests.unit.services.day import TODAY
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import Engagement
from tn_desktop.model.errors import NotFound
from tn_desktop.services import community_page, engagements, proposals, records
from tn_desktop.services.proposals import PERSON, STAKEHOLDER, Proposal
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def proposed(db: Database, need: int) -> list[Proposal]:
    with db.read() as connection:
        return list(proposals.for_need(connection, need))


@pytest.fixture
def need(db: Database) -> int:
    """A need about reading, of a community in Iğdır."""
    community = add(db, "communities", name="Iğdır Çemberi", province="76", issue="Köy okulları")
    return add(
        db,
        "needs",
        community=community,
        title="Kütüphanesi olmayan okullarda okumaya zaman kalmıyor",
        themes=["Okuma kültürü"],
    )


def test_a_theme_a_discipline_and_the_place_are_reasons(db: Database, need: int) -> None:
    near = add(db, "stakeholders", name="Aras Vakfı", province="76", themes=["OKUMA KÜLTÜRÜ"])
    far = add(db, "stakeholders", name="Uzak Dernek", province="34", disciplines=["okuma", "dans"])
    add(db, "stakeholders", name="Dans Evi", province="76", disciplines=["dans"])
    everywhere = add(db, "stakeholders", name="Kitap Derneği", disciplines=["kütüphane"])
    found = proposed(db, need)
    assert [one.id for one in found] == [near, everywhere, far]
    assert (found[0].themes, found[0].same_province) == (("OKUMA KÜLTÜRÜ",), True)
    assert (found[1].disciplines, found[1].nationwide) == (("kütüphane",), True)
    assert (found[2].disciplines, found[2].province) == (("okuma",), "İstanbul")


def test_turkish_letters_make_no_difference(db: Database, need: int) -> None:
    key = add(db, "stakeholders", name="A", disciplines=["KUTUPHANE"])
    assert [one.id for one in proposed(db, need)] == [key]
    assert [proposals.weight(tag, proposals.Wanted(frozenset(), frozenset(("isik",)), None, None)) for tag in
            ("IŞIK", "ışık", "İşik", "şık")] == [2, 2, 2, 0]  # fmt: skip


def test_what_was_talked_about_counts_and_who_is_past_comes_last(db: Database, need: int) -> None:
    quiet = add(db, "stakeholders", name="Önce", themes=["okuma kültürü"])
    known = add(db, "stakeholders", name="Sonra", themes=["okuma kültürü"])
    past = add(db, "stakeholders", name="Eski", themes=["okuma kültürü"], status="past")
    for day in ("2026-01-05", "2026-02-05", "2026-01-20"):
        add(db, "engagements", stakeholder=known, date=day, kind="call", summary="Konuşuldu")
    found = proposed(db, need)
    assert [one.id for one in found] == [known, quiet, past]
    with db.read() as connection:
        table = table_of(Engagement)
        days = [row.date for row in connection.execute(select(table).where(table.c.stakeholder_id == known))]
    assert (found[0].engagements, found[0].last) == (len(days), max(days))


def test_people_who_know_about_it_are_proposed_once(db: Database, need: int) -> None:
    with db.read() as connection:
        community = proposals.wanted_by(connection, need).community
    member = add(db, "people", given_name="Ayşe", family_name="Öz", province="34", expertise=["okuma"])
    there = add(db, "people", given_name="Cem", family_name="Kaya", province="76", expertise=["Kütüphane"])
    add(db, "people", given_name="Ece", family_name="Ak", province="34", expertise=["okuma"])
    twice = add(db, "people", given_name="Naz", family_name="Er", province="76", expertise=["okuma"])
    expert = add(db, "stakeholders", name="Naz Er", type="expert", person=twice, province="76", disciplines=["okuma"])
    assert community is not None
    with db.write("join") as uow:
        community_page.add_members(uow, community, [member])
    found = proposed(db, need)
    assert [(one.kind, one.id) for one in found] == [(STAKEHOLDER, expert), (PERSON, there), (PERSON, member)]
    assert [one.member for one in found] == [False, False, True]


def test_removed_ones_are_not_proposed(db: Database, need: int) -> None:
    key = add(db, "stakeholders", name="A", disciplines=["okuma"])
    with db.write("remove") as uow:
        records.remove(uow, "stakeholders", key)
    assert proposed(db, need) == []
    with db.write("remove") as uow:
        records.remove(uow, "needs", need)
    with db.read() as connection, pytest.raises(NotFound):
        proposals.for_need(connection, need)


def test_an_enquiry_is_logged_and_a_person_becomes_a_stakeholder_once(db: Database, need: int) -> None:
    person = add(db, "people", given_name="Cem", family_name="Kaya", province="76", expertise=["kütüphane"])
    for _ in range(2):
        with db.write("log") as uow:
            made = engagements.log_proposal(uow, PERSON, person, need, TODAY)
    with db.read() as connection:
        (stakeholder,) = records.listing(connection, "stakeholders")[1]
        logged = records.listing(connection, "engagements")[1]
    assert made.told["stakeholder"] is not None
    assert (stakeholder["name"], stakeholder["type"], stakeholder["disciplines"]) == (
        "Cem Kaya",
        "expert",
        ["kütüphane"],
    )
    assert [(row["kind"], row["date"], row["stakeholder"]) for row in logged] == [
        ("enquiry", TODAY.isoformat(), stakeholder["uid"])
    ] * 2
    assert all(row["need"] for row in logged)


@pytest.mark.one_engine("sqlite")
def test_people_are_looked_up_in_their_province(db: Database) -> None:
    with db.read() as connection:
        statement = select(proposals.neighbours("TR-76").c.id)
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
    assert any("ix_person_alive_province_key_sort_key_id" in step for step in plan), plan
    assert not any(step.startswith("SCAN person") for step in plan), plan


def test_many_tags_look_up_each_stakeholder_once(db: Database) -> None:
    key = add(db, "stakeholders", name="A", disciplines=["okuma", "kitap"], themes=["okul kitapları"])
    with db.read() as connection:
        assert proposals.candidates(connection, ["okuma", "kitap", "okul kitapları", "dans"]) == [key]
