"""The organisation's own page."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, moments, numbers, synced_table, texts


class Organisation(Synced):
    """Who the network is. There is one row, a relation without ends: its uid is the same on every laptop."""

    __tablename__ = "organisation"
    relation = "organisation"
    __table__ = synced_table(
        "organisation",
        *texts("name"),
        *numbers("established"),
        *texts("web", "email", "phone", "address", "about", "notes"),
    )


class Milestone(Synced):
    """Something that happened to the organisation, an award, or a key figure as it was on a day."""

    __tablename__ = "milestone"
    __table__ = synced_table(
        "milestone",
        *moments("date"),
        *texts("kind", "title"),
        *numbers("number"),
        *texts("description", "source"),
        Index(None, "alive", "date", "id"),
        Index(None, "alive", "kind", "date"),
    )
