"""The gaps of the event loop while attendance is taken where it is largest: 500 people in a session, 60 sessions in
a grid."""

import math
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from tests.bench.gaps_child import TIMES, Gap, Meter, press

PEOPLE: Final = 500
SESSIONS: Final = 60
TITLE: Final = "Ölçülen atölye"
"""Of the workshop that is made once in the profile of the bench."""
LETTERS: Final = "aymekaze"


def roster_actions(application: Any, meter: Meter) -> dict[str, list[Gap]]:
    """Every action, in its own words."""
    workshop, session = _room(application.tasks.database)
    meter.measure(lambda: application.context.navigator.attendance_wanted.emit(session), quiet=500)
    pane: Any = application.window.host.pane("attendance")
    among = f"among {PEOPLE}"
    found = {f"a letter {among}": _letters(meter, pane), f"a mark {among}": _marks(meter, pane)}
    meter.measure(partial(pane.open_grid, workshop), quiet=500)
    grid = f"in a grid of {SESSIONS} sessions"
    found[f"a letter {grid}"] = _letters(meter, pane)
    found[f"a mark {grid}"] = _marks(meter, pane)
    view = _view(pane)
    there, back = ([key] * (SESSIONS + 10) for key in (Qt.Key.Key_Right, Qt.Key.Key_Left))
    found[f"a step {grid}"] = [meter.measure(partial(press, view, key)) for key in there + back]
    return found


def _view(pane: QWidget) -> QWidget:
    view = next(one for one in pane.findChildren(QTableView) if one.isVisible())
    view.setFocus()
    return view


def _letters(meter: Meter, pane: QWidget) -> list[Gap]:
    view = _view(pane)
    gaps = []
    for letter in LETTERS * math.ceil(TIMES / len(LETTERS)):
        gaps.append(meter.measure(partial(press, view, Qt.Key.Key_unknown, letter)))
        meter.measure(partial(press, view, Qt.Key.Key_Escape))
    return gaps


def _marks(meter: Meter, pane: QWidget) -> list[Gap]:
    view = _view(pane)
    return [meter.measure(partial(press, view, Qt.Key(ord(digit)), digit)) for digit in "1240" * (TIMES // 4)]


def _room(database: Any) -> tuple[int, int]:
    """The workshop and its first session."""
    from sqlalchemy import select

    from tn_desktop.model.entities.base import table_of
    from tn_desktop.model.entities.people import Person
    from tn_desktop.model.entities.workshops import Workshop, WorkshopSession
    from tn_desktop.services import enrolling, workshops
    from tn_desktop.services.workshops import WorkshopPlan

    person, workshop, session = table_of(Person), table_of(Workshop), table_of(WorkshopSession)
    sessions = (
        select(session.c.workshop_id, session.c.id)
        .join(workshop, workshop.c.id == session.c.workshop_id)
        .where(workshop.c.title == TITLE)
        .order_by(session.c.starts_at)
    )
    with database.read() as connection:
        made = connection.execute(sessions).first()
        people = list(connection.scalars(select(person.c.id).where(person.c.alive == 1).limit(PEOPLE)))
    if made is not None:
        return made[0], made[1]
    with database.write("room") as uow:
        plan = WorkshopPlan({"title": TITLE, "province": "76"}, "14.03.2026 13:00", session={}, repeats=SESSIONS)
        planned = workshops.plan(uow, plan)
        assert planned.subject is not None
        enrolling.enrol(uow, planned.subject, people)
    return planned.subject, planned.told["sessions"][0]
