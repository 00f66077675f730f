"""Feedback, surveys, quotations."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.voices import Feedback, Quotation, Survey
from tn_desktop.model.fields import (
    CHOICE,
    DATE,
    DECIMAL,
    FLAG,
    LONG,
    NUMBER,
    TAGS,
    EntitySpec,
    FieldSpec,
    choice,
    to_one,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

FEEDBACK: Final = EntitySpec(
    "feedback",
    Feedback,
    QT_TRANSLATE_NOOP("entities", "Feedback"),
    (
        to_one("session", QT_TRANSLATE_NOOP("fields", "Session"), "sessions", required=True),
        FieldSpec("useful", QT_TRANSLATE_NOOP("fields", "Useful for my teaching"), NUMBER, least=1, largest=5),
        FieldSpec("content", QT_TRANSLATE_NOOP("fields", "Content"), NUMBER, least=1, largest=5),
        FieldSpec("facilitation", QT_TRANSLATE_NOOP("fields", "Facilitation"), NUMBER, least=1, largest=5),
        FieldSpec("atmosphere", QT_TRANSLATE_NOOP("fields", "Atmosphere"), NUMBER, least=1, largest=5),
        FieldSpec("recommend", QT_TRANSLATE_NOOP("fields", "Would recommend it"), NUMBER, least=1, largest=5),
        FieldSpec("quotation", QT_TRANSLATE_NOOP("fields", "Quotation"), LONG),
        choice("made_by", QT_TRANSLATE_NOOP("fields", "Entered how"), vocabulary.FEEDBACK_SOURCE),
    ),
)


SURVEYS: Final = EntitySpec(
    "surveys",
    Survey,
    QT_TRANSLATE_NOOP("entities", "Surveys"),
    (
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        to_one("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), "workshops"),
        FieldSpec("wave", QT_TRANSLATE_NOOP("fields", "Wave"), NUMBER),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        FieldSpec(
            "indicator", QT_TRANSLATE_NOOP("fields", "Indicator"), CHOICE, vocabulary.SURVEY_INDICATOR, required=True
        ),
        FieldSpec("n", QT_TRANSLATE_NOOP("fields", "Answers"), NUMBER, required=True),
        FieldSpec("mean", QT_TRANSLATE_NOOP("fields", "Mean"), DECIMAL, required=True),
        FieldSpec("scale_max", QT_TRANSLATE_NOOP("fields", "Best value"), NUMBER, default=5),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


QUOTATIONS: Final = EntitySpec(
    "quotations",
    Quotation,
    QT_TRANSLATE_NOOP("entities", "Quotations"),
    (
        FieldSpec("text", QT_TRANSLATE_NOOP("fields", "Quotation"), LONG, required=True),
        FieldSpec("source", QT_TRANSLATE_NOOP("fields", "Source")),
        FieldSpec("year", QT_TRANSLATE_NOOP("fields", "Year"), NUMBER, largest=2200),
        FieldSpec("permission", QT_TRANSLATE_NOOP("fields", "May be published"), FLAG),
        FieldSpec("attribution", QT_TRANSLATE_NOOP("fields", "Name, if it may be shown")),
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        to_one("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), "workshops"),
        FieldSpec("themes", QT_TRANSLATE_NOOP("fields", "Themes"), TAGS),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)
