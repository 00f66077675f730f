"""The texts to sign by command line in real processes: listed, shown, worded otherwise, handed out, sent to others."""

import json
from pathlib import Path

import pytest

from tests.end2end.test_cli import Program
from tests.end2end.test_server import Office


def word_and_hand_out(program: Program | Office, folder: Path) -> str:
    (shipped,) = program.json("texts", "list")["rows"]
    assert shipped == {"version": shipped["version"], "own": False, "in_use": True}
    shown = program.json("texts", "show")
    assert shown["in_use"] and shown["version"] == shipped["version"] and shown["texts"].keys() == {"tr", "en"}

    said = program.json("texts", "set", "tr.contact=Beni arayın.", "en.contact=Call me.")
    assert said["changed"] == ["tr.contact", "en.contact"] and said["version"] != shipped["version"]
    assert program.json("texts", "set", "tr.contact=Beni arayın.") == {"version": said["version"], "changed": []}

    file = folder / "words.json"
    whole = program.json("texts", "show", said["version"])
    whole["texts"] = {"en": {"notice": ["Ours.", "Write to {contact}."]}}
    file.write_text(json.dumps(whole), encoding="utf-8")
    later = program.json("texts", "set", "--from", file)
    assert later["changed"] == ["en.notice"]
    now = program.json("texts", "show")["texts"]
    assert (
        now["en"]["notice"] == ["Ours.", "Write to {contact}."] and now["tr"]["purposes"]["contact"] == "Beni arayın."
    )

    assert program.json("texts", "use", said["version"]) == {"version": said["version"], "before": later["version"]}
    rows = program.json("texts", "list")["rows"]
    assert {row["version"]: (row["own"], row["in_use"]) for row in rows} == {
        shipped["version"]: (False, False), said["version"]: (True, True), later["version"]: (True, False),
    }  # fmt: skip
    return str(said["version"])


def test_texts_are_worded_handed_out_and_read_on_another_laptop(tmp_path: Path) -> None:
    program, other = Program(tmp_path / "profile"), Program(tmp_path / "other")
    version = word_and_hand_out(program, tmp_path)
    program.json("sync", "export", tmp_path / "book.xlsx")
    other.json("sync", "apply", tmp_path / "book.xlsx")
    assert other.json("texts", "show", version) == {**program.json("texts", "show", version), "in_use": False}
    assert other.json("texts", "use", version)["version"] == version
    status, out, error = other("--lang", "tr", "texts", "show")
    assert (status, error) == (0, "") and "Beni arayın." in out
    assert "kullanımda" in other("--lang", "tr", "texts", "list")[1]


def test_the_office_words_them_on_its_server(tmp_path: Path, server_database: str) -> None:
    word_and_hand_out(Office(tmp_path / "profile", server_database), tmp_path)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("set",), "--from"),
        (("set", "tr.title=x"), "en.notice"),
        (("set", "de.notice=x"), "en.notice"),
        (("set", "tr.consent= "), "metnin"),
        (("set", "--from", "none.json"), "none.json"),
        (("set", "--from", "bad.json"), "bad.json"),
        (("show", "2031-1"), "2031-1"),
        (("use", "2031-1"), "2031-1"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(tmp_path: Path, words: tuple[str, ...], reason: str) -> None:
    program = Program(tmp_path / "profile")
    (tmp_path / "bad.json").write_text('{"texts": {"tr": {"notice": 5}}}', encoding="utf-8")
    given = [tmp_path / word if word.endswith(".json") else word for word in words]
    assert reason.casefold() in program.refused("--lang", "tr", "texts", *given).casefold()
    assert program.json("texts", "list")["total"] == 1
