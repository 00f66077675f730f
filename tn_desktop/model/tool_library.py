"""The engagement tools that come with the program: formats and methods, each in Turkish and English.

Data: resources/tools, a file a tool, whose name is the tool's key. In a database each of them is one row with a uid
that follows from the key, so that it is the same row on every laptop. Its row holds the Turkish text; as long as
nobody has changed it, it is shown in the language of the window.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from tn_desktop.model.resources import resource_path
from tn_desktop.model.stamps import canonical, make_stamp, relation_bytes, see
from tn_desktop.model.text import fold
from tn_desktop.model.tool_steps import Step, steps_text, total_minutes
from tn_desktop.model.vocabulary import TOOL_SKILL

VERSION: Final = 1
"""Counted up whenever a text of resources/tools changes: rows that nobody has changed then take the new text."""
STAMP: Final = make_stamp(VERSION, 0, "0" * 12)
"""The stamp of the library's rows: older than any reading of a clock, so that everybody's own change wins over it."""
SEEN: Final = see("{}", make_stamp(1_000_000, 0, "0" * 12))
"""What the writer of the library has seen: every version that will ever be. So a newer version neither brings back a
tool that somebody removed nor comes into conflict with what she wrote."""
LANGUAGES: Final = ("tr", "en")
TEXTS: Final = ("title", "purpose", "steps", "materials", "tips")
"""Fields of a tool that are words, and so different in each language."""
_ONLINE: Final = {"tr": "Çevrim içi", "en": "Online"}


@dataclass(frozen=True, slots=True)
class ShippedTool:
    """A tool of the library.

    Attributes:
        key: its name, as in `shipped`.
        values: columns of its row but for the texts -> stored values.
        texts: language -> columns of `TEXTS` -> stored values.
    """

    key: str
    values: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, Any]]

    @property
    def uid(self) -> bytes:
        """The 16 bytes of its uid, the same everywhere."""
        return relation_bytes("shipped_tool", self.key.encode("ascii"))

    def row(self, language: str) -> dict[str, Any]:
        """The columns of its row with the texts of a language."""
        return {**self.values, **self.texts[language if language in self.texts else "tr"]}


@cache
def library() -> Mapping[str, ShippedTool]:
    """Every tool of the library by its key, in the order of their keys."""
    files = sorted(resource_path("tools").glob("*.json"))
    return MappingProxyType({file.stem: _read(file.stem, json.loads(file.read_text("utf-8"))) for file in files})


def shipped_tool(key: str | None) -> ShippedTool | None:
    """The tool of the library with that key, if there is one."""
    return library().get(key) if key else None


def is_unchanged(row: Mapping[Any, Any]) -> bool:
    """Whether a row holds the texts of its tool as they are shipped, in one of the languages."""
    tool = shipped_tool(row.get("shipped"))
    return tool is not None and any(
        all(row.get(name) == tool.texts[language][name] for name in TEXTS) for language in LANGUAGES
    )


def in_language(row: Mapping[Any, Any], language: str) -> dict[str, Any]:
    """A row as it is shown: in the language of the window, where its texts are the shipped ones."""
    shown = dict(row)
    tool = shipped_tool(row.get("shipped"))
    if tool is not None and is_unchanged(row):
        shown.update(tool.texts[language if language in tool.texts else "tr"])
    return shown


def skill_words(stored: str | None) -> str:
    """A stored list of skills as people type them in a search: known ones in English and in Turkish."""
    turkish = _turkish_skills()
    words = [[TOOL_SKILL.get(one, one), turkish.get(one, "")] for one in json.loads(stored or "[]")]
    return " ".join(word for both in words for word in both if word)


@cache
def skills_by_word() -> Mapping[str, str]:
    """Folded word -> the known skill that it is, in English and in Turkish."""
    words = [(fold(word), skill) for known in (TOOL_SKILL, _turkish_skills()) for skill, word in known.items()]
    return MappingProxyType(dict(words))


@cache
def _turkish_skills() -> Mapping[str, str]:
    return MappingProxyType(json.loads(resource_path("data", "tool-skills.json").read_text("utf-8")))


def _read(key: str, told: Mapping[str, Any]) -> ShippedTool:
    steps = told["steps"]
    minutes = [int(step["minutes"]) for step in steps]
    texts = {
        language: {
            "title": told[language]["title"],
            "purpose": told[language]["purpose"],
            "steps": steps_text([Step(step["minutes"], step[language]) for step in steps]),
            "materials": _tags(told[language].get("materials", [])),
            "tips": _tips(told[language], language),
        }
        for language in LANGUAGES
    }
    values = {
        "level": told["level"],
        "minutes": total_minutes([Step(each, "") for each in minutes]),
        "group_min": told["group_min"],
        "group_max": told["group_max"],
        "mode": _tags(told["modes"]),
        "skills": _tags(told["skills"]),
        "version": VERSION,
        "shipped": key,
    }
    return ShippedTool(key, values, texts)


def _tags(words: list[str]) -> str | None:
    return canonical(words) if words else None


def _tips(told: Mapping[str, Any], language: str) -> str | None:
    lines = [told.get("tips", "")]
    if told.get("online"):
        lines.append(f"{_ONLINE[language]}: {told['online']}")
    return "\n".join(line for line in lines if line) or None
