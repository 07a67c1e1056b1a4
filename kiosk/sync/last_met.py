"""When a counter has met its hub last: kept beside the database, as the time of a file."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def note_met(database: Path) -> None:
    """It is met now. Where that cannot be kept nobody is kept from working."""
    with suppress(OSError):
        _file(database).touch()


def last_met(database: Path) -> datetime | None:
    """When it was, in UTC; None where it never was."""
    try:
        return datetime.fromtimestamp(_file(database).stat().st_mtime, UTC)
    except OSError:
        return None


def _file(database: Path) -> Path:
    return database.with_name(f"{database.name}.hub-met")
