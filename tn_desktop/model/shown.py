"""Stored values of fields as people read them, in whatever language is asked for."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tn_desktop.model import vocabulary
from tn_desktop.model.fields import CHOICE, DATE, FLAG, MOMENT, PHONE, PROVINCE, TAGS, FieldSpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.normalise import show_phone
from tn_desktop.model.places import province_name

_YES, _NO = QT_TRANSLATE_NOOP("cli", "yes"), QT_TRANSLATE_NOOP("cli", "no")


def shown(spec: FieldSpec, value: Any, translate: Translate) -> str:
    """A stored value in the user's language, "" for none; what is no value of that field is shown as it stands."""
    if value is None:
        return ""
    text = str(value)
    try:
        match spec.kind:
            case kind if kind == CHOICE:
                return vocabulary.word(spec.choices, text, translate)
            case kind if kind == PROVINCE:
                return province_name(text) or text
            case kind if kind == PHONE:
                return show_phone(text)
            case kind if kind == DATE:
                return date.fromisoformat(text).strftime("%d.%m.%Y")
            case kind if kind == MOMENT:
                return datetime.fromisoformat(text).strftime("%d.%m.%Y %H:%M")
            case kind if kind == FLAG:
                return translate("cli", _YES if value in (1, "1", True) else _NO)
            case kind if kind == TAGS:
                words = json.loads(value) if isinstance(value, str) else value
                return ", ".join(vocabulary.word(spec.choices, str(word), translate) for word in words)
    except ValueError:
        return text
    return text


@dataclass(frozen=True)
class FieldValue:
    """A value within a sentence (model/errors.py), which is told in the language of the sentence."""

    spec: FieldSpec
    value: Any

    def text(self, translate: Translate) -> str:
        """As `shown`."""
        return shown(self.spec, self.value, translate)


__all__ = ["FieldValue", "shown"]
