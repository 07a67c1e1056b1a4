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


class Signal(StrEnum):
    """What is heard of an outcome, from the kiosk or from the scanner."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    REFUSED = "refused"


SIGNALS: Mapping[Outcome, Signal] = {
    Outcome.WELCOME: Signal.WELCOME,
    Outcome.UNNAMED: Signal.WELCOME,
    Outcome.STAFF: Signal.WELCOME,
    Outcome.UNKNOWN: Signal.UNKNOWN,
    # A calm tone: neither a welcome nor a refusal would be right.
    Outcome.DECEASED: Signal.UNKNOWN,
    Outcome.NOT_OURS: Signal.REFUSED,
    Outcome.PAYMENT_CARD: Signal.REFUSED,
    Outcome.UNREADABLE: Signal.REFUSED,
    Outcome.RETIRED: Signal.REFUSED,
}
