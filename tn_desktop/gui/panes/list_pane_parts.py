"""What a pane gives the base of all lists: its words and its filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Filter:
    """A filter of a list: its name in services/lists, what "no filter" is called, and its values with their words."""

    name: str
    title: str
    choices: Sequence[tuple[Any, str]]


@dataclass(frozen=True)
class Words:
    """What a pane says.

    Attributes:
        title: heading of the list.
        search: hint inside the search field.
        nothing_yet: what to do first, when there is no row at all.
        new: text of the button that makes one.
    """

    title: str
    search: str
    nothing_yet: str
    new: str
