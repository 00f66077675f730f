"""What the law on personal data asks for: notices and consents, what people ask of us, what was destroyed."""

from sqlalchemy import BigInteger, Column, Index, Text

from tn_desktop.model.entities.base import (
    BigKey,
    Stored,
    Synced,
    local_table,
    moments,
    synced_table,
    texts,
    to_one,
)


class Consent(Synced):
    """A privacy notice that a person was given, or one explicit consent of hers for one purpose; never both in one.

    given_at and withdrawn_at are ISO days. text_version names the text that she had before her (resources/privacy),
    language its language. evidence says where the proof lies: a folder, a file, a message. A consent stands while it
    is not withdrawn; one who gives it again has another row, so that the rows are the history.
    """

    __tablename__ = "consent"
    __table__ = synced_table(
        "consent",
        to_one("person_id", "person", required=True),
        *texts("kind", "purpose", "text_version", "language", "channel"),
        *moments("given_at", "withdrawn_at"),
        *texts("evidence"),
        Index(None, "person_id"),
        Index(None, "kind", "purpose", "person_id"),
    )


class OwnText(Synced):
    """The organisation's own words of notice and consent, one version in one language; never changed.

    notice are paragraphs, a line each; consent is the sentence above the purposes; purposes are lines
    "purpose: what is agreed to". The uid comes from all of it, so that nobody's words take the place of another's.
    """

    __tablename__ = "own_text"
    content = ("version", "language", "notice", "consent", "purposes")
    __table__ = synced_table("own_text", *texts(*content), Index(None, "alive", "version"))


class DataRequest(Synced):
    """What a person asked about her data, to be answered within thirty days of `received` (ISO day).

    person_id is empty once she was erased: the request stays as a proof that it was answered, without a name.
    """

    __tablename__ = "data_request"
    __table__ = synced_table(
        "data_request",
        to_one("person_id", "person"),
        *texts("kind"),
        *moments("received"),
        *texts("channel", "status"),
        *moments("closed"),
        *texts("notes"),
        Index(None, "person_id"),
        Index(None, "alive", "status", "received"),
    )


class Destruction(Stored):
    """A line of the destruction log: when (local ISO time), by which rule, how many, on whose authority. No names."""

    __tablename__ = "destruction"
    __table__ = local_table(
        "destruction",
        Column("id", BigKey, primary_key=True),
        Column("at", Text, nullable=False),
        Column("rule", Text, nullable=False),
        Column("count", BigInteger, nullable=False),
        Column("authority", Text, nullable=False),
    )
