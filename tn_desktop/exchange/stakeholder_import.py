"""Planning and applying a list of stakeholders with the people to talk to there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, select

from tn_desktop.exchange import matching
from tn_desktop.exchange.differing import left
from tn_desktop.exchange.drafts import NO_NAME, split_province
from tn_desktop.exchange.mapping import Mapping as ColumnMapping
from tn_desktop.exchange.names import split_name, strip_enumerator
from tn_desktop.exchange.people_import import Progress
from tn_desktop.exchange.plan import (
    DOUBTFUL,
    KNOWN,
    NEW,
    REFUSED,
    SAME,
    SAME_IN_FILE,
    SAME_NAME,
    Candidate,
    Decision,
    FieldChange,
    ImportPlan,
    ImportResult,
    PlanRow,
    Reason,
    decision_of,
)
from tn_desktop.exchange.reading.book import Remark
from tn_desktop.exchange.tables import Table, TableRow
from tn_desktop.exchange.tag_lists import filled_in, words_held
from tn_desktop.exchange.values import lines_of, phone_text, text_of
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.errors import FieldError
from tn_desktop.model.fields import TAGS, parse
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.places import province_name
from tn_desktop.model.specs.people import PEOPLE
from tn_desktop.model.specs.stakeholders import STAKEHOLDERS
from tn_desktop.model.text import fold
from tn_desktop.model.vocabulary import STAKEHOLDER_STATUS, STAKEHOLDER_TYPE
from tn_desktop.services import records
from tn_desktop.store.unit_of_work import UnitOfWork

_stakeholder = table_of(Stakeholder)
_FIELDS: Final = {spec.name: spec for spec in STAKEHOLDERS.fields}
_CONTACT: Final = ("contact_name", "contact_role", "contact_phone", "contact_email")

_TYPE_WORDS: Final = (
    ("university", ("universite", "university", "fakulte", "akademi", "enstitu")),
    (
        "public_agency",
        ("kamu", "belediye", "bakanlik", "mudurlug", "valilik", "kaymakam", "public", "mem"),
    ),
    ("ngo", ("stk", "dernek", "dernegi", "vakif", "vakfi", "sivil", "ngo", "association", "foundation", "platform")),
    ("private_agency", ("ozel", "sirket", "firma", "a s", "ltd", "private", "company", "kooperatif", "holding")),
    ("expert", ("uzman", "expert", "danisman")),
    ("individual", ("birey", "kisi", "individual", "person", "gonullu")),
)

_STATUS_WORDS: Final = {
    "aktif": "active",
    "etkin": "active",
    "aday": "prospective",
    "olasi": "prospective",
    "gecmis": "past",
    "pasif": "past",
}


@dataclass(frozen=True, slots=True)
class _Draft:
    sheet: str
    number: int
    values: dict[str, Any]
    contact: dict[str, str]
    wrong: tuple[FieldError, ...]


def plan_stakeholders(
    connection: Connection, tables: Iterable[tuple[Table, ColumnMapping]], progress: Progress | None = None
) -> tuple[PlanRow, ...]:
    """What would become of each row."""
    drafts = [_draft(table, mapping, row) for table, mapping in tables for row in table.rows]
    held = _held(connection, {fold(str(draft.values.get("name", ""))) for draft in drafts})
    known = _contacts(connection, [int(one["id"]) for namesakes in held.values() for one in namesakes])
    rows: list[PlanRow] = []
    seen: dict[str, int] = {}
    for position in range(len(drafts)):
        rows.append(_plan_row(position, drafts, held, known, seen))
        if progress and position % 500 == 0:
            progress(position, len(drafts))
    return tuple(rows)


def _plan_row(
    position: int,
    drafts: Sequence[_Draft],
    held: Mapping[str, list[Mapping[str, Any]]],
    known: Mapping[int, Collection[str]],
    seen: dict[str, int],
) -> PlanRow:
    draft = drafts[position]
    name = str(draft.values.get("name", ""))
    detail = " · ".join(
        part for part in (province_name(draft.values.get("province")), draft.contact.get("contact_name", "")) if part
    )
    base = PlanRow(position, draft.sheet, draft.number, name, detail, NEW, values={**draft.values, **draft.contact})
    if draft.wrong:
        return replace(base, verdict=REFUSED, reasons=draft.wrong)
    folded = fold(name)
    if folded in seen:
        why = Remark(QT_TRANSLATE_NOOP("import", "This name stands in the list more than once; say whether it is one."))
        fills, differs = _compare(drafts[seen[folded]].values, draft.values)
        candidate = Candidate(None, name, detail, SAME_IN_FILE, seen[folded], fills=fills, differs=differs)
        return replace(base, verdict=DOUBTFUL, candidates=(candidate,), reasons=(why,))
    seen[folded] = position
    namesakes = held.get(folded, [])
    meant = [one for one in namesakes if _same_place(one, draft.values)]
    if len(meant) == 1:
        fills, differs = _compare(meant[0], draft.values)
        contact = fold(draft.contact.get("contact_name", ""))
        fresh = contact and contact not in known.get(int(meant[0]["id"]), ())
        verdict = KNOWN if fills or differs or fresh else SAME
        return replace(base, verdict=verdict, person=meant[0]["id"], fills=fills, differs=differs)
    if namesakes:
        candidates = tuple(_candidate(one, draft) for one in namesakes)
        why = Remark(
            QT_TRANSLATE_NOOP("import", "{name} is already stored and nothing else tells whether it is the same."),
            {"name": name},
        )
        return replace(base, verdict=DOUBTFUL, candidates=candidates, reasons=(why,))
    return base


def _candidate(stored: Mapping[str, Any], draft: _Draft) -> Candidate:
    fills, differs = _compare(stored, draft.values)
    place = province_name(stored["province"])
    return Candidate(stored["id"], stored["name"], place, SAME_NAME, fills=fills, differs=differs)


def _same_place(stored: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """An organisation's name is its own: it is the same one unless the province says otherwise."""
    return not (stored["province"] and values.get("province") and stored["province"] != values["province"])


