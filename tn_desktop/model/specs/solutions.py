"""Solutions, iterations, outputs, reach."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.solutions import (
    Iteration,
    IterationPerson,
    Output,
    OutputPerson,
    Reach,
    Solution,
    SolutionNeed,
    SolutionWorkshop,
)
from tn_desktop.model.fields import DATE, LONG, NUMBER, PROVINCE, EntitySpec, FieldSpec, choice, many, to_one
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

SOLUTIONS: Final = EntitySpec(
    "solutions",
    Solution,
    QT_TRANSLATE_NOOP("entities", "Solutions"),
    (
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        many("needs", QT_TRANSLATE_NOOP("fields", "Needs it answers"), "needs", SolutionNeed),
        many("workshops", QT_TRANSLATE_NOOP("fields", "Workshops"), "workshops", SolutionWorkshop),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        choice("status", QT_TRANSLATE_NOOP("fields", "Status"), vocabulary.SOLUTION_STATUS, "designed"),
        FieldSpec("started", QT_TRANSLATE_NOOP("fields", "Started"), DATE),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


ITERATIONS: Final = EntitySpec(
    "iterations",
    Iteration,
    QT_TRANSLATE_NOOP("entities", "Iterations"),
    (
        to_one("solution", QT_TRANSLATE_NOOP("fields", "Solution"), "solutions", required=True),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        many("carried_out_by", QT_TRANSLATE_NOOP("fields", "Carried out by"), "people", IterationPerson),
        FieldSpec("what_changed", QT_TRANSLATE_NOOP("fields", "What changed"), LONG),
        FieldSpec("why", QT_TRANSLATE_NOOP("fields", "Why"), LONG),
        FieldSpec("result", QT_TRANSLATE_NOOP("fields", "Result"), LONG),
        to_one("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), "workshops"),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


OUTPUTS: Final = EntitySpec(
    "outputs",
    Output,
    QT_TRANSLATE_NOOP("entities", "Outputs"),
    (
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        choice("kind", QT_TRANSLATE_NOOP("fields", "Kind"), vocabulary.OUTPUT_KIND, "lesson_plan"),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        FieldSpec("link", QT_TRANSLATE_NOOP("fields", "Link")),
        FieldSpec("file", QT_TRANSLATE_NOOP("fields", "File")),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        to_one("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), "workshops"),
        to_one("solution", QT_TRANSLATE_NOOP("fields", "Solution"), "solutions"),
        to_one("iteration", QT_TRANSLATE_NOOP("fields", "Iteration"), "iterations"),
        many("contributors", QT_TRANSLATE_NOOP("fields", "Contributors"), "people", OutputPerson),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


REACH: Final = EntitySpec(
    "reach",
    Reach,
    QT_TRANSLATE_NOOP("entities", "Reach"),
    (
        to_one("output", QT_TRANSLATE_NOOP("fields", "Output"), "outputs"),
        to_one("session", QT_TRANSLATE_NOOP("fields", "Session"), "sessions"),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec("audience", QT_TRANSLATE_NOOP("fields", "Audience")),
        FieldSpec("number", QT_TRANSLATE_NOOP("fields", "Number"), NUMBER, required=True),
        choice("basis", QT_TRANSLATE_NOOP("fields", "Basis"), vocabulary.REACH_BASIS, "estimated"),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)
