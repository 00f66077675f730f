"""Workshops (any activity), their sessions, who enrolled and who took part."""

from sqlalchemy import Column, Index, Text

from tn_desktop.model.entities.base import (
    SortText,
    Synced,
    flags,
    keys,
    moments,
    numbers,
    synced_table,
    texts,
    to_one,
)


class Workshop(Synced):
    """An activity: talk, workshop, meeting, hybrid program, collaboration or project.

    format_id is an engagement tool of level format. teacher_led says whether teachers led it. repeat_of_id is the
    workshop that this one repeats, in another year or province. first_starts_at and status are derived from its
    sessions; the search columns from its title. themes and skills are canonical JSON arrays of text.
    """

    __tablename__ = "workshop"
    __table__ = synced_table(
        "workshop",
        *texts("title", "kind", "province", "description", "notes"),
        to_one("format_id", "engagement_tool"),
        to_one("initiated_by_id", "person"),
        *flags("teacher_led"),
        *texts("themes", "skills"),
        to_one("repeat_of_id", "workshop"),
        Column("first_starts_at", SortText, nullable=False, default=""),
        Column("status", Text, nullable=False, default="planned"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "first_starts_at", "id"),
        Index(None, "alive", "kind", "sort_key", "id"),
        Index(None, "alive", "status", "first_starts_at", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "repeat_of_id"),
        Index(None, "initiated_by_id"),
    )


class WorkshopCommunity(Synced):
    """A community for which, or by which, a workshop is held."""

    __tablename__ = "workshop_community"
    __table__ = synced_table(
        "workshop_community",
        to_one("workshop_id", "workshop", required=True),
        to_one("community_id", "community", required=True),
        Index(None, "workshop_id", "community_id", unique=True),
        Index(None, "community_id"),
    )
    relation = "workshop_community"
    ends = ("workshop_id", "community_id")


class WorkshopLeader(Synced):
    """Somebody who led a workshop."""

    __tablename__ = "workshop_leader"
    __table__ = synced_table(
        "workshop_leader",
        to_one("workshop_id", "workshop", required=True),
        to_one("person_id", "person", required=True),
        Index(None, "workshop_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "workshop_leader"
    ends = ("workshop_id", "person_id")


class WorkshopNeed(Synced):
    """A need that a workshop addresses."""

    __tablename__ = "workshop_need"
    __table__ = synced_table(
        "workshop_need",
        to_one("workshop_id", "workshop", required=True),
        to_one("need_id", "need", required=True),
        Index(None, "workshop_id", "need_id", unique=True),
        Index(None, "need_id"),
    )
    relation = "workshop_need"
    ends = ("workshop_id", "need_id")


class WorkshopSession(Synced):
    """One meeting of a workshop.

    starts_at and ends_at are local times as ISO text to the minute (YYYY-MM-DDTHH:MM) in the IANA zone `zone`.
    minors and guests are head counts of people who are not listed by name. moved_from is where it stood first, and
    reason says why it was moved, postponed or cancelled.
    """

    __tablename__ = "workshop_session"
    __table__ = synced_table(
        "workshop_session",
        to_one("workshop_id", "workshop", required=True),
        *texts("title"),
        *moments("starts_at", "ends_at"),
        *texts("zone", "mode", "venue", "link", "province"),
        *numbers("capacity"),
        *texts("status"),
        *moments("moved_from"),
        *texts("reason"),
        *numbers("minors", "guests"),
        *texts("notes"),
        Index(None, "workshop_id", "starts_at"),
        Index(None, "alive", "starts_at", "id"),
    )


class SessionFacilitator(Synced):
    """A person who facilitates a session."""

    __tablename__ = "session_facilitator"
    __table__ = synced_table(
        "session_facilitator",
        to_one("session_id", "workshop_session", required=True),
        to_one("person_id", "person", required=True),
        Index(None, "session_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "session_facilitator"
    ends = ("session_id", "person_id")


class SessionSpeaker(Synced):
    """A person who speaks at a session as a guest."""

    __tablename__ = "session_speaker"
    __table__ = synced_table(
        "session_speaker",
        to_one("session_id", "workshop_session", required=True),
        to_one("person_id", "person", required=True),
        Index(None, "session_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "session_speaker"
    ends = ("session_id", "person_id")


class Enrolment(Synced):
    """A person on the list of a workshop; since is when she asked for the place, which orders the waiting list."""

    __tablename__ = "enrolment"
    __table__ = synced_table(
        "enrolment",
        to_one("person_id", "person", required=True),
        to_one("workshop_id", "workshop", required=True),
        *texts("status"),
        *moments("since"),
        Index(None, "workshop_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "enrolment"
    ends = ("person_id", "workshop_id")


class Attendance(Synced):
    """A person at a session. A null status is a cleared mark, or a walk-in who is not marked yet.

    person_id is null where the person was erased: the mark stays as a count (services/erasure.py). marked_by_id is who
    was at the keyboard, where several people use one notebook; null where nobody said.
    """

    __tablename__ = "attendance"
    __table__ = synced_table(
        "attendance",
        to_one("session_id", "workshop_session", required=True),
        to_one("person_id", "person"),
        *texts("status", "mode"),
        *numbers("minutes"),
        *flags("walk_in"),
        *texts("made_by", "note"),
        to_one("marked_by_id", "person"),
        Index(None, "session_id", "person_id", unique=True),
        Index(None, "person_id"),
        Index(None, "marked_by_id"),
    )
    relation = "attendance"
    ends = ("session_id", "person_id")
