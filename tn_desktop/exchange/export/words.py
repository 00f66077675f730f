"""What exported sheets say: the words of the stored values and of the headings, in the language of the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate

EXPORT: Final = "export"
"""Translation context of the exported sheets."""

STATUSES: Final[tuple[str | None, ...]] = (*vocabulary.ATTENDANCE_STATUS, None)
"""Every state of a mark in the order of the totals; None is unmarked."""

UNMARKED_LETTER: Final = "○"

PERCENT: Final = QT_TRANSLATE_NOOP("export", "0%")
"""Number format of shares: 0% in English, %0 in Turkish."""

_LETTERS: Final = {
    vocabulary.PRESENT: QT_TRANSLATE_NOOP("export", "P"),
    vocabulary.LATE: QT_TRANSLATE_NOOP("export", "L"),
    vocabulary.EXCUSED: QT_TRANSLATE_NOOP("export", "E"),
    vocabulary.ABSENT: QT_TRANSLATE_NOOP("export", "A"),
}

SHEETS: Final[Mapping[str, str]] = {
    "summary": QT_TRANSLATE_NOOP("export", "Summary"),
    "grid": QT_TRANSLATE_NOOP("export", "Attendance"),
    "data": QT_TRANSLATE_NOOP("export", "Data"),
    "sessions": QT_TRANSLATE_NOOP("export", "Sessions"),
    "people": QT_TRANSLATE_NOOP("export", "People"),
    "lists": QT_TRANSLATE_NOOP("export", "Lists"),
    "about": QT_TRANSLATE_NOOP("export", "About"),
}

# Headings that formulas refer to are letters and spaces only: others would need a second pair of brackets.
HEADINGS: Final[Mapping[str, str]] = {
    "number": QT_TRANSLATE_NOOP("export", "No"),
    "session_number": QT_TRANSLATE_NOOP("export", "Session no"),
    "workshop": QT_TRANSLATE_NOOP("export", "Workshop"),
    "session": QT_TRANSLATE_NOOP("export", "Session"),
    "day": QT_TRANSLATE_NOOP("export", "Date"),
    "starts": QT_TRANSLATE_NOOP("export", "Start"),
    "ends": QT_TRANSLATE_NOOP("export", "End"),
    "zone": QT_TRANSLATE_NOOP("export", "Time zone"),
    "session_mode": QT_TRANSLATE_NOOP("export", "Held how"),
    "venue": QT_TRANSLATE_NOOP("export", "Place"),
    "session_province": QT_TRANSLATE_NOOP("export", "Session province"),
    "facilitators": QT_TRANSLATE_NOOP("export", "Facilitator"),
    "session_status": QT_TRANSLATE_NOOP("export", "Session status"),
    "capacity": QT_TRANSLATE_NOOP("export", "Capacity"),
    "minors": QT_TRANSLATE_NOOP("export", "Minors without names"),
    "guests": QT_TRANSLATE_NOOP("export", "Guests without names"),
    "person_number": QT_TRANSLATE_NOOP("export", "Person no"),
    "name": QT_TRANSLATE_NOOP("export", "Full name"),
    "label": QT_TRANSLATE_NOOP("export", "Told apart by"),
    "institution": QT_TRANSLATE_NOOP("export", "Institution"),
    "subject": QT_TRANSLATE_NOOP("export", "Subject"),
    "province": QT_TRANSLATE_NOOP("export", "Province"),
    "district": QT_TRANSLATE_NOOP("export", "District"),
    "phone": QT_TRANSLATE_NOOP("export", "Phone"),
    "email": QT_TRANSLATE_NOOP("export", "E-mail"),
    "agreed": QT_TRANSLATE_NOOP("export", "Agreed to be contacted"),
    "status": QT_TRANSLATE_NOOP("export", "Status"),
    "mode": QT_TRANSLATE_NOOP("export", "Took part how"),
    "minutes": QT_TRANSLATE_NOOP("export", "Minutes"),
    "walk_in": QT_TRANSLATE_NOOP("export", "Walk-in"),
    "listed": QT_TRANSLATE_NOOP("export", "Listed"),
    "attended": QT_TRANSLATE_NOOP("export", "Attended in all"),
    "rate": QT_TRANSLATE_NOOP("export", "Attendance rate"),
    "letter": QT_TRANSLATE_NOOP("export", "Letter"),
    "yes_no": QT_TRANSLATE_NOOP("export", "Yes or no"),
}


@dataclass(frozen=True)
class Words:
    """The language of one file.

    Attributes:
        sheet, heading: keys above -> text.
        status, letter, mode, session_status: stored values -> word; None is unmarked.
    """

    translate: Translate
    sheet: Mapping[str, str]
    heading: Mapping[str, str]
    status: Mapping[str | None, str]
    letter: Mapping[str | None, str]
    mode: Mapping[str | None, str]
    session_status: Mapping[str | None, str]
    yes: str
    no: str

    @classmethod
    def of(cls, translate: Translate) -> "Words":
        """The words of the language that `translate` speaks."""

        def each(choices: Mapping[str, str], context: str) -> dict[str | None, str]:
            return {value: translate(context, text) for value, text in choices.items()}

        return cls(
            translate=translate,
            sheet={key: translate(EXPORT, text) for key, text in SHEETS.items()},
            heading={key: translate(EXPORT, text) for key, text in HEADINGS.items()},
            status=each(vocabulary.ATTENDANCE_STATUS, vocabulary.WORDS)
            | {None: translate(vocabulary.WORDS, vocabulary.UNMARKED)},
            letter=each(_LETTERS, EXPORT) | {None: UNMARKED_LETTER},
            mode=each(vocabulary.SESSION_MODE, vocabulary.WORDS),
            session_status=each(vocabulary.SESSION_STATUS, vocabulary.WORDS),
            yes=translate(EXPORT, QT_TRANSLATE_NOOP("export", "yes")),
            no=translate(EXPORT, QT_TRANSLATE_NOOP("export", "no")),
        )

    def say(self, text: str, **values: object) -> str:
        """A marked text of this package in the file's language, with its values filled in."""
        return self.translate(EXPORT, text).format(**values) if values else self.translate(EXPORT, text)

    def legend(self) -> str:
        """The letters and what they stand for, in one line."""
        return " · ".join(f"{self.letter[status]} {self.status[status]}" for status in STATUSES)

    def session_name(self, title: str | None, order: int) -> str:
        """A session's title, or "1. oturum" if it has none."""
        return title or self.say(QT_TRANSLATE_NOOP("export", "Session {number}"), number=order)


def word(words: Mapping[str | None, str], value: str | None) -> str:
    """The word of a stored value; an unknown one (of a newer version) as it is, none as ""."""
    return words.get(value, value or "") if value is not None else ""
