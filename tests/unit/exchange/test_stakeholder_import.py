"""Lists of stakeholders against the store."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from tn_desktop.exchange.applying import apply_import
from tn_desktop.exchange.importing import choose, plan_import
from tn_desktop.exchange.plan import ImportPlan, ImportResult
from tn_desktop.exchange.reading import Cell, RawSheet
from tn_desktop.exchange.tables import find_tables
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.services import records
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
    assert apply(db, again).added == 0


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


def test_an_unknown_type_is_refused_with_its_reason(db: Database) -> None:
    planned = plan(
        db, [HEAD, ("Eğitim Derneği", "Kırmızı", None, None, None, None), ("B Vakfı", "Vakıf", None, None, None, None)]
    )
    assert [row.verdict for row in planned.rows] == ["refused", "new"]
