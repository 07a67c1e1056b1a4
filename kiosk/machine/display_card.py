"""Which graphics card the display hangs on, where no desktop knows it.

On a Raspberry Pi 5 every kind of output is a card of its own, and their numbers change from one start to
the next; SDL takes the first it can open. It sets the mode of a display once, when it begins to draw.
"""

import os
import re
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

CARDS = Path("/sys/class/drm")

_CONNECTOR = re.compile(r"card(\d+)-.+")


def connected_outputs(folder: Path = CARDS) -> frozenset[str]:
    """The names of all outputs with a display that is plugged in, like card1-HDMI-A-1."""
    return frozenset(
        status.parent.name
        for status in folder.glob("card*-*/status")
        if _CONNECTOR.fullmatch(status.parent.name) and _reads_connected(status)
    )


def connected_card(folder: Path = CARDS) -> int | None:
    """N of /dev/dri/cardN, the lowest with a display that is plugged in; None without a display."""
    outputs = connected_outputs(folder)
    return min((int(name[1]) for name in map(_CONNECTOR.fullmatch, outputs) if name), default=None)


def draws_on_it(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether SDL draws on a card itself, without a desktop."""
    return environment.get("SDL_VIDEODRIVER") == "kmsdrm"


def point_sdl_to_it(environment: MutableMapping[str, str] = os.environ, folder: Path = CARDS) -> bool:
    """Have SDL draw on that card where it draws without a desktop; False when there is no display for it."""
    if not draws_on_it(environment) or "SDL_KMSDRM_DEVICE_INDEX" in environment:
        return True
    card = connected_card(folder)
    if card is not None:
        environment["SDL_KMSDRM_DEVICE_INDEX"] = str(card)
    return card is not None


class PluggedIn:
    """Watches for a display that is plugged in while the kiosk draws, be it the same one again.

    Only whoever begins to draw anew is sure to draw on it, in its own mode.
    """

    def __init__(self, outputs: Callable[[], frozenset[str]] = connected_outputs) -> None:
        self._outputs = outputs
        self._known = outputs()

    def look(self) -> bool:
        """True when there is a display now where there was none the last time."""
        before, self._known = self._known, self._outputs()
        return not self._known <= before


def _reads_connected(status: Path) -> bool:
    try:
        return status.read_text("ascii").strip() == "connected"
    except OSError:
        return False
