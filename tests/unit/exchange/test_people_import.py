"""Lists of people against the store: who is new, known, doubtful, refused; applied in one step that undo takes back."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.import_report import expected
from tn_desktop.exchange.importing import choose, import_file, plan_import
from tn_desktop.exchange.plan import (
    SAME_IN_FILE,
    SAME_NAME,
    SAME_PHONE,
    Decision,
    ImportPlan,
    ImportResult,
    PlanRow,
    Target,
)
from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.exchange.tables import find_tables
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Membership, Person
from tn_desktop.model.errors import Refused
from tn_desktop.model.messages import untranslated
from tn_desktop.services import known_people, places, records, undo, workshops
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

_person, _membership = table_of(Person), table_of(Membership)
HEAD = ("Ad Soyad", "Telefon", "E-posta", "İl", "Okul")


def add(db: Database, entity: str, **values: object) -> int:
    with db.write("test") as uow:
        subject = records.add(uow, entity, values).subject
    assert subject is not None
    return subject


def plan(db: Database, rows: Sequence[tuple[Cell, ...]], target: Target | None = None) -> ImportPlan:
    chosen = choose(find_tables(RawSheet("Liste", list(rows))))
    with db.read() as connection:
        return plan_import(connection, chosen, target)


def apply(db: Database, planned: ImportPlan, decisions: dict[int, Any] | None = None) -> ImportResult:
    with db.write("Import a list") as uow:
        return apply_import(uow, planned, decisions)


def person(db: Database, key: int) -> dict[str, Any]:
    with db.read() as connection:
        return dict(connection.execute(select(_person).where(_person.c.id == key)).mappings().one())


def count(db: Database, table: Any) -> int:
    with db.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table).where(table.c.alive == 1)).scalar_one())


def verdicts(planned: ImportPlan) -> list[str]:
    return [row.verdict for row in planned.rows]


def test_new_people_are_added_with_everything_the_list_says(db: Database) -> None:
    planned = plan(db, [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", "Ayse@Okul.org", "Iğdır", "Atatürk Ortaokulu")])
    assert verdicts(planned) == ["new"]
    result = apply(db, planned)
    assert (result.added, result.changed, result.same) == (1, 0, 0)
    with db.read() as connection:
        row = dict(connection.execute(select(_person)).mappings().one())
    assert (row["given_name"], row["family_name"], row["phone"]) == ("Ayşe", "Yılmaz", "+905321112233")
    assert (row["province"], row["institution"], row["email"]) == ("TR-76", "Atatürk Ortaokulu", "Ayse@okul.org")
    assert (row["country"], json.loads(row["roles"])) == ("TR", ["teacher"])


def test_a_known_person_is_found_however_her_name_is_spelled(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    planned = plan(db, [HEAD, ("AYSE YILMAZ", "5321112233", None, "Iğdır", "Atatürk Ortaokulu")])
    (row,) = planned.rows
    assert (row.verdict, row.person) == ("known", key)
    assert {change.field for change in row.fills} == {"province", "institution"} and row.differs == ()
    result = apply(db, planned)
    assert (result.added, result.changed) == (0, 1)
    assert person(db, key)["given_name"] == "Ayşe"
    assert person(db, key)["institution"] == "Atatürk Ortaokulu"


def test_the_same_list_again_changes_nothing(db: Database) -> None:
    rows = [
        HEAD,
        ("Ayşe Yılmaz", "0532 111 22 33", None, "Iğdır", "Okul"),
        ("Ali Kaya", None, "ali@okul.org", None, None),
    ]
    apply(db, plan(db, rows))
    planned = plan(db, rows)
    assert verdicts(planned) == ["same", "same"]
    result = apply(db, planned)
    assert (result.added, result.changed, result.same, result.batch) == (0, 0, 2, None)
    assert count(db, _person) == 2


def test_stored_values_stay_unless_the_user_takes_the_lists(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33", institution="Eski Okul")
    planned = plan(db, [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", None, None, "Yeni Okul")])
    (change,) = planned.rows[0].differs
    assert (change.field, change.stored, change.given) == ("institution", "Eski Okul", "Yeni Okul")
    apply(db, planned)
    assert person(db, key)["institution"] == "Eski Okul"
    apply(db, planned, {0: Decision(take=frozenset({"institution"}))})
    assert person(db, key)["institution"] == "Yeni Okul"


def test_the_same_name_alone_is_doubtful_and_skipped_with_its_reason(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    planned = plan(db, [("Ad Soyad", "Okul"), ("Ayşe YILMAZ", "Atatürk Ortaokulu"), ("Ali Kaya", "İnönü İlkokulu")])
    assert verdicts(planned) == ["doubtful", "new"]
    (candidate,) = planned.rows[0].candidates
    assert (candidate.person, candidate.evidence) == (key, SAME_NAME)
    result = apply(db, planned)
    assert result.added == 1 and [number for number, _ in result.skipped] == [2]
    assert "already stored" in result.skipped[0][1].text(untranslated)


def test_the_same_phone_with_another_name_is_doubtful(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    planned = plan(db, [HEAD, ("Mehmet Yılmaz", "0532 111 22 33", None, None, None)])
    (candidate,) = planned.rows[0].candidates
    assert (planned.rows[0].verdict, candidate.person, candidate.evidence) == ("doubtful", key, SAME_PHONE)


def test_a_phone_without_a_name_is_left_to_the_user(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    planned = plan(db, [HEAD, (None, "0532 111 22 33", None, None, None), ("Ali Kaya", None, None, None, None)])
    assert (planned.rows[0].verdict, planned.rows[0].candidates[0].person) == ("doubtful", key)
    assert apply(db, planned, {0: "new"}).added == 1
    assert apply(db, planned, {0: key, 1: "skip"}).same == 1


def test_two_facts_that_differ_tell_namesakes_apart(db: Database) -> None:
    add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33", province="TR-76")
    planned = plan(db, [HEAD, ("Ayşe Yılmaz", "0533 444 55 66", None, "İzmir", None)])
    assert verdicts(planned) == ["new"]


def test_the_same_name_at_the_same_school_is_known(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", province="TR-76", institution="Atatürk Ortaokulu")
    planned = plan(db, [("Ad Soyad", "Okul"), ("Ayşe Yılmaz", "ATATÜRK ORTAOKULU"), ("Can Su", "x")])
    assert planned.rows[0].person == key


def test_a_former_name_with_the_same_phone_is_known(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Demir", other_names="Ayşe Yılmaz", phone="0532 111 22 33")
    planned = plan(db, [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", None, None, None)])
    assert planned.rows[0].person == key


def test_the_user_decides_each_doubt(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    rows = [("Ad Soyad", "Okul"), *[("Ayşe Yılmaz", f"{n}. Okul Ortaokulu") for n in range(3)]]
    planned = plan(db, rows)
    assert verdicts(planned) == ["doubtful"] * 3
    result = apply(db, planned, {0: key, 1: "new", 2: "skip"})
    assert (result.added, result.changed, len(result.skipped)) == (1, 1, 1)
    assert person(db, key)["institution"] == "0. Okul Ortaokulu"


def test_a_name_twice_in_the_list_is_one_row_or_a_doubt(db: Database) -> None:
    planned = plan(db, [
        HEAD,
        ("Ayşe Yılmaz", "0532 111 22 33", None, None, None),
        ("AYŞE YILMAZ", "+90 532 111 22 33", None, None, None),
        ("Ali Kaya", None, None, None, None),
        ("Ali Kaya", None, None, None, None),
        ("Can Su", "0533 111 22 33", None, None, None),
        ("Can Su", "0533 111 22 44", None, None, None),
    ])  # fmt: skip
    assert verdicts(planned) == ["new", "same", "new", "doubtful", "new", "new"]
    assert planned.rows[1].duplicate_of == 0
    assert (planned.rows[3].candidates[0].row, planned.rows[3].candidates[0].evidence) == (2, SAME_IN_FILE)
    result = apply(db, planned)
    assert (result.added, result.same, [number for number, _ in result.skipped]) == (4, 1, [5])


def test_wrong_values_are_refused_with_their_reason_and_not_dropped(db: Database) -> None:
    planned = plan(db, [
        HEAD,
        ("Ayşe Yılmaz", "5.3E+09", None, None, None),
        ("Ali Kaya", None, "ali@", None, None),
        ("Can Su", None, None, "Atlantis", None),
        (None, "0532 111 22 33", None, None, None),
        ("Işık Irmak", "yok", "-", None, None),
    ])  # fmt: skip
    assert verdicts(planned) == ["refused"] * 4 + ["new"]
    result = apply(db, planned)
    reasons = {number: reason.text(untranslated) for number, reason in result.refused}
    assert "has lost digits" in reasons[2] and "not an e-mail" in reasons[3]
    assert "no province “Atlantis”" in reasons[4] and "no name" in reasons[5]
    assert result.added == 1
    again = apply(db, planned, {0: Decision(without_wrong=True)})
    assert again.added >= 1
    assert count(db, _person) == 3


def test_undo_takes_a_whole_import_back(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    community = add(db, "communities", name="Iğdır Topluluğu")
    rows = [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", None, "Iğdır", None), ("Ali Kaya", None, None, None, None)]
    result = apply(db, plan(db, rows, Target(community=community)))
    assert result.batch is not None and (count(db, _person), count(db, _membership)) == (2, 2)
    with db.write("undo") as uow:
        undo.undo(uow, result.batch)
    assert (count(db, _person), count(db, _membership)) == (1, 0)
    assert person(db, key)["province"] is None


def test_members_of_the_community_are_meant_by_their_name(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Topluluğu")
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    add(db, "people", given_name="Ayşe", family_name="Yılmaz")
    add(db, "memberships", person=key, community=community)
    planned = plan(db, [("Ad Soyad",), ("Ayşe Yılmaz",), ("Ali Kaya",)], Target(community=community))
    assert [(row.verdict, row.person, row.joins) for row in planned.rows] == [
        ("same", key, ()),
        ("new", None, ("community",)),
    ]


def test_a_column_can_name_the_community(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Topluluğu")
    rows = [("Ad Soyad", "Topluluk"), ("Ayşe Yılmaz", "IĞDIR TOPLULUĞU"), ("Ali Kaya", "Mars Topluluğu")]
    planned = plan(db, rows)
    assert [row.community for row in planned.rows] == [community, None]
    assert "There is no community" in planned.rows[1].reasons[0].text(untranslated)
    apply(db, planned)
    assert count(db, _membership) == 1


def test_a_removed_membership_is_brought_back(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Topluluğu")
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    member = add(db, "memberships", person=key, community=community)
    with db.write("test") as uow:
        records.remove(uow, "memberships", member)
    apply(db, plan(db, [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", None, None, None)], Target(community=community)))
    assert count(db, _membership) == 1


def test_a_dry_run_tells_the_same_and_writes_nothing(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Ad Soyad;Telefon\nAyşe Yılmaz;0532 111 22 33\nAli Kaya;5,3E+09\nToplam;2\n", encoding="cp1254")
    dry = import_file(db, path, untranslated, dry_run=True)
    assert count(db, _person) == 0
    done = import_file(db, path, untranslated)
    assert {**done, "batch": None} == dry
    assert (done["added"], [row["row"] for row in done["refused"]], done["skipped"]) == (1, [3], [])
    assert done["batch"]


def test_orders_map_columns_by_heading_or_letter(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Kim;Nerede;Ne\nAyşe Yılmaz;Iğdır Lisesi;Tarih\n", encoding="utf-8")
    done = import_file(db, path, untranslated, orders=["Kim=full_name", "B=institution", "Ne=subject"])
    assert done["added"] == 1
    with db.read() as connection:
        row = connection.execute(select(_person)).mappings().one()
    assert (row["institution"], row["subject"]) == ("Iğdır Lisesi", "Tarih")
    with pytest.raises(Refused, match="no one column"):
        import_file(db, path, untranslated, orders=["Nasıl=notes"])
    with pytest.raises(Refused, match="no field"):
        import_file(db, path, untranslated, orders=["Kim=hair"])


def test_expected_counts_are_what_applying_gives(db: Database) -> None:
    add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33")
    add(db, "people", given_name="Ali", family_name="Kaya")
    planned = plan(db, [
        HEAD,
        ("Ayşe Yılmaz", "0532 111 22 33", None, "Iğdır", None),
        ("Ali Kaya", None, None, None, None),
        ("Can Su", "x", None, None, None),
        ("Işık Irmak", None, None, None, None),
    ])  # fmt: skip
    told, done = expected(planned), apply(db, planned)
    assert (told.added, told.changed, told.same) == (done.added, done.changed, done.same) == (1, 1, 0)
    assert [row for row, _ in told.skipped] == [row for row, _ in done.skipped] == [3]
    assert [row for row, _ in told.refused] == [row for row, _ in done.refused] == [4]


def test_rows_that_differ_are_told_apart_from_those_that_say_the_same(db: Database, tmp_path: Path) -> None:
    add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33", institution="Kars Lisesi")
    add(db, "people", given_name="Ali", family_name="Kaya", phone="0532 111 22 34", institution="Kars Lisesi")
    last = add(db, "people", given_name="Can", family_name="Su", phone="0532 111 22 35", institution="Kars Lisesi")
    path = tmp_path / "liste.csv"
    path.write_text(
        "Ad Soyad;Telefon;Okul;İl\nAyşe Yılmaz;0532 111 22 33;Kars Lisesi;\nAli Kaya;0532 111 22 34;Iğdır Lisesi;\n"
        "Can Su;0532 111 22 35;Iğdır Lisesi;Kars\n",
        encoding="utf-8",
    )
    dry, done = import_file(db, path, untranslated, dry_run=True), import_file(db, path, untranslated)
    assert {**done, "batch": None} == dry
    # Of the last row the province is filled in, and its school stays.
    assert (done["added"], done["changed"], done["same"]) == (0, 1, 1)
    why = "Differs, the stored value stays: Institution"
    assert done["differs"] == [{"row": 3, "reason": why}, {"row": 4, "reason": why}]
    assert (person(db, last)["institution"], person(db, last)["province"]) == ("Kars Lisesi", "TR-36")


def test_a_value_that_was_taken_differs_no_more(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", phone="0532 111 22 33", institution="Kars Lisesi")
    planned = plan(db, [HEAD, ("Ayşe Yılmaz", "0532 111 22 33", None, None, "Iğdır Lisesi")])
    result = apply(db, planned, {0: Decision(take=frozenset({"institution"}))})
    assert (result.changed, result.same, result.differs) == (1, 0, ())
    assert person(db, key)["institution"] == "Iğdır Lisesi"


def test_whom_a_doubtful_row_means_by_her_word_is_filled_in_as_was_shown(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", family_name="Yılmaz", institution="Kars Lisesi", subject="Tarih")
    head = (*HEAD, "Branş")
    planned = plan(db, [head, ("Ayşe Yılmaz", "0532 111 22 33", "a@o.org", "Iğdır", None, "Fizik")])
    assert verdicts(planned) == ["doubtful"]
    (candidate,) = planned.rows[0].candidates
    assert {change.field for change in candidate.fills} == {"phone", "email", "province"}
    assert [(change.field, change.given) for change in candidate.differs] == [("subject", "Fizik")]
    result = apply(db, planned, {0: key})
    assert (result.added, result.changed, [row for row, _ in result.differs]) == (0, 1, [2])
    row = person(db, key)
    assert (row["phone"], row["email"], row["province"], row["subject"]) == (
        "+905321112233", "a@o.org", "TR-76", "Tarih",
    )  # fmt: skip
    # What differs is taken where she says so.
    planned = plan(db, [("Ad Soyad", "Branş"), ("Ayşe Yılmaz", "Fizik")])
    result = apply(db, planned, {0: Decision("person", key, frozenset({"subject"}))})
    assert (result.changed, result.differs, person(db, key)["subject"]) == (1, (), "Fizik")


def test_a_row_about_somebody_further_up_fills_in_what_that_one_lacked(db: Database) -> None:
    planned = plan(
        db, [HEAD, ("Ali Kaya", None, None, "Iğdır", None), ("Ali Kaya", "0532 111 22 33", None, None, None)]
    )
    assert verdicts(planned) == ["new", "doubtful"]
    (candidate,) = planned.rows[1].candidates
    assert (candidate.row, [change.field for change in candidate.fills]) == (0, ["phone"])
    result = apply(db, planned, {1: Decision("row", 0)})
    assert (result.added, result.changed, result.skipped) == (1, 1, ())
    assert count(db, _person) == 1
    with db.read() as connection:
        row = connection.execute(select(_person)).mappings().one()
    assert (row["phone"], row["province"]) == ("+905321112233", "TR-76")
    assert result.batch is not None
    with db.write("Undo") as uow:
        undo.undo(uow, result.batch)
    assert count(db, _person) == 0


def test_a_row_that_says_the_same_person_again_fills_in_what_it_knows_besides(db: Database) -> None:
    rows = [
        HEAD,
        ("Ali Kaya", None, None, None, "Kars Lisesi"),
        ("Ali Kaya", "0532 111 22 33", None, None, "Kars Lisesi"),
        ("Ali Kaya", None, "ali@okul.org", "Kars", "Kars Lisesi"),
        ("Ali Kaya", None, None, "Kars", "Kars Lisesi"),
    ]
    planned = plan(db, rows)
    assert verdicts(planned) == ["new", "known", "known", "same"]
    told, done = expected(planned), apply(db, planned)
    assert (told.added, told.changed, told.same) == (done.added, done.changed, done.same) == (1, 2, 1)
    with db.read() as connection:
        row = connection.execute(select(_person)).mappings().one()
    assert (row["phone"], row["email"], row["province"]) == ("+905321112233", "ali@okul.org", "TR-36")
    assert verdicts(plan(db, rows)) == ["same"] * 4


@pytest.mark.one_engine("sqlite")
def test_people_are_looked_up_by_indexes_however_many_there_are(db: Database) -> None:
    from sqlalchemy.dialects import sqlite

    from tn_desktop.exchange.matching import _NAMED, _PICKED

    statements = {
        "ix_person_phone": select(*_PICKED).where(_person.c.phone.in_(["a", "b"])),
        "ix_person_email": select(*_PICKED).where(_person.c.email.in_(["a", "b"])),
        "ix_person_search_name": _NAMED._statement,
    }
    for index, statement in statements.items():
        text = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": False}))  # type: ignore[attr-defined]
        text = text.replace("(__[POSTCOMPILE_phone_1])", "('a', 'b')").replace(
            "(__[POSTCOMPILE_email_1])", "('a', 'b')"
        )
        with db.read() as connection:
            plans = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text.replace('?', chr(39) + 'x' + chr(39))}").all()
        assert any(index in str(row) for row in plans), plans


def test_a_list_longer_than_the_workshop_fills_it_and_the_rest_waits_in_its_order(db: Database) -> None:
    workshop = add(db, "workshops", title="Atölye")
    add(db, "sessions", workshop=workshop, starts_at="2030-03-14T13:00", capacity=3)
    held = add(db, "people", given_name="Cem", family_name="Öz")
    add(db, "enrolments", workshop=workshop, person=held)
    names = ("Ayşe Yılmaz", "Cem Öz", "Zeynep Ak", "Naz Demir", "Ali Kaya")
    planned = plan(db, [("Ad Soyad",), *((name,) for name in names)], Target(workshop=workshop))
    done = apply(db, planned, {1: held})
    assert (done.added, done.waiting) == (4, 2)
    with db.read() as connection:
        rows = {row.name: row.status for row in workshops.enrolled_rows(connection, workshop)}
        line = [row.person_id for row in places.waiting_line(connection, workshop)]
        waiting = [known.name for known in known_people.named(connection, line)]
    assert rows == {
        "Ayşe Yılmaz": "enrolled", "Cem Öz": "enrolled", "Zeynep Ak": "enrolled",
        "Naz Demir": "waiting", "Ali Kaya": "waiting",
    }  # fmt: skip
    assert waiting == ["Naz Demir", "Ali Kaya"]


def test_words_of_a_known_person_are_joined_and_others_are_told(db: Database) -> None:
    with db.write("test") as uow:
        records.add(uow, "people", {"given_name": "Ayşe", "family_name": "Yılmaz", "institution": "Kars Lisesi",
                                    "interests": ["drama", "Okuma"]})  # fmt: skip
    heads = ("Ad Soyad", "Okul", "İlgi alanları")

    def row(words: str) -> PlanRow:
        return plan(db, [heads, ("Ayşe Yılmaz", "Kars Lisesi", words)], Target()).rows[0]

    assert row("okuma").verdict == row("okuma, DRAMA").verdict == "same"
    (more,) = row("okuma, drama, müzik").fills
    assert json.loads(more.given) == ["drama", "Okuma", "müzik"]
    assert [one.field for one in row("müzik").differs] == ["interests"]
