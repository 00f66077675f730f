"""Privacy notices, consents and requests: what is written, what stands, what travels, what is left after an erasure."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tn_desktop.model.errors import FieldError
from tn_desktop.model.privacy_texts import current_version, privacy_text, versions
from tn_desktop.model.vocabulary import CONSENT_PURPOSE, DONE, OPEN, REFUSED
from tn_desktop.services import consents, data_requests, destruction, erasure, export_log, lists, records, same_as, undo
from tn_desktop.services.consents import Slip
from tn_desktop.store.database import Database

pytestmark = pytest.mark.both_engines
SLIP = Slip("2026-03-14", "tr", "paper", ("contact", "photo_video"), evidence="Mavi klasör")
TODAY = date(2026, 3, 20)


@pytest.fixture
def person(db: Database) -> Callable[..., int]:
    """Adds a person."""

    def add(name: str) -> int:
        with db.write("add") as uow:
            key = records.add(uow, "people", {"given_name": name}).subject
            assert key is not None
            return key

    return add


def states(db: Database, person: int) -> dict[str, str]:
    with db.read() as connection:
        page = consents.of_person(connection, person)
    return {"": page.notice.state} | {one.purpose: one.state for one in page.purposes}


def found(db: Database, value: str) -> set[int]:
    with db.read() as connection:
        page, _outline = lists.first_page(connection, lists.ListQuery("people", filters=(("without", value),)))
    return {row.id for row in page.rows}


def test_texts_name_every_purpose_in_both_languages() -> None:
    for version in versions():
        for language in ("tr", "en"):
            text = privacy_text(language, version)
            assert set(text.purposes) == set(CONSENT_PURPOSE)
            assert "{organisation}" in "".join(text.notice) and "{contact}" in "".join(text.notice)
    assert current_version() == versions()[-1]


def test_a_slip_is_notice_and_consents_as_rows_of_their_own(db: Database, person: Callable[..., int]) -> None:
    ayse = person("Ayşe")
    with db.write("slip") as uow:
        assert consents.record(uow, [ayse], SLIP).told["count"] == 1
    with db.write("slip") as uow:
        changes = consents.record(uow, [ayse], SLIP)
    assert changes.told["count"] == 0 and not changes
    assert states(db, ayse) == {
        "": "given", "contact": "given", "photo_video": "given", "sharing": "none", "abroad": "none"
    }  # fmt: skip
    with db.read() as connection:
        rows = records.listing(connection, "consents")[1]
    assert [(row["kind"], row["purpose"], row["evidence"]) for row in rows] == [
        ("notice", None, "Mavi klasör"),
        ("consent", "contact", "Mavi klasör"),
        ("consent", "photo_video", "Mavi klasör"),
    ]


def test_taking_back_is_one_step_and_so_is_undoing_it(db: Database, person: Callable[..., int]) -> None:
    ayse = person("Ayşe")
    with db.write("slip") as uow:
        consents.record(uow, [ayse], SLIP)
    with db.write("withdraw") as uow:
        changes = consents.withdraw(uow, ayse, ["contact"], "2026-03-15")
    assert changes.told["count"] == 1 and states(db, ayse)["contact"] == "withdrawn"
    with db.write("again") as uow:
        consents.record(uow, [ayse], Slip("2026-04-01", "tr", "screen", ("contact",), notice=False))
    assert states(db, ayse)["contact"] == "given"
    with db.read() as connection:
        history = consents.of_person(connection, ayse).history
    assert [row.withdrawn_at for row in history if row.purpose == "contact"] == ["", "2026-03-15"]
    with db.write("undo") as uow:
        undo.undo(uow, changes.lsn)
    with db.read() as connection:
        assert [row.withdrawn_at for row in consents.of_person(connection, ayse).history] == ["", "", "", ""]


def test_whoever_agreed_to_an_older_text_is_asked_again(db: Database, person: Callable[..., int]) -> None:
    ayse, cem = person("Ayşe"), person("Cem")
    with db.write("old") as uow:
        old = {"kind": "consent", "purpose": "contact", "text_version": "2020-1", "given_at": "2020-01-01"}
        records.add(uow, "consents", {"person": ayse, **old})
    assert states(db, ayse)["contact"] == "old"
    assert found(db, "ask_again") == {ayse}
    assert found(db, "contact") == {cem} and found(db, "notice") == {ayse, cem}
    with db.write("new") as uow:
        consents.record(uow, [ayse], SLIP)
    assert states(db, ayse)["contact"] == "given" and found(db, "ask_again") == set()


def _seen_as(db: Database, person: int) -> int:
    with db.read() as connection:
        return same_as.ids_of_group(connection, "people", person)[0]


def test_who_was_entered_twice_has_the_consents_of_both(db: Database, person: Callable[..., int]) -> None:
    one, other, third = person("Ayşe"), person("Ayse"), person("Cem")
    with db.write("slip") as uow:
        consents.record(uow, [one], SLIP)
    assert found(db, "notice") == {other, third}
    with db.write("same") as uow:
        same_as.judge(uow, "people", one, other, "same")
    assert found(db, "notice") == {third} and states(db, other)["contact"] == "given"
    with db.write("withdraw") as uow:
        consents.withdraw(uow, other, ["contact", "photo_video"], "2026-03-15")
    assert states(db, one)["contact"] == "withdrawn" and found(db, "contact") == {_seen_as(db, one), third}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "consent"}, "purpose"),
        ({"kind": "notice", "purpose": "contact"}, "purpose"),
        ({"kind": "notice", "withdrawn_at": "2026-03-15"}, "withdrawn_at"),
        ({"kind": "consent", "purpose": "contact", "withdrawn_at": "2026-03-13"}, "withdrawn_at"),
        ({"kind": "consent", "purpose": "dance"}, "purpose"),
    ],
)
@pytest.mark.one_engine("sqlite")
def test_notice_and_consent_are_never_mixed(
    db: Database, person: Callable[..., int], values: dict[str, str], field: str
) -> None:
    ayse = person("Ayşe")
    with pytest.raises(FieldError) as refused, db.write("add") as uow:
        records.add(uow, "consents", {"person": ayse, "given_at": "2026-03-14", **values})
    assert refused.value.field == field
    with db.read() as connection:
        assert records.listing(connection, "consents")[0] == 0


def test_a_request_has_thirty_days(db: Database, person: Callable[..., int]) -> None:
    ayse = person("Ayşe")
    with db.write("in") as uow:
        key = data_requests.receive(uow, ayse, "access", "2026-02-10", "email").subject
        assert key is not None
        data_requests.receive(uow, ayse, "correction", "2026-03-18")
    with db.read() as connection:
        waiting = data_requests.waiting(connection, TODAY)
    assert [(row.kind, row.due, row.days) for row in waiting.rows] == [
        ("access", "2026-03-12", -8), ("correction", "2026-04-17", 28)
    ]  # fmt: skip
    assert (waiting.count, waiting.overdue) == (2, 1)
    with db.write("answer") as uow:
        data_requests.close(uow, key, DONE, "2026-03-20")
    with db.read() as connection:
        assert data_requests.waiting(connection, TODAY).count == 1
        assert [row.days for row in data_requests.every(connection, TODAY)] == [28, None]
    with pytest.raises(FieldError), db.write("early") as uow:
        data_requests.close(uow, key, REFUSED, "2026-01-01")
    with db.write("open again") as uow:
        data_requests.close(uow, key, OPEN, "2026-03-20")
    with pytest.raises(FieldError), db.write("nobody's") as uow:
        records.add(uow, "requests", {"kind": "access", "received": "2026-03-01"})


def test_an_erasure_answers_the_request_and_leaves_no_name(db: Database, person: Callable[..., int]) -> None:
    ayse = person("Ayşe")
    with db.write("in") as uow:
        consents.record(uow, [ayse], SLIP)
        key = data_requests.receive(uow, ayse, "erasure", "2026-03-10", notes="Ayşe Yılmaz yazdı").subject
        assert key is not None
    forgotten = erasure.erase_person(db, ayse, "2026-03-20", "Başvuru")
    assert forgotten.people == 1 and forgotten.rows == 3
    with db.read() as connection:
        row = records.show(connection, "requests", key)
        assert (row["person"], row["notes"], row["status"], row["closed"]) == (None, None, "done", "2026-03-20")
        assert records.listing(connection, "consents")[0] == 0
        lines = destruction.lines(connection)
    assert [(line.at, line.rule, line.count, line.authority) for line in lines] == [
        ("2026-03-20", "request", 1, "Başvuru")
    ]


def test_the_log_finds_by_recipient_and_says_who_was_given_something(db: Database) -> None:
    with db.write("export") as uow:
        for number, (name, people, recipient) in enumerate(
            (("a.xlsx", 3, "Fon"), ("b.xlsx", 0, ""), ("print", 12, "Okul Müdürlüğü"))
        ):
            one = export_log.Exported(name, "people", "", people, True, recipient=recipient)
            export_log.note(uow, one, datetime(2026, 3, 14 + number, 12, tzinfo=UTC))
    with db.read() as connection:
        assert [one.name for one in export_log.exports(connection)] == ["print", "b.xlsx", "a.xlsx"]
        assert [one.name for one in export_log.exports(connection, search="fon")] == ["a.xlsx"]
        assert [one.name for one in export_log.exports(connection, people_only=True)] == ["print", "a.xlsx"]
        assert [one.name for one in export_log.exports(connection, since="2026-03-15")] == ["print", "b.xlsx"]
        assert export_log.recipients(connection) == ["Okul Müdürlüğü", "Fon"] and export_log.count(connection) == 3
