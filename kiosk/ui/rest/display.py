"""The display that SDL draws on: which kind it is, where its server is heard, and what it says."""

from collections.abc import Callable, Sequence
from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_char,
    c_char_p,
    c_int,
    c_ubyte,
    c_uint32,
    c_void_p,
)
from functools import lru_cache
from pathlib import Path

_X11 = 2  # SDL_SYSWM_X11 in SDL_syswm.h

# SDL_events.h; the type stands first in an event.
_Watch = CFUNCTYPE(c_int, c_void_p, POINTER(c_uint32))
_POLL_SENTINEL = 0x7F00
_watches: list[object] = []


class _WindowInfo(Structure):
    """SDL_SysWMinfo, with the first member of its union for X11."""

    _fields_ = [("version", c_ubyte * 3), ("subsystem", c_int), ("display", c_void_p), ("rest", c_char * 64)]


def driver() -> str:
    """SDL's name for the video driver in use, such as “x11” or “KMSDRM”; empty where SDL is not found."""
    sdl = loaded_sdl()
    name = None if sdl is None else sdl.SDL_GetCurrentVideoDriver()
    return "" if name is None else str(name, "ascii")


def connection() -> int | None:
    """The descriptor of the connection to the X server; None where there is none."""
    sdl = loaded_sdl()
    window = None if sdl is None else sdl.SDL_GL_GetCurrentWindow()
    if sdl is None or not window:
        return None
    info = _WindowInfo()
    sdl.SDL_GetVersion(info.version)
    if not sdl.SDL_GetWindowWMInfo(window, byref(info)) or info.subsystem != _X11:
        return None
    x11 = CDLL("libX11.so.6")
    x11.XConnectionNumber.argtypes = [c_void_p]
    return int(x11.XConnectionNumber(info.display))


def tell_every_event(call: Callable[[], None]) -> None:
    """Call whenever SDL puts an event into its queue, on the thread that does so, from now on for good."""
    sdl = loaded_sdl()
    if sdl is None:
        return

    def told(_data: int | None, event: Sequence[int]) -> int:
        # SDL marks with an event of its own how far one look for events goes.
        if event[0] != _POLL_SENTINEL:
            call()
        return 0

    # Python would let go of it, and SDL goes on calling.
    _watches.append(_Watch(told))
    sdl.SDL_AddEventWatch(_watches[-1], None)


@lru_cache(maxsize=1)
def loaded_sdl() -> CDLL | None:
    """The SDL that Kivy has brought along and loaded."""
    mapped = (line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines())
    file = next((name for name in mapped if Path(name).name.startswith("libSDL2-2")), None)
    if file is None:
        return None
    sdl = CDLL(file)
    sdl.SDL_GetCurrentVideoDriver.restype = c_char_p
    sdl.SDL_GL_GetCurrentWindow.restype = c_void_p
    sdl.SDL_GetVersion.argtypes = [c_ubyte * 3]
    sdl.SDL_AddEventWatch.argtypes = [_Watch, c_void_p]
    sdl.SDL_GetWindowWMInfo.argtypes = [c_void_p, POINTER(_WindowInfo)]
    return sdl