def _held(connection: Connection, names: set[str]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    wanted = sorted(names - {""})
    for start in range(0, len(wanted), 400):
        statement = select(_stakeholder).where(_stakeholder.c.search_name.in_(wanted[start : start + 400]))
        for row in connection.execute(statement).mappings():
            if row["alive"]:
                found.setdefault(row["search_name"], []).append(dict(row))
    return found


def _contacts(connection: Connection, ids: Sequence[int]) -> dict[int, set[str]]:
    """Id of a stakeholder -> the folded names of its contacts, and its own where it is a person."""
    found: dict[int, set[str]] = {}
    person, contacts = table_of(Person), table_of(Contact)
    for start in range(0, len(ids), 400):
        part = ids[start : start + 400]
        named = select(contacts.c.stakeholder_id, person.c.search_name).join(
            person, person.c.id == contacts.c.person_id
        )
        own = select(_stakeholder.c.id, person.c.search_name).join(person, person.c.id == _stakeholder.c.person_id)
        for statement in (
            named.where(contacts.c.stakeholder_id.in_(part), contacts.c.alive == 1, person.c.alive == 1),
            own.where(_stakeholder.c.id.in_(part), person.c.alive == 1),
        ):
            for key, name in connection.execute(statement):
                found.setdefault(key, set()).add(name)
    return found


def _compare(
    stored: Mapping[str, Any], values: Mapping[str, Any]
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
    fills, differs = [], []
    for field, given in values.items():
        held = stored.get(field)
        spec = _FIELDS.get(field)
        if held in (None, ""):
            fills.append(FieldChange(field, None, given))
        elif spec is not None and spec.kind == TAGS:
            if (joined := filled_in(spec, held, given)) is not None:
                fills.append(joined)
            elif not (words_held(held, given) and words_held(given, held)):
                differs.append(FieldChange(field, held, given))
        elif held != given and fold(str(held)) != fold(str(given)):
            differs.append(FieldChange(field, held, given))
    return tuple(fills), tuple(differs)


def _draft(table: Table, mapping: ColumnMapping, row: TableRow) -> _Draft:
    texts: dict[str, str] = {}
    wrong: list[FieldError] = []
    for use in mapping.columns:
        cell = row.value(use.index)
        if use.field is None or cell is None:
            continue
        try:
            phone = use.field in ("phone", "contact_phone")
            text = phone_text(use.field, cell) if phone else lines_of(cell) if use.field == "notes" else text_of(cell)
        except FieldError as problem:
            wrong.append(problem)
            continue
        if text.strip("-–—./ "):
            texts.setdefault(use.field, text)
    split_province(texts)
    texts.pop("district", None)
    texts["name"] = strip_enumerator(texts.get("name", "")).strip()
    kind = type_of(texts.get("type", "") or texts["name"])
    if "type" in texts and not kind:
        wrong.append(
            FieldError("type", QT_TRANSLATE_NOOP("errors", "“{value}” is no type of stakeholder."), value=texts["type"])
        )
    texts["type"] = kind
    texts["status"] = status_of(texts.get("status", ""))
    values: dict[str, Any] = {}
    for name, spec in _FIELDS.items():
        if not texts.get(name) or name == "person":
            continue
        try:
            parsed = parse(spec, texts[name].replace(" / ", ", ") if spec.kind == TAGS else texts[name], values)
        except FieldError as problem:
            wrong.append(problem)
            continue
        if parsed is not None:
            values[name] = parsed
    if not values.get("name"):
        wrong.insert(0, FieldError("name", NO_NAME))
    contact = {name: texts[name] for name in _CONTACT if texts.get(name)}
    return _Draft(table.sheet, row.number, values, contact, tuple(wrong))


def type_of(text: str) -> str:
    """The type of stakeholder that words mean, or ""."""
    folded = fold(text)
    if folded.replace(" ", "_") in STAKEHOLDER_TYPE:
        return folded.replace(" ", "_")
    for kind, words in _TYPE_WORDS:
        if any(word in folded for word in words if len(word) > 3) or set(words) & set(folded.split()):
            return kind
    return ""


def status_of(text: str) -> str:
    """The status that words mean, or "" for none: it is then the usual one."""
    folded = fold(text)
    if folded in STAKEHOLDER_STATUS:
        return folded
    return _STATUS_WORDS.get(folded, "")


def apply_stakeholders(
    uow: UnitOfWork,
    plan: ImportPlan,
    decisions: Mapping[int, "Decision | str | int"],
    progress: Progress | None = None,
) -> ImportResult:
    """Write a planned list of stakeholders."""
    skipped: list[tuple[int, Reason]] = []
    refused: list[tuple[int, Reason]] = []
    differing: list[tuple[int, Reason]] = []
    became: dict[int, int] = {}
    added = changed = same = 0
    for row in plan.rows:
        decision = decision_of(decisions.get(row.row, Decision()))
        meant = decision.person if decision.action == "person" else row.person
        if decision.action == "row" and decision.person is not None:
            meant = became.get(decision.person)
        values = {name: value for name, value in row.values.items() if name not in _CONTACT}
        if decision.action == "skip":
            skipped.append((row.number, Remark(QT_TRANSLATE_NOOP("import", "You chose to leave this row out."))))
        elif row.verdict == REFUSED and not (decision.without_wrong and values.get("name")):
            refused.append((row.number, row.reasons[0]))
        elif row.verdict == DOUBTFUL and (not decision.action or (decision.action == "row" and meant is None)):
            skipped.append((row.number, row.reasons[-1]))
        elif meant is not None and decision.action != "new":
            became[row.row] = meant
            fills, differs = (row.fills, row.differs) if meant == row.person else _beside(uow, meant, values)
            taken = {change.field: change.given for change in fills}
            taken |= {change.field: change.given for change in differs if change.field in decision.take}
            wrote = bool(taken and uow.change(Stakeholder, meant, taken))
            wrote = _contact(uow, meant, row) or wrote
            if (kept := left(plan, differs, (), decision)) is not None:
                differing.append((row.number, kept))
            changed, same = changed + wrote, same + (not wrote and kept is None)
        else:
            key = records.add(uow, "stakeholders", values).subject
            assert key is not None
            became[row.row] = key
            _contact(uow, key, row)
            added += 1
        if progress:
            progress(row.row, len(plan.rows))
    changes = uow.changes(added=added, changed=changed, same=same)
    told = (tuple(skipped), tuple(refused), changes.lsn or None)
    return ImportResult(added, changed, same, *told, changes=changes, differs=tuple(differing))


def _beside(
    uow: UnitOfWork, key: int, values: Mapping[str, Any]
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
    """What a row says of a stakeholder whom the user chose, as it is by now."""
    stored = uow.connection.execute(select(_stakeholder).where(_stakeholder.c.id == key)).mappings().one()
    return _compare(dict(stored), values)


def _contact(uow: UnitOfWork, stakeholder: int, row: PlanRow) -> bool:
    """Put the row's contact person with the stakeholder: a known person where one is surely meant, else a new one."""
    text = row.values.get("contact_name")
    if not text:
        return False
    name = split_name(str(text))
    values: dict[str, Any] = {"given_name": name.given, "family_name": name.family or None}
    for field, source in (("phone", "contact_phone"), ("email", "contact_email")):
        if row.values.get(source):
            try:
                values[field] = parse(PEOPLE.field(field), row.values[source], values)
            except FieldError:
                continue
    contacts = table_of(Contact)
    there = select(contacts.c.person_id).where(contacts.c.stakeholder_id == stakeholder, contacts.c.alive == 1)
    people = matching.People(uow.connection, [key for (key,) in uow.connection.execute(there)])
    people.prepare([values])
    match = people.match(values)
    if match.person is not None:
        person = int(match.person["id"])
    elif match.candidates:
        return False
    else:
        made = records.add(uow, "people", {**values, "roles": ["stakeholder"], "province": row.values.get("province")})
        assert made.subject is not None
        person = made.subject
    own = select(_stakeholder.c.person_id).where(_stakeholder.c.id == stakeholder)
    if uow.connection.execute(own).scalar() == person:
        return False  # the stakeholder herself
    table = table_of(Contact)
    held = uow.connection.execute(
        select(table.c.id).where(table.c.stakeholder_id == stakeholder, table.c.person_id == person, table.c.alive == 1)
    ).scalar()
    if held is not None:
        return False
    role = row.values.get("contact_role")
    uow.create(Contact, {"stakeholder_id": stakeholder, "person_id": person, "role": role})
    return True
