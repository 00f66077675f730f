"""Whom a row of a list means among the people already stored.

A person is known by the same folded name together with the same phone, e-mail, or school; the same name alone, or the
same phone with another name, is doubtful and left to the user.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, bindparam, select

from tn_desktop.exchange.plan import SAME_EMAIL, SAME_NAME, SAME_PHONE, Candidate, FieldChange
from tn_desktop.exchange.tag_lists import filled_in, words_held
from tn_desktop.model.derived import full_name
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.people import Membership, Person
from tn_desktop.model.entities.workshops import Attendance, Enrolment
from tn_desktop.model.fields import TAGS
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name
from tn_desktop.model.specs.people import PEOPLE
from tn_desktop.model.text import fold
from tn_desktop.services import same_as
from tn_desktop.services.workshops import members_of_communities
from tn_desktop.store.prepared import Prepared

_person = table_of(Person)
_membership, _enrolment, _attendance = table_of(Membership), table_of(Enrolment), table_of(Attendance)
COLUMNS: Final = (
    "id", "search_name", "given_name", "family_name", "other_names", "phone", "email", "country", "province",
    "district", "institution", "subject", "expertise", "interests", "roles", "label", "notes",
)  # fmt: skip
_PICKED: Final = [_person.c[name] for name in COLUMNS]
_FIELDS: Final = {spec.name: spec for spec in PEOPLE.fields}
_BATCH: Final = 400
SHOWN: Final = 12

# None of these asks for living people only: with a list of values SQLite would then rather walk every living row.
_NAMED = Prepared(select(*_PICKED, _person.c.alive).where(_person.c.search_name == bindparam("name")))

Known = Mapping[str, Any]
"""A stored person's row: COLUMNS -> values."""


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a row means: one known person, or candidates in doubt, or neither."""

    person: Known | None = None
    candidates: tuple[Candidate, ...] = ()


class People:
    """Looks rows up among the stored people; `prepare` fetches for many rows at once.

    `near` are the people of the community or workshop that the list is for: one of them with the same name is meant.
    """

    def __init__(self, connection: Connection, near: Iterable[int] = ()) -> None:
        self._connection = connection
        self._near = set(near)
        self._by_phone: dict[str, list[Known]] = {}
        self._by_email: dict[str, list[Known]] = {}
        self._by_name: dict[str, list[Known]] = {}
        self._near_names: dict[str, list[Known]] = {}
        self._same = same_as.groups(connection, "people")
        self._kept: dict[int, Known] = {}
        self._meant: set[int] = set()
        for person in self.fetch(sorted(self._near)):
            self._near_names.setdefault(person["search_name"], []).append(person)

    def fetch(self, ids: Sequence[int]) -> list[Known]:
        """Living people by their ids."""
        found: list[Known] = []
        for start in range(0, len(ids), _BATCH):
            found.extend(self._rows(_person.c.id.in_(ids[start : start + _BATCH])))
        return found

    def prepare(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Fetch everybody who has a phone or an e-mail of these rows (values in stored form)."""
        for column, kept in (("phone", self._by_phone), ("email", self._by_email)):
            wanted = sorted({str(row[column]) for row in rows if row.get(column)} - kept.keys())
            for start in range(0, len(wanted), _BATCH):
                part = wanted[start : start + _BATCH]
                kept.update((key, []) for key in part)
                for row in self._rows(_person.c[column].in_(part)):
                    kept[row[column]].append(row)

    def _rows(self, which: ColumnElement[bool]) -> list[Known]:
        rows = self._connection.execute(select(*_PICKED, _person.c.alive).where(which)).all()
        return [dict(zip(COLUMNS, row, strict=False)) for row in rows if row[-1]]

    def _as_seen(self, people: Iterable[Known]) -> list[Known]:
        """Everybody once: whoever was entered twice, and said to be the same, as the row that she is seen as."""
        seen: dict[int, Known] = {}
        for person in people:
            own = int(person["id"] or 0)
            kept = self._same.get(own, own)
            if kept != own:
                if kept not in self._kept:
                    self._kept[kept] = next(iter(self._rows(_person.c.id == kept)), person)
                person = self._kept[kept]
            seen.setdefault(person["id"], person)
        return list(seen.values())

    def match(self, values: Mapping[str, Any], among: Collection[int] = ()) -> Match:
        """Whom a row with these values means; somebody of that name `among` these, if there is one."""
        name = fold(full_name(values))
        if (found := self._among(name, values, among)) is not None:
            return Match(found)
        reached = {
            person["id"]: person
            for person in (
                *self._by_phone.get(values.get("phone") or "", ()),
                *self._by_email.get(values.get("email") or "", ()),
            )
        }
        sure = self._as_seen(person for person in reached.values() if name and _is_called(person, name))
        if not sure and name:
            sure = self._as_seen(self._by_context(name, values))
        if len(sure) == 1:
            return Match(sure[0])
        namesakes = sure or (self._namesakes(name) if name else [])
        if not sure:
            agreeing = self._as_seen(person for person in namesakes if agrees(person, values))
            if len(agreeing) == 1:
                return Match(agreeing[0])
            namesakes = agreeing or self._as_seen(person for person in namesakes if not contradicts(person, values))
        candidates = [_candidate(person, SAME_NAME, values) for person in namesakes[:SHOWN]]
        listed = {person["id"] for person in namesakes}
        for person in self._as_seen(reached.values()):
            if person["id"] not in listed:
                phone = bool(person["phone"]) and person["phone"] == values.get("phone")
                candidates.append(_candidate(person, SAME_PHONE if phone else SAME_EMAIL, values))
        return Match(None, tuple(candidates[:SHOWN]))

    def _among(self, name: str, values: Mapping[str, Any], among: Collection[int]) -> Known | None:
        """Of those the one of that name; of several whom nothing tells apart each in turn."""
        if not among or not name:
            return None
        named = [person for person in self._as_seen(self._namesakes(name)) if person["id"] in among]
        possible = [person for person in named if not contradicts(person, values)]
        sure = [person for person in possible if agrees(person, values)] or possible
        found = next((person for person in sure if person["id"] not in self._meant), None)
        if found is not None:
            self._meant.add(found["id"])
        return found

    def _by_context(self, name: str, values: Mapping[str, Any]) -> list[Known]:
        """People of the list's own community or workshop with that name, unless something speaks against it."""
        return [person for person in self._near_names.get(name, ()) if not _another_contact(person, values)]

    def _namesakes(self, name: str) -> list[Known]:
        if name not in self._by_name:
            rows = _NAMED.all(self._connection, name=name)
            self._by_name[name] = [dict(zip(COLUMNS, row, strict=False)) for row in rows if row[-1]]
        return self._by_name[name]


