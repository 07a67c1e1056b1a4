"""A display that nobody sees, with a finger: Xvfb, whose framebuffer is memory."""

import os
import subprocess
from ctypes import CDLL, c_char_p, c_void_p
from time import monotonic
from typing import Self

_LEFT_BUTTON = 1


class Display:
    """One display of 1280x800, for one program; its `name` is what DISPLAY is set to."""

    def __init__(self) -> None:
        readable, writable = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
            pass_fds=[writable],
        )
        os.close(writable)
        with os.fdopen(readable) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError(
                "Xvfb opens no display; install the package xvfb, or start it by hand to see why"
            )
        self.name = f":{number}"

    def close(self) -> None:
        """Switch it off."""
        self._server.kill()
        self._server.wait()


class Finger:
    """Presses the left button on a display, as the X server's own test extension does."""

    def __init__(self, display: Display) -> None:
        self._x11, self._xtest = CDLL("libX11.so.6"), CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype, self._x11.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        self._connection = c_void_p(self._x11.XOpenDisplay(display.name.encode()))

    def touch(self, x: int, y: int) -> float:
        """Touch and leave; the monotonic time at which it was on its way."""
        self._xtest.XTestFakeMotionEvent(self._connection, -1, x, y, 0)
        self._x11.XSync(self._connection, 0)
        at = monotonic()
        for down in (1, 0):
            self._xtest.XTestFakeButtonEvent(self._connection, _LEFT_BUTTON, down, 0)
        self._x11.XFlush(self._connection)
        return at

    def close(self) -> None:
        """Let go of the display."""
        self._x11.XCloseDisplay(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
