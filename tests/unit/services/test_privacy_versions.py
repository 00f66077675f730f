"""Own texts of notice and consent: versions by themselves, old ones kept, and everybody asked again."""

from dataclasses import replace
from datetime import date

import pytest

from tn_desktop.model.errors import FieldError, NotFound
from tn_desktop.model.privacy_texts import current_version, versions
from tn_desktop.services import consents, privacy_versions, records, undo
from tn_desktop.services.checks import check_database
from tn_desktop.services.consents import Slip
from tn_desktop.services.privacy_versions import Wording
from tn_desktop.services.slip_content import slip_content
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
TODAY = date(2026, 3, 14)
SLIP = Slip("2026-03-14", "tr", "paper", ("contact",))


def wordings(db: Database) -> dict[str, Wording]:
    with db.read() as connection:
        return {
            language: privacy_versions.wording(privacy_versions.text(connection, language)) for language in ("tr", "en")
        }


def keep(db: Database, words: dict[str, Wording], day: date = TODAY) -> str:
    with db.write("texts") as uow:
        return privacy_versions.save(uow, words, day)


def test_another_wording_is_another_version_and_the_old_ones_stay(db: Database) -> None:
    words = wordings(db)
    assert keep(db, words) == current_version(), "nothing was worded otherwise"
    first = keep(db, words | {"tr": replace(words["tr"], notice=("Bizim metnimiz. {contact}",))})
    assert first.startswith("2026-03-14-")
    second = keep(db, words, date(2026, 4, 1))
    with db.read() as connection:
        assert privacy_versions.versions(connection) == (*versions(), first, second)
        assert privacy_versions.current(connection) == second
        assert privacy_versions.text(connection, "tr", first).notice == ("Bizim metnimiz. {contact}",)
        assert privacy_versions.text(connection, "tr").notice == words["tr"].notice
        assert privacy_versions.text(connection, "tr", "of another laptop").notice == words["tr"].notice


def test_whoever_agreed_to_the_older_text_is_asked_again(db: Database) -> None:
    with db.write("sign") as uow:
        person = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        assert person is not None
        consents.record(uow, [person], SLIP)
    with db.read() as connection:
        assert records.listing(connection, "people", where={})[0] == 1
        assert consents.of_person(connection, person).notice.state == consents.GIVEN
    version = keep(db, wordings(db) | {"en": replace(wordings(db)["en"], consent="As you like.")})
    with db.read() as connection:
        assert consents.of_person(connection, person).notice.state == consents.OLD
        asked = consents.who("", version=privacy_versions.current_in_sql())
        assert list(connection.execute(asked).scalars()) == []
    with db.write("sign again") as uow:
        assert consents.record(uow, [person], SLIP).told["count"] == 1
    with db.read() as connection:
        standing = consents.of_person(connection, person).notice
        assert (standing.state, standing.version) == (consents.GIVEN, version)
        assert list(connection.execute(asked).scalars()) == [person]


def test_the_slip_says_the_own_words(db: Database) -> None:
    words = wordings(db)
    purposes = dict(words["tr"].purposes) | {"contact": "Beni arayabilirsiniz."}
    version = keep(db, words | {"tr": replace(words["tr"], notice=("Süslü {ayraç} kalır.",), purposes=purposes)})
    with db.read() as connection:
        text = slip_content(connection).text("tr")
    assert (text.version, text.notice[0]) == (version, "Süslü {ayraç} kalır.")
    assert text.purposes["contact"] == "Beni arayabilirsiniz." and text.labels["signature"]


def test_an_empty_part_is_refused_with_its_place_and_nothing_is_kept(db: Database) -> None:
    words = wordings(db)
    purposes = dict(words["en"].purposes) | {"sharing": "  "}
    with pytest.raises(FieldError) as refused:
        keep(db, words | {"en": replace(words["en"], purposes=purposes)})
    assert refused.value.field == "en.sharing"
    with pytest.raises(FieldError):
        keep(db, words | {"tr": replace(words["tr"], notice=("a" * 7_000,))})
    with db.read() as connection:
        assert privacy_versions.current(connection) == current_version()


def test_a_version_that_is_there_is_handed_out_again_and_its_consents_stand(db: Database) -> None:
    first = keep(db, wordings(db) | {"en": replace(wordings(db)["en"], consent="As you like.")})
    with db.write("sign") as uow:
        person = records.add(uow, "people", {"given_name": "Ayşe"}).subject
        assert person is not None
        consents.record(uow, [person], SLIP)
    second = keep(db, wordings(db) | {"en": replace(wordings(db)["en"], consent="Up to you.")})
    with db.write("use") as uow:
        assert privacy_versions.use(uow, first) == second
    with db.read() as connection:
        assert privacy_versions.current(connection) == first
        assert list(connection.execute(consents.who("", version=privacy_versions.current_in_sql())).scalars()) == [
            person
        ]
    with db.write("use") as uow:
        privacy_versions.use(uow, current_version())
    with pytest.raises(NotFound), db.write("use") as uow:
        privacy_versions.use(uow, "2031-01-01-abc")
    with db.read() as connection:
        assert privacy_versions.current(connection) == current_version()


def test_keeping_a_text_is_taken_back_and_done_again(db: Database) -> None:
    first = keep(db, wordings(db) | {"en": replace(wordings(db)["en"], consent="As you like.")})
    second = keep(db, wordings(db) | {"en": replace(wordings(db)["en"], consent="Up to you.")})
    with db.read() as connection:
        lsn = undo.latest(connection)[0].lsn
    with db.write("undo") as uow:
        back = undo.undo(uow, lsn).lsn
    with db.read() as connection:
        assert privacy_versions.current(connection) == first and second not in privacy_versions.versions(connection)
        assert privacy_versions.text(connection, "en", second).consent == "Up to you.", "somebody may have signed it"
    with db.write("again") as uow:
        undo.undo(uow, back)
    with db.read() as connection:
        assert privacy_versions.current(connection) == second
    assert check_database(db) == []
