"""What can become of a scan."""

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
