"""What one tap on a greeting says has been done."""

from uuid import UUID

from kiosk.desk.answer import Answer
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.greetings import Greetings
from kiosk.desk.store import Store
from kiosk.people.changing.taps import Tap
from kiosk.people.clock import Clock
from kiosk.storage.taps import record_tap, take_back


class Taps:
    """Each answers with the greeting as it is then, with those present."""

    def __init__(self, store: Store, clock: Clock, who: AtCounter, greetings: Greetings) -> None:
        self._store, self._clock, self._who, self._greetings = store, clock, who, greetings

    def keep(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Keep that it was done."""
        trouble = self._store.write(lambda session: record_tap(session, tap, self._clock(), self._who.id))
        return self._greetings.greet_anew(customer_id, trouble, present)

    def take_back(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Undo a tap."""
        trouble = self._store.write(lambda session: take_back(session, tap))
        return self._greetings.greet_anew(customer_id, trouble, present)
