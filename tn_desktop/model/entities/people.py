"""People, communities and who belongs to which."""

from sqlalchemy import BigInteger, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from tn_desktop.model.entities.base import Base, SortText, Synced


class Person(Synced, Base):
    """Somebody the network knows: a teacher, facilitator, expert, parent …

    A person with one name only keeps it in given_name. phone is E.164; lists (expertise, interests, roles) are
    canonical JSON arrays of text. label tells namesakes at one school apart. The columns from sort_key on are
    derived by the unit of work.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "province_key", "sort_key", "id"),
        Index(None, "alive", "institution_key", "sort_key", "id"),
        Index(None, "alive", "subject_key", "sort_key", "id"),
        Index(None, "search_name"),
        Index(None, "phone"),
        Index(None, "email"),
    )

    given_name: Mapped[str | None] = mapped_column(Text)
    family_name: Mapped[str | None] = mapped_column(Text)
    other_names: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    country: Mapped[str | None] = mapped_column(Text)
    province: Mapped[str | None] = mapped_column(Text)
    district: Mapped[str | None] = mapped_column(Text)
    institution: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[str | None] = mapped_column(Text)
    expertise: Mapped[str | None] = mapped_column(Text)
    interests: Mapped[str | None] = mapped_column(Text)
    roles: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str | None] = mapped_column(Text)

    sort_key: Mapped[str] = mapped_column(SortText, default="")
    province_key: Mapped[str] = mapped_column(SortText, default="")
    institution_key: Mapped[str] = mapped_column(SortText, default="")
    subject_key: Mapped[str] = mapped_column(SortText, default="")
    search_name: Mapped[str] = mapped_column(SortText, default="")
    search_more: Mapped[str] = mapped_column(SortText, default="")


class Community(Synced, Base):
    """Teachers gathered around a shared issue, or a working group inside or across communities."""

    __tablename__ = "community"
    __table_args__ = (Index(None, "alive", "sort_key", "id"),)

    name: Mapped[str | None] = mapped_column(Text)
    issue: Mapped[str | None] = mapped_column(Text)
    goals: Mapped[str | None] = mapped_column(Text)
    motivation: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    province: Mapped[str | None] = mapped_column(Text)
    stage: Mapped[str | None] = mapped_column(Text)
    founded: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str | None] = mapped_column(Text)

    sort_key: Mapped[str] = mapped_column(SortText, default="")
    province_key: Mapped[str] = mapped_column(SortText, default="")
    search_name: Mapped[str] = mapped_column(SortText, default="")
    search_more: Mapped[str] = mapped_column(SortText, default="")


class Membership(Synced, Base):
    """A person in a community, with a role and dates."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "community_id", "person_id", unique=True), Index(None, "person_id"))
    relation = "membership"
    ends = ("person_id", "community_id")

    person_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("person.id"))
    community_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("community.id"))
    role: Mapped[str | None] = mapped_column(Text)
    joined: Mapped[str | None] = mapped_column(Text)
    left: Mapped[str | None] = mapped_column(Text)
