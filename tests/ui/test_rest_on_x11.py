"""A glass that rests on a real X server: no touch is missed. Skipped where there is no Xvfb."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, c_void_p
from ctypes.util import find_library
from pathlib import Path
from queue import SimpleQueue
from random import Random
from threading import Thread
from time import sleep

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
LEFT_BUTTON = 1

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and find_library("Xtst")), reason="needs Debian's xvfb and libxtst6"
)


class Finger:
    """Touches the display by the X server's own extension for tests (XTEST)."""

    def __init__(self, display: str) -> None:
        self._x11, self._xtst = CDLL("libX11.so.6"), CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = c_void_p
        self._server = c_void_p(self._x11.XOpenDisplay(display.encode()))

    def moves(self, x: int, y: int) -> None:
        self._xtst.XTestFakeMotionEvent(self._server, -1, x, y, 0)
        self._x11.XFlush(self._server)

    def touches(self, down: bool) -> None:
        self._xtst.XTestFakeButtonEvent(self._server, LEFT_BUTTON, int(down), 0)
        self._x11.XFlush(self._server)


class Window:
    """A resting window; what it tells is waited for."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._told: SimpleQueue[str] = SimpleQueue()
        Thread(target=self._listen, args=(program,), daemon=True).start()

    def _listen(self, program: subprocess.Popen[str]) -> None:
        assert program.stdout is not None
        for line in program.stdout:
            self._told.put(line.strip())

    def tells(self) -> str:
        return self._told.get(timeout=PATIENCE)


@contextmanager
def ended(program: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X server that nobody sees."""
    asked = ["Xvfb", "-displayfd", "1", "-screen", "0", "200x200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with ended(server):
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"


@pytest.fixture
def window(display: str) -> Iterator[Window]:
    environment = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.resting_window"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    with ended(program):
        yield Window(program)


def test_a_finger_that_trembles_is_seen_to_come_and_to_leave(window: Window, display: str) -> None:
    finger, chance = Finger(display), Random(1)
    assert window.tells() == "ready"
    finger.moves(100, 100)
    for _ in range(200):
        finger.touches(down=True)
        assert window.tells() == "down"
        for _ in range(chance.randint(1, 8)):
            sleep(chance.uniform(0, 0.004))
            finger.moves(100 + chance.randint(0, 3), 100)
        sleep(chance.uniform(0, 0.002))
        finger.touches(down=False)
        assert window.tells() == "up"
