"""Opening the desk of the kiosk."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from drivers import Scan
from kiosk.commands.opening import open_desk
from kiosk.exchange import loading, shop_file
from kiosk.exchange.progress import Item
from kiosk.health.vitals import VitalsTold
from kiosk.locale import Speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import find_file, read
from kiosk.storage.file.database import Database
from kiosk.storage.loading.staging import staging_files

MANY = 300


class _CutOff(BaseException):
    """As if the power had gone."""


def test_a_load_that_was_cut_off_is_finished_beside_the_greeting(
    database: Database,
    database_file: Path,
    config: Path,
    shop_text: Callable[..., dict[str, Any]],
    words: Speech,
    now: datetime,
) -> None:
    def cut_off(items: Sequence[Item], what: str, /) -> Iterable[Item]:
        if what == "Saving":
            raise _CutOff
        return items

    people = [{"key": f"k{n}", "name": "Ann", "cards": [{"number": f"LOY-{n}"}]} for n in range(MANY)]
    file = msgspec.convert(shop_text(*people), shop_file.ShopFile)
    with pytest.raises(_CutOff):
        loading.load(database, file, now=now, progress=cut_off)
    assert staging_files(database_file)
    desk = open_desk(read(find_file(str(config))), words, lambda _: now, VitalsTold([]))
    for thread in threading.enumerate():
        if thread.name == "load":
            thread.join()
    assert desk.greetings.welcome(Scan(f"LOY-{MANY - 1}", None, 0.0)).greeting.outcome is Outcome.WELCOME
    assert not staging_files(database_file)


def test_the_first_picture_does_not_wait_for_the_library_of_the_database() -> None:
    program = "import kiosk.commands.run, sys; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
