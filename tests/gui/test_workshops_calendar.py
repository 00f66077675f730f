"""The calendar of the Workshops pane by keys and by mouse, and the figures beside it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.keys import type_text
from tests.gui.pane_helpers import CTRL, K, focused, press, rows, shown
from tn_desktop.gui.context import Context
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.gui.widgets.calendar_card import LEAST, MOST, card, card_height, in_month, line_height
from tn_desktop.gui.widgets.calendar_delegate import PAD, TIGHT
from tn_desktop.gui.widgets.calendar_view import CalendarView
from tn_desktop.services import records, session_calendar, sessions, undo, workshops
from tn_desktop.services.workshops import WorkshopPlan

Store = Callable[..., int]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> WorkshopsPane:
    """Two workshops: three Saturdays from 14.03.2026 in Iğdır, and a talk on the first of them in Kars."""
    assert context.tasks.database is not None
    with context.tasks.database.write("fill") as uow:
        plan = WorkshopPlan({"title": "Eleştirel Düşünme", "province": "76"}, "14.03.2026 13:00", "14.03.2026 16:00",
                            repeats=3)  # fmt: skip
        workshops.plan(uow, plan)
        workshops.plan(uow, WorkshopPlan({"title": "Söyleşi", "province": "36", "kind": "talk"}, "14.03.2026 10:00"))
        sessions.cancel(uow, 3)
    made: WorkshopsPane = shown(qtbot, WorkshopsPane(context), 2)
    made.show_view("month")
    qtbot.waitUntil(lambda: made.calendar.days.day(date(2026, 3, 14)).total == 2)
    return made


@pytest.fixture
def view(pane: WorkshopsPane) -> CalendarView:
    return pane.calendar.view


def starts(context: Context) -> dict[str, str | None]:
    return {row["starts_at"]: row["moved_from"] for row in rows(context, "sessions")}


def test_a_month_is_gone_through_by_keys(qtbot: QtBot, pane: WorkshopsPane, view: CalendarView) -> None:
    assert focused() is view and not pane.detail.isVisible()
    assert (view.day, view.session and view.session.title) == (date(2026, 3, 14), "Söyleşi")
    assert pane.calendar.days.first == date(2026, 2, 23)
    press(qtbot, K.Key_Down)
    assert view.session is not None and view.session.title == "Eleştirel Düşünme"
    press(qtbot, K.Key_Down)
    assert view.day == date(2026, 3, 21)
    press(qtbot, K.Key_Up)
    assert (view.day, view.number) == (date(2026, 3, 14), 1)
    press(qtbot, K.Key_Down, modifier=CTRL)
    assert view.day == date(2026, 3, 21)
    press(qtbot, K.Key_Left, 2)
    assert view.day == date(2026, 3, 19) and view.session is None
    press(qtbot, K.Key_PageDown)
    assert view.day == date(2026, 4, 19) and pane.calendar.days.first == date(2026, 3, 30)
    press(qtbot, K.Key_PageUp, 2)
    assert view.day == date(2026, 2, 19)
    press(qtbot, K.Key_Home)
    assert view.day == date(2026, 3, 14)


def test_the_last_day_of_a_month_turns_to_the_last_day_of_a_shorter_one(
    qtbot: QtBot, pane: WorkshopsPane, view: CalendarView
) -> None:
    pane.calendar.go(date(2026, 1, 31))
    press(qtbot, K.Key_PageDown)
    assert view.day == date(2026, 2, 28)
    press(qtbot, K.Key_Right)
    assert view.day == date(2026, 3, 1) and pane.calendar.days.first == date(2026, 2, 23)


def test_enter_opens_the_session_on_its_workshops_page(qtbot: QtBot, pane: WorkshopsPane, view: CalendarView) -> None:
    press(qtbot, K.Key_Down, 2)
    press(qtbot, K.Key_Return)
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() == "Eleştirel Düşünme")
    qtbot.waitUntil(lambda: pane.page.sessions.current() == 2)
    assert pane.view == "list" and pane.detail.isVisible()
    assert focused() is pane.page.ui.sessions


def test_ctrl_n_plans_on_that_day(qtbot: QtBot, pane: WorkshopsPane, view: CalendarView) -> None:
    press(qtbot, K.Key_Right, 3)
    press(qtbot, K.Key_N, modifier=CTRL)
    qtbot.waitUntil(lambda: pane.planning.isVisible() and pane.planning.ui.date.text() == "17.03.2026")


def test_shift_and_an_arrow_moves_a_session_and_undo_takes_it_back(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    press(qtbot, K.Key_Down)
    press(qtbot, K.Key_Right, modifier=SHIFT)
    qtbot.waitUntil(lambda: starts(context).get("2026-03-15T13:00") == "2026-03-14T13:00")
    qtbot.waitUntil(lambda: view.day == date(2026, 3, 15) and view.session is not None and view.session.id == 1)
    assert "first planned for 14.03.2026 13:00" in pane.calendar._about.text()
    press(qtbot, K.Key_Up, modifier=SHIFT)
    qtbot.waitUntil(lambda: "2026-03-08T13:00" in starts(context))
    assert context.tasks.database is not None
    with context.tasks.database.write("undo") as uow:
        undo.undo(uow, undo.latest(uow.connection)[0].lsn)
    assert "2026-03-15T13:00" in starts(context)


def test_a_session_is_dragged_to_another_day(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    drag(view, session_at(view, date(2026, 3, 21)), cell(view, date(2026, 3, 24)))
    qtbot.waitUntil(lambda: starts(context).get("2026-03-24T13:00") == "2026-03-21T13:00")
    qtbot.waitUntil(lambda: pane.calendar.days.day(date(2026, 3, 24)).total == 1)
    assert view.painter_of_days.target is None


def test_esc_lets_go_of_what_is_dragged(qtbot: QtBot, context: Context, view: CalendarView) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=session_at(view, date(2026, 3, 21)))
    QTest.mouseMove(view.viewport(), cell(view, date(2026, 3, 24)))
    qtbot.waitUntil(lambda: view.painter_of_days.target == date(2026, 3, 24))
    press(qtbot, K.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, date(2026, 3, 24)))
    assert view.painter_of_days.target is None and focused() is view
    assert "2026-03-21T13:00" in starts(context)


def test_a_cancelled_session_stays_where_it_is_and_says_why(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    drag(view, session_at(view, date(2026, 3, 28)), cell(view, date(2026, 3, 31)))
    qtbot.waitUntil(pane.calendar.refusal.isVisible)
    assert "cancelled" in pane.calendar.refusal.text()
    assert "2026-03-28T13:00" in starts(context)


def test_the_lists_filters_and_search_apply(qtbot: QtBot, pane: WorkshopsPane) -> None:
    days = pane.calendar.days
    kind = pane._filters["kind"]
    kind.setCurrentIndex(kind.findData("talk"))
    qtbot.waitUntil(lambda: days.day(date(2026, 3, 14)).total == 1 and days.day(date(2026, 3, 21)).total == 0)
    kind.setCurrentIndex(0)
    type_text(pane.search, "eleş")
    qtbot.waitUntil(lambda: [one.title for one in days.day(date(2026, 3, 14)).sessions] == ["Eleştirel Düşünme"])
    assert days.day(date(2026, 3, 21)).total == 1


def test_a_week_goes_through_the_sessions_of_a_day_and_stays_there(
    qtbot: QtBot, pane: WorkshopsPane, view: CalendarView
) -> None:
    pane.show_view("week")
    qtbot.waitUntil(lambda: pane.calendar.days.day(date(2026, 3, 14)).total == 2)
    assert (pane.calendar.days.first, pane.calendar.days.weeks) == (date(2026, 3, 9), 1)
    press(qtbot, K.Key_Down, 3)
    assert (view.day, view.number) == (date(2026, 3, 14), 1)
    press(qtbot, K.Key_Right, 2)
    assert view.day == date(2026, 3, 16) and pane.calendar.days.first == date(2026, 3, 16)
    press(qtbot, K.Key_PageDown)
    assert view.day == date(2026, 3, 23)


def test_what_is_written_elsewhere_is_seen_at_once(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    store("sessions", workshop=2, starts_at="2026-03-11T09:00")
    qtbot.waitUntil(lambda: pane.calendar.days.day(date(2026, 3, 11)).total == 1)


def test_a_hidden_calendar_reads_nothing_and_is_right_when_it_is_seen(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.show_view("list")
    asked: list[date] = []
    plain = session_calendar.days

    def noted(*args: Any) -> Any:
        asked.append(args[1])
        return plain(*args)

    monkeypatch.setattr(session_calendar, "days", noted)
    store("sessions", workshop=2, starts_at="2026-03-11T09:00")
    qtbot.waitUntil(lambda: context.tasks.idle)
    assert asked == []
    pane.show_view("month")
    qtbot.waitUntil(lambda: pane.calendar.days.day(date(2026, 3, 11)).total == 1)
    assert asked == [date(2026, 2, 23)]


def test_the_days_are_told_in_words(pane: WorkshopsPane) -> None:
    days = pane.calendar.days
    told = days.index_of(date(2026, 3, 28)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "28 March Saturday · 1 session(s): 13:00, Eleştirel Düşünme, Iğdır, Cancelled"
    assert days.headerData(0, Qt.Orientation.Horizontal) == "Monday"


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, pane: WorkshopsPane) -> None:
    qtmodeltester.check(pane.calendar.days)


def test_the_view_is_remembered(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    pane.show_view("week")
    pane.remember()
    again = WorkshopsPane(context)
    qtbot.addWidget(again)
    assert again.view == "week" and again._body.currentWidget() is again.calendar
    qtbot.waitUntil(lambda: context.tasks.idle)


# --- figures


def test_figures_are_read_for_period_and_province_and_name_who_became_a_leader(
    qtbot: QtBot, context: Context, store: Store, pane: WorkshopsPane
) -> None:
    ayse = store("people", given_name="Ayşe")
    assert context.tasks.database is not None
    with context.tasks.database.write("lead") as uow:
        records.add(uow, "attendance", {"session": 4, "person": ayse, "status": "present"})
        records.change(uow, "workshops", 1, {"led_by": [ayse]})
        changes = uow.changes()
    context.tasks.changed.emit(changes, None)
    pane.show_view("figures")
    figures: Any = pane.figures
    qtbot.waitUntil(lambda: figures.became.number.text() == "1")
    assert figures.share.number.text() == "100.0%"
    assert figures.share.line.text() == "1 of 1 workshops · of 1 it is not said"
    assert [row.name for row in figures.people.rows_model.rows] == ["Ayşe"]
    figures.people.setFocus()
    with qtbot.waitSignal(context.navigator.person_wanted) as wanted:
        press(qtbot, K.Key_Return)
    assert wanted.args == [ayse]
    figures.province.setCurrentIndex(figures.province.findData("TR-36"))
    qtbot.waitUntil(lambda: figures.became.number.text() == "0")
    assert figures.share.number.text() == "–"
    figures.period.setCurrentIndex(1)
    qtbot.waitUntil(lambda: figures.share.line.text() == "0 of 0 workshops")


def test_a_card_of_a_week_says_all_of_a_long_title_where_there_is_room(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    title = "Kırsal okullarda birleştirilmiş sınıflar için okuma kültürü ve kütüphane programı"
    day = date(2026, 3, 10)
    assert context.tasks.database is not None
    with context.tasks.database.write("fill") as uow:
        workshops.plan(uow, WorkshopPlan({"title": title, "province": "76"}, "10.03.2026 13:00", "10.03.2026 16:00"))
        changes = uow.changes()
    context.tasks.changed.emit(changes, None)
    pane.show_view("week")
    qtbot.waitUntil(lambda: pane.calendar.days.day(day).total == 1 and context.tasks.idle)
    held, metrics = pane.calendar.days.day(day), view.fontMetrics()
    rect = view.visualRect(pane.calendar.days.index_of(day))
    ((_number, place),) = view.painter_of_days.lines(rect, metrics, held, day)
    width = place.width() - 8
    lines = card(held.sessions[0], "○", metrics, width, MOST)
    assert " ".join(lines[1:-2]) == title and lines[-2:] == ["Iğdır", "In person"] and len(lines) > LEAST
    assert place.height() == card_height(len(lines), metrics) - 3
    low = rect.adjusted(0, 0, 0, card_height(LEAST, metrics) + 40 - rect.height())
    ((_number, place),) = view.painter_of_days.lines(low, metrics, held, day)
    assert place.bottom() <= low.bottom() and place.height() < card_height(len(lines), metrics) - 3
    assert card(held.sessions[0], "○", metrics, width, LEAST)[1].endswith("…")


def plan_many(context: Context, titles: Sequence[str], day: date, link: str = "") -> None:
    """A workshop of each title on a day, an hour after the other."""
    assert context.tasks.database is not None
    with context.tasks.database.write("fill") as uow:
        for hour, title in enumerate(titles, 9):
            start, end = f"{day:%d.%m.%Y} {hour:02d}:00", f"{day:%d.%m.%Y} {hour:02d}:45"
            key = workshops.plan(uow, WorkshopPlan({"title": title, "province": "76"}, start, end)).subject
            if link:
                uid = records.uid_of(uow.connection, "workshops", key or 0)
                for row in records.listing(uow.connection, "sessions", where={"workshop": uid})[1]:
                    session = records.id_of(uow.connection, "sessions", row["uid"])
                    records.change(uow, "sessions", session, {"link": link, "mode": "online"})
        changes = uow.changes()
    context.tasks.changed.emit(changes, None)


def test_a_month_has_the_weeks_it_touches(pane: WorkshopsPane) -> None:
    for day, weeks, first in (
        (date(2026, 3, 14), 6, date(2026, 2, 23)),
        (date(2026, 4, 14), 5, date(2026, 3, 30)),
        (date(2027, 2, 14), 4, date(2027, 2, 1)),
        (date(2026, 12, 31), 5, date(2026, 11, 30)),
    ):
        pane.calendar.go(day)
        assert (pane.calendar.days.weeks, pane.calendar.days.first) == (weeks, first)
        assert pane.calendar.days.index_of(day).isValid()


def test_a_long_title_takes_two_lines_of_a_month_where_there_is_room(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    title, day = "Kırsal okullarda birleştirilmiş sınıflar için okuma kültürü", date(2026, 3, 10)
    plan_many(context, [title], day)
    qtbot.waitUntil(lambda: pane.calendar.days.day(day).total == 1 and context.tasks.idle)
    held, metrics = pane.calendar.days.day(day), view.fontMetrics()
    rect = view.visualRect(pane.calendar.days.index_of(day))
    for gaps in (2 * PAD + 4, 2 * TIGHT + 1):
        rect.setHeight(metrics.height() + line_height(2, metrics) + gaps)
        ((_number, place),) = view.painter_of_days.lines(rect, metrics, held, day)
        assert place.height() == line_height(2, metrics) - 3 and place.bottom() <= rect.bottom()
    first, second = in_month(held.sessions[0], "○", metrics, place.width() - 8, 2)
    assert first.startswith("○ 09:00 ") and second


def test_sessions_that_fit_only_beside_the_number_of_their_day_are_shown_there(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    day = date(2026, 3, 10)
    plan_many(context, ["Masal anlatmak ve dinlemek", "Okuma çemberi"], day)
    qtbot.waitUntil(lambda: pane.calendar.days.day(day).total == 2 and context.tasks.idle)
    held, metrics = pane.calendar.days.day(day), view.fontMetrics()
    rect = view.visualRect(pane.calendar.days.index_of(day))
    rect.setHeight(2 * PAD + 2 * line_height(1, metrics))
    (_first, beside), (_second, below) = view.painter_of_days.lines(rect, metrics, held, day)
    number = rect.right() - PAD - metrics.height() - 2
    assert beside.right() < number < below.right() and beside.left() == below.left()
    assert rect.top() < beside.top() and beside.bottom() < below.top() and below.bottom() < rect.bottom()
    rect.setHeight(4 * PAD + 3 * line_height(1, metrics))
    (_first, beside), (_second, below) = view.painter_of_days.lines(rect, metrics, held, day)
    assert beside.top() > rect.top() + metrics.height() and beside.right() == below.right()


def test_a_day_with_more_than_fit_says_so_and_lists_them_all(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    day = date(2026, 3, 11)
    plan_many(context, [f"Atölye & sohbet {number}" for number in range(1, 9)], day)
    qtbot.waitUntil(lambda: pane.calendar.days.day(day).total == 8 and context.tasks.idle)
    rect, held = view.visualRect(pane.calendar.days.index_of(day)), pane.calendar.days.day(day)
    lines = view.painter_of_days.lines(rect, view.fontMetrics(), held, day)
    assert 0 < len(lines) < 8
    more = view.painter_of_days.more(rect, view.fontMetrics())
    assert rect.contains(more) and not any(more.intersects(place) for _number, place in lines)
    opened: list[Any] = []
    view.opened.connect(opened.append)

    def menu() -> QMenu | None:
        found = QApplication.activePopupWidget()
        return found if isinstance(found, QMenu) else None

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=more.center())
    qtbot.waitUntil(lambda: menu() is not None)
    listed = menu()
    assert listed is not None and len(listed.actions()) == 8
    assert listed.actions()[7].text() == "16:00–16:45 Atölye && sohbet 8 · Iğdır · Planned"
    assert view.day == day
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: menu() is None)
    view.setFocus()
    press(qtbot, K.Key_Space)
    qtbot.waitUntil(lambda: menu() is not None)
    listed = menu()
    assert listed is not None
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.title for one in opened] == ["Atölye & sohbet 2"])


def test_where_the_mouse_rests_a_session_or_the_whole_day_is_told(
    qtbot: QtBot, pane: WorkshopsPane, view: CalendarView
) -> None:
    day = date(2026, 3, 14)
    for place, told in ((session_at(view, day), ["10:00"]), (cell(view, day), ["10:00", "13:00"])):
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
        qtbot.waitUntil(partial(is_told, told))


def is_told(times: list[str]) -> bool:
    """Whether the tooltip has a line for each of these times."""
    return [line[:5] for line in QToolTip.text().split("\n")] == times


def test_a_card_names_a_link_without_what_all_links_have(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, view: CalendarView
) -> None:
    day = date(2026, 3, 12)
    plan_many(context, ["Çember"], day, "https://toplanti.example.org/kars")
    pane.show_view("week")
    qtbot.waitUntil(lambda: pane.calendar.days.day(day).total == 1 and context.tasks.idle)
    texts = card(pane.calendar.days.day(day).sessions[0], "○", view.fontMetrics(), 600, MOST)
    assert texts == ["○ 09:00–09:45", "Çember", "Iğdır · toplanti.example.org/kars", "Online"]


# --- the mouse


def cell(view: CalendarView, day: date) -> QPoint:
    """A free place in the cell of a day."""
    rect = view.visualRect(view.model().index_of(day))  # type: ignore[attr-defined]
    return QPoint(rect.left() + 6, rect.bottom() - 6)


def session_at(view: CalendarView, day: date) -> QPoint:
    """The place of the first session of a day."""
    model: Any = view.model()
    rect = view.visualRect(model.index_of(day))
    return view.painter_of_days.lines(rect, view.fontMetrics(), model.day(day), day)[0][1].center()


def drag(view: CalendarView, source: QPoint, target: QPoint) -> None:
    """Take something with the mouse and let it go elsewhere."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=source)
    QTest.mouseMove(view.viewport(), (source + target) / 2)
    QTest.mouseMove(view.viewport(), target)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)


