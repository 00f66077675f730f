"""How an engagement tool is told in a line: its minutes, its group, where it can be used."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from tn_desktop.gui.context import translate
from tn_desktop.model import vocabulary


def minutes_text(minutes: int | None) -> str:
    """“20 min”; "" where nobody said."""
    return QCoreApplication.translate("Tools", "{minutes} min").format(minutes=minutes) if minutes is not None else ""


def group_text(least: int | None, most: int | None) -> str:
    """“6–36 people”, or the one bound that is known."""
    if least is None and most is None:
        return ""
    if least is None:
        return QCoreApplication.translate("Tools", "up to {most} people").format(most=most)
    if most is None:
        return QCoreApplication.translate("Tools", "from {least} people").format(least=least)
    return QCoreApplication.translate("Tools", "{least}–{most} people").format(least=least, most=most)


def group_numbers(least: int | None, most: int | None) -> str:
    """The same for a narrow column: “6–36”."""
    if least is None and most is None:
        return ""
    return f"{'' if least is None else least}–{'' if most is None else most}"


def modes_text(modes: Iterable[str]) -> str:
    """Where it can be used, in the usual order."""
    known = set(modes)
    words = [
        vocabulary.word(vocabulary.SESSION_MODE, mode, translate) for mode in vocabulary.SESSION_MODE if mode in known
    ]
    return ", ".join(word.lower() for word in words)


def modes_short(modes: Iterable[str]) -> str:
    """The same for a narrow column."""
    if set(modes) == set(vocabulary.SESSION_MODE):
        return QCoreApplication.translate("Tools", "anywhere")
    return modes_text(modes)


def skills_text(skills: Iterable[str]) -> str:
    """The skills it trains, known ones in the user's language."""
    return ", ".join(vocabulary.word(vocabulary.TOOL_SKILL, skill, translate) for skill in skills)
