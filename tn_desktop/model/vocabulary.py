"""The closed word lists of the network: each value as it is stored, with its English text to translate."""

from collections.abc import Mapping
from typing import Final

from tn_desktop.model.messages import QT_TRANSLATE_NOOP, Translate

WORDS: Final = "words"
"""Translation context of the values."""

PRESENT, LATE, EXCUSED, ABSENT = "present", "late", "excused", "absent"
ATTENDANCE_STATUS: Final[Mapping[str, str]] = {
    PRESENT: QT_TRANSLATE_NOOP("words", "Present"),
    LATE: QT_TRANSLATE_NOOP("words", "Late"),
    EXCUSED: QT_TRANSLATE_NOOP("words", "Excused"),
    ABSENT: QT_TRANSLATE_NOOP("words", "Absent"),
}
UNMARKED: Final = QT_TRANSLATE_NOOP("words", "Unmarked")
ATTENDED: Final = (PRESENT, LATE)
"""Statuses that count as having taken part."""

CEDED: Final = "ceded"
"""How a mark is noted that gave way to another of the same session, entered twice (services/one_roster.py)."""
MADE_BY: Final[Mapping[str, str]] = {
    "key": QT_TRANSLATE_NOOP("words", "By hand"),
    "bulk": QT_TRANSLATE_NOOP("words", "Marked together"),
    "paper": QT_TRANSLATE_NOOP("words", "From paper"),
    "import": QT_TRANSLATE_NOOP("words", "Imported"),
    CEDED: QT_TRANSLATE_NOOP("words", "Gave way to another mark"),
}

IN_PERSON, ONLINE, HYBRID = "in_person", "online", "hybrid"
SESSION_MODE: Final[Mapping[str, str]] = {
    IN_PERSON: QT_TRANSLATE_NOOP("words", "In person"),
    ONLINE: QT_TRANSLATE_NOOP("words", "Online"),
    HYBRID: QT_TRANSLATE_NOOP("words", "Hybrid"),
}
ATTENDANCE_MODE: Final[Mapping[str, str]] = {mode: SESSION_MODE[mode] for mode in (IN_PERSON, ONLINE)}

PLANNED, HELD, POSTPONED, CANCELLED = "planned", "held", "postponed", "cancelled"
SESSION_STATUS: Final[Mapping[str, str]] = {
    PLANNED: QT_TRANSLATE_NOOP("words", "Planned"),
    HELD: QT_TRANSLATE_NOOP("words", "Held"),
    POSTPONED: QT_TRANSLATE_NOOP("words", "Postponed"),
    CANCELLED: QT_TRANSLATE_NOOP("words", "Cancelled"),
}

WORKSHOP_KIND: Final[Mapping[str, str]] = {
    "workshop": QT_TRANSLATE_NOOP("words", "Workshop"),
    "talk": QT_TRANSLATE_NOOP("words", "Talk"),
    "meeting": QT_TRANSLATE_NOOP("words", "Meeting"),
    "hybrid_program": QT_TRANSLATE_NOOP("words", "Hybrid program"),
    "collaboration": QT_TRANSLATE_NOOP("words", "Collaboration"),
    "project": QT_TRANSLATE_NOOP("words", "Project"),
}

ENROLLED, WAITING, WITHDRAWN = "enrolled", "waiting", "withdrawn"
ENROLMENT_STATUS: Final[Mapping[str, str]] = {
    ENROLLED: QT_TRANSLATE_NOOP("words", "Enrolled"),
    WAITING: QT_TRANSLATE_NOOP("words", "Waiting list"),
    WITHDRAWN: QT_TRANSLATE_NOOP("words", "Withdrawn"),
}

COMMUNITY_KIND: Final[Mapping[str, str]] = {
    "community": QT_TRANSLATE_NOOP("words", "Community"),
    "working_group": QT_TRANSLATE_NOOP("words", "Working group"),
}
COMMUNITY_STAGE: Final[Mapping[str, str]] = {
    "gathering": QT_TRANSLATE_NOOP("words", "1 Gathering a motivated group"),
    "community": QT_TRANSLATE_NOOP("words", "2 Becoming a community with common goals"),
    "needs": QT_TRANSLATE_NOOP("words", "3 Discussing needs"),
    "activities": QT_TRANSLATE_NOOP("words", "4 Running activities"),
    "network": QT_TRANSLATE_NOOP("words", "5 Building the stakeholder network"),
}
COMMUNITY_STATUS: Final[Mapping[str, str]] = {
    "active": QT_TRANSLATE_NOOP("words", "Active"),
    "dormant": QT_TRANSLATE_NOOP("words", "Dormant"),
    "closed": QT_TRANSLATE_NOOP("words", "Closed"),
}
MEMBERSHIP_ROLE: Final[Mapping[str, str]] = {
    "member": QT_TRANSLATE_NOOP("words", "Member"),
    "facilitator": QT_TRANSLATE_NOOP("words", "Facilitator"),
    "coordinator": QT_TRANSLATE_NOOP("words", "Coordinator"),
    "expert": QT_TRANSLATE_NOOP("words", "Expert"),
    "supporter": QT_TRANSLATE_NOOP("words", "Supporter"),
}

