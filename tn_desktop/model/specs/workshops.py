"""Workshops, sessions, enrolments, attendance."""

from typing import Final

from tn_desktop.model import vocabulary
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopCommunity,
    WorkshopLeader,
    WorkshopNeed,
    WorkshopSession,
)
from tn_desktop.model.fields import (
    CHOICE,
    FLAG,
    LONG,
    MANY,
    MOMENT,
    NUMBER,
    PROVINCE,
    RELATION,
    TAGS,
    ZONE,
    EntitySpec,
    FieldSpec,
    many,
    to_one,
)
from tn_desktop.model.messages import QT_TRANSLATE_NOOP

WORKSHOPS: Final = EntitySpec(
    "workshops",
    Workshop,
    QT_TRANSLATE_NOOP("entities", "Workshops"),
    (
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title"), required=True),
        FieldSpec("kind", QT_TRANSLATE_NOOP("fields", "Kind"), CHOICE, vocabulary.WORKSHOP_KIND, default="workshop"),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "communities",
            QT_TRANSLATE_NOOP("fields", "Communities"),
            MANY,
            target="communities",
            through=WorkshopCommunity,
        ),
        to_one("format", QT_TRANSLATE_NOOP("fields", "Format"), "tools"),
        to_one("initiated_by", QT_TRANSLATE_NOOP("fields", "Initiated by"), "people"),
        many("led_by", QT_TRANSLATE_NOOP("fields", "Led by"), "people", WorkshopLeader),
        FieldSpec("teacher_led", QT_TRANSLATE_NOOP("fields", "Led by teachers"), FLAG),
        FieldSpec("themes", QT_TRANSLATE_NOOP("fields", "Themes"), TAGS),
        FieldSpec("skills", QT_TRANSLATE_NOOP("fields", "Skills"), TAGS, vocabulary.TOOL_SKILL),
        many("needs", QT_TRANSLATE_NOOP("fields", "Needs addressed"), "needs", WorkshopNeed),
        to_one("repeat_of", QT_TRANSLATE_NOOP("fields", "Repeats"), "workshops"),
        FieldSpec("description", QT_TRANSLATE_NOOP("fields", "Description"), LONG),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


SESSIONS: Final = EntitySpec(
    "sessions",
    WorkshopSession,
    QT_TRANSLATE_NOOP("entities", "Sessions"),
    (
        FieldSpec("workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), RELATION, target="workshops", required=True),
        FieldSpec("title", QT_TRANSLATE_NOOP("fields", "Title")),
        FieldSpec("starts_at", QT_TRANSLATE_NOOP("fields", "Starts"), MOMENT, required=True),
        FieldSpec("ends_at", QT_TRANSLATE_NOOP("fields", "Ends"), MOMENT),
        FieldSpec("zone", QT_TRANSLATE_NOOP("fields", "Time zone"), ZONE, default="Europe/Istanbul"),
        FieldSpec(
            "mode", QT_TRANSLATE_NOOP("fields", "Mode"), CHOICE, vocabulary.SESSION_MODE, default=vocabulary.IN_PERSON
        ),
        FieldSpec("venue", QT_TRANSLATE_NOOP("fields", "Place")),
        FieldSpec("link", QT_TRANSLATE_NOOP("fields", "Link")),
        FieldSpec("province", QT_TRANSLATE_NOOP("fields", "Province"), PROVINCE),
        FieldSpec(
            "facilitators",
            QT_TRANSLATE_NOOP("fields", "Facilitators"),
            MANY,
            target="people",
            through=SessionFacilitator,
        ),
        many("speakers", QT_TRANSLATE_NOOP("fields", "Guest speakers"), "people", SessionSpeaker),
        FieldSpec("capacity", QT_TRANSLATE_NOOP("fields", "Capacity"), NUMBER),
        FieldSpec(
            "status",
            QT_TRANSLATE_NOOP("fields", "Status"),
            CHOICE,
            vocabulary.SESSION_STATUS,
            default=vocabulary.PLANNED,
        ),
        FieldSpec("moved_from", QT_TRANSLATE_NOOP("fields", "Moved from"), MOMENT),
        FieldSpec("reason", QT_TRANSLATE_NOOP("fields", "Why moved or cancelled")),
        FieldSpec("minors", QT_TRANSLATE_NOOP("fields", "Minors (head count)"), NUMBER),
        FieldSpec("guests", QT_TRANSLATE_NOOP("fields", "Guests (head count)"), NUMBER),
        FieldSpec("notes", QT_TRANSLATE_NOOP("fields", "Notes"), LONG),
    ),
)


ENROLMENTS: Final = EntitySpec(
    "enrolments",
    Enrolment,
    QT_TRANSLATE_NOOP("entities", "Enrolments"),
    (
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec(
            "workshop", QT_TRANSLATE_NOOP("fields", "Workshop"), RELATION, target="workshops", fixed=True, required=True
        ),
        FieldSpec(
            "status",
            QT_TRANSLATE_NOOP("fields", "Status"),
            CHOICE,
            vocabulary.ENROLMENT_STATUS,
            default=vocabulary.ENROLLED,
        ),
        FieldSpec("since", QT_TRANSLATE_NOOP("fields", "Since"), MOMENT),
    ),
)


ATTENDANCE: Final = EntitySpec(
    "attendance",
    Attendance,
    QT_TRANSLATE_NOOP("entities", "Attendance"),
    (
        FieldSpec(
            "person", QT_TRANSLATE_NOOP("fields", "Person"), RELATION, target="people", fixed=True, required=True
        ),
        FieldSpec(
            "session", QT_TRANSLATE_NOOP("fields", "Session"), RELATION, target="sessions", fixed=True, required=True
        ),
        FieldSpec("status", QT_TRANSLATE_NOOP("fields", "Status"), CHOICE, vocabulary.ATTENDANCE_STATUS),
        FieldSpec("mode", QT_TRANSLATE_NOOP("fields", "Mode"), CHOICE, vocabulary.ATTENDANCE_MODE),
        FieldSpec("minutes", QT_TRANSLATE_NOOP("fields", "Minutes"), NUMBER),
        FieldSpec("walk_in", QT_TRANSLATE_NOOP("fields", "Walk-in"), FLAG),
        FieldSpec("made_by", QT_TRANSLATE_NOOP("fields", "Marked how"), CHOICE, vocabulary.MADE_BY),
        FieldSpec("marked_by", QT_TRANSLATE_NOOP("fields", "Marked by"), RELATION, target="people"),
        FieldSpec("note", QT_TRANSLATE_NOOP("fields", "Note")),
    ),
)
