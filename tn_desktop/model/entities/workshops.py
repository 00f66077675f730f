"""Workshops (any activity), their sessions, who enrolled and who took part."""

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, SmallInteger, Text
from sqlalchemy.orm import Mapped, mapped_column

from tn_desktop.model.entities.base import Base, SortText, Synced


class Workshop(Synced, Base):
    """An activity: talk, workshop, meeting, hybrid program, collaboration or project.

    first_starts_at and status are derived from its sessions; the search columns from its title.
    """

    __tablename__ = "workshop"
    __table_args__ = (
        Index(None, "alive", "sort_key", "id"),
        Index(None, "alive", "first_starts_at", "id"),
    )

    title: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(Text)
    province: Mapped[str | None] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str | None] = mapped_column(Text)

    first_starts_at: Mapped[str] = mapped_column(SortText, default="")
    status: Mapped[str] = mapped_column(Text, default="planned")
    sort_key: Mapped[str] = mapped_column(SortText, default="")
    province_key: Mapped[str] = mapped_column(SortText, default="")
    search_name: Mapped[str] = mapped_column(SortText, default="")
    search_more: Mapped[str] = mapped_column(SortText, default="")


class WorkshopCommunity(Synced, Base):
    """A community for which, or by which, a workshop is held."""

    __tablename__ = "workshop_community"
    __table_args__ = (Index(None, "workshop_id", "community_id", unique=True), Index(None, "community_id"))
    relation = "workshop_community"
    ends = ("workshop_id", "community_id")

    workshop_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("workshop.id"))
    community_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("community.id"))


class WorkshopSession(Synced, Base):
    """One meeting of a workshop.

    starts_at and ends_at are local times as ISO text to the minute (YYYY-MM-DDTHH:MM) in the IANA zone `zone`.
    minors and guests are head counts of people who are not listed by name.
    """

    __tablename__ = "workshop_session"
    __table_args__ = (Index(None, "workshop_id", "starts_at"), Index(None, "alive", "starts_at", "id"))

    workshop_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("workshop.id"))
    title: Mapped[str | None] = mapped_column(Text)
    starts_at: Mapped[str | None] = mapped_column(SortText)
    ends_at: Mapped[str | None] = mapped_column(SortText)
    zone: Mapped[str | None] = mapped_column(Text)
    mode: Mapped[str | None] = mapped_column(Text)
    venue: Mapped[str | None] = mapped_column(Text)
    link: Mapped[str | None] = mapped_column(Text)
    province: Mapped[str | None] = mapped_column(Text)
    capacity: Mapped[int | None] = mapped_column(Integer)
    status: Mapped[str | None] = mapped_column(Text)
    moved_from: Mapped[str | None] = mapped_column(SortText)
    minors: Mapped[int | None] = mapped_column(Integer)
    guests: Mapped[int | None] = mapped_column(Integer)
    notes: Mapped[str | None] = mapped_column(Text)


class SessionFacilitator(Synced, Base):
    """A person who facilitates a session."""

    __tablename__ = "session_facilitator"
    __table_args__ = (Index(None, "session_id", "person_id", unique=True), Index(None, "person_id"))
    relation = "session_facilitator"
    ends = ("session_id", "person_id")

    session_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("workshop_session.id"))
    person_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("person.id"))


class Enrolment(Synced, Base):
    """A person on the list of a workshop."""

    __tablename__ = "enrolment"
    __table_args__ = (Index(None, "workshop_id", "person_id", unique=True), Index(None, "person_id"))
    relation = "enrolment"
    ends = ("person_id", "workshop_id")

    person_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("person.id"))
    workshop_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("workshop.id"))
    status: Mapped[str | None] = mapped_column(Text)


class Attendance(Synced, Base):
    """A person at a session. A null status is a cleared mark, or a walk-in who is not marked yet."""

    __tablename__ = "attendance"
    __table_args__ = (Index(None, "session_id", "person_id", unique=True), Index(None, "person_id"))
    relation = "attendance"
    ends = ("session_id", "person_id")

    session_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("workshop_session.id"))
    person_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("person.id"))
    status: Mapped[str | None] = mapped_column(Text)
    mode: Mapped[str | None] = mapped_column(Text)
    minutes: Mapped[int | None] = mapped_column(Integer)
    walk_in: Mapped[int | None] = mapped_column(SmallInteger)
    made_by: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
