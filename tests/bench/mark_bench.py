"""What it costs to commit one mark, against a bare one-row commit of the same connection."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tn_desktop.services import attendance, enrolling, owner, records, workshops
from tn_desktop.services.owner import Owner
from tn_desktop.services.workshops import WorkshopPlan
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

PEOPLE = 400
LIMIT = 3.0


def run(emit: Callable[..., None]) -> None:
    """Measure side by side, one after the other in turn, with synchronous=FULL.

    `emit` is called with name, value (the ratio of the medians), limit, unit, and what was measured in microseconds.
    """
    with tempfile.TemporaryDirectory() as folder, Database.open(Profile.at(Path(folder))) as db:
        session, people = _session(db)
        raw: Any = db.writer_engine.raw_connection().dbapi_connection
        raw.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, status TEXT)")
        taken: dict[str, list[float]] = {"bare": [], "mark": [], "correction": []}
        for person in people:
            taken["bare"].append(_timed(lambda: _bare(raw)))
            taken["mark"].append(_timed(lambda person=person: _mark(db, session, person, "present")))  # type: ignore[misc]
            taken["correction"].append(_timed(lambda person=person: _mark(db, session, person, "late")))  # type: ignore[misc]
    medians = {name: statistics.median(times[20:]) * 1e6 for name, times in taken.items()}
    for name in ("mark", "correction"):
        emit(
            f"{name} commit / bare commit",
            round(medians[name] / medians["bare"], 2),
            limit=LIMIT,
            unit="×",
            bare_us=round(medians["bare"]),
            own_us=round(medians[name]),
        )


def _session(db: Database) -> tuple[int, list[int]]:
    with db.write("people") as uow:
        owner.settle(uow, Owner("Ayşe Yılmaz"))  # whose marks they are
        people = [
            records.add(uow, "people", {"given_name": f"Ad {number}", "family_name": "Soyad"}).subject or 0
            for number in range(PEOPLE)
        ]
        made = workshops.plan(uow, WorkshopPlan({"title": "Ölçüm"}, "14.03.2026 13:00"))
        enrolling.enrol(uow, made.subject or 0, people)
    sessions = made.told["sessions"]
    assert isinstance(sessions, tuple)
    return sessions[0], people


def _bare(raw: Any) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO bare (status) VALUES (?)", ("present",))
    raw.execute("COMMIT")


def _mark(db: Database, session: int, person: int, status: str) -> None:
    with db.write("Mark attendance") as uow:
        attendance.mark(uow, session, person, status)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    run(lambda name, value, **more: print(name, value, more))
