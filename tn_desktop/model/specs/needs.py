"""Needs and decisions."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.fields import DATE, LONG, NUMBER, TAGS, EntitySpec, FieldSpec, choice, many, to_one
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

NEEDS: Final = EntitySpec(
    "needs",
    Need,
    QT_TRANSLATE_NOOP("entities", "Needs"),
    (
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        to_one("raised_by", QT_TRANSLATE_NOOP("fields", "Raised by"), "people"),
        FieldSpec("raised_at", QT_TRANSLATE_NOOP("fields", "Raised on"), DATE),
        to_one("session", QT_TRANSLATE_NOOP("fields", "Raised in"), "sessions"),
        FieldSpec("votes", QT_TRANSLATE_NOOP("fields", "Votes"), NUMBER),
        choice("status", QT_TRANSLATE_NOOP("fields", "Status"), vocabulary.NEED_STATUS, "raised"),
        FieldSpec("themes", QT_TRANSLATE_NOOP("fields", "Themes"), TAGS),
        FieldSpec("cluster", QT_TRANSLATE_NOOP("fields", "Group")),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


DECISIONS: Final = EntitySpec(
    "decisions",
    Decision,
    QT_TRANSLATE_NOOP("entities", "Decisions"),
    (
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities", required=True),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        FieldSpec("question", QT_TRANSLATE_NOOP("fields", "Question"), required=True),
        FieldSpec("result", QT_TRANSLATE_NOOP("fields", "Result"), LONG),
        FieldSpec("votes", QT_TRANSLATE_NOOP("fields", "Votes for"), NUMBER),
        FieldSpec("votes_against", QT_TRANSLATE_NOOP("fields", "Votes against"), NUMBER),
        FieldSpec("votes_abstained", QT_TRANSLATE_NOOP("fields", "Abstained"), NUMBER),
        many("needs", QT_TRANSLATE_NOOP("fields", "Needs"), "needs", DecisionNeed),
        to_one("session", QT_TRANSLATE_NOOP("fields", "Taken in"), "sessions"),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)
