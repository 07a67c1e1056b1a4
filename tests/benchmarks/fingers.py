"""A finger that the benchmark moves by a line on standard input."""

import sys
from collections.abc import Callable
from threading import Thread
from time import monotonic


def for_each_line(call: Callable[[], None]) -> None:
    """Call, on a thread of its own, for every line that the benchmark writes."""

    def listen() -> None:
        for _ in sys.stdin:
            call()

    Thread(target=listen, daemon=True).start()


def touch(x: float, y: float) -> float:
    """Touch the window there; the time at which the finger left it, in monotonic seconds."""
    from kivy.tests.common import UnitTestTouch

    finger = UnitTestTouch(x, y)
    finger.touch_down()
    left = monotonic()
    finger.touch_up()
    return left
