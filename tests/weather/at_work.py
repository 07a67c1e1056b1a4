"""Programs that write as fast as they can, until they are killed. They print what they have confirmed."""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.drafts import Draft, DraftKind
from kiosk.storage.opening import open_current
from kiosk.storage.restoring import put_in_place


def greet(url: str, card: str, begin: str) -> None:
    """Greet whoever has this card, each time half an hour and more later, and write something down."""
    now = [datetime.fromisoformat(begin)]
    database, _ = open_current(url, now[0])
    desk = Desk(database, speech("en"), lambda: now[0])
    for number in count():
        now[0] = datetime.fromisoformat(begin) + timedelta(minutes=31 * number)
        answer = desk.welcome(Scan(card, None, 0.0))
        assert answer.greeting.customer is not None
        if not answer.trouble:
            print(f"visit {now[0].isoformat()}", flush=True)
        customer = answer.greeting.customer
        draft = Draft(DraftKind.REMEMBER, f"Said on {now[0].isoformat()}", customer)
        if desk.write_down(customer.id, frozenset(), draft).kept:
            print(f"note {draft.text}", flush=True)


def swap(database: str, *copies: str) -> None:
    """Put one copy after the other in the place of the database."""
    for copy in cycle(copies):
        put_in_place(Path(copy), Path(database), datetime(2026, 11, 24))
        print(copy, flush=True)


PROGRAMS: dict[str, Callable[..., None]] = {"greet": greet, "swap": swap}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
