"""Finding somebody without their card."""

from kiosk.desk.counter import Counter
from kiosk.people.finding import Found, found
from kiosk.storage import people
from kiosk.storage.finding import find_ids, last_visits


class Finding(Counter):
    """Finding people by name."""

    def find(self, text: str, most: int = 8) -> list[Found]:
        """Those whose names begin as one types, in any order of words, the closest first.

        Accents and case do not matter. When nobody is found, those whose names sound alike are.
        """
        now = self._clock()
        with self._database.reading() as session:
            ids = find_ids(session, text, most)
            if not ids:
                return []
            customers, visits = people.customers(session, ids), last_visits(session, ids, now)
        days = {id: at.astimezone(now.tzinfo).date() for id, at in visits.items()}
        return [found(customers[id], days.get(id), now.date(), self._words) for id in ids]
