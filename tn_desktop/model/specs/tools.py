"""Engagement tools and the agenda made of them."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.fields import FLAG, LONG, NUMBER, TAGS, EntitySpec, FieldSpec, choice, to_one
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

TOOLS: Final = EntitySpec(
    "tools",
    EngagementTool,
    QT_TRANSLATE_NOOP("entities", "Engagement tools"),
    (
        choice("level", QT_TRANSLATE_NOOP("fields", "Level"), vocabulary.TOOL_LEVEL, "method"),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        FieldSpec("purpose", QT_TRANSLATE_NOOP("fields", "Purpose"), LONG),
        FieldSpec("steps", QT_TRANSLATE_NOOP("fields", "Steps"), LONG),
        FieldSpec("minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), NUMBER),
        FieldSpec("group_min", QT_TRANSLATE_NOOP("fields", "Smallest group"), NUMBER),
        FieldSpec("group_max", QT_TRANSLATE_NOOP("fields", "Largest group"), NUMBER),
        FieldSpec("mode", QT_TRANSLATE_NOOP("fields", "Can be held"), TAGS, vocabulary.SESSION_MODE),
        FieldSpec("materials", QT_TRANSLATE_NOOP("fields", "Materials"), TAGS),
        FieldSpec("skills", QT_TRANSLATE_NOOP("fields", "Skills"), TAGS, vocabulary.TOOL_SKILL),
        FieldSpec("tips", QT_TRANSLATE_NOOP("fields", "Tips"), LONG),
        FieldSpec("contributors", QT_TRANSLATE_NOOP("fields", "Contributors")),
        FieldSpec("version", QT_TRANSLATE_NOOP("fields", "Version"), NUMBER),
        FieldSpec("shipped", QT_TRANSLATE_NOOP("fields", "Library name")),
        FieldSpec("archived", QT_TRANSLATE_NOOP("fields", "Put away"), FLAG),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


AGENDA: Final = EntitySpec(
    "agenda",
    AgendaBlock,
    QT_TRANSLATE_NOOP("entities", "Agenda"),
    (
        to_one("session", QT_TRANSLATE_NOOP("fields", "Session"), "sessions", required=True),
        FieldSpec("position", QT_TRANSLATE_NOOP("fields", "Place"), NUMBER),
        to_one("tool", QT_TRANSLATE_NOOP("fields", "Engagement tool"), "tools"),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title")),
        FieldSpec("minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), NUMBER),
        to_one("led_by", QT_TRANSLATE_NOOP("fields", "Led by"), "people"),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)
