"""A colleague without the program opens a workbook, edits it, and sends it back: exactly her edits are merged."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.unit.sync.books import FIRST, Sheet, as_google_sheets, edit, with_libreoffice
from tests.unit.sync.laptops import Laptop, differences, told
from tn_desktop.exchange.sync.codes import DIGITS, read_code, row_code
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.model.messages import untranslated
from tn_desktop.services import attendance, records, same_as

PHONE = "+905321234567"


@pytest.fixture
def people(ayse: Laptop) -> list[str]:
    place = {"province": "TR-34", "district": "Kadıköy"}
    rows = [
        {
            "given_name": "Işık",
            "family_name": "Şen",
            "phone": "0532 123 45 67",
            **place,
        },
        {"given_name": "Ali", "family_name": "Öz", "institution": "A Okulu", "notes": "bir\niki"},
        {"given_name": "Veli", "family_name": "Ak", "institution": "B Okulu", "label": "müdür"},
        {"given_name": "Can", "family_name": "Su", "institution": "C Okulu", "email": "can@okul.org"},
    ]
    return [ayse.add("people", **row) for row in rows]


def doubts(laptop: Laptop, path: Path) -> list[tuple[int, str, str]]:
    """(row, field, sentence) of what is shown and not applied, and the problems of whole sheets as row 0."""
    report = receive(laptop.db, [path], Options(rehearse=True)).files[0]
    found = [(one.row, one.field, one.doubt.text(untranslated)) for one in report.edits if one.doubt]
    return found + [(0, "", problem.text(untranslated)) for problem in report.problems]


def test_a_corrected_phone_a_new_row_and_sil(ayse: Laptop, people: list[str]) -> None:
    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Işık"), "phone", "0533 765 43 21")
        sheet.put(sheet.find("given_name", "Ali"), "_action", "SİL")
        sheet.append(given_name="Yeni", family_name="Gelen", province="İzmir", phone="5441112233")

    report = ayse.receive(edit(ayse.send(), "People", work))
    assert told(report) == [("applied", "")]
    counts = report.counts
    assert (counts.added, counts.changed, counts.removed, counts.conflicts) == (1, 1, 1, 0)
    assert ayse.show("people", people[0])["phone"] == "+905337654321"
    assert ayse.show("people", people[1]) is None
    new = next(row for row in ayse.rows("people") if row["given_name"] == "Yeni")
    assert (new["province"], new["phone"], new["roles"], new["country"]) == (
        "TR-35",
        "+905441112233",
        ["teacher"],
        "TR",
    )
    assert ayse.problems() == []


def test_each_edit_says_whose_row_it_is(ayse: Laptop, people: list[str]) -> None:
    workshop = ayse.add("workshops", title="Atölye")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    ayse.add("enrolments", person=people[0], workshop=workshop)
    ayse.mark(session, people[0], "late")

    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Işık"), "phone", "0533 765 43 21")
        sheet.put(sheet.find("given_name", "Ali"), "_action", "SİL")
        sheet.put(sheet.find("given_name", "Veli"), "institution", "#REF!")
        sheet.append(given_name="Yeni", family_name="Gelen")

    path = edit(ayse.send(), "People", work)
    path = edit(path, "Attendance", lambda sheet: sheet.put(FIRST, "status", "Absent"))
    edits = ayse.receive(path, rehearse=True).files[0].edits
    titles = [one.title for one in edits]
    assert titles[:4] == ["Işık Şen", "Ali Öz", "Veli Ak", "Yeni Gelen"]
    assert "Işık Şen" in titles[4] and "[" not in titles[4] and "14.03.2026 13:00" in titles[4]


def test_an_untouched_copy_is_a_duplicate(ayse: Laptop, baran: Laptop, people: list[str]) -> None:
    path = ayse.send()
    baran.receive(path)
    saved = edit(path, "People", lambda sheet: None)
    assert [status for status, _ in told(baran.receive(saved))] == ["duplicate"]


def test_the_same_edits_on_three_laptops_are_one_state(
    ayse: Laptop, baran: Laptop, ceren: Laptop, people: list[str]
) -> None:
    def work(sheet: Sheet) -> None:
        sheet.put(sheet.find("given_name", "Ali"), "institution", "Yeni Okul")
        sheet.append(given_name="Yeni", family_name="Gelen")

    path = edit(ayse.send(), "People", work)
    for laptop in (ayse, baran, ceren):
        assert told(laptop.receive(path)) == [("applied", "")]
    # Each laptop introduces itself as it sends; all else is equal.
    states = [laptop.state(without=["device"]) for laptop in (ayse, baran, ceren)]
    assert differences(states[0], states[1]) == {} == differences(states[1], states[2])
    assert ayse.open_conflicts() == []


def test_an_old_edit_that_arrives_late_does_not_beat_a_newer_write(ayse: Laptop, people: list[str]) -> None:
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "institution", "Eski"))
    ayse.set("people", people[1], institution="Daha yeni")
    report = ayse.receive(path)
    assert ayse.show("people", people[1])["institution"] == "Daha yeni"
    assert report.counts.conflicts == 1
    assert ayse.open_conflicts() == [(people[1], "institution", "Daha yeni", "Eski")]


def test_rows_sorted_moved_or_taken_out_change_nothing(ayse: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = book["People"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for number, values in enumerate(reversed(rows[:-1]), FIRST):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value
    sheet.delete_rows(FIRST + len(rows) - 1)
    book.save(path.with_stem("sorted"))
    before = ayse.state()
    report = ayse.receive(path.with_stem("sorted"))
    assert report.counts.removed == 0 == report.counts.changed
    assert differences(before, ayse.state()) == {}


def test_one_column_sorted_alone_blocks_its_sheet_only(ayse: Laptop, people: list[str]) -> None:
    community = ayse.add("communities", name="Köy okulları")

    def shuffle(sheet: Sheet) -> None:
        values = [sheet.get(row, "given_name") for row in sheet.rows()]
        for row, value in zip(sheet.rows(), reversed(values), strict=True):
            sheet.put(row, "given_name", value)
        sheet.put(sheet.rows()[0], "institution", "Başka")

    path = edit(ayse.send(), "People", shuffle)
    path = edit(path, "Communities", lambda sheet: sheet.put(FIRST, "name", "Köyler"))
    ((row, _field, sentence),) = doubts(ayse, path)
    assert row == 0 and "sorted by itself" in sentence and "Given name" in sentence
    report = ayse.receive(path)
    assert report.counts.changed == 1
    assert ayse.show("communities", community)["name"] == "Köyler"
    assert ayse.show("people", people[0])["given_name"] == "Işık"


DAMAGE: dict[str, tuple[str, str, Any, str]] = {
    "shortened phone as text": ("Işık", "phone", "5.3E+09", "lost digits"),
    "shortened phone as a number": ("Işık", "phone", 5_300_000_000, "lost digits"),
    "a text that became a date": ("Veli", "label", date(2025, 3, 4), "date or a number"),
    "a text that became a number": ("Veli", "label", 45_720, "date or a number"),
    "an emptied cell": ("Can", "email", None, "emptied"),
    "a province that is none": ("Işık", "province", "İstanbull", "no province"),
    "a word that is no choice": ("Işık", "phone", "yok", "not a phone number"),
}


@pytest.mark.some(1)
@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_shown_and_not_applied(ayse: Laptop, people: list[str], damage: str) -> None:
    name, key, value, sentence = DAMAGE[damage]
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", name), key, value))
    before = ayse.state(without=["device"])
    ((_row, field, said),) = doubts(ayse, path)
    assert field == key and sentence in said
    assert ayse.receive(path).counts.changed == 0
    assert differences(before, ayse.state(without=["device"])) == {}


def test_what_is_doubtful_is_told_where_all_else_came_before(ayse: Laptop, baran: Laptop, people: list[str]) -> None:
    """A colleague gets a workbook that is here already, and what comes back differs in nothing but damage."""
    path = ayse.send()
    baran.receive(path)
    damaged = edit(path, "People", lambda sheet: sheet.put(sheet.find("given_name", "Işık"), "phone", "5.3E+09"))

    def shuffle(sheet: Sheet) -> None:
        values = [sheet.get(row, "given_name") for row in sheet.rows()]
        for row, value in zip(sheet.rows(), reversed(values), strict=True):
            sheet.put(row, "given_name", value)

    sorted_alone = edit(path, "People", shuffle, "sorted")
    emptied = edit(path, "People", lambda sheet: sheet.put(sheet.find("given_name", "Can"), "email", None), "emptied")
    for rehearse in (True, False):
        report = baran.receive(damaged, sorted_alone, emptied, rehearse=rehearse)
        assert [status for status, _reason in told(report)] == ["duplicate"] * 3 and report.batch is None
        (doubtful,) = report.files[0].edits
        assert doubtful.doubt is not None and "lost digits" in doubtful.doubt.text(untranslated)
        assert ["sorted by itself" in one.text(untranslated) for one in report.files[1].problems] == [True]
        first = report.as_json(untranslated)["files"][0]["reason"]
        assert "People, row 3: The phone number" in first
    (one,) = report.files[2].edits
    assert baran.receive(emptied, confirmed=frozenset((one.key,))).counts.changed == 1
    assert baran.show("people", people[3])["email"] is None
    assert baran.receive(path).files[0].edits == ()


def test_an_emptied_cell_that_is_meant_is_confirmed(ayse: Laptop, people: list[str]) -> None:
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", "Can"), "email", None))
    (one,) = receive(ayse.db, [path], Options(rehearse=True)).files[0].edits
    assert one.confirmable
    ayse.receive(path, confirmed=frozenset((one.key,)))
    assert ayse.show("people", people[3])["email"] is None


def test_what_was_emptied_is_named_in_words(ayse: Laptop, people: list[str]) -> None:
    """As people read it: no code of a province, no number of a phone as it is stored, no uid of another row."""
    workshop = ayse.add("workshops", title="Atölye", initiated_by=people[0])

    def work(sheet: Sheet) -> None:
        for key in ("province", "phone"):
            sheet.put(sheet.find("given_name", "Işık"), key, None)
        sheet.put(sheet.find("given_name", "Ali"), "roles", None)

    path = edit(edit(ayse.send(), "People", work), "Workshops", lambda sheet: sheet.put(FIRST, "initiated_by", None))
    said = {field: sentence for _row, field, sentence in doubts(ayse, path)}
    assert set(said) == {"province", "phone", "roles", "initiated_by"}
    assert "“İstanbul”" in said["province"] and "“0532 123 45 67”" in said["phone"]
    assert "“Teacher”" in said["roles"] and "“Işık Şen”" in said["initiated_by"]
    assert ayse.show("workshops", workshop)["initiated_by"] == people[0]


SAME = {
    "without its 0": ("Işık", "phone", "532 123 45 67"),
    "as a number": ("Işık", "phone", 5_321_234_567),
    "as E.164": ("Işık", "phone", PHONE),
    "trailing and hard spaces": ("Ali", "institution", " A\u00a0Okulu  "),
    "decomposed letters": ("Işık", "family_name", "S\u0327en"),
    "line ends of Windows": ("Ali", "notes", "bir\r\niki"),
    "a province by its number": ("Işık", "province", "34"),
    "a province in capitals": ("Işık", "province", "İSTANBUL"),
    "a district without its letters": ("Işık", "district", "KADIKOY"),
}


@pytest.mark.some(3)
@pytest.mark.parametrize("form", SAME)
def test_the_same_value_in_another_form_is_no_edit(ayse: Laptop, people: list[str], form: str) -> None:
    name, key, value = SAME[form]
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", name), key, value))
    report = ayse.receive(path)
    assert [status for status, _ in told(report)] == ["applied"]
    assert report.files[0].edits == () and report.counts.changed == 0


def test_turkish_letters_are_different_letters_where_they_are_typed(ayse: Laptop, people: list[str]) -> None:
    path = edit(ayse.send(), "People", lambda sheet: sheet.put(sheet.find("given_name", "Işık"), "given_name", "IŞIK"))
    ayse.receive(path)
    assert ayse.show("people", people[0])["given_name"] == "IŞIK"


def test_a_copied_row_with_its_code_is_asked_about(ayse: Laptop, people: list[str]) -> None:
    def copy(sheet: Sheet) -> None:
        source = sheet.find("given_name", "Ali")
        values = {key: sheet.get(source, key) for key in sheet.keys if key != "_action"}
        sheet.append(**{**values, "given_name": "Kopya"})

    path = edit(ayse.send(), "People", copy)
    ((_row, _field, sentence),) = doubts(ayse, path)
    assert "several rows" in sentence
    assert ayse.receive(path).counts.added == 0 and ayse.show("people", people[1])["given_name"] == "Ali"


def test_columns_moved_renamed_and_added_are_understood(ayse: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = book["People"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    keys = [str(key).split(" ")[0] for key in rows[0]]
    place = keys.index("institution")
    for number, row in enumerate(rows, 1):
        moved = [row[place], *row[:place], *row[place + 1 :], "ek" if number > 1 else None]
        if number == 2:
            moved[0] = "Kurum (yeni ad)"
        for column, value in enumerate(moved, 1):
            sheet.cell(number, column).value = value
    sheet.cell(FIRST + 1, 1).value = "Taşınan Okul"
    book["People"].title = "Liste"
    book.save(path.with_stem("moved"))
    report = ayse.receive(path.with_stem("moved"))
    assert told(report) == [("applied", "")] and report.counts.changed == 1
    assert ayse.show("people", people[1])["institution"] == "Taşınan Okul"


def test_without_the_row_of_keys_the_headings_tell(ayse: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = Sheet(book["People"])
    sheet.put(sheet.find("given_name", "Ali"), "institution", "Yeni Okul")
    book["People"].delete_rows(1)
    book.save(path.with_stem("keyless"))
    assert ayse.receive(path.with_stem("keyless")).counts.changed == 1
    assert ayse.show("people", people[1])["institution"] == "Yeni Okul"


@pytest.mark.parametrize("title", ["People", "Liste"])
def test_a_sheet_without_its_keys_is_no_other_one_that_has_codes_too(
    ayse: Laptop, people: list[str], title: str
) -> None:
    stakeholder = ayse.add("stakeholders", name="Işık Derneği", type="ngo")
    ayse.add("contacts", stakeholder=stakeholder, person=people[0])
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = Sheet(book["People"])
    sheet.put(sheet.find("given_name", "Ali"), "institution", "Yeni Okul")
    book["People"].delete_rows(1)
    book["People"].title = title
    book.save(path.with_stem("keyless"))
    report = ayse.receive(path.with_stem("keyless"))
    assert told(report) == [("applied", "")] and report.counts.changed == 1
    assert ayse.show("people", people[1])["institution"] == "Yeni Okul"


def test_without_codes_nothing_of_the_sheet_is_taken(ayse: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    book["People"].cell(FIRST, 3).value = "Başka"
    book["People"].delete_cols(1)
    book.save(path.with_stem("codeless"))
    report = ayse.receive(path.with_stem("codeless"))
    assert report.counts.changed == 0
    (problem,) = report.files[0].problems
    assert problem.text(untranslated).startswith("In sheet “People”")


def test_merged_cells_are_emptied_cells(ayse: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = Sheet(book["People"])
    row, column = sheet.find("given_name", "Ali"), sheet.column("institution")
    book["People"].merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    book.save(path.with_stem("merged"))
    assert [field for _row, field, _said in doubts(ayse, path.with_stem("merged"))] == ["institution"]


def test_a_formula_typed_by_a_person_stays_her_text(ayse: Laptop, baran: Laptop) -> None:
    uid = ayse.add("people", given_name='=HYPERLINK("http://x","y")', notes="-1+2")
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    assert book["People"].cell(FIRST, 3).data_type == "s"
    baran.receive(path)
    assert baran.show("people", uid) == ayse.show("people", uid)
    assert told(baran.receive(edit(path, "People", lambda sheet: None))) == [
        ("duplicate", "This file was taken in already.")
    ]


def test_dates_are_real_dates_and_1904_is_understood(ayse: Laptop) -> None:
    community = ayse.add("communities", name="Köyler", founded="2025-03-14")
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = Sheet(book["Communities"])
    assert f"{sheet.get(FIRST, 'founded'):%Y-%m-%d}" == "2025-03-14"
    book.epoch = CALENDAR_MAC_1904
    sheet.put(FIRST, "founded", date(2025, 3, 15))
    book.save(path.with_stem("1904"))
    ayse.receive(path.with_stem("1904"))
    assert ayse.show("communities", community)["founded"] == "2025-03-15"
    text = edit(ayse.send(), "Communities", lambda sheet: sheet.put(FIRST, "founded", "16.03.2025"))
    ayse.receive(text)
    assert ayse.show("communities", community)["founded"] == "2025-03-16"

    def eat(sheet: Sheet) -> None:
        sheet.put(FIRST, "founded", 45_000)
        sheet.sheet.cell(FIRST, sheet.column("founded")).number_format = "General"

    bare = edit(ayse.send(), "Communities", eat)
    assert "bare number" in doubts(ayse, bare)[0][2]


def test_a_word_that_is_none_of_the_list_is_told_with_those_of_the_sheet(ayse: Laptop) -> None:
    workshop = ayse.add("workshops", title="Atölye", kind="hybrid_program")
    path = edit(ayse.send(), "Workshops", lambda sheet: sheet.put(FIRST, "kind", "kurs"))
    ((_row, _field, said),) = doubts(ayse, path)
    assert said.startswith("“kurs” is not allowed here. Allowed: Workshop, Talk, ") and "hybrid_program" not in said
    assert ayse.show("workshops", workshop)["kind"] == "hybrid_program"


def test_a_block_written_into_an_agenda_names_a_tool_of_the_library(ayse: Laptop, baran: Laptop) -> None:
    workshop = ayse.add("workshops", title="Atölye")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    tools = [row["uid"] for row in ayse.rows("tools")][:2]
    for tool in tools:
        ayse.add("agenda", session=session, tool=tool, minutes=20)
    path = ayse.send()
    baran.receive(path)

    def write(sheet: Sheet) -> None:
        first, second = sheet.rows()
        sheet.append(session=sheet.get(first, "session"), tool=sheet.get(first, "tool"), minutes=45)
        sheet.put(second, "tool", sheet.get(first, "tool"))

    report = baran.receive(edit(path, "Agenda", write))
    assert told(report) == [("applied", "")] and (report.counts.added, report.counts.changed) == (1, 1)
    assert [row["tool"] for row in baran.rows("agenda")] == [tools[0]] * 3


def test_marks_written_into_a_workbook_are_deliberate(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Ali")
    workshop = ayse.add("workshops", title="Atölye")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    ayse.add("enrolments", person=person, workshop=workshop)
    ayse.mark_others(session)
    path = ayse.send()
    ayse.receive(edit(path, "Attendance", lambda sheet: sheet.put(FIRST, "status", "Absent")))
    (mark,) = ayse.rows("attendance")
    assert (mark["status"], mark["made_by"]) == ("absent", "import")
    baran.receive(path, ayse.send())
    assert baran.rows("attendance") == ayse.rows("attendance") and baran.open_conflicts() == []


def test_what_a_row_lists_is_shown_and_not_read(ayse: Laptop, baran: Laptop) -> None:
    community = ayse.add("communities", name="Köyler")
    workshop = ayse.add("workshops", title="Atölye", communities=community)
    path = ayse.send()
    shown: list[Any] = []

    def look(sheet: Sheet) -> None:
        shown.append(sheet.get(FIRST, "_communities"))
        sheet.put(FIRST, "_communities", "Başka")

    report = baran.receive(edit(path, "Workshops", look))
    assert shown == ["Köyler"] and report.files[0].edits == ()
    assert baran.show("workshops", workshop)["communities"] == [community]


def test_a_new_row_names_others_by_their_codes(ayse: Laptop, people: list[str]) -> None:
    workshop = ayse.add("workshops", title="Atölye")
    ayse.add("enrolments", person=people[0], workshop=workshop)
    path = ayse.send()

    def enrol(sheet: Sheet) -> None:
        import uuid

        code = row_code(uuid.UUID(people[1]).bytes)
        sheet.append(person=f"Ali [{code}]", workshop=sheet.get(FIRST, "workshop"), status="Waiting list")
        sheet.append(person="Kimse", workshop=sheet.get(FIRST, "workshop"))

    changed = edit(path, "Enrolments", enrol)
    assert "names no row" in doubts(ayse, changed)[0][2]
    ayse.receive(changed)
    rows = {row["person"]: row["status"] for row in ayse.rows("enrolments")}
    assert rows == {people[0]: "enrolled", people[1]: "waiting"} and ayse.problems() == []


@pytest.mark.thorough
@pytest.mark.needs("soffice")
def test_a_workbook_saved_by_libreoffice_makes_no_edit(ayse: Laptop, baran: Laptop, people: list[str]) -> None:
    workshop = ayse.add("workshops", title="Atölye", description="Uzun  metin\n\nüç satır  =1+1")
    ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00", capacity=12, link="https://x.org/?a=b&c=d")
    ayse.add("communities", name="Köyler", founded="2025-03-14")
    path = ayse.send()
    saved = with_libreoffice(path)
    report = baran.receive(saved)
    assert told(report) == [("applied", "")] and report.files[0].edits == ()
    assert differences(ayse.state(), baran.state()) == {}
    assert [status for status, _ in told(baran.receive(path))] == ["duplicate"]
    again = edit(saved, "People", lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "institution", "Yeni"))
    assert baran.receive(with_libreoffice(again)).counts.changed == 1
    assert baran.show("people", people[1])["institution"] == "Yeni"


@pytest.mark.thorough
@pytest.mark.needs("soffice")
def test_a_workbook_saved_as_ods_is_the_same_too(ayse: Laptop, baran: Laptop, people: list[str]) -> None:
    report = baran.receive(with_libreoffice(ayse.send(), "ods"))
    assert told(report) == [("applied", "")] and report.files[0].edits == ()
    assert differences(ayse.state(), baran.state()) == {}


def test_a_workbook_that_went_through_google_sheets_makes_no_edit(
    ayse: Laptop, baran: Laptop, people: list[str]
) -> None:
    workshop = ayse.add("workshops", title="Atölye", description="Uzun  metin\n\nüç satır  =1+1")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00", capacity=12, minors=3)
    ayse.add("communities", name="Köyler", founded="2025-03-14")
    ayse.mark(session, people[0], "late")
    path = ayse.send()
    saved = as_google_sheets(path)
    report = baran.receive(saved)
    assert told(report) == [("applied", "")] and report.files[0].edits == () == report.files[0].problems
    assert differences(ayse.state(), baran.state()) == {}
    assert [status for status, _ in told(baran.receive(path))] == ["duplicate"]
    # What is corrected there comes as a correction made in Excel does.
    again = edit(saved, "People", lambda sheet: sheet.put(sheet.find("given_name", "Ali"), "institution", "Yeni"))
    assert baran.receive(again).counts.changed == 1
    assert baran.show("people", people[1])["institution"] == "Yeni"


def test_without_the_machine_part_a_copy_from_google_sheets_is_a_foreign_sheet(
    ayse: Laptop, baran: Laptop, people: list[str]
) -> None:
    ((status, reason),) = told(baran.receive(as_google_sheets(ayse.send(), keep_machine=False)))
    assert status == "refused" and "hidden part" in reason
    assert baran.rows("people") == []


def test_rows_that_a_filter_hides_are_not_removed(ayse: Laptop, baran: Laptop, people: list[str]) -> None:
    path = ayse.send()
    book = openpyxl.load_workbook(path)
    sheet = book["People"]
    sheet.auto_filter.ref = sheet.dimensions
    sheet.auto_filter.add_filter_column(2, ["Ali"])
    for number in range(FIRST, sheet.max_row + 1):
        sheet.row_dimensions[number].hidden = sheet.cell(number, 3).value != "Ali"
    book.save(path.with_stem("filtered"))
    assert told(baran.receive(path.with_stem("filtered"))) == [("applied", "")]
    assert differences(ayse.state(), baran.state()) == {}


def test_codes_find_every_wrong_digit_and_every_swap() -> None:
    for number in range(300):
        code = row_code(number.to_bytes(16, "big"))
        assert read_code(code) == code == read_code(f" {code.lower().replace('-', ' ')} ")
        plain = code.replace("-", "")
        for place in range(len(plain)):
            for digit in DIGITS:
                if digit != plain[place]:
                    assert read_code(plain[:place] + digit + plain[place + 1 :]) is None
            if place and plain[place] != plain[place - 1]:
                swapped = plain[: place - 1] + plain[place] + plain[place - 1] + plain[place + 1 :]
                assert read_code(swapped) is None


def test_a_mark_that_gave_way_is_heard_again_when_it_is_corrected_in_a_workbook(
    ayse: Laptop, people: list[str]
) -> None:
    workshops = [ayse.add("workshops", title=title) for title in ("Atölye", "Atölye (2)")]
    here, there = (ayse.add("sessions", workshop=one, starts_at="2026-03-14T13:00") for one in workshops)
    with ayse.db.read() as connection:
        one, other = (records.id_of(connection, "sessions", session) for session in (here, there))
    ayse.mark(there, people[0], "late")
    ayse.mark(here, people[0], "present")
    with ayse.db.write("same") as uow:
        same_as.judge(uow, "sessions", one, other, same_as.SAME)
    ayse.mark(here, people[0], "absent")

    def said() -> tuple[str | None, list[str]]:
        with ayse.db.read() as connection:
            (row,) = attendance.roster(connection, one).rows
        return row.status, [said.status for said in row.differs]

    assert said() == ("absent", [])
    path = ayse.send()
    book = openpyxl.load_workbook(path, read_only=True)
    words = {cell for row in book["Attendance"].iter_rows(values_only=True) for cell in row}
    assert "Gave way to another mark" in words
    changed = edit(path, "Attendance", lambda sheet: sheet.put(sheet.find("status", "Late"), "status", "Excused"))
    assert ayse.receive(changed).counts.changed == 1
    kept, others = said()
    assert {kept, *others} == {"absent", "excused"} and len(others) == 1
