"""What every event at the counter needs: the database, the words, the clock and the shop's cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern
from kiosk.people.facts import Facts
from kiosk.people.greetings import Greeting, greet
from kiosk.people.visits import visit_under_way
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.database import Database
from kiosk.storage.trouble import StorageTrouble
from kiosk.storage.visits import record_visit


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scan or a tap leads to: the greeting, and a sentence where something else went wrong.

    `kept` is False where that sentence says that something written was not kept.
    """

    greeting: Greeting
    trouble: str = ""
    kept: bool = True


class Counter:
    """The counter of one shop. Its methods raise StorageTrouble where nothing can be read at all.

    `clock` gives the time in the shop's zone; `own` are the kinds of card the shop gives out, none
    meaning that every number counts as its own; `counter` is where the visits take place.
    """

    def __init__(
        self,
        database: Database,
        words: Words,
        clock: Callable[[], datetime],
        own: Sequence[CardPattern] = (),
        counter: str = "1",
    ) -> None:
        self._database = database
        self._words = words
        self._clock = clock
        self._own = own
        self._counter = counter

    def standing_trouble(self) -> str:
        """What is wrong as long as the kiosk runs, in a sentence; empty when nothing is."""
        if not self._database.read_only:
            return ""
        return self._words.gettext("This program is older than its data: it greets, and saves nothing.")

    def _greet_anew(self, customer_id: UUID, trouble: str, present: frozenset[UUID] = frozenset()) -> Answer:
        now = self._clock()
        with self._database.reading() as session:
            facts = people.facts_about(session, customer_id, now, present)
        return Answer(greet(facts, now, self._words), trouble or self._clock_trouble(facts, now))

    def _record_visit(self, facts: Facts, now: datetime) -> str:
        if visit_under_way(facts.visits, now) is not None:
            return ""
        return self._write(lambda session: record_visit(session, facts.customer.id, now, self._counter))

    def _write(self, change: Callable[[Session], object]) -> str:
        """Make a change in a transaction of its own; returns a sentence where it could not be kept."""
        if self._database.read_only:
            return self.standing_trouble()
        try:
            with self._database.writing() as session:
                change(session)
        except StorageTrouble as trouble:
            return self._words.gettext(str(trouble))
        return ""

    def _clock_trouble(self, facts: Facts, now: datetime) -> str:
        return self._words.gettext("Check the clock") if facts.clock_is_behind(now) else ""
