"""Where the program's own files lie: fonts, translations, reference data, help."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """A file of resources/: inside the installed package, the frozen program, or the source tree."""
    package = Path(__file__).resolve().parent.parent
    for root in (Path(getattr(sys, "_MEIPASS", package)) / "resources", package / "resources"):
        if root.is_dir():
            return root.joinpath(*parts)
    return package.parent.joinpath("resources", *parts)
