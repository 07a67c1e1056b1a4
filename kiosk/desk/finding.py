"""Finding somebody without their card."""

from kiosk.desk.store import Store
from kiosk.people.clock import Clock
from kiosk.people.finding import Found, found
from kiosk.people.words import Words
from kiosk.storage import people
from kiosk.storage.finding import find_ids, last_visits


class Finding:
    """Finding people by name."""

    def __init__(self, store: Store, words: Words, clock: Clock) -> None:
        self._store, self._words, self._clock = store, words, clock

    def find(self, text: str, most: int = 8) -> list[Found]:
        """Those whose names begin as one types, in any order of words, the closest first.

        Accents and case do not matter. When nobody is found, those whose names sound alike are.
        """
        now = self._clock()
        with self._store.reading() as session:
            ids = find_ids(session, text, most)
            if not ids:
                return []
            customers, visits = people.customers(session, ids), last_visits(session, ids, now)
        days = {id: at.astimezone(now.tzinfo).date() for id, at in visits.items()}
        return [found(customers[id], days.get(id), now.date(), self._words) for id in ids]
