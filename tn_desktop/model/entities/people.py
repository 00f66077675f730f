"""People, communities and who belongs to which."""

from sqlalchemy import Index

from tn_desktop.model.entities.base import Synced, keys, synced_table, texts, to_one


class Person(Synced):
    """Somebody the network knows: a teacher, facilitator, expert, parent …

    A person with one name only keeps it in given_name. phone is E.164; lists (expertise, interests, roles) are
    canonical JSON arrays of text. label tells namesakes at one school apart. The columns from sort_key on are
    derived by the unit of work.
    """

    __tablename__ = "person"
    __table__ = synced_table(
        "person",
        *texts("given_name", "family_name", "other_names", "phone", "email", "country", "province", "district"),
        *texts("institution", "subject", "expertise", "interests", "roles", "label", "notes"),
        *keys("sort_key", "province_key", "institution_key", "subject_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "alive", "institution_key", "sort_key", "id"),
        Index(None, "alive", "subject_key", "sort_key", "id"),
        Index(None, "search_name"),
        Index(None, "phone"),
        Index(None, "email"),
    )


class Community(Synced):
    """Teachers gathered around a shared issue, or a working group inside or across communities."""

    __tablename__ = "community"
    __table__ = synced_table(
        "community",
        *texts("name", "issue", "goals", "motivation", "kind", "province", "stage", "founded", "status", "notes"),
        *keys("sort_key", "province_key", "search_name", "search_more"),
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "alive", "kind", "sort_key", "id"),
        Index(None, "alive", "stage", "sort_key", "id"),
        Index(None, "alive", "status", "sort_key", "id"),
    )


class CommunityOrigin(Synced):
    """A community out of which another one, as a rule a working group, has grown."""

    __tablename__ = "community_origin"
    __table__ = synced_table(
        "community_origin",
        to_one("community_id", "community", required=True),
        to_one("origin_id", "community", required=True),
        Index(None, "community_id", "origin_id", unique=True),
        Index(None, "origin_id"),
    )
    relation = "community_origin"
    ends = ("community_id", "origin_id")


class Membership(Synced):
    """A person in a community, with a role and dates."""

    __tablename__ = "membership"
    __table__ = synced_table(
        "membership",
        to_one("person_id", "person", required=True),
        to_one("community_id", "community", required=True),
        *texts("role", "joined", "left"),
        Index(None, "community_id", "person_id", unique=True),
        Index(None, "person_id"),
    )
    relation = "membership"
    ends = ("person_id", "community_id")
