"""The printed words of a session sheet. Dates are written 14.03.2026 and times 13:00 in every language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate
from tn_desktop.model.vocabulary import HYBRID, ONLINE, SESSION_MODE, word
from tn_desktop.services.sheet_content import SessionSheet, SheetSession

_CONTEXT: Final = "sheet"
DOT: Final = " · "
_MOMENT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?")

TITLE: Final = QT_TRANSLATE_NOOP("sheet", "Attendance sheet")
NUMBER: Final = QT_TRANSLATE_NOOP("sheet", "No.")
FULL_NAME: Final = QT_TRANSLATE_NOOP("sheet", "Full name")
INSTITUTION: Final = QT_TRANSLATE_NOOP("sheet", "Institution")
SUBJECT: Final = QT_TRANSLATE_NOOP("sheet", "Subject")
PHONE: Final = QT_TRANSLATE_NOOP("sheet", "Phone")
EMAIL: Final = QT_TRANSLATE_NOOP("sheet", "E-mail")
SIGNATURE: Final = QT_TRANSLATE_NOOP("sheet", "Signature")
SESSION: Final = QT_TRANSLATE_NOOP("sheet", "Session")
SESSIONS: Final = QT_TRANSLATE_NOOP("sheet", "Sessions")
DATE: Final = QT_TRANSLATE_NOOP("sheet", "Date")
TIME: Final = QT_TRANSLATE_NOOP("sheet", "Time")
PLACE: Final = QT_TRANSLATE_NOOP("sheet", "Place")
FACILITATOR: Final = QT_TRANSLATE_NOOP("sheet", "Facilitator")
FACILITATORS: Final = QT_TRANSLATE_NOOP("sheet", "Facilitators")
SESSION_NUMBER: Final = QT_TRANSLATE_NOOP("sheet", "Session {number}")
SESSION_NUMBERS: Final = QT_TRANSLATE_NOOP("sheet", "Sessions {numbers}")
ENROLLED: Final = QT_TRANSLATE_NOOP("sheet", "Enrolled")
ATTENDED: Final = QT_TRANSLATE_NOOP("sheet", "Attended")
WALK_INS: Final = QT_TRANSLATE_NOOP("sheet", "Walk-ins")
FACILITATOR_SIGNATURE: Final = QT_TRANSLATE_NOOP("sheet", "Facilitator's signature")
CONTINUED: Final = QT_TRANSLATE_NOOP("sheet", "listed on a page of their own, behind the list of people")
NOBODY: Final = QT_TRANSLATE_NOOP("sheet", "Nobody is enrolled yet.")
PAGE: Final = QT_TRANSLATE_NOOP("sheet", "Page {page} / {pages}")
AGENDA: Final = QT_TRANSLATE_NOOP("sheet", "Agenda")
MINUTES: Final = QT_TRANSLATE_NOOP("sheet", "Minutes")
MIN: Final = QT_TRANSLATE_NOOP("sheet", "{minutes} min")
TOGETHER: Final = QT_TRANSLATE_NOOP("sheet", "Together {minutes} min")
PART: Final = QT_TRANSLATE_NOOP("sheet", "What")
LEADS: Final = QT_TRANSLATE_NOOP("sheet", "Led by")
MATERIALS: Final = QT_TRANSLATE_NOOP("sheet", "To bring")
STEPS: Final = QT_TRANSLATE_NOOP("sheet", "Steps")
TIPS: Final = QT_TRANSLATE_NOOP("sheet", "Tips")
TOOL: Final = QT_TRANSLATE_NOOP("sheet", "Engagement tool")
DECISIONS: Final = QT_TRANSLATE_NOOP("sheet", "Decisions")
VOTES_FOR: Final = QT_TRANSLATE_NOOP("sheet", "For {number}")
VOTES_AGAINST: Final = QT_TRANSLATE_NOOP("sheet", "against {number}")
ABSTAINED: Final = QT_TRANSLATE_NOOP("sheet", "abstained {number}")
ABOUT: Final = QT_TRANSLATE_NOOP("sheet", "About: {needs}")
FUNDER_ID: Final = QT_TRANSLATE_NOOP("sheet", "ID for the funder")
CONSENTS: Final = (
    QT_TRANSLATE_NOOP("sheet", "I agree: contact"),
    QT_TRANSLATE_NOOP("sheet", "I agree: photo, video"),
    QT_TRANSLATE_NOOP("sheet", "I agree: sharing"),
    QT_TRANSLATE_NOOP("sheet", "I agree: abroad"),
)
"""A heading for each purpose of consent, in their order."""
DESTRUCTION: Final = QT_TRANSLATE_NOOP("sheet", "Destruction log")
RULE: Final = QT_TRANSLATE_NOOP("sheet", "Rule")
COUNT: Final = QT_TRANSLATE_NOOP("sheet", "Count")
AUTHORITY: Final = QT_TRANSLATE_NOOP("sheet", "On whose decision")
PRIVACY: Final = QT_TRANSLATE_NOOP(
    "sheet",
    "Your personal data on this sheet is used only to document attendance at this activity. "
    "You can ask the facilitator for the full privacy notice.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in parts that stay whole: on one line with `joint`, or one under the other.

    No parts: the value is left to the pen.
    """

    label: str
    parts: tuple[str, ...]
    joint: str = ", "

    @property
    def value(self) -> str:
        """The value on one line."""
        return self.joint.join(self.parts)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sheet in its language."""

    translate: Translate

    def __call__(self, text: str, **values: object) -> str:
        """A text of this module in the sheet's language."""
        translated = self.translate(_CONTEXT, text)
        return translated.format(**values) if values else translated

    def session_parts(self, session: SheetSession) -> tuple[str, ...]:
        """“Session 2”, and its title where it has one."""
        name = self(SESSION_NUMBER, number=session.number)
        return (name, session.title) if session.title else (name,)

    def places(self, sessions: Sequence[SheetSession]) -> tuple[str, ...]:
        """Where they are held, each place once, and that it is online where it is."""
        found: dict[str, None] = {}
        for session in sessions:
            if session.place:
                found[session.place] = None
            if session.mode in (ONLINE, HYBRID):
                found[word(SESSION_MODE, session.mode, self.translate)] = None
        return tuple(found)

    def which(self, sessions: Sequence[SheetSession]) -> str:
        """The sessions and their dates in one line, to tell a loose page where it belongs."""
        if len(sessions) == 1:
            names = self.session_parts(sessions[0])
        else:
            names = (self(SESSION_NUMBERS, numbers=number_ranges([session.number for session in sessions])),)
        return DOT.join(part for part in (*names, session_dates(sessions)) if part)

    def facts(self, sheet: SessionSheet, sessions: Sequence[SheetSession]) -> list[Fact]:
        """The heading of a page that has these sessions' columns."""
        names = tuple(dict.fromkeys(name for session in sessions for name in session.facilitators if name))
        who = Fact(self(FACILITATORS if len(names) > 1 else FACILITATOR), names)
        where = Fact(self(PLACE), self.places(sessions), DOT)
        dates = Fact(self(DATE), _some(session_dates(sessions)))
        if len(sheet.sessions) == 1:
            session = sheet.sessions[0]
            which = Fact(self(SESSION), self.session_parts(session), DOT)
            return [which, dates, Fact(self(TIME), _some(session_times(session))), where, who]
        if len(sessions) == 1:
            which = Fact(self(SESSION), self.session_parts(sessions[0]), DOT)
        else:
            which = Fact(self(SESSIONS), (number_ranges([session.number for session in sessions]),))
        return [which, dates, where, who]


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def date_text(moment: str) -> str:
    """'2026-03-14T13:00' as 14.03.2026; "" where there is none."""
    match = _MOMENT.match(moment)
    return f"{match[3]}.{match[2]}.{match[1]}" if match else ""


def time_text(moment: str) -> str:
    """'2026-03-14T13:00' as 13:00; "" where there is none."""
    match = _MOMENT.match(moment)
    return (match[4] or "") if match else ""


def session_times(session: SheetSession) -> str:
    """Start and end as 13:00–16:00, or the start alone."""
    return "–".join(part for part in (time_text(session.starts_at), time_text(session.ends_at)) if part)


def session_dates(sessions: Sequence[SheetSession]) -> str:
    """The date they share, or the first and the last, with the day on which a session past midnight ends."""
    days = sorted(
        day for session in sessions for moment in (session.starts_at, session.ends_at) if (day := moment[:10])
    )
    ends = list(dict.fromkeys(filter(None, (date_text(days[0]), date_text(days[-1]))))) if days else []
    return " – ".join(ends)


def number_ranges(numbers: Sequence[int]) -> str:
    """[1, 2, 3, 5] as "1–3, 5"."""
    parts: list[str] = []
    start = previous = None
    for number in [*sorted(set(numbers)), None]:
        if start is not None and previous is not None and number == previous + 1:
            previous = number
            continue
        if start is not None and previous is not None:
            parts.append(str(start) if start == previous else f"{start}–{previous}")
        start = previous = number
    return ", ".join(parts)
