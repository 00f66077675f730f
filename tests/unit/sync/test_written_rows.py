"""A row that somebody adds to a workbook, and completes in it, and sends again: one row, on every laptop."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.unit.sync.books import Sheet, edit, with_libreoffice
from tests.unit.sync.laptops import Laptop, differences, exchange, told
from tests.unit.sync.test_edits_on_their_way import saved_at
from tn_desktop.exchange.sync import written_uids
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.local import Setting
from tn_desktop.services import duplicates
from tn_desktop.services.merge_undo import undo_batch

pytestmark = pytest.mark.both_engines

FIRST, SECOND = "+905321112233", "+905334445566"


@pytest.fixture
def base(ayse: Laptop) -> Path:
    ayse.add("people", given_name="Işık", family_name="Şen", institution="A Okulu")
    ayse.add("people", given_name="Can", family_name="Su", institution="B Okulu")
    return ayse.send()


def at(path: Path, hours: float) -> Path:
    """The workbook as saved so many hours after it was sent."""
    return saved_at(path, f"{datetime.now(UTC) + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}")


def adding(path: Path, *rows: dict[str, Any], saved: str, hours: float) -> Path:
    def work(sheet: Sheet) -> None:
        for row in rows:
            sheet.append(**row)

    return at(edit(path, "People", work, saved), hours)


def changing(path: Path, name: str, saved: str, hours: float, **values: Any) -> Path:
    def work(sheet: Sheet) -> None:
        column = sheet.column("given_name")
        row = next(n for n in range(3, sheet.sheet.max_row + 1) if sheet.sheet.cell(n, column).value == name)
        for key, value in values.items():
            sheet.put(row, key, value)

    return at(edit(path, "People", work, saved), hours)


def people(laptop: Laptop, name: str) -> list[dict[str, Any]]:
    return [row for row in laptop.rows("people") if row["given_name"] == name]


def kept(laptop: Laptop) -> list[str]:
    """What is kept of added rows."""
    table = table_of(Setting)
    with laptop.db.read() as connection:
        return list(connection.execute(select(table.c.value).where(table.c.key.like("written:%"))).scalars())


NEW = {"given_name": "Yeni", "family_name": "Gelen", "institution": "Köy Okulu"}


def test_a_row_that_is_completed_and_sent_again_is_one_person(ayse: Laptop, base: Path) -> None:
    one = adding(base, NEW, saved="1", hours=1)
    two = changing(one, "Yeni", "2", 2, phone="0532 111 22 33")
    assert ayse.receive(one).counts.added == 1
    report = ayse.receive(two)
    assert told(report) == [("applied", "")]
    assert (report.counts.added, report.counts.changed, report.counts.conflicts) == (0, 1, 0)
    (person,) = people(ayse, "Yeni")
    assert (person["phone"], person["institution"]) == (FIRST, "Köy Okulu")
    # What is shown is what she did: she wrote a phone number.
    (shown,) = report.files[0].edits
    assert (shown.action, shown.field, shown.before, shown.after) == ("change", "phone", None, FIRST)
    assert ayse.problems() == []


ORDERS = (*permutations(range(3)), (0,), (1,), (2,))
"""Which of three files reach a laptop, in their order."""


@pytest.mark.parametrize("orders", [((2, 0, 1), (1,)), pytest.param(ORDERS, marks=pytest.mark.thorough)])
def test_whichever_files_reach_a_laptop_and_in_whatever_order_it_is_one_person_everywhere(
    make_laptop: Callable[[str], Laptop], ayse: Laptop, base: Path, orders: tuple[tuple[int, ...], ...]
) -> None:
    one = adding(base, NEW, saved="1", hours=1)
    two = changing(one, "Yeni", "2", 2, phone="0532 111 22 33")
    three = changing(two, "Yeni", "3", 3, institution="Kasaba Okulu", email="yeni@okul.org")
    laptops = [ayse]
    for number, order in enumerate(orders):
        laptops.append(make_laptop(f"laptop{number}"))
        for at in order:
            assert told(laptops[-1].receive((one, two, three)[at])) == [("applied", "")]
        assert len(people(laptops[-1], "Yeni")) == 1
    ayse.receive(one)
    exchange(*laptops)
    for laptop in laptops:
        (person,) = people(laptop, "Yeni")
        assert (person["phone"], person["institution"], person["email"]) == (FIRST, "Kasaba Okulu", "yeni@okul.org")
        assert laptop.problems() == [] and differences(ayse.state(), laptop.state()) == {}


def test_laptops_that_took_the_same_files_in_hold_the_same(ayse: Laptop, baran: Laptop, base: Path) -> None:
    baran.receive(base)
    one = adding(base, NEW, saved="1", hours=1)
    two = changing(one, "Yeni", "2", 2, phone="0532 111 22 33")
    for laptop in (ayse, baran):
        laptop.receive(one, two)
    assert differences(ayse.state(without=["device"]), baran.state(without=["device"])) == {}


@pytest.mark.needs("soffice")
@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_saved_by_libreoffice_in_between(ayse: Laptop, base: Path, kind: str) -> None:
    one = adding(base, NEW, saved="1", hours=1)
    ayse.receive(with_libreoffice(one, kind))
    two = changing(one, "Yeni", "2", 2, phone="0532 111 22 33")
    report = ayse.receive(with_libreoffice(two, kind))
    assert (report.counts.added, report.counts.changed, report.counts.conflicts) == (0, 1, 0)
    assert [row["phone"] for row in people(ayse, "Yeni")] == [FIRST]
    # The same once more, saved anew: there is nothing in it.
    again = ayse.receive(at(with_libreoffice(edit(two, "People", lambda sheet: None, "3")), 3))
    assert (again.counts.added, again.counts.changed, again.files[0].edits) == (0, 0, ())


def test_what_was_corrected_here_meanwhile_is_not_overwritten_by_a_cell_that_nobody_touched(
    ayse: Laptop, base: Path
) -> None:
    one = adding(base, NEW, saved="1", hours=-2)
    ayse.receive(one)
    (person,) = people(ayse, "Yeni")
    ayse.set("people", person["uid"], institution="Kasaba Okulu")
    ayse.receive(changing(one, "Yeni", "2", 2, phone="0532 111 22 33"))
    (person,) = people(ayse, "Yeni")
    assert (person["phone"], person["institution"]) == (FIRST, "Kasaba Okulu")
    assert ayse.open_conflicts() == []


def test_what_she_corrects_of_hers_wins_and_what_gave_way_waits_for_review(ayse: Laptop, base: Path) -> None:
    one = adding(base, {**NEW, "phone": "0532 111 22 33"}, saved="1", hours=1)
    ayse.receive(one)
    ayse.receive(changing(one, "Yeni", "2", 2, phone="0533 444 55 66"))
    (person,) = people(ayse, "Yeni")
    assert person["phone"] == SECOND
    assert ayse.open_conflicts() == [(person["uid"], "phone", SECOND, FIRST)]


def test_rows_that_were_sorted_in_between_stay_themselves(ayse: Laptop, base: Path) -> None:
    ali, bora = {**NEW, "given_name": "Ali"}, {**NEW, "given_name": "Bora"}
    ayse.receive(adding(base, ali, bora, saved="1", hours=1))
    report = ayse.receive(adding(base, bora, {**ali, "phone": "0532 111 22 33"}, saved="2", hours=2))
    assert (report.counts.added, report.counts.changed) == (0, 1)
    assert [row["phone"] for name in ("Ali", "Bora") for row in people(ayse, name)] == [FIRST, None]


def test_two_of_one_name_stay_two_sorted_completed_or_taken_out(ayse: Laptop, base: Path) -> None:
    village, town = ({"given_name": "Ali", "family_name": "Öz", "institution": name} for name in ("Köy", "Kasaba"))
    ayse.receive(adding(base, village, town, saved="1", hours=1))
    uids = {row["institution"]: row["uid"] for row in people(ayse, "Ali")}
    sorted_ = adding(
        base, {**town, "phone": "0533 444 55 66"}, {**village, "phone": "0532 111 22 33"}, saved="2", hours=2
    )
    report = ayse.receive(sorted_)
    assert (report.counts.added, report.counts.changed, report.counts.conflicts) == (0, 2, 0)
    ayse.receive(adding(base, {**town, "phone": "0533 444 55 66", "email": "ali@okul.org"}, saved="3", hours=3))
    found = {row["institution"]: (row["uid"], row["phone"], row["email"]) for row in people(ayse, "Ali")}
    assert found == {"Köy": (uids["Köy"], FIRST, None), "Kasaba": (uids["Kasaba"], SECOND, "ali@okul.org")}


ALIS = [{"given_name": "Ali", "family_name": "Öz", "institution": name} for name in ("Köy", "Kasaba")]


def of_both(laptops: list[Laptop], first: Path, second: Path) -> None:
    """One laptop has both files, one the later alone, one has them the other way round; all exchange what they have."""
    for laptop, files in zip(laptops, ((first, second), (second,), (second, first)), strict=True):
        for file in files:
            assert told(laptop.receive(file)) == [("applied", "")]
    exchange(*laptops)
    for laptop in laptops:
        assert laptop.problems() == [] and differences(laptops[0].state(), laptop.state()) == {}


@pytest.mark.thorough
def test_namesakes_that_were_sorted_are_the_same_two_where_only_the_later_file_came(
    ayse: Laptop, baran: Laptop, ceren: Laptop, base: Path
) -> None:
    village, town = ALIS
    first = adding(base, village, town, saved="1", hours=1)
    second = adding(
        base, {**town, "phone": "0533 444 55 66"}, {**village, "phone": "0532 111 22 33"}, saved="2", hours=2
    )
    of_both([ayse, baran, ceren], first, second)
    for laptop in (ayse, baran, ceren):
        found = sorted((row["institution"], row["phone"]) for row in people(laptop, "Ali"))
        assert found == [("Kasaba", SECOND), ("Köy", FIRST)] and laptop.open_conflicts() == []


ONLY_NUMBERS = [{"given_name": "Ali", "family_name": "Öz", **one} for one in ({"phone": FIRST}, {"email": "ali@b.org"})]


def mixed(laptop: Laptop) -> list[tuple[str | None, str | None]]:
    """Rows that say of one person what two rows of the workbook said of two."""
    found = [(row["phone"], row["email"]) for row in people(laptop, "Ali")]
    return [one for one in found if all(one)]


@pytest.mark.thorough
def test_namesakes_that_nothing_tells_apart_are_rather_two_rows_of_one_than_one_of_two(
    ayse: Laptop, baran: Laptop, ceren: Laptop, base: Path
) -> None:
    one, other = ONLY_NUMBERS
    first = adding(base, one, other, saved="1", hours=1)
    second = adding(base, {**other, "subject": "Fizik"}, {**one, "subject": "Fizik"}, saved="2", hours=2)
    of_both([ayse, baran, ceren], first, second)
    for laptop in (ayse, baran, ceren):
        assert mixed(laptop) == [] and laptop.open_conflicts() == [] and len(people(laptop, "Ali")) == 4
        with laptop.db.read() as connection:
            pairs = [pair for pair in duplicates.proposed(connection) if {"phone", "email"} & set(pair.reasons)]
        assert len(pairs) == 2, "each is proposed as the same as what the later file made of her"


def test_counting_them_from_above_makes_one_person_of_two(
    ayse: Laptop, baran: Laptop, ceren: Laptop, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule taken out once."""
    monkeypatch.setattr(written_uids, "_telling", lambda _spec, rows: [""] * len(rows))
    one, other = ONLY_NUMBERS
    of_both(
        [ayse, baran, ceren],
        adding(base, one, other, saved="1", hours=1),
        adding(base, other, one, saved="2", hours=2),
    )
    assert mixed(ayse) != [] and ayse.open_conflicts() == [], "and nobody is told"


