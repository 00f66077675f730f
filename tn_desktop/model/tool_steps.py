"""The steps of an engagement tool: stored as text, a step a line, its minutes first ("5 Karşılayın ve …")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tn_desktop.model.text import clean

LONGEST: Final = 1_440
"""Minutes a step can take: a day."""
_NO_MINUTES: Final = "– "
_LINE: Final = re.compile(r"\s*(\d{1,4})\s*(?:dk\.?|dakika|min\.?|minutes?|[’'])?\s*[.:)|·–-]?\s+(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its minutes (None where nobody said) and what one does."""

    minutes: int | None
    text: str


def read_steps(stored: str | None) -> tuple[Step, ...]:
    """The steps of a stored text; a line without minutes is a step too."""
    return tuple(_step(line) for line in (stored or "").splitlines() if line.strip())


def steps_text(steps: Iterable[Step]) -> str | None:
    """The steps as they are stored; empty ones are left out, None for none at all."""
    return "\n".join(line for step in steps if (line := _line(step))) or None


def total_minutes(steps: Iterable[Step]) -> int | None:
    """What the steps take together; None where none says its minutes."""
    known = [step.minutes for step in steps if step.minutes is not None]
    return sum(known) if known else None


def _line(step: Step) -> str:
    text = clean(step.text)
    if step.minutes is None:
        text = text.lstrip("– ")
        # Its first word may be a number that is not its minutes.
        return f"{_NO_MINUTES}{text}" if text[:1].isdigit() else text
    # "5" and "dk. Yazın" are read as "Yazın": stored as it will be read.
    while (read := _step(f"{step.minutes} {text}").text) != text:
        text = read
    return f"{step.minutes} {text}".rstrip()


def _step(line: str) -> Step:
    if line.startswith(_NO_MINUTES):
        return Step(None, clean(line.removeprefix(_NO_MINUTES)))
    match = _LINE.fullmatch(f"{line} ")
    if match is None or int(match[1]) > LONGEST:
        return Step(None, clean(line))
    return Step(int(match[1]), clean(match[2]))
