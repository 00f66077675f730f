"""The gaps of the event loop beyond the list of people: communities, needs and their board, the calendar, an agenda."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from tests.bench.gaps_child import TIMES, Gap, Meter, press

TYPED: Final = ("kap", "oku", "iğ", "dra") * 10
Gaps = dict[str, list[Gap]]


def network_actions(application: Any, meter: Meter) -> Gaps:
    """Every action, in its own words."""
    found: Gaps = {}
    for part in (_communities, _needs, _board, _calendar, _agenda):
        found |= part(application, meter)
    return found


def _communities(application: Any, meter: Meter) -> Gaps:
    pane = _pane(application, meter, "communities")
    found = _list(meter, pane, "communities")
    found["another community's page"] = _rows(meter, pane)
    tabs = pane.page.ui.tabs
    numbers = _enough([number for number in range(tabs.count()) if number != tabs.currentIndex()])
    found["another tab of a community"] = [meter.measure(partial(tabs.setCurrentIndex, one)) for one in numbers]
    tabs.setCurrentIndex(0)
    return found


def _needs(application: Any, meter: Meter) -> Gaps:
    pane = _pane(application, meter, "needs")
    found = _list(meter, pane, "needs")
    found["another need's page"] = _rows(meter, pane)
    return found


def _board(application: Any, meter: Meter) -> Gaps:
    pane = _pane(application, meter, "needs")
    found: Gaps = {"opening the board": []}
    for _ in range(TIMES):
        found["opening the board"].append(meter.measure(lambda: pane.show_view("board")))
        meter.measure(lambda: pane.show_view("list"))
    meter.measure(lambda: pane.show_view("board"), quiet=300)
    board: QWidget = pane.board
    found["a card on the board"] = _keys(meter, board, Qt.Key.Key_Down)
    found["a page of the board"] = _keys(meter, board, Qt.Key.Key_PageDown)
    shift = Qt.KeyboardModifier.ShiftModifier
    found["moving a card"] = [
        meter.measure(partial(press, board, key, "", shift))
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left) * (TIMES // 2)
    ]
    found["a keystroke over the board"] = _typing(meter, pane.board.search)
    meter.measure(lambda: pane.show_view("list"))
    return found


def _calendar(application: Any, meter: Meter) -> Gaps:
    pane = _pane(application, meter, "workshops")
    found: Gaps = {}
    for view in ("month", "week"):
        meter.measure(partial(pane.show_view, view), quiet=300)
        back, on = (Qt.Key.Key_PageUp,) * (TIMES // 2), (Qt.Key.Key_PageDown,) * (TIMES // 2)
        found[f"turning a {view}"] = [meter.measure(partial(press, pane.calendar.view, key)) for key in (*back, *on)]
        found[f"a day of a {view}"] = _keys(meter, pane.calendar.view, Qt.Key.Key_Right)
    found["another kind in the calendar"] = _filtered(meter, pane, ("kind",))
    meter.measure(lambda: pane.show_view("list"), quiet=300)
    return found


def _agenda(application: Any, meter: Meter) -> Gaps:
    """Of the session with an agenda: opened, a part typed and taken away, moved."""
    from sqlalchemy import select

    from tn_desktop.model.entities.base import table_of
    from tn_desktop.model.entities.tools import AgendaBlock
    from tn_desktop.model.entities.workshops import WorkshopSession

    block, session = table_of(AgendaBlock), table_of(WorkshopSession)
    with application.tasks.database.read() as connection:
        having = select(session.c.workshop_id).join(block, block.c.session_id == session.c.id).distinct()
        workshops = [row[0] for row in connection.execute(having.limit(TIMES + 1))]
    pane = _pane(application, meter, "workshops")
    meter.measure(partial(pane.go_to, workshops[0]), quiet=500)
    meter.measure(lambda: pane.page.ui.tabs.setCurrentWidget(pane.page.agenda), quiet=300)
    found: Gaps = {"another workshop's agenda": [meter.measure(partial(pane.go_to, one)) for one in workshops[1:]]}
    part = pane.page.agenda
    adding, moving, removing = [], [], []
    for _ in range(TIMES):
        part.ui.add_part.setText("5 Kapanış")
        part.ui.add_part.setFocus()
        adding.append(meter.measure(partial(press, part.ui.add_part, Qt.Key.Key_Return)))
        part.ui.blocks.setFocus()
        alt = Qt.KeyboardModifier.AltModifier
        moving.append(meter.measure(partial(press, part.ui.blocks, Qt.Key.Key_Up, "", alt)))
        removing.append(meter.measure(partial(press, part.ui.blocks, Qt.Key.Key_Delete)))
    return found | {"a part added": adding, "a part moved": moving, "a part removed": removing}


def _pane(application: Any, meter: Meter, name: str) -> Any:
    meter.measure(lambda: application.window.go(name), quiet=500)
    return application.window.host.pane(name)


def _list(meter: Meter, pane: Any, name: str) -> Gaps:
    """Keystrokes, pages, orders and filters of a list."""
    found: Gaps = {f"a keystroke in {name}": _typing(meter, pane.search)}
    meter.measure(pane.clear_search, quiet=300)
    sorts = [number for number, column in enumerate(pane.columns()) if column.sort]
    clicked = pane.table.horizontalHeader().sectionClicked
    found[f"a new sort of {name}"] = [meter.measure(partial(clicked.emit, one)) for one in _enough(sorts)]
    pane.focus_list()
    found[f"a page of {name}"] = _keys(meter, pane.table, Qt.Key.Key_PageDown)
    names = tuple(one for one, combo in pane._filters.items() if combo.count() > 1)
    found[f"a filter of {name}"] = _filtered(meter, pane, names)
    meter.measure(pane.clear_search, quiet=300)
    return found


def _filtered(meter: Meter, pane: Any, names: Sequence[str]) -> list[Gap]:
    gaps: list[Gap] = []
    while len(gaps) < TIMES:
        for name in names:
            combo: QComboBox = pane._filters[name]
            places = (*range(1, min(combo.count(), 7)), 0)
            gaps += [meter.measure(partial(combo.setCurrentIndex, place)) for place in places]
    return gaps


def _enough(values: list[int]) -> list[int]:
    """As often as it takes for all to be done often enough."""
    return values * math.ceil(TIMES / len(values))


def _rows(meter: Meter, pane: Any) -> list[Gap]:
    pane.focus_list()
    meter.measure(lambda: press(pane.table, Qt.Key.Key_Home, "", Qt.KeyboardModifier.ControlModifier))
    return _keys(meter, pane.table, Qt.Key.Key_Down)


def _keys(meter: Meter, widget: QWidget, key: Qt.Key) -> list[Gap]:
    return [meter.measure(partial(press, widget, key)) for _ in range(TIMES)]


def _typing(meter: Meter, line: Any) -> list[Gap]:
    gaps = []
    type_in: Callable[[str], object] = lambda letter: press(line, Qt.Key.Key_unknown, letter)  # noqa: E731
    for query in TYPED:
        line.setFocus()
        gaps += [meter.measure(partial(type_in, letter)) for letter in query]
        meter.measure(line.clear)
    return gaps
