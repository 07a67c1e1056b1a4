"""The least Kivy program that greets: one Label, two threads, bare sqlite3. A tap greets the same again.

It stays as it is, so that what the kiosk gains is seen beside it: its window is set up as the kiosk's was at
first, and the visit is recorded before the name is shown. It tells how long that took.
Arguments: the scanner's port, the database, its pragmas.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import CDLL
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Thread
from time import monotonic, time_ns

import serial

from tests.benchmarks.fingers import for_each_line, tell_of_touches, touch
from tests.benchmarks.flips import Told, after_each_flip, tell

_WHO = "SELECT customer.id, name FROM card JOIN customer ON customer.id = customer_id WHERE number = ?"
_VISIT = "INSERT INTO visit (id, customer_id, at, counter) VALUES (?, ?, ?, '1')"
_ENVIRONMENT = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KCFG_KIVY_LOG_LEVEL": "warning",
    "KIVY_WINDOW": "sdl2",
    "KIVY_GL_BACKEND": "sdl2",
    "KIVY_CLOCK": "interrupt",
}
_WINDOW = {"width": 1280, "height": 800, "resizable": 0, "multisamples": 0, "maxfps": 20}
_M_MMAP_THRESHOLD = -3  # malloc.h


def main(port: str, database: str, pragmas: Sequence[str]) -> None:
    """Show a name for every card and every tap."""
    prepare()
    from kivy.base import runTouchApp
    from kivy.clock import Clock
    from kivy.core.window import Window
    from kivy.uix.label import Label

    label, is_awaited = Label(text="Ready for the next card", font_size=100), True
    taps: SimpleQueue[str] = SimpleQueue()
    scanned = [""]

    def show(name: str) -> None:
        nonlocal is_awaited
        label.text = name if label.text != name else f"{name}!"
        is_awaited = True

    def flipped(time: float) -> None:
        nonlocal is_awaited
        if is_awaited:
            is_awaited = False
            tell(Told.SHOWN, time)

    def deliver(name: str) -> None:
        Clock.schedule_once(lambda _: show(name))

    def listen(_window: object) -> None:
        # As in the kiosk, nothing else is opened before the first picture.
        Window.unbind(on_flip=listen)
        for numbers in (cards(port, scanned), iter(taps.get, None)):
            Thread(target=greet, args=(numbers, database, pragmas, deliver), daemon=True).start()

    label.bind(on_touch_up=lambda *_: taps.put(scanned[0]))
    for_each_line(lambda: Clock.schedule_once(lambda _: touch(*label.center)))
    Window.bind(on_flip=listen)
    after_each_flip(flipped)
    tell_of_touches()
    runTouchApp(label)


def prepare() -> None:
    """Set Kivy up, and have the C library give back what was freed; before Kivy is imported."""
    os.environ.update(_ENVIRONMENT)
    CDLL(None).mallopt(_M_MMAP_THRESHOLD, 64 * 1024)
    from kivy.config import Config

    for name, value in _WINDOW.items():
        Config.set("graphics", name, str(value))
    Config.remove_option("input", "%(name)s")
    Config.set("input", "mouse", "mouse,disable_multitouch")


def cards(port: str, last: list[str]) -> Iterator[str]:
    """The numbers that are scanned, for ever; `last` holds the last one."""
    line = serial.Serial(port)
    while True:
        last[0] = line.read_until(b"\r").decode().strip()
        yield last[0]


def greet(
    numbers: Iterable[str], database: str, pragmas: Sequence[str], deliver: Callable[[str], None]
) -> None:
    """Find the customer of each card, keep the visit, deliver the name."""
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    for number in numbers:
        customer_id, name = connection.execute(_WHO, (number,)).fetchone()
        began = monotonic()
        at = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}.000000"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_VISIT, (f"{time_ns():032x}", customer_id, at))
        connection.execute("COMMIT")
        tell(Told.RECORDED, monotonic() - began)
        deliver(name)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
