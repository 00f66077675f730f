"""How soon the first rows of a search are there, letter by letter, against a full count(*) LIKE scan of the table."""

import statistics
import time
from collections.abc import Callable
from typing import Final

from sqlalchemy import text

from tn_desktop.services import lists
from tn_desktop.services.lists import ListQuery
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

QUERIES: Final = (
    "ayşe yılmaz",
    "mehmet",
    "zeynep kaya",
    "atatürk ortaokulu",
    "ışık",
    "elif öz",
    "fen bilimleri",
    "0532 00",
    "hüseyin çelik iğdır",
    "rojîn",
    "qa",
)
"""What people type: names, surnames after them, schools, subjects, phones, and what nobody is called."""
LIMIT: Final = 0.1
ROUNDS: Final = 3
SCAN: Final = text("SELECT count(*) FROM person WHERE given_name LIKE :like OR family_name LIKE :like")


def run(emit: Callable[..., None], profile: Profile) -> None:
    """Measure both for every letter typed; the least of some rounds counts, since others use the machine too."""
    ratios: list[float] = []
    slowest = (0.0, "")
    shown: list[float] = []
    scans: list[float] = []
    with Database.open(profile) as db:
        for query in QUERIES:
            for length in range(1, len(query) + 1):
                typed = query[:length]
                wanted = ListQuery("people", typed)
                ours = min(_first_rows(db, wanted) for _ in range(ROUNDS))
                scan = min(_scan(db, typed) for _ in range(ROUNDS))
                ratios.append(ours / scan)
                shown.append(ours)
                scans.append(scan)
                slowest = max(slowest, (ours, typed))
    emit(
        "first rows of a search / LIKE scan",
        round(statistics.median(ratios), 4),
        limit=LIMIT,
        unit="×",
        times_as_fast=round(1 / statistics.median(ratios), 1),
        own_ms=round(statistics.median(shown) * 1000, 1),
        scan_ms=round(statistics.median(scans) * 1000, 1),
        slowest_ms=round(slowest[0] * 1000, 1),
        slowest=slowest[1],
        letters=len(ratios),
        letters_within=sum(ratio <= LIMIT for ratio in ratios),
    )


def _first_rows(db: Database, query: ListQuery) -> float:
    with db.read() as connection:
        started = time.perf_counter()
        lists.first_page(connection, query)
        return time.perf_counter() - started


def _scan(db: Database, typed: str) -> float:
    with db.read() as connection:
        started = time.perf_counter()
        connection.execute(SCAN, {"like": f"%{typed}%"}).scalar()
        return time.perf_counter() - started
