"""Programs that write as fast as they can, until they are killed. They print what they have confirmed."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.storage.file.contents import look_into
from kiosk.storage.file.opening import open_current
from kiosk.storage.file.restoring import put_in_place


def greet(url: str, card: str, begin: str) -> None:
    """Greet whoever has this card, each time half an hour and more later, and write something down."""
    now = [datetime.fromisoformat(begin)]
    database, _ = open_current(url, now[0])
    desk = Desk(database, speech("en"), lambda: now[0])
    for number in count():
        now[0] = datetime.fromisoformat(begin) + timedelta(minutes=31 * number)
        answer = desk.greetings.welcome(Scan(card, None, 0.0))
        assert answer.greeting.customer is not None
        if not answer.trouble:
            print(f"visit {now[0].isoformat()}", flush=True)
        customer = answer.greeting.customer
        draft = Draft(DraftKind.REMEMBER, f"Said on {now[0].isoformat()}", customer)
        if desk.notes.write(customer.id, frozenset(), draft).kept:
            print(f"note {draft.text}", flush=True)


def swap_cut_at_every_step(database: str, *copies: str) -> None:
    """Put copies in the place of the database, cut off before the first step, the second, and so on.

    Prints what is there after each, until one comes through.
    """
    file, folder = Path(database), str(Path(database).parent)
    for last_step, copy in zip(count(1), cycle(copies), strict=False):
        child = os.fork()
        if not child:
            _die_before(last_step, folder)
            put_in_place(Path(copy), file, datetime(2026, 11, 24))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(*look_into(file), flush=True)
        if not os.WIFSIGNALED(status):
            break


def _die_before(last_step: int, folder: str) -> None:
    """Have this process killed before it touches a file in the folder for the so-manieth time."""
    steps = count(1)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        touches = event in TOUCHES and any(
            str(one).removeprefix("file://").startswith(folder) for one in arguments
        )
        if touches and next(steps) == last_step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


PROGRAMS: dict[str, Callable[..., None]] = {"greet": greet, "swap": swap_cut_at_every_step}
TOUCHES = {"open", "os.chown", "os.link", "os.remove", "os.rename", "sqlite3.connect"}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
