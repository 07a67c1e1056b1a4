"""Who is at the counter: by a tap on a name, a PIN, or a badge."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import spellings
from kiosk.desk import pins
from kiosk.desk.counter import Answer, Counter
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.staff.badges import is_easily_guessed
from kiosk.people.staff.members import ManagersOnly, Role, SignIn, StaffMember, goodbye, hello
from kiosk.people.staff.pins import please_wait, time_to_wait
from kiosk.storage import staff


class SigningIn(Counter):
    """Signing in and out. Whoever has only tapped their name may do what all staff may, and no more."""

    # Of nobody in particular, so kept with nobody: a restart takes longer than the first pause.
    _is_manager_expected = False
    _wrong_badges = 0
    _wrong_badge_at: datetime | None = None

    def staff(self) -> list[StaffMember]:
        """Everybody who works here, by name."""
        with self._database.reading() as session:
            return staff.members(session)

    def at_counter(self) -> StaffMember | None:
        """Who is signed in, and still works here; `role` is what they may do now."""
        held = self._held
        if held is None:
            return None
        with self._database.reading() as session:
            member = staff.member(session, held.id)
        if member is None:
            self.sign_out()
            return None
        return _as_staff(member) if held.role is Role.STAFF else member

    def sign_in(self, staff_id: UUID, pin: str | None = None) -> SignIn:
        """Let somebody in by their PIN, or without one by their name, where the shop asks for no more.

        Takes a tenth of a second with a PIN.
        """
        with self._database.reading() as session:
            member = staff.member(session, staff_id)
        if member is None:
            return SignIn(sentence=self._not_right())
        if pin is None:
            if self._pin_is_needed:
                return SignIn(sentence=self._words.gettext("Please type your PIN."))
            return self._let_in(_as_staff(member))
        why_not = self._why_not(member, pin)
        return SignIn(sentence=why_not) if why_not else self._let_in(member)

    def sign_out(self) -> None:
        """Nobody is at the counter."""
        self._held = None

    def _managers_only(self) -> None:
        """Raises ManagersOnly unless a manager is at the counter, by their PIN or badge."""
        who = self.at_counter()
        if who is None or who.role is not Role.MANAGER:
            raise ManagersOnly(self._words)

    def expect_manager(self, expected: bool) -> None:
        """The glass asks for a manager, or no longer: meanwhile a card that is nobody's is a wrong badge."""
        self._is_manager_expected = expected

    def badge_pause(self) -> timedelta:
        """How long no badge shows that somebody is a manager, after too many wrong ones in a row."""
        return time_to_wait(self._wrong_badges, self._wrong_badge_at, self._clock())

    def _greet_badge(self, number: str) -> Answer | None:
        """Sign somebody in by their badge, or out again; None where it is nobody's badge."""
        pause = self.badge_pause()
        if pause and self._is_manager_expected:
            # Right or wrong, it is not looked at.
            return Answer(Greeting(Outcome.STAFF, say=please_wait(pause, self._words)))
        member = self._holder(number)
        if member is None:
            self._count_badge()
            return None
        if pause or is_easily_guessed(number):
            member = _as_staff(member)
        elif member.role is Role.MANAGER:
            self._wrong_badges = 0
        held = self._held
        if held is not None and (held.id, held.role) == (member.id, member.role):
            self.sign_out()
            return Answer(Greeting(Outcome.STAFF, say=goodbye(member.name, self._words)))
        self._let_in(member)
        return Answer(Greeting(Outcome.STAFF, say=hello(member.name, self._words), at_counter=member.name))

    def _count_badge(self) -> None:
        """One more wrong badge, in a row since the last manager's."""
        if self._is_manager_expected:
            self._wrong_badges, self._wrong_badge_at = self._wrong_badges + 1, self._clock()

    def _holder(self, number: str) -> StaffMember | None:
        """Whose badge it is."""
        with self._database.reading() as session:
            return staff.with_badge(session, spellings(number))

    def _let_in(self, member: StaffMember) -> SignIn:
        self._held = member
        return SignIn(member)

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

        trouble = self._write(count)
        if trouble:
            return trouble
        ((kept, left),) = counted
        if left:
            return please_wait(left, self._words)
        if kept.pin_hash is None or not pins.is_right(kept.pin_hash, pin):
            left = time_to_wait(kept.wrong_tries + 1, now, now)
            return please_wait(left, self._words) if left > timedelta(0) else self._not_right()
        new = {"pin_hash": pins.hashed(pin)} if pins.needs_rehash(kept.pin_hash) else {}
        return self._write(lambda session: staff.change(session, id, wrong_tries=0, tried_at=None, **new))

    def _not_right(self) -> str:
        return self._words.gettext("That is not right. Please try again.")


def _as_staff(member: StaffMember) -> StaffMember:
    return replace(member, role=Role.STAFF)
