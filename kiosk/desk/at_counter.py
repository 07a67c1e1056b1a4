"""Who is at the counter: by a tap on a name, a PIN, or a badge."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.desk import pins
from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.staff.members import ManagersOnly, Role, SignIn, StaffMember
from kiosk.people.staff.pins import please_wait, time_to_wait
from kiosk.people.words import Words
from kiosk.storage import staff


class AtCounter:
    """Signing in and out. Whoever has only tapped their name may do what all staff may, and no more.

    With `pin_is_needed` nobody signs in by a tap on their name alone.
    """

    def __init__(self, store: Store, words: Words, clock: Clock, pin_is_needed: bool = False) -> None:
        self._store, self._words, self._clock = store, words, clock
        self._pin_is_needed = pin_is_needed
        # With the role they signed in as.
        self._member: StaffMember | None = None

    @property
    def id(self) -> UUID | None:
        """By whom is done what is done."""
        return None if self._member is None else self._member.id

    @property
    def name(self) -> str:
        """The name of whoever signed in; empty for nobody."""
        return "" if self._member is None else self._member.name

    def member(self) -> StaffMember | None:
        """Who is signed in, and still works here; `role` is what they may do now."""
        signed_in = self._member
        if signed_in is None:
            return None
        with self._store.reading() as session:
            member = staff.member(session, signed_in.id)
        if member is None:
            self.sign_out()
            return None
        return as_staff(member) if signed_in.role is Role.STAFF else member

    def sign_in(self, staff_id: UUID, pin: str | None = None) -> SignIn:
        """Let somebody in by their PIN, or without one by their name, where the shop asks for no more.

        Takes a tenth of a second with a PIN.
        """
        with self._store.reading() as session:
            member = staff.member(session, staff_id)
        if member is None:
            return SignIn(sentence=self._not_right())
        if pin is None:
            if self._pin_is_needed:
                return SignIn(sentence=self._words.gettext("Please type your PIN."))
            return self.let_in(as_staff(member))
        why_not = self._why_not(member, pin)
        return SignIn(sentence=why_not) if why_not else self.let_in(member)

    def let_in(self, member: StaffMember) -> SignIn:
        """Sign somebody in, in the role that they have shown."""
        self._member = member
        return SignIn(member)

    def sign_out(self) -> None:
        """Nobody is at the counter."""
        self._member = None

    def is_exactly(self, member: StaffMember) -> bool:
        """Tell whether they are signed in, in this role."""
        here = self._member
        return here is not None and (here.id, here.role) == (member.id, member.role)

    def require_manager(self) -> None:
        """Raises ManagersOnly unless a manager is at the counter, by their PIN or badge."""
        who = self.member()
        if who is None or who.role is not Role.MANAGER:
            raise ManagersOnly(self._words)

    def pause(self, staff_id: UUID) -> timedelta:
        """What is left of the pause before another PIN of theirs is looked at; nothing when there is none."""
        with self._store.reading() as session:
            kept = staff.tries(session, staff_id)
        return time_to_wait(kept.wrong_tries, kept.tried_at, self._clock())

    def _why_not(self, member: StaffMember, pin: str) -> str:
        """Why this PIN does not let them in; empty when it does."""
        now, id = self._clock(), member.id
        counted: list[tuple[staff.Tries, timedelta]] = []

        # Looked at and counted in one transaction: of many at once no more are free. It counts before the
        # PIN is looked at: whoever pulls the plug has not won another try.
        def count(session: Session) -> None:
            kept = staff.tries(session, id, to_change=True)
            left = time_to_wait(kept.wrong_tries, kept.tried_at, now)
            if not left:
                staff.count_try(session, id, now)
            elif kept.tried_at is not None and kept.tried_at > now:
                staff.change(session, id, tried_at=now)
            counted.append((kept, left))

        trouble = self._store.write(count)
        if trouble:
            return trouble
        ((kept, left),) = counted
        if left:
            return please_wait(left, self._words)
        if kept.pin_hash is None or not pins.is_right(kept.pin_hash, pin):
            left = time_to_wait(kept.wrong_tries + 1, now, now)
            return please_wait(left, self._words) if left > timedelta(0) else self._not_right()
        new = {"pin_hash": pins.hashed(pin)} if pins.needs_rehash(kept.pin_hash) else {}
        return self._store.write(
            lambda session: staff.change(session, id, wrong_tries=0, tried_at=None, **new)
        )

    def _not_right(self) -> str:
        return self._words.gettext("That is not right. Please try again.")


def as_staff(member: StaffMember) -> StaffMember:
    """Somebody with what all staff may do, and no more."""
    return replace(member, role=Role.STAFF)
