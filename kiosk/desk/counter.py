"""What every event at the counter needs: the database, the words, the clock and the shop's cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern, is_payment_card
from kiosk.people.greeting.greetings import Greeting, greet
from kiosk.people.greeting.visits import visit_under_way
from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.known.facts import Facts
from kiosk.people.staff.members import StaffMember
from kiosk.people.texts import MOST_CHARACTERS, RefusedText, tidy
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.file.database import Database
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
    meaning that every number counts as its own; `counter` is where the visits take place. With
    `pin_is_needed` nobody signs in by a tap on their name alone. `standing` is what is wrong
    with the data as long as nobody sees to it, in a sentence.
    """

    def __init__(
        self,
        database: Database,
        words: Words,
        clock: Callable[[], datetime],
        own: Sequence[CardPattern] = (),
        counter: str = "1",
        pin_is_needed: bool = False,
        standing: str = "",
    ) -> None:
        self._database = database
        self._words = words
        self._clock = clock
        self._own = own
        self._counter = counter
        self._pin_is_needed = pin_is_needed
        self._standing = standing
        # Whoever signed in, with the role they signed in as.
        self._held: StaffMember | None = None

    @property
    def _by(self) -> UUID | None:
        """Who does what is done."""
        return None if self._held is None else self._held.id

    def standing_trouble(self) -> str:
        """What is wrong as long as the kiosk runs, in a sentence; empty when nothing is."""
        if self._standing or not self._database.read_only:
            return self._standing
        return self._words.gettext("This program is older than its data: it greets, and saves nothing.")

    def _greet_anew(self, customer_id: UUID, trouble: str, present: frozenset[UUID] = frozenset()) -> Answer:
        now = self._clock()
        with self._database.reading() as session:
            facts = people.facts_about(session, customer_id, now, present, self._by)
        return Answer(greet(facts, now, self._words), trouble or self._clock_trouble(facts, now))

    def _record_visit(self, facts: Facts, now: datetime) -> str:
        if visit_under_way(facts.visits, now) is not None:
            return ""
        return self._write(
            lambda session: record_visit(session, facts.customer.id, now, self._counter, self._by)
        )

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

    def _keep(self, change: Callable[[Session], object]) -> None:
        """The same. Raises StorageTrouble where it could not be kept."""
        trouble = self._write(change)
        if trouble:
            raise StorageTrouble(trouble)

    def _text(self, text: str, most: int = MOST_CHARACTERS) -> str:
        """A text as it may be kept, of at most so many characters. Raises RefusedText."""
        tidied = tidy(text, self._words, most)
        if is_payment_card(tidied):
            raise RefusedText(
                self._words.gettext("That looks like the number of a payment card, which is never kept.")
            )
        return tidied

    def _text_or_none(self, text: str) -> str:
        """The same of a text that may be left empty."""
        return self._text(text) if text.strip() else ""

    def _name(self, name: str) -> str:
        """The name of a customer, or of somebody on the staff, as it may be kept. Raises RefusedText."""
        return self._text(name, MOST_IN_A_NAME)

    def _name_or_none(self, name: str) -> str:
        """The same of a name that may be left empty."""
        return self._name(name) if name.strip() else ""

    def _clock_trouble(self, facts: Facts, now: datetime) -> str:
        return self._words.gettext("Check the clock") if facts.clock_is_behind(now) else ""