def test_a_second_of_her_name_who_came_later_leaves_the_first_as_she_was(
    ayse: Laptop, baran: Laptop, base: Path
) -> None:
    village, town = ALIS
    ayse.receive(adding(base, village, saved="1", hours=1))
    (first,) = people(ayse, "Ali")
    both = adding(base, town, village, saved="2", hours=2)
    ayse.receive(both)
    assert {row["institution"]: row["uid"] for row in people(ayse, "Ali")}["Köy"] == first["uid"]
    baran.receive(both)
    exchange(ayse, baran)
    for laptop in (ayse, baran):
        assert sorted(row["institution"] for row in people(laptop, "Ali")) == ["Kasaba", "Köy", "Köy"]
        assert laptop.open_conflicts() == []


def test_a_row_that_could_not_be_read_keeps_its_place_among_its_namesakes(ayse: Laptop, base: Path) -> None:
    village, town = ({"given_name": "Ali", "family_name": "Öz", "institution": name} for name in ("Köy", "Kasaba"))
    ayse.receive(adding(base, {**village, "phone": "5.3E+09"}, town, saved="1", hours=1))
    (uid,) = [row["uid"] for row in people(ayse, "Ali")]
    ayse.receive(adding(base, {**village, "phone": "0532 111 22 33"}, town, saved="2", hours=2))
    found = {row["institution"]: (row["uid"] == uid, row["phone"]) for row in people(ayse, "Ali")}
    assert found == {"Köy": (False, FIRST), "Kasaba": (True, None)} and ayse.open_conflicts() == []


