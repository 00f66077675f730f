"""Adding, changing, removing and listing rows through the services, on a real database."""

import json
import uuid

import pytest

from tests.rows import add
from tn_desktop.model.errors import FieldError, NotFound, Refused
from tn_desktop.model.stamps import relation_uid
from tn_desktop.services import records, undo
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines


def uid(db: Database, name: str, key: int) -> str:
    with db.read() as connection:
        return records.uid_of(connection, name, key)


def show(db: Database, name: str, key: int) -> dict[str, object]:
    with db.read() as connection:
        return records.show(connection, name, key)


def test_a_person_is_stored_in_normal_form(db: Database) -> None:
    key = add(
        db, "people", given_name="  Ayşe ", family_name="Yılmaz", phone="0532 123 45 67", province="urfa",
        district="haliliye", email="Ayse@OKUL.org", expertise="drama, drama; masal",
    )  # fmt: skip
    row = show(db, "people", key)
    assert row["given_name"] == "Ayşe"
    assert row["phone"] == "+905321234567"
    assert row["province"] == "TR-63"
    assert row["district"] == "Haliliye"
    assert row["email"] == "Ayse@okul.org"
    assert row["expertise"] == ["drama", "masal"]
    assert row["roles"] == ["teacher"]
    assert row["notes"] is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"given_name": "A", "phone": "123"}, "phone"),
        ({"given_name": "A", "phone": "5.3E+09"}, "phone"),
        ({"given_name": "A", "province": "Atlantis"}, "province"),
        ({"given_name": "A", "province": "34", "district": "Çankaya"}, "district"),
        ({"given_name": "A", "email": "a at b"}, "email"),
        ({"phone": "0532 123 45 67"}, "given_name"),
        ({"given_name": "A", "shoe_size": "42"}, "shoe_size"),
        ({"given_name": "A" * 501}, "given_name"),
    ],
)
def test_a_wrong_value_is_refused_by_field_and_changes_nothing(
    db: Database, values: dict[str, object], field: str
) -> None:
    with pytest.raises(FieldError) as caught, db.write("add") as uow:
        records.add(uow, "people", values)
    assert caught.value.field == field
    assert caught.value.text(lambda _context, text: text)
    with db.read() as connection:
        assert records.listing(connection, "people") == (0, [])
        assert undo.latest(connection) == []


def test_search_folds_and_matches_beginnings_of_words(db: Database) -> None:
    for given, family in (("Ayşe", "YILMAZ"), ("Işık", "Çağlar"), ("İrem", "Şahin"), ("Ali", "Veli")):
        add(db, "people", given_name=given, family_name=family, institution="Atatürk Ortaokulu")
    with db.read() as connection:

        def names(search: str) -> list[object]:
            return [row["given_name"] for row in records.listing(connection, "people", search)[1]]

        assert names("ayse yilmaz") == names("AYŞE") == ["Ayşe"]
        assert names("isik") == names("IŞIK") == names("ışık") == ["Işık"]
        assert names("sah") == ["İrem"]
        assert names("a") == ["Ali", "Ayşe"]
        assert names("ataturk") == ["Ali", "Ayşe", "Işık", "İrem"]
        assert names('* OR "') == names("or")
        assert names("zz") == []


def test_where_counts_all_and_limits_rows(db: Database) -> None:
    for number in range(5):
        add(db, "people", given_name=f"Kişi {number}", province="34" if number % 2 else "06")
    with db.read() as connection:
        total, rows = records.listing(connection, "people", where={"province": "Ankara"}, limit=2)
        assert (total, len(rows)) == (3, 2)
        assert records.listing(connection, "people", where={"roles": "teacher"})[0] == 5
        assert records.listing(connection, "people", where={"phone": ""})[0] == 5
        with pytest.raises(FieldError):
            records.listing(connection, "people", where={"nothing": "x"})


def test_relations_take_uids_and_show_them(db: Database) -> None:
    person = add(db, "people", given_name="Ayşe")
    community = add(db, "communities", name="Kırsalda Okuma")
    key = add(db, "memberships", person=uid(db, "people", person), community=uid(db, "communities", community))
    row = show(db, "memberships", key)
    assert row["person"] == uid(db, "people", person)
    assert row["role"] == "member"
    workshop = add(db, "workshops", title="Atölye", communities=uid(db, "communities", community))
    assert show(db, "workshops", workshop)["communities"] == [uid(db, "communities", community)]
    with db.write("change") as uow:
        changes = records.change(uow, "workshops", workshop, {"communities": "", "title": "Atölye"})
    assert changes.told["fields"] == ("communities",)
    assert show(db, "workshops", workshop)["communities"] == []
    with pytest.raises(Refused), db.write("again") as uow:
        records.add(uow, "memberships", {"person": person, "community": community})


