"""The other counters of the shop, as far as staff has to know of them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.people.clock import Clock
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, to_translate
from kiosk.sync.hub.membership import has_joined
from kiosk.sync.standing import last_met, standing

NAMES_ALONE = to_translate("Names alone, until this counter meets the others again.")

_LATELY = timedelta(minutes=10)
"""A counter that shares meets the hub every half minute."""

_SAID_AFTER = timedelta(days=1)
"""For a day without the hub nobody is told of it."""


def unmet_since(database: Path | None, now: datetime) -> date | None:
    """Since when nothing was heard of the others, if that is long; `now` is an aware time."""
    met = _last_met(database)
    if met is None or now - met < _SAID_AFTER:
        return None
    return met.astimezone(now.tzinfo).date()


def still_to_hear(database: Path | None) -> int | None:
    """How many changes of the others are still to come; None at a counter that stands for itself."""
    if database is None or not has_joined(database):
        return None
    known = standing(database)
    return 0 if known is None else sum(counter.unheard for counter in known.counters if counter.is_own)


def still_to_forget(database: Path | None, words: Words, now: datetime) -> str:
    """A sentence that says at which counters somebody is not forgotten yet; empty where they all hear of it.

    `now` is an aware time.
    """
    if database is None or not has_joined(database):
        return ""
    known = standing(database)
    if known is None or now - known.met > _LATELY:
        return words.gettext("The other counters forget them once this one meets the hub again.")
    away = []
    for counter in known.away:
        met = None if counter.met is None else datetime.fromtimestamp(counter.met, now.tzinfo)
        since = words.gettext("never there") if met is None else words.day(met.date())
        away.append(words.gettext("counter {name} ({since})").format(name=counter.name, since=since))
    if not away:
        return ""
    sentence = words.gettext("They are forgotten everywhere but where the hub was not met since: {counters}.")
    return sentence.format(counters=", ".join(away))


class Caution:
    """A counter that has not met the others for long shows names alone: it may have been stolen.

    So forgetting has an end, also on a machine that nobody has any more. `days` of 0 turn it off.
    """

    def __init__(self, database: Path | None, clock: Clock, words: Words, days: int) -> None:
        self._database, self._clock, self._words, self._days = database, clock, words, days

    @property
    def is_due(self) -> bool:
        """Whether it has been so long."""
        met = _last_met(self._database) if self._days else None
        return met is not None and self._clock() - met > timedelta(days=self._days)

    def names_alone(self, greeting: Greeting) -> Greeting:
        """What is left of a greeting then, and why."""
        if not self.is_due:
            return greeting
        if greeting.customer is None:
            return replace(greeting, cues=())
        return Greeting(greeting.outcome, greeting.customer, say=self._words.gettext(NAMES_ALONE))

    def refuse(self) -> None:
        """Raise RefusedText then: more than names is asked for."""
        if self.is_due:
            raise RefusedText(self._words.gettext(NAMES_ALONE))


def _last_met(database: Path | None) -> datetime | None:
    """Of a counter that shares: every greeting asks."""
    return None if database is None or not has_joined(database) else last_met(database)
