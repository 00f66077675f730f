"""Holding what the importer finds against the truth of a made-up layout."""

import re
from dataclasses import dataclass, field

from tests.unit.exchange.layouts import Layout, Somebody
from tn_desktop.exchange.drafts import Draft, SessionKey, drafts
from tn_desktop.exchange.mapping import guess_mapping
from tn_desktop.exchange.reading.book import RawSheet
from tn_desktop.exchange.tables import find_tables
from tn_desktop.model.text import fold


@dataclass
class Score:
    """The share of people found exactly (extra people count against it), and what was wrong."""

    share: float
    notes: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def score(layout: Layout, sheets: tuple[RawSheet, ...] | None = None) -> Score:
    """Run tables, mapping and rows over a layout."""
    tables = [table for sheet in sheets or (layout.sheet,) for table in find_tables(sheet)]
    mappings = [guess_mapping(table) for table in tables]
    found = [list(drafts(table, mapping)) for table, mapping in zip(tables, mappings, strict=True)]
    result = Score(0.0, names=[draft.name for table in found for draft in table])
    if len(found) != len(layout.groups):
        result.notes.append(f"{len(found)} tables, not {len(layout.groups)}")
    for mapping in mappings:
        if mapping.kind != layout.kind:
            result.notes.append(f"kind {mapping.kind}")
    columns = {use.field for mapping in mappings for use in mapping.columns if use.field}
    if layout.kind == "attendance_long":
        rows = [draft for table in found for draft in table]
        good, total = _long(layout, rows, result)
    else:
        rows = [draft for table in found for draft in table]
        people = [person for group in layout.groups for person in group]
        good, total = 0, max(len(people), len(rows))
        for person, draft in zip(people, rows, strict=False):
            wrong = _differences(layout, person, draft)
            good += not wrong
            if wrong:
                result.notes.append(
                    f"row {draft.number} {draft.name!r} (should be {person.given} {person.family}): {wrong}"
                )
        if len(rows) != len(people):
            result.notes.append(f"{len(rows)} rows, not {len(people)}; columns {sorted(columns)}")
        if len(found) != len(layout.groups):
            good = 0
    if any(mapping.kind != layout.kind for mapping in mappings):
        good = 0
    result.share = good / total if total else 0.0
    return result


def _differences(layout: Layout, person: Somebody, draft: Draft) -> list[str]:
    wrong = []
    if fold(draft.values.get("given_name", "")) != fold(person.given) or fold(
        draft.values.get("family_name", "")
    ) != fold(person.family):
        wrong.append(f"name {draft.values.get('given_name')}|{draft.values.get('family_name')}")
    flat = {str(cell) for row in layout.sheet.rows for cell in row if cell is not None}
    for name in ("email", "institution", "subject"):
        if person.facts[name] in flat and any(person.facts[name] == str(c) for c in _row(layout, person)):
            if draft.values.get(name) != person.facts[name]:
                wrong.append(f"{name} {draft.values.get(name)}")
    digits = person.facts["phone"].replace(" ", "")[1:]
    if any(digits in re.sub(r"\D", "", str(cell)) for cell in _row(layout, person)):
        if not re.sub(r"\D", "", draft.values.get("phone", "")).endswith(digits):
            wrong.append(f"phone {draft.values.get('phone')}")
    places = [
        cell
        for cell in _row(layout, person)
        if isinstance(cell, str) and cell.split(" / ")[0] == person.facts["province"]
    ]
    if places and draft.values.get("province") != person.facts["province"]:
        wrong.append(f"province {draft.values.get('province')}")
    if layout.kind == "attendance_wide":
        marks = [mark.status for mark in draft.marks.values()]
        truth = [None if status == layout.empty_status else status for status in person.marks.values()]
        if marks != truth:
            wrong.append(f"marks {marks} not {truth}")
    return wrong


def _row(layout: Layout, person: Somebody) -> tuple[object, ...]:
    for row in layout.sheet.rows:
        if person.facts["phone"] in [str(c) for c in row] or person.facts["email"] in row:
            return row
    return ()


def _long(layout: Layout, rows: list[Draft], result: Score) -> tuple[int, int]:
    people = layout.groups[0]
    truth = [(person, person.marks[n]) for n in range(layout.sessions) for person in people]
    good = 0
    for (person, status), draft in zip(truth, rows, strict=False):
        ((key, mark),) = draft.marks.items()
        right = (
            fold(draft.name) == fold(f"{person.given} {person.family}")
            and mark.status == status
            and isinstance(key, SessionKey)
            and key.date.startswith("2026-")
        )
        good += right
        if not right:
            result.notes.append(f"row {draft.number} {draft.name!r} {mark.status} {key}")
    return good, max(len(truth), len(rows))
