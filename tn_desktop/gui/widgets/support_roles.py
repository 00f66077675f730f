"""Roles of supporters as one reads and types them: words of the list, or own ones."""

from tn_desktop.gui.context import translate
from tn_desktop.model import vocabulary
from tn_desktop.model.text import fold
from tn_desktop.services.support import SupportRow


def roles_text(row: SupportRow) -> str:
    """The roles in the running language, parted by commas."""
    return ", ".join(vocabulary.word(vocabulary.SUPPORT_ROLE, role, translate) for role in row.roles)


def roles_of_text(typed: str) -> list[str]:
    """Typed roles as they are stored: known words by their key, others as they are."""
    words = {fold(vocabulary.word(vocabulary.SUPPORT_ROLE, key, translate)): key for key in vocabulary.SUPPORT_ROLE}
    parts = [part.strip() for part in typed.replace(";", ",").split(",") if part.strip()]
    return [words.get(fold(part), part) for part in parts]
