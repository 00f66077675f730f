"""The lists of the made-up workshops: who is enrolled, who waits, who might walk in, and rooms that fit them."""

from collections.abc import Sequence
from random import Random

from tn_desktop.services.demo_story import FEWEST, CommunityPlan, WorkshopPlan


class PeopleOfWorkshop:
    """The people of one workshop: on the list, waiting or withdrawn, and others who may walk in."""

    __slots__ = ("aside", "enrolled", "spare")

    def __init__(self, enrolled: Sequence[int], aside: Sequence[int], spare: Sequence[int]) -> None:
        self.enrolled = enrolled
        self.aside = aside
        self.spare = spare


def fit_rooms(batch: Sequence[WorkshopPlan], lists: Sequence[PeopleOfWorkshop]) -> None:
    """A workshop for which people wait is full; any other has room for all who are on its list."""
    for plan, people in zip(batch, lists, strict=True):
        enrolled, waiting = len(people.enrolled), len(people.aside) - len(people.aside) // 2
        roomy = -(-enrolled // 5) * 5
        for session in plan.sessions:
            if waiting or session.values["capacity"] is not None:
                session.values["capacity"] = enrolled if waiting else max(roomy, session.values["capacity"])


def people_of_workshop(chance: Random, circle: CommunityPlan, people: int, leader: int = 0) -> PeopleOfWorkshop:
    """Draw the people of a workshop from its community and its neighbourhood, but for whoever leads it."""
    near = circle.block.near(people)
    leading = {*circle.facilitators, leader} if people > FEWEST + 5 else set()
    wanted = chance.randint(FEWEST + 4, FEWEST + 20)
    of_circle = [person for person in circle.members if person not in leading]
    others = chance.sample(near, min(len(near), wanted + 6))
    crowd = [person for person in dict.fromkeys((*of_circle[: wanted * 2 // 3], *others)) if person not in leading]
    listed, spare = crowd[:wanted], crowd[wanted : wanted + 3]
    aside = min(chance.randrange(4), max(0, len(listed) - FEWEST))
    return PeopleOfWorkshop(listed[: len(listed) - aside], listed[len(listed) - aside :], spare)
