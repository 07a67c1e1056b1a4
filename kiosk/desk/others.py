"""The other counters of the shop, as far as staff has to know of them."""

from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk.people.words import Words
from kiosk.sync.hub.membership import has_joined
from kiosk.sync.standing import standing

_AWAY = timedelta(minutes=10)
"""A counter that shares meets the hub every half minute."""

_SAID_AFTER = timedelta(days=1)
"""For a day without the hub nobody is told of it."""


def unmet_since(database: Path | None, now: datetime) -> date | None:
    """Since when nothing was heard of the others, if that is long; `now` is an aware time."""
    if database is None or not has_joined(database):
        return None
    known = standing(database)
    if known is None or now - known.met < _SAID_AFTER:
        return None
    return known.met.astimezone(now.tzinfo).date()


def still_to_forget(database: Path | None, own: str, words: Words, now: datetime) -> str:
    """A sentence that says at which counters somebody is not forgotten yet; empty where they all hear of it.

    `own` is the name of this counter, `now` an aware time.
    """
    if database is None or not has_joined(database):
        return ""
    known = standing(database)
    if known is None or now - known.met > _AWAY:
        return words.gettext("The other counters forget them once this one meets the hub again.")
    away = []
    for counter in known.counters:
        met = None if counter.met is None else datetime.fromtimestamp(counter.met, now.tzinfo)
        if counter.name != own and (met is None or known.met - met > _AWAY):
            since = words.gettext("never there") if met is None else words.day(met.date())
            away.append(words.gettext("counter {name} ({since})").format(name=counter.name, since=since))
    if not away:
        return ""
    sentence = words.gettext("They are forgotten everywhere but where the hub was not met since: {counters}.")
    return sentence.format(counters=", ".join(away))
