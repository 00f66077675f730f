"""The organisation's one row, its name on what is printed, and its figures recomputed from the rows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tn_desktop.model.errors import Refused
from tn_desktop.services import demo, export_data, figures, organisation, owner, records, settings, sheet_data
from tn_desktop.services.demo_organisation import LED_BY_TEACHERS
from tn_desktop.services.export_scope import Selection
from tn_desktop.services.organisation import ORGANISATION_UID, Taken
from tn_desktop.services.owner import Owner
from tn_desktop.store.database import Database
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

DAY = date(2026, 3, 18)


@pytest.mark.both_engines
def test_there_is_one_row_with_one_uid_also_after_it_was_removed(db: Database) -> None:
    with db.write("add") as uow:
        key = records.add(uow, "organisation", {"name": "Ağ"}).subject
        assert key is not None
        assert records.uid_of(uow.connection, "organisation", key) == str(ORGANISATION_UID)
        with pytest.raises(Refused):
            records.add(uow, "organisation", {"name": "Başka"})
        records.remove(uow, "organisation", key)
        assert organisation.key_of(uow.connection) is None
        assert records.add(uow, "organisation", {"name": "Yine"}).subject == key
        assert organisation.name_of(uow.connection) == "Yine"


@pytest.mark.both_engines
def test_its_name_stands_above_what_is_printed_and_the_setting_is_the_fallback(db: Database) -> None:
    with db.read() as connection:
        assert organisation.name_of(connection) == settings.DEFAULT_ORGANISATION
    with db.write("set") as uow:
        settings.put(uow, settings.ORGANISATION, "Ayardaki Ağ")
        assert organisation.name_of(uow.connection) == "Ayardaki Ağ"
        records.add(uow, "organisation", {"name": "Sayfadaki Ağ"})
        workshop = records.add(uow, "workshops", {"title": "Atölye"}).subject
        session = records.add(uow, "sessions", {"workshop": workshop, "starts_at": "2026-03-14T10:00"}).subject
        assert session is not None
    with db.read() as connection:
        assert organisation.name_of(connection) == "Sayfadaki Ağ"
        assert owner.owner(connection).organisation == "Sayfadaki Ağ"
        assert sheet_data.session_sheet_data(connection, [session])[0].organisation == "Sayfadaki Ağ"
        scope = export_data.attendance_scope(connection, Selection(workshop=workshop))
        assert scope.organisation == "Sayfadaki Ağ"


@pytest.mark.both_engines
def test_renamed_in_the_settings_it_is_renamed_on_its_page(db: Database) -> None:
    with db.write("set") as uow:
        records.add(uow, "organisation", {"name": "Eski Ağ"})
        owner.settle(uow, Owner("Ayşe Yılmaz", "Iğdır"))
        assert organisation.name_of(uow.connection) == "Eski Ağ"
        owner.settle(uow, Owner("Ayşe Yılmaz", "Iğdır", "Yeni Ağ"))
        assert organisation.name_of(uow.connection) == "Yeni Ağ"
        assert settings.organisation(uow.connection) == "Yeni Ağ"


@pytest.mark.both_engines
def test_the_latest_of_each_title_and_those_before(db: Database) -> None:
    with db.write("add") as uow:
        for day, title, number in (
            ("2024-12-31", "Oturum", 10),
            ("2025-12-31", "Oturum", 25),
            ("2025-12-31", "İl", 3),
            ("2023-12-31", "Oturum", 4),
        ):
            records.add(uow, "milestones", {"kind": "figure", "title": title, "number": number, "date": day})
        records.add(uow, "milestones", {"kind": "award", "title": "Ödül", "date": "2025-01-01"})
        page = organisation.organisation_page(uow.connection)
    assert [(one.title, one.latest.number, [row.number for row in one.before]) for one in page.figures] == [
        ("Oturum", 25, [10, 4]),
        ("İl", 3, []),
    ]
    assert [row.date for row in page.history] == sorted((row.date for row in page.history), reverse=True)


@pytest.mark.both_engines
def test_figures_taken_twice_on_a_day_are_one(db: Database) -> None:
    with db.write("take") as uow:
        organisation.take_snapshot(uow, [Taken("Oturum", 5, ""), Taken("İl", 2, "")], DAY, "x")
        organisation.take_snapshot(uow, [Taken("Oturum", 6, "")], DAY, "x")
        organisation.take_snapshot(uow, [Taken("Oturum", 7, "")], date(2026, 4, 1), "x")
        rows = records.listing(uow.connection, "milestones")[1]
    assert sorted((row["title"], row["date"], row["number"]) for row in rows) == [
        ("Oturum", "2026-03-18", 6),
        ("Oturum", "2026-04-01", 7),
        ("İl", "2026-03-18", 2),
    ]


@pytest.mark.both_engines
def test_a_figure_is_the_same_whatever_the_language_it_was_taken_in(db: Database) -> None:
    with db.write("take") as uow:
        organisation.take_snapshot(uow, [Taken("Yapılan oturum", 5, "")], DAY, "")
        organisation.take_snapshot(uow, [Taken("Sessions held", 6, "")], DAY.replace(month=4), "")
        organisation.take_snapshot(uow, [Taken("Yapılan oturum", 7, "")], DAY.replace(month=4), "")
        organisation.take_snapshot(uow, [Taken("Kahve", 1, "")], DAY, "")
    with db.read() as connection:
        figures_shown = organisation.organisation_page(connection).figures
    told = [(one.name, one.latest.number, [row.number for row in one.before]) for one in figures_shown]
    assert told == [("sessions", 7, [5]), ("", 1, [])]


def test_titles_are_known_in_the_languages_they_are_shown_in() -> None:
    import json
    from xml.etree import ElementTree as ET

    from tn_desktop.model.resources import resource_path

    translations = ET.parse(resource_path("translations", "tn_desktop_tr.ts")).getroot()
    context = next(one for one in translations.iter("context") if one.findtext("name") == "figures")
    shown = {one.findtext("source"): one.findtext("translation") for one in context.iter("message")}
    known = json.loads(resource_path("data", "figure-titles.json").read_text("utf-8"))
    assert known == {name: shown[title] for name, title in figures.TITLES.items()}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, new_profile: Callable[[Path], Profile]) -> Database:
    db = Database.open(new_profile(tmp_path_factory.mktemp("figures")))
    demo.fill(db, 300, 60, 3, DAY)
    with db.write("spoil") as uow:
        workshops = records.listing(uow.connection, "workshops", limit=1000)[1]
        for number, row in enumerate(workshops[:12]):
            key = records.id_of(uow.connection, "workshops", row["uid"])
            records.change(uow, "workshops", key, {"teacher_led": number % 3 != 0})
        records.remove(uow, "workshops", records.id_of(uow.connection, "workshops", workshops[-1]["uid"]))
        records.remove(uow, "outputs", 1)
    return db


def test_each_figure_follows_from_the_rows(world: Database) -> None:
    with world.read() as connection:
        told = {one.name: one.number for one in figures.figures(connection)}
        parts = {one.name: one.parts for one in figures.figures(connection)}
        rows = {
            name: records.listing(connection, name, limit=100_000)[1]
            for name in ("sessions", "workshops", "attendance", "communities", "outputs", "solutions", "reach")
        }
    workshops = {row["uid"]: row for row in rows["workshops"]}
    going = {row["uid"]: row for row in rows["sessions"] if row["status"] != "cancelled"}
    held = [row for row in rows["sessions"] if row["status"] == "held"]
    present = {
        row["person"] for row in rows["attendance"] if row["session"] in going and row["status"] in ("present", "late")
    }
    said = [row for row in workshops.values() if row["teacher_led"] is not None]
    outputs = {row["uid"] for row in rows["outputs"]}
    assert told["sessions"] == len(held)
    assert told["participants"] == len(present)
    assert told["provinces"] == len({row["province"] or workshops[row["workshop"]]["province"] for row in held})
    assert told["communities"] == sum(row["status"] == "active" for row in rows["communities"])
    assert told["teacher_led"] == round(100 * sum(row["teacher_led"] for row in said) / len(said))
    assert (told["outputs"], told["solutions"]) == (len(outputs), len(rows["solutions"]))
    heads = sum((row["minors"] or 0) + (row["guests"] or 0) for row in going.values())
    entered = sum(row["number"] for row in rows["reach"] if row["session"] in going)
    assert told["reached_activities"] == len(present) + heads + entered
    assert told["reached_outputs"] == sum(row["number"] for row in rows["reach"] if row["output"] in outputs)
    for name in ("reached_activities", "reached_outputs"):
        numbers = parts[name]
        assert numbers is not None and numbers.named + numbers.counted + numbers.estimated == told[name]


@pytest.mark.both_engines
def test_an_empty_notebook_has_no_figure(db: Database) -> None:
    with db.read() as connection:
        assert figures.figures(connection) == ()


def test_the_made_up_figures_go_by_the_names_of_the_counted_ones(world: Database) -> None:
    """So that a snapshot of today stands before those of the story, not beside them."""
    import re
    from html import unescape

    from tn_desktop.model.resources import resource_path

    text = resource_path("translations", "tn_desktop_tr.ts").read_text(encoding="utf-8")
    turkish = {
        unescape(source): unescape(said)
        for source, said in re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", text)
        if unescape(source) in figures.TITLES.values()
    }
    with world.read() as connection:
        page = organisation.organisation_page(connection)
    titles = {one.title for one in page.figures}
    assert titles <= set(turkish.values()) and len(titles) == 8
    assert next(one for one in page.figures if "%" in one.title).latest.number == LED_BY_TEACHERS[-1]
