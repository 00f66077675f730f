"""What teachers say they need, and what they decide."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, keys, moments, numbers, synced_table, texts, to_one


class Need(Synced):
    """A need raised by somebody in a session or on a visit. `cluster` groups needs that say the same.

    session_id is where it was raised. themes is a canonical JSON array of text.
    """

    __tablename__ = "need"
    __table__ = synced_table(
        "need",
        to_one("community_id", "community"),
        *texts("title", "description"),
        to_one("raised_by_id", "person"),
        *moments("raised_at"),
        to_one("session_id", "workshop_session"),
        *numbers("votes"),
        *texts("status", "themes", "cluster", "notes"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "votes", "id"),
        Index(None, "alive", "raised_at", "id"),
        Index(None, "alive", "status", "sort_key", "id"),
        Index(None, "alive", "status", "votes", "id"),
        Index(None, "alive", "status", "raised_at", "id"),
        Index(None, "alive", "cluster", "raised_at", "id"),
        Index(None, "alive", "themes", "id"),
        Index(None, "community_id", "status", "votes"),
        Index(None, "session_id"),
        Index(None, "raised_by_id"),
    )


class Decision(Synced):
    """What a community decided, with votes for, against and abstained."""

    __tablename__ = "decision"
    __table__ = synced_table(
        "decision",
        to_one("community_id", "community", required=True),
        *moments("date"),
        *texts("question", "result"),
        *numbers("votes", "votes_against", "votes_abstained"),
        to_one("session_id", "workshop_session"),
        *texts("notes"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "community_id", "date"),
        Index(None, "alive", "date", "id"),
        Index(None, "session_id"),
    )


class DecisionNeed(Synced):
    """A need that a decision was about."""

    __tablename__ = "decision_need"
    __table__ = synced_table(
        "decision_need",
        to_one("decision_id", "decision", required=True),
        to_one("need_id", "need", required=True),
        Index(None, "decision_id", "need_id", unique=True),
        Index(None, "need_id"),
    )
    relation = "decision_need"
    ends = ("decision_id", "need_id")
