"""What managers do about the staff."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import spellings
from kiosk.desk import pins
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.store import Store
from kiosk.desk.texts import Texts
from kiosk.people.clock import Clock
from kiosk.people.staff.badges import is_easily_guessed
from kiosk.people.staff.members import Role, StaffMember
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage import people, staff
from kiosk.storage.file.database import Database


class Staff:
    """Every method but `members`, `is_managed` and `appoint_first` raises what `require_manager` raises.

    Raises RefusedText for what is not kept as it is, and StorageTrouble when it cannot be kept.
    """

    def __init__(
        self, store: Store, words: Words, clock: Clock, who: AtCounter, require_manager: Callable[[], None]
    ) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self._require_manager, self._texts = require_manager, Texts(words)

    def members(self) -> list[StaffMember]:
        """Everybody who works here, by name."""
        with self._store.reading() as session:
            return staff.members(session)

    def hire(self, name: str, role: Role = Role.STAFF) -> UUID:
        """Somebody new works here; returns their id."""
        self._require_manager()
        hired: list[UUID] = []
        tidied = self._texts.name(name)
        self._store.keep(lambda session: hired.append(staff.hire(session, tidied, role)))
        return hired[0]

    def is_managed(self) -> bool:
        """Whether there is a manager who can show that they are one."""
        return any(one.role is Role.MANAGER and (one.has_pin or one.has_badge) for one in self.members())

    def appoint_first(self, name: str) -> str:
        """Make somebody the first manager, and return their PIN, this once; nobody else is there to ask.

        Raises RefusedText where there is a manager already.
        """
        if self.is_managed():
            raise RefusedText(self._words.gettext("Only a manager can do that."))
        tidied, pin = self._texts.name(name), pins.new_pin()
        pin_hash = pins.hashed(pin)

        def appoint(session: Session) -> None:
            id = staff.hire(session, tidied, Role.MANAGER)
            staff.change(session, id, pin_hash=pin_hash, wrong_tries=0, tried_at=None)

        self._store.keep(appoint)
        return pin

    def rename(self, staff_id: UUID, name: str) -> None:
        """Somebody is called otherwise."""
        self._require_manager()
        tidied = self._texts.name(name)
        self._store.keep(lambda session: staff.change(session, staff_id, name=tidied))

    def change_role(self, staff_id: UUID, role: Role) -> None:
        """Somebody may do more, or less; somebody can always manage."""
        self._require_manager()

        def change(session: Session) -> None:
            if role is not Role.MANAGER:
                self._keep_a_manager(session, staff_id)
            staff.change(session, staff_id, role=role)

        self._store.keep(change)

    def new_pin(self, staff_id: UUID) -> str:
        """Give somebody a PIN in place of any they had; the six digits are told this once."""
        self._require_manager()
        pin = pins.new_pin()
        pin_hash = pins.hashed(pin)
        self._store.keep(
            lambda session: staff.change(session, staff_id, pin_hash=pin_hash, wrong_tries=0, tried_at=None)
        )
        return pin

    def take_pin(self, staff_id: UUID) -> None:
        """Nobody gets in by this PIN any more; somebody can always manage."""
        self._require_manager()

        def take(session: Session) -> None:
            self._keep_a_manager(session, staff_id)
            staff.change(session, staff_id, pin_hash=None, wrong_tries=0, tried_at=None)

        self._store.keep(take)

    def give_badge(self, staff_id: UUID, number: str) -> None:
        """Somebody gets in by what a scanner reads from their badge, in place of any they had."""
        self._require_manager()
        badge = self._texts.text(number)

        def give(session: Session) -> None:
            self._check_badge(session, staff_id, badge)
            staff.change(session, staff_id, badge=badge)

        self._store.keep(give)

    def take_badge(self, staff_id: UUID) -> None:
        """Nobody gets in by this badge any more."""
        self._require_manager()
        self._store.keep(lambda session: staff.change(session, staff_id, badge=None))

    def leave(self, staff_id: UUID) -> None:
        """Somebody works here no longer; their name stays with what they wrote, and somebody can manage."""
        self._require_manager()
        now = self._clock()

        def leave(session: Session) -> None:
            self._keep_a_manager(session, staff_id)
            staff.leave(session, staff_id, now)

        self._store.keep(leave)
        if self._who.id == staff_id:
            self._who.sign_out()

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


def staff_of(database: Database, words: Words, clock: Clock) -> Staff:
    """The staff without a counter: whoever may run commands on this machine may manage."""
    store = Store(database, words)
    return Staff(store, words, clock, AtCounter(store, words, clock), require_manager=lambda: None)
