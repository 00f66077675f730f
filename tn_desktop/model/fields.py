"""What the fields of entities are made of, and how a value of each kind is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tn_desktop.model import normalise
from tn_desktop.model.entities.base import Synced
from tn_desktop.model.errors import FieldError
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
DATE, MOMENT, ZONE, NUMBER, DECIMAL = "date", "moment", "zone", "number", "decimal"
FLAG, CHOICE, TAGS = "flag", "choice", "tags"
RELATION, MANY = "relation", "many"


@dataclass(frozen=True, eq=False)
class FieldSpec:
    """One field of an entity.

    Attributes:
        name: as the command line and the workbook call it; also its key in the `fields` stamps.
        kind: one of the kinds above.
        label: English text to translate in context "fields".
        choices: word list of a CHOICE; of TAGS the usual words, beside which others may stand.
        target: entity (plural) a RELATION or MANY points to.
        through: relation class that holds a MANY.
        fixed: set when the row is made and never changed (the ends of a relation).
        default: stored value of a new row where none is given.
        required: a row without it is refused.
        least, largest: bounds of a NUMBER.
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
    least: int = 0
    largest: int = 1_000_000

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


def to_one(name: str, label: str, target: str, *, required: bool = False, fixed: bool = False) -> FieldSpec:
    """A field that points to a row of the entity `target`."""
    return FieldSpec(name, label, RELATION, target=target, required=required, fixed=fixed)


def end(name: str, label: str, target: str) -> FieldSpec:
    """An end of a relation: needed, and never changed once the row is made."""
    return to_one(name, label, target, required=True, fixed=True)


def choice(name: str, label: str, choices: Mapping[str, str], default: str | None = None) -> FieldSpec:
    """A field with a closed list of values."""
    return FieldSpec(name, label, CHOICE, choices, default=default)


def many(name: str, label: str, target: str, through: type[Synced]) -> FieldSpec:
    """A field that lists rows of the entity `target`, held by relation rows of `through`."""
    return FieldSpec(name, label, MANY, target=target, through=through)


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
            parsed = normalise.number(spec.name, text, spec.largest, spec.least)
        case "decimal":
            parsed = normalise.decimal(spec.name, text)
        case "flag":
            parsed = normalise.flag(spec.name, text)
        case "choice":
            parsed = normalise.choice(spec.name, text, spec.choices)
        case _:
            raise AssertionError(spec.kind)
    return parsed if parsed != "" else None
