"""Files as they arrive: cut off, altered, hostile, from the future, in parts, encrypted, from other programs."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from tests.unit.sync.laptops import Laptop, differences, told
from tests.unit.sync.wire import read_wire, write_wire
from tn_desktop.exchange.sync import held, machine, receiving, sending, sheet_xml, upgrades
from tn_desktop.exchange.sync.incoming import read_incoming
from tn_desktop.exchange.sync.receiving import Options, receive
from tn_desktop.exchange.sync.scope import Scope
from tn_desktop.exchange.sync.sending import Order, Sent, send
from tn_desktop.exchange.sync.travelling import Record
from tn_desktop.model import stamps
from tn_desktop.model.entities.base import table_of
from tn_desktop.model.entities.exchange import Carried
from tn_desktop.model.errors import Cancelled, FileRefused, Refused
from tn_desktop.model.messages import untranslated
from tn_desktop.model.registry import BY_TABLE
from tn_desktop.services import peers

HOUR = 3_600_000


def refusal(laptop: Laptop, path: Path) -> str:
    """Why the file is not taken in; the laptop stays as it was."""
    before = laptop.state()
    ((status, reason),) = told(laptop.receive(path))
    assert status == "refused" and differences(before, laptop.state()) == {}
    return reason


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its parts changed."""
    target = path.with_stem(path.stem + "-rewritten")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for item in source.namelist():
            data = source.read(item)
            out.writestr(item, change(data) if item == name else data)
    return target


def part_of(path: Path, sheet: str) -> str:
    """The name of a sheet's part."""
    book = openpyxl.load_workbook(path)
    return f"xl/{book[sheet].path.removeprefix('/xl/')}" if hasattr(book[sheet], "path") else ""


