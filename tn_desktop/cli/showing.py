"""Values as people read them on the command line."""

from collections.abc import Mapping
from typing import Any, Final

from tn_desktop.cli.speech import Speech
from tn_desktop.model import fields
from tn_desktop.model.fields import EntitySpec, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name
from tn_desktop.model.vocabulary import word
from tn_desktop.services import output_files

FIELDS: Final = "fields"
YES, NO = QT_TRANSLATE_NOOP("cli", "yes"), QT_TRANSLATE_NOOP("cli", "no")


def value_text(field: FieldSpec, value: Any, speech: Speech, names: Mapping[str, str]) -> str:
    """A shown value (as `records.show` gives it) in the user's language; "" for none. names: uid -> name."""
    if value is None or value == []:
        return ""
    if field.kind == fields.RELATION:
        return names.get(value, str(value))
    if field.kind == fields.MANY:
        return ", ".join(names.get(uid, str(uid)) for uid in value)
    if field.name == "file":
        return output_files.name_of(value)
    match field.kind:
        case fields.CHOICE:
            return word(field.choices, value, speech.translate)
        case fields.PROVINCE:
            return province_name(value)
        case fields.PHONE:
            return show_phone(value)
        case fields.DATE:
            return ".".join(reversed(str(value).split("-")))
        case fields.MOMENT:
            day, _, clock = str(value).partition("T")
            return f"{'.'.join(reversed(day.split('-')))} {clock}"
        case fields.DECIMAL:
            return str(value).replace(".", ",") if speech.language == "tr" else str(value)
        case fields.FLAG:
            return speech(YES if value else NO)
    if isinstance(value, list):
        # The entries of a list are words we know, or somebody's own.
        return ", ".join(word(field.choices, str(one), speech.translate) for one in value)
    return str(value)


def row_lines(spec: EntitySpec, row: Mapping[str, Any], speech: Speech, names: Mapping[str, str]) -> list[str]:
    """A row as "label: value" lines."""
    filled = [(field, value_text(field, row[field.name], speech, names)) for field in spec.fields]
    shown = [(speech.translate(FIELDS, field.label), text) for field, text in filled if text]
    return [f"uid: {row['uid']}", *(f"{label}: {text}" for label, text in shown)]


def row_line(spec: EntitySpec, row: Mapping[str, Any], speech: Speech, names: Mapping[str, str]) -> str:
    """A row as one line: uid, then what is filled in, but for long texts."""
    texts = (value_text(field, row[field.name], speech, names) for field in spec.fields if field.kind != fields.LONG)
    return f"{row['uid']}  " + " · ".join(text for text in texts if text)
