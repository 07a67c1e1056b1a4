"""What comes of an event at the counter."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.people.greeting.greetings import Greeting


@dataclass(frozen=True, slots=True)
class NewVisit:
    """A visit that is still to be recorded: whose, when (an aware time), and who of the staff greets."""

    customer_id: UUID
    at: datetime
    by: UUID | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scan or a tap leads to: the greeting, and a sentence where something else went wrong.

    `kept` is False where that sentence says that something written was not kept. `visit` is what is to be
    recorded once the greeting is shown, `visits` are the ids of those that were begun by what was done.
    """

    greeting: Greeting
    trouble: str = ""
    kept: bool = True
    visit: NewVisit | None = None
    visits: frozenset[UUID] = frozenset()
