"""Made-up people: names weighted by how common they are, schools, subjects, contact data. Repeatable by seed."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, Final

from tn_desktop.model.places import districts, province_name
from tn_desktop.model.resources import resource_path
from tn_desktop.model.stamps import canonical
from tn_desktop.model.text import fold

PREFIXES: Final = [*range(530, 540), *range(541, 550), *range(505, 508), *range(551, 556)]
"""Beginnings of mobile numbers in Turkey."""
DOMAINS: Final = ("okul.example.org", "ogretmen.example.org", "posta.example.org", "eposta.example.net")
UID_EPOCH: Final = 1_725_148_800_000
"""Milliseconds; made-up uids look as if made from 1 September 2024 on, whatever the day, so that they repeat."""


@cache
def story() -> Mapping[str, Any]:
    """The content of resources/data/demo-tr.json."""
    loaded: Mapping[str, Any] = json.loads(resource_path("data", "demo-tr.json").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class Weighted:
    """Values to draw from, with running sums of their weights."""

    values: Sequence[str]
    sums: Sequence[int]

    @classmethod
    def of(cls, weights: Mapping[str, int]) -> "Weighted":
        """From value -> weight."""
        return cls(list(weights), list(accumulate(weights.values())))

    def draw(self, chance: Random, count: int) -> list[str]:
        """`count` values, each as likely as its weight."""
        return chance.choices(self.values, cum_weights=self.sums, k=count)


@cache
def name_lists() -> Mapping[str, Weighted]:
    """female, male, family -> names by frequency (resources/data/names-tr.csv)."""
    weights: dict[str, dict[str, int]] = {}
    with resource_path("data", "names-tr.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            weights.setdefault(row["kind"], {})[row["name"]] = int(row["weight"])
    return {kind: Weighted.of(names) for kind, names in weights.items()}


@dataclass(frozen=True, slots=True)
class School:
    """A made-up school and the subjects taught there."""

    name: str
    district: str
    subjects: Weighted


def schools_of(chance: Random, iso: str, people: int) -> list[School]:
    """Schools of a province for so many teachers, in its real districts."""
    told = story()["schools"]
    kinds = told["kinds"]
    sums = list(accumulate(kind["weight"] for kind in kinds))
    subjects = [Weighted.of(kind["subjects"]) for kind in kinds]
    places = list(districts(iso).values())
    found: dict[str, School] = {}
    for _ in range(max(4, min(people // 12, 600))):
        district, base = chance.choice(places), chance.choice(told["names"])
        which = chance.choices(range(len(kinds)), cum_weights=sums)[0]
        town = province_name(iso) if district == "Merkez" else district
        name = f"{town} {base} {kinds[which]['kind']}"
        found[name] = School(name, district, subjects[which])
    return list(found.values())


def phone(number: int) -> str:
    """The E.164 form of a mobile number that no other `number` has: 05xx 000 …, as nobody's is likely to be."""
    rest, prefix = divmod(number, len(PREFIXES))
    block, within = divmod(rest, 10_000)
    return f"+90{PREFIXES[prefix]}{block:03d}{(within * 7919 + prefix * 2371 + 1234) % 10_000:04d}"


class Uids:
    """UUIDv7-shaped uids in rising order that follow from a seed."""

    def __init__(self, seed: int, kind: str) -> None:
        self._chance = Random(f"{seed} {kind}")
        self._next = UID_EPOCH

    def take(self) -> bytes:
        """The next uid."""
        random = self._chance.getrandbits(74)
        value = self._next << 80 | 0x7 << 76 | random >> 62 << 64 | 0x2 << 62 | random & (2**62 - 1)
        self._next += 1
        return value.to_bytes(16)


def _tags(values: Sequence[str]) -> str:
    return canonical(list(dict.fromkeys(values)))


def people_of(
    chance: Random, iso: str, schools: Sequence[School], first: int, count: int, facilitators: frozenset[int]
) -> list[dict[str, Any]]:
    """Rows of `count` people of a province, columns -> stored values; the first will have the id `first`."""
    names = name_lists()
    women = names["female"].draw(chance, count)
    men = names["male"].draw(chance, count)
    families = names["family"].draw(chance, count)
    told = story()
    rows = []
    for offset in range(count):
        lot, key = chance.random(), first + offset
        kind = women if lot < 0.58 else men
        given, family = kind[offset], families[offset]
        if lot * 1000 % 1 < 0.12:
            given = f"{given} {kind[offset - 1]}" if kind[offset - 1] != given else given
        if kind is women and lot * 77 % 1 < 0.05:
            family = f"{family} {families[offset - 1]}"
        school = chance.choice(schools)
        other = chance.random()
        row = {
            "given_name": given,
            "family_name": family,
            "phone": phone(key) if other < 0.86 else None,
            "country": "TR",
            "province": iso,
            "district": school.district,
            "institution": school.name,
            "subject": school.subjects.draw(chance, 1)[0],
            "roles": '["teacher"]',
        }
        if other * 31 % 1 < 0.55:
            local = f"{fold(given)}.{fold(family)}".replace(" ", "")
            row["email"] = f"{local if local.isascii() else 'ogretmen'}{key}@{DOMAINS[key % len(DOMAINS)]}"
        if other * 53 % 1 < 0.2:
            row["interests"] = _tags(chance.choices(told["interests"], k=2))
        if key in facilitators:
            row["roles"] = '["teacher","facilitator"]'
            row["expertise"] = _tags(chance.choices(told["expertise"], k=2))
        elif other * 91 % 1 < 0.03:
            row["roles"] = '["academic"]' if lot < 0.3 else '["parent"]' if lot < 0.6 else '["administrator"]'
        rows.append(row)
    return rows