def test_a_corrected_name_is_proposed_as_the_same_person(ayse: Laptop, base: Path) -> None:
    row = {**NEW, "given_name": "Ayşe", "family_name": "Yılmz", "phone": "0532 111 22 33", "province": "İzmir"}
    ayse.receive(adding(base, row, saved="1", hours=1))
    ayse.receive(adding(base, {**row, "family_name": "Yılmaz"}, saved="2", hours=2))
    assert len(people(ayse, "Ayşe")) == 2
    with ayse.db.read() as connection:
        (pair,) = duplicates.proposed(connection)
    assert (pair.entity, "phone" in pair.reasons) == ("people", True)


def test_a_cell_that_she_emptied_is_asked_about(ayse: Laptop, base: Path) -> None:
    one = adding(base, {**NEW, "phone": "0532 111 22 33"}, saved="1", hours=1)
    two = changing(one, "Yeni", "2", 2, phone=None)
    ayse.receive(one)
    (shown,) = ayse.receive(two, rehearse=True).files[0].edits
    assert (shown.field, shown.confirmable) == ("phone", True) and shown.doubt is not None
    ayse.receive(two, confirmed=frozenset((shown.key,)))
    (person,) = people(ayse, "Yeni")
    assert person["phone"] is None


def test_whom_somebody_removed_here_stays_so_until_more_is_written(ayse: Laptop, base: Path) -> None:
    one = adding(base, NEW, saved="1", hours=-2)
    ayse.receive(one)
    ayse.remove("people", people(ayse, "Yeni")[0]["uid"])
    ayse.receive(at(edit(one, "People", lambda sheet: None, "2"), 1))
    assert people(ayse, "Yeni") == []
    ayse.receive(changing(one, "Yeni", "3", 2, phone="0532 111 22 33"))
    (person,) = people(ayse, "Yeni")
    assert (person["phone"], person["institution"]) == (FIRST, "Köy Okulu") and ayse.problems() == []


