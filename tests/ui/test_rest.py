"""The glass sleeps between two events, and misses none."""

import os
from ctypes import CDLL, c_ubyte
from pathlib import Path
from threading import Thread

import pytest

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split
from kivy.core.window import Window

from kiosk.ui.rest.devices import InputDevices
from kiosk.ui.rest.display import connection, driver, loaded_sdl, tell_every_event
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


def test_another_thread_ends_the_sleep(wakeup: Wakeup) -> None:
    Thread(target=wakeup.set).start()
    assert wakeup.wait(LONG)
    wakeup.clear()
    assert not wakeup.is_set()
    assert not wakeup.wait(0)


def test_what_was_said_before_the_sleep_ends_it_at_once(wakeup: Wakeup) -> None:
    wakeup.set()
    wakeup.set()
    assert wakeup.is_set()
    assert wakeup.wait(LONG)
    wakeup.clear()
    assert not wakeup.is_set()


def test_what_a_device_says_ends_the_sleep(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    held = moves(device / "event0")
    assert wakeup.wait(LONG)
    assert not wakeup.wait(0)
    os.close(held)


def test_a_device_that_is_plugged_in_later_ends_the_sleep_too(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    os.mkfifo(device / "event1")
    assert wakeup.wait(LONG)
    held = moves(device / "event1")
    assert wakeup.wait(LONG)
    assert not wakeup.wait(0)
    os.close(held)


def test_a_device_that_is_unplugged_does_not_keep_the_loop_awake(wakeup: Wakeup, device: Path) -> None:
    InputDevices(wakeup, device)
    os.close(moves(device / "event0"))
    (device / "event0").unlink()
    assert wakeup.wait(0)
    assert not wakeup.wait(0)


def test_without_a_display_nothing_is_waited_for_but_timers_and_threads() -> None:
    assert driver() == "offscreen"
    assert connection() is None


def test_every_event_of_the_display_has_the_next_turn_begin_without_a_sleep(wakeup: Wakeup) -> None:
    sdl = loaded_sdl()
    assert sdl is not None
    tell_every_event(wakeup.set)
    Window.mainloop()
    assert not wakeup.is_set()
    push_event(sdl)
    assert wakeup.is_set()


def push_event(sdl: CDLL) -> None:
    """Put an event of a program's own (SDL_USEREVENT), which Kivy does not know, into the queue."""
    sdl.SDL_PushEvent((c_ubyte * 56)(*(0x8000).to_bytes(4, "little")))