def machine_part(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return next(n for n in book.namelist() if "worksheets/sheet" in n and b"#header" in book.read(n))


@pytest.fixture(autouse=True)
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read as the program reads them."""
    monkeypatch.setattr(Laptop, "reads", staticmethod(read_incoming))


@pytest.fixture
def sent(ayse: Laptop) -> Path:
    ayse.add("people", given_name="Işık", family_name="Şen")
    return ayse.send()


def test_a_file_that_was_cut_off(baran: Laptop, sent: Path) -> None:
    data = sent.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.999):
        cut = sent.with_stem(f"cut-{share}")
        cut.write_bytes(data[: int(len(data) * share)])
        assert refusal(baran, cut)


def test_an_altered_machine_part_makes_a_foreign_sheet(baran: Laptop, sent: Path) -> None:
    altered = rewritten(sent, machine_part(sent), lambda xml: xml.replace("Işık".encode(), "Işıl".encode()))
    assert "hidden part was lost or altered" in refusal(baran, altered)


def test_a_workbook_without_a_machine_part_is_foreign(baran: Laptop, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    del book[machine.SHEET]
    book.save(sent.with_stem("bare"))
    assert "hidden part" in refusal(baran, sent.with_stem("bare"))


def test_a_row_of_the_machine_taken_out_is_noticed(baran: Laptop, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    book[machine.SHEET].delete_rows(2)
    book.save(sent.with_stem("short"))
    assert "hidden part" in refusal(baran, sent.with_stem("short"))


def test_hostile_files_are_refused_by_the_pre_flight(baran: Laptop, sent: Path) -> None:
    entity = rewritten(sent, machine_part(sent), lambda xml: xml.replace(b"<worksheet", b"<!DOCTYPE x><worksheet", 1))
    assert "instructions" in refusal(baran, entity)
    bomb = sent.with_stem("bomb")
    shutil.copy(sent, bomb)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet99.xml", b"<c/>" * 40_000_000)
    assert "unpacks" in refusal(baran, bomb)


@pytest.mark.thorough
def test_a_stray_far_cell_does_no_harm(baran: Laptop, sent: Path, ayse: Laptop) -> None:
    book = openpyxl.load_workbook(sent)
    book["People"]["XFD1048576"] = "x"
    book.save(sent.with_stem("far"))
    assert [status for status, _ in told(baran.receive(sent.with_stem("far")))] == ["applied"]
    assert differences(ayse.state(), baran.state()) == {}


def test_another_kind_of_file_is_refused_in_a_sentence(baran: Laptop, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"%PDF-1.7")
    assert "PDF" in refusal(baran, path)
    assert refusal(baran, tmp_path / "missing.xlsx")


def test_a_passphrase_opens_and_a_wrong_one_does_not(ayse: Laptop, baran: Laptop) -> None:
    ayse.add("people", given_name="Işık")
    path = ayse.send(order=Order(passphrase="gizli şifre"))
    assert not zipfile.is_zipfile(path) and "Işık".encode() not in path.read_bytes()
    assert "protected by a password" in told(baran.receive(path))[0][1]
    assert "does not open" in told(baran.receive(path, passphrase="yanlış"))[0][1]
    assert told(baran.receive(path, passphrase="gizli şifre")) == [("applied", "")]


def test_a_flipped_bit_in_an_encrypted_file_is_noticed(ayse: Laptop, baran: Laptop) -> None:
    ayse.add("people", given_name="Işık")
    path = ayse.send(order=Order(passphrase="x"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert [status for status, _ in told(baran.receive(path, passphrase="x"))] == ["refused"]


def test_a_file_from_the_future_waits_and_is_released(
    ayse: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = stamps.now_milliseconds
    monkeypatch.setattr(stamps, "now_milliseconds", lambda: real() + 30 * HOUR)
    person = ayse.add("people", given_name="Yarın")
    path = ayse.send()
    monkeypatch.undo()
    ((status, reason),) = told(baran.receive(path, rehearse=True))
    assert status == "held" and ayse.db.device in reason
    assert [status for status, _ in told(baran.receive(path, path))] == ["held", "held"]
    with baran.db.read() as connection:
        (waiting,) = held.held_files(connection)
    assert waiting.device == ayse.db.device and baran.db.files.find(waiting.fingerprint)
    assert baran.show("people", person) is None
    path.unlink()
    assert told(baran.receive()) == [] and baran.show("people", person) is None
    monkeypatch.setattr("tn_desktop.exchange.sync.clocks.time.time", lambda: real() / 1000 + 7 * 3600)
    assert [one.status for one in baran.receive().released] == ["applied"]
    assert baran.show("people", person) is not None
    with baran.db.read() as connection:
        assert held.held_files(connection) == []


def test_the_coordinator_releases_a_file_at_once(ayse: Laptop, baran: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stamps.now_milliseconds
    monkeypatch.setattr(stamps, "now_milliseconds", lambda: real() + 30 * HOUR)
    ayse.add("people", given_name="Yarın")
    path = ayse.send()
    monkeypatch.undo()
    assert told(baran.receive(path, release=True)) == [("applied", "")]
    own = baran.add("people", given_name="Bugün")
    with baran.db.read() as connection:
        mine = connection.exec_driver_sql("SELECT created FROM person WHERE given_name='Bugün'").scalar()
        theirs = connection.exec_driver_sql("SELECT created FROM person WHERE given_name='Yarın'").scalar()
    assert own and mine > theirs


def newer(path: Path, **header: Any) -> Path:
    """The file as a newer program would have sent it, through the wire."""
    import pickle

    rows = pickle.loads(path.read_bytes())
    held_header = json.loads(machine.body_of(rows[0])) | header
    rows[0] = machine.header_cells(held_header)
    digest = machine.Digest()
    for cells in rows[:-1]:
        digest.add(cells)
    rows[-1] = machine.end_cells(digest.count, digest.hex)
    path.write_bytes(pickle.dumps(rows))
    return path


def wired(laptop: Laptop, extra: Callable[[list[Any]], None] = lambda rows: None) -> Path:
    import pickle

    path = laptop.folder / f"wire-{len(list(laptop.folder.glob('wire*')))}.xlsx"
    send(laptop.db, path, untranslated, write=write_wire)
    rows = pickle.loads(path.read_bytes())
    extra(rows)
    path.write_bytes(pickle.dumps(rows))
    return newer(path)


def test_a_program_too_new_is_waited_for(ayse: Laptop, baran: Laptop) -> None:
    ayse.add("people", given_name="Işık")
    path = newer(wired(ayse), oldest_reader="9999", schema="9999")
    ((status, reason),) = told(baran.receive(path, read=read_wire))
    assert status == "held" and "newer TN Desktop" in reason


def test_fields_and_entities_of_a_newer_program_are_kept_and_passed_on(
    ayse: Laptop, baran: Laptop, ceren: Laptop
) -> None:
    person = ayse.add("people", given_name="Işık")
    uid = b"\7" * 16

    def from_the_future(rows: list[Any]) -> None:
        at = next(n for n, row in enumerate(rows) if row[0] == "person")
        created, fields, gone, values = json.loads(machine.body_of(rows[at]))
        body = json.dumps([created, fields, gone, values | {"shoe_size": 38}])
        rows[at] = (*rows[at][:4], body)
        rows.insert(
            at,
            machine.record_cells(
                Record("robot", uid, rows[at][2], json.dumps([created, {}, None, {"name": "R2"}])), ""
            ),
        )

    path = newer(wired(ayse, from_the_future), schema="0099")
    assert told(baran.receive(path, read=read_wire)) == [("applied", "")]
    baran.set("people", person, institution="Okul")
    ceren.receive(wired(baran), read=read_wire)
    for laptop in (baran, ceren):
        with laptop.db.read() as connection:
            assert json.loads(connection.exec_driver_sql("SELECT extra FROM person").scalar_one()) == {"shoe_size": 38}
            (robot,) = connection.execute(select(table_of(Carried))).all()
        assert (robot.entity, robot.uid) == ("robot", uid) and "R2" in robot.body
        assert laptop.show("people", person) is not None and laptop.problems() == []


def test_records_of_an_older_program_are_brought_up_to_date() -> None:
    def renamed(record: Record) -> Record:
        return Record(record.table, record.uid, record.seen, record.body.replace('"old"', '"new"'))

    records = [Record("person", b"\1" * 16, "{}", '["",{},null,{"old":1}]')]
    steps = {"0004": [renamed]}
    (done,) = upgrades.upgraded(records, "0003", steps, head="0005")
    assert '"new"' in done.body
    assert list(upgrades.upgraded(records, "0004", steps, head="0005")) == records


def test_a_row_whose_parent_did_not_come_waits_for_it(ayse: Laptop, baran: Laptop) -> None:
    person = ayse.add("people", given_name="Ali")
    workshop = ayse.add("workshops", title="Atölye")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    ayse.mark(session, person, "present")
    whole = wired(ayse)
    parts = {"person", "workshop", "workshop_session"}

    def without_parents(rows: list[Any]) -> None:
        rows[:] = [row for row in rows if row[0] not in parts]

    orphans = wired(ayse, without_parents)
    assert told(baran.receive(orphans, read=read_wire)) == [("applied", "")]
    assert baran.rows("people") == [] == baran.rows("sessions") and baran.problems() == []
    stubs_sent = wired(baran)
    assert b"workshop_session" not in stubs_sent.read_bytes()
    baran.receive(whole, read=read_wire)
    assert differences(ayse.state(without=["device"]), baran.state(without=["device"])) == {}
    assert [row["status"] for row in baran.rows("attendance")] == ["present"] and baran.problems() == []


def test_more_rows_than_a_part_holds_make_parts_that_stand_alone(ayse: Laptop, baran: Laptop) -> None:
    for number in range(7):
        ayse.add("people", given_name=f"Kişi {number}")
    sent = ayse.send_all(order=Order(rows_a_part=3))
    assert len(sent.files) > 1 and sent.people == 7
    assert [file.stem.rpartition("-")[2] for file in sent.files[1:]] == [str(n) for n in range(2, len(sent.files) + 1)]
    with baran.db.read() as connection:
        assert peers.received(connection) == {}
    for file in reversed(sent.files[1:]):
        assert told(baran.receive(file)) == [("applied", "")]
        with baran.db.read() as connection:
            assert peers.received(connection) == {}, "not all parts are there"
    baran.receive(sent.files[0])
    with baran.db.read() as connection:
        assert set(peers.received(connection)) == {ayse.db.device}
    assert differences(ayse.state(), baran.state()) == {}


@pytest.mark.some(2)
@pytest.mark.parametrize("province", ["", "TR-34"])
@pytest.mark.parametrize("delta", [False, True])
@pytest.mark.parametrize("rows", [2, 1_000])
def test_the_header_tells_what_comes_behind_it(ayse: Laptop, province: str, delta: bool, rows: int) -> None:
    """It is written before the rows are read, so they are counted as they are chosen."""
    ayse.add("people", given_name="Önceki", province="TR-34")
    ayse.add("people", given_name="Uzakta", province="TR-06")
    with ayse.db.read() as connection:
        since = connection.exec_driver_sql("SELECT max(id) FROM history").scalar() if delta else 0
    people = [ayse.add("people", given_name=f"Kişi {number}", province="TR-34") for number in range(4)]
    ayse.remove("people", people[1])
    order = Order(Scope(province=province), since=since or 0, rows_a_part=rows)
    sent, told_people = ayse.send_all(order=order), 0
    for file in sent.files:
        first, *others = _machine_rows(file)
        header = json.loads(machine.body_of([*first[:1], "", "", "", *first[1:]]))
        assert header["rows"] == sum(not row[0].startswith("#") for row in others)
        shown = openpyxl.load_workbook(file)["People"]
        assert header["people"] == sum(bool(row[0]) for row in shown.iter_rows(min_row=3, values_only=True))
        told_people += header["people"]
    assert told_people == sent.people == (3 if delta else 4 if province else 5)


def test_more_rows_than_a_sheet_holds_are_never_in_one_part(ayse: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """1,048,576 rows is all that Excel and LibreOffice show; whoever asks for larger parts is not given them."""
    assert sending.ROWS_A_PART < sending.MOST_ROWS_A_PART < sheet_xml.LAST_ROW
    left = dict.fromkeys(BY_TABLE, 0) | {"person": 1_048_577, "attendance": 3_000_000}
    in_all, parts = sum(left.values()), []
    while any(left.values()):
        parts.append(sum(sending._shares(left, sending.rows_a_part(10**7)).values()))
    assert max(parts) <= sending.MOST_ROWS_A_PART and sum(parts) == in_all
    # The same with a sheet of a few rows and real files.
    monkeypatch.setattr(sending, "MOST_ROWS_A_PART", 12)
    for number in range(30):
        ayse.add("people", given_name=f"Kişi {number}")
    files = ayse.send_all(order=Order(rows_a_part=10**7)).files
    counts = [len(_machine_rows(file)) for file in files]
    assert len(files) > 2 and max(counts) <= 12 + 3


def test_a_row_beyond_the_last_one_of_a_sheet_does_no_harm(baran: Laptop, sent: Path, ayse: Laptop) -> None:
    """Some writers put out more rows than a sheet has; what comes of it is a sentence, or the rows that are there."""
    part = part_of(sent, "People")
    beyond = rewritten(
        sent,
        part,
        lambda xml: xml.replace(b"</sheetData>", b'<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>'),
    )
    ((status, reason),) = told(baran.receive(beyond))
    assert (status == "refused" and reason) or status == "applied"
    if status == "applied":
        assert differences(ayse.state(), baran.state()) == {}
    else:
        assert baran.rows("people") == []


def test_the_same_file_twice_renamed_and_an_older_one_after_a_newer(ayse: Laptop, baran: Laptop) -> None:
    uid = ayse.add("people", given_name="Ali", institution="Eski")
    older = ayse.send()
    ayse.set("people", uid, institution="Yeni")
    newer = ayse.send()
    renamed = newer.with_name("Kopyası (2) – WhatsApp.xlsx")
    shutil.copy(newer, renamed)
    report = baran.receive(newer, newer, renamed, older)
    assert [status for status, _ in told(report)] == ["applied", "duplicate", "duplicate", "applied"]
    assert baran.show("people", uid)["institution"] == "Yeni" and baran.open_conflicts() == []
    assert differences(ayse.state(), baran.state()) == {}


def test_a_delta_holds_what_was_not_acknowledged(ayse: Laptop, baran: Laptop) -> None:
    first = ayse.add("people", given_name="Eski")
    delta = Order(delta=True)
    assert not ayse.send_all(order=delta).delta, "nobody has acknowledged anything"
    baran.receive(ayse.send())
    ayse.receive(baran.send())
    second = ayse.add("people", given_name="Yeni")
    ayse.set("people", first, institution="Okul")
    sent = ayse.send_all(order=delta)
    assert sent.delta and sent.people == 2 and sent.rows < 6
    baran.receive(*sent.files)
    assert baran.show("people", second) and baran.show("people", first)["institution"] == "Okul"
    assert differences(ayse.state(without=["device"]), baran.state(without=["device"])) == {}


def test_a_delta_for_all_does_not_wait_for_a_laptop_that_fell_silent(
    ayse: Laptop, baran: Laptop, ceren: Laptop
) -> None:
    """The one that answers is given what it lacks; the silent one everything, when it comes again."""
    ayse.add("people", given_name="Ali")
    now = datetime.now().astimezone()
    long_ago = now - timedelta(days=peers.SILENT_DAYS + 1)
    first = ayse.send()
    for laptop in (baran, ceren):
        laptop.receive(first)
        receive(ayse.db, [laptop.send()], Options(read=ayse.reads), long_ago)
    ayse.add("people", given_name="Can")
    baran.receive(ayse.send())

    def sent(when: datetime) -> Sent:
        return send(ayse.db, ayse.folder / f"delta-{when:%Y%m%d}.xlsx", untranslated, Order(delta=True), when)

    def silent(when: datetime) -> dict[str, bool]:
        with ayse.db.read() as connection:
            return {one.device: one.silent for one in peers.peers(connection, when)}

    # While both are heard of, a delta goes back to what both have.
    with ayse.db.read() as connection:
        old = peers.acknowledged(connection, now=long_ago)
    receive(ayse.db, [baran.send()], Options(read=ayse.reads), now)
    assert silent(now) == {baran.db.device: False, ceren.db.device: True}
    with ayse.db.read() as connection:
        assert peers.acknowledged(connection, now=long_ago) == old
        assert peers.acknowledged(connection, now=now) == peers.acknowledged(connection, baran.db.device) > old
    assert sent(now).delta
    # Nobody answers any more: then it is everything.
    assert not sent(now + timedelta(days=2 * peers.SILENT_DAYS)).delta
    # She comes back: again it goes back to what she has.
    receive(ayse.db, [ceren.send()], Options(read=ayse.reads), now)
    with ayse.db.read() as connection:
        assert peers.acknowledged(connection, now=now) == old
    ceren.receive(sent(now).files[0])
    assert len(ceren.rows("people")) == 2


def test_a_gap_is_seen_and_a_snapshot_heals_it(ayse: Laptop, baran: Laptop) -> None:
    baran.receive(ayse.send())
    ayse.receive(baran.send())
    ayse.add("people", given_name="Kayıp")
    lost = ayse.send_all(order=Order(delta=True))
    ayse.add("people", given_name="Yeni")
    baran.receive(ayse.send(order=Order(since=lost.to_lsn)))
    with baran.db.read() as connection:
        (peer,) = peers.peers(connection)
    assert peer.gaps == (2,) and peer.received_lsn < lost.to_lsn
    baran.receive(ayse.send())
    with baran.db.read() as connection:
        (peer,) = peers.peers(connection)
        newest = connection.exec_driver_sql("SELECT max(to_lsn) FROM sync_batch").scalar()
    assert peer.gaps == () and peer.received_lsn == newest
    assert len(baran.rows("people")) == 2


def test_a_province_holds_what_belongs_to_it_and_what_that_needs(ayse: Laptop, baran: Laptop) -> None:
    here = ayse.add("people", given_name="Burada", province="TR-34")
    guest = ayse.add("people", given_name="Konuk", province="TR-06")
    elsewhere = ayse.add("people", given_name="Uzakta", province="TR-06")
    workshop = ayse.add("workshops", title="Atölye", province="TR-34")
    other = ayse.add("workshops", title="Başka", province="TR-06")
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    far = ayse.add("sessions", workshop=other, starts_at="2026-03-14T13:00")
    for person in (here, guest):
        ayse.mark(session, person, "present")
    ayse.mark(far, here, "present")
    ayse.mark(far, elsewhere, "present")
    baran.receive(ayse.send(order=Order(Scope(province="TR-34"))))
    assert {row["uid"] for row in baran.rows("people")} == {here, guest}
    assert {row["uid"] for row in baran.rows("workshops")} == {workshop, other}
    assert len(baran.rows("attendance")) == 3 and baran.problems() == []
    with baran.db.read() as connection:
        assert peers.received(connection) == {}, "a part of the data acknowledges nothing"
    with pytest.raises(Refused, match="no province"):
        ayse.send(order=Order(Scope(province="TR-99")))


def test_a_community_holds_its_members_and_its_workshops(ayse: Laptop, baran: Laptop) -> None:
    member, stranger = ayse.add("people", given_name="Üye"), ayse.add("people", given_name="Yabancı")
    community = ayse.add("communities", name="Köyler")
    ayse.add("memberships", person=member, community=community)
    workshop = ayse.add("workshops", title="Atölye", communities=community)
    session = ayse.add("sessions", workshop=workshop, starts_at="2026-03-14T13:00")
    ayse.mark(session, member, "present")
    baran.receive(ayse.send(order=Order(Scope(community=community))))
    assert [row["uid"] for row in baran.rows("people")] == [member] != [stranger]
    assert len(baran.rows("attendance")) == 1 == len(baran.rows("memberships"))


def test_nothing_is_left_of_a_file_that_cannot_be_written(ayse: Laptop, tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        send(ayse.db, tmp_path / "x.ods", untranslated)
    with pytest.raises(FileRefused):
        send(ayse.db, tmp_path / "nowhere" / "x.xlsx", untranslated)

    def stop(done: int, of: int) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        send(ayse.db, tmp_path / "x.xlsx", untranslated, progress=stop)
    assert list(tmp_path.glob("*.xlsx")) == [] == list(tmp_path.glob("~*"))


def test_cancelling_takes_the_file_at_hand_back(ayse: Laptop, baran: Laptop, sent: Path) -> None:
    before = baran.state()
    asked = iter([False] * 3 + [True] * 100)

    class Stopped(machine.Digest):
        pass

    with pytest.raises(Cancelled):
        receiving.receive(baran.db, [sent], cancelled=lambda: next(asked))
    assert differences(before, baran.state()) == {} and Stopped().count == 0
    assert told(baran.receive(sent)) == [("applied", "")]


def test_a_rehearsal_tells_the_same_and_changes_nothing(ayse: Laptop, baran: Laptop, sent: Path) -> None:
    before = baran.db.path.read_bytes()
    rehearsed = baran.receive(sent, sent, rehearse=True)
    assert [status for status, _ in told(rehearsed)] == ["applied", "duplicate"] and rehearsed.batch is None
    assert baran.db.path.read_bytes() == before
    done = baran.receive(sent)
    assert done.counts == rehearsed.counts and done.counts.added == 1


def test_text_that_programs_alter_comes_through(ayse: Laptop, baran: Laptop) -> None:
    odd = "_x0041_ \u2028 \u00a0 \U0001f600 \u202e \x85 \ufeff «»  <&> ' \" \\ _x_ \u0307i İ ı"
    uid = ayse.add("people", given_name="Tuhaf", notes=odd * 300)
    path = ayse.send()
    baran.receive(path)
    assert baran.show("people", uid) == ayse.show("people", uid)
    assert all(len(cell.encode("utf-16-le")) // 2 < 30_000 for row in _machine_rows(path) for cell in row)


def _machine_rows(path: Path) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    return [[cell for cell in row if cell] for row in book[machine.SHEET].values]


def test_a_machine_sheet_is_very_hidden_and_the_reader_is_in_front(sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    assert book[machine.SHEET].sheet_state == "veryHidden" and book.active.title == "Read me"
    sheet = book["People"]
    assert sheet.row_dimensions[1].hidden and sheet.freeze_panes == "C3" and sheet.protection.sheet
    assert sheet.auto_filter.ref.startswith("A2") and sheet.print_title_rows == "$2:$2"
    assert sheet.cell(3, 3).protection.locked is False and sheet.cell(3, 1).protection.locked
    assert sheet.column_dimensions["C"].width and sending.FORMAT == 1


def test_a_tool_that_a_newer_program_ships_comes_with_the_upgrade(ayse: Laptop) -> None:
    from tn_desktop.exchange.sync.keyring import KeyRing
    from tn_desktop.model.tool_library import library
    from tn_desktop.services import settings
    from tn_desktop.store.library import LIBRARY_KEY

    tool = next(iter(library().values()))
    with ayse.db.write("as before the upgrade, with an agenda that points to the tool") as uow:
        connection = uow.connection
        connection.exec_driver_sql("DELETE FROM engagement_tool WHERE uid = ?", (tool.uid,))
        KeyRing(uow).ensure({"engagement_tool": {tool.uid}})
        settings.put(uow, LIBRARY_KEY, 0)
    ayse.reopen()
    with ayse.db.read() as connection:
        row = connection.exec_driver_sql("SELECT alive, shipped FROM engagement_tool WHERE uid = ?", (tool.uid,)).one()
    assert tuple(row) == (1, tool.key) and ayse.problems() == []
