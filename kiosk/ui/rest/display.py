"""The display that SDL draws on: which kind it is, and where its server is heard."""

from ctypes import CDLL, POINTER, Structure, byref, c_char, c_char_p, c_int, c_ubyte, c_void_p
from functools import lru_cache
from pathlib import Path

_X11 = 2  # SDL_SYSWM_X11 in SDL_syswm.h


class _WindowInfo(Structure):
    """SDL_SysWMinfo, with the first member of its union for X11."""

    _fields_ = [("version", c_ubyte * 3), ("subsystem", c_int), ("display", c_void_p), ("rest", c_char * 64)]


def driver() -> str:
    """SDL's name for the video driver in use, such as “x11” or “KMSDRM”; empty where SDL is not found."""
    sdl = _sdl()
    name = None if sdl is None else sdl.SDL_GetCurrentVideoDriver()
    return "" if name is None else str(name, "ascii")


def connection() -> int | None:
    """The descriptor of the connection to the X server; None where there is none."""
    sdl = _sdl()
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


@lru_cache(maxsize=1)
def _sdl() -> CDLL | None:
    """The SDL that Kivy has brought along and loaded."""
    mapped = (line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines())
    file = next((name for name in mapped if Path(name).name.startswith("libSDL2-2")), None)
    if file is None:
        return None
    sdl = CDLL(file)
    sdl.SDL_GetCurrentVideoDriver.restype = c_char_p
    sdl.SDL_GL_GetCurrentWindow.restype = c_void_p
    sdl.SDL_GetVersion.argtypes = [c_ubyte * 3]
    sdl.SDL_GetWindowWMInfo.argtypes = [c_void_p, POINTER(_WindowInfo)]
    return sdl
