"""Gestures: what was given, both ways."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way a gesture went."""

    RECEIVED = "received"
    GIVEN = "given"
