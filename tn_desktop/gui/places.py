"""The panes of the window: what makes each, what it is called, and which stand in the navigation."""

from collections.abc import Mapping
from typing import Final

from tn_desktop.gui.context import translate
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

PLACES: Final = (
    "today", "communities", "needs", "workshops", "solutions", "people", "stakeholders", "tools", "exchange",
    "quotations", "organisation",
)  # fmt: skip
"""The panes of the navigation, in its order: Ctrl+1 goes to the first."""

PANES: Final[Mapping[str, tuple[str, str, str]]] = {
    "today": ("tn_desktop.gui.panes.today", "TodayPane", QT_TRANSLATE_NOOP("MainWindow", "Today")),
    "communities": (
        "tn_desktop.gui.panes.communities",
        "CommunitiesPane",
        QT_TRANSLATE_NOOP("MainWindow", "Communities"),
    ),
    "needs": ("tn_desktop.gui.panes.needs", "NeedsPane", QT_TRANSLATE_NOOP("MainWindow", "Needs")),
    "workshops": ("tn_desktop.gui.panes.workshops", "WorkshopsPane", QT_TRANSLATE_NOOP("MainWindow", "Workshops")),
    "solutions": ("tn_desktop.gui.panes.solutions", "SolutionsPane", QT_TRANSLATE_NOOP("MainWindow", "Solutions")),
    "tools": ("tn_desktop.gui.panes.tools", "ToolsPane", QT_TRANSLATE_NOOP("MainWindow", "Engagement tools")),
    "people": ("tn_desktop.gui.panes.people", "PeoplePane", QT_TRANSLATE_NOOP("MainWindow", "People")),
    "stakeholders": (
        "tn_desktop.gui.panes.stakeholders",
        "StakeholdersPane",
        QT_TRANSLATE_NOOP("MainWindow", "Stakeholders"),
    ),
    "exchange": ("tn_desktop.gui.panes.exchange", "ExchangePane", QT_TRANSLATE_NOOP("MainWindow", "Send / Receive")),
    "quotations": (
        "tn_desktop.gui.panes.voices",
        "VoicesPane",
        QT_TRANSLATE_NOOP("MainWindow", "Quotations, surveys"),
    ),
    "organisation": (
        "tn_desktop.gui.panes.organisation",
        "OrganisationPane",
        QT_TRANSLATE_NOOP("MainWindow", "Organisation"),
    ),
    "attendance": ("tn_desktop.gui.panes.attendance", "AttendancePane", QT_TRANSLATE_NOOP("MainWindow", "Attendance")),
}
"""Name -> module, class and title (to translate in context "MainWindow") of a pane."""


def title_of(name: str) -> str:
    """What a pane is called in the running language; "" for none."""
    return translate("MainWindow", PANES[name][2]) if name in PANES else ""