STAKEHOLDER_TYPE: Final[Mapping[str, str]] = {
    "ngo": QT_TRANSLATE_NOOP("words", "NGO"),
    "individual": QT_TRANSLATE_NOOP("words", "Individual"),
    "public_agency": QT_TRANSLATE_NOOP("words", "Public agency"),
    "private_agency": QT_TRANSLATE_NOOP("words", "Private agency"),
    "university": QT_TRANSLATE_NOOP("words", "University"),
    "expert": QT_TRANSLATE_NOOP("words", "Expert"),
}
STAKEHOLDER_STATUS: Final[Mapping[str, str]] = {
    "prospective": QT_TRANSLATE_NOOP("words", "Prospective"),
    "active": QT_TRANSLATE_NOOP("words", "Active"),
    "past": QT_TRANSLATE_NOOP("words", "Past"),
}

SUPPORT_ROLE: Final[Mapping[str, str]] = {
    "host": QT_TRANSLATE_NOOP("words", "Host"),
    "funder": QT_TRANSLATE_NOOP("words", "Funder"),
    "speaker": QT_TRANSLATE_NOOP("words", "Speaker"),
    "expert": QT_TRANSLATE_NOOP("words", "Expert"),
    "partner": QT_TRANSLATE_NOOP("words", "Partner"),
    "supporter": QT_TRANSLATE_NOOP("words", "Supporter"),
    "spreads_the_word": QT_TRANSLATE_NOOP("words", "Spreads the word"),
}
ENGAGEMENT_KIND: Final[Mapping[str, str]] = {
    "enquiry": QT_TRANSLATE_NOOP("words", "Enquiry"),
    "call": QT_TRANSLATE_NOOP("words", "Call"),
    "visit": QT_TRANSLATE_NOOP("words", "Visit"),
    "meeting": QT_TRANSLATE_NOOP("words", "Meeting"),
    "agreement": QT_TRANSLATE_NOOP("words", "Agreement"),
}

RAISED, DISCUSSED, CHOSEN, ADDRESSED, DROPPED = "raised", "discussed", "chosen", "addressed", "dropped"
NEED_STATUS: Final[Mapping[str, str]] = {
    "raised": QT_TRANSLATE_NOOP("words", "Raised"),
    "discussed": QT_TRANSLATE_NOOP("words", "Discussed"),
    "chosen": QT_TRANSLATE_NOOP("words", "Chosen"),
    "addressed": QT_TRANSLATE_NOOP("words", "Addressed"),
    "dropped": QT_TRANSLATE_NOOP("words", "Dropped"),
}
SOLUTION_STATUS: Final[Mapping[str, str]] = {
    "designed": QT_TRANSLATE_NOOP("words", "Being designed"),
    "running": QT_TRANSLATE_NOOP("words", "Being tried"),
    "revised": QT_TRANSLATE_NOOP("words", "Being revised"),
    "finished": QT_TRANSLATE_NOOP("words", "Finished"),
    "dropped": QT_TRANSLATE_NOOP("words", "Dropped"),
}
OUTPUT_KIND: Final[Mapping[str, str]] = {
    "lesson_plan": QT_TRANSLATE_NOOP("words", "Lesson plan"),
    "guide": QT_TRANSLATE_NOOP("words", "Guide"),
    "video": QT_TRANSLATE_NOOP("words", "Video"),
    "event": QT_TRANSLATE_NOOP("words", "Event"),
    "material": QT_TRANSLATE_NOOP("words", "Material"),
    "article": QT_TRANSLATE_NOOP("words", "Article"),
    "exhibition": QT_TRANSLATE_NOOP("words", "Exhibition"),
    "software": QT_TRANSLATE_NOOP("words", "Software"),
    "other": QT_TRANSLATE_NOOP("words", "Other"),
}
REACH_BASIS: Final[Mapping[str, str]] = {
    "named": QT_TRANSLATE_NOOP("words", "By name"),
    "counted": QT_TRANSLATE_NOOP("words", "Counted"),
    "estimated": QT_TRANSLATE_NOOP("words", "Estimated"),
}

TOOL_LEVEL: Final[Mapping[str, str]] = {
    "format": QT_TRANSLATE_NOOP("words", "Format"),
    "method": QT_TRANSLATE_NOOP("words", "Method"),
}
TOOL_SKILL: Final[Mapping[str, str]] = {
    "critical_thinking": QT_TRANSLATE_NOOP("words", "Critical thinking"),
    "creative_thinking": QT_TRANSLATE_NOOP("words", "Creative thinking"),
    "problem_framing": QT_TRANSLATE_NOOP("words", "Framing problems"),
    "idea_generation": QT_TRANSLATE_NOOP("words", "Finding ideas"),
    "deciding": QT_TRANSLATE_NOOP("words", "Deciding together"),
    "planning": QT_TRANSLATE_NOOP("words", "Planning"),
    "evidence": QT_TRANSLATE_NOOP("words", "Weighing evidence"),
    "empathy": QT_TRANSLATE_NOOP("words", "Empathy"),
    "listening": QT_TRANSLATE_NOOP("words", "Listening"),
    "speaking": QT_TRANSLATE_NOOP("words", "Speaking up"),
    "communication": QT_TRANSLATE_NOOP("words", "Communication"),
    "collaboration": QT_TRANSLATE_NOOP("words", "Working together"),
    "trust": QT_TRANSLATE_NOOP("words", "Trust"),
    "reflection": QT_TRANSLATE_NOOP("words", "Reflection"),
}

