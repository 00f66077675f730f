"""Stakeholders, contacts, what they support, engagements."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.stakeholders import (
    CommunityStakeholder,
    Contact,
    Engagement,
    Stakeholder,
    WorkshopStakeholder,
)
from tn_desktop.model.fields import (
    CHOICE,
    DATE,
    EMAIL,
    FLAG,
    LONG,
    PHONE,
    PROVINCE,
    RELATION,
    TAGS,
    EntitySpec,
    FieldSpec,
    choice,
    end,
    to_one,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

STAKEHOLDERS: Final = EntitySpec(
    "stakeholders",
    Stakeholder,
    QT_TRANSLATE_NOOP("entities", "Stakeholders"),
    (
        FieldSpec("name", QT_TRANSLATE_NOOP("fields", "Name"), required=True),
        FieldSpec("type", QT_TRANSLATE_NOOP("fields", "Type"), CHOICE, vocabulary.STAKEHOLDER_TYPE, default="ngo"),
        FieldSpec("person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people"),
        FieldSpec("disciplines", QT_TRANSLATE_NOOP("fields", "Disciplines"), TAGS),
        FieldSpec("themes", QT_TRANSLATE_NOOP("fields", "Themes"), TAGS),
        FieldSpec("role", QT_TRANSLATE_NOOP("fields", "Role towards communities")),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "status", QT_TRANSLATE_NOOP("fields", "Status"), CHOICE, vocabulary.STAKEHOLDER_STATUS, default="active"
        ),
        FieldSpec("web", QT_TRANSLATE_NOOP("fields", "Web")),
        FieldSpec("phone", QT_TRANSLATE_NOOP("fields", "Phone"), PHONE),
        FieldSpec("email", QT_TRANSLATE_NOOP("fields", "E-mail"), EMAIL),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


CONTACTS: Final = EntitySpec(
    "contacts",
    Contact,
    QT_TRANSLATE_NOOP("entities", "Contacts"),
    (
        FieldSpec(
            "stakeholder",
            QT_TRANSLATE_NOOP("fields", "Stakeholder"),
            RELATION,
            target="stakeholders",
            fixed=True,
            required=True,
        ),
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec("role", QT_TRANSLATE_NOOP("fields", "Role")),
    ),
)


COMMUNITY_STAKEHOLDERS: Final = EntitySpec(
    "community_stakeholders",
    CommunityStakeholder,
    QT_TRANSLATE_NOOP("entities", "Stakeholders of communities"),
    (
        end("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        end("stakeholder", QT_TRANSLATE_NOOP("fields", "Stakeholder"), "stakeholders"),
        FieldSpec("roles", QT_TRANSLATE_NOOP("fields", "Roles"), TAGS, vocabulary.SUPPORT_ROLE),
    ),
)


WORKSHOP_STAKEHOLDERS: Final = EntitySpec(
    "workshop_stakeholders",
    WorkshopStakeholder,
    QT_TRANSLATE_NOOP("entities", "Stakeholders of workshops"),
    (
        end("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), "workshops"),
        end("stakeholder", QT_TRANSLATE_NOOP("fields", "Stakeholder"), "stakeholders"),
        FieldSpec("roles", QT_TRANSLATE_NOOP("fields", "Roles"), TAGS, vocabulary.SUPPORT_ROLE),
    ),
)


ENGAGEMENTS: Final = EntitySpec(
    "engagements",
    Engagement,
    QT_TRANSLATE_NOOP("entities", "Engagements"),
    (
        to_one("stakeholder", QT_TRANSLATE_NOOP("fields", "Stakeholder"), "stakeholders", required=True),
        FieldSpec("date", QT_TRANSLATE_NOOP("fields", "Date"), DATE),
        choice("kind", QT_TRANSLATE_NOOP("fields", "Kind"), vocabulary.ENGAGEMENT_KIND, "call"),
        FieldSpec("summary", QT_TRANSLATE_NOOP("fields", "Summary"), LONG),
        FieldSpec("next_step", QT_TRANSLATE_NOOP("fields", "Next step")),
        FieldSpec("due", QT_TRANSLATE_NOOP("fields", "Due"), DATE),
        FieldSpec("done", QT_TRANSLATE_NOOP("fields", "Done"), FLAG),
        to_one("person", QT_TRANSLATE_NOOP("fields", "Spoken with"), "people"),
        to_one("community", QT_TRANSLATE_NOOP("fields", "Community"), "communities"),
        to_one("need", QT_TRANSLATE_NOOP("fields", "Need"), "needs"),
    ),
)
