"""The chapters of the made-up story, in the order in which they are told; each builds on those before it."""

from collections.abc import Callable
from typing import Final

from tn_desktop.services import (
    demo_agendas,
    demo_needs,
    demo_organisation,
    demo_privacy,
    demo_solutions,
    demo_voices,
)
from tn_desktop.services.demo_world import World

CHAPTERS: Final[tuple[Callable[[World], None], ...]] = (
    demo_needs.groups,
    demo_needs.needs,
    demo_solutions.solutions,
    demo_organisation.organisation,
    demo_voices.voices,
    demo_agendas.tools,
    demo_agendas.agendas,
    demo_privacy.slips,
)
