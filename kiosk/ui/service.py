"""What the glass asks for. None of it takes time: the answers come later, to the flow that asked."""

from typing import Protocol
from uuid import UUID

from kiosk.people.drafts import Draft
from kiosk.people.newcomers import Newcomer
from kiosk.people.taps import Tap


class AskedOfGreeting(Protocol):
    """Each begins with the customer on the glass and those beside them."""

    def tapped(self, customer_id: UUID, present: frozenset[UUID], tap: Tap, /) -> None:
        """Something was done that a cue asks for."""

    def taken_back(self, customer_id: UUID, present: frozenset[UUID], tap: Tap, /) -> None:
        """It was not, after all."""

    def came_along(self, customer_id: UUID, present: frozenset[UUID], companion_id: UUID, /) -> None:
        """One more companion is here."""

    def written(self, customer_id: UUID, present: frozenset[UUID], draft: Draft, /) -> None:
        """A note was written."""


class AskedOfNewFace(Protocol):
    """Each begins with the monotonic time at which the card was scanned."""

    def newcomer(self, scanned_at: float, newcomer: Newcomer, /) -> None:
        """They are happy to be remembered."""

    def replaced(self, scanned_at: float, customer_id: UUID, /) -> None:
        """It is another card of somebody who is known."""


class AskedOfFinding(Protocol):
    """Somebody has no card with them."""

    def find(self, text: str, /) -> None:
        """Who has a name that begins so?"""

    def chosen(self, customer_id: UUID, /) -> None:
        """It is this one: greet them."""


class AskedOfBriefing(Protocol):
    """Before the shop opens."""

    def briefing(self) -> None:
        """Show it."""

    def printing(self) -> None:
        """Put it on paper."""


class Service(AskedOfGreeting, AskedOfNewFace, AskedOfFinding, AskedOfBriefing, Protocol):
    """All that is asked for."""
