"""Pairs that may be one, found with their evidence, over a real database."""

from typing import Any

import pytest

from tests.rows import add
from tn_desktop.model.errors import Cancelled, NotFound, Refused
from tn_desktop.services import duplicates, records, same_as
from tn_desktop.services.duplicates import Pair
from tn_desktop.store.database import Database

SCHOOL = "Atatürk Ortaokulu"


pytestmark = pytest.mark.both_engines


def person(db: Database, given: str, family: str, **values: Any) -> int:
    return add(db, "people", given_name=given, family_name=family, **values)


def proposed(db: Database) -> list[Pair]:
    with db.read() as connection:
        return duplicates.proposed(connection)


def found(db: Database) -> dict[frozenset[int], tuple[str, ...]]:
    return {frozenset((pair.one, pair.other)): pair.reasons for pair in proposed(db)}


def test_each_kind_of_evidence_is_named(db: Database) -> None:
    phone = [person(db, "Işıl", "Çelik", phone="0532 111 22 33"), person(db, "I.", "Çelik", phone="+905321112233")]
    mail = [person(db, "Ali", "Demir", email="ali@okul.example"), person(db, "Can", "Demir", email="ali@okul.example")]
    equal = [person(db, "İnci", "Ağa", institution=SCHOOL), person(db, "inci", "AĞA", institution=SCHOOL)]
    nearly = [person(db, "Gülşah", "Yıldırım", institution=SCHOOL), person(db, "Gülşa", "Yıldırım", institution=SCHOOL)]
    town = [person(db, "Umut", "Uçar", province="TR-36"), person(db, "Umut", "Uçar", province="TR-36")]
    person(db, "Umut", "Uçar", province="TR-76")

    pairs = found(db)

    assert pairs[frozenset(phone)] == ("phone",)
    assert pairs[frozenset(mail)] == ("email",)
    assert "name_school" in pairs[frozenset(equal)]
    assert pairs[frozenset(nearly)] == ("alike",)
    assert pairs[frozenset(town)] == ("name",)
    assert len(pairs) == 5


def test_namesakes_whom_a_telephone_or_school_tells_apart_are_not_proposed(db: Database) -> None:
    person(db, "Ayşe", "Yılmaz", province="TR-34", phone="05321112233")
    person(db, "Ayşe", "Yılmaz", province="TR-34", phone="05321112244")
    person(db, "Ali", "Kaya", province="TR-34", institution="Birinci Okul")
    person(db, "Ali", "Kaya", province="TR-34", institution="İkinci Okul")
    assert proposed(db) == []


def test_a_number_that_a_crowd_shares_says_nothing(db: Database) -> None:
    for number in range(duplicates.CROWD + 1):
        person(db, f"Öğretmen{number}", f"Soyad{number}", phone="04741112233")
    assert proposed(db) == []


def test_more_evidence_comes_first(db: Database) -> None:
    weak = {person(db, "Can", "Kurt", province="TR-06"), person(db, "Can", "Kurt", province="TR-06")}
    values = {"phone": "05421112233", "email": "ece@okul.example"}
    strong = {person(db, "Ece", "Ay", **values), person(db, "Ece", "Ay", **values)}
    first, second = proposed(db)
    assert {first.one, first.other} == strong
    assert {second.one, second.other} == weak
    assert (first.number, first.one_name) == (1, "Ece Ay")


def test_a_verdict_takes_a_pair_out_and_back(db: Database) -> None:
    for _ in range(2):
        person(db, "Umut", "Uçar", province="TR-36")
    (pair,) = proposed(db)
    with db.write("judge") as uow:
        same_as.judge(uow, "people", pair.one, pair.other, same_as.DIFFERENT)
    assert proposed(db) == []
    with db.read() as connection:
        (held,) = duplicates.decided(connection)
    assert (held.verdict, {held.one, held.other}) == ("different", {pair.one, pair.other})
    with db.write("judge") as uow:
        same_as.judge(uow, "people", pair.one, pair.other, None)
    assert [one.verdict for one in proposed(db)] == [None]
    with db.read() as connection:
        assert duplicates.decided(connection) == []


def test_communities_stakeholders_workshops_and_sessions_too(db: Database) -> None:
    for _ in range(2):
        add(db, "communities", name="Okuma Kulübü", province="TR-36")
        workshop = add(db, "workshops", title="Ölçme Atölyesi", province="TR-36")
        add(db, "sessions", workshop=workshop, title="1", starts_at="2026-03-01T10:00", ends_at="2026-03-01T12:00")
    add(db, "communities", name="Okuma Kulübü", province="TR-76")
    add(db, "stakeholders", name="Eğitim Vakfı", province="TR-36")
    add(db, "stakeholders", name="Eğtim Vakfı", province="TR-36")
    kinds = {(pair.entity, pair.reasons) for pair in proposed(db)}
    assert kinds == {
        ("communities", ("name",)),
        ("stakeholders", ("alike",)),
        ("workshops", ("time",)),
        ("sessions", ("time",)),
    }


def test_removed_rows_are_no_duplicates(db: Database) -> None:
    person(db, "Umut", "Uçar", province="TR-36")
    gone = person(db, "Umut", "Uçar", province="TR-36")
    with db.write("remove") as uow:
        records.remove(uow, "people", gone)
    assert proposed(db) == []


def test_a_look_can_be_given_up(db: Database) -> None:
    with db.read() as connection, pytest.raises(Cancelled):
        duplicates.proposed(connection, lambda: True)


def test_a_limit_cuts_the_list_and_not_the_count(db: Database) -> None:
    for family in ("Uçar", "Kurt", "Ay"):
        for _ in range(2):
            person(db, "Umut", family, province="TR-36")
    pairs = proposed(db)
    with db.read() as connection:
        assert duplicates.look(connection, 2) == (3, pairs[:2])
        assert duplicates.look(connection, 0) == (3, [])
    with db.write("judge") as uow:
        for pair in pairs:
            same_as.judge(uow, "people", pair.one, pair.other, same_as.SAME)
    with db.read() as connection:
        total, latest = duplicates.judged(connection, 1)
    assert (total, [{one.one, one.other} for one in latest]) == (3, [{pairs[2].one, pairs[2].other}])
    with db.write("remove") as uow:
        records.remove(uow, "people", pairs[2].one)
    with db.read() as connection:
        assert duplicates.judged(connection, 9)[0] == 2


def test_two_uids_are_a_pair_of_one_kind(db: Database) -> None:
    here, there = person(db, "Ayşe", "Işık"), person(db, "Ayşe", "Kaya")
    community = add(db, "communities", name="Okuma Kulübü")
    need = add(db, "needs", title="Ölçme")
    with db.read() as connection:
        one, other = (records.uid_of(connection, "people", key) for key in (here, there))
        club = records.uid_of(connection, "communities", community)
        assert same_as.pair_of(connection, one, other) == ("people", here, there)
        assert same_as.verdict_on(connection, "people", here, there) is None
        with pytest.raises(Refused) as refused:
            same_as.pair_of(connection, one, club)
        assert refused.value.values == {"one": "people", "other": "communities"}
        with pytest.raises(NotFound):
            same_as.pair_of(connection, one, records.uid_of(connection, "needs", need))
        with pytest.raises(Refused):
            same_as.pair_of(connection, one, "bir")
    with db.write("judge") as uow:
        same_as.judge(uow, "people", there, here, same_as.SAME)
    with db.read() as connection:
        assert same_as.verdict_on(connection, "people", here, there) == "same"
