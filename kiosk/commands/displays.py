"""A display that is plugged in while the kiosk draws: the kiosk ends, and systemd starts it again on it."""

import logging
from collections.abc import Callable

from kivy.clock import Clock

from kiosk.machine.display_card import PluggedIn, draws_on_it

EVERY = 2.0
"""Seconds: nobody puts a cable back any sooner."""

log = logging.getLogger("kiosk")


def leave_for_a_new_display(leave: Callable[[], object]) -> None:
    """Watch from now on, where no desktop sees to the displays."""
    if not draws_on_it():
        return
    plugged_in = PluggedIn()

    def look(_seconds: float) -> None:
        if plugged_in.look():
            log.info("a display was plugged in: the kiosk opens anew on it")
            leave()

    Clock.schedule_interval(look, EVERY)
