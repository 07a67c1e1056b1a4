"""Who a customer is, and how they wish to be met."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

MOST_IN_A_NAME = 200
"""Characters in any of the names of one person, a customer or somebody on the staff."""

OPEN_ENDED = date.max
"""*Tread gently* until somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One person who comes to the shop; without `consent_on` nobody asked yet whether to remember them.

    `known_in_all_shops` where they have agreed that the other shops of a chain greet them, too.
    """

    id: UUID
    key: str
    name: str
    called_by: str
    pronunciation: str = ""
    may_mention_age: bool = False
    greet_by_name: bool = True
    since: date | None = None
    consent_on: date | None = None
    tread_gently_until: date | None = None
    deceased: bool = False
    known_in_all_shops: bool = False

    def needs_gentleness(self, today: date) -> bool:
        """True while a loss or a separation asks for a quiet welcome."""
        return self.tread_gently_until is not None and today <= self.tread_gently_until
