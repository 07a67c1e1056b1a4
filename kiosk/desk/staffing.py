"""What managers do about the staff."""

from uuid import UUID

from sqlalchemy.orm import Session

from drivers import spellings
from kiosk.desk import pins
from kiosk.desk.signing_in import SigningIn
from kiosk.desk.writing import Writing
from kiosk.people.staff.badges import is_easily_guessed
from kiosk.people.staff.members import Role
from kiosk.people.texts import RefusedText
from kiosk.storage import people, staff


class Staffing(SigningIn, Writing):
    """Every method raises ManagersOnly unless a manager is at the counter, by their PIN or badge.

    Raises RefusedText for what is not kept as it is, and StorageTrouble when it cannot be kept.
    """

    def hire(self, name: str, role: Role = Role.STAFF) -> UUID:
        """Somebody new works here; returns their id."""
        self._managers_only()
        hired: list[UUID] = []
        tidied = self._name(name)
        self._keep(lambda session: hired.append(staff.hire(session, tidied, role)))
        return hired[0]

    def rename(self, staff_id: UUID, name: str) -> None:
        """Somebody is called otherwise."""
        self._managers_only()
        tidied = self._name(name)
        self._keep(lambda session: staff.change(session, staff_id, name=tidied))

    def change_role(self, staff_id: UUID, role: Role) -> None:
        """Somebody may do more, or less; somebody can always manage."""
        self._managers_only()

        def change(session: Session) -> None:
            if role is not Role.MANAGER:
                self._keep_a_manager(session, staff_id)
            staff.change(session, staff_id, role=role)

        self._keep(change)

    def new_pin(self, staff_id: UUID) -> str:
        """Give somebody a PIN in place of any they had; the six digits are told this once."""
        self._managers_only()
        pin = pins.new_pin()
        pin_hash = pins.hashed(pin)
        self._keep(
            lambda session: staff.change(session, staff_id, pin_hash=pin_hash, wrong_tries=0, tried_at=None)
        )
        return pin

    def take_pin(self, staff_id: UUID) -> None:
        """Nobody gets in by this PIN any more; somebody can always manage."""
        self._managers_only()

        def take(session: Session) -> None:
            self._keep_a_manager(session, staff_id)
            staff.change(session, staff_id, pin_hash=None, wrong_tries=0, tried_at=None)

        self._keep(take)

    def give_badge(self, staff_id: UUID, number: str) -> None:
        """Somebody gets in by what a scanner reads from their badge, in place of any they had."""
        self._managers_only()
        badge = self._text(number)

        def give(session: Session) -> None:
            self._check_badge(session, staff_id, badge)
            staff.change(session, staff_id, badge=badge)

        self._keep(give)

    def take_badge(self, staff_id: UUID) -> None:
        """Nobody gets in by this badge any more."""
        self._managers_only()
        self._keep(lambda session: staff.change(session, staff_id, badge=None))

    def leave(self, staff_id: UUID) -> None:
        """Somebody works here no longer; their name stays with what they wrote, and somebody can manage."""
        self._managers_only()
        now = self._clock()

        def leave(session: Session) -> None:
            self._keep_a_manager(session, staff_id)
            staff.leave(session, staff_id, now)

        self._keep(leave)
        if self._by == staff_id:
            self.sign_out()

    def _keep_a_manager(self, session: Session, staff_id: UUID) -> None:
        member = staff.member(session, staff_id)
        manages = member is not None and member.role is Role.MANAGER and member.has_pin
        if manages and not staff.has_another_manager(session, staff_id):
            raise RefusedText(
                self._words.gettext("Nobody else could manage then. Give another manager a PIN first.")
            )

    def _check_badge(self, session: Session, staff_id: UUID, badge: str) -> None:
        if people.find_card(session, spellings(badge)) is not None:
            raise RefusedText(self._words.gettext("That is a customer’s card."))
        holder = staff.with_badge(session, spellings(badge))
        if holder is not None and holder.id != staff_id:
            raise RefusedText(self._words.gettext("That is somebody else’s badge."))
        if is_easily_guessed(badge):
            raise RefusedText(
                self._words.gettext(
                    "That is too easy to guess: a badge needs six characters or more, four of them different."
                )
            )


class Office(Staffing):
    """The same without signing in: whoever may run commands on this machine may manage."""

    def _managers_only(self) -> None:
        pass
