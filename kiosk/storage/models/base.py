"""What every table has in common."""

from datetime import UTC, datetime

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from kiosk.storage.models.columns import UtcTime


def _now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Every constraint has a name, so that a migration can take it up by name."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime}  # noqa: RUF012 - SQLAlchemy's own spelling


class Changeable:
    """A row that can change."""

    updated_at: Mapped[datetime] = mapped_column(default=_now, onupdate=_now)
