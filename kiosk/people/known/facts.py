"""All that a greeting is computed from."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.people.staff.members import Colleague


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is kept about one customer, as the greeting needs it.

    `visits` are aware times, newest first: at least the newest 14, and those of the last 180 days, which tell
    a rhythm; `visit_count` counts all there are.
    `newest_visit` is the newest visit of anybody that can be right: a clock that is behind it cannot be.
    `companions` are all those related to the customer, and whoever else came along.
    `last_greeted_by` was at the counter on the latest visit before this one, where that is known; `by` is the
    id of who is at the counter now.
    """

    customer: Customer
    important_dates: tuple[ImportantDate, ...] = ()
    notes: tuple[Note, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    visits: tuple[datetime, ...] = ()
    visit_count: int = 0
    newest_visit: datetime | None = None
    companions: tuple[Companion, ...] = ()
    last_greeted_by: Colleague | None = None
    by: UUID | None = None

    @property
    def present(self) -> frozenset[UUID]:
        """Those who stand beside the customer."""
        return frozenset(c.customer.id for c in self.companions if c.present)

    def clock_is_behind(self, now: datetime) -> bool:
        """True when the newest visit kept is ahead, on a later day.

        Where clocks are put back right after midnight it may be the day before once more.
        """
        newest = self.newest_visit
        return newest is not None and newest > now and now.date() < newest.astimezone(now.tzinfo).date()
