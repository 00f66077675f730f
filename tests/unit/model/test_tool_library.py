"""The shipped engagement tools: complete in both languages, minutes that add up, uids that never change."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tn_desktop.model.resources import resource_path
from tn_desktop.model.tool_library import LANGUAGES, STAMP, TEXTS, in_language, is_unchanged, library
from tn_desktop.model.tool_steps import Step, read_steps, steps_text, total_minutes
from tn_desktop.model.vocabulary import SESSION_MODE, TOOL_LEVEL, TOOL_SKILL


def test_there_are_four_formats_and_many_methods() -> None:
    levels = [tool.values["level"] for tool in library().values()]
    assert (levels.count("format"), levels.count("method")) == (4, 44)


@pytest.mark.parametrize("key", sorted(library()))
def test_a_tool_is_complete_in_both_languages(key: str) -> None:
    tool = library()[key]
    assert (
        re.fullmatch(r"[a-z0-9-]+", key)
        and key == json.loads(resource_path("tools", f"{key}.json").read_text("utf-8"))["key"]
    )
    assert tool.values["level"] in TOOL_LEVEL
    assert 1 <= tool.values["group_min"] < tool.values["group_max"]
    assert set(json.loads(tool.values["mode"])) <= set(SESSION_MODE)
    assert json.loads(tool.values["skills"]) and set(json.loads(tool.values["skills"])) <= set(TOOL_SKILL)
    counts = set()
    for language in LANGUAGES:
        texts = tool.texts[language]
        assert set(texts) == set(TEXTS) and texts["title"] and texts["tips"]
        assert 60 <= len(texts["purpose"]) <= 320
        steps = read_steps(texts["steps"])
        assert all(step.minutes and len(step.text) > 8 for step in steps)
        assert total_minutes(steps) == tool.values["minutes"]
        materials = json.loads(texts["materials"] or "[]")
        assert all("," not in one and one for one in materials), "a comma parts materials where they are edited"
        counts.add((len(steps), len(materials), texts["tips"].count("\n")))
    assert len(counts) == 1, "both languages say the same"


def test_titles_are_told_apart() -> None:
    for language in LANGUAGES:
        titles = [tool.texts[language]["title"] for tool in library().values()]
        assert len(set(titles)) == len(titles)


def test_uids_follow_from_the_keys_for_ever() -> None:
    assert library()["five-whys"].uid.hex() == "e9010ee357345e209b6a3891d31e58cc"
    assert STAMP[9:] == "000" + "0" * 12


def test_a_row_is_shown_in_the_running_language_until_it_is_changed() -> None:
    row = library()["five-whys"].row("tr")
    assert is_unchanged(row) and in_language(row, "en")["title"] == "Five whys"
    assert in_language(in_language(row, "en"), "tr") == row
    own = {**row, "title": "Beş kez neden"}
    assert not is_unchanged(own) and in_language(own, "en") == own
    assert in_language({"shipped": None, "title": "Benim aracım"}, "en")["title"] == "Benim aracım"


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("5 Karşılayın.", Step(5, "Karşılayın.")),
        ("10 dk: Konuşun", Step(10, "Konuşun")),
        ("15' yazın", Step(15, "yazın")),
        ("20. Toplayın", Step(20, "Toplayın")),
        ("Ara verin", Step(None, "Ara verin")),
        ("2026 yılını konuşun", Step(None, "2026 yılını konuşun")),
        ("– 3 kişi anlatır", Step(None, "3 kişi anlatır")),
        ("7", Step(7, "")),
    ],
)
def test_a_line_begins_with_its_minutes(line: str, step: Step) -> None:
    assert read_steps(line) == (step,)


@given(st.lists(st.tuples(st.none() | st.integers(0, 600), st.text(alphabet="ab3 –’.ş", max_size=12))))
def test_steps_come_back_as_they_were_stored(told: list[tuple[int | None, str]]) -> None:
    stored = steps_text([Step(minutes, text) for minutes, text in told])
    steps = read_steps(stored)
    assert steps_text(steps) == stored
    assert total_minutes(steps) == total_minutes([Step(minutes, text) for minutes, text in told if minutes is not None])


def test_the_words_that_are_searched_are_those_that_are_shown() -> None:
    translations = ET.parse(resource_path("translations", "tn_desktop_tr.ts")).getroot()
    shown = {one.findtext("source"): one.findtext("translation") for one in translations.iter("message")}
    searched = json.loads(resource_path("data", "tool-skills.json").read_text("utf-8"))
    assert searched == {key: shown[word] for key, word in TOOL_SKILL.items()}
