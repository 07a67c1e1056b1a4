"""What was gone through before opening, and stays so through the day."""

from uuid import UUID

from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.storage.ticks import tick, ticked


class Ticks:
    """Those of today."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def of_today(self) -> set[UUID]:
        """Everybody who is ticked."""
        with self._store.reading() as session:
            return ticked(session, self._clock().date())

    def keep(self, customer_id: UUID, is_done: bool) -> str:
        """Keep whether somebody is ticked; returns a sentence where that could not be kept."""
        today = self._clock().date()
        return self._store.write(lambda session: tick(session, customer_id, today, is_done))
