"""Finding somebody without their card."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.desk.store import Store
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.clock import Clock
from kiosk.people.finding import Found, Search, found, likeliest_first
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.alike import alike_ids
from kiosk.storage.finding import last_visits, named_ids, sounding_ids

_MOST = 64
"""So many are looked at: with more of them one types another letter."""

_FEW = 8


class Finding:
    """Finding people by name."""

    def __init__(self, store: Store, words: Words, clock: Clock) -> None:
        self._store, self._words, self._clock = store, words, clock

    def find(self, text: str) -> Search:
        """Those whose names begin as one types, in any order of words, the likeliest first.

        Accents and case do not matter. Where they are few, those whose names sound alike come after them.
        """
        with self._store.reading() as session:
            ids = named_ids(session, text, _MOST)
            if len(ids) < _FEW:
                ids = list(dict.fromkeys([*ids, *sounding_ids(session, text, _FEW)]))
            return Search(self._told_apart(session, ids, text), len(ids) == _MOST)

    def alike(self, newcomer: Newcomer) -> Search:
        """Those who may be this newcomer: called alike, as written or as it sounds, and born on the same day.

        Without a birthday nobody is proposed: too many share a name.
        """
        if newcomer.birthday is None:
            return Search()
        with self._store.reading() as session:
            ids = alike_ids(session, newcomer.called_by, *newcomer.birthday, _FEW)
            return Search(self._told_apart(session, ids, newcomer.called_by))

    def _told_apart(self, session: Session, ids: Sequence[UUID], text: str) -> tuple[Found, ...]:
        if not ids:
            return ()
        now = self._clock()
        customers, visits = people.customers(session, ids), last_visits(session, ids, now)
        days = {id: at.astimezone(now.tzinfo).date() for id, at in visits.items()}
        everybody = [found(customers[id], days.get(id), now.date(), self._words, text) for id in ids]
        return likeliest_first(everybody, text, days)
