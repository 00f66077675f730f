"""Choices of the filters by the minutes one has and the people who are there."""

from typing import Final

from PySide6.QtCore import QCoreApplication

MINUTES: Final = (5, 10, 15, 20, 30, 45, 60, 90, 120)
PEOPLE: Final = (3, 5, 8, 12, 20, 30, 50, 100)


def minutes_choices() -> tuple[tuple[int, str], ...]:
    """At most so many minutes."""
    text = QCoreApplication.translate("Tools", "≤ {minutes} min")
    return tuple((minutes, text.format(minutes=minutes)) for minutes in MINUTES)


def group_choices() -> tuple[tuple[int, str], ...]:
    """For so many people."""
    text = QCoreApplication.translate("Tools", "{number} people")
    return tuple((number, text.format(number=number)) for number in PEOPLE)
