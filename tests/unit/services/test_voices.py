"""Surveys over their waves and quotations, recomputed from the rows."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.gui.conftest import NOW
from tests.rows import add
from tn_desktop.exchange.export.exporting import export_list
from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.messages import untranslated
from tn_desktop.services import lists, quotations, records, surveys
from tn_desktop.services.find import find
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.surveys import COMMUNITY, NETWORK, WORKSHOP
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def test_an_indicator_over_its_waves_is_the_weighted_mean_of_the_rows(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Çemberi", province="76")
    for wave, indicator, n, mean in (
        (2, "well_being", 10, "3,5"), (1, "well_being", 20, "3,25"), (1, "well_being", 5, "4,75"),
        (1, "support", 7, "2"),
    ):  # fmt: skip
        with db.write("add") as uow:
            surveys.add_result(uow, COMMUNITY, community, {"wave": wave, "indicator": indicator, "n": n, "mean": mean})
    with db.read() as connection:
        found = surveys.results(connection, COMMUNITY, community)
        rows = records.listing(connection, "surveys")[1]
    for indicator, points in found.series.items():
        for point in points:
            own = [row for row in rows if (row["indicator"], row["wave"]) == (indicator, point.wave)]
            n = sum(row["n"] for row in own)
            assert point.n == n
            assert point.mean == pytest.approx(float(sum(Decimal(row["mean"]) * row["n"] for row in own) / n))
    assert {name: [point.wave for point in points] for name, points in found.series.items()} == {
        "support": [1], "well_being": [1, 2],
    }  # fmt: skip
    assert (len(found.rows), found.subject.waves, found.next_wave) == (len(rows), 2, 2)


def test_whose_surveys_there_are_is_listed_and_found(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Çemberi")
    workshop = add(db, "workshops", title="Problem Ağacı")
    add(db, "communities", name="Ankara")
    add(db, "surveys", community=community, indicator="support", n=3, mean="3", wave=1, date="2026-01-01")
    add(db, "surveys", workshop=workshop, indicator="support", n=3, mean="3", wave=1)
    add(db, "surveys", workshop=workshop, indicator="support", n=3, mean="4", wave=2)
    with db.read() as connection:
        found = surveys.subjects(connection)
        some = surveys.subjects(connection, "igd")
        hits = [hit for hit in find(connection, "problem", NOW) if hit.kind == "surveys"]
    assert [(one.kind, one.id, one.waves, one.last) for one in found] == [
        (COMMUNITY, community, 1, "2026-01-01"), (WORKSHOP, workshop, 2, ""),
    ]  # fmt: skip
    assert [one.id for one in some] == [community]
    assert [surveys.kind_of(hit.id) for hit in hits] == [(WORKSHOP, workshop)]
    with db.write("remove") as uow:
        records.remove(uow, "communities", community)
    with db.read() as connection:
        assert [one.id for one in surveys.subjects(connection)] == [workshop]
        with pytest.raises(NotFound):
            surveys.results(connection, COMMUNITY, community)


@pytest.mark.parametrize(
    "values", [{"n": "0", "mean": "3"}, {"n": "5", "mean": "5,5"}, {"n": "5", "mean": "8", "scale_max": "7"}]
)
def test_a_mean_that_cannot_be_is_refused(db: Database, values: dict[str, str]) -> None:
    community = add(db, "communities", name="A")
    with db.write("add") as uow, pytest.raises(FieldError):
        surveys.add_result(uow, COMMUNITY, community, {"wave": 1, "indicator": "support", **values})


def test_a_result_is_put_right_within_its_scale(db: Database) -> None:
    community = add(db, "communities", name="A")
    key = add(db, "surveys", community=community, indicator="support", n=3, mean="3")
    with db.write("change") as uow:
        surveys.change_result(uow, key, {"mean": "4,25"})
        with pytest.raises(FieldError):
            surveys.change_result(uow, key, {"mean": "6"})
    with db.read() as connection:
        assert records.show(connection, "surveys", key)["mean"] == "4.25"


def test_a_name_is_shown_and_copied_only_with_permission(db: Database, tmp_path: Path) -> None:
    yes = add(db, "quotations", text="Sınıfım değişti.", year=2025, permission="1", attribution="A. Öz")
    no = add(db, "quotations", text="Zor oldu.", year=2026, source="Atölye", attribution="B. Ak")
    with db.read() as connection:
        allowed, kept = quotations.rows(connection, [yes, no])
        export_list(connection, "quotations", tmp_path / "q.xlsx", untranslated)
    assert (allowed.attribution, kept.attribution) == ("A. Öz", "")
    assert quotations.for_report(allowed) == "“Sınıfım değişti.” (A. Öz, 2025)"
    assert quotations.for_report(kept) == ""
    cells = {cell.value for sheet in openpyxl.load_workbook(tmp_path / "q.xlsx") for row in sheet for cell in row}
    assert "A. Öz" in cells and "B. Ak" not in cells and "Zor oldu." in cells


def test_quotations_are_filtered_and_the_latest_year_comes_first(db: Database) -> None:
    community = add(db, "communities", name="A")
    keys = [
        add(db, "quotations", text=text, year=year, permission=permission, community=where)
        for text, year, permission, where in (
            ("bir", 2024, "1", community), ("iki", 2026, "0", None), ("üç", None, None, None),
            ("dört", 2025, "1", None),
        )
    ]  # fmt: skip

    def shown(*filters: tuple[str, Any], search: str = "") -> list[int]:
        with db.read() as connection:
            return [row.id for row in lists.first_page(connection, ListQuery("quotations", search, filters))[0].rows]

    assert shown() == [keys[1], keys[3], keys[0], keys[2]]
    assert shown(("permission", "1")) == [keys[3], keys[0]]
    assert shown(("permission", "0")) == [keys[1], keys[2]]
    assert shown(("year", 2026)) == [keys[1]]
    assert shown(("community", community)) == [keys[0]]
    assert shown(search="dort") == [keys[3]]


def test_a_survey_of_neither_is_one_of_the_network(db: Database) -> None:
    community = add(db, "communities", name="Iğdır Çemberi")
    add(db, "surveys", community=community, indicator="support", n=3, mean="3", wave=1)
    with db.read() as connection:
        assert [one.kind for one in surveys.subjects(connection)] == [COMMUNITY]
        assert surveys.results(connection, NETWORK, 0).rows == ()
    with db.write("add") as uow:
        surveys.add_result(uow, NETWORK, 0, {"wave": 1, "indicator": "support", "n": 40, "mean": "3,5"})
    add(db, "surveys", indicator="support", n=60, mean="4", wave=2, date="2026-01-01")
    with db.read() as connection:
        network, _other = surveys.subjects(connection)
        assert (network.kind, network.id, network.waves, network.last) == (NETWORK, 0, 2, "2026-01-01")
        assert [one.kind for one in surveys.subjects(connection, "igdir")] == [COMMUNITY]
        assert [one.kind for one in surveys.subjects(connection, "ag but", network="Bütün ağ")] == [NETWORK]
        hits = find(connection, "network", NOW, network="Surveys of the whole network")
        assert [(hit.kind, hit.name, surveys.kind_of(hit.id)) for hit in hits] == [
            ("surveys", "Surveys of the whole network", (NETWORK, 0)),
        ]  # fmt: skip
        assert find(connection, "network igdir", NOW, network="Surveys of the whole network") == []
        found = surveys.results(connection, NETWORK, 0)
        assert [(point.wave, point.n, point.mean) for point in found.series["support"]] == [(1, 40, 3.5), (2, 60, 4.0)]
    assert surveys.kind_of(network.key) == (NETWORK, 0)
    assert surveys.kind_of(surveys.key_of(WORKSHOP, 1)) == (WORKSHOP, 1)
