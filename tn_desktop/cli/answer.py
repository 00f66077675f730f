"""What a command has to say: one JSON object, and the same in lines for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tn_desktop.cli.speech import Speech

PARTLY: Final = 3
"""Exit status: some of the files were taken in, others refused."""


@dataclass(frozen=True)
class Answer:
    """The answer of a command.

    Attributes:
        json: printed with --json.
        lines: what people read instead.
        reason: why the exit status is `status` although there is an answer (damage that a check found).
        status: 1, or `PARTLY`.
    """

    json: Mapping[str, Any]
    lines: Callable[[Speech], list[str]]
    reason: Callable[[Speech], str] | None = None
    status: int = 1
