"""New cards: their numbers, and a card for somebody who has none."""

from collections.abc import Callable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from drivers import CardPattern, Scan, Symbology
from kiosk.cards.brand import BrandError
from kiosk.cards.faces import CardFace, face_of
from kiosk.cards.numbers import NoNumbersError, kind_of, new_numbers
from kiosk.desk.at_counter import AtCounter
from kiosk.desk.store import Store
from kiosk.paper.printed_card import Brand
from kiosk.people.clock import Clock
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage.issued import card_in_use, issue, taken
from kiosk.storage.newcomers import move_card


class Cards:
    """Each raises RefusedText where there are no such numbers, and StorageTrouble where none can be kept."""

    def __init__(
        self,
        store: Store,
        words: Words,
        clock: Clock,
        who: AtCounter,
        own: Sequence[CardPattern],
        brand: Callable[[], Brand],
    ) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self._own, self._kind, self._brand = own, kind_of(own), brand

    @property
    def symbology(self) -> Symbology | None:
        """The kind of code that new cards have."""
        return None if self._kind is None else self._kind.symbology

    def brand(self) -> Brand:
        """The shop as its cards show it. Raises RefusedText where its logo cannot be drawn."""
        try:
            return self._brand()
        except BrandError as why:
            raise RefusedText(self._words.gettext(str(why))) from None

    def issue(self, count: int) -> list[str]:
        """So many new numbers, which nobody has yet; they are given out once."""
        found: list[str] = []

        def make(session: Session) -> None:
            found[:] = self._issue(session, count)

        self._store.keep(make)
        return found

    def replace(self, customer_id: UUID) -> str:
        """Give somebody a new number in place of the cards they had, and return it."""
        found: list[str] = []

        def make(session: Session) -> None:
            found[:] = self._issue(session, 1)
            move_card(session, customer_id, found[0], self.symbology, self._clock())

        self._store.keep(make)
        return found[0]

    def unused(self) -> Scan:
        """A number that nobody has yet, as if it had been scanned; it is issued when somebody is given it."""
        with self._store.reading() as session:
            (number,) = self._new_numbers(session, 1)
        return Scan(number, self.symbology, 0.0)

    def in_use(self, customer_id: UUID, card_id: UUID | None = None) -> CardFace:
        """The card by which somebody is greeted, this one or the newest: a new number where there is none."""
        with self._store.reading() as session:
            found = card_in_use(session, customer_id, card_id)
        number, symbology = found or (self.replace(customer_id), self.symbology)
        return face_of(number, symbology, self._own)

    def _issue(self, session: Session, count: int) -> list[str]:
        numbers = self._new_numbers(session, count)
        at = self._clock().replace(microsecond=0)
        issue(session, numbers, self.symbology, at, self._who.id)
        return numbers

    def _new_numbers(self, session: Session, count: int) -> list[str]:
        try:
            return new_numbers(self._kind, count, lambda some: taken(session, some))
        except NoNumbersError as why:
            raise RefusedText(self._words.gettext(str(why))) from None
