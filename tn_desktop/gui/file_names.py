"""Where a file is proposed to be saved, and what it is called when its ending was not typed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """The folder in which people keep what they write."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())


def with_ending(typed: str, ending: str) -> Path:
    """A file as its name was typed, with `ending` (such as ".pdf") behind it unless it is there."""
    path = Path(typed)
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
