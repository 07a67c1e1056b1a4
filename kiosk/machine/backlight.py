"""The backlight of a display, where Linux has one for it."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

BACKLIGHTS = Path("/sys/class/backlight")

Shine = Callable[[float], bool]
"""Sets a part of full brightness, from 0 to 1; False where it cannot be set."""

log = logging.getLogger("kiosk")


class Backlight:
    """One backlight: a folder with `brightness`, and with `max_brightness`, the number of its steps."""

    def __init__(self, folder: Path) -> None:
        self._brightness = folder / "brightness"
        self._steps = int((folder / "max_brightness").read_text("ascii"))
        self._has_complained = False

    def shine(self, part: float) -> bool:
        """Set the brightness, never quite dark; a failure is told to the journal the first time."""
        try:
            self._brightness.write_text(str(max(1, round(part * self._steps))), "ascii")
        except OSError as error:
            if not self._has_complained:
                log.warning("the backlight cannot be set: %s", error.strerror)
                self._has_complained = True
            return False
        return True


def find_backlight(folder: Path = BACKLIGHTS) -> Shine:
    """The first backlight that this account may set; without one, what is always False."""
    for found in sorted(folder.glob("*")):
        if not os.access(found / "brightness", os.W_OK):
            log.warning("this account may not set the backlight %s", found.name)
            continue
        try:
            return Backlight(found).shine
        except (OSError, ValueError):
            log.warning("the backlight %s does not say how many steps it has", found.name)
    return lambda part: False
