"""The least Kivy program that greets: one Label, one thread, bare sqlite3.

Arguments: the scanner's port, the database, its pragmas.
"""

import sqlite3
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Thread
from time import time_ns

import serial

from kiosk.ui.environment import prepare
from tests.benchmarks.flips import after_each_flip, tell

_WHO = "SELECT customer.id, name FROM card JOIN customer ON customer.id = customer_id WHERE number = ?"
_VISIT = "INSERT INTO visit (id, customer_id, at, counter) VALUES (?, ?, ?, '1')"


def main(port: str, database: str, pragmas: Sequence[str]) -> None:
    """Show a name for every card."""
    prepare(1280, 800, fullscreen=False)
    from kivy.base import runTouchApp
    from kivy.clock import Clock
    from kivy.core.window import Window
    from kivy.uix.label import Label

    label, is_awaited = Label(text="Ready for the next card", font_size=100), True

    def show(name: str) -> None:
        nonlocal is_awaited
        label.text, is_awaited = name, True

    def flipped(time: float) -> None:
        nonlocal is_awaited
        if is_awaited:
            is_awaited = False
            tell(time)

    def deliver(name: str) -> None:
        Clock.schedule_once(lambda _: show(name))

    def listen(_window: object) -> None:
        # As in the kiosk, nothing else is opened before the first picture.
        Window.unbind(on_flip=listen)
        Thread(target=greet, args=(port, database, pragmas, deliver), daemon=True).start()

    Window.bind(on_flip=listen)
    after_each_flip(flipped)
    runTouchApp(label)


def greet(port: str, database: str, pragmas: Sequence[str], deliver: Callable[[str], None]) -> None:
    """Read a card, find its customer, keep the visit, deliver the name; for ever."""
    line = serial.Serial(port)
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    while True:
        number = line.read_until(b"\r").decode().strip()
        customer_id, name = connection.execute(_WHO, (number,)).fetchone()
        at = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}.000000"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_VISIT, (f"{time_ns():032x}", customer_id, at))
        connection.execute("COMMIT")
        deliver(name)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
