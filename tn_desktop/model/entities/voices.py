"""What participants say, never linked to a person: feedback, surveys, quotations."""

from sqlalchemy import Column, Index, Text

from tn_desktop.model.entities.base import Synced, flags, keys, moments, numbers, synced_table, texts, to_one


class Feedback(Synced):
    """One filled-in form of a session: scores from 1 to 5 and a quotation. No person, on purpose."""

    __tablename__ = "feedback"
    __table__ = synced_table(
        "feedback",
        to_one("session_id", "workshop_session", required=True),
        *numbers("useful", "content", "facilitation", "atmosphere", "recommend"),
        *texts("quotation", "made_by"),
        Index(None, "session_id"),
    )


class Survey(Synced):
    """One indicator of one wave of an anonymous survey: how many answered, and their mean.

    mean is decimal text with a point, such as "3.85"; scale_max is the best value that could be given.
    """

    __tablename__ = "survey"
    __table__ = synced_table(
        "survey",
        to_one("community_id", "community"),
        to_one("workshop_id", "workshop"),
        *numbers("wave"),
        *moments("date"),
        *texts("indicator"),
        *numbers("n"),
        Column("mean", Text),
        *numbers("scale_max"),
        *texts("notes"),
        Index(None, "community_id", "indicator", "wave"),
        Index(None, "workshop_id", "indicator", "wave"),
        Index(None, "alive", "date", "id"),
    )


class Quotation(Synced):
    """A sentence somebody said. `attribution` may be shown only where `permission` (to publish) is 1."""

    __tablename__ = "quotation"
    __table__ = synced_table(
        "quotation",
        *texts("text", "source"),
        *numbers("year"),
        *flags("permission"),
        *texts("attribution"),
        to_one("community_id", "community"),
        to_one("workshop_id", "workshop"),
        *texts("themes", "notes"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "year", "id"),
        Index(None, "community_id"),
        Index(None, "workshop_id"),
    )
