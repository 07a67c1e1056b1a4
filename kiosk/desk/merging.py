"""Two customers who may be one person: comparing them, making them one, and taking that back."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.desk.at_counter import AtCounter
from kiosk.desk.profiles import Profiles
from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.known.mergers import Aspect, Pair
from kiosk.people.profile.profile import Profile
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.alike import keep_different, likely_pairs, with_the_same_card
from kiosk.storage.merging.again import note_merged, note_unmerged
from kiosk.storage.merging.merging import merge, unmerge


class Merging:
    """All of it raises RefusedText for what cannot be done, and StorageTrouble where it cannot be written."""

    def __init__(self, store: Store, words: Words, clock: Clock, who: AtCounter, profiles: Profiles) -> None:
        self._store, self._words, self._clock, self._who = store, words, clock, who
        self._profiles = profiles

    def compare(self, keep: UUID, other: UUID) -> tuple[Profile, Profile]:
        """Everything kept about both."""
        return self._profiles.of(keep), self._profiles.of(other)

    def merge(self, keep: UUID, other: UUID, taken: Collection[Aspect] = ()) -> Profile:
        """Make the other one a part of whom we keep, and return what is kept then.

        Of what differs, what is `taken` is as it was of the other one. It can be taken back for a day.
        """
        now = self._clock().replace(microsecond=0)

        def make(session: Session) -> None:
            merge(session, keep, other, taken, now, self._who.id)
            if self._store.database.file is not None:
                note_merged(self._store.database.file, keep, other, taken, now)

        self._keep(make)
        return self._profiles.of(keep)

    def undo(self, customer_id: UUID) -> Profile:
        """Take back the newest merger of somebody, of no more than a day ago; what has come since stays."""
        now = self._clock()

        def make(session: Session) -> None:
            other = unmerge(session, customer_id, now)
            if self._store.database.file is not None:
                note_unmerged(self._store.database.file, customer_id, other, now)

        self._keep(make)
        return self._profiles.of(customer_id)

    def likely(self, most: int) -> list[Pair]:
        """Who may be one person: who has the same card, then the same name and the same birthday."""
        with self._store.reading() as session:
            by_card = with_the_same_card(session, most)
            told = {frozenset(pair) for pair in by_card}
            alike = [pair for pair in likely_pairs(session, most) if frozenset(pair) not in told]
            pairs = [(pair, True) for pair in by_card] + [(pair, False) for pair in alike]
            customers = people.customers(session, list({id for pair, _ in pairs for id in pair}))
        return [Pair(customers[one], customers[other], by_card) for (one, other), by_card in pairs[:most]]

    def keep_apart(self, one: UUID, other: UUID) -> None:
        """They are two people: nobody asks again."""
        self._keep(lambda session: keep_different(session, one, other))

    def _keep(self, make: Callable[[Session], None]) -> None:
        try:
            self._store.keep(make)
        except RefusedText as refused:
            raise RefusedText(self._words.gettext(str(refused))) from None
