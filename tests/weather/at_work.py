"""Programs that write as fast as they can, until they are killed. They print what they have confirmed."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.event import listens_for

from kiosk.desk import Desk
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.locale import speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.contents import look_into
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current
from kiosk.storage.file.restoring import put_in_place
from tests.serving import serve


def greet(url: str, card: str, begin: str) -> None:
    """Greet whoever has this card, each time half an hour and more later, and write something down."""
    now = [datetime.fromisoformat(begin)]
    database, _ = open_current(url, now[0])
    desk = Desk(database, speech("en"), lambda: now[0])
    for number in count():
        now[0] = datetime.fromisoformat(begin) + timedelta(minutes=31 * number)
        answer = serve(desk, card)
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


def load_cut_at_every_step(database: str, text: str) -> None:
    """Load a shop file into copies of the database, cut off before the first step, the second, and so on.

    Prints who was kept before and after what counted was finished, until one comes through.
    """
    original, file = Path(database), Path(database).with_name("cut.db")
    shop = shop_file.read(Path(text).read_text())
    for last_step in count(1):
        shutil.copy(original, file)
        child = os.fork()
        if not child:
            _die_before(last_step, str(file))
            with closing(Database.at(file)) as own:
                load(own, shop)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        back_up(file, file.with_name(f"copy-{last_step}.db"))
        opened, _ = open_current(f"sqlite:///{file}", datetime.now(UTC))
        opened.close()
        left = len(list(file.parent.glob(f"{file.name}.load-*")))
        for kept in (file.with_name(f"copy-{last_step}.db"), file):
            _, holds = look_into(kept)
            print(holds.people, holds.visits, left, flush=True)
        if not os.WIFSIGNALED(status):
            break


def _die_before(last_step: int, folder: str) -> None:
    """Have this process killed before the so-manieth step: a file that is touched, or a transaction's end."""
    steps = count(1)

    def step() -> None:
        if next(steps) == last_step:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        touches = event in TOUCHES and any(
            str(one).removeprefix("file://").startswith(folder) for one in arguments
        )
        if touches:
            step()

    @listens_for(Engine, "before_cursor_execute")
    def execute(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement == "COMMIT":
            step()

    @listens_for(Engine, "commit")
    def commit(_connection: Any) -> None:
        step()

    sys.addaudithook(watch)


PROGRAMS: dict[str, Callable[..., None]] = {
    "greet": greet,
    "swap": swap_cut_at_every_step,
    "load": load_cut_at_every_step,
}
TOUCHES = {"open", "os.chown", "os.link", "os.remove", "os.rename", "sqlite3.connect"}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](*sys.argv[2:])
