"""What happens at the counter: one method an event, each with its own short transactions."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern, Reason, Refusal, Scan
from kiosk.people.briefing import Briefing, brief
from kiosk.people.facts import Facts
from kiosk.people.greetings import Greeting, Outcome, greet
from kiosk.people.taps import Tap
from kiosk.people.today import Today
from kiosk.people.visits import visit_under_way
from kiosk.people.words import Words
from kiosk.storage import people, today
from kiosk.storage.briefing import facts_for_briefing
from kiosk.storage.database import Database
from kiosk.storage.taps import record_tap, take_back
from kiosk.storage.trouble import StorageTrouble
from kiosk.storage.visits import record_company, record_visit

_REFUSALS = {Reason.PAYMENT_CARD: Outcome.PAYMENT_CARD, Reason.UNREADABLE: Outcome.UNREADABLE}


class UnknownCompanionError(LookupError):
    """Nobody has this key."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scan leads to: the greeting, and a sentence where something else went wrong."""

    greeting: Greeting
    trouble: str = ""


class Desk:
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

    def welcome(self, scan: Scan | Refusal) -> Answer:
        """Greet whoever the card belongs to, and record the visit.

        When the visit cannot be recorded they are greeted all the same, and the answer says so.
        """
        now = self._clock()
        found = self._look_up(scan, now)
        if isinstance(found, Greeting):
            return Answer(found)
        greeting = greet(found, now, self._words)
        trouble = "" if greeting.outcome is Outcome.DECEASED else self._record_visit(found, now)
        return Answer(greeting, trouble or self._clock_trouble(found, now))

    def come_along(self, customer_id: UUID, present: frozenset[UUID], companion_id: UUID) -> Answer:
        """Greet a customer anew with one more companion; the two are kept with each other's visit.

        When that cannot be recorded the greeting knows of the companion all the same.
        """
        now = self._clock()
        trouble = self._write(
            lambda session: record_company(session, customer_id, companion_id, now, self._counter)
        )
        return self._greet_anew(customer_id, trouble, present | {companion_id})

    def tapped(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Keep what one tap on a cue said has been done, and greet the customer anew with those present."""
        trouble = self._write(lambda session: record_tap(session, tap, self._clock()))
        return self._greet_anew(customer_id, trouble, present)

    def take_back(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> Answer:
        """Undo a tap, and greet the customer anew with those present."""
        return self._greet_anew(customer_id, self._write(lambda session: take_back(session, tap)), present)

    def preview(self, scan: Scan | Refusal, at: datetime, present: Collection[str] = ()) -> Greeting:
        """The greeting the glass would show at `at`, with the customers of these keys present.

        Records nothing. Raises UnknownCompanionError for a key that nobody has.
        """
        found = self._look_up(scan, at, present)
        return found if isinstance(found, Greeting) else greet(found, at, self._words)

    def briefing(self, at: datetime) -> Briefing:
        """What to have in mind before opening, at `at`."""
        with self._database.reading() as session:
            people_in_mind = list(facts_for_briefing(session, at))
        return brief(people_in_mind, at, self._words)

    def standing_trouble(self) -> str:
        """What is wrong as long as the kiosk runs, in a sentence; empty when nothing is."""
        if not self._database.read_only:
            return ""
        return self._words.gettext("This program is older than its data: it greets, and saves nothing.")

    def today(self) -> Today:
        """What the ready screen tells."""
        with self._database.reading() as session:
            return today.today(session, self._clock())

    def _look_up(
        self, scan: Scan | Refusal, now: datetime, present: Collection[str] = ()
    ) -> Facts | Greeting:
        """The facts about the one whose card it is, or the greeting where there is no such person."""
        if isinstance(scan, Refusal):
            return Greeting(_REFUSALS[scan.reason])
        if self._own and not any(kind.matches(scan.number, scan.symbology) for kind in self._own):
            return Greeting(Outcome.NOT_OURS)
        with self._database.reading() as session:
            card = people.find_card(session, _spellings(scan.number))
            if card is None:
                return Greeting(Outcome.UNKNOWN)
            if card.retired is not None:
                return Greeting(Outcome.RETIRED)
            return people.facts_about(session, card.customer_id, now, _ids_of(session, present))

    def _greet_anew(self, customer_id: UUID, trouble: str, present: frozenset[UUID]) -> Answer:
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
            return str(trouble)
        return ""

    def _clock_trouble(self, facts: Facts, now: datetime) -> str:
        return self._words.gettext("Check the clock") if facts.clock_is_behind(now) else ""


def _ids_of(session: Session, keys: Collection[str]) -> frozenset[UUID]:
    if not keys:
        return frozenset()
    found = people.customer_ids(session, keys)
    unknown = next((key for key in keys if key not in found), None)
    if unknown is not None:
        raise UnknownCompanionError(unknown)
    return frozenset(found.values())


def _spellings(number: str) -> list[str]:
    """A UPC-A may have been stored before its leading zero was known."""
    return [number, number[1:]] if len(number) == 13 and number.startswith("0") else [number]
