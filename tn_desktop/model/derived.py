"""Columns that follow from others: sort keys and the text that search looks in."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tn_desktop.model.normalise import show_tags
from tn_desktop.model.places import province_name
from tn_desktop.model.text import fold, sort_key
from tn_desktop.model.tool_library import TEXTS, is_unchanged, shipped_tool, skill_words

Row = Mapping[Any, Any]
SORTED: Final = 120
"""So many letters of a long text make its sort key."""
SEARCHED: Final = 500
"""So many letters of a long text are searched."""


def full_name(row: Row) -> str:
    """Given and family name of a person's row, whichever it has."""
    given, family = row.get("given_name") or "", row.get("family_name") or ""
    return f"{given} {family}".strip()


def _digits(phone: str | None) -> str:
    # Both 0532… and 532… find +90532…: search matches beginnings of words.
    if not phone:
        return ""
    plain = phone.removeprefix("+90")
    return f"0{plain} {plain}" if plain != phone else phone.lstrip("+")


def _words(*parts: str | None) -> str:
    # One by one: most of them (school, subject, district) were folded before.
    return " ".join(folded for part in parts if part and (folded := fold(part)))


def province_key(iso: str | None) -> str:
    """Sort key of a province by its name; "" for none."""
    return sort_key(province_name(iso))


def derive_person(row: Row) -> dict[str, str]:
    """The derived columns of a person."""
    name = full_name(row)
    return {
        "sort_key": sort_key(name),
        "province_key": province_key(row.get("province")),
        "institution_key": sort_key(row.get("institution") or ""),
        "subject_key": sort_key(row.get("subject") or ""),
        "search_name": fold(name),
        "search_more": _words(
            row.get("other_names"),
            row.get("label"),
            row.get("institution"),
            row.get("subject"),
            row.get("district"),
            row.get("email"),
            _digits(row.get("phone")),
        ),
    }


def derive_community(row: Row) -> dict[str, str]:
    """The derived columns of a community."""
    return {
        "sort_key": sort_key(row.get("name") or ""),
        "province_key": province_key(row.get("province")),
        "search_name": fold(row.get("name") or ""),
        "search_more": _words(row.get("issue"), province_name(row.get("province"))),
    }


def derive_workshop(row: Row) -> dict[str, str]:
    """The derived columns of a workshop, but for those that follow from its sessions."""
    return {
        "sort_key": sort_key(row.get("title") or ""),
        "province_key": province_key(row.get("province")),
        "search_name": fold(row.get("title") or ""),
        "search_more": _words(province_name(row.get("province")), _start(row.get("description"))),
    }


def derive_stakeholder(row: Row) -> dict[str, str]:
    """The derived columns of a stakeholder."""
    return {
        "sort_key": sort_key(row.get("name") or ""),
        "province_key": province_key(row.get("province")),
        "search_name": fold(row.get("name") or ""),
        "search_more": _words(
            show_tags(row.get("disciplines")),
            show_tags(row.get("themes")),
            province_name(row.get("province")),
            row.get("email"),
        ),
    }


def _named(row: Row, name: str, *more: str | None) -> dict[str, str]:
    """The derived columns of a row that is found by one text and, less closely, by others."""
    text = row.get(name) or ""
    return {"sort_key": sort_key(text[:SORTED]), "search_name": fold(text[:SORTED]), "search_more": _words(*more)}


def derive_need(row: Row) -> dict[str, str]:
    """The derived columns of a need."""
    return _named(row, "title", show_tags(row.get("themes")), row.get("cluster"), _start(row.get("description")))


def derive_decision(row: Row) -> dict[str, str]:
    """The derived columns of a decision."""
    return _named(row, "question", _start(row.get("result")))


def derive_solution(row: Row) -> dict[str, str]:
    """The derived columns of a solution."""
    found = _named(row, "title", province_name(row.get("province")), _start(row.get("description")))
    return found | {"province_key": province_key(row.get("province"))}


def derive_output(row: Row) -> dict[str, str]:
    """The derived columns of an output."""
    return _named(row, "title", row.get("link"), row.get("file"), _start(row.get("description")))


def derive_tool(row: Row) -> dict[str, str]:
    """The derived columns of an engagement tool; a shipped one is found in every language."""
    found = _named(row, "title", skill_words(row.get("skills")), _start(row.get("purpose")))
    tool = shipped_tool(row.get("shipped"))
    if tool is None:
        return found
    if is_unchanged(row):
        # In an English list it stands where its English title belongs.
        found["search_name"] = _words(tool.texts["en"]["title"], row.get("title"))
    more = [text for texts in tool.texts.values() for text in (texts["title"], _start(texts["purpose"]))]
    return found | {"search_more": _words(found["search_more"], *more)}


def derive_engagement(row: Row) -> dict[str, str]:
    """The derived columns of an engagement."""
    return _named(row, "summary", row.get("next_step"))


def derive_quotation(row: Row) -> dict[str, str]:
    """The derived columns of a quotation."""
    return _named(row, "text", row.get("source"), show_tags(row.get("themes")))


def _start(text: str | None) -> str:
    return (text or "")[:SEARCHED]


DERIVED: Final[Mapping[str, Callable[[Row], dict[str, str]]]] = {
    "person": derive_person,
    "community": derive_community,
    "workshop": derive_workshop,
    "stakeholder": derive_stakeholder,
    "need": derive_need,
    "decision": derive_decision,
    "solution": derive_solution,
    "output": derive_output,
    "engagement_tool": derive_tool,
    "engagement": derive_engagement,
    "quotation": derive_quotation,
}
"""Table -> what computes its derived columns; each has a search index."""

INPUTS: Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset(
        (
            "given_name",
            "family_name",
            "other_names",
            "label",
            "institution",
            "subject",
            "province",
            "district",
            "email",
            "phone",
        )
    ),
    "community": frozenset(("name", "issue", "province")),
    "workshop": frozenset(("title", "province", "description")),
    "stakeholder": frozenset(("name", "disciplines", "themes", "province", "email")),
    "need": frozenset(("title", "themes", "cluster", "description")),
    "decision": frozenset(("question", "result")),
    "solution": frozenset(("title", "province", "description")),
    "output": frozenset(("title", "link", "file", "description")),
    "engagement_tool": frozenset(("title", "skills", "shipped", *TEXTS)),
    "engagement": frozenset(("summary", "next_step")),
    "quotation": frozenset(("text", "source", "themes")),
}
"""Table -> the columns its derived columns follow from."""

_OF_OTHER_ROWS: Final[Mapping[str, frozenset[str]]] = {"workshop": frozenset(("first_starts_at", "status"))}


def derived_columns(table: str) -> frozenset[str]:
    """The columns of a table that follow from other columns or rows; they are never stamped and never travel."""
    computed = frozenset(DERIVED[table]({})) if table in DERIVED else frozenset()
    return computed | _OF_OTHER_ROWS.get(table, frozenset())
