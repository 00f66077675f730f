"""Workbooks that people correct, on their way: again and again, by two at once, by wrong clocks, after an erasure."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from tests.unit.sync.books import FIRST, Sheet, as_excel_ods, as_xlsb, edit, with_libreoffice
from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tests.unit.sync.test_files import rewritten
from tn_desktop.exchange.sync import held, virtual
from tn_desktop.exchange.sync.scope import Scope
from tn_desktop.exchange.sync.sending import Order
from tn_desktop.model.messages import untranslated
from tn_desktop.services.merge_undo import undo_batch


@pytest.fixture
def ali(ayse: Laptop) -> str:
    return ayse.add("people", given_name="Ali", institution="Okul", notes="gizlikelime")


def school(name: str) -> Callable[[Sheet], None]:
    return lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "institution", name)


def action(word: str) -> Callable[[Sheet], None]:
    return lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "_action", word)


def saved_at(path: Path, when: str) -> Path:
    """The workbook as saved at that moment, by the clock of whoever edited it."""

    def change(core: bytes) -> bytes:
        changed, count = re.subn(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + when.encode(), core)
        assert count == 1
        return changed

    return rewritten(path, "docProps/core.xml", change)


# --- the clock of whoever edits -------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
def test_a_clock_that_is_years_off_takes_no_edit_and_lasts_no_years(
    ayse: Laptop, baran: Laptop, ali: str, when: str
) -> None:
    path = saved_at(edit(ayse.send(), "People", school("Köy Okulu")), when)
    assert told(ayse.receive(path)) == [("applied", "")]
    assert ayse.show("people", ali)["institution"] == "Köy Okulu"
    # What is written next wins, here and on the laptop to which it goes: nobody's clock was pulled along.
    ayse.set("people", ali, institution="Son Okul")
    assert told(baran.receive(path, ayse.send())) == [("applied", "")] * 2
    assert baran.show("people", ali)["institution"] == "Son Okul" and baran.open_conflicts() == []


def test_a_clock_that_is_weeks_ahead_is_named_as_that_of_the_workbook(
    ayse: Laptop, ali: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    when = f"{datetime.now(UTC) + timedelta(days=40):%Y-%m-%dT%H:%M:%SZ}"
    path = saved_at(edit(ayse.send(), "People", school("Köy Okulu")), when)
    for rehearse in (True, False):
        ((status, reason),) = told(ayse.receive(path, rehearse=rehearse))
        assert status == "held" and "was edited on a computer" in reason
    with ayse.db.read() as connection:
        (waiting,) = held.held_files(connection)
    assert "{" not in waiting.reason and ayse.show("people", ali)["institution"] == "Okul"


# --- the same workbook more than once -------------------------------------------------------------------------------


def test_whoever_corrects_her_correction_has_the_last_word_in_any_order(ayse: Laptop, baran: Laptop, ali: str) -> None:
    one = edit(ayse.send(), "People", school("Bir"), "1")
    two = edit(one, "People", school("İki"), "2")
    # A few hours lie between, as her clock has it.
    now = datetime.now(UTC)
    one = saved_at(one, f"{now + timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}")
    two = saved_at(two, f"{now + timedelta(hours=2):%Y-%m-%dT%H:%M:%SZ}")
    ayse.receive(one, two)
    baran.receive(two, one)
    for laptop in (ayse, baran):
        assert laptop.show("people", ali)["institution"] == "İki"
        assert laptop.open_conflicts() == [(ali, "institution", "İki", "Bir")]


def test_two_colleagues_who_correct_one_cell_are_both_heard(ayse: Laptop, baran: Laptop, ali: str) -> None:
    base = ayse.send()
    files = [edit(base, "People", school(name), name) for name in ("Bir", "İki")]
    ayse.receive(*files)
    baran.receive(*reversed(files))
    kept = ayse.show("people", ali)["institution"]
    assert (
        ayse.open_conflicts() == baran.open_conflicts() == [(ali, "institution", kept, ({"Bir", "İki"} - {kept}).pop())]
    )
    assert differences(ayse.state(without=["device"]), baran.state(without=["device"])) == {}


# --- SİL ------------------------------------------------------------------------------------------------------------


@pytest.mark.some(2)
@pytest.mark.parametrize("word", ["SİL", " sil ", "Sil", "SIL", "si\u0307l", "delete", "DELETE"])
def test_however_it_is_typed(ayse: Laptop, ali: str, word: str) -> None:
    assert ayse.receive(edit(ayse.send(), "People", action(word))).counts.removed == 1
    assert ayse.show("people", ali) is None and ayse.problems() == []


def test_another_word_removes_nothing(ayse: Laptop, ali: str) -> None:
    report = ayse.receive(edit(ayse.send(), "People", action("silme")))
    (one,) = report.files[0].edits
    assert one.doubt is not None and "no action" in one.doubt.text(untranslated) and ayse.show("people", ali)


def test_it_does_not_hide_what_was_written_since(ayse: Laptop, baran: Laptop, ali: str) -> None:
    path = edit(ayse.send(), "People", action("SİL"))
    baran.receive(path)
    assert baran.show("people", ali) is None
    ayse.set("people", ali, notes="yeni")
    assert ayse.receive(path).counts.removed == 0
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert laptop.show("people", ali)["notes"] == "yeni" and laptop.problems() == []
    assert differences(ayse.state(), baran.state()) == {}


# --- what spreadsheets put into cells -------------------------------------------------------------------------------


@pytest.mark.some(1)
@pytest.mark.needs("soffice")
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "ods of Excel"])
def test_a_formula_of_hers_counts_by_its_value_and_an_error_is_damage(ayse: Laptop, ali: str, kind: str) -> None:
    veli = ayse.add("people", given_name="Veli", institution="Okul")

    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Ali"), "institution", '=VLOOKUP("yok",A1:B3,2,0)')
        sheet.put(sheet.find("given_name", "Ali"), "notes", "=1/0")
        sheet.put(sheet.find("given_name", "Veli"), "institution", '=UPPER("köy")')

    path = with_libreoffice(edit(ayse.send(), "People", work), kind[:4].strip())
    report = ayse.receive(as_excel_ods(path) if "Excel" in kind else path)
    broken = [one for one in report.files[0].edits if one.doubt]
    assert sorted(one.field for one in broken) == ["institution", "notes"]
    assert all("the error of a formula" in one.doubt.text(untranslated) for one in broken if one.doubt)
    assert not any(one.confirmable for one in broken)
    row = ayse.show("people", ali)
    assert (row["institution"], row["notes"]) == ("Okul", "gizlikelime")
    assert ayse.show("people", veli)["institution"] == "KÖY"


@pytest.mark.some(2)
@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_in_a_cell_is_told_as_damage_and_changes_nothing(ayse: Laptop, ali: str, error: str) -> None:
    """In place of a value, in a cell that was empty, in an added row, in the places of code and action."""
    veli = ayse.add("people", given_name="Veli", institution="Okul")
    can = ayse.add("people", given_name="Can", institution="Okul")

    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Ali"), "institution", error)
        sheet.put(sheet.find("given_name", "Ali"), "phone", error)
        sheet.put(sheet.find("given_name", "Veli"), "_action", error)
        sheet.append(given_name="Yeni", institution=error)
        sheet.sheet.cell(sheet.find("given_name", "Can"), 1).value = error

    path = edit(ayse.send(), "People", work)
    before = ayse.state(without=["device"])
    report = ayse.receive(path)
    assert told(report)[0][0] == "applied" and differences(before, ayse.state(without=["device"])) == {}
    doubts = [one.doubt.text(untranslated) for one in report.files[0].edits if one.doubt]
    assert len(doubts) == len(report.files[0].edits) == 5
    assert not any("emptied" in said for said in doubts) and all(error in said for said in doubts)
    assert sum("the error of a formula" in said for said in doubts) == 3
    assert [ayse.show("people", uid)["institution"] for uid in (ali, veli, can)] == ["Okul"] * 3


@pytest.mark.some(1)
@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_in_a_binary_workbook_is_damage(ayse: Laptop, ali: str, error: str) -> None:
    ayse.add("people", given_name="Veli")

    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Ali"), "institution", error)
        sheet.put(sheet.find("given_name", "Veli"), "institution", error)
        sheet.put(sheet.find("given_name", "Veli"), "notes", "Yeni")

    report = ayse.receive(as_xlsb(edit(ayse.send(), "People", work)))
    doubts = [one.doubt.text(untranslated) for one in report.files[0].edits if one.doubt]
    assert len(doubts) == 2 and all("the error of a formula" in said and error in said for said in doubts)
    assert [one.field for one in report.files[0].edits if not one.doubt] == ["notes"]
    assert ayse.show("people", ali)["institution"] == "Okul"


def test_the_word_of_an_error_that_somebody_wrote_stays_hers(ayse: Laptop, baran: Laptop) -> None:
    uid = ayse.add("people", given_name="Ali", notes="#N/A")
    report = baran.receive(edit(ayse.send(), "People", lambda sheet: sheet.put(FIRST, "institution", "Okul")))
    assert not any(one.doubt for one in report.files[0].edits)
    row = baran.show("people", uid)
    assert (row["notes"], row["institution"]) == ("#N/A", "Okul")


def test_a_workbook_with_an_error_is_read_as_any_other(ayse: Laptop, baran: Laptop, ali: str) -> None:
    """Another reader has to read it, which is to see the same in every other cell."""
    workshop = ayse.add("workshops", title="Atölye", description="Uzun  metin\n\nüç satır  =1+1")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00", capacity=12, minors=3)
    ayse.add("communities", name="Köyler", founded="2025-03-14")
    ayse.mark(session, ali, "late")
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "label", "#REF!"))
    report = baran.receive(path)
    assert [(one.field, one.doubt is not None) for one in report.files[0].edits] == [("label", True)]
    assert differences(ayse.state(), baran.state()) == {}


def test_codes_that_were_sorted_alone_block_the_sheet(ayse: Laptop) -> None:
    uids = [ayse.add("people", given_name=f"Kişi {n}", institution=f"Okul {n}") for n in range(5)]

    def shuffle(sheet: Sheet) -> None:
        codes = [sheet.sheet.cell(row, 1).value for row in sheet.rows()]
        for row, code in zip(sheet.rows(), reversed(codes), strict=True):
            sheet.sheet.cell(row, 1).value = code

    report = ayse.receive(edit(ayse.send(), "People", shuffle))
    (problem,) = report.files[0].problems
    assert "sorted by itself" in problem.text(untranslated) and report.counts.changed == 0
    assert [ayse.show("people", uid)["institution"] for uid in uids] == [f"Okul {n}" for n in range(5)]


def test_a_row_pasted_into_another_sheet_or_file_is_asked_about(ayse: Laptop, ali: str) -> None:
    ayse.add("communities", name="Köyler")
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    people, communities = book["People"], book["Communities"]
    for column in range(1, 6):
        communities.cell(FIRST + 1, column).value = people.cell(FIRST, column).value
    book.save(path.with_stem("pasted"))
    (one,) = ayse.receive(path.with_stem("pasted")).files[0].edits
    assert one.doubt is not None and "belongs to no row" in one.doubt.text(untranslated)
    assert [row["name"] for row in ayse.rows("communities")] == ["Köyler"]


# --- whoever was erased ---------------------------------------------------------------------------------------------


def test_edits_in_an_old_workbook_bring_nobody_back(ayse: Laptop, baran: Laptop, ali: str) -> None:
    workshop = ayse.add("workshops", title="Atölye")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    ayse.add("enrolments", person=ali, workshop=workshop)
    ayse.mark(session, ali, "present")
    base = ayse.send()
    baran.receive(base)
    old = [
        edit(base, "People", school("Köy Okulu"), "1"),
        edit(base, "People", action("SİL"), "2"),
        edit(base, "Attendance", lambda sheet: sheet.put(FIRST, "status", "Late"), "3"),
        edit(base, "Enrolments", lambda sheet: sheet.put(FIRST, "status", "Waiting list"), "4"),
    ]
    ayse.erase(ali)
    ayse.receive(*old)
    baran.receive(*reversed(old))
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert laptop.rows("people") == [] == laptop.rows("enrolments")
        assert laptop.open_conflicts() == [] == laptop.problems()
    assert differences(ayse.state(), baran.state()) == {}


def test_taking_a_batch_back_brings_nobody_back(ayse: Laptop, baran: Laptop, ali: str) -> None:
    exchange(ayse, baran)
    ayse.set("people", ali, notes="başkakelime")
    before = baran.receive(ayse.send())
    ayse.erase(ali)
    erasing = baran.receive(ayse.send())
    for batch in (erasing.batch, before.batch):
        with baran.db.write("undo") as uow:
            undo_batch(uow, batch)
        assert baran.rows("people") == [] == baran.problems()
    baran.close()
    data = b"".join(file.read_bytes() for file in baran.profile.directory.glob("tn-desktop.db*"))
    assert b"gizlikelime" not in data and "başkakelime".encode() not in data
    baran.reopen_after_close()


@pytest.mark.some(1)
@pytest.mark.parametrize("order", [Order(Scope(province="TR-06")), Order(delta=True), Order(rows_a_part=2)])
def test_every_file_carries_every_erasure(ayse: Laptop, baran: Laptop, ali: str, order: Order) -> None:
    """A file of another province, a delta, and each part by itself."""
    for number in range(4):
        ayse.add("people", given_name=f"Kişi {number}", province="TR-06")
    exchange(ayse, baran)
    ayse.erase(ali)
    baran.receive(ayse.send_all(order=order).files[-1])
    assert baran.show("people", ali) is None and len(baran.rows("people")) == 4


# --- each rule taken out --------------------------------------------------------------------------------------------


def test_an_edit_by_a_clock_of_the_receivers_breaks_property_7(
    ayse: Laptop, baran: Laptop, ali: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten laptops agree because the stamps depend on the file alone."""
    path = edit(ayse.send(), "People", school("Köy Okulu"))
    ticks = iter(range(1, 100))
    real = virtual.virtual_stamp
    monkeypatch.setattr(
        virtual, "virtual_stamp", lambda seen, modified, *facts: real(seen, modified, *facts, next(ticks))
    )
    for laptop in (ayse, baran):
        laptop.receive(path)
    assert differences(ayse.state(without=["device"]), baran.state(without=["device"])) != {}


def test_an_edit_that_claims_to_have_seen_all_loses_a_write_unseen(
    ayse: Laptop, ali: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its writer saw the row as the file held it, and no more: else property 3 does not hold."""
    path = edit(ayse.send(), "People", school("Eski"))
    ayse.set("people", ali, institution="Daha yeni")
    with ayse.db.read() as connection:
        (seen,) = connection.exec_driver_sql("SELECT seen FROM person").scalars()
    monkeypatch.setattr(virtual, "_seen", lambda base, stamp: json.loads(seen) | {stamp[12:]: stamp[:12]})
    real = virtual.virtual_stamp
    monkeypatch.setattr(virtual, "virtual_stamp", lambda base, modified, *facts: real(json.loads(seen), 0, *facts))
    ayse.receive(path)
    assert ayse.show("people", ali)["institution"] == "Eski" and ayse.open_conflicts() == []
