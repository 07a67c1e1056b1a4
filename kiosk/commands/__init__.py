"""The commands: here, and only here, settings, scanner, desk and glass are joined."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

Clock = Callable[[ZoneInfo], datetime]
"""Tells the time in a zone, as `datetime.now` does."""


class CommandError(Exception):
    """A command cannot be carried out; the message is one sentence for the person at the terminal."""