FEEDBACK_SOURCE: Final[Mapping[str, str]] = {
    "paper": QT_TRANSLATE_NOOP("words", "From paper"),
    "form": QT_TRANSLATE_NOOP("words", "From an online form"),
    "key": QT_TRANSLATE_NOOP("words", "By hand"),
}
SURVEY_INDICATOR: Final[Mapping[str, str]] = {
    "well_being": QT_TRANSLATE_NOOP("words", "Well-being"),
    "resilience": QT_TRANSLATE_NOOP("words", "Resilience"),
    "support": QT_TRANSLATE_NOOP("words", "Support among colleagues"),
    "reputation": QT_TRANSLATE_NOOP("words", "Reputation of the profession"),
    "self_efficacy": QT_TRANSLATE_NOOP("words", "Confidence in one's teaching"),
    "belonging": QT_TRANSLATE_NOOP("words", "Belonging"),
    "other": QT_TRANSLATE_NOOP("words", "Other"),
}
MILESTONE_KIND: Final[Mapping[str, str]] = {
    "milestone": QT_TRANSLATE_NOOP("words", "Milestone"),
    "award": QT_TRANSLATE_NOOP("words", "Award"),
    "figure": QT_TRANSLATE_NOOP("words", "Key figure"),
}

NOTICE, CONSENT = "notice", "consent"
CONSENT_KIND: Final[Mapping[str, str]] = {
    NOTICE: QT_TRANSLATE_NOOP("words", "Privacy notice"),
    CONSENT: QT_TRANSLATE_NOOP("words", "Explicit consent"),
}
CONSENT_PURPOSE: Final[Mapping[str, str]] = {
    "contact": QT_TRANSLATE_NOOP("words", "Being contacted"),
    "photo_video": QT_TRANSLATE_NOOP("words", "Photo and video"),
    "sharing": QT_TRANSLATE_NOOP("words", "Sharing with partners"),
    "abroad": QT_TRANSLATE_NOOP("words", "Transfer abroad"),
}
CONSENT_CHANNEL: Final[Mapping[str, str]] = {
    "paper": QT_TRANSLATE_NOOP("words", "Paper"),
    "screen": QT_TRANSLATE_NOOP("words", "Screen"),
    "email": QT_TRANSLATE_NOOP("words", "By e-mail"),
    "form": QT_TRANSLATE_NOOP("words", "From an online form"),
    "other": QT_TRANSLATE_NOOP("words", "Other"),
}
TEXT_LANGUAGE: Final[Mapping[str, str]] = {
    "tr": QT_TRANSLATE_NOOP("words", "Turkish"),
    "en": QT_TRANSLATE_NOOP("words", "English"),
}
OPEN, DONE, REFUSED = "open", "done", "refused"
REQUEST_KIND: Final[Mapping[str, str]] = {
    "access": QT_TRANSLATE_NOOP("words", "Access"),
    "correction": QT_TRANSLATE_NOOP("words", "Correction"),
    "erasure": QT_TRANSLATE_NOOP("words", "Erasure"),
    "objection": QT_TRANSLATE_NOOP("words", "Objection"),
}
REQUEST_STATUS: Final[Mapping[str, str]] = {
    OPEN: QT_TRANSLATE_NOOP("words", "Waits for an answer"),
    DONE: QT_TRANSLATE_NOOP("words", "Answered"),
    REFUSED: QT_TRANSLATE_NOOP("words", "Refused"),
}

PERSON_ROLE: Final[Mapping[str, str]] = {
    "teacher": QT_TRANSLATE_NOOP("words", "Teacher"),
    "facilitator": QT_TRANSLATE_NOOP("words", "Facilitator"),
    "expert": QT_TRANSLATE_NOOP("words", "Expert"),
    "parent": QT_TRANSLATE_NOOP("words", "Parent"),
    "student": QT_TRANSLATE_NOOP("words", "Student"),
    "administrator": QT_TRANSLATE_NOOP("words", "School administrator"),
    "academic": QT_TRANSLATE_NOOP("words", "Academic"),
    "volunteer": QT_TRANSLATE_NOOP("words", "Volunteer"),
    "stakeholder": QT_TRANSLATE_NOOP("words", "Stakeholder contact"),
    "other": QT_TRANSLATE_NOOP("words", "Other"),
}


def word(choices: Mapping[str, str], value: str | None, translate: Translate) -> str:
    """The word for a stored value in the user's language; an unknown value is shown as it is, none as ""."""
    if value is None:
        return ""
    return translate(WORDS, choices[value]) if value in choices else value
