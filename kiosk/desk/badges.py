"""A badge that is scanned: it signs its owner in, or out again."""

from datetime import datetime, timedelta

from drivers import spellings
from kiosk.desk.answer import Answer
from kiosk.desk.at_counter import AtCounter, as_staff
from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.staff.badges import is_easily_guessed
from kiosk.people.staff.members import Role, StaffMember, goodbye, hello
from kiosk.people.staff.pins import please_wait, time_to_wait
from kiosk.people.words import Words
from kiosk.storage import staff


class Badges:
    """While a manager is asked for, a card that is nobody's is a wrong badge, and many make one wait."""

    def __init__(self, store: Store, words: Words, clock: Clock, who: AtCounter) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        # Of nobody in particular, so kept with nobody: a restart takes longer than the first pause.
        self._is_manager_expected = False
        self._wrong = 0
        self._wrong_at: datetime | None = None

    def expect_manager(self, expected: bool) -> None:
        """The glass asks for a manager, or no longer."""
        self._is_manager_expected = expected

    def pause(self) -> timedelta:
        """How long no badge shows that somebody is a manager, after too many wrong ones in a row."""
        return time_to_wait(self._wrong, self._wrong_at, self._clock())

    def holder(self, number: str) -> StaffMember | None:
        """Whose badge it is."""
        with self._store.reading() as session:
            return staff.with_badge(session, spellings(number))

    def greet(self, number: str) -> Answer | None:
        """Sign somebody in by their badge, or out again; None where it is nobody's badge."""
        pause = self.pause()
        if pause and self._is_manager_expected:
            # Right or wrong, it is not looked at.
            return Answer(Greeting(Outcome.STAFF, say=please_wait(pause, self._words)))
        member = self.holder(number)
        if member is None:
            self._count_wrong()
            return None
        if pause or is_easily_guessed(number):
            member = as_staff(member)
        elif member.role is Role.MANAGER:
            self._wrong = 0
        if self._who.is_exactly(member):
            self._who.sign_out()
            return Answer(Greeting(Outcome.STAFF, say=goodbye(member.name, self._words)))
        self._who.let_in(member)
        return Answer(Greeting(Outcome.STAFF, say=hello(member.name, self._words), at_counter=member.name))

    def _count_wrong(self) -> None:
        """One more wrong badge, in a row since the last manager's."""
        if self._is_manager_expected:
            self._wrong, self._wrong_at = self._wrong + 1, self._clock()
