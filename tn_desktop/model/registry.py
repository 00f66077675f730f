"""What each entity is made of: its fields as the command line, the forms and the workbooks name them.

One description serves validation, the command line, lists, exports and undo, so that a field is declared once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tn_desktop.model import normalise, vocabulary
from tn_desktop.model.entities.base import Synced
from tn_desktop.model.entities.people import Community, Membership, Person
from tn_desktop.model.entities.stakeholders import Contact, Stakeholder
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    Workshop,
    WorkshopCommunity,
    WorkshopSession,
)
from tn_desktop.model.errors import FieldError, Refused
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

# Kinds of fields. RELATION is an integer key inside and a uid outside; MANY is a list of uids kept as relation rows.
PLAIN, LONG, PHONE, EMAIL, COUNTRY, PROVINCE, DISTRICT = (
    "plain",
    "long",
    "phone",
    "email",
    "country",
    "province",
    "district",
)
DATE, MOMENT, ZONE, NUMBER, FLAG, CHOICE, TAGS = "date", "moment", "zone", "number", "flag", "choice", "tags"
RELATION, MANY = "relation", "many"


@dataclass(frozen=True, eq=False)
class FieldSpec:
    """One field of an entity.

    Attributes:
        name: as the command line and the workbook call it; also its key in the `fields` stamps.
        kind: one of the kinds above.
        label: English text to translate in context "fields".
        choices: word list of a CHOICE.
        target: entity (plural) a RELATION or MANY points to.
        through: relation class that holds a MANY.
        fixed: set when the row is made and never changed (the ends of a relation).
        default: stored value of a new row where none is given.
        required: a row without it is refused.
    """

    name: str
    label: str
    kind: str = PLAIN
    choices: Mapping[str, str] = field(default_factory=dict)
    target: str = ""
    through: type[Synced] | None = None
    fixed: bool = False
    default: Any = None
    required: bool = False

    @property
    def column(self) -> str:
        """The database column, which for a relation holds the integer key."""
        return f"{self.name}_id" if self.kind == RELATION else self.name


@dataclass(frozen=True, eq=False)
class EntitySpec:
    """An entity: plural name, mapped class, fields in the order of forms and sheets.

    Attributes:
        title: English plural to translate in context "entities".
        one_of: at least one of these fields must hold a value, for the row to have a name.
    """

    name: str
    cls: type[Synced]
    title: str
    fields: tuple[FieldSpec, ...]
    one_of: tuple[str, ...] = ()

    def field(self, name: str) -> FieldSpec:
        """The field of that name; refused with the list of fields if there is none."""
        for spec in self.fields:
            if spec.name == name:
                return spec
        raise FieldError(
            name,
            QT_TRANSLATE_NOOP("errors", "{entity} has no field “{name}”. Fields: {known}."),
            entity=self.name,
            name=name,
            known=", ".join(spec.name for spec in self.fields),
        )

    @property
    def table(self) -> str:
        """Name of the table."""
        return str(self.cls.__tablename__)


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
        FieldSpec("roles", QT_TRANSLATE_NOOP("fields", "Roles"), TAGS, default='["teacher"]'),
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

WORKSHOPS: Final = EntitySpec(
    "workshops",
    Workshop,
    QT_TRANSLATE_NOOP("entities", "Workshops"),
    (
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        FieldSpec("kind", QT_TRANSLATE_NOOP("fields", "Kind"), CHOICE, vocabulary.WORKSHOP_KIND, default="workshop"),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "communities",
            QT_TRANSLATE_NOOP("fields", "Communities"),
            MANY,
            target="communities",
            through=WorkshopCommunity,
        ),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)

SESSIONS: Final = EntitySpec(
    "sessions",
    WorkshopSession,
    QT_TRANSLATE_NOOP("entities", "Sessions"),
    (
        FieldSpec("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), RELATION, target="workshops", required=True),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title")),
        FieldSpec("starts_at", QT_TRANSLATE_NOOP("fields", "Starts"), MOMENT, required=True),
        FieldSpec("ends_at", QT_TRANSLATE_NOOP("fields", "Ends"), MOMENT),
        FieldSpec("zone", QT_TRANSLATE_NOOP("fields", "Time zone"), ZONE, default="Europe/Istanbul"),
        FieldSpec(
            "mode", QT_TRANSLATE_NOOP("fields", "Mode"), CHOICE, vocabulary.SESSION_MODE, default=vocabulary.IN_PERSON
        ),
        FieldSpec("venue", QT_TRANSLATE_NOOP("fields", "Place")),
        FieldSpec("link", QT_TRANSLATE_NOOP("fields", "Link")),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "facilitators",
            QT_TRANSLATE_NOOP("fields", "Facilitators"),
            MANY,
            target="people",
            through=SessionFacilitator,
        ),
        FieldSpec("capacity", QT_TRANSLATE_NOOP("fields", "Capacity"), NUMBER),
        FieldSpec(
            "status",
            QT_TRANSLATE_NOOP("fields", "Status"),
            CHOICE,
            vocabulary.SESSION_STATUS,
            default=vocabulary.PLANNED,
        ),
        FieldSpec("moved_from", QT_TRANSLATE_NOOP("fields", "Moved from"), MOMENT),
        FieldSpec("minors", QT_TRANSLATE_NOOP("fields", "Minors (head count)"), NUMBER),
        FieldSpec("guests", QT_TRANSLATE_NOOP("fields", "Guests (head count)"), NUMBER),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)

ENROLMENTS: Final = EntitySpec(
    "enrolments",
    Enrolment,
    QT_TRANSLATE_NOOP("entities", "Enrolments"),
    (
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec(
            "workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), RELATION, target="workshops", fixed=True, required=True
        ),
        FieldSpec(
            "status",
            QT_TRANSLATE_NOOP("fields", "Status"),
            CHOICE,
            vocabulary.ENROLMENT_STATUS,
            default=vocabulary.ENROLLED,
        ),
    ),
)

ATTENDANCE: Final = EntitySpec(
    "attendance",
    Attendance,
    QT_TRANSLATE_NOOP("entities", "Attendance"),
    (
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec(
            "session", QT_TRANSLATE_NOOP("fields", "Session"), RELATION, target="sessions", fixed=True, required=True
        ),
        FieldSpec("status", QT_TRANSLATE_NOOP("fields", "Status"), CHOICE, vocabulary.ATTENDANCE_STATUS),
        FieldSpec("mode", QT_TRANSLATE_NOOP("fields", "Mode"), CHOICE, vocabulary.ATTENDANCE_MODE),
        FieldSpec("minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), NUMBER),
        FieldSpec("walk_in", QT_TRANSLATE_NOOP("fields", "Walk-in"), FLAG),
        FieldSpec("made_by", QT_TRANSLATE_NOOP("fields", "Marked how"), CHOICE, vocabulary.MADE_BY),
        FieldSpec("note", QT_TRANSLATE_NOOP("fields", "Note")),
    ),
)

STAKEHOLDERS: Final = EntitySpec(
    "stakeholders",
    Stakeholder,
    QT_TRANSLATE_NOOP("entities", "Stakeholders"),
    (
        FieldSpec("name", QT_TRANSLATE_NOOP("fields", "Name"), required=True),
        FieldSpec("type", QT_TRANSLATE_NOOP("fields", "Type"), CHOICE, vocabulary.STAKEHOLDER_TYPE, default="ngo"),
        FieldSpec("person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people"),
        FieldSpec("disciplines", QT_TRANSLATE_NOOP("fields", "Disciplines"), TAGS),
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

ENTITIES: Final[Mapping[str, EntitySpec]] = {
    spec.name: spec
    for spec in (
        PEOPLE, COMMUNITIES, MEMBERSHIPS, WORKSHOPS, SESSIONS, ENROLMENTS, ATTENDANCE, STAKEHOLDERS, CONTACTS,
    )
}  # fmt: skip

SYNCED: Final[tuple[type[Synced], ...]] = (
    Person, Community, Membership, Workshop, WorkshopCommunity, WorkshopSession, SessionFacilitator, Enrolment,
    Attendance, Stakeholder, Contact,
)  # fmt: skip
"""Every class whose rows travel, parents before the rows that point to them."""

BY_TABLE: Final[Mapping[str, type[Synced]]] = {cls.__tablename__: cls for cls in SYNCED}


def entity(name: str) -> EntitySpec:
    """The entity of that plural name; refused with the list of names if there is none."""
    if name not in ENTITIES:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no list “{name}”. Lists: {known}."),
            name=name,
            known=", ".join(ENTITIES),
        )
    return ENTITIES[name]


def parse(spec: FieldSpec, value: object, row: Mapping[str, Any]) -> Any:
    """The stored form of a value of any kind but RELATION and MANY; empty becomes None.

    `row` is the row as it will be (fields -> values): a phone is read in its country, a district in its province.

    Raises:
        FieldError: the value has no one meaning for this field.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if spec.kind == TAGS:
        return normalise.tags(spec.name, value if isinstance(value, (list, tuple)) else str(value))
    text = str(value)
    match spec.kind:
        case "plain":
            parsed: Any = normalise.plain(spec.name, text)
        case "long":
            parsed = normalise.long_text(spec.name, text)
        case "phone":
            parsed = normalise.phone(spec.name, text, row.get("country") or "TR")
        case "email":
            parsed = normalise.email(spec.name, text)
        case "country":
            parsed = normalise.country(spec.name, text)
        case "province":
            parsed = normalise.province(spec.name, text)
        case "district":
            parsed = normalise.district(spec.name, text, row.get("province"))
        case "date":
            parsed = normalise.day(spec.name, text)
        case "moment":
            parsed = normalise.moment(spec.name, text)
        case "zone":
            parsed = normalise.zone(spec.name, text)
        case "number":
            parsed = normalise.number(spec.name, text)
        case "flag":
            parsed = normalise.flag(spec.name, text)
        case "choice":
            parsed = normalise.choice(spec.name, text, spec.choices)
        case _:
            raise AssertionError(spec.kind)
    return parsed if parsed != "" else None
