"""Stakeholders and the people to talk to there."""

from sqlalchemy import BigInteger, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from tn_desktop.model.entities.base import Base, SortText, Synced


class Stakeholder(Synced, Base):
    """An NGO, agency, university, expert or individual around the communities."""

    __tablename__ = "stakeholder"
    __table_args__ = (Index(None, "alive", "sort_key", "id"), Index(None, "search_name"))

    name: Mapped[str | None] = mapped_column(Text)
    type: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("person.id"))
    disciplines: Mapped[str | None] = mapped_column(Text)
    province: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str | None] = mapped_column(Text)
    web: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[str | None] = mapped_column(Text)

    sort_key: Mapped[str] = mapped_column(SortText, default="")
    province_key: Mapped[str] = mapped_column(SortText, default="")
    search_name: Mapped[str] = mapped_column(SortText, default="")
    search_more: Mapped[str] = mapped_column(SortText, default="")


class Contact(Synced, Base):
    """A person to talk to at a stakeholder."""

    __tablename__ = "contact"
    __table_args__ = (Index(None, "stakeholder_id", "person_id", unique=True), Index(None, "person_id"))
    relation = "contact"
    ends = ("stakeholder_id", "person_id")

    stakeholder_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("stakeholder.id"))
    person_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("person.id"))
    role: Mapped[str | None] = mapped_column(Text)
