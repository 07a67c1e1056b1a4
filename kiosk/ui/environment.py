"""What must be settled before Kivy is imported: it reads the environment once."""

import os
from collections.abc import Mapping
from ctypes import CDLL
from pathlib import Path

RESTING_FPS = 20
"""How often a glass that cannot rest, by `kiosk.ui.rest`, looks for touches; a scan wakes it at once."""

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # malloc.h

_ENVIRONMENT: Mapping[str, str] = {
    "KIVY_NO_ARGS": "1",
    "KIVY_NO_CONFIG": "1",
    "KIVY_NO_FILELOG": "1",
    "KIVY_LOG_MODE": "PYTHON",
    "KCFG_KIVY_LOG_LEVEL": "warning",
    "KIVY_WINDOW": "sdl2",
    "KIVY_AUDIO": "sdl2",
    "KIVY_IMAGE": "sdl2",
    "KIVY_GL_BACKEND": "sdl2",
    # Another thread that schedules something ends the sleep of the loop.
    "KIVY_CLOCK": "interrupt",
}


def prepare(width: int, height: int, fullscreen: bool) -> None:
    """Set Kivy up for a kiosk of this size in pixels; a driver chosen by SDL_VIDEODRIVER stands."""
    os.environ.update(_ENVIRONMENT)
    _give_back_freed_memory()
    if not has_display():
        os.environ.setdefault("SDL_VIDEODRIVER", "offscreen")
    from kivy.config import Config

    for name, value in {
        "width": width,
        "height": height,
        "fullscreen": int(fullscreen),
        "show_cursor": int(not fullscreen),
        "resizable": 0,
        "multisamples": 0,
        "maxfps": RESTING_FPS,
        "allow_screensaver": 0,
    }.items():
        Config.set("graphics", name, str(value))
    Config.set("kivy", "exit_on_escape", "0")
    # One way for a touch to arrive: with two, every tap would count twice.
    Config.remove_option("input", "%(name)s")
    Config.set("input", "mouse", "mouse,disable_multitouch")
    _leave_out_the_style()


def _leave_out_the_style() -> None:
    """Have Kivy load an empty style.kv: parsing its own is a quarter of the start.

    It styles widgets that are not used here. The folder is asked for once, when the module is imported.
    """
    import kivy

    own, kivy.kivy_data_dir = kivy.kivy_data_dir, str(Path(__file__).with_name("no_style"))
    try:
        import kivy.lang.builder
    finally:
        kivy.kivy_data_dir = own


def _give_back_freed_memory() -> None:
    """Have the C library map every picture by itself, so that its memory goes back when it is freed.

    Otherwise glibc raises its threshold with the first large picture, and keeps the holes they leave. All
    threads share one arena: only one of them works at a time, and each arena would hold megabytes.
    """
    libc = CDLL(None)
    libc.mallopt(_M_MMAP_THRESHOLD, 64 * 1024)
    libc.mallopt(_M_ARENA_MAX, 1)


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """True where a window can be seen by somebody."""
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
