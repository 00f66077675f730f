"""Tables that never travel: history for undo, settings, logs of imports and exports."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text

from tn_desktop.model.entities.base import BigKey, SortText, Stored, local_table, texts


class History(Stored):
    """One committed unit of work; its id is the lsn of the rows it wrote.

    stamp is the greatest stamp this database had issued or seen when it was written, so the newest row is the
    clock. undoes and undone_by link an undo with what it took back.
    """

    __tablename__ = "history"
    __table__ = local_table(
        "history",
        Column("id", BigKey, primary_key=True),
        Column("stamp", SortText, nullable=False),
        Column("label", Text, nullable=False),
        *texts("detail"),
        Column("undoes", BigInteger),
        Column("undone_by", BigInteger),
    )


class HistoryRow(Stored):
    """One row that a unit of work wrote, with what it held before: JSON of column -> value, or null if new."""

    __tablename__ = "history_row"
    __table__ = local_table(
        "history_row",
        Column("id", BigKey, primary_key=True),
        Column("history_id", BigInteger, ForeignKey("history.id"), nullable=False),
        Column("entity", Text, nullable=False),
        Column("row_id", BigInteger, nullable=False),
        *texts("before"),
        Index(None, "history_id"),
        Index(None, "entity", "row_id"),
    )


class Setting(Stored):
    """A local choice or fact, as JSON."""

    __tablename__ = "setting"
    __table__ = local_table(
        "setting",
        Column("key", Text, primary_key=True),
        Column("value", Text, nullable=False),
    )


class Draft(Stored):
    """What was typed into a form that was not saved yet: the form's name, and its fields as JSON."""

    __tablename__ = "draft"
    __table__ = local_table(
        "draft",
        Column("form", Text, primary_key=True),
        Column("at", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("content", Text, nullable=False),
    )


class ImportLog(Stored):
    """A file that was taken in: when, by its own name, what came of it (counts as JSON)."""

    __tablename__ = "import_log"
    __table__ = local_table(
        "import_log",
        Column("id", BigKey, primary_key=True),
        Column("history_id", BigInteger, ForeignKey("history.id")),
        Column("at", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("counts", Text, nullable=False),
    )


class ExportLog(Stored):
    """A file or print that left the program: when, what, how many people's data it holds, and who has it now.

    name is the file's, null for a print. recipient is null where nobody was named.
    """

    __tablename__ = "export_log"
    __table__ = local_table(
        "export_log",
        Column("id", BigKey, primary_key=True),
        Column("at", Text, nullable=False),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("scope", Text, nullable=False),
        Column("people", BigInteger, nullable=False),
        Column("contact_data", BigInteger, nullable=False),
        *texts("recipient"),
    )
