"""What the glass asks for. None of it takes time: the answers come later, to the flow that asked."""

from typing import Protocol
from uuid import UUID

from kiosk.people.changing.changes import Change
from kiosk.people.changing.drafts import Draft
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.changing.taps import Tap
from kiosk.people.staff.members import Role


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


class AskedOfStaff(Protocol):
    """Who is at the counter; all after `sign_out` is for managers, others are told so."""

    def staff(self) -> None:
        """Who works here?"""

    def sign_in(self, staff_id: UUID, pin: str | None, /) -> None:
        """Somebody is at the counter; without a PIN where the shop asks for none."""

    def sign_out(self) -> None:
        """Nobody is."""

    def hire(self, name: str, /) -> None:
        """Somebody new works here."""

    def rename_staff(self, staff_id: UUID, name: str, /) -> None:
        """Somebody is called otherwise."""

    def change_role(self, staff_id: UUID, role: Role, /) -> None:
        """Somebody may do more, or less."""

    def new_pin(self, staff_id: UUID, /) -> None:
        """Make somebody a PIN."""

    def take_pin(self, staff_id: UUID, /) -> None:
        """Nobody gets in by their PIN any more."""

    def await_badge(self, staff_id: UUID | None, /) -> None:
        """The next scan is their badge; None for nobody’s."""

    def take_badge(self, staff_id: UUID, /) -> None:
        """Nobody gets in by their badge any more."""

    def leaves(self, staff_id: UUID, /) -> None:
        """Somebody works here no longer."""


class AskedOfPerson(Protocol):
    """All about one person; it is shown, and whatever is refused with a sentence."""

    def portrait(self, customer_id: UUID, /) -> None:
        """Show everything that is kept about them."""

    def portrait_again(self, customer_id: UUID, /) -> None:
        """Bring the page up to date, if it is still there."""

    def change(self, customer_id: UUID, /, *changes: Change) -> None:
        """Something about them is otherwise: all of it is kept, or nothing."""

    def greet_again(self, customer_id: UUID, /) -> None:
        """Show their greeting as it is by now."""

    def own_page(self, customer_id: UUID, /) -> None:
        """Show them their own page."""

    def print_own_page(self, customer_id: UUID, /) -> None:
        """Put it on paper."""

    def erase(self, customer_id: UUID, /) -> None:
        """Forget them; for managers."""


class AskedOfStatus(Protocol):
    """The technician is here."""

    def status(self) -> None:
        """Show how the kiosk is; for managers, where there is any who can show that they are one."""

    def look(self) -> None:
        """Look at everything, which may take a while."""


class Service(
    AskedOfGreeting,
    AskedOfNewFace,
    AskedOfFinding,
    AskedOfBriefing,
    AskedOfStaff,
    AskedOfPerson,
    AskedOfStatus,
    Protocol,
):
    """All that is asked for."""
