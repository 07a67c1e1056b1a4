"""What can become of a scan."""

from collections.abc import Mapping
from enum import StrEnum


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
    STAFF = "staff"
    GUEST = "guest"
    """Known in another shop of the chain, and not here."""


class Signal(StrEnum):
    """What is heard of an outcome, from the kiosk or from the scanner."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    REFUSED = "refused"


SIGNALS: Mapping[Outcome, Signal] = {
    Outcome.WELCOME: Signal.WELCOME,
    Outcome.UNNAMED: Signal.WELCOME,
    Outcome.STAFF: Signal.WELCOME,
    Outcome.GUEST: Signal.WELCOME,
    Outcome.UNKNOWN: Signal.UNKNOWN,
    # A calm tone: neither a welcome nor a refusal would be right.
    Outcome.DECEASED: Signal.UNKNOWN,
    Outcome.NOT_OURS: Signal.REFUSED,
    Outcome.PAYMENT_CARD: Signal.REFUSED,
    Outcome.UNREADABLE: Signal.REFUSED,
    Outcome.RETIRED: Signal.REFUSED,
}

TOLD_OUTSIDE: Mapping[Outcome, Outcome] = {
    **{outcome: outcome for outcome in Outcome},
    Outcome.UNNAMED: Outcome.WELCOME,
    Outcome.STAFF: Outcome.WELCOME,
    Outcome.GUEST: Outcome.WELCOME,
    Outcome.DECEASED: Outcome.UNKNOWN,
}
"""What a till or a script is told, which can do nothing about a person but keep what it hears.

Whether a name is known is nobody's business there, and the word for a badge would let badges be tried out.
That somebody died is said to the cashier alone: outside, such a card is one that is not known, as it sounds.
"""
