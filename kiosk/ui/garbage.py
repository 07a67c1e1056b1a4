"""Python's search for objects that refer to each other: kept away from the greetings."""

import gc

from kivy.clock import Clock

_AFTER = 3.0
"""Seconds after everything is open: by then what stays for good has been made."""

_NEW_OBJECTS, _YOUNG, _OLD = 20_000, 20, 20


def settle() -> None:
    """Look a last time at all that is there soon, and from then on only at what comes new.

    Looking at everything takes 55 ms, and Python would do so again and again, also amid a greeting.
    """
    Clock.schedule_once(_freeze, _AFTER)


def _freeze(_elapsed: float) -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLD)
