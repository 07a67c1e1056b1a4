"""How fast many rows are written: beside a counter at work, in small transactions with pauses."""

from pathlib import Path

from kiosk.storage.file.holding import holding

PAUSE = 0.03
"""Seconds between two: SQLite lets whoever waits look again every 25 milliseconds, or sooner."""


def pace(database: Path, at_work: int, alone: int) -> tuple[int, float]:
    """How many rows the next transaction has, beside a counter at work or alone, and the pause after it."""
    with holding(database, "counter") as is_alone:
        return (alone, 0.0) if is_alone else (at_work, PAUSE)
