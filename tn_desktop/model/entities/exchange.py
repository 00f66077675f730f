"""What the exchange between laptops keeps beside the rows: conflicts, verdicts, erasures, peers, batches."""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Text

from tn_desktop.model.entities.base import BigKey, SortText, Stored, Synced, local_table, synced_table, texts

Uid = LargeBinary(16)


def _needed(kind: Any, *names: str) -> tuple[Column[Any], ...]:
    """Columns that cannot be null."""
    return tuple(Column(name, kind, nullable=False) for name in names)


def _count(name: str) -> Column[Any]:
    return Column(name, BigInteger, nullable=False, default=0, server_default="0")


class Conflict(Synced):
    """A value that gave way to one whose writer had not seen it; it waits for somebody to look.

    The row is named by entity (its table) and row_uid, since it may not have come yet. lost is the value as canonical
    JSON (a relation as a uid), lost_stamp the stamp of its write. resolved is null, "keep" (what stands is right) or
    "take" (what was lost was written again).
    """

    __tablename__ = "conflict"
    __table__ = synced_table(
        "conflict",
        *texts("entity"),
        Column("row_uid", Uid),
        *texts("field", "lost"),
        Column("lost_stamp", SortText),
        *texts("resolved"),
        Index(None, "resolved", "id"),
        Index(None, "row_uid"),
    )


class SameAs(Synced):
    """Somebody's verdict on two rows: "same", "different", or null when it was taken back. low_uid < high_uid."""

    __tablename__ = "same_as"
    __table__ = synced_table(
        "same_as",
        *texts("entity"),
        Column("low_uid", Uid),
        Column("high_uid", Uid),
        *texts("verdict"),
        Index(None, "low_uid"),
        Index(None, "high_uid"),
        Index(None, "entity", "verdict"),
    )


class Twin(Stored):
    """A row that is seen as another one, `kept_id`: what follows from the verdicts, kept up by store/twins.py.

    entity is the table of both.
    """

    __tablename__ = "twin"
    __table__ = local_table(
        "twin",
        Column("entity", Text, primary_key=True),
        Column("id", BigInteger, primary_key=True, autoincrement=False),
        *_needed(BigInteger, "kept_id"),
        Index(None, "entity", "kept_id"),
    )


class Device(Synced):
    """Who writes under a device id, so that a conflict can say whose value it is."""

    __tablename__ = "device"
    __table__ = synced_table("device", *texts("device", "owner", "province"))


class Erased(Stored):
    """A row that was erased for good, by request: grow-only, travels whole in every file, absorbs what comes later."""

    __tablename__ = "erased"
    __table__ = local_table(
        "erased",
        Column("uid", Uid, primary_key=True),
        *_needed(Text, "entity", "erased_on", "authority"),
    )


class Peer(Stored):
    """Another laptop: up to which of its changes we have everything, and up to which of ours it has said to have."""

    __tablename__ = "peer"
    __table__ = local_table(
        "peer",
        Column("device", Text, primary_key=True),
        _count("received_lsn"),
        _count("received_sequence"),
        *texts("received_at"),
        _count("acknowledged_lsn"),
        *texts("acknowledged_at"),
    )


class SyncBatch(Stored):
    """A workbook that was taken in. Files of one call share `batch`; history_id is the unit of work that merged it.

    from_lsn and to_lsn say which changes of the sender it held (from 0: a snapshot), part and parts which piece of
    it; counts is JSON.
    """

    __tablename__ = "sync_batch"
    __table__ = local_table(
        "sync_batch",
        Column("id", BigKey, primary_key=True),
        *_needed(BigInteger, "batch"),
        Column("history_id", BigInteger, ForeignKey("history.id")),
        *_needed(Text, "at", "name", "fingerprint", "device", "export_id"),
        *_needed(BigInteger, "sequence"),
        *_needed(Integer, "part", "parts"),
        *_needed(Text, "scope"),
        *_needed(BigInteger, "from_lsn", "to_lsn"),
        *_needed(Text, "counts"),
        Index(None, "batch"),
        Index(None, "fingerprint"),
        Index(None, "device"),
    )


class SyncSent(Stored):
    """A workbook of ours: its number, when, what it held; whose data left with it is in the log of exports."""

    __tablename__ = "sync_sent"
    __table__ = local_table(
        "sync_sent",
        Column("sequence", BigKey, primary_key=True),
        *_needed(Text, "at", "name", "export_id", "scope"),
        *_needed(BigInteger, "from_lsn", "to_lsn", "rows"),
    )


class HeldFile(Stored):
    """A workbook that waits: for its time to come, for a newer program, or for the coordinator.

    fingerprint is the SHA-256 of its bytes, of which the profile keeps a copy; until is in milliseconds since 1970,
    null where no time will help; device is the one whose clock is ahead.
    """

    __tablename__ = "held_file"
    __table__ = local_table(
        "held_file",
        Column("id", BigKey, primary_key=True),
        *_needed(Text, "at", "name", "fingerprint", "reason", "device"),
        Column("until", BigInteger),
        Index(None, "fingerprint", unique=True),
    )


class Carried(Stored):
    """A row of an entity that this program is too old to know: kept as it came, joined, and passed on."""

    __tablename__ = "carried"
    __table__ = local_table(
        "carried",
        Column("id", BigKey, primary_key=True),
        *_needed(Text, "entity"),
        Column("uid", Uid, nullable=False),
        *_needed(Text, "seen", "body"),
        *_needed(BigInteger, "lsn"),
        Index(None, "entity", "uid", unique=True),
    )
