"""What today holds: what the ready screen may tell, which is numbers and never a name."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Today:
    """How many celebrate today and in the six days after, and how many questions are open.

    `unmet_since` is the day since when nothing was heard of the other counters, if that is long; `to_hear`
    how many of their changes are still to come, None at a counter that stands for itself.
    """

    celebrating: int = 0
    celebrating_soon: int = 0
    questions: int = 0
    oldest_question: date | None = None
    unmet_since: date | None = None
    to_hear: int | None = None
