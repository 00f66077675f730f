"""The two rows that a verdict is about, and verdicts in words, for the review of those that gave way in a merge."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, select

from tn_desktop.model.entities.base import table_of
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.registry import ENTITIES
from tn_desktop.services.same_as import DIFFERENT, SAME

QUESTION: Final = QT_TRANSLATE_NOOP("words", "The same?")
"""What a verdict answers, where fields have their names."""
_PEOPLE: Final[Mapping[str | None, str]] = {
    SAME: QT_TRANSLATE_NOOP("words", "the same person"),
    DIFFERENT: QT_TRANSLATE_NOOP("words", "different people"),
}
_OTHERS: Final[Mapping[str | None, str]] = {
    SAME: QT_TRANSLATE_NOOP("words", "the same"),
    DIFFERENT: QT_TRANSLATE_NOOP("words", "different"),
}
_TAKEN_BACK: Final = QT_TRANSLATE_NOOP("words", "verdict taken back")
_ENTITY_OF: Final = {spec.table: spec.name for spec in ENTITIES.values()}


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two rows of which somebody said whether they are one.

    Attributes:
        entity: plural name.
        uids: of both.
        ids: of both, None for one that does not live here.
    """

    entity: str
    uids: tuple[str, str]
    ids: tuple[int | None, int | None]

    @property
    def alive(self) -> bool:
        """Whether both live here, so that something can be said of them."""
        return None not in self.ids


def pair_of(connection: Connection, verdict: Mapping[str, Any]) -> JudgedPair | None:
    """The pair that a row of verdicts names; None where it names none that this program knows."""
    low, high = verdict["low_uid"], verdict["high_uid"]
    entity = _ENTITY_OF.get(verdict["entity"])
    if entity is None or low is None or high is None:
        return None
    table = table_of(ENTITIES[entity].cls)
    living = select(table.c.uid, table.c.id).where(table.c.uid.in_((low, high)), table.c.alive + 0 == 1)
    ids = {row.uid: row.id for row in connection.execute(living)}
    return JudgedPair(entity, (str(UUID(bytes=low)), str(UUID(bytes=high))), (ids.get(low), ids.get(high)))


def verdict_text(entity: str, verdict: str | None, translate: Translate) -> str:
    """A verdict in words."""
    words = _PEOPLE if entity == "people" else _OTHERS
    return translate("words", words.get(verdict, _TAKEN_BACK))
