"""Tables that never travel: history for undo, settings, logs of imports and exports."""

from sqlalchemy import BigInteger, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from tn_desktop.model.entities.base import Base, BigKey, SortText


class History(Base):
    """One committed unit of work; its id is the lsn of the rows it wrote.

    stamp is the greatest stamp this database had issued or seen when it was written, so the newest row is the
    clock. undoes and undone_by link an undo with what it took back.
    """

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    stamp: Mapped[str] = mapped_column(SortText)
    label: Mapped[str] = mapped_column(Text)
    detail: Mapped[str | None] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(BigInteger)
    undone_by: Mapped[int | None] = mapped_column(BigInteger)


class HistoryRow(Base):
    """One row that a unit of work wrote, with what it held before: JSON of column -> value, or null if new."""

    __tablename__ = "history_row"
    __table_args__ = (Index(None, "history_id"), Index(None, "entity", "row_id"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    history_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("history.id"))
    entity: Mapped[str] = mapped_column(Text)
    row_id: Mapped[int] = mapped_column(BigInteger)
    before: Mapped[str | None] = mapped_column(Text)


class Setting(Base):
    """A local choice or fact, as JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class ImportLog(Base):
    """A file that was taken in: when, by its own name, what came of it (counts as JSON)."""

    __tablename__ = "import_log"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    history_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("history.id"))
    at: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    counts: Mapped[str] = mapped_column(Text)


class ExportLog(Base):
    """A file that left the program: when, what, how many people's data it holds."""

    __tablename__ = "export_log"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    at: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    scope: Mapped[str] = mapped_column(Text)
    people: Mapped[int] = mapped_column(BigInteger)
    contact_data: Mapped[int] = mapped_column(BigInteger)