def near(connection: Connection, community: int | None, workshop: int | None, session: int | None) -> set[int]:
    """Ids of the people of a community, on a workshop's list or in its communities, or marked at a session."""
    found: set[int] = set()
    for table, column, key in (
        (_membership, "community_id", community),
        (_enrolment, "workshop_id", workshop),
        (_attendance, "session_id", session),
    ):
        if key is not None:
            statement = select(table.c.person_id).where(table.c[column] == key, table.c.alive == 1)
            found.update(row[0] for row in connection.execute(statement))
    if workshop is not None:
        found.update(members_of_communities(connection, workshop))
    return found


def agrees(person: Known, values: Mapping[str, Any]) -> bool:
    """Whether a namesake is surely the person meant: same school, and nothing that speaks against it."""
    stored, given = person["institution"], values.get("institution")
    if not stored or not given or (stored != given and _folded(stored) != _folded(given)):
        return False
    return not _another_contact(person, values) and not _differ(person, values, "province")


def contradicts(person: Known, values: Mapping[str, Any]) -> bool:
    """Whether a namesake is surely somebody else: at least two facts differ."""
    against = _differ(person, values, "phone") + _differ(person, values, "email") + _differ(person, values, "province")
    if against >= 2:
        return True
    stored, given = person["institution"], values.get("institution")
    if against and stored and given and stored != given:
        return _folded(stored) != _folded(given)
    return False


def _another_contact(person: Known, values: Mapping[str, Any]) -> bool:
    return _differ(person, values, "phone") or _differ(person, values, "email")


def _differ(person: Known, values: Mapping[str, Any], name: str) -> bool:
    """Whether a value in canonical form differs; one that is missing on either side says nothing."""
    given, stored = values.get(name), person[name]
    return bool(given and stored and given != stored)


_folded = lru_cache(maxsize=50_000)(fold)


def _is_called(person: Known, name: str) -> bool:
    """Whether a person has or had that folded name."""
    return person["search_name"] == name or name in fold(person["other_names"] or "")


def _candidate(person: Known, evidence: str, values: Mapping[str, Any]) -> Candidate:
    fills, differs = compare(person, values)
    return Candidate(person["id"], full_name(person), details(person), evidence, fills=fills, differs=differs)


def compare(
    person: Mapping[str, Any], values: Mapping[str, Any]
) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
    """(fields that the list fills, fields where it differs); names that fold alike are equal, lists are joined."""
    fills, differs = [], []
    for name, given in values.items():
        stored = person.get(name)
        if stored is None or stored == "":
            fills.append(FieldChange(name, None, given))
        elif _FIELDS[name].kind == TAGS:
            if (joined := filled_in(_FIELDS[name], stored, given)) is not None:
                fills.append(joined)
            elif not words_held(stored, given):
                differs.append(FieldChange(name, stored, given))
        elif stored != given and fold(str(stored)) != fold(str(given)):
            differs.append(FieldChange(name, stored, given))
    # A whole name that folds alike is the same name, however its parts are cut.
    if fold(full_name(person)) == fold(full_name(values)):
        parts = ("given_name", "family_name")
        fills = [change for change in fills if change.field not in parts]
        differs = [change for change in differs if change.field not in parts]
    return tuple(fills), tuple(differs)


def details(person: Known) -> str:
    """What tells a person from others of that name."""
    parts = (
        person.get("label"), person.get("institution"), person.get("subject"), province_name(person.get("province")),
        show_phone(person.get("phone")), person.get("email"),
    )  # fmt: skip
    return " · ".join(part for part in parts if part)
