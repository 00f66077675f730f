"""The Workshops pane and planning by keys alone, with what is then on disk."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, is_editing, pick, press, rows, shown, write_over
from tn_desktop.gui.context import Context, PlanWish
from tn_desktop.gui.dialogs.plan_workshop import PlanWorkshop, plan
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.services import attendance, community_page, enrolling, known_people, records, settings, workshops
from tn_desktop.services.workshops import WorkshopPlan

Store = Callable[..., int]


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> WorkshopsPane:
    """A workshop of three sessions for a community of two, on 14.03.2026 and the weeks after."""
    assert context.tasks.database is not None
    with context.tasks.database.write("fill") as uow:
        people = [
            records.add(uow, "people", {"given_name": given, "family_name": family}).subject
            for given, family in (("Ayşe", "Yılmaz"), ("Cem", "Öz"), ("Oya", "Gür"))
        ]
        community = records.add(uow, "communities", {"name": "Iğdır Çemberi", "province": "76"}).subject
        assert community is not None
        community_page.add_members(uow, community, [person for person in people[:2] if person])
        plan = WorkshopPlan(
            {"title": "Eleştirel Düşünme", "province": "76", "communities": [community], "kind": "talk"},
            "14.03.2026 13:00",
            "14.03.2026 16:00",
            {"venue": "Halk Eğitim", "capacity": 3},
            repeats=3,
            enrol_members=True,
        )
        workshops.plan(uow, plan)
        owner = {"name": "Oya", "person": records.uid_of(uow.connection, "people", people[2] or 0), "province": "TR-34"}
        settings.put(uow, settings.OWNER, owner)
    made: WorkshopsPane = shown(qtbot, WorkshopsPane(context), 1)
    qtbot.waitUntil(lambda: made.page.ui.head.title.text() == "Eleştirel Düşünme")
    return made


def cell(pane: WorkshopsPane, row: int, name: str) -> str:
    model = pane.page.ui.sessions.model()
    column = next(number for number, cell in enumerate(model.cells) if cell.name == name)
    return str(model.index(row, column).data())


def test_enter_goes_to_the_sessions_and_on_to_the_attendance(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    press(qtbot, K.Key_Return)
    assert focused() is pane.page.ui.sessions
    press(qtbot, K.Key_Down)
    with qtbot.waitSignal(context.navigator.attendance_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [2]
    with qtbot.waitSignal(context.navigator.print_wanted) as printed:
        press(qtbot, K.Key_P, modifier=CTRL)
    assert printed.args == [(2,)]


def test_the_session_of_today_is_chosen(qtbot: QtBot, pane: WorkshopsPane) -> None:
    assert [cell(pane, 0, name) for name in ("number", "date", "time", "people", "status")] == [
        "1", "14.03.2026", "13:00–16:00", "–", "○ Planned",
    ]  # fmt: skip
    assert pane.page.sessions.current() == 1


def test_date_and_time_are_edited_in_their_cells(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    press(qtbot, K.Key_Return)
    press(qtbot, K.Key_F2)
    write_over("15.03.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "sessions")[0]["starts_at"] == "2026-03-15T13:00")
    pane.page.ui.sessions.edit_cell("time")
    write_over("14:30 13:00")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(pane.page.ui.sessions_refusal.isVisible)
    assert "ends before it starts" in pane.page.ui.sessions_refusal.text()
    editor = focused()
    assert isinstance(editor, QLineEdit) and editor.text() == "14:30 13:00"
    write_over("14.30 - 17")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "sessions")[0]["ends_at"] == "2026-03-15T17:00")
    assert rows(context, "sessions")[0]["moved_from"] is None


def menu_of(pane: WorkshopsPane) -> dict[str, Any]:
    assert isinstance(pane.page.ui.change_session.menu(), QMenu)
    return pane.page.sessions._actions


def test_a_postponed_session_gets_its_new_date_at_once(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    menu_of(pane)["postpone"].trigger()
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit) and focused().parent() is not None)
    qtbot.waitUntil(lambda: pane.page.ui.sessions.state() == pane.page.ui.sessions.State.EditingState)
    write_over("04.04.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: any(row["moved_from"] for row in rows(context, "sessions")))
    (moved,) = [row for row in rows(context, "sessions") if row["moved_from"]]
    assert (moved["starts_at"], moved["moved_from"], moved["status"]) == (
        "2026-04-04T13:00", "2026-03-14T13:00", "planned",
    )  # fmt: skip


def test_a_cancelled_session_keeps_its_marks_and_does_not_count_them(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("mark") as uow:
        changes = attendance.mark(uow, 1, 1, "present")
    context.tasks.changed.emit(changes, None)
    qtbot.waitUntil(lambda: cell(pane, 0, "people") == "1/2")
    menu_of(pane)["cancel"].trigger()
    qtbot.waitUntil(lambda: cell(pane, 0, "status") == "✕ Cancelled")
    assert cell(pane, 0, "people") == "–"
    assert [row["status"] for row in rows(context, "attendance")] == ["present"]
    menu_of(pane)["take_up"].trigger()
    qtbot.waitUntil(lambda: cell(pane, 0, "people") == "1/2")
    assert cell(pane, 0, "status") == "● Held"


def test_sessions_are_added_and_removed(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    pane.page.ui.add_session.setFocus()
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: pane.page.ui.sessions.model().rowCount() == 4)
    qtbot.waitUntil(lambda: pane.page.sessions.current() == 4)
    assert rows(context, "sessions")[3]["starts_at"] == "2026-04-04T13:00"
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: pane.page.ui.sessions.model().rowCount() == 3)
    assert len(rows(context, "sessions")) == 3


def test_facilitators_of_a_session_are_known_or_new(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    field = pane.page.sessions._form.editors["facilitators"].field
    pick(qtbot, field.picker, "oya")
    qtbot.waitUntil(lambda: len(rows(context, "sessions")[0]["facilitators"]) == 1)
    type_text(field.picker, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "sessions")[0]["facilitators"]) == 2)
    assert len(rows(context, "people", given_name="Naz")) == 1
    qtbot.waitUntil(lambda: [known.name for known in field.chosen] == ["Oya Gür", "Naz Demir"])
    press(qtbot, K.Key_Tab)
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "sessions")[0]["facilitators"]) == 1)
    assert focused() is field.picker
    press(qtbot, K.Key_Backspace)
    qtbot.waitUntil(lambda: rows(context, "sessions")[0]["facilitators"] == [])


def test_the_list_fills_by_typing_and_then_the_waiting_list(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    page = pane.page
    page.ui.tabs.setCurrentWidget(page.ui.enrolled_tab)
    pick(qtbot, page.ui.add_person, "oya")
    qtbot.waitUntil(lambda: len(rows(context, "enrolments", status="enrolled")) == 3)
    type_text(page.ui.add_person, "Naz Demir")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "enrolments", status="waiting")) == 1)
    qtbot.waitUntil(page.ui.enrolled_refusal.isVisible)
    assert "waiting list" in page.ui.enrolled_refusal.text()
    qtbot.waitUntil(lambda: page.ui.enrolled.model().rowCount() == 4)
    page.ui.enrolled.setFocus()
    press(qtbot, K.Key_Home, modifier=CTRL)
    page.ui.enrolled.edit_cell("status")
    press(qtbot, K.Key_Down, 2)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "enrolments", status="withdrawn")) == 1)
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(context, "enrolments")) == 3)


def test_the_members_come_onto_the_list_together(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("member") as uow:
        community_page.add_members(uow, 1, [3])
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.enrolled_tab)
    pane.page.ui.from_community.setFocus()
    with qtbot.waitSignal(context.navigator.told) as told:
        press(qtbot, K.Key_Space)
    assert told.args == ["Put on the list: 1"]
    assert len(rows(context, "enrolments")) == 3


def test_attendance_at_a_glance_opens_the_grid(
    qtbot: QtBot, qtmodeltester: ModelTester, context: Context, pane: WorkshopsPane
) -> None:
    assert context.tasks.database is not None
    with context.tasks.database.write("mark") as uow:
        attendance.mark(uow, 1, 1, "late")
    pane.page.ui.tabs.setCurrentWidget(pane.page.ui.grid_tab)
    model = pane.page.ui.grid.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [model.index(0, column).data() for column in range(3)] == ["Ayşe Yılmaz", "1/3", "◔"]
    qtmodeltester.check(model)
    pane.page.ui.grid.setFocus()
    with qtbot.waitSignal(context.navigator.grid_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [1]


def test_fields_and_communities_are_edited_in_details(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    store("communities", name="Kadıköy Okuma")
    press(qtbot, K.Key_F2)
    write_over("Problem Ağacı")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: rows(context, "workshops")[0]["title"] == "Problem Ağacı")
    pick(qtbot, pane.page._form.communities.picker, "kad")
    qtbot.waitUntil(lambda: len(rows(context, "workshops")[0]["communities"]) == 2)


def test_the_waiting_list_moves_up_and_is_put_in_order_by_keys(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    page, table = pane.page, pane.page.ui.enrolled
    page.ui.tabs.setCurrentWidget(page.ui.enrolled_tab)
    assert context.tasks.database is not None
    with context.tasks.database.write("enrol") as uow:
        for name in ("Naz Demir", "Ali Kaya", "Ece Su"):
            person = known_people.add_named(uow, name).subject or 0
            enrolling.enrol(uow, 1, [3, person])
        changes = uow.changes()
    context.tasks.changed.emit(changes, None)

    def names() -> list[str]:
        return [row.name for row in table.rows_model.rows]

    qtbot.waitUntil(lambda: names() == ["Ayşe Yılmaz", "Cem Öz", "Oya Gür", "Naz Demir", "Ali Kaya", "Ece Su"])
    assert page.ui.enrolled_counts.text() == "Enrolled 3/3   Waiting list 3"
    table.setFocus()
    table.choose(table.rows_model.rows[5].enrolment_id)
    assert page.ui.waiting.isVisible() and page.ui.waiting.isEnabled()
    press(qtbot, K.Key_Up, modifier=CTRL)
    qtbot.waitUntil(lambda: names()[3:] == ["Naz Demir", "Ece Su", "Ali Kaya"])
    press(qtbot, K.Key_Home, modifier=CTRL)
    qtbot.waitUntil(lambda: names()[3:] == ["Ece Su", "Naz Demir", "Ali Kaya"])
    column = next(n for n, cell in enumerate(table.rows_model.cells) if cell.name == "status")
    assert table.rows_model.index(3, column).data() == "○ waits, place 1"
    table.choose(table.rows_model.rows[0].enrolment_id)
    assert not page.ui.waiting.isEnabled()
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: len(names()) == 5)
    assert names() == ["Cem Öz", "Ece Su", "Oya Gür", "Naz Demir", "Ali Kaya"]
    assert page.ui.enrolled_counts.text() == "Enrolled 3/3   Waiting list 2"


# --- planning


@pytest.fixture
def planning(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> PlanWorkshop:
    """The planning page, opened by Ctrl+N, its defaults read."""
    press(qtbot, K.Key_N, modifier=CTRL)
    dialog = pane.planning
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.ui.date.text() != "")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.ui.title.hasFocus)
    return dialog


def test_a_usual_workshop_is_title_date_repeat_save(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, planning: PlanWorkshop
) -> None:
    assert (planning.ui.start.text(), planning.ui.end.text(), planning.ui.province.text()) == (
        "13:00", "16:00", "İstanbul",
    )  # fmt: skip
    type_text(focused(), "Problem Ağacı")
    press(qtbot, K.Key_Tab)
    write_over("01.04.2026")
    press(qtbot, K.Key_Tab, 3)
    assert focused() is planning.ui.repeats
    press(qtbot, K.Key_Up, 2)
    with qtbot.waitSignal(context.navigator.workshop_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [2]
    (made,) = rows(context, "workshops", title="Problem Ağacı")
    assert (made["kind"], made["province"]) == ("talk", "TR-34")
    sessions = rows(context, "sessions", workshop=made["uid"])
    assert [row["starts_at"] for row in sessions] == [f"2026-04-{day}T13:00" for day in ("01", "08", "15")]
    (oya,) = rows(context, "people", given_name="Oya")
    assert [row["facilitators"] for row in sessions] == [[oya["uid"]]] * 3
    assert sessions[0]["venue"] == "Halk Eğitim"
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)


def test_a_community_brings_its_province_and_members(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, planning: PlanWorkshop
) -> None:
    type_text(planning.ui.title, "Buluşma")
    pick(qtbot, planning.ui.communities.picker, "igd")
    qtbot.waitUntil(lambda: planning.ui.province.text() == "Iğdır")
    qtbot.waitUntil(lambda: "(2)" in planning.ui.enrol.text())
    assert planning.ui.enrol.isChecked()
    planning.ui.title.setFocus()
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "workshops")) == 2)
    (made,) = rows(context, "workshops", title="Buluşma")
    assert len(rows(context, "enrolments", workshop=made["uid"])) == 2


@pytest.mark.some(1)
@pytest.mark.parametrize(
    ("line", "typed", "said"),
    [
        ("title", "", "title_refusal"),
        ("date", "31.02.2026", "date_refusal"),
        ("start", "x", "date_refusal"),
        ("end", "12:00", "date_refusal"),
        ("province", "Atlantis", "province_refusal"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_made(
    qtbot: QtBot, context: Context, planning: PlanWorkshop, line: str, typed: str, said: str
) -> None:
    type_text(planning.ui.title, "Buluşma")
    editor = getattr(planning.ui, line)
    editor.setFocus()
    editor.selectAll()
    press(qtbot, K.Key_Delete)
    type_text(editor, typed)
    planning.ui.save.setFocus()
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(getattr(planning.ui, said).isVisible)
    assert focused() is editor
    assert planning.isVisible()
    assert len(rows(context, "workshops")) == 1


def test_esc_leaves_an_untouched_plan_and_asks_before_it_leaves_another(qtbot: QtBot, planning: PlanWorkshop) -> None:
    type_text(planning.ui.title, "Buluşma")
    press(qtbot, K.Key_Escape)
    assert planning.isVisible() and planning.ui.refusal.isVisible()
    press(qtbot, K.Key_Escape)
    assert not planning.isVisible()


def test_planning_from_needs_is_for_their_community_and_keeps_them(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    (community,) = rows(context, "communities")
    need = store("needs", title="Dijital materyal", community=community["uid"], themes=["dijital", "fen"])
    dialog = plan(context, PlanWish(needs=(need,), title="Materyal atölyesi"), pane)
    qtbot.waitUntil(lambda: dialog.isVisible() and bool(dialog.ui.communities.chosen))
    assert (dialog.ui.title.text(), dialog.ui.province.text()) == ("Materyal atölyesi", "Iğdır")
    dialog.ui.save.click()
    qtbot.waitUntil(lambda: len(rows(context, "workshops", title="Materyal atölyesi")) == 1)
    (made,) = rows(context, "workshops", title="Materyal atölyesi")
    assert len(made["needs"]) == 1 and made["themes"] == ["dijital", "fen"]


def test_a_series_leaves_out_holidays_and_its_days_are_corrected_before_they_are_saved(
    qtbot: QtBot, context: Context, planning: PlanWorkshop
) -> None:
    ui = planning.ui
    qtbot.waitUntil(lambda: planning.dates._off is not None)
    type_text(ui.title, "Program")
    ui.date.setText("15.10.2026")
    ui.repeats.setValue(4)
    ui.holidays.click()
    assert [f"{day:%d.%m}" for day in planning.dates.days] == ["15.10", "22.10", "05.11", "12.11"]
    assert ui.repeats_text.text() == "4 session(s), the last on 12.11.2026 · left out: 29.10.2026 Republic Day"
    ui.holidays.click()
    assert [f"{day:%d.%m}" for day in planning.dates.days] == ["15.10", "22.10", "29.10", "05.11"]
    assert ui.days.model().index(2, 2).data() == "Thursday · Republic Day"
    ui.days.setFocus()
    ui.days.choose(2)
    press(qtbot, K.Key_Delete)
    assert [f"{day:%d.%m}" for day in planning.dates.days] == ["15.10", "29.10", "05.11", "12.11"]
    ui.days.choose(4)
    press(qtbot, K.Key_F2)
    write_over("13.11.2026")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: f"{planning.dates.days[-1]:%d.%m}" == "13.11")
    ui.rhythm.setCurrentIndex(ui.rhythm.findData("monthly"))
    assert [f"{day:%d.%m}" for day in planning.dates.days] == ["15.10", "19.11", "17.12", "21.01"]
    ui.days.choose(4)
    press(qtbot, K.Key_F2)
    write_over("31.02.2027")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: ui.refusal.isVisible() and is_editing())
    write_over("22.01.2027")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: not ui.refusal.isVisible())
    ui.save.click()
    qtbot.waitUntil(lambda: len(rows(context, "workshops")) == 2)
    (made,) = rows(context, "workshops", title="Program")
    assert [row["starts_at"] for row in rows(context, "sessions", workshop=made["uid"])] == [
        f"{day}T13:00" for day in ("2026-10-15", "2026-11-19", "2026-12-17", "2027-01-22")
    ]
    assert context.choices.value("planning/skip-holidays") == 0


def test_everybody_and_everything_a_plan_can_name(
    qtbot: QtBot, context: Context, store: Store, planning: PlanWorkshop
) -> None:
    ui = planning.ui
    store("stakeholders", name="Halk Kütüphanesi")
    store("needs", title="Okuma alışkanlığı", themes=["okuma"])
    form = store("tools", title="Yerel söyleşi", level="format")
    qtbot.waitUntil(lambda: ui.format.findData(form) > 0)
    ui.format.setCurrentIndex(ui.format.findData(form))
    type_text(ui.title, "Söyleşi")
    ui.kind.setCurrentIndex(ui.kind.findData("hybrid_program"))
    ui.kind.activated.emit(ui.kind.currentIndex())
    assert ui.mode.currentData() == "hybrid" and ui.link.isVisible()
    type_text(ui.capacity, "25")
    pick(qtbot, ui.speakers.picker, "cem")
    ui.supporters.role.setCurrentIndex(ui.supporters.role.findData("host"))
    pick(qtbot, ui.supporters.picker, "halk")
    pick(qtbot, ui.needs.picker, "oku")
    assert [known.name for known, _role in ui.supporters.chosen] == ["Halk Kütüphanesi"]
    ui.save.click()
    qtbot.waitUntil(lambda: len(rows(context, "workshops")) == 2)
    (made,) = rows(context, "workshops", title="Söyleşi")
    assert (made["kind"], len(made["needs"]), len(made["led_by"]), made["teacher_led"]) == (
        "hybrid_program",
        1,
        1,
        True,
    )
    assert made["format"] is not None
    (session,) = rows(context, "sessions", workshop=made["uid"])
    assert (session["capacity"], session["mode"], len(session["speakers"])) == (25, "hybrid", 1)
    (support,) = rows(context, "workshop_stakeholders", workshop=made["uid"])
    assert support["roles"] == ["host"]


# --- who supports it, what it answers, holding it again


def test_supporters_come_with_a_role_and_get_another(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    ui = pane.page.ui
    library = store("stakeholders", name="Halk Kütüphanesi", type="public_agency")
    ui.tabs.setCurrentWidget(ui.supporters_tab)

    def has_roles(count: int) -> bool:
        return [len(row.roles) for row in ui.supporters.rows_model.rows] == [count]

    for role, count in (("host", 1), ("funder", 2), ("funder", 2)):
        ui.support_role.setCurrentIndex(ui.support_role.findData(role))
        pick(qtbot, ui.add_supporter, "halk")
        qtbot.waitUntil(partial(has_roles, count))
    qtbot.waitUntil(ui.supporters_refusal.isVisible)
    assert ui.supporters.model().index(0, 1).data() == "Host, Funder"
    ui.supporters.setFocus()
    with qtbot.waitSignal(context.navigator.stakeholder_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [library]
    ui.supporters.edit_cell("roles")
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: rows(context, "workshop_stakeholders")[0]["roles"] == ["funder"])
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "workshop_stakeholders") == [])


def test_needs_are_added_by_their_words(qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane) -> None:
    ui = pane.page.ui
    need = store("needs", title="Okuma alışkanlığı", votes=7)
    ui.tabs.setCurrentWidget(ui.supporters_tab)
    pick(qtbot, ui.add_need, "oku")
    qtbot.waitUntil(lambda: ui.needs.model().rowCount() == 1)
    assert [ui.needs.model().index(0, n).data() for n in (0, 2)] == ["Okuma alışkanlığı", "7"]
    ui.needs.setFocus()
    with qtbot.waitSignal(context.navigator.record_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == ["needs", need]
    press(qtbot, K.Key_Delete)
    qtbot.waitUntil(lambda: rows(context, "workshops")[0]["needs"] == [])


def test_who_initiated_and_led_it_is_said_in_details(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    page = pane.page
    page.focus_form()
    form = page._form
    pick(qtbot, form.editors["initiated_by"].picker, "oya")
    qtbot.waitUntil(lambda: rows(context, "workshops")[0]["initiated_by"] is not None)
    pick(qtbot, form.editors["led_by"].field.picker, "ayse")
    qtbot.waitUntil(lambda: rows(context, "workshops")[0]["teacher_led"] is True)
    led = form.editors["teacher_led"]
    qtbot.waitUntil(lambda: led.currentText() == "Teachers")
    led.setFocus()
    led.setCurrentIndex(led.findData("0"))
    led.activated.emit(led.currentIndex())
    qtbot.waitUntil(lambda: rows(context, "workshops")[0]["teacher_led"] is False)


def test_a_workshop_is_held_again_as_last_year_and_the_series_is_seen_on_both(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    as_last_year = pane.page.ui.more.menu().actions()[0]
    as_last_year.trigger()
    dialog = pane.page.repeating
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.ui.date.text() != "")
    assert dialog.ui.date.text() == "13.03.2027"
    assert dialog.ui.days.text() == "13.03.2027, 20.03.2027, 27.03.2027"
    assert (dialog.ui.province.text(), dialog.ui.people.isChecked()) == ("Iğdır", True)
    with qtbot.waitSignal(context.navigator.workshop_wanted) as wanted:
        dialog.ui.save.click()
    assert wanted.args == [2]
    starts = [row["starts_at"] for row in rows(context, "sessions")]
    assert starts[3:] == ["2027-03-13T13:00", "2027-03-20T13:00", "2027-03-27T13:00"]
    qtbot.waitUntil(lambda: "time 1 of 2" in pane.page.ui.head.line.text())
    chain = pane.page._form.chain

    def links() -> list[QPushButton]:
        return [button for button in chain.findChildren(QPushButton) if "13.03.2027" in button.text()]

    qtbot.waitUntil(lambda: bool(links()))
    with qtbot.waitSignal(context.navigator.workshop_wanted) as wanted:
        links()[0].click()
    assert wanted.args == [2]


def test_in_another_province_the_province_is_asked_for(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    pane.page.ui.more.menu().actions()[1].trigger()
    dialog = pane.page.repeating
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.ui.date.text() == "21.03.2026")
    assert (dialog.ui.province.text(), dialog.ui.people.isChecked()) == ("", False)
    dialog.ui.save.click()
    qtbot.waitUntil(dialog.ui.province_refusal.isVisible)
    assert focused() is dialog.ui.province
    type_text(focused(), "Kars")
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: len(rows(context, "workshops", province="TR-36")) == 1)
    (made,) = rows(context, "workshops", province="TR-36")
    assert (made["communities"], made["led_by"]) == ([], [])


def test_a_cancelled_session_is_asked_why(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    menu_of(pane)["cancel"].trigger()
    reason = pane.page.sessions._form.editors["reason"]
    qtbot.waitUntil(reason.hasFocus)
    type_text(reason, "Kar tatili")
    press(qtbot, K.Key_Tab)
    qtbot.waitUntil(lambda: rows(context, "sessions")[0]["reason"] == "Kar tatili")
    qtbot.waitUntil(lambda: pane.page.ui.sessions.rows_model.rows[0].reason == "Kar tatili")