def test_the_relation_uid_does_not_depend_on_the_laptop(db: Database) -> None:
    person, community = add(db, "people", given_name="Ayşe"), add(db, "communities", name="Okuma")
    key = add(db, "memberships", person=person, community=community)
    ends = uuid.UUID(uid(db, "people", person)), uuid.UUID(uid(db, "communities", community))
    assert uid(db, "memberships", key) == str(relation_uid("membership", *ends))


def test_a_removed_row_is_gone_from_lists_and_undo_brings_it_back(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe")
    with db.write("remove") as uow:
        removal = records.remove(uow, "people", key)
    with db.read() as connection:
        assert records.listing(connection, "people", "ayse")[0] == 0
        with pytest.raises(NotFound):
            records.show(connection, "people", key)
    with db.write("undo") as uow:
        undo.undo(uow, removal.lsn)
    assert show(db, "people", key)["given_name"] == "Ayşe"


def test_changes_stamp_only_what_changed(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe", phone="0532 123 45 67")
    with db.write("change") as uow:
        changes = records.change(uow, "people", key, {"given_name": "Ayşe", "institution": "Lise"})
        stamp = uow.stamp
    assert changes.told["fields"] == ("institution",)
    with db.read() as connection:
        row = connection.exec_driver_sql("SELECT created, fields, seen, lsn FROM person").one()
    assert json.loads(row.fields) == {"institution": stamp}
    assert stamp > row.created
    assert json.loads(row.seen) == {db.device: stamp[:12]}
    assert row.lsn == changes.lsn


def test_an_equal_value_writes_nothing(db: Database) -> None:
    key = add(db, "people", given_name="Ayşe")
    with db.write("change") as uow:
        changes = records.change(uow, "people", key, {"given_name": " Ayşe "})
    assert not changes


def test_undo_and_redo_in_a_chain(db: Database) -> None:
    key = add(db, "people", given_name="A")
    done = []
    for name in ("B", "C"):
        with db.write("change") as uow:
            done.append(records.change(uow, "people", key, {"given_name": name}).lsn)

    def step(lsn: int) -> int:
        with db.write("undo") as uow:
            return undo.undo(uow, lsn).lsn

    back_c = step(done[1])
    assert show(db, "people", key)["given_name"] == "B"
    back_b = step(done[0])
    assert show(db, "people", key)["given_name"] == "A"
    step(back_b)
    assert show(db, "people", key)["given_name"] == "B"
    step(back_c)
    assert show(db, "people", key)["given_name"] == "C"
    with pytest.raises(Refused):
        step(back_c)
    step(done[1])
    assert show(db, "people", key)["given_name"] == "B"


def test_undo_keeps_what_was_changed_since(db: Database) -> None:
    key = add(db, "people", given_name="A")
    with db.write("one") as uow:
        first = records.change(uow, "people", key, {"given_name": "B", "institution": "Lise"}).lsn
    with db.write("two") as uow:
        records.change(uow, "people", key, {"given_name": "C"})
    with db.write("undo") as uow:
        kept = undo.undo(uow, first).told["kept"]
    row = show(db, "people", key)
    assert (row["given_name"], row["institution"], kept) == ("C", None, 1)


def test_sessions_move_the_first_date_and_status_of_their_workshop(db: Database) -> None:
    workshop = add(db, "workshops", title="Atölye")
    late = add(db, "sessions", workshop=workshop, starts_at="21.03.2026 13:00", ends_at="2026-03-21T16:00")
    early = add(db, "sessions", workshop=workshop, starts_at="14.03.2026 13:00")

    def derived() -> tuple[str, str]:
        with db.read() as connection:
            return tuple(connection.exec_driver_sql("SELECT first_starts_at, status FROM workshop").one())  # type: ignore[return-value]

    assert derived() == ("2026-03-14T13:00", "planned")
    with db.write("cancel") as uow:
        lsn = records.change(uow, "sessions", early, {"status": "cancelled"}).lsn
    assert derived() == ("2026-03-21T13:00", "planned")
    with db.write("held") as uow:
        records.change(uow, "sessions", late, {"status": "held"})
    assert derived() == ("2026-03-21T13:00", "held")
    with db.write("undo") as uow:
        undo.undo(uow, lsn)
    assert derived() == ("2026-03-14T13:00", "planned")
    with pytest.raises(FieldError), db.write("wrong") as uow:
        records.change(uow, "sessions", late, {"ends_at": "21.03.2026 12:00"})
