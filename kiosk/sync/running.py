"""The exchange of a counter with its hub, for as long as it runs."""

import logging
from pathlib import Path
from threading import Event
from time import monotonic

from kiosk.storage.file.database import Database
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import stop_sharing
from kiosk.storage.trouble import StorageTrouble
from kiosk.sync.exchange import begin, exchange
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.membership import has_joined
from kiosk.sync.hub.refusals import HubError
from kiosk.sync.standing import keep_standing, note_met

_LOOK = 0.1
"""Seconds between two looks whether something was kept here."""

_AT_LEAST_EVERY = 30.0
"""Seconds after which the hub hears of this counter, and what a lost word would have told is heard."""

_FIRST_WAIT, _LONGEST_WAIT = 1.0, 60.0
"""Seconds until the hub is tried again: twice as long each time."""

_ASK_AGAIN_AFTER, _WHILE_MUCH_COMES = 60.0, 10.0
"""Seconds for which it counts how the counters stand."""

log = logging.getLogger("kiosk")


def keep_exchanging(database: Database, hub: Hub, stopped: Event) -> None:
    """Exchange until `stopped`, or until this counter has left the hub.

    The journal tells when the hub is met again, and when it is not. Raises StorageTrouble.
    """
    assert database.file is not None
    wait, is_met, asked = _FIRST_WAIT, False, 0.0
    while not stopped.is_set() and has_joined(database.file):
        # What is kept here while it exchanges is told by the next one.
        before = _written_at(database.file)
        try:
            begin(database, hub)
            while exchange(database, hub):
                asked = _tell_standing(database.file, hub, asked, _WHILE_MUCH_COMES)
            asked = _tell_standing(database.file, hub, asked, _ASK_AGAIN_AFTER)
            if not is_met:
                log.info("The hub is met")
            wait, is_met = _FIRST_WAIT, True
            _wait_for_news(database.file, before, hub, stopped)
        except (HubError, StorageTrouble) as reason:
            if is_met or wait == _FIRST_WAIT:
                log.warning("Nothing is exchanged just now: %s", reason)
            is_met = False
            stopped.wait(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
    if not has_joined(database.file):
        # It has left amid an exchange, which may have begun to note changes anew.
        with database.writing() as session:
            stop_sharing(driver_of(session.connection()))


def _tell_standing(file: Path, hub: Hub, asked: float, seconds: float) -> float:
    """Keep how the counters stand, as it was `asked` last or, after so long, anew; returns when it was."""
    if asked and monotonic() - asked < seconds:
        note_met(file)
        return asked
    keep_standing(file, hub.status())
    return monotonic()


def _wait_for_news(file: Path, before: int, hub: Hub, stopped: Event) -> None:
    """Until something was kept here since `before`, or another counter has told something."""
    for _ in range(int(_AT_LEAST_EVERY / _LOOK)):
        if hub.wait(_LOOK) or _written_at(file) != before or stopped.is_set():
            return


def _written_at(file: Path) -> int:
    """When it was, in nanoseconds; 0 while another is put in its place."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
