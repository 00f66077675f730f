"""Pairs that may be one, found with their evidence, over a real database."""

from typing import Any

import pytest

from tn_desktop.model.errors import Cancelled
from tn_desktop.services import duplicates, records, same_as
from tn_desktop.services.duplicates import Pair
from tn_desktop.store.database import Database

SCHOOL = "Atatürk Ortaokulu"


pytestmark = pytest.mark.both_engines


def add(db: Database, entity: str, **values: Any) -> int:
    with db.write("add") as uow:
        key = records.add(uow, entity, values).subject
    assert key is not None
    return key


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
