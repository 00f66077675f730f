"""The organisation's own page."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.organisation import Milestone, Organisation
from tn_desktop.model.fields import DATE, EMAIL, LONG, NUMBER, PHONE, EntitySpec, FieldSpec, choice
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

ORGANISATION: Final = EntitySpec(
    "organisation",
    Organisation,
    QT_TRANSLATE_NOOP("entities", "Organisation"),
    (
        FieldSpec("name", QT_TRANSLATE_NOOP("fields", "Name"), required=True),
        FieldSpec("established", QT_TRANSLATE_NOOP("fields", "Established"), NUMBER, largest=2200),
        FieldSpec("web", QT_TRANSLATE_NOOP("fields", "Web")),
        FieldSpec("email", QT_TRANSLATE_NOOP("fields", "E-mail"), EMAIL),
        FieldSpec("phone", QT_TRANSLATE_NOOP("fields", "Phone"), PHONE),
        FieldSpec("address", QT_TRANSLATE_NOOP("fields", "Address"), LONG),
        FieldSpec("about", QT_TRANSLATE_NOOP("fields", "About"), LONG),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


MILESTONES: Final = EntitySpec(
    "milestones",
    Milestone,
    QT_TRANSLATE_NOOP("entities", "Milestones"),
    (
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        choice("kind", QT_TRANSLATE_NOOP("fields", "Kind"), vocabulary.MILESTONE_KIND, "milestone"),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        FieldSpec("number", QT_TRANSLATE_NOOP("fields", "Number"), NUMBER, largest=999_999_999),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        FieldSpec("source", QT_TRANSLATE_NOOP("fields", "Source")),
    ),
)
