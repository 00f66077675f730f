"""People, communities, memberships."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.people import Community, CommunityOrigin, Membership, Person
from tn_desktop.model.fields import (
    CHOICE,
    COUNTRY,
    DATE,
    DISTRICT,
    EMAIL,
    LONG,
    PHONE,
    PROVINCE,
    RELATION,
    TAGS,
    EntitySpec,
    FieldSpec,
    many,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

PEOPLE: Final = EntitySpec(
    "people",
    Person,
    QT_TRANSLATE_NOOP("entities", "People"),
    (
        FieldSpec("given_name", QT_TRANSLATE_NOOP("fields", "Given name")),
        FieldSpec("family_name", QT_TRANSLATE_NOOP("fields", "Family name")),
        FieldSpec("other_names", QT_TRANSLATE_NOOP("fields", "Other names")),
        FieldSpec("phone", QT_TRANSLATE_NOOP("fields", "Phone"), PHONE),
        FieldSpec("email", QT_TRANSLATE_NOOP("fields", "E-mail"), EMAIL),
        FieldSpec("country", QT_TRANSLATE_NOOP("fields", "Country"), COUNTRY, default="TR"),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec("district", QT_TRANSLATE_NOOP("fields", "District"), DISTRICT),
        FieldSpec("institution", QT_TRANSLATE_NOOP("fields", "Institution")),
        FieldSpec("subject", QT_TRANSLATE_NOOP("fields", "Subject")),
        FieldSpec("expertise", QT_TRANSLATE_NOOP("fields", "Expertise"), TAGS),
        FieldSpec("interests", QT_TRANSLATE_NOOP("fields", "Interests"), TAGS),
        FieldSpec("roles", QT_TRANSLATE_NOOP("fields", "Roles"), TAGS, vocabulary.PERSON_ROLE, default='["teacher"]'),
        FieldSpec("label", QT_TRANSLATE_NOOP("fields", "Label")),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
    one_of=("given_name", "family_name"),
)


COMMUNITIES: Final = EntitySpec(
    "communities",
    Community,
    QT_TRANSLATE_NOOP("entities", "Communities"),
    (
        FieldSpec("name", QT_TRANSLATE_NOOP("fields", "Name"), required=True),
        FieldSpec("issue", QT_TRANSLATE_NOOP("fields", "Shared issue"), LONG),
        FieldSpec("goals", QT_TRANSLATE_NOOP("fields", "Goals"), LONG),
        FieldSpec("motivation", QT_TRANSLATE_NOOP("fields", "Motivation"), LONG),
        FieldSpec("kind", QT_TRANSLATE_NOOP("fields", "Kind"), CHOICE, vocabulary.COMMUNITY_KIND, default="community"),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "stage", QT_TRANSLATE_NOOP("fields", "Stage"), CHOICE, vocabulary.COMMUNITY_STAGE, default="gathering"
        ),
        many("grown_from", QT_TRANSLATE_NOOP("fields", "Grown out of"), "communities", CommunityOrigin),
        FieldSpec("founded", QT_TRANSLATE_NOOP("fields", "Founded"), DATE),
        FieldSpec(
            "status", QT_TRANSLATE_NOOP("fields", "Status"), CHOICE, vocabulary.COMMUNITY_STATUS, default="active"
        ),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


MEMBERSHIPS: Final = EntitySpec(
    "memberships",
    Membership,
    QT_TRANSLATE_NOOP("entities", "Memberships"),
    (
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec(
            "community",
            QT_TRANSLATE_NOOP("fields", "Community"),
            RELATION,
            target="communities",
            fixed=True,
            required=True,
        ),
        FieldSpec("role", QT_TRANSLATE_NOOP("fields", "Role"), CHOICE, vocabulary.MEMBERSHIP_ROLE, default="member"),
        FieldSpec("joined", QT_TRANSLATE_NOOP("fields", "Joined"), DATE),
        FieldSpec("left", QT_TRANSLATE_NOOP("fields", "Left"), DATE),
    ),
)
