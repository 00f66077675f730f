"""Parts of a view that are kept as they were painted: whatever changes, what is shown is what would be painted now."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.attendance_room import CONTROL, Room
from tests.gui.pane_helpers import shown
from tn_desktop.gui.appearance import dark_palette
from tn_desktop.gui.context import Context
from tn_desktop.gui.language import LanguageSwitch
from tn_desktop.gui.panes.needs import NeedsPane
from tn_desktop.gui.panes.workshops import WorkshopsPane
from tn_desktop.gui.widgets import attendance_words
from tn_desktop.gui.widgets.calendar_card import CardTexts
from tn_desktop.gui.widgets.calendar_view import CalendarView
from tn_desktop.gui.widgets.chain_card import wrapped
from tn_desktop.gui.widgets.line_painter import Advances
from tn_desktop.gui.widgets.pictures import Pictures
from tn_desktop.services import attendance, records, undo, workshops
from tn_desktop.services.known_people import Known
from tn_desktop.services.workshops import WorkshopPlan

NAMES = [f"{given} {family}" for given in ("Ayşe", "Cem", "İrem", "Zeynep") for family in ("Ak", "Öz", "Yıl", "Taş")]


@pytest.fixture
def languages() -> Iterator[LanguageSwitch]:
    switch = LanguageSwitch()
    switch.use("en")
    yield switch
    switch.stop()


@pytest.fixture
def bright() -> Iterator[None]:
    """The palette is as it was afterwards."""
    palette = QApplication.palette()
    yield
    QApplication.setPalette(palette)


def painted_anew(view: QWidget, parts: list[QWidget]) -> QImage:
    attendance_words._sign.cache_clear()
    for part in parts:
        part.pictures.forget()  # type: ignore[attr-defined]
        if isinstance(part, CalendarView):
            days = part.painter_of_days
            days._texts = CardTexts(part.fontMetrics(), days.cards)
    return view.grab().toImage()


def nothing_is_stale(view: Any, *beside: QWidget) -> QImage:
    """What is shown, which is what is painted where nothing is kept."""
    QCoreApplication.processEvents()
    shown: QImage = view.grab().toImage()
    assert shown == painted_anew(view, [view, *beside])
    return shown


def undo_last(context: Context) -> None:
    database = context.tasks.database
    assert database is not None
    with database.read() as connection:
        newest = undo.latest(connection, 1)[0].lsn
    context.tasks.write("Undo", lambda uow: undo.undo(uow, newest))


def changes_of_attendance(room: Room, languages: LanguageSwitch, person: int) -> dict[str, Callable[[], object]]:
    """What may change while attendance is taken, each of which is seen."""

    def mark(status: str) -> None:
        database = room.context.tasks.database
        assert database is not None
        with database.write("another laptop") as uow:
            came = attendance.mark(uow, room.sessions[0], person, status)
        room.context.tasks.changed.emit(came, None)

    def rename() -> None:
        database = room.context.tasks.database
        assert database is not None
        with database.write("another laptop") as uow:
            came = records.change(uow, "people", person, {"given_name": "Gülşah"})
        room.context.tasks.changed.emit(came, None)

    return {
        "a mark": lambda: room.type("1"),
        "a late one": lambda: room.type("2"),
        "undo": lambda: undo_last(room.context),
        "a mark taken in": lambda: mark("excused"),
        "another one taken in": lambda: mark("absent"),
        "a name taken in": rename,
        "the other language": lambda: languages.use("tr"),
        "a dark window": lambda: QApplication.setPalette(dark_palette()),
        "the cursor": lambda: room.press(Qt.Key.Key_Down),
        "no focus": lambda: room.pane.ui.backButton.setFocus(),
        "the curtain": lambda: room.context.curtain.draw(True),
        "less room": lambda: room.pane.resize(820, 500),
        "larger letters": lambda: room.pane.ui.pages.setStyleSheet("font-size: 15pt"),
    }


@pytest.mark.usefixtures("bright")
def test_a_roster_shows_what_is_so_now(qtbot: QtBot, context: Context, languages: LanguageSwitch) -> None:
    room = Room(qtbot, context, NAMES).open()
    view = room.pane.ui.roster
    before = nothing_is_stale(view)
    for name, change in changes_of_attendance(room, languages, room.board.people[1].person_id).items():
        change()
        room.settle()
        now = nothing_is_stale(view)
        assert now != before, name
        before = now


@pytest.mark.usefixtures("bright")
def test_a_grid_shows_what_is_so_now(qtbot: QtBot, context: Context, languages: LanguageSwitch) -> None:
    room = Room(qtbot, context, NAMES, repeats=6).open_grid()
    view = room.pane.ui.grid
    changes = changes_of_attendance(room, languages, room.board.people[1].person_id)
    room.press(Qt.Key.Key_Home, CONTROL)
    while room.pane.desk.session != room.sessions[0]:
        room.press(Qt.Key.Key_Left)
    del changes["the other language"]  # there is no word in a grid but of a cancelled session
    beside = (view.horizontalHeader(), view.verticalHeader())
    before = nothing_is_stale(view, *beside)
    for name, change in changes.items():
        change()
        room.settle()
        now = nothing_is_stale(view, *beside)
        assert now != before, name
        before = now


def test_a_cancelled_session_says_so_in_the_language_of_the_window(
    qtbot: QtBot, context: Context, languages: LanguageSwitch
) -> None:
    room = Room(qtbot, context, NAMES[:3], repeats=2)
    assert context.tasks.database is not None
    with context.tasks.database.write("cancel") as uow:
        records.change(uow, "sessions", room.sessions[0], {"status": "cancelled"})
    view = room.open_grid().pane.ui.grid
    beside = (view.horizontalHeader(), view.verticalHeader())
    before = nothing_is_stale(view, *beside)
    languages.use("tr")
    assert nothing_is_stale(view, *beside) != before


@pytest.mark.usefixtures("bright")
def test_a_calendar_shows_what_is_so_now(qtbot: QtBot, context: Context, languages: LanguageSwitch) -> None:
    database = context.tasks.database
    assert database is not None
    with database.write("fill") as uow:
        for day, title, province in (("14", "Eleştirel Düşünme ve Yaratıcı Drama", "76"), ("12", "Söyleşi", "36")):
            workshops.plan(uow, WorkshopPlan({"title": title, "province": province}, f"{day}.03.2026 13:00"))
    pane: Any = shown(qtbot, WorkshopsPane(context), 2)
    pane.show_view("month")
    view: CalendarView = pane.calendar.view
    qtbot.waitUntil(lambda: context.tasks.idle)

    def taken_in(entity: str, key: int, values: dict[str, Any]) -> None:
        assert database is not None
        with database.write("another laptop") as uow:
            came = records.change(uow, entity, key, values)
        context.tasks.changed.emit(came, None)

    steps: dict[str, Callable[[], object]] = {
        "the cursor": lambda: qtbot.keyClick(view, Qt.Key.Key_Right),
        "the cursor goes back": lambda: qtbot.keyClick(view, Qt.Key.Key_Left),
        "a session is moved": lambda: qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        "undo": lambda: undo_last(context),
        "a name taken in": lambda: taken_in("workshops", 1, {"title": "Masal"}),
        "a status taken in": lambda: taken_in("sessions", 1, {"status": "cancelled"}),
        "a week": lambda: pane.show_view("week"),
        "a name taken in, in a week": lambda: taken_in("workshops", 1, {"title": "Masal anlatmak ve dinlemek"}),
        "a status taken in, in a week": lambda: taken_in("sessions", 1, {"status": "held"}),
        "the cursor in a week": lambda: qtbot.keyClick(view, Qt.Key.Key_Left),
        "the other language": lambda: languages.use("tr"),
        "a dark window": lambda: QApplication.setPalette(dark_palette()),
        "less room": lambda: pane.resize(820, 500),
        "larger letters": lambda: pane.setStyleSheet("font-size: 15pt"),
        "another week": lambda: qtbot.keyClick(view, Qt.Key.Key_PageDown),
    }
    before = nothing_is_stale(view)
    for name, step in steps.items():
        step()
        qtbot.waitUntil(lambda: context.tasks.idle)
        now = nothing_is_stale(view)
        assert now != before, name
        before = now


@pytest.mark.usefixtures("bright")
def test_a_board_shows_what_is_so_now(qtbot: QtBot, context: Context, languages: LanguageSwitch) -> None:
    database = context.tasks.database
    assert database is not None
    with database.write("fill") as uow:
        records.add(uow, "communities", {"name": "Iğdır Çemberi", "province": "76"})
        for number, title in enumerate(("Okuma köşesi", "Bahçe", "Deney malzemesi")):
            records.add(uow, "needs", {"title": title, "community": 1, "votes": number, "raised_at": "2026-03-01"})
    pane: Any = shown(qtbot, NeedsPane(context), 3)
    pane.show_view("board")
    qtbot.waitUntil(lambda: context.tasks.idle)
    tables = [column.table for column in pane.board.columns.values()]

    def taken_in() -> None:
        assert database is not None
        with database.write("another laptop") as uow:
            came = records.change(uow, "needs", 2, {"title": "Okul bahçesi", "votes": 12})
        context.tasks.changed.emit(came, None)

    def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, which, modifier)

    def of_one_community() -> None:
        pane.board.show_community(Known(1, "Iğdır Çemberi"))
        pane.board.read()

    steps: dict[str, Callable[[], object]] = {
        "the cursor": lambda: key(Qt.Key.Key_Down),
        "a card is moved": lambda: key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        "undo": lambda: undo_last(context),
        "a need taken in": taken_in,
        "one community": of_one_community,
        "a dark window": lambda: QApplication.setPalette(dark_palette()),
        "the search": lambda: pane.board.search.setText("okul"),
        "less room": lambda: pane.resize(820, 500),
        "larger letters": lambda: pane.setStyleSheet("font-size: 15pt"),
    }
    before = [nothing_is_stale(table) for table in tables]
    for name, step in steps.items():
        step()
        # A search begins a moment after its letter.
        qtbot.waitUntil(lambda: context.tasks.idle and not pane.board._pause.isActive())
        now = [nothing_is_stale(table) for table in tables]
        assert now != before, name
        before = now


def test_a_mark_paints_the_rows_anew_that_look_otherwise(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(qtbot, context, NAMES).open()
    view: Any = room.pane.ui.roster
    view.grab()
    painted: list[int] = []
    paint_row = view._rows.paint_row

    def noted(painter: QPainter, rect: QRect, row: int) -> None:
        painted.append(row)
        paint_row(painter, rect, row)

    monkeypatch.setattr(view._rows, "paint_row", noted)
    room.type("1")
    room.settle()
    view.grab()
    # The marked one as it is on its way and as it is on the disk, and the one the cursor goes to.
    assert set(painted) == {0, 1} and len(painted) <= 4


def test_the_pictures_used_last_are_kept_and_few(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    pictures, painted = Pictures(view, 3), []
    ground = QPixmap(40, 40)
    ground.fill(QColor("white"))
    painter = QPainter(ground)

    def draw(key: str) -> None:
        def paint(fresh: QPainter, rect: QRect) -> None:
            painted.append(key)
            fresh.fillRect(rect, QColor("red"))

        pictures.draw(painter, QRect(2, 3, 10, 10), key, paint)

    pictures.begin("look")
    for key in "abcab":
        draw(key)
    assert painted == ["a", "b", "c"]
    draw("d")
    draw("a")
    draw("c")
    assert painted == ["a", "b", "c", "d", "c"] and len(pictures) == 3
    pictures.begin("look")
    draw("c")
    assert len(painted) == 5
    pictures.begin("another look")
    draw("c")
    assert len(painted) == 6 and len(pictures) == 1
    painter.end()
    shown = ground.toImage()
    assert shown.pixelColor(2, 3) == shown.pixelColor(11, 12) == QColor("red")
    assert shown.pixelColor(1, 3) == shown.pixelColor(12, 12) == QColor("white")


@pytest.mark.usefixtures("qapp")
def test_a_wrapped_text_fits_whoever_measured_its_words() -> None:
    metrics = QFontMetrics(QApplication.font())
    title = "Eleştirel düşünme ve yaratıcı drama ile okuma kültürünü geliştirmek için öğretmen buluşması"
    width, words = metrics.horizontalAdvance("Eleştirel düşünme ve yar"), Advances(metrics)
    for lines in (1, 2, 3, 9):
        found = wrapped(title, metrics, width, lines)
        assert found == wrapped(title, metrics, width, lines, words) == wrapped(title, metrics, width, lines, words)
        assert len(found) <= lines
        # Words measured one by one are a pixel off at most from all of them together.
        assert all(metrics.horizontalAdvance(line) <= width + len(line.split()) for line in found)
        whole = lines == 9
        assert (" ".join(found) == title) == whole and found[-1].endswith("…") != whole
    assert wrapped("Muvaffakiyetsizleştiricilerimizdenmişsinizcesine", metrics, width, 2)[0].endswith("…")
    assert wrapped("", metrics, width, 3) == [""]
