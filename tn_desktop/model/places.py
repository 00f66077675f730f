"""Turkey's provinces and districts, and their names as people write them.

Data: resources/data/tr-provinces.csv and tr-districts.csv (source and licence beside them). A province is stored
as its ISO 3166-2 code; a province abroad is any code of that form.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from tn_desktop.model.resources import resource_path
from tn_desktop.model.text import clean, fold, sort_key

ISO_SUBDIVISION: Final = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Province:
    """A province: ISO code, plate number, Turkish name, short or old names."""

    iso: str
    plate: int
    name: str
    other_names: tuple[str, ...]


@cache
def provinces() -> Mapping[str, Province]:
    """Turkey's 81 provinces by ISO code, in the order of the Turkish alphabet."""
    with resource_path("data", "tr-provinces.csv").open(encoding="utf-8", newline="") as file:
        found = [
            Province(
                row["iso"],
                int(row["plate"]),
                row["name_tr"],
                tuple(name for name in (clean(part) for part in re.split(r"[;|/,]", row["name_alt"])) if name),
            )
            for row in csv.DictReader(file)
        ]
    return {province.iso: province for province in sorted(found, key=lambda p: sort_key(p.name))}


@cache
def _province_by_name() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for province in provinces().values():
        for name in (province.name, *province.other_names, province.iso, str(province.plate), f"{province.plate:02d}"):
            known[fold(name)] = province.iso
    return known


@cache
def districts(province: str) -> Mapping[str, str]:
    """Of a province's ISO code: folded district name -> district name, in the order of the Turkish alphabet.

    One by one: to put those of all provinces in order takes most of a frame, in which a window paints nothing.
    """
    return {fold(name): name for name in sorted(_named().get(province, ()), key=sort_key)}


@cache
def _named() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    with resource_path("data", "tr-districts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["iso"], []).append(row["district_tr"])
    return found


def find_province(text: str) -> str | None:
    """The ISO code for a province's name, short or old name, plate number or code, however it is spelled.

    A subdivision code of another country is returned as it is; anything else is None.
    """
    known = _province_by_name().get(_without_suffix(fold(text)))
    if known:
        return known
    code = clean(text).upper()
    return code if ISO_SUBDIVISION.fullmatch(code) and not code.startswith("TR-") else None


def _without_suffix(folded: str) -> str:
    for suffix in (" ili", " il", " valiligi"):
        folded = folded.removesuffix(suffix)
    return folded


def province_name(iso: str | None) -> str:
    """The Turkish name of a province, or its code where it is abroad; "" for none."""
    if not iso:
        return ""
    province = provinces().get(iso)
    return province.name if province else iso


def find_district(province: str | None, text: str) -> str | None:
    """The district's proper name within a province of Turkey, or None if there is none of that name."""
    known = districts(province or "")
    folded = fold(text)
    return known.get(folded) or known.get(folded.removesuffix(" ilcesi"))
