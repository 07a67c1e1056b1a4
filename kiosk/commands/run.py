"""`kiosk run`: opens the kiosk."""

import faulthandler
import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.commands import CommandError
from kiosk.commands.kiosk import Kiosk
from kiosk.journal import start_journal
from kiosk.machine.display_card import point_sdl_to_it
from kiosk.settings import Settings
from kiosk.storage.file.holding import holding

# Read here, since the first picture does not wait for SQLAlchemy to be loaded.
_SQLITE_FILE = re.compile(r"sqlite(?:\+\w+)?:///(?P<file>[^?:][^?]*)(?:\?.*)?")


def run(settings: Settings, _chosen: Namespace) -> int:
    """Open the kiosk and greet, until it is told to stop."""
    with _alone(settings):
        start_journal()
        faulthandler.enable()
        if not point_sdl_to_it():
            raise CommandError("No display is connected. As soon as one is, the kiosk opens on it.")
        kiosk = Kiosk(settings)
        kiosk.run()
    if kiosk.opens_again:
        # The same process begins anew: what was chosen says how everything is set up.
        os.execv(sys.executable, [sys.executable, "-m", "kiosk", *sys.argv[1:]])
    return 0


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """One kiosk a data file, told before a window opens. Raises CommandError."""
    found = _SQLITE_FILE.fullmatch(settings.database.url)
    if found is None:
        yield
        return
    file = Path(found["file"])
    with holding(file, "counter") as is_ours:
        if not is_ours:
            raise CommandError(f"Another kiosk is at work on {file} already. Close that one first.")
        yield
