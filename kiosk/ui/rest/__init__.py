"""Between two events the glass rests: its loop sleeps until something happens.

Kivy looks for touches as often as `maxfps` says, and has no means to wait for one. Its interruptible clock
sleeps on a `threading.Event`; in the place of that stands a `Wakeup` here, which also ends the sleep when the
display server or an input device has something to say.

At the end of each turn of the loop SDL hands its events over, and what they do is drawn in the next. So every
event has the next turn begin without a sleep: there is nothing to be read any more that would end it.
"""

from kivy.clock import Clock

from kiosk.ui.rest.devices import InputDevices
from kiosk.ui.rest.display import connection, driver, tell_every_event
from kiosk.ui.rest.wakeup import Wakeup

_FPS = 1
"""A last resort: what was missed is seen a second later."""

_RESOLUTION = 0.001
"""Seconds. Kivy’s own is a part of a frame: for so long before each timer its loop turns without a sleep."""

_WITHOUT_INPUT = ("offscreen", "dummy")


def rest_between_events() -> bool:
    """Have Kivy's loop sleep from now on until something happens; False where that cannot be noticed here.

    To be called once there is a window. X11, KMSDRM and a display without any input are known; with
    another one the glass goes on looking for touches.
    """
    Clock.clock_resolution = _RESOLUTION
    wakeup, name = Wakeup(), driver()
    if name == "x11":
        server = connection()
        if server is None:
            return False
        wakeup.watch(server)
    elif name == "KMSDRM":
        InputDevices(wakeup)
    elif name not in _WITHOUT_INPUT:
        return False
    tell_every_event(wakeup.set)
    # The first picture waits for nothing.
    wakeup.set()
    Clock._event = wakeup
    Clock._max_fps = _FPS
    return True
