"""What a cell of a list says of a stored value, and the lists that its column offers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from tn_desktop.exchange.export.layout import Kind, Value
from tn_desktop.exchange.export.words import EXPORT
from tn_desktop.model import vocabulary
from tn_desktop.model.fields import EntitySpec, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.normalise import show_phone, show_tags
from tn_desktop.model.places import province_name, provinces
from tn_desktop.services.output_files import name_of

KINDS: Final = {
    "long": Kind.LONG,
    "phone": Kind.PHONE,
    "date": Kind.DATE,
    "moment": Kind.MOMENT,
    "number": Kind.NUMBER,
    "decimal": Kind.DECIMAL,
    "choice": Kind.CHOICE,
    "province": Kind.CHOICE,
    "flag": Kind.CHOICE,
}
WIDTHS: Final = {"long": 40, "phone": 15, "email": 16, "date": 12, "moment": 17}

Show = Callable[[Any], Value]


def yes_no_words(translate: Translate) -> tuple[str, str]:
    """The words of a flag."""
    return (
        translate(EXPORT, QT_TRANSLATE_NOOP("export", "yes")),
        translate(EXPORT, QT_TRANSLATE_NOOP("export", "no")),
    )


def lists_of(spec: EntitySpec, translate: Translate) -> dict[str, tuple[str, Sequence[str]]]:
    """The lists that the drop-downs of an entity offer: key -> (heading, words)."""
    lists: dict[str, tuple[str, Sequence[str]]] = {}
    for field in spec.fields:
        heading = translate("fields", field.label)
        if field.kind == "choice":
            words = [translate(vocabulary.WORDS, text) for text in field.choices.values()]
            lists[field.name] = (heading, words)
        elif field.kind == "province":
            lists["province"] = (heading, [province.name for province in provinces().values()])
        elif field.kind == "flag":
            lists["yes_no"] = (heading, yes_no_words(translate))
    return lists


def shower(spec: EntitySpec, field: FieldSpec, translate: Translate) -> Show:
    """What a cell shows of a stored value of that field."""
    if (spec.name, field.name) == ("outputs", "file"):
        return name_of
    match field.kind:
        case "choice":
            words: Mapping[str, str] = {
                value: translate(vocabulary.WORDS, text) for value, text in field.choices.items()
            }
            return lambda value: words.get(value, value)
        case "province":
            return province_name
        case "phone":
            return show_phone
        case "decimal":
            return _decimal
        case "date":
            return day
        case "moment":
            return _moment
        case "flag":
            yes, no = yes_no_words(translate)
            return lambda value: None if value is None else yes if value else no
        case "tags" if field.choices:
            usual = {value: translate(vocabulary.WORDS, text) for value, text in field.choices.items()}
            return lambda value: ", ".join(usual.get(one, one) for one in show_tags(value).split(", "))
        case "tags":
            return show_tags
        case _:
            return lambda value: value


def _decimal(value: str | None) -> float | str | None:
    try:
        return float(value) if value else None
    except ValueError:
        return value


def day(value: str | None) -> date | str | None:
    """A stored date as one; what is none stays as it is."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return value


def _moment(value: str | None) -> datetime | str | None:
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        return value
