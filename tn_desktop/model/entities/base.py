"""What every table shares."""

from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import BigInteger, Integer, LargeBinary, MetaData, SmallInteger, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

SortText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared byte by byte on every engine: sort keys, folded text."""

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A key that is SQLite's rowid there and 64 bits wide elsewhere."""


class Base(DeclarativeBase):
    """Base of every table, synced or local."""

    metadata = MetaData(naming_convention=CONVENTION)


class Synced:
    """The columns of a row that travels between laptops (exchange.md, "The rows").

    Attributes:
        id: local key; never travels.
        uid: the row's name everywhere: 16 bytes of a UUIDv7, or UUIDv5 for a relation.
        created: stamp of creation.
        fields: JSON, field -> stamp, only where it differs from the rule (value present: `created`; else empty).
        seen: JSON, device -> time part of the latest stamp of that device seen for this row.
        gone: null, or the `seen` of whoever deleted it.
        extra: JSON of fields from a newer schema, kept and passed on.
        lsn: number of the local change that wrote the row last (history.id).
        alive: derived: 0 when every stamp is covered by `gone`.

    Class attributes:
        relation: name hashed into the uid when the row is a relation of its ends, else None.
        ends: the key columns whose uids the relation's uid comes from, in order.
    """

    if TYPE_CHECKING:
        __tablename__: Any
        __table__: Any

    relation: ClassVar[str | None] = None
    ends: ClassVar[tuple[str, ...]] = ()

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, sort_order=-20)
    uid: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True, sort_order=-19)
    created: Mapped[str] = mapped_column(SortText, sort_order=80)
    fields: Mapped[str] = mapped_column(Text, default="{}", server_default="{}", sort_order=81)
    seen: Mapped[str] = mapped_column(Text, sort_order=82)
    gone: Mapped[str | None] = mapped_column(Text, sort_order=83)
    extra: Mapped[str | None] = mapped_column(Text, sort_order=84)
    lsn: Mapped[int] = mapped_column(BigInteger, sort_order=85)
    alive: Mapped[int] = mapped_column(SmallInteger, default=1, server_default="1", sort_order=86)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        # An application-made uid and a local rowid: nothing has to be read back after an insert.
        return {"eager_defaults": False}


def table_of(cls: type[Synced] | type[Base]) -> Table:
    """The table of a mapped class."""
    table = cls.__table__
    assert isinstance(table, Table)
    return table
