"""The command line in real processes: exact JSON, exit statuses, refusals in one line, two writers at once."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.end2end import warm

ROOT = Path(__file__).resolve().parents[2]
PLAIN = ["-m", "tn_desktop"]


PLAIN = ["-m", "tn_desktop"]


class Program:
    """Runs tn-desktop with one profile."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.command = PLAIN

    def start(self, *words: object, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *self.command, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
            env=self._environment(environment),
        )

    def __call__(self, *words: object, **environment: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error; in a new process, but Python need not start where it can fork.

        `dev.py`'s main job and whatever asks for `start`, an environment or another command begins with Python itself.
        """
        if warm.POSSIBLE and not environment and self.command == PLAIN:
            return warm.run(["--profile", *map(str, (self.profile, *words))], self._environment({}), 600)
        process = self.start("--profile", self.profile, *words, **environment)
        out, error = process.communicate(timeout=600)
        return process.returncode, out, error

    def _environment(self, special: dict[str, str]) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "LC_ALL": "", **special}

    def json(self, *words: object) -> dict[str, Any]:
        status, out, error = self(*words, "--json")
        assert (status, error) == (0, ""), self.log()
        assert out.count("\n") == 1
        answer = json.loads(out)
        assert isinstance(answer, dict)
        return answer

    def log(self) -> str:
        """What the program wrote down of its own faults, for whoever reads why a test failed."""
        return "\n".join(file.read_text("utf-8") for file in sorted(self.profile.glob("logs/*.log")))

    def refused(self, *words: object) -> str:
        """The reason, one line; nothing on standard output."""
        status, out, error = self(*words)
        assert (status, out) == (1, "")
        assert error.count("\n") == 1 and error.strip()
        return error.strip()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "profile")


@pytest.fixture
def people(program: Program) -> Sequence[str]:
    names = ("Ayşe Yılmaz", "Işık Çağlar", "Zeynep")
    pairs = (name.partition(" ") for name in names)
    return [program.json("add", "people", f"given_name={a}", f"family_name={b}")["uid"] for a, _, b in pairs]


def session(program: Program, workshop: str | None = None) -> str:
    workshop = workshop or program.json("add", "workshops", "title=Eleştirel Düşünme", "province=Iğdır")["uid"]
    times = ("starts_at=2026-03-14T13:00", "ends_at=2026-03-14T16:00")
    return program.json("add", "sessions", f"workshop={workshop}", *times)["uid"]


def test_a_row_lives_through_every_command(program: Program) -> None:
    uid = program.json("add", "people", "given_name=Ayşe", "phone=0532 123 45 67", "province=İzmir")["uid"]
    row = program.json("show", "people", uid)
    assert next(iter(row)) == "uid"
    assert row == {
        "uid": uid, "given_name": "Ayşe", "family_name": None, "other_names": None, "phone": "+905321234567",
        "email": None, "country": "TR", "province": "TR-35", "district": None, "institution": None, "subject": None,
        "expertise": None, "interests": None, "roles": ["teacher"], "label": None, "notes": None,
    }  # fmt: skip
    changed = program.json("set", "people", uid, "subject=Müzik", "given_name=Ayşe")
    assert changed == {"uid": uid, "changed": ["subject"]}
    assert program.json("remove", "people", uid) == {"uid": uid}
    assert program.json("list", "people") == {"total": 0, "rows": []}
    assert uid in program.refused("show", "people", uid, "--json")


@pytest.mark.thorough
def test_lists_search_filter_and_limit(program: Program, people: Sequence[str]) -> None:
    assert [row["uid"] for row in program.json("list", "people")["rows"]] == list(people)
    assert program.json("list", "people", "--search", "isik")["rows"][0]["uid"] == people[1]
    limited = program.json("list", "people", "--limit", "1")
    assert limited["total"] == 3 and len(limited["rows"]) == 1
    where = program.json("list", "people", "--where", "given_name=Zeynep", "--where", "family_name=")
    assert [row["uid"] for row in where["rows"]] == [people[2]]
    assert "colour" in program.refused("list", "people", "--where", "colour=red")
    assert "dragons" in program.refused("list", "dragons")


@pytest.mark.thorough
def test_a_mark_is_an_attendance_whose_ends_are_uids(program: Program, people: Sequence[str]) -> None:
    at = session(program)
    uid = program.json("mark", at, people[0], "late", "--minutes", "15", "--mode", "online")["uid"]
    row = program.json("show", "attendance", uid)
    assert (row["session"], row["person"], row["status"]) == (at, people[0], "late")
    assert (row["minutes"], row["mode"], row["walk_in"], row["made_by"]) == (15, "online", True, "key")
    assert program.json("mark", at, people[0], "present")["uid"] == uid
    assert "absentt" in program.refused("mark", at, people[1], "absentt", "--json")
    assert program.json("list", "attendance", "--where", f"session={at}")["total"] == 1
    assert program.json("list", "sessions")["rows"][0]["status"] == "held"


@pytest.mark.parametrize(
    "words",
    [
        ["sync", "export"],
        ["report"],
        ["erase"],
        ["subject-export", "x"],
        ["add", "people"],
        ["add", "people", "given_name"],
        ["add", "people", "given_name=A", "given_name=B"],
        ["list", "people", "--limit", "many"],
        ["list", "people", "--json", "--lang", "xx"],
        ["--json"],
        ["show", "people"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(program: Program, words: Sequence[str]) -> None:
    status, out, error = program(*words)
    assert (status, out) == (2, "")
    assert "usage: tn-desktop" in error and "Traceback" not in error
    assert not program.profile.exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["add", "people", "phone=12"], "12"),
        (["add", "people", "given_name=A", "phone=5.3E+09"], "5.3E+09"),
        (["add", "people", "given_name=A", "province=Atlantis"], "Atlantis"),
        (["add", "people", "district=Bornova"], "name"),
        (["add", "people", "given_name=A", "surname=B"], "surname"),
        (["add", "sessions", "workshop=nope", "starts_at=2026-03-14T13:00"], "nope"),
        (["add", "workshops", "kind=workshop"], "title"),
        (["add", "memberships", "person=0191aae1-a400-7a97-bfaf-51351ca8d64d"], "0191aae1"),
        (["set", "people", "0191aae1-a400-7a97-bfaf-51351ca8d64d", "given_name=A"], "0191aae1"),
        (["restore", "nothing.db"], "nothing.db"),
        (["--database", "postgresql+psycopg://u:secret@127.0.0.1:1/tn", "list", "people"], "127.0.0.1:1"),
        (["--database", "postgresql+psycopg://u:secret@server:port/tn", "list", "people"], "USER@SERVER"),
        (["--database", "mysql://office/tn", "list", "people"], "mysql"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_refusal_is_one_line_and_changes_nothing(program: Program, words: Sequence[str], named: str) -> None:
    assert named in program.refused(*words, "--json")
    file = program.profile / "tn-desktop.db"
    if file.exists():
        with closing(sqlite3.connect(file)) as database:
            assert database.execute("SELECT count(*) FROM history").fetchone() == (0,)


@pytest.mark.thorough
def test_options_stand_before_or_after(program: Program, tmp_path: Path) -> None:
    for words in (
        ["--json", "--profile", tmp_path / "a", "list", "people"],
        ["list", "--json", "people", f"--profile={tmp_path / 'a'}", "--lang", "tr"],
        ["list", "people", "--json", "--database", f"sqlite:///{tmp_path / 'other.db'}"],
    ):
        process = program.start(*words)
        out, _ = process.communicate(timeout=600)
        assert json.loads(out) == {"total": 0, "rows": []}
    assert (tmp_path / "other.db").exists()
    process = program.start("list", "people", "--json", TN_DESKTOP_PROFILE=str(tmp_path / "by variable"))
    process.communicate(timeout=600)
    assert (tmp_path / "by variable" / "tn-desktop.db").exists()


@pytest.mark.thorough
def test_people_read_lines_in_their_language(program: Program, people: Sequence[str]) -> None:
    _, english, _ = program("show", "people", people[0], "--lang", "en")
    assert "Given name: Ayşe" in english.splitlines()
    _, turkish, _ = program("show", "people", people[0], "--lang", "tr")
    assert "Ad: Ayşe" in turkish.splitlines()
    status, out, error = program("show", "people", "x", LC_ALL="tr_TR.UTF-8")
    assert (status, out) == (1, "") and "uid" in error and "is not" not in error


@pytest.mark.thorough
def test_tools_of_the_library_speak_the_language_asked_for(program: Program, tmp_path: Path) -> None:
    told = program.json("list", "tools", "--where", "shipped=five-whys", "--lang", "en")["rows"][0]
    assert told["title"] == "Five whys"
    assert program.json("show", "tools", told["uid"], "--lang", "tr")["title"] == "Beş neden"
    program.json("export", "tools", str(tmp_path / "tools.csv"), "--lang", "en")
    assert "Five whys" in (text := (tmp_path / "tools.csv").read_text("utf-8-sig")) and "Beş neden" not in text
    program.json("set", "tools", told["uid"], "notes=Short", "title=Why, five times", "--lang", "en")
    assert program.json("show", "tools", told["uid"], "--lang", "tr")["purpose"] == told["purpose"]


@pytest.mark.thorough
def test_demo_fills_an_empty_profile_once(program: Program) -> None:
    counts = program.json("demo", "--people", 40, "--sessions", 5, "--seed", 3)
    assert counts["people"] == 40 and counts["sessions"] == 5 and counts["attendance"] >= 75
    assert program.json("list", "attendance")["total"] == counts["attendance"]
    program.refused("demo", "--json")
    assert program.json("check") == {"ok": True, "problems": []}


@pytest.mark.thorough
def test_backup_and_restore(program: Program, people: Sequence[str], tmp_path: Path) -> None:
    copy = tmp_path / "yedek.db"
    assert program.json("backup", copy) == {"file": str(copy)}
    device = json.loads((program.profile / "device.json").read_text(encoding="utf-8"))["device"]
    program.json("remove", "people", people[0])
    answer = program.json("restore", copy)
    assert answer["file"] == str(copy)
    assert program.json("list", "people")["total"] == 3
    assert json.loads((program.profile / "device.json").read_text(encoding="utf-8"))["device"] != device
    # What was there is kept, and can be taken back in the same way.
    program.json("restore", answer["backup"])
    assert program.json("list", "people")["total"] == 2
    assert program.json("check")["ok"]


@pytest.mark.thorough
def test_what_is_no_backup_is_refused(program: Program, people: Sequence[str], tmp_path: Path) -> None:
    stranger, torn, text = tmp_path / "stranger.db", tmp_path / "torn.db", tmp_path / "text.db"
    other = sqlite3.connect(stranger)
    other.execute("CREATE TABLE person (id INTEGER)")
    other.close()
    program.json("backup", torn)
    torn.write_bytes(torn.read_bytes()[:20_000])
    text.write_text("Ad Soyad", encoding="utf-8")
    for file in (stranger, torn, text, tmp_path, program.profile / "tn-desktop.db"):
        program.refused("restore", file)
    program.refused("backup", program.profile / "tn-desktop.db")
    program.refused("backup", tmp_path / "no folder" / "x.db")
    assert program.json("list", "people")["total"] == 3
    assert not (program.profile / "incoming.db.part").exists()


@pytest.mark.thorough
def test_damaged_data_are_told_and_restored(program: Program, people: Sequence[str], tmp_path: Path) -> None:
    program.json("backup", tmp_path / "good.db")
    (program.profile / "tn-desktop.db").write_bytes(b"\0" * 50_000)
    status, out, error = program("check", "--json")
    assert status == 1 and error.count("\n") == 1
    assert json.loads(out)["ok"] is False and json.loads(out)["problems"]
    kept = program.json("restore", tmp_path / "good.db")["backup"]
    assert Path(kept).read_bytes() == b"\0" * 50_000
    assert program.json("list", "people")["total"] == 3


def test_a_torn_search_is_told_in_one_line_and_made_anew(program: Program, people: Sequence[str]) -> None:
    def tear() -> None:
        with closing(sqlite3.connect(program.profile / "tn-desktop.db", isolation_level=None)) as raw:
            raw.execute("DELETE FROM person_fts_data WHERE id > 1")

    everybody = program.json("list", "people", "--search", "a")["total"]
    tear()
    answer = program.json("check")
    assert (answer["ok"], answer["problems"], len(answer["mended"])) == (True, [], 1)
    assert program.json("check") == {"ok": True, "problems": []}
    tear()
    assert "records were not" in program.refused("--lang", "en", "list", "people", "--search", "a")
    assert program.json("list", "people", "--search", "a")["total"] == everybody > 0


@pytest.mark.parametrize("writers", [3, pytest.param(6, marks=pytest.mark.thorough)])
def test_two_writers_at_once_both_succeed(program: Program, writers: int) -> None:
    # On a fresh profile, so that they also race for making it.
    started = [
        program.start("--profile", program.profile, "add", "people", f"given_name=K{n}", "--json")
        for n in range(writers)
    ]
    answers = [(process.communicate(timeout=600), process.returncode) for process in started]
    assert [status for _, status in answers] == [0] * writers
    # On a slow disk one waits so long for another that it says so.
    assert all(error == "" or "waiting for its turn" in error for (_, error), _ in answers)
    assert all(error.count("\n") <= 1 for (_, error), _ in answers)
    assert len({json.loads(out)["uid"] for (out, _), _ in answers}) == writers
    assert program.json("list", "people")["total"] == writers
    assert program.json("check")["ok"]


@pytest.mark.thorough
def test_a_session_sheet(program: Program, people: Sequence[str], tmp_path: Path) -> None:
    at = session(program)
    program.json("mark", at, people[1], "present")
    target = tmp_path / "imza listesi.pdf"
    assert program.json("sheet", at, target, "--lang", "tr") == {"file": str(target), "pages": 1}
    assert target.read_bytes().startswith(b"%PDF")
    program.refused("sheet", at, tmp_path / "no folder" / "x.pdf")
    assert ".pdf" in program.refused("sheet", at, tmp_path / "liste.txt") and not (tmp_path / "liste.txt").exists()
    assert ".pdf" in program.refused("slip", tmp_path / "liste")


def test_an_impact_report(program: Program, tmp_path: Path) -> None:
    output = program.json("add", "outputs", "title=Kılavuz", "date=2026-02-01")["uid"]
    program.json("add", "reach", f"output={output}", "number=400", "basis=counted", "date=2026-02-02")
    pdf, book = tmp_path / "rapor.pdf", tmp_path / "rapor.xlsx"
    days = ("--from", "2026-01-01", "--to", "2026-12-31")
    assert program.json("report", pdf, *days, "--recipient", "Vakıf") == {"file": str(pdf), "tables": 5}
    assert program.json("report", book, "--lang", "tr")["tables"] == 5
    assert pdf.read_bytes().startswith(b"%PDF")
    listed = [(row["kind"], row["recipient"]) for row in program.json("exports")["rows"]]
    assert listed == [("impact", None), ("impact", "Vakıf")]
    program.refused("report", tmp_path / "rapor.docx")
    program.refused("report", tmp_path / "no folder" / "rapor.pdf")
    program.refused("report", pdf, "--from", "2026-12-31", "--to", "2026-01-01")
    program.refused("report", pdf, "--from", "gestern")


LIST = """Ad Soyad;Telefon;İl;Okul
Ayşe Yılmaz;0532 000 00 01;Iğdır;Atatürk Ortaokulu
Mehmet Işık;0532 000 00 02;Iğdır;Atatürk Ortaokulu
Fatma Çelik;12;Iğdır;Cumhuriyet İlkokulu
"""


def test_from_a_list_to_a_workbook(program: Program, tmp_path: Path) -> None:
    import openpyxl

    source, out = tmp_path / "liste.csv", tmp_path / "katilim.xlsx"
    source.write_bytes(LIST.encode("cp1254"))
    workshop = program.json("add", "workshops", "title=Eleştirel Düşünme", "province=Iğdır")["uid"]
    community = program.json("add", "communities", "name=Iğdır Topluluğu")["uid"]
    at = session(program, workshop)
    dry = program.json("import", source, "--workshop", workshop, "--community", community, "--dry-run")
    assert (dry["added"], dry["batch"]) == (2, None) and program.json("list", "people")["total"] == 0
    told = program.json("import", source, "--workshop", workshop, "--community", community)
    assert (told["added"], told["changed"], told["same"], told["skipped"]) == (2, 0, 0, [])
    assert [row["row"] for row in told["refused"]] == [4] and "12" in told["refused"][0]["reason"]
    assert told["batch"] is not None
    again = program.json("import", source, "--workshop", workshop, "--community", community, "--as", "people")
    assert (again["added"], again["same"]) == (0, 2)
    assert program.json("list", "memberships", "--where", f"community={community}")["total"] == 2
    source.write_bytes(LIST.replace("Atatürk", "İnönü").encode("cp1254"))
    other = program.json("import", source, "--workshop", workshop, "--as", "people", "--dry-run")
    assert (other["same"], [row["row"] for row in other["differs"]]) == (0, [2, 3])
    taken = program.json("import", source, "--workshop", workshop, "--as", "people", "--take", "institution")
    assert (taken["changed"], taken["differs"]) == (2, [])
    program.refused("import", source, "--as", "people", "--take", "hair")
    people = {row["given_name"]: row["uid"] for row in program.json("list", "people")["rows"]}
    program.json("mark", at, people["Ayşe"], "present")
    written = program.json("export", "attendance", out, "--session", at, "--lang", "tr")
    assert written == {"file": str(out), "rows": 2}
    assert "Katılım" in openpyxl.load_workbook(out).sheetnames
    days = ("--from", "2026-03-01", "--to", "2026-03-31")
    assert program.json("export", "attendance", tmp_path / "mart.ods", *days)["rows"] == 2
    assert program.json("export", "people", tmp_path / "kisiler.csv")["rows"] == 2
    program.refused("export", "attendance", tmp_path / "x.xlsx", "--from", "2026-04-01", "--to", "2026-03-01")
    program.refused("export", "attendance", tmp_path / "x.xlsx", "--from", "yesterday")
    program.refused("export", "attendance", tmp_path / "x.doc")
    program.refused("export", "dragons", tmp_path / "x.xlsx")
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.thorough
def test_rows_that_are_no_data_are_told(program: Program, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ("Katılımcı Listesi",),
        ("No", "Ad Soyad", "Telefon", "14.03.2026"),
        (1, "Ayşe Yılmaz", "0532 000 00 01", "+"),
        (2, None, None, None),
        (3, "Mehmet Işık", "12", "+"),
        (4, None, None, "+"),
        (None, "Toplam", None, 3),
    ):
        book[book.sheetnames[0]].append(row)
    source = tmp_path / "yoklama.xlsx"
    book.save(source)
    dry = program.json("import", source, "--dry-run")
    assert [[row["row"] for row in dry[kind]] for kind in ("no_data", "refused")] == [[4, 7], [5, 6]]
    assert all(row["reason"] for row in dry["no_data"])
    status, out, _error = program("--lang", "en", "import", source)
    assert status == 0
    told = [line for line in out.splitlines() if line.startswith("Row ")]
    assert [line.split(" ")[1] for line in told] == ["4", "5", "6", "7"]
    assert told[0].endswith("an empty row with a number") and told[3].endswith("a total, not a person")
    assert told[2].endswith("The row has no name.")


def test_what_cannot_be_imported_is_refused(program: Program, tmp_path: Path) -> None:
    picture = tmp_path / "liste.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    program.refused("import", picture, "--json")
    program.refused("import", tmp_path / "none.xlsx", "--json")
    good = tmp_path / "liste.csv"
    good.write_text(LIST, encoding="utf-8")
    program.refused("import", good, "--as", "dragons")
    program.refused("import", good, "--map", "Boy=height")
    program.refused("import", good, "--workshop", "nope")
    assert program.json("list", "people")["total"] == 0


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="standard output of a shell")
def test_a_reader_that_leaves_early_gets_no_traceback(program: Program, people: Sequence[str]) -> None:
    command = f"'{sys.executable}' -m tn_desktop --profile '{program.profile}' list people"
    done = subprocess.run(
        ["sh", "-c", f"{command} | true"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    full = subprocess.run(["sh", "-c", f"{command} >&-"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (full.returncode, full.stderr) == (0, "")


def test_a_bug_is_one_line_and_a_place_in_the_log(program: Program, people: Sequence[str]) -> None:
    database = sqlite3.connect(program.profile / "tn-desktop.db")
    database.execute("UPDATE person SET roles = 'no json' WHERE given_name = 'Zeynep'")
    database.commit()
    database.close()
    reason = program.refused("show", "people", people[2], "--json")
    log = program.profile / "logs" / "tn-desktop.log"
    assert str(log) in reason
    assert "JSONDecodeError" in log.read_text(encoding="utf-8") and "no json" not in log.read_text(encoding="utf-8")


def test_text_that_is_not_utf_8_is_refused(program: Program) -> None:
    if sys.platform == "win32":
        pytest.skip("arguments are Unicode there")
    command = [sys.executable, "-m", "tn_desktop", "--profile", str(program.profile), "add", "people"]
    done = subprocess.run([*command, b"given_name=\xff\xfe"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1 and done.stdout == b"" and done.stderr.count(b"\n") == 1


@pytest.fixture
def arguments() -> Callable[[Sequence[str]], Any]:
    from tn_desktop.cli.arguments import parse

    return parse


def test_a_lone_double_dash_ends_the_options(arguments: Callable[[Sequence[str]], Any]) -> None:
    parsed = arguments(["show", "--json", "people", "--", "--json"])
    assert parsed.json and parsed.uid == "--json"


@pytest.mark.thorough
def test_sessions_become_a_calendar_file(program: Program, tmp_path: Path) -> None:
    community = program.json("add", "communities", "name=Iğdır Çemberi")["uid"]
    leader = program.json("add", "people", "given_name=Ayşe")["uid"]
    workshop = program.json("add", "workshops", "title=Atölye", f"communities={community}")["uid"]
    session = program.json(
        "add", "sessions", f"workshop={workshop}", "starts_at=2026-03-14T13:00", f"facilitators={leader}"
    )["uid"]
    out = tmp_path / "takvim.ics"
    answer = program.json("export", "sessions", out, "--community", community)
    assert answer == {"file": str(out), "rows": 1}
    text = out.read_text(encoding="utf-8")
    assert f"UID:{session}@tn-desktop" in text and "Ayşe" not in text
    program.json("export", "sessions", out, "--workshop", workshop, "--names", "--from", "2026-03-14")
    assert "Ayşe" in out.read_text(encoding="utf-8")
    assert program.json("export", "sessions", out, "--from", "2026-03-15")["rows"] == 0
    assert "sessions" in program.refused("export", "people", tmp_path / "people.ics")
    assert ".ics" in program.refused("export", "sessions", tmp_path / "s.xlsx", "--community", community)


@pytest.mark.thorough
def test_from_what_teachers_say_to_whom_it_reached(program: Program, tmp_path: Path) -> None:
    """The whole chain by add, set, show and list alone."""

    def add(entity: str, *fields: str) -> str:
        return str(program.json("add", entity, *fields)["uid"])

    person = add("people", "given_name=Ayşe", "family_name=Yılmaz")
    community = add("communities", "name=Iğdır Çemberi", "province=TR-76")
    need = add("needs", "title=Kitap yok", f"community={community}", f"raised_by={person}", "votes=7", "status=chosen")
    decision = add("decisions", f"community={community}", "question=Neyle başlıyoruz?", f"needs={need}", "votes=9")
    workshop = add("workshops", "title=Problem ağacı", f"communities={community}", f"needs={need}")
    session = add("sessions", f"workshop={workshop}", "starts_at=2026-01-10T10:00")
    solution = add("solutions", "title=Sandık", f"community={community}", f"needs={need}", f"workshops={workshop}")
    iteration = add(
        "iterations", f"solution={solution}", "date=2026-02-01", f"carried_out_by={person}", "what_changed=Bir okulda"
    )
    plan = tmp_path / "Ders planı.pdf"
    plan.write_bytes(b"%PDF made up")
    output = add("outputs", "title=Kılavuz", f"solution={solution}", f"iteration={iteration}", f"file={plan}")
    entry = add("reach", f"output={output}", "number=400", "basis=counted", "audience=öğretmenler", "province=TR-76")
    add("reach", f"session={session}", "number=30", "basis=estimated")
    assert program.json("set", "solutions", solution, "status=running")["changed"] == ["status"]
    shown = program.json("show", "outputs", output)
    assert shown["iteration"] == iteration and shown["file"].endswith("/Ders planı.pdf")
    copy = tmp_path / "Kopya.pdf"
    program.json("show", "outputs", output, "--save-file", copy)
    assert copy.read_bytes() == plan.read_bytes()
    assert program.json("show", "iterations", iteration)["carried_out_by"] == [person]
    assert program.json("show", "decisions", decision)["needs"] == [need]
    assert [row["uid"] for row in program.json("list", "reach", "--where", f"output={output}")["rows"]] == [entry]
    assert [row["uid"] for row in program.json("list", "solutions", "--where", f"needs={need}")["rows"]] == [solution]
    book = tmp_path / "outputs.csv"
    assert program.json("export", "outputs", book)["rows"] == 1
    assert "Kılavuz" in book.read_text(encoding="utf-8-sig")
    own = add("organisation", "name=Yan Sınıf Ağı")
    assert "organisation" in program.refused("add", "organisation", "name=Başka Ağ")
    assert own == "c5154651-0b0f-5b4e-8765-86898992b631"
    assert program.json("check") == {"ok": True, "problems": []}
