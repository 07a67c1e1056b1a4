"""Keyboards, mice and touchscreens, where there is no display server that tells of them."""

import os
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_uint32
from functools import partial
from pathlib import Path

from kiosk.ui.rest.wakeup import Wakeup

_FOLDER = Path("/dev/input")
_ENOUGH = 4096
# <sys/inotify.h>. A device can be opened only once udev has set who may.
_CREATED, _RIGHTS_CHANGED = 0x100, 0x4


class InputDevices:
    """Every input device ends the sleep, also one that is plugged in later.

    They are opened beside SDL, which reads the same events for itself.
    """

    def __init__(self, wakeup: Wakeup, folder: Path = _FOLDER) -> None:
        self._wakeup, self._folder = wakeup, folder
        self._open: dict[Path, int] = {}
        libc = CDLL(None)
        libc.inotify_init1.argtypes = [c_int]
        libc.inotify_add_watch.argtypes = [c_int, c_char_p, c_uint32]
        self._changes = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._changes >= 0:
            libc.inotify_add_watch(self._changes, bytes(folder), _CREATED | _RIGHTS_CHANGED)
            wakeup.watch(self._changes, self._changed)
        self._open_new()

    def _changed(self) -> None:
        with suppress(OSError):
            os.read(self._changes, _ENOUGH)
        self._open_new()

    def _open_new(self) -> None:
        for file in self._folder.glob("event*"):
            if file not in self._open:
                with suppress(OSError):
                    device = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
                    self._open[file] = device
                    self._wakeup.watch(device, partial(self._read, file, device))

    def _read(self, file: Path, device: int) -> None:
        """What is read here SDL reads, too; a device that was unplugged is let go of."""
        try:
            while os.read(device, _ENOUGH):
                pass
        except BlockingIOError:
            return
        except OSError:
            pass
        self._wakeup.forget(device)
        os.close(device)
        del self._open[file]
