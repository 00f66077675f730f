"""Lists of words of a stored row beside those that a list says: more of them fill it in, fewer or others differ."""

import json

from tn_desktop.exchange.plan import FieldChange
from tn_desktop.model.fields import FieldSpec, parse
from tn_desktop.model.text import fold
from tn_desktop.model.tool_library import skills_by_word


def words_held(stored: str, given: str) -> bool:
    """Whether the stored words hold all that are given, however they are spelled."""
    return _folded(given) <= _folded(stored)


def filled_in(field: FieldSpec, stored: str, given: str) -> FieldChange | None:
    """The stored words with those that are given besides, where all of the stored ones are given too; else None."""
    held = _folded(stored)
    if not held < _folded(given):
        return None
    more = [word for word in json.loads(given) if not _folded(json.dumps([word])) <= held]
    return FieldChange(field.name, stored, parse(field, [*json.loads(stored), *more], {}))


def _folded(words: str) -> set[str]:
    """The words as they are compared: a known skill is the same by its word in either language."""
    skills = skills_by_word()
    return {skills.get(fold(word), fold(word)) for word in json.loads(words)}
