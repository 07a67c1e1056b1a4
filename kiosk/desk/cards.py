"""New cards: their numbers, and a card for somebody who has none."""

from collections.abc import Callable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern
from kiosk.cards.numbers import CardKind, NoNumbersError, kind_of, new_numbers
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage.issued import issue, taken
from kiosk.storage.newcomers import move_card


class Cards:
    """Each raises RefusedText where there are no such numbers, and StorageTrouble where none can be kept."""

    def __init__(
        self, store: Store, words: Words, clock: Clock, who: AtCounter, own: Sequence[CardPattern]
    ) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self.kind: CardKind = kind_of(own)

    def issue(self, count: int) -> list[str]:
        """So many new numbers, which nobody has yet; they are given out once."""
        found: list[str] = []

        def make(session: Session) -> None:
            found[:] = self._issue(session, count)

        self._keep(make)
        return found

    def replace(self, customer_id: UUID) -> str:
        """Give somebody a new number in place of the cards they had, and return it."""
        found: list[str] = []

        def make(session: Session) -> None:
            found[:] = self._issue(session, 1)
            move_card(session, customer_id, found[0], self.kind.symbology, self._clock())

        self._keep(make)
        return found[0]

    def _issue(self, session: Session, count: int) -> list[str]:
        numbers = new_numbers(self.kind, count, lambda some: taken(session, some))
        at = self._clock().replace(microsecond=0)
        issue(session, numbers, self.kind.symbology, at, self._who.id)
        return numbers

    def _keep(self, make: Callable[[Session], None]) -> None:
        try:
            self._store.keep(make)
        except NoNumbersError as why:
            raise RefusedText(self._words.gettext(str(why))) from None
