"""Between two events the glass rests: its loop sleeps until something happens.

Kivy looks for touches as often as `maxfps` says, and has no means to wait for one. Its interruptible clock
sleeps on a `threading.Event`; in the place of that stands a `Wakeup` here, which also ends the sleep when the
display server or an input device has something to say.
"""

from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.ui.rest.devices import InputDevices
from kiosk.ui.rest.display import connection, driver
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
        # While it waits for an answer Xlib reads events into a queue of its own.
        Window.bind(on_flip=lambda _window: wakeup.look_again())
    elif name == "KMSDRM":
        InputDevices(wakeup)
    elif name not in _WITHOUT_INPUT:
        return False
    # The first picture waits for nothing.
    wakeup.set()
    Clock._event = wakeup
    Clock._max_fps = _FPS
    return True
