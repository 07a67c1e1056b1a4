"""Fingers on Kivy's glass: the one that the benchmark moves by a line on standard input, and real ones."""

import sys
from collections.abc import Callable
from threading import Thread
from time import monotonic

from tests.benchmarks.flips import Told, tell


def for_each_line(call: Callable[[], None]) -> None:
    """Call, on a thread of its own, for every line that the benchmark writes."""

    def listen() -> None:
        for _ in sys.stdin:
            call()

    Thread(target=listen, daemon=True).start()


def touch(x: float, y: float) -> None:
    """Touch the window there, and tell when the finger left it."""
    from kivy.tests.common import UnitTestTouch

    finger = UnitTestTouch(x, y)
    finger.touch_down()
    tell(Told.LEFT, monotonic())
    finger.touch_up()


def tell_of_touches() -> None:
    """Tell of every finger that comes down, as soon as Kivy knows of it."""
    from kivy.core.window import Window

    def seen(*_: object) -> None:
        tell(Told.SEEN, monotonic())

    Window.bind(on_touch_down=seen)
