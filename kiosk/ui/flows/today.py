"""What today holds, counted for the ready screen."""

from datetime import date
from time import monotonic

from kiosk.people.today import Today
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.resting import Resting
from kiosk.ui.navigator import Navigator

COUNT_AGAIN_AFTER = 50.0
"""Seconds for which the numbers are fresh."""


class TodayFlow:
    """Counts when nobody is served, but not after every greeting in a queue of customers."""

    def __init__(self, navigator: Navigator, ask: AskDesk, resting: Resting) -> None:
        self._navigator, self._ask, self._resting = navigator, ask, resting
        self._counted: tuple[date, float]
        self.expire()

    def expire(self) -> None:
        """Something was done that the numbers do not know of yet."""
        self._counted = date.min, 0.0

    def count(self) -> None:
        """Put the numbers of today on the ready screen."""
        day, now = self._navigator.place.clock().date(), monotonic()
        if day == self._counted[0] and now - self._counted[1] < COUNT_AGAIN_AFTER:
            return
        self._counted = day, now
        self._ask(lambda desk: desk.today(), then=self._tell)

    def _tell(self, today: Today) -> None:
        self._resting.ready.show_today(today)
        self._resting.tell_others(today.unmet_since, today.to_hear)
