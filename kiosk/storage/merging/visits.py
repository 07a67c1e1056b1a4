"""Visits of one person: what lies within half an hour is one."""

from bisect import bisect_left, insort
from datetime import datetime
from typing import Any

from kiosk.people.greeting.visits import SAME_VISIT


class SameVisit:
    """Finds the visit to which another scan belongs."""

    def __init__(self) -> None:
        self._visits: list[tuple[datetime, Any]] = []

    def add(self, visit: dict[str, Any]) -> None:
        """One that stands for itself."""
        insort(self._visits, (visit["at"], visit), key=lambda one: one[0])

    def find(self, visit: dict[str, Any]) -> dict[str, Any] | None:
        """The nearest before or after it, if it is near enough and of the same person."""
        at = visit["at"]
        place = bisect_left(self._visits, at, key=lambda one: one[0])
        near = [one for one in self._visits[max(0, place - 1) : place + 1] if abs(one[0] - at) <= SAME_VISIT]
        same = [one for _, one in near if one["customer_id"] == visit["customer_id"]]
        return same[0] if same else None
