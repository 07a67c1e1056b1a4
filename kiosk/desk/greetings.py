"""Who stands at the counter, by the card they show and by those who came along."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern, Reason, Refusal, Scan, spellings
from kiosk.desk.answer import Answer, NewVisit
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.badges import Badges
from kiosk.desk.elsewhere import Elsewhere
from kiosk.desk.others import Caution
from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.greeting.greetings import Greeting, greet
from kiosk.people.greeting.guests import greet_guest
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.greeting.visits import visit_under_way
from kiosk.people.known.facts import Facts
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.visits import record_company, record_visit, take_company_back

_REFUSALS = {
    Reason.PAYMENT_CARD: Outcome.PAYMENT_CARD,
    Reason.PERSONAL_DOCUMENT: Outcome.NOT_OURS,
    Reason.SECRET_KEY: Outcome.NOT_OURS,
    Reason.FOREIGN_TAG: Outcome.NOT_OURS,
    Reason.WRONG_CHECK_DIGIT: Outcome.UNREADABLE,
    Reason.UNREADABLE: Outcome.UNREADABLE,
}


class UnknownCompanionError(LookupError):
    """Nobody has this key."""


class Greetings:
    """Greeting whoever comes.

    `own` are the kinds of card the shop gives out, none meaning that every number counts as its own;
    `counter` is where the visits take place.
    """

    def __init__(
        self,
        store: Store,
        words: Words,
        clock: Clock,
        who: AtCounter,
        badges: Badges,
        own: Sequence[CardPattern],
        counter: str,
        caution: Caution,
        elsewhere: Elsewhere,
    ) -> None:
        self._store, self._words, self._clock = store, words, clock
        self._who, self._badges, self._own, self._counter = who, badges, own, counter
        self._caution, self._elsewhere = caution, elsewhere

    def welcome(self, scan: Scan | Refusal) -> Answer:
        """Greet whoever the card belongs to; a badge signs its owner in, or out.

        Nothing is written: the visit of the answer is recorded by `record` once they have been greeted.
        """
        now = self._clock()
        found = self._look_up(scan, now)
        if isinstance(found, Facts):
            return self._greet(found, now)
        # No customer's card has the number of a badge: theirs need not be looked at.
        if isinstance(scan, Scan) and found.outcome in (Outcome.UNKNOWN, Outcome.NOT_OURS):
            return self._badges.greet(scan.number) or Answer(self._of_nobody_here(found, scan, now))
        return Answer(found)

    def recognise(self, customer_id: UUID) -> Answer:
        """Greet somebody without their card, as by a scan of it."""
        now = self._clock()
        with self._store.reading() as session:
            facts = people.facts_about(session, customer_id, now, by=self._who.id)
        return self._greet(facts, now)

    def record(self, visit: NewVisit) -> str:
        """Record a visit, unless one is under way; returns a sentence where it could not be recorded."""
        return self._store.write(
            lambda session: record_visit(session, visit.customer_id, visit.at, self._counter, visit.by)
        )

    def come_along(self, customer_id: UUID, present: frozenset[UUID], companion_id: UUID) -> Answer:
        """Greet a customer anew with one more companion; the two are kept with each other's visit.

        When that cannot be recorded the greeting knows of the companion all the same.
        """
        now, begun = self._clock(), set[UUID]()

        def record(session: Session) -> None:
            begun.clear()
            begun.update(record_company(session, customer_id, companion_id, now, self._counter, self._who.id))

        trouble = self._store.write(record)
        answer = self.greet_anew(customer_id, trouble, present | {companion_id})
        return replace(answer, visits=frozenset(begun) if not trouble else frozenset())

    def go_alone(
        self,
        customer_id: UUID,
        present: frozenset[UUID],
        companion_id: UUID,
        visits: frozenset[UUID] = frozenset(),
    ) -> Answer:
        """Greet a customer anew without a companion who did not come after all.

        `visits` are those that were begun when they were said to be here.
        """
        now = self._clock()
        trouble = self._store.write(
            lambda session: take_company_back(session, customer_id, companion_id, now, visits)
        )
        return self.greet_anew(customer_id, trouble, present - {companion_id} if not trouble else present)

    def greet_anew(self, customer_id: UUID, trouble: str, present: frozenset[UUID] = frozenset()) -> Answer:
        """The greeting of somebody who is here, as it is by now; `trouble` is what went wrong before."""
        now = self._clock()
        with self._store.reading() as session:
            facts = people.facts_about(session, customer_id, now, present, self._who.id)
        greeting = self._caution.names_alone(greet(facts, now, self._words))
        return Answer(greeting, trouble or self._clock_trouble(facts, now))

    def preview(self, scan: Scan | Refusal, at: datetime, present: Collection[str] = ()) -> Greeting:
        """The greeting the glass would show at `at`, with the customers of these keys present.

        Records nothing and signs nobody in: a badge is not one of our cards. Raises UnknownCompanionError
        for a key that nobody has.
        """
        found = self._look_up(scan, at, present)
        if isinstance(found, Facts):
            return greet(found, at, self._words)
        if isinstance(scan, Scan) and found.outcome is Outcome.UNKNOWN and self._badges.holder(scan.number):
            return Greeting(Outcome.NOT_OURS)
        return found

    def _of_nobody_here(self, found: Greeting, scan: Scan, now: datetime) -> Greeting:
        """For a card that nobody has here: of a guest, of a new face, or of a part of a longer code."""
        if found.outcome is not Outcome.UNKNOWN:
            return found
        # What may be a part of a longer code was not readable, and is not kept as a card.
        if not scan.alone:
            return Greeting(Outcome.UNREADABLE)
        guest = self._elsewhere.guest(spellings(scan.number, scan.symbology), now)
        return found if guest is None else greet_guest(guest, now.date(), self._words)

    def _greet(self, facts: Facts, now: datetime) -> Answer:
        greeting = self._caution.names_alone(greet(facts, now, self._words))
        is_new = greeting.outcome is not Outcome.DECEASED and visit_under_way(facts.visits, now) is None
        visit = NewVisit(facts.customer.id, now, self._who.id) if is_new else None
        return Answer(greeting, self._clock_trouble(facts, now), visit=visit)

    def _clock_trouble(self, facts: Facts, now: datetime) -> str:
        return self._words.gettext("Check the clock") if facts.clock_is_behind(now) else ""

    def _look_up(
        self, scan: Scan | Refusal, now: datetime, present: Collection[str] = ()
    ) -> Facts | Greeting:
        """The facts about the one whose card it is, or the greeting where there is no such person."""
        if isinstance(scan, Refusal):
            return Greeting(_REFUSALS[scan.reason])
        if self._own and not any(kind.matches(scan.number, scan.symbology) for kind in self._own):
            return Greeting(Outcome.NOT_OURS)
        with self._store.reading() as session:
            card = people.find_card(session, spellings(scan.number, scan.symbology))
            if card is None:
                return Greeting(Outcome.UNKNOWN, at_counter=self._who.name)
            if card.retired is not None:
                return Greeting(Outcome.RETIRED)
            return people.facts_about(session, card.customer_id, now, _ids_of(session, present), self._who.id)


def _ids_of(session: Session, keys: Collection[str]) -> frozenset[UUID]:
    if not keys:
        return frozenset()
    found = people.customer_ids(session, keys)
    unknown = next((key for key in keys if key not in found), None)
    if unknown is not None:
        raise UnknownCompanionError(unknown)
    return frozenset(found.values())
