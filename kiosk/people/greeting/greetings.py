"""The greeting: what the glass shows for one scan, computed from the facts and the clock alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.people.greeting import chips, cues, sayings
from kiosk.people.greeting.cues import Cue
from kiosk.people.greeting.moment import Moment
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.words import Words


@dataclass(frozen=True, slots=True)
class Greeting:
    """What is shown for one scan; `cues` holds all of them in order, the glass shows those that fit.

    `at_counter` is who has just signed in, or who may introduce themselves to a new face. `unnamed` is whose
    greeting it is where nobody is to be named. `asks_consent` where it is time to ask whether we may remember
    them.
    """

    outcome: Outcome
    customer: Customer | None = None
    say: str = ""
    chips: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    companions: tuple[Companion, ...] = ()
    at_counter: str = ""
    unnamed: UUID | None = None
    asks_consent: bool = False

    @property
    def whose(self) -> UUID | None:
        """Whose greeting it is, named or not."""
        return self.unnamed if self.customer is None else self.customer.id


def greet(facts: Facts, now: datetime, words: Words) -> Greeting:
    """The greeting for a customer at `now`, an aware time in the shop's zone."""
    if facts.customer.deceased:
        return Greeting(Outcome.DECEASED, facts.customer)
    moment = Moment(facts, now)
    if not facts.customer.greet_by_name:
        return Greeting(Outcome.UNNAMED, cues=tuple(cues.alerts(moment)), unnamed=facts.customer.id)
    return Greeting(
        Outcome.WELCOME,
        facts.customer,
        say=sayings.line(moment, words),
        chips=tuple(chips.chips(moment, words)),
        cues=tuple(cues.in_order(moment, words)),
        companions=tuple(companion for companion in facts.companions if companion.can_be_named),
        asks_consent=facts.customer.consent_on is None and moment.visit_number == 1,
    )
