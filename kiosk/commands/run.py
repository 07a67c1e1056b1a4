"""`kiosk run`: opens the kiosk."""

import faulthandler
import logging
import sys
from argparse import Namespace

from kiosk.commands import CommandError
from kiosk.commands.kiosk import Kiosk
from kiosk.machine.display_card import point_sdl_to_it
from kiosk.settings import Settings


def run(settings: Settings, _chosen: Namespace) -> int:
    """Open the kiosk and greet, until it is told to stop."""
    start_journal()
    faulthandler.enable()
    if not point_sdl_to_it():
        raise CommandError("No display is connected. As soon as one is, the kiosk opens on it.")
    Kiosk(settings).run()
    return 0


def start_journal() -> None:
    """One line an event on standard error, where the system's journal picks it up."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("alembic").setLevel(logging.WARNING)
