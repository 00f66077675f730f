"""Stakeholders, the people to talk to there, what they support and what was agreed with them."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, flags, keys, moments, synced_table, texts, to_one


class Stakeholder(Synced):
    """An NGO, agency, university, expert or individual around the communities.

    person_id is who it is, where it is one person. disciplines and themes are canonical JSON arrays of text.
    """

    __tablename__ = "stakeholder"
    __table__ = synced_table(
        "stakeholder",
        *texts("name", "type"),
        to_one("person_id", "person"),
        *texts("disciplines", "province", "status", "web", "phone", "email", "notes", "themes", "role"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "alive", "type", "sort_key", "id"),
        Index(None, "alive", "status", "sort_key", "id"),
        Index(None, "search_name"),
    )


class Contact(Synced):
    """A person to talk to at a stakeholder."""

    __tablename__ = "contact"
    __table__ = synced_table(
        "contact",
        to_one("stakeholder_id", "stakeholder", required=True),
        to_one("person_id", "person", required=True),
        *texts("role"),
        Index(None, "stakeholder_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "contact"
    ends = ("stakeholder_id", "person_id")


class CommunityStakeholder(Synced):
    """A stakeholder that supports a community; roles is a canonical JSON array."""

    __tablename__ = "community_stakeholder"
    __table__ = synced_table(
        "community_stakeholder",
        to_one("community_id", "community", required=True),
        to_one("stakeholder_id", "stakeholder", required=True),
        *texts("roles"),
        Index(None, "community_id", "stakeholder_id", unique=True),
        Index(None, "stakeholder_id"),
    )
    relation = "community_stakeholder"
    ends = ("community_id", "stakeholder_id")


class WorkshopStakeholder(Synced):
    """A stakeholder that takes part in a workshop: hosts, funds, speaks …; roles is a canonical JSON array."""

    __tablename__ = "workshop_stakeholder"
    __table__ = synced_table(
        "workshop_stakeholder",
        to_one("workshop_id", "workshop", required=True),
        to_one("stakeholder_id", "stakeholder", required=True),
        *texts("roles"),
        Index(None, "workshop_id", "stakeholder_id", unique=True),
        Index(None, "stakeholder_id"),
    )
    relation = "workshop_stakeholder"
    ends = ("workshop_id", "stakeholder_id")


class Engagement(Synced):
    """A call, visit, meeting … with a stakeholder; `due` is the day by which `next_step` is to be done."""

    __tablename__ = "engagement"
    __table__ = synced_table(
        "engagement",
        to_one("stakeholder_id", "stakeholder", required=True),
        *moments("date"),
        *texts("kind", "summary", "next_step"),
        *moments("due"),
        *flags("done"),
        to_one("person_id", "person"),
        to_one("community_id", "community"),
        to_one("need_id", "need"),
        *keys("sort_key", "search_name", "search_more"),
        Index(None, "stakeholder_id", "date"),
        Index(None, "alive", "due", "id"),
        Index(None, "alive", "date", "id"),
        Index(None, "community_id"),
        Index(None, "need_id"),
        Index(None, "person_id"),
    )
