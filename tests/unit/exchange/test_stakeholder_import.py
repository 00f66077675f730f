"""Lists of stakeholders against the store."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.export.exporting import export_list
from tn_desktop.exchange.import_report import expected
from tn_desktop.exchange.importing import choose, import_path, plan_import
from tn_desktop.exchange.own_table import STAKEHOLDER_HEADINGS
from tn_desktop.exchange.plan import Decision, ImportPlan, ImportResult, PlanRow
from tn_desktop.exchange.reading.book import Cell, RawSheet
from tn_desktop.exchange.tables import find_tables
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.messages import untranslated
from tn_desktop.model.specs.stakeholders import STAKEHOLDERS
from tn_desktop.services import records
from tn_desktop.sheets.language import sheet_translate
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines

_stakeholder, _contact = table_of(Stakeholder), table_of(Contact)
HEAD = ("Kurum Adı", "Kurum Türü", "Yetkili Kişi", "Telefon", "İl", "Web Sitesi")


def plan(db: Database, rows: Sequence[tuple[Cell, ...]]) -> ImportPlan:
    chosen = choose(find_tables(RawSheet("Paydaşlar", list(rows))))
    with db.read() as connection:
        return plan_import(connection, chosen)


def apply(db: Database, planned: ImportPlan, decisions: dict[int, Any] | None = None) -> ImportResult:
    with db.write("Import a list") as uow:
        return apply_import(uow, planned, decisions)


def test_stakeholders_come_with_their_contacts(db: Database) -> None:
    rows = [
        HEAD,
        ("Eğitim Derneği", "STK", "Ayşe Yılmaz", "0312 111 22 33", "Ankara", "egitim.org"),
        ("Iğdır Üniversitesi", None, None, None, "Iğdır", None),
    ]
    planned = plan(db, rows)
    assert (planned.kind, [row.verdict for row in planned.rows]) == ("stakeholders", ["new", "new"])
    assert apply(db, planned).added == 2
    with db.read() as connection:
        found = connection.execute(select(_stakeholder).order_by(_stakeholder.c.id)).mappings().all()
        contacts = connection.execute(select(_contact.c.stakeholder_id)).scalars().all()
    assert [(row["name"], row["type"], row["province"]) for row in found] == [
        ("Eğitim Derneği", "ngo", "TR-06"),
        ("Iğdır Üniversitesi", "university", "TR-76"),
    ]
    assert found[0]["phone"] == "+903121112233" and contacts == [found[0]["id"]]
    again = plan(db, rows)
    assert [row.verdict for row in again.rows] == ["same", "same"]
    result = apply(db, again)
    assert (result.added, result.changed, result.same) == (0, 0, 2)


def test_the_same_name_in_another_province_is_doubtful(db: Database) -> None:
    with db.write("test") as uow:
        records.add(uow, "stakeholders", {"name": "Eğitim Derneği", "province": "TR-06"})
    planned = plan(
        db,
        [
            HEAD,
            ("EĞİTİM DERNEĞİ", "STK", None, None, "Van", None),
            ("Eğitim Derneği", "STK", None, None, "Ankara", "e.org"),
        ],
    )
    assert planned.rows[0].verdict == "doubtful"
    result = apply(db, planned, {0: "new"})
    assert result.added == 1


def test_whom_a_doubtful_row_means_by_her_word_is_filled_in_as_was_shown(db: Database) -> None:
    with db.write("test") as uow:
        key = records.add(uow, "stakeholders", {"name": "Eğitim Derneği", "province": "TR-06"}).subject
    assert key is not None
    planned = plan(
        db,
        [
            HEAD,
            ("Eğitim Derneği", "STK", "Ayşe Yılmaz", "0312 111 22 33", "Van", None),
            ("Eğitim Derneği", None, None, None, None, "egitim.org"),
        ],
    )
    first, second = planned.rows
    assert (first.verdict, second.verdict) == ("doubtful", "doubtful")
    assert {change.field for change in first.candidates[0].fills} == {"phone"}
    assert [change.field for change in first.candidates[0].differs] == ["province"]
    assert [change.field for change in second.candidates[0].fills] == ["web"]
    result = apply(db, planned, {0: key, 1: Decision("row", 0)})
    assert (result.added, result.changed, [row for row, _ in result.differs]) == (0, 2, [2])
    with db.read() as connection:
        row = connection.execute(select(_stakeholder)).mappings().one()
    assert (row["phone"], row["province"]) == ("+903121112233", "TR-06")
    assert str(row["web"]).endswith("egitim.org")


def test_a_row_about_one_further_up_is_left_out_with_it(db: Database) -> None:
    rows = [HEAD, *[("Eğitim Derneği", "STK", None, None, None, None)] * 2]
    planned = plan(db, rows)
    assert [row.verdict for row in planned.rows] == ["new", "doubtful"]
    result = apply(db, planned, {0: "skip", 1: Decision("row", 0)})
    assert (result.added, [number for number, _ in result.skipped]) == (0, [2, 3])


def test_an_unknown_type_is_refused_with_its_reason(db: Database) -> None:
    planned = plan(
        db, [HEAD, ("Eğitim Derneği", "Kırmızı", None, None, None, None), ("B Vakfı", "Vakıf", None, None, None, None)]
    )
    assert [row.verdict for row in planned.rows] == ["refused", "new"]


def test_disciplines_are_joined_and_what_would_go_is_told(db: Database) -> None:
    with db.write("test") as uow:
        records.add(uow, "stakeholders", {"name": "Okuma Derneği", "disciplines": ["kütüphane", "Psikoloji"]})
    heads = ("Kurum Adı", "Kurum Türü", "Alanlar")

    def row(words: str) -> PlanRow:
        return plan(db, [heads, ("Okuma Derneği", None, words)]).rows[0]

    assert row("psikoloji, Kütüphane").verdict == "same"
    more = row("çevre, kütüphane, psikoloji")
    assert [(one.field, json.loads(one.given)) for one in more.fills] == [
        ("disciplines", ["kütüphane", "Psikoloji", "çevre"])
    ]
    less = row("kütüphane")
    assert (less.verdict, less.fills, [one.field for one in less.differs]) == ("known", (), ["disciplines"])
    planned = plan(db, [heads, ("Okuma Derneği", None, "kütüphane")])
    told, done = expected(planned), apply(db, planned)
    assert (told.changed, told.same, [row for row, _ in told.differs]) == (0, 0, [2])
    assert (done.changed, done.same, [row for row, _ in done.differs]) == (0, 0, [2])
    assert apply(db, planned, {0: Decision(take=frozenset({"disciplines"}))}).changed == 1
    with db.read() as connection:
        assert json.loads(connection.execute(select(_stakeholder.c.disciplines)).scalar_one()) == ["kütüphane"]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_programs_own_list_is_known_without_being_told_and_proposes_nothing(
    db: Database, tmp_path: Path, language: str
) -> None:
    with db.write("test") as uow:
        person = records.add(uow, "people", {"given_name": "Ahmet", "family_name": "Avcı"}).subject
        records.add(uow, "stakeholders", {"name": "Ahmet Avcı", "type": "expert", "person": person})
        values = {"name": "Okuma Derneği", "type": "ngo", "disciplines": ["kütüphane"], "themes": ["okuma"],
                  "role": "kitap verir", "province": "TR-76", "status": "past", "notes": "not"}  # fmt: skip
        records.add(uow, "stakeholders", values)
    translate = sheet_translate("tr") if language == "tr" else untranslated
    file = tmp_path / "list.xlsx"
    with db.read() as connection:
        export_list(connection, "stakeholders", file, translate)
    planned, result = import_path(db, file)
    assert (planned.kind, [row.verdict for row in planned.rows]) == ("stakeholders", ["same", "same"])
    assert (result.added, result.changed, result.same) == (0, 0, 2)


def test_the_headings_are_those_that_are_written() -> None:
    labels = {field.name: field.label for field in STAKEHOLDERS.fields}
    for name, texts in STAKEHOLDER_HEADINGS.items():
        assert texts == (sheet_translate("tr")("fields", labels[name]), labels[name])
