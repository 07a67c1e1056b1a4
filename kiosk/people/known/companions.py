"""Companions: those close to a customer, and those who came along today."""

from dataclasses import dataclass

from kiosk.people.known.customers import Customer
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.relationships import RelationshipKind

_NEAREST = {RelationshipKind.PARTNER, RelationshipKind.CHILD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """One of them. `kinds` is what they are to the customer: nothing, where they only came along."""

    customer: Customer
    kinds: frozenset[RelationshipKind] = frozenset()
    important_dates: tuple[ImportantDate, ...] = ()
    present: bool = False

    @property
    def key(self) -> str:
        """The key of the shop file."""
        return self.customer.key

    @property
    def called_by(self) -> str:
        """The name one says."""
        return self.customer.called_by

    @property
    def can_be_named(self) -> bool:
        """False for the dead, and for those who prefer not to be greeted by name."""
        return self.customer.greet_by_name and not self.customer.deceased

    @property
    def is_near(self) -> bool:
        """True for a partner or a child: their days matter even when they are not here."""
        return not self.kinds.isdisjoint(_NEAREST)
