"""All that a greeting is computed from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.people.customers import Companion, Customer
from kiosk.people.gestures import Gesture
from kiosk.people.important_dates import ImportantDate
from kiosk.people.notes import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is kept about one customer, as the greeting needs it.

    `visits` are aware times, newest first, at least the newest 14; `visit_count` counts all of them.
    `newest_visit` is the newest visit of anybody: a clock that is behind it cannot be right.
    `present` are those who stand beside the customer.
    """

    customer: Customer
    important_dates: tuple[ImportantDate, ...] = ()
    notes: tuple[Note, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    visits: tuple[datetime, ...] = ()
    visit_count: int = 0
    newest_visit: datetime | None = None
    companions: tuple[Companion, ...] = ()
    present: frozenset[UUID] = frozenset()

    def clock_is_behind(self, now: datetime) -> bool:
        """True when today is earlier than the day of the newest visit kept."""
        newest = self.newest_visit
        return newest is not None and now.date() < newest.astimezone(now.tzinfo).date()