def test_after_it_was_taken_back_the_row_comes_again_as_it_stands(ayse: Laptop, base: Path) -> None:
    one = adding(base, NEW, saved="1", hours=1)
    batch = ayse.receive(one).batch
    assert batch is not None
    with ayse.db.write("undo") as uow:
        undo_batch(uow, batch)
    assert people(ayse, "Yeni") == []
    ayse.receive(changing(one, "Yeni", "2", 2, phone="0532 111 22 33"))
    assert [(row["phone"], row["institution"]) for row in people(ayse, "Yeni")] == [(FIRST, "Köy Okulu")]


def test_an_erasure_reaches_what_is_kept_of_the_row_and_the_completed_one_brings_nobody_back(
    ayse: Laptop, base: Path
) -> None:
    one = adding(base, NEW, {**NEW, "given_name": "Öteki"}, saved="1", hours=1)
    ayse.receive(one)
    uid = people(ayse, "Yeni")[0]["uid"]
    assert any(uid.replace("-", "") in text for text in kept(ayse))
    ayse.erase(uid)
    assert kept(ayse) != [] and not any(uid.replace("-", "") in text for text in kept(ayse))
    ayse.receive(changing(one, "Yeni", "2", 2, phone="0532 111 22 33"))
    assert people(ayse, "Yeni") == [] and len(people(ayse, "Öteki")) == 1
    assert not any("Köy Okulu" in text or "Yeni" in text for text in kept(ayse))


def test_the_same_for_a_workshop(ayse: Laptop, base: Path) -> None:
    ayse.add("workshops", title="Eski")
    path = ayse.send()
    one = edit(path, "Workshops", lambda sheet: sheet.append(title="Yeni atölye"), "1")
    two = edit(path, "Workshops", lambda sheet: sheet.append(title="Yeni atölye", province="İzmir"), "2")
    ayse.receive(at(one, 1))
    ayse.receive(at(two, 2))
    assert [row["province"] for row in ayse.rows("workshops") if row["title"] == "Yeni atölye"] == ["TR-35"]


def test_an_identity_of_every_cell_makes_two_people_of_one(
    ayse: Laptop, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule taken out once: whoever completes a row would make another person."""
    monkeypatch.setattr(written_uids, "naming", lambda spec: ())
    one = adding(base, NEW, saved="1", hours=1)
    ayse.receive(one, changing(one, "Yeni", "2", 2, phone="0532 111 22 33"))
    assert len(people(ayse, "Yeni")) == 2
