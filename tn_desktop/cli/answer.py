"""What a command has to say: one JSON object, and the same in lines for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tn_desktop.cli.speech import Speech


@dataclass(frozen=True)
class Answer:
    """The answer of a command.

    Attributes:
        json: printed with --json.
        lines: what people read instead.
        reason: why the exit status is 1 although there is an answer (damage that a check found).
    """

    json: Mapping[str, Any]
    lines: Callable[[Speech], list[str]]
    reason: Callable[[Speech], str] | None = None
