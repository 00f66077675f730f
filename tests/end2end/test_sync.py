"""The exchange in real processes: the commands, three profiles, two at once; faults: test_sync_faults.py."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.end2end.test_cli import PLAIN, Program


@pytest.fixture
def office(tmp_path: Path) -> Program:
    return Program(tmp_path / "office")


@pytest.fixture
def laptop(tmp_path: Path) -> Program:
    return Program(tmp_path / "laptop")


def people(program: Program) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in program.json("list", "people", "--limit", 100000)["rows"]}


def test_the_commands_of_the_exchange(office: Program, laptop: Program, tmp_path: Path) -> None:
    uid = laptop.json("add", "people", "given_name=Işık", "province=TR-34")["uid"]
    out = tmp_path / "dosya.xlsx"
    sent = laptop.json("sync", "export", out)
    assert sent["file"] == str(out) and sent["people"] == 1 and not sent["delta"]
    rehearsed = office.json("sync", "apply", out, "--dry-run")
    assert rehearsed["added"] == 1 and rehearsed["batch"] is None and people(office) == {}
    status, out_text, _error = office("--lang", "en", "sync", "apply", out, "--dry-run")
    assert status == 0 and "dosya.xlsx: would be taken in\n" in out_text and "only a rehearsal" in out_text
    done = office.json("sync", "apply", out, out)
    assert [one["status"] for one in done["files"]] == ["applied", "duplicate"]
    assert {name: done[name] for name in ("added", "changed", "removed", "conflicts")} == {
        "added": 1, "changed": 0, "removed": 0, "conflicts": 0,
    }  # fmt: skip
    assert set(done) == {"files", "added", "changed", "removed", "conflicts", "batch", "attachments"}
    assert set(done["files"][0]) == {"file", "status", "reason"} and done["files"][0]["reason"] is None

    office.json("set", "people", uid, "institution=Ofis")
    laptop.json("set", "people", uid, "institution=Okul")
    office.json("sync", "apply", laptop.json("sync", "export", tmp_path / "iki.xlsx")["file"])
    (row,) = office.json("sync", "conflicts")["rows"]
    assert row == {"entity": "people", "uid": uid, "field": "institution", "kept": "Okul", "lost": "Ofis"}
    status, out_text, _error = office("--lang", "tr", "sync", "conflicts")
    assert status == 0 and out_text == f"Kişiler: Işık, Okul-kurum: kalan “Okul”, kaybeden “Ofis” ({uid})\n"

    assert office.json("sync", "undo", done["batch"] + 1)["kept"] == 0
    assert people(office)[uid]["institution"] == "Ofis" and office.json("sync", "conflicts") == {"rows": []}
    assert "taken back already" in office.refused("sync", "undo", done["batch"] + 1)
    assert office.refused("sync", "undo", 99)

    erased = laptop.json("erase", uid, "--authority", "kendi isteği")
    assert (erased["uid"], erased["people"]) == (uid, 1) and len(erased["files"]) == 2
    office.json("sync", "apply", laptop.json("sync", "export", tmp_path / "üç.xlsx")["file"])
    assert people(office) == {} == people(laptop)
    assert office.json("check") == {"ok": True, "problems": []}


@pytest.mark.thorough
def test_verdicts_that_stand_against_each_other_are_told_by_names(
    office: Program, laptop: Program, tmp_path: Path
) -> None:
    pair = [laptop.json("add", "people", "given_name=Ali", f"institution={where}")["uid"] for where in ("Köy", "Kent")]
    office.json("sync", "apply", laptop.json("sync", "export", tmp_path / "bir.xlsx")["file"])
    office.json("duplicates", "decide", *pair, "same")
    laptop.json("duplicates", "decide", *pair, "different")
    applied = office.json("sync", "apply", laptop.json("sync", "export", tmp_path / "iki.xlsx")["file"])
    assert applied["conflicts"] == 1
    (row,) = office.json("sync", "conflicts")["rows"]
    assert (row["entity"], row["field"], row["kept"], row["lost"]) == ("same_as", "verdict", "different", "same")
    assert row["pair"] == {"entity": "people", "uids": sorted(pair)}
    status, told, _error = office("sync", "conflicts")
    assert (
        status == 0 and ("Ali: Köy ↔ Kent" in told or "Ali: Kent ↔ Köy" in told) and "“different people · " in told
    ), told
    status, told, _error = office("--lang", "tr", "sync", "conflicts")
    assert status == 0 and "kalan “ayrı kişiler · " in told and "kaybeden “aynı kişi · " in told, told


def test_refusals_tell_why(office: Program, tmp_path: Path) -> None:
    bad = tmp_path / "kötü.xlsx"
    bad.write_bytes(b"PK\x03\x04 no zip")
    status, out, error = office("sync", "apply", bad, "--json")
    answer = json.loads(out)
    assert status == 1 and error.count("\n") == 1 and answer["files"][0]["status"] == "refused"
    good = office.json("sync", "export", tmp_path / "iyi.xlsx")["file"]
    other = Program(tmp_path / "başka")
    status, out, error = other("sync", "apply", bad, good, "--json")
    assert [one["status"] for one in json.loads(out)["files"]] == ["refused", "applied"]
    assert status == 3 and error.count("\n") == 1 and error.strip() == answer["files"][0]["reason"]
    assert other("sync", "apply", bad, good)[0] == 3 and other("sync", "apply", bad)[0] == 1
    assert office.refused("sync", "export", tmp_path / "x.ods")
    assert office.refused("sync", "export", tmp_path / "x.xlsx", "--province", "TR-99")
    assert office("sync")[0] == 2 and office("sync", "apply")[0] == 2


@pytest.mark.thorough
def test_a_passphrase_comes_from_a_file(office: Program, laptop: Program, tmp_path: Path) -> None:
    secret = tmp_path / "parola.txt"
    secret.write_text("gizli şifre\n", encoding="utf-8")
    laptop.json("add", "people", "given_name=Işık")
    out = laptop.json("sync", "export", tmp_path / "x.xlsx", "--file-passphrase", secret)["file"]
    status, _out, error = office("sync", "apply", out)
    assert status == 1 and "password" in error
    # As editors of Windows write it, and with letters that a Mac takes apart.
    secret.write_text(unicodedata.normalize("NFD", "gizli şifre") + "\r\n", encoding="utf-8-sig")
    assert office.json("sync", "apply", out, "--file-passphrase", secret)["added"] == 1


@pytest.mark.thorough
def test_three_profiles_by_hand_with_edits_between(tmp_path: Path) -> None:
    """Any order, doubled and late, with edits made in a spreadsheet in between: they end equal."""
    three = [Program(tmp_path / name) for name in ("a", "b", "c")]
    uid = three[0].json("add", "people", "given_name=Ali", "institution=Okul")["uid"]
    first = three[0].json("sync", "export", tmp_path / "1.xlsx")["file"]
    for program in three[1:]:
        program.json("sync", "apply", first)
    book = openpyxl.load_workbook(first)
    keys = [cell.value for cell in book["People"][1]]
    book["People"].cell(3, keys.index("notes") + 1).value = "tabloda yazıldı"
    book.save(tmp_path / "1-düzeltilmiş.xlsx")
    three[1].json("set", "people", uid, "institution=B")
    three[2].json("set", "people", uid, "institution=C", "email=c@okul.org")
    files = [program.json("sync", "export", tmp_path / f"2-{n}.xlsx")["file"] for n, program in enumerate(three)]
    three[0].json("sync", "apply", files[2], tmp_path / "1-düzeltilmiş.xlsx", files[1], files[2])
    three[1].json("sync", "apply", files[0], files[2])
    three[2].json("sync", "apply", tmp_path / "1-düzeltilmiş.xlsx", files[1])
    for turn in range(2):
        names = [tmp_path / f"3-{turn}-{n}.xlsx" for n in range(3)]
        files = [program.json("sync", "export", name)["file"] for program, name in zip(three, names, strict=True)]
        for program in three:
            program.json("sync", "apply", *files)
    rows = [people(program)[uid] for program in three]
    assert rows[0] == rows[1] == rows[2]
    assert (rows[0]["notes"], rows[0]["email"], rows[0]["institution"]) == ("tabloda yazıldı", "c@okul.org", "C")
    lost = [[row["lost"] for row in program.json("sync", "conflicts")["rows"]] for program in three]
    assert lost == [["B"]] * 3


@pytest.mark.thorough
def test_two_importers_at_once(office: Program, laptop: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "other")
    files = []
    for program, name in ((laptop, "Ali"), (other, "Veli")):
        program.json("add", "people", f"given_name={name}")
        files.append(program.json("sync", "export", tmp_path / f"{name}.xlsx")["file"])
    office.json("list", "people")
    started = [office.start("--profile", office.profile, "sync", "apply", *files, "--json") for _ in range(2)]
    answers = [json.loads(process.communicate(timeout=600)[0]) for process in started]
    statuses = [one["status"] for answer in answers for one in answer["files"]]
    assert sorted(statuses) == ["applied", "applied", "duplicate", "duplicate"]
    assert sorted(row["given_name"] for row in people(office).values()) == ["Ali", "Veli"]


@pytest.mark.thorough
def test_a_laptop_never_heard_of_removes_nothing_where_new_ones_are_not_trusted(
    office: Program, laptop: Program, tmp_path: Path
) -> None:
    laptop.json("add", "people", "given_name=Ada")
    stranger = Program(tmp_path / "stranger")
    first = laptop.json("sync", "export", tmp_path / "bir.xlsx")["file"]
    office.json("sync", "apply", first)
    stranger.json("sync", "apply", first)
    (uid,) = people(stranger)
    stranger.json("remove", "people", uid)
    removing = stranger.json("sync", "export", tmp_path / "iki.xlsx")["file"]
    status, _out, _error = office("sync", "apply", removing, "--no-trust-new", "--json")
    assert status in (0, 1) and uid in people(office)
    office.json("sync", "apply", removing, "--trust-new")
    assert uid not in people(office)


CLOCK = """
import runpy, time
real, real_ns = time.time, time.time_ns
behind = int({behind})
time.time, time.time_ns = lambda: real() - behind, lambda: real_ns() - behind * 10**9
runpy.run_module("tn_desktop", run_name="__main__", alter_sys=True)
"""
YEARS_BEHIND = CLOCK.format(behind="real() - 1_426_118_400")


@pytest.mark.thorough
def test_a_clock_that_is_years_behind_takes_all_in_and_is_told(
    office: Program, laptop: Program, tmp_path: Path
) -> None:
    uid = laptop.json("add", "people", "given_name=Işık")["uid"]
    file = laptop.json("sync", "export", tmp_path / "dosya.xlsx")["file"]
    script = tmp_path / "behind.py"
    script.write_text(YEARS_BEHIND, encoding="utf-8")
    office.command = [str(script)]
    done = office.json("sync", "apply", file)
    assert [one["status"] for one in done["files"]] == ["applied"] and "12.03.2015" in done["clock"]
    status, out, _error = office("--lang", "tr", "sync", "apply", file)
    assert status == 0 and "Bu bilgisayarın saati 12.03.2015" in out and "ayarlayın" in out
    assert uid in people(office)
    office.command = PLAIN
    assert "clock" not in office.json("sync", "apply", laptop.json("sync", "export", tmp_path / "iki.xlsx")["file"])


@pytest.mark.thorough
def test_a_file_that_waited_and_lacks_its_passphrase_is_named_with_what_to_do(
    office: Program, laptop: Program, tmp_path: Path
) -> None:
    ahead, later = tmp_path / "ahead.py", tmp_path / "later.py"
    ahead.write_text(CLOCK.format(behind=-30 * 3600), encoding="utf-8")
    later.write_text(CLOCK.format(behind=-7 * 3600), encoding="utf-8")
    secret, wrong = tmp_path / "parola.txt", tmp_path / "başka.txt"
    secret.write_text("ığdır şifresi\n", encoding="utf-8")
    wrong.write_text("bilmiyorum\n", encoding="utf-8")
    laptop.command = [str(ahead)]
    uid = laptop.json("add", "people", "given_name=Işık")["uid"]
    file = laptop.json("sync", "export", tmp_path / "yarın.xlsx", "--file-passphrase", secret)["file"]
    held = office.json("sync", "apply", file, "--file-passphrase", secret)
    assert [one["status"] for one in held["files"]] == ["held"] and "stuck" not in held
    other = Program(tmp_path / "başka")
    other.json("add", "people", "given_name=Can")
    plain = other.json("sync", "export", tmp_path / "düz.xlsx")["file"]
    office.command = [str(later)]
    for options in ((), ("--file-passphrase", wrong)):
        status, out, error = office("--lang", "en", "sync", "apply", plain, *options)
        assert (status, error) == (0, "") and "yarın.xlsx: waits for its passphrase" in out
        assert "--file-passphrase F" in out
    assert uid not in people(office)
    assert "yarın.xlsx: parolasını bekliyor" in office("--lang", "tr", "sync", "apply", plain)[1]
    told = office.json("sync", "apply", plain)
    assert [one["file"] for one in told["stuck"]] == ["yarın.xlsx"] and told["stuck"][0]["reason"]
    status, out, _error = office("--lang", "en", "sync", "apply", plain, "--file-passphrase", secret)
    assert status == 0 and "yarın.xlsx: had waited, and is taken in now" in out and "waits" not in out
    assert uid in people(office)
