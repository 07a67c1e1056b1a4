"""Column types that mean the same in every database."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, String, TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC: SQLite keeps no offsets."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What a value is in Python."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def word(kind: type[StrEnum], name: str) -> Enum:
    """One of a few words, kept as text and checked by the database."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda words: [w.value for w in words],
    )


def in_byte_order() -> String:
    """A text sorted by its code points, as SQLite does it, so that a beginning is a range."""
    return String().with_variant(String(collation="C"), "postgresql")
