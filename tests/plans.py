"""How PostgreSQL carries out what a service asks: the plans of every statement of a call."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, event

from tn_desktop.store.database import Database


def plans(db: Database, call: Callable[[Connection], Any], *settings: str) -> list[tuple[str, dict[str, Any]]]:
    """Each SELECT that `call` carries out on a reading connection, with its plan.

    Args:
        settings: of the planner, such as "enable_seqscan = off", while it is asked.
    """
    statements: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            statements.append((statement, parameters))

    with db.read() as connection:
        event.listen(connection, "before_cursor_execute", note)
        call(connection)
        event.remove(connection, "before_cursor_execute", note)
        raw: Any = connection.connection.dbapi_connection
        for setting in settings:
            raw.execute(f"SET LOCAL {setting}")
        return [(text, _plan(raw, text, values)) for text, values in statements]


def _plan(raw: Any, statement: str, parameters: Any) -> dict[str, Any]:
    row = raw.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters, prepare=False).fetchone()[0]
    shown = json.loads(row) if isinstance(row, str) else row
    plan: dict[str, Any] = shown[0]["Plan"]
    return plan


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan's nodes, from the top."""
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def scanned(plan: dict[str, Any]) -> set[str]:
    """The tables that a plan reads from end to end."""
    return {node["Relation Name"] for node in nodes(plan) if node["Node Type"] == "Seq Scan"}
