"""A card that nobody has here: perhaps another shop of the chain knows whose it is."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.people.greeting.guests import Guest, days_kept_on
from kiosk.sync.asking import ask

_PATIENCE = 0.3
"""Seconds: whoever is new must not wait for a network."""


class Elsewhere:
    """Asks the hub, where the shop is one of a chain."""

    def __init__(self, database: Path | None, is_chain: bool) -> None:
        self._database = database if is_chain else None

    def guest(self, numbers: Sequence[str], now: datetime) -> Guest | None:
        """Who has a card with one of these spellings of its number; None where nobody tells in time."""
        if self._database is None:
            return None
        today = now.date()
        question = {"numbers": numbers, "days": days_kept_on(today), "today": today.isoformat()}
        try:
            # SQLite's numbers stand for what is true.
            return msgspec.convert(ask(self._database, question, _PATIENCE), Guest, strict=False)
        except msgspec.ValidationError:
            return None
