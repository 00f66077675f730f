"""Everything about one person: nothing of hers is left out, nothing of others is in it; as data, workbook and pages."""

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from tests.rows import add_within
from tn_desktop.exchange.export.subject import write_subject
from tn_desktop.exchange.export.target import DOCUMENTS, file_kind
from tn_desktop.model.errors import FileRefused, NotFound
from tn_desktop.model.fields import MANY, RELATION
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services import attendance, consents, data_requests, export_log, same_as
from tn_desktop.services.consents import Slip
from tn_desktop.services.subject_data import OWN, SubjectData, subject_data
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def ayse(db: Database) -> int:
    """Ayşe, entered twice, in everything a person can be in; beside her always Cem, of whom nothing may be told."""
    with db.write("all") as uow:
        add = partial(add_within, uow)
        one = add("people", given_name="Ayşe", family_name="Yılmaz", phone="0532 123 45 67", province="TR-34")
        twin, cem = add("people", given_name="Ayse", notes="ikinci kayıt"), add("people", given_name="Cem")
        same_as.judge(uow, "people", one, twin, "same")
        community = add("communities", name="Köy okulları")
        add("memberships", person=one, community=community, role="facilitator")
        workshop = add("workshops", title="Eleştirel düşünme", led_by=[one, cem])
        session = add(
            "sessions", workshop=workshop, starts_at="2026-03-14T13:00", facilitators=[twin, cem], speakers=[one]
        )
        add("enrolments", person=one, workshop=workshop)
        attendance.mark(uow, session, twin, "late", minutes=10)
        attendance.mark(uow, session, cem, "present")
        add("needs", title="Kalabalık sınıflar", raised_by=one, description="Kırk iki öğrenci")
        stakeholder = add("stakeholders", name="Dernek", type="ngo")
        add("contacts", stakeholder=stakeholder, person=one, role="koordinatör")
        consents.record(uow, [one], Slip("2026-03-14", "tr", "paper", ("contact",)))
        data_requests.receive(uow, twin, "access", "2026-03-15")
        add("feedback", session=session, useful=5, quotation="Gizli söz")
        out = export_log.Exported("liste.xlsx", "people", "", 3, True, recipient="Okul Müdürlüğü")
        export_log.note(uow, out, datetime(2999, 1, 1, tzinfo=UTC))
    return one


def told(db: Database, person: int) -> SubjectData:
    with db.read() as connection:
        return subject_data(connection, person, untranslated, NOW)


def test_everything_of_hers_is_there_and_nothing_of_others(db: Database, ayse: int) -> None:
    data = told(db, ayse)
    tables = {table.title: table.rows for table in data.tables}
    assert (data.name, data.rows) == ("Ayşe Yılmaz", 2)
    assert {title: len(rows) for title, rows in tables.items()} == {
        "People": 2, "Memberships": 1, "Enrolments": 1, "Attendance": 1, "Contacts": 1, "Consents": 2,
        "Requests about data": 1, "Named in": 4, "Files that may hold these data": 1,
    }  # fmt: skip
    assert sorted((row[0], row[2], row[3]) for row in tables["Named in"]) == [
        ("Facilitators", "Eleştirel düşünme, 14.03.2026 13:00", date(2026, 3, 14)),
        ("Guest speakers", "Eleştirel düşünme, 14.03.2026 13:00", date(2026, 3, 14)),
        ("Led by", "Eleştirel düşünme", None),
        ("Raised by", "Kalabalık sınıflar", None),
    ]
    everything = str(data)
    for there in ("0532 123 45 67", "İstanbul", "ikinci kayıt", "Kırk iki öğrenci", "Okul Müdürlüğü", "koordinatör"):
        assert there in everything
    assert "Cem" not in everything and "Gizli" not in everything


@pytest.mark.one_engine("sqlite")
def test_no_entity_that_points_to_people_is_forgotten() -> None:
    pointing = {
        spec.name
        for spec in ENTITIES.values()
        if any(field.target == "people" and field.kind == RELATION and field.name == "person" for field in spec.fields)
    }
    assert pointing - {"stakeholders", "engagements"} <= {*OWN}
    assert all(
        field.through is not None
        for spec in ENTITIES.values()
        for field in spec.fields
        if field.target == "people" and field.kind == MANY
    )


@pytest.mark.one_engine("sqlite")
def test_the_workbook_has_a_sheet_for_each_kind(db: Database, ayse: int, tmp_path: Path) -> None:
    out = tmp_path / "veri.xlsx"
    report = write_subject(told(db, ayse), out, untranslated)
    assert (report.rows, report.people) == (14, 1)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames[:3] == ["Your data", "People", "Memberships"] and len(book.sheetnames) == 10
    phones = [row[2].value for row in book["People"].iter_rows(min_row=2)]
    # Of two rows made in the same millisecond either may come first.
    assert sorted(phones, key=str) == ["0532 123 45 67", None]
    heads = [cell.value for cell in book["Consents"][1]]
    given = [row[heads.index("Given on")].value for row in book["Consents"].iter_rows(min_row=2)]
    assert given == [datetime(2026, 3, 14), datetime(2026, 3, 14)]  # noqa: DTZ001 - a cell has no zone
    with pytest.raises(FileRefused):
        file_kind(tmp_path / "veri.docx", DOCUMENTS)


@pytest.mark.one_engine("sqlite")
def test_nobody_there_is_refused(db: Database) -> None:
    with pytest.raises(NotFound):
        told(db, 77)
