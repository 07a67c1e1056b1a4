"""The greeting: what the glass shows for one scan, computed from the facts and the clock alone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.people import celebrations, chips, cues, notes, sayings
from kiosk.people.cues import Cue, CueKind
from kiosk.people.customers import Companion, Customer
from kiosk.people.facts import Facts
from kiosk.people.words import Words


class Outcome(StrEnum):
    """What became of a scan."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    NOT_OURS = "not_ours"
    PAYMENT_CARD = "payment_card"
    UNREADABLE = "unreadable"
    RETIRED = "retired"
    DECEASED = "deceased"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Greeting:
    """What is shown for one scan; `cues` holds all of them in order, the glass shows those that fit."""

    outcome: Outcome
    customer: Customer | None = None
    say: str = ""
    chips: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    companions: tuple[Companion, ...] = ()


def greet(facts: Facts, now: datetime, words: Words) -> Greeting:
    """The greeting for a customer at `now`, an aware time in the shop's zone."""
    if facts.customer.deceased:
        return Greeting(Outcome.DECEASED, facts.customer)
    if not facts.customer.greet_by_name:
        return Greeting(Outcome.UNNAMED, cues=tuple(_cues(facts, now, words, only=CueKind.ALERT)))
    shown = tuple(_cues(facts, now, words))
    return Greeting(
        Outcome.WELCOME,
        facts.customer,
        say=sayings.line(facts, now, words),
        chips=tuple(chips.chips(facts, now, words)),
        cues=shown,
        companions=facts.companions,
    )


def _cues(facts: Facts, now: datetime, words: Words, only: CueKind | None = None) -> list[Cue]:
    open_notes = notes.shown(facts.notes, now, facts.present)
    near = celebrations.near(facts.important_dates, now.date())
    everything = cues.in_order(facts.customer, near, open_notes, now, words)
    return [cue for cue in everything if only is None or cue.kind is only]
