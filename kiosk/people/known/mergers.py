"""Two people who were found to be one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from kiosk.people.known.customers import Customer

UNDONE_FOR = timedelta(days=1)
"""For so long a merger can be taken back."""


class Aspect(StrEnum):
    """Of what there is one only, so that where the two differ one of both is chosen."""

    NAME = "name"
    BIRTHDAY = "birthday"
    MANNER = "manner"


@dataclass(frozen=True, slots=True)
class Merged:
    """Somebody who was merged into another at `at`: what they were called until then.

    `is_newest` where all is known that takes it back, and no other merger came after it.
    """

    name: str
    called_by: str
    at: datetime
    is_newest: bool = False

    def can_be_undone(self, now: datetime) -> bool:
        """True for a day."""
        return self.is_newest and now - self.at <= UNDONE_FOR


class Pair(NamedTuple):
    """Two who may be one person; with the `same_card` each was given it at another counter."""

    one: Customer
    other: Customer
    same_card: bool = False
