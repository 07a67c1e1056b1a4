"""What was found out about one thing, and the one thing to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.mishap import where
from kiosk.people.words import Words, filled, to_translate


class State(StrEnum):
    """Green is well, amber will want a hand one day, red wants it now."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: `name` is a key of the titles, `says` a sentence, `do` another where something is to do."""

    name: str
    state: State
    says: str
    do: str = ""


TITLES = {
    "kiosk": to_translate("Kiosk"),
    "scanner": to_translate("Scanner"),
    "display": to_translate("Display"),
    "touch": to_translate("Touch"),
    "clock": to_translate("Clock"),
    "database": to_translate("Database"),
    "backup": to_translate("Backup"),
    "sharing": to_translate("Other counters"),
    "disk": to_translate("Disk"),
    "temperature": to_translate("Temperature"),
    "power": to_translate("Power"),
    "fonts": to_translate("Fonts"),
    "latency": to_translate("Latency"),
    "memory": to_translate("Memory"),
    "versions": to_translate("Versions"),
}


_TITLES_OF_TRIALS = {
    "scan": to_translate("What was scanned"),
    "list": to_translate("Customer list"),
    "columns": to_translate("Columns"),
    "held": to_translate("Held back"),
}
"""Of what is not examined, but tried."""


def title(finding: Finding, words: Words) -> str:
    """What the finding is about, for a person."""
    return words.gettext({**TITLES, **_TITLES_OF_TRIALS}[finding.name])


def not_looked_at(name: str, error: Exception, words: Words) -> Finding:
    """The finding that stands for an examination that failed."""
    says = filled(words.gettext("This could not be looked at ({where})."), where=where(error))
    return Finding(name, State.AMBER, says, words.gettext("Show this to whoever looks after the program."))


def worst(findings: list[Finding]) -> State:
    """The state of all of them together."""
    return max((one.state for one in findings), key=list(State).index, default=State.GREEN)
