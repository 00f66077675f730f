"""The shipped tools in a database, changing and restoring them, and finding them in both languages."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, update

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.model.entities.tools import EngagementTool
from tn_desktop.model.errors import FieldError, Refused
from tn_desktop.model.tool_library import STAMP, library
from tn_desktop.services import demo, lists, records, tools
from tn_desktop.services.checks import check_database
from tn_desktop.services.lists import ListQuery
from tn_desktop.services.undo import undo
from tn_desktop.store.database import Database
from tn_desktop.store.library import LIBRARY_KEY, settle_library
from tn_desktop.store.profile import Profile

pytestmark = pytest.mark.both_engines

_tool, _setting = table_of(EngagementTool), table_of(Setting)


def key_of(db: Database, shipped: str) -> int:
    """The id of a tool of the library."""
    with db.read() as connection:
        return int(connection.execute(select(_tool.c.id).where(_tool.c.shipped == shipped)).scalar_one())


def page(db: Database, key: int, language: str = "tr") -> tools.ToolPage:
    """The page of a tool."""
    with db.read() as connection:
        return tools.tool_page(connection, key, language)


def test_a_new_profile_holds_the_library_and_counts_as_empty(db: Database) -> None:
    with db.read() as connection:
        total, rows = records.listing(connection, "tools", limit=100)
        assert demo.is_empty(connection)
    assert total == len(library()) == len({row["uid"] for row in rows})
    assert all(row["title"] and row["minutes"] and row["steps"] for row in rows)
    assert check_database(db) == []


def test_two_profiles_hold_the_same_rows_to_the_last_stamp(db: Database, tmp_path: Path) -> None:
    found = []
    for profile in (db.profile, Profile.at(tmp_path / "other")):
        with Database.open(profile) as one, one.read() as connection:
            rows = connection.execute(select(_tool).order_by(_tool.c.uid)).mappings()
            found.append([{name: value for name, value in row.items() if name != "id"} for row in rows])
    assert found[0] == found[1]


def test_it_is_not_settled_twice_and_newer_text_reaches_only_what_nobody_changed(db: Database) -> None:
    changed, plain = key_of(db, "troika"), key_of(db, "fishbowl")
    with db.write("Change") as uow:
        tools.change(uow, changed, {"title": "Üçlü masa"}, "tr")
    with db.write("As an older library") as uow:
        connection = uow.connection
        older = {"purpose": "Eski metin", "created": "0" * 24}
        connection.execute(update(_tool).where(_tool.c.id.in_([changed, plain])).values(**older))
        connection.execute(update(_setting).where(_setting.c.key == LIBRARY_KEY).values(value=json.dumps(0)))
        settle_library(connection)
        settle_library(connection)
    assert page(db, plain).values["purpose"] == library()["fishbowl"].texts["tr"]["purpose"]
    assert page(db, changed).values["purpose"] == "Eski metin"
    with db.read() as connection:
        assert connection.execute(select(_tool.c.created).where(_tool.c.id == plain)).scalar() == STAMP


def test_a_removed_tool_stays_removed_until_it_is_brought_back(db: Database) -> None:
    key = key_of(db, "troika")
    with db.write("Remove") as uow:
        records.remove(uow, "tools", key)
    with db.write("Settle") as uow:
        uow.connection.execute(update(_setting).where(_setting.c.key == LIBRARY_KEY).values(value="0"))
        settle_library(uow.connection)
    with db.read() as connection:
        assert tools.removed_of_library(connection) == 1
    with db.write("Bring back") as uow:
        assert tools.bring_back(uow).told["count"] == 1
    assert page(db, key).unchanged


def test_a_tool_is_shown_in_the_running_language_until_it_is_changed(db: Database) -> None:
    key = key_of(db, "five-whys")
    assert (page(db, key, "tr").values["title"], page(db, key, "en").values["title"]) == ("Beş neden", "Five whys")
    with db.write("Change") as uow:
        changes = tools.change(uow, key, {"title": "Why, why, why"}, "en")
    for language in ("tr", "en"):
        shown = page(db, key, language)
        assert shown.values["title"] == "Why, why, why" and not shown.unchanged
        assert shown.values["purpose"] == library()["five-whys"].texts["en"]["purpose"]
    with db.write("Undo") as uow:
        undo(uow, changes.lsn)
    assert page(db, key).unchanged and page(db, key, "tr").values["title"] == "Beş neden"


def test_the_library_s_text_can_be_restored(db: Database) -> None:
    key = key_of(db, "six-hats")
    with db.write("Change") as uow:
        tools.change(uow, key, {"steps": "5 Başla\n10 Bitir", "group_max": "12"}, "tr")
    shown = page(db, key)
    assert (shown.values["minutes"], shown.values["group_max"]) == (15, 12)
    with db.write("Restore") as uow:
        tools.restore(uow, key)
    assert page(db, key).unchanged and page(db, key, "en").values["title"] == "Six hats"
    assert (page(db, key).values["minutes"], page(db, key).values["group_max"]) == (45, 36)
    with db.write("Add") as uow:
        own = records.add(uow, "tools", {"title": "Benim aracım", "steps": "7 Konuşun\nAra verin\n8 Yazın"}).subject
    assert own is not None and page(db, own).values["minutes"] == 15
    with db.write("Restore") as uow, pytest.raises(Refused):
        tools.restore(uow, own)


def test_a_copy_is_one_s_own_in_the_language_it_was_made_in(db: Database) -> None:
    with db.write("Copy") as uow:
        key = tools.copy(uow, key_of(db, "jigsaw"), "My jigsaw", "en").subject
    assert key is not None
    shown = page(db, key, "tr")
    assert (shown.values["title"], shown.shipped, shown.values["minutes"]) == ("My jigsaw", False, 60)
    assert shown.values["materials"] == json.loads(library()["jigsaw"].texts["en"]["materials"])
    assert [step.minutes for step in shown.steps] == [5, 10, 15, 20, 10]


def test_a_wrong_value_is_refused_and_nothing_is_changed(db: Database) -> None:
    key = key_of(db, "jigsaw")
    with pytest.raises(FieldError), db.write("Change") as uow:
        tools.change(uow, key, {"group_min": "çok"}, "en")
    assert page(db, key).unchanged


@pytest.mark.parametrize("typed", ["five wh", "bes ned", "beş neden", "FIVE", "sorunu tanım", "framing prob"])
def test_either_language_and_the_skills_find_a_tool(db: Database, typed: str) -> None:
    with db.read() as connection:
        found = lists.first_page(connection, ListQuery("tools", typed))[0].rows
    assert "Beş neden" in [row.titles["tr"] for row in found]


def test_lists_are_in_the_order_of_their_language(db: Database) -> None:
    with db.read() as connection:
        turkish = lists.first_page(connection, ListQuery("tools"))[0].rows
        english = lists.first_page(connection, ListQuery("tools", sort="title_en"))[0].rows
    assert [row.titles["tr"] for row in turkish][:2] == ["Açık alan", "Açılış halkası"]
    titles = [row.titles["en"].lower().replace("-", " ") for row in english]
    assert titles == sorted(titles)


def test_filters_leave_what_fits(db: Database) -> None:
    def ids(**filters: object) -> set[int]:
        with db.read() as connection:
            return {
                row.id
                for row in lists.first_page(connection, ListQuery("tools", filters=tuple(filters.items())))[0].rows
            }

    with db.read() as connection:
        rows = connection.execute(select(_tool)).all()
    assert ids(minutes=15) == {row.id for row in rows if row.minutes <= 15} and len(ids(minutes=15)) > 5
    assert ids(people=100) == {row.id for row in rows if row.group_min <= 100 <= row.group_max}
    assert ids(mode="online") == {row.id for row in rows if "online" in json.loads(row.mode)}
    assert ids(level="format") == {row.id for row in rows if row.level == "format"}
    assert ids(skill="empathy") == {row.id for row in rows if "empathy" in json.loads(row.skills)}


def test_the_minutes_follow_from_the_steps_however_they_are_written(db: Database) -> None:
    with db.write("Add") as uow:
        key = records.add(uow, "tools", {"title": "A", "steps": "5 Bir\n10 İki", "minutes": "99"}).subject
    assert key is not None and page(db, key).values["minutes"] == 15
    with db.write("Change") as uow:
        changes = records.change(uow, "tools", key, {"steps": "5 Bir"})
    assert page(db, key).values["minutes"] == 5
    with db.write("Undo") as uow:
        undo(uow, changes.lsn)
    assert page(db, key).values["minutes"] == 15
    with db.write("Change") as uow:
        records.change(uow, "tools", key, {"steps": "Bir\nİki", "minutes": "30"})
    assert page(db, key).values["minutes"] == 30


@pytest.mark.one_engine("sqlite")
def test_what_agendas_and_tools_ask_is_found_by_an_index(db: Database) -> None:
    statements: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
        if statement.lstrip().upper().startswith("SELECT") and "agenda_block" in statement:
            statements.append((statement, parameters))

    with db.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", note)
        tools.tool_page(connection, key_of(db, "troika"), "tr")
        event.remove(connection.engine, "before_cursor_execute", note)
        plans = [
            row[3]
            for one, values in statements
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one}", values)
        ]
    assert len(statements) == 2
    assert any("ix_agenda_block_tool_id" in line for line in plans), plans
    assert not any(line.startswith("SCAN") for line in plans if "agenda_block" in line or "session" in line)
