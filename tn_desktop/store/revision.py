"""Which schema this program has."""

from typing import Final

HEAD: Final = "0009"
"""The newest revision in migrations/versions; revisions are numbered, so that text order is their order."""
