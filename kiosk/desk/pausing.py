"""How long somebody has to wait before another PIN of theirs is looked at."""

from datetime import timedelta
from uuid import UUID

from kiosk.desk.counter import Counter
from kiosk.people.staff.pins import time_to_wait
from kiosk.storage import staff


class Pausing(Counter):
    """For a glass that counts down."""

    def left_to_wait(self, staff_id: UUID) -> timedelta:
        """What is left of their pause; nothing when there is none."""
        with self._database.reading() as session:
            kept = staff.tries(session, staff_id)
        return time_to_wait(kept.wrong_tries, kept.tried_at, self._clock())
