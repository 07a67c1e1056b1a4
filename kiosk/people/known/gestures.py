"""Gestures: what was given, both ways."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Direction(StrEnum):
    """Which way a gesture went."""

    RECEIVED = "received"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """Something they brought us, and were not thanked for yet; `at` is an aware time."""

    id: UUID
    what: str
    at: datetime
    by: str = ""
