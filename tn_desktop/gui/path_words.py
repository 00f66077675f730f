"""What the five steps of a community are called, ask for, and say of what is there."""

from typing import Final

from PySide6.QtCore import QObject

from tn_desktop.gui.context import translate
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.services.community_path import ACTIVITIES_ASKED, MEMBERS_ASKED, STAKEHOLDERS_ASKED, Step

NAMES: Final = {
    "gathering": QT_TRANSLATE_NOOP("Path", "Group"),
    "community": QT_TRANSLATE_NOOP("Path", "Community"),
    "needs": QT_TRANSLATE_NOOP("Path", "Needs"),
    "activities": QT_TRANSLATE_NOOP("Path", "Activities"),
    "network": QT_TRANSLATE_NOOP("Path", "Network"),
}
"""Short enough to stand side by side."""
ASKS: Final = {
    "gathering": QT_TRANSLATE_NOOP("Path", "Asks for a shared issue and at least {members} motivated people."),
    "community": QT_TRANSLATE_NOOP("Path", "Asks for goals that everybody shares and somebody who facilitates."),
    "needs": QT_TRANSLATE_NOOP("Path", "Asks for needs from the field that were voted on, and some of them chosen."),
    "activities": QT_TRANSLATE_NOOP(
        "Path", "Asks for digital and face-to-face activities: at least {activities} sessions held."
    ),
    "network": QT_TRANSLATE_NOOP(
        "Path", "Asks for NGOs, agencies and experts around it: at least {stakeholders}, and engagements with them."
    ),
}
ACTIONS: Final = {
    "issue": QT_TRANSLATE_NOOP("Path", "Write the shared issue"),
    "members": QT_TRANSLATE_NOOP("Path", "Add members"),
    "goals": QT_TRANSLATE_NOOP("Path", "Write the common goals"),
    "leader": QT_TRANSLATE_NOOP("Path", "Say who facilitates"),
    "need": QT_TRANSLATE_NOOP("Path", "Write the first need"),
    "votes": QT_TRANSLATE_NOOP("Path", "Count the votes"),
    "chosen": QT_TRANSLATE_NOOP("Path", "Write down what was chosen"),
    "activity": QT_TRANSLATE_NOOP("Path", "Plan a workshop"),
    "stakeholder": QT_TRANSLATE_NOOP("Path", "Add a supporter"),
    "engagement": QT_TRANSLATE_NOOP("Path", "Write down an engagement"),
}
"""What is missing, as what to do next."""


def asks(stage: str) -> str:
    """What a step asks for."""
    return translate("Path", ASKS[stage]).format(
        members=MEMBERS_ASKED, activities=ACTIVITIES_ASKED, stakeholders=STAKEHOLDERS_ASKED
    )


class PathFacts(QObject):
    """The figures of a step in words. An object, since plural forms are found in `tr` alone."""

    def of(self, step: Step) -> str:
        """What is there, in numbers; what there is none of is left out, unless there is nothing at all."""
        shown = [self.fact(name, count) for name, count in step.facts if count]
        return " · ".join(shown) or " · ".join(self.fact(name, count) for name, count in step.facts[:2])

    def fact(self, name: str, count: int) -> str:
        """One figure in words."""
        match name:
            case "members":
                return self.tr("%n member(s)", "", count)
            case "subjects":
                return self.tr("%n subject(s)", "", count)
            case "months":
                return self.tr("active in %n month(s)", "", count)
            case "leaders":
                return self.tr("%n facilitator(s) or coordinator(s)", "", count)
            case "groups":
                return self.tr("%n group(s) grown out of it", "", count)
            case "needs":
                return self.tr("%n need(s)", "", count)
            case "votes":
                return self.tr("%n vote(s)", "", count)
            case "chosen":
                return self.tr("%n chosen", "", count)
            case "decisions":
                return self.tr("%n decision(s)", "", count)
            case "held":
                return self.tr("%n session(s) held", "", count)
            case "people":
                return self.tr("%n person(s) took part", "", count)
            case "attendances":
                return self.tr("%n attendance(s)", "", count)
            case "solutions":
                return self.tr("%n solution(s)", "", count)
            case "outputs":
                return self.tr("%n output(s)", "", count)
            case "stakeholders":
                return self.tr("%n stakeholder(s)", "", count)
            case "engagements":
                return self.tr("%n engagement(s)", "", count)
            case _:
                raise AssertionError(name)
