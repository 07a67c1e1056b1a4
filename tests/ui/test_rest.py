"""The glass sleeps between two events, and misses none."""

import os
from pathlib import Path
from threading import Thread

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from kiosk.ui.rest.devices import InputDevices
from kiosk.ui.rest.display import connection, driver
from kiosk.ui.rest.wakeup import Wakeup

LONG = 3600.0


@pytest.fixture
def wakeup() -> Wakeup:
    return Wakeup()


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """The folder of the input devices, with one in it that says nothing."""
    os.mkfifo(tmp_path / "event0")
    return tmp_path


def moves(device: Path) -> int:
    """An event of the device; returns what keeps it plugged in."""
    descriptor = os.open(device, os.O_RDWR | os.O_NONBLOCK)
    os.write(descriptor, b"event")
    return descriptor


def turns(wakeup: Wakeup) -> int:
    """How often the loop turns before it sleeps again."""
    count = 0
    while wakeup.is_set():
        wakeup.clear()
        count += 1
    return count


def test_another_thread_ends_the_sleep(wakeup: Wakeup) -> None:
    Thread(target=wakeup.set).start()
    assert wakeup.wait(LONG)
    assert turns(wakeup) == 1
    assert not wakeup.wait(0)


def test_what_was_said_before_the_sleep_ends_it_at_once(wakeup: Wakeup) -> None:
    wakeup.set()
    wakeup.set()
    assert wakeup.is_set()
    assert wakeup.wait(LONG)
    assert turns(wakeup) == 1


def test_what_a_device_says_ends_the_sleep_until_it_has_been_drawn(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    held = moves(device / "event0")
    wakeup.wait(LONG)
    assert turns(wakeup) == 3
    assert not wakeup.wait(0)
    os.close(held)


def test_a_device_that_is_plugged_in_later_ends_the_sleep_too(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    os.mkfifo(device / "event1")
    wakeup.wait(LONG)
    turns(wakeup)
    held = moves(device / "event1")
    wakeup.wait(LONG)
    assert turns(wakeup) == 3
    os.close(held)


def test_a_device_that_is_unplugged_does_not_keep_the_loop_awake(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    os.close(moves(device / "event0"))
    (device / "event0").unlink()
    while wakeup.wait(0):
        turns(wakeup)
    assert not wakeup.wait(0)


def test_without_a_display_nothing_is_waited_for_but_timers_and_threads() -> None:
    assert driver() == "offscreen"
    assert connection() is None