# --- calendar files


def test_the_shown_month_is_saved_as_a_calendar_file(
    qtbot: QtBot, context: Context, pane: WorkshopsPane, tmp_path: Path
) -> None:
    pane.calendar.file_wanted.emit()
    dialog = pane.saving
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.ui.first.text(), dialog.ui.last.text()) == ("01.03.2026", "31.03.2026")
    assert not dialog.ui.of_workshop.isVisible()
    asked: list[str] = []

    def ask(suggested: str, *_more: Any) -> str:
        asked.append(suggested)
        return str(tmp_path / "takvim")

    dialog._ask = ask
    dialog.ui.save.click()
    qtbot.waitUntil(lambda: "takvim.ics" in dialog.ui.done.text())
    assert Path(asked[0]).name == "01.03.2026-31.03.2026.ics"
    assert (tmp_path / "takvim.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 4
    dialog.ui.first.setText("32.03.2026")
    dialog.ui.save.click()
    assert dialog.ui.date_refusal.isVisible() and focused() is dialog.ui.first
    dialog.ui.of_community.click()
    dialog.ui.save.click()
    assert "community" in dialog.ui.refusal.text() and len(asked) == 1
    qtbot.waitUntil(lambda: context.tasks.idle)


def test_the_workshop_of_the_page_is_offered(qtbot: QtBot, pane: WorkshopsPane, tmp_path: Path) -> None:
    pane.show_view("list")
    qtbot.waitUntil(lambda: pane.page.ui.head.title.text() != "")
    pane.page.ui.more.menu().actions()[2].trigger()
    dialog = pane.saving
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.ui.of_workshop.isChecked() and pane.page.ui.head.title.text() in dialog.ui.of_workshop.text()
    dialog._ask = lambda *_asked: str(tmp_path / "bir.ics")
    dialog.ui.save.click()
    qtbot.waitUntil((tmp_path / "bir.ics").exists)
    qtbot.waitUntil(lambda: "bir.ics" in dialog.ui.done.text())


def test_a_week_that_came_paints_no_other_week(qtbot: QtBot, context: Context, pane: WorkshopsPane) -> None:
    view = pane.calendar.view
    pane.show_view("month")
    qtbot.waitUntil(lambda: context.tasks.idle)
    QApplication.processEvents()
    painted: list[QRect] = []

    class Note(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.extend(event.region())  # type: ignore[arg-type]
            return False

    note = Note()
    view.viewport().installEventFilter(note)
    days = pane.calendar.days
    days.dataChanged.emit(days.index(1, 0), days.index(1, 6))
    qtbot.waitUntil(lambda: bool(painted))
    assert {view.rowAt(edge) for rect in painted for edge in (rect.top(), rect.bottom())} == {1}
    assert {view.columnAt(edge) for rect in painted for edge in (rect.left(), rect.right())} == {0, 6}


def test_all_days_are_told_to_have_changed_a_part_of_them_in_a_turn(
    qtbot: QtBot, context: Context, pane: WorkshopsPane
) -> None:
    days = pane.calendar.days
    told: list[list[tuple[int, int]]] = []

    def note(first: Any, last: Any) -> None:
        rows_, columns = range(first.row(), last.row() + 1), range(first.column(), last.column() + 1)
        told.append([(row, column) for row in rows_ for column in columns])

    days.dataChanged.connect(note)
    for mode, weeks, turns in (("month", days.weeks, days.weeks), ("week", 1, 2)):
        pane.show_view(mode)
        qtbot.waitUntil(lambda: context.tasks.idle)
        told.clear()
        with qtbot.waitSignal(days.loaded):
            days.read(again=True)
        qtbot.waitUntil(lambda: context.tasks.idle)
        assert days.weeks == weeks and len(told) == turns
        assert [cell for part in told for cell in part] == [
            (row, column) for row in range(weeks) for column in range(7)
        ]
    # What is on its way when one turns on says nothing of the days that are shown then.
    told.clear()
    turned: list[bool] = []

    def turn_on() -> None:
        if not turned:
            turned.append(True)
            days.show_span(date(2026, 5, 4), 1)

    days.loaded.connect(turn_on)
    days.read(again=True)
    qtbot.waitUntil(lambda: bool(turned) and context.tasks.idle)
    assert [len(cells) for cells in told] == [4, 4, 3]
