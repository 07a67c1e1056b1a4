"""What a scanner can be asked to do."""

from enum import StrEnum


class Command(StrEnum):
    """What a scanner can be asked to do."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    TRIGGER = "trigger"
    ENABLE = "enable"
    DISABLE = "disable"
